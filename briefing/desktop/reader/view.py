"""The reading pane: an article in a quiet column, its marks painted as a layer under the words."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QTextFrameFormat,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from briefing.desktop.fonts import sans
from briefing.desktop.glyphs import draw_glyph
from briefing.desktop.reader.marks import ALL_LAYERS, Layer, Mark, Piece, by_block, marks_of
from briefing.desktop.reader.minimap import Minimap
from briefing.desktop.reader.page import Page
from briefing.desktop.reader.painting import paint_status_line
from briefing.desktop.showing import Showing
from briefing.desktop.theme import Role, Theme
from briefing.model import Span, Spans, claim_at

GUTTER = 62
"""Pixels beside the column in which numbers and status glyphs stand."""

TOP, BOTTOM = 36, 140
"""Pixels of paper above and below the article."""


class Reader(QTextEdit):
    """Shows one article; read-only, with a cursor that the keyboard moves and selects with."""

    claimClicked = Signal(str)
    """Id of the claim in whose words the reader clicked."""
    annotationClicked = Signal(str)
    """Id of the reader's annotation that was clicked."""
    spanSelected = Signal(object)
    """A `Span` of the article that is selected now, or None."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reader")
        self.setAccessibleName(self.tr("Article"))
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAcceptDrops(False)
        self._theme = theme
        self._showing: Showing | None = None
        self._page: Page | None = None
        self._zoom = 1.0
        self._fold = False
        self._layers = ALL_LAYERS
        self._pieces: dict[int, list[Piece]] = {}
        self._selected = ""
        self._evidence: Spans = ()
        self.minimap = Minimap(theme, self)
        self.minimap.claimClicked.connect(self.claimClicked)
        self.setViewportMargins(0, 0, self.minimap.width(), 0)
        self.selectionChanged.connect(self._tell_selection)

    @property
    def layers(self) -> frozenset[Layer]:
        """The layers that are shown."""
        return self._layers

    def show_article(self, showing: Showing) -> None:
        """Set another article and show its beginning."""
        self._showing = showing
        self._selected, self._evidence = "", ()
        self.minimap.show_article(showing)
        self.minimap.select_claim("")
        self._reset()

    def show_marks(self, showing: Showing) -> None:
        """Show newer findings or annotations of the same article."""
        self._showing = showing
        self.minimap.show_article(showing)
        if self._page:
            self._pieces = by_block(marks_of(showing), self._page)
        self.viewport().update()

    def set_theme(self, theme: Theme) -> None:
        """Show the article in another theme."""
        self._theme = theme
        self.minimap.set_theme(theme)
        self._rebuild()

    def set_zoom(self, zoom: float) -> None:
        """Set the text larger or smaller; 1.0 is 100 %."""
        self._zoom = zoom
        self._rebuild()

    def set_folded(self, fold: bool) -> None:
        """Hide or show boilerplate."""
        self._fold = fold
        self._rebuild()

    def set_layer(self, layer: Layer, shown: bool) -> None:
        """Show or hide a layer; nothing but a repaint."""
        self._layers = self._layers | {layer} if shown else self._layers - {layer}
        self.viewport().update()

    def select_claim(self, claim_id: str, scroll: bool = True) -> None:
        """Bring a claim out, and into sight."""
        self._selected, self._evidence = claim_id, ()
        self.minimap.select_claim(claim_id)
        claim = self._showing.by_id.get(claim_id) if self._showing else None
        if claim and scroll:
            self.reveal(Span(claim.start, claim.start + 1))
        self.viewport().update()

    def light_evidence(self, spans: Spans) -> None:
        """Light up the words that led to a status."""
        self._evidence = spans
        if spans:
            self.reveal(spans[0])
        self.viewport().update()

    def reveal(self, span: Span) -> None:
        """Scroll so that `span` can be seen, only if it cannot."""
        if self._page is None:
            return
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._page.position(span.start))
        box = self.cursorRect(cursor)
        if box.top() < 40 or box.bottom() > self.viewport().height() - 60:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + box.top() - self.viewport().height() // 3)

    def selected_span(self) -> Span | None:
        """The span of the article that is selected, without white space at its edges; None if there is none."""
        cursor = self.textCursor()
        if self._page is None or not cursor.hasSelection():
            return None
        span = self._page.span(cursor.selectionStart(), cursor.selectionEnd())
        return span if len(span) else None

    def select_span(self, span: Span) -> None:
        """Select the words of a span."""
        if self._page is None:
            return
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._page.position(span.start))
        cursor.setPosition(self._page.position(span.end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def clear_selection(self) -> None:
        """Select nothing."""
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)

    def top_code_point(self) -> int:
        """The code point at the top of the pane, to come back to."""
        cursor = self.cursorForPosition(self.viewport().rect().topLeft())
        return self._page.code_point(cursor.position()) if self._page else 0

    def scroll_to(self, code_point: int) -> None:
        """Put a code point at the top of the pane."""
        if self._page and code_point:
            cursor = QTextCursor(self.document())
            cursor.setPosition(self._page.position(code_point))
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.cursorRect(cursor).top() - 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the marks, then the words over them."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for block, top in self._visible_blocks():
            self._paint_block(painter, block, top)
        painter.end()
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column in the middle."""
        super().resizeEvent(event)
        beside = self.viewport().geometry()
        self.minimap.setGeometry(beside.right() + 1, beside.top(), self.minimap.width(), beside.height())
        self._centre()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell which claim or annotation was clicked, if nothing was selected."""
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            self._click(event.position().toPoint().x(), event.position().toPoint().y())

    def _click(self, x: int, y: int) -> None:
        if self._page is None or self._showing is None:
            return
        at = self._page.code_point(self.cursorForPosition(QPointF(x, y).toPoint()).position())
        for entry in self._showing.annotations:
            if entry.anchor.span.start <= at < entry.anchor.span.end:
                self.annotationClicked.emit(entry.id)
        claim = claim_at(self._showing.claims, at)
        if claim:
            self.claimClicked.emit(claim.id)

    def _tell_selection(self) -> None:
        self.spanSelected.emit(self.selected_span())

    def _reset(self) -> None:
        if self._showing is None:
            return
        self._page = Page(self._showing.article, self._theme, self._zoom, self._fold)
        self.setDocument(self._page.document)
        self._pieces = by_block(marks_of(self._showing), self._page)
        self._centre()
        self.verticalScrollBar().setValue(0)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _rebuild(self) -> None:
        at = self.top_code_point()
        self._reset()
        self.scroll_to(at)

    def _centre(self) -> None:
        if self._page is None:
            return
        side = max(GUTTER, (self.viewport().width() - self._page.measure) / 2)
        frame = self.document().rootFrame()
        wanted = QTextFrameFormat()
        wanted.setLeftMargin(side)
        wanted.setRightMargin(max(28.0, self.viewport().width() - side - self._page.measure))
        wanted.setTopMargin(TOP)
        wanted.setBottomMargin(BOTTOM)
        if frame.frameFormat() != wanted:
            frame.setFrameFormat(wanted)

    def _visible_blocks(self) -> Iterator[tuple[QTextBlock, float]]:
        """The blocks in sight, each with its top in the viewport."""
        if self._page is None:
            return
        layout = self.document().documentLayout()
        scrolled = self.verticalScrollBar().value()
        block = self.cursorForPosition(QPointF(self.viewport().width() / 2, 0).toPoint()).block()
        if block.previous().isValid():
            block = block.previous()
        while block.isValid():
            box = layout.blockBoundingRect(block)
            if box.top() - scrolled > self.viewport().height():
                return
            if block.isVisible():
                yield block, box.top() - scrolled
            block = block.next()

    def _paint_block(self, painter: QPainter, block: QTextBlock, top: float) -> None:
        pieces = [piece for piece in self._pieces.get(block.blockNumber(), ()) if piece.mark.layer in self._layers]
        order = {Layer.CLAIMS: 0, Layer.OWN: 1, Layer.CUES: 2, Layer.ACTORS: 3}
        for piece in sorted(pieces, key=lambda piece: (order[piece.mark.layer], piece.mark.depth)):
            for number, box in enumerate(self._boxes(block, piece.start, piece.end)):
                self._paint_mark(painter, piece.mark, box, number == 0 and piece.first)
        self._paint_evidence(painter, block)
        self._paint_gutter(painter, block, pieces)

    def _boxes(self, block: QTextBlock, start: int, end: int) -> list[QRectF]:
        """The rectangles of the words from `start` to `end` of the document, a line each, in the viewport."""
        layout, words = block.layout(), block.text()
        origin = self.document().documentLayout().blockBoundingRect(block).topLeft()
        offset = QPointF(origin.x(), origin.y() - self.verticalScrollBar().value())
        boxes = []
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            first = max(start - block.position(), line.textStart())
            last = min(end - block.position(), line.textStart() + line.textLength())
            # The space at which a line breaks is no part of what is seen.
            while last > first and words[last - 1].isspace():
                last -= 1
            if first >= last:
                continue
            x1, x2 = _x(line.cursorToX(first)), _x(line.cursorToX(last))
            left, right = min(x1, x2), max(x1, x2)
            height = line.ascent() + line.descent()
            boxes.append(QRectF(left, line.y() + line.height() - height, right - left, height).translated(offset))
        return boxes

    def _paint_mark(self, painter: QPainter, mark: Mark, box: QRectF, begins: bool) -> None:
        theme = self._theme
        if mark.layer is Layer.CLAIMS:
            selected = mark.claim == self._selected
            fill = theme[Role.CLAIM_FILL_SELECTED if selected else Role.CLAIM_FILL]
            inset = min(3.0 * mark.depth, 9.0)
            painter.fillRect(box.adjusted(-1, 1 + inset, 1, 2), fill)
            if mark.status is not None:
                level = box.bottom() + 2.0 + 3.5 * min(mark.depth, 2)
                paint_status_line(
                    painter, mark.status, theme.status(mark.status), box.left(), box.right(), level, selected
                )
        elif mark.layer is Layer.OWN:
            painter.fillRect(box.adjusted(-1, 1, 1, 1), theme.highlight(mark.colour))
            _line(painter, theme.highlight_edge(mark.colour), box, 1.0, 2.0)
            if begins and mark.noted:
                painter.setBrush(theme.highlight_edge(mark.colour))
                painter.setPen(Qt.PenStyle.NoPen)
                painter.drawEllipse(QPointF(box.left() - 1, box.top() + 2), 3.2, 3.2)
        elif mark.layer is Layer.CUES:
            _line(painter, theme[Role.CUE_LINE], box, 0.0, 2.0 if mark.claim == self._selected else 1.4)
        else:
            _line(painter, theme[Role.ACTOR_LINE], box, -1.5, 1.3, Qt.PenStyle.DotLine)

    def _paint_evidence(self, painter: QPainter, block: QTextBlock) -> None:
        if self._page is None:
            return
        for span in self._evidence:
            for number, start, end in self._page.pieces(span):
                if number == block.blockNumber():
                    for box in self._boxes(block, start, end):
                        painter.setBrush(self._theme[Role.EVIDENCE_FILL])
                        painter.setPen(QPen(self._theme[Role.EVIDENCE_LINE], 1.2))
                        painter.drawRoundedRect(box.adjusted(-2, 1, 2, 2), 3, 3)

    def _paint_gutter(self, painter: QPainter, block: QTextBlock, pieces: list[Piece]) -> None:
        """Number and status glyph of each claim at the line where it begins; several of one line side by side."""
        if self._showing is None:
            return
        taken: dict[int, int] = {}
        seen: set[str] = set()
        for piece in sorted(pieces, key=lambda piece: piece.start):
            mark = piece.mark
            if mark.layer is not Layer.CLAIMS or not piece.first or mark.claim in seen or mark.status is None:
                continue
            claim = self._showing.by_id[mark.claim]
            if mark.span != min(claim.content):
                continue
            seen.add(mark.claim)
            box = self._boxes(block, piece.start, piece.end)[:1]
            if box:
                line = round(box[0].top())
                place = taken.get(line, 0)
                taken[line] = place + 1
                if place < 2:
                    self._paint_number(painter, block, mark, box[0], place)

    def _paint_number(self, painter: QPainter, block: QTextBlock, mark: Mark, box: QRectF, place: int) -> None:
        if self._showing is None or mark.status is None:
            return
        left = self.document().rootFrame().frameFormat().leftMargin() - 38
        y = box.center().y() + place * 15 - 6
        square = QRectF(left, y, 12, 12)
        selected = mark.claim == self._selected
        draw_glyph(painter, mark.status, square, self._theme.status(mark.status), self._theme[Role.PAPER])
        painter.setFont(sans(10.5))
        painter.setPen(self._theme[Role.INK if selected else Role.INK_FAINT])
        number = str(self._showing.numbers[mark.claim])
        painter.drawText(QRectF(left - 26, y - 1, 22, 14), Qt.AlignmentFlag.AlignRight, number)


def _x(found: object) -> float:
    """The x of `cursorToX`, which PySide6 gives with or without the position."""
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]


def _line(
    painter: QPainter,
    colour: QColor,
    box: QRectF,
    below: float,
    width: float,
    style: Qt.PenStyle = Qt.PenStyle.SolidLine,
) -> None:
    painter.setPen(QPen(colour, width, style))
    y = box.bottom() + below
    painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
