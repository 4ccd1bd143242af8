"""What two at a desk say of the same claims: how far they agree, and where they do not."""

from collections import defaultdict
from collections.abc import Iterator

from briefing.library import Library, queries
from briefing.model import Judgement, Span
from briefing.model.agreement import alpha
from briefing.records import dataclass
from briefing.service.events import Event
from briefing.service.library_query import LibraryQuery


@dataclass(frozen=True, slots=True)
class Difference:
    """A claim of which the reader says something else than a colleague.

    Attributes:
        article_id: of the article in which it stands.
        title: of that article.
        mine: the reader's word.
        theirs: the colleague's.
    """

    article_id: int
    title: str
    mine: Judgement
    theirs: Judgement


@dataclass(frozen=True, slots=True)
class JudgementsCompared(Event):
    """How far those at a desk agree with the reader.

    Attributes:
        articles: how many were looked at.
        both: claims that the reader and some colleague judged; others are not told, so that who judges stays blind.
        agreement: Krippendorff's alpha over these, or None where nothing can be told.
        waiting: claims that colleagues judged, and the reader did not yet.
        differences: where they differ.
    """

    articles: int
    both: int
    agreement: float | None
    waiting: int
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class CompareJudgements(LibraryQuery):
    """What all say of the claims in the story of an article, or in it alone; answered by `JudgementsCompared`."""

    article_id: int

    def answers(self, job: int, library: Library) -> Iterator[Event]:
        """The answer."""
        story = library.ask(queries.StoryOf(self.article_id))
        numbers = library.ask(queries.StoryArticles(story)) if story is not None else ()
        units: list[list[str]] = []
        waiting, differences = 0, list[Difference]()
        for number in numbers or (self.article_id,):
            title = library.ask(queries.ListedArticle(number)).origin.title
            own = {one.claim.span: one for one in library.ask(queries.JudgementsOn(number)) if not one.writer}
            others = defaultdict[Span, list[Judgement]](list)
            for one in library.ask(queries.ColleaguesJudgements(number)):
                if word_of(one):
                    others[one.claim.span].append(one)
            for span, said in sorted(others.items()):
                mine = own.get(span)
                if mine is None or not word_of(mine):
                    waiting += 1
                    continue
                units.append([word_of(one) for one in (mine, *said)])
                differences += [Difference(number, title, mine, one) for one in said if word_of(one) != word_of(mine)]
        compared = len(numbers) or 1
        yield JudgementsCompared(job, compared, len(units), alpha(units), waiting, tuple(differences))


def word_of(judgement: Judgement) -> str:
    """What a judgement says of the status of a claim: its name, that it is no claim, or nothing."""
    if judgement.dismissed:
        return "dismissed"
    return judgement.own_status.value if judgement.own_status else ""
