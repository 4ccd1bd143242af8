"""The rows of the library's list: articles, or what a search found."""

from collections.abc import Iterable
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from briefing.library import Found
from briefing.model import KeptArticle

AnyIndex = QModelIndex | QPersistentModelIndex


class ArticleRole(IntEnum):
    """What a line of the library shows."""

    KEPT = Qt.ItemDataRole.UserRole + 1
    FOUND = Qt.ItemDataRole.UserRole + 2
    """What a search found in it, a `Found`; None in a list that nobody searched."""


class ArticleModel(QAbstractListModel):
    """A row for each article, newest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._articles: list[KeptArticle] = []

    def show(self, articles: Iterable[KeptArticle]) -> None:
        """Show these articles and no others."""
        self.beginResetModel()
        self._articles = list(articles)
        self.endResetModel()

    def change(self, kept: KeptArticle) -> None:
        """Show what is new about one article; an unknown one goes on top."""
        for row, known in enumerate(self._articles):
            if known.id == kept.id:
                self._articles[row] = kept
                self.dataChanged.emit(self.index(row), self.index(row))
                return
        self.beginInsertRows(QModelIndex(), 0, 0)
        self._articles.insert(0, kept)
        self.endInsertRows()

    def row_of(self, article_id: int) -> int:
        """The row of an article, or -1."""
        return next((row for row, kept in enumerate(self._articles) if kept.id == article_id), -1)

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 Qt's own signature
        """How many articles there are."""
        return 0 if parent.isValid() else len(self._articles)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The article of a row, or its title in words."""
        if not index.isValid():
            return None
        kept = self._articles[index.row()]
        if role == ArticleRole.KEPT:
            return kept
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return " · ".join(part for part in (kept.origin.title, kept.origin.outlet) if part)
        return None


class FoundModel(ArticleModel):
    """A row for each article that a search found, best first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._found: dict[int, Found] = {}

    def show_found(self, found: Iterable[Found]) -> None:
        """Show what was found and nothing else."""
        self._found = {one.article.id: one for one in found}
        self.show([one.article for one in self._found.values()])

    def change(self, kept: KeptArticle) -> None:
        """Show what is new about an article, if it is one of those found."""
        if kept.id in self._found:
            super().change(kept)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The same as for any article, and what was found in it."""
        kept = super().data(index, ArticleRole.KEPT)
        if role == ArticleRole.FOUND and isinstance(kept, KeptArticle):
            return self._found[kept.id]
        return super().data(index, role)
