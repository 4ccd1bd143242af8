"""Takes the messages of a worker process from their pipe without stopping the window for the collector's sake.

The findings of a long article are half a million objects without a cycle among them. Python's collector would look
through them again and again while they arrive, up to 50 ms at a time, in which no other thread may run.
"""

from multiprocessing.connection import Connection
from multiprocessing.reduction import ForkingPickler
from typing import Any

from briefing import garbage

LARGE = 100_000
"""Bytes from which a message is taken apart without collections."""


def received(connection: Connection) -> Any:
    """The next message of `connection`; waits for it.

    Raises:
        EOFError, OSError: if the other end has closed.
    """
    data = connection.recv_bytes()
    if len(data) < LARGE:
        return ForkingPickler.loads(data)
    with garbage.paused():
        message = ForkingPickler.loads(data)
        # Until an idle moment: no collection looks through it.
        garbage.set_aside()
        return message
