"""Questions about what the reader wrote: on one article, or in the whole library."""

from collections.abc import Iterator

from briefing.library import Library, queries
from briefing.model import Analysis, Annotation, AnnotationFilter, Judgement, ListedAnnotation
from briefing.records import dataclass
from briefing.service.events import Event
from briefing.service.judgements import judged_analysis
from briefing.service.library_query import LibraryQuery


@dataclass(frozen=True, slots=True)
class AnnotationsListed(Event):
    """Annotations of the whole library.

    Attributes:
        annotations: the last changed first.
        total: how many fit.
        orphans: how many of the whole library stand on no words any more.
    """

    annotations: tuple[ListedAnnotation, ...]
    total: int
    orphans: int


@dataclass(frozen=True, slots=True)
class ListAnnotations(LibraryQuery):
    """Annotations of the whole library; answered by `AnnotationsListed`."""

    wanted: AnnotationFilter
    count: int

    def answers(self, job: int, library: Library) -> Iterator[Event]:
        """The answer."""
        found = tuple(library.ask(queries.AnnotationList(self.wanted, 0, self.count)))
        orphans = library.ask(queries.AnnotationCount(AnnotationFilter(orphans_only=True)))
        yield AnnotationsListed(job, found, library.ask(queries.AnnotationCount(self.wanted)), orphans)


@dataclass(frozen=True, slots=True)
class OwnTold(Event):
    """What the reader wrote on an article and what is found in it, as the library holds it now.

    Attributes:
        article_id: of the article.
        analysis: what is found in it.
        annotations: those that the reader sees.
        judgements: what holds of its claims: at a desk also the word of a colleague where the reader has none.
        colleagues: all that colleagues say of its claims.
    """

    article_id: int
    analysis: Analysis | None
    annotations: tuple[Annotation, ...]
    judgements: tuple[Judgement, ...]
    colleagues: tuple[Judgement, ...] = ()


@dataclass(frozen=True, slots=True)
class TellOwn(LibraryQuery):
    """What the reader wrote on an article, and what is found in it; answered by `OwnTold`."""

    article_id: int

    def answers(self, job: int, library: Library) -> Iterator[Event]:
        """The answer."""
        annotations, judgements = (
            library.ask(queries.AnnotationsOn(self.article_id)),
            library.ask(queries.JudgementsOn(self.article_id)),
        )
        analysis = judged_analysis(library, self.article_id)
        colleagues = library.ask(queries.ColleaguesJudgements(self.article_id))
        yield OwnTold(job, self.article_id, analysis, tuple(annotations), tuple(judgements), colleagues)


@dataclass(frozen=True, slots=True)
class ColleaguesTold(Event):
    """Who else wrote something at the desk, by name."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TellColleagues(LibraryQuery):
    """Who else wrote something; answered by `ColleaguesTold`."""

    def answers(self, job: int, library: Library) -> Iterator[Event]:
        """The answer."""
        yield ColleaguesTold(job, library.ask(queries.Colleagues()))
