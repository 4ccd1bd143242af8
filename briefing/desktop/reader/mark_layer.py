"""The marks of an article as a layer under its words, and the veil over what is out of focus."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QRegion, QTextBlock

from briefing.desktop.fonts import sans
from briefing.desktop.open_article import OpenArticle
from briefing.desktop.reader.article_document import Page
from briefing.desktop.reader.emphasis import Lit
from briefing.desktop.reader.geometry import rectangles
from briefing.desktop.reader.marks import FoundMarks, Layer, Mark, MarkIndex, Piece, own_marks
from briefing.desktop.reader.underlines import paint_status_line
from briefing.desktop.status_glyphs import stamp_glyph
from briefing.desktop.theme import Role, Theme
from briefing.model import Span, Spans
from briefing.records import dataclass

_ORDER = {Layer.CLAIMS: 0, Layer.OWN: 1, Layer.CUES: 2, Layer.ACTORS: 3}
"""What lies under what."""

NUMBERS_A_LINE, GLYPHS_A_LINE = 2, 4
"""Claims whose numbers, or whose glyphs alone, stand beside one line; the ledger has them all."""

NUMBER_PIXELS = 10.5
"""Size of the numbers beside the text."""

GLYPH_LEFT, NUMBER_WIDTH, NUMBER_LEFT = 34, 28, 31
"""Pixels from the text back to a status's glyph; room for a number of four digits, and from the glyph back to it."""

GLYPH, GLYPH_STEP = 12, 15
"""Pixels of a glyph, and from one to the next, down or to the left."""

_VEIL = 0.66
"""How much of the paper lies over words that are out of focus."""


@dataclass(frozen=True, slots=True)
class Box:
    """One line of a mark: its rectangle in pixels of the document, and whether the mark begins there."""

    mark: Mark
    rect: QRectF
    begins: bool


@dataclass(frozen=True, slots=True)
class Sign:
    """What stands in the margin beside the line in which a claim begins.

    Attributes:
        mark: of the claim.
        place: left upper corner of the glyph, in pixels of the document.
        edge: left edge of all glyphs beside that line; the number stands before it.
    """

    mark: Mark
    place: QPointF
    edge: float


