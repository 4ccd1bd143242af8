"""What PostgreSQL complains about, as failures in words: what the reader can mend is told apart from what may pass."""

import psycopg
from psycopg import errors
from psycopg.conninfo import conninfo_to_dict

from briefing.desk_address import shown
from briefing.library.library_errors import LibraryBlocked, LibraryFailure, LibraryUnreachable
from briefing.model.message import Message

_HINDRANCES: tuple[tuple[type[psycopg.Error], str], ...] = (
    (errors.DiskFull, "disk_full"),
    (errors.LockNotAvailable, "busy"),
    (errors.ReadOnlySqlTransaction, "forbidden"),
    (errors.InsufficientPrivilege, "forbidden"),
)


def failure_of(fault: psycopg.Error, address: str) -> LibraryFailure:
    """The failure that a complaint is; no password is in its words."""
    for kind, reason in _HINDRANCES:
        if isinstance(fault, kind):
            why = Message(f"hindrance.{reason}")
            return LibraryBlocked(Message.of("library.not_done", folder=shown(address), why=why))
    try:
        told = conninfo_to_dict(address)
    except psycopg.Error:  # what PostgreSQL says of it may quote the password
        return LibraryFailure(Message("desk.no_address"))
    words = " ".join(str(fault).split())
    refusal = _refusal(fault, words, str(told.get("user") or ""), str(told.get("dbname") or ""))
    if refusal:
        return LibraryFailure(Message.of(f"desk.{refusal}", address=shown(address), fault=words))
    if isinstance(fault, psycopg.OperationalError | psycopg.InterfaceError):
        return LibraryUnreachable(Message.of("desk.not_reached", address=shown(address), fault=words))
    return LibraryFailure(Message.of("library.not_done", folder=shown(address), why=words))


def _refusal(fault: psycopg.Error, words: str, user: str, database: str) -> str:
    """Why the server that was reached lets nobody in, or nothing.

    While a connection is made there is no code of the fault, and its words are in the server's language: told apart is
    by what was asked for, and by the names that are quoted.
    """
    made = fault.pgconn
    if made is None or fault.sqlstate:
        return ""
    if "SSL" in words and "pg_hba.conf" not in words:
        return "no_encryption"
    if made.needs_password:
        return "password_needed"
    names_user, names_database = f'"{user}"' in words, f'"{database}"' in words
    if "pg_hba.conf" in words or "CONNECT" in words:
        return "not_let_in"
    if names_database and not (names_user and user == database):
        return "no_database"
    if names_user:
        return "wrong_password" if made.used_password else "no_such_reader"
    return ""
