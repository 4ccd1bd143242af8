"""Files that hold several articles: the reader chooses, and each is a file of its own that reads the same again."""

import ast
import gzip
import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from article_parts import remarks_of

from briefing.intake import (
    Feed,
    IntakeFailure,
    NotAnArticle,
    OffersArticles,
    TooLarge,
    open_document,
    read_bytes,
    read_file,
)
from briefing.intake import warc as warc_module
from briefing.intake.source_list import Source, Sources, is_collection
from briefing.model import Article

SENTENCE = "The harbour board said on Monday that it had never been told of the “rotten” piles below the east pier."


def page(title: str) -> str:
    body = f"<article><h1>{title}</h1><p>{SENTENCE}</p><p>{SENTENCE}</p></article>"
    return f"<html><head><title>{title} &amp; more</title></head><body>{body}</body></html>"


def offered(data: bytes, name: str) -> Feed:
    with pytest.raises(OffersArticles) as caught:
        read_bytes(data, name)
    return caught.value.feed


def read_all(folder: Path, data: bytes, name: str) -> list[Article]:
    """All articles in a file, by what it offers."""
    (folder / name).write_bytes(data)
    sources, articles = Sources(), []
    for entry in offered(data, name).entries:
        opened = sources.read(Source(folder / name, piece=entry.piece, title=entry.title))
        assert read_bytes(opened.original, name).article.text == opened.article.text
        articles.append(opened.article)
    sources.close()
    return articles


def record(kind: str, address: str, body: bytes) -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2024-06-03T10:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
        f"Content-Type: application/http; msgtype={kind}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


def warc(*answers: tuple[str, bytes, str, str], packed: bool = True) -> bytes:
    """An archive with what servers answered: address, body, status and headers."""
    records = [record("warcinfo", "", b"software: test\r\n")]
    for address, body, status, headers in answers:
        head = "\r\n".join((f"HTTP/1.1 {status}", *headers.split("\n"), "", ""))
        records += [
            record("request", address, b"GET / HTTP/1.1\r\n\r\n"),
            record("response", address, head.encode() + body),
        ]
    return b"".join(map(gzip.compress, records) if packed else records)


HTML = "Content-Type: text/html; charset=utf-8"
ARCHIVED = (
    ("https://news.example/pier", page("The pier").encode(), "200 OK", HTML),
    ("https://news.example/pier", page("The pier").encode(), "200 OK", HTML),
    ("https://news.example/a.png", b"\x89PNG", "200 OK", "Content-Type: image/png"),
    ("https://news.example/gone", page("Gone").encode(), "404 Not Found", HTML),
    (
        "https://news.example/fund",
        gzip.compress(page("The fund").encode("cp1252")),
        "200 OK",
        "Content-Type: text/html; charset=windows-1252\nContent-Encoding: gzip",
    ),
)


@pytest.mark.parametrize("packed", [True, False])
def test_the_pages_of_a_web_archive_are_offered_each_once(tmp_path: Path, packed: bool) -> None:
    data = warc(*ARCHIVED, packed=packed)
    entries = offered(data, "a.warc.gz").entries
    assert [(entry.title, entry.address, entry.piece) for entry in entries] == [
        ("The pier & more", "https://news.example/pier", 0),
        ("The fund & more", "https://news.example/fund", 1),
    ]
    assert [entry.published for entry in entries] == ["", ""]
    articles = read_all(tmp_path, data, "a.warc.gz")
    assert [article.origin.address for article in articles] == [entry.address for entry in entries]
    assert all(article.text.count(SENTENCE) == 2 for article in articles)


def test_a_web_archive_that_was_packed_as_one_is_read_as_any_other() -> None:
    whole = gzip.compress(warc(*ARCHIVED, packed=False))
    assert offered(whole, "a.warc.gz") == offered(warc(*ARCHIVED), "a.warc.gz")


def test_a_web_archive_of_one_page_is_that_page() -> None:
    article = read_bytes(warc(*ARCHIVED[:3]), "a.warc.gz").article
    assert (article.title, article.origin.address) == ("The pier", "https://news.example/pier")


def test_a_page_in_an_archive_may_have_come_in_chunks() -> None:
    body = page("The pier").encode()
    chunked = b"%x\r\n%s\r\n%x\r\n%s\r\n0\r\n\r\n" % (9, body[:9], len(body) - 9, body[9:])
    answer = ("https://news.example/", chunked, "200 OK", f"{HTML}\nTransfer-Encoding: chunked")
    assert read_bytes(warc(answer), "a.warc").article.text.count(SENTENCE) == 2


