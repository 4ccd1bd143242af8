"""The claims of a brief as CSV, for spreadsheets."""

import csv
import io

from briefing.export.sheet import sheet_of
from briefing.model import Brief

COLUMNS = ("article", "number", "source", "content", "status", "certainty", "evidence", "links", "judgement", "note")

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def render(brief: Brief) -> tuple[bytes, list[str]]:
    """The table as UTF-8 with a byte order mark, which spreadsheets look for."""
    table = io.StringIO()
    writer = csv.writer(table)
    writer.writerow(COLUMNS)
    for article in sheet_of(brief)["articles"]:
        for claim in article["claims"]:
            evidence = " ".join(reason["sentence"] for reason in claim["evidence"])
            row = (
                article["title"],
                str(claim["number"]),
                claim["chain"],
                claim["content"],
                claim["label"],
                claim["certainty"],
                evidence,
                "; ".join(claim["links"]),
                claim["judgement"],
                claim["note"],
            )
            writer.writerow([_harmless(cell) for cell in row])
    return table.getvalue().encode("utf-8-sig"), []


def _harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula (OWASP, "CSV injection")."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
