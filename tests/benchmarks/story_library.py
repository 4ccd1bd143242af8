"""Measure what stories cost in a large library: reading and placing an article, opening a story, size on the disk.

    python tests/benchmarks/story_library.py [NUMBER [TIMES [FOLDER]]]

NUMBER articles (2,500, if not said) are made around one that is really read, some twenty claims each; one in ten tells
an event that an earlier one tells. What they take on the disk is told of these; then their rows are copied until there
are TIMES (40) as many, for the times that a large library takes. A library that is in FOLDER already is used as it is.
Times are those of the processor, so that other work on the machine does not count.
"""

import os

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(variable, "1")

import statistics  # noqa: E402
import sys  # noqa: E402
import tempfile  # noqa: E402
import time  # noqa: E402
from collections.abc import Callable  # noqa: E402
from pathlib import Path  # noqa: E402

from synthetic_stories import Made, Maker, Real, articles, fill_findings, fill_stories, multiply  # noqa: E402

from briefing.analysis import Analyser  # noqa: E402
from briefing.analysis.stories.kept_reading import packed_story  # noqa: E402
from briefing.analysis.stories.story_finder import story_of  # noqa: E402
from briefing.analysis.stories.story_reader import StoryReader  # noqa: E402
from briefing.library import Library, open_library, queries  # noqa: E402
from briefing.library.compression import pack  # noqa: E402
from briefing.library.paths import DATABASE  # noqa: E402
from briefing.model import Article, Block, BlockKind, Origin, Span  # noqa: E402
from briefing.resources import sample_article  # noqa: E402
from briefing.service.known_gists import KnownGists  # noqa: E402
from briefing.service.story_library import kept_statements, listed_stories, place_articles, told_story  # noqa: E402

ROUNDS = 5
_MORE = """
The port authority of Rotterdam said on Tuesday that 40 ships were waiting off the coast. The union FNV denied that its
members had stopped work at night, and its chairwoman Anna de Vries accused the terminal operator of hiring strangers.
According to a spokesman for the operator, two cranes had failed since Sunday. Minister Jan Bakker told parliament that
the army would not be called. "We will talk on Friday," De Vries told the newspaper Het Dagblad.
"""
"""What is read behind the sample article, so that there are some twenty claims."""

_DERIVED = "name GLOB 'article_sketch*' OR name GLOB 'article_statements*' OR name GLOB 'story_*'"


def main(number: int, times: int, folder: Path) -> None:
    """Print each figure with the bound that the project sets itself."""
    begun = time.process_time()
    analyser = Analyser.open()
    reader = StoryReader.open(analyser)
    real, analysed, reading = _read(analyser, reader)
    print(f"{len(real.analysis.claims)} claims and {len(real.read.statements)} statements in each article")
    maker = Maker(real, number)
    library = open_library(folder)
    if library.ask(queries.ArticleCount()) == 0:
        fill_findings(library, maker, number)
        fill_stories(library, maker, number, _told_stories(maker))
        _print_size(library, folder, number)
        multiply(library, number, times)
        print(f"made in {time.process_time() - begun:.0f} s of the processor's time")
        library.close()
        library = open_library(folder)
    print(f"{library.ask(queries.ArticleCount())} articles, {(folder / DATABASE).stat().st_size / 1e6:.0f} MB")
    known = KnownGists()
    place = statistics.median(_placed(library, made, known) for made in articles(maker, number + 1, ROUNDS))
    print(
        f"analyse {analysed * 1e3:.0f} ms, read statements {reading * 1e3:.0f} ms, place and tell {place * 1e3:.0f} ms"
        f"   ratio {(reading + place) / analysed:.2f} (bound 1.5)"
    )
    worked = _taken(lambda: told_story(library, 1))
    opened = statistics.median(_taken(lambda: told_story(library, 1)) for _ in range(ROUNDS))
    told = told_story(library, 1)
    print(
        f"story of {len(told.articles)} articles, {len(told.propositions)} lines: {opened * 1e3:.0f} ms (bound 150)"
        f", worked out in {worked * 1e3:.0f} ms"
    )
    listed = statistics.median(_taken(lambda: listed_stories(library)) for _ in range(ROUNDS))
    shown = statistics.median(_taken(lambda: library.ask(queries.Articles(count=200))) for _ in range(ROUNDS))
    due = _taken(lambda: library.ask(queries.WithoutStatements("")))
    print(f"list of stories {listed * 1e3:.0f} ms, list of articles {shown * 1e3:.0f} ms, due {due * 1e3:.0f} ms")
    library.close()


def _read(analyser: Analyser, reader: StoryReader) -> tuple[Real, float, float]:
    text = sample_article().read_text(encoding="utf-8", errors="replace") + _MORE
    article = Article(text, (Block(BlockKind.PARAGRAPH, Span(0, len(text))),), Origin(title="Sample"))
    list(analyser.analyse(article))
    analysed = statistics.median(_taken(lambda: list(analyser.analyse(article))) for _ in range(ROUNDS))
    *_, analysis = analyser.analyse(article)
    reading = statistics.median(_taken(lambda: reader.read("0", article, analysis)) for _ in range(ROUNDS))
    return Real(article, analysis, reader.read("0", article, analysis)), analysed, reading


def _told_stories(maker: Maker) -> dict[int, bytes]:
    found = {}
    for size in range(2, 7):
        made = [maker.made(number).read for number in range(1, size + 1)]
        found[size] = pack(packed_story(story_of(made, "t1")))
    return found


def _placed(library: Library, made: Made, known: KnownGists) -> float:
    kept, _ = library.keep_article(made.article, made.article.text.encode())
    library.keep_analysis(kept.id, made.analysis)

    def act() -> None:
        library.keep_statements(kept.id, kept_statements(made.read))
        place_articles(library, known)
        story = library.ask(queries.StoryOf(kept.id))
        if story is not None:
            told_story(library, story)

    return _taken(act)


def _print_size(library: Library, folder: Path, number: int) -> None:
    library._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    whole = (folder / DATABASE).stat().st_size
    sizes = library._connection.execute(f"SELECT name, sum(pgsize) FROM dbstat WHERE {_DERIVED} GROUP BY name")
    parts = {str(name): int(str(size)) for name, size in sizes}
    stories = sum(parts.values())
    print(
        f"size {(whole - stories) / number / 1e3:.2f} kB an article, {stories / number / 1e3:.2f} kB for stories"
        f"   growth {100 * stories / (whole - stories):.1f} % (bound 25 %)"
    )
    print("   ", ", ".join(f"{name} {size / number:.0f} B" for name, size in parts.items()))


def _taken(act: Callable[[], object]) -> float:
    begun = time.process_time()
    act()
    return time.process_time() - begun


if __name__ == "__main__":
    wanted, copies = (int(given) for given in (*sys.argv[1:3], *("2500", "40")[len(sys.argv) - 1 :]))
    if len(sys.argv) > 3:
        main(wanted, copies, Path(sys.argv[3]))
    else:
        with tempfile.TemporaryDirectory() as place:
            main(wanted, copies, Path(place))
