"""Faults found in a whole story as newspapers write it, each in a sentence of its own."""

import pytest

from briefing.model import ActorKind, Article


def test_to_accept_a_resignation_affirms_nothing_that_was_said(told):
    claims = told(
        "Henrik Dahl said that he took full responsibility for the failures.\n"
        "The minister, Sofia Marchetti, told parliament that she had accepted Mr Dahl's resignation."
    )
    assert [claim.status for claim in claims if claim.hops[0][2] == "Henrik Dahl"] == ["on_record"]
    assert not any(claim.links for claim in claims)


def test_what_one_says_of_oneself_is_relayed_by_nobody(told):
    claims = told("Sofia Marchetti told parliament that she hopes the pier will open.")
    assert [len(claim.hops) for claim in claims] == [1] * len(claims)
    assert {claim.hops[0][2] for claim in claims} == {"Sofia Marchetti"}
    assert "relayed" not in [claim.status for claim in claims]


@pytest.mark.parametrize("mark", ['"{}"', "“{}”"])
def test_a_quotation_at_the_end_keeps_the_mark_that_closes_it(told, mark):
    quoted = mark.format("with regret")
    claims = told(f"The minister, Sofia Marchetti, told parliament that she had accepted his resignation {quoted}.")
    assert claims[0].content == f"that she had accepted his resignation {quoted}"


def test_a_question_who_did_it_has_no_speaker(told):
    claims = told("The report does not say who ordered the crane back into service on the night of the accident.")
    assert [claim.hops for claim in claims if claim.hops and claim.hops[0][0] == "who"] == []


def test_what_somebody_wants_is_nobody_s_claim(told):
    (claim,) = told("“Two men are dead because somebody wanted to save money,” said Paul Okafor.")
    assert claim.hops[0][2] == "Paul Okafor"


def test_an_outlet_called_for_short_is_that_outlet(told):
    claims = told(
        "In an interview with the Norvik Herald, Paul Okafor said he was tired.\n"
        "The Herald reported that the inspector left the authority in 2022."
    )
    assert (claims[-1].hops[0][2], claims[-1].status) == ("Norvik Herald", "relayed")


def test_a_maker_of_things_is_no_person(analyser):
    *_, analysis = analyser.analyse(Article("The crane's maker, Halvorsen Lifting, said the crane was safe.", ()))
    assert [(actor.name, actor.kind) for actor in analysis.actors] == [("Halvorsen Lifting", ActorKind.ORGANIZATION)]
