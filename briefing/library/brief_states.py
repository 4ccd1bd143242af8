"""Briefs live: what their lines refer to is compared with what it was when the reader last saw the brief.

Wherever a library is kept, what the lines refer to is reached by `BriefSources`.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from briefing.library import anchoring
from briefing.model import (
    AffectedLine,
    Analysis,
    BriefLine,
    Claim,
    Effect,
    Judgement,
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


class BriefSources(Protocol):
    """What lines of briefs refer to, as the library holds it now."""

    def home(self, article_id: int) -> int:
        """The newest version of an article."""

    def article(self, article_id: int) -> State | None:
        """Title, version and numbers of claims of an article; None if it is not there, or in the bin."""

    def annotation(self, annotation_id: str) -> State | None:
        """Quoted words and note of an annotation; None if it is not there, or in the bin."""

    def text(self, article_id: int) -> str:
        """The text of an article."""

    def analysis(self, article_id: int) -> Analysis | None:
        """Its newest analysis, or None."""

    def judgements(self, article_id: int) -> Sequence[Judgement]:
        """The reader's word on its claims."""


def affected(sources: BriefSources, brief: StoredBrief, seen: Mapping[str, State]) -> tuple[AffectedLine, ...]:
    """The lines of a brief whose sources are not what they were when it was last seen, in its order."""
    found = []
    for line in lines_of(brief):
        now = state_of(sources, line)
        if now is None:
            found.append(AffectedLine(line.id, Effect.GONE, (Message("changed.gone"),)))
        elif told := _difference(seen.get(line.id, {}), now):
            found.append(AffectedLine(line.id, Effect.CHANGED, told))
    return tuple(found)


def lines_of(brief: StoredBrief) -> list[BriefLine]:
    """The lines that refer to something, each once."""
    found = [line for section in brief.sections for line in section.lines if line.kind is not LineKind.TEXT]
    return list({line.id: line for line in found}.values())


def state_of(sources: BriefSources, line: BriefLine) -> State | None:
    """What a line refers to, as it is now; None if that is gone."""
    match line.kind:
        case LineKind.ANNOTATION:
            return sources.annotation(line.annotation_id) if line.annotation_id else None
        case LineKind.CLAIM:
            return _claim_state(sources, line)
        case _:
            return sources.article(sources.home(line.article_id or 0))


def _claim_state(sources: BriefSources, line: BriefLine) -> State | None:
    number = sources.home(line.article_id or 0)
    article = sources.article(number)
    if article is None or line.claim is None:
        return None
    stands = anchoring.standing(line.claim, text := sources.text(number))
    if stands is None:
        return None
    analysis = sources.analysis(number)
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
        "judgement": _judged(sources.judgements(number), claim, analysis),
    }


def _claim_at(analysis: Analysis, span: Span) -> Claim | None:
    """The claim whose words are most nearly those of `span`; None if none are near."""
    claim = max(analysis.claims, key=lambda each: overlap_share((covering(each.content),), (span,)), default=None)
    return claim if claim is not None and overlap_share((covering(claim.content),), (span,)) >= LEAST_OVERLAP else None


def _judged(judgements: Sequence[Judgement], claim: Claim, analysis: Analysis) -> list[list[Any]]:
    """What the reader said of this claim, and not of one that lies within it."""
    return [
        [
            *(each.status, each.source_rating, each.information_rating, each.dismissed, each.source, each.note),
            *([each.words.exact] if each.words else []),
            *(one.source or (one.claim.exact if one.claim else "") for one in each.disputed_by),
        ]
        for each in judgements
        if _claim_at(analysis, each.claim.span) is claim
    ]


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
