"""Writes all claims of a library as a table, article by article, as the reader judges them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from briefing.export.claim_table import rows
from briefing.export.claims_parquet import write
from briefing.library import Library, Place, open_library, queries
from briefing.model.judged_claims import judgements_by_claim
from briefing.service.judgements import judged_analysis

AT_A_TIME = 500
"""Numbers of articles that are asked for at once."""


def export_claims(place: Place, path: Path, part: int = 0, parts: int = 1) -> int:
    """Write the claims of a library, or of one part of its articles, to a Parquet file; gives how many.

    Raises:
        LibraryFailure: if the library cannot be read.
        ExportFailure: if the file cannot be written, or what writes it is not installed.
    """
    library = open_library(place)
    try:
        return write(each_claim(library, part, parts), path)
    finally:
        library.close()


def each_claim(library: Library, part: int = 0, parts: int = 1) -> Iterator[dict[str, Any]]:
    """The claims of a library as rows, the article that was kept first before the others."""
    number = 0
    while numbers := library.ask(queries.AnalysedAfter(number, AT_A_TIME, part, parts)):
        for number in numbers:
            analysis = judged_analysis(library, number)
            if analysis is not None:
                judged = judgements_by_claim(analysis, library.ask(queries.JudgementsOn(number)))
                yield from rows(number, library.ask(queries.WholeArticle(number)), analysis, judged)
