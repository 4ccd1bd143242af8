"""What a feed offers: one entry is opened, several are taken into the library, a feed of a list is opened in turn."""

from urllib.parse import urlsplit

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from briefing.desktop.intake_dialogs.feed_delegate import FeedDelegate
from briefing.desktop.intake_dialogs.feed_model import EntriesWith, EntryRole, FeedModel
from briefing.desktop.plain_words import PlainLabel
from briefing.desktop.theme import Theme
from briefing.intake import FeedEntry
from briefing.intake.source_list import Source
from briefing.service import FeedOffered, PageSource, source_of


class FeedDialog(QDialog):
    """The entries of a feed with a box each, open beside the work.

    Args:
        offered: what the service told.
        theme: to draw in.
        parent: the window.
    """

    pageChosen = Signal(object)
    """A `PageSource` to be opened and read."""
    pagesChosen = Signal(object)
    """A list of `PageSource`, or `Source` in the file that was opened, to be taken into the library."""

    def __init__(self, offered: FeedOffered, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offered = offered
        named = self.tr("Articles in {title}") if offered.path else self.tr("Feed: {title}")
        self.setWindowTitle(named.format(title=offered.feed.title))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(680, 560)
        self.model = FeedModel(offered.feed, offered.kept, self, in_file=offered.path is not None)
        self.shown = EntriesWith(self)
        self.shown.setSourceModel(self.model)
        title = PlainLabel(offered.feed.title, self)
        title.setObjectName("paneTitle")
        title.setWordWrap(True)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Filter"))
        self.search.setAccessibleName(self.tr("Filter the entries"))
        self.search.setClearButtonEnabled(True)
        self.list = QListView(self)
        self.list.setAccessibleName(self.tr("What the feed offers"))
        self.list.setModel(self.shown)
        self.list.setItemDelegate(FeedDelegate(theme, self))
        self.list.setUniformItemSizes(True)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        for widget in (title, self.search, self.list):
            column.addWidget(widget)
        column.addLayout(self._buttons())
        self.search.textChanged.connect(self.shown.seek)
        self.list.activated.connect(self._open)
        self.list.selectionModel().currentChanged.connect(self._update)
        self.model.dataChanged.connect(self._update)
        self.list.setCurrentIndex(self.shown.index(0, 0))
        self.list.setFocus()
        self._update()

    def _buttons(self) -> QHBoxLayout:
        self.all = QPushButton(self.tr("Choose all"), self)
        self.all.clicked.connect(lambda: self._choose_shown(True))
        self.none = QPushButton(self.tr("Choose none"), self)
        self.none.clicked.connect(lambda: self._choose_shown(False))
        self.read = QPushButton(self.tr("Open"), self)
        self.read.clicked.connect(lambda: self._open(self.list.currentIndex()))
        self.take = QPushButton(self)
        self.take.setObjectName("primary")
        self.take.clicked.connect(self._take)
        self.keep = QPushButton(self.tr("Keep the list"), self)
        self.keep.setToolTip(self.tr("Put the list itself into the library; nothing of it is fetched."))
        self.keep.clicked.connect(self._keep)
        self.keep.setVisible(self._offered.feed.is_links and self._offered.path is not None)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        close.rejected.connect(self.reject)
        row = QHBoxLayout()
        for widget in (self.all, self.none):
            row.addWidget(widget)
            widget.setVisible(not self.model.lists_feeds)
        row.addWidget(self.keep)
        row.addStretch(1)
        row.addWidget(self.read)
        row.addWidget(self.take)
        row.addWidget(close)
        self.take.setVisible(not self.model.lists_feeds)
        # Enter opens the chosen entry, and must not press a button besides.
        for button in (self.all, self.none, self.keep, self.read, self.take, *close.findChildren(QPushButton)):
            button.setAutoDefault(False)
        return row

    def _update(self) -> None:
        entry = self.list.currentIndex().data(EntryRole.ENTRY)
        self.read.setEnabled(isinstance(entry, FeedEntry) and self.model.leads_somewhere(entry))
        number = len(self.model.chosen)
        self.take.setEnabled(number > 0)
        self.take.setText(self.tr("Take {n} into the library").format(n=number))

    def _choose_shown(self, on: bool) -> None:
        rows = [self.shown.mapToSource(self.shown.index(row, 0)).row() for row in range(self.shown.rowCount())]
        self.model.choose(rows, on)

    def _open(self, index: QModelIndex) -> None:
        entry = index.data(EntryRole.ENTRY)
        if not isinstance(entry, FeedEntry) or not self.model.leads_somewhere(entry):
            return
        source = self._source(entry)
        if isinstance(source, Source) or source.facts or source.tags:
            # What the list tells of an article is kept with it.
            self.pagesChosen.emit([source])
        else:
            self.pageChosen.emit(source)
            if entry.is_feed:
                self.accept()

    def _take(self) -> None:
        self.pagesChosen.emit([self._source(entry) for entry in self.model.chosen])
        self.accept()

    def _keep(self) -> None:
        if self._offered.path is not None:
            self.pagesChosen.emit([Source(self._offered.path, is_list=True)])
        self.accept()

    def _source(self, entry: FeedEntry) -> PageSource | Source:
        if entry.is_here and self._offered.path is not None:
            return source_of(entry, Source(self._offered.path))
        feed = urlsplit(self._offered.feed.address).hostname
        here = feed is not None and feed == urlsplit(entry.address).hostname
        return PageSource(entry.address, entry.title, self._offered.typed and here, entry.facts, entry.tags)
