"""What the first lines of a text tell of its origin, which its head need not tell again."""

import re

from briefing.model import Article, BlockKind

FIRST_BLOCKS, LONGEST = 8, 140
"""Blocks at the beginning that are looked at, and characters of one that may be a byline or a date."""

BEGUN = 12
"""Words of a paragraph from which on it is the text itself, and what follows is none of its head."""

_SHARE = 4
"""A name is told by a line of which it is at least this part; else it stands in it by chance."""

_NUMBER = re.compile(r"\d+")
_FULL_DATE = re.compile(r"(?P<year>\d{4})-\d\d-(?P<day>\d\d)")


def told_by_first_lines(article: Article, hides_boilerplate: bool) -> frozenset[str]:
    """The fields of the origin that the reader finds in the first lines: "outlet", "byline", "published".

    Args:
        article: the one that is shown.
        hides_boilerplate: whether lines that are no part of the article are shown.
    """
    origin = article.origin
    lines = _lines(article, hides_boilerplate)
    names = {"outlet": plain(origin.outlet), "byline": plain(origin.byline)}
    told = {field for field, name in names.items() if name and any(_names(line, name) for line in lines)}
    day = _day(origin.published)
    if day and any(day <= set(map(int, _NUMBER.findall(line))) for line in lines):
        told.add("published")
    return frozenset(told)


def plain(words: str) -> str:
    """Letters and figures alone, in small letters."""
    return "".join(filter(str.isalnum, words.casefold()))


def _lines(article: Article, hides_boilerplate: bool) -> list[str]:
    hidden = {BlockKind.BOILERPLATE} if hides_boilerplate else set()
    first = [block for block in article.blocks if block.kind not in hidden][:FIRST_BLOCKS]
    lines = []
    for block in first:
        words = block.span.of(article.text)
        if len(block.span) <= LONGEST and not (block.kind is BlockKind.HEADING and block.level == 1):
            lines.append(words)
        if block.kind is BlockKind.PARAGRAPH and len(words.split()) >= BEGUN:
            break
    return lines


def _names(line: str, name: str) -> bool:
    found = plain(line)
    return name in found and len(name) * _SHARE >= len(found)


def _day(published: str) -> set[int]:
    """Year and day of the month of a date; nothing if it is no full one."""
    found = _FULL_DATE.match(published)
    return {int(found["year"]), int(found["day"])} if found else set()
