"""Who disputes a claim in the reader's word: reasons for its status, and links from the claims that deny it."""

from collections.abc import Mapping
from dataclasses import replace

from briefing.model.annotation import Dispute, Judgement
from briefing.model.findings import Analysis, Claim, Evidence, Link, LinkKind
from briefing.model.message import Argument, Arguments, Message
from briefing.model.other_side import shortened
from briefing.model.quotation_marks import in_marks
from briefing.model.span_index import Laid
from briefing.model.spans import covering, overlap_share

RULES = ("reader.disputed", "reader.disputed.unnamed", "reader.disputed.by_words", "reader.disputed.words")
"""Names of the rules in the reasons of such a status: somebody is named, or nobody; the same with the words."""

OWN = ("reader", 1)
"""The argument by which links that stand there by the reader's word are told from those that were found."""

LEAST_OVERLAP = 0.5
"""Share of code points that a claim has in common with the words by which it is known (Jaccard)."""


def reasons(claim: Claim, judgement: Judgement | None) -> tuple[Evidence, ...]:
    """The reasons for the status of `claim` that the reader gives by saying who disputes it."""
    return tuple(_reason(claim, dispute) for dispute in judgement.disputed_by) if judgement else ()


def _reason(claim: Claim, dispute: Dispute) -> Evidence:
    named, unnamed, named_words, unnamed_words = RULES
    source: Arguments = (("source", dispute.source),) if dispute.source else ()
    if dispute.claim is None:
        return Evidence(claim.content, named if source else unnamed, arguments=source)
    # The words stand with it: the claim that they were may be gone after another analysis.
    said: Arguments = (("words", shortened(dispute.claim.exact)),)
    return Evidence((dispute.claim.span,), named_words if source else unnamed_words, arguments=(*source, *said))


def disputer(dispute: Dispute) -> str:
    """Who disputes a claim, with the words by which he does: "Per Lund: “That is simply wrong”"."""
    words = in_marks(shortened(dispute.claim.exact)) if dispute.claim else ""
    return ": ".join(part for part in (dispute.source, words) if part)


def without_disputes(analysis: Analysis) -> Analysis:
    """The findings with the links alone that were found."""
    if not any(_is_own(link) for claim in analysis.claims for link in claim.links):
        return analysis
    return replace(analysis, claims=tuple(_found(claim) for claim in analysis.claims))


def with_disputes(analysis: Analysis, judged: Mapping[str, Judgement]) -> Analysis:
    """The findings with a link from each claim that disputes another in the reader's word; `judged` is by claim id."""
    claims = Laid((covering(claim.content), claim) for claim in analysis.claims)
    by_id = {claim.id: claim for claim in analysis.claims}
    added: dict[str, dict[Link, None]] = {}
    for claim_id, judgement in judged.items():
        for dispute in judgement.disputed_by if claim_id in by_id else ():
            by = disputing(claims, dispute)
            if by is not None and by.id != claim_id and not _denies(by, claim_id):
                said = (("source", _said_by(analysis, by)), ("other", _said_by(analysis, by_id[claim_id])), OWN)
                link = Link(LinkKind.DENIES, claim_id, arguments=said)
                added.setdefault(by.id, {})[link] = None
    if not added:
        return analysis
    return replace(
        analysis,
        claims=tuple(
            replace(claim, links=(*claim.links, *added[claim.id])) if claim.id in added else claim
            for claim in analysis.claims
        ),
    )


def disputing(claims: Laid[Claim], dispute: Dispute) -> Claim | None:
    """The claim by which somebody disputes another; None if the reader named none, or there is none any more."""
    if dispute.claim is None:
        return None
    span = dispute.claim.span
    near = claims.over(span)
    claim = max(near, key=lambda each: _overlap(each, dispute), default=None)
    return claim if claim is not None and _overlap(claim, dispute) >= LEAST_OVERLAP else None


def disputing_ids(analysis: Analysis, judgement: Judgement | None) -> frozenset[str]:
    """Ids of the claims by which a claim is disputed in the reader's word."""
    if judgement is None or not judgement.disputed_by:
        return frozenset()
    claims = Laid((covering(claim.content), claim) for claim in analysis.claims)
    found = (disputing(claims, dispute) for dispute in judgement.disputed_by)
    return frozenset(claim.id for claim in found if claim is not None)


def _overlap(claim: Claim, dispute: Dispute) -> float:
    assert dispute.claim is not None
    # The words that the analysis found stay those by which a claim is known, whatever words the reader gives it.
    return overlap_share((covering(claim.found or claim.content),), (dispute.claim.span,))


def _denies(claim: Claim, other: str) -> bool:
    return any(link.kind is LinkKind.DENIES and link.to == other for link in claim.links)


def _is_own(link: Link) -> bool:
    return OWN in link.arguments


def _said_by(analysis: Analysis, claim: Claim) -> Argument:
    if not claim.attributions:
        return Message("source.article")
    return analysis.source_names(claim) or Message("source.nobody")


def _found(claim: Claim) -> Claim:
    found = tuple(link for link in claim.links if not _is_own(link))
    return claim if len(found) == len(claim.links) else replace(claim, links=found)
