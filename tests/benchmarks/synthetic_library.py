"""Builds a library of synthetic articles: 600 words, 20 claims by 6 actors and 2 notes each, always the same ones.

    python tests/benchmarks/synthetic_library.py FOLDER [NUMBER]

Words are drawn by Zipf's law from 30,000, so that some are in every article and most in few.
"""

import itertools
import random
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import apsw

from briefing.library import AddAnnotation, Library, open_library, packed_findings, queries
from briefing.library.sqlite import article_intake, reader_words_index, stored_findings
from briefing.library.sqlite.dispatch import perform
from briefing.model import (
    Actor,
    ActorKind,
    Analysis,
    Annotation,
    Article,
    Attribution,
    Block,
    BlockKind,
    Certainty,
    Claim,
    Evidence,
    Origin,
    Polarity,
    SourceKind,
    Span,
    Status,
    Voice,
    anchor,
)

WORDS, CLAIMS, ACTORS, NOTES, BLOCKS = 600, 20, 6, 2, 12
VOCABULARY = 30_000
BATCH = 500
NOW = datetime(2026, 5, 1, tzinfo=UTC)
_LETTERS = "eeeeeeaaaaoooiiitttnnnssshhrrrddlluucmfwygpbvk"


@dataclass(frozen=True, slots=True)
class Synthetic:
    """One article with all that is kept of it."""

    article: Article
    analysis: Analysis
    notes: tuple[Annotation, ...]


class Generator:
    """Makes the articles, in order; the same seed makes the same ones."""

    def __init__(self, seed: int = 1) -> None:
        self._random = random.Random(seed)
        self.vocabulary = [self._word() for _ in range(VOCABULARY)]
        self._weights = list(itertools.accumulate(1 / rank for rank in range(1, VOCABULARY + 1)))

    def articles(self, number: int) -> Iterator[Synthetic]:
        """So many articles."""
        for count in range(number):
            yield self._article(count)

    def words(self, number: int) -> list[str]:
        """So many words, as often as Zipf's law has them."""
        return self._random.choices(self.vocabulary, cum_weights=self._weights, k=number)

    def _word(self) -> str:
        return "".join(self._random.choices(_LETTERS, k=self._random.choice((2, 3, 4, 5, 5, 6, 7, 8, 9))))

    def _article(self, count: int) -> Synthetic:
        words = self.words(WORDS)
        text = f"Report {count}. " + " ".join(words)
        origin = Origin(
            title=" ".join(words[:8]).capitalize(),
            byline=" ".join(words[8:10]).title(),
            outlet=f"The {self._random.choice(self.vocabulary[:60]).title()} Post",
            published=f"202{count % 7}-{count % 12 + 1:02}-{count % 28 + 1:02}",
            language="en",
            address=f"https://{count % 60}.example/{count}",
            digest=sha256(text.encode()).hexdigest(),
            media_type="text/html",
        )
        article = Article(text, tuple(self._blocks(text)), origin)
        return Synthetic(article, self._analysis(text), tuple(self._notes(count, text)))

    def _blocks(self, text: str) -> Iterator[Block]:
        start = 0
        for number in range(1, BLOCKS + 1):
            end = len(text) if number == BLOCKS else text.index(" ", len(text) * number // BLOCKS - 20)
            yield Block(BlockKind.PARAGRAPH, Span(start, end))
            start = end + 1

    def _analysis(self, text: str) -> Analysis:
        chosen, step = self._random, len(text) // (CLAIMS + 1)
        actors = tuple(
            Actor(
                f"a{number}",
                " ".join(self._random.choices(self.vocabulary[:4000], k=2)).title(),
                chosen.choice(list(ActorKind)),
                (text[number * 50 : number * 50 + 12],),
                tuple(Span(at, at + 9) for at in sorted(chosen.sample(range(len(text) - 9), 4))),
            )
            for number in range(ACTORS)
        )
        claims = tuple(self._claim(number, number * step, chosen) for number in range(CLAIMS))
        return Analysis("synthetic 1", "en", actors, claims)

    def _claim(self, number: int, start: int, chosen: random.Random) -> Claim:
        content, source, cue = Span(start, start + 110), Span(start + 112, start + 124), Span(start + 125, start + 129)
        hop = Attribution((source,), (cue,), (f"a{chosen.randrange(ACTORS)}",), SourceKind.PERSON)
        status = chosen.choice(list(Status))
        sentence = "Only one source says so, and nobody in the article confirms or denies it."
        return Claim(
            f"c{number}",
            (content,),
            (hop,),
            chosen.choice(list(Voice)),
            chosen.choice(list(Certainty)),
            Polarity.POSITIVE,
            status,
            (Evidence((source, cue), f"{status.value}.rule", sentence),),
        )

    def _notes(self, count: int, text: str) -> Iterator[Annotation]:
        for number in range(NOTES):
            where = anchor(text, Span(100 * number + 10, 100 * number + 45))
            note, tags = " ".join(self.words(12)), (f"tag{(count + number) % 40}",)
            yield Annotation(f"{count:08}-0000-4000-8000-{number:012}", where, NOW, NOW, note=note, tags=tags)


def fill(library: Library, number: int, seed: int = 1) -> None:
    """Keep so many articles as the program does, but hundreds in a transaction and without their original files."""
    connection = library._connection
    connection.pragma("synchronous", "NORMAL")
    articles = Generator(seed).articles(number)
    while batch := list(itertools.islice(articles, BATCH)):
        with connection:
            for synthetic in batch:
                keep(connection, synthetic)
            reader_words_index.settle(connection)


def keep(connection: apsw.Connection, synthetic: Synthetic) -> None:
    """Keep one article with its findings and notes, in the transaction that is open."""
    article_id, _ = article_intake.keep(connection, synthetic.article)
    stored_findings.keep(connection, article_id, packed_findings.prepared(synthetic.analysis, synthetic.article.text))
    for note in synthetic.notes:
        perform(connection, AddAnnotation(article_id, note))


def main(folder: Path, number: int) -> None:
    """Build the library unless it is there already."""
    library = open_library(folder)
    started = time.perf_counter()
    if library.ask(queries.ArticleCount()) == 0:
        fill(library, number)
    print(f"{library.ask(queries.ArticleCount())} articles in {folder}, {time.perf_counter() - started:.0f} s")
    library.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 100_000)
