"""Hears from the server of a desk that somebody changed its library, as soon as it is done."""

import threading
from collections.abc import Callable

import psycopg

from briefing.library.library_errors import LibraryFailure
from briefing.library.postgres.desk_connection import Connection, connect

CHANNEL = "briefing_changed"
"""Where each change is told, with the token of whoever made it."""

GATHERING = 0.2
"""Seconds in which several changes are heard as one."""

_AGAIN = 2.0
"""Seconds until a server that was lost is tried again."""

_AT_ONCE = 0.5
"""Seconds after which it is looked whether to end."""


class DeskListener:
    """A connection of its own on which a thread waits for news; it is made anew when it was lost.

    Args:
        address: of the database.
        heard: gets the tokens of those who changed something, or nothing when the server was lost or is there again.
    """

    def __init__(self, address: str, heard: Callable[[frozenset[str]], object]) -> None:
        self._address = address
        self._heard = heard
        self._ending = threading.Event()
        threading.Thread(target=self._listen, name="briefing listener", daemon=True).start()

    def close(self) -> None:
        """Hear no more; the connection is closed soon."""
        self._ending.set()

    def _listen(self) -> None:
        while not self._ending.is_set():
            try:
                with connect(self._address) as connection:
                    connection.execute(f"LISTEN {CHANNEL}")
                    self._tell(frozenset())
                    self._hear(connection)
            except (psycopg.Error, LibraryFailure):
                self._tell(frozenset())
                self._ending.wait(_AGAIN)

    def _hear(self, connection: Connection) -> None:
        while not self._ending.is_set():
            news = {one.payload for one in connection.notifies(timeout=_AT_ONCE, stop_after=1)}
            if news:
                self._ending.wait(GATHERING)
                news.update(one.payload for one in connection.notifies(timeout=0))
                self._tell(frozenset(news))

    def _tell(self, tokens: frozenset[str]) -> None:
        if not self._ending.is_set():
            self._heard(tokens)
