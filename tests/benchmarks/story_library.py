"""Measure what stories cost in a large library: reading and placing an article, opening a story, size on the disk.

    python tests/benchmarks/story_library.py [NUMBER [FOLDER]]

NUMBER articles (20,000, if not said) are made of one that is really read: each of their events has names and a
direction of meaning of its own, each article some noise. One in ten tells an event that an earlier one tells.
"""

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np

from briefing.analysis import Analyser
from briefing.analysis.stories.story_reader import StoryReader
from briefing.analysis.stories.told import StoryArticle
from briefing.library import Library, open_library, queries
from briefing.library.kept_statements import KeptStatements
from briefing.library.paths import DATABASE
from briefing.model import Analysis, Article, Block, BlockKind, Origin, Span
from briefing.model.identifiers import digest_of
from briefing.resources import sample_article
from briefing.service.story_library import kept_statements, place_articles, told_story

_read: dict[int, KeptStatements] = {}
"""What was read of each article, to be read anew."""

LARGE_STORY = 50
SHARED = 0.1
"""Share of the articles that tell an event which an earlier one tells."""

ROUNDS = 5
BATCH = 500


def main(number: int, folder: Path) -> None:
    """Print each figure with the bound that the project sets itself."""
    text = sample_article().read_text(encoding="utf-8", errors="replace")[:6000]
    article = Article(text, (Block(BlockKind.PARAGRAPH, Span(0, len(text))),), Origin(title="Sample"))
    analyser = Analyser.open()
    reader = StoryReader.open(analyser)
    list(analyser.analyse(article))
    begun = time.perf_counter()
    *_, analysis = analyser.analyse(article)
    analysed = time.perf_counter() - begun
    reader.read("0", article, analysis)
    begun = time.perf_counter()
    read = reader.read("0", article, analysis)
    reading = time.perf_counter() - begun
    library = open_library(folder)
    before = _size(library, folder)
    for count in range(1, number + 1):
        _keep_findings(library, count, text, analysis)
    alone = _size(library, folder) - before
    for count, made in enumerate(_articles(read, number), 1):
        _keep(library, count, made, placed=True)
    grown = _size(library, folder) - before
    placing = []
    for count, made in enumerate(_articles(read, ROUNDS, seed=7, known=number), number + 1):
        _keep_findings(library, count, text, analysis)
        _keep(library, count, made, placed=False)
        begun = time.perf_counter()
        place_articles(library)
        placing.append(time.perf_counter() - begun)
    place = statistics.median(placing)
    print(
        f"analyse {analysed * 1e3:7.0f} ms, read statements {reading * 1e3:7.0f} ms, place {place * 1e3:7.0f} ms",
        end="",
    )
    print(f"   ratio {(reading + place) / analysed:.2f} (bound 1.5)")
    begun = time.perf_counter()
    told_story(library, 1)
    worked = time.perf_counter() - begun
    begun = time.perf_counter()
    told = told_story(library, 1)
    opened = time.perf_counter() - begun
    print(
        f"story of {len(told.articles)} articles, {len(told.propositions)} lines: {opened * 1e3:.0f} ms (bound 150)",
        end="",
    )
    print(f", worked out in {worked * 1e3:.0f} ms")
    print(
        f"size {alone / number / 1e3:.1f} kB an article, {grown / number / 1e3:.1f} kB with stories"
        f"   growth {100 * (grown - alone) / alone:.0f} % (bound 25 %)"
    )
    library.close()


def _articles(read: StoryArticle, number: int, seed: int = 1, known: int = 0) -> Iterator[StoryArticle]:
    chosen = random.Random(seed)
    for count in range(number):
        told_before = bool(known) or chosen.random() < SHARED
        event = chosen.randrange(known or max(1, count)) + 1 if told_before else count + 1
        if not known and count < LARGE_STORY:
            event = 0
        numbers = np.random.default_rng(event)
        direction = numbers.normal(size=read.vectors.shape[1]).astype(np.float32)
        noise = np.random.default_rng(seed * 1_000_000 + count).normal(size=read.vectors.shape).astype(np.float32)
        vectors = read.vectors + direction / np.linalg.norm(direction) + 0.02 * noise
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
        statements = tuple(
            replace(
                statement,
                names=tuple(f"{name} {event}" for name in statement.names),
                words=tuple((f"{word}{event % 500}", weight) for word, weight in statement.words),
            )
            for statement in read.statements
        )
        yield replace(read, key=str(max(1, event)), statements=statements, vectors=vectors)


def _keep_findings(library: Library, number: int, text: str, analysis: Analysis) -> None:
    words = f"{text} {number}"
    origin = Origin(title=f"Article {number}", digest=digest_of(words.encode()), published="2026-05-01")
    kept, _ = library.keep_article(Article(words, (), origin), words.encode())
    library.keep_analysis(kept.id, analysis)


def _keep(library: Library, number: int, made: StoryArticle, placed: bool) -> None:
    # What it says is packed with the article's own words.
    _read[number] = kept_statements(replace(made, text=library.ask(queries.WholeArticle(number)).text))
    library.keep_statements(number, _read[number])
    if placed and number <= LARGE_STORY:
        library.place_in_story(number, 1)
    elif placed:
        story = int(made.key)
        library.place_in_story(number, story)
        if story != number and story > LARGE_STORY:
            # As the window does while nothing else waits.
            for other in library.ask(queries.StoryArticles(story)):
                if other not in library.ask(queries.Statements((other,))):
                    library.keep_statements(other, _read[other])
            told_story(library, story)


def _size(library: Library, folder: Path) -> int:
    library._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return (folder / DATABASE).stat().st_size


if __name__ == "__main__":
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    if len(sys.argv) > 2:
        main(wanted, Path(sys.argv[2]))
    else:
        with tempfile.TemporaryDirectory() as place:
            main(wanted, Path(place))
