"""A library is backed up, restored, salvaged and moved by the service, also one that could not be opened."""

import queue
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from briefing.intake import read_bytes
from briefing.library import AddAnnotation, open_library
from briefing.library.backup_record import Reason
from briefing.library.paths import DATABASE
from briefing.library.sqlite.folder_store import FolderStore
from briefing.model import Annotation, Span, anchor
from briefing.service import (
    ArticlesListed,
    BackupsTold,
    Event,
    ImportFinished,
    LibraryDone,
    LibraryRestored,
    LibraryUnavailable,
    LibraryWarned,
    OperationFailed,
    OutcomeKind,
    Service,
    SharedWorkers,
)
from briefing.service.article_queries import ListArticles

PATIENCE = 120.0


class Heard:
    """A service and what it tells, in order."""

    def __init__(self, folder: Path, workers: SharedWorkers) -> None:
        self._events: queue.SimpleQueue[Event] = queue.SimpleQueue()
        self.service = Service(folder, self._events.put, workers)

    def wait(self, kind: type[Any]) -> Any:
        """The next event of a kind."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            event = self._events.get(timeout=PATIENCE)
            if isinstance(event, kind):
                return event
        raise AssertionError(kind)

    def titles(self) -> list[str]:
        """The articles that the service lists."""
        self.service.ask(ListArticles())
        return [kept.origin.title for kept in self.wait(ArticlesListed).articles]


Hear = Callable[[Path], Heard]


@pytest.fixture
def hear(shared_workers: SharedWorkers) -> Iterator[Hear]:
    heard: list[Heard] = []

    def make(folder: Path) -> Heard:
        heard.append(Heard(folder, shared_workers))
        return heard[-1]

    yield make
    for one in heard:
        one.service.close()


def _keep(folder: Path, title: str) -> None:
    library = open_library(folder)
    opened = read_bytes(f"{title}\n\nThe mayor of {title} said so.".encode(), name=f"{title}.txt")
    kept, _ = library.keep_article(opened.article, opened.original)
    where = anchor(opened.article.text, Span(0, 4))
    library.perform(AddAnnotation(kept.id, Annotation(f"note-{title}", where, kept.added, kept.added, note="Sure?")))
    library.close()


def test_a_damaged_title_is_listed_as_far_as_it_can_be_read_and_told_once(tmp_path: Path, hear: Hear) -> None:
    _keep(tmp_path, "Arden")
    path = tmp_path / DATABASE
    path.write_bytes(path.read_bytes().replace(b"Arden", b"Ar\xffen"))
    heard = hear(tmp_path)
    assert heard.titles() == ["Ar\ufffden"]
    assert "damaged on the disk and shown as far as it can be read" in heard.wait(LibraryWarned).sentence


def test_a_backup_is_made_told_and_put_back(tmp_path: Path, hear: Hear) -> None:
    _keep(tmp_path, "Arden")
    heard = hear(tmp_path)
    heard.service.whole.back_up()
    assert heard.wait(LibraryDone).sentence.startswith("A backup was made")
    heard.service.whole.backups()
    (backup,) = heard.wait(BackupsTold).backups
    assert backup.reason is Reason.BY_HAND
    _keep(tmp_path, "Brill")
    assert len(heard.titles()) == 2
    heard.service.whole.restore(backup.path)
    assert "What it was before is kept" in heard.wait(LibraryRestored).sentence
    assert heard.titles() == ["Arden"]


def test_a_mistake_in_a_repair_is_told_and_the_library_is_opened_again(
    tmp_path: Path, hear: Hear, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(store: FolderStore, backup: Path) -> Path:
        raise ZeroDivisionError("no")

    _keep(tmp_path, "Arden")
    heard = hear(tmp_path)
    monkeypatch.setattr(FolderStore, "restore", fail)
    job = heard.service.whole.restore(tmp_path / "backup")
    told = heard.wait(OperationFailed)
    assert told.job == job
    assert "ZeroDivisionError" in told.sentence
    assert heard.titles() == ["Arden"]


def test_a_damaged_library_is_told_with_its_backups_and_works_again_when_one_is_put_back(
    tmp_path: Path, hear: Hear
) -> None:
    _keep(tmp_path, "Arden")
    library = open_library(tmp_path)
    made = library.back_up()
    library.close()
    (tmp_path / DATABASE).write_bytes(b"\x00" * 20_000)
    heard = hear(tmp_path)
    told = heard.wait(LibraryUnavailable)
    assert told.damaged
    assert told.backups == (made,)
    heard.service.ask(ListArticles())
    assert "damaged" in heard.wait(OperationFailed).sentence
    heard.service.whole.restore(made.path)
    heard.wait(LibraryRestored)
    assert heard.titles() == ["Arden"]
    assert list(tmp_path.glob("damaged-*"))


def test_what_can_be_read_of_a_damaged_library_is_saved(tmp_path: Path, hear: Hear) -> None:
    for number in range(8):
        _keep(tmp_path, f"Town{number}")
    path = tmp_path / DATABASE
    content = path.read_bytes()
    path.write_bytes(content[:100] + b"\xff" * 40 + content[140:])
    heard = hear(tmp_path)
    assert heard.wait(LibraryUnavailable).damaged
    heard.service.whole.salvage()
    told = heard.wait(LibraryRestored)
    (aside,) = tmp_path.glob("damaged-*")
    assert "Nothing could be read" in told.sentence
    assert str(aside) in told.sentence
    assert told.lost


def test_of_a_library_that_is_garbage_the_originals_are_read_again_and_the_backups_are_still_told(
    tmp_path: Path, hear: Hear
) -> None:
    for name in ("Arden", "Brill"):
        _keep(tmp_path, name)
    library = open_library(tmp_path)
    made = library.back_up()
    library.close()
    (tmp_path / DATABASE).write_bytes(b"\xa5" * 40_000)
    heard = hear(tmp_path)
    assert heard.wait(LibraryUnavailable).damaged
    heard.service.whole.salvage()
    told = heard.wait(LibraryRestored)
    assert "2 original files are beside it and read again" in told.sentence
    assert told.lost
    assert told.backups == (made,)
    done = heard.wait(ImportFinished)
    assert {outcome.kind for outcome in done.outcomes} == {OutcomeKind.NEW}
    assert sorted(heard.titles()) == ["Arden", "Brill"]
    heard.service.whole.backups()
    assert heard.wait(BackupsTold).backups == (made,)


def test_what_is_saved_in_whole_is_told_so(tmp_path: Path, hear: Hear) -> None:
    _keep(tmp_path, "Arden")
    heard = hear(tmp_path)
    heard.service.whole.salvage()
    told = heard.wait(LibraryRestored)
    assert told.sentence.startswith("1 article and 1 annotation could be read. Nothing is lost.")
    assert not told.lost


def test_a_backup_that_is_none_is_refused_and_the_library_goes_on(tmp_path: Path, hear: Hear) -> None:
    _keep(tmp_path, "Arden")
    heard = hear(tmp_path)
    (tmp_path / "none.sqlite").write_bytes(b"none")
    heard.service.whole.restore(tmp_path / "none.sqlite")
    assert "as it was" in heard.wait(OperationFailed).sentence
    assert heard.titles() == ["Arden"]


def test_a_library_goes_out_and_comes_in_elsewhere(tmp_path: Path, hear: Hear) -> None:
    _keep(tmp_path / "here", "Arden")
    here, there = hear(tmp_path / "here"), hear(tmp_path / "there")
    file = tmp_path / "all.briefing"
    here.service.whole.export(file)
    assert here.wait(LibraryDone).path == file
    there.service.whole.take_in(file)
    assert "1 articles new" in there.wait(LibraryDone).sentence
    assert there.titles() == ["Arden"]
    there.service.whole.take_in(tmp_path / "gone.briefing")
    assert "gone.briefing" in there.wait(OperationFailed).sentence
