"""Looks at the server of a desk on a thread of its own: one that does not answer holds nobody up."""

import itertools
import threading
from collections.abc import Callable

from briefing.library import LibraryFailure
from briefing.library.library_stores import look_at_desk
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

    def visit(self, address: str) -> int:
        """Look what is at an address; answered by `DeskVisited`."""
        job = next(self._numbers)
        threading.Thread(target=self._look, args=(job, address), name="briefing visit", daemon=True).start()
        return job

    def _look(self, job: int, address: str) -> None:
        try:
            self._emit(DeskVisited(job, address, look_at_desk(address), True))
        except LibraryFailure as failure:
            self._emit(DeskVisited(job, address, failure.message, False))
        except Exception as fault:  # noqa: BLE001 the gate: whatever went wrong, the reader is told
            message = Message.of("mistake.library", kind=type(fault).__name__, fault=str(fault))
            self._emit(DeskVisited(job, address, message, False))
