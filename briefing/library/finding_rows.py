"""What is derived from findings to be asked across articles: actors, their names, claims, counts, words to search."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from briefing.library.collation import plain_name
from briefing.model import Analysis, Certainty, Claim, Polarity, Span, Status, Voice, covering, words_of
from briefing.model.standing import counts_by_status
from briefing.records import dataclass

CERTAINTIES = (Certainty.CERTAIN, Certainty.PROBABLE, Certainty.POSSIBLE, Certainty.UNKNOWN)
"""Certainty as it is kept in the rows of claims: by its place in this."""


@dataclass(frozen=True, slots=True)
class FindingRows:
    """What is derived from the findings of one article, ready to be written.

    Attributes:
        actors: JSON list of id, name and kind of each.
        names: JSON list of plain name and actor id, of each name of each actor.
        claims: JSON list of id, status, certainty, start, end, source and speakers of each.
        statuses: JSON object of how many claims have each status.
        count: how many claims there are.
        who: names and sources, to be searched.
        said: contents of the claims, to be searched.
    """

    actors: str
    names: str
    claims: str
    statuses: str
    count: int
    who: str
    said: str


def rows_of(analysis: Analysis, text: str) -> FindingRows:
    """The rows of the findings in an article with this `text`."""
    names = {(plain_name(name), actor.id) for actor in analysis.actors for name in (actor.name, *actor.aliases)}
    return FindingRows(
        actors=_json([(actor.id, actor.name, actor.kind.value) for actor in analysis.actors]),
        names=_json(sorted(names)),
        claims=_json(list(_claim_rows(analysis, text))),
        statuses=statuses_json(counts_by_status(analysis.claims, {})),
        count=len(analysis.claims),
        who=_joined(
            [name for actor in analysis.actors for name in (actor.name, *actor.aliases)]
            + [
                words_of((*hop.source, *hop.knowledge, *hop.anonymity), text, " ")
                for claim in analysis.claims
                for hop in claim.attributions
            ]
        ),
        said=_joined(words_of(claim.content, text) for claim in analysis.claims),
    )


def statuses_json(counts: Mapping[Status, int]) -> str:
    """How many claims have each status, as it is kept."""
    return _json({status.value: count for status, count in counts.items()})


def claims_alone(rows: Iterable[tuple[str, str, int, int]]) -> Analysis:
    """As much of the findings as counting needs, from id, status, start and end of each claim.

    The whole of them takes long to unpack.
    """
    return Analysis(
        "", "", (), tuple(_claim(name, Status(status), Span(start, end)) for name, status, start, end in rows)
    )


def _claim(claim_id: str, status: Status, span: Span) -> Claim:
    return Claim(claim_id, (span,), (), Voice.NARRATED, Certainty.CERTAIN, Polarity.POSITIVE, status, ())


def _claim_rows(analysis: Analysis, text: str) -> Iterable[tuple[Any, ...]]:
    for claim in analysis.claims:
        hop, span = claim.innermost, covering(claim.content)
        yield (
            claim.id,
            claim.status.value,
            CERTAINTIES.index(claim.certainty),
            span.start,
            span.end,
            words_of(hop.source, text) if hop and not analysis.source_names(claim) else "",
            f" {' '.join(hop.actors)} " if hop and hop.actors else "",
        )


def _json(entries: Any) -> str:
    return json.dumps(entries, ensure_ascii=False, separators=(",", ":"))


def _joined(words: Iterable[str]) -> str:
    return " | ".join(words)
