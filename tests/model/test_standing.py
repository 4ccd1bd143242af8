"""The reader's word on a claim's status is the last."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model import Certainty, Claim, Evidence, Judgement, Polarity, Span, Status, Voice, anchor
from briefing.model.standing import counts_by_status, percentages, share_told, standing, status_of

NOW = datetime(2026, 1, 2, tzinfo=UTC)
WHY = (Evidence((Span(0, 3),), "claimed", "So far the word of one alone."),)


def _claim(claim_id: str = "c1", status: Status = Status.CLAIMED) -> Claim:
    return Claim(claim_id, (Span(0, 5),), (), Voice.INDIRECT, Certainty.CERTAIN, Polarity.POSITIVE, status, WHY)


def _word(status: Status | None = None) -> Judgement:
    return Judgement(anchor("words of a claim", Span(0, 5)), NOW, NOW, status)


def test_without_a_word_of_the_reader_the_status_is_the_one_that_was_found() -> None:
    assert standing(_claim(), None).status is Status.CLAIMED
    assert standing(_claim(), _word()).reasons == WHY


def test_the_readers_status_goes_before_the_one_that_was_found_and_has_none_of_its_reasons() -> None:
    found = standing(_claim(), _word(Status.CONFIRMED))
    assert (found.status, [reason.rule for reason in found.reasons]) == (Status.CONFIRMED, ["reader.status"])
    assert (found.found, found.found_reasons) == (Status.CLAIMED, WHY)


def test_who_accepts_the_status_that_was_found_accepts_its_reasons() -> None:
    found = standing(_claim(), _word(Status.CLAIMED))
    assert (found.reasons, found.found) == (WHY, None)


def test_of_a_claim_that_the_reader_made_nothing_was_found() -> None:
    found = standing(_claim(), replace(_word(Status.DISPUTED), made=True))
    assert (found.status, found.found) == (Status.DISPUTED, None)


def test_claims_are_counted_by_the_readers_status_and_dismissed_ones_not_at_all() -> None:
    claims = (_claim("c1"), _claim("c2"), _claim("c3"), _claim("c4", Status.DISPUTED))
    judged = {"c1": _word(Status.DISPUTED), "c2": replace(_word(), dismissed=True)}
    assert counts_by_status(claims, judged) == {Status.DISPUTED: 2, Status.CLAIMED: 1}
    assert status_of(claims[0], judged["c1"]) is Status.DISPUTED


@pytest.mark.parametrize(("counts", "shares"), [((1, 1, 1), [34, 33, 33]), ((1, 6), [14, 86]), ((), []), ((0,), [0])])
def test_shares_are_whole_per_cents(counts: tuple[int, ...], shares: list[int]) -> None:
    assert percentages(counts) == shares


@given(st.lists(st.integers(1, 10_000), min_size=1, max_size=8))
def test_shares_add_up_to_a_hundred_and_none_is_off_by_one(counts: list[int]) -> None:
    shares = percentages(counts)
    assert sum(shares) == 100
    assert all(abs(share - 100 * count / sum(counts)) < 1 for share, count in zip(shares, counts, strict=True))


def test_a_share_that_rounds_to_nothing_is_not_told_to_be_nothing() -> None:
    assert [share_told(*told) for told in ((1, 0), (0, 0), (3, 12))] == ["< 1 %", "0 %", "12 %"]
