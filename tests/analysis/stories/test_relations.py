"""What two statements of two articles are to one another: one, opposed, or apart though they look alike."""

from collections.abc import Callable

import pytest

from briefing.analysis.stories.propositions import grouped
from briefing.analysis.stories.story_article import StoryArticle

Read = Callable[..., StoryArticle]


def _joined(one: StoryArticle, two: StoryArticle) -> bool:
    return any(len({told.article.key for told in group.members}) > 1 for group in grouped([one, two]).groups)


def _opposed(one: StoryArticle, two: StoryArticle) -> bool:
    return any(group.contradicted_by for group in grouped([one, two]).groups)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Spokesman Rick Dane said the recording was a fake.", "Engineer Lea Simm said the recording was genuine."),
        ("Professor Holt said the election was rigged.", "The observer Ada Nkemi said the election was fair."),
        ("Luis Ramos said Luis Ramos had won the election.", "Ana Ortiz said Ana Ortiz had won the election."),
        ("Prosecutor Dina Holt said Franz Keller took money.", "Franz Keller said he did not take money."),
        ("The line said the ferry was not overloaded.", "Diver Dana Illic said the ferry was overloaded."),
        ("Marta Lind said Oskar Brandt had threatened her.", "Oskar Brandt said he had never threatened Marta Lind."),
        (
            "Rebels said they had shot down a drone over Kesh on Monday.",
            "The air force denied that a drone had been shot down over Kesh.",
        ),
    ],
)
def test_two_who_say_opposite_things_of_one_thing_contradict_each_other(read: Read, first: str, second: str) -> None:
    assert _opposed(read(first, "one"), read(second, "two"))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Ana Ortiz said Ana Ortiz had won in Iowa.", "Luis Ramos said Luis Ramos had won in Ohio."),
        ("Mayor Holt said the recording was genuine.", "Engineer Lea Simm said the recording was authentic."),
        ("The line said the ferry was not overloaded.", "The diver Dana Illic said the ferry was not overloaded."),
    ],
)
def test_two_who_speak_of_two_things_or_agree_do_not_contradict_each_other(read: Read, first: str, second: str) -> None:
    assert not _opposed(read(first, "one"), read(second, "two"))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Ardent Chemicals said three workers were missing.", "Three workers were killed at the plant."),
        ("The ministry said turnout was 51 percent.", "Luis Ramos took 51 percent of the votes."),
        ("Ardent said it hoped to reopen the plant in June.", "Ardent reopened the plant on Monday."),
        ("An explosion tore through the plant in Millbrook.", "A leaking valve caused the explosion at the plant."),
        ("The line said eight passengers died in the ferry.", "The navy said eleven people died in the ferry."),
    ],
)
def test_what_only_looks_alike_is_not_one(read: Read, first: str, second: str) -> None:
    assert not _joined(read(first, "one"), read(second, "two"))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The line denied that the ship had been overloaded.", "The line said the vessel was not overloaded."),
        (
            "Some 4,000 residents were evacuated on Sunday.",
            "Civil defence said 4,000 people had been evacuated from the villages.",
        ),
    ],
)
def test_what_is_said_in_other_words_is_one(read: Read, first: str, second: str) -> None:
    assert _joined(read(first, "one"), read(second, "two"))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Elizabeth Ward did not win the primary.", "Bernie Saltz won the primary."),
        (
            "Astronomer Karl Odd said the planet is forming.",
            "Planets would not form around such a massive star, Ada Nkemi said.",
        ),
        ("Bernie Saltz lost Ohio to Hilda Clint.", "Hilda Clint won the vote in Ohio."),
        ("The ministry said it could not get the source code.", "Why were the tests in the source code?"),
        ("Karl Odd secured all delegates, the party said.", "None of the other candidates secured delegates."),
    ],
)
def test_what_is_told_of_another_or_more_narrowly_or_asked_contradicts_nothing(
    read: Read, first: str, second: str
) -> None:
    assert not _opposed(read(first, "one"), read(second, "two"))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # a denial that names a place is of that place alone
        (
            "Ida Marsh and Otto Brandl denied ballot access for the ticket in Ruritania.",
            "The ticket of the Farmers has ballot access in Molvania.",
        ),
        # no question is no denial of a question
        (
            "Reports questioned the record of the mayor in May.",
            "There is no question about the record of the mayor, Ida Marsh said.",
        ),
        # somebody's not yet, only or usually leaves room for the other
        (
            "Ida Marsh endorsed Otto Brandl on Friday, she said.",
            "Ida Marsh did not immediately endorse Otto Brandl, the party said.",
        ),
        (
            "The beacons usually send a signal every minute.",
            "Captain Lund said the beacon is not sending a signal.",
        ),
        # one is of the winner of another contest
        ("Otto Brandl said he was the winner of the debate in Sarn.", "Ida Marsh won the primary eight years ago."),
        ("Otto Brandl said he could win the election.", "A poll says Ida Marsh could win the election."),
        # what one thinks of two things
        (
            "Otto Brandl said he did not think the town was at war.",
            "Otto Brandl said he thought the mayor would fill the vacancy.",
        ),
        # two subjects
        (
            "The line said the information on the tickets was not secret.",
            "The clerk mishandled secret information on the trains.",
        ),
        # two things that one did something with
        ("The museum bought the painting in May.", "The museum did not buy the statue, its director said."),
        # two places
        ("The ministry said the wells in Tarn were poisoned.", "The mayor said the wells in Brod were not poisoned."),
        # what somebody does not know is when, and not what
        (
            "The minister knew of the payments, her deputy said.",
            "The minister does not know when the payments will end, she said.",
        ),
        # who will not speak of it denies nothing
        ("Ida Marsh would not say what Otto Brandl had said.", "Ida Marsh supports Otto Brandl, the party said."),
        (
            "None of the letters were marked secret, Ida Marsh said.",
            "The court sealed the secret letters that the clerk had stolen.",
        ),
    ],
)
def test_a_denial_of_something_else_or_of_less_contradicts_nothing(read: Read, first: str, second: str) -> None:
    assert not _opposed(read(first, "one"), read(second, "two"))
