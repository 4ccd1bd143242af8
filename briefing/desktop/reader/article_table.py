"""Sets rows of a table in the document: rules between rows, numbers to the right, what names them in bold."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QTextBlockFormat,
    QTextCursor,
    QTextFrameFormat,
    QTextLength,
    QTextTableCellFormat,
    QTextTableFormat,
)

from briefing.desktop.reader.page_pieces import Grid, GridCell
from briefing.desktop.theme import Role, Theme
from briefing.model import Cell

PADDING = 5.0
"""Pixels between the words of a cell and its edges, at 100 % text size."""


def insert_grid(cursor: QTextCursor, grid: Grid, zoom: float, theme: Theme) -> Iterator[tuple[GridCell, QTextCursor]]:
    """Insert an empty grid behind the cursor; gives each cell, in order, with a cursor in it."""
    table = cursor.insertTable(grid.rows, len(grid.shares), _table_format(grid, zoom))
    for one in grid.cells:
        cell = one.cell
        if cell.rows > 1 or cell.columns > 1:
            height = min(cell.rows, grid.rows - cell.row)
            width = min(cell.columns, len(grid.shares) - cell.column)
            table.mergeCells(cell.row, cell.column, height, width)
    for one in grid.cells:
        place = table.cellAt(one.cell.row, one.cell.column)
        # What it holds already says over how many rows and columns it reaches.
        format_ = place.format().toTableCellFormat()
        _set_off(format_, grid, one.cell, zoom, theme)
        place.setFormat(format_)
        yield one, place.firstCursorPosition()


def aligned(usual: QTextBlockFormat, to_the_right: bool) -> QTextBlockFormat:
    """The format of a block in a cell."""
    found = QTextBlockFormat(usual)
    if to_the_right:
        found.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
    return found


def _table_format(grid: Grid, zoom: float) -> QTextTableFormat:
    found = QTextTableFormat()
    found.setBorder(0)
    found.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_None)
    found.setBorderCollapse(True)
    found.setCellSpacing(0)
    found.setCellPadding(0)
    found.setTopMargin(6 * zoom if grid.begins else 0)
    found.setBottomMargin(22 * zoom if grid.ends else 0)
    kind = QTextLength.Type.PercentageLength
    found.setWidth(QTextLength(kind, 100))
    if not (grid.begins and grid.ends):
        # Parts of one table have columns of the same width; what is whole is laid out by its words.
        found.setColumnWidthConstraints([QTextLength(kind, share) for share in grid.shares])
    return found


def _set_off(found: QTextTableCellFormat, grid: Grid, cell: Cell, zoom: float, theme: Theme) -> None:
    """Give a cell its rules, and room around its words."""
    last = cell.row + cell.rows >= grid.rows
    strong = cell.header or (last and grid.ends)
    solid = QTextFrameFormat.BorderStyle.BorderStyle_Solid
    found.setBottomBorder(1)
    found.setBottomBorderStyle(solid)
    found.setBottomBorderBrush(theme[Role.BORDER if strong else Role.HAIRLINE])
    if cell.row == 0 and grid.begins:
        found.setTopBorder(1)
        found.setTopBorderStyle(solid)
        found.setTopBorderBrush(theme[Role.BORDER])
    found.setPadding(PADDING * zoom)
    if cell.column == 0:
        found.setLeftPadding(1)
    found.setVerticalAlignment(found.VerticalAlignment.AlignTop)
