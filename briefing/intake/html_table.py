"""Tables of HTML: which are tables and which only arrange a page, and in which row and column each cell stands."""

from typing import Any

from briefing.model import Cell, Span

LONGEST_CELL = 600
"""Characters of the longest cell of a table without headings; longer ones are the columns of a page."""

MOST_CELLS = 20_000
"""Cells of the largest table that is told; a larger one is read row by row."""

MOST_SPANNED = 1_000
"""Rows or columns over which a cell may reach (HTML)."""

_INNER = ("h1", "h2", "h3", "article", "main", "nav", "form")


def cells_of(table: Any) -> dict[Any, Cell]:
    """The cells of a table by element, without their words' places; none if it only arranges the page."""
    rows = [row for row in table.iter("tr") if next(row.iterancestors("table"), None) is table]
    cells = [[cell for cell in row if cell.tag in ("td", "th")] for row in rows]
    if not _is_table(table, cells):
        return {}
    taken: set[tuple[int, int]] = set()
    found: dict[Any, Cell] = {}
    for row, entries in enumerate(cells):
        column = 0
        for entry in entries:
            while (row, column) in taken:
                column += 1
            height = min(_number(entry, "rowspan"), len(rows) - row)
            width = _number(entry, "colspan")
            if len(taken) + height * width > MOST_CELLS:
                return {}
            taken.update((row + down, column + right) for down in range(height) for right in range(width))
            found[entry] = Cell(Span(0, 0), row, column, height, width, entry.tag == "th")
            column += width
    return found


def _is_table(table: Any, cells: list[list[Any]]) -> bool:
    if table.get("role") in ("presentation", "none") or len(cells) < 2 or max(map(len, cells)) < 2:
        return False
    if next(table.iter(*_INNER), None) is not None or any(inner is not table for inner in table.iter("table")):
        return False
    if table.find("caption") is not None or any(cell.tag == "th" for row in cells for cell in row):
        return True
    longest = max((len(cell.text_content()) for row in cells for cell in row), default=0)
    return longest <= LONGEST_CELL


def _number(cell: Any, name: str) -> int:
    told = str(cell.get(name, "1")).strip()
    return min(max(int(told), 1), MOST_SPANNED) if told.isascii() and told.isdigit() and len(told) < 10 else 1
