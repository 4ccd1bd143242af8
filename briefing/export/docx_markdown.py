"""What the reader wrote, in Markdown, in a Word document: lists, emphasis, code and links as Word has them."""

from typing import TYPE_CHECKING

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.text.paragraph import Paragraph

from briefing.export.markdown_tree import WrittenBlock, WrittenRun, tree_of

if TYPE_CHECKING:
    from docx.text.run import Run

_DEEPEST_LIST = 3
_BLUE = RGBColor(0x2B, 0x5C, 0x8F)


def add_written(place: WordDocument, written: str) -> None:
    """Add a text in Markdown as paragraphs at the end of `place`; HTML in it is set as the text that it is."""
    _add_blocks(place, tree_of(written), "", 0)


def _add_blocks(place: WordDocument, tree: list[WrittenBlock], style: str, depth: int) -> None:
    for block in tree:
        match block["kind"]:
            case "list":
                _add_list(place, block, depth + 1)
            case "quotation":
                _add_blocks(place, block["blocks"], "Quote", depth)
            case "code":
                _plain(_paragraph(place, style).add_run(block["text"]))
            case "rule":
                _paragraph(place, style).add_run("* * *")
            case kind:
                paragraph = _paragraph(place, style)
                _add_runs(paragraph, block["runs"], bold=kind == "heading")


def _add_list(place: WordDocument, block: WrittenBlock, depth: int) -> None:
    # Numbers are typed: Word's own would run on from one list of the document to the next.
    style = _list_style("List" if block["ordered"] else "List Bullet", depth)
    for number, item in enumerate(block["items"], start=block["start"]):
        words = item[:1] if item and item[0]["kind"] in ("paragraph", "heading") else []
        paragraph = _paragraph(place, style)
        if block["ordered"]:
            paragraph.add_run(f"{number}.\t")
        for first in words:
            _add_runs(paragraph, first["runs"], bold=first["kind"] == "heading")
        _add_blocks(place, item[len(words) :], _list_style("List Continue", depth), depth)


def _list_style(name: str, depth: int) -> str:
    return name if depth == 1 else f"{name} {min(depth, _DEEPEST_LIST)}"


def _add_runs(paragraph: Paragraph, runs: list[WrittenRun], bold: bool = False, italic: bool = False) -> None:
    for run in runs:
        match run["kind"]:
            case "text":
                words = paragraph.add_run(run["text"])
                words.bold, words.italic = bold or None, italic or None
            case "code":
                _plain(paragraph.add_run(run["text"]))
            case "break":
                paragraph.add_run().add_break()
            case "link":
                _add_link(paragraph, run, bold, italic)
            case kind:
                _add_runs(paragraph, run["runs"], bold or kind == "strong", italic or kind == "emphasis")


def _add_link(paragraph: Paragraph, link: WrittenRun, bold: bool, italic: bool) -> None:
    """The words as a link that Word follows."""
    before = len(paragraph.runs)
    _add_runs(paragraph, link["runs"], bold, italic)
    holder = OxmlElement("w:hyperlink")
    holder.set(qn("r:id"), paragraph.part.relate_to(link["address"], RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    for run in paragraph.runs[before:]:
        run.font.color.rgb = _BLUE
        run.underline = True
        holder.append(run._element)
    paragraph._element.append(holder)


def _plain(run: "Run") -> None:
    run.font.name = "Courier New"
    run.font.size = Pt(9.5)


def _paragraph(place: WordDocument, style: str) -> Paragraph:
    return place.add_paragraph(style=style or None)
