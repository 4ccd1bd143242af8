"""A change that the disk refuses waits, all later ones wait behind it, and each is made once and in its order."""

from datetime import UTC, datetime
from pathlib import Path

import apsw
import pytest

from briefing.intake import read_bytes
from briefing.library import AddAnnotation, ChangeAnnotation, RemoveAnnotation, open_library, queries
from briefing.library.paths import DATABASE
from briefing.library.sqlite import connection
from briefing.model import Annotation, Span, anchor
from briefing.service import (
    ArticleOpened,
    LibraryRestored,
    OperationFailed,
    OperationHeld,
    OperationPerformed,
    Service,
    SharedWorkers,
    WritingSettled,
)
from briefing.service import write_queue as holding_module
from tests.service.test_service import Listener

WHEN = datetime(2026, 5, 1, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library with one article, whose service soon gives way and soon tries again."""
    monkeypatch.setattr(connection, "BUSY_TIMEOUT", 20)
    monkeypatch.setattr(holding_module, "PAUSE", 0.1)
    library = open_library(tmp_path)
    opened = read_bytes(b"The bridge\n\nThe mayor said the bridge is closed.", name="bridge.txt")
    library.keep_article(opened.article, opened.original)
    library.close()
    return tmp_path


def note(words: str, name: str = "n1") -> Annotation:
    return Annotation(name, anchor("The bridge", Span(4, 10)), WHEN, WHEN, note=words)


def held(folder: Path) -> apsw.Connection:
    """Another program that holds the library."""
    holder = apsw.Connection(str(folder / DATABASE))
    holder.set_busy_timeout(10_000)
    holder.execute("BEGIN IMMEDIATE")
    return holder


def notes(folder: Path) -> list[str]:
    library = open_library(folder)
    found = [one.note for one in library.ask(queries.AnnotationsOn(1))]
    library.close()
    return found


def test_what_is_refused_is_kept_when_it_works_again_each_once_and_in_order(
    folder: Path, shared_workers: SharedWorkers
) -> None:
    listener = Listener()
    service = Service(folder, listener, shared_workers)
    listener.wait_for(WritingSettled)
    holder = held(folder)
    first = service.perform(AddAnnotation(1, note("Wh")))
    assert "another program holds it" in listener.wait_for(OperationHeld, lambda told: told.job == first).sentence
    second = service.perform(ChangeAnnotation(1, note("Why?")))
    listener.wait_for(OperationHeld, lambda told: told.job == second)
    service.open_kept(1)
    listener.wait_for(ArticleOpened)
    assert not [event for event in listener.events if isinstance(event, OperationPerformed | OperationFailed)]
    holder.execute("ROLLBACK")
    holder.close()
    listener.wait_for(OperationPerformed, lambda told: told.job == second)
    performed = [event.job for event in listener.events if isinstance(event, OperationPerformed)]
    service.close()
    assert performed == [first, second]
    assert notes(folder) == ["Why?"]


def test_what_waits_is_tried_once_more_when_the_service_is_closed(
    folder: Path, monkeypatch: pytest.MonkeyPatch, shared_workers: SharedWorkers
) -> None:
    monkeypatch.setattr(holding_module, "PAUSE", 1000.0)
    listener = Listener()
    service = Service(folder, listener, shared_workers)
    listener.wait_for(WritingSettled)
    holder = held(folder)
    service.perform(AddAnnotation(1, note("Why?")))
    listener.wait_for(OperationHeld)
    holder.execute("ROLLBACK")
    holder.close()
    service.close()
    assert notes(folder) == ["Why?"]


def test_what_waits_is_given_up_before_another_library_takes_the_place_of_this_one(
    folder: Path, shared_workers: SharedWorkers
) -> None:
    library = open_library(folder)
    backup = library.back_up()
    library.close()
    listener = Listener()
    service = Service(folder, listener, shared_workers)
    listener.wait_for(WritingSettled)
    holder = held(folder)
    job = service.perform(AddAnnotation(1, note("Why?")))
    listener.wait_for(OperationHeld)
    # The restoring itself may be refused as well: what waits is given up all the same.
    service.whole.restore(backup.path)
    told = listener.wait_for(OperationFailed)
    assert told.job == job
    assert "closed, to be restored" in told.sentence
    holder.execute("ROLLBACK")
    holder.close()
    listener.wait_for(WritingSettled, lambda again: again is not listener.events[0])
    service.close()
    assert notes(folder) == []


def test_what_waits_is_tried_once_more_before_another_library_takes_its_place(
    folder: Path, monkeypatch: pytest.MonkeyPatch, shared_workers: SharedWorkers
) -> None:
    monkeypatch.setattr(holding_module, "PAUSE", 1000.0)
    library = open_library(folder)
    backup = library.back_up()
    library.close()
    listener = Listener()
    service = Service(folder, listener, shared_workers)
    listener.wait_for(WritingSettled)
    holder = held(folder)
    service.perform(AddAnnotation(1, note("Why?")))
    listener.wait_for(OperationHeld)
    holder.execute("ROLLBACK")
    holder.close()
    service.whole.restore(backup.path)
    listener.wait_for(LibraryRestored)
    service.close()
    assert [type(event) for event in listener.events if isinstance(event, OperationPerformed | LibraryRestored)] == [
        OperationPerformed,
        LibraryRestored,
    ]
    assert notes(folder) == []


def test_what_is_wrong_in_itself_fails_and_does_not_wait(folder: Path, shared_workers: SharedWorkers) -> None:
    listener = Listener()
    service = Service(folder, listener, shared_workers)
    service.perform(RemoveAnnotation(1, "not there"))
    listener.wait_for(OperationFailed)
    service.close()
    assert not [event for event in listener.events if isinstance(event, OperationHeld)]
