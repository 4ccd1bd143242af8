"""Finds the lines of a list or tree that hold every word that was typed; a branch stands if one of its lines does."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

SOUGHT = Qt.ItemDataRole.UserRole + 100
"""What a line is found by, in small letters; a line without it is found by none."""


class WordsFilter(QSortFilterProxyModel):
    """Lets through what holds every word; without words, all that can be found."""

    def __init__(self, model: QAbstractItemModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.words: tuple[str, ...] = ()
        self.setRecursiveFilteringEnabled(True)
        self.setSourceModel(model)

    def set_words(self, words: str) -> None:
        """Let through what holds these words."""
        self.beginFilterChange()
        self.words = tuple(words.casefold().split())
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def filterAcceptsRow(self, row: int, parent: QModelIndex | QPersistentModelIndex) -> bool:
        """Whether a line holds all words."""
        sought = self.sourceModel().index(row, 0, parent).data(SOUGHT)
        return sought is not None and all(word in sought for word in self.words)
