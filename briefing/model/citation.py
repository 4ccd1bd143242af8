"""A claim with its citation, to be pasted elsewhere: its words, who said it, how confirmed it is, the article."""

import re
from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from briefing.model.annotation import Judgement
from briefing.model.article import Article, BlockKind
from briefing.model.findings import Analysis, Claim
from briefing.model.locator import LocatorKind, located_by_kind, named_runs
from briefing.model.spans import Span, overlap_length, words_of
from briefing.model.standing import status_of


class Cited(StrEnum):
    """What a citation can tell of the article; it tells what is known."""

    TITLE = "title"
    OUTLET = "outlet"
    BYLINE = "byline"
    PUBLISHED = "published"
    ADDRESS = "address"
    SECTION = "section"
    PAGE = "page"
    TIME = "time"
    MESSAGE = "message"
    PARAGRAPH = "paragraph"


_PLACES = {LocatorKind.PAGE: Cited.PAGE, LocatorKind.TIME: Cited.TIME, LocatorKind.MESSAGE: Cited.MESSAGE}

_NO_PARAGRAPHS = (BlockKind.HEADING, BlockKind.CAPTION, BlockKind.BOILERPLATE)

_OPENING, _CLOSING = "“«", "”»"
_MARKS = '“”"«»'


def citation(
    article: Article, analysis: Analysis, claim: Claim, judgement: Judgement | None = None, read: date | None = None
) -> str:
    """One paragraph of plain text; the reader's own status and source win.

    Args:
        article: in which the claim stands.
        analysis: that found it.
        claim: to be cited.
        judgement: the reader's word on it.
        read: the day on which the article was read.
    """
    quoted = in_marks(words_of(claim.content, article.text, " […] "))
    names = [judgement.source] if judgement and judgement.source else _chain(article, analysis, claim)
    said = f"{', through '.join(names)}; {status_of(claim, judgement).value.replace('_', ' ')}"
    return f"{quoted} ({said}). {_place(article, claim.content, read)}."


def quotation(article: Article, span: Span, read: date | None = None) -> str:
    """The words of `span` in quotation marks with what is known of their article, as one paragraph of plain text.

    Args:
        article: in which they stand.
        span: the words.
        read: the day on which the article was read.
    """
    return f"{in_marks(span.of(article.text))} {_place(article, (span,), read)}."


def known_parts(article: Article, spans: Sequence[Span] = ()) -> dict[Cited, str]:
    """What a citation of `spans` tells of an article, part by part, without what is not known."""
    origin = article.origin
    parts = {
        Cited.TITLE: article.title,
        Cited.OUTLET: origin.outlet,
        Cited.BYLINE: origin.byline,
        Cited.PUBLISHED: origin.published[:10],
        Cited.ADDRESS: origin.address,
        Cited.SECTION: section_of(article, spans),
        **places_of(article, spans),
        Cited.PARAGRAPH: paragraphs_of(article, spans),
    }
    return {part: words for part, words in parts.items() if words}


def section_of(article: Article, spans: Sequence[Span]) -> str:
    """The heading under which words begin, if that is not the article's own; "" if there is none."""
    if not spans:
        return ""
    start = min(span.start for span in spans)
    above = [one for one in article.blocks if one.kind is BlockKind.HEADING and one.span.end <= start]
    heading = " ".join(above[-1].span.of(article.text).split()) if above else ""
    return "" if heading == " ".join(article.title.split()) else heading


def places_of(article: Article, spans: Sequence[Span]) -> dict[Cited, str]:
    """On which pages of the original words stand, at which time or in which message; nothing where that is unknown."""
    return {_PLACES[kind]: words for kind, words in located_by_kind(article.locators, spans).items()}


def place_label(article: Article, spans: Sequence[Span]) -> str:
    """Where words stand in the original of an article, in short ("p. 3"); "" if that is not known."""
    told = []
    for part, words in places_of(article, spans).items():
        several = re.search("[–,]", words)
        match part:
            case Cited.PAGE:
                told.append(f"{'pp.' if several else 'p.'} {words}")
            case _:
                told.append(_in_words(part, words))
    return ", ".join(told)


def paragraphs_of(article: Article, spans: Sequence[Span]) -> str:
    """In which paragraphs words stand, counted from 1 without headings, captions and what is no part of the article."""
    counted = [one.span for one in article.blocks if one.kind not in _NO_PARAGRAPHS]
    return named_runs((number, str(number)) for number, one in enumerate(counted, 1) if overlap_length((one,), spans))


def in_marks(found: str) -> str:
    """Words in quotation marks; those that begin or end with a mark of their own get none there again."""
    words = " ".join(found.split())
    if words[:1] in _MARKS:
        return words
    # Of what somebody says, often only the end of the quotation is claimed.
    ends_so = words[-1:] in _CLOSING and not any(mark in words[:-1] for mark in _OPENING)
    return f"“{words}" if ends_so else f"“{words}”"


def _place(article: Article, spans: Sequence[Span], read: date | None) -> str:
    told = [_in_words(part, words) for part, words in known_parts(article, spans).items()]
    return ", ".join([*told, *([f"read {read.isoformat()}"] if read else [])])


def _in_words(part: Cited, words: str) -> str:
    several = "s" if re.search("[–,]", words) else ""
    match part:
        case Cited.TITLE:
            return f"“{words}”"
        case Cited.SECTION:
            return f"section {in_marks(words)}"
        case Cited.PAGE | Cited.MESSAGE | Cited.PARAGRAPH:
            return f"{part.value}{several} {words}"
        case Cited.TIME:
            return f"at {words}"
        case _:
            return words


def _chain(article: Article, analysis: Analysis, claim: Claim) -> list[str]:
    """The sources, the one nearest to the content first."""
    names = []
    for hop in reversed(claim.attributions):
        actors = [actor.name for number in hop.actors if (actor := analysis.actor(number)) is not None]
        names.append(" and ".join(actors) or " ".join(words_of(hop.source, article.text).split()) or "nobody named")
    return names or ["the article itself"]
