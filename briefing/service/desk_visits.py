"""Looks at the server of a desk on a thread of its own: one that does not answer holds nobody up."""

import itertools
import threading
from collections.abc import Callable

from briefing.library import LibraryFailure
from briefing.library.library_stores import can_keep_passwords, keep_password, look_at_desk
from briefing.model.message import Message
from briefing.service.events import DeskVisited, Event


class DeskVisits:
    """Visits to desks before one is joined.

    Args:
        numbers: gives numbers of jobs.
        tell: gets the answers; called from threads of the visits.
    """

    def __init__(self, numbers: "itertools.count[int]", tell: Callable[[Event], None]) -> None:
        self._numbers = numbers
        self._emit = tell

    @property
    def can_keep_passwords(self) -> bool:
        """Whether the system has a keyring for passwords."""
        return can_keep_passwords()

    def visit(self, address: str, keep: bool = False) -> int:
        """Look what is at an address; answered by `DeskVisited`.

        Args:
            address: of the desk.
            keep: whether the password in it is to be kept in the system's keyring, if it opens the library.
        """
        job = next(self._numbers)
        threading.Thread(target=self._look, args=(job, address, keep), name="briefing visit", daemon=True).start()
        return job

    def _look(self, job: int, address: str, keep: bool) -> None:
        try:
            found = look_at_desk(address)
            if keep:
                keep_password(address)
            self._emit(DeskVisited(job, address, found, True))
        except LibraryFailure as failure:
            self._emit(DeskVisited(job, address, failure.message, False))
        except Exception as fault:  # noqa: BLE001 the gate: whatever went wrong, the reader is told
            message = Message.of("mistake.library", kind=type(fault).__name__, fault=str(fault))
            self._emit(DeskVisited(job, address, message, False))
