"""All annotations of a desk's library in one list, filtered."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC
from itertools import islice
from typing import Any

from briefing.library.anchoring import place
from briefing.library.collation import plain
from briefing.library.postgres.desk_annotations import SEEN
from briefing.library.postgres.desk_articles import text_of
from briefing.library.postgres.desk_connection import Connection
from briefing.library.reader_rows import annotation_of, judgement_of
from briefing.model import Annotation, AnnotationFilter, ListedAnnotation, Origin, Placing

_NOTES = (
    "SELECT annotation.article_id, article.origin, annotation.content, true AS is_note, "
    "annotation.modified AS changed, annotation.ordinal AS place, nullif(annotation.writer, current_user) AS writer, "
    "annotation.private FROM annotation "
    "JOIN article ON article.id = annotation.article_id"
)
_ON_CLAIMS = (
    "SELECT judgement.article_id, article.origin, judgement.content, false, judgement.modified, "
    "judgement.start::bigint, nullif(judgement.writer, current_user), false "
    "FROM judgement JOIN article ON article.id = judgement.article_id"
)
_AT_A_TIME = 200


def listed(
    connection: Connection, wanted: AnnotationFilter, first: int = 0, count: int | None = None
) -> list[ListedAnnotation]:
    """`count` annotations from number `first` on that are such, the last changed first."""
    last = None if count is None else first + count
    return [_placed(connection, one) for one in islice(_each(connection, wanted), first, last)]


def number(connection: Connection, wanted: AnnotationFilter) -> int:
    """How many annotations are such."""
    return sum(1 for _ in _each(connection, wanted))


def _each(connection: Connection, wanted: AnnotationFilter) -> Iterator[ListedAnnotation]:
    """Each annotation that is such; what the reader wrote may hold any character, so his words are looked at here."""
    first = 0
    while rows := _page(connection, wanted, first):
        first += len(rows)
        for article_id, origin, content, is_note, _, _, writer, private in rows:
            told = _listed(article_id, Origin(*json.loads(origin)), json.loads(content), is_note, writer or "")
            told = replace(told, annotation=replace(told.annotation, writer=writer or "", private=private))
            if _is_meant(connection, wanted, told):
                yield told


def _page(connection: Connection, wanted: AnnotationFilter, first: int) -> list[tuple[Any, ...]]:
    shared, values = _shared(wanted)
    parts = [f"{_NOTES} WHERE annotation.removed IS NULL AND {SEEN} AND {shared.format(table='annotation')}"]
    if wanted.notes_only:
        parts[0] += " AND has_note"
    if wanted.claims and not wanted.tag and wanted.colour is None and not wanted.orphans_only:
        parts.append(f"{_ON_CLAIMS} WHERE judgement.note AND {shared.format(table='judgement')}")
    query = f"{' UNION ALL '.join(parts)} ORDER BY changed DESC, place DESC LIMIT %(most)s OFFSET %(first)s"
    found: list[tuple[Any, ...]] = connection.execute(query, {**values, "most": _AT_A_TIME, "first": first}).fetchall()
    return found


def _shared(wanted: AnnotationFilter) -> tuple[str, dict[str, Any]]:
    parts, values = ["article.removed IS NULL"], dict[str, Any]()
    if wanted.article_id is not None:
        parts.append("article.work = (SELECT work FROM article WHERE id = %(article)s)")
        values["article"] = wanted.article_id
    if wanted.collection_id:
        parts.append("article.id IN (SELECT article_id FROM filed WHERE collection_id = %(collection)s)")
        values["collection"] = wanted.collection_id
    if wanted.since is not None:
        parts.append("{table}.modified >= %(since)s")
        values["since"] = wanted.since.astimezone(UTC).isoformat()
    return " AND ".join(parts), values


def _listed(article_id: int, origin: Origin, content: list[Any], is_note: bool, writer: str) -> ListedAnnotation:
    where = (article_id, origin.title, origin.outlet, origin.published)
    if is_note:
        return ListedAnnotation(annotation_of(content), *where)
    judgement = replace(judgement_of(content), writer=writer)
    name = f"{article_id} {judgement.claim.span.start} {judgement.claim.span.end} {writer}".strip()
    told = Annotation(name, judgement.claim, judgement.created, judgement.modified, note=judgement.note)
    return ListedAnnotation(told, *where, judgement)


def _is_meant(connection: Connection, wanted: AnnotationFilter, told: ListedAnnotation) -> bool:
    note = told.annotation
    if wanted.tag and wanted.tag.lower() not in (tag.lower() for tag in note.tags):
        return False
    if told.judgement is None and wanted.colour is not None and note.colour != wanted.colour:
        return False
    words = "\n".join((note.note, note.anchor.exact, *note.tags))
    if wanted.words and plain(wanted.words) not in plain(words):
        return False
    if wanted.orphans_only and not _is_orphan(connection, told):
        return False
    return told.judgement is None or not _is_on_a_later_version(connection, told)


def _is_on_a_later_version(connection: Connection, told: ListedAnnotation) -> bool:
    """What was said of a claim is carried to each newer version in which its words stand: it is listed there alone."""
    rows = connection.execute(
        "SELECT judgement.content FROM judgement JOIN article AS later ON later.id = judgement.article_id "
        "JOIN article AS own ON own.id = %s WHERE later.work = own.work AND later.version > own.version",
        (told.article_id,),
    )
    again = (judgement_of(json.loads(row[0])) for row in rows.fetchall())
    return any((one.claim.exact, one.note) == (told.annotation.anchor.exact, told.annotation.note) for one in again)


def _is_orphan(connection: Connection, told: ListedAnnotation) -> bool:
    return place(told.annotation, text_of(connection, told.article_id)).placing is Placing.ORPHAN


def _placed(connection: Connection, told: ListedAnnotation) -> ListedAnnotation:
    if told.judgement is not None:
        return told
    placing = Placing.ORPHAN if _is_orphan(connection, told) else Placing.PLACED
    return replace(told, annotation=replace(told.annotation, placing=placing))
