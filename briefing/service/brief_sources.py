"""Gathers what a brief of whole articles holds: their text, findings, and all that the reader wrote on them."""

from dataclasses import replace
from datetime import datetime

from briefing.library import Library, queries
from briefing.model import Article, Brief, BriefArticle
from briefing.model.judged_claims import judgements_by_claim
from briefing.service.judgements import judged_analysis


def brief_of(library: Library, article_ids: tuple[int, ...], title: str = "") -> Brief:
    """The brief of some articles of the library, with all the reader wrote on them.

    Raises:
        LibraryFailure: if an article is not there.
    """
    articles = tuple(brief_article(library, article_id) for article_id in article_ids)
    return Brief(title or articles[0].article.title, articles, datetime.now().astimezone())


def brief_article(library: Library, article_id: int) -> BriefArticle:
    """An article of the library with all the reader wrote on it, for a brief.

    Raises:
        LibraryFailure: if it is not there.
    """
    article = library.ask(queries.WholeArticle(article_id))
    analysis = judged_analysis(library, article_id)
    judged = judgements_by_claim(analysis, library.ask(queries.JudgementsOn(article_id)))
    return BriefArticle(
        article,
        analysis,
        tuple(library.ask(queries.AnnotationsOn(article_id))),
        tuple(judged.items()),
        library.ask(queries.ListedArticle(article_id)).added,
        pictures=_pictures(library, article),
    )


def _pictures(library: Library, article: Article) -> tuple[tuple[str, bytes], ...]:
    digests = dict.fromkeys(figure.digest for figure in article.markup.figures)
    found = ((digest, library.ask(queries.PictureBytes(article.digest, digest))) for digest in digests)
    return tuple((digest, data) for digest, data in found if data)


def with_originals(library: Library, brief: Brief, *format_names: str) -> Brief:
    """The brief with the bytes that its articles were read from, if one of the formats draws on them.

    Raises:
        LibraryFailure: if an original is not there any more, or damaged.
    """
    from briefing.export.export_formats import COPIES

    # Only of one article a copy is made: of many, nothing is read in vain.
    if len(brief.articles) != 1 or COPIES.keys().isdisjoint(format_names):
        return brief
    articles = tuple(
        replace(entry, original=library.ask(queries.OriginalBytes(entry.article.origin.digest)))
        for entry in brief.articles
    )
    return replace(brief, articles=articles)
