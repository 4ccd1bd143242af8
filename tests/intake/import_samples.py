"""Small files of the kinds that other programs export, in the manner of real ones, for tests that change them."""

import gzip
import io
import json
import plistlib
import zipfile
from datetime import date

import openpyxl
from openpyxl.chart import BarChart, Reference
from openpyxl.drawing.image import Image as SheetPicture
from PIL import Image
from pptx import Presentation

SENTENCE = "The harbour board said on Monday that it had never been told of the rotten piles below the east pier."
PAGE = f"<html><head><title>Pier</title></head><body><article><h1>Pier</h1><p>{SENTENCE}</p></article></body></html>"
ADDRESS = "https://news.example/pier"


def samples() -> dict[str, list[bytes]]:
    """Files by the endings of their names."""
    return {
        "vtt": [_vtt()],
        "srt": [_srt()],
        "webarchive": [_webarchive(plistlib.FMT_BINARY), _webarchive(plistlib.FMT_XML)],
        "pptx": [_presentation()],
        "xlsx": [_workbook(), _drawn_on_sheet()],
        "warc": [_warc(), gzip.compress(_warc())],
        "wacz": [_wacz()],
        "enex": [_notes()],
        "mbox": [_mailbox()],
        "rss": [_feed()],
        "chat": [_whatsapp()],
        "telegram": [_telegram_page()],
        "json": [*map(_json, (_telegram(), _mastodon(), _hypothesis(), _csl()))],
        "js": [b"window.YTD.tweets.part0 = " + _json(_tweets())],
        "csv": [_pocket(), _readwise()],
        "clippings": [_kindle()],
        "bookmarks": [_bookmarks()],
        "ris": [_ris()],
        "bib": [_bibtex()],
    }


def _json(found: object) -> bytes:
    return json.dumps(found).encode()


def _vtt() -> bytes:
    cue = "{}\n00:00:0{}.000 --> 00:00:0{}.500 align:start\n<v Ann Keller>We did <i>not</i> know{}\n"
    return ("WEBVTT - Pier\n\nNOTE by hand\n\n" + "\n".join(cue.format(n, n, n + 1, n) for n in range(5))).encode()


def _srt() -> bytes:
    cue = "{}\n00:00:0{},000 --> 00:00:0{},500\nANN KELLER: We did <i>not</i> know{}.\n"
    return "\n".join(cue.format(n, n, n + 1, n) for n in range(5)).encode()


def _webarchive(form: "plistlib.PlistFormat") -> bytes:
    main = {
        "WebResourceData": PAGE.encode(),
        "WebResourceMIMEType": "text/html",
        "WebResourceTextEncodingName": "UTF-8",
        "WebResourceURL": ADDRESS,
    }
    return plistlib.dumps({"WebMainResource": main, "WebSubresources": [main]}, fmt=form)


def _presentation() -> bytes:
    shown = Presentation()
    slide = shown.slides.add_slide(shown.slide_layouts[1])
    slide.shapes.title.text, slide.placeholders[1].text_frame.text = "Pier", SENTENCE
    table = slide.shapes.add_table(2, 2, 0, 0, 100, 100).table
    table.cell(0, 0).text = "name"
    slide.notes_slide.notes_text_frame.text = "Nobody knew."
    file = io.BytesIO()
    shown.save(file)
    return file.getvalue()


