"""Sets an article as a text document, and maps its code points to the document's positions and back."""

from bisect import bisect_left, bisect_right
from dataclasses import replace
from itertools import accumulate

from PySide6.QtGui import QFont, QFontMetricsF, QTextBlockFormat, QTextCharFormat, QTextCursor

from briefing.desktop.fonts import BODY_PIXELS, sans
from briefing.desktop.harmless_text import HarmlessDocument
from briefing.desktop.line_breaks import cuts
from briefing.desktop.reader.typography import Face, Typography
from briefing.desktop.theme import Role, Theme
from briefing.desktop.utf16 import Offsets
from briefing.model import Article, Block, BlockKind, Span
from briefing.records import dataclass

_SAMPLE = "the quick brown fox said on Thursday that it had agreed to jump over the lazy dog"
# These end a paragraph or steer the layout in Qt; each stands for one character and is shown as another.
_SHOWN_AS = str.maketrans(
    {"\n": "\u2028", "\r": "\u2028", "\x0b": "\u2028", "\x0c": "\u2028", "\u2029": "\u2028", "\x00": " ",
     "\ufdd0": " ", "\ufdd1": " ", "\ufffc": "\ufffd"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Style:
    """How one kind of block is set; lengths in pixels at 100 % text size.

    `line_height` is a percentage of the font's own line, which is 1.36 times its size in the serif.
    """

    pixels: float
    line_height: float
    above: float
    below: float
    indent: float = 0.0
    weight: QFont.Weight = QFont.Weight.Normal
    italic: bool = False
    ink: Role = Role.INK
    sans: bool = False


_TITLE = _Style(31, 106, 14, 26, weight=QFont.Weight.DemiBold)
_HEADINGS = {1: _TITLE, 2: _Style(21.5, 104, 26, 10, weight=QFont.Weight.DemiBold)}
_LOWER_HEADING = _Style(18.5, 108, 20, 8, weight=QFont.Weight.DemiBold)
_STYLES = {
    BlockKind.PARAGRAPH: _Style(BODY_PIXELS, 126, 0, 16),
    BlockKind.ITEM: _Style(BODY_PIXELS, 124, 0, 8, indent=24),
    BlockKind.QUOTATION: _Style(BODY_PIXELS, 124, 4, 18, indent=26, italic=True),
    BlockKind.CAPTION: _Style(14, 120, 0, 18, ink=Role.INK_SOFT, sans=True),
    BlockKind.BOILERPLATE: _Style(12.5, 120, 0, 6, ink=Role.INK_FAINT, sans=True),
}


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
        self._theme = theme
        self._folds = fold
        self._offsets = Offsets(article.text)
        self._blocks, self._joined = _set_apart(article)
        self._starts = [block.span.start for block in self._blocks]
        self._positions = list(accumulate((self._units(block) + 1 for block in self._blocks[:-1]), initial=0))
        self._set = 0
        self._formats: dict[_Style, tuple[QTextBlockFormat, QTextCharFormat]] = {}
        self.document = HarmlessDocument()
        self.document.setUndoRedoEnabled(False)
        self.document.setDocumentMargin(0)
        self.fill(len(article.text) if until is None else until)

    @property
    def measure(self) -> float:
        """Width of the column of text in pixels."""
        return measure(self.zoom, self._typography)

    @property
    def sign_size(self) -> float:
        """How large the signs beside the text are, 1.0 is 100 %; there is little room in the margin."""
        return min(1.5, max(1.0, self.zoom))

    @property
    def cut(self) -> bool:
        """Whether some block is shown as several, because its words give no place to break a line."""
        return bool(self._joined)

    def block(self, number: int) -> Block | None:
        """The article's block that the document's block of that number shows."""
        return self._blocks[number] if 0 <= number < len(self._blocks) else None

    def fill(self, until: int) -> None:
        """Set the blocks that begin before a code point, if they are not set yet."""
        last = bisect_left(self._starts, until)
        if last <= self._set:
            return
        cursor = QTextCursor(self.document)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.beginEditBlock()
        for number in range(self._set, last):
            self._set_block(cursor, number)
        cursor.endEditBlock()
        if self._folds:
            self._fold(self._set, last)
        self._set = last

    def position(self, code_point: int) -> int:
        """The document's position of a code point; between blocks, the end of the one before.

        All that stands before it is set, if it was not yet.
        """
        if not self._blocks:
            return 0
        self.fill(code_point + 1)
        number = max(0, bisect_right(self._starts, code_point) - 1)
        span = self._blocks[number].span
        inside = min(max(code_point, span.start), span.end)
        return self._positions[number] + self._offsets.to_utf16(inside) - self._offsets.to_utf16(span.start)

    def code_point(self, position: int) -> int:
        """The code point at a position of the document."""
        if not self._blocks:
            return 0
        number = max(0, bisect_right(self._positions, position) - 1)
        span = self._blocks[number].span
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
        found = []
        number = max(0, bisect_right(self._starts, span.start) - 1)
        while number < len(self._blocks) and self._blocks[number].span.start < span.end:
            if span.overlaps(self._blocks[number].span):
                found.append((number, *self.part(number, span)))
            number += 1
        return found

    def part(self, number: int, span: Span) -> tuple[int, int]:
        """First and last position in the document of what of `span` stands in the block of that number."""
        inside = self._blocks[number].span
        first = self._offsets.to_utf16(inside.start)
        start = self._offsets.to_utf16(max(span.start, inside.start))
        end = self._offsets.to_utf16(min(span.end, inside.end))
        return self._positions[number] + start - first, self._positions[number] + end - first

    def _units(self, block: Block) -> int:
        """Length of a block in the document, which counts in UTF-16."""
        start, end = self._offsets.span_to_utf16(block.span)
        return end - start

    def _set_block(self, cursor: QTextCursor, number: int) -> None:
        block = self._blocks[number]
        style = style_of(block)
        if style not in self._formats:
            self._formats[style] = (
                _block_format(style, self.zoom, self._typography),
                _character_format(style, self.zoom, self._theme, self._typography.face),
            )
        block_format, character_format = self._formats[style]
        if number in self._joined or number + 1 in self._joined:
            block_format = _joined(block_format, number in self._joined, number + 1 in self._joined)
        if number:
            cursor.insertBlock(block_format, character_format)
        else:
            cursor.setBlockFormat(block_format)
            cursor.setBlockCharFormat(character_format)
        cursor.insertText(block.span.of(self.article.text).translate(_SHOWN_AS), character_format)

    def _fold(self, first: int, last: int) -> None:
        """Hide what is boilerplate among the blocks from `first` up to `last`."""
        document_block = self.document.findBlockByNumber(first)
        begin = document_block.position()
        for block in self._blocks[first:last]:
            document_block.setVisible(block.kind is not BlockKind.BOILERPLATE)
            document_block = document_block.next()
        self.document.markContentsDirty(begin, self.document.characterCount() - begin)


def measure(zoom: float, typography: Typography) -> float:
    """Width of a line of average characters, in pixels."""
    average = QFontMetricsF(typography.face.font(BODY_PIXELS * zoom)).horizontalAdvance(_SAMPLE) / len(_SAMPLE)
    return average * typography.width.characters


def _set_apart(article: Article) -> tuple[tuple[Block, ...], frozenset[int]]:
    """The blocks as they are set, and the numbers of those that go on with the words of the one before."""
    found: list[Block] = []
    joined: set[int] = set()
    for block in article.blocks:
        if not len(block.span):
            continue
        start = block.span.start
        for at in cuts(block.span.of(article.text)):
            found.append(replace(block, span=Span(start, block.span.start + at)))
            joined.add(len(found))
            start = block.span.start + at
        found.append(replace(block, span=Span(start, block.span.end)) if start > block.span.start else block)
    return tuple(found), frozenset(joined)


def _joined(usual: QTextBlockFormat, above: bool, below: bool) -> QTextBlockFormat:
    """The format of a block without the room that would part it from what it goes on with."""
    found = QTextBlockFormat(usual)
    if above:
        found.setTopMargin(0)
    if below:
        found.setBottomMargin(0)
    return found


def style_of(block: Block) -> _Style:
    """How a block is set."""
    if block.kind is BlockKind.HEADING:
        return _HEADINGS.get(max(1, block.level), _LOWER_HEADING)
    return _STYLES[block.kind]


def _block_format(style: _Style, zoom: float, typography: Typography) -> QTextBlockFormat:
    found = QTextBlockFormat()
    factor = typography.spacing.factor
    found.setLineHeight(style.line_height * factor, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    found.setTopMargin(style.above * zoom * factor)
    found.setBottomMargin(style.below * zoom * factor)
    found.setLeftMargin(style.indent * zoom)
    return found


def _character_format(style: _Style, zoom: float, theme: Theme, face: Face) -> QTextCharFormat:
    found = QTextCharFormat()
    pixels = style.pixels * zoom
    found.setFont(sans(pixels, style.weight) if style.sans else face.font(pixels, style.weight, style.italic))
    found.setForeground(theme[style.ink])
    return found
