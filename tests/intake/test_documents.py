"""PDF, Word, OpenDocument, EPUB and e-mail: structure kept, harm refused."""

import io
import struct
import zipfile
import zlib
from pathlib import Path

import docx
import pytest
import typst
from article_parts import TRACKED, lines_of, remarks_of
from quality_files import packed_parts

from briefing.intake import IntakeFailure, NotAnArticle, TooLarge, UnreadableFile, read_bytes
from briefing.model import Article, BlockKind

SENTENCE = "The council voted on Tuesday to close the extraordinary bridge for a year, the engineer said in a letter."
PAGE = f"<html><head><title>One</title></head><body><h1>First chapter</h1><p>{SENTENCE}</p></body></html>"
CONTAINER = '<container><rootfiles><rootfile full-path="in/book.opf"/></rootfiles></container>'
BOOK = """<package><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>The bridge</dc:title>
<dc:creator>Ann Lee</dc:creator></metadata><manifest><item id="a" href="one.xhtml"/></manifest>
<spine><itemref idref="a"/></spine></package>"""
ODT = (
    '<d xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><text:h text:outline-level="1">The bridge</text:h>'
    f"<text:p>{SENTENCE}</text:p><text:list><text:list-item><text:p>a year</text:p></text:list-item></text:list></d>"
)


def kinds_of(article: Article) -> list[str]:
    return [block.kind.value for block in article.blocks]


def pdf(source: str, folder: Path) -> bytes:
    (folder / "a.typ").write_text(source, encoding="utf-8")
    return typst.compile(str(folder / "a.typ"))


def test_a_word_document_keeps_its_styles() -> None:
    document = docx.Document()
    document.add_heading("The bridge", 0)
    document.add_paragraph(SENTENCE)
    document.add_paragraph("a year", style="List Bullet")
    document.add_paragraph("Nobody knew.", style="Quote")
    file = io.BytesIO()
    document.save(file)
    article = read_bytes(file.getvalue(), "memo.docx").article
    assert kinds_of(article) == ["heading", "paragraph", "item", "quotation"]
    assert article.title == "The bridge"


def test_an_opendocument_text_keeps_headings_and_lists() -> None:
    data = packed_parts({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": ODT})
    article = read_bytes(data, "memo.odt").article
    assert kinds_of(article) == ["heading", "paragraph", "item"]


def test_an_e_book_is_read_in_the_order_of_its_spine() -> None:
    data = packed_parts(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": CONTAINER,
            "in/book.opf": BOOK,
            "in/one.xhtml": PAGE,
        }
    )
    article = read_bytes(data, "book.epub").article
    assert kinds_of(article) == ["heading", "paragraph"]
    assert (article.title, article.origin.byline) == ("The bridge", "Ann Lee")


def test_a_message_tells_who_sent_it_when_and_about_what() -> None:
    data = (
        "From: Harbour Post <news@harbour.example>\nTo: you@reader.example\nSubject: =?utf-8?q?The_caf=C3=A9?=\n"
        "Date: Tue, 4 Mar 2025 08:15:00 +0000\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n"
        f"<html><body><h1>Morning</h1><p>{SENTENCE}</p></body></html>"
    )
    article = read_bytes(data.encode(), "news.eml").article
    assert kinds_of(article) == ["heading", "paragraph"]
    origin = article.origin
    assert (origin.title, origin.byline, origin.published) == ("The café", "Harbour Post", "2025-03-04T08:15:00+00:00")


def test_a_page_saved_as_mhtml_is_a_web_page_with_its_address() -> None:
    data = (
        "From: <Saved by a browser>\nSnapshot-Content-Location: https://harbour.example/a\nSubject: One\n"
        'MIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"; boundary="x"\n\n--x\n'
        f"Content-Type: text/html; charset=utf-8\n\n{PAGE}\n--x--\n"
    )
    assert read_bytes(data.encode(), "a.mhtml").article.origin.address == "https://harbour.example/a"


def test_a_pdf_of_two_columns_is_read_column_by_column(tmp_path: Path) -> None:
    body = "\n\n".join(f"{SENTENCE} It was decision {number}." for number in range(40))
    source = "#set page(columns: 2, header: [The Harbour Post #context counter(page).display()])\n"
    source += '#set text(lang: "en", hyphenate: true)\n'
    article = read_bytes(
        pdf(f"{source}#set par(justify: true)\n= The Bridge Is Closed\n{body}", tmp_path), "a.pdf"
    ).article
    assert article.text.count("extraordinary bridge for a year") == 40
    assert article.text.count("Harbour Post") == 1
    assert article.blocks[0].kind is BlockKind.BOILERPLATE
    found = [article.text.index(f"decision {number}.") for number in range(40)]
    assert found == sorted(found)
    assert article.title == "The Bridge Is Closed"


def test_a_scanned_pdf_is_said_to_be_scanned(tmp_path: Path) -> None:
    with pytest.raises(NotAnArticle, match="scanned"):
        read_bytes(pdf("#rect(width: 5cm, height: 5cm, fill: gray)", tmp_path), "scan.pdf")


def test_a_scanned_page_among_others_is_told_of(tmp_path: Path) -> None:
    raw = bytes(3 * 64)
    chunks = ((b"IHDR", struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0)), (b"IDAT", zlib.compress((b"\0" + raw[:24]) * 8)))
    parts = (*chunks, (b"IEND", b""))
    body = b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in parts
    )
    (tmp_path / "scan.png").write_bytes(b"\x89PNG\r\n\x1a\n" + body)
    source = f'{SENTENCE}\n#pagebreak()\n#image("scan.png", width: 90%)\n#pagebreak()\nNobody was asked, a clerk said.'
    article = read_bytes(pdf(source, tmp_path), "mixed.pdf").article
    assert remarks_of(article) == ["Without text, perhaps scanned: page 2 of this document"]


