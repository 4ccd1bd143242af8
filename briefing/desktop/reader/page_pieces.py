"""The parts a page is set of, one for each block of the document: words, table cells, pictures, remarks and gaps."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import field, replace

from briefing.desktop.interface_language import said
from briefing.desktop.line_breaks import cuts
from briefing.model import Article, Block, BlockKind, Cell, Figure, Remark, Span, Table
from briefing.model.whole_tables import whole_tables
from briefing.records import dataclass

ROWS_AT_ONCE = 40
"""Rows of a table that are set as one: Qt lays a table out as a whole, and 2,000 rows take it most of a second."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One block of the document.

    Attributes:
        block: the block of the article, or the part of it, that it shows; its span is empty if it shows no words.
        figure: the picture that it shows.
        joined: whether it goes on with the words of the one before, which are cut for the layout.
        bare: whether it shows nothing, and only stands between two tables.
        remark: what it tells of the document in the language of the window; none of the article's words.
    """

    block: Block
    figure: Figure | None = None
    joined: bool = False
    bare: bool = False
    remark: str = ""


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell of a grid, with how many pieces stand in it."""

    cell: Cell
    pieces: int


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of a table that are set as one.

    Attributes:
        first: number of the first piece in it.
        cells: all cells, also those without words, row by row; their rows count from the first of the grid.
        rows: how many rows it has.
        shares: of the whole width, in hundredths, for each column; the same for all grids of a table.
        begins: whether it holds the first row of the table.
        ends: whether it holds the last row of the table.
        figures: the columns of figures, which are read best with their last digits below one another.
    """

    first: int
    cells: tuple[GridCell, ...]
    rows: int
    shares: tuple[float, ...]
    begins: bool
    ends: bool
    figures: frozenset[int] = frozenset()

    @property
    def pieces(self) -> int:
        """How many pieces stand in it."""
        return sum(one.pieces for one in self.cells)


@dataclass(slots=True)
class Pieces:
    """All that a page is set of, in its order.

    Attributes:
        all: the pieces.
        grids: by the number of their first piece.
    """

    all: list[Piece] = field(default_factory=list)
    grids: dict[int, Grid] = field(default_factory=dict)
    _after_grid: bool = True

    def add(self, piece: Piece) -> None:
        """Add a piece outside tables."""
        self.all.append(piece)
        self._after_grid = False

    def add_grid(self, at: int, grid: Grid, pieces: Sequence[Piece]) -> None:
        """Add rows of a table; Qt needs a block above it and below it."""
        if self._after_grid:
            self.add(_bare(at))
        self.grids[len(self.all)] = replace(grid, first=len(self.all))
        self.all += pieces
        self._after_grid = True

    def finish(self) -> None:
        """End with a block outside tables."""
        if self._after_grid and self.all:
            self.add(_bare(self.all[-1].block.span.end))


def pieces_of(article: Article) -> Pieces:
    """What the page of an article is set of."""
    found = Pieces()
    figures, remarks = list(article.markup.figures), list(article.markup.remarks)
    blocks = [block for block in article.blocks if len(block.span)]
    tables = _tables(article, blocks)
    number = 0
    while number < len(blocks):
        block = blocks[number]
        while figures and figures[0].at <= block.span.start:
            found.add(_pictured(figures.pop(0)))
        while remarks and remarks[0].at <= block.span.start:
            found.add(_told(remarks.pop(0)))
        table, inside = tables.get(block.span.start, (None, ()))
        if table:
            for grid, pieces in _grids(table, inside, article.text):
                found.add_grid(block.span.start if not found.all else found.all[-1].block.span.end, grid, pieces)
            number += len(inside)
        else:
            for piece in _cut(block, article.text):
                found.add(piece)
            number += 1
    for figure in figures:
        found.add(_pictured(figure))
    for remark in remarks:
        found.add(_told(remark))
    found.finish()
    return found


def _bare(at: int) -> Piece:
    return Piece(Block(BlockKind.PARAGRAPH, Span(at, at)), bare=True)


def _pictured(figure: Figure) -> Piece:
    return Piece(Block(BlockKind.CAPTION, Span(figure.at, figure.at)), figure=figure)


def _told(remark: Remark) -> Piece:
    return Piece(Block(BlockKind.BOILERPLATE, Span(remark.at, remark.at)), remark=f"[{said(remark.message)}]")


def _cut(block: Block, text: str) -> Iterator[Piece]:
    """The block, in several pieces if its words give no place to break a line."""
    start, joined = block.span.start, False
    for at in cuts(block.span.of(text)):
        yield Piece(replace(block, span=Span(start, block.span.start + at)), joined=joined)
        start, joined = block.span.start + at, True
    if start < block.span.end:
        yield Piece(replace(block, span=Span(start, block.span.end)), joined=joined)


def _tables(article: Article, blocks: Sequence[Block]) -> dict[int, tuple[Table, Sequence[Block]]]:
    """The tables that can be shown as such, with their blocks, by where they begin."""
    return {
        table.span.start: (table, inside)
        for table, inside in whole_tables(article, blocks)
        if not any(next(cuts(block.span.of(article.text)), None) for block in inside)
    }


def _grids(table: Table, blocks: Sequence[Block], text: str) -> Iterator[tuple[Grid, list[Piece]]]:
    shares, figures = _shares(table, text), _columns_of_figures(table, text)
    known = {(cell.row, cell.column): cell for cell in table.cells}
    taken: set[tuple[int, int]] = set()
    reach = 0
    first, rows, columns = 0, table.rows, table.columns
    cells: list[GridCell] = []
    pieces: list[Piece] = []
    at = blocks[0].span.start
    number = 0
    for row in range(rows):
        if row - first >= ROWS_AT_ONCE and reach <= row:
            yield Grid(0, tuple(cells), row - first, shares, first == 0, False, figures), pieces
            first, cells, pieces = row, [], []
        for column in range(columns):
            if (row, column) in taken:
                continue
            cell = known.get((row, column)) or Cell(Span(at, at), row, column)
            taken.update((row + down, column + right) for down in range(cell.rows) for right in range(cell.columns))
            reach = max(reach, row + cell.rows)
            while number < len(blocks) and blocks[number].span.end <= cell.span.start:
                number += 1
            words = list(_within(cell.span, blocks, number)) or [Block(BlockKind.PARAGRAPH, Span(at, at))]
            at = words[-1].span.end
            cells.append(GridCell(replace(cell, row=row - first), len(words)))
            pieces += map(Piece, words)
    yield Grid(0, tuple(cells), rows - first, shares, first == 0, True, figures), pieces


def _within(span: Span, blocks: Sequence[Block], number: int) -> Iterator[Block]:
    """The parts of blocks, from `number` on, that stand in a span."""
    while number < len(blocks) and blocks[number].span.start < span.end:
        block = blocks[number]
        if block.span.overlaps(span):
            inside = Span(max(block.span.start, span.start), min(block.span.end, span.end))
            yield Block(BlockKind.PARAGRAPH, inside)
        number += 1


def _columns_of_figures(table: Table, text: str) -> frozenset[int]:
    told: dict[int, list[bool]] = {}
    for cell in table.cells:
        if not cell.header and cell.columns == 1 and cell.row + cell.rows > 1 and len(cell.span):
            told.setdefault(cell.column, []).append(bool(_FIGURE.fullmatch(cell.span.of(text).strip())))
    return frozenset(column for column, are in told.items() if sum(are) * 5 >= len(are) * 4)


_FIGURE = re.compile(
    r"[+\-−–]?[$€£¥]?\s?\d[\d.,'’\s]*\s?(?:%|‰|[$€£¥]|[kKmM]|bn|m)?(?:\s?\(.{1,12}\))?|[–—\-.…]|n/?a", re.IGNORECASE
)
_NARROWEST, _WIDEST = 4, 40
"""Characters between which a column is reckoned."""


def _shares(table: Table, text: str) -> tuple[float, ...]:
    """How wide each column is, by the longest of its words and by how much stands in it."""
    longest = [float(_NARROWEST)] * table.columns
    for cell in table.cells:
        if cell.columns == 1:
            words = cell.span.of(text)
            wanted = max(max(map(len, words.split()), default=0) + 4, min(len(words), _WIDEST))
            longest[cell.column] = max(longest[cell.column], min(wanted, _WIDEST))
    return tuple(100 * one / sum(longest) for one in longest)
