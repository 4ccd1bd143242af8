"""Prints how clean the text of each page and file of the quality set is read, beside bare trafilatura.

    python tests/benchmarks/intake_quality.py [--show NAME]

F1 is that of the longest common subsequence of words (order counts), the title left out on both sides; "leaks" are
words from outside the article that were taken for a part of it. Where readability-lxml is installed, its average is
printed, too.
"""

import argparse
import logging
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from statistics import mean

sys.path[:0] = [str(Path(__file__).parents[1] / "intake"), str(Path(__file__).parents[2])]

from quality_measuring import measured  # noqa: E402 the tests' folder is no package
from quality_samples import f1, samples, without_title  # noqa: E402


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--show", default="", help="a file of which the blocks are printed")
    shown = arguments.parse_args().show
    results = [measured(sample) for sample in samples() if shown in sample.name]
    print(f"{'file':32} {'ours':>7} {'trafil.':>8}  wrong facts, leaks")
    for result in results:
        bare = f"{result.bare * 100:8.1f}" if result.bare is not None else " " * 8
        print(f"{result.name:32} {result.ours * 100:7.1f} {bare}  {'; '.join(result.faults)}")
        if shown:
            print(*result.blocks, sep="\n")
    pages = [result for result in results if result.bare is not None]
    print(f"average of {len(results)} files: {mean(r.ours for r in results) * 100:.1f}")
    if pages:
        ours, bare_mean = mean(r.ours for r in pages), mean(r.bare or 0.0 for r in pages)
        print(f"average of {len(pages)} pages: ours {ours * 100:.1f}, bare trafilatura {bare_mean * 100:.1f}")
    if pages and find_spec("readability"):
        print(f"readability-lxml {mean(readable()) * 100:.1f}")


def readable() -> Iterator[float]:
    """F1 of what readability-lxml finds on each page."""
    from lxml import html
    from readability import Document

    logging.disable(logging.CRITICAL)
    for sample in samples():
        if sample.is_page:
            title = sample.facts.get("title") or sample.text.partition("\n")[0]
            found = html.fromstring(Document(sample.data.decode()).summary()).text_content()
            yield f1(without_title(found, title), without_title(sample.text, title))


if __name__ == "__main__":
    main()
