"""The same work without a window, for the command line: read, analyse, gather a brief."""

from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from briefing.analysis import MODEL, Analyser
from briefing.library import LibraryFailure, Place, queries, store_at
from briefing.model import Analysis, Article, Brief, BriefArticle
from briefing.model.identifiers import digest_of
from briefing.model.message import Message
from briefing.service.brief_builder import composed
from briefing.service.brief_sources import brief_of, with_originals
from briefing.service.command_inputs import opened
from briefing.service.reader import Reader


def analysed(given: str | Path, model: str = MODEL, number: int | None = None) -> tuple[Article, Analysis]:
    """The article in the file or at the address given with its whole analysis, parsed by the spaCy pipeline `model`.

    Args:
        given: the file or the address.
        model: the pipeline.
        number: which article of the file is meant, from 1, if it holds several.

    Raises:
        IntakeFailure: if the file cannot be read.
        UnfitLanguageModel: if there is no such pipeline, or it does not parse English.
    """
    with Reader() as reader:
        article = opened(given, reader, number).article
    return article, analysis_of(article, model)


def analysis_of(article: Article, model: str = MODEL) -> Analysis:
    """The whole analysis of an article; the first takes seconds.

    Raises:
        UnfitLanguageModel: if there is no such pipeline, or it does not parse English.
    """
    *_, last = _analyser(model).analyse(article)
    return last


@lru_cache(maxsize=1)
def _analyser(model: str) -> Analyser:
    """What analyses by a pipeline: of several articles each would else load it again."""
    return Analyser.open(model)


def brief_of_file(given: str | Path, place: Place) -> Brief:
    """The brief of the file or the address given, with the reader's own if the library holds the article.

    A library that does not exist is not made, and an article that it does not hold is not added.

    Raises:
        IntakeFailure: if the file cannot be read.
        LibraryFailure: if the library cannot be.
    """
    with Reader() as reader:
        read = opened(given, reader)
    article = read.article
    kept = _kept_brief(article, place)
    if kept:
        (held,) = kept.articles
        # What the reader wrote is exported even where the analysis was never finished.
        whole = replace(held, analysis=held.analysis or analysis_of(held.article), original=read.original)
        return replace(kept, articles=(_as_shown(whole, article),))
    now = datetime.now().astimezone()
    entry = BriefArticle(article, analysis_of(article), read=now, original=read.original)
    return Brief(article.title, (_as_shown(entry, article),), now)


def _as_shown(entry: BriefArticle, read: Article) -> BriefArticle:
    """The entry with the pictures of the article that was read just now, which shows what it may not have kept."""
    same = entry.article.text == read.text
    article = replace(entry.article, markup=read.markup) if same and not entry.article.markup else entry.article
    pictures = {digest_of(picture): picture for picture in read.pictures} | dict(entry.pictures)
    return replace(entry, article=replace(article, pictures=()), pictures=tuple(pictures.items()))


def kept_brief(title: str, place: Place, *format_names: str) -> Brief:
    """The brief of this title, or with this id, that the reader composed, as it stands now; the newest of several.

    Args:
        title: title or id.
        place: where the library is kept.
        format_names: what is to be made of it; some draw on the originals of its articles.

    Raises:
        LibraryFailure: if there is none, or the library cannot be read.
    """
    store = store_at(place)
    if not store.exists():
        raise LibraryFailure(Message.of("library.none_in", folder=store.name))
    library = store.open()
    try:
        found = [kept for kept in library.ask(queries.Briefs()) if title in (kept.id, kept.title)]
        if not found:
            titles = tuple(Message.of("marks.quoted", words=kept.title) for kept in library.ask(queries.Briefs()))
            there = titles or (Message("list.none"),)
            raise LibraryFailure(Message.of("library.no_brief", title=title, titles=there))
        return with_originals(library, composed(library, found[0]), *format_names)
    finally:
        library.close()


def _kept_brief(article: Article, place: Place) -> Brief | None:
    store = store_at(place)
    if not store.exists():
        return None
    library = store.open()
    try:
        kept = library.ask(queries.ArticleByDigest(article.digest))
        return brief_of(library, (kept.id,)) if kept else None
    finally:
        library.close()
