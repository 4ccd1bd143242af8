"""The rows of what a feed offers: which entries are chosen, and which the library has already."""

from collections.abc import Iterable
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt

from briefing.desktop.interface_language import said
from briefing.desktop.model_labels import published_label
from briefing.intake import Feed, FeedEntry
from briefing.model import Origin
from briefing.model.message import Message

AnyIndex = QModelIndex | QPersistentModelIndex


class EntryRole(IntEnum):
    """What a row shows."""

    ENTRY = Qt.ItemDataRole.UserRole + 1
    UNDER = Qt.ItemDataRole.UserRole + 2
    """The line under the title: date, whether the library has it, and the first words."""


class FeedModel(QAbstractListModel):
    """A row for each entry; articles can be chosen by their boxes, feeds of a list one at a time.

    Args:
        feed: what is offered.
        kept: addresses of the articles that the library has.
        in_file: whether a file was opened, so that articles in it can be opened.
    """

    def __init__(
        self, feed: Feed, kept: Iterable[str], parent: QObject | None = None, *, in_file: bool = False
    ) -> None:
        super().__init__(parent)
        self._in_file = in_file
        self._entries = feed.entries
        self.lists_feeds = any(entry.is_feed for entry in feed.entries)
        """Whether the entries are feeds, and not articles."""
        self._kept = frozenset(kept)
        self._chosen: set[int] = set()

    def leads_somewhere(self, entry: FeedEntry) -> bool:
        """Whether an entry can be opened: fetched from its address, or read from the file."""
        return bool(entry.address) or (self._in_file and entry.is_here)

    @property
    def chosen(self) -> list[FeedEntry]:
        """The entries whose boxes are checked, in the feed's order."""
        return [self._entries[row] for row in sorted(self._chosen)]

    def choose(self, rows: Iterable[int], on: bool) -> None:
        """Check or clear the boxes of rows; entries without an address have none."""
        for row in rows:
            if on and self.leads_somewhere(self._entries[row]):
                self._chosen.add(row)
            else:
                self._chosen.discard(row)
        last = self.index(len(self._entries) - 1)
        self.dataChanged.emit(self.index(0), last, [Qt.ItemDataRole.CheckStateRole])

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 Qt's own signature
        """How many entries there are."""
        return 0 if parent.isValid() else len(self._entries)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Entries that lead nowhere cannot be chosen."""
        if not index.isValid() or not self.leads_somewhere(self._entries[index.row()]):
            return Qt.ItemFlag.NoItemFlags
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return usual if self.lists_feeds else usual | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Title, box, and the line under the title."""
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _title(entry)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{_title(entry)}. {self._under(entry)}"
            case EntryRole.ENTRY:
                return entry
            case EntryRole.UNDER:
                return self._under(entry)
            case Qt.ItemDataRole.CheckStateRole if self.leads_somewhere(entry) and not self.lists_feeds:
                return Qt.CheckState.Checked if index.row() in self._chosen else Qt.CheckState.Unchecked
        return None

    def setData(self, index: AnyIndex, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Check or clear a box."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        self.choose((index.row(),), Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    def _under(self, entry: FeedEntry) -> str:
        day = published_label(Origin(published=entry.published))
        known = self.tr("in the library") if entry.address in self._kept else ""
        nowhere = "" if self.leads_somewhere(entry) else self.tr("without an address")
        where = entry.address if entry.is_feed else ""
        tags = ", ".join(entry.tags)
        added = published_label(Origin(published=entry.added)) if entry.added else ""
        listed = self.tr("listed on {day}").format(day=added) if added else ""
        told = said(entry.remark) if entry.remark else ""
        return " · ".join(part for part in (day, listed, known, nowhere, where, tags, entry.summary, told) if part)


def _title(entry: FeedEntry) -> str:
    return entry.title or said(Message("feed.untitled"))


class EntriesWith(QSortFilterProxyModel):
    """Only the entries that hold the words that were typed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: list[str] = []

    def seek(self, typed: str) -> None:
        """Show only entries with these words."""
        self.beginFilterChange()
        self._words = typed.casefold().split()
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def filterAcceptsRow(self, source_row: int, source_parent: AnyIndex) -> bool:
        """Whether an entry holds all the words."""
        entry = self.sourceModel().index(source_row, 0, source_parent).data(EntryRole.ENTRY)
        shown = f"{entry.title} {entry.summary} {' '.join(entry.tags)}".casefold()
        return all(word in shown for word in self._words)
