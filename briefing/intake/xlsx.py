"""A workbook (Excel) to an article: sheet by sheet, row by row, each cell as the spreadsheet shows it."""

import io
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from briefing.intake.article_builder import article_of_record
from briefing.intake.block_assembly import Passage, remark
from briefing.intake.intake_errors import UnreadableFile, legible
from briefing.intake.number_format import shown
from briefing.intake.ooxml_parts import facts_of
from briefing.intake.sheet_drawings import drawings_of
from briefing.intake.table_rows import row_of_words
from briefing.intake.text_decoder import collapsed
from briefing.intake.zip_limits import Packed
from briefing.model import Article, BlockKind
from briefing.model.message import Message

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

MOST_CELLS = 1_000_000
"""Cells, empty ones among them, up to which sheets are read."""

MOST_ROWS = 200_000
"""Likewise rows."""

_FAULTS = (
    *(KeyError, ValueError, TypeError, IndexError, AttributeError, AssertionError, OverflowError, RecursionError),
    *(zipfile.BadZipFile, zlib.error, EOFError, OSError, SyntaxError, RuntimeError),
)


def read(data: bytes, name: str, address: str = "") -> Article:
    """The article in a workbook.

    Raises:
        UnreadableFile: if it is damaged or encrypted.
        TooLarge: if it would unpack to too much.
        NotAnArticle: if it holds no words.
    """
    packed = Packed(data, name)
    for part in packed.names():
        if part.endswith((".xml", ".rels")) and b"<!DOCTYPE" in packed.read(part):
            raise _unsound(name)
    facts = facts_of(packed)
    from lxml.etree import LxmlError
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with warnings.catch_warnings():
            # It warns of what it leaves out: drawings, which are read here, and rules for what may be typed.
            warnings.simplefilter("ignore")
            passages = list(_passages(data, drawings_of(packed)))
    except (*_FAULTS, InvalidFileException, LxmlError) as fault:
        raise _unsound(name) from fault
    return article_of_record(passages, name, address, MEDIA_TYPE, facts)


def _unsound(name: str) -> UnreadableFile:
    return UnreadableFile(name, Message.of("intake.workbook", name=legible(name)))


def _passages(data: bytes, drawings: dict[str, list[tuple[int, Passage]]]) -> Iterator[Passage]:
    from openpyxl import load_workbook

    # What a formula came to when the workbook was saved is what it shows.
    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    left = [MOST_ROWS, MOST_CELLS]
    hidden = []
    for number, sheet in enumerate(book.worksheets):
        if sheet.sheet_state != "visible":
            hidden.append(sheet.title)
            continue
        rows, drawn = list(_rows(sheet, left)), drawings.get(sheet.title, [])
        if rows or drawn:
            yield Passage(BlockKind.HEADING, collapsed(sheet.title), 2)
            yield from _sheet(rows, drawn, number)
    if min(left) <= 0:
        yield remark(Message("remark.more_rows"))
    if hidden:
        yield remark(Message.of("remark.hidden_sheets", names=tuple(map(collapsed, hidden))))


def _sheet(rows: list[tuple[int, list[str]]], drawn: list[tuple[int, Passage]], number: int) -> Iterator[Passage]:
    """The rows of a sheet as one table, above it what is drawn above it, below it all else that is drawn."""
    first = rows[0][0] if rows else 0
    yield from (passage for row, passage in drawn if row < first)
    yield from (row_of_words(cells, at, number) for at, (_, cells) in enumerate(rows))
    yield from (passage for row, passage in drawn if row >= first)


def _rows(sheet: Any, left: list[int]) -> Iterator[tuple[int, list[str]]]:
    """The rows that hold words, each with its number from 0."""
    # What a sheet says of its own size may be wrong, or made to harm.
    sheet.reset_dimensions()
    for number, row in enumerate(sheet.iter_rows()):
        left[0] -= 1
        left[1] -= len(row)
        if min(left) <= 0:
            return
        cells = [collapsed(shown(cell.value, cell.number_format)) if cell.value is not None else "" for cell in row]
        if any(cells):
            yield number, cells
