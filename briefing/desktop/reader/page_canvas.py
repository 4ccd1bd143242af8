"""The pages of an original as pictures, one below the other, with the article's marks on them."""

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from briefing.desktop.reader.scroll_keys import SCROLLING
from briefing.desktop.theme import Role, Theme
from briefing.model import PagePicture, PlacedWord, Span
from briefing.records import dataclass

KEPT = 6
"""Pages whose pictures are held at a time; one takes some megabytes."""

MARGIN, GAP = 14, 12
"""Pixels around the pages, and between two of them."""

SETTLING = 120
"""Milliseconds without another change of width or place after which the pages in sight are asked for."""

UNKNOWN = (595.0, 842.0)
"""Size of a page, in points, that nothing is known of yet."""

_FURTHEST = 0.06
"""Share of the page between two words of a line beyond which they are marked apart: they may stand in two columns."""


@dataclass(frozen=True, slots=True)
class PageMark:
    """Words to be marked on the pages.

    Attributes:
        span: the words, in the article's text.
        fill: laid over the paper like ink, so that what is printed can be read.
        edge: of the line below them, or around them.
        is_framed: whether there is a line around them.
    """

    span: Span
    fill: QColor
    edge: QColor
    is_framed: bool = False


class PageCanvas(QAbstractScrollArea):
    """Shows pages, and tells of which it has no picture; what it holds of them is bounded."""

    pageWished = Signal(int, int)
    """Number of a page in sight, from 1, and the width of the picture of it in pixels."""
    placeChosen = Signal(int)
    """The code point of the article's text whose word was clicked on a page."""
    pageShown = Signal(int)
    """Number of the page that most of the pane shows now."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setObjectName("original")
        self.setAccessibleName(self.tr("Pages of the original"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self._theme = theme
        self._sizes: Sequence[tuple[float, float]] = (UNKNOWN,)
        self._tops: list[float] = []
        self._images: OrderedDict[int, QImage] = OrderedDict()
        self._words: dict[int, tuple[PlacedWord, ...]] = {}
        self._awaited: set[int] = set()
        self._marks: tuple[PageMark, ...] = ()
        self._lines: dict[int, list[tuple[PageMark, QRectF]]] = {}
        self._shown = 0
        self._sought: tuple[int, Span] | None = None
        self._settling = QTimer(self, singleShot=True, interval=SETTLING)
        self._settling.timeout.connect(self._request_pages)
        self.verticalScrollBar().valueChanged.connect(self._moved)
        # Only what the reader does himself triggers an action: then he looks for something else.
        self.verticalScrollBar().actionTriggered.connect(self._seek_nothing)

    @property
    def held(self) -> tuple[int, ...]:
        """Numbers of the pages whose pictures are held."""
        return tuple(self._images)

    @property
    def page(self) -> int:
        """Number of the page that most of the pane shows."""
        return self._shown

    def begin(self, pages: int) -> None:
        """Show another document, which has about so many pages."""
        self.clear()
        self._sizes = (UNKNOWN,) * max(1, pages)
        self._place()
        self.verticalScrollBar().setValue(0)
        self._settling.start()

    def clear(self) -> None:
        """Hold nothing any more."""
        self._settling.stop()
        self._images.clear()
        self._words.clear()
        self._awaited.clear()
        self._marks = ()
        self._lines.clear()
        self._sought = None
        self._shown = 0
        self.viewport().update()

    def set_theme(self, theme: Theme) -> None:
        """Show what is around the pages in another theme; paper stays white."""
        self._theme = theme
        self.viewport().update()

    def show_picture(self, picture: PagePicture) -> None:
        """Take the picture of a page."""
        self._awaited.discard(picture.number)
        if tuple(self._sizes) != picture.sizes:
            self._resize(picture.sizes)
        image = QImage(
            picture.pixels, picture.width, picture.height, picture.width * 4, QImage.Format.Format_RGB32
        ).copy()
        self._images[picture.number] = image
        self._images.move_to_end(picture.number)
        self._words[picture.number] = picture.words
        self._forget()
        self._lines.clear()
        if self._sought and self._sought[0] == picture.number:
            self.reveal(*self._sought)
        self.viewport().update()

    def fail(self) -> None:
        """Wait for no page any more."""
        self._awaited.clear()

    def set_marks(self, marks: Iterable[PageMark]) -> None:
        """Mark words on the pages."""
        self._marks = tuple(marks)
        self._lines.clear()
        self.viewport().update()

    def reveal(self, number: int, span: Span) -> None:
        """Bring words of a page into sight, now if it is known where on the page they stand, else when it is."""
        if not 1 <= number <= len(self._sizes):
            return
        box = self._page_box(number)
        words = [word for word in self._words.get(number, ()) if word.start < span.end and span.start < word.end]
        self._sought = None if number in self._words else (number, span)
        top = box.top() + (words[0].top * box.height() if words else 0)
        bottom = box.top() + (words[0].bottom * box.height() if words else 0)
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if top < bar.value() + MARGIN or bottom > bar.value() + height - 2 * MARGIN:
            bar.setValue(round(top - height / 3) if words else round(top))
        self._settling.start()

    # Where things stand

    def _place(self) -> None:
        """Find out where each page begins at the present width."""
        self._tops = []
        top = float(MARGIN)
        for number in range(1, len(self._sizes) + 1):
            self._tops.append(top)
            top += self._height(number) + GAP
        bar, view = self.verticalScrollBar(), self.viewport().height()
        bar.setRange(0, max(0, round(top - GAP + MARGIN - view)))
        bar.setPageStep(max(1, view - 40))
        bar.setSingleStep(40)

    def _resize(self, sizes: Sequence[tuple[float, float]]) -> None:
        """Know how large the pages are, and keep in sight what is."""
        number = max(1, self._shown)
        into = self.verticalScrollBar().value() - (self._tops[number - 1] if number <= len(self._tops) else 0)
        self._sizes = sizes
        self._place()
        if number > 1 and number <= len(self._tops):
            self.verticalScrollBar().setValue(round(self._tops[number - 1] + into))

    def _width(self) -> float:
        return max(80.0, self.viewport().width() - 2.0 * MARGIN)

    def _height(self, number: int) -> float:
        across, down = self._sizes[number - 1]
        return self._width() * max(1.0, down) / max(1.0, across)

    def _page_box(self, number: int) -> QRectF:
        return QRectF(MARGIN, self._tops[number - 1], self._width(), self._height(number))

    def _in_sight(self) -> Iterator[int]:
        top = self.verticalScrollBar().value()
        bottom = top + self.viewport().height()
        for number, start in enumerate(self._tops, 1):
            if start > bottom:
                return
            if start + self._height(number) >= top:
                yield number

    # Pictures

    def _moved(self) -> None:
        self._emit_page()
        if not self._settling.isActive():
            self._settling.start()
        self.viewport().update()

    def _seek_nothing(self) -> None:
        self._sought = None

    def _emit_page(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() / 3
        shown = max((number for number, top in enumerate(self._tops, 1) if top <= middle), default=1)
        bar = self.verticalScrollBar()
        if 0 < bar.maximum() == bar.value():
            shown = len(self._tops)
        if shown != self._shown:
            self._shown = shown
            self.pageShown.emit(shown)

    def _request_pages(self) -> None:
        if not self.isVisible():
            return
        self._emit_page()
        width = round(self._width() * self.devicePixelRatioF())
        for number in self._in_sight():
            image = self._images.get(number)
            if (image is None or abs(image.width() - width) > 2) and number not in self._awaited:
                self._awaited.add(number)
                self.pageWished.emit(number, width)

    def _forget(self) -> None:
        """Let pictures go that have been out of sight for longest."""
        sight = set(self._in_sight())
        for number in [one for one in self._images if one not in sight][: max(0, len(self._images) - KEPT)]:
            del self._images[number]
            self._words.pop(number, None)

    # What Qt asks

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pages in sight with the marks on them."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), self._theme[Role.WINDOW])
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.translate(0, -self.verticalScrollBar().value())
        for number in self._in_sight():
            box = self._page_box(number)
            image = self._images.get(number)
            if image is None:
                painter.fillRect(box, Qt.GlobalColor.white)
            else:
                painter.drawImage(box, image)
                self._paint_marks(painter, number, box)
            painter.setPen(QPen(self._theme[Role.BORDER], 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box)
        painter.end()

    def _paint_marks(self, painter: QPainter, number: int, box: QRectF) -> None:
        for mark, line in self._marked_lines(number):
            place = QRectF(
                box.left() + line.left() * box.width(),
                box.top() + line.top() * box.height(),
                line.width() * box.width(),
                line.height() * box.height(),
            ).adjusted(-1, -1, 1, 1)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
            painter.fillRect(place, mark.fill)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
            painter.setPen(QPen(mark.edge, 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            if mark.is_framed:
                painter.drawRoundedRect(place, 2, 2)
            else:
                painter.drawLine(place.bottomLeft(), place.bottomRight())

    def _marked_lines(self, number: int) -> list[tuple[PageMark, QRectF]]:
        """Each line of each mark on a page, in shares of it; reckoned once, until words or marks are others."""
        if number not in self._lines:
            words = self._words.get(number, ())
            self._lines[number] = [(mark, line) for mark in self._marks for line in _lines_of(words, mark.span)]
        return self._lines[number]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the pages be as wide as the pane, with the same one in sight."""
        super().resizeEvent(event)
        shown, bar = self._shown, self.verticalScrollBar()
        share = (bar.value() - self._tops[shown - 1]) / self._old_height(event, shown) if shown else 0.0
        self._place()
        if shown:
            bar.setValue(round(self._tops[shown - 1] + share * self._height(shown)))
        self._settling.start()

    def _old_height(self, event: QResizeEvent, number: int) -> float:
        across, down = self._sizes[number - 1]
        width = max(80.0, event.oldSize().width() - 2.0 * MARGIN)
        return max(1.0, width * max(1.0, down) / max(1.0, across))

    def showEvent(self, event: QEvent) -> None:
        """Ask for the pages in sight."""
        self._settling.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll."""
        action = SCROLLING.get(Qt.Key(event.key()))
        if action is None:
            super().keyPressEvent(event)
        else:
            self.verticalScrollBar().triggerAction(action)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show over words of the article that they can be chosen."""
        over = self._word_at(event.position(), near=False) is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell of the word that was clicked."""
        word = self._word_at(event.position()) if event.button() is Qt.MouseButton.LeftButton else None
        if word is not None:
            self.placeChosen.emit(word.start)

    def _word_at(self, place: QPointF, near: bool = True) -> PlacedWord | None:
        """The word at a place of the pane, or the nearest in its line."""
        at = place + QPointF(0, self.verticalScrollBar().value())
        for number in self._in_sight():
            box = self._page_box(number)
            if not box.contains(at):
                continue
            across, down = (at.x() - box.left()) / box.width(), (at.y() - box.top()) / box.height()
            beside = [word for word in self._words.get(number, ()) if word.top <= down <= word.bottom]
            over = [word for word in beside if word.left <= across <= word.right]
            if over or not (near and beside):
                return over[0] if over else None
            return min(beside, key=lambda word: min(abs(word.left - across), abs(word.right - across)))
        return None


def _lines_of(words: Sequence[PlacedWord], span: Span) -> Iterator[QRectF]:
    """The room that the words of a span take, a box for each line, in shares of the page."""
    found = [word for word in words if word.start < span.end and span.start < word.end]
    line = 0
    numbered: list[tuple[int, PlacedWord]] = []
    for word in found:
        if numbered and not _beside(numbered[-1][1], word):
            line += 1
        numbered.append((line, word))
    for _, group in groupby(numbered, key=lambda one: one[0]):
        held = [word for _, word in group]
        left, top = min(word.left for word in held), min(word.top for word in held)
        right, bottom = max(word.right for word in held), max(word.bottom for word in held)
        yield QRectF(left, top, right - left, bottom - top)


def _beside(one: PlacedWord, other: PlacedWord) -> bool:
    """Whether two words stand in one line, level or upright, and not far from one another."""
    level = min(one.bottom, other.bottom) - max(one.top, other.top) > 0.5 * min(
        one.bottom - one.top, other.bottom - other.top
    )
    upright = min(one.right, other.right) - max(one.left, other.left) > 0.5 * min(
        one.right - one.left, other.right - other.left
    )
    near = max(one.left, other.left) - min(one.right, other.right) < _FURTHEST
    return (level and near) or (
        upright and not level and max(one.top, other.top) - min(one.bottom, other.bottom) < 0.02
    )
