"""Measure how many articles workers read into a desk's library, and what an article costs.

    python tests/benchmarks/corpus_workers.py [ARTICLES] [--workers 1 2 4] [--words WORDS] [--kill]

ARTICLES (400) that never happened, short news of 60 to 120 words or stories of WORDS words, are read by one worker, and
as many others by each further number of them, each process on whatever core the system gives it; the time counts from
the first article that is settled. Beside the articles a second stands what they cost in processor time, which is the
same on a machine that has other work: at the workers, and at the server. If the time at the workers does not grow with
their number, so many cores read so many times as much, up to where the server is busy. With `--kill` one worker is
killed when half is read, and another one begun. Ends with 1 if an article is not there, has no findings, or is there
twice. The table of claims is then written, and the size of the database told.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "library"))

import psycopg
from desk_server import Server, programs, running
from short_news import short_story
from synthetic_news import story

from briefing.library import open_library, queries
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


def run(server: Server, address: str, workers: int, is_one_killed: bool) -> tuple[float, float, float]:
    """Have all that waits read: articles a second, and seconds of processor time an article, at workers and server."""
    corpus = corpus_at(address)
    before = corpus.progress()
    seen: list[tuple[float, int]] = []
    cost, at_server = resource.getrusage(resource.RUSAGE_CHILDREN), server_seconds(server)
    command = [sys.executable, "-m", "briefing", "corpus", "work", "--at-once", "1", "--library", address]

    def start() -> subprocess.Popen[bytes]:
        return subprocess.Popen(command, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)

    begun = [start() for _ in range(workers)]
    # To look how far it is costs the server as much as an article, where there are ten thousand.
    pause = max(0.2, before.waiting / 5000)
    while any(one.poll() is None for one in begun):
        time.sleep(pause)
        seen.append((time.monotonic(), corpus.progress().done - before.done))
        if is_one_killed and seen[-1][1] >= before.waiting / 2:
            begun[0].kill()
            begun[0].wait()
            begun[0], is_one_killed = start(), False
            print(f"one of {workers} was killed after {seen[-1][1]} articles, and another one begun", flush=True)
    assert [one.wait() for one in begun] == [0] * workers
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    number = corpus.progress().done - before.done
    corpus.close()
    first = next((moment, many) for moment, many in seen if many)
    last = next((moment, many) for moment, many in seen if many >= number) if seen[-1][1] >= number else seen[-1]
    rate = (last[1] - first[1]) / max(last[0] - first[0], 0.001)
    spent = after.ru_utime + after.ru_stime - cost.ru_utime - cost.ru_stime
    return rate, spent / number, (server_seconds(server) - at_server) / number


def wrongs(address: str, added: int) -> list[str]:
    """What is not as it has to be: each article there once, with its findings, and each job done."""
    library, corpus = open_library(address), corpus_at(address)
    kept, progress = library.ask(queries.Articles()), corpus.progress()
    library.close()
    corpus.close()
    found = {
        "lost": added - len(kept),
        "twice": len(kept) - len({one.origin.digest for one in kept}),
        "without findings": sum(one.claims is None for one in kept),
        "of several versions": sum(one.version != 1 for one in kept),
        "waiting": progress.waiting,
        "failed": progress.failed,
        "settled otherwise than once": progress.articles - added,
    }
    return [f"{number} {what}" for what, number in found.items() if number]


def size_of(address: str) -> int:
    """Bytes that a database takes on the disk."""
    with psycopg.connect(address) as link:
        (size,) = link.execute("SELECT pg_database_size(current_database())").fetchone() or (0,)
    return int(size)


def write(folder: Path, words: int, first: int, number: int) -> Path:
    """So many articles as files of one folder."""
    folder.mkdir()
    for seed in range(first, first + number):
        text = f"Report {seed}\n\n{story(words, seed)}" if words else short_story(seed)
        (folder / f"{seed}.txt").write_text(text, encoding="utf-8")
    return folder


def add(address: str, folder: Path) -> float:
    """Have the articles in a folder read; gives the seconds that it took."""
    corpus = corpus_at(address)
    begun = time.monotonic()
    add_all(corpus, [str(folder)], lambda failure: print(failure), lambda seen, new: None)
    corpus.close()
    return time.monotonic() - begun


def arguments() -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser()
    parser.add_argument("articles", nargs="?", type=int, default=400)
    parser.add_argument("--workers", nargs="+", type=int, default=[1, 2])
    parser.add_argument("--words", type=int, default=0)
    parser.add_argument("--kill", action="store_true")
    return parser.parse_args()


def main() -> int:
    """Add, read, print."""
    asked, found = arguments(), programs()
    if found is None:
        print("PostgreSQL is not installed")
        return 1
    with running(found, *SETTINGS) as server, tempfile.TemporaryDirectory() as folder:
        address = server.new_database()
        corpus_at(address).close()
        empty, number = size_of(address), 0
        for workers in asked.workers:
            news = write(Path(folder, f"{number}"), asked.words, number, asked.articles)
            added, number = asked.articles / add(address, news), number + asked.articles
            rate, at_workers, at_server = run(server, address, workers, asked.kill)
            load = " ".join(f"{one:.1f}" for one in os.getloadavg())
            print(
                f"{workers} at work: {rate:.2f} articles/s; an article costs {at_workers:.3f} s of processor time at "
                f"the workers (their start included), {at_server:.4f} s at the server; {added:.0f} added a second; "
                f"load {load}",
                flush=True,
            )
        wrong = wrongs(address, number)
        print(f"{number} articles: {', '.join(wrong) or 'each there once, with its findings'}", flush=True)
        begun = time.monotonic()
        table = Path(folder, "claims.parquet")
        claims = export_claims(address, table)
        taken = time.monotonic() - begun
        print(
            f"{claims} claims written in {taken:.1f} s ({number / taken:.0f} articles/s), "
            f"{table.stat().st_size / number:.0f} bytes an article; "
            f"in the database {(size_of(address) - empty) / number:.0f}"
        )
    return int(bool(wrong))


if __name__ == "__main__":
    raise SystemExit(main())