def wacz(*listed: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr("datapackage.json", '{"profile": "data-package"}')
        packed.writestr("archive/data.warc.gz", warc(*ARCHIVED))
        lines = [{"format": "json-pages-1.0"}, *({"url": url, "title": "As listed"} for url in listed)]
        packed.writestr("pages/pages.jsonl", "\n".join(map(json.dumps, lines)))
    return file.getvalue()


def test_the_pages_that_a_collection_lists_are_offered(tmp_path: Path) -> None:
    data = wacz("https://news.example/fund", "https://news.example/pier")
    entries = offered(data, "a.wacz").entries
    assert [(entry.title, entry.piece) for entry in entries] == [("As listed", 0), ("As listed", 1)]
    assert [article.title for article in read_all(tmp_path, data, "a.wacz")] == ["The fund", "The pier"]
    assert not is_collection(tmp_path / "a.wacz")


def test_a_collection_that_lists_one_page_is_that_page() -> None:
    assert read_bytes(wacz("https://news.example/fund"), "a.wacz").article.title == "The fund"


def test_an_archive_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warc_module, "MOST_UNPACKED", 10_000)
    answer = ("https://news.example/", b" " * 20_000, "200 OK", "Content-Type: image/png")
    with pytest.raises(TooLarge, match=r"“a\.warc” would unpack to far more"):
        read_bytes(warc(answer), "a.warc")


def note(title: str, content: str, more: str = "") -> str:
    inner = f'<?xml version="1.0"?><!DOCTYPE en-note SYSTEM "x.dtd"><en-note>{content}</en-note>'
    return f"<note><title>{title}</title><content><![CDATA[{inner}]]></content>{more}</note>"


def enex(*notes: str) -> bytes:
    start = '<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE en-export SYSTEM "x.dtd"><en-export>'
    return f"{start}{''.join(notes)}</en-export>".encode()


def test_notes_are_offered_with_dates_and_tags(tmp_path: Path) -> None:
    first = note(
        "Pier",
        "<div>The board&nbsp;denies<br/>it.</div><div><en-todo checked='true'/>Ask <b>Ann</b>.</div>",
        "<created>20240603T100000Z</created><tag>harbour</tag><tag>pier</tag>"
        "<note-attributes><author>Jeff Lange</author></note-attributes>",
    )
    second = note("Fund", "<div>It lost 4 million.</div><en-crypt>QUJD</en-crypt>")
    data = enex(first, second)
    entries = offered(data, "notes.enex").entries
    assert [(entry.title, entry.published, entry.tags) for entry in entries] == [
        ("Pier", "2024-06-03T10:00:00+00:00", ("harbour", "pier")),
        ("Fund", "", ()),
    ]
    pier, fund = read_all(tmp_path, data, "notes.enex")
    assert " ".join(pier.text.split()) == "Pier The board denies it. Ask Ann."
    assert (pier.title, pier.origin.byline) == ("Pier", "Jeff Lange")
    assert " ".join(fund.text.split()) == "Fund It lost 4 million."
    assert remarks_of(fund) == ["An encrypted passage is not read"]


def test_a_clipped_page_has_its_address_and_not_the_day_of_clipping() -> None:
    more = (
        "<created>20240603T100000Z</created><note-attributes><source-url>https://news.example/pier</source-url>"
        "</note-attributes>"
    )
    origin = read_bytes(enex(note("Pier", f"<div>{SENTENCE}</div>", more)), "a.enex").article.origin
    assert (origin.address, origin.published) == ("https://news.example/pier", "")


def test_what_is_attached_to_a_note_does_no_harm() -> None:
    attached = f"<resource><data encoding='base64'>{'QUJD' * 3_000_000}</data></resource>"
    assert SENTENCE in read_bytes(enex(note("Pier", f"<div>{SENTENCE}</div>", attached)), "a.enex").article.text


def mailbox(*subjects: str) -> bytes:
    message = "From a@b.example Tue Jun  4 10:00:00 2024\nFrom: Ann <a@b.example>\nSubject: {}\n\n{}\n>From here on.\n"
    return "\n".join(message.format(subject, SENTENCE) for subject in subjects).encode()


