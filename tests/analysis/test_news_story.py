"""Faults found in a whole story as newspapers write it, each in a sentence of its own."""

import pytest

from briefing.model import ActorKind, Article, words_of


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


def test_who_was_asked_says_only_what_he_answers(told):
    claims = told(
        "“We are not closing the door,” Per Lund said. Asked whether the port had agreed, he said: “Not yet.”"
    )
    assert [claim.content for claim in claims] == ["“We are not closing the door,”", "“Not yet.”"]


def test_what_stands_behind_a_disagreement_is_not_denied(told):
    (claim,) = told("Tom Hale disagreed: the rules would be painful for a year.")
    assert (claim.content, claim.polarity) == ("the rules would be painful for a year", "+")


def test_a_plan_before_who_told_of_it_is_what_is_planned(told):
    claims = told("The council plans to sell the pier before the end of the year, three officials told reporters.")
    assert [(len(claim.hops), claim.content) for claim in claims] == [
        (1, "The council plans to sell the pier before the end of the year"),
    ]


def test_what_nobody_knows_is_the_article_s_own(told):
    (claim,) = told("It remains unclear whether the council will back the proposal.")
    assert (claim.hops, claim.status) == ((), "unclear")


def test_who_speaks_namelessly_of_himself_is_nobody_named_before(told):
    claims = told("Per Lund said the talks were private.\nAnother said he doubted that the measure would survive.")
    assert [claim.hops[0][2] for claim in claims[1:]] == [""] * len(claims[1:])
    assert all(len(claim.hops) == 1 for claim in claims)


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("She accused the carmakers' association, AEVA, of lying. AEVA rejected the accusation.", "AEVA"),
        ("A poll by the institute Opinia found that half of them agree. Opinia said it would ask again.", "Opinia"),
        ("Mines d'Europe, a lobby group, said the tariffs should rise.", "Mines d'Europe"),
        ("Timber company Cascade Pine said the tariffs should rise.", "Cascade Pine"),
    ],
)
def test_a_noun_beside_a_name_tells_that_it_is_a_body_s(analyser, text, actor):
    *_, analysis = analyser.analyse(Article(text, ()))
    assert [(one.name, one.kind) for one in analysis.actors] == [(actor, ActorKind.ORGANIZATION)]


def test_the_agency_of_a_dateline_is_an_outlet_and_no_part_of_a_claim(analyser):
    text = "NORVIK, Nov 12 (Nordwire) - The port will close in May, Ada Voss told Nordwire."
    *_, analysis = analyser.analyse(Article(text, ()))
    assert ("Nordwire", ActorKind.MEDIA) in [(one.name, one.kind) for one in analysis.actors]
    assert [words_of(claim.content, text) for claim in analysis.claims] == ["The port will close in May"]


def test_a_capital_before_a_dash_is_no_dateline(told):
    claims = told("I — like most people here — think that the port should close, Ada Voss said.")
    assert claims[0].content.startswith("I — like most people")


def test_both_of_two_who_both_said_it_are_actors(told):
    (claim,) = told("Chile and Australia, the biggest exporters, both said they had not been informed.")
    assert claim.hops[0][2] == "Chile and Australia"


def test_a_fragment_that_only_points_back_is_no_claim(told):
    claims = told("Several called on Hanley to apologize, which he has refused to do.")
    assert "to do" not in [claim.content for claim in claims]


def test_an_offer_that_was_withdrawn_denies_nothing(told):
    claims = told(
        "It was reported that the council had discussed the site.\nThe company said it made an offer but withdrew it."
    )
    assert "disputed" not in [claim.status for claim in claims]
    assert not any(claim.links for claim in claims)


def test_he_is_who_disputed_it(told):
    claims = told(
        "Ravi Menon, the director, wrote to the mayor.\n"
        "That account is disputed by Gareth Lowe, her chief of staff until spring. “I put it on her desk,” he said."
    )
    assert claims[-1].hops[0][2] == "Gareth Lowe"


def test_he_is_the_nameless_one_who_spoke_last(told):
    claims = told("A source at the ministry said the emails were genuine. He added that the mayor had read them.")
    assert [(claim.hops[0][0], claim.status) for claim in claims] == [("A source at the ministry", "unnamed")] * 2


def test_he_is_not_a_nameless_one_once_somebody_else_was_named(told):
    claims = told(
        "A source at the ministry said the emails were genuine. Per Lund said that was false. He added that he was sad."
    )
    assert claims[-1].hops[0][0] == "He"


def test_what_is_called_something_stands_behind_the_verb(told):
    claims = told("The report claims that the crossing will cut journeys by a quarter; Mei Tan called that “fantasy”.")
    assert [hop[0] for hop in claims[0].hops] == ["The report"]
    assert claims[0].content == "that the crossing will cut journeys by a quarter"


def test_a_clause_before_a_semicolon_is_not_what_the_next_one_says(told):
    claims = told("The Greens said it would be a betrayal; their spokesman, Nils Moe, told reporters it was wrong.")
    assert [(len(claim.hops), claim.hops[0][2], claim.content) for claim in claims] == [
        (1, "Greens", "it would be a betrayal"),
        (1, "Nils Moe", "it was wrong"),
    ]


def test_what_one_denies_having_said_is_not_on_record(told):
    claims = told("Ole Brandt has denied a report in the paper that he offered to resign.")
    assert [claim.polarity for claim in claims] == ["-"]


def test_who_speaks_for_an_office_is_not_nameless(told):
    (claim,) = told("A spokesperson for the prime minister insisted that the budget had passed.")
    assert claim.status in {"claimed", "on_record"}


def test_what_is_understood_is_nobody_s_word(told):
    claims = told(
        "The central bank has warned repeatedly against further borrowing, "
        "and its governor, Tove Lie, is understood to be furious."
    )
    assert (claims[-1].hops[0][0], claims[-1].status) == ("", "unnamed")


def test_nobody_says_himself(told):
    claims = told("Jens Aune demanded that Mr Brandt explain himself to parliament.")
    assert [claim.content for claim in claims] == ["that Mr Brandt explain himself to parliament"]


def test_she_is_no_company(told):
    claims = told(
        "The company said the road was open. His daughter, Petra, laughs at the idea. “He was pretending,” she says."
    )
    assert claims[-1].hops[0][0] != "The company"


def test_who_affirms_half_of_a_claim_does_not_confirm_it(told):
    claims = told(
        "Mayor Jane Poe said the road was closed and that the school was flooded.\n"
        "The police confirmed that the road was closed."
    )
    assert claims[0].status != "confirmed"


def test_who_affirms_all_of_it_does(told):
    claims = told("Mayor Jane Poe said the road was closed.\nThe police confirmed that the road was closed.")
    assert claims[0].status == "confirmed"


def test_what_is_not_clear_is_shown_with_its_not(analyser):
    text = "It is not clear whether the road will open."
    *_, analysis = analyser.analyse(Article(text, ()))
    assert [words_of(reason.spans, text) for reason in analysis.claims[0].evidence] == ["not clear"]


def test_she_is_whom_a_noun_beside_her_name_let_speak(told):
    claims = told(
        "Mayor Lena Horvat opened the meeting on Monday. “Rumours,” Kovac's deputy, Eva Sand, said of the report. "
        "She insisted that the budget was secure."
    )
    assert claims[-1].hops[0][2] == "Eva Sand"
