"""All annotations of the library in one list, filtered."""

from dataclasses import replace
from datetime import UTC
from typing import Any

import apsw

from briefing.library.reader_rows import annotation_of
from briefing.library.sqlite.annotations import ANNOTATION, judgement_at
from briefing.model import Annotation, AnnotationFilter, ListedAnnotation, Placing, Span

_FROM = "FROM annotation CROSS JOIN article ON article.id = annotation.article_id"
_FROM_CLAIMS = "FROM judgement CROSS JOIN article ON article.id = judgement.article_id"

_ARTICLE = "SELECT article.id, title, outlet, published"
_SELECTS = (
    f"{_ARTICLE}, orphan, {', '.join(f'annotation.{name.strip()}' for name in ANNOTATION.split(','))}, "
    f"annotation.modified AS changed, annotation.rowid AS place {_FROM}",
    f"{_ARTICLE}, NULL, '', start, \"end\", exact, prefix, suffix, 0, note, '[]', created, judgement.modified, "
    f"judgement.modified, start "
    f"{_FROM_CLAIMS}",
)

# What was said of a claim is carried to each newer version in which its words stand: it is listed there alone.
_ON_A_LATER_VERSION = (
    "SELECT 1 FROM judgement AS again JOIN article AS later ON later.id = again.article_id "
    "WHERE later.work = article.work AND later.version > article.version "
    "AND again.exact = judgement.exact AND again.note = judgement.note"
)


def listed(
    connection: apsw.Connection, wanted: AnnotationFilter, first: int = 0, count: int | None = None
) -> list[ListedAnnotation]:
    """`count` annotations from number `first` on that are such, the last changed first."""
    parts, values = [], []
    for select, (condition, its_values) in zip(_SELECTS, (_condition(wanted), _of_claims(wanted)), strict=True):
        if condition:
            parts.append(f"{select} WHERE {condition}")
            values += its_values
    rows = connection.execute(
        f"{' UNION ALL '.join(parts)} ORDER BY changed DESC, place DESC LIMIT ? OFFSET ?",
        (*values, -1 if count is None else count, first),
    )
    return [_listed(connection, row) for row in rows]


def number(connection: apsw.Connection, wanted: AnnotationFilter) -> int:
    """How many annotations are such."""
    found = 0
    for table, (condition, values) in zip((_FROM, _FROM_CLAIMS), (_condition(wanted), _of_claims(wanted)), strict=True):
        if condition:
            row = connection.execute(f"SELECT count(*) {table} WHERE {condition}", values).fetchone()
            found += int(row[0]) if row else 0
    return found


def _condition(wanted: AnnotationFilter) -> tuple[str, list[Any]]:
    parts = ["annotation.removed IS NULL", "article.removed IS NULL"]
    values: list[Any] = []
    if wanted.words:
        parts.append("instr(plain(note || char(10) || exact || char(10) || annotation.tags), plain(?)) > 0")
        values.append(wanted.words)
    if wanted.tag:
        parts.append("EXISTS (SELECT 1 FROM json_each(annotation.tags) WHERE value = ? COLLATE NOCASE)")
        values.append(wanted.tag)
    if wanted.colour is not None:
        parts.append("colour = ?")
        values.append(wanted.colour)
    _add_places(wanted, "annotation", parts, values)
    parts += ["note <> ''"] if wanted.notes_only else []
    parts += ["orphan"] if wanted.orphans_only else []
    return " AND ".join(parts), values


def _of_claims(wanted: AnnotationFilter) -> tuple[str, list[Any]]:
    """The condition for notes on claims; none where no such note can be meant."""
    if not wanted.claims or wanted.tag or wanted.colour is not None or wanted.orphans_only:
        return "", []
    parts = ["judgement.note <> ''", "article.removed IS NULL", f"NOT EXISTS ({_ON_A_LATER_VERSION})"]
    values: list[Any] = []
    if wanted.words:
        parts.append("instr(plain(judgement.note || char(10) || judgement.exact), plain(?)) > 0")
        values.append(wanted.words)
    _add_places(wanted, "judgement", parts, values)
    return " AND ".join(parts), values


def _add_places(wanted: AnnotationFilter, table: str, parts: list[str], values: list[Any]) -> None:
    if wanted.article_id is not None:
        parts.append("article.work = (SELECT work FROM article WHERE id = ?)")
        values.append(wanted.article_id)
    if wanted.collection_id:
        parts.append("article.id IN (SELECT article_id FROM filed WHERE collection_id = ?)")
        values.append(wanted.collection_id)
    if wanted.since is not None:
        parts.append(f"{table}.modified >= ?")
        values.append(wanted.since.astimezone(UTC).isoformat())


def _listed(connection: apsw.Connection, row: tuple[Any, ...]) -> ListedAnnotation:
    article_id, title, outlet, published, orphan, *kept, _, _ = row
    if orphan is None:
        judgement = judgement_at(connection, article_id, Span(kept[1], kept[2]))
        assert judgement is not None
        place = f"{article_id} {judgement.claim.span.start} {judgement.claim.span.end}"
        told = Annotation(place, judgement.claim, judgement.created, judgement.modified, note=judgement.note)
        return ListedAnnotation(told, article_id, title, outlet, published, judgement)
    annotation = annotation_of(kept)
    placing = Placing.ORPHAN if orphan else Placing.PLACED
    return ListedAnnotation(replace(annotation, placing=placing), article_id, title, outlet, published)
