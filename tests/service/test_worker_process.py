"""A process that dies, or sends what nobody asked for, costs the file that it was at, and no other."""

from collections.abc import Callable, Iterator
from pathlib import Path
from queue import SimpleQueue

import pytest

from briefing.service import worker, worker_process
from briefing.service.worker_process import WorkerProcess
from briefing.service.worker_protocol import Answer, ReadFile, ReadPage, Request, WasRead
from tests.service import rogue_workers

PATIENCE = 60.0

Serve = Callable[[object, bool], None]


class Asked:
    """A worker process, and what comes of each file, in the order in which it comes."""

    def __init__(self) -> None:
        self.came: SimpleQueue[Answer | tuple[Request, ...]] = SimpleQueue()
        self._job = 0
        self.process = WorkerProcess("briefing trial", self.came.put, self.came.put, time_limit=30, waits=True)

    def ask(self, *paths: Path) -> None:
        """Hand over files."""
        for path in paths:
            self._job += 1
            self.process.send(ReadFile(self._job, path))

    def told(self) -> str:
        """The text of the next article that was read, or the name of the file that a process died of."""
        came = self.came.get(timeout=PATIENCE)
        if isinstance(came, tuple):
            return " ".join(request.path.name for request in came if isinstance(request, ReadFile))
        return came.article.text.strip() if isinstance(came, WasRead) else repr(came)


@pytest.fixture
def asked() -> Iterator[Asked]:
    made = Asked()
    yield made
    made.process.close()


@pytest.fixture
def served_by(monkeypatch: pytest.MonkeyPatch) -> Callable[[Serve], None]:
    return lambda serve: monkeypatch.setattr(worker, "serve", serve)


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_however_many_files_kill_it_the_good_ones_are_read(
    asked: Asked, served_by: Callable[[Serve], None], tmp_path: Path
) -> None:
    served_by(rogue_workers.serve_until_deadly)
    deadly = [written(tmp_path / f"deadly {number}.txt", "Words.") for number in range(7)]
    good = written(tmp_path / "good.txt", "The bridge is closed.")
    asked.ask(*deadly, good, deadly[0], good)
    names = [path.name for path in deadly]
    assert [asked.told() for _ in range(10)] == [
        *names,
        "The bridge is closed.",
        "deadly 0.txt",
        "The bridge is closed.",
    ]


def test_one_that_cannot_start_costs_each_request_one_try_and_no_more(
    asked: Asked, served_by: Callable[[Serve], None], tmp_path: Path
) -> None:
    served_by(rogue_workers.die_at_once)
    asked.ask(tmp_path / "one.txt", tmp_path / "other.txt")
    assert [asked.told(), asked.told()] == ["one.txt", "other.txt"]


@pytest.mark.parametrize(
    "kind", ["pickle", "findings", "noise", "nothing", "endless", "unasked", "elsewhere", "beyond", "forged"]
)
def test_what_is_no_answer_ends_the_process_and_is_never_carried_out(
    kind: str, asked: Asked, served_by: Callable[[Serve], None], tmp_path: Path
) -> None:
    served_by(rogue_workers.answer_with)
    bad, good = written(tmp_path / "bad", f"{kind}\n{tmp_path / 'made'}"), written(tmp_path / "good", "good\nWords.")
    asked.ask(good, bad, good)
    assert [asked.told(), asked.told(), asked.told()] == ["Words.", "bad", "Words."]
    assert not (tmp_path / "made").exists()


def test_an_answer_that_stops_halfway_does_not_hold_up_the_rest(
    asked: Asked, served_by: Callable[[Serve], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker_process, "RECEIVING", 0.2)
    served_by(rogue_workers.answer_with)
    asked.ask(written(tmp_path / "bad", "half\n"), written(tmp_path / "good", "good\nWords."))
    assert [asked.told(), asked.told()] == ["bad", "Words."]


def test_one_that_takes_nothing_holds_up_nobody_and_is_given_up(
    asked: Asked, served_by: Callable[[Serve], None], tmp_path: Path
) -> None:
    served_by(rogue_workers.never_listen)
    asked.process._time_limit = 0.2
    # More than a pipe holds: whoever wrote it himself would wait for ever.
    pages = [ReadPage(number, bytes(2_000_000), None, f"https://news.example/{number}") for number in (1, 2)]
    for page in pages:
        asked.process.send(page)
    assert [asked.came.get(timeout=PATIENCE), asked.came.get(timeout=PATIENCE)] == [(pages[0],), (pages[1],)]
