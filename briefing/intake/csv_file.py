"""Tables (CSV) that programs export: rows by the names of their columns."""

import csv
import io
from collections.abc import Iterator

from briefing.intake.format_signs import column_mark, columns_of
from briefing.intake.text_decoder import decoded

LONGEST_CELL = 1_000_000


def rows_in(data: bytes, name: str) -> Iterator[dict[str, str]]:
    """Each row, its cells by the names of their columns in lower case; ends where the table is damaged.

    Raises:
        UnreadableFile: if its encoding is unknown.
    """
    text = decoded(data, name).lstrip("\ufeff\r\n ").replace("\x00", "")
    columns = columns_of(data)
    first = text.split("\n", 1)[0]
    csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=column_mark(first))
    try:
        next(reader, None)
        for row in reader:
            if any(row):
                yield dict(zip(columns, row, strict=False))
    except csv.Error:
        return
