"""Numbered changes of the schema, each a file of SQL that runs once, in one transaction."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import apsw


def newest_version() -> int:
    """Version of the schema that this program writes."""
    return len(files())


def migrate(connection: apsw.Connection) -> None:
    """Bring the schema up to date; `user_version` records which migrations have run.

    Raises:
        apsw.Error: if one fails; the schema is then as it was before that one.
    """
    if version_of(connection) == 0:
        _make(connection)
    done = version_of(connection)
    for number, file in enumerate(files()[done:], done + 1):
        _run(connection, number, _script(file))


def version_of(connection: apsw.Connection) -> int:
    """How many migrations have run on this database."""
    return int(connection.pragma("user_version"))


def _make(connection: apsw.Connection) -> None:
    """Make the schema of a new library in one transaction: it is there as a whole, or not at all."""
    with _transaction(connection):
        if version_of(connection) == 0:
            for file in files():
                connection.execute(_script(file))
            connection.pragma("user_version", newest_version())


def _run(connection: apsw.Connection, number: int, script: str) -> None:
    with _transaction(connection):
        if version_of(connection) < number:
            connection.execute(script)
            connection.pragma("user_version", number)


@contextmanager
def _transaction(connection: apsw.Connection) -> Iterator[None]:
    """A transaction that writes from its beginning, so that what it looks at is not changed by another process."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


@cache
def files() -> tuple[Path, ...]:
    """The scripts, in the order in which they run."""
    return tuple(sorted(file for file in Path(__file__).parent.iterdir() if file.suffix == ".sql"))


def _script(file: Path) -> str:
    return file.read_text(encoding="utf-8")
