"""Pictures that a book, a message or a saved page holds beside its text are shown; nothing else is looked for."""

import base64
import io
import plistlib
import zipfile
from email.message import EmailMessage

from PIL import Image

from briefing.intake import read_bytes
from briefing.intake.held_pictures import taken_out

SENTENCE = "The harbour board said on Monday that it had never been told of the rotten piles below the pier."


def picture(colour: str = "navy") -> bytes:
    target = io.BytesIO()
    Image.new("RGB", (120, 80), colour).save(target, "PNG")
    return target.getvalue()


def test_a_book_shows_the_pictures_of_its_chapters() -> None:
    chapter = (
        f"<html xmlns='http://www.w3.org/1999/xhtml'><body><h1>Pier</h1><p>{SENTENCE}</p>"
        "<figure><img src='../img/the%20pier.png' alt='Pier'/><figcaption>The pier.</figcaption></figure>"
        "<p><img src='../../../etc/passwd'/><img src='https://x.example/a.png'/> It asked.</p></body></html>"
    )
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as book:
        book.writestr("mimetype", "application/epub+zip")
        book.writestr(
            "META-INF/container.xml",
            "<container xmlns='urn:oasis:names:tc:opendocument:xmlns:container'><rootfiles>"
            "<rootfile full-path='OEBPS/book.opf'/></rootfiles></container>",
        )
        book.writestr(
            "OEBPS/book.opf",
            "<package xmlns='http://www.idpf.org/2007/opf'><manifest><item id='a' href='text/one.xhtml' "
            "media-type='application/xhtml+xml'/></manifest><spine><itemref idref='a'/></spine></package>",
        )
        book.writestr("OEBPS/text/one.xhtml", chapter)
        book.writestr("OEBPS/img/the pier.png", picture())
    found = read_bytes(target.getvalue(), "book.epub").article
    (figure,) = found.markup.figures
    assert figure.caption is not None
    assert (figure.caption.of(found.text), figure.description) == ("The pier.", "Pier")


def message(html: str) -> EmailMessage:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = "ada@board.example", "tom@pier.example", "The pier"
    made.set_content("The pier")
    made.add_alternative(html, subtype="html")
    made.get_payload()[1].add_related(picture(), "image", "png", cid="<pier@board>")  # type: ignore[union-attr, index]
    return made


def test_a_message_shows_the_pictures_among_its_parts() -> None:
    html = f"<p>{SENTENCE}</p><p><img src='cid:pier@board' alt='Pier'></p><p>It <b>asked</b>.</p>"
    found = read_bytes(message(html).as_bytes(), "note.eml").article
    (figure,) = found.markup.figures
    assert found.text[figure.at :].startswith("It asked.")
    assert [one.kind.value for one in found.markup.inlines] == ["strong"]


def test_a_message_loads_nothing_from_elsewhere() -> None:
    found = read_bytes(
        message(f"<p>{SENTENCE}</p><img src='https://x.example/dot.png'>").as_bytes(), "note.eml"
    ).article
    assert found.markup.figures == ()


def test_a_page_saved_as_mhtml_shows_its_pictures() -> None:
    html = (
        f"<html><body><article><h1>Harbour board denies that it knew</h1><p>{SENTENCE}</p>"
        f"<p><img src='img/pier.png'></p><p>{SENTENCE.replace('Monday', 'Friday')}</p></article></body></html>"
    )
    edge = "----=_edge"
    page = (
        f"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://paper.example/a/pier\r\nSubject: Pier\r\n"
        f'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="{edge}"\r\n\r\n'
        f"--{edge}\r\nContent-Type: text/html\r\nContent-Location: https://paper.example/a/pier\r\n\r\n{html}\r\n"
        f"--{edge}\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n"
        "Content-Location: https://paper.example/a/img/pier.png\r\n\r\n"
    )
    data = page.encode() + base64.encodebytes(picture()) + f"\r\n--{edge}--\r\n".encode()
    found = read_bytes(data, "pier.mhtml").article
    assert len(found.markup.figures) == 1
    assert found.origin.address == "https://paper.example/a/pier"


def test_a_name_that_a_page_makes_up_finds_nothing() -> None:
    page, find = taken_out("<img src='data:image/png;base64,AAAAAAAAAAAAAAAAAAAAAAAA'>")
    assert page == "<img src='held:0'>"
    assert find("held:0")
    assert [find(name) for name in ("held:1", "held:-1", "held:²", "held:", "pier.png", "held:99999999999")] == [
        b""
    ] * 6


def test_a_web_archive_shows_the_pictures_that_were_saved_with_it() -> None:
    page = (
        f"<html><body><article><h1>Harbour board denies that it knew</h1><p>{SENTENCE}</p>"
        f"<p><img src='img/pier.png'></p><p>{SENTENCE.replace('Monday', 'Friday')}</p></article></body></html>"
    )
    address = "https://paper.example/a/pier"
    main = {"WebResourceData": page.encode(), "WebResourceMIMEType": "text/html", "WebResourceURL": address}
    other = {"WebResourceData": picture(), "WebResourceURL": "https://paper.example/a/img/pier.png"}
    data = plistlib.dumps({"WebMainResource": main, "WebSubresources": [other, "nothing", {}]})
    assert len(read_bytes(data, "pier.webarchive").article.markup.figures) == 1
