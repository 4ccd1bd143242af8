"""Whom the words of a source mean where their head is no name: a name behind a trade, a spokesman, a kind of body."""

import pytest


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("An Interpol spokesperson stated that the request would not be considered.", "Interpol"),
        ("A spokeswoman for the Ministry of Health denied that beds were missing.", "Ministry of Health"),
        ("Two Interpol spokesmen said the list was old.", "Interpol"),
        ("A White House spokeswoman said the president had slept well.", "White House"),
        ("“We regret the delay,” a spokesman for Acme Corp. said.", "Acme Corp."),
    ],
)
def test_who_speaks_for_a_body_without_a_name_is_its_mouth(told, text, actor):
    assert told(text)[-1].hops[0][2] == actor


@pytest.mark.parametrize(
    "text",
    [
        "A spokesman for Anna Ruiz said she would not resign.",
        "A spokeswoman for Interpol chief Anna Ruiz said she would go.",
        "A spokesman for the family said nothing had changed.",
    ],
)
def test_who_speaks_for_a_person_is_not_that_person(told, text):
    assert told(text)[-1].hops[0][2] == ""


def test_what_a_body_is_behind_its_name_is_no_other_body(told):
    (claim,) = told("The Associated Press news agency reported that four people died.")
    assert claim.hops[0][2] == "Associated Press"


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Speaker of the House Rep. Paul Lunn (R-WI) said the images had no place here.", "Paul Lunn"),
        ("Secretary of the Navy Ray Mabin said the ships would sail.", "Ray Mabin"),
        ("The communications director for the Ruiz campaign, Tim Marsh, declared that it had won.", "Tim Marsh"),
    ],
)
def test_a_name_behind_a_long_title_is_who_speaks(told, text, actor):
    assert told(text)[-1].hops[0][2] == actor


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("George Will wrote a column on Friday. Will urged voters to stay home.", "George Will"),
        ("Theresa May arrived in Brussels on Tuesday. May said the talks had gone well.", "Theresa May"),
        ("Police chief Alan March spoke in the yard. March denied that officers had fired.", "Alan March"),
        ("Councillor Rose Long voted against it. Long accused the mayor of hiding the bill.", "Rose Long"),
        ("Elena Day, the mayor of Corby, opened the bridge. Day said the work had cost nothing.", "Elena Day"),
        ("Nick Park made the film in a shed. Park said the clay had dried.", "Nick Park"),
    ],
)
def test_a_surname_that_is_a_common_word_is_its_bearer(told, text, actor):
    assert told(text)[-1].hops[0][2] == actor


def test_a_common_word_with_a_capital_is_no_surname(told):
    (claim,) = told("Will they stay? Councillor Adam Will left. Best of all, residents said, was the food.")
    assert claim.hops[0][2] == ""
