"""How the words of a claim assert it: as certain, probable, possible, denied, or open."""

import re
from enum import StrEnum

from briefing.model.findings import Certainty, Claim, Polarity, Stance
from briefing.model.spans import words_of

_NEGATION = re.compile(
    r"\b(?:not|no|never|none|nobody|nothing|nowhere|neither|nor|without|cannot|hardly|scarcely|barely|unable|"
    r"unlikely|fail\w*|lack\w*|refus\w*|declin\w*)\b|n[’']t\b",
    re.IGNORECASE,
)
"""Words by which a content says itself that something is not so: it is then stated, and not denied."""


class Assertion(StrEnum):
    """What is said of a content, in the words that it has."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    OPEN = "open"
    DENIED = "denied"
    PROBABLY_NOT = "probably_not"
    POSSIBLY_NOT = "possibly_not"
    NOT_DENIED = "not_denied"


_STATED = {
    Certainty.CERTAIN: Assertion.CERTAIN,
    Certainty.PROBABLE: Assertion.PROBABLE,
    Certainty.POSSIBLE: Assertion.POSSIBLE,
    Certainty.UNKNOWN: Assertion.OPEN,
}
_NEGATED = {
    Certainty.CERTAIN: Assertion.DENIED,
    Certainty.PROBABLE: Assertion.PROBABLY_NOT,
    Certainty.POSSIBLE: Assertion.POSSIBLY_NOT,
    Certainty.UNKNOWN: Assertion.OPEN,
}


def asserted(claim: Claim, text: str) -> Assertion:
    """What is said of the content of `claim` in an article with this `text`.

    Polarity is that of the event: "will not open" is negative whoever says it. Only what is turned round by those who
    speak of it is denied: "denied that it will open".
    """
    negated = claim.polarity is Polarity.NEGATIVE
    negates = _NEGATION.search(words_of(claim.content, text)) is not None
    if claim.innermost and claim.innermost.stance is Stance.DENIES and claim.certainty is not Certainty.UNKNOWN:
        return Assertion.DENIED if negated or negates else Assertion.NOT_DENIED
    if negated and claim.attributions and not negates:
        return _NEGATED[claim.certainty]
    return _STATED[claim.certainty]
