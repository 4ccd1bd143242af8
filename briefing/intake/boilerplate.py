"""Tells the article from what stands around it: section names, "Related posts", share lines, bylines."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from briefing.intake.byline import byline_in
from briefing.intake.byline_lines import (
    BylinePatterns,
    byline_patterns,
    is_above,
    is_correction,
    is_date_line,
    is_footer,
    times_of_entries,
)
from briefing.intake.citable_facts import is_closing, is_greeting, is_page_footer
from briefing.model import Block, BlockKind
from briefing.records import dataclass
from briefing.resources import resource

LONG = 160
"""Characters from which on a paragraph that ends like a sentence counts as part of an article."""

LONGEST_SIGNATURE = 80
"""Characters of a line below "Best regards": a name, an office, an address."""

_SENTENCE = 25
"""Characters from which on a line that ends like one is taken for a sentence of somebody's."""

_MOST_BELOW = 0.2
"""Share of an article's sentences up to which they may stand below the phrase that ends it."""

TOP = 6
"""Blocks at the top among which section names and bylines stand."""

_LEADERS = re.compile(r"(?:[.…·]\s?){8,}\s*(?:\d{1,4}|[ivxlc]{1,6})(?=\s|$)")
_JUNCTION = re.compile(r"[a-z][A-Z][a-z]")
_SEPARATOR = re.compile(r"\s*[|/>»›•·]\s*|,\s*")
_ENDS_AS_SENTENCE = re.compile(r"[.!?…][\"”'’»)\]]*\s*$")


@dataclass(frozen=True, slots=True)
class Phrases:
    """The phrases of `resources/intake/boilerplate.toml`."""

    ends: frozenset[str]
    buttons: frozenset[str]
    lines: frozenset[str]
    beginnings: tuple[str, ...]
    sections: frozenset[str]
    notes: frozenset[str] = frozenset()


@cache
def known_phrases() -> Phrases:
    """The phrases, read once from the resources."""
    with resource("intake", "boilerplate.toml").open("rb") as file:
        found = tomllib.load(file)
    return Phrases(
        frozenset(found["ends"]),
        frozenset(found["buttons"]),
        frozenset(found["lines"]),
        tuple(found["beginnings"]),
        frozenset(found["sections"]),
        frozenset(found["notes"]),
    )


def mark_boilerplate(blocks: tuple[Block, ...], text: str, phrases: Phrases | None = None) -> tuple[Block, ...]:
    """The same blocks, those that are not part of the article marked as boilerplate.

    A real paragraph greyed by mistake costs the reader more than a share line left in: where unsure, it is article.
    """
    phrases, fringe = phrases or known_phrases(), byline_patterns()
    words = [block.span.of(text) for block in blocks]
    end = _end_of_article(blocks, words, phrases, fringe)
    marked: list[Block] = []
    times = times_of_entries(blocks, words, fringe)
    for number, block in enumerate(blocks):
        if number in times or is_correction(words[number]):
            marked.append(block)
            continue
        outside = (
            number >= end
            or _is_line(words[number], phrases)
            or _is_of_contents(words, number)
            or (number < TOP and _is_told_above(block, words[number], fringe))
            or _is_section_line(number, words, phrases)
        )
        marked.append(replace(block, kind=BlockKind.BOILERPLATE, level=0) if outside else block)
    # A text of which nothing would be left is no frame around an article, but all there is to read.
    if not any(block.analysed for block in marked):
        return tuple(_without_false_headings(blocks, words))
    return _retitled(list(_without_false_headings(marked, words)))


def _without_false_headings(blocks: Sequence[Block], words: Sequence[str]) -> Iterator[Block]:
    """The blocks, greetings and all that stands below "Best regards" no headings, and without that of a page's foot."""
    signing = False
    for block, line in zip(blocks, words, strict=True):
        closes = is_closing(line)
        signing = closes or (signing and len(line) <= LONGEST_SIGNATURE and not _ENDS_AS_SENTENCE.search(line))
        if is_page_footer(line):
            yield replace(block, kind=BlockKind.BOILERPLATE, level=0)
        elif block.kind is BlockKind.HEADING and (signing or is_greeting(line)):
            yield replace(block, kind=BlockKind.PARAGRAPH, level=0)
        else:
            yield block


