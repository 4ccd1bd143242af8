"""Claims that the reader makes of passages: kept as judgements, and put among those that were found."""

from collections.abc import Iterable
from dataclasses import replace

from briefing.model.annotation import Judgement
from briefing.model.findings import (
    SOURCE_KINDS,
    Actor,
    Analysis,
    Attribution,
    Certainty,
    Claim,
    Evidence,
    Polarity,
    Status,
    Voice,
)
from briefing.model.spans import Span, covering

RULE = "reader.made"
"""Name of the rule in the evidence of such a claim."""

_OWN = "own"


def with_own_claims(analysis: Analysis, judgements: Iterable[Judgement]) -> Analysis:
    """The findings with the claims that the reader made, in text order; those from before are made anew.

    A passage that the analysis itself has come to find is not listed twice: the reader's word is then on that claim.
    """
    made = [judgement for judgement in judgements if judgement.made and len(judgement.claim.span)]
    if not made and not any(claim.id.startswith(_OWN) for claim in analysis.claims):
        return analysis
    found = tuple(claim for claim in analysis.claims if not is_own(claim))
    known = {covering(claim.content) for claim in found}
    own = [_claim(analysis, judgement) for judgement in made if judgement.claim.span not in known]
    claims = tuple(sorted((*found, *own), key=lambda claim: (claim.start, -covering(claim.content).end)))
    return analysis if claims == analysis.claims else replace(analysis, claims=claims)


def is_own(claim: Claim) -> bool:
    """Whether the reader made the claim."""
    return any(reason.rule == RULE for reason in claim.evidence)


def own_claim_id(span: Span) -> str:
    """Id of the claim that the reader makes of a passage."""
    return f"{_OWN}{span.start}-{span.end}"


def _claim(analysis: Analysis, judgement: Judgement) -> Claim:
    span = judgement.claim.span
    source = _actor(analysis, judgement.source)
    hops = (Attribution((), (), (source.id,), SOURCE_KINDS[source.kind]),) if source else ()
    return Claim(
        id=own_claim_id(span),
        content=(span,),
        attributions=hops,
        voice=Voice.INDIRECT if judgement.source else Voice.NARRATED,
        certainty=Certainty.UNKNOWN,
        polarity=Polarity.POSITIVE,
        status=Status.CLAIMED if judgement.source else Status.UNATTRIBUTED,
        evidence=(Evidence((span,), RULE),),
    )


def _actor(analysis: Analysis, name: str | None) -> Actor | None:
    """The actor of that name; an actor's own name goes before an alias of another."""
    if not name:
        return None
    wanted = name.casefold()
    by_name = (actor for actor in analysis.actors if actor.name.casefold() == wanted)
    by_alias = (actor for actor in analysis.actors if wanted in {alias.casefold() for alias in actor.aliases})
    return next(by_name, None) or next(by_alias, None)
