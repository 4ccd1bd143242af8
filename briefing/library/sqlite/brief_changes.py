"""Briefs live: what their lines refer to is compared with what it was when the reader last saw the brief."""

import json
from collections.abc import Iterable
from typing import Any

import apsw

from briefing.library import anchoring, brief_acts, organization_operations
from briefing.library.change import Done
from briefing.library.sqlite import annotations, articles, briefs, stored_findings, versions
from briefing.model import (
    AffectedLine,
    Analysis,
    BriefLine,
    Claim,
    Effect,
    LineKind,
    Span,
    StoredBrief,
    covering,
    overlap_share,
)
from briefing.model.message import Arguments, Message

State = dict[str, Any]

LEAST_OVERLAP = 0.5
"""Share of code points that a claim of a newer analysis must have in common with the one a line refers to (Jaccard)."""

_FIELDS = ("status", "certainty", "source", "content", "judgement", "quote", "note", "version", "title", "claims")
"""What of a line may change, in the order in which it is told."""


def keep(connection: apsw.Connection, operation: organization_operations.KeepBrief) -> Done:
    """Keep a brief; what its new lines refer to counts as seen."""
    done = brief_acts.keep(briefs.Briefs(connection), operation)
    seen = _seen(connection, operation.brief.id)
    made = briefs.brief(connection, operation.brief.id)
    _put(connection, made.id, [line for line in _lines(made) if line.id not in seen])
    return done


def affected(connection: apsw.Connection, brief_id: str) -> tuple[AffectedLine, ...]:
    """The lines of a brief whose sources are not what they were when it was last seen, in its order."""
    seen = _seen(connection, brief_id)
    found = []
    for line in _lines(briefs.brief(connection, brief_id)):
        now = _state(connection, line)
        if now is None:
            found.append(AffectedLine(line.id, Effect.GONE, (Message("changed.gone"),)))
        elif told := _difference(seen.get(line.id, {}), now):
            found.append(AffectedLine(line.id, Effect.CHANGED, told))
    return tuple(found)


def see(connection: apsw.Connection, brief_id: str) -> None:
    """Remember what the lines of a brief refer to as it is now."""
    connection.execute("DELETE FROM brief_seen WHERE brief_id = ?", (brief_id,))
    _put(connection, brief_id, _lines(briefs.brief(connection, brief_id)))


def _seen(connection: apsw.Connection, brief_id: str) -> dict[str, State]:
    rows = connection.execute("SELECT line_id, state FROM brief_seen WHERE brief_id = ?", (brief_id,))
    return {line_id: json.loads(state) for line_id, state in rows}


def _put(connection: apsw.Connection, brief_id: str, lines: Iterable[BriefLine]) -> None:
    connection.executemany(
        "INSERT INTO brief_seen (brief_id, line_id, state) VALUES (?, ?, ?)",
        [
            (brief_id, line.id, json.dumps(state, ensure_ascii=False))
            for line in lines
            if (state := _state(connection, line)) is not None
        ],
    )


def _lines(brief: StoredBrief) -> list[BriefLine]:
    found = [line for section in brief.sections for line in section.lines if line.kind is not LineKind.TEXT]
    return list({line.id: line for line in found}.values())


def _state(connection: apsw.Connection, line: BriefLine) -> State | None:
    match line.kind:
        case LineKind.ANNOTATION:
            return _annotation_state(connection, line)
        case LineKind.CLAIM:
            return _claim_state(connection, line)
        case _:
            return _article_state(connection, line)


def _article_state(connection: apsw.Connection, line: BriefLine) -> State | None:
    row = connection.execute(
        "SELECT title, version, statuses FROM article WHERE id = ? AND removed IS NULL", (_home(connection, line),)
    ).fetchone()
    return {"title": row[0], "version": row[1], "claims": json.loads(row[2])} if row else None


def _annotation_state(connection: apsw.Connection, line: BriefLine) -> State | None:
    row = connection.execute(
        "SELECT exact, note FROM annotation JOIN article ON article.id = article_id "
        "WHERE annotation.id = ? AND annotation.removed IS NULL AND article.removed IS NULL",
        (line.annotation_id,),
    ).fetchone()
    return {"quote": row[0], "note": row[1]} if row else None


def _claim_state(connection: apsw.Connection, line: BriefLine) -> State | None:
    number, article = _home(connection, line), _article_state(connection, line)
    if article is None or line.claim is None:
        return None
    text = articles.text_of(connection, number)
    stands = anchoring.standing(line.claim, text)
    if stands is None:
        return None
    analysis = stored_findings.read(connection, number)
    if analysis is None:  # a newer version is still being read
        return {"version": article["version"]}
    claim = _claim_at(analysis, stands.span)
    if claim is None:
        return None
    return {
        "version": article["version"],
        "status": claim.status.value,
        "certainty": claim.certainty.value,
        "source": " and ".join(analysis.source_names(claim)),
        "content": covering(claim.content).of(text),
        "judgement": _judged(connection, number, claim, analysis),
    }


def _claim_at(analysis: Analysis, span: Span) -> Claim | None:
    """The claim whose words are most nearly those of `span`; None if none are near."""
    claim = max(analysis.claims, key=lambda each: overlap_share((covering(each.content),), (span,)), default=None)
    return claim if claim is not None and overlap_share((covering(claim.content),), (span,)) >= LEAST_OVERLAP else None


def _judged(connection: apsw.Connection, article_id: int, claim: Claim, analysis: Analysis) -> list[list[Any]]:
    """What the reader said of this claim, and not of one that lies within it."""
    return [
        [
            *(each.status, each.source_rating, each.information_rating, each.dismissed, each.source, each.note),
            *([each.words.exact] if each.words else []),
            *(one.source or (one.claim.exact if one.claim else "") for one in each.disputed_by),
        ]
        for each in annotations.judgements(connection, article_id)
        if _claim_at(analysis, each.claim.span) is claim
    ]


def _home(connection: apsw.Connection, line: BriefLine) -> int:
    return versions.home(connection, line.article_id or 0)


def _difference(before: State, now: State) -> tuple[Message, ...]:
    return tuple(
        Message(f"changed.{field}", _change(field, before[field], now[field]))
        for field in _FIELDS
        if field in before and field in now and before[field] != now[field]
    )


def _change(field: str, before: object, now: object) -> Arguments:
    """What a field was and is, where that is told."""
    match field:
        case "status" | "certainty":
            return (("before", Message(f"{field}.{before}")), ("after", Message(f"{field}.{now}")))
        case "source":
            return (("before", str(before)), ("after", str(now)))
    return ()
