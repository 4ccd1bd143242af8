"""Stories over articles: what they say alike, from whom, and what contradicts what."""

from collections.abc import Callable

import pytest

from briefing.analysis.stories.story_article import StoryArticle
from briefing.analysis.stories.story_finder import find_stories
from briefing.model import Status
from briefing.model.story import FigureChange, Proposition, Story

Read = Callable[..., StoryArticle]

FIRST = (
    "A fire destroyed the grain depot in Port Almond on Monday night. Twelve people were taken to hospital.\n"
    "Fire chief Ana Torvald said the fire was caused by a faulty heater in the depot.\n"
    "The depot was built in 1962 and held a third of the harvest of the province."
)
SECOND = (
    "The grain depot in Port Almond was destroyed by a fire on Monday night. Fifteen people were taken to hospital.\n"
    "Depot owner Piet Rask said the fire was not caused by a faulty heater in the depot.\n"
    "Farmers of the province met in Port Almond to ask for help."
)
OTHER = (
    "Parliament in Ruritania passed the budget after a debate of nine hours. The prime minister thanked her party.\n"
    "Opposition leader Otto Brandl said the budget would raise taxes on small firms."
)


@pytest.fixture(scope="module")
def stories(read: Read) -> tuple[Story, ...]:
    return find_stories(
        [
            read(FIRST, "first", "2030-05-07"),
            read(OTHER, "other", "2030-05-07"),
            read(SECOND, "second", "2030-05-07"),
        ]
    )


@pytest.fixture
def fire(stories: tuple[Story, ...]) -> Story:
    return stories[0]


def _saying(story: Story, *words: str) -> Proposition:
    return next(p for p in story.propositions if all(word in p.says for word in words))


def test_articles_on_one_event_are_one_story(stories: tuple[Story, ...]) -> None:
    assert [story.articles for story in stories] == [("first", "second"), ("other",)]


def test_what_two_articles_say_in_other_words_is_one_proposition(fire: Story) -> None:
    assert _saying(fire, "destroyed").articles == ("first", "second")


def test_agreement_of_articles_that_name_nobody_confirms_nothing(fire: Story) -> None:
    told = _saying(fire, "destroyed")
    assert (told.origins, told.status) == ((), Status.UNATTRIBUTED)


def test_one_who_says_it_is_so_and_one_who_says_it_is_not_contradict_each_other(fire: Story) -> None:
    denied, said = _saying(fire, "not caused"), _saying(fire, "was caused")
    assert (denied.contradicted_by, said.contradicted_by) == ((said.id,), (denied.id,))
    assert {denied.status, said.status} == {Status.DISPUTED}


def test_different_numbers_of_one_thing_are_not_one_proposition(fire: Story) -> None:
    assert not any("hospital" in p.says and len(p.articles) > 1 for p in fire.propositions)


def test_different_numbers_on_one_day_conflict(fire: Story) -> None:
    (difference,) = fire.figures
    assert (difference.earlier.value, difference.later.value) == (12, 15)
    assert difference.change is FigureChange.CONFLICT


def test_a_number_of_a_later_day_brings_the_earlier_up_to_date(read: Read) -> None:
    (story,) = find_stories([read(FIRST, "first", "2030-05-07"), read(SECOND, "second", "2030-05-09")])
    assert [difference.change for difference in story.figures] == [FigureChange.UPDATE]


def test_a_copy_is_told_as_such(read: Read) -> None:
    (story,) = find_stories([read(FIRST, "first"), read(FIRST + "\nNobody was hurt.", "again")])
    assert [(copy.earlier, copy.later) for copy in story.copies] == [("again", "first")]


def test_without_articles_there_are_no_stories() -> None:
    assert find_stories([]) == ()


def test_the_same_number_of_the_same_joins_what_is_said_in_other_words(read: Read) -> None:
    first = read("The crash on the coast road left seven cyclists dead. Police closed the road.", "one", "2030-05-07")
    second = read("A truck hit a group on the coast road, killing seven riders. Police closed the road.", "two")
    (story,) = find_stories([first, second])
    assert any({"one", "two"} == set(p.articles) and "seven" in p.says for p in story.propositions)


def test_a_denial_of_something_else_contradicts_nothing(read: Read) -> None:
    first = read("Mayor Ines Prado said she would never take the support of the union. The bridge stays shut.", "one")
    second = read("Mayor Ines Prado praised the support for the new bridge. The bridge stays shut.", "two")
    assert not any(p.contradicted_by for story in find_stories([first, second]) for p in story.propositions)


def test_what_is_denied_here_and_said_not_to_be_so_there_is_told_as_it_is_said_there(read: Read) -> None:
    first = read("Minister Ivo Brand denied that soldiers had crossed the border near Dal. Dal is quiet.", "one")
    second = read("Minister Ivo Brand said soldiers did not cross the border near Dal. Dal is quiet.", "two")
    (story,) = find_stories([first, second])
    assert "not cross" in next(p.says for p in story.propositions if "border" in p.says)
