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
    """What the reader wrote on an article and what is found in it, as the library holds it now."""

    article_id: int
    analysis: Analysis | None
    annotations: tuple[Annotation, ...]
    judgements: tuple[Judgement, ...]


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
        yield OwnTold(job, self.article_id, analysis, tuple(annotations), tuple(judgements))
