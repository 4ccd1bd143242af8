"""Print what a brief as PDF costs beside a bare Typst compile of the same document, and how much memory it takes.

usage: python tests/benchmarks/export_speed.py [PAGES]

Times are those of the processor, which others on the same cores change less than those on the clock.

The briefs are of the sample article, alone and repeated until it has about so many pages (default 100), with its real
claims, and of one long article of some 480 pages with notes. The bound is 1.5 times the bare compile.
"""

import json
import resource as system
import sys
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from multiprocessing import get_context
from pathlib import Path

import pypdfium2
import typst

sys.path.insert(0, str(Path(__file__).parents[1] / "export"))
from long_briefs import long_brief

from briefing.export import linked_data, pdf_writer
from briefing.export.labels import Labels
from briefing.export.style_folder import printed_style
from briefing.export.typst_data import printed
from briefing.model import Brief
from briefing.resources import resource, sample_article
from briefing.service.in_process import brief_of_file

PAGES_OF_ONE = 4


def main() -> None:
    """Time both in fresh processes, in turn, for one article and for many; Typst remembers what it has set before."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    one = replace(brief_of_file(sample_article(), Path("no-library")), made=datetime(2026, 1, 1, tzinfo=UTC))
    many = replace(one, articles=one.articles * max(1, wanted // PAGES_OF_ONE))
    for brief, times in ((one, 4), (many, 4), (long_brief(1300, 200), 2)):
        found = [(fresh(ours, brief), fresh(bare, brief)) for _ in range(times)]
        mine, theirs = (min(taken) for taken in zip(*found, strict=True))
        pages, megabytes = fresh(size, brief)
        ratio = mine[0] / theirs[0]
        print(
            f"{pages:4} pages  ours {mine[0]:6.2f} s  bare Typst {theirs[0]:6.2f} s  ratio {ratio:.2f}  {megabytes} MB"
        )


def fresh(work: Callable[[Brief], tuple[float, int]], brief: Brief) -> tuple[float, int]:
    """What a work gives in a process of its own."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(work, brief).result()


def ours(brief: Brief) -> tuple[float, int]:
    """Seconds from the brief to its PDF."""
    begun = time.process_time()
    pdf_writer.render(brief)
    return time.process_time() - begun, 0


def bare(brief: Brief) -> tuple[float, int]:
    """Seconds of compiling the same document from data that is made already."""
    inputs = {"brief": printed(brief), "words": Labels(brief.language).texts(), "style": printed_style(brief.style)}
    attached = json.dumps(
        {
            "annotations.jsonld": linked_data.render(brief).data.decode(),
            "claims.jsonld": linked_data.render_claims(brief).data.decode(),
        }
    )
    told = {name: json.dumps(data, ensure_ascii=False) for name, data in inputs.items()} | {"attached": attached}
    templates = resource("templates")
    begun = time.process_time()
    compiler = typst.Compiler(
        str(templates / "brief.typ"),
        root=str(templates),
        font_paths=[str(resource("fonts"))],
        ignore_system_fonts=True,
        sys_inputs=told,
    )
    compiler.compile(format="pdf", pdf_standards=["a-3a", "ua-1"], timestamp=0)
    return time.process_time() - begun, 0


def size(brief: Brief) -> tuple[float, int]:
    """Pages of the PDF, and megabytes of memory at most."""
    pages = len(pypdfium2.PdfDocument(pdf_writer.render(brief).data))
    return pages, system.getrusage(system.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    main()
