"""Measure how many articles one and two workers read into a desk's library, and what an article costs.

    python tests/benchmarks/corpus_workers.py [ARTICLES [WORDS]]

ARTICLES (400) stories of WORDS (400) words that never happened are read by one worker, and as many by two, each process
on whatever core the system gives it; the time counts from the first article that is settled. Beside the articles a
second stands what they cost in processor time, which is the same on a machine that has other work: at the workers, and
at the server. If the time at the workers does not grow with their number, so many cores read so many times as much, up
to where the server is busy. The table of claims is then written, and the size of the database told.
"""

import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "library"))

import psycopg
from desk_server import Server, programs, running
from synthetic_news import story

from briefing.library.corpus_stores import corpus_at
from briefing.service.claim_export import export_claims
from briefing.service.corpus_sources import add_all

TICKS = os.sysconf("SC_CLK_TCK")
SETTINGS = ("shared_buffers=512MB", "max_wal_size=4GB")


def server_seconds(server: Server) -> float:
    """Processor time of the server and of all that it started, so far."""
    head = int((server.folder / "data" / "postmaster.pid").read_text().split()[0])
    fields = (stat for stat in (_stat(path) for path in Path("/proc").glob("[0-9]*/stat")) if stat)
    return sum(
        (int(stat[11]) + int(stat[12]) + (int(stat[13]) + int(stat[14]) if pid == head else 0)) / TICKS
        for pid, stat in fields
        if pid == head or int(stat[1]) == head
    )


def _stat(path: Path) -> tuple[int, list[str]] | None:
    try:
        return int(path.parent.name), path.read_text().rpartition(")")[2].split()
    except OSError:  # it has just ended
        return None


def run(server: Server, address: str, workers: int) -> tuple[float, float, float]:
    """Have all that waits read: articles a second, and seconds of processor time an article, at workers and server."""
    corpus = corpus_at(address)
    before, done = corpus.progress(), threading.Event()
    seen: list[tuple[float, int]] = []

    def watch() -> None:
        watched = corpus_at(address)
        while not done.wait(0.2):
            progress = watched.progress()
            seen.append((time.monotonic(), progress.done - before.done))
        watched.close()

    watching = threading.Thread(target=watch)
    watching.start()
    cost, at_server = resource.getrusage(resource.RUSAGE_CHILDREN), server_seconds(server)
    command = [sys.executable, "-m", "briefing", "corpus", "work", "--at-once", "1", "--library", address]
    begun = [subprocess.Popen(command, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL) for _ in range(workers)]
    assert [one.wait() for one in begun] == [0] * workers
    done.set()
    watching.join()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    number = corpus.progress().done - before.done
    corpus.close()
    first = next((moment, many) for moment, many in seen if many)
    last = next((moment, many) for moment, many in seen if many >= number) if seen[-1][1] >= number else seen[-1]
    rate = (last[1] - first[1]) / max(last[0] - first[0], 0.001)
    spent = after.ru_utime + after.ru_stime - cost.ru_utime - cost.ru_stime
    return rate, spent / number, (server_seconds(server) - at_server) / number


def size_of(address: str) -> int:
    """Bytes that a database takes on the disk."""
    with psycopg.connect(address) as link:
        (size,) = link.execute("SELECT pg_database_size(current_database())").fetchone() or (0,)
    return int(size)


def main(articles: int = 400, words: int = 400) -> int:
    """Add, read, print."""
    found = programs()
    if found is None:
        print("PostgreSQL is not installed")
        return 1
    with running(found, *SETTINGS) as server, tempfile.TemporaryDirectory() as folder:
        address = server.new_database()
        corpus_at(address).close()
        empty = size_of(address)
        for turn, workers in enumerate((1, 2)):
            news = Path(folder, str(workers))
            news.mkdir()
            for number in range(articles):
                seed = turn * articles + number
                (news / f"{number}.txt").write_text(f"Report {seed}\n\n{story(words, seed)}")
            corpus = corpus_at(address)
            begun = time.monotonic()
            add_all(corpus, [str(news)], lambda failure: print(failure), lambda seen, new: None)
            added = articles / (time.monotonic() - begun)
            corpus.close()
            rate, at_workers, at_server = run(server, address, workers)
            print(
                f"{workers} at work: {rate:.2f} articles/s; an article costs {at_workers:.3f} s of processor time at "
                f"the workers (their start included), {at_server:.4f} s at the server; {added:.0f} added a second",
                flush=True,
            )
        begun = time.monotonic()
        table = Path(folder, "claims.parquet")
        claims = export_claims(address, table)
        taken = time.monotonic() - begun
        size, number = size_of(address) - empty, 2 * articles
        print(
            f"{claims} claims written in {taken:.1f} s ({number / taken:.0f} articles/s), "
            f"{table.stat().st_size / number:.0f} bytes an article; in the database {size / number:.0f}"
        )
    return 0


if __name__ == "__main__":
    raise SystemExit(main(*map(int, sys.argv[1:])))
