"""Markup: what is shown beside the words of a page: links, emphasis, lists, tables, pictures, who speaks, remarks.

All of it points at code points of the article's text and changes none of them; an article without it is whole.
"""

from bisect import bisect_left
from collections.abc import Iterator
from enum import StrEnum

from briefing.model.message import Message
from briefing.model.spans import Span
from briefing.records import dataclass


class InlineKind(StrEnum):
    """How words within a block are set."""

    LINK = "link"
    EMPHASIS = "emphasis"
    STRONG = "strong"
    STRUCK = "struck"
    SUPERSCRIPT = "superscript"
    SUBSCRIPT = "subscript"


@dataclass(frozen=True, slots=True)
class Inline:
    """Words that are set otherwise than those around them, or lead elsewhere.

    Attributes:
        kind: how they are set.
        span: where they stand, within one block.
        address: where a link leads (http, https, mailto); empty for all others.
    """

    kind: InlineKind
    span: Span
    address: str = ""


@dataclass(frozen=True, slots=True)
class Marker:
    """What stands before an item of a list and is none of its words.

    Attributes:
        start: first code point of the item's block.
        text: as shown: "3.", "iv)"; "" for the bullet of a list without numbers.
    """

    start: int
    text: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table.

    Attributes:
        span: its words, in one block or several; empty if it has none.
        row: from 0.
        column: from 0.
        rows: how many rows it reaches over.
        columns: how many columns it reaches over.
        header: whether it names what stands in its row or column.
    """

    span: Span
    row: int
    column: int
    rows: int = 1
    columns: int = 1
    header: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its cells, row by row, in the order of the text."""

    cells: tuple[Cell, ...]

    @property
    def span(self) -> Span:
        """From its first word to its last."""
        return Span(self.cells[0].span.start, max(cell.span.end for cell in self.cells))

    @property
    def rows(self) -> int:
        """How many rows it has."""
        return max(cell.row + cell.rows for cell in self.cells)

    @property
    def columns(self) -> int:
        """How many columns it has."""
        return max(cell.column + cell.columns for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture that the document itself holds.

    Attributes:
        at: first code point of the block above which it stands; the length of the text if it stands below all.
        digest: SHA-256 of the picture as it is kept, beside the original of the article.
        width: in pixels.
        height: in pixels.
        description: what it shows, as told to those who cannot see it; often empty.
        caption: the words under it, which stand in the text; None if it has none.
    """

    at: int
    digest: str
    width: int
    height: int
    description: str = ""
    caption: Span | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """What the reader is told of the document at a place of it: what was not read, or not shown, and how it was read.

    Attributes:
        at: first code point of the block above which it stands; the length of the text if it stands below all.
        message: what is said, in the language of whoever reads it; none of it is in the text.
    """

    at: int
    message: Message


@dataclass(frozen=True, slots=True)
class Turn:
    """Somebody begins to speak.

    Attributes:
        start: first code point of the block with which he begins.
        speaker: as the text calls him: "Q", "SMITH", "The President".
        label: where the text calls him so; empty if it does not.
    """

    start: int
    speaker: str
    label: Span = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Markup:
    """All that a page shows beside its words; each in text order.

    Attributes:
        inlines: links and words that are set otherwise; they may lie in one another.
        markers: of the items of lists.
        tables: disjoint.
        figures: the pictures.
        turns: who begins to speak where; it goes on to the next turn, or to a heading.
        remarks: what the reader is told of the document.
    """

    inlines: tuple[Inline, ...] = ()
    markers: tuple[Marker, ...] = ()
    tables: tuple[Table, ...] = ()
    figures: tuple[Figure, ...] = ()
    turns: tuple[Turn, ...] = ()
    remarks: tuple[Remark, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.inlines or self.markers or self.tables or self.figures or self.turns or self.remarks)

    def inlines_in(self, span: Span) -> tuple[Inline, ...]:
        """What of `inlines` touches a span, cut to it."""
        return tuple(
            Inline(one.kind, Span(max(one.span.start, span.start), min(one.span.end, span.end)), one.address)
            for one in self._touching(span)
        )

    def marker_at(self, start: int) -> Marker | None:
        """The marker of the item that begins at a code point."""
        found = bisect_left(self.markers, start, key=lambda marker: marker.start)
        return self.markers[found] if found < len(self.markers) and self.markers[found].start == start else None

    def turn_at(self, start: int) -> Turn | None:
        """The turn that begins with the block at a code point."""
        found = bisect_left(self.turns, start, key=lambda turn: turn.start)
        return self.turns[found] if found < len(self.turns) and self.turns[found].start == start else None

    def address_at(self, code_point: int) -> str:
        """Where the link at a code point leads; "" if there is none."""
        here = self._touching(Span(code_point, code_point + 1))
        return next((one.address for one in here if one.kind is InlineKind.LINK), "")

    def lies_within(self, length: int) -> bool:
        """Whether it can be the markup of a text of that many code points."""
        spans = [one.span for one in self.inlines]
        spans += [cell.span for table in self.tables for cell in table.cells]
        spans += [one.caption for one in self.figures if one.caption] + [one.label for one in self.turns]
        starts = [one.start for one in self.markers] + [one.start for one in self.turns]
        starts += [one.at for one in self.figures] + [one.at for one in self.remarks]
        return all(span.end <= length for span in spans) and all(0 <= start <= length for start in starts)

    def _touching(self, span: Span) -> Iterator[Inline]:
        # Nested ones begin before the span and end in it; none is longer than its block.
        at = bisect_left(self.inlines, span.start - LONGEST_INLINE, key=lambda one: one.span.start)
        while at < len(self.inlines) and self.inlines[at].span.start < span.end:
            if self.inlines[at].span.end > span.start:
                yield self.inlines[at]
            at += 1


LONGEST_INLINE = 20_000
"""Code points of the longest stretch that is set otherwise; a longer one is told as several."""

NO_MARKUP = Markup()


def cut_to_length(inline: Inline) -> Iterator[Inline]:
    """The same stretch in pieces that are no longer than may be."""
    for start in range(inline.span.start, inline.span.end, LONGEST_INLINE):
        yield Inline(inline.kind, Span(start, min(start + LONGEST_INLINE, inline.span.end)), inline.address)
