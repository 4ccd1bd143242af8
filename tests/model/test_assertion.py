"""A content is said to be denied where somebody denies it, and not where its own words say that something is not so."""

import pytest

from briefing.model import Attribution, Certainty, Claim, Evidence, Polarity, Span, Stance, Status, Voice
from briefing.model.assertion import Assertion, asserted


def _asserted(
    content: str,
    stance: Stance | None,
    polarity: Polarity = Polarity.POSITIVE,
    certainty: Certainty = Certainty.CERTAIN,
) -> Assertion:
    span = Span(0, len(content))
    hops = (Attribution((), (), stance=stance),) if stance else ()
    reason = Evidence((span,), "claimed", "")
    return asserted(Claim("c1", (span,), hops, Voice.INDIRECT, certainty, polarity, Status.CLAIMED, (reason,)), content)


NEGATIVE = Polarity.NEGATIVE


@pytest.mark.parametrize(
    ("content", "stance", "polarity", "assertion"),
    [
        ("any date had been set", Stance.DENIES, NEGATIVE, Assertion.DENIED),
        ("any date had been set", Stance.SAYS, NEGATIVE, Assertion.DENIED),
        ("he had not paid", Stance.DENIES, Polarity.POSITIVE, Assertion.DENIED),
        ("he had paid", Stance.DENIES, Polarity.POSITIVE, Assertion.NOT_DENIED),
        ("the harbour will not open", Stance.SAYS, NEGATIVE, Assertion.CERTAIN),
        ("nobody won’t come", Stance.SAYS, NEGATIVE, Assertion.CERTAIN),
        ("the talks stalled", None, NEGATIVE, Assertion.CERTAIN),
        ("the harbour will open", Stance.SAYS, Polarity.POSITIVE, Assertion.CERTAIN),
    ],
)
def test_what_is_said_of_a_content(
    content: str, stance: Stance | None, polarity: Polarity, assertion: Assertion
) -> None:
    assert _asserted(content, stance, polarity) is assertion


def test_a_doubt_is_no_denial() -> None:
    assert _asserted("it was safe", Stance.BELIEVES, NEGATIVE, Certainty.PROBABLE) is Assertion.PROBABLY_NOT


@pytest.mark.parametrize("stance", [None, Stance.SAYS, Stance.DENIES])
def test_what_is_unknown_is_left_open(stance: Stance | None) -> None:
    assert _asserted("it was safe", stance, NEGATIVE, Certainty.UNKNOWN) is Assertion.OPEN
