"""Keeps an article with what the reader noted on it elsewhere: on the work itself, if the library holds that."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.library import queries
from briefing.library.anchoring import standing
from briefing.library.conflict import AnnotationMerge
from briefing.library.face import Library
from briefing.library.operations import Operation, Several
from briefing.model import Annotation, Article, KeptArticle, anchor


def kept_with_notes(
    library: Library, article: Article, original: bytes, annotations: Sequence[Annotation]
) -> tuple[KeptArticle, bool]:
    """Keep an article; one of excerpts only where the work that they are from is not in the library.

    Returns:
        The article that has the annotations now, and whether it was not in the library before.

    Raises:
        LibraryFailure: if it cannot be kept.
    """
    work = _work(library, article, annotations) if annotations else None
    kept, newly_kept = (work, False) if work else library.keep_article(article, original)
    if annotations:
        text = article.text if newly_kept else library.ask(queries.WholeArticle(kept.id)).text
        noted = _placed_on_work(annotations, article, text) if work else _placed_on_excerpts(annotations, article, text)
        merge = AnnotationMerge(library)
        operations: list[Operation] = [act for one in noted for act in merge.acts(kept.id, one)]
        if operations:
            library.perform(Several(tuple(operations)))
            kept = library.ask(queries.ListedArticle(kept.id))
    return kept, newly_kept


def _work(library: Library, article: Article, annotations: Sequence[Annotation]) -> KeptArticle | None:
    """The article that excerpts are from: with their address, or with their title and some of their words."""
    # What reads annotations takes too long to load for the start of the window.
    from briefing.library.annotation_import import articles_by_source, plain_address

    address = plain_address(article.origin.address)
    named = articles_by_source(library).get(address, []) if address else []
    media_type = article.origin.media_type
    found = [kept for kept in named if kept.origin.media_type != media_type and kept.removed is None]
    least = 0
    if not found:
        title, least = _folded(article.origin.title), 1
        entitled = (kept for kept in library.ask(queries.Articles()) if title and _folded(kept.origin.title) == title)
        found = [kept for kept in entitled if kept.origin.media_type != media_type]
    counted = [(_standing(library, kept, annotations), kept) for kept in found]
    most, work = max(counted, key=lambda pair: pair[0], default=(0, None))
    return work if most >= least else None


def _standing(library: Library, kept: KeptArticle, annotations: Sequence[Annotation]) -> int:
    """How many of the passages stand in an article."""
    text = library.ask(queries.WholeArticle(kept.id)).text
    return sum(standing(one.anchor, text) is not None for one in annotations)


def _placed_on_work(annotations: Sequence[Annotation], article: Article, text: str) -> Iterator[Annotation]:
    """The annotations, those on the whole at the beginning of its text."""
    heading = article.blocks[0].span
    first = text.split("\n", 1)[0]
    for one in annotations:
        whole = one.anchor.span == heading
        yield replace(one, anchor=anchor(text, replace(heading, start=0, end=len(first)))) if whole else one


def _placed_on_excerpts(annotations: Sequence[Annotation], article: Article, text: str) -> Iterator[Annotation]:
    """The annotations where they stand among the excerpts, whatever stood around them in the work.

    The excerpts may be kept in the text of an earlier version, which had remarks among them.
    """
    for one in annotations:
        found = one.anchor if text == article.text else standing(one.anchor, text)
        yield replace(one, anchor=anchor(text, found.span)) if found else one


def _folded(title: str) -> str:
    return " ".join("".join(sign if sign.isalnum() else " " for sign in title).casefold().split())
