"""Annotations and judgements as rows, and the reader's acts on them."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

import apsw

from briefing.library import organization_operations
from briefing.library.anchoring import place, standing, standing_disputes
from briefing.library.change import Done
from briefing.library.library_errors import LibraryFailure
from briefing.library.operations import (
    AddAnnotation,
    ChangeAnnotation,
    RemoveAnnotation,
    RestoreAnnotation,
)
from briefing.library.sqlite import articles, versions
from briefing.model import Anchor, Annotation, BinnedKind, Dispute, Judgement, SourceRating, Span, Status
from briefing.model.merge import merged_annotation
from briefing.model.message import Message

_ANCHOR = 'start, "end", exact, prefix, suffix'
ANNOTATION = f"id, {_ANCHOR}, colour, note, tags, created, modified"
_JUDGEMENT = (
    f"{_ANCHOR}, status, source_rating, information_rating, dismissed, source, note, made, words, disputed_by, "
    "created, modified"
)


def annotations(connection: apsw.Connection, article_id: int, text: str) -> list[Annotation]:
    """The annotations of an article, each placed in `text`, in its order; the newest version has those of all."""
    rows = connection.execute(
        f"SELECT {ANNOTATION} FROM annotation WHERE article_id = ? AND removed IS NULL",
        (versions.home(connection, article_id),),
    )
    found = [place(annotation_of(row), text) for row in rows]
    return sorted(found, key=lambda annotation: (annotation.anchor.span, annotation.created, annotation.id))


def stored(connection: apsw.Connection, annotation_id: str) -> tuple[Annotation, int, str | None] | None:
    """An annotation as it is stored, not placed, its article, and since when it lies in the bin; None if nowhere."""
    row = connection.execute(
        f"SELECT article_id, removed, {ANNOTATION} FROM annotation WHERE id = ?", (annotation_id,)
    ).fetchone()
    return None if row is None else (annotation_of(row[2:]), row[0], row[1])


class Texts:
    """The texts of articles, of which the last one is remembered: to unpack it takes longer than to keep a note."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        self._article_id, self._text = 0, ""

    def of(self, article_id: int) -> str:
        """The canonical text of an article.

        Raises:
            LibraryFailure: if there is none with this number, or it is damaged.
        """
        if article_id != self._article_id:
            self._article_id, self._text = article_id, articles.text_of(self._connection, article_id)
        return self._text


def put(connection: apsw.Connection, article_id: int, annotation: Annotation, texts: Texts | None = None) -> None:
    """Insert an annotation, or put it in the place of the one with the same id."""
    text = (texts or Texts(connection)).of(article_id)
    connection.execute(
        f"INSERT INTO annotation (article_id, orphan, {ANNOTATION}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (id) DO UPDATE SET article_id = excluded.article_id, orphan = excluded.orphan, "
        'start = excluded.start, "end" = excluded."end", '
        "exact = excluded.exact, prefix = excluded.prefix, suffix = excluded.suffix, colour = excluded.colour, "
        "note = excluded.note, tags = excluded.tags, created = excluded.created, modified = excluded.modified",
        (
            article_id,
            int(standing(annotation.anchor, text) is None),
            annotation.id,
            *_anchor_row(annotation.anchor),
            annotation.colour,
            annotation.note,
            json.dumps(annotation.tags, ensure_ascii=False),
            annotation.created.isoformat(),
            annotation.modified.isoformat(),
        ),
    )


def look_for_orphans(connection: apsw.Connection, article_id: int, text: str) -> None:
    """Note of each annotation on an article whether its words stand in this text, that of the newest version."""
    rows = connection.execute(f"SELECT {ANNOTATION} FROM annotation WHERE article_id = ?", (article_id,))
    for annotation in [annotation_of(row) for row in rows]:
        orphan = int(standing(annotation.anchor, text) is None)
        connection.execute("UPDATE annotation SET orphan = ? WHERE id = ?", (orphan, annotation.id))


def add(connection: apsw.Connection, operation: AddAnnotation, texts: Texts | None = None) -> Done:
    """Insert an annotation on the newest version of its article; its inverse unmakes it."""
    annotation = operation.annotation
    known = stored(connection, annotation.id)
    if known:
        raise LibraryFailure(Message("annotation.in_bin" if known[2] else "annotation.there"))
    article_id = versions.home(connection, operation.article_id)
    put(connection, article_id, annotation, texts)
    return Done(organization_operations.Unmake(BinnedKind.ANNOTATION, annotation.id), (article_id,))


def delete(connection: apsw.Connection, annotation_id: str) -> Done:
    """Delete an annotation for good; its inverse adds it again."""
    before, article_id = _present(connection, annotation_id)
    connection.execute("DELETE FROM annotation WHERE id = ?", (annotation_id,))
    return Done(AddAnnotation(article_id, before), (article_id,))


