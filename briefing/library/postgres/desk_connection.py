"""Connects to a desk's library, and says in words what PostgreSQL complains about."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, TypeAlias

import psycopg
from psycopg import errors
from psycopg.conninfo import conninfo_to_dict

from briefing.library.library_errors import LibraryBlocked, LibraryFailure
from briefing.model.message import Message

Connection: TypeAlias = psycopg.Connection[tuple[Any, ...]]

PATIENCE = 10
"""Seconds to wait for a server that does not answer, if the address says nothing of it."""

_NEAR = ("", "localhost", "127.0.0.1", "::1")
_UNSAFE = ("", "disable", "allow", "prefer")

_HINDRANCES: tuple[tuple[type[psycopg.Error], str], ...] = (
    (errors.DiskFull, "disk_full"),
    (errors.LockNotAvailable, "busy"),
    (errors.ReadOnlySqlTransaction, "forbidden"),
    (errors.InsufficientPrivilege, "forbidden"),
)


def connect(address: str) -> Connection:
    """A connection to the server at an address; nothing goes over a network but encrypted.

    Raises:
        psycopg.Error: if it cannot be had.
    """
    return psycopg.connect(address, autocommit=True, **terms(address))


def terms(address: str) -> dict[str, Any]:
    """How to connect to the server at an address, beside what that says.

    Raises:
        psycopg.Error: if it is no address.
    """
    told = conninfo_to_dict(address)
    how: dict[str, Any] = {"connect_timeout": told.get("connect_timeout") or PATIENCE, "application_name": "briefing"}
    host = str(told.get("host") or told.get("hostaddr") or "")
    if host not in _NEAR and not host.startswith("/") and str(told.get("sslmode") or "") in _UNSAFE:
        how["sslmode"] = "require"
    return how


def shown(address: str) -> str:
    """An address as it may be shown: without the password."""
    try:
        told = conninfo_to_dict(address)
    except psycopg.Error:
        return "postgresql://…"
    user = f"{told['user']}@" if told.get("user") else ""
    host = ":".join(str(told[part]) for part in ("host", "port") if told.get(part))
    return f"postgresql://{user}{host}/{told.get('dbname') or ''}"


@contextmanager
def in_words(address: str) -> Iterator[None]:
    """Turn what PostgreSQL complains about into a sentence for the reader."""
    try:
        yield
    except psycopg.Error as fault:
        raise _failure_of(fault, address) from fault
    except UnicodeEncodeError as fault:
        raise LibraryFailure(
            Message.of("library.half_character", code=f"{ord(fault.object[fault.start]):04X}")
        ) from fault


def _failure_of(fault: psycopg.Error, address: str) -> LibraryFailure:
    for kind, reason in _HINDRANCES:
        if isinstance(fault, kind):
            why = Message(f"hindrance.{reason}")
            return LibraryBlocked(Message.of("library.not_done", folder=shown(address), why=why))
    if not _is_address(address):  # what PostgreSQL says of it may quote the password
        return LibraryFailure(Message("desk.no_address"))
    told = " ".join(str(fault).split())
    if isinstance(fault, psycopg.OperationalError | psycopg.InterfaceError):
        return LibraryBlocked(Message.of("desk.not_reached", address=shown(address), fault=told))
    return LibraryFailure(Message.of("library.not_done", folder=shown(address), why=told))


def _is_address(told: str) -> bool:
    try:
        conninfo_to_dict(told)
    except psycopg.Error:
        return False
    return True