def _workbook() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (["name", "share", "day"], ["Brandt", 0.125, date(2024, 6, 3)], [SENTENCE, -3, True]):
        sheet.append(row)
    sheet["B2"].number_format, sheet["C2"].number_format = '0.0%;[Red]-#,##0.00_)"x"', "d mmm yyyy h:mm AM/PM"
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _drawn_on_sheet() -> bytes:
    """A chart, a picture and a text box that lie on a sheet."""
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (["name", "share"], ["Brandt", 12], ["Weber", 88]):
        sheet.append(row)
    chart = BarChart()
    chart.title = "Shares of the pier"
    chart.add_data(Reference(sheet, min_col=2, min_row=1, max_row=3), titles_from_data=True)
    chart.set_categories(Reference(sheet, min_col=1, min_row=2, max_row=3))
    sheet.add_chart(chart, "D2")
    shown = io.BytesIO()
    Image.effect_noise((40, 30), 90).convert("RGB").save(shown, "PNG")
    sheet.add_image(SheetPicture(shown), "D20")
    file, boxed = io.BytesIO(), io.BytesIO()
    book.save(file)
    drawn = "http://schemas.openxmlformats.org/drawingml/2006/main"
    box = (
        "<twoCellAnchor><from><col>1</col><colOff>0</colOff><row>3</row><rowOff>0</rowOff></from><to><col>3</col>"
        "<colOff>0</colOff><row>6</row><rowOff>0</rowOff></to><sp><nvSpPr><cNvPr id='9' name='Box'/><cNvSpPr/></nvSpPr>"
        f"<spPr/><txBody><a:bodyPr xmlns:a='{drawn}'/><a:p xmlns:a='{drawn}'><a:r><a:t>{SENTENCE}</a:t></a:r></a:p>"
        "</txBody></sp><clientData/></twoCellAnchor></wsDr>"
    )
    with zipfile.ZipFile(file) as packed, zipfile.ZipFile(boxed, "w", zipfile.ZIP_DEFLATED) as written:
        for name in packed.namelist():
            data = packed.read(name)
            is_drawing = name.startswith("xl/drawings/drawing")
            written.writestr(name, data.replace(b"</wsDr>", box.encode()) if is_drawing else data)
    return boxed.getvalue()


def _warc() -> bytes:
    body = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nTransfer-Encoding: chunked\r\n\r\n{PAGE}"
    record = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {}\r\nWARC-Date: 2024-06-03T10:00:00Z\r\n"
        "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
        "Content-Type: application/http; msgtype=response\r\nContent-Length: {}\r\n\r\n{}\r\n\r\n"
    )
    return "".join(record.format(f"{ADDRESS}/{number}", len(body), body) for number in range(2)).encode()


def _wacz() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("datapackage.json", "{}")
        packed.writestr("archive/data.warc.gz", gzip.compress(_warc()))
        packed.writestr("pages/pages.jsonl", json.dumps({"url": f"{ADDRESS}/1", "title": "Pier"}))
    return file.getvalue()


def _notes() -> bytes:
    note = (
        "<note><title>Pier {}</title><content><![CDATA[<?xml version='1.0'?><!DOCTYPE en-note SYSTEM 'x'><en-note>"
        "<div>{}<br/><en-todo checked='true'/></div></en-note>]]></content><created>20240603T100000Z</created>"
        "<tag>pier</tag></note>"
    )
    inner = "".join(note.format(number, SENTENCE) for number in range(2))
    return f"<?xml version='1.0'?><!DOCTYPE en-export SYSTEM 'x'><en-export>{inner}</en-export>".encode()


def _mailbox() -> bytes:
    message = "From a@b.example Tue Jun  4 10:00:00 2024\nFrom: Ann <a@b.example>\nSubject: Pier\n\n{}\n"
    return "\n".join(message.format(SENTENCE) for _ in range(3)).encode()


def _feed() -> bytes:
    item = (
        f"<item><title>Pier</title><link>{ADDRESS}</link><content:encoded>&lt;p&gt;{SENTENCE}</content:encoded></item>"
    )
    space = "http://purl.org/rss/1.0/modules/content/"
    return f'<rss version="2.0" xmlns:content="{space}"><channel><title>News</title>{item * 2}</channel></rss>'.encode()


def _whatsapp() -> bytes:
    return (
        f"03/06/2024, 10:00 - Encrypted.\n03/06/2024, 10:01 - Ann: {SENTENCE}\n[3.6.24, 10:02:00] Tom: No.\n".encode()
    )


