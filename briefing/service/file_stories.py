"""Stories over files and addresses, for the command line: read, analyse, compare; nothing is kept."""

from collections.abc import Callable, Iterable, Sequence

from briefing.analysis import MODEL, Analyser
from briefing.intake import Feed, IntakeFailure
from briefing.model import Analysis, Article
from briefing.model.message import Message
from briefing.model.story import Story
from briefing.records import dataclass
from briefing.service.command_inputs import each_opened
from briefing.service.reader import Reader


@dataclass(frozen=True)
class FoundStories:
    """What several articles tell: these by the keys of the stories, and the stories."""

    articles: tuple[tuple[str, Article], ...]
    stories: tuple[Story, ...]


def stories_in_files(given: Sequence[str], fail: Callable[[Message], object]) -> FoundStories:
    """The stories over all articles in the files, folders and addresses; `fail` hears of each that is not.

    Raises:
        DamagedWeights: if weights are not those that were shipped.
        NoSentenceEncoder: if the program came without.
    """
    articles: dict[str, Article] = {}
    with Reader() as reader:
        for name in given:
            for found in each_opened(name, reader):
                if isinstance(found, IntakeFailure):
                    fail(found.message)
                elif not isinstance(found, Feed):
                    key = found.article.origin.file or found.article.origin.address or name
                    articles[_free(key, articles)] = found.article
    return FoundStories(tuple(articles.items()), stories_of(articles.items()))


def stories_of(articles: Iterable[tuple[str, Article]]) -> tuple[Story, ...]:
    """The stories that articles tell, each under its key; takes seconds an article."""
    from briefing.analysis.stories.story_finder import find_stories
    from briefing.analysis.stories.story_reader import StoryReader

    analyser = Analyser.open(MODEL)
    reader = StoryReader.open(analyser)
    return find_stories([reader.read(key, article, _analysis(analyser, article)) for key, article in articles])


def _analysis(analyser: Analyser, article: Article) -> Analysis:
    *_, last = analyser.analyse(article)
    return last


def _free(key: str, taken: Iterable[str]) -> str:
    """The key, with a number where another article of the same file has it."""
    used, number, free = set(taken), 1, key
    while free in used:
        number += 1
        free = f"{key}#{number}"
    return free
