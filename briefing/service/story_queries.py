"""Questions about stories: which there are, and what the articles of one say together."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefing.library import Library, queries
from briefing.model import KeptArticle
from briefing.records import dataclass
from briefing.service.events import Event
from briefing.service.library_query import LibraryQuery

if TYPE_CHECKING:
    from briefing.model.story import Story
    from briefing.service.story_library import ListedStory

MOST_STORIES = 500
"""Stories that a list shows."""


@dataclass(frozen=True, slots=True)
class StoriesListed(Event):
    """Stories of several articles, the one that grew last first."""

    stories: "tuple[ListedStory, ...]"


@dataclass(frozen=True, slots=True)
class ListStories(LibraryQuery):
    """The stories of several articles; answered by `StoriesListed`."""

    def answers(self, job: int, library: Library) -> Iterator[Event]:
        """The answer."""
        from briefing.service.story_library import listed_stories

        yield StoriesListed(job, tuple(listed_stories(library, count=MOST_STORIES)))


@dataclass(frozen=True, slots=True)
class StoryTold(Event):
    """What the articles of a story say together.

    Attributes:
        story_id: its number; None if the article that was asked for is in no story yet.
        story: what is told, its articles by their numbers; None if there is none.
        articles: these articles.
    """

    story_id: int | None
    story: "Story | None"
    articles: tuple[KeptArticle, ...]


@dataclass(frozen=True, slots=True)
class TellStory(LibraryQuery):
    """What the story of an article says; answered by `StoryTold`."""

    article_id: int

    def answers(self, job: int, library: Library) -> Iterator[Event]:
        """The answer."""
        from briefing.service.story_library import told_story

        story_id = library.ask(queries.StoryOf(self.article_id))
        if story_id is None:
            yield StoryTold(job, None, None, ())
            return
        story = told_story(library, story_id)
        yield StoryTold(
            job, story_id, story, tuple(library.ask(queries.ListedArticle(int(key))) for key in story.articles)
        )
