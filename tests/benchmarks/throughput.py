"""Print words per second of the bare language model and of the analysis, and what each part costs.

usage: python tests/benchmarks/throughput.py [WORDS | FILE.jsonl[.gz]]

Reads the sample article over and over, in articles of about 600 words, or the first 40 articles of a file that holds an
object with a "text" on each line, each of them once: words that were met before cost either side less. One process,
one core.
"""

import gzip
import json
import os
import resource
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(variable, "1")

import spacy  # noqa: E402

from briefing.analysis import Analyser  # noqa: E402
from briefing.analysis.analyser import MODEL  # noqa: E402
from briefing.model import Article, Block, BlockKind, Span  # noqa: E402
from briefing.resources import sample_article  # noqa: E402

PARTS = (
    ("actors", "briefing.analysis.pipeline", "find_actors"),
    ("grammar and quotations", "briefing.analysis.pipeline", "Pipeline._hops"),
    ("encoder", "briefing.analysis.encoder.role_encoder", "RoleEncoder.attributions"),
    ("claims, sources, certainty", "briefing.analysis.claims.claim_extraction", "ClaimReader.drafts"),
    ("narrator", "briefing.analysis.claims.narrated_claims", "Narrator._bare"),
    ("links", "briefing.analysis.pipeline", "link"),
    ("status and evidence", "briefing.analysis.pipeline", "_claims"),
)


DISTINCT = 40


def main() -> None:
    """Time both over the same words, turn by turn, and print the ratio."""
    analyser = Analyser.open()
    sample = as_article(sample_article().read_text(encoding="utf-8").split("Related posts")[0])
    if len(sys.argv) > 1 and not sys.argv[1].isdigit():
        articles = articles_in(Path(sys.argv[1]))
        words = sum(len(article.text.split()) for article in articles)
        bare, whole = distinct(analyser, sample, articles)
        print(f"{len(articles)} articles of {words} words, each once, processor time on one core")
    else:
        articles = [sample]
        words = len(sample.text.split())
        rounds = max(3, (int(sys.argv[1]) if len(sys.argv) > 1 else 20_000) // words)
        bare, whole = repeated(analyser, sample, rounds)
        articles = articles * rounds
        print(f"{rounds} times the same {words} words, the fastest of each, processor time on one core")
    print(f"bare nlp.pipe  {words / bare:8.0f} words/s")
    print(f"Analyser       {words / whole:8.0f} words/s   ratio {bare / whole:.2f}")
    print_parts(analyser, articles)
    print(f"largest memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


def articles_in(file: Path) -> list[Article]:
    """The first articles of a file with an object a line."""
    with (gzip.open if file.suffix == ".gz" else open)(file, "rt", encoding="utf-8") as lines:
        return [as_article(json.loads(line)["text"]) for _, line in zip(range(DISTINCT), lines, strict=False)]


def distinct(analyser: Analyser, warm: Article, articles: Sequence[Article]) -> tuple[float, float]:
    """Processor seconds of a bare model of its own and of the analyser, over articles that neither has met."""
    nlp = spacy.load(MODEL)
    bare, whole = 0.0, 0.0
    for number, article in enumerate([warm, *articles]):
        slow = timed(lambda article=article: list(nlp.pipe(paragraphs(article))))
        quick = timed(lambda article=article: list(analyser.analyse(article)))
        if number:
            bare, whole = bare + slow, whole + quick
    return bare, whole


def repeated(analyser: Analyser, article: Article, rounds: int) -> tuple[float, float]:
    """Processor seconds of the fastest of many rounds over one article."""
    list(analyser.analyse(article))
    nlp, texts = analyser.language_model, paragraphs(article)
    bare, whole = fastest(rounds, lambda: list(nlp.pipe(texts)), lambda: list(analyser.analyse(article)))
    return bare, whole


def paragraphs(article: Article) -> list[str]:
    """The texts that the bare model reads."""
    return [block.span.of(article.text) for block in article.blocks]


def print_parts(analyser: Analyser, articles: Sequence[Article]) -> None:
    """The share of each part of the analysis."""
    spent = {name: measured(module, member) for name, module, member in PARTS}
    whole = timed(lambda: [list(analyser.analyse(article)) for article in articles])
    for name, seconds in spent.items():
        print(f"  {name:28} {sum(seconds) / whole:6.1%}")
    print(f"  {'parsing and the rest':28} {1 - sum(map(sum, spent.values())) / whole:6.1%}")


def fastest(rounds: int, *works: Callable[[], object]) -> list[float]:
    """The least processor seconds of each work, done in turn so that a busy machine slows all alike."""
    found = [float("inf")] * len(works)
    for _ in range(rounds):
        for at, work in enumerate(works):
            found[at] = min(found[at], timed(work))
    return found


def as_article(text: str) -> Article:
    """The text with each line as a paragraph."""
    blocks, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(BlockKind.PARAGRAPH, Span(start, start + len(line))))
        start += len(line) + 1
    return Article(text, tuple(blocks))


def timed(work: Callable[[], object]) -> float:
    """Processor seconds that the work takes."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


def measured(module_name: str, member: str) -> list[float]:
    """A list that grows by the processor seconds of each call of a function from now on."""
    module = sys.modules[module_name]
    *holders, name = member.split(".")
    holder = getattr(module, holders[0]) if holders else module
    function = getattr(holder, name)
    spent: list[float] = []

    def wrapped(*arguments: object, **named: object) -> object:
        begun = time.thread_time()
        try:
            return function(*arguments, **named)
        finally:
            spent.append(time.thread_time() - begun)

    setattr(holder, name, wrapped)
    return spent


if __name__ == "__main__":
    main()
