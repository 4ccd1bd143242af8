"""The queue of what is to be read in bulk: jobs of procrastinate in the same database, so that both change as one."""

from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from procrastinate import App, PsycopgConnector
from procrastinate.schema import SchemaManager

from briefing.library.postgres.desk_connection import Connection, terms

QUEUE = "briefing.corpus"
TASK = "briefing.corpus.read"

TOGETHER = 8
"""Files that one job reads: few enough to be done again where a machine fails, many enough to spare the queue."""

_ONE_AT_A_TIME = 0x62_72_69_67
"""Number of the lock that whoever changes the queue's tables holds."""


def bring_up_to_date(connection: Connection) -> None:
    """Make the tables of the queue, or bring them to what the installed version needs: whole, or not at all."""
    newest = [path.name for path in _steps()]
    if _step(connection) == newest[-1]:
        return
    with connection.transaction():
        connection.execute("SELECT pg_advisory_xact_lock(%s)", (_ONE_AT_A_TIME,))
        done = _step(connection)
        if done is None:
            if not _has_queue(connection):
                connection.execute(SchemaManager.get_schema())
            connection.execute("INSERT INTO corpus_queue_step VALUES (%s)", (newest[-1],))
            return
        for path in _steps():
            if path.name > done:
                connection.execute(path.read_bytes())
        connection.execute("UPDATE corpus_queue_step SET name = greatest(name, %s)", (newest[-1],))


def _step(connection: Connection) -> str | None:
    row = connection.execute("SELECT name FROM corpus_queue_step").fetchone()
    return str(row[0]) if row else None


def _has_queue(connection: Connection) -> bool:
    row = connection.execute("SELECT to_regclass('procrastinate_jobs')").fetchone()
    return bool(row and row[0])


def _steps() -> list[Path]:
    return sorted(Path(SchemaManager.get_migrations_path()).glob("*.sql"))


def queue_at(address: str, most: int = 1) -> App:
    """The queue in the database at an address, not open yet.

    Args:
        address: of the database.
        most: connections that may be open at a time.
    """
    how = {**terms(address), "application_name": "briefing corpus"}
    return App(connector=PsycopgConnector(conninfo=address, kwargs=how, min_size=1, max_size=most))


def defer(connection: Connection, numbers: Sequence[int], lock: str | None = None) -> None:
    """Put a job into the queue: it is there when the transaction of the connection is over.

    Args:
        connection: with an open transaction.
        numbers: of the sources that it reads.
        lock: no two jobs with the same are done at a time.
    """
    options: dict[str, Any] = {"queue": QUEUE, "lock": lock, "connection": connection}
    _UNOPENED.configure_task(TASK, **options).defer(sources=list(numbers))


def defer_all(connection: Connection, sources: Sequence[tuple[int, str]]) -> None:
    """Put jobs for sources, each with its address or none, into the queue, in the transaction that is open."""
    files = iter([number for number, address in sources if not address])
    while some := list(islice(files, TOGETHER)):
        defer(connection, some)
    for number, address in sources:
        if address:
            # Nobody is asked for two pages at a time, however many machines are at work.
            defer(connection, [number], lock=urlsplit(address).netloc.lower())


_UNOPENED = App(connector=PsycopgConnector())
"""It connects to nothing: all that it is asked for is written over the connection that it is given."""


def workers(connection: Connection) -> int:
    """How many give signs of life."""
    if not _has_queue(connection):
        return 0
    row = connection.execute(
        "SELECT count(*) FROM procrastinate_workers WHERE last_heartbeat > now() - interval '1 minute'"
    ).fetchone()
    return int(row[0]) if row else 0
