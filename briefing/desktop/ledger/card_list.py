"""A list of cards that scrolls by pixels and never leaves a sliver of a card above the one that it shows."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint
from PySide6.QtWidgets import QListView


class CardList(QListView):
    """Cards; what brings one into sight lets the topmost one begin at the top."""

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QListView.ScrollHint = QListView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a card into sight; nothing moves if it is in sight already."""
        bar = self.verticalScrollBar()
        before = bar.value()
        super().scrollTo(index, hint)
        if bar.value() != before:
            self._begin_with_whole_card(index)

    def _begin_with_whole_card(self, shown: QModelIndex | QPersistentModelIndex) -> None:
        top = self.indexAt(QPoint(self.viewport().width() // 2, 0))
        if not top.isValid() or top.row() >= shown.row():
            return
        hidden = -self.visualRect(top).top()
        if hidden > 0:
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + self.visualRect(top).height() - hidden)
