"""Pictures of a PDF document stand where they stood, with their captions; scans among its pages are told or read."""

import io
from pathlib import Path

import pytest
import typst
from article_parts import lines_of, remarks_of
from PIL import Image
from test_scan import LINES, needs_recognition, picture

from briefing.intake import pdf_pictures, read_bytes, text_recognition
from briefing.model import Article

TEXT = (
    "The harbour board published its yearly figures on Monday, and the minister said that they were better than he had "
    "expected. Nobody in the yard had been told of them before, the union said, and two of its members left the room."
)
AFTER = TEXT.replace("Monday", "Friday")


@pytest.fixture
def opened(tmp_path: Path) -> "Opener":
    return Opener(tmp_path)


class Opener:
    """Sets documents with a picture "a.png" and reads them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._number = 0
        self.picture(Image.effect_noise((200, 100), 90).convert("RGB"))

    def picture(self, shown: Image.Image, name: str = "a.png") -> None:
        shown.save(self._folder / name)

    def __call__(self, source: str) -> Article:
        path = self._folder / "a.typ"
        path.write_text(f'#set page(paper: "a4")\n#set text(size: 11pt)\n= Figures\n{source}', encoding="utf-8")
        return read_bytes(typst.compile(str(path)), "figures.pdf").article


IMAGE = '#image("a.png", width: 6cm)'


@pytest.mark.parametrize(
    "caption",
    [
        "Figure 1. The east pier in May",
        "Fig. 2: The pier.",
        "#text(size: 9pt)[The east pier in May. Photo: Ann Keller]",
    ],
)
def test_a_picture_stands_above_its_caption(opened: Opener, caption: str) -> None:
    article = opened(f"{TEXT}\n\n{IMAGE}\n{caption}\n\n{AFTER}")
    (figure,) = article.markup.figures
    assert figure.caption is not None
    assert figure.caption.of(article.text) in caption
    assert [words for kind, words in lines_of(article) if kind == "paragraph"] == [TEXT, AFTER]
    shown = Image.open(io.BytesIO(article.pictures[0]))
    assert (shown.width / shown.height, figure.width) == (pytest.approx(2, abs=0.1), shown.width)


def test_a_picture_without_a_caption_stands_above_what_follows_it(opened: Opener) -> None:
    article = opened(f"{TEXT}\n\n{IMAGE}\n\n{AFTER}\n\n{IMAGE}")
    assert [(figure.at, figure.caption) for figure in article.markup.figures] == [
        (article.text.index(AFTER), None),
        (len(article.text), None),
    ]


def test_a_picture_amid_a_sentence_leaves_it_whole(opened: Opener) -> None:
    columns = f"#set page(columns: 2)\n{TEXT * 3}\n#place(top, float: true, {IMAGE[1:]})\n{AFTER * 3}"
    article = opened(columns)
    assert len(article.markup.figures) == 1
    assert f"{TEXT}{TEXT}{TEXT}".split() == article.text.split()[1 : 1 + 3 * len(TEXT.split()) - 2]


@pytest.mark.parametrize(
    "source",
    [
        f'#image("a.png", width: 1cm)\n{TEXT}',
        f'#set page(background: image("a.png", width: 100%, height: 100%))\n{TEXT}',
        f"#set page(header: place(image('a.png', width: 4cm)))\n{TEXT}".replace("'", '"')
        + "".join(f"\n#pagebreak()\n{TEXT}" for _ in range(3)),
        f'#box(height: 6cm)[#place(image("a.png", width: 14cm, height: 6cm))\n{TEXT}]',
    ],
    ids=["an icon", "a ground", "a mark on each page", "a box with text on it"],
)
def test_ornaments_are_no_pictures(opened: Opener, source: str) -> None:
    assert opened(source).markup.figures == ()


def test_a_picture_in_strips_is_one(opened: Opener) -> None:
    strips = "#stack(" + ", ".join(['image("a.png", width: 8cm, height: 1cm)'] * 4) + ")"
    (figure,) = opened(f"{TEXT}\n\n{strips}\n\n{AFTER}").markup.figures
    assert figure.width / figure.height == pytest.approx(2, abs=0.1)


def test_pages_with_more_pictures_than_are_shown_are_told(opened: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_pictures, "MOST", 1)
    pages = [f"{AFTER}\n\n" + IMAGE.replace("6cm", f"{number}cm") for number in range(5, 9)]
    article = opened("\n#pagebreak()\n".join([f"{TEXT}\n\n{IMAGE}", *pages]))
    assert len(article.markup.figures) == 1
    assert remarks_of(article) == ["Unshown pictures: page 2–5"]


def mixed(opened: Opener) -> str:
    scan = Image.new("RGB", (1240, 1754), "white")
    scan.paste(picture(*LINES), (0, 100))
    opened.picture(scan, "scan.png")
    stamp = "#place(top + right)[Case 12/2024, page 2]"
    ground = '#set page(background: image("scan.png", width: 100%, height: 100%))'
    return f"{TEXT}\n#pagebreak()\n{ground}\n{stamp}\n#pagebreak()\n#set page(background: none)\n{AFTER}"


def test_a_scan_among_pages_of_text_is_told(opened: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_recognition, "is_installed", lambda: False)
    article = opened(mixed(opened))
    assert remarks_of(article) == ["Little text, perhaps scanned: page 2 of this document"]


@needs_recognition
def test_a_scan_among_pages_of_text_is_read(opened: Opener) -> None:
    article = opened(mixed(opened))
    text = " ".join(article.text.split())
    assert "It will meet on Friday." in text
    assert text.index(TEXT) < text.index("never been told of the rotten piles") < text.index(AFTER)
    (remark,) = remarks_of(article)
    assert remark.startswith("Words recognised in a picture (page 2), ")
    place = article.text.index("It will meet")
    assert [locator.number for locator in article.locators if locator.start <= place][-1] == 2


CHART = """#box(width: 9cm, height: 4.6cm, {
  place(line(start: (1cm, 0cm), end: (1cm, 4.4cm)))
  place(line(start: (1cm, 4.4cm), end: (9cm, 4.4cm)))
  for (at, high) in (1.2, 2.1, 2.9, 4.0).enumerate() {
    place(dx: 1.5cm + at * 1.8cm, dy: 4.4cm - high * 1cm, rect(width: 1.2cm, height: high * 1cm, fill: blue))
  }
})"""


def test_a_chart_that_is_drawn_is_shown_above_its_caption(opened: Opener) -> None:
    caption = "Figure 1: Rents in euros, 2019 to 2022."
    article = opened(f"{TEXT}\n\n{CHART}\n\n{caption}\n\n{AFTER}")
    (figure,) = article.markup.figures
    assert figure.caption is not None
    assert figure.caption.of(article.text) == caption
    with Image.open(io.BytesIO(next(iter(article.pictures)))) as shown:
        assert shown.width > shown.height > 200
        assert any(blue > red + 100 for red, _, blue in shown.convert("RGB").get_flattened_data())


@pytest.mark.parametrize(
    "source",
    [
        f"{CHART}\n\nRents in euros.",
        "#table(columns: 3, [Port], [2019], [2022], [Lena], [12], [40])\n\nTable 1: Rents in euros.",
        "#rect(width: 8cm, height: 4cm)[The board said so.]\n\nFigure 1: What the board said.",
        f"{CHART}\n\nIn the chart above, Figure 1, rents rise.",
    ],
)
def test_drawings_that_no_caption_calls_a_figure_are_not_shown(opened: Opener, source: str) -> None:
    assert not opened(f"{TEXT}\n\n{source}\n\n{AFTER}").markup.figures
