"""A question to the library is data: asked by one call, answered by the events that it tells itself."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

import pytest

from briefing.library import Library, LibraryFailure, queries
from briefing.model import Shelf, ShelfKind
from briefing.model.message import verbatim
from briefing.records import dataclass
from briefing.service import (
    ArticlesFound,
    ArticlesListed,
    Event,
    OperationFailed,
    SearchCounted,
    Service,
    SharedWorkers,
)
from briefing.service.article_queries import ListArticles, SearchArticles
from briefing.service.library_query import LibraryQuery
from tests.service.test_service import Listener


@dataclass(frozen=True, slots=True)
class Waits(LibraryQuery):
    """Holds the library's thread until it is let go."""

    gate: threading.Event

    def answers(self, job: int, library: Library) -> Iterator[Event]:
        assert self.gate.wait(20)
        yield ArticlesListed(job, ())


@dataclass(frozen=True, slots=True)
class Counted(Event):
    number: int


@dataclass(frozen=True, slots=True)
class Count(LibraryQuery):
    """A question of a test's own: all of it stands here."""

    number: int
    newest_only: ClassVar[bool] = True

    def answers(self, job: int, library: Library) -> Iterator[Event]:
        yield Counted(job, self.number + library.ask(queries.ArticleCount(Shelf(ShelfKind.ALL))))


@dataclass(frozen=True, slots=True)
class Fails(LibraryQuery):
    def answers(self, job: int, library: Library) -> Iterator[Event]:
        raise LibraryFailure("The page cannot be read.")


@pytest.fixture
def listener() -> Listener:
    return Listener()


@pytest.fixture
def service(tmp_path: Path, listener: Listener, shared_workers: SharedWorkers) -> Iterator[Service]:
    service = Service(tmp_path, listener, shared_workers)
    yield service
    service.close()


def test_a_question_is_answered_under_its_number(service: Service, listener: Listener) -> None:
    job = service.ask(Count(7))
    assert listener.wait_for(Counted) == Counted(job, 7)


def test_a_question_may_have_several_answers(service: Service, listener: Listener) -> None:
    job = service.ask(SearchArticles("ferry"))
    assert listener.wait_for(ArticlesFound).job == listener.wait_for(SearchCounted).job == job


def test_where_the_newest_alone_counts_the_overtaken_ones_are_not_answered(
    service: Service, listener: Listener
) -> None:
    gate = threading.Event()
    service.ask(Waits(gate))
    *_, newest = [service.ask(Count(number)) for number in range(3)]
    service.ask(ListArticles(Shelf(ShelfKind.UNREAD)))
    gate.set()
    listener.wait_for(ArticlesListed, lambda listed: listed.shelf.kind is ShelfKind.UNREAD)
    assert [event for event in listener.events if isinstance(event, Counted)] == [Counted(newest, 2)]


def test_what_the_library_cannot_tell_is_answered_with_the_reason(service: Service, listener: Listener) -> None:
    job = service.ask(Fails())
    assert listener.wait_for(OperationFailed) == OperationFailed(job, verbatim("The page cannot be read."))
