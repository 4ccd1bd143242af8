"""Measure the first page of a search, ranked and with snippets, over 200 queries beside one bare query of FTS5.

    python tests/benchmarks/library_search.py [NUMBER [FOLDER]]

NUMBER synthetic articles (100,000, if not said; some ten minutes to build) are put into FOLDER, by default one that
stays in the temporary folder; a library that is there already is used as it is. The bare query ranks all articles with
a rare word by bm25 and takes a snippet of each; median over many rare words, none of them asked twice. Beside it stands
the same query cut off after a page, and the time that the bound was set with: some 100 ms for the bare query.
"""

import random
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

from synthetic_library import fill

from briefing.library import Library, open_library, queries

PAGE = 50
RARE = (250, 1000)
"""In how many of 100,000 articles a rare word stands."""

TOLD = 100.0
"""Milliseconds of the bare query on the machine on which the bound was set."""

P95, WORST = 0.8, 2.5
"""How many times as long as the bare query the 95th of 100 searches and the slowest one may take."""

QUERIES = 200
SEED = 5

_BARE = (
    "SELECT rowid, bm25(article_words, 5.0, 1.0) AS score, snippet(article_words, 1, '[', ']', '…', 24) "
    "FROM article_words WHERE article_words MATCH ? ORDER BY score LIMIT {most}"
)


class Words:
    """The words of the library by how many articles they stand in, the commonest first."""

    def __init__(self, library: Library, seed: int = SEED) -> None:
        connection = library._connection
        connection.execute("CREATE VIRTUAL TABLE IF NOT EXISTS temp.term USING fts5vocab(main, article_words, row)")
        rows = connection.execute(
            "SELECT term, doc FROM temp.term WHERE length(term) > 2 AND term NOT GLOB '*[0-9]*' ORDER BY doc DESC, term"
        )
        number = library.ask(queries.ArticleCount())
        known = [(term, doc * 100_000 / number) for term, doc in rows]
        self.commonest = known[0][0]
        self._random = random.Random(seed)
        self._words = {
            "common": [term for term, doc in known if doc >= 20_000],
            "usual": [term for term, doc in known if 2_000 <= doc < 20_000],
            "rare": [term for term, doc in known if RARE[0] <= doc < RARE[1]],
        }

    def any(self, kind: str) -> str:
        """A word that is common, usual or rare."""
        return self._random.choice(self._words[kind])

    def rare(self, number: int) -> list[str]:
        """So many different rare words."""
        return self._random.sample(self._words["rare"], number)

    def queries(self, number: int) -> Iterator[tuple[str, str]]:
        """So many queries of all kinds, each with its kind."""
        some: dict[str, Callable[[], str]] = {
            "rare": lambda: self.any("rare"),
            "usual": lambda: self.any("usual"),
            "common": lambda: self.any("common"),
            "commonest": lambda: self.commonest,
            "two words": lambda: f"{self.any('common')} {self.any('usual')}",
            "rare and common": lambda: f"{self.any('rare')} {self.any('common')}",
            "three words": lambda: f"{self.any('common')} {self.any('usual')} {self.any('usual')}",
            "OR": lambda: f"{self.any('usual')} OR {self.any('rare')}",
            "OR common": lambda: f"{self.any('common')} OR {self.any('common')}",
            "NOT": lambda: f"{self.any('usual')} NOT {self.any('common')}",
            "groups": lambda: f"({self.any('usual')} OR {self.any('rare')}) -{self.any('usual')}",
            "phrase": lambda: f'"{self.any("common")} {self.any("common")}"',
            "prefix": lambda: f"{self.any('usual')[:3]}*",
            "short prefix": lambda: f"{self.any('usual')[:2]}*",
            "who": lambda: f"who:{self.any('usual')}",
            "who and word": lambda: f"who:{self.any('usual')} {self.any('common')}",
            "status": lambda: f"status:disputed {self.any('usual')}",
            "status alone": lambda: "status:confirmed",
            "tag": lambda: f"tag:tag{self._random.randrange(40)}",
            "in:notes": lambda: f"in:notes {self.any('common')}",
            "in:title": lambda: f"in:title {self.any('common')}",
            "after": lambda: f"after:2024-05-01 {self.any('usual')}",
            "dates": lambda: f"after:2023-02 before:2023-03 {self.any('common')}",
            "outlet": lambda: f"outlet:post {self.any('usual')}",
        }
        kinds = list(some)
        for count in range(number):
            kind = kinds[count % len(kinds)]
            yield kind, some[kind]()


def main(number: int, folder: Path) -> None:
    """Print what a first page takes, by kind of query and over all, and its ratio to the bare query."""
    library = open_library(folder)
    if library.ask(queries.ArticleCount()) == 0:
        fill(library, number)
        library.close()
        library = open_library(folder)
    words = Words(library)
    asked, bare_words = list(words.queries(QUERIES)), words.rare(60)
    connection = library._connection
    bare: list[float] = []
    cut: list[float] = []
    taken: dict[str, list[float]] = defaultdict(list)
    for place, (kind, typed) in enumerate(asked):  # mixed, so that both meet the same load of the machine
        if place % 4 == 0:  # the two take turns at being first to read from the disk
            times, most = (bare, -1) if place % 8 else (cut, PAGE)
            word, asking = f'"{bare_words[place // 4]}"', _BARE.format(most=most)
            times.append(_milliseconds(lambda word=word, asking=asking: list(connection.execute(asking, (word,)))))
        taken[kind].append(_milliseconds(lambda typed=typed: library.ask(queries.Search(typed, 0, PAGE))))
    library.close()
    measure = statistics.median(bare)
    print(f"{number} articles; bare query for a rare word: median {measure:.2f} ms, worst {max(bare):.2f} ms")
    print(f"the same, cut off after {PAGE}: median {statistics.median(cut):.2f} ms, worst {max(cut):.2f} ms")
    for kind, times in taken.items():
        print(f"  {kind:16} median {statistics.median(times):7.2f} ms   worst {max(times):7.2f} ms")
    _print_all(sorted(time for times in taken.values() for time in times), measure)


def _print_all(times: list[float], bare: float) -> None:
    middle, late, worst = times[len(times) // 2], times[int(len(times) * 0.95)], times[-1]
    print(f"{len(times)} queries: p50 {middle:.2f} ms, p95 {late:.2f} ms, worst {worst:.2f} ms")
    for name, unit in ((f"the bare query of this run, {bare:.0f} ms", bare), (f"the {TOLD:.0f} ms told for it", TOLD)):
        print(f"ratio to {name}: p95 {late / unit:.2f} (bound {P95}), worst {worst / unit:.2f} (bound {WORST})")


def _milliseconds(act: Callable[[], object]) -> float:
    started = time.perf_counter()
    act()
    return (time.perf_counter() - started) * 1000


if __name__ == "__main__":
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    main(wanted, Path(sys.argv[2]) if len(sys.argv) > 2 else Path(tempfile.gettempdir()) / f"briefing-{wanted}")
