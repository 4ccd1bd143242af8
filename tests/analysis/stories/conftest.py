"""Invented articles, read once: a fire that two articles tell, and a vote that has nothing to do with it."""

from collections.abc import Callable

import pytest

from briefing.analysis import Analyser
from briefing.analysis.stories.story_article import StoryArticle
from briefing.analysis.stories.story_reader import StoryReader
from briefing.model import Article, Origin
from tests.analysis.paragraphs import paragraphs

Read = Callable[..., StoryArticle]


@pytest.fixture(scope="session")
def story_reader(analyser: Analyser) -> StoryReader:
    return StoryReader.open(analyser)


@pytest.fixture(scope="session")
def read(analyser: Analyser, story_reader: StoryReader) -> Read:
    """Reads a text, a paragraph a line, as stories see it."""

    def reading(text: str, key: str = "one", published: str = "") -> StoryArticle:
        article = Article(text, paragraphs(text), Origin(title=key, published=published))
        *_, analysis = analyser.analyse(article)
        return story_reader.read(key, article, analysis)

    return reading
