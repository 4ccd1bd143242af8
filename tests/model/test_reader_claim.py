"""Claims of the reader's own stand among those that were found, and follow his word."""

from dataclasses import replace
from datetime import UTC, datetime

from briefing.model import (
    Actor,
    ActorKind,
    Analysis,
    Certainty,
    Claim,
    Evidence,
    Judgement,
    Polarity,
    Span,
    Status,
    Voice,
    anchor,
)
from briefing.model.reader_claim import is_own, own_claim_id, with_own_claims

TEXT = "The ferry will sail, Ivo Marin said. Tolls will fall."
NOW = datetime(2026, 5, 1, tzinfo=UTC)
TOLLS = Span(37, 52)
FOUND = Claim(
    "c1",
    (Span(0, 19),),
    (),
    Voice.INDIRECT,
    Certainty.CERTAIN,
    Polarity.POSITIVE,
    Status.CLAIMED,
    (Evidence((Span(21, 35),), "claimed.named", "A named source says so."),),
)
ANALYSIS = Analysis("t", "en", (Actor("a1", "Ivo Marin", ActorKind.PERSON, ("Marin",), (Span(21, 30),)),), (FOUND,))
MADE = Judgement(anchor(TEXT, TOLLS), NOW, NOW, made=True)


def test_a_passage_made_a_claim_stands_in_text_order_with_evidence_and_without_a_source():
    first, own = with_own_claims(ANALYSIS, [MADE]).claims
    assert (first, own.id, own.content) == (FOUND, own_claim_id(TOLLS), (TOLLS,))
    assert (own.status, own.attributions, is_own(own), is_own(first)) == (Status.UNATTRIBUTED, (), True, False)
    assert own.evidence


def test_it_is_attributed_to_an_actor_of_the_article_by_any_of_his_names():
    own = with_own_claims(ANALYSIS, [replace(MADE, source="marin")]).claims[1]
    assert (own.status, own.attributions[0].actors) == (Status.CLAIMED, ("a1",))


def test_somebody_whom_the_article_does_not_name_is_a_source_too():
    own = with_own_claims(ANALYSIS, [replace(MADE, source="The harbour")]).claims[1]
    assert (own.status, own.attributions) == (Status.CLAIMED, ())


def test_doing_it_again_changes_nothing_and_taking_it_back_leaves_what_was_found():
    seen = with_own_claims(ANALYSIS, [MADE])
    assert with_own_claims(seen, [MADE]) is seen
    assert with_own_claims(seen, []).claims == (FOUND,)
    assert with_own_claims(ANALYSIS, []) is ANALYSIS


def test_a_passage_that_the_analysis_finds_itself_is_listed_once():
    known = replace(MADE, claim=anchor(TEXT, Span(0, 19)))
    assert with_own_claims(ANALYSIS, [known]) is ANALYSIS
