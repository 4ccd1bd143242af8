"""The window of the manual: contents and search at the left, the page at the right, a way back and forth."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSignalBlocker, QSize, Qt, QUrl
from PySide6.QtGui import (
    QFont,
    QKeyEvent,
    QKeySequence,
    QShortcut,
    QStandardItem,
    QStandardItemModel,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QSplitter,
    QTextEdit,
    QToolButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from briefing.desktop.dialog_size import room_on
from briefing.desktop.fitting_hint import FittingHint
from briefing.desktop.fonts import serif
from briefing.desktop.harmless_text import HarmlessBrowser, nothing
from briefing.desktop.icons import icon
from briefing.desktop.manual.page_style import html_of, style_sheet
from briefing.desktop.manual.pages import Page
from briefing.desktop.settings import LARGEST_ZOOM, SMALLEST_ZOOM
from briefing.desktop.status_glyphs import glyph_icon
from briefing.desktop.theme import Role, Theme
from briefing.desktop.word_proxy import SOUGHT, WordsFilter
from briefing.model import Status
from briefing.records import dataclass

PLACE = Qt.ItemDataRole.UserRole + 1
"""The `Place` to which a line of the contents leads."""

TEXT_PIXELS = 16
ZOOM_STEP = 1.1
STATUS_SCHEME = "status"
MARGIN = 30
WALKING = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


@dataclass(frozen=True, slots=True)
class Place:
    """A page of the manual, and the section in it; empty is its top."""

    page: str
    anchor: str = ""


class ManualPage(HarmlessBrowser):
    """A page, with the signs of the statuses as its only pictures."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self._side = TEXT_PIXELS

    def set_signs(self, theme: Theme, side: int) -> None:
        """Draw the signs of the statuses in a theme, with `side` pixels."""
        self._theme, self._side = theme, side

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """The sign of a status, by `status:` and its name; no other pictures and no files."""
        address = QUrl(name)
        if self._theme is None or address.scheme() != STATUS_SCHEME or address.path() not in set(Status):
            return nothing(kind)
        size = QSize(self._side, self._side)
        return glyph_icon(Status(address.path()), self._theme).pixmap(size, self.devicePixelRatioF())


