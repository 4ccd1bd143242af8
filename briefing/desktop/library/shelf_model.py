"""The shelves of the library as a tree: inbox, all, unread, collections, tags, saved searches, bin."""

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QIcon,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from briefing.desktop.icons import icon
from briefing.desktop.library.article_model import DRAGGED
from briefing.desktop.plain_words import tip
from briefing.desktop.theme import Theme
from briefing.model import Collection, SavedSearch, Shelf, ShelfKind
from briefing.service import ShelvesListed

SHELF = Qt.ItemDataRole.UserRole + 1
"""A `Shelf`, or a `SavedSearch`; None for the heads of groups."""

NAME = SHELF + 1
"""What a shelf, a search or a group is called, without the number of its articles."""

_ICONS = {
    ShelfKind.INBOX: "inbox",
    ShelfKind.ALL: "layers",
    ShelfKind.UNREAD: "message-circle",
    ShelfKind.RECENT: "rotate-ccw",
    ShelfKind.BIN: "trash-2",
}

Place = Shelf | SavedSearch


class ShelfModel(QStandardItemModel):
    """The shelves with the number of articles on each."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def set_theme(self, theme: Theme) -> None:
        """Tint the icons that are drawn from now on in another theme."""
        self._theme = theme

    def show_shelves(self, told: ShelvesListed) -> None:
        """Show how the library is arranged now."""
        self.clear()
        counts = dict(told.counts)
        names = {
            ShelfKind.INBOX: self.tr("Inbox"),
            ShelfKind.ALL: self.tr("All articles"),
            ShelfKind.UNREAD: self.tr("Unread"),
            ShelfKind.RECENT: self.tr("Recently read"),
        }
        for kind, name in names.items():
            self.appendRow(self._item(name, Shelf(kind), counts.get(kind, 0), icon(_ICONS[kind], self._theme)))
        if told.collections:
            self.appendRow(self._group(self.tr("Collections"), self._collections(told.collections, None)))
        tags = [tag for tag in told.tags if tag.articles]
        if tags:
            sign = icon("tag", self._theme)
            rows = [self._item(tag.name, Shelf(ShelfKind.TAG, tag.name), tag.articles, sign) for tag in tags]
            self.appendRow(self._group(self.tr("Tags"), iter(rows)))
        if told.searches:
            sign = icon("search", self._theme)
            searches = (self._item(search.name, search, 0, sign, search.typed) for search in told.searches)
            self.appendRow(self._group(self.tr("Saved searches"), searches))
        bin_icon = icon(_ICONS[ShelfKind.BIN], self._theme)
        self.appendRow(self._item(self.tr("Bin"), Shelf(ShelfKind.BIN), counts.get(ShelfKind.BIN, 0), bin_icon))

    def index_of(self, place: Place) -> QModelIndex:
        """Where a shelf or a search stands; an invalid index if it is not there."""
        return next((index for index in self.indexes() if index.data(SHELF) == place), QModelIndex())

    def indexes(self, parent: QModelIndex | None = None) -> Iterator[QModelIndex]:
        """Every shelf, search and head of a group, from the top."""
        above = parent or QModelIndex()
        for row in range(self.rowCount(above)):
            index = self.index(row, 0, above)
            yield index
            yield from self.indexes(index)

    def _collections(self, known: tuple[Collection, ...], parent: str | None) -> Iterator[QStandardItem]:
        for one in known:
            if one.parent == parent:
                sign = icon("folder-open", self._theme)
                item = self._item(one.name, Shelf(ShelfKind.COLLECTION, one.id), one.articles, sign)
                for inner in self._collections(known, one.id):
                    item.appendRow(inner)
                yield item

    def _group(self, name: str, items: Iterator[QStandardItem]) -> QStandardItem:
        head = QStandardItem(name)
        head.setSelectable(False)
        head.setEditable(False)
        font = head.font()
        font.setBold(True)
        head.setFont(font)
        for item in items:
            head.appendRow(item)
        return head

    def _item(self, name: str, place: Place, number: int, sign: QIcon, told: str = "") -> QStandardItem:
        item = QStandardItem(sign, f"{name}   {number}" if number else name)
        item.setEditable(False)
        item.setData(place, SHELF)
        item.setData(name, NAME)
        item.setToolTip(tip(told or name))
        spoken = self.tr("{name}, {n} articles").format(name=name, n=number)
        item.setData(name if isinstance(place, SavedSearch) else spoken, Qt.ItemDataRole.AccessibleTextRole)
        return item


class ShelfTree(QTreeView):
    """Shows the shelves; articles can be dropped on collections, tags and the bin."""

    placeChosen = Signal(object)
    """The `Shelf` or `SavedSearch` that the reader chose."""
    articlesDropped = Signal(object, object)
    """A `Shelf` and the tuple of the numbers of articles that were dropped on it."""
    removalWished = Signal(object)
    """The `Shelf` or `SavedSearch` that is chosen, or None, is to go into the bin."""
    heightChanged = Signal()
    """There are more or fewer rows than before."""
    menuWished = Signal(object, object)
    """The `Shelf` or `SavedSearch` under the mouse or None, and the `QPoint` on the screen for a menu."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shelves = ShelfModel(theme, self)
        self._told: ShelvesListed | None = None
        self._before_drag: Place | None = None
        self.setModel(self.shelves)
        self.setAccessibleName(self.tr("Shelves"))
        self.setHeaderHidden(True)
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setIndentation(14)
        self.setRootIsDecorated(True)
        self.setUniformRowHeights(True)
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DropOnly)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._wish_menu)
        self.expanded.connect(self.heightChanged)
        self.collapsed.connect(self.heightChanged)
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)

    def hear_keys(self) -> None:
        """Take the key with which a shelf is deleted, from now on."""
        from briefing.desktop.key_filter import DeleteKey

        DeleteKey(self).pressed.connect(lambda: self.removalWished.emit(self.place))

    @property
    def place(self) -> Place | None:
        """The shelf or search that is chosen."""
        found = self.currentIndex().data(SHELF)
        return found if isinstance(found, Shelf | SavedSearch) else None

    @property
    def name(self) -> str:
        """What the chosen shelf or search is called."""
        return str(self.currentIndex().data(NAME) or "")

    def content_height(self) -> int:
        """Pixels of all rows that are unfolded."""
        rows = 0
        index = self.shelves.index(0, 0)
        while index.isValid():
            rows += 1
            index = self.indexBelow(index)
        return rows * max(1, self.sizeHintForRow(0)) + 2 * self.frameWidth() + 4

    def show_shelves(self, told: ShelvesListed) -> None:
        """Show how the library is arranged now; what was chosen stays chosen, what was folded stays folded."""
        self._told = told
        chosen = self.place or Shelf()
        folded = {self._name(index) for index in self.shelves.indexes() if not self.isExpanded(index)}
        self.shelves.show_shelves(told)
        for index in self.shelves.indexes():
            self.setExpanded(index, self._name(index) not in folded)
        self.setCurrentIndex(self.shelves.index_of(chosen))
        self.heightChanged.emit()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self.shelves.set_theme(theme)
        if self._told:
            self.show_shelves(self._told)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take articles only."""
        if event.mimeData().hasFormat(DRAGGED):
            self._before_drag = self.place
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Go back to the shelf whose articles are listed."""
        self._end_drag()
        event.accept()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where they can be dropped."""
        shelf = self._droppable(event.position().toPoint())
        event.setAccepted(shelf is not None)
        if shelf is not None:
            self.setCurrentIndex(self.indexAt(event.position().toPoint()))

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell what was dropped where."""
        shelf = self._droppable(event.position().toPoint())
        if shelf is not None:
            numbers = bytes(event.mimeData().data(DRAGGED).data()).decode().split()
            self.articlesDropped.emit(shelf, tuple(map(int, numbers)))
            event.acceptProposedAction()
        self._end_drag()

    def _end_drag(self) -> None:
        if self._before_drag is not None:
            self.setCurrentIndex(self.shelves.index_of(self._before_drag))
        self._before_drag = None

    def _droppable(self, point: QPoint) -> Shelf | None:
        found = self.indexAt(point).data(SHELF)
        kinds = (ShelfKind.COLLECTION, ShelfKind.TAG, ShelfKind.BIN)
        return found if isinstance(found, Shelf) and found.kind in kinds else None

    def _choose(self, index: QModelIndex) -> None:
        place = index.data(SHELF)
        if isinstance(place, Shelf | SavedSearch):
            self.placeChosen.emit(place)

    def _wish_menu(self, point: QPoint) -> None:
        self.menuWished.emit(self.indexAt(point).data(SHELF), self.viewport().mapToGlobal(point))

    def _name(self, index: QModelIndex) -> str:
        return repr(index.data(SHELF) or index.data())
