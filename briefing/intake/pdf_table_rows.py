"""The rows and cells of a table on a PDF page, once its columns are known: what shares one, and what spans others."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from briefing.intake.pdf_lines import Line, LineCell, Row
from briefing.intake.pdf_rules import Rule
from briefing.records import dataclass

Gutter = tuple[float, float]
"""Room between two columns, from its left to its right; both are the same where a line is drawn."""

PLAIN_ROWS = 3
"""Rows of a table without ruled lines."""
PLAIN_LETTERS = 14
"""Letters in the cell in the middle, by length, of such a table; columns of text hold more."""
FLUSH = 4.0
"""Points by which lines of one table may begin or end apart."""
_FEWEST = 2
"""Rows of a table whose heads are two at most."""
_BANDS = 4
"""Rows parted by lines from which on every row is taken for parted so."""
_TIGHT = 1.25
"""How many times the distance of two lines in one cell those of two rows are apart at least."""


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell of a row, over which columns it reaches from which on, and the pieces of rows that it holds."""

    column: int
    columns: int
    pieces: tuple[Row, ...]


def middle(row: Row) -> float:
    """How far down the middle of a row's letters stands."""
    return row.base - row.size * 0.3


class Lattice:
    """Where the columns of a table part, and where lines are drawn in it.

    Args:
        gutters: between its columns, from the left.
        downs: how far down the level lines stand that run through the whole table.
        rules: all lines of the page.
    """

    def __init__(self, gutters: Sequence[Gutter], downs: Sequence[float], rules: Sequence[Rule]) -> None:
        self._gutters = gutters
        self._downs = downs
        self._is_grid = any(left == right for left, right in gutters)
        self._upright = [rule for rule in rules if not rule.is_level]
        self._inner = [rule for rule in rules if rule.is_level and all(abs(rule.top - at) > 1 for at in downs)]

    def grouped(self, rows: Sequence[Row], pieces: Sequence[list[Row]]) -> Iterator[list[Row]]:
        """The pieces of each row of the table; in a grid a line parts any two."""
        bands: dict[int, list[int]] = {}
        for at in sorted(range(len(rows)), key=lambda at: rows[at].base):
            bands.setdefault(bisect_right(self._downs, middle(rows[at])), []).append(at)
        is_parted = self._is_grid or len(bands) >= _BANDS
        for number, band in enumerate(bands.values()):
            if is_parted and not _are_rows_of_figures([pieces[at] for at in band], self._gutters):
                yield from self._under_heads([pieces[at] for at in band])
                continue
            tight = _tight([rows[at] for at in band])
            following = [pieces[at] for above, at in pairwise(band) if rows[at].base - rows[above].base < tight]
            if _are_rows(following, self._gutters):
                tight = 0.0
            group: list[Row] = []
            for place, at in enumerate(band):
                above = pieces[band[place - 1]] if place else []
                is_second = not number and place == 1 and not tight
                if group and (
                    _begins(rows[band[place - 1]], rows[at], pieces[at], tight, self._gutters)
                    or self._is_drawn_between(group, pieces[at])
                    or (is_second and _names_columns(above, pieces[at], self._gutters))
                ):
                    yield group
                    group = []
                group += pieces[at]
            yield group

    def _under_heads(self, lines: Sequence[Sequence[Row]]) -> Iterator[list[Row]]:
        """What stands between two lines through the whole table, parted where a shorter one runs between."""
        group: list[Row] = []
        for pieces in lines:
            if group and self._is_drawn_between(group, pieces):
                yield group
                group = []
            group += pieces
        yield group

    def _is_drawn_between(self, above: Sequence[Row], below: Sequence[Row]) -> bool:
        """Whether a level line runs below a piece and above another one."""
        for rule in self._inner:
            over = [row for row in above if row.base < rule.top + 1 and _lies_along(row, rule)]
            under = [row for row in below if middle(row) > rule.top and _lies_along(row, rule)]
            if over and under:
                return True
        return False

    def cells(self, pieces: Iterable[Row], following: Sequence[Sequence[Row]]) -> list[TableCell]:
        """The cells of a row of the table, by the columns over which its pieces lie.

        Args:
            pieces: of the row.
            following: those of the row below, if there is one.
        """
        found = _cells_in(pieces, self._gutters)
        return [self._widened(cell, found[at + 1 :][:1], found, following) for at, cell in enumerate(found)]

    def _widened(
        self,
        cell: TableCell,
        after: Sequence[TableCell],
        row: Sequence[TableCell],
        following: Sequence[Sequence[Row]],
    ) -> TableCell:
        """The cell with the columns to its right that no line keeps apart from it, or that one line underlines."""
        last = cell.column + cell.columns - 1
        end = after[0].column if after else len(self._gutters) + 1
        if self._is_grid:
            while last + 1 < end and not self._is_wall(last, cell):
                last += 1
            return replace(cell, columns=last - cell.column + 1)
        top, bottom = (
            max(piece.base for piece in cell.pieces),
            min((p.base for p in following[0]), default=0.0) if following else 0.0,
        )
        for rule in self._inner:
            is_alone = sum(any(_lies_along(piece, rule) for piece in one.pieces) for one in row) == 1
            if top - 1 < rule.top < bottom and is_alone and all(_lies_along(piece, rule) for piece in cell.pieces):
                ends = sum(rule.right > (left + right) / 2 for left, right in self._gutters)
                last = max(last, min(ends, end - 1))
        return replace(cell, columns=last - cell.column + 1)

    def _is_wall(self, gutter: int, cell: TableCell) -> bool:
        """Whether an upright line stands at a gutter, beside a cell."""
        across, place = self._gutters[gutter][0], middle(cell.pieces[0])
        return any(abs(rule.left - across) <= FLUSH and rule.top <= place <= rule.bottom for rule in self._upright)


