"""Denials that hang on what they deny: claims of their own, with the same words; none is lost or doubled."""

import pytest


def rows(told, text):
    return [(claim.hops[-1][0], claim.content, claim.status) for claim in told(text)]


@pytest.mark.parametrize(
    ("text", "denier", "content"),
    [
        (
            "Prosecutor Lena Frost accused former treasurer Paul Greer of misusing funds, which he denies.",
            "he",
            "former treasurer Paul Greer of misusing funds",
        ),
        (
            "Prosecutor Lena Frost accused former treasurer Paul Greer of misusing funds, a charge Greer has rejected.",
            "Greer",
            "former treasurer Paul Greer of misusing funds",
        ),
        (
            "The regulator said Norvik Bank hid its losses, an allegation the bank denied on Monday.",
            "the bank",
            "Norvik Bank hid its losses",
        ),
        (
            "Activist Mara Odell said the plant poisoned the river, something the company has strongly denied.",
            "the company",
            "the plant poisoned the river",
        ),
        (
            "The report said the ministry had ignored warnings, a claim minister Ivo Hart calls baseless.",
            "minister Ivo Hart",
            "the ministry had ignored warnings",
        ),
        ("Police accused Kyle Hurd of selling drugs, allegations Hurd denies.", "Hurd", "Kyle Hurd of selling drugs"),
        (
            "Human rights groups say police beat the detainees – a charge denied by interior minister Jan Kolar.",
            "interior minister Jan Kolar",
            "police beat the detainees",
        ),
        ("“He took the money,” accountant Lea Brandt said, a version that Mr Osei disputes.", "Mr Osei", "money"),
        (
            "Actress Mia Frey said director Rolf Stein grabbed her, which a lawyer for Stein denied.",
            "a lawyer for Stein",
            "director Rolf Stein grabbed her",
        ),
    ],
)
def test_what_hangs_on_a_claim_and_denies_it_is_a_claim_of_the_denier_with_the_same_words(told, text, denier, content):
    found = rows(told, text)
    assert [status for _, _, status in found] == ["disputed", "disputed"]
    assert denier in [source for source, _, _ in found]
    assert all(content in words and "den" not in words.split()[-1] for _, words, _ in found)
    assert ["-" in claim.polarity for claim in told(text)] in ([False, True], [True, False])


def test_who_denies_in_a_relative_clause_what_he_was_accused_of_is_not_the_accuser(told):
    assert rows(told, "Qadri was later accused of inciting the murder in some way, which he denied.") == [
        ("", "Qadri / inciting the murder in some way", "disputed"),
        ("he", "Qadri / inciting the murder in some way", "disputed"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The company, which denies wrongdoing, was accused by the regulator of hiding defects.",
        "Tom Odd, who has pleaded not guilty, was charged with stealing two paintings.",
    ],
)
def test_a_denial_beside_the_name_of_the_accused_is_no_part_of_the_charge(told, text):
    charge, denial = sorted(rows(told, text), key=lambda row: -len(row[1]))
    assert (charge[2], denial[2]) == ("disputed", "disputed")
    assert "guilty" not in charge[1]
    assert "denies" not in charge[1]


def test_claims_that_somebody_disputes_are_those_that_are_told_next(told):
    text = (
        "Former aide Dana Wills made a series of claims that the company disputes. Wills said Corvex sold bad brakes."
    )
    assert [(source, status) for source, _, status in rows(told, text)] == [
        ("the company", "disputed"),
        ("Wills", "disputed"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Judge Amy Hale dismissed the case, which the bank had called baseless.",
        "The minister said he would reject any deal that the rebels dispute.",
        "The museum said it bought the vase in 1961, which experts welcomed.",
        "Critics who dispute the science said the plan was too costly.",
        "Lund said turnout was high, a figure that surprised observers.",
        "Trader Olaf Bell claims the bank rejected his loan.",
        "The union said wages had fallen, which the ministry has not denied.",
        "The union said wages had fallen, a claim that the ministry should deny.",
    ],
)
def test_what_denies_nothing_of_what_stands_before_it_disputes_nothing(told, text):
    assert "disputed" not in {status for _, _, status in rows(told, text)}


def test_somebody_cleared_of_a_charge_answers_it(told):
    text = "Student Kim Ray accused coach Lee Dorn of hitting her. An inquiry cleared Dorn of assault."
    assert [status for _, _, status in rows(told, text)] == ["disputed", "disputed"]
    assert "disputed" not in {row[2] for row in rows(told, "Tom Odd was cleared to play, the club said.")}
