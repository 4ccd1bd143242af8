"""What an article holds beside what is told of its origin, packed as it is kept: words, blocks, locators, markup."""

import json
from collections.abc import Iterator
from typing import Any

from briefing.library import compression
from briefing.library.library_errors import LibraryFailure
from briefing.model import Article, Block, BlockKind, Locator, LocatorKind, Locators, Markup, Origin, Span
from briefing.model.markup import NO_MARKUP
from briefing.model.markup_json import markup_from_object, markup_object
from briefing.model.message import Message
from briefing.records import dataclass


@dataclass(frozen=True, slots=True)
class Content:
    """The words of an article, its blocks, and its locators and markup, if it has any; each as it is kept."""

    text: bytes
    blocks: bytes
    locators: bytes | None = None
    markup: bytes | None = None


def packed(article: Article) -> Content:
    """What an article holds, as it is kept."""
    return Content(
        compression.pack(article.text),
        compression.pack(_blocks_written(article)),
        _locators_written(article),
        _markup_written(article),
    )


def article_of(origin: Origin, content: Content) -> Article:
    """The article that holds this.

    Raises:
        LibraryFailure: if its words or blocks are damaged.
    """
    try:
        words = compression.unpack(content.text)
        found = tuple(_blocks(json.loads(compression.unpack(content.blocks))))
    except (ValueError, TypeError, LookupError) as fault:
        raise LibraryFailure(Message.of("article.damaged", title=origin.title)) from fault
    if found and found[-1].span.end > len(words):
        raise LibraryFailure(Message.of("article.damaged", title=origin.title))
    return Article(words, found, origin, _locators(content.locators, len(words)), _markup(content.markup, len(words)))


def _blocks_written(article: Article) -> str:
    return json.dumps(_rows(article.blocks), separators=(",", ":"))


def _rows(blocks: tuple[Block, ...]) -> list[tuple[int | str, ...]]:
    """Blocks as they are kept: kind, distance from the end of the one before, length and, if it is not 0, level."""
    ends = (0, *(block.span.end for block in blocks))
    return [
        (block.kind.value, block.span.start - before, len(block.span), *([block.level] if block.level else []))
        for before, block in zip(ends, blocks, strict=False)
    ]


def _blocks(rows: list[list[Any]]) -> Iterator[Block]:
    end = 0
    for kind, distance, length, *level in rows:
        start, end = end + distance, end + distance + length
        yield Block(BlockKind(kind), Span(start, end), level[0] if level else 0)


def _locators_written(article: Article) -> bytes | None:
    """Locators as they are kept: distance from the start of the one before, number, label, and kind if no page's."""
    starts = (0, *(locator.start for locator in article.locators))
    rows = [
        (one.start - before, one.number, one.label, *([one.kind.value] if one.kind is not LocatorKind.PAGE else []))
        for before, one in zip(starts, article.locators, strict=False)
    ]
    return compression.pack(json.dumps(rows, separators=(",", ":"))) if rows else None


def _locators(kept: bytes | None, length: int) -> Locators:
    """What was kept of the pages; none if that is damaged, which takes nothing from the words."""
    found: list[Locator] = []
    at = 0
    try:
        for distance, number, label, *kind in json.loads(compression.unpack(kept)) if kept else ():
            at += int(distance)
            found.append(Locator(at, int(number), str(label), LocatorKind(*kind) if kind else LocatorKind.PAGE))
    except (ValueError, TypeError, LookupError):
        return ()
    return tuple(found) if at <= length else ()


def _markup_written(article: Article) -> bytes | None:
    told = markup_object(article.markup)
    return compression.pack(json.dumps(told, ensure_ascii=False, separators=(",", ":"))) if told else None


def _markup(kept: bytes | None, length: int) -> Markup:
    """What was kept of the markup; none if that is damaged, which takes nothing from the words."""
    try:
        found = markup_from_object(json.loads(compression.unpack(kept))) if kept else NO_MARKUP
        return found if found.lies_within(length) else NO_MARKUP
    except (ValueError, TypeError, LookupError, AttributeError):
        return NO_MARKUP
