"""What was compared before is not compared again, and tells the same story."""

from collections.abc import Callable

from briefing.analysis.stories.comparisons import Comparisons, print_of
from briefing.analysis.stories.story_article import StoryArticle
from briefing.analysis.stories.story_finder import story_of

Read = Callable[..., StoryArticle]

TEXTS = (
    "Mayor Ines Prado said the bridge was unsafe for trucks. Two people were hurt on the bridge.",
    "Engineer Karl Odd said the bridge was safe for trucks. Four people were hurt on the bridge.",
    "The bridge was unsafe for trucks. Farmers took the ferry.",
)


def test_a_story_that_grew_is_told_as_one_that_is_compared_anew(read: Read) -> None:
    articles = [read(text, str(number)) for number, text in enumerate(TEXTS)]
    known = Comparisons()
    story_of(articles[:2], "t", (), known)
    assert story_of(articles, "t", (), known) == story_of(articles, "t")


def test_another_reading_of_an_article_is_compared_anew(read: Read) -> None:
    first, second = read(TEXTS[0], "one"), read(TEXTS[1], "one")
    assert print_of(first) != print_of(second)
    assert print_of(first) == print_of(read(TEXTS[0], "one"))
