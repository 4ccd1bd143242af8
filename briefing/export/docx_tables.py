"""Claims and the sourcing audit in a Word document: tables whose heads come again on each page."""

from collections.abc import Sequence
from typing import Any

from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from briefing.export.docx_markdown import add_written
from briefing.export.labels import Labels
from briefing.export.view_types import AuditView, ClaimView, ShareView, StatusView

# python-docx types its tables in parts only, hence Any below.

SMALL, TIGHT = Pt(9), Pt(3)
"""Size of what stands below the words themselves, and the room behind a paragraph of it."""

HAIRLINE = "DEDAD0"
_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")
"""In the order in which Word wants them."""

_SHARE_COLUMNS = (("status", 5.0), ("claims", 3.0), ("share", 3.0))
_CLAIM_COLUMNS = (("number", 1.2), ("who", 3.4), ("what", 6.4), ("how", 5.0))


def add_claims(labels: Labels, document: WordDocument, claims: list[ClaimView], origins: Sequence[str] = ()) -> None:
    """Add a table of claims, of several articles with the title of each one's."""
    table = _table(document, tuple((labels.text(name), width) for name, width in _CLAIM_COLUMNS))
    for place, claim in enumerate(claims):
        number, who, what, status = _row(table)
        _add(number, str(claim["number"]))
        _add(who, labels.through(claim["chain"]), bold=True)
        origin = [f"{labels.text('from')}: {origins[place]}"] if origins else []
        for line in (*labels.source_lines(claim), *origin):
            _add(who, line, SMALL)
        _add(what, claim["content"])
        _add(status, claim["label"], bold=True)
        add_standing(labels, status, claim)


def add_standing(labels: Labels, place: Any, claim: ClaimView) -> None:
    """Add why a claim has its status, what it does to others, and the reader's word and note on it.

    Comments tell the same, but they can be hidden, or lost on the way.
    """
    for line in labels.reasons(claim):
        _add(place, line, SMALL)
    links = labels.links(claim)
    if links:
        _add(place, links, SMALL)
    if claim["judgement"]:
        said = labels.reading(claim["judgement"])
        if said:
            _add(place, f"{labels.text('reader')}: {said}.", SMALL)
        add_written(place, claim["judgement"]["note"])


def add_shares(labels: Labels, document: WordDocument, shares: list[ShareView]) -> None:
    """Add how many claims have which status."""
    table = _table(document, tuple((labels.text(name), width) for name, width in _SHARE_COLUMNS))
    for share in shares:
        for cell, words in zip(_row(table), (share["label"], str(share["count"]), share["told"]), strict=True):
            _add(cell, words)


def add_legend(labels: Labels, document: WordDocument, statuses: list[StatusView]) -> None:
    """Add what the statuses mean."""
    if statuses:
        document.add_heading(labels.text("legend"), 1)
    for status in statuses:
        _add_meaning(document, status)


def add_small(document: WordDocument, lines: Sequence[str]) -> None:
    """Add lines in small letters."""
    for line in lines:
        _add(document, line, SMALL)


def _add_meaning(document: WordDocument, status: StatusView) -> None:
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_after = TIGHT
    for words, bold in ((status["label"], True), (f"  {status['meaning']}", False)):
        run = paragraph.add_run(words)
        run.bold, run.font.size = bold or None, SMALL


def add_audit(labels: Labels, document: WordDocument, audit: AuditView, claims: list[ClaimView], section: int) -> None:
    """Add shares by status, independent origins, what rests on one source, what to ask, and the claims named there."""
    document.add_heading(labels.text("how_confirmed"), section)
    if audit["shares"]:
        add_shares(labels, document, audit["shares"])
    else:
        document.add_paragraph(labels.text("nothing_to_audit"))
        return
    document.add_heading(labels.text("origins"), section)
    for origin in audit["origins"] or [labels.text("no_origin")]:
        document.add_paragraph(origin, style="List Bullet" if audit["origins"] else None)
    document.add_heading(labels.text("single"), section)
    for passage in audit["passages"]:
        _add_entry(labels, document, passage["origin"], passage["claims"])
        document.add_paragraph(passage["words"], style="Quote")
    if not audit["passages"]:
        document.add_paragraph(labels.text("no_single"))
    document.add_heading(labels.text("to_ask"), section)
    for sentence in dict.fromkeys(question["sentence"] for question in audit["questions"]):
        document.add_paragraph().add_run(sentence).italic = True
        for question in audit["questions"]:
            if question["sentence"] == sentence:
                _add_entry(labels, document, question["about"], question["claims"], "List Bullet")
    if not audit["questions"]:
        document.add_paragraph(labels.text("nothing_open"))
    named = {number for one in (*audit["passages"], *audit["questions"]) for number in one["claims"]}
    if named:
        document.add_heading(labels.text("by_numbers"), section)
        add_claims(labels, document, [claim for claim in claims if claim["number"] in named])


def _add_entry(labels: Labels, document: WordDocument, name: str, numbers: list[int], style: str | None = None) -> None:
    paragraph = document.add_paragraph(style=style)
    paragraph.add_run(name).bold = True
    if numbers:
        paragraph.add_run(f" · {labels.numbers(numbers)}")


def _table(document: WordDocument, columns: tuple[tuple[str, float], ...]) -> Any:
    """A table with a head that is repeated; columns are names and widths in centimetres."""
    table = document.add_table(rows=1, cols=len(columns))
    rule_lines(table)
    table.autofit = False
    for cell, column, (name, width) in zip(table.rows[0].cells, table.columns, columns, strict=True):
        _add(cell, name, SMALL, bold=True)
        column.width = cell.width = Cm(width)
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    return table


def rule_lines(table: Any, all_around: bool = False) -> None:
    """Let a table have hairlines between its rows and nothing heavier; those of an article also between its columns."""
    borders = OxmlElement("w:tblBorders")
    for edge in ("top", "bottom", "insideH", *(("left", "right", "insideV") if all_around else ())):
        line = OxmlElement(f"w:{edge}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", HAIRLINE)):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    borders[:] = sorted(borders, key=lambda line: _EDGES.index(line.tag.rpartition("}")[2]))
    table._tbl.tblPr.append(borders)


def _row(table: Any) -> Any:
    """The cells of a new row, which stays on one page where it fits."""
    row = table.add_row()
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    for cell, column in zip(row.cells, table.columns, strict=True):
        cell.width = column.width
    return row.cells


def _add(place: Any, words: str, size: Pt | None = None, bold: bool = False) -> None:
    """Add a paragraph to a cell, whose first one is there already, or to the document."""
    held: list[Any] = place.paragraphs if hasattr(place, "width") else []
    paragraph = held[0] if len(held) == 1 and not held[0].runs else place.add_paragraph()
    paragraph.paragraph_format.space_before, paragraph.paragraph_format.space_after = Pt(0), TIGHT
    run = paragraph.add_run(words)
    run.bold = bold or None
    run.font.size = size
