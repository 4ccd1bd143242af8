"""A claim with its citation, to be pasted elsewhere: its words, who said it, how confirmed it is, the article."""

import re
from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from briefing.model.annotation import Judgement
from briefing.model.article import Article, BlockKind
from briefing.model.catalogue import WRITTEN, Catalogue, catalogue
from briefing.model.findings import Analysis, Claim
from briefing.model.locator import LocatorKind, located_by_kind, named_runs
from briefing.model.message import Message
from briefing.model.quotation_marks import in_marks
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
    LOCATION = "location"
    PARAGRAPH = "paragraph"


_PLACES = {
    LocatorKind.PAGE: Cited.PAGE,
    LocatorKind.TIME: Cited.TIME,
    LocatorKind.MESSAGE: Cited.MESSAGE,
    LocatorKind.LOCATION: Cited.LOCATION,
}

_NO_PARAGRAPHS = (BlockKind.HEADING, BlockKind.CAPTION, BlockKind.BOILERPLATE)


def citation(
    article: Article,
    analysis: Analysis,
    claim: Claim,
    judgement: Judgement | None = None,
    read: date | None = None,
    language: str = WRITTEN,
) -> str:
    """One paragraph of plain text; the reader's own status and source win.

    Args:
        article: in which the claim stands.
        analysis: that found it.
        claim: to be cited.
        judgement: the reader's word on it.
        read: the day on which the article was read.
        language: code of the language of what it says itself.
    """
    said = catalogue(language)
    quoted = in_marks(words_of(claim.content, article.text, " […] "))
    names = [judgement.source] if judgement and judgement.source else _chain(said, article, analysis, claim)
    through = f", {said.words(Message('cited.through'))} ".join(names)
    status = said.words(Message(f"status.{status_of(claim, judgement).value}"))
    return f"{quoted} ({through}; {status}). {_place(said, article, claim.content, read)}."


def quotation(article: Article, span: Span, read: date | None = None, language: str = WRITTEN) -> str:
    """The words of `span` in quotation marks with what is known of their article, as one paragraph of plain text.

    Args:
        article: in which they stand.
        span: the words.
        read: the day on which the article was read.
        language: code of the language of what it says itself.
    """
    return f"{in_marks(span.of(article.text))} {_place(catalogue(language), article, (span,), read)}."


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


def place_label(article: Article, spans: Sequence[Span], language: str = WRITTEN) -> str:
    """Where words stand in the original of an article, in short ("p. 3"); "" if that is not known."""
    said = catalogue(language)
    return ", ".join(
        said.words(Message.of("cited.short_page", n=_how_many(words), words=words))
        if part is Cited.PAGE
        else _in_words(said, part, words)
        for part, words in places_of(article, spans).items()
    )


def paragraphs_of(article: Article, spans: Sequence[Span]) -> str:
    """In which paragraphs words stand, counted from 1 without headings, captions and what is no part of the article."""
    counted = [one.span for one in article.blocks if one.kind not in _NO_PARAGRAPHS]
    return named_runs((number, str(number)) for number, one in enumerate(counted, 1) if overlap_length((one,), spans))


def _place(said: Catalogue, article: Article, spans: Sequence[Span], read: date | None) -> str:
    told = [_in_words(said, part, words) for part, words in known_parts(article, spans).items()]
    day = [said.words(Message.of("cited.read", day=read.isoformat()))] if read else []
    return ", ".join([*told, *day])


def _in_words(said: Catalogue, part: Cited, words: str) -> str:
    match part:
        case Cited.SECTION:
            return said.words(Message.of("cited.section", words=in_marks(words)))
        case Cited.TITLE | Cited.PAGE | Cited.MESSAGE | Cited.LOCATION | Cited.PARAGRAPH | Cited.TIME:
            return said.words(Message.of(f"cited.{part.value}", n=_how_many(words), words=words))
        case _:
            return words


def _how_many(words: str) -> int:
    """One, or some other number: whether a place is one page or several."""
    return 2 if re.search("[–,]", words) else 1


def _chain(said: Catalogue, article: Article, analysis: Analysis, claim: Claim) -> list[str]:
    """The sources, the one nearest to the content first."""
    names = []
    for hop in reversed(claim.attributions):
        actors = tuple(actor.name for number in hop.actors if (actor := analysis.actor(number)) is not None)
        words = " ".join(words_of(hop.source, article.text).split())
        listed = said.words(Message.of("list.all", names=actors))
        names.append(listed or words or said.words(Message("cited.nobody")))
    return names or [said.words(Message("cited.article"))]
