"""In which row and column each cell of a Word table stands, and over how many it reaches."""

from typing import Any

from briefing.intake.word_styles import attribute_of, switch
from briefing.model import Cell, Span

_MOST = 1_000
"""Columns over which a cell may reach."""


class WordGrid:
    """Places the cells of one table, row by row.

    Attributes:
        lays_out: whether the table only lays out a page.
    """

    def __init__(self) -> None:
        self.lays_out = False
        self._cells: list[list[Any]] = []
        self._row = -1
        self._column = 0
        self._header = False
        self._open: dict[int, int] = {}

    def begin_row(self, row: Any) -> None:
        """The cells that follow stand in the next row."""
        self._row += 1
        properties = row.find("{*}trPr")
        self._header = bool(switch(properties, "tblHeader"))
        before = properties.find("{*}gridBefore") if properties is not None else None
        self._column = _number(before)

    def add(self, properties: Any | None) -> int:
        """Place the next cell; gives its number."""
        width = _width(properties)
        self._cells.append([self._row, self._column, 1, width, self._header])
        self._open[self._column] = len(self._cells) - 1
        self._column += width
        return len(self._cells) - 1

    def go_on(self, properties: Any | None) -> int:
        """Let the cell above reach over this row, too; gives its number."""
        above = self._open.get(self._column)
        if above is None:
            return self.add(properties)
        self._cells[above][2] = self._row - self._cells[above][0] + 1
        self._column += _width(properties)
        return above

    def cell(self, number: int) -> Cell:
        """The place of a cell, once all rows are placed."""
        row, column, rows, columns, header = self._cells[number]
        return Cell(Span(0, 0), row, column, rows, columns, header)


def _width(properties: Any | None) -> int:
    span = properties.find("{*}gridSpan") if properties is not None else None
    return max(1, _number(span))


def _number(element: Any | None) -> int:
    told = attribute_of(element, "val")
    return min(int(told), _MOST) if told.isascii() and told.isdigit() and len(told) < 6 else 0
