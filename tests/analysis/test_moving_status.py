"""What a sentence's status does when the sentence is negated, hedged, attributed or answered; and any input ends."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.analysis import NOT_ENGLISH, Analyser
from briefing.model import Analysis, Article, Block, BlockKind, Certainty, Claim, Polarity, Span, Status

SPEAKERS = ("Minister Olga Brandt", "Mayor Peter Lang", "General Ivo Haddad", "Judge Alma Ruiz")
DEEDS = (
    ("the rebels", "taken", "the airport"),
    ("the company", "hidden", "the losses"),
    ("the driver", "caused", "the crash"),
    ("the bank", "sold", "the shares"),
)
HEDGES = ("may", "might", "could")

speakers = st.sampled_from(SPEAKERS)
deeds = st.sampled_from(DEEDS)
patient = settings(deadline=None, max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])


def analysed(analyser: Analyser, text: str) -> Analysis:
    blocks = (Block(BlockKind.PARAGRAPH, Span(0, len(text))),) if text else ()
    *_, last = analyser.analyse(Article(text, blocks))
    return last


def first_claim(analyser: Analyser, text: str) -> Claim:
    return analysed(analyser, text).claims[0]


@patient
@given(speaker=speakers, deed=deeds)
def test_a_named_source_about_somebody_else_claims(analyser, speaker, deed):
    who, did, what = deed
    claim = first_claim(analyser, f"{speaker} said {who} had {did} {what}.")
    assert claim.status is Status.CLAIMED
    assert (claim.certainty, claim.polarity) == (Certainty.CERTAIN, Polarity.POSITIVE)


@patient
@given(speaker=speakers, deed=deeds)
def test_negating_turns_the_polarity_and_nothing_else(analyser, speaker, deed):
    who, did, what = deed
    claim = first_claim(analyser, f"{speaker} said {who} had not {did} {what}.")
    assert (claim.status, claim.polarity) == (Status.CLAIMED, Polarity.NEGATIVE)


@patient
@given(speaker=speakers, deed=deeds, hedge=st.sampled_from(HEDGES))
def test_hedging_makes_it_unclear(analyser, speaker, deed, hedge):
    who, did, what = deed
    claim = first_claim(analyser, f"{speaker} said {who} {hedge} have {did} {what}.")
    assert claim.status is Status.UNCLEAR


@patient
@given(speaker=speakers, deed=deeds)
def test_attributing_it_once_more_makes_it_relayed(analyser, speaker, deed):
    who, did, what = deed
    claims = analysed(analyser, f"Reuters reported that {speaker} said {who} had {did} {what}.").claims
    deepest = max(claims, key=lambda claim: len(claim.attributions))
    assert len(deepest.attributions) == 2
    assert deepest.status is Status.RELAYED


@patient
@given(deed=deeds)
def test_taking_the_name_away_makes_it_unnamed(analyser, deed):
    who, did, what = deed
    assert first_claim(analyser, f"Officials said {who} had {did} {what}.").status is Status.UNNAMED


@patient
@given(speaker=speakers, deed=deeds)
def test_a_denial_by_somebody_else_makes_it_disputed(analyser, speaker, deed):
    who, did, what = deed
    text = f"{speaker} said {who} had {did} {what}. Spokeswoman Hana Sato denied that {who} had {did} {what}."
    assert first_claim(analyser, text).status is Status.DISPUTED


@patient
@given(speaker=speakers, deed=deeds)
def test_saying_it_twice_confirms_nothing(analyser, speaker, deed):
    who, did, what = deed
    name = speaker.split()[-1]
    text = f"{speaker} said {who} had {did} {what}. {name} later confirmed that {who} had {did} {what}."
    assert {claim.status for claim in analysed(analyser, text).claims} == {Status.CLAIMED}


def test_another_language_is_named_and_left_alone(analyser):
    text = "Der Kanzler sagte am Montag, dass die Regierung die Steuern senken werde, weil die Wirtschaft nicht wächst."
    found = analysed(analyser, text)
    assert (found.language, found.note) == ("de", NOT_ENGLISH)
    assert not found.claims
    assert not found.actors


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  \n\n ",
        "\x00\x01 he said \x1f that \x7f x\x0b",
        "a" * 1_000_000,
        "“" * 5_000,
        '"said ' * 1_000,
        "(" * 5_000 + ")" * 5_000,
        "he said, " * 800,
        "🙂 " * 5_000,
        "word " * 4_000,
        "The president said 中国 العربية that “ok” 🙂🙂 " * 20,
    ],
    ids=[
        "empty",
        "space",
        "control",
        "one word",
        "marks",
        "open quotes",
        "brackets",
        "cues",
        "emoji",
        "words",
        "mixed",
    ],
)
def test_any_input_ends_with_a_complete_analysis(analyser, text):
    found = analysed(analyser, text)
    assert found.complete
    assert all(span.end <= len(text) for claim in found.claims for span in claim.content)


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=200))
def test_any_text_is_read_without_a_fault(analyser, text):
    assert analysed(analyser, f"Mr Lang said {text}").complete
