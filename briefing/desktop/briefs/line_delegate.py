"""Draws a row of a brief, with a handle that shows that it can be dragged."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from briefing.desktop.theme import Role, Theme

HANDLE = 24
"""Pixels at the right edge in which the handle stands."""

DOT, STEP = 1.4, 5.0
"""Radius of a dot of the handle, and pixels from one to the next."""


class LineDelegate(QStyledItemDelegate):
    """Six dots at the right edge of each row."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Room for the words, and for the handle beside them."""
        size = super().sizeHint(option, index)
        return QSize(size.width() + HANDLE, size.height())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the row as any, its words short of the handle."""
        narrow = QStyleOptionViewItem(option)
        narrow.rect.adjust(0, 0, -HANDLE, 0)
        super().paint(painter, narrow, index)
        if not index.flags() & Qt.ItemFlag.ItemIsDragEnabled:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme[Role.INK_FAINT])
        middle = QPointF(option.rect.right() - HANDLE / 2, option.rect.center().y())
        for across in (-0.5, 0.5):
            for down in (-1, 0, 1):
                painter.drawEllipse(middle + QPointF(across * STEP, down * STEP), DOT, DOT)
        painter.restore()
