"""Workers read a corpus while they and the server are killed; nothing may be lost, and nothing be kept twice.

    python tests/fuzz/corpus_accidents.py [SOURCES] [WORKERS]

WORKERS (3), processes of their own, keep SOURCES (600) articles, which they do not analyse; every second one of them is
killed and started again, or the server is. When all are done, a last one looks for what is left. Ends with 1 if an
article is not there, or is there twice.
"""

import random
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "library"))

from desk_server import programs, running
from library_samples import FERRY, article

from briefing.library import open_library, queries
from briefing.library.corpus_face import NewSource, PutBack
from briefing.library.corpus_stores import corpus_at, work_at

BETWEEN_ACCIDENTS = 1.0
PATIENCE = 1.0


def work(address: str) -> int:
    """Keep what waits, slowly enough to be killed at it."""
    corpus = corpus_at(address)

    def read(numbers: Sequence[int], is_stopped: Callable[[], bool]) -> None:
        for number in numbers:
            if is_stopped():
                raise PutBack
            for source in corpus.waiting([number]):
                content = source.content or b""
                told = article(content.decode(), file=source.place)
                time.sleep(random.uniform(0.0, 0.05))
                with corpus.keeping(told):
                    corpus.library.keep_article(told, content)
                corpus.settle(source.id, 1)

    def give_up(numbers: Sequence[int]) -> None:
        # It was begun again and again, since whoever did was killed: here that is no fault of the articles.
        read(numbers, lambda: False)

    work_at(address, read, give_up, 1, PATIENCE).run()
    return 0


def main(sources: int, workers: int) -> int:
    """Run all; 1 if anything was lost or is there twice."""
    found = programs()
    if found is None:
        print("PostgreSQL is not installed")
        return 1
    with running(found) as server:
        address = server.new_database()
        corpus = corpus_at(address)
        corpus.add([NewSource(f"/{n}.txt", content=f"{FERRY} {'word ' * n}".encode()) for n in range(sources)])
        corpus.close()

        def start() -> subprocess.Popen[bytes]:
            return subprocess.Popen([sys.executable, __file__, "--work", address], stderr=subprocess.DEVNULL)

        at_work, killed, crashed = [start() for _ in range(workers)], 0, 0
        begun = time.monotonic()
        while any(one.poll() is None for one in at_work):
            time.sleep(BETWEEN_ACCIDENTS)
            if random.random() < 0.7:
                chosen = random.randrange(workers)
                at_work[chosen].kill()
                at_work[chosen].wait()
                at_work[chosen] = start()
                killed += 1
            else:
                server.kill()
                server.start()
                crashed += 1
            if time.monotonic() - begun > 60:  # then they may come to an end
                break
        codes = [one.wait() for one in at_work]
        work(address)
        corpus, library = corpus_at(address), open_library(address)
        progress = corpus.progress()
        kept = [one.origin.digest for one in library.ask(queries.Articles())]
        versions = sum(len(library.ask(queries.Versions(one.id))) for one in library.ask(queries.Articles()))
        corpus.close()
        library.close()
    lost, twice = sources - versions, len(kept) - len(set(kept))
    print(f"{sources} sources, {workers} workers: {killed} killed, the server {crashed} times; they ended with {codes}")
    print(f"{progress}; articles: {versions}; lost: {lost}; twice: {twice}")
    return int(bool(lost or twice or progress.waiting or progress.failed or progress.done != sources))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--work"]:
        raise SystemExit(work(sys.argv[2]))
    raise SystemExit(main(*(map(int, sys.argv[1:]) if sys.argv[1:] else (600, 3))))
