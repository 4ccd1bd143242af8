"""Connects to a desk's library: nothing goes over a network but encrypted, and a way that is cut is noticed soon."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, TypeAlias

import psycopg
from psycopg.conninfo import conninfo_to_dict

from briefing.desk_address import shown
from briefing.library.library_errors import LibraryFailure
from briefing.library.postgres import desk_passwords
from briefing.library.postgres.desk_faults import failure_of
from briefing.model.message import Message

Connection: TypeAlias = psycopg.Connection[tuple[Any, ...]]

PATIENCE = 10
"""Seconds to wait for a server that does not answer, if the address says nothing of it."""

WRITING = 0x62_72_69_66
"""Number of the lock that a change holds: what it has read is not changed by another before it has written."""

OLDEST = 15
"""The first version of PostgreSQL that can keep a desk's library."""

_NOTICED_SOON = {
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 20_000,
}
"""After how many seconds of silence a way counts as cut, though nobody said so."""

_NEAR = ("", "localhost", "127.0.0.1", "::1")
_UNSAFE = ("", "disable", "allow", "prefer")


def connect(address: str) -> Connection:
    """A connection to the server at an address.

    Raises:
        psycopg.Error: if it cannot be had.
        LibraryFailure: if the server is too old.
    """
    connection = _let_in(address, terms(address))
    version = connection.info.server_version // 10_000
    if version < OLDEST:
        connection.close()
        raise LibraryFailure(Message.of("desk.too_old", address=shown(address), version=version, oldest=OLDEST))
    return connection


def terms(address: str) -> dict[str, Any]:
    """How to connect to the server at an address, beside what that says.

    Raises:
        psycopg.Error: if it is no address.
    """
    told = conninfo_to_dict(address)
    how: dict[str, Any] = {
        **{name: value for name, value in _NOTICED_SOON.items() if name not in told},
        "connect_timeout": told.get("connect_timeout") or PATIENCE,
        "application_name": "briefing",
    }
    if _may_be_far(told) and str(told.get("sslmode") or "") in _UNSAFE:
        how["sslmode"] = "require"
    return how


def _let_in(address: str, how: dict[str, Any]) -> Connection:
    """A connection, with the password from the system's keyring where the server asks for one and none is told."""
    try:
        return psycopg.connect(address, autocommit=True, **how)
    except psycopg.OperationalError as fault:
        if fault.pgconn is None or not fault.pgconn.needs_password or not (password := desk_passwords.kept(address)):
            raise
        return psycopg.connect(address, autocommit=True, password=password, **how)


def _may_be_far(told: dict[str, Any]) -> bool:
    """Whether the server may be on another machine; what is not told is taken from the environment, or a service."""
    if told.get("service") or (not told.get("host") and os.environ.get("PGSERVICE")):
        return True
    named = told.get("hostaddr") or told.get("host") or os.environ.get("PGHOSTADDR")
    hosts = str(named or os.environ.get("PGHOST", ""))
    return any(host not in _NEAR and not host.startswith("/") for host in hosts.split(","))


@contextmanager
def in_words(address: str) -> Iterator[None]:
    """Turn what PostgreSQL complains about into a sentence for the reader."""
    try:
        yield
    except psycopg.Error as fault:
        raise failure_of(fault, address) from fault
    except UnicodeEncodeError as fault:
        raise LibraryFailure(
            Message.of("library.half_character", code=f"{ord(fault.object[fault.start]):04X}")
        ) from fault
