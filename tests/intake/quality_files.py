"""Turns the manuscripts of the quality set into files: texts, PDF, Word, OpenDocument, RTF, mail, EPUB."""

import io
import json
import tempfile
import textwrap
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path

import docx
import typst
from compound_file import compound_file
from quality_samples import FOLDER, Sample

FOOTER = (
    "You are receiving this e-mail because you signed up at harbour.example.",
    "Unsubscribe | Manage your preferences | View in browser",
    "Harbour Press Ltd, 12 Quay Street, Port Averill",
)


@dataclass(frozen=True)
class Manuscript:
    """A text whose lines begin with marks: # heading, ## section, - or 1. item, > quotation, [1] footnote."""

    facts: dict[str, str]
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        return "\n".join(plain(line) for line in self.lines)

    def sample(self, name: str, data: bytes, *facts: str, grey: tuple[str, ...] = ()) -> Sample:
        return Sample(name, data, self.text, grey, {key: self.facts[key] for key in facts})


def manuscript(name: str) -> Manuscript:
    first, *lines = (FOLDER / f"{name}.ms").read_text(encoding="utf-8").splitlines()
    return Manuscript(json.loads(first), tuple(lines))


def files() -> Iterator[Sample]:
    yield from _texts()
    yield from _pdfs()
    yield from _documents()
    yield from _mails()


def kind_of(line: str) -> tuple[str, str]:
    """What a line is, and its words."""
    for mark in ("## ", "# ", "- ", "> "):
        if line.startswith(mark):
            return mark.strip(), line[len(mark) :]
    return ("1." if line[:1].isdigit() and line[1:3] == ". " else "[" if line.startswith("[") else ""), line


def plain(line: str) -> str:
    return kind_of(line)[1].replace("**", "").replace("*", "").replace("](https://secondlook.example/report)", "")


def _texts() -> Iterator[Sample]:
    wire, memo, russian, blog = (manuscript(name) for name in ("wirecopy", "memo", "russian", "blogpost"))
    wrapped = "\n\n".join(textwrap.fill(plain(line), 72) for line in wire.lines)
    yield wire.sample("wrapped.txt", wrapped.encode(), "title", "outlet")
    yield wire.sample("utf16.txt", wire.text.encode("utf-16"), "title", "outlet")
    spaced = "\n\n".join(plain(line) for line in memo.lines)
    yield memo.sample("western.txt", spaced.encode("cp1252"), "title")
    yield memo.sample("windows_lines.txt", spaced.replace("\n", "\r\n").encode("utf-8-sig"), "title")
    cyrillic = "\n\n".join(plain(line) for line in russian.lines)
    yield russian.sample("cp1251.txt", cyrillic.encode("cp1251"), "title")
    yield russian.sample("koi8.txt", cyrillic.encode("koi8-r"), "title")
    matter = (
        f"---\ntitle: {blog.facts['title']}\nauthor: Nadia Perrin\ndate: 2025-05-30\npublication: Second Look\n---\n\n"
    )
    yield blog.sample("post.md", (matter + "\n\n".join(blog.lines)).encode(), "title", "byline", "published", "outlet")
    yield memo.sample("memo.md", "\n\n".join(memo.lines).encode(), "title")


def _pdfs() -> Iterator[Sample]:
    report, feature, wire, arabic = (manuscript(name) for name in ("report", "feature", "wirecopy", "arabic"))
    yield report.sample("report.pdf", pdf(_typst(report, 'set page(height: 14cm, numbering: "1 / 1")')), "title")
    columns = (
        "set page(columns: 2, height: 11cm, width: 14cm, "
        "header: context [The Averill Quarterly #h(1fr) #counter(page).display()], "
        "footer: [May 2024 #h(1fr) averill.example])\n#set par(justify: true)\n"
        '#set text(lang: "en", hyphenate: true, 9pt)'
    )
    heads = ("The Averill Quarterly", "averill.example")
    yield feature.sample("two_columns.pdf", pdf(_typst(feature, columns)), "title", grey=heads)
    notes = 'set page(columns: 2, height: 15cm)\n#set par(justify: true)\n#set text(lang: "en", hyphenate: true, 10pt)'
    yield report.sample("columns_with_footnotes.pdf", pdf(_typst(report, notes)), "title")
    yield wire.sample("wire.pdf", pdf(_typst(wire, 'set page("a5")')), "title")
    yield arabic.sample("arabic.pdf", pdf(_typst(arabic, 'set text(lang: "ar", font: "DejaVu Sans")')))


def _typst(source: Manuscript, settings: str) -> str:
    notes = {words[:3]: words[4:] for kind, words in map(kind_of, source.lines) if kind == "["}
    parts = [f"#{settings}"]
    for kind, words in map(kind_of, source.lines):
        for mark, note in notes.items():
            words = words.replace(mark, f"#footnote[{note}]")
        if kind == "#":
            parts.append(f"#text(17pt)[*{words}*]")
        elif kind == "##":
            parts.append(f"== {words}")
        elif kind != "[":
            parts.append({"-": "- ", ">": "#quote(block: true)[", "": "", "1.": ""}[kind] + words + "]" * (kind == ">"))
    return "\n\n".join(parts)


