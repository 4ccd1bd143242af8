"""Highlights that Readwise exports as a table, by the work that they are in."""

import csv
import io
from collections.abc import Iterator

from briefing.intake.addresses import http_address
from briefing.intake.csv_file import rows_in
from briefing.intake.feed import FeedEntry
from briefing.intake.highlights import Highlight, Work, annotations_on, article_of, joined_works
from briefing.intake.text_decoder import one_line
from briefing.model import Annotation, Article, Locator, LocatorKind

PROGRAM = "Readwise"
_COLUMNS = {
    "highlight": "Highlight",
    "book title": "Book Title",
    "book author": "Book Author",
    "url": "URL",
    "note": "Note",
    "tags": "Tags",
    "location type": "Location Type",
    "location": "Location",
    "highlighted at": "Highlighted at",
}


def pieces_of(data: bytes, name: str) -> Iterator[tuple[FeedEntry, bytes]]:
    """Each work with its highlights, as a table of its own."""
    rows = list(rows_in(data, name))
    by_work: dict[tuple[str, str, str], list[dict[str, str]]] = {}
    for row in rows:
        by_work.setdefault(_told(row), []).append(row)
    for number, work in enumerate(_works(rows)):
        file = io.StringIO()
        table = csv.writer(file)
        table.writerow(_COLUMNS.values())
        mine = by_work[work.title, work.byline, work.address]
        table.writerows([row.get(column, "") for column in _COLUMNS] for row in mine)
        yield work.entry(number), file.getvalue().encode("utf-8", "replace")


def read(data: bytes, name: str, address: str = "") -> Article:
    """The article of the excerpts of one work; raises what `article_of` does."""
    return article_of(_first(data, name), PROGRAM, name)


def annotations(data: bytes, name: str, article: Article) -> tuple[Annotation, ...]:
    """What was noted, on that article."""
    return annotations_on(article, _first(data, name))


def _first(data: bytes, name: str) -> Work:
    return next(iter(_works(list(rows_in(data, name)))), Work("", "", "", ()))


def _works(rows: list[dict[str, str]]) -> list[Work]:
    return joined_works([(*_told(row), _highlight(row)) for row in rows if row.get("highlight", "").strip()])


def _told(row: dict[str, str]) -> tuple[str, str, str]:
    address = http_address(row.get("url", "").strip())
    return one_line(row.get("book title", "")), one_line(row.get("book author", "")), address


def _highlight(row: dict[str, str]) -> Highlight:
    tags = tuple(filter(None, map(one_line, row.get("tags", "").split(","))))
    number = row.get("location", "").strip()
    paged = row.get("location type", "").strip().lower() == "page" and number.isdecimal() and 0 < len(number) < 7
    place = Locator(0, int(number), "", LocatorKind.PAGE) if paged else None
    return Highlight(row["highlight"], row.get("note", ""), row.get("highlighted at", "").strip(), tags, place=place)
