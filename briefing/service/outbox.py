"""Sends messages to a process from a thread of its own, so that no caller blocks on a full pipe."""

from __future__ import annotations

import threading
from collections.abc import Callable
from queue import SimpleQueue
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

ENDING = 2.0
"""Seconds that the thread may take to notice that the process has ended."""


class Outbox:
    """What is on its way to a process, in order.

    A process that hangs, or that a file got hold of, reads nothing more; a write to its pipe would then never end.

    Args:
        connection: to the process.
        name: of the thread.
        on_failure: gets each message that cannot be sent, and what is wrong with it; those behind it are sent.
    """

    def __init__(self, connection: Connection, name: str, on_failure: Callable[[object, Exception], None]) -> None:
        self._connection = connection
        self._on_failure = on_failure
        self._messages: SimpleQueue[object] = SimpleQueue()
        self._thread = threading.Thread(target=self._send_all, name=name, daemon=True)
        self._thread.start()

    def put(self, message: object) -> None:
        """Send a message when the ones before it are sent."""
        self._messages.put(message)

    def close(self) -> None:
        """Send nothing more, and close the connection; to be called when the process has ended."""
        self._messages.put(None)
        self._thread.join(timeout=ENDING)
        if not self._thread.is_alive():
            # While somebody writes to it, its number must not become that of another file.
            self._connection.close()

    def _send_all(self) -> None:
        for message in iter(self._messages.get, None):
            try:
                self._connection.send(message)
            except OSError:
                # The listener sees the death of the process, too, and hands back every open request.
                return
            except Exception as fault:  # noqa: BLE001 the gate: nothing of this message was sent, and others wait
                self._on_failure(message, fault)