def test_the_messages_of_a_mailbox_are_articles(tmp_path: Path) -> None:
    data = mailbox("Pier", "=?utf-8?q?F=C3=BCnd?=")
    entries = offered(data, "in.mbox").entries
    assert [(entry.title, entry.summary) for entry in entries] == [("Pier", "Ann"), ("Fünd", "Ann")]
    articles = read_all(tmp_path, data, "in.mbox")
    assert [article.title for article in articles] == ["Pier", "Fünd"]
    assert all("From here on." in article.text and ">From" not in article.text for article in articles)


def test_a_mailbox_of_one_message_is_that_message() -> None:
    assert read_bytes(mailbox("Pier"), "in.mbox").article.title == "Pier"


def rss(*items: str) -> bytes:
    return (
        '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Port News</title>'
        f"<link>https://news.example</link>{''.join(items)}</channel></rss>"
    ).encode()


def item(title: str, text: str = SENTENCE) -> str:
    content = f"<content:encoded><![CDATA[<p>{text}</p>]]></content:encoded>" if text else ""
    return (
        f"<item><title>{title}</title><link>https://news.example/{title}</link><author>Jeff Lange</author>"
        f"<pubDate>Mon, 03 Jun 2024 10:00:00 GMT</pubDate><description>Short.</description>{content}</item>"
    )


def test_a_feed_with_its_texts_is_read_from_the_file(tmp_path: Path) -> None:
    data = rss(item("Pier"), item("Fund"))
    first, second = read_all(tmp_path, data, "feed.xml")
    assert " ".join(first.text.split()) == f"Pier {SENTENCE}"
    told = first.origin
    assert (told.title, told.byline, told.outlet, told.published, told.address) == (
        "Pier",
        "Jeff Lange",
        "Port News",
        "2024-06-03T10:00:00+00:00",
        "https://news.example/Pier",
    )
    assert second.title == "Fund"


def test_a_feed_of_which_an_entry_has_no_text_leads_to_its_pages() -> None:
    entries = offered(rss(item("Pier"), item("Fund", "")), "feed.xml").entries
    assert [entry.piece for entry in entries] == [None, None]


def test_the_entries_of_a_feed_on_the_web_are_fetched_from_where_they_are() -> None:
    with pytest.raises(OffersArticles) as caught:
        read_bytes(rss(item("Pier"), item("Fund")), "", "https://news.example/feed")
    assert [entry.piece for entry in caught.value.feed.entries] == [None, None]


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (warc(*ARCHIVED)[:-30], "a.warc.gz"),
        (enex(note("Pier", "<div>x</div>"))[:-30], "a.enex"),
        (wacz()[:-30], "a.wacz"),
        (enex(), "a.enex"),
        (warc(ARCHIVED[2]), "a.warc"),
    ],
)
def test_damaged_and_empty_files_are_told_of_in_a_sentence(data: bytes, name: str) -> None:
    with pytest.raises(IntakeFailure, match=rf"^“{name}” [^\n]+\.$"):
        read_bytes(data, name)


def test_a_file_of_several_articles_on_the_web_is_to_be_saved_first() -> None:
    with pytest.raises(NotAnArticle, match="holds 2 articles"):
        read_bytes(warc(*ARCHIVED), "", "https://news.example/a.warc.gz")


def test_no_parser_is_loaded_before_a_file_asks_for_it() -> None:
    """What tells the formats is loaded at the start of the program; it must stay light."""
    code = "import sys, briefing.intake; print(sorted(m for m in sys.modules if m.startswith('briefing.intake.')))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = {name.rpartition(".")[2] for name in ast.literal_eval(ran.stdout)}
    assert not loaded & {"html", "mail", "pdf", "warc", "evernote", "kindle", "references", "xlsx", "captions"}


def test_a_mailbox_may_be_larger_than_an_article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = mailbox(*map(str, range(20)))
    monkeypatch.setattr(open_document, "LARGEST", len(data) // 2)
    (tmp_path / "in.mbox").write_bytes(data)
    with pytest.raises(OffersArticles):
        read_file(tmp_path / "in.mbox")
    monkeypatch.setattr(open_document, "LARGEST_BUNDLE", len(data) - 1)
    with pytest.raises(TooLarge, match=r"^“in\.mbox” is too large"):
        read_file(tmp_path / "in.mbox")
