"""Scans and pictures: words are recognised where that part is installed; else a sentence says how to add it."""

import io
from importlib.util import find_spec
from pathlib import Path

import pytest
from article_parts import remarks_of
from PIL import Image, ImageDraw, ImageFont

from briefing.intake import IntakeFailure, NotAnArticle, Unsupported, read_bytes, text_recognition
from briefing.resources import resource

LINES = (
    "Harbour board denies that it knew",
    "",
    "The harbour board said on Monday that it had never been told of",
    "the rotten piles below the east pier. It will meet on Friday.",
)
needs_recognition = pytest.mark.skipif(find_spec("rapidocr") is None, reason="the extra “scans” is not installed")


def picture(*lines: str) -> Image.Image:
    font = ImageFont.truetype(str(next(Path(str(resource("fonts"))).rglob("*.ttf"))), 32)
    shown = Image.new("RGB", (1240, 400), "white")
    for number, line in enumerate(lines):
        ImageDraw.Draw(shown).text((80, 40 + number * 60), line, font=font, fill="black")
    return shown


def saved(shown: Image.Image, form: str) -> bytes:
    file = io.BytesIO()
    shown.save(file, form)
    return file.getvalue()


@pytest.mark.parametrize("form", ["PNG", "JPEG", "TIFF"])
def test_without_the_part_that_recognises_words_it_is_told_how_to_add_it(
    form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(text_recognition, "is_installed", lambda: False)
    with pytest.raises(Unsupported, match=r"^“scan” is a picture\. To have .* pip install \"briefing\[scans\]\"\.$"):
        read_bytes(saved(picture(*LINES), form), "scan")


def test_a_pdf_of_pictures_tells_how_to_add_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_recognition, "is_installed", lambda: False)
    with pytest.raises(NotAnArticle, match=r"pictures, perhaps scanned: .* pip install \"briefing\[scans\]\"\.$"):
        read_bytes(saved(picture(*LINES), "PDF"), "scan.pdf")


@needs_recognition
@pytest.mark.parametrize("form", ["PNG", "PDF"])
def test_the_words_of_a_scan_are_recognised_and_marked_so(form: str) -> None:
    article = read_bytes(saved(picture(*LINES), form), "scan").article
    words = " ".join(block.span.of(article.text) for block in article.blocks)
    assert " ".join(words.split()) == " ".join(" ".join(LINES).split())
    (remark,) = remarks_of(article)
    assert remark.startswith("Words recognised in a picture, ")
    assert [place.number for place in article.locators] == [1]


@needs_recognition
def test_a_page_that_stands_on_its_head_is_turned() -> None:
    article = read_bytes(saved(picture(*LINES).rotate(180), "PNG"), "scan.png").article
    assert "never been told" in article.text


@needs_recognition
@pytest.mark.parametrize("data", [saved(picture(*LINES), "PNG")[:-3000], b"\x89PNG\r\n\x1a\n" + bytes(100)])
def test_a_damaged_picture_is_told_of_in_a_sentence(data: bytes) -> None:
    with pytest.raises(IntakeFailure, match=r"^“a\.png” is a damaged picture"):
        read_bytes(data, "a.png")


@needs_recognition
def test_a_picture_without_words_is_no_article() -> None:
    with pytest.raises(NotAnArticle, match=r"^“a\.png” is a picture in which no words were recognised\.$"):
        read_bytes(saved(picture(), "PNG"), "a.png")
