"""Checks that the schema of a database is the one that Briefing makes, with nothing added.

A database that comes from elsewhere may bring a trigger that rewrites notes, or a view in the place of a table.
"""

from collections.abc import Iterator
from pathlib import Path

import apsw

from briefing.library.sqlite import migrations, sql_functions
from briefing.model.message import Message

NEWEST = Path(migrations.__file__).parent / "newest.txt"
"""The shape that the newest migrations make, so that nobody has to run them to compare it."""


def guard(connection: apsw.Connection) -> None:
    """Let nothing in a database's own schema call what reaches out of it, or be changed past SQL."""
    connection.config(apsw.SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0)
    connection.config(apsw.SQLITE_DBCONFIG_DEFENSIVE, 1)


def schema_fault(connection: apsw.Connection) -> Message | None:
    """What in the schema of a database is not what Briefing made for its version, for the reader; None if nothing is.

    Of a newer version nothing is known.
    """
    version = migrations.version_of(connection)
    if version > migrations.newest_version():
        return None
    found = shape_of(connection)
    if version == migrations.newest_version() and "\n".join(found) == _newest():
        return None
    expected = made_by(version)
    strange = [line for line in found if line not in expected] or [line for line in expected if line not in found]
    return None if not strange else _told(strange[0], strange[0] in found)


def shape_of(connection: apsw.Connection) -> list[str]:
    """What makes each table, index, view and trigger, one a line, without what makes no difference."""
    rows = connection.execute(
        "SELECT type, name, coalesce(sql, '') FROM sqlite_schema "
        "WHERE name NOT GLOB 'sqlite_stat*' AND name NOT GLOB 'sqlite_autoindex_*'"
    )
    return sorted(_plain(*row) for row in rows)


def made_by(version: int) -> list[str]:
    """The shape that the migrations up to this version make."""
    connection = apsw.Connection(":memory:")
    try:
        sql_functions.offer(connection)
        for script in _scripts(version):
            connection.execute(script)
        return shape_of(connection)
    finally:
        connection.close()


def _scripts(version: int) -> Iterator[str]:
    return (file.read_text(encoding="utf-8") for file in migrations.files()[:version])


def _newest() -> str:
    try:
        return NEWEST.read_text(encoding="utf-8").rstrip("\n")
    except OSError:
        return ""


def _plain(kind: str, name: str, sql: str) -> str:
    return f"{kind} {name}: {' '.join(sql.replace(chr(34), '').split())}"


def _told(line: str, is_there: bool) -> Message:
    what = " ".join(line.partition(":")[0].split())[:80]
    return Message.of("shape.more" if is_there else "shape.less", what=what)
