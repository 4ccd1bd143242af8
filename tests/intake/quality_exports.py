"""Manuscripts of the quality set as other programs export them: archives, notes, feeds, slides, sheets, captions."""

import gzip
import io
import plistlib
import zipfile
from collections.abc import Iterator
from datetime import datetime
from email.utils import format_datetime
from html import escape

import openpyxl
from pptx import Presentation
from quality_files import Manuscript, kind_of, manuscript, plain, saved
from quality_samples import Sample

ADDRESS = "https://harbour.example/2025/memo"
_TAGS = {"#": "h1", "##": "h2", "-": "li", "1.": "li", ">": "blockquote", "[": "p", "": "p"}


def exports() -> Iterator[Sample]:
    """A file of each kind."""
    memo, wire = manuscript("memo"), manuscript("wirecopy")
    head = f"<head><title>{escape(memo.facts['title'])}</title></head>"
    page = f"<html>{head}<body><article>{_body(memo)}</article></body></html>"
    yield memo.sample("memo.webarchive", _webarchive(page), "title")
    yield memo.sample("memo.warc.gz", gzip.compress(_warc(page)), "title")
    yield memo.sample("memo.wacz", _wacz(page), "title")
    yield memo.sample("memo.enex", _note(memo), "title")
    yield memo.sample("memo.rss", _feed(memo), "title")
    yield memo.sample("memo.pptx", _slides(memo), "title")
    yield wire.sample("wire.xlsx", _sheet(wire))
    yield wire.sample("wire.vtt", _captions(wire))


def _body(source: Manuscript) -> str:
    return "".join(
        f"<{_TAGS[kind_of(line)[0]]}>{escape(plain(line))}</{_TAGS[kind_of(line)[0]]}>" for line in source.lines
    )


def _webarchive(page: str) -> bytes:
    told = {"MIMEType": "text/html", "TextEncodingName": "UTF-8", "URL": ADDRESS, "Data": page.encode()}
    return plistlib.dumps({"WebMainResource": {f"WebResource{key}": value for key, value in told.items()}})


def _warc(page: str) -> bytes:
    body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page.encode()
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {ADDRESS}\r\nWARC-Date: 2025-03-03T10:00:00Z\r\n"
        "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


def _wacz(page: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr("datapackage.json", "{}")
        packed.writestr("archive/data.warc.gz", gzip.compress(_warc(page)))
    return file.getvalue()


def _note(source: Manuscript) -> bytes:
    inner = "".join(f"<div>{escape(plain(line))}</div>" for line in source.lines[1:])
    title = escape(source.facts["title"])
    content = f"<?xml version='1.0'?><!DOCTYPE en-note SYSTEM 'x.dtd'><en-note>{inner}</en-note>"
    return (
        f"<en-export><note><title>{title}</title><content><![CDATA[{content}]]></content></note></en-export>".encode()
    )


def _feed(source: Manuscript) -> bytes:
    day = format_datetime(datetime.fromisoformat("2025-03-03T10:00:00+00:00"))
    item = (
        f"<item><title>{escape(source.facts['title'])}</title><link>{ADDRESS}</link><pubDate>{day}</pubDate>"
        f"<content:encoded><![CDATA[{_body(source)}]]></content:encoded></item>"
    )
    space = "http://purl.org/rss/1.0/modules/content/"
    return f'<rss version="2.0" xmlns:content="{space}"><channel><title>News</title>{item}</channel></rss>'.encode()


def _slides(source: Manuscript) -> bytes:
    shown = Presentation()
    slide = shown.slides.add_slide(shown.slide_layouts[1])
    slide.shapes.title.text = source.facts["title"]
    frame = slide.placeholders[1].text_frame
    for number, line in enumerate(source.lines[1:]):
        (frame.paragraphs[0] if number == 0 else frame.add_paragraph()).text = plain(line)
    return saved(shown)


def _sheet(source: Manuscript) -> bytes:
    book = openpyxl.Workbook()
    book.active.title = "Text"
    for line in source.lines:
        book.active.append([plain(line)])
    return saved(book)


def _captions(source: Manuscript) -> bytes:
    words = " ".join(map(plain, source.lines)).split()
    cues, at = ["WEBVTT"], 0
    while words:
        said, words = words[:8], words[8:]
        second = f"00:{at // 60:02}:{at % 60:02}"
        cues.append(f"{second}.000 --> {second}.900\n{escape(' '.join(said), quote=False)}")
        at += 1
    return "\n\n".join(cues).encode()
