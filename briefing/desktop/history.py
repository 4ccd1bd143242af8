"""Undo and redo: each act of the reader is one command that goes through the desk and knows its inverse."""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from briefing.library import ChangeAnnotation, Operation, Performed

JOIN_SECONDS = 0.5
"""Edits of one annotation that follow one another within this time are one step."""


class _Step(QUndoCommand):
    """One operation and, once it is on disk, its inverse."""

    def __init__(self, name: str, operation: Operation, send: Callable[["_Step", Operation], None]) -> None:
        super().__init__(name)
        self.operation = operation
        self.inverse: Operation | None = None
        self.undo_waits = False
        self.changed_at = time.monotonic()
        self._send = send

    def redo(self) -> None:
        self.undo_waits = False
        self._send(self, self.operation)

    def undo(self) -> None:
        if self.inverse is None:
            # Not on disk yet: its inverse is unknown until it is.
            self.undo_waits = True
            return
        self._send(self, self.inverse)


class History(QObject):
    """The undo stack of one window.

    Args:
        perform: sends an operation to the desk and gives the job's number.
    """

    stepFailed = Signal(str)
    """Name of a step that did not reach the disk and left the stack."""

    def __init__(self, perform: Callable[[Operation], int], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.stack = QUndoStack(self)
        self._perform = perform
        self._waiting: dict[int, tuple[_Step, bool]] = {}
        self._steps: list[_Step] = []

    def do(self, name: str, operation: Operation) -> None:
        """Perform `operation` as a new step called `name`, joined to the last one if that edits the same thing."""
        if self._joins(operation):
            last = self._steps[-1]
            last.operation = operation
            last.changed_at = time.monotonic()
            # The first inverse stays: undoing the step leads back to before the first of the joined edits.
            self._waiting[self._perform(operation)] = (last, True)
            return
        step = _Step(name, operation, self._send)
        del self._steps[self.stack.index() :]
        self._steps.append(step)
        self.stack.push(step)

    def settle(self, job: int, performed: Performed) -> None:
        """Take note that the operation of `job` is on disk."""
        step, joined = self._waiting.pop(job, (None, False))
        if step is None:
            return
        if not joined and step.inverse is None:
            step.inverse = performed.inverse
        if step.undo_waits:
            step.undo_waits = False
            step.undo()

    def fail(self, job: int) -> None:
        """Take note that the operation of `job` was not made."""
        step, _ = self._waiting.pop(job, (None, False))
        if step is None:
            return
        self.stepFailed.emit(step.text())
        step.setObsolete(True)

    def waits_for(self, job: int) -> bool:
        """Whether `job` is one of this history's operations."""
        return job in self._waiting

    @property
    def busy(self) -> bool:
        """Whether some operation is not on disk yet."""
        return bool(self._waiting)

    def _send(self, step: _Step, operation: Operation) -> None:
        self._waiting[self._perform(operation)] = (step, False)

    def _joins(self, operation: Operation) -> bool:
        if not self._steps or self.stack.index() != len(self._steps):
            return False
        last = self._steps[-1]
        return (
            isinstance(operation, ChangeAnnotation)
            and isinstance(last.operation, ChangeAnnotation)
            and last.operation.annotation.id == operation.annotation.id
            and time.monotonic() - last.changed_at <= JOIN_SECONDS
        )
