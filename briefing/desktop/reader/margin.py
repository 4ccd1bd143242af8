"""Notes in the margin: each beside the words that it is about, where the window is wide enough to hold them."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontMetrics, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from briefing.desktop.fonts import sans
from briefing.desktop.harmless_text import HarmlessDocument
from briefing.desktop.line_breaks import short
from briefing.desktop.note_preview import DIALECT
from briefing.desktop.open_article import OpenArticle
from briefing.desktop.reader.article_view import Reader
from briefing.desktop.theme import Role, Theme
from briefing.model import Annotation, Placing, Span
from briefing.records import dataclass

LEAST = 150
"""Pixels beside the column below which notes stay out of it; the list of annotations holds them all."""

MOST = 280
"""Pixels of the widest note; longer lines are hard to read at this size."""

AWAY, GAP, BAR = 26, 10, 9
"""Pixels between the text and the notes, between two notes, and from the edge of a note to its words."""

TALLEST = 160
"""Pixels of the tallest note; a click shows all of it."""


MOST_WORDS, MOST_MARKDOWN = 1_000, 10_000
"""Characters that stand in the margin at most, and of what is written that are read for them."""


@dataclass(frozen=True, slots=True)
class MarginNote:
    """A note on a highlight, as it is written in the margin."""

    annotation_id: str
    span: Span
    colour: int
    words: str


class MarginNotes(QWidget):
    """Stands beside the column of text and never over it; notes that would meet stand below one another.

    Args:
        reader: beside whose text the notes stand.
        theme: tells the look of the window.
    """

    noteClicked = Signal(str)
    """Id of the annotation whose note was clicked."""

    def __init__(self, reader: Reader, theme: Callable[[], Theme]) -> None:
        super().__init__(reader.viewport())
        self.setAccessibleName(self.tr("Notes in the margin"))
        self._reader = reader
        self._theme = theme
        self._notes: tuple[MarginNote, ...] = ()
        reader.verticalScrollBar().valueChanged.connect(self.arrange)
        reader.verticalScrollBar().rangeChanged.connect(self.arrange)
        reader.viewport().installEventFilter(self)
        self.hide()

    def show_article(self, showing: OpenArticle) -> None:
        """Show the notes on an article."""
        self._notes = tuple(
            MarginNote(entry.id, entry.anchor.span, entry.colour, _signed(entry))
            for entry in sorted(showing.annotations, key=lambda entry: entry.anchor.span)
            if entry.note.strip() and entry.placing is not Placing.ORPHAN
        )
        self.arrange()

    def arrange(self) -> None:
        """Take the room beside the column, or none if there is too little."""
        sight = self._reader.viewport().rect()
        room = int(self._reader.document().rootFrame().frameFormat().rightMargin())
        self.setVisible(bool(self._notes) and room >= LEAST)
        self.setGeometry(sight.width() - room + AWAY, 0, min(MOST, room - AWAY - GAP), sight.height())
        self.update()

    def places(self) -> list[tuple[MarginNote, QRect]]:
        """The notes in sight with the rectangles in which they stand, in pixels of this widget."""
        found = []
        bottom = -self.height()
        metrics = self._measure()
        for note in self._notes:
            aligned = self._reader.top_of(note.span)
            if aligned > self.height():
                break
            wanted = metrics(note.words)
            top = max(aligned, bottom + GAP)
            bottom = top + wanted
            if bottom >= 0:
                found.append((note, QRect(0, top, self.width(), wanted)))
        return found

    def paintEvent(self, event: QPaintEvent) -> None:
        """Write the notes, each with a bar in the colour of its highlight."""
        theme = self._theme()
        painter = QPainter(self)
        painter.setFont(self._font())
        for note, place in self.places():
            painter.setClipRect(place)
            painter.fillRect(place.left(), place.top() + 2, 3, place.height() - 4, theme.highlight_edge(note.colour))
            painter.setPen(theme[Role.INK_SOFT])
            flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
            painter.drawText(place.adjusted(BAR, 0, 0, 0), flags, note.words)
        painter.end()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the note be written that was clicked."""
        for note, place in self.places():
            if place.contains(event.position().toPoint()):
                self.noteClicked.emit(note.annotation_id)
                return

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the pane, once the reader has moved its column."""
        if event.type() is QEvent.Type.Resize:
            QTimer.singleShot(0, self, self.arrange)
        return False

    def _font(self) -> QFont:
        return sans(self._theme().sized(12))

    def _measure(self) -> Callable[[str], int]:
        tallest = round(self._theme().sized(TALLEST))
        metrics, box = QFontMetrics(self._font()), QRect(0, 0, max(1, self.width() - BAR), 10_000)
        return lambda words: min(tallest, metrics.boundingRect(box, int(Qt.TextFlag.TextWordWrap), words).height())


def _signed(entry: Annotation) -> str:
    """A note, with the name of the colleague who wrote it."""
    return f"{entry.writer}: {_plain(entry.note)}" if entry.writer else _plain(entry.note)


def _plain(note: str) -> str:
    document = HarmlessDocument()
    document.setMarkdown(note[:MOST_MARKDOWN], DIALECT)
    return short(document.toPlainText().strip(), MOST_WORDS)