def test_a_truncated_pdf_is_said_to_be_unsound() -> None:
    with pytest.raises(UnreadableFile, match=r"half\.pdf"):
        read_bytes(b"%PDF-1.7\n1 0 obj\n<<", "half.pdf")


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    data = packed_parts({"word/document.xml": "0" * 20_000_000})
    with pytest.raises(TooLarge, match=r"bomb\.docx"):
        read_bytes(data, "bomb.docx")


def test_a_billion_laughs_are_not_expanded() -> None:
    laughs = '<!DOCTYPE l [<!ENTITY a "ha">' + "".join(
        f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)
    )
    data = packed_parts({"content.xml": f"{laughs}]>{ODT.replace('The bridge', '&j;')}"})
    try:
        assert len(read_bytes(data, "laughs.odt").article.text) < 1000
    except IntakeFailure as failure:
        assert "laughs.odt" in failure.sentence  # noqa: PT017


def test_an_external_entity_is_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the hidden words", encoding="utf-8")
    named = f'<!DOCTYPE d [<!ENTITY x SYSTEM "{secret.as_uri()}">]>' + ODT.replace("The bridge", "The &x; bridge")
    assert "hidden" not in read_bytes(packed_parts({"content.xml": named}), "a.odt").article.text


@pytest.mark.parametrize("cut", [100, 300])
def test_a_packed_document_with_a_piece_missing_is_said_to_be_damaged(cut: int) -> None:
    data = packed_parts({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": ODT})
    with pytest.raises(UnreadableFile, match=r"memo\.odt"):
        read_bytes(data[:40] + data[40 + cut :], "memo.odt")


def test_footnotes_of_a_pdf_stand_below_the_text_and_do_not_cut_its_sentences(tmp_path: Path) -> None:
    body = "\n\n".join(
        f"{SENTENCE} It was decision {n}, as the clerk #footnote[Note {n} by the clerk.] said." for n in range(30)
    )
    article = read_bytes(pdf(f"#set page(height: 14cm)\n{body}", tmp_path), "notes.pdf").article
    words = [block.span.of(article.text) for block in article.blocks]
    assert words[-1] == "³⁰ Note 29 by the clerk."
    assert sum("as the clerk" in line and line.endswith("said.") for line in words) == 30


def test_letters_that_one_arabic_glyph_stands_for_come_in_reading_order(tmp_path: Path) -> None:
    source = '#set text(lang: "ar", font: "DejaVu Sans")\nأعلنت البلدية يوم الأحد إغلاق الجسر ابتداء من الأسبوع المقبل.'
    assert read_bytes(pdf(source, tmp_path), "a.pdf").article.text == source.split("\n")[1]


def test_footnotes_of_a_word_document_stand_below_its_text() -> None:
    document = docx.Document()
    document.add_paragraph(SENTENCE)
    file = io.BytesIO()
    document.save(file)
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    note = '<w:footnote w:id="1"><w:p><w:r><w:t>A note.</w:t></w:r></w:p></w:footnote>'
    note = f'<w:footnotes xmlns:w="{word}">{note}</w:footnotes>'
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("word/footnotes.xml", note)
    assert read_bytes(file.getvalue(), "memo.docx").article.text == f"{SENTENCE}\n\nA note."


def test_a_signature_and_the_small_print_of_a_message_are_grey() -> None:
    data = f"From: a@b.example\nSubject: One\nMIME-Version: 1.0\n\n{SENTENCE}\n\n-- \nAnn Lee\nHarbour Post\n"
    assert kinds_of(read_bytes(data.encode(), "a.eml").article) == [
        "paragraph",
        "boilerplate",
        "boilerplate",
        "boilerplate",
    ]


def test_a_row_of_a_table_in_an_opendocument_text_is_a_line() -> None:
    cells = "".join(f"<t:table-cell><text:p>{words}</text:p></t:table-cell>" for words in ("Cod", "350"))
    row = f"<t:table-row>{cells}</t:table-row>"
    table = f'<t:table xmlns:t="urn:oasis:names:tc:opendocument:xmlns:table:1.0">{row}</t:table>'
    content = ODT.replace("</d>", f"{table}</d>")
    data = packed_parts({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})
    assert read_bytes(data, "memo.odt").article.text.endswith("\n\nCod | 350")


def test_an_opendocument_text_keeps_columns_hides_what_is_hidden_and_tells_of_changes() -> None:
    def cells(*words: str) -> str:
        return "".join(f"<t:table-cell><text:p>{each}</text:p></t:table-cell>" for each in words)

    table = f"<t:table-row>{cells('Brandt', 'Yes', '', 'Yes')}</t:table-row>"
    inner = (
        "<text:tracked-changes><text:changed-region/></text:tracked-changes>"
        '<text:section text:display="none"><text:p>Hidden words</text:p></text:section>'
        f'<t:table xmlns:t="urn:oasis:names:tc:opendocument:xmlns:table:1.0">{table}</t:table>'
    )
    content = ODT.replace("</d>", f"{inner}</d>")
    data = packed_parts({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})
    article = read_bytes(data, "memo.odt").article
    assert lines_of(article)[-2:] == [("paragraph", "Brandt | Yes | | Yes"), ("remark", TRACKED)]
    assert "Hidden" not in article.text
