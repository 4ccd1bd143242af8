"""The panes of a window side by side; in a narrow window the side panes shrink first."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

NEEDED = 600
"""Pixels that the article needs to be read with ease; with more room the panes beside it are as wide as is wished."""

LEFT, MIDDLE, RIGHT = range(3)


class Panes(QSplitter):
    """Library, articles and ledger; the outer two shrink to their least widths before the middle one lacks room."""

    articlesShared = Signal()
    """`articles_beside` is another number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.articles_beside = 0
        self._wished: list[int] = []
        self._needed = self._standard = NEEDED
        self.splitterMoved.connect(self._moved)

    def make_room(self, articles: int) -> None:
        """Let the middle have room for so many articles side by side, as far as the panes beside it can give it."""
        self._needed = self._standard = NEEDED * articles
        if self._wished:
            self._share()

    def share_articles(self, articles: QSplitter) -> None:
        """Let all that stands side by side in the middle have the same room, as much as there is for so many."""
        held = [articles.widget(place) for place in range(articles.count())]
        shown = [pane is not None and not pane.isHidden() for pane in held]
        self.make_room(sum(shown))
        if self.articles_beside != sum(shown) - 1:
            self.articles_beside = sum(shown) - 1
            self.articlesShared.emit()
        each = articles.width() // max(1, sum(shown))
        articles.setSizes([each if is_shown else 0 for is_shown in shown])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room out anew."""
        super().resizeEvent(event)
        # Only now they have the widths that they were given, or that were remembered.
        self._wished = self._wished or self.sizes()
        self._share()

    def follow_hiding(self) -> None:
        """Share the room out anew when a pane is shown or hidden, too, from now on."""
        self.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Share the room out once the splitter knows itself which pane is shown."""
        if watched is not self or event.type() is not QEvent.Type.LayoutRequest:
            return False
        taken = self.event(event)
        if self._wished:
            self._share()
        return taken

    def _moved(self, _: int, handle: int) -> None:
        moved, sizes = LEFT if handle == 1 else RIGHT, self.sizes()
        self._wished[moved] = sizes[moved]
        # Who makes the article narrower himself wants it so.
        self._needed = min(self._standard, sizes[MIDDLE])

    def _share(self) -> None:
        sizes = self.sizes()
        shared = [self._wished[LEFT], sizes[MIDDLE], self._wished[RIGHT]]
        # A pane that is hidden keeps its wish for later; one without a wish was pushed away by the reader.
        shown = {
            side: pane
            for side in (LEFT, RIGHT)
            if self._wished[side] and (pane := self.widget(side)) is not None and not pane.isHidden()
        }
        lack = self._needed - sum(sizes) + sum(self._wished[side] for side in shown)
        for side, pane in shown.items():
            given = max(0, min(lack, self._wished[side] - pane.minimumWidth()))
            shared[side] -= given
            lack -= given
        if any(shared[side] != sizes[side] for side in shown):
            shared[MIDDLE] = sum(sizes) - sum(shared[side] for side in shown)
            self.setSizes(shared)
