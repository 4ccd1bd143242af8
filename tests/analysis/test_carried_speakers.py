"""A paragraph that is but a quotation belongs to who spoke before it, or to the one person told of there."""

import pytest


def test_a_quotation_behind_a_paragraph_about_one_person_is_that_person_s(told):
    text = (
        "Osei defended the plan for an hour.\n"
        "“This is the only way to save the hospital. Every other road leads to closure.\n"
        "“And I will not let it close.”"
    )
    assert [claim.hops[-1][0] for claim in told(text)][-2:] == ["Osei", "Osei"]


def test_a_pronoun_before_it_is_as_good_as_a_name(told):
    (claim,) = told("He left the show after one season.\n“This is not what I wanted to become an actor for.”")
    assert claim.hops[-1][0] == "He"


@pytest.mark.parametrize(
    "text",
    [
        "The council met for three hours.\n“The hall is too small for the whole town.”",
        "Ana Lopes opened the exhibition on Monday.\n“The Long Night of Museums”\nIt runs until May.",
        "Kerr was beaten in the second round.\n“The hall is too small for the whole town.”",
    ],
)
def test_nobody_is_made_to_speak_where_nobody_acts(told, text):
    assert told(text) == []


def test_who_is_named_behind_the_quotation_said_it(told):
    text = "Kerr shrugged off the critics.\n“They have never built so much as a shed,” the union's Jon Hale said."
    assert [claim.hops[-1][0] for claim in told(text)] == ["the union's Jon Hale"]
