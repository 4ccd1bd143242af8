"""What the reader wrote as rows of plain values, for whatever a library is kept in."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from briefing.model import Anchor, Annotation, Dispute, Judgement, SourceRating, Span, Status


def annotation_row(annotation: Annotation) -> tuple[Any, ...]:
    """An annotation as a row: its id, its anchor in five values, colour, note, tags as JSON, and both moments."""
    return (
        annotation.id,
        *_anchor_row(annotation.anchor),
        annotation.colour,
        annotation.note,
        json.dumps(annotation.tags, ensure_ascii=False),
        annotation.created.isoformat(),
        annotation.modified.isoformat(),
    )


def annotation_of(row: Sequence[Any]) -> Annotation:
    """The annotation in a row that `annotation_row` made.

    Raises:
        TypeError, ValueError: if it is damaged.
    """
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


def judgement_row(judgement: Judgement) -> tuple[Any, ...]:
    """A judgement as a row: the anchor of its claim in five values, then what it says of it, and both moments."""
    return (
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
    )


def judgement_of(row: Sequence[Any]) -> Judgement:
    """The judgement in a row that `judgement_row` made."""
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
