"""Who hears of something has said nothing; what is heard belongs to who tells it, or to nobody."""

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "Residents learned of the plan from a leaflet.",
        "Parents heard about the cuts on Monday.",
        "Tenants were informed by letter about the rise in rents.",
        "The union was notified of the layoffs by email.",
        "Shareholders found out about the losses in March.",
    ],
)
def test_hearing_of_a_thing_is_no_claim(told, text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "source", "status"),
    [
        ("The staff were informed by letter that the clinic would close.", "", "unnamed"),
        ("Nurses were told that the clinic would close.", "", "unnamed"),
        ("Lena Olsen learned that the clinic would close.", "", "unnamed"),
        ("Lena Olsen learned from the hospital that the clinic would close.", "the hospital", "claimed"),
        ("The Norvik Herald has learned that the clinic would close.", "The Norvik Herald", "relayed"),
        ("Nurses were told by the hospital that the clinic would close.", "the hospital", "claimed"),
    ],
)
def test_what_is_heard_belongs_to_who_tells_it(told, text, source, status):
    (claim,) = told(text)
    assert (claim.hops[-1][0], claim.content, claim.status) == (source, "that the clinic would close", status)


def test_what_nobody_was_told_is_told_by_nobody(told):
    (claim,) = told("Nobody was told that the ward would close, Ruth Keller said.")
    assert [source for source, _, _ in claim.hops] == ["Ruth Keller"]


def test_who_says_that_she_heard_it_makes_one_claim_in_her_own_words(told):
    (claim,) = told("Ruth Keller said she had heard that the mine would close.")
    assert (claim.content, [source for source, _, _ in claim.hops]) == (
        "she had heard that the mine would close",
        ["Ruth Keller"],
    )


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The crew learned how to sail in a storm, the captain said.", "The crew learned how to sail in a storm"),
        ("Pupils learned what to do in a fire, the mayor said.", "Pupils learned what to do in a fire"),
        ("Berg heard a scream, he told the court.", "Berg heard a scream"),
    ],
)
def test_what_is_learned_to_do_or_heard_as_a_sound_was_said_by_nobody(told, text, content):
    (claim,) = told(text)
    assert (len(claim.hops), claim.content) == (1, content)


def test_who_hears_may_stand_in_the_midst_of_what_is_heard(told):
    (claim,) = told("The mine, Olsen learned, would close.")
    assert (claim.hops[0][0], claim.content) == ("", "The mine / would close")


def test_how_to_do_something_is_no_claim_of_who_taught_it(told):
    assert told("Olsen learned from her father how to fish.") == []


def test_an_order_is_a_claim_of_who_gave_it(told):
    (claim,) = told("Residents were told by police to leave the town.")
    assert (claim.hops[0][0], claim.content) == ("police", "to leave the town")
