"""Print words per second of the bare language model and of the analysis, and what each part costs.

usage: python tests/benchmarks/throughput.py [WORDS]

Reads the sample article over and over, in articles of about 600 words; one process, one core.
"""

import os
import resource
import sys
import time
from collections.abc import Callable

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(variable, "1")

from briefing.analysis import Analyser  # noqa: E402
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


def main() -> None:
    """Time both over the same words, turn by turn, and print the ratio."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    analyser = Analyser.open()
    article = as_article(sample_article().read_text(encoding="utf-8").split("Related posts")[0])
    rounds = max(3, wanted // len(article.text.split()))
    words = len(article.text.split())
    texts = [block.span.of(article.text) for block in article.blocks]
    nlp = analyser.language_model

    def whole_article() -> None:
        list(analyser.analyse(article))

    whole_article()
    bare, whole = fastest(rounds, lambda: list(nlp.pipe(texts)), whole_article)
    print(f"{rounds} times the same {words} words, the fastest of each, processor time on one core")
    print(f"bare nlp.pipe  {words / bare:8.0f} words/s")
    print(f"Analyser       {words / whole:8.0f} words/s   ratio {bare / whole:.2f}")
    spent = {name: measured(module, member) for name, module, member in PARTS}
    whole = timed(lambda: [whole_article() for _ in range(rounds)])
    for name, seconds in spent.items():
        print(f"  {name:28} {sum(seconds) / whole:6.1%}")
    print(f"  {'parsing and the rest':28} {1 - sum(map(sum, spent.values())) / whole:6.1%}")
    print(f"largest memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


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
