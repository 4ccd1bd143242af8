"""What can be told of an article's origin from its own text."""

import re
from dataclasses import replace
from pathlib import PurePath

from briefing.intake.byline import byline_in, date_in, dateline_outlet
from briefing.intake.byline_lines import is_correction
from briefing.intake.citable_facts import LONGEST_FACT, byline_of, day_of, title_of
from briefing.intake.text_decoder import one_line
from briefing.language_id import UNDECIDED, language_of
from briefing.model import Article, Block, BlockKind, Origin

TOP = 6
"""Blocks at the top among which byline and date are looked for."""

FACTS = ("title", "byline", "outlet", "published", "modified", "language", "address")
"""Fields of an origin that a document may tell."""

OF_FILE = "document"
"""The source that programs fill in, with names of files among others."""

ENOUGH = 60
"""Characters from which on the language of an article is told."""

LONGEST_TITLE = 110
"""Characters of a first sentence that stands for a title."""

_FEWEST_WORDS = 3
_SPOKEN = (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.QUOTATION)
_SENTENCE = re.compile(r".{12,}?[^\W\d_][^\W\d_][.!?…。！？][\"”'’»)\]]*(?=\s|$)")

DATE_LINE = 80
"""Characters of a line that may be only a date."""


def origin_of(text: str, blocks: tuple[Block, ...], name: str, address: str, media_type: str) -> Origin:
    """Title, byline, date, outlet and language as the text tells them; what it does not tell is empty."""
    # What is quoted (a post, a letter) has writers and days of its own.
    top = [block.span.of(text) for block in blocks[:TOP] if block.kind is not BlockKind.QUOTATION]
    titles = (b.span.of(text) for b in blocks if b.kind is BlockKind.HEADING and b.level == 1)
    title = next((words for words in titles if title_of(words)), "")
    # The day on which it was corrected is not the one on which it came out.
    dated = [line for line in top if len(line) <= DATE_LINE and not is_correction(line)]
    first = next((b.span.of(text) for b in blocks if b.kind is BlockKind.PARAGRAPH), "")
    return over(
        Origin(address=address, file=name, media_type=media_type),
        "text",
        title=" ".join(title.split()),
        byline=next((found for line in top if (found := byline_of(byline_in(line)))), ""),
        outlet=dateline_outlet(first),
        published=next((found for line in dated if (found := day_of(date_in(line)))), ""),
        language=article_language(text, blocks),
    )


def over(told: Origin, source: str, **facts: str) -> Origin:
    """The origin with those facts put over it that can be cited, and noted that they were found in that source."""
    lines = {fact: one_line(words[:LONGEST_FACT]) for fact, words in facts.items()}
    known = {fact: value for fact, words in lines.items() if (value := _citable(fact, words, source))}
    places = dict(place.split(": ", 1) for place in told.sources.split("; ") if place) | dict.fromkeys(known, source)
    sources = "; ".join(f"{fact}: {places[fact]}" for fact in FACTS if fact in places)
    return replace(told, sources=sources, **known)


def with_facts(article: Article, facts: Origin) -> Article:
    """The article with what a list of references tells of it, which goes before what was found in it."""
    told = over(
        article.origin,
        "reference",
        title=facts.title,
        byline=facts.byline,
        outlet=facts.outlet,
        published=facts.published,
        address=facts.address,
    )
    return replace(article, origin=told)


def _citable(fact: str, value: str, source: str) -> str:
    match fact:
        case "title":
            return title_of(value, of_file=source == OF_FILE)
        case "byline":
            return byline_of(value, addresses=source == "header")
        case "published" | "modified":
            return day_of(value)
    return value


def titled(told: Origin, text: str, blocks: tuple[Block, ...]) -> Origin:
    """The origin, its title the first sentence of a text that has none of its own."""
    return told if told.title else over(told, "text", title=_first_words(text, blocks))


def _first_words(text: str, blocks: tuple[Block, ...]) -> str:
    """The first sentence, for a text that has no title; nothing if that begins amid something."""
    for block in blocks:
        words = one_line(block.span.of(text)[:LONGEST_FACT]) if block.kind in _SPOKEN else ""
        sentence = _SENTENCE.match(words)
        words = sentence.group() if sentence else words
        if len(words.split()) < _FEWEST_WORDS or not title_of(words, of_file=True):
            continue
        first = next((sign for sign in words if sign.isalpha()), "")
        if not first or first.islower():
            return ""
        if len(words) <= LONGEST_TITLE:
            return words
        return f"{words[:LONGEST_TITLE].rpartition(' ')[0] or words[:LONGEST_TITLE]}…".replace(",…", "…")
    return ""


def title_from(name: str) -> str:
    """A title made of a file's name, for a text that has none and does not begin with a sentence."""
    words = PurePath(name).stem.replace("_", " ").replace("-", " ")
    return " ".join("".join(sign if sign.isprintable() else " " for sign in words).split())


def article_language(text: str, blocks: tuple[Block, ...]) -> str:
    """BCP 47 code of the article's language; empty if there is too little to tell."""
    words = " ".join(block.span.of(text) for block in blocks if block.analysed)
    code = language_of(words) if len(words) >= ENOUGH else UNDECIDED
    return "" if code == UNDECIDED else code