def _end_of_article(blocks: Sequence[Block], words: Sequence[str], phrases: Phrases, fringe: BylinePatterns) -> int:
    """Number of the first block behind the article; what holds much of its sentences is the article's own."""
    below = _sentences_below(blocks, words, fringe)
    whole = below[0] if below else 0
    last_prose = max((number for number, line in enumerate(words) if _is_prose(line)), default=-1)
    last_sentence = max((number for number, line in enumerate(words) if _is_sentence(line, fringe)), default=-1)
    for number, line in enumerate(words):
        if below[number] > whole * _MOST_BELOW:
            continue
        # A button that the page's own markup told from the article stands also amid a letter.
        pressed = _plain(line) in phrases.buttons and blocks[number].kind is BlockKind.BOILERPLATE
        if number and number > last_prose and _plain(line) in phrases.ends and not pressed:
            return number
        if number and number > last_sentence and is_footer(line, fringe):
            return number
    return len(words)


def _sentences_below(blocks: Sequence[Block], words: Sequence[str], fringe: BylinePatterns) -> list[int]:
    """For each block how many characters of whole sentences stand in it and below."""
    below: list[int] = []
    for block, line in zip(reversed(blocks), reversed(words), strict=True):
        told = block.analysed and len(line) >= _SENTENCE and bool(_ENDS_AS_SENTENCE.search(line))
        counts = told and not is_footer(line, fringe)
        below.append((below[-1] if below else 0) + (len(line) if counts else 0))
    return below[::-1]


def _is_told_above(block: Block, line: str, fringe: BylinePatterns) -> bool:
    """Whether a line at the top tells of the article or the message, and not what it says."""
    if block.kind is BlockKind.HEADING and block.level == 1:
        return bool(byline_in(line))
    return bool(byline_in(line)) or is_date_line(line, fringe) or is_above(line, fringe)


def _is_prose(words: str) -> bool:
    return len(words) >= LONG and bool(_ENDS_AS_SENTENCE.search(words))


def _is_sentence(words: str, fringe: BylinePatterns) -> bool:
    """Whether a line is long enough for an article's own, ends like a sentence, and is no small print itself."""
    return len(words) >= LONG // 2 and bool(_ENDS_AS_SENTENCE.search(words)) and not is_footer(words, fringe)


def _is_line(words: str, phrases: Phrases) -> bool:
    plain = _plain(words)
    return (
        plain in phrases.lines or plain in phrases.ends or (len(words) < LONG and plain.startswith(phrases.beginnings))
    )


def _is_of_contents(words: Sequence[str], number: int) -> bool:
    """Whether a line is one of a table of contents, with dots that lead to a page, or the heading of one."""
    above = len(words[number]) <= _SENTENCE and number + 1 < len(words) and bool(_LEADERS.search(words[number + 1]))
    return above or bool(_LEADERS.search(words[number]))


def _is_section_line(number: int, words: Sequence[str], phrases: Phrases) -> bool:
    """Whether a line above the title names sections ("World | Politics", "FeaturedFinance")."""
    line = words[number].strip()
    if number >= 2 or number + 2 >= len(words) or len(line) > 80 or _ENDS_AS_SENTENCE.search(line):
        return False
    if len(words[number + 1]) >= LONG:
        # What follows is prose, so that this line is the title.
        return False
    parts = [part for part in _SEPARATOR.split(line) if part]
    named = sum(_plain(part) in phrases.sections for part in parts)
    run_together = [part for part in re.split(r"(?<=[a-z])(?=[A-Z])", line) if part]
    return (
        named == len(parts)
        or (len(parts) > 1 and named * 2 >= len(parts))
        or (bool(_JUNCTION.search(line)) and any(_plain(part) in phrases.sections for part in run_together))
    )


def _plain(words: str) -> str:
    return " ".join(words.lower().replace("’", "'").split()).rstrip(" :.!…")


def _retitled(blocks: list[Block]) -> tuple[Block, ...]:
    """The first heading that is left is the title, however many stood above it."""
    headings = [number for number, block in enumerate(blocks) if block.kind is BlockKind.HEADING]
    if headings and all(blocks[number].level > 1 for number in headings):
        first = next((n for n, block in enumerate(blocks) if block.kind is not BlockKind.BOILERPLATE), None)
        if first == headings[0]:
            blocks[first] = replace(blocks[first], level=1)
    return tuple(blocks)
