"""Takes the messages of a worker process from their pipe without stopping the window for the collector's sake.

The findings of a long article are half a million objects without a cycle among them. Python's collector would look
through them again and again while they arrive, up to 50 ms at a time, in which no other thread may run.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from multiprocessing.reduction import ForkingPickler
from typing import Any

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
    with uncollected():
        return ForkingPickler.loads(data)


@contextmanager
def uncollected() -> Iterator[None]:
    """Collect nothing meanwhile, and leave what is there at the end out of collections until `gc.unfreeze`."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
        gc.freeze()
    finally:
        if was_enabled:
            gc.enable()
