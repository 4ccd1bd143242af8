"""Opens the database of a library: set up, its schema brought up to date after a backup, or only for reading."""

import contextlib
import os
from pathlib import Path

import apsw

from briefing.library.backup_record import Reason
from briefing.library.library_errors import LibraryDamaged
from briefing.library.paths import DATABASE
from briefing.library.privacy import make_database
from briefing.library.sqlite import data_migrations, sql_functions
from briefing.library.sqlite.backup import back_up
from briefing.library.sqlite.migrations import migrate, newest_version, version_of
from briefing.library.sqlite.shape import guard, schema_fault
from briefing.model.message import Message

BUSY_TIMEOUT = 10_000
"""Milliseconds to wait for another window or command line that writes at this moment."""

PAGE = 8192
"""Bytes: three packed articles of usual length fit, where a page of 4096 holds one and stays half empty."""


def connect(folder: Path) -> tuple[apsw.Connection, Message | None]:
    """A connection to the database in `folder`, made if there is none, and why it is read-only (None if it is not).

    A library of a newer version, and one in a folder that may not be written to, is opened for reading, and nothing in
    it is touched.

    Raises:
        apsw.Error: if it cannot be opened.
        LibraryFailure: if the backup before an update cannot be made; the schema is then as it was.
    """
    if _may_only_be_read(folder):
        return _open(folder, apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI, "?immutable=1"), (
            Message.of("library.read_only", folder=str(folder))
        )
    with contextlib.suppress(OSError):  # SQLite says better what is in the way
        make_database(folder / DATABASE)
    connection = _open(folder, apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE)
    try:
        version = version_of(connection)
        if version > newest_version():
            connection.close()
            return _open(folder, apsw.SQLITE_OPEN_READONLY), (Message.of("library.newer", folder=str(folder)))
        _refuse_strange(connection, folder)
        connection.pragma("page_size", PAGE)  # of a new library; that of an older one stays
        connection.pragma("journal_mode", "WAL")
        if 0 < version < newest_version():
            back_up(connection, folder, Reason.BEFORE_UPDATE)
        migrate(connection)
        data_migrations.settle(connection)
    except BaseException:
        connection.close()
        raise
    return connection, None


def _refuse_strange(connection: apsw.Connection, folder: Path) -> None:
    strange = schema_fault(connection)
    if strange:
        raise LibraryDamaged(Message.of("library.strange", folder=str(folder), strange=strange))


def ended_uncleanly(folder: Path) -> bool:
    """Whether changes lie beside the database that whoever closed it last would have put into it.

    So it is too while another window is open, and a check that is not needed does no harm.
    """
    log = folder / f"{DATABASE}-wal"
    return log.exists() and log.stat().st_size > 0


def _may_only_be_read(folder: Path) -> bool:
    """Whether there is a library, whole in its file, where nothing can be written: not even SQLite's own log."""
    path, log = folder / DATABASE, folder / f"{DATABASE}-wal"
    if not path.is_file() or (os.access(folder, os.W_OK) and os.access(path, os.W_OK)):
        return False
    return not log.exists() or log.stat().st_size == 0


def _open(folder: Path, flags: int, how: str = "") -> apsw.Connection:
    path = folder / DATABASE
    connection = apsw.Connection(f"{path.absolute().as_uri()}{how}" if how else str(path), flags=flags)
    try:
        connection.set_busy_timeout(BUSY_TIMEOUT)
        guard(connection)
        connection.pragma("foreign_keys", True)
        connection.pragma("secure_delete", True)  # what is deleted is overwritten, not only given free
        sql_functions.offer(connection)
    except BaseException:
        connection.close()
        raise
    return connection
