"""The claims of a brief as an Excel workbook: a sheet of claims, one of sources, every cell plain text."""

import io
from datetime import UTC

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from briefing.export.brief_view import sheet
from briefing.export.csv_writer import COLUMNS, claim_rows
from briefing.export.export_formats import Rendered
from briefing.export.labels import Labels
from briefing.model import Brief

WIDTHS = (26, 8, 26, 24, 24, 16, 60, 16, 24, 44, 24, 24, 40)
LONGEST_CELL = 32_767
"""Characters that a cell can hold."""
LONGEST_PROPERTY = 255
"""Characters that Excel takes for the title or author of a workbook."""


def render(brief: Brief) -> Rendered:
    """The workbook; nothing in it is a formula or a link, whatever the article says."""
    data, labels = sheet(brief), Labels(brief.language)
    file = io.BytesIO()
    book = xlsxwriter.Workbook(
        file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    # The moment of the brief and not of now, so that the same brief gives the same bytes.
    book.set_properties(
        {
            "title": data["title"][:LONGEST_PROPERTY],
            "author": data["author"][:LONGEST_PROPERTY],
            "created": brief.made.astimezone(UTC).replace(tzinfo=None),
        }
    )
    head = book.add_format({"bold": True, "bg_color": "#E8EEF7", "border": 1, "valign": "top"})
    cell = book.add_format({"text_wrap": True, "valign": "top"})
    claims = book.add_worksheet(labels.text("claims"))
    for column, (name, width) in enumerate(zip(COLUMNS, WIDTHS, strict=True)):
        claims.set_column(column, column, width)
        claims.write_string(0, column, labels.text(f"column_{name}"), head)
    rows = [row for article in data["articles"] for row in claim_rows(labels, article)]
    for number, row in enumerate(rows, 1):
        for column, words in enumerate(row):
            if COLUMNS[column] == "number":
                claims.write_number(number, column, int(words), cell)
            else:
                _write(claims, number, column, words, cell)
    claims.freeze_panes(1, 0)
    claims.autofilter(0, 0, max(1, len(rows)), len(COLUMNS) - 1)
    sources = book.add_worksheet(labels.text("articles"))
    for number, article in enumerate(data["articles"]):
        _write(sources, number, 0, article["title"], head)
        for column, (name, value) in enumerate(article["facts"], 1):
            _write(sources, number, column, f"{labels.fact(name)}: {value}", cell)
    book.close()
    return Rendered(file.getvalue())


def _write(page: Worksheet, row: int, column: int, words: str, look: Format) -> None:
    shown = words[:LONGEST_CELL]
    if shown.startswith("<r>") and shown.endswith("</r>"):
        # The library would take it for runs that it wrote itself, and put it into the file as markup.
        page.write_rich_string(row, column, shown[0], shown[1], shown[2:], look)
    else:
        page.write_string(row, column, shown, look)
