"""Pictures of kinds that are not drawn here are told, with what is said of them; drawings give their words."""

import base64
import io
from urllib.parse import quote

import pytest
from article_parts import lines_of, remarks_of
from docx import Document
from PIL import Image

from briefing.intake import read_bytes
from briefing.model import Article

FIRST = "The harbour board said on Monday that it had never been told of the rotten piles below the east pier, ever."
SECOND = "Tom Veil, whose company owns the pier, denied this and said that the board had been given the survey in May."
EMF = b"\x01\0\0\0" + bytes(36) + b" EMF" + bytes(60)
WMF = b"\xd7\xcd\xc6\x9a" + bytes(60)
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 320"><path d="M0 0L9 9"/></svg>'
ICON = '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24"><path d="M0 0L9 9"/></svg>'


def page(inner: str) -> Article:
    body = f"<article><h1>Board denies that it knew</h1><p>{FIRST}</p>{inner}<p>{SECOND}</p></article>"
    return read_bytes(f"<!DOCTYPE html><html lang=en><body>{body}</body></html>".encode(), "a.html").article


def between(article: Article) -> str:
    return article.text.partition(FIRST)[2].partition(SECOND)[0].strip()


@pytest.mark.parametrize(
    "address",
    [
        f"data:image/svg+xml;base64,{base64.b64encode(DRAWING.encode()).decode()}",
        f"data:image/svg+xml,{quote(DRAWING)}",
        f"data:image/svg+xml;charset=utf-8,{DRAWING.replace(chr(34), chr(39))}",
    ],
    ids=["base64", "quoted", "as it is"],
)
def test_a_drawing_that_a_page_holds_is_told(address: str) -> None:
    caption = "<figcaption>The pier in May.</figcaption>"
    article = page(f'<figure><img src="{address}" alt="Losses by year">{caption}</figure>')
    assert between(article) == "The pier in May."
    assert remarks_of(article) == ["Unshown picture: Losses by year (SVG)"]
    assert article.markup.remarks[0].at == article.text.index("The pier in May.")
    assert remarks_of(page(f'<p><img src="{address}"></p>')) == ["Unshown picture: SVG"]


def test_an_icon_is_not_told() -> None:
    address = f"data:image/svg+xml,{quote(ICON)}"
    assert remarks_of(page(f'<p><img src="{address}"></p>')) == []


def test_the_words_of_a_drawing_are_a_caption() -> None:
    texts = '<text x="1">Norvik</text><text><tspan>Old</tspan> <tspan>Harbour</tspan></text><text>12</text>'
    found = page(f"<svg viewBox='0 0 600 400'><title>Losses by port</title>{texts}</svg>")
    assert between(found) == "Losses by port: Norvik · Old Harbour · 12"
    assert between(page("<svg><title>Share</title><path/></svg>")) == ""
    assert between(page(f"<svg aria-hidden='true'>{texts}</svg>")) == ""


def test_a_picture_that_a_drawing_frames_is_shown() -> None:
    target = io.BytesIO()
    Image.new("RGB", (120, 80), "navy").save(target, "PNG")
    address = f"data:image/png;base64,{base64.b64encode(target.getvalue()).decode()}"
    found = page(f"<svg viewBox='0 0 600 400'><title>The pier</title><image xlink:href='{address}'/></svg>")
    assert [figure.description for figure in found.markup.figures] == ["The pier"]


@pytest.mark.parametrize(("held", "kind"), [(EMF, "EMF"), (WMF, "WMF")])
def test_a_metafile_in_a_word_document_is_told(held: bytes, kind: str) -> None:
    target = io.BytesIO()
    Image.new("RGB", (120, 80), "navy").save(target, "PNG")
    document = Document()
    document.add_paragraph(FIRST)
    for description in ("The pier", "", ""):
        shape = document.add_picture(target)
        shape._inline.docPr.set("descr", description)
    document.add_paragraph("The pier in May.", style="Caption")
    for relation in document.part.rels.values():
        if relation.reltype.endswith("/image"):
            relation.target_part._blob = held
    file = io.BytesIO()
    document.save(file)
    assert lines_of(read_bytes(file.getvalue(), "a.docx").article)[1:] == [
        ("remark", f"Unshown picture: The pier ({kind})"),
        ("remark", f"Unshown picture: {kind}"),
        ("remark", f"Unshown picture: {kind}"),
        ("caption", "The pier in May."),
    ]
