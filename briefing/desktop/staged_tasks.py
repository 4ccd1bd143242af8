"""Does several things one after another, each in a turn of its own, so that the window can answer between them."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer

PAUSE = 4
"""Milliseconds between two turns, in which keys, clicks and paint that came meanwhile go first."""


class StagedTasks(QObject):
    """Things that wait for their turn; newer ones take the place of all that still wait."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: list[Callable[[], object]] = []
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self._do_next)

    def do(self, things: Iterable[Callable[[], object]]) -> None:
        """Do these things, the first one in the next turn; forget what still waits."""
        self._waiting = list(things)
        self._timer.start()

    def drop(self) -> None:
        """Forget what still waits."""
        self._waiting.clear()
        self._timer.stop()

    def _do_next(self) -> None:
        if self._waiting:
            thing = self._waiting.pop(0)
            if self._waiting:
                self._timer.start()
            thing()
