"""Finds the claim of an analysis that each of the reader's judgements is about."""

from collections.abc import Iterable

from briefing.model.annotation import Judgement
from briefing.model.findings import Analysis, Claim
from briefing.model.reader_claim import is_own
from briefing.model.span_index import Laid
from briefing.model.spans import covering, overlap_share

LEAST_OVERLAP = 0.5
"""Share of code points that a claim and a judged passage must have in common (Jaccard)."""


def judgements_by_claim(analysis: Analysis | None, judgements: Iterable[Judgement]) -> dict[str, Judgement]:
    """The reader's judgements by id of the claim they are about; best overlap first, one to one.

    Judgements outlive the analysis they were given on: a newer one may cut the content a little differently.
    """
    words = tuple(judgements)
    if analysis is None or not words:
        return {}
    claims = Laid((covering(claim.content), claim) for claim in analysis.claims)
    pairs = [
        (overlap, -number, claim.id, judgement)
        for number, judgement in enumerate(words)
        for claim in _near(claims, judgement)
        if (overlap := _overlap(claim, judgement)) >= LEAST_OVERLAP
    ]
    found: dict[str, Judgement] = {}
    used: set[int] = set()
    for _, number, claim_id, judgement in sorted(pairs, key=lambda pair: pair[:3], reverse=True):
        if claim_id not in found and number not in used:
            found[claim_id] = judgement
            used.add(number)
    return found


def _near(claims: Laid[Claim], judgement: Judgement) -> list[Claim]:
    """The claims that have a word in common with what was judged, or with the words that the reader gave it."""
    spans = [judgement.claim.span, *([judgement.words.span] if judgement.words else [])]
    return list({claim.id: claim for span in spans for claim in claims.over(span)}.values())


def _overlap(claim: Claim, judgement: Judgement) -> float:
    content, judged = covering(claim.content), judgement.claim.span
    if judgement.words and claim.found is not None and content == judgement.words.span:
        return 1.0
    if is_own(claim):
        # What the reader made a claim holds no word that he gave on another passage.
        return float(judgement.made and content == judged)
    return overlap_share((content,), (judged,))
