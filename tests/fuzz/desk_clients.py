"""Many write to one desk's library while clients and the server are killed; nothing that was told may be lost.

    python tests/fuzz/desk_clients.py [SECONDS] [CLIENTS]

Each of CLIENTS (10), a process, keeps articles and writes notes and judgements on them for SECONDS (60), as
fast as the server takes them; every few seconds the connection of one is cut, one is killed and started again, or the
server is. Whoever is told that the library cannot be reached tries again. What was acknowledged stands in a journal.
Ends with 1 if anything of it is not in the library.
"""

import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TextIO

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "library"))

from desk_server import Server, programs, running
from library_samples import FERRY, NOW, keep, note, span

from briefing.library import (
    AddAnnotation,
    Judge,
    Library,
    LibraryBlocked,
    LibraryFailure,
    open_library,
    queries,
)
from briefing.model import Judgement, Status, anchor

PAUSE = 0.2
"""Seconds until one who was refused tries again."""

BETWEEN_ACCIDENTS = 3.0
NOTE, JUDGED, ARTICLE, REFUSED = "note", "judged", "article", "refused"
"""What a line of a journal tells, with what it is about and how many seconds it took."""


class Client:
    """One who writes, and tells in a journal what was acknowledged."""

    def __init__(self, address: str, number: int, until: float, journal: TextIO) -> None:
        self._address, self._number, self._until, self._journal = address, number, until, journal

    def run(self) -> None:
        """Write until the time is over."""
        library = self._try_again(lambda: open_library(self._address))
        round_number = int(time.time() * 10)  # never one that was before it was killed
        while time.time() < self._until:
            self._write(library, round_number)
            round_number += 1
        library.close()

    def _write(self, library: Library, round_number: int) -> None:
        text = f"{FERRY} Report {round_number} of {self._number}."
        kept = self._told(ARTICLE, lambda: keep(library, text, title=f"{self._number}/{round_number}"))
        self._tell(ARTICLE, kept.id)
        for each in range(5):
            made = note((self._number * 10**11 + round_number) * 10 + each, text=text)
            self._told(NOTE, lambda made=made: self._add(library, kept.id, made), made.id)  # type: ignore[misc]
        said = Judgement(anchor(text, span("The ferry", text)), NOW, NOW, Status.CONFIRMED)
        self._told(JUDGED, lambda: library.perform(Judge(kept.id, said)), kept.id)

    def _add(self, library: Library, article_id: int, made: object) -> None:
        try:
            library.perform(AddAnnotation(article_id, made))  # type: ignore[arg-type]
        except LibraryFailure as failure:
            # It was written, and the connection was cut before that was told.
            if failure.message.code != "annotation.there":
                raise

    def _told(self, kind: str, act: Callable[[], object], about: object = None) -> "object":
        begun = time.perf_counter()
        done = self._try_again(act)
        if about is not None:
            self._tell(kind, about, time.perf_counter() - begun)
        return done

    def _try_again(self, act: Callable[[], object]) -> "object":
        while True:
            try:
                return act()
            except LibraryBlocked:
                self._tell(REFUSED, "")
                time.sleep(PAUSE)

    def _tell(self, kind: str, about: object, seconds: float = 0.0) -> None:
        self._journal.write(f"{kind}\t{about}\t{seconds:.6f}\n")
        self._journal.flush()


class Desk:
    """All who write, each a process."""

    def __init__(self, address: str, clients: int, until: float, folder: Path) -> None:
        self._address, self._until, self._folder = address, until, folder
        self._running = {number: self._start(number) for number in range(1, clients + 1)}

    def _start(self, number: int) -> subprocess.Popen[bytes]:
        told = [sys.executable, __file__, "--client", self._address, str(number), str(self._until), str(self._folder)]
        return subprocess.Popen(told)

    def kill_one(self) -> None:
        """Kill one of them, and start it again."""
        number = random.choice(list(self._running))
        self._running[number].kill()
        self._running[number].wait()
        self._running[number] = self._start(number)

    def wait(self) -> int:
        """Wait for all; gives how many ended in a fault."""
        return sum(one.wait() != 0 for one in self._running.values())

    def told(self) -> list[tuple[str, str, float]]:
        """What all journals tell."""
        lines = (line for path in self._folder.iterdir() for line in path.read_text().splitlines())
        return [(kind, about, float(seconds)) for kind, about, seconds in (line.split("\t") for line in lines)]


def main(seconds: float, clients: int) -> int:
    """Run all; 1 if anything was lost."""
    found = programs()
    if found is None:
        print("PostgreSQL is not installed")
        return 1
    with running(found) as server, tempfile.TemporaryDirectory() as folder:
        address = server.new_database()
        open_library(address).close()
        until = time.time() + seconds
        desk = Desk(address, clients, until, Path(folder))
        cut, killed, restarted = _accidents(server, desk, until)
        faulty = desk.wait()
        told = desk.told()
        library = open_library(address)
        articles = library.ask(queries.Articles())
        notes = {one.id for kept in articles for one in library.ask(queries.AnnotationsOn(kept.id))}
        judged = {str(kept.id) for kept in articles if library.ask(queries.JudgementsOn(kept.id))}
        library.close()
    there = {NOTE: notes, JUDGED: judged, ARTICLE: {str(kept.id) for kept in articles}}
    lost = [(kind, about) for kind, about, _ in told if kind in there and about not in there[kind]]
    times = sorted(seconds for kind, _, seconds in told if kind == NOTE)
    kinds = {kind: sum(one == kind for one, _, _ in told) for kind in (ARTICLE, NOTE, JUDGED, REFUSED)}
    print(f"{clients} clients, {seconds:.0f} s; {cut} connections cut, {restarted} clients and {killed} servers killed")
    print(f"acknowledged: {kinds}; clients that ended in a fault: {faulty}; articles there: {len(articles)}")
    print(f"a note: p50 {times[len(times) // 2] * 1000:.0f} ms, p95 {times[int(len(times) * 0.95)] * 1000:.0f} ms")
    print(f"lost: {len(lost)} {lost[:3] or ''}")
    return int(bool(lost or faulty))


def _accidents(server: Server, desk: Desk, until: float) -> tuple[int, int, int]:
    cut = killed = restarted = 0
    while time.time() < until - BETWEEN_ACCIDENTS:
        time.sleep(BETWEEN_ACCIDENTS)
        match random.choice(("cut", "client", "server")):
            case "cut":
                server.execute(
                    "SELECT pg_terminate_backend(pid) FROM (SELECT pid FROM pg_stat_activity "
                    "WHERE application_name = 'briefing' ORDER BY random() LIMIT 1) AS one"
                )
                cut += 1
            case "client":
                desk.kill_one()
                restarted += 1
            case "server":
                server.kill()
                server.start()
                killed += 1
    return cut, killed, restarted


def _as_client(address: str, number: str, until: str, folder: str) -> int:
    with Path(folder, f"{number} {os.getpid()}").open("w", encoding="utf-8") as journal:
        Client(address, int(number), float(until), journal).run()
    return 0


if __name__ == "__main__":
    if sys.argv[1:2] == ["--client"]:
        raise SystemExit(_as_client(*sys.argv[2:]))
    raise SystemExit(main(float(sys.argv[1]) if sys.argv[1:] else 60.0, int(sys.argv[2]) if sys.argv[2:] else 10))
