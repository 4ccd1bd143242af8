"""Changes that the disk refused: kept in order and retried."""

import time
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from typing import Protocol

from briefing.library import Library, LibraryBlocked, LibraryFailure
from briefing.model.message import Message
from briefing.records import dataclass
from briefing.service.events import Event

PAUSE = 2.0
"""Seconds between two tries; whatever else is asked for is done meanwhile."""


class Enqueue(Protocol):
    """Puts an act on the library's thread."""

    def __call__(self, job: int, act: Callable[[Library], None], failed: Callable[[Message], Event]) -> int:
        """Return the job."""


@dataclass(frozen=True, slots=True)
class Task:
    """Work for the library's thread.

    Attributes:
        act: what to do.
        failed: the event that tells of a failure.
        held: the event that tells that it waits for the disk; None if it need not be done later.
    """

    act: Callable[[Library], None]
    failed: Callable[[Message], Event]
    held: Callable[[Message], Event] | None = None


class Holding:
    """Does tasks, and holds those that have to be done later; on the library's thread.

    Args:
        tell: gets the events that tell of failures.
    """

    def __init__(self, tell: Callable[[Event], None]) -> None:
        self._emit = tell
        self._waiting: deque[Task] = deque()
        self._why = Message("")
        self._next_try = 0.0

    def do(self, task: Task, library: Library) -> None:
        """Do a task; if others wait for the disk, one that can be done later waits behind them."""
        if task.held and self._waiting:
            self._hold(task, self._why)
            self.try_again(library)
        elif task.held and not self._done(task, library):
            self._next_try = time.monotonic() + PAUSE
            self._hold(task, self._why)
        elif not task.held:
            self._done(task, library)

    def try_again(self, library: Library, at_once: bool = False) -> None:
        """Do what waits, in its order, if it is time, until the disk refuses again."""
        if not at_once and time.monotonic() < self._next_try:
            return
        while self._waiting and self._done(self._waiting[0], library):
            self._waiting.popleft()
        self._next_try = time.monotonic() + PAUSE

    def give_up(self, message: Message) -> None:
        """Let nothing wait any more: the library is not the one that it was for."""
        while self._waiting:
            self._emit(self._waiting.popleft().failed(message))

    def _hold(self, task: Task, why: Message) -> None:
        self._waiting.append(task)
        if task.held:
            self._emit(task.held(why))

    def _done(self, task: Task, library: Library) -> bool:
        """Do a task and tell of a failure; False if it has to be done later."""
        try:
            task.act(library)
        except LibraryBlocked as failure:
            if task.held:
                self._why = failure.message
                return False
            self._emit(task.failed(failure.message))
        except LibraryFailure as failure:
            self._emit(task.failed(failure.message))
        except Exception as fault:  # noqa: BLE001 the gate: one act that failed must not end the library's thread
            self._emit(task.failed(Message.of("mistake.writing_library", kind=type(fault).__name__, fault=str(fault))))
        return True


def keep_if_possible(library: Library, keep: Callable[[], object]) -> None:
    """Keep what only saves work, unless the disk is in the way: reading goes on without it."""
    if not library.read_only:
        with suppress(LibraryBlocked):
            keep()
