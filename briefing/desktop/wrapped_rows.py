"""Rows of a list whose words wrap inside of it, whatever room the style sheet takes at their sides."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem


class WrappedRows(QStyledItemDelegate):
    """Measures words for the width that is left to them; Qt alone forgets the padding, and the ends would be cut."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as the wrapped words are, and no wider than the list."""
        wanted = super().sizeHint(option, index)
        room: QRect = option.rect
        over = wanted.width() - room.width()
        if over <= 0 or room.width() <= over:
            return wanted
        narrow = QStyleOptionViewItem(option)
        narrow.rect = room.adjusted(0, 0, -over, 0)
        return QSize(room.width(), super().sizeHint(narrow, index).height())


def wrap_rows(view: QListView) -> None:
    """Let the words of a list wrap, also when it gets another width."""
    view.setWordWrap(True)
    view.setResizeMode(QListView.ResizeMode.Adjust)
    view.setItemDelegate(WrappedRows(view))
