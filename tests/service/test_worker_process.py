"""A process that dies, or sends what nobody asked for, costs the file that it was at, and no other."""

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from queue import SimpleQueue

import pytest

from briefing.service import worker, worker_process
from briefing.service.worker_process import WorkerProcess
from briefing.service.worker_protocol import Answer, Failed, ReadFile, ReadPage, Request, WasRead
from tests.service import rogue_workers

PATIENCE = 120.0

Serve = Callable[[object, bool], None]


class Asked:
    """A worker process, and what comes of each file, in the order in which it comes."""

    def __init__(self) -> None:
        self.came: SimpleQueue[Answer | tuple[Request, ...]] = SimpleQueue()
        self._job = 0
        self.process = WorkerProcess("briefing trial", self.came.put, self.came.put, time_limit=PATIENCE, waits=True)

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


def has_ended(pid: int) -> bool:
    """Whether a process, not one of ours, has ended: it is gone, or waits to be buried."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    except OSError:
        return True
    return state == "Z"


def wait_until(holds: Callable[[], bool]) -> bool:
    until = time.monotonic() + PATIENCE
    while not holds() and time.monotonic() < until:
        time.sleep(0.02)
    return holds()


def child_of(path: Path) -> int:
    """The process that was started for a request on this path."""
    pid = path.with_suffix(".pid")
    assert wait_until(pid.exists)
    return int(pid.read_text(encoding="utf-8"))


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks at processes as Linux shows them")
@pytest.mark.parametrize("name", ["endless", "deadly"])
def test_what_one_that_hangs_or_dies_has_started_ends_with_it(
    served_by: Callable[[Serve], None], tmp_path: Path, name: str
) -> None:
    served_by(rogue_workers.export_with_a_child)
    came: SimpleQueue[Answer | tuple[Request, ...]] = SimpleQueue()
    process = WorkerProcess("briefing trial", came.put, came.put, PATIENCE, waits=True, reads=False)
    process.send(ReadFile(1, tmp_path / f"{name}.pdf"))
    child = child_of(tmp_path / f"{name}.pdf")
    process._time_limit = 0.1
    assert came.get(timeout=PATIENCE) == (ReadFile(1, tmp_path / f"{name}.pdf"),)
    assert wait_until(lambda: has_ended(child))
    process.close()


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks at processes as Linux shows them")
def test_what_it_has_started_ends_when_it_is_closed(served_by: Callable[[Serve], None], tmp_path: Path) -> None:
    served_by(rogue_workers.export_with_a_child)
    process = WorkerProcess("briefing trial", print, print, waits=True, reads=False)
    process.send(ReadFile(1, tmp_path / "endless.pdf"))
    child = child_of(tmp_path / "endless.pdf")
    process.close()
    assert wait_until(lambda: has_ended(child))


@dataclass(frozen=True)
class Unsendable:
    """A request that no process can be sent."""

    job: int
    path: Path
    lock: threading.Lock = field(default_factory=threading.Lock)


def test_a_request_that_cannot_be_sent_is_told_of_and_those_behind_it_are_answered(
    asked: Asked, tmp_path: Path
) -> None:
    asked.process.send(Unsendable(7, tmp_path))  # type: ignore[arg-type]
    asked.ask(written(tmp_path / "good.txt", "The bridge is closed."))
    failed = asked.came.get(timeout=PATIENCE)
    assert isinstance(failed, Failed)
    assert (failed.job, failed.sentence) == (
        7,
        "Briefing made a mistake while doing this (TypeError); your library is unharmed.",
    )
    assert asked.told() == "The bridge is closed."


def test_one_that_is_ended_for_a_request_that_it_has_just_answered_counts_as_no_loss(
    served_by: Callable[[Serve], None], tmp_path: Path
) -> None:
    served_by(rogue_workers.answer_with)
    came: SimpleQueue[object] = SimpleQueue()
    heard, go_on = threading.Event(), threading.Event()

    def answered(answer: Answer) -> None:
        came.put(answer)
        heard.set()
        go_on.wait(PATIENCE)

    process = WorkerProcess("briefing trial", answered, came.put, time_limit=PATIENCE, waits=True)
    good = written(tmp_path / "good", "good\nWords.")
    for job in (1, 2):
        process.send(ReadFile(job, good))
    assert heard.wait(PATIENCE)
    assert process._connection.poll(PATIENCE)  # the second answer lies there, and is not heard yet
    process.stop(2)
    go_on.set()
    found = [came.get(timeout=PATIENCE), came.get(timeout=PATIENCE)]
    process._process.join(PATIENCE)
    process.send(ReadFile(3, good))
    found.append(came.get(timeout=PATIENCE))
    process.close()
    assert [getattr(one, "job", one) for one in found] == [1, 2, 3]
