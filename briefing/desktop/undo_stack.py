"""Undo and redo: each act of the reader is one step that goes through the service and learns its inverse from it."""

import time
from collections.abc import Callable
from dataclasses import field
from enum import Enum, auto

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from briefing.desktop.joined_edits import are_one, joined, joined_inverse
from briefing.library import Operation, Performed, Several
from briefing.records import dataclass

JOIN_SECONDS = 0.5
"""Edits of one thing that follow one another within this time are one step."""


@dataclass(frozen=True, slots=True)
class Stepped:
    """A step that was undone, or done again, and is on disk.

    Attributes:
        name: of the step.
        article_id: of the article it is about; None if about several.
        undone: whether it was undone; else it was done again.
    """

    name: str
    article_id: int | None
    undone: bool


class _Way(Enum):
    """Why an operation was sent."""

    DO = auto()
    JOIN = auto()
    UNDO = auto()
    REDO = auto()


@dataclass(eq=False)
class _Act:
    """What is known of one step; it outlives the step, which Qt deletes when the stack forgets it."""

    name: str
    operation: Operation
    inverse: Operation | None = None
    begun: bool = False
    failed: bool = False
    silent: bool = False
    undo_waits: bool = False
    changed_at: float = field(default_factory=time.monotonic)


class _Step(QUndoCommand):
    """The act as the stack of Qt knows it."""

    def __init__(self, act: _Act, send: Callable[[_Act, _Way, Operation], None]) -> None:
        super().__init__(act.name)
        self.act = act
        self._send = send

    def redo(self) -> None:
        act = self.act
        if act.silent or act.failed:
            return
        if act.undo_waits:
            # It was never undone: the undo still waited for the answer, and is now taken back.
            act.undo_waits = False
            return
        self._send(act, _Way.REDO if act.begun else _Way.DO, act.operation)
        act.begun = True

    def undo(self) -> None:
        act = self.act
        if act.failed:
            self.setObsolete(True)
        elif not act.silent and act.inverse is None:
            # Not on disk yet: its inverse is unknown until it is.
            act.undo_waits = True
        elif not act.silent and act.inverse is not None:
            self._send(act, _Way.UNDO, act.inverse)


class History(QObject):
    """The undo stack of one window.

    Args:
        perform: sends an operation to the service, which performs in the order of sending, and gives the job's number.
    """

    stepFailed = Signal(str)
    """Name of a step that did not reach the disk and left the stack."""
    stepped = Signal(object)
    """`Stepped`: an undo or redo that is on disk."""

    def __init__(self, perform: Callable[[Operation], int], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.stack = QUndoStack(self)
        self._perform = perform
        self._waiting: dict[int, tuple[_Act, _Way, Operation]] = {}

    def clear(self) -> None:
        """Forget all steps; what is on its way to the disk still gets there."""
        self.stack.clear()
        self._waiting.clear()

    def do(self, name: str, *operations: Operation) -> None:
        """Perform operations as one new step called `name`, joined to the last one if that edits the same thing."""
        if not operations:
            return
        operation = operations[0] if len(operations) == 1 else Several(operations)
        last = self._last()
        if last is not None and _joins(last, operation):
            last.operation = joined(last.operation, operation)
            last.changed_at = time.monotonic()
            # The first inverse stays: undoing the step leads back to before the first of the joined edits.
            self._send(last, _Way.JOIN, operation)
            return
        self.stack.push(_Step(_Act(name, operation), self._send))

    def undo(self) -> None:
        """Take the last step back; steps that never came about are passed over."""
        while (last := self._last()) is not None:
            self.stack.undo()
            if not last.failed:
                return

    def redo(self) -> None:
        """Do the step again that was taken back last."""
        self.stack.redo()

    def settle(self, job: int, performed: Performed) -> None:
        """Take note that the operation of `job` is on disk."""
        if job not in self._waiting:
            return
        act, way, _ = self._waiting.pop(job)
        if way in (_Way.DO, _Way.REDO):
            act.inverse = performed.inverse
        elif way is _Way.JOIN and act.inverse is not None:
            act.inverse = joined_inverse(act.inverse, performed.inverse)
        if way in (_Way.UNDO, _Way.REDO):
            self.stepped.emit(Stepped(act.name, performed.article_id, way is _Way.UNDO))
        if act.undo_waits and act.inverse is not None:
            act.undo_waits = False
            self._send(act, _Way.UNDO, act.inverse)

    def fail(self, job: int) -> None:
        """Take note that the operation of `job` was not made: its step is as it was before."""
        if job not in self._waiting:
            return
        act, way, _ = self._waiting.pop(job)
        if way is _Way.DO:
            act.failed = True
            self.stepFailed.emit(act.name)
            if self._last() is act:
                self.stack.undo()
        elif way is _Way.UNDO and self._next() is act:
            _silently(act, self.stack.redo)
        elif way is _Way.REDO and self._last() is act:
            _silently(act, self.stack.undo)

    def waits_for(self, job: int) -> bool:
        """Whether `job` is one of this history's operations."""
        return job in self._waiting

    def sent(self, job: int) -> Operation | None:
        """The operation of `job`, unless it is on disk or failed already."""
        return self._waiting[job][2] if job in self._waiting else None

    @property
    def waiting(self) -> tuple[Operation, ...]:
        """What is not on disk yet, in the order of sending."""
        return tuple(operation for _, _, operation in self._waiting.values())

    @property
    def busy(self) -> bool:
        """Whether some operation is not on disk yet."""
        return bool(self._waiting)

    def _send(self, act: _Act, way: _Way, operation: Operation) -> None:
        self._waiting[self._perform(operation)] = (act, way, operation)

    def _last(self) -> _Act | None:
        """The act that undo would take back."""
        return self._at(self.stack.index() - 1)

    def _next(self) -> _Act | None:
        """The act that redo would do again."""
        return self._at(self.stack.index())

    def _at(self, number: int) -> _Act | None:
        found = self.stack.command(number) if 0 <= number < self.stack.count() else None
        return found.act if isinstance(found, _Step) else None


def _silently(act: _Act, move: Callable[[], None]) -> None:
    """Move the stack over a step without sending anything."""
    act.silent = True
    move()
    act.silent = False


def _joins(last: _Act, operation: Operation) -> bool:
    return are_one(last.operation, operation) and not last.failed and time.monotonic() - last.changed_at <= JOIN_SECONDS
