"""XHTML, alone and in e-books: read as the XML it is, so that nothing after an element that closes itself is lost."""

import io
import zipfile

import pytest

from briefing.intake import UnreadableFile, read_bytes
from briefing.intake.xhtml import as_html

SPACE = 'xmlns="http://www.w3.org/1999/xhtml"'
FIRST = "The harbour board said on Monday that it had never been told of the rotten piles below the east pier."
SECOND = "Tom Veil, whose company owns the pier, denied this and said that the board had been given the survey in May."
CONTAINER = '<container><rootfiles><rootfile full-path="b.opf"/></rootfiles></container>'


def chapter(between: str, head: str = "") -> str:
    return (
        f'<?xml version="1.0" encoding="utf-8"?><html {SPACE}><head><title>The pier</title>{head}</head><body>'
        f"<h1>The pier stays closed</h1><p>{FIRST}</p>{between}<p>{SECOND}</p></body></html>"
    )


def book(items: str, order: str, **parts: str | bytes) -> bytes:
    file = io.BytesIO()
    spine = "".join(f'<itemref idref="{each}"/>' for each in order.split())
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr("mimetype", "application/epub+zip")
        packed.writestr("META-INF/container.xml", CONTAINER)
        packed.writestr("b.opf", f"<package><manifest>{items}</manifest><spine>{spine}</spine></package>")
        for name, words in parts.items():
            packed.writestr(name.replace("__", "/").replace("_", "."), words)
    return file.getvalue()


def words_of(data: bytes, name: str) -> list[str]:
    article = read_bytes(data, name).article
    return [block.span.of(article.text) for block in article.blocks if block.analysed]


CLOSED = (
    '<a id="p1"/>',
    '<span id="s"/>',
    '<div class="sidebar"/>',
    "<textarea/>",
    '<iframe src="v"/>',
    '<script src="a.js"/>',
    "<i/><b/><em/>",
    '<object data="a.svg"/>',
    "<style/>",
    "<select/>",
)


@pytest.mark.parametrize("between", CLOSED)
def test_what_follows_an_element_that_closes_itself_is_read(between: str) -> None:
    expected = ["The pier stays closed", FIRST, SECOND]
    text = '<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>'
    assert words_of(book(text, "a", a_xhtml=chapter(between)), "a.epub") == expected
    assert words_of(chapter(between).encode(), "a.xhtml") == expected
    # What is no sound XML all the same says how it was meant.
    assert words_of(chapter(f"{between}<br>").encode(), "a.xhtml") == expected


def test_an_element_in_the_head_that_closes_itself_does_not_hide_the_page() -> None:
    page = chapter("", head='<script type="text/javascript" src="a.js"/><title/>')
    assert words_of(page.encode("utf-16"), "a.xhtml") == ["The pier stays closed", FIRST, SECOND]


def test_names_of_letters_marked_sections_and_prefixes_are_understood() -> None:
    page = chapter("<p>Caf&eacute;&nbsp;&amp; <![CDATA[<so>]]> bar</p><a/>")
    assert "<p>Café\xa0&amp; &lt;so&gt; bar</p>" in as_html(page)
    prefixed = f'<?xml version="1.0"?><h:html xmlns:h="http://www.w3.org/1999/xhtml"><h:p>{FIRST}</h:p></h:html>'
    assert as_html(prefixed) == f"<html><p>{FIRST}</p></html>"


def test_pages_that_are_html_are_left_as_they_are() -> None:
    page = f"<!DOCTYPE html><html><body><p>{FIRST}<span/></p></body></html>"
    assert as_html(page) == page


def test_entities_of_its_own_are_not_unfolded() -> None:
    page = chapter("<p>&a;</p><a/>").replace("<html", '<!DOCTYPE html [<!ENTITY a "aaaa">]><html', 1)
    assert "aaaa" not in as_html(page).partition("<body>")[2]


def test_a_picture_among_the_chapters_is_no_text_and_what_stands_for_it_is() -> None:
    items = (
        '<item id="c" href="c.jpg" media-type="image/jpeg"/><item id="s" href="s.svg" media-type="image/svg+xml" '
        'fallback="f"/><item id="f" href="f.xhtml" media-type="application/xhtml+xml"/>'
        '<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>'
    )
    file = book(
        items,
        "c s a",
        c_jpg=b"\xff\xd8\xff\xe0" + bytes(range(256)) * 20,
        s_svg="<svg/>",
        f_xhtml=f"<html {SPACE}><p>A picture of the pier.</p></html>",
        a_xhtml=chapter(""),
    )
    assert words_of(file, "a.epub") == ["A picture of the pier.", "The pier stays closed", FIRST, SECOND]


def test_a_book_whose_chapters_are_locked_is_refused_in_a_sentence_and_scrambled_fonts_are_none() -> None:
    def locked(part: str) -> bytes:
        told = f'<encryption><CipherReference URI="{part}"/></encryption>'
        text = '<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>'
        return book(text, "a", a_xhtml=chapter(""), **{"META-INF__encryption_xml": told})

    assert words_of(locked("fonts/a.otf"), "a.epub")
    with pytest.raises(UnreadableFile, match=r"a\.epub.*protected"):
        read_bytes(locked("a.xhtml"), "a.epub")
