"""How what an article says changed from version to version, over a library."""

from itertools import pairwise

from briefing.analysis.stories.version_comparison import version_changes
from briefing.library import Library, queries
from briefing.model.text_difference import TextDifference, text_differences
from briefing.model.version_change import VersionChange
from briefing.records import dataclass
from briefing.service.story_library import kept_statements, story_article


@dataclass(frozen=True, slots=True)
class ChangedVersion:
    """What changed between two versions, by their numbers; `older` and `newer` are their articles.

    Attributes:
        before, after: the numbers.
        changes: in what is said.
        older, newer: the articles.
        text: the plain difference of the text.
    """

    before: int
    after: int
    changes: tuple[VersionChange, ...]
    older: int
    newer: int
    text: tuple[TextDifference, ...] = ()


def changes_of_versions(library: Library, article_id: int) -> list[ChangedVersion]:
    """The changes from each version of an article to the next; versions that were not read yet are read.

    Raises:
        LibraryFailure: if the library cannot be read.
        DamagedWeights: if weights are not those that were shipped.
        NoSentenceEncoder: if the program came without.
    """
    _read(library, [kept.id for kept in library.ask(queries.Versions(article_id))])
    return known_changes(library, article_id)


def known_changes(library: Library, article_id: int) -> list[ChangedVersion]:
    """The same between versions that were read, of which others are left out.

    Raises:
        LibraryFailure: if the library cannot be read.
    """
    kept = library.ask(queries.Versions(article_id))
    if len(kept) < 2:
        return []
    versions = [(one, story_article(library, one.id)) for one in kept]
    return [
        ChangedVersion(
            older.version,
            newer.version,
            version_changes(before, after),
            older.id,
            newer.id,
            text_differences(before.text, after.text),
        )
        for (older, before), (newer, after) in pairwise(versions)
        if before is not None and after is not None
    ]


def _read(library: Library, numbers: list[int]) -> None:
    kept = library.ask(queries.Statements(numbers))
    lacking = [number for number in numbers if number not in kept]
    if len(numbers) < 2 or not lacking:
        return
    from briefing.analysis import Analyser
    from briefing.analysis.stories.story_reader import StoryReader

    analyser = Analyser.open()
    reader = StoryReader.open(analyser)
    for number in lacking:
        article = library.ask(queries.WholeArticle(number))
        *_, analysis = analyser.analyse(article)
        library.keep_statements(number, kept_statements(reader.read(str(number), article, analysis)))
