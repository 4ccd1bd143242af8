"""Sets an article as a text document, and maps its code points to the document's positions and back."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import accumulate, pairwise

from PySide6.QtGui import QFontMetricsF, QTextBlockFormat, QTextCharFormat, QTextCursor

from briefing.desktop.fonts import BODY_PIXELS
from briefing.desktop.harmless_text import HarmlessDocument
from briefing.desktop.reader.article_table import aligned, insert_grid
from briefing.desktop.reader.block_styles import (
    CELL,
    HEADER_CELL,
    BlockStyle,
    bare_format,
    block_format,
    character_format,
    inline_format,
    is_right_to_left,
    joined_format,
    mirrored_format,
    picture_block,
    style_of,
)
from briefing.desktop.reader.inline_pictures import picture_format, put_picture, take_picture
from briefing.desktop.reader.page_pieces import Grid, Piece, pieces_of
from briefing.desktop.reader.typography import Typography
from briefing.desktop.theme import Theme
from briefing.desktop.utf16 import Offsets
from briefing.model import Article, Block, BlockKind, Figure, Inline, InlineKind, Marker, Span

_SAMPLE = "the quick brown fox said on Thursday that it had agreed to jump over the lazy dog"
# These end a paragraph or steer the layout in Qt; each stands for one character and is shown as another.
_SHOWN_AS = str.maketrans(
    {"\n": "\u2028", "\r": "\u2028", "\x0b": "\u2028", "\x0c": "\u2028", "\u2029": "\u2028", "\x00": " ",
     "\ufdd0": " ", "\ufdd1": " ", "\ufffc": "\ufffd"}
)  # fmt: skip


INLINE_WORK, CELL_WORK = 20, 120
"""How many letters could be set in the time that a stretch takes which is set otherwise, and a cell of a table."""


class Page:
    """An article set in one size and theme.

    Args:
        article: what is set.
        theme: where its inks come from.
        zoom: text size, 1.0 is 100 %.
        fold: whether boilerplate is hidden.
        until: code point up to which it is set at once; `fill` sets the rest. To set a whole book stops the window.
        typography: face, width of the lines, and room between them.
    """

    def __init__(
        self,
        article: Article,
        theme: Theme,
        zoom: float = 1.0,
        fold: bool = False,
        until: int | None = None,
        typography: Typography | None = None,
    ) -> None:
        self.article = article
        self._typography = typography or Typography()
        self.zoom = zoom
        self.measure = measure(zoom, self._typography)
        """Width of the column of text in pixels."""
        self._theme = theme
        self._folds = fold
        self._offsets = Offsets(article.text)
        pieces = pieces_of(article)
        self._pieces, self._grids = pieces.all, pieces.grids
        self._begins = [piece.block.span.start for piece in self._pieces]
        # Only what shows words has places in the text.
        self._worded = [number for number, piece in enumerate(self._pieces) if len(piece.block.span)]
        self._starts = [self._begins[number] for number in self._worded]
        self._positions = list(accumulate((self._units(piece) + 1 for piece in self._pieces[:-1]), initial=0))
        self._set = 0
        self._waits = True
        self._room = self.measure
        self._formats: dict[BlockStyle, tuple[QTextBlockFormat, QTextCharFormat]] = {}
        self._inline: dict[tuple[BlockStyle, frozenset[InlineKind]], QTextCharFormat] = {}
        self.document = HarmlessDocument()
        self.document.setUndoRedoEnabled(False)
        self.document.setDocumentMargin(0)
        self.fill(len(article.text) if until is None else until)

    @property
    def sign_size(self) -> float:
        """How large the signs beside the text are, 1.0 is 100 %; there is little room in the margin."""
        return min(1.5, max(1.0, self.zoom))

    @property
    def cut(self) -> bool:
        """Whether the document holds other signs than the words: cuts for the layout, tables, pictures and remarks."""
        return bool(self._grids) or any(piece.joined or piece.figure or piece.remark for piece in self._pieces)

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The pictures on the page, in its order."""
        return tuple(piece.figure for piece in self._pieces if piece.figure)

    def block(self, number: int) -> Block | None:
        """The article's block that the document's block of that number shows; what shows no words has an empty span."""
        return self._pieces[number].block if 0 <= number < len(self._pieces) else None

    def figure(self, number: int) -> Figure | None:
        """The picture that the document's block of that number shows."""
        return self._pieces[number].figure if 0 <= number < len(self._pieces) else None

    def marker(self, number: int) -> Marker | None:
        """What hangs before the words of the document's block of that number."""
        block = self.block(number)
        if block is None or block.kind is not BlockKind.ITEM:
            return None
        return self.article.markup.marker_at(block.span.start)

    def show_picture(self, digest: str, data: bytes) -> int:
        """Show a picture, or what tells of it if there are no bytes of it; gives the bytes that it takes decoded."""
        figure = next((one for one in self.figures if one.digest == digest), None)
        return put_picture(self.document, figure, data, self._theme) if figure else 0

    def hide_picture(self, digest: str) -> None:
        """Leave the place of a picture empty."""
        take_picture(self.document, digest)

    def fill(self, until: int) -> None:
        """Set the blocks that begin before a code point, if they are not set yet."""
        last = len(self._pieces) if until >= len(self.article.text) else bisect_left(self._begins, until)
        first, number = self._set, self._set
        if last <= first:
            return
        cursor = QTextCursor(self.document)
        cursor.beginEditBlock()
        while number < last:
            cursor.movePosition(QTextCursor.MoveOperation.End)
            grid = self._grids.get(number)
            if grid:
                self._set_grid(cursor, grid)
                # Qt needs a block below a table: it is there already.
                number += grid.pieces
                last = max(last, number + 1)
            else:
                self._set_block(cursor, number)
                number += 1
            self._waits = bool(grid)
        cursor.endEditBlock()
        if self._folds:
            self._fold(first, number)
        self._set = number

    def fit(self, room: float) -> None:
        """Show pictures no wider than so many pixels: the pane may have less room than a line takes."""
        room = min(room, self.measure)
        if room == self._room:
            return
        self._room = room
        cursor = QTextCursor(self.document)
        for piece, position in zip(self._pieces[: self._set], self._positions, strict=False):
            if piece.figure:
                cursor.setPosition(position)
                cursor.setPosition(position + 1, QTextCursor.MoveMode.KeepAnchor)
                cursor.setCharFormat(picture_format(piece.figure, self.zoom, room))

    def steps(self, at_once: int) -> Iterator[int]:
        """Code points up to which to fill, one after another, so that each turn sets about as much.

        A cell, or a stretch that is set otherwise, takes as long as some more letters.
        """
        work = 0
        inlines = self.article.markup.inlines
        reached = 0
        for piece, in_table in zip(self._pieces, self._in_tables(), strict=True):
            span = piece.block.span
            before, reached = reached, bisect_left(inlines, span.end, lo=reached, key=lambda one: one.span.start)
            work += len(span) + (reached - before) * INLINE_WORK + (CELL_WORK if in_table else 0)
            if work >= at_once:
                yield span.end
                work = 0
        yield len(self.article.text)

    def _in_tables(self) -> Iterator[bool]:
        left = 0
        for number in range(len(self._pieces)):
            grid = self._grids.get(number)
            left = grid.pieces if grid else left
            yield left > 0
            left = max(0, left - 1)

    def position(self, code_point: int) -> int:
        """The document's position of a code point; between blocks, the end of the one before.

        All that stands before it is set, if it was not yet.
        """
        if not self._worded:
            return 0
        self.fill(code_point + 1)
        number = self._worded[max(0, bisect_right(self._starts, code_point) - 1)]
        span = self._pieces[number].block.span
        inside = min(max(code_point, span.start), span.end)
        return self._positions[number] + self._offsets.to_utf16(inside) - self._offsets.to_utf16(span.start)

    def code_point(self, position: int) -> int:
        """The code point at a position of the document."""
        if not self._pieces:
            return 0
        number = max(0, bisect_right(self._positions, position) - 1)
        span = self._pieces[number].block.span
        unit = self._offsets.to_utf16(span.start) + position - self._positions[number]
        return min(span.end, self._offsets.to_code_point(unit))

    def span(self, start: int, end: int) -> Span:
        """The span between two positions of the document, without white space at its edges."""
        first, last = self.code_point(min(start, end)), self.code_point(max(start, end))
        text = self.article.text
        while first < last and text[first].isspace():
            first += 1
        while last > first and text[last - 1].isspace():
            last -= 1
        return Span(first, last)

    def pieces(self, span: Span) -> list[tuple[int, int, int]]:
        """Where `span` stands: block number, first and last position in the document, for every block it touches."""
        first = max(0, bisect_right(self._starts, span.start) - 1)
        last = bisect_left(self._starts, span.end)
        touched = (number for number in self._worded[first:last] if span.overlaps(self._pieces[number].block.span))
        return [(number, *self.part(number, span)) for number in touched]

    def part(self, number: int, span: Span) -> tuple[int, int]:
        """First and last position in the document of what of `span` stands in the block of that number."""
        inside = self._pieces[number].block.span
        first = self._offsets.to_utf16(inside.start)
        start = self._offsets.to_utf16(max(span.start, inside.start))
        end = self._offsets.to_utf16(min(span.end, inside.end))
        return self._positions[number] + start - first, self._positions[number] + end - first

    def _units(self, piece: Piece) -> int:
        """Length of a piece in the document, which counts in UTF-16, and a picture as one."""
        if piece.remark:
            return Offsets(piece.remark).to_utf16(len(piece.remark))
        start, end = self._offsets.span_to_utf16(piece.block.span)
        return end - start + (piece.figure is not None)

    def _set_block(self, cursor: QTextCursor, number: int) -> None:
        piece = self._pieces[number]
        style = style_of(piece.block)
        usual, words = self._formats_of(style)
        below = number + 1 < len(self._pieces) and self._pieces[number + 1].joined
        if piece.bare:
            usual, words = bare_format()
        elif piece.figure:
            usual = picture_block(usual, piece.figure.caption is not None, self.zoom)
        elif piece.joined or below:
            usual = joined_format(usual, piece.joined, below)
        if style.indent and is_right_to_left(piece.block.span.of(self.article.text)):
            usual = mirrored_format(usual)
        if self._waits:
            cursor.setBlockFormat(usual)
            cursor.setBlockCharFormat(words)
        else:
            cursor.insertBlock(usual, words)
        if piece.figure:
            cursor.insertImage(picture_format(piece.figure, self.zoom, self._room))
        elif piece.remark:
            cursor.insertText(piece.remark.translate(_SHOWN_AS), words)
        else:
            self._insert_words(cursor, piece.block.span, style)

    def _set_grid(self, cursor: QTextCursor, grid: Grid) -> None:
        number = grid.first
        for one, inside in insert_grid(cursor, grid, self.zoom, self._theme):
            style = HEADER_CELL if one.cell.header else CELL
            usual, words = self._formats_of(style)
            usual = aligned(usual, one.cell.column in grid.figures and one.cell.columns == 1)
            for place in range(one.pieces):
                if place:
                    inside.insertBlock(usual, words)
                else:
                    # The format of its signs is that of the cell, which has rules and room in it.
                    inside.setBlockFormat(usual)
                    inside.mergeBlockCharFormat(words)
                self._insert_words(inside, self._pieces[number].block.span, style)
                number += 1

    def _insert_words(self, cursor: QTextCursor, span: Span, style: BlockStyle) -> None:
        """Insert words, each stretch of them as it is set."""
        shown = span.of(self.article.text).translate(_SHOWN_AS)
        usual = self._formats_of(style)[1]
        markup = self.article.markup
        inlines = markup.inlines_in(span)
        turn = markup.turn_at(span.start)
        if turn and len(turn.label):
            inlines = (*inlines, Inline(InlineKind.STRONG, Span(span.start, min(turn.label.end, span.end))))
        if not inlines:
            cursor.insertText(shown, usual)
            return
        edges = sorted({span.start, span.end, *(at for one in inlines for at in (one.span.start, one.span.end))})
        for start, end in pairwise(edges):
            kinds = frozenset(one.kind for one in inlines if one.span.start <= start and end <= one.span.end)
            if kinds and (style, kinds) not in self._inline:
                self._inline[style, kinds] = inline_format(usual, kinds, style.italic, self._theme)
            format_ = self._inline[style, kinds] if kinds else usual
            cursor.insertText(shown[start - span.start : end - span.start], format_)

    def _formats_of(self, style: BlockStyle) -> tuple[QTextBlockFormat, QTextCharFormat]:
        if style not in self._formats:
            self._formats[style] = (
                block_format(style, self.zoom, self._typography),
                character_format(style, self.zoom, self._theme, self._typography.face),
            )
        return self._formats[style]

    def _fold(self, first: int, last: int) -> None:
        """Hide what is boilerplate among the blocks from `first` up to `last`."""
        document_block = self.document.findBlockByNumber(first)
        begin = document_block.position()
        for piece in self._pieces[first:last]:
            document_block.setVisible(piece.block.kind is not BlockKind.BOILERPLATE)
            document_block = document_block.next()
        self.document.markContentsDirty(begin, self.document.characterCount() - begin)


def measure(zoom: float, typography: Typography) -> float:
    """Width of a line of average characters, in pixels."""
    average = QFontMetricsF(typography.face.font(BODY_PIXELS * zoom)).horizontalAdvance(_SAMPLE) / len(_SAMPLE)
    return average * typography.width.characters
