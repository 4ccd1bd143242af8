"""Tables (CSV) that programs export: rows by the names of their columns."""

import csv
import io
from collections.abc import Iterator

from briefing.intake.text_decoder import decoded

LONGEST_CELL = 1_000_000
MARKS = ",;\t"


def columns_of(data: bytes) -> tuple[str, ...]:
    """The names in the first row of a table, in lower case; whatever cannot be read has none."""
    head = data[:4096].removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n ")
    line = head.split(b"\n", 1)[0].split(b"\r", 1)[0].decode("utf-8", "replace")
    mark = max(MARKS, key=line.count)
    try:
        row = next(csv.reader([line], delimiter=mark), [])
    except csv.Error:
        return ()
    return tuple(cell.strip().lower() for cell in row)


def rows_in(data: bytes, name: str) -> Iterator[dict[str, str]]:
    """Each row, its cells by the names of their columns in lower case; ends where the table is damaged.

    Raises:
        UnreadableFile: if its encoding is unknown.
    """
    text = decoded(data, name).lstrip("\ufeff\r\n ").replace("\x00", "")
    columns = columns_of(data)
    first = text.split("\n", 1)[0]
    csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(MARKS, key=first.count))
    try:
        next(reader, None)
        for row in reader:
            if any(row):
                yield dict(zip(columns, row, strict=False))
    except csv.Error:
        return
