"""Icons that are drawn when they are first painted, sharp on every screen."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap

FAINT = 0.4
"""Opacity of an icon that cannot be chosen, where its colours tell something."""

Drawing = Callable[[QPainter, QRect, QIcon.Mode, QIcon.State], None]
"""Draws an icon into a rectangle, in a mode and a state."""


class DrawnEngine(QIconEngine):
    """Calls one drawing for all sizes, modes and states.

    To draw all icons in all of them at once would cost more than the rest of the window's start.
    """

    def __init__(self, drawing: Drawing, largest: int, fades: bool) -> None:
        super().__init__()
        self._drawing = drawing
        self._largest = largest
        self._fades = fades

    def clone(self) -> QIconEngine:
        """The same once more, as Qt asks for it."""
        return DrawnEngine(self._drawing, self._largest, self._fades)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw the icon into `rect`."""
        painter.save()
        if self._fades and mode is QIcon.Mode.Disabled:
            painter.setOpacity(FAINT)
        self._drawing(painter, rect, mode, state)
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """The icon in `size`, which counts pixels of the screen."""
        drawn = QPixmap(size)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return drawn

    def actualSize(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QSize:
        """Any size can be drawn; in the interface an icon has its own."""
        return size.boundedTo(QSize(self._largest, self._largest))


def drawn_icon(drawing: Drawing, largest: int, fades: bool = False) -> QIcon:
    """An icon of at most `largest` pixels of the screen on a side; `fades` makes it faint where it cannot be chosen."""
    return QIcon(DrawnEngine(drawing, largest, fades))