def pdf(source: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.typ")
        path.write_text(source, encoding="utf-8")
        return typst.compile(str(path))


def _documents() -> Iterator[Sample]:
    memo, report, blog, feature = (manuscript(name) for name in ("memo", "report", "blogpost", "feature"))
    yield memo.sample("memo.docx", word(memo, "Ingrid Solheim"), "title", "byline")
    yield feature.sample("feature.docx", word(feature, ""), "title")
    yield memo.sample("memo.odt", odt(memo), "title", "byline", "published")
    yield report.sample("report.odt", odt(report), "title")
    yield memo.sample("memo.rtf", rtf(memo), "title", "byline")
    yield feature.sample("feature.rtf", rtf(feature), "title")
    yield feature.sample("chapters.epub", epub(feature), "title", "byline", "published", "outlet")
    yield blog.sample("blog.epub", epub(blog), "title", "byline", "published", "outlet")


def word(source: Manuscript, author: str) -> bytes:
    document = docx.Document()
    document.core_properties.author = author
    styles = {"#": "Title", "##": "Heading 1", "-": "List Bullet", ">": "Quote"}
    for kind, words in map(kind_of, source.lines):
        document.add_paragraph(plain(words), style=styles.get(kind))
    document.sections[0].header.paragraphs[0].text = "Internal"
    return saved(document)


def odt(source: Manuscript) -> bytes:
    notes = {words[:3]: words[4:] for kind, words in map(kind_of, source.lines) if kind == "["}
    parts = []
    for kind, words in map(kind_of, source.lines):
        words = plain(words)
        for mark, note in notes.items():
            cited = (
                f"<text:note><text:note-citation>{mark[1]}</text:note-citation><text:note-body><text:p>{note}</text:p>"
            )
            words = words.replace(mark, f"{cited}</text:note-body></text:note>")
        paragraph = f"<text:p>{words}</text:p>"
        level = {"#": 1, "##": 2}.get(kind)
        if level:
            parts.append(f'<text:h text:outline-level="{level}">{words}</text:h>')
        elif kind == "-":
            parts.append(f"<text:list><text:list-item>{paragraph}</text:list-item></text:list>")
        elif kind != "[":
            parts.append(paragraph)
    names = (
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    )
    meta = f"<dc:creator>{source.facts['byline']}</dc:creator><dc:date>{source.facts['published']}</dc:date>"
    return packed(
        mimetype="application/vnd.oasis.opendocument.text",
        content_xml=f"<office:document-content {names}>{''.join(parts)}</office:document-content>",
        meta_xml=f"<office:document-meta {names}>{meta}</office:document-meta>",
    )


def rtf(source: Manuscript) -> bytes:
    def escaped(words: str) -> str:
        return "".join(
            sign if ord(sign) < 128 else f"\\'{sign.encode('cp1252')[0]:02x}" if ord(sign) < 256 else f"\\u{ord(sign)}?"
            for sign in plain(words)
        )

    parts = [
        r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\froman Times New Roman;}}{\colortbl;\red0\green0\blue0;}",
        r"{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 heading 1;}{\s2\outlinelevel1 heading 2;}}",
        rf"{{\info{{\title {escaped(source.facts['title'])}}}{{\author {escaped(source.facts['byline'])}}}}}",
        r"{\header\pard Internal\par}",
    ]
    for kind, words in map(kind_of, source.lines):
        start = {"#": r"\s1\outlinelevel0\b ", "##": r"\s2\outlinelevel1 ", "-": r"{\pntext\f1\'B7\tab}\ls1\ilvl0 "}
        parts.append(rf"\pard\plain{start.get(kind, ' ')}{escaped(words)}\par")
    return "\n".join([*parts, "}"]).encode("ascii")


def epub(source: Manuscript) -> bytes:
    chapters: list[list[str]] = [[]]
    for line in source.lines:
        if line.startswith("## "):
            chapters.append([])
        chapters[-1].append(line)
    tags = {"#": "h1", "##": "h2", "-": "li", ">": "blockquote"}
    parts = {}
    for number, lines in enumerate(chapters):
        body = "".join("<{0}>{1}</{0}>".format(tags.get(kind_of(line)[0], "p"), plain(line)) for line in lines)
        parts[f"OEBPS/c{number}.xhtml"] = (
            f'<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>{number}'
            f"</title></head><body>{body}</body></html>"
        )
    items = "".join(f'<item id="c{n}" href="c{n}.xhtml"/>' for n in range(len(chapters)))
    order = "".join(f'<itemref idref="c{n}"/>' for n in range(len(chapters)))
    named = (("title", "title"), ("creator", "byline"), ("date", "published"), ("publisher", "outlet"))
    facts = "".join(f"<dc:{tag}>{source.facts[fact]}</dc:{tag}>" for tag, fact in named)
    parts["OEBPS/nav.xhtml"] = (
        '<html xmlns="http://www.w3.org/1999/xhtml"><body><ol><li>Contents</li></ol></body></html>'
    )
    parts["OEBPS/book.opf"] = (
        f'<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">{facts}'
        f'</metadata><manifest><item id="n" href="nav.xhtml" properties="nav"/>{items}</manifest>'
        f'<spine><itemref idref="n"/>{order}</spine></package>'
    )
    container = '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
    return packed_parts({"mimetype": "application/epub+zip", "META-INF/container.xml": container, **parts})


