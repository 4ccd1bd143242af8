"""Whatever a file does, it gets an article or one typed failure whose sentence names it; nothing is run or fetched."""

import io
import socket
import time
import zipfile
from pathlib import Path

import pikepdf
import pytest
import typst
from compound_file import compound_file

from briefing.intake import (
    LARGEST,
    IntakeFailure,
    NotAnArticle,
    TooLarge,
    UnreadableFile,
    Unsupported,
    read_bytes,
    read_file,
)

SENTENCE = "The council voted on Tuesday to close the bridge for a year, the engineer said in a letter to the mayor. "
PAGE = (
    "<!doctype html><html><head><title>The bridge is closed</title>{head}</head>"
    "<body><article><h1>The bridge is closed</h1>"
)
SECONDS = 8.0
"""That no small file may need, on a busy machine."""


def page(*, head: str = "", body: str = "") -> bytes:
    prose = "".join(f"<p>{SENTENCE * 2}It was decision {number}.</p>" for number in range(4))
    return (PAGE.format(head=head) + prose + body + "</article></body></html>").encode()


def packed(parts: dict[str, str | bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, words in parts.items():
            archive.writestr(name, words, zipfile.ZIP_STORED if name == "mimetype" else None)
    return file.getvalue()


def odt(content: str) -> bytes:
    return packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def odt_words(words: str, *, before: str = "") -> bytes:
    return odt(f'{before}<d xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><text:p>{words}</text:p></d>')


def pdf_bytes(folder: Path) -> bytes:
    path = folder / "a.typ"
    path.write_text(SENTENCE * 20, encoding="utf-8")
    return typst.compile(str(path))


def outcome(data: bytes, name: str) -> str:
    """The text of the article, or the sentence of the failure after it was looked at."""
    try:
        return read_bytes(data, name).article.text
    except IntakeFailure as failure:
        told = failure.sentence
    assert name in told
    assert "\n" not in told
    assert told.endswith(".")
    return told


@pytest.mark.parametrize(
    ("data", "name"),
    [
        ((b"<div>" * 100_000) + SENTENCE.encode() * 9 + b"</div>" * 100_000, "deep.html"),
        ((b"<blockquote><ul><li>" * 20_000) + SENTENCE.encode(), "lists.html"),
        ((b"<table><tr><td>" * 30_000) + SENTENCE.encode(), "tables.html"),
        (b"> " * 20_000 + SENTENCE.encode(), "quotes.md"),
        (b"# One\n\n" + b"".join(b"  " * depth + b"- x\n" for depth in range(250)), "items.md"),
        (b"[" * 50_000 + SENTENCE.encode(), "brackets.md"),
        (b"# One\n" + b"---\n" * 8_000 + SENTENCE.encode(), "rules.md"),
        (b"# One\n" * 8_000 + SENTENCE.encode(), "titles.md"),
        (b"> x\n# One\n" * 4_000 + SENTENCE.encode(), "answers.md"),
        (b"# One\n\n" + b"*_" * 20_000 + SENTENCE.encode(), "stars.md"),
        (b'<script type="application/ld+json">' + b'{"a":[' * 50_000 + b"</script>", "json.html"),
        (b'<html><script type="application/ld+json">' * 20_000 + SENTENCE.encode(), "scripts.html"),
        (page(body="<a href='/x'>another page</a><p>a line</p>" * 4_000), "links.html"),
        (odt("<a>" * 100_000 + "</a>" * 100_000), "deep.odt"),
        (b"From: a@b.c\nSubject: x\nContent-Type: message/rfc822\n\n" * 2000 + SENTENCE.encode(), "inner.eml"),
        (b"{\\rtf1 " + b"{" * 200_000 + SENTENCE.encode(), "deep.rtf"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_deep_nesting_ends_in_time(data: bytes, name: str) -> None:
    begun = time.thread_time()
    assert outcome(data, name)
    assert time.thread_time() - begun < SECONDS


@pytest.mark.parametrize("name", ["laughs.odt", "laughs.docx", "laughs.epub"])
def test_a_billion_laughs_are_not_expanded(name: str) -> None:
    entities = "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    laughs = f'<!DOCTYPE l [<!ENTITY a "ha">{entities}]><d>&j;</d>'
    parts: dict[str, dict[str, str | bytes]] = {
        "laughs.odt": {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": laughs},
        "laughs.docx": {"[Content_Types].xml": laughs, "word/document.xml": laughs},
        "laughs.epub": {"mimetype": "application/epub+zip", "META-INF/container.xml": laughs},
    }
    assert len(outcome(packed(parts[name]), name)) < 500


def test_an_external_entity_is_neither_read_nor_fetched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("the network was used")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    secret = tmp_path / "secret.txt"
    secret.write_text("the hidden words", encoding="utf-8")
    for place in (secret.as_uri(), "http://198.51.100.7/x"):
        told = outcome(odt_words("The &x; bridge", before=f'<!DOCTYPE d [<!ENTITY x SYSTEM "{place}">]>'), "a.odt")
        assert "hidden" not in told


def test_scripts_remote_pictures_and_links_to_files_leave_nothing_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("the network was used")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    body = (
        "<script>document.write('injected words')</script>"
        "<img src='https://tracker.example/x.gif?reader=1' onerror='x()'>"
        "<p>See <a href='file:///etc/passwd'>the list</a> and <a href='javascript:alert(1)'>the note</a> "
        "of the engineer.</p>"
        "<iframe src='https://tracker.example/f'>framed words</iframe><style>p{background:url(https://tracker.example)}</style>"
        "<object data='file:///etc/passwd'></object><link rel='stylesheet' href='https://tracker.example/s.css'>"
    )
    article = read_bytes(page(body=body, head="<base href='file:///etc/'>"), "page.html").article
    for word in ("injected", "framed", "tracker", "passwd", "alert", "<"):
        assert word not in article.text
    assert "See the list and the note of the engineer." in article.text
    assert "passwd" not in article.origin.address


def test_a_gigabyte_of_zeros_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "zeros.html"
    with path.open("wb") as file:
        file.truncate(1_000_000_000)
    begun = time.thread_time()
    with pytest.raises(TooLarge, match=r"zeros\.html"):
        read_file(path)
    assert time.thread_time() - begun < 2


@pytest.mark.parametrize("name", ["zeros.txt", "zeros.html", "zeros.pdf", "zeros.docx"])
def test_zeros_of_an_allowed_size_are_no_article(name: str) -> None:
    with pytest.raises((Unsupported, NotAnArticle)) as caught:
        read_bytes(bytes(LARGEST // 10), name)
    assert name in caught.value.sentence


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9, 0.99])
@pytest.mark.parametrize("suffix", ["pdf", "odt"])
def test_a_truncated_file_is_said_to_be_damaged(share: float, suffix: str, tmp_path: Path) -> None:
    data = pdf_bytes(tmp_path) if suffix == "pdf" else odt_words(SENTENCE * 400)
    told = outcome(data[: int(len(data) * share)], f"half.{suffix}")
    assert "sound" in told or "damaged" in told or "council" in told


def test_an_encrypted_pdf_is_said_to_need_a_password(tmp_path: Path) -> None:
    path = tmp_path / "locked.pdf"
    with pikepdf.open(io.BytesIO(pdf_bytes(tmp_path))) as document:
        document.save(path, encryption=pikepdf.Encryption(owner="a", user="b"))
    with pytest.raises(UnreadableFile, match=r"locked\.pdf.*password"):
        read_file(path)


def test_an_encrypted_archive_is_said_to_need_a_password() -> None:
    data = bytearray(odt_words(SENTENCE))
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = -1
        while (at := data.find(mark, at + 1)) >= 0:
            data[at + flags] |= 1
    with pytest.raises(UnreadableFile, match=r"locked\.odt.*password"):
        read_bytes(bytes(data), "locked.odt")


def test_an_encrypted_word_document_is_said_to_be_no_open_document() -> None:
    start = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(400)
    with pytest.raises(IntakeFailure, match=r"locked\.docx.*password"):
        read_bytes(start, "locked.docx")


@pytest.mark.parametrize(
    ("data", "name", "media_type"),
    [
        (page(), "page.pdf", "text/html"),
        (page(), "page.docx", "text/html"),
        (SENTENCE.encode(), "note.pdf", "text/plain"),
        (SENTENCE.encode(), "note.epub", "text/plain"),
        (b"{\\rtf1 " + SENTENCE.encode() + b"}", "note.doc", "application/rtf"),
        (odt_words(SENTENCE), "memo.docx", "application/vnd.oasis.opendocument.text"),
        (odt_words(SENTENCE), "memo", "application/vnd.oasis.opendocument.text"),
    ],
)
def test_a_wrong_suffix_does_not_mislead(data: bytes, name: str, media_type: str) -> None:
    assert read_bytes(data, name).article.origin.media_type == media_type


@pytest.mark.parametrize(
    "name", ["two\nlines.txt", "right\u202etxt.exe", "bell\x07.txt", "wide\u2028line.txt", "x" * 3000]
)
def test_names_are_shown_safely(name: str) -> None:
    with pytest.raises(NotAnArticle) as caught:
        read_bytes(b" ", name)
    shown = caught.value.sentence
    assert shown.isprintable()
    assert len(shown) < 400
    assert "\u202e" not in shown


def test_a_name_with_tricks_is_no_title_with_tricks() -> None:
    title = read_bytes(SENTENCE.lower().encode(), "board\nminutes\u202etxt.txt").article.title
    assert title.isprintable()


def test_marks_that_turn_the_writing_direction_do_not_cross_paragraphs() -> None:
    text = read_bytes(f"One \u202eturned line\n\n{SENTENCE}".encode(), "a.txt").article.text
    assert "\u202e" not in text


def test_lines_that_only_underline_lie_in_blocks_of_their_own() -> None:
    article = read_bytes(
        b"Decisions\n=========\n\nThe night ferry sails on Mondays only, the board said.", "a.txt"
    ).article
    at = 0
    for block in article.blocks:
        assert not article.text[at : block.span.start].strip()
        at = block.span.end
    assert [block.kind.value for block in article.blocks] == ["heading", "boilerplate", "paragraph"]


def test_a_date_that_no_calendar_holds_is_left_out() -> None:
    data = f"From: a@b.example\nSubject: One\nDate: Tue, 4 Mar 99999999999999999999 08:15:00 +0000\n\n{SENTENCE}"
    assert read_bytes(data.encode(), "a.eml").article.origin.published == ""


def test_an_outlook_message_sent_beyond_all_calendars_is_read_without_its_date() -> None:
    sent = bytes.fromhex("4000 3900") + (6).to_bytes(4, "little") + (2**63 - 1).to_bytes(8, "little")
    words = f"{SENTENCE}Nobody else was asked.".encode("utf-16-le")
    body = bytes.fromhex("1F00 0010") + (6).to_bytes(4, "little") + (len(words) + 2).to_bytes(8, "little")
    data = compound_file({"__properties_version1.0": bytes(32) + body + sent, "__substg1.0_1000001F": words})
    article = read_bytes(data, "late.msg").article
    assert article.text.startswith(SENTENCE.strip())
    assert article.origin.published == ""


def test_a_message_with_a_damaged_head_is_read() -> None:
    words = "The ferry will sail again in June, Captain Ivo Marin said on Tuesday, after the pier was mended."
    message = (
        "From: Mia Stone <mia@harbour.example>\nSubject: Ferry to sail\nMIME-Version: 1.0\n"
        f"Content-Type: text/plain; char*\n\n{words}\n"
    )
    article = read_bytes(message.encode(), "ferry.eml").article
    assert words in article.text
    assert article.title == "Ferry to sail"


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_document_packed_as_none_is_is_not_unpacked(method: int) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        archive.writestr("content.xml", bytes(1000))
    with pytest.raises(Unsupported, match="packed as no document"):
        read_bytes(file.getvalue(), "odd.odt")


def test_cells_that_reach_over_hundreds_of_columns_do_not_make_a_page_slow() -> None:
    row = f"<tr>{'<td rowspan=1000 colspan=900>never told</td>' * 10}</tr>"
    page = f"<html><body><article><h1>The pier is closed</h1><table>{row * 60}</table></article></body>"
    assert "never told" in read_bytes(page.encode(), "page.html").article.text


@pytest.mark.parametrize(
    "block",
    ["<option>one more of many words</option>", "<br><br>a word", "<label>one more</label>", "<button>go</button> "],
)
def test_many_blocks_of_few_words_do_not_make_a_page_slow(block: str) -> None:
    said = "The harbour board said on Monday that it had never been told of the rotten piles below the east pier."
    page = f"<html><body><article><h1>The pier is closed</h1><p>{said}</p>{block * 12_000}</article></body></html>"
    assert said in read_bytes(page.encode(), "page.html").article.text


@pytest.mark.parametrize(
    "amid", ["<b>is</b>", "<input>", "<button></button>", "<aside></aside>", "<dd></dd>", "<x-y>so</x-y>"]
)
def test_many_small_elements_amid_words_do_not_make_a_page_slow_nor_lose_words(amid: str) -> None:
    said = "The harbour board said on Monday that it had never been told of the rotten piles below the east pier."
    words = " ".join(f"{amid} word{number}" for number in range(15_000))
    page = f"<html><body><article><h1>The pier</h1><p>{said}</p><p>{words}</p></article></body>"
    text = read_bytes(page.encode(), "page.html").article.text
    assert [word for word in text.split() if word.startswith("word")] == [f"word{number}" for number in range(15_000)]
