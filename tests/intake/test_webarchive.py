"""Web archives and saved pages: the article with the address that it was saved from."""

import plistlib

import pytest

from briefing.intake import NotAnArticle, UnreadableFile, read_bytes

SENTENCE = "The harbour board said on Monday that it had never been told of the “rotten” piles below the east pier."
ARTICLE = f"<article><h1>The pier</h1><p>{SENTENCE}</p><p>{SENTENCE}</p></article>"
PAGE = f"<html><head><title>The pier</title></head><body>{ARTICLE}</body></html>"
ADDRESS = "https://news.example/pier?id=1"


def webarchive(
    page: bytes, encoding: str = "UTF-8", kind: str = "text/html", form: object = plistlib.FMT_BINARY
) -> bytes:
    main = {
        "WebResourceData": page,
        "WebResourceMIMEType": kind,
        "WebResourceTextEncodingName": encoding,
        "WebResourceURL": ADDRESS,
    }
    return plistlib.dumps({"WebMainResource": main, "WebSubresources": []}, fmt=form)  # type: ignore[arg-type]


@pytest.mark.parametrize("form", [plistlib.FMT_BINARY, plistlib.FMT_XML])
def test_a_web_archive_is_the_page_with_its_address(form: object) -> None:
    article = read_bytes(webarchive(PAGE.encode(), form=form), "pier.webarchive").article
    assert (article.title, article.origin.address) == ("The pier", ADDRESS)
    assert article.text.count(SENTENCE) == 2


def test_a_web_archive_is_read_in_the_character_set_that_it_names() -> None:
    article = read_bytes(webarchive(PAGE.encode("cp1252"), "windows-1252"), "pier.webarchive").article
    assert SENTENCE in article.text


def test_a_web_archive_of_a_text_is_read_as_text() -> None:
    article = read_bytes(webarchive(SENTENCE.encode(), kind="text/plain"), "pier.webarchive").article
    assert (article.text, article.origin.address) == (SENTENCE, ADDRESS)


def test_a_web_archive_of_a_picture_is_no_article() -> None:
    with pytest.raises(NotAnArticle, match=r"pier\.webarchive"):
        read_bytes(webarchive(b"\x89PNG", kind="image/png"), "pier.webarchive")


def test_a_damaged_web_archive_is_told_of_in_a_sentence() -> None:
    data = webarchive(PAGE.encode())
    with pytest.raises(UnreadableFile, match=r"“pier\.webarchive” is a damaged web archive"):
        read_bytes(data[:-40], "pier.webarchive")


@pytest.mark.parametrize(
    "note",
    [
        f"<!--\n Page saved with SingleFile \n url: {ADDRESS} \n saved date: Mon Jun 03 2024 10:00:00 GMT+0000\n-->",
        f"<!-- saved from url=(0029){ADDRESS} -->",
        f"<!-- Saved from {ADDRESS} at 2024-06-03T10:00:00Z using monolith v2.8.1 -->",
        f'<meta name="savepage-url" content="{ADDRESS}">',
    ],
    ids=["SingleFile", "browsers", "monolith", "Save Page WE"],
)
def test_a_saved_page_has_the_address_that_it_was_saved_from(note: str) -> None:
    page = PAGE.replace("<head>", f"<head>{note}")
    assert read_bytes(page.encode(), "pier.html").article.origin.address == ADDRESS


def test_the_day_on_which_a_page_was_saved_is_not_that_of_the_article() -> None:
    note = f"<!--\n Page saved with SingleFile \n url: {ADDRESS} \n saved date: Mon Jun 03 2024 10:00:00 GMT+0000\n-->"
    assert read_bytes(f"<!DOCTYPE html>{note}{PAGE}".encode(), "pier.html").article.origin.published == ""
