"""Does an act once, though the answer to its commit was lost: each has an identity that is kept with what it did."""

from typing import NamedTuple
from uuid import uuid4

from briefing.library.operations import Operation, Performed
from briefing.library.postgres.desk_connection import Connection

_FORGOTTEN = "2 days"
"""After what time nobody asks any more whether an act was done: it is asked as soon as the server is there again."""


class Doubtful(NamedTuple):
    """An act that is done or not: nobody knows until the server is asked.

    Attributes:
        operation: what was to be done; the very object, for what is alike may be wanted twice.
        identity: of the act.
        performed: what is told of it if it was done.
    """

    operation: Operation
    identity: str
    performed: Performed


def note(connection: Connection) -> str:
    """Note an act, in its transaction, under an identity of its own."""
    identity = uuid4().hex
    connection.execute("INSERT INTO act_done (id) VALUES (%s)", (identity,))
    connection.execute(f"DELETE FROM act_done WHERE done < now() - interval '{_FORGOTTEN}'")
    return identity


def was_done(connection: Connection, doubtful: Doubtful) -> bool:
    """Whether the transaction of an act was committed."""
    row = connection.execute("SELECT 1 FROM act_done WHERE id = %s", (doubtful.identity,)).fetchone()
    return row is not None
