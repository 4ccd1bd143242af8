"""Annotations and judgements as rows."""

import json
from datetime import datetime
from typing import Any

import apsw

from briefing.library.anchoring import place
from briefing.model import Anchor, Annotation, Judgement, SourceRating, Span, Status

_ANCHOR = 'start, "end", exact, prefix, suffix'
_ANNOTATION = f"id, {_ANCHOR}, colour, note, tags, created, modified"
_JUDGEMENT = f"{_ANCHOR}, status, source_rating, information_rating, dismissed, source, note, created, modified"


def annotations(connection: apsw.Connection, article_id: int, text: str) -> list[Annotation]:
    """The annotations of an article, each placed in `text`, in its order."""
    rows = connection.execute(f"SELECT {_ANNOTATION} FROM annotation WHERE article_id = ?", (article_id,))
    found = [place(_annotation(row), text) for row in rows]
    return sorted(found, key=lambda annotation: (annotation.anchor.span, annotation.created, annotation.id))


def stored(connection: apsw.Connection, annotation_id: str) -> Annotation | None:
    """An annotation as it is stored, not placed; None if there is none with this id."""
    row = connection.execute(f"SELECT {_ANNOTATION} FROM annotation WHERE id = ?", (annotation_id,)).fetchone()
    return None if row is None else _annotation(row)


def put(connection: apsw.Connection, article_id: int, annotation: Annotation) -> None:
    """Insert an annotation, or put it in the place of the one with the same id."""
    connection.execute(
        f"INSERT OR REPLACE INTO annotation (article_id, {_ANNOTATION}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            article_id,
            annotation.id,
            *_anchor_row(annotation.anchor),
            annotation.colour,
            annotation.note,
            json.dumps(annotation.tags, ensure_ascii=False),
            annotation.created.isoformat(),
            annotation.modified.isoformat(),
        ),
    )


def remove(connection: apsw.Connection, annotation_id: str) -> None:
    """Delete the annotation with this id."""
    connection.execute("DELETE FROM annotation WHERE id = ?", (annotation_id,))


def judgements(connection: apsw.Connection, article_id: int) -> list[Judgement]:
    """The reader's judgements on the claims of an article, in text order."""
    rows = connection.execute(
        f'SELECT {_JUDGEMENT} FROM judgement WHERE article_id = ? ORDER BY start, "end"', (article_id,)
    )
    return [_judgement(row) for row in rows]


def judgement_at(connection: apsw.Connection, article_id: int, span: Span) -> Judgement | None:
    """The judgement on the claim at exactly this span, or None."""
    row = connection.execute(
        f'SELECT {_JUDGEMENT} FROM judgement WHERE article_id = ? AND start = ? AND "end" = ?',
        (article_id, span.start, span.end),
    ).fetchone()
    return None if row is None else _judgement(row)


def put_judgement(connection: apsw.Connection, article_id: int, judgement: Judgement) -> None:
    """Insert a judgement, or put it in the place of the one on the same claim."""
    connection.execute(
        f"INSERT OR REPLACE INTO judgement (article_id, {_JUDGEMENT}) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            article_id,
            *_anchor_row(judgement.claim),
            judgement.status and judgement.status.value,
            judgement.source_rating and judgement.source_rating.value,
            judgement.information_rating,
            int(judgement.dismissed),
            judgement.source,
            judgement.note,
            judgement.created.isoformat(),
            judgement.modified.isoformat(),
        ),
    )


def remove_judgement(connection: apsw.Connection, article_id: int, span: Span) -> None:
    """Delete the judgement on the claim at exactly this span."""
    connection.execute(
        'DELETE FROM judgement WHERE article_id = ? AND start = ? AND "end" = ?', (article_id, span.start, span.end)
    )


def _anchor_row(anchor: Anchor) -> tuple[int, int, str, str, str]:
    return anchor.span.start, anchor.span.end, anchor.exact, anchor.prefix, anchor.suffix


def _annotation(row: tuple[Any, ...]) -> Annotation:
    annotation_id, start, end, exact, prefix, suffix, colour, note, tags, created, modified = row
    return Annotation(
        id=annotation_id,
        anchor=Anchor(Span(start, end), exact, prefix, suffix),
        created=datetime.fromisoformat(created),
        modified=datetime.fromisoformat(modified),
        colour=colour,
        note=note,
        tags=tuple(json.loads(tags)),
    )


def _judgement(row: tuple[Any, ...]) -> Judgement:
    start, end, exact, prefix, suffix, status, source_rating, information, dismissed, source, note, *times = row
    created, modified = (datetime.fromisoformat(time) for time in times)
    return Judgement(
        claim=Anchor(Span(start, end), exact, prefix, suffix),
        created=created,
        modified=modified,
        status=Status(status) if status else None,
        source_rating=SourceRating(source_rating) if source_rating else None,
        information_rating=information,
        dismissed=bool(dismissed),
        source=source,
        note=note,
    )