def change(connection: apsw.Connection, operation: ChangeAnnotation, texts: Texts | None = None) -> Done:
    """Put an annotation in the place of the one with the same id, with what changed elsewhere meanwhile."""
    before, article_id = _present(connection, operation.annotation.id)
    base, made = operation.base, operation.annotation
    made = made if base is None else merged_annotation(base, made, before)
    put(connection, article_id, made, texts)
    return Done(ChangeAnnotation(article_id, before, made), (article_id,))


def remove(connection: apsw.Connection, operation: RemoveAnnotation) -> Done:
    """Put an annotation into the bin."""
    _, article_id = _present(connection, operation.annotation_id)
    since = operation.removed or articles.now()
    connection.execute("UPDATE annotation SET removed = ? WHERE id = ?", (since, operation.annotation_id))
    return Done(RestoreAnnotation(article_id, operation.annotation_id), (article_id,))


def restore(connection: apsw.Connection, operation: RestoreAnnotation) -> Done:
    """Take an annotation out of the bin."""
    known = stored(connection, operation.annotation_id)
    if known is None or known[2] is None:
        raise LibraryFailure(Message("annotation.not_in_bin"))
    _, article_id, since = known
    connection.execute("UPDATE annotation SET removed = NULL WHERE id = ?", (operation.annotation_id,))
    return Done(RemoveAnnotation(article_id, operation.annotation_id, since or ""), (article_id,))


def carry_judgements(connection: apsw.Connection, older: int, newer: int, text: str) -> None:
    """Let a newer version have the reader's word on the claims whose words stand in its text, too."""
    for judgement in judgements(connection, older):
        stands = standing(judgement.claim, text)
        if stands is not None:
            words = standing(judgement.words, text) if judgement.words else None
            disputed_by = standing_disputes(judgement, text)
            placed = replace(judgement, claim=stands, words=words, disputed_by=disputed_by)
            put_judgement(connection, newer, placed)


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
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            article_id,
            *_anchor_row(judgement.claim),
            judgement.status and judgement.status.value,
            judgement.source_rating and judgement.source_rating.value,
            judgement.information_rating,
            int(judgement.dismissed),
            judgement.source,
            judgement.note,
            int(judgement.made),
            json.dumps(_anchor_row(judgement.words), ensure_ascii=False) if judgement.words else None,
            _disputes_row(judgement.disputed_by),
            judgement.created.isoformat(),
            judgement.modified.isoformat(),
        ),
    )


def remove_judgement(connection: apsw.Connection, article_id: int, span: Span) -> None:
    """Delete the judgement on the claim at exactly this span."""
    connection.execute(
        'DELETE FROM judgement WHERE article_id = ? AND start = ? AND "end" = ?', (article_id, span.start, span.end)
    )


def _present(connection: apsw.Connection, annotation_id: str) -> tuple[Annotation, int]:
    known = stored(connection, annotation_id)
    if known is None or known[2] is not None:
        raise LibraryFailure(Message("annotation.gone"))
    return known[0], known[1]


def _anchor_row(anchor: Anchor) -> tuple[int, int, str, str, str]:
    return anchor.span.start, anchor.span.end, anchor.exact, anchor.prefix, anchor.suffix


def _anchor_of(row: Sequence[Any]) -> Anchor:
    start, end, exact, prefix, suffix = row
    return Anchor(Span(start, end), exact, prefix, suffix)


def _disputes_row(disputes: Sequence[Dispute]) -> str | None:
    rows = [[dispute.source, _anchor_row(dispute.claim) if dispute.claim else None] for dispute in disputes]
    return json.dumps(rows, ensure_ascii=False) if rows else None


def _disputes_of(row: str | None) -> tuple[Dispute, ...]:
    found = json.loads(row) if row else []
    return tuple(Dispute(source, _anchor_of(claim) if claim else None) for source, claim in found)


def annotation_of(row: tuple[Any, ...]) -> Annotation:
    """The annotation in a row of ANNOTATION's columns."""
    annotation_id, start, end, exact, prefix, suffix, colour, note, tags, created, modified = row
    if {type(annotation_id), type(exact), type(prefix), type(suffix), type(note)} != {str}:
        raise TypeError("a damaged disk made something else of a text")
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
    *where, status, source_rating, information, dismissed, source, note, made, words, disputed_by = row[:-2]
    created, modified = map(datetime.fromisoformat, row[-2:])
    return Judgement(
        claim=_anchor_of(where),
        created=created,
        modified=modified,
        status=Status(status) if status else None,
        source_rating=SourceRating(source_rating) if source_rating else None,
        information_rating=information,
        dismissed=bool(dismissed),
        source=source,
        note=note,
        made=bool(made),
        words=_anchor_of(json.loads(words)) if words else None,
        disputed_by=_disputes_of(disputed_by),
    )
