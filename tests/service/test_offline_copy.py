"""A working copy of a desk's collection: worked in without the server, and brought back without losing a word."""

import queue
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "library"))

from desk_server import NO_DRIVER, NOT_INSTALLED, Server, programs, running

from briefing.intake import read_bytes
from briefing.library import (
    AddAnnotation,
    AddCollection,
    ChangeAnnotation,
    FileArticles,
    Judge,
    Library,
    RemoveAnnotation,
    RemoveArticle,
    open_library,
    queries,
)
from briefing.library_place import local_folder
from briefing.model import Annotation, Collection, Judgement, Span, Status, anchor
from briefing.service import Event, LibraryDone, OperationFailed, Service, SharedWorkers
from briefing.service.offline_copy import copied_desk, copy_at

BRIDGE = "Bridge closed\n\nThe bridge will stay closed until May, Mayor Ada Reed said on Monday.\n"
NOW = datetime(2026, 5, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    pytest.importorskip("psycopg", reason=NO_DRIVER)
    found = programs()
    if found is None:
        pytest.skip(NOT_INSTALLED)
    with running(found) as server:
        yield server


@pytest.fixture
def address(server: Server) -> Iterator[str]:
    """A desk with a collection of one article, and another article in none."""
    address = server.new_database()
    library = open_library(address)
    for name, text in (("bridge.txt", BRIDGE), ("ferry.txt", BRIDGE.replace("bridge", "ferry"))):
        read = read_bytes(text.encode(), name=name)
        library.keep_article(read.article, read.original)
    library.perform(AddCollection(Collection("c", "Bridges")))
    library.perform(FileArticles((1,), "c"))
    library.close()
    yield address
    server.drop(address)


class Desk:
    """A service at a desk, of which one thing is asked after the other."""

    def __init__(self, address: str, workers: SharedWorkers) -> None:
        self._told: queue.SimpleQueue[Event] = queue.SimpleQueue()
        self.service = Service(address, self._told.put, workers)

    def done(self, job: int) -> LibraryDone:
        while True:
            event = self._told.get(timeout=120)
            if event.job == job:
                assert isinstance(event, LibraryDone), event.sentence if isinstance(event, OperationFailed) else event
                return event


@pytest.fixture
def desk(address: str, shared_workers: SharedWorkers) -> Iterator[Desk]:
    desk = Desk(address, shared_workers)
    yield desk
    desk.service.close()


@pytest.fixture
def library(address: str) -> Iterator[Library]:
    library = open_library(address)
    yield library
    library.close()


def note(identity: str, words: str) -> Annotation:
    text = read_bytes(BRIDGE.encode(), name="bridge.txt").article.text
    start = text.index("until May")
    return Annotation(identity, anchor(text, Span(start, start + 9)), NOW, NOW, note=words)


def notes(library: Library) -> list[str]:
    return sorted(one.note for one in library.ask(queries.AnnotationsOn(1)))


def copy_of(address: str) -> Library:
    place = copy_at(local_folder(address))
    assert place is not None
    return open_library(place)


def test_a_collection_is_worked_on_without_the_server_and_brought_back(
    desk: Desk, address: str, library: Library
) -> None:
    mine = "0b8b6f2e-5a3c-4f0e-9d4e-000000000001"
    library.perform(AddAnnotation(1, note(mine, "Which May?")))
    assert desk.service.offline.bring_back() == 0
    assert "1 article was copied" in desk.done(desk.service.offline.take_along("c")).sentence
    copy = copy_of(address)
    assert [kept.origin.file for kept in copy.ask(queries.Articles())] == ["bridge.txt"]
    assert [one.name for one in copy.ask(queries.Collections())] == ["Bridges"]
    (there,) = copy.ask(queries.AnnotationsOn(1))
    later = replace(there, note="Which May? Next.", modified=datetime.now(UTC))
    copy.perform(ChangeAnnotation(1, later, there))
    copy.perform(AddAnnotation(1, note("0b8b6f2e-5a3c-4f0e-9d4e-000000000002", "Says who?")))
    copy.close()
    library.perform(AddAnnotation(1, note("0b8b6f2e-5a3c-4f0e-9d4e-000000000003", "Meanwhile.")))
    assert "is at the desk now" in desk.done(desk.service.offline.bring_back()).sentence
    assert notes(library) == ["Meanwhile.", "Says who?", "Which May? Next."]
    assert desk.service.offline.bring_back() == 0


def test_what_is_private_at_the_desk_stays_so_though_it_was_changed_in_the_copy(
    desk: Desk, address: str, library: Library
) -> None:
    mine = "0b8b6f2e-5a3c-4f0e-9d4e-000000000001"
    library.perform(AddAnnotation(1, replace(note(mine, "Between us."), private=True)))
    desk.done(desk.service.offline.take_along("c"))
    copy = copy_of(address)
    (there,) = copy.ask(queries.AnnotationsOn(1))
    copy.perform(ChangeAnnotation(1, replace(there, note="Between us!", modified=datetime.now(UTC)), there))
    copy.close()
    desk.done(desk.service.offline.bring_back())
    # As with a `.briefing` file, what the newer words do not hold stays beside them.
    kept = sorted((one.note, one.private) for one in library.ask(queries.AnnotationsOn(1)))
    assert kept == [("Between us!", True), ("Between us.", True)]


def test_a_colleagues_word_on_a_claim_does_not_become_mine_on_its_way(
    desk: Desk, address: str, library: Library, server: Server
) -> None:
    claim = note("n", "").anchor
    library.perform(Judge(1, replace(Judgement(claim, NOW, NOW, Status.DISPUTED), writer="eve")))
    desk.done(desk.service.offline.take_along("c"))
    copy = copy_of(address)
    assert copy.ask(queries.JudgementsOn(1)) == []
    copy.perform(Judge(1, Judgement(claim, NOW, NOW, Status.CONFIRMED)))
    copy.close()
    desk.done(desk.service.offline.bring_back())
    assert [(one.writer, one.status) for one in library.ask(queries.JudgementsOn(1))] == [("", Status.CONFIRMED)]
    assert [(one.writer, one.status) for one in library.ask(queries.ColleaguesJudgements(1))] == [
        ("eve", Status.DISPUTED)
    ]


def test_a_copy_knows_of_which_desk_it_is(desk: Desk, address: str) -> None:
    assert copy_at(local_folder(address)) is None
    desk.done(desk.service.offline.take_along("c"))
    place = copy_at(local_folder(address))
    assert place is not None
    assert copied_desk(place) == desk.service.desk
    assert copied_desk(place.parent) == ""


def test_a_word_on_a_claim_that_was_changed_in_the_copy_holds_and_no_note_is_lost(
    desk: Desk, address: str, library: Library
) -> None:
    claim = note("n", "").anchor
    library.perform(Judge(1, Judgement(claim, NOW, NOW, Status.DISPUTED, note="Not in May.")))
    desk.done(desk.service.offline.take_along("c"))
    copy = copy_of(address)
    (there,) = copy.ask(queries.JudgementsOn(1))
    later = replace(there, status=Status.CONFIRMED, note="In June.", modified=datetime.now(UTC))
    copy.perform(Judge(1, later, there))
    copy.close()
    desk.done(desk.service.offline.bring_back())
    (kept,) = library.ask(queries.JudgementsOn(1))
    assert (kept.status, kept.note) == (Status.CONFIRMED, "In June.\n\nNot in May.")


def test_what_was_deleted_in_the_copy_is_deleted_at_the_desk_but_for_what_colleagues_wrote(
    desk: Desk, address: str, library: Library
) -> None:
    mine, theirs = "0b8b6f2e-5a3c-4f0e-9d4e-000000000001", "0b8b6f2e-5a3c-4f0e-9d4e-000000000002"
    library.perform(AddAnnotation(1, note(mine, "Which May?")))
    library.perform(AddAnnotation(1, replace(note(theirs, "Ask the mayor."), writer="eve")))
    desk.done(desk.service.offline.take_along("c"))
    copy = copy_of(address)
    for identity in (mine, theirs):
        copy.perform(RemoveAnnotation(1, identity))
    copy.close()
    told = desk.done(desk.service.offline.bring_back()).sentence
    assert "1 deletion was carried over" in told
    assert "“Ask the mayor.”" in told
    assert notes(library) == ["Ask the mayor."]


def test_an_article_of_which_a_colleague_said_something_stays_though_it_was_deleted_in_the_copy(
    desk: Desk, address: str, library: Library
) -> None:
    library.perform(Judge(1, replace(Judgement(note("n", "").anchor, NOW, NOW, Status.DISPUTED), writer="eve")))
    desk.done(desk.service.offline.take_along("c"))
    copy = copy_of(address)
    copy.perform(RemoveArticle(1))
    copy.close()
    assert "“Bridge closed”" in desk.done(desk.service.offline.bring_back()).sentence
    assert len(library.ask(queries.Articles())) == 2
