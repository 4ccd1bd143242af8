"""The schema of a desk's library: numbered steps, each a file of SQL that runs once, all in one transaction."""

from pathlib import Path

from briefing.library.postgres.desk_connection import WRITING, Connection

_ONE_AT_A_TIME = 0x62_72_69_65
"""Number of the lock that whoever changes the schema holds."""


def newest_version() -> int:
    """Version of the schema that this program writes."""
    return len(_files())


def version_of(connection: Connection) -> int:
    """How many steps have run on this database; 0 if it holds no library yet."""
    row = connection.execute("SELECT to_regclass('schema_version')").fetchone()
    if row is None or row[0] is None:
        return 0
    row = connection.execute("SELECT number FROM schema_version").fetchone()
    return int(row[0]) if row else 0


def bring_up_to_date(connection: Connection) -> None:
    """Run the steps that have not run yet: all of them, or none.

    Raises:
        psycopg.Error: if one fails, or the role may not; the schema is then as it was.
    """
    if version_of(connection) >= newest_version():
        return
    with connection.transaction():
        connection.execute("SELECT pg_advisory_xact_lock(%s)", (_ONE_AT_A_TIME,))
        # Whoever writes comes to an end first: a step takes tables as a whole, which he may want later.
        connection.execute("SELECT pg_advisory_xact_lock(%s)", (WRITING,))
        done = version_of(connection)
        if done == 0:
            connection.execute("CREATE TABLE schema_version (number integer NOT NULL)")
            connection.execute("INSERT INTO schema_version VALUES (0)")
        for file in _files()[done:]:
            connection.execute(file.read_bytes())
        connection.execute("UPDATE schema_version SET number = greatest(number, %s)", (newest_version(),))


def _files() -> list[Path]:
    return sorted((Path(__file__).parent / "steps").glob("*.sql"))
