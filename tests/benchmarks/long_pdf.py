"""How long a PDF of many pages takes to be read, and how much memory.

    python tests/benchmarks/long_pdf.py [--pages 500] [--dense]

The bound is 10 seconds and 500 MB for 500 pages; the exit code is 1 beyond it.
"""

import argparse
import resource
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

import typst

from briefing.intake import read_bytes

SECONDS, BYTES = 10.0, 500_000_000
SENTENCE = (
    "The harbour board said on Monday that it had never been told of the rotten piles below the east pier, which was "
    "closed in the spring after two divers had been hurt by falling wood. "
)


def document(pages: int, dense: bool) -> bytes:
    """A PDF of some sentences on each page, or of as many as it holds."""
    body = "\n\n".join([SENTENCE * 4] * (6 if dense else 3))
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "long.typ")
        source.write_text('#set page(numbering: "1")\n' + "\n#pagebreak()\n".join([body] * pages), encoding="utf-8")
        return typst.compile(str(source))


def main() -> int:
    """Measure once and print it."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--pages", type=int, default=500)
    arguments.add_argument("--dense", action="store_true", help="pages full from top to bottom")
    chosen = arguments.parse_args()
    data = document(chosen.pages, chosen.dense)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    begun, used = time.monotonic(), time.process_time()
    article = read_bytes(data, "long.pdf").article
    spent, busy = time.monotonic() - begun, time.process_time() - used
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024
    print(f"{article.locators[-1].number} pages, {len(article.text):,} characters")
    print(f"{spent:.1f} s, {busy:.1f} s of the processor, {grown >> 20} MB")
    return int(busy > SECONDS * chosen.pages / 500 or grown > BYTES)


if __name__ == "__main__":
    sys.exit(main())
