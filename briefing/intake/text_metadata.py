"""What can be told of an article's origin from its own text."""

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


def title_from(name: str) -> str:
    """A title made of a file's name, for a text that has none."""
    words = PurePath(name).stem.replace("_", " ").replace("-", " ")
    return " ".join("".join(sign if sign.isprintable() else " " for sign in words).split())


def article_language(text: str, blocks: tuple[Block, ...]) -> str:
    """BCP 47 code of the article's language; empty if there is too little to tell."""
    words = " ".join(block.span.of(text) for block in blocks if block.analysed)
    code = language_of(words) if len(words) >= ENOUGH else UNDECIDED
    return "" if code == UNDECIDED else code
