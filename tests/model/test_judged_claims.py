"""A judgement is found again on the claim it was given on, however the analysis cuts it."""

from datetime import UTC, datetime

from briefing.model import Analysis, Certainty, Claim, Evidence, Judgement, Polarity, Span, Status, Voice, anchor
from briefing.model.judged_claims import judgements_by_claim

TEXT = "The ministry said that the bridge is safe, and the mayor said that it is not."
NOW = datetime(2026, 5, 1, tzinfo=UTC)


def claim(claim_id: str, start: int, end: int) -> Claim:
    evidence = (Evidence((Span(start, end),), "claimed.alone", "One source."),)
    return Claim(
        claim_id,
        (Span(start, end),),
        (),
        Voice.INDIRECT,
        Certainty.CERTAIN,
        Polarity.POSITIVE,
        Status.CLAIMED,
        evidence,
    )


def analysis(*claims: Claim) -> Analysis:
    return Analysis("test 1", "en", (), claims)


def judgement(start: int, end: int) -> Judgement:
    return Judgement(anchor(TEXT, Span(start, end)), NOW, NOW, status=Status.CONFIRMED)


def test_a_claim_cut_a_little_differently_keeps_its_judgement() -> None:
    judged = judgement(18, 41)
    assert judgements_by_claim(analysis(claim("c1", 23, 41)), [judged]) == {"c1": judged}


def test_a_claim_elsewhere_gets_no_judgement() -> None:
    assert judgements_by_claim(analysis(claim("c1", 62, 76)), [judgement(18, 41)]) == {}


def test_each_judgement_goes_to_the_claim_it_fits_best_and_to_one_only() -> None:
    judged = judgement(18, 41)
    found = judgements_by_claim(analysis(claim("outer", 4, 41), claim("same", 18, 41)), [judged])
    assert found == {"same": judged}


def test_without_an_analysis_no_claim_is_judged() -> None:
    assert judgements_by_claim(None, [judgement(18, 41)]) == {}
