"""All annotations of the library in one list, filtered."""

from dataclasses import replace
from datetime import UTC
from typing import Any

import apsw

from briefing.library.annotations import ANNOTATION, annotation_of
from briefing.model import AnnotationFilter, ListedAnnotation, Placing

_FROM = "FROM annotation CROSS JOIN article ON article.id = annotation.article_id"


def listed(
    connection: apsw.Connection, wanted: AnnotationFilter, first: int = 0, count: int | None = None
) -> list[ListedAnnotation]:
    """`count` annotations from number `first` on that are such, the last changed first."""
    condition, values = _condition(wanted)
    columns = ", ".join(f"annotation.{name.strip()}" for name in ANNOTATION.split(","))
    rows = connection.execute(
        f"SELECT article.id, title, outlet, published, orphan, {columns} {_FROM} WHERE {condition} "
        "ORDER BY annotation.modified DESC, annotation.rowid DESC LIMIT ? OFFSET ?",
        (*values, -1 if count is None else count, first),
    )
    return [_listed(row) for row in rows]


def number(connection: apsw.Connection, wanted: AnnotationFilter) -> int:
    """How many annotations are such."""
    condition, values = _condition(wanted)
    row = connection.execute(f"SELECT count(*) {_FROM} WHERE {condition}", values).fetchone()
    return int(row[0]) if row else 0


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
    if wanted.article_id is not None:
        parts.append("article.work = (SELECT work FROM article WHERE id = ?)")
        values.append(wanted.article_id)
    if wanted.collection_id:
        parts.append("article.id IN (SELECT article_id FROM filed WHERE collection_id = ?)")
        values.append(wanted.collection_id)
    if wanted.since is not None:
        parts.append("annotation.modified >= ?")
        values.append(wanted.since.astimezone(UTC).isoformat())
    parts += ["note <> ''"] if wanted.notes_only else []
    parts += ["orphan"] if wanted.orphans_only else []
    return " AND ".join(parts), values


def _listed(row: tuple[Any, ...]) -> ListedAnnotation:
    article_id, title, outlet, published, orphan, *kept = row
    annotation = annotation_of(tuple(kept))
    placing = Placing.ORPHAN if orphan else Placing.PLACED
    return ListedAnnotation(replace(annotation, placing=placing), article_id, title, outlet, published)
