"""Two stand behind one proposition only where each surely says it himself."""

from collections.abc import Callable

import pytest

from briefing.analysis.stories.origin_names import is_named, is_one
from briefing.analysis.stories.story_article import StoryArticle
from briefing.analysis.stories.story_finder import story_of

Read = Callable[..., StoryArticle]


def _most_origins(read: Read, first: str, second: str) -> int:
    story = story_of([read(first, "one"), read(second, "two")], "s")
    return max((len(proposition.origins) for proposition in story.propositions), default=0)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "Harbour master Ida Marsh said the ferry was overloaded.",
            "The diver Dana Illic said the ferry was overloaded with cars.",
        ),
        ("Engineer Lea Simm said the dam burst at noon.", "The farmer Piet Rask said the dam burst at noon on Monday."),
        (
            "Prosecutor Dina Holt said the minister took bribes from the company.",
            "Opposition leader Otto Brandl said the minister had taken bribes from the company.",
        ),
    ],
)
def test_two_who_each_say_it_are_two(read: Read, first: str, second: str) -> None:
    assert _most_origins(read, first, second) == 2


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # general praise of two kinds
        (
            "Ida Marsh said the mayor is a strong leader for the town.",
            "Otto Brandl said the mayor does good for people.",
        ),
        # two acts of two people
        ("Ida Marsh said: “I endorse the candidate Rask.”", "Otto Brandl said: “I endorse the candidate Simm.”"),
        # one tells what the other said
        (
            "Ida Marsh said the mayor founded the bank.",
            "Otto Brandl said the papers make too much of her claim that the mayor founded the bank.",
        ),
        # what should be and what is
        ("Ida Marsh said the town is used by smugglers.", "Otto Brandl said the town should be used for a festival."),
        # a subject in common, and no more
        (
            "Ida Marsh spoke of the talks on the border.",
            "Otto Brandl spoke of the talks on the border with the farmers.",
        ),
        # one person in two forms of his name
        ("Joseph R. Brandl Jr. said the dam burst at noon.", "Joe Brandl said the dam burst at noon on Monday."),
        # two outlets that pass on what nobody named said
        (
            "The Harbour News reported that the dam burst at noon.",
            "The Sarn Times said the dam burst at noon.",
        ),
        # all of a kind, in one voice with another
        ("Democrats and Republicans said the dam burst at noon.", "The dam burst at noon on Monday."),
        # another of the same kind, at another number
        ("Ida Marsh said 40 people had fled.", "Otto Brandl said 90 people had fled."),
    ],
)
def test_two_who_speak_of_the_same_things_are_no_two_origins_of_one(read: Read, first: str, second: str) -> None:
    assert _most_origins(read, first, second) < 2


@pytest.mark.parametrize(
    "name", ["Ida Marsh", "Marsh campaign", "The Courier", "Department of Health", "Rebels’ Front"]
)
def test_names_name(name: str) -> None:
    assert is_named(name)


@pytest.mark.parametrize(
    "name", ["The former mayor", "Marsh’s possible rival", "Mrs", "Six in 10 voters", "Polls", "officials"]
)
def test_descriptions_and_counts_of_people_name_nobody(name: str) -> None:
    assert not is_named(name)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Joseph R. Brandl Jr.", "Joe Brandl"),
        ("William Brandl", "Bill Brandl"),
        ("Liz Marsh", "Elizabeth Marsh"),
        ("Marsh campaign", "Ida Marsh"),
        ("Mrs. Marsh", "Marsh"),
    ],
)
def test_one_who_is_named_in_two_forms_is_one(left: str, right: str) -> None:
    assert is_one(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Ida Marsh", "Otto Marsh"),
        ("Harbour Bank", "Harbour Police"),
        # begun alike, and no more
        ("Interior Ministry", "Industry Ministry"),
        ("Supreme Court", "Superior Court"),
        ("Millbrook Police", "Milton Police"),
        ("James Brandl", "Jack Brandl"),
        ("Maria Marsh", "Mark Marsh"),
        ("Joan Marsh", "Joe Marsh"),
        # a body between whose words another word stands
        ("National Health Service", "National Security Service"),
    ],
)
def test_a_name_in_common_makes_no_one(left: str, right: str) -> None:
    assert not is_one(left, right)
