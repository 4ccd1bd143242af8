"""A claim with its citation, to be pasted elsewhere: its words, who said it, how confirmed it is, the article."""

from datetime import date
from enum import StrEnum

from briefing.model.annotation import Judgement
from briefing.model.article import Article
from briefing.model.findings import Analysis, Claim
from briefing.model.spans import Span, words_of
from briefing.model.standing import status_of


class Cited(StrEnum):
    """What a citation can tell of the article; it tells what is known."""

    TITLE = "title"
    OUTLET = "outlet"
    BYLINE = "byline"
    PUBLISHED = "published"
    ADDRESS = "address"


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
    return f"{quoted} ({said}). {_place(article, read)}."


def quotation(article: Article, span: Span, read: date | None = None) -> str:
    """The words of `span` in quotation marks with what is known of their article, as one paragraph of plain text.

    Args:
        article: in which they stand.
        span: the words.
        read: the day on which the article was read.
    """
    return f"{in_marks(span.of(article.text))} {_place(article, read)}."


def known_parts(article: Article) -> dict[Cited, str]:
    """What a citation tells of an article, part by part, without what is not known."""
    origin = article.origin
    parts = {
        Cited.TITLE: article.title,
        Cited.OUTLET: origin.outlet,
        Cited.BYLINE: origin.byline,
        Cited.PUBLISHED: origin.published[:10],
        Cited.ADDRESS: origin.address,
    }
    return {part: words for part, words in parts.items() if words}


def in_marks(found: str) -> str:
    """Words in quotation marks; those that begin with a mark of their own stay as they are."""
    words = " ".join(found.split())
    return words if words[:1] in _MARKS else f"“{words}”"


def _place(article: Article, read: date | None) -> str:
    told = [f"“{words}”" if part is Cited.TITLE else words for part, words in known_parts(article).items()]
    return ", ".join([*told, *([f"read {read.isoformat()}"] if read else [])])


def _chain(article: Article, analysis: Analysis, claim: Claim) -> list[str]:
    """The sources, the one nearest to the content first."""
    names = []
    for hop in reversed(claim.attributions):
        actors = [actor.name for number in hop.actors if (actor := analysis.actor(number)) is not None]
        names.append(" and ".join(actors) or " ".join(words_of(hop.source, article.text).split()) or "nobody named")
    return names or ["the article itself"]
