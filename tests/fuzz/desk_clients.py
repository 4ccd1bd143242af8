"""Many write to one desk's library while connections are cut and the server is killed; nothing told may be lost.

    python tests/fuzz/desk_clients.py [SECONDS] [CLIENTS]

Each of CLIENTS (10) keeps articles and writes notes and judgements on them for SECONDS (60), as fast as the server
takes them; every few seconds a connection of one is cut, or the server killed and started again. Whoever is told that
the library cannot be reached tries again. Ends with 1 if anything that was acknowledged is not there.
"""

import random
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

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


class Client(threading.Thread):
    """One who writes, and remembers what was acknowledged."""

    def __init__(self, address: str, number: int, until: float) -> None:
        super().__init__(name=f"client {number}")
        self.notes: set[str] = set()
        self.judged: set[int] = set()
        self.times: list[float] = []
        self.refused = 0
        self._address, self._number, self._until = address, number, until

    def run(self) -> None:
        """Write until the time is over."""
        library = self._try_again(lambda: open_library(self._address))
        for round_number in range(1_000_000):
            if time.monotonic() > self._until:
                break
            self._write(library, round_number)
        library.close()

    def _write(self, library: Library, round_number: int) -> None:
        text = f"{FERRY} Report {round_number} of {self._number}."
        kept = self._try_again(lambda: keep(library, text, title=f"{self._number}/{round_number}"))
        for each in range(5):
            made = note(self._number * 10_000_000 + round_number * 10 + each, text=text)
            begun = time.perf_counter()
            self._try_again(lambda made=made: self._add(library, kept.id, made))  # type: ignore[misc]
            self.times.append(time.perf_counter() - begun)
            self.notes.add(made.id)
        said = Judgement(anchor(text, span("The ferry", text)), NOW, NOW, Status.CONFIRMED)
        self._try_again(lambda: library.perform(Judge(kept.id, said)))
        self.judged.add(kept.id)

    def _add(self, library: Library, article_id: int, made: object) -> None:
        try:
            library.perform(AddAnnotation(article_id, made))  # type: ignore[arg-type]
        except LibraryFailure as failure:
            # It was written, and the connection was cut before that was told.
            if failure.message.code != "annotation.there":
                raise

    def _try_again(self, act: Callable[[], object]) -> "object":
        while True:
            try:
                return act()
            except LibraryBlocked:
                self.refused += 1
                time.sleep(PAUSE)


def main(seconds: float, clients: int) -> int:
    """Run all; 1 if anything was lost."""
    found = programs()
    if found is None:
        print("PostgreSQL is not installed")
        return 1
    with running(found) as server:
        address = server.new_database()
        open_library(address).close()
        until = time.monotonic() + seconds
        working = [Client(address, number, until) for number in range(1, clients + 1)]
        for client in working:
            client.start()
        cut, killed = _accidents(server, until)
        for client in working:
            client.join()
        library = open_library(address)
        articles = library.ask(queries.Articles())
        notes = {one.id for kept in articles for one in library.ask(queries.AnnotationsOn(kept.id))}
        judged = {kept.id for kept in articles if library.ask(queries.JudgementsOn(kept.id))}
        library.close()
    lost = [
        *(set().union(*(one.notes for one in working)) - notes),
        *(set().union(*(one.judged for one in working)) - judged),
    ]
    times = sorted(moment for one in working for moment in one.times)
    print(f"{len(times)} notes by {clients} in {seconds:.0f} s; {cut} connections cut, server killed {killed} times")
    print(f"refused and tried again: {sum(one.refused for one in working)}; articles: {len(articles)}")
    print(f"an act: p50 {times[len(times) // 2] * 1000:.0f} ms, p95 {times[int(len(times) * 0.95)] * 1000:.0f} ms")
    print(f"lost: {len(lost)} {lost[:3] or ''}")
    return int(bool(lost))


def _accidents(server: Server, until: float) -> tuple[int, int]:
    cut = killed = 0
    while time.monotonic() < until - BETWEEN_ACCIDENTS:
        time.sleep(BETWEEN_ACCIDENTS)
        if random.random() < 0.5:
            server.execute(
                "SELECT pg_terminate_backend(pid) FROM (SELECT pid FROM pg_stat_activity "
                "WHERE application_name = 'briefing' ORDER BY random() LIMIT 1) AS one"
            )
            cut += 1
        else:
            server.kill()
            server.start()
            killed += 1
    return cut, killed


if __name__ == "__main__":
    raise SystemExit(main(float(sys.argv[1]) if sys.argv[1:] else 60.0, int(sys.argv[2]) if sys.argv[2:] else 10))
