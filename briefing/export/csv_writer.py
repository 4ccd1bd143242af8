"""The claims of a brief as CSV, for spreadsheets."""

import csv
import io
import re

from briefing.export.brief_view import sheet
from briefing.export.export_formats import Rendered
from briefing.export.labels import Labels
from briefing.export.view_types import ArticleView, ClaimView
from briefing.model import Brief

COLUMNS = (  # by the names that the catalogues have for them
    "article",
    "number",
    "source",
    "knows",
    "nameless",
    "cue",
    "content",
    "status",
    "manner",
    "evidence",
    "links",
    "judgement",
    "note",
)

_FORMULA = re.compile(r"[ ]*[\t\r\n]|[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*[=+\-@＝＋－＠]")
"""How formulas begin, perhaps behind blanks and signs that cannot be seen."""


def render(brief: Brief) -> Rendered:
    """The table as UTF-8 with a byte order mark, which spreadsheets look for."""
    table, labels = io.StringIO(), Labels(brief.language)
    writer = csv.writer(table)
    writer.writerow([labels.text(f"column_{name}") for name in COLUMNS])
    for article in sheet(brief)["articles"]:
        for row in claim_rows(labels, article):
            writer.writerow([harmless(cell) for cell in row])
    return Rendered(table.getvalue().encode("utf-8-sig"))


def claim_rows(labels: Labels, article: ArticleView) -> list[list[str]]:
    """A row a claim of an article of a sheet, by `COLUMNS`."""
    return [_row(labels, article["title"], claim) for claim in article["claims"]]


def _row(labels: Labels, title: str, claim: ClaimView) -> list[str]:
    judgement = claim["judgement"]
    return [
        title,
        str(claim["number"]),
        labels.through(claim["chain"]),
        "; ".join(claim["knowledge"]),
        "; ".join(claim["anonymity"]),
        claim["cue"],
        claim["content"],
        claim["label"],
        claim["manner"],
        " ".join(labels.reasons(claim)),
        "; ".join(f"{link['label']} {link['number']}" for link in claim["links"]),
        labels.reading(judgement) if judgement else "",
        judgement["note"] if judgement else "",
    ]


def harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula (OWASP, "CSV injection")."""
    return f"'{cell}" if _FORMULA.match(cell) else cell
