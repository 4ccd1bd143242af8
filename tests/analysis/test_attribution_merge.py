"""Who said what, where the two readers differ, and what only looks like it."""

import pytest


def readings(told, text):
    return [(claim.hops[-1][0], claim.content) for claim in told(text)]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "The plant was hit by a strike on Monday and according to the labour ministry it will last a week.",
            "the labour ministry",
            "it will last a week",
        ),
        (
            "Mokoena was treated in Lagos for months and according to the health ministry he died there at dawn.",
            "the health ministry",
            "he died there at dawn",
        ),
        (
            "Lisbon and Rabat signed a fishing pact, according to which boats from Spain must leave by June.",
            "a fishing pact",
            "boats from Spain must leave by June",
        ),
        (
            "According to a post by Amy Cole, director of the trust, the tusk came from the wall of the hall.",
            "a post by Amy Cole, director of the trust",
            "the tusk came from the wall of the hall",
        ),
        (
            "The council approved a lease, according to which the stadium must be empty by April.",
            "a lease",
            "the stadium must be empty by April",
        ),
        (
            "The two banks signed a contract according to which no branch may close before 2030.",
            "a contract",
            "no branch may close before 2030",
        ),
    ],
)
def test_according_to_speaks_of_the_clause_that_it_leads(told, text, source, content):
    assert readings(told, text) == [(source, content)]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("At the rally, Harlan Voss declared himself “the man for the job”.", "himself “the man for the job”"),
        ("Kroll declared himself the winner.", "himself the winner"),
        ("Mayor Ina Kroll referred to herself as the city's conscience.", "herself as the city's conscience"),
    ],
)
def test_what_somebody_calls_himself_is_said(told, text, content):
    assert [claim.content for claim in told(text)] == [content]


@pytest.mark.parametrize(
    "text",
    [
        "He was released on licence, also called parole, in 2018 and lives in Bonn.",
        "The winners study at the First Medical University (FMU), also called Gerber University.",
        "Sultan Qadir bin Said, the long-serving ruler of the island, died aged 79.",
        "Rail fares, formerly called tolls, are paid at the gate.",
    ],
)
def test_a_further_name_is_nobodys_word(told, text):
    assert told(text) == []


def test_whom_a_relative_clause_tells_of_may_be_called_something(told):
    text = "Anger was also aimed at Petra Lind, who Voss on Tuesday called “a shameless liar.”"
    assert readings(told, text) == [("Voss", "“a shameless liar.”")]


def test_a_participle_behind_a_quotation_is_of_who_is_quoted(told):
    text = (
        'Steven Peel of the university said "If a court says that somebody has been defamed, then the site has to '
        'search for other versions of it", also observing, "[t]here\'s no common law on it abroad".'
    )
    assert {source for source, _ in readings(told, text)} == {"Steven Peel of the university"}
