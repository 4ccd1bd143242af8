"""Questions about claims and actors across all articles."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefing.library import Library, queries
from briefing.model.cross_library import AlikeClaim, KnownActor
from briefing.records import dataclass
from briefing.service.events import Event
from briefing.service.library_query import LibraryQuery

if TYPE_CHECKING:
    from briefing.service.actor_record import ActorRecord


@dataclass(frozen=True, slots=True)
class ClaimsTold(Event):
    """Claims of any article that say or mean much the same, the most alike first, or that one actor makes.

    What an article says itself, and is no claim, has no id.
    """

    claims: tuple[AlikeClaim, ...]


@dataclass(frozen=True, slots=True)
class FindClaimsLike(LibraryQuery):
    """Who else said it, in any article; answered by `ClaimsTold`."""

    content: str
    count: int

    def answers(self, job: int, library: Library) -> Iterator[Event]:
        """The answer."""
        yield ClaimsTold(job, tuple(library.ask(queries.ClaimsLike(self.content, self.count))))


@dataclass(frozen=True, slots=True)
class FindClaimsBy(LibraryQuery):
    """What an actor says in any article; answered by `ClaimsTold`."""

    name: str
    count: int

    def answers(self, job: int, library: Library) -> Iterator[Event]:
        """The answer."""
        claims = library.ask(queries.ClaimsBy(self.name, 0, self.count))
        yield ClaimsTold(job, tuple(AlikeClaim(claim, 1.0) for claim in claims))


def claims_meaning(library: Library, job: int, vector: bytes, count: int) -> ClaimsTold:
    """What articles say that means what was typed, of which this is the direction, four bytes a number.

    Raises:
        LibraryFailure: if the library cannot be read.
    """
    import numpy as np

    from briefing.service.meaning_search import statements_meaning

    found = statements_meaning(library, np.frombuffer(vector, dtype=np.float32), count)
    return ClaimsTold(job, tuple(AlikeClaim(one.known, one.nearness) for one in found))


@dataclass(frozen=True, slots=True)
class ActorsTold(Event):
    """Actors of the library of whose names a word begins as was asked."""

    beginning: str
    actors: tuple[KnownActor, ...]


@dataclass(frozen=True, slots=True)
class FindActors(LibraryQuery):
    """Actors of whose names a word begins so; answered by `ActorsTold`."""

    beginning: str
    count: int

    def answers(self, job: int, library: Library) -> Iterator[Event]:
        """The answer."""
        yield ActorsTold(job, self.beginning, tuple(library.ask(queries.Actors(self.beginning, self.count))))


@dataclass(frozen=True, slots=True)
class ActorRecordTold(Event):
    """All that an actor says in the library; `titles` are those of the articles, by number."""

    record: "ActorRecord"
    titles: dict[str, str]


@dataclass(frozen=True, slots=True)
class TellActorRecord(LibraryQuery):
    """All that an actor says in the library; answered by `ActorRecordTold`."""

    name: str

    def answers(self, job: int, library: Library) -> Iterator[Event]:
        """The answer."""
        from briefing.service.actor_record import actor_record

        record = actor_record(library, self.name)
        numbers = {one for c in record.contradictions for one in (c.article, c.against_article) if one}
        yield ActorRecordTold(
            job, record, {number: library.ask(queries.ListedArticle(int(number))).origin.title for number in numbers}
        )
