"""What a passage shows beside its words, before it has a place in a text; and how it gets one."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from briefing.intake.pictures import LONGEST_DESCRIPTION, KeptPicture, Picture, PictureBudget
from briefing.intake.text_decoder import one_line
from briefing.model.article import Block, BlockKind
from briefing.model.markup import Cell, Figure, Inline, Marker, Markup, Remark, Table, Turn, cut_to_length
from briefing.model.message import Message
from briefing.model.spans import Span
from briefing.records import dataclass


@dataclass(frozen=True, slots=True)
class PassageMarkup:
    """What a passage shows beside its words; all spans count from its first code point.

    Attributes:
        inlines: links and words that are set otherwise, in the order of their starts.
        marker: the number of a list's item as shown, "" for a bullet; None if it is no item.
        table: number, among those of the document, of the table in which it stands; meaningless without `cells`.
        cells: the cells of that table whose words it holds; one cell may have several passages.
        pictures: those that stand above it.
        speaker: who begins to speak with it, as the text calls him.
        label: where the text calls him so; None if it does not.
        remarks: what the reader is told above it.
    """

    inlines: tuple[Inline, ...] = ()
    marker: str | None = None
    table: int = 0
    cells: tuple[Cell, ...] = ()
    pictures: tuple[Picture, ...] = ()
    speaker: str = ""
    label: Span | None = None
    remarks: tuple[Message, ...] = ()


PLAIN = PassageMarkup()


def joined_markup(shown: Iterable[PassageMarkup], blocks: Sequence[Block | None]) -> tuple[Markup, tuple[bytes, ...]]:
    """The markup of a text, and the bytes of its pictures.

    Args:
        shown: what each passage shows.
        blocks: the block that was made of each; None of one without words.
    """
    budget = PictureBudget()
    inlines: list[Inline] = []
    markers: list[Marker] = []
    turns: list[Turn] = []
    tables: dict[int, dict[tuple[int, int], Cell]] = {}
    waiting: list[tuple[KeptPicture, str]] = []
    figures: list[Figure] = []
    untold: list[Message] = []
    remarks: list[Remark] = []
    end = 0
    for markup, block in zip(shown, blocks, strict=True):
        waiting += (
            (kept, one_line(one.description)[:LONGEST_DESCRIPTION])
            for one in markup.pictures
            for kept in budget.taken(one)
        )
        untold += markup.remarks
        if block is None:
            continue
        start, end = block.span.start, block.span.end
        figures += _figures(waiting, start, block.span if block.kind is BlockKind.CAPTION else None)
        waiting.clear()
        remarks += (Remark(start, message) for message in untold)
        untold.clear()
        if markup is PLAIN:
            continue
        placed = (replace(one, span=one.span.shifted(start)) for one in markup.inlines if len(one.span))
        inlines += (piece for one in placed for piece in cut_to_length(one))
        # What stands around the article is a line, not an item of it.
        if markup.marker is not None and block.kind is BlockKind.ITEM:
            markers.append(Marker(start, markup.marker))
        if markup.speaker and block.analysed:
            turns.append(Turn(start, markup.speaker, markup.label.shifted(start) if markup.label else Span(0, 0)))
        if block.analysed:
            for cell in markup.cells:
                _add_cell(tables.setdefault(markup.table, {}), replace(cell, span=cell.span.shifted(start)))
    figures += _figures(waiting, end, None)
    remarks += (Remark(end, message) for message in untold)
    inlines.sort(key=lambda one: (one.span.start, -one.span.end))
    made = Markup(
        tuple(inlines),
        tuple(markers),
        tuple(_tables(tables.values())),
        tuple(figures),
        tuple(turns),
        tuple(remarks),
    )
    return made, tuple({figure.digest: budget.kept[figure.digest] for figure in figures}.values())


def _figures(pictures: list[tuple[KeptPicture, str]], at: int, caption: Span | None) -> Iterator[Figure]:
    for number, (kept, description) in enumerate(pictures, 1):
        its_own = caption if number == len(pictures) else None
        yield Figure(at, kept.digest, kept.width, kept.height, description, its_own)


def _add_cell(cells: dict[tuple[int, int], Cell], cell: Cell) -> None:
    before = cells.get((cell.row, cell.column))
    if before:
        cell = replace(before, span=Span(before.span.start, max(before.span.end, cell.span.end)))
    cells[cell.row, cell.column] = cell


def _tables(found: Iterable[dict[tuple[int, int], Cell]]) -> Iterator[Table]:
    """Those that are still tables: of at least two rows and two columns."""
    for cells in found:
        first = min((row for row, _ in cells), default=0)
        ordered = sorted((replace(cell, row=cell.row - first) for cell in cells.values()), key=lambda one: one.span)
        table = Table(tuple(ordered))
        if ordered and table.rows > 1 and table.columns > 1:
            yield table
