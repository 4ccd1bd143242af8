"""Annotations that Hypothesis exports as JSON, by the page that they are on."""

from collections.abc import Iterator
from typing import Any

import msgspec

from briefing.intake.addresses import http_address
from briefing.intake.feed import FeedEntry
from briefing.intake.highlights import Highlight, Work, annotations_on, article_of, joined_works
from briefing.intake.json_file import entries, json_in, words_at
from briefing.intake.text_decoder import one_line
from briefing.model import Annotation, Article

PROGRAM = "Hypothesis"


def pieces_of(data: bytes, name: str) -> Iterator[tuple[FeedEntry, bytes]]:
    """Each page with its annotations, as an export of its own."""
    rows = _rows(data, name)
    by_page: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for row in rows:
        by_page.setdefault(_told(row), []).append(row)
    for number, work in enumerate(_works(rows)):
        mine = by_page[work.title, work.address]
        yield work.entry(number), msgspec.json.encode({"rows": mine, "total": len(mine)})


def read(data: bytes, name: str, address: str = "") -> Article:
    """The article of the excerpts of one page; raises what `article_of` does."""
    return article_of(_first(data, name), PROGRAM, name)


def annotations(data: bytes, name: str, article: Article) -> tuple[Annotation, ...]:
    """What was noted, on that article."""
    return annotations_on(article, _first(data, name))


def _first(data: bytes, name: str) -> Work:
    return next(iter(_works(_rows(data, name))), Work("", "", "", ()))


def _rows(data: bytes, name: str) -> list[dict[str, Any]]:
    found = json_in(data, name)
    return entries(found, "rows") or entries(found, "annotations")


def _works(rows: list[dict[str, Any]]) -> list[Work]:
    found: list[tuple[str, str, str, Highlight]] = []
    for row in rows:
        title, address = _told(row)
        quote = next(
            (one for target in entries(row, "target") for one in entries(target, "selector") if _quotes(one)), {}
        )
        tags = row.get("tags")
        highlight = Highlight(
            words_at(quote, "exact"),
            words_at(row, "text"),
            words_at(row, "created", "updated"),
            tuple(one_line(tag) for tag in tags if isinstance(tag, str)) if isinstance(tags, list) else (),
            words_at(quote, "prefix"),
            words_at(quote, "suffix"),
            identity=words_at(row, "id"),
        )
        if highlight.words or highlight.note:
            found.append((title, "", address, highlight))
    return joined_works(found)


def _quotes(selector: dict[str, Any]) -> bool:
    return selector.get("type") == "TextQuoteSelector"


def _told(row: dict[str, Any]) -> tuple[str, str]:
    """Title and address of the page; the title may come in a list."""
    document = row.get("document")
    titles = document.get("title") if isinstance(document, dict) else None
    title = titles[0] if isinstance(titles, list) and titles else titles
    address = http_address(words_at(row, "uri"))
    return one_line(title) if isinstance(title, str) else "", address
