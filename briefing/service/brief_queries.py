"""Questions about the briefs that the reader is making."""

from collections.abc import Iterator

from briefing.library import Library, queries
from briefing.model import AffectedLine, Brief, StoredBrief
from briefing.records import dataclass
from briefing.service.brief_builder import composed
from briefing.service.events import Event
from briefing.service.library_query import LibraryQuery


@dataclass(frozen=True, slots=True)
class BriefsListed(Event):
    """The briefs that the reader is making, the last changed first."""

    briefs: tuple[StoredBrief, ...]


@dataclass(frozen=True, slots=True)
class ListBriefs(LibraryQuery):
    """Which briefs there are; answered by `BriefsListed`."""

    def answers(self, job: int, library: Library) -> Iterator[Event]:
        """The answer."""
        yield BriefsListed(job, library.ask(queries.Briefs()))


@dataclass(frozen=True, slots=True)
class BriefTold(Event):
    """A brief that the reader is making.

    Attributes:
        kept: as it is kept.
        brief: what its lines refer to, as it is now.
        affected: its lines whose sources are not what they were when the reader last looked.
    """

    kept: StoredBrief
    brief: Brief
    affected: tuple[AffectedLine, ...]


@dataclass(frozen=True, slots=True)
class TellBrief(LibraryQuery):
    """A brief with what its lines refer to; answered by `BriefTold`."""

    brief_id: str

    def answers(self, job: int, library: Library) -> Iterator[Event]:
        """The answer."""
        kept = library.ask(queries.BriefOf(self.brief_id))
        yield BriefTold(job, kept, composed(library, kept), library.ask(queries.AffectedLines(self.brief_id)))
