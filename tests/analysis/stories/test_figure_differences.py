"""Different figures conflict or are brought up to date only where they count the same of the same."""

from collections.abc import Callable

import pytest

from briefing.analysis.stories.story_article import StoryArticle
from briefing.analysis.stories.story_finder import story_of
from briefing.model.story import FigureChange

Read = Callable[..., StoryArticle]


def _changes(read: Read, first: str, second: str, when: tuple[str, str] = ("", "")) -> list[FigureChange]:
    articles = [read(text, key, day) for text, key, day in zip((first, second), ("one", "two"), when, strict=True)]
    return [figure.change for figure in story_of(articles, "s").figures]


def test_a_count_of_the_dead_without_its_day_is_no_conflict(read: Read) -> None:
    first, second = (f"The fire in the mill of Sarn killed {n} people, the mayor said." for n in ("four", "six"))
    assert _changes(read, first, second) == [FigureChange.UPDATE]


def test_two_counts_of_the_dead_on_one_day_conflict(read: Read) -> None:
    first, second = (f"The fire in the mill of Sarn killed {n} people, the mayor said." for n in ("four", "nine"))
    assert _changes(read, first, second, ("2030-05-07", "2030-05-07")) == [FigureChange.CONFLICT]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Ida Marsh holds 1,163 seats in the council.", "Ida Marsh is 439 seats short of the council's majority."),
        ("Rask came second with 20 percent of the vote.", "Rask and Simm are beating Marsh by 45 to 40 percent."),
        ("A rally in Sarn drew 5,000 people.", "Two dozen rallies in the state drew 160,000 people."),
    ],
)
def test_numbers_of_two_things_are_no_two_figures_of_one(read: Read, first: str, second: str) -> None:
    assert not _changes(read, first, second, ("2030-05-07", "2030-05-07"))