class MarkLayer:
    """Paints marks; where they lie is reckoned for the blocks in sight only, and kept until the page changes."""

    def __init__(self, page: Page, showing: OpenArticle, found: FoundMarks | None = None) -> None:
        self._page = page
        self._showing = showing
        self._found = found or FoundMarks(showing)
        self._own = MarkIndex(own_marks(showing))
        self._boxes: dict[int, list[Box]] = {}

    def following(self, showing: OpenArticle) -> "MarkLayer":
        """The marks of a newer `showing` of the same article; those of the analysis are kept if it is the same."""
        same = self._showing.analysis is showing.analysis and self._showing.judged is showing.judged
        return MarkLayer(self._page, showing, self._found if same else None)

    def forget_places(self) -> None:
        """The page was laid out anew: reckon the places of all marks again when they come into sight."""
        self._boxes.clear()

    def paint(self, painter: QPainter, blocks: Iterable[QTextBlock], lit: Lit, theme: Theme) -> None:
        """Paint the marks of some blocks, in pixels of the document."""
        for block in blocks:
            boxes = self._boxes_in(block)
            shown = [box for box in boxes if box.mark.layer in lit.layers]
            # All fills first: the fill of a line must not cover the status of the line above.
            # That of the chosen claim last: it is one, whatever claims lie in it.
            for box in sorted(shown, key=lambda box: (_ORDER[box.mark.layer], _is_chosen(box.mark, lit))):
                _paint_fill(painter, box, lit, theme)
            _paint_status_lines(painter, shown, lit, theme)
            for box in shown:
                _paint_line(painter, box, lit, theme)
            if lit.calm and Layer.CLAIMS in lit.layers:
                self._paint_attribution(painter, block, lit, theme)
            self._paint_hits(painter, block, lit, theme)
            self._paint_evidence(painter, block, lit.evidence, theme)
            if Layer.CLAIMS in lit.layers:
                self._paint_signs(painter, self._signs(boxes, lit), lit, theme)

    def claim_at(self, block: QTextBlock, place: QPointF, lit: Lit) -> str:
        """Id of the claim whose words or glyph stand at a place, in pixels of the document; else nothing."""
        if Layer.CLAIMS not in lit.layers:
            return ""
        boxes = self._boxes_in(block)
        for sign in self._signs(boxes, lit):
            side = GLYPH_STEP * self._page.sign_size
            if QRectF(sign.place, QSizeF(side, side)).contains(place):
                return sign.mark.claim
        # The innermost of those that lie in one another is meant.
        under = [box.mark for box in boxes if box.mark.layer is Layer.CLAIMS and box.rect.contains(place)]
        return max(under, key=lambda mark: mark.depth).claim if under else ""

    def paint_veil(
        self, painter: QPainter, blocks: Iterable[QTextBlock], sight: QRectF, lit: Lit, theme: Theme
    ) -> None:
        """Dim all words in `sight` but those of the claims in focus, with their sources and cues."""
        if lit.focus is None:
            return
        veiled = QRegion(sight.toRect())
        for block in blocks:
            for rect in self._bright(block, lit.focus):
                veiled -= QRegion(rect.adjusted(-3, -2, 3, 5).toRect())
        veil = QColor(theme[Role.PAPER])
        veil.setAlphaF(_VEIL)
        painter.setClipRegion(veiled)
        painter.fillRect(sight, veil)

    def _bright(self, block: QTextBlock, focus: frozenset[str]) -> list[QRectF]:
        boxes = [box for box in self._boxes_in(block) if box.mark.claim in focus]
        found = [box.rect for box in boxes]
        gutter = self._page.document.rootFrame().frameFormat().leftMargin()
        found += [QRectF(0, box.rect.center().y() - 7, gutter - 10, 14) for box in boxes if self._begins_claim(box)]
        for claim_id in focus:
            claim = self._showing.by_id.get(claim_id)
            for hop in claim.attributions if claim else ():
                for span in hop.source:
                    found += self._rectangles(block, span)
        return found

    def _boxes_in(self, block: QTextBlock) -> list[Box]:
        number = block.blockNumber()
        if number not in self._boxes:
            pieces = [*self._found.pieces(self._page, number), *self._own.pieces(self._page, number)]
            pieces.sort(key=lambda piece: (_ORDER[piece.mark.layer], piece.mark.depth))
            self._boxes[number] = [box for piece in pieces for box in self._lines(block, piece)]
        return self._boxes[number]

    def _lines(self, block: QTextBlock, piece: Piece) -> list[Box]:
        found = rectangles(self._page.document, block, piece.start, piece.end)
        return [Box(piece.mark, rect, number == 0 and piece.first) for number, rect in enumerate(found)]

    def _rectangles(self, block: QTextBlock, span: Span) -> list[QRectF]:
        number = block.blockNumber()
        return [
            rect
            for found, start, end in self._page.pieces(span)
            if found == number
            for rect in rectangles(self._page.document, block, start, end)
        ]

    def _in_block(self, block: QTextBlock, spans: Spans) -> Iterable[tuple[int, Span]]:
        shown = self._page.block(block.blockNumber())
        if shown:
            for number, span in enumerate(spans):
                if span.overlaps(shown.span):
                    yield number, span

    def _paint_hits(self, painter: QPainter, block: QTextBlock, lit: Lit, theme: Theme) -> None:
        for number, span in self._in_block(block, lit.hits):
            for rect in self._rectangles(block, span):
                here = number == lit.hit
                painter.setBrush(theme[Role.SELECTION] if here else Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(theme[Role.SEARCH_LINE], 2.0 if here else 1.0))
                painter.drawRoundedRect(rect.adjusted(-2, 0, 2, 1), 2, 2)

    def _paint_evidence(self, painter: QPainter, block: QTextBlock, evidence: Spans, theme: Theme) -> None:
        for _, span in self._in_block(block, evidence):
            for rect in self._rectangles(block, span):
                painter.setBrush(theme[Role.EVIDENCE_FILL])
                painter.setPen(QPen(theme[Role.EVIDENCE_LINE], 1.2))
                painter.drawRoundedRect(rect.adjusted(-2, 1, 2, 2), 3, 3)

    def _paint_attribution(self, painter: QPainter, block: QTextBlock, lit: Lit, theme: Theme) -> None:
        """Underline who says the chosen claim and by which words, where the layers of both are hidden."""
        claim = self._showing.by_id.get(lit.claim)
        for hop in claim.attributions if claim else ():
            for spans, layer in ((hop.source, Layer.ACTORS), (hop.cue, Layer.CUES)):
                for _, span in self._in_block(block, spans if layer not in lit.layers else ()):
                    for rect in self._rectangles(block, span):
                        _underline(painter, layer, rect, theme, chosen=True)

    def _signs(self, boxes: list[Box], lit: Lit) -> list[Sign]:
        """The claims that begin in these lines, with where the glyphs of their statuses stand in the margin."""
        lines: dict[int, list[Box]] = {}
        for box in sorted((box for box in boxes if self._begins_claim(box)), key=lambda box: box.mark.span):
            lines.setdefault(round(box.rect.top()), []).append(box)
        size = self._page.sign_size
        left = self._page.document.rootFrame().frameFormat().leftMargin() - GLYPH_LEFT * size
        step = GLYPH_STEP * size
        found = []
        for begun in lines.values():
            shown = begun[: GLYPHS_A_LINE if lit.calm else NUMBERS_A_LINE]
            # Without numbers there is room for two side by side, on the line that they belong to.
            columns = min(len(shown), 2) if lit.calm else 1
            for number, box in enumerate(shown):
                row, column = divmod(number, columns)
                x = left - (columns - 1 - column) * step
                y = box.rect.center().y() + row * step - GLYPH * size / 2
                found.append(Sign(box.mark, QPointF(x, y), left - (columns - 1) * step))
        return found

    def _begins_claim(self, box: Box) -> bool:
        mark = box.mark
        return (
            box.begins
            and mark.layer is Layer.CLAIMS
            and mark.status is not None
            and mark.span == min(self._showing.by_id[mark.claim].content)
        )

    def _paint_signs(self, painter: QPainter, signs: list[Sign], lit: Lit, theme: Theme) -> None:
        size = self._page.sign_size
        glyph = QSizeF(GLYPH * size, GLYPH * size)
        painter.setFont(sans(NUMBER_PIXELS * size))
        numbered: set[tuple[float, float]] = set()
        # The number of the chosen claim first: where two share a place, the other one has none.
        for sign in sorted(signs, key=lambda sign: sign.mark.claim != lit.claim):
            mark, place = sign.mark, sign.place
            if mark.status is None:
                continue
            stamp_glyph(painter, mark.status, QRectF(place, glyph), theme.status(mark.status), theme[Role.PAPER])
            if not lit.brings_out(mark.claim) or (sign.edge, place.y()) in numbered:
                continue
            numbered.add((sign.edge, place.y()))
            painter.setPen(theme[Role.INK if mark.claim == lit.claim else Role.INK_FAINT])
            beside = QRectF(sign.edge - NUMBER_LEFT * size, place.y() - 1, NUMBER_WIDTH * size, (GLYPH + 2) * size)
            painter.drawText(beside, Qt.AlignmentFlag.AlignRight, str(self._showing.numbers[mark.claim]))


