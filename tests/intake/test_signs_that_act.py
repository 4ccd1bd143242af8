"""Signs that act on what stands beside them, in a terminal or a list, are in no title, name or sentence."""

import base64
import io
import unicodedata

import docx
import pytest

from briefing.intake import IntakeFailure, read_bytes
from briefing.intake.feed import read_feed

ACTING = "\x1b]0;owned\x07\u202egpj.exe\u2066\u2069\u200b\x9b31m\u2028A"
LONG = "The council voted on Tuesday to close the old bridge for a year, and nobody should be surprised by it. " * 4
CODED = f"=?utf-8?B?{base64.b64encode(ACTING.encode()).decode()}?="


def is_still(words: str) -> bool:
    """Whether nothing in words acts on what stands beside them."""
    return all(unicodedata.category(sign) not in ("Cc", "Cs", "Zl", "Zp") for sign in words) and not set(words) & set(
        "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    )


def _word() -> bytes:
    made = docx.Document()
    made.core_properties.title = made.core_properties.author = "A\u202egpj.exe\u2066 B"
    made.add_paragraph(LONG)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


PAGE = (
    f"<html lang='en\u202e'><head><title>{ACTING}</title><meta name=author content='Ann {ACTING}'>"
    f"<meta property='og:site_name' content='The {ACTING}'><meta property='og:title' content='B {ACTING}'></head>"
    f"<body><article><h1>{ACTING}</h1><p>{LONG}</p><p>{LONG}.</p></article></body></html>"
)
FILES = {
    "a.eml": f"Subject: {CODED}\r\nFrom: {CODED} <a@example.org>\r\nDate: {CODED}\r\n\r\n{LONG}".encode(),
    "b.eml": f"Subject: a\x1b[31m\u202eb\r\nFrom: \"\u202e\" <a@example.org>\r\n\r\n{LONG}".encode(),
    "a.html": PAGE.encode(),
    "a.md": f"---\ntitle: \"{ACTING}\"\nauthor: \"{ACTING}\"\n---\n\n{LONG}".encode(),
    "a.txt": f"B {ACTING}\n\n{LONG}".encode(),
    "a.docx": _word(),
}  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_no_fact_of_an_article_acts_on_what_stands_beside_it(name: str) -> None:
    origin = read_bytes(FILES[name], name).article.origin
    for fact in ("title", "byline", "outlet", "published", "address", "language"):
        assert is_still(getattr(origin, fact)), (fact, getattr(origin, fact))


def test_no_entry_of_a_feed_acts_on_what_stands_beside_it() -> None:
    words = ACTING.replace("\x1b", "").replace("\x07", "")
    item = f"<item><title>{words}</title><link>https://a.example/</link><description>{words}</description></item>"
    feed = read_feed(f"<rss version='2.0'><channel><title>{words}</title>{item}</channel></rss>".encode(), "a.xml")
    assert all(is_still(shown) for shown in (feed.title, feed.entries[0].title, feed.entries[0].summary))


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7 x", b"PK\x03\x04", b"\xff\xfe\x00"])
def test_no_sentence_on_a_file_acts_on_what_stands_beside_it(data: bytes) -> None:
    with pytest.raises(IntakeFailure) as fault:
        read_bytes(data, f"{ACTING}.pdf")
    assert is_still(str(fault.value))


def test_a_link_to_another_machine_is_no_address_of_a_page() -> None:
    for address in ("\\\\host\\share", "//host/share", "file://host/share", "https:\\\\host", "smb://host/x"):
        page = f"<html><head><link rel=canonical href='{address}'></head><body><h1>A</h1><p>{LONG}</p></body></html>"
        found = read_bytes(page.encode(), "a.html").article.origin.address
        assert not found or found.startswith(("https://", "http://"))