def packed(**parts: str) -> bytes:
    return packed_parts({name.replace("_", "."): words for name, words in parts.items()})


def packed_parts(parts: dict[str, str]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, words in parts.items():
            archive.writestr(name, words)
    return file.getvalue()


def saved(document: object) -> bytes:
    """The bytes of a document, a presentation or a workbook."""
    file = io.BytesIO()
    document.save(file)  # type: ignore[attr-defined]
    return file.getvalue()


def _mails() -> Iterator[Sample]:
    source = manuscript("newsletter")
    facts = ("title", "byline", "published")
    spaced = "\n\n".join(plain(line) for line in source.lines)
    text = _message(source)
    text.set_content(spaced + "\n\n-- \n" + "\n".join(FOOTER))
    yield source.sample("newsletter_text.eml", text.as_bytes(), *facts, grey=FOOTER)
    mail = _message(source)
    mail.set_content("Open this message in a program that shows HTML.")
    mail.add_alternative(newsletter_html(source), subtype="html")
    yield source.sample("newsletter_html.eml", mail.as_bytes(), *facts, grey=(*FOOTER, "Can't see this e-mail?"))
    yield source.sample("newsletter.msg", outlook_message(source, spaced), *facts)
    page = next(sample for sample in _pages() if sample.name == "saved_with_ads.html")
    saved = EmailMessage()
    saved["From"], saved["Subject"] = "<Saved by a browser>", "Vaccine maker says shortage will last into spring"
    saved["Snapshot-Content-Location"] = "https://metrohealth.example/2024/12/vaccine-shortage"
    saved["MIME-Version"] = "1.0"
    saved.add_related(page.data.decode(), subtype="html", cte="quoted-printable")
    yield Sample("saved.mhtml", saved.as_bytes(), page.text, page.grey, page.facts)


def _pages() -> Iterator[Sample]:
    from quality_samples import pages

    return pages()


def _message(source: Manuscript) -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Morning Tide <tide@harbour.example>"
    message["To"] = "reader@desk.example"
    message["Subject"] = source.facts["title"]
    message["Date"] = format_datetime(datetime.fromisoformat(source.facts["published"]))
    message["List-Unsubscribe"] = "<https://harbour.example/out>"
    return message


def newsletter_html(source: Manuscript) -> str:
    rows = []
    for kind, words in map(kind_of, source.lines):
        tag = {"#": "h1", "##": "h2", "-": "li"}.get(kind, "p")
        rows.append(f'<tr><td style="padding:8px"><{tag}>{words}</{tag}></td></tr>')
    footer = "".join(f"<tr><td><p style='font-size:11px'>{line}</p></td></tr>" for line in FOOTER)
    hidden = '<div style="display:none;max-height:0">The vote slipped, and other news of the morning</div>'
    link = '<a href="https://harbour.example/v">View in browser</a>'
    top = f"<table><tr><td><p>Can't see this e-mail? {link}</p></td></tr></table>"
    pixel = '<img src="https://harbour.example/open.gif" width="1" height="1">'
    return f"<html><body>{hidden}{top}<table>{''.join(rows)}{footer}</table>{pixel}</body></html>"


def outlook_message(source: Manuscript, body: str) -> bytes:
    """A message as Outlook keeps it: properties as streams of a compound file ([MS-OXMSG])."""
    moment = datetime.fromisoformat(source.facts["published"]).timestamp()
    ticks = int((moment + 11_644_473_600) * 10_000_000)
    texts = {
        "0037": source.facts["title"],
        "0C1A": source.facts["byline"],
        "0C1F": "tide@harbour.example",
        "1000": body,
        "001A": "IPM.Note",
    }
    entries = b"".join(
        bytes.fromhex("1F00")
        + int(tag, 16).to_bytes(2, "little")
        + (6).to_bytes(4, "little")
        + (len(words) * 2 + 2).to_bytes(8, "little")
        for tag, words in texts.items()
    )
    entries += bytes.fromhex("4000 3900") + (6).to_bytes(4, "little") + ticks.to_bytes(8, "little")
    streams = {f"__substg1.0_{tag}001F": words.encode("utf-16-le") for tag, words in texts.items()}
    return compound_file({"__properties_version1.0": bytes(32) + entries, **streams})
