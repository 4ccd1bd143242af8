"""Findings that grow are sent as what is new in them, and are whole on the other side."""

from dataclasses import replace

import pytest

from briefing.model import Actor, ActorKind, Analysis, Certainty, Claim, Polarity, Span, Status, Voice
from briefing.service.analysis_delta import grown, growth
from briefing.service.wire import decoded, encoded
from briefing.service.worker_protocol import HasGrown, WasAnalysed


def _claim(number: int, status: Status = Status.CLAIMED) -> Claim:
    return Claim(
        id=f"c{number}",
        content=(Span(number * 10, number * 10 + 8),),
        attributions=(),
        voice=Voice.NARRATED,
        certainty=Certainty.CERTAIN,
        polarity=Polarity.POSITIVE,
        status=status,
        evidence=(),
    )


def _findings(claims: tuple[Claim, ...], complete: bool = False) -> Analysis:
    actor = Actor("a1", "Ruth Keller", ActorKind.PERSON, (), ())
    return Analysis("trial 1", "en", (actor,), claims, complete)


def _sent(analysis: Analysis, before: Analysis | None) -> Analysis:
    """As it comes out of the pipe, where whoever receives it has a copy of `before`."""
    change = growth(analysis, before)
    came = decoded(encoded(HasGrown(WasAnalysed(1, 1, change.head, 0.5), change)))
    assert isinstance(came, HasGrown)
    return grown(came.growth, before)


def test_the_first_findings_come_whole() -> None:
    first = _findings((_claim(1), _claim(2)))
    assert _sent(first, None) == first


def test_what_came_before_is_not_sent_again_and_is_the_same_object() -> None:
    first = _findings((_claim(1), _claim(2)))
    later = _findings((_claim(1), _claim(2), _claim(3)), complete=True)
    assert growth(later, first).claims == (0, 1, _claim(3))
    assert growth(later, first).actors == (0,)
    came = _sent(later, first)
    assert came == later
    assert came.claims[0] is first.claims[0]


@pytest.mark.parametrize(
    "claims",
    [
        (_claim(1, Status.DISPUTED), _claim(2)),
        (_claim(2), _claim(1)),
        (replace(_claim(5), id="c1"), _claim(1)),
        (),
    ],
)
def test_what_changed_moved_or_went_is_as_it_is_now(claims: tuple[Claim, ...]) -> None:
    first = _findings((_claim(1), _claim(2)))
    later = _findings(claims, complete=True)
    assert _sent(later, first) == later