class Manual(QWidget):
    """Stays open beside the work; it is a window of its own, which the others never cover for good.

    Args:
        pages: makes all pages, with the keys that hold at that moment.
        theme: in whose colours they are shown.
        zoom: size of the text; 1.0 is 100 %.
    """

    def __init__(self, pages: Callable[[], Sequence[Page]], theme: Theme, zoom: float = 1.0) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Manual"))
        # As large as its letters, and never larger than the screen.
        self.resize(QSize(round(980 * theme.scale), round(720 * theme.scale)).boundedTo(room_on(self.screen())))
        self._make_pages = pages
        self._theme = theme
        self._zoom = zoom
        self._pages = {page.name: page for page in pages()}
        self._way: list[Place] = []
        self._at = -1
        self._model = QStandardItemModel(self)
        self.filter = WordsFilter(self._model, self)
        self.search = QLineEdit(self)
        FittingHint(self.search, self.tr("Search the manual"), self.tr("Search"))
        self.search.setAccessibleName(self.tr("Search the manual"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._find)
        self.search.installEventFilter(self)
        self.contents = self._contents()
        self.page = ManualPage(self)
        self.page.setObjectName("reader")
        self.page.setAccessibleName(self.tr("Page of the manual"))
        self.page.anchorClicked.connect(self._follow)
        self._lay_out()
        self._keys()
        self.look()

    @property
    def place(self) -> Place:
        """What is shown."""
        return self._way[self._at] if self._way else Place(next(iter(self._pages)))

    def show_page(self, name: str = "", anchor: str = "") -> None:
        """Show a page at a section; without a name, the page that was shown last."""
        self.go(Place(name, anchor) if name else self.place)

    def go(self, place: Place) -> None:
        """Go to a place; one can go back from there."""
        if place.page not in self._pages:
            return
        if not self._way or place != self.place:
            self._way[self._at + 1 :] = [place]
            self._at += 1
        self._show()

    def step(self, by: int) -> None:
        """Go back (−1) or forward (1) on the way that was gone."""
        if 0 <= self._at + by < len(self._way):
            self._at += by
            self._show()

    def set_theme(self, theme: Theme) -> None:
        """Show the pages in another theme."""
        self._theme = theme
        self.back.setIcon(icon("arrow-left", theme))
        self.forward.setIcon(icon("arrow-right", theme))
        self.look()

    def set_zoom(self, zoom: float) -> None:
        """Set the text larger or smaller, within what the article can be, too; 1.0 is 100 %."""
        self._zoom = min(LARGEST_ZOOM, max(SMALLEST_ZOOM, zoom))
        self.look()

    def look(self) -> None:
        """Show the pages as they are now: keys, colours."""
        self._pages = {page.name: page for page in self._make_pages()}
        at = self.page.verticalScrollBar().value()
        self._list()
        self._show()
        self.page.verticalScrollBar().setValue(at)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys walk the contents while one types, and Enter go to the page."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in WALKING:
                QApplication.sendEvent(self.contents, event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.page.setFocus()
                return True
        return super().eventFilter(watched, event)

    # The parts

    def _contents(self) -> QTreeView:
        tree = QTreeView(self)
        tree.setAccessibleName(self.tr("Contents of the manual"))
        tree.setModel(self.filter)
        tree.setHeaderHidden(True)
        tree.setIndentation(14)
        tree.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        tree.setTextElideMode(Qt.TextElideMode.ElideRight)
        tree.selectionModel().currentChanged.connect(lambda index, _: self._chosen(index))
        return tree

    def _lay_out(self) -> None:
        self.back = self._button("arrow-left", self.tr("Back"), -1)
        self.forward = self._button("arrow-right", self.tr("Forward"), 1)
        head = QHBoxLayout()
        head.addWidget(self.back)
        head.addWidget(self.forward)
        head.addWidget(self.search, 1)
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(12, 12, 12, 8)
        column.addLayout(head)
        column.addWidget(self.contents, 1)
        halves = QSplitter(Qt.Orientation.Horizontal, self)
        halves.addWidget(left)
        halves.addWidget(self.page)
        # No name of a page is cut, where the screen has room for that and for the page.
        names = min(round(280 * self._theme.scale), round(0.4 * self.width()))
        halves.setSizes([names, self.width() - names])
        halves.setStretchFactor(1, 1)
        halves.setChildrenCollapsible(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(halves)

    def _button(self, sign: str, name: str, by: int) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(sign, self._theme))
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.clicked.connect(lambda: self.step(by))
        return button

    def _keys(self) -> None:
        for key, act in (
            (QKeySequence("Alt+Left"), lambda: self.step(-1)),
            (QKeySequence("Alt+Right"), lambda: self.step(1)),
            (QKeySequence(QKeySequence.StandardKey.Find), self.search.setFocus),
            (QKeySequence(Qt.Key.Key_Escape), self._escape),
            (QKeySequence("Ctrl++"), lambda: self.set_zoom(self._zoom * ZOOM_STEP)),
            (QKeySequence("Ctrl+-"), lambda: self.set_zoom(self._zoom / ZOOM_STEP)),
            (QKeySequence("Ctrl+0"), lambda: self.set_zoom(1.0)),
        ):
            QShortcut(key, self).activated.connect(act)

    # What is shown

    def _list(self) -> None:
        with QSignalBlocker(self.contents.selectionModel()):
            self._model.clear()
            # Only the weight: the size is that of the list.
            medium = QFont()
            medium.setWeight(QFont.Weight.Medium)
            for page in self._pages.values():
                top = _line(page.title, Place(page.name), page.sections[0].markdown)
                top.setFont(medium)
                for section in page.sections[1:]:
                    top.appendRow(_line(section.title, Place(page.name, section.anchor), section.markdown))
                self._model.appendRow(top)
        self._unfold()

    def _show(self) -> None:
        page = self._pages[self.place.page]
        document = self.page.document()
        document.setDefaultFont(serif(TEXT_PIXELS * self._zoom))
        document.setDefaultStyleSheet(style_sheet(self._theme, self._zoom))
        document.setDocumentMargin(MARGIN)
        self.page.set_signs(self._theme, round(TEXT_PIXELS * self._zoom))
        self.page.setHtml(html_of(page.sections))
        if self.place.anchor:
            self.page.scrollToAnchor(self.place.anchor)
        self.setWindowTitle(self.tr("{page} – Manual").format(page=page.title))
        self.back.setEnabled(self._at > 0)
        self.forward.setEnabled(self._at + 1 < len(self._way))
        self._choose_place()
        self._light_hits()

    def _choose_place(self) -> None:
        shown = next((index for index in self._lines() if index.data(PLACE) == self.place), QModelIndex())
        if shown.isValid():
            with QSignalBlocker(self.contents.selectionModel()):
                self.contents.expand(shown.parent())
                self.contents.setCurrentIndex(shown)
            self.contents.viewport().update()

    def _lines(self) -> list[QModelIndex]:
        tops = [self.filter.index(row, 0) for row in range(self.filter.rowCount())]
        return [
            index
            for top in tops
            for index in (top, *(self.filter.index(row, 0, top) for row in range(self.filter.rowCount(top))))
        ]

    def _light_hits(self) -> None:
        """Show where the words stand that are searched for."""
        look = QTextCharFormat()
        look.setFontUnderline(True)
        look.setBackground(self._theme[Role.SELECTION])
        look.setForeground(self._theme[Role.ON_SELECTION])
        hits = []
        for word in self.filter.words:
            cursor = self.page.document().find(word)
            while not cursor.isNull():
                hit = QTextEdit.ExtraSelection()
                hit.cursor, hit.format = QTextCursor(cursor), look
                hits.append(hit)
                cursor = self.page.document().find(word, cursor)
        self.page.setExtraSelections(hits)

    # What the reader does

    def _find(self, words: str) -> None:
        with QSignalBlocker(self.contents.selectionModel()):
            self.filter.set_words(words)
        self._unfold()
        found = [index for index in self._lines() if _holds(index.data(SOUGHT), self.filter.words)]
        if self.filter.words and found and not any(index.data(PLACE) == self.place for index in found):
            self.contents.setCurrentIndex(found[0])
        self._choose_place()
        self._light_hits()

    def _unfold(self) -> None:
        if self.filter.words:
            self.contents.expandAll()
        else:
            self.contents.collapseAll()

    def _chosen(self, index: QModelIndex) -> None:
        place = index.data(PLACE)
        if isinstance(place, Place):
            self.go(place)

    def _follow(self, link: QUrl) -> None:
        self.go(Place(link.path().removesuffix(".md") or self.place.page, link.fragment()))

    def _escape(self) -> None:
        if self.search.text():
            self.search.clear()
        else:
            self.close()


def _line(title: str, place: Place, words: str) -> QStandardItem:
    line = QStandardItem(title)
    line.setData(place, PLACE)
    line.setData(words.casefold(), SOUGHT)
    line.setToolTip(title)
    return line


def _holds(sought: object, words: Sequence[str]) -> bool:
    return isinstance(sought, str) and all(word in sought for word in words)
