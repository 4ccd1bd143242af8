"""The status of a claim as shown: the reader's judgement, else what the analysis found."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from briefing.model.annotation import Judgement
from briefing.model.disputed_claims import reasons
from briefing.model.findings import Claim, Evidence, Status
from briefing.model.spans import Spans
from briefing.records import dataclass

RULE = "reader.status"
"""Name of the rule in the evidence of a status that the reader gave."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The status of a claim as it is shown, and why.

    Attributes:
        status: the reader's, else the one that the analysis found.
        reasons: why it has this status; where the reader gave another one than was found, that he did.
        found: the status that the analysis found, where the reader gave another one; else None.
        found_reasons: why it had that; empty where `found` is None.
    """

    status: Status
    reasons: tuple[Evidence, ...]
    found: Status | None = None
    found_reasons: tuple[Evidence, ...] = ()


def standing(claim: Claim, judgement: Judgement | None) -> Standing:
    """How `claim` stands by the reader's `judgement` on it."""
    status = status_of(claim, judgement)
    # Without its own reasons a claim is shown without any.
    disputed = reasons(claim, judgement) if claim.evidence and status is Status.DISPUTED else ()
    # Of a claim that the reader made, nothing was found.
    if judgement is None or judgement.made or status is claim.status:
        return Standing(status, (*disputed, *claim.evidence))
    word = disputed or ((Evidence(claim.content, RULE),) if claim.evidence else ())
    return Standing(status, word, claim.status, claim.evidence)


def status_of(claim: Claim, judgement: Judgement | None) -> Status:
    """The status of `claim`: the reader's own, else the one that the analysis found."""
    return (judgement.own_status if judgement else None) or claim.status


def told_of_source(claim: Claim, judgement: Judgement | None) -> tuple[Spans, Spans]:
    """How the source of `claim` knows, and why it has no name; nothing of another source that the reader gives it."""
    return ((), ()) if judgement and judgement.source else (claim.knowledge, claim.anonymity)


def is_dismissed(judgement: Judgement | None) -> bool:
    """Whether the reader says that this is no claim."""
    return judgement is not None and judgement.dismissed


def counts_by_status(claims: Iterable[Claim], judged: Mapping[str, Judgement]) -> dict[Status, int]:
    """How many claims have each status that occurs, in the order of the ladder; dismissed ones do not count.

    `judged` is by claim id.
    """
    words = [(claim, judged.get(claim.id)) for claim in claims]
    counts = Counter(status_of(claim, word) for claim, word in words if not is_dismissed(word))
    return {status: counts[status] for status in Status if counts[status]}


def share_told(count: int, share: int) -> str:
    """A share in per cent: what is there, but rounds to nothing, is not told to be nothing."""
    return "< 1 %" if count and not share else f"{share} %"


def percentages(counts: Sequence[int]) -> list[int]:
    """The shares of `counts` in whole per cent, together 100: by largest remainders, the first of equals first."""
    total = sum(counts)
    if not total:
        return [0] * len(counts)
    shares = [100 * count // total for count in counts]
    by_remainder = sorted(range(len(counts)), key=lambda at: -(100 * counts[at] % total))
    for at in by_remainder[: 100 - sum(shares)]:
        shares[at] += 1
    return shares