def _is_chosen(mark: Mark, lit: Lit) -> bool:
    return mark.layer is Layer.CLAIMS and mark.claim == lit.claim


def _paint_fill(painter: QPainter, box: Box, lit: Lit, theme: Theme) -> None:
    mark, rect = box.mark, box.rect
    if mark.layer is Layer.CLAIMS:
        chosen = _is_chosen(mark, lit)
        inset = 0.0 if chosen else min(3.0 * mark.depth, 9.0)
        fill = theme[Role.CLAIM_FILL_SELECTED if chosen else Role.CLAIM_FILL]
        painter.fillRect(rect.adjusted(-1, 1 + inset, 1, 2), fill)
    elif mark.layer is Layer.OWN:
        painter.fillRect(rect.adjusted(-1, 1, 1, 1), theme.highlight(mark.colour))


def _paint_status_lines(painter: QPainter, boxes: list[Box], lit: Lit, theme: Theme) -> None:
    """A line under each claim; where claims lie in one another, one line: the chosen one's, else the innermost's."""

    def rank(box: Box) -> tuple[bool, bool, int]:
        return box.mark.claim == lit.claim, box.mark.claim == lit.pointed, box.mark.depth

    taken: dict[int, list[tuple[float, float]]] = {}
    for box in sorted((box for box in boxes if lit.brings_out(box.mark.claim)), key=rank, reverse=True):
        mark, rect = box.mark, box.rect
        if mark.status is None:
            continue
        level = rect.bottom() + 2.0
        lined = taken.setdefault(round(level), [])
        for left, right in _free(rect.left(), rect.right(), lined):
            ink, chosen = theme.status(mark.status), mark.claim == lit.claim
            paint_status_line(painter, mark.status, ink, left, right, level, chosen)
        lined.append((rect.left(), rect.right()))


def _free(left: float, right: float, taken: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """What of a stretch none of those that are taken covers."""
    found = [(left, right)]
    for first, last in taken:
        parts = [part for a, b in found for part in ((a, min(b, first)), (max(a, last), b))]
        found = [(a, b) for a, b in parts if b - a > 1]
    return found


def _paint_line(painter: QPainter, box: Box, lit: Lit, theme: Theme) -> None:
    mark, rect = box.mark, box.rect
    if mark.layer is Layer.OWN:
        edge = theme.highlight_edge(mark.colour)
        _line(painter, edge, rect, 1.0, 2.0)
        if box.begins and mark.noted:
            painter.setBrush(edge)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(QPointF(rect.left() - 1, rect.top() + 2), 3.2, 3.2)
    elif mark.layer is not Layer.CLAIMS:
        _underline(painter, mark.layer, rect, theme, mark.claim == lit.claim)


def _underline(painter: QPainter, layer: Layer, rect: QRectF, theme: Theme, chosen: bool) -> None:
    """Underline who is named, or the words that attribute."""
    if layer is Layer.CUES:
        _line(painter, theme[Role.CUE_LINE], rect, 0.0, 2.0 if chosen else 1.4)
    else:
        _line(painter, theme[Role.ACTOR_LINE], rect, -1.5, 1.3, Qt.PenStyle.DotLine)


def _line(
    painter: QPainter,
    colour: QColor,
    rect: QRectF,
    below: float,
    width: float,
    style: Qt.PenStyle = Qt.PenStyle.SolidLine,
) -> None:
    painter.setPen(QPen(colour, width, style))
    y = rect.bottom() + below
    painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))
