"""Bodies whose names end in a small noun, are told by letters in brackets, or have a country at their end."""

import pytest


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The Houthi movement claimed responsibility for the attack.", "Houthi movement"),
        ("The Seoul government said the mayor had cancelled his day.", "Seoul government"),
        ("Northamptonshire police said the driver had fled.", "Northamptonshire police"),
        ("The Foreign Ministry of Iraq called the strike a serious violation.", "Foreign Ministry of Iraq"),
        ("The government of Oman announced three days of mourning on Saturday.", "Oman"),
        ("South Korea's National Police Agency said he had been arrested.", "South Korea's National Police Agency"),
    ],
)
def test_a_body_is_named_by_all_its_words(told, text, actor):
    assert told(text)[-1].hops[0][2] == actor


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        (
            "The National Disaster Risk Council (NDRC) met. The NDRC said roads were cut.",
            "National Disaster Risk Council",
        ),
        ("Notes from Poland (NFP) named the chain. NFP said the price was low.", "Notes from Poland"),
        (
            "The Catholic Bishops' Conference of Peru (CBCP) met. The bishop was strong, according to the CBCP.",
            "Catholic Bishops' Conference of Peru",
        ),
    ],
)
def test_letters_in_brackets_stand_for_the_name_before_them(told, text, actor):
    assert told(text)[-1].hops[0][2] == actor


def test_police_without_an_article_are_those_of_the_place(told):
    claims = told("Thames Valley Police were called to the park. Police said three men had died.")
    assert claims[-1].hops[0][2] == "Thames Valley Police"


def test_police_of_no_place_stay_open(told):
    (claim,) = told("The ministry of health met on Monday. Police said the roads were shut.")
    assert claim.hops[0][2] == ""


def test_the_chief_of_a_local_police_is_named_by_his_own_name(told):
    (claim,) = told("Baytown police chief Ann Roe said the shop was shut.")
    assert claim.hops[0][2] == "Ann Roe"