def _lies_along(row: Row, rule: Rule) -> bool:
    return row.left < rule.right and row.right > rule.left


def _names_columns(above: Sequence[Row], pieces: Sequence[Row], gutters: Sequence[Gutter]) -> bool:
    """Whether a second line holds the names of columns that the first one names together."""
    is_fuller = 1 < len(above) < len(pieces) and len(pieces) >= len(gutters)
    return is_fuller and all(_column(row.left, gutters) == _column(row.right, gutters) for row in pieces)


def _column(place: float, gutters: Sequence[Gutter]) -> int:
    """Number of the column in which a place lies, from 0."""
    return sum(place > (left + right) / 2 for left, right in gutters)


def _tight(rows: Sequence[Row]) -> float:
    """Distance of bases, in points, up to which a line goes on with the cells of the one before; 0 if none does so."""
    apart = sorted(after.base - before.base for before, after in pairwise(rows))
    if not apart or apart[-1] < _TIGHT * apart[0]:
        return 0.0
    return (apart[0] + min(each for each in apart if each >= _TIGHT * apart[0])) / 2


def _are_rows(lines: Sequence[Sequence[Row]], gutters: Sequence[Gutter]) -> bool:
    """Whether lines close below others are rows of their own: most of them fill every column with a little."""
    whole = [pieces for pieces in lines if len(pieces) == len(gutters) + 1]
    if len(whole) <= len(lines) / 2:
        return False
    return median(piece.letters for pieces in whole for piece in pieces) <= PLAIN_LETTERS


def _are_rows_of_figures(lines: Sequence[Sequence[Row]], gutters: Sequence[Gutter]) -> bool:
    """Whether lines between two drawn ones are rows of their own: several, with a figure at the end of each."""
    if len(lines) < PLAIN_ROWS or not _are_rows(lines, gutters):
        return False
    return all(any(sign.isdigit() for word in pieces[-1].words for sign in word.text) for pieces in lines)


def _begins(before: Row, row: Row, pieces: Sequence[Row], tight: float, gutters: Sequence[Gutter]) -> bool:
    """Whether a line begins a row of the table, and does not go on with the cells above."""
    apart = row.base - before.base
    if apart < 0.5 * row.size or (tight and apart < tight):
        return False
    return bool(tight) or len(pieces) == len(gutters) + 1 or pieces[0].left < gutters[0][0]


def _cells_in(pieces: Iterable[Row], gutters: Sequence[Gutter]) -> list[TableCell]:
    held: dict[tuple[int, int], list[Row]] = {}
    for piece in pieces:
        first, last = (
            sum(place > (left + right) / 2 for left, right in gutters) for place in (piece.left, piece.right)
        )
        rows = [piece]
        for begun, ended in [*held]:
            if begun <= last and first <= ended:
                first, last = min(first, begun), max(last, ended)
                rows += held.pop((begun, ended))
        held[first, last] = rows
    return [
        TableCell(first, last - first + 1, tuple(sorted(rows, key=lambda row: (row.base, row.left))))
        for (first, last), rows in sorted(held.items())
    ]


def heads_of(rows: Sequence[Sequence[TableCell]]) -> int:
    """How many rows at the top name columns: they hold no figures where those below do; one may name several."""
    figures = [[any(sign.isdigit() for sign in _letters(cell)) for cell in row] for row in rows]
    if any(figures[0]) or not any(map(any, figures[1:])):
        return 0
    is_over_names = any(cell.columns > 1 for cell in rows[0]) and len(rows) > _FEWEST
    return 2 if is_over_names and rows[1] and rows[1][0].column > 0 and len(rows[1]) > len(rows[0]) - 1 else 1


def _letters(cell: TableCell) -> str:
    return "".join(word.text for row in cell.pieces for word in row.words)


def line_of(cells: Sequence[TableCell], page: int, height: float, is_head: bool) -> Line:
    """A row of a table as one line that holds its cells."""
    rows = [row for cell in cells for row in cell.pieces]
    whole = Row([word for row in rows for word in row.words], rows[0].column).line(page, height)
    told = tuple(
        LineCell(cell.column, cell.columns, is_head, tuple(row.line(page, height).words for row in cell.pieces))
        for cell in cells
    )
    return replace(whole, cells=told)