def _telegram() -> object:
    pieces = ["That is ", {"type": "bold", "text": "not"}, " true."]
    message = {"type": "message", "date": "2024-06-03T10:01:00", "from": "Ann", "text": pieces}
    return {"name": "Talk", "type": "private_group", "messages": [message, {**message, "type": "service"}]}


def _telegram_page() -> bytes:
    date = '<div class="date" title="03.06.2024 10:01:00">10:01</div>'
    said = f'<div class="from_name">Ann</div><div class="text">{SENTENCE}<br>No.</div>'
    one = f'<div class="message default clearfix"><div class="body">{date}{said}</div></div>'
    frame = '<!DOCTYPE html><html><body><div class="page_wrap"><div class="page_header">Talk</div>'
    inner = f'<div class="page_body chat_page"><div class="history">{one * 3}</div></div>'
    return f"{frame}{inner}</div></body></html>".encode()


def _mastodon() -> object:
    note = {
        "type": "Note",
        "content": f"<p>{SENTENCE}</p>",
        "published": "2024-06-03T10:00:00Z",
        "attributedTo": ADDRESS,
    }
    item = {"type": "Create", "published": "2024-06-03T10:00:00Z", "object": note}
    return {"@context": "https://www.w3.org/ns/activitystreams", "orderedItems": [item]}


def _hypothesis() -> object:
    quote = {"type": "TextQuoteSelector", "exact": "never been told", "prefix": "had ", "suffix": " of"}
    target = [{"source": ADDRESS, "selector": [quote]}]
    row = {"id": "x", "uri": ADDRESS, "text": "why", "tags": ["a"], "target": target, "document": {"title": ["Pier"]}}
    return {"rows": [row, {**row, "uri": f"{ADDRESS}/2"}], "total": 2}


def _csl() -> object:
    person = {"family": "Lange", "given": "Jeff"}
    told = {"type": "article-newspaper", "title": "Pier", "author": [person], "issued": {"date-parts": [[2024, 6, 3]]}}
    return [{**told, "URL": ADDRESS, "container-title": "Port News"}]


def _tweets() -> object:
    links = {"urls": [{"url": "https://t.co/x", "expanded_url": ADDRESS}]}
    post = {
        "created_at": "Mon Jun 03 10:00:00 +0000 2024",
        "full_text": "RT @ann: No https://t.co/x",
        "entities": links,
    }
    return [{"tweet": post}, {"tweet": post}]


def _pocket() -> bytes:
    return f"title,url,time_added,tags,status\nPier,{ADDRESS},1717400000,a|b,unread\n".encode()


def _readwise() -> bytes:
    return (
        f'Highlight,Book Title,Book Author,Note,Location Type,Location\n"{SENTENCE}",Pier,Lange,why,page,3\n'.encode()
    )


def _kindle() -> bytes:
    when = "Added on Monday, June 3, 2024 10:00:00 AM"
    one = f"The Pier (Lange, Jeff)\n- Your {{}} on page 12 | Location 180-82 | {when}\n\n{{}}\n"
    both = (one.format("Highlight", SENTENCE), one.format("Note", "why"))
    return "==========\n".join((*both, "")).encode()


def _bookmarks() -> bytes:
    link = f'<DT><A HREF="{ADDRESS}" ADD_DATE="1717400000" TAGS="a,b">Pier</A><DD>why\n'
    return f"<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<H1>B</H1><DL><p><DT><H3>F</H3><DL><p>{link}</DL></DL>".encode()


def _ris() -> bytes:
    return (
        f"TY  - NEWS\nTI  - Pier\nAU  - Lange, Jeff\nDA  - 2024/06/03/\nUR  - {ADDRESS}\nL1  - a.pdf\nER  - \n".encode()
    )


def _bibtex() -> bytes:
    return (
        "@article{a,\n title = {The {Pier} \\& more},\n author = {Lange, Jeff and {\\'A}nn},\n"
        " year = 2024,\n month = jun,\n"
        f" url = {{{ADDRESS}}},\n file = {{x:a.pdf:application/pdf}}\n}}\n"
    ).encode()
