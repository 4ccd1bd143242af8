"""A claim's words are corrected by the reader, and come back as they were found."""

from datetime import UTC, datetime

import pytest

from briefing.model import Analysis, Certainty, Claim, Evidence, Judgement, Polarity, Span, Status, Voice, anchor
from briefing.model.claim_extent import Edge, as_found, stepped, with_own_words

NOW = datetime(2026, 3, 1, tzinfo=UTC)
TEXT = "The ferry will stop in June, the mayor said; nobody’s boat goes."


def _span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def _claim(words: str) -> Claim:
    evidence = (Evidence((_span(words),), "claimed", "It is said."),)
    return Claim(
        "c1", (_span(words),), (), Voice.INDIRECT, Certainty.CERTAIN, Polarity.POSITIVE, Status.CLAIMED, evidence
    )


@pytest.mark.parametrize(
    ("before", "edge", "way", "after"),
    [
        ("ferry will stop", Edge.END, 1, "ferry will stop in"),
        ("stop in June", Edge.END, 1, "stop in June,"),
        ("ferry will stop", Edge.END, -1, "ferry will"),
        ("ferry will stop", Edge.START, -1, "The ferry will stop"),
        ("ferry will stop", Edge.START, 1, "will stop"),
        ("said; nobody’s", Edge.END, -1, "said;"),
        ("ferry", Edge.END, -1, "ferry"),
        ("ferry", Edge.START, 1, "ferry"),
        ("The", Edge.START, -1, "The"),
        ("goes.", Edge.END, 1, "goes."),
    ],
)
def test_an_end_moves_by_a_word_or_a_sign_and_never_past_the_other(
    before: str, edge: Edge, way: int, after: str
) -> None:
    assert stepped(TEXT, _span(before), edge, way).of(TEXT) == after


def test_the_readers_words_take_the_place_of_those_found_and_give_it_back() -> None:
    analysis = Analysis("trial 1", "en", (), (_claim("ferry will stop"),))
    word = Judgement(anchor(TEXT, _span("ferry will stop")), NOW, NOW, words=anchor(TEXT, _span("stop in June")))
    changed = with_own_words(analysis, {"c1": word})
    assert changed.claims[0].content == (_span("stop in June"),)
    assert as_found(changed) == analysis
