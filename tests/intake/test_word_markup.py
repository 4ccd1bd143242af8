"""What a Word document shows beside its words: emphasis, links, numbers of lists, tables, pictures."""

import io
from collections.abc import Callable

import pytest
from article_parts import inlines_of
from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from PIL import Image

from briefing.intake import read_bytes
from briefing.model import Article, BlockKind
from briefing.model.whole_tables import whole_tables

SENTENCE = "The harbour board said on Monday that it had never been told of the rotten piles below the pier."


def read(fill: Callable[[WordDocument], object]) -> Article:
    document = Document()
    document.add_heading("Harbour board denies that it knew", 1)
    document.add_paragraph(SENTENCE)
    fill(document)
    document.add_paragraph(SENTENCE.replace("Monday", "Friday"))
    target = io.BytesIO()
    document.save(target)
    return read_bytes(target.getvalue(), "memo.docx").article


def test_words_are_set_as_in_the_document() -> None:
    def fill(document: WordDocument) -> None:
        paragraph = document.add_paragraph("The company ")
        paragraph.add_run("lost").font.strike = True
        paragraph.add_run(" made ")
        paragraph.add_run("4 million").bold = True
        paragraph.add_run(" on the 4")
        paragraph.add_run("th").font.superscript = True
        paragraph.add_run(" and ")
        paragraph.add_run("said so", style="Emphasis")
        paragraph.add_run("1").font.superscript = True

    found = read(fill)
    assert "The company lost made 4 million on the 4th and said so¹" in found.text
    assert inlines_of(found) == [
        ("struck", "lost", ""),
        ("strong", "4 million", ""),
        ("superscript", "th", ""),
        ("emphasis", "said so", ""),
    ]


def test_a_run_may_switch_off_what_its_style_says() -> None:
    def fill(document: WordDocument) -> None:
        document.add_paragraph("It ").add_run("never knew", style="Strong").bold = False

    assert inlines_of(read(fill)) == []


@pytest.mark.parametrize(
    ("target", "address"),
    [("https://bank.example/a?b=1", "https://bank.example/a?b=1"), ("file:///etc/passwd", ""), ("report.docx", "")],
)
def test_links_lead_where_the_document_says(target: str, address: str) -> None:
    def fill(document: WordDocument) -> None:
        paragraph = document.add_paragraph("As the bank wrote in ")
        link = OxmlElement("w:hyperlink")
        link.set(qn("r:id"), document.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        run = paragraph.add_run("a report")
        link.append(run._r)
        paragraph._p.append(link)

    assert inlines_of(read(fill)) == ([("link", "a report", address)] if address else [])


NUMBERED = (
    '<w:abstractNum w:abstractNumId="90" {ns}>'
    '<w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/></w:lvl>'
    '<w:lvl w:ilvl="2"><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/></w:lvl></w:abstractNum>'
)


def numbered(document: WordDocument, words: str, level: int, number: str = "91") -> None:
    properties = document.add_paragraph(words)._p.get_or_add_pPr()
    properties.append(
        parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')
    )


def test_items_have_the_numbers_that_word_shows() -> None:
    def fill(document: WordDocument) -> None:
        numbering = document.part.numbering_part.element
        numbering.insert(0, parse_xml(NUMBERED.format(ns=nsdecls("w"))))
        numbering.append(parse_xml(f'<w:num w:numId="91" {nsdecls("w")}><w:abstractNumId w:val="90"/></w:num>'))
        numbering.append(
            parse_xml(
                f'<w:num w:numId="92" {nsdecls("w")}><w:abstractNumId w:val="90"/>'
                '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>'
            )
        )
        for words, level in (
            ("It never knew.", 0),
            ("Not once.", 1),
            ("Not twice.", 1),
            ("Ever.", 2),
            ("It asked.", 0),
        ):
            numbered(document, words, level)
        numbered(document, "Anew it asked.", 0, "92")
        numbered(document, "Once.", 1)

    found = read(fill)
    items = [block for block in found.blocks if block.kind is BlockKind.ITEM]
    marks = [found.markup.marker_at(block.span.start) for block in items]
    assert [mark.text if mark else None for mark in marks] == ["3.", "3.a)", "3.b)", "", "4.", "7.", "4.a)"]


def test_bullets_of_a_style_are_bullets() -> None:
    found = read(lambda document: document.add_paragraph("It never knew.", style="List Bullet"))
    assert [marker.text for marker in found.markup.markers] == [""]


def test_numbers_of_a_style_are_counted() -> None:
    def fill(document: WordDocument) -> None:
        for words in ("It never knew.", "It asked."):
            document.add_paragraph(words, style="List Number")

    assert [marker.text for marker in read(fill).markup.markers] == ["1.", "2."]


def test_a_table_has_its_cells_and_those_that_are_merged_reach_over_their_room() -> None:
    def fill(document: WordDocument) -> None:
        table = document.add_table(3, 3)
        for row, words in enumerate((["Member", "Votes", ""], ["Brandt", "Yes", "No"], ["", "abstained", ""])):
            for column, word in enumerate(words):
                table.cell(row, column).text = word
        table.cell(0, 1).merge(table.cell(0, 2))
        table.cell(1, 0).merge(table.cell(2, 0))
        table.cell(2, 1).merge(table.cell(2, 2))

    found = read(fill)
    (table,) = found.markup.tables
    cells = [(cell.span.of(found.text), cell.row, cell.column, cell.rows, cell.columns) for cell in table.cells]
    assert cells == [
        ("Member", 0, 0, 1, 1),
        ("Votes", 0, 1, 1, 2),
        ("Brandt", 1, 0, 2, 1),
        ("Yes", 1, 1, 1, 1),
        ("No", 1, 2, 1, 1),
        ("abstained", 2, 1, 1, 2),
    ]


def test_marks_within_a_cell_stand_at_their_words() -> None:
    def fill(document: WordDocument) -> None:
        table = document.add_table(2, 2)
        for number, words in enumerate(("Board", "Company", "It never", "It did")):
            table.cell(number // 2, number % 2).text = words
        table.cell(1, 1).paragraphs[0].add_run(" know").italic = True

    assert inlines_of(read(fill)) == [("emphasis", "know", "")]


def test_a_table_that_lays_out_a_page_is_none() -> None:
    def fill(document: WordDocument) -> None:
        table = document.add_table(2, 2)
        for number in range(4):
            table.cell(number // 2, number % 2).text = f"{number} {SENTENCE} {SENTENCE}"

    assert read(fill).markup.tables == ()


def test_a_picture_stands_above_its_caption() -> None:
    picture = io.BytesIO()
    Image.new("RGB", (200, 100), "navy").save(picture, "PNG")

    def fill(document: WordDocument) -> None:
        picture.seek(0)
        shape = document.add_picture(picture)
        shape._inline.docPr.set("descr", "The east pier")
        document.add_paragraph("The pier in May.", style="Caption")

    found = read(fill)
    (figure,) = found.markup.figures
    assert figure.caption is not None
    assert (figure.caption.of(found.text), figure.description) == ("The pier in May.", "The east pier")
    assert Image.open(io.BytesIO(found.pictures[0])).size == (200, 100)


def test_a_table_of_endless_columns_is_read_and_shown_in_time() -> None:
    def fill(document: WordDocument) -> None:
        table = document.add_table(300, 2)
        for row in table.rows:
            properties = row._tr.get_or_add_trPr()
            properties.append(parse_xml(f'<w:gridBefore {nsdecls("w")} w:val="999"/>'))
            row.cells[0].text, row.cells[1].text = "a", "b"

    found = read(fill)
    assert list(whole_tables(found, found.blocks)) == []
