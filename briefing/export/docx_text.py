"""Paragraphs of an article's text in a Word document: lists with their numbers, tables, pictures, links."""

import io
from collections.abc import Iterator, Mapping

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Emu, Pt
from docx.text.paragraph import Paragraph
from docx.text.run import Run as WordRun

from briefing.export.block_markup import cells_of, span_of
from briefing.export.docx_tables import rule_lines
from briefing.export.labels import Labels
from briefing.export.view_types import ArticleView, BlockView, FigureView, RunView, TableView

_STYLES = {"quotation": "Quote", "caption": "Caption"}
_POINT = 9525
"""English metric units in a point of a picture at 96 to the inch."""

_INDENT = Cm(0.75)
_MOST_LEVELS = 6


def paragraphs_of(
    labels: Labels, document: WordDocument, article: ArticleView, section: int
) -> Iterator[tuple[Paragraph, list[RunView]]]:
    """Each paragraph of the text, still empty, with the runs that belong in it; pictures are put in between.

    `section` is the level of the heading above the text; those in it stand below that.
    """
    blocks, pictures, at = article["blocks"], article["pictures"], 0
    while at < len(blocks):
        block, last = blocks[at], at + 1
        for remark in block["remarks"]:
            document.add_paragraph(f"[{remark}]", style="Caption")
        for figure in block["figures"]:
            _add_picture(labels, document, figure, pictures)
        if block["told"]:
            # It stands at the head already.
            at = last
            continue
        if block["table"] is not None:
            last = span_of(blocks, at)
            yield from _table(document, blocks[at:last], article["tables"][block["table"]])
        else:
            yield _paragraph(document, block, section), block["runs"]
        at = last
    for figure in article["figures_below"]:
        _add_picture(labels, document, figure, pictures)
    for remark in article["remarks_below"]:
        document.add_paragraph(f"[{remark}]", style="Caption")


def set_run(words: WordRun, run: RunView) -> None:
    """Set words as the article has them, and let them lead where it says."""
    font = words.font
    styles = run["styles"]
    if "emphasis" in styles:
        words.italic = True
    if "strong" in styles:
        words.bold = True
    if "struck" in styles:
        font.strike = True
    if "superscript" in styles:
        font.superscript = True
    elif "subscript" in styles:
        font.subscript = True
    if run["address"]:
        _link(words, run["address"])


def _link(words: WordRun, address: str) -> None:
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), words.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    words.underline = True
    words._r.addprevious(link)
    link.append(words._r)


def _paragraph(document: WordDocument, block: BlockView, section: int) -> Paragraph:
    if block["kind"] == "heading":
        heading: Paragraph = document.add_heading("", section + 1)
        return heading
    if block["kind"] == "item":
        return _item(document, block)
    plain: Paragraph = document.add_paragraph(style=_STYLES.get(block["kind"]))
    return plain


def _item(document: WordDocument, block: BlockView) -> Paragraph:
    """An item with the very number that the article shows, which Word would count anew."""
    level, marker = min(max(1, block["level"]), _MOST_LEVELS), block["marker"]
    if marker == "" and level <= 3:
        bullet: Paragraph = document.add_paragraph(style="List Bullet" if level == 1 else f"List Bullet {level}")
        return bullet
    item: Paragraph = document.add_paragraph()
    item.paragraph_format.left_indent = Emu(_INDENT * level)
    if marker is not None:
        item.paragraph_format.first_line_indent = Emu(-_INDENT)
        item.paragraph_format.tab_stops.add_tab_stop(Emu(_INDENT * level))
        item.add_run(f"{marker or '•'}\t")
    return item


def _table(
    document: WordDocument, blocks: list[BlockView], table: TableView
) -> Iterator[tuple[Paragraph, list[RunView]]]:
    made = document.add_table(table["rows"], table["columns"])
    rule_lines(made, all_around=True)
    for cell, paragraphs in cells_of(blocks, table):
        place = made.cell(cell["row"], cell["column"])
        last_row = min(cell["row"] + cell["rows"], table["rows"]) - 1
        last_column = min(cell["column"] + cell["columns"], table["columns"]) - 1
        if (last_row, last_column) != (cell["row"], cell["column"]):
            place = place.merge(made.cell(last_row, last_column))
        for number, runs in enumerate(paragraphs):
            paragraph = place.add_paragraph() if number else place.paragraphs[0]
            paragraph.paragraph_format.space_after = Pt(2)
            yield paragraph, [_strong(run) for run in runs] if cell["header"] else runs
    document.add_paragraph()


def _strong(run: RunView) -> RunView:
    return {**run, "styles": [*run["styles"], "strong"]}


def _add_picture(labels: Labels, document: WordDocument, figure: FigureView, pictures: Mapping[str, bytes]) -> None:
    data = pictures.get(figure["digest"], b"")
    if not data:
        document.add_paragraph(f"[{labels.picture(figure)}]", style="Caption")
        return
    section = document.sections[-1]
    room = (section.page_width or Cm(21)) - (section.left_margin or 0) - (section.right_margin or 0)
    shape = document.add_picture(io.BytesIO(data), width=Emu(min(room, figure["width"] * _POINT)))
    shape._inline.docPr.set("descr", figure["description"])
