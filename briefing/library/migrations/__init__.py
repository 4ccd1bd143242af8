"""Numbered changes of the schema, each a file of SQL that runs once, in one transaction."""

from importlib.resources import files

import apsw


def newest_version() -> int:
    """Version of the schema that this program writes."""
    return len(_scripts())


def migrate(connection: apsw.Connection) -> None:
    """Bring the schema up to date; `user_version` records which migrations have run.

    Raises:
        apsw.Error: if one fails; the schema is then as it was before that one.
    """
    for number, script in enumerate(_scripts(), 1):
        if number > version_of(connection):
            _run(connection, number, script)


def version_of(connection: apsw.Connection) -> int:
    """How many migrations have run on this database."""
    return int(connection.pragma("user_version"))


def _run(connection: apsw.Connection, number: int, script: str) -> None:
    # IMMEDIATE, and looked at again inside: another process may be migrating at this moment.
    connection.execute("BEGIN IMMEDIATE")
    try:
        if version_of(connection) < number:
            connection.execute(script)
            connection.pragma("user_version", number)
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def _scripts() -> list[str]:
    found = sorted((file for file in files(__name__).iterdir() if file.name.endswith(".sql")), key=lambda f: f.name)
    return [file.read_text(encoding="utf-8") for file in found]
