"""A watched folder hands over files that are complete, each once."""

import json
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from briefing.service import ImportFinished, Service, SharedWorkers
from briefing.service.folder_watcher import RECORD, NewFiles, WatchedFolder
from tests.service.test_service import Listener

PATIENCE = 120.0
OFTEN = 0.05


class Arrivals:
    """Notes the names of what a watched folder hands over."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self._changed = threading.Condition()

    def __call__(self, paths: list[Path]) -> None:
        with self._changed:
            self.names.extend(path.name for path in paths)
            self._changed.notify_all()

    def wait_for(self, holds: Callable[[list[str]], bool]) -> None:
        with self._changed:
            assert self._changed.wait_for(lambda: holds(self.names), PATIENCE), self.names


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "library").mkdir()
    (tmp_path / "in").mkdir()
    return tmp_path


@pytest.fixture
def arrivals() -> Arrivals:
    return Arrivals()


def watching(place: Path, arrivals: Arrivals) -> WatchedFolder:
    return WatchedFolder(place / "in", place / "library", arrivals, OFTEN)


@pytest.fixture
def watched(place: Path, arrivals: Arrivals) -> Iterator[WatchedFolder]:
    watched = watching(place, arrivals)
    yield watched
    watched.close()


def test_a_link_to_a_file_elsewhere_is_not_handed_over(place: Path) -> None:
    (place / "secret.txt").write_text("mine alone")
    (place / "in" / "a.txt").write_text("one")
    (place / "in" / "lure.txt").symlink_to(place / "secret.txt")
    files = NewFiles(place / "in", place / "library")
    assert [path.name for path in (*files.look(), *files.look(), *files.look())] == ["a.txt"]


@pytest.mark.usefixtures("watched")
def test_a_file_that_comes_is_handed_over_once(place: Path, arrivals: Arrivals) -> None:
    (place / "in" / "a.txt").write_text("one")
    arrivals.wait_for(lambda names: names == ["a.txt"])
    (place / "in" / "b.txt").write_text("two")
    arrivals.wait_for(lambda names: len(names) > 1)
    assert arrivals.names == ["a.txt", "b.txt"]


def test_a_file_that_is_still_being_written_is_waited_for(place: Path) -> None:
    files = NewFiles(place / "in", place / "library")
    slow = place / "in" / "slow.txt"
    with slow.open("w") as file:
        for _ in range(5):
            file.write("more ")
            file.flush()
            assert files.look() == []
    assert files.look() == [slow]
    assert files.look() == []


@pytest.mark.usefixtures("watched")
def test_drafts_of_downloads_and_empty_files_are_passed_over(place: Path, arrivals: Arrivals) -> None:
    for name in ("a.pdf.part", "b.crdownload", ".hidden.txt", "~$memo.docx"):
        (place / "in" / name).write_text("x")
    (place / "in" / "empty.txt").touch()
    (place / "in" / "real.txt").write_text("x")
    arrivals.wait_for(bool)
    assert arrivals.names == ["real.txt"]


@pytest.mark.usefixtures("watched")
def test_a_file_that_has_changed_is_handed_over_again(place: Path, arrivals: Arrivals) -> None:
    (place / "in" / "a.txt").write_text("one")
    arrivals.wait_for(lambda names: len(names) == 1)
    (place / "in" / "a.txt").write_text("one and two")
    arrivals.wait_for(lambda names: names == ["a.txt", "a.txt"])


def test_what_was_handed_over_is_remembered_after_a_restart(place: Path, arrivals: Arrivals) -> None:
    (place / "in" / "a.txt").write_text("one")
    first = watching(place, arrivals)
    arrivals.wait_for(bool)
    first.close()
    (place / "in" / "b.txt").write_text("came while nobody looked")
    second = watching(place, arrivals)
    arrivals.wait_for(lambda names: "b.txt" in names)
    second.close()
    assert arrivals.names == ["a.txt", "b.txt"]


def test_the_record_names_no_file_also_where_an_older_one_did(place: Path) -> None:
    file = place / "in" / "the-secret-memo.txt"
    file.write_text("one")
    state = file.stat()
    record = place / "library" / RECORD
    record.parent.mkdir(exist_ok=True)
    record.write_text(json.dumps({str(file): (state.st_size, state.st_mtime_ns)}), "utf-8")
    files = NewFiles(place / "in", place / "library")
    assert "memo" not in record.read_text("utf-8")
    assert [*files.look(), *files.look()] == []


def test_a_folder_that_is_missing_is_waited_for(place: Path) -> None:
    (place / "in").rmdir()
    files = NewFiles(place / "in", place / "library")
    assert files.look() == []
    (place / "in").mkdir()
    (place / "in" / "a.txt").write_text("one")
    assert [*files.look(), *files.look()] == [place / "in" / "a.txt"]


@pytest.mark.usefixtures("quick_watch")
def test_the_service_imports_what_comes_into_a_watched_folder(place: Path, shared_workers: SharedWorkers) -> None:
    listener = Listener()
    service = Service(place / "library", listener, shared_workers)
    service.watch(place / "in")
    (place / "in" / "a.txt").write_text("The mayor said on Monday that the bridge would be closed until the spring.")
    assert listener.wait_for(ImportFinished).sentence == "1 new article."
    service.close()
