"""Brings what comes from elsewhere together with what the reader wrote here: none of his words is ever overwritten."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TypeVar
from uuid import NAMESPACE_OID, uuid5

from briefing.library.operations import AddAnnotation, ChangeAnnotation, Judge
from briefing.model import Annotation, Judgement

T = TypeVar("T", Annotation, Judgement)

CLOCKS_APART = timedelta(days=1)
"""How far ahead of this one another machine's clock may be; what is dated later is dated by nobody."""


def annotating(
    article_id: int, fresh: Annotation, known: Annotation | None, is_known: bool, now: datetime | None = None
) -> Iterator[AddAnnotation | ChangeAnnotation]:
    """What is to be done with an annotation that comes in; nothing, if it says no more than what is here.

    Args:
        article_id: of the article that it is on.
        fresh: the annotation that comes in.
        known: that with the same identity on this article, or None.
        is_known: whether there is one with this identity anywhere, be it in the bin: such a one is not brought back.
        now: this moment.
    """
    dated, trusted = _dated(fresh, now or datetime.now(UTC))
    if known is None:
        if not is_known:
            yield AddAnnotation(article_id, dated)
    elif trusted and dated.modified > known.modified:
        yield ChangeAnnotation(article_id, dated)
        if not _holds(dated, known):
            yield AddAnnotation(article_id, _apart(known))
    elif not trusted and not _holds(known, dated):
        yield AddAnnotation(article_id, _apart(dated))


def judging(article_id: int, fresh: Judgement, known: Judgement | None, now: datetime | None = None) -> Judge | None:
    """What is to be done with a word on a claim that comes in: it adds to the reader's, and changes none of that."""
    dated, _ = _dated(fresh, now or datetime.now(UTC))
    if known is None:
        return Judge(article_id, dated)
    together = replace(
        known,
        status=known.status or dated.status,
        source_rating=known.source_rating or dated.source_rating,
        information_rating=known.information_rating or dated.information_rating,
        source=known.source or dated.source,
        note=known.note if dated.note in known.note else f"{known.note}\n\n{dated.note}".strip(),
        words=known.words or dated.words,
    )
    return (
        None
        if together == known
        else Judge(article_id, replace(together, modified=max(known.modified, dated.modified)))
    )


def _dated(fresh: T, now: datetime) -> tuple[T, bool]:
    """What comes in with moments that can be, and whether its own could."""
    trusted = fresh.created.year > 1 and max(fresh.created, fresh.modified) <= now + CLOCKS_APART
    created = fresh.created if datetime(1970, 1, 1, tzinfo=UTC) <= fresh.created <= now + CLOCKS_APART else now
    return replace(fresh, created=created, modified=fresh.modified if trusted else created), trusted


def _holds(one: Annotation, other: Annotation) -> bool:
    """Whether nothing that one annotation says is not said by the other, too."""
    return other.note.strip() in one.note and set(other.tags) <= set(one.tags)


def _apart(annotation: Annotation) -> Annotation:
    """The same as an annotation of its own; the same again, if it comes in again."""
    words = "\n".join((annotation.id, annotation.note, *annotation.tags))
    return replace(annotation, id=str(uuid5(NAMESPACE_OID, words.encode("utf-8", "replace").decode())))
