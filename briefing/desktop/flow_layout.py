"""A layout that sets widgets in rows, and begins a new row where one is full."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

GAP = 2


class WrappingLayout(QLayout):
    """As high as the lines are that the widgets need at a width.

    Args:
        parent: whose layout this is.
        gap: pixels between two widgets, and between two lines.
    """

    def __init__(self, parent: QWidget, gap: int = GAP) -> None:
        super().__init__(parent)
        self._gap = gap
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Take one more, at the end."""
        self._items.append(item)

    def count(self) -> int:
        """How many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The one at a place, if there is one."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give the one at a place away."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """None: more room is not needed."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Yes: narrow is high."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Pixels of all lines at a width."""
        return max((place.bottom() + 1 for place in self._places(width)), default=0)

    def minimumSize(self) -> QSize:
        """Room for the widest, alone in its line and as narrow as it can be."""
        sizes = [item.minimumSize() for item in self._items]
        return QSize(
            max((size.width() for size in sizes), default=0), max((size.height() for size in sizes), default=0)
        )

    def sizeHint(self) -> QSize:
        """The least: it wraps wherever it has to."""
        return self.minimumSize()

    def setGeometry(self, rect: QRect) -> None:
        """Put all in their places."""
        super().setGeometry(rect)
        for item, place in zip(self._items, self._places(rect.width()), strict=True):
            item.setGeometry(place.translated(rect.topLeft()))

    def _places(self, width: int) -> list[QRect]:
        places: list[QRect] = []
        at, line = QPoint(0, 0), 0
        for item in self._items:
            wished = item.sizeHint()
            size = QSize(max(item.minimumSize().width(), min(wished.width(), width)), wished.height())
            if at.x() and at.x() + size.width() > width:
                at, line = QPoint(0, at.y() + line + self._gap), 0
            places.append(QRect(at, size))
            at, line = at + QPoint(size.width() + self._gap, 0), max(line, size.height())
        return places
