"""Claims and the sourcing audit in a Word document: tables whose heads come again on each page."""

from typing import Any

from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.shared import Cm

from briefing.export.labels import reading_label, reasons_label, source_lines
from briefing.export.view_types import AuditView, ClaimView

# python-docx types its tables in parts only, hence Any below.

_CLAIM_COLUMNS = (("No.", 1.2), ("Who", 3.4), ("What", 6.4), ("How confirmed", 5.0))


def add_claims(document: WordDocument, claims: list[ClaimView]) -> None:
    """Add a table of claims."""
    table = _table(document, _CLAIM_COLUMNS)
    for claim in claims:
        reasons = reasons_label(claim)
        judged = f" Reader: {reading_label(claim['judgement'])}." if claim["judgement"] else ""
        who = "\n".join([" through ".join(claim["chain"]), *source_lines(claim)])
        _add_row(table, (str(claim["number"]), who, claim["content"], f"{claim['label']}. {reasons}{judged}"))


def add_audit(document: WordDocument, audit: AuditView, claims: list[ClaimView]) -> None:
    """Add shares by status, independent origins, what rests on one source, what to ask, and the claims named there."""
    document.add_heading("How confirmed it is", 2)
    if audit["shares"]:
        table = _table(document, (("Status", 5.0), ("Claims", 3.0)))
        for share in audit["shares"]:
            _add_row(table, (share["label"], str(share["count"])))
    else:
        document.add_paragraph("No claims were found, so there is nothing to audit.")
        return
    document.add_heading("Independent origins", 2)
    for origin in audit["origins"] or ["The article names no source."]:
        document.add_paragraph(origin, style="List Bullet" if audit["origins"] else None)
    document.add_heading("What rests on a single source", 2)
    for passage in audit["passages"]:
        _add_entry(document, passage["origin"], passage["claims"])
        document.add_paragraph(passage["words"], style="Quote")
    if not audit["passages"]:
        document.add_paragraph("No passage rests on one source alone.")
    document.add_heading("Still to ask", 2)
    for sentence in dict.fromkeys(question["sentence"] for question in audit["questions"]):
        document.add_paragraph().add_run(sentence).italic = True
        for question in audit["questions"]:
            if question["sentence"] == sentence:
                _add_entry(document, question["about"], question["claims"], "List Bullet")
    if not audit["questions"]:
        document.add_paragraph("Nothing is left open.")
    named = {number for one in (*audit["passages"], *audit["questions"]) for number in one["claims"]}
    if named:
        document.add_heading("Claims by their numbers", 2)
        add_claims(document, [claim for claim in claims if claim["number"] in named])


def _add_entry(document: WordDocument, name: str, numbers: list[int], style: str | None = None) -> None:
    paragraph = document.add_paragraph(style=style)
    paragraph.add_run(name).bold = True
    if numbers:
        paragraph.add_run(f" · {'claim' if len(numbers) == 1 else 'claims'} {', '.join(map(str, numbers))}")


def _table(document: WordDocument, columns: tuple[tuple[str, float], ...]) -> Any:
    """A table with a head that is repeated; columns are names and widths in centimetres."""
    table = document.add_table(rows=1, cols=len(columns), style="Table Grid")
    table.autofit = False
    for cell, column, (name, width) in zip(table.rows[0].cells, table.columns, columns, strict=True):
        cell.paragraphs[0].add_run(name).bold = True
        column.width = cell.width = Cm(width)
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    return table


def _add_row(table: Any, words: tuple[str, ...]) -> None:
    """A row that stays on one page where it fits."""
    row = table.add_row()
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    for cell, column, text in zip(row.cells, table.columns, words, strict=True):
        cell.text = text
        cell.width = column.width
