"""Looks after a library in the background: checked after an unclean end, deleted for good, backed up each day."""

import threading
from collections.abc import Callable

from briefing.library import LibraryFailure, LibraryUnreachable, Store
from briefing.model.message import Message

FIRST_LOOK = 20.0
"""Seconds after opening until the first look, so that it slows nobody who has just started."""

EVERY = 3600.0
"""Seconds between looks."""


class LibraryCare:
    """A thread that looks after a library until it is closed.

    Args:
        store: where the library is kept.
        warn: gets a message for the reader if something is wrong; called from the thread.
        tell_of_damage: the same if the library is damaged.
        ended_uncleanly: whether the library was not closed the last time, so that it is checked first.
        first_look: seconds until the first look.
    """

    def __init__(
        self,
        store: Store,
        warn: Callable[[Message], None],
        tell_of_damage: Callable[[Message], None],
        ended_uncleanly: bool,
        first_look: float = FIRST_LOOK,
    ) -> None:
        self._store = store
        self._warn = warn
        self._report_damage = tell_of_damage
        self._ending = threading.Event()
        self._thread = threading.Thread(
            target=self._maintain, args=(ended_uncleanly, first_look), name="briefing care", daemon=True
        )
        self._thread.start()

    def close(self) -> None:
        """End the thread; a backup that is being made is finished first."""
        self._ending.set()
        self._thread.join()

    def _maintain(self, ended_uncleanly: bool, wait: float) -> None:
        while not self._ending.wait(wait):
            wait = EVERY
            if ended_uncleanly and not self._is_sound():
                return
            ended_uncleanly = False
            self._clean_up()

    def _is_sound(self) -> bool:
        faults = self._store.faults_of_rows()
        if faults:
            self._report_damage(Message.of("library.damaged_unclosed", fault=faults[0]))
        return not faults

    def _clean_up(self) -> None:
        try:
            library = self._store.open()
        except LibraryUnreachable:
            return  # The reader is told by whoever works with it.
        except LibraryFailure as failure:
            self._warn(failure.message)
            return
        try:
            if not library.read_only:
                library.erase_if_due()
                library.back_up_if_due()
        except LibraryFailure as failure:
            self._warn(failure.message)
        finally:
            library.close()
