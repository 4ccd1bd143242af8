"""The left pane: all articles, newest first, and what is found in them as one types."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QListView,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefing.desktop.library.article_delegate import ArticleDelegate
from briefing.desktop.library.article_model import ArticleModel, ArticleRole, FoundModel
from briefing.desktop.library.search_field import SearchField
from briefing.desktop.library.search_scope import KindBar
from briefing.desktop.library.shelf_model import ShelfTree
from briefing.desktop.plain_words import PlainLabel
from briefing.desktop.theme import Theme
from briefing.library import SearchCounts, SearchResult
from briefing.model import KeptArticle, ShelfKind, Sort

if TYPE_CHECKING:
    from briefing.desktop.keys import Filled

SELECTING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier

PAUSE = 120
"""Milliseconds without a key after which what was typed is searched for."""


class LibraryPane(QFrame):
    """List of all articles, or of what a search found."""

    articleChosen = Signal(int)
    """Number of the article that the reader wants to read."""
    shelvesFolded = Signal(bool)
    """Whether the reader hid the shelves, or shows them again."""
    searchAsked = Signal(str)
    """What the reader typed to be searched for; answered by `show_found`."""

    removalWished = Signal()
    """What is selected is to go into the bin."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._filled: Filled | None = None
        self.model = ArticleModel(self)
        self.found = FoundModel(self)
        self._asking = QTimer(self, singleShot=True, interval=PAUSE)
        self._asking.timeout.connect(self._ask)
        self._delegate = ArticleDelegate(theme, self)
        self.shelves = ShelfTree(theme, self)
        self.search = SearchField(self)
        self.search.setPlaceholderText(self.tr("Search the library"))
        self.search.setAccessibleName(self.tr("Search the library"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._typed)
        self.kinds = KindBar(self)
        self.kinds.typedWished.connect(self.search.setText)
        self.list = QListView(self)
        self.search.left.connect(self.list.setFocus)
        self.list.setAccessibleName(self.tr("Articles"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(self._delegate)
        self.list.setUniformItemSizes(True)
        self.list.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.list.setDragEnabled(True)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.clicked.connect(self._click)
        self.list.activated.connect(self._choose)
        self._empty = PlainLabel(self)
        self._empty.setObjectName("faint")
        self._total, self._more = 0, False
        self._empty.setWordWrap(True)
        self._empty.setContentsMargins(8, 0, 8, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 12, 8, 8)
        column.setSpacing(8)
        column.addWidget(self.search)
        column.addWidget(self.kinds)
        self.fold = self._fold_button()
        self._share = 0
        column.addWidget(self.fold)
        self._parts = self._halves()
        column.addWidget(self._parts, 1)
        for model in (self.model, self.found):
            model.modelReset.connect(self.tell_empty)
            model.rowsInserted.connect(self.tell_empty)
        self.tell_empty()

    def hear_keys(self) -> None:
        """Take keys in the field and the lists from now on; to filter all events of a start would slow it."""
        from briefing.desktop.hit_keys import HitKeys
        from briefing.desktop.key_filter import DeleteKey

        self.search.hear_keys()
        HitKeys(self.search, self.list, opening=True)
        DeleteKey(self.list).pressed.connect(self.removalWished)
        self.shelves.hear_keys()

    def _fold_button(self) -> QToolButton:
        """Shows and hides the shelves."""
        fold = QToolButton(self)
        fold.setObjectName("fold")
        fold.setText(self.tr("Shelves"))
        fold.setToolTip(self.tr("Show or hide the shelves"))
        fold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        fold.setArrowType(Qt.ArrowType.DownArrow)
        fold.setCheckable(True)
        fold.setChecked(True)
        fold.toggled.connect(self._fold_shelves)
        return fold

    def _halves(self) -> QSplitter:
        """The shelves above the articles of the chosen one."""
        self.title = PlainLabel(self.tr("All articles"), self)
        self.title.setObjectName("paneTitle")
        self.sort = QComboBox(self)
        self.sort.setAccessibleName(self.tr("Sort articles by"))
        self.sort.setToolTip(self.tr("Sort articles by"))
        for sort, name in _sorts(self).items():
            self.sort.addItem(name, sort)
        head = QHBoxLayout()
        head.setContentsMargins(8, 8, 0, 0)
        head.addWidget(self.title, 1)
        head.addWidget(self.sort)
        below = QWidget(self)
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._empty)
        column.addWidget(self.list, 1)
        halves = _Halves(Qt.Orientation.Vertical, self)
        halves.addWidget(self.shelves)
        halves.addWidget(below)
        halves.setStretchFactor(1, 1)
        halves.setChildrenCollapsible(True)
        halves.splitterMoved.connect(self._take_share)
        halves.resized.connect(self._share_room)
        self.shelves.heightChanged.connect(self._share_room)
        return halves

    def fold_shelves(self, folded: bool) -> None:
        """Hide the shelves, or show them."""
        self.fold.setChecked(not folded)

    def _fold_shelves(self, shown: bool) -> None:
        self.fold.setArrowType(Qt.ArrowType.DownArrow if shown else Qt.ArrowType.RightArrow)
        self._show_shelves()
        self.shelvesFolded.emit(not shown)

    def _show_shelves(self) -> None:
        """What a search found has all the room: no shelf stands beside it that it is not in."""
        self.fold.setVisible(not self.searching)
        self.shelves.setVisible(self.fold.isChecked() and not self.searching)
        self._share_room()

    def _take_share(self) -> None:
        """The reader shares the room out himself."""
        self._share = self._parts.sizes()[0]

    def _share_room(self) -> None:
        """Give the shelves as much room as they fill, and half of the pane at most."""
        room = self._parts.height() - self._parts.handleWidth()
        wanted = self._share or min(self.shelves.content_height(), room // 2)
        if self.shelves.isVisibleTo(self) and self._parts.sizes() != [wanted, room - wanted]:
            self._parts.setSizes([wanted, room - wanted])

    @property
    def chosen(self) -> tuple[KeptArticle, ...]:
        """The articles that are selected in the list, in its order."""
        rows = sorted(self.list.selectedIndexes(), key=lambda index: index.row())
        return tuple(index.data(ArticleRole.KEPT) for index in rows)

    def name_keys(self, filled: "Filled") -> None:
        """Let the words for an empty list name the keys that hold."""
        self._filled = filled
        self.tell_empty()

    def show_shelf(self, name: str) -> None:
        """Show the articles of a shelf of that name, and not what was searched for."""
        self.title.setText(name)
        self.search.clear()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self.shelves.set_theme(theme)
        self._delegate.set_theme(theme)
        self.list.doItemsLayout()
        self._share_room()

    def select(self, article_id: int) -> None:
        """Bring the article that is open out."""
        model = self.found if self.searching else self.model
        row = model.row_of(article_id)
        if row >= 0 and not self.list.selectionModel().isRowSelected(row):
            # Said in full: for Qt a held Ctrl would turn the selection of this row over.
            selection = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.list.selectionModel().setCurrentIndex(model.index(row), selection)

    def _click(self, index: QModelIndex) -> None:
        # With a modifier the reader is choosing several, and not one to read.
        if not QApplication.keyboardModifiers() & SELECTING:
            self._choose(index)

    def _choose(self, index: QModelIndex) -> None:
        self.articleChosen.emit(index.data(ArticleRole.KEPT).id)

    @property
    def searching(self) -> bool:
        """Whether the list shows what was found, and not all articles."""
        return self.list.model() is self.found

    def change(self, kept: KeptArticle) -> None:
        """Show what is new about one article."""
        self.model.change(kept)
        self.found.change(kept)

    def show_found(self, typed: str, result: SearchResult) -> None:
        """Show what was found for `typed`, unless something else has been typed since."""
        if typed != self._sought or not typed:
            return
        self._total, self._more = result.total, result.more
        self.found.show_found(result.found)
        self.list.setModel(self.found)
        self._show_shelves()
        self.tell_empty()

    def show_counts(self, typed: str, counts: SearchCounts) -> None:
        """Show by kind in how many articles `typed` stands, unless something else has been typed since."""
        if typed == self._sought and typed:
            self.kinds.show_counts(typed, counts)

    @property
    def _sought(self) -> str:
        return self.search.text().strip()

    def _typed(self) -> None:
        if self._sought:
            self._asking.start()
            return
        self._asking.stop()
        self.kinds.hide()
        self.list.setModel(self.model)
        self._show_shelves()
        self.tell_empty()

    def _ask(self) -> None:
        self.searchAsked.emit(self._sought)

    def tell_empty(self) -> None:
        """Say how many were found, or what to do where nothing is listed."""
        listed = "" if self.model.rowCount() else self._words_of_empty()
        words = self._words_of_search() if self.searching else listed
        self._empty.setText(words)
        self._empty.setVisible(bool(words))

    def _words_of_search(self) -> str:
        if not self._total:
            return self.tr("Nothing was found. Fewer words, or the beginning of one with *, find more.")
        if self._more:
            return self.tr("{n} articles or more").format(n=self._total)
        return self.tr("%n article(s) found", "", self._total)

    def _words_of_empty(self) -> str:
        if self._filled is None:
            return ""
        otherwise = self.tr("Articles that you open are kept here. Press {open}, or drop a file.")
        words = {
            ShelfKind.INBOX: self.tr("The inbox is empty: all articles are read, or lie in a collection."),
            ShelfKind.UNREAD: self.tr("Nothing is unread."),
            ShelfKind.RECENT: self.tr("What you read appears here, the last first."),
            ShelfKind.COLLECTION: self.tr("Drag articles onto the collection, or press {collect}."),
            ShelfKind.TAG: self.tr("No article carries this tag any more."),
            ShelfKind.BIN: self.tr(
                "No article lies in the bin. Press {bin} for all else that was deleted; after 30 days it is gone."
            ),
        }
        return self._filled(words.get(self.model.shelf.kind, otherwise))


class _Halves(QSplitter):
    """Tells when it has more or less room."""

    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell of it once it has the room."""
        super().resizeEvent(event)
        self.resized.emit()


def _sorts(pane: LibraryPane) -> dict[Sort, str]:
    return {
        Sort.ADDED: pane.tr("Newest"),
        Sort.OPENED: pane.tr("Last read"),
        Sort.PUBLISHED: pane.tr("Published"),
        Sort.TITLE: pane.tr("Title"),
        Sort.OUTLET: pane.tr("Outlet"),
        Sort.WORDS: pane.tr("Length"),
    }
