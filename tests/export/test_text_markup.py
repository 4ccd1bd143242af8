"""Exported articles have the links, lists, tables and pictures of their pages."""

import hashlib
import io
import re
from datetime import UTC, datetime
from pathlib import Path

import markdown as markdown_library
import pikepdf
import pypdfium2
import pytest
from docx import Document
from lxml import html as lxml_html
from PIL import Image

from briefing.export import docx_writer, html_writer, markdown_writer, pdf_writer
from briefing.export.brief_view import sheet
from briefing.model import (
    Article,
    Block,
    BlockKind,
    Brief,
    BriefArticle,
    Cell,
    Figure,
    Inline,
    InlineKind,
    Marker,
    Markup,
    Origin,
    Span,
    Table,
    Turn,
)

WORDS = [
    "The company lost made 4 million on the 4th, a bank said.",
    "It never knew.",
    "It asked.",
    "Once in writing.",
    "Member | Votes",
    "Brandt | Yes | No",
    "abstained",
    "The pier in May.",
    "ADA BRANDT: No.",
]
TEXT = "\n\n".join(WORDS)
KINDS = {1: BlockKind.ITEM, 2: BlockKind.ITEM, 3: BlockKind.ITEM, 7: BlockKind.CAPTION}


def at(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def drawn(mode: str = "RGB") -> bytes:
    target = io.BytesIO()
    Image.new(mode, (300, 200), 90).save(target, "PNG")
    return target.getvalue()


PICTURE = drawn()
DIGEST = hashlib.sha256(PICTURE).hexdigest()


def brief(**changes: object) -> Brief:
    blocks = tuple(
        Block(KINDS.get(number, BlockKind.PARAGRAPH), at(words), (2 if number == 3 else 1) if number in KINDS else 0)
        for number, words in enumerate(WORDS)
    )
    markup = Markup(
        (
            Inline(InlineKind.STRUCK, at("lost")),
            Inline(InlineKind.STRONG, at("4 million")),
            Inline(InlineKind.EMPHASIS, at("million")),
            Inline(InlineKind.SUPERSCRIPT, at("th,")),
            Inline(InlineKind.LINK, at("a bank"), "https://bank.example/?a=1&b=2"),
        ),
        (Marker(at("It never").start, "3."), Marker(at("It asked").start, "4."), Marker(at("Once").start)),
        (
            Table(
                (
                    Cell(at("Member"), 0, 0, header=True),
                    Cell(at("Votes"), 0, 1, 1, 2, True),
                    Cell(at("Brandt"), 1, 0, 2, 1),
                    Cell(at("Yes"), 1, 1),
                    Cell(at("No"), 1, 2),
                    Cell(at("abstained"), 2, 1, 1, 2),
                )
            ),
        ),
        (
            Figure(at(WORDS[7]).start, DIGEST, 300, 200, "The pier <b>", at(WORDS[7])),
            Figure(len(TEXT), "cd" * 32, 9, 9, "Lost one"),
        ),
        (Turn(at("ADA BRANDT").start, "ADA BRANDT", at("ADA BRANDT:")),),
    )
    article = Article(TEXT, blocks, Origin("The pier", language="en"), markup=markup)
    made = datetime(2026, 1, 2, tzinfo=UTC)
    return Brief("The pier", (BriefArticle(article, pictures=((DIGEST, PICTURE),)),), made, **changes)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def page() -> lxml_html.HtmlElement:
    found = lxml_html.document_fromstring(html_writer.render(brief()).data.decode())
    return found.xpath("//section[@class='text']")[0]


def inner(element: lxml_html.HtmlElement, path: str) -> list[str]:
    return [one.text_content() for one in element.xpath(path)]


def test_html_has_all_words_in_their_order(page: lxml_html.HtmlElement) -> None:
    told = re.findall(r"\w+", page.text_content().strip().removeprefix("The article"))
    assert told == [*re.findall(r"\w+", TEXT), "Picture", "Lost", "one"]


def test_html_sets_words_as_the_page_does(page: lxml_html.HtmlElement) -> None:
    assert inner(page, ".//s") == ["lost"]
    assert inner(page, ".//strong") == ["4 ", "million", "ADA BRANDT:"]
    assert inner(page, ".//em") == ["million"]
    assert inner(page, ".//sup") == ["th,"]
    (link,) = page.xpath(".//p/a")
    assert (link.get("href"), link.text_content()) == ("https://bank.example/?a=1&b=2", "a bank")


def test_html_has_the_numbers_of_lists(page: lxml_html.HtmlElement) -> None:
    items = page.xpath(".//ul/li")
    assert [(item.get("data-marker"), item.get("class")) for item in items] == [
        ("3. ", "level1 numbered"),
        ("4. ", "level1 numbered"),
        (None, "level2"),
    ]


def test_html_has_tables_with_the_reach_of_cells(page: lxml_html.HtmlElement) -> None:
    rows = [[(cell.tag, cell.text_content()) for cell in row] for row in page.xpath(".//tr")]
    assert rows == [
        [("th", "Member"), ("th", "Votes")],
        [("td", "Brandt"), ("td", "Yes"), ("td", "No")],
        [("td", "abstained")],
    ]
    assert page.xpath(".//td[@rowspan='2']/text()") == ["Brandt"]


def test_html_holds_the_pictures_itself(page: lxml_html.HtmlElement) -> None:
    (picture,) = page.xpath(".//figure/img")
    assert picture.get("src").startswith("data:image/png;base64,")
    assert picture.get("alt") == "The pier <b>"
    assert inner(page, ".//figure/figcaption") == ["The pier in May."]


def test_a_picture_that_is_not_there_is_told_of(page: lxml_html.HtmlElement) -> None:
    assert "[Picture: Lost one]" in page.text_content()


@pytest.fixture(scope="module")
def document() -> "Document":
    return Document(io.BytesIO(docx_writer.render(brief()).data))


def test_word_sets_words_as_the_page_does(document) -> None:
    paragraph = next(one for one in document.paragraphs if one.text.startswith("The company"))
    runs = {run.text: run for run in paragraph.runs}
    assert runs["lost"].font.strike
    assert runs["4 "].bold
    assert runs["million"].italic
    assert runs["th,"].font.superscript
    (link,) = paragraph.hyperlinks
    assert (link.text, link.address) == ("a bank", "https://bank.example/?a=1&b=2")


def test_word_has_the_very_numbers_of_lists(document) -> None:
    words = [one.text for one in document.paragraphs]
    assert "3.\tIt never knew." in words
    assert "4.\tIt asked." in words
    assert next(one for one in document.paragraphs if one.text == "Once in writing.").style.name == "List Bullet 2"


def test_word_has_the_table(document) -> None:
    (table,) = (one for one in document.tables if one.cell(0, 0).text == "Member")
    cells = [[cell.text for cell in row.cells] for row in table.rows]
    assert cells == [["Member", "Votes", "Votes"], ["Brandt", "Yes", "No"], ["Brandt", "abstained", "abstained"]]


def test_word_holds_the_picture_and_says_what_it_shows(document) -> None:
    (shape,) = document.inline_shapes
    assert shape._inline.docPr.get("descr") == "The pier <b>"
    assert "[Picture: Lost one]" in [one.text for one in document.paragraphs]


def test_an_article_kept_before_it_had_markup_has_bullets_as_ever(tmp_path: Path) -> None:
    article = Article("One.", (Block(BlockKind.ITEM, Span(0, 4), 1),), Origin("Old"))
    old = Brief("Old", (BriefArticle(article),), datetime(2026, 1, 2, tzinfo=UTC))
    assert '<li class="level1">One.</li>' in html_writer.render(old).data.decode()
    found = Document(io.BytesIO(docx_writer.render(old).data))
    assert next(one for one in found.paragraphs if one.text == "One.").style.name == "List Bullet"


@pytest.fixture(scope="module")
def pdf() -> bytes:
    rendered = pdf_writer.render(brief())
    assert rendered.warnings == ()
    return rendered.data


@pytest.mark.parametrize(
    ("address", "told"),
    [("https://bank.example/", "https://bank.example/"), ("javascript:alert(1)", ""), ("file:///etc/passwd", "")],
)
def test_formats_are_told_of_no_address_off_the_web(address: str, told: str) -> None:
    link = Inline(InlineKind.LINK, Span(4, 8), address)
    article = Article("The bank.", (Block(BlockKind.PARAGRAPH, Span(0, 9)),), markup=Markup((link,)))
    (shown,) = sheet(Brief("Told", (BriefArticle(article),), datetime(2026, 5, 1, tzinfo=UTC)))["articles"]
    assert [run["address"] for run in shown["blocks"][0]["runs"]] == ["", told, ""]


def test_pdf_has_the_words_and_numbers(pdf: bytes) -> None:
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[0]
        words = page.get_textpage().get_text_range()
        page.close()
    for told in ("3.", "It never knew.", "abstained", "ADA BRANDT: No.", "[Picture: Lost one]"):
        assert told in words


def test_pdf_holds_picture_link_and_table_for_those_who_hear_it(pdf: bytes) -> None:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        page = document.pages[0]
        assert len(page.Resources.XObject) == 1
        links = [str(one.A.URI) for one in page.Annots if "/URI" in one.get("/A", {})]
        kinds, told = set(), set()
        for one in document.objects:
            if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/StructElem":
                kinds.add(str(one.get("/S")))
                told.add(str(one.get("/Alt", "")))
    assert "https://bank.example/?a=1&b=2" in links
    assert {"/Table", "/TH", "/TD", "/Figure", "/Link"} <= kinds
    assert "The pier <b>" in told


def test_markdown_has_the_text_as_the_page_shows_it() -> None:
    told = markdown_writer.render(brief()).data.decode()
    assert (
        "The company ~~lost~~ made **4** ***million*** on the 4th, [a bank](<https://bank.example/?a=1&b=2>) said."
        in told
    )
    assert "3. It never knew.\n4. It asked.\n    - Once in writing." in told
    assert "| Member | Votes |  |\n| --- | --- | --- |\n| Brandt | Yes | No |\n|  | abstained |  |" in told
    assert "**ADA BRANDT:** No." in told


def test_markdown_reads_in_html_with_the_same_words() -> None:
    told = markdown_writer.render(brief()).data.decode().partition("## The article")[2].partition("\n## ")[0]
    page = lxml_html.document_fromstring(markdown_library.markdown(told, extensions=["tables"]))
    pictures = {"Picture", "The", "pier", "b", "Lost", "one"}
    words = re.findall(r"\w+", page.text_content().replace("~~", ""))
    assert [word for word in words if word not in pictures] == [
        word for word in re.findall(r"\w+", TEXT) if word not in pictures
    ]
    assert [cell.text for cell in page.xpath("//th")] == ["Member", "Votes", None]
