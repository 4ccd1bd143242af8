"""Rows of tables as one passage each, the cells parted by a line, with the place of each cell in the table."""

from collections.abc import Sequence
from dataclasses import replace

from briefing.intake.block_assembly import Passage
from briefing.intake.passage_markup import PassageMarkup
from briefing.model import BlockKind, Cell, Inline, Span

BETWEEN = " | "

MOST_CELLS = 20_000
"""Cells of a table of words that are told as such; what is below them is read row by row."""


def row_passage(cells: Sequence[Sequence[Passage]], places: Sequence[Cell | None], table: int) -> Passage:
    """The passages of each cell of a row as one; empty cells keep the others in their columns.

    Args:
        cells: the passages of each cell.
        places: the place of each cell in the table, its words' place aside; None for what is no cell.
        table: number of the table among those of the document.
    """
    words, inlines, told = "", list[Inline](), list[Cell]()
    pictures = tuple(picture for cell in cells for passage in cell for picture in passage.markup.pictures)
    remarks = tuple(message for cell in cells for passage in cell for message in passage.markup.remarks)
    for number, cell in enumerate(cells):
        if number:
            words = f"{words.rstrip()}{BETWEEN}".lstrip()
        start = len(words)
        for passage in cell:
            if not passage.words:
                continue
            if len(words) > start:
                words += " "
            inlines += (replace(one, span=one.span.shifted(len(words))) for one in passage.markup.inlines)
            words += passage.words
        place = places[number]
        if place is not None and len(words) > start:
            told.append(replace(place, span=Span(start, len(words))))
    words = words.rstrip()
    markup = PassageMarkup(tuple(inlines), None, table, tuple(told), pictures, remarks=remarks)
    return Passage(BlockKind.PARAGRAPH, words, markup=markup)


def note_passage(mark: str, passages: Sequence[Passage]) -> Passage:
    """The passages of a note as one, begun with its mark."""
    marked = [Passage(BlockKind.PARAGRAPH, mark)] if mark else []
    return row_passage([[*marked, *passages]], [None], 0)


def row_of_words(cells: Sequence[str], row: int, table: int) -> Passage:
    """The passage of a row, from 0, whose cells are known by their words alone; without words if all are empty."""
    filled = len(cells)
    while filled and not cells[filled - 1]:
        filled -= 1
    told = (row + 1) * max(filled, 1) <= MOST_CELLS
    places = [Cell(Span(0, 0), row, column) if told else None for column in range(filled)]
    held = [[Passage(BlockKind.PARAGRAPH, words)] if words else [] for words in cells[:filled]]
    return row_passage(held, places, table)


def in_cell(passage: Passage, place: Cell, table: int) -> Passage:
    """The passage as the words, or some of the words, of a cell."""
    cell = replace(place, span=Span(0, len(passage.words)))
    return replace(passage, markup=replace(passage.markup, table=table, cells=(cell,)))
