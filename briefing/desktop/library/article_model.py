"""The rows of the library's list: articles, or what a search found."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from briefing.desktop.plain_words import tip
from briefing.library import Found
from briefing.model import KeptArticle, Shelf, ShelfKind

AnyIndex = QModelIndex | QPersistentModelIndex

DRAGGED = "application/x-briefing-articles"
"""MIME type of articles that are dragged: their numbers, with a space between two."""


class ArticleRole(IntEnum):
    """What a line of the library shows."""

    KEPT = Qt.ItemDataRole.UserRole + 1
    FOUND = Qt.ItemDataRole.UserRole + 2
    """What a search found in it, a `Found`; None in a list that nobody searched."""


class ArticleModel(QAbstractListModel):
    """A row for each article of a shelf; long shelves come page by page, as one scrolls."""

    moreWished = Signal(int)
    """More of the shelf is to be shown, from this number on; answered by `show_page`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._articles: list[KeptArticle] = []
        self._shelf = Shelf()
        self._total = 0
        self._asked = 0

    @property
    def shelf(self) -> Shelf:
        """The shelf that is shown."""
        return self._shelf

    def show_page(self, articles: Sequence[KeptArticle], shelf: Shelf, first: int, total: int) -> None:
        """Show the beginning of a shelf, or more of the one that is shown; rows that stay are not disturbed."""
        self._total = total
        if first == 0:
            self._asked = 0
            if shelf == self._shelf:
                self._become(articles)
            else:
                self._shelf = shelf
                self.show(articles)
        elif shelf == self._shelf and first == len(self._articles):
            known = {one.id for one in self._articles}
            fresh = [one for one in articles if one.id not in known]
            if fresh:
                self.beginInsertRows(QModelIndex(), first, first + len(fresh) - 1)
                self._articles += fresh
                self.endInsertRows()

    def canFetchMore(self, parent: AnyIndex) -> bool:
        """Whether the shelf holds more than is shown."""
        return not parent.isValid() and self._asked < len(self._articles) < self._total

    def fetchMore(self, parent: AnyIndex) -> None:
        """Ask for more, once."""
        self._asked = len(self._articles)
        self.moreWished.emit(self._asked)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Articles can be dragged onto a shelf."""
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        """What is dragged."""
        return [DRAGGED]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The numbers of the dragged articles."""
        found = QMimeData()
        numbers = [str(self._articles[index.row()].id) for index in indexes]
        found.setData(DRAGGED, " ".join(numbers).encode())
        return found

    def show(self, articles: Iterable[KeptArticle]) -> None:
        """Show these articles and no others."""
        self.beginResetModel()
        self._articles = list(articles)
        self.endResetModel()

    def change(self, kept: KeptArticle) -> None:
        """Show what is new about one article; an unknown one goes on top of the shelf that holds all.

        A shelf shows the newest version: the one before it leaves.
        """
        for row, known in enumerate(self._articles):
            if known.id == kept.id:
                self._articles[row] = kept
                self.dataChanged.emit(self.index(row), self.index(row))
                return
        if self._shelf.kind is not ShelfKind.ALL or kept.removed or not kept.newest:
            return
        former = self.row_of(kept.former) if kept.former is not None else -1
        if former >= 0:
            self.beginRemoveRows(QModelIndex(), former, former)
            del self._articles[former]
            self._total -= 1
            self.endRemoveRows()
        self._total += 1
        self.beginInsertRows(QModelIndex(), 0, 0)
        self._articles.insert(0, kept)
        self.endInsertRows()

    def _become(self, articles: Sequence[KeptArticle]) -> None:
        """Show these articles; rows that stay keep their selection, and the list its place."""
        wanted = {one.id: row for row, one in enumerate(articles)}
        gone = [row for row, one in enumerate(self._articles) if one.id not in wanted]
        for first, last in reversed(list(_runs(gone))):
            self.beginRemoveRows(QModelIndex(), first, last)
            del self._articles[first : last + 1]
            self.endRemoveRows()
        self._put_in_order(wanted)
        known = {one.id for one in self._articles}
        for first, last in _runs([row for row, one in enumerate(articles) if one.id not in known]):
            self.beginInsertRows(QModelIndex(), first, last)
            self._articles[first:first] = articles[first : last + 1]
            self.endInsertRows()
        self._articles = list(articles)
        if self._articles:
            self.dataChanged.emit(self.index(0), self.index(len(self._articles) - 1))

    def _put_in_order(self, wanted: Mapping[int, int]) -> None:
        ordered = sorted(self._articles, key=lambda one: wanted[one.id])
        if ordered == self._articles:
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        rows = {one.id: row for row, one in enumerate(ordered)}
        after = [self.index(rows[self._articles[index.row()].id]) for index in before]
        self._articles = ordered
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

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
            words = " · ".join(part for part in (kept.origin.title, kept.origin.outlet) if part)
            return tip(words) if role == Qt.ItemDataRole.ToolTipRole else words
        return None


def _runs(rows: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First and last of each stretch of rows without a gap."""
    first = 0
    for at in range(1, len(rows) + 1):
        if at == len(rows) or rows[at] != rows[at - 1] + 1:
            yield rows[first], rows[at - 1]
            first = at


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
