"""A page of a PDF as a picture, and where on it the words of the article stand."""

import math
from pathlib import Path

import pytest
import typst
from pdf_files import HEIGHT, WIDTH, Put, document, lines
from test_pdf_pages import LEFT, ONE, RIGHT, across

from briefing.intake import UnreadableFile, read_bytes
from briefing.intake.page_pictures import WIDEST, page_picture
from briefing.model import PagePicture


def pictured(data: bytes, number: int = 1, width: int = 595) -> tuple[str, PagePicture]:
    text = read_bytes(data, "a.pdf").article.text
    return text, page_picture(data, number, width, ((0, text),))


def test_a_page_is_as_wide_as_is_wished_and_its_document_is_measured() -> None:
    picture = page_picture(document([lines(ONE), lines(ONE)]), 2, 300)
    assert (picture.width, len(picture.sizes)) == (300, 2)
    assert len(picture.pixels) == picture.width * picture.height * 4
    assert picture.sizes[0] == (WIDTH, HEIGHT)
    assert len(set(picture.pixels)) > 2


def test_each_word_is_found_where_it_is_printed() -> None:
    text, picture = pictured(document([lines(ONE)]))
    assert len({word.start for word in picture.words}) == len(text.split())
    first = picture.words[0]
    assert (first.left * WIDTH, first.bottom * HEIGHT) == pytest.approx((60, 103), abs=2)


def test_words_are_found_that_are_parted_at_the_end_of_a_line_or_stand_raised() -> None:
    puts = [*lines("Nobody knew of the har-\nbour in all of that long year, she said"), Put("12", 245, 110, 7)]
    text, picture = pictured(document([puts]))
    start = text.index("harbour")
    assert [round(word.top * HEIGHT) for word in picture.words if word.start == start] == [91, 105]
    assert any(word.start == text.index("said") for word in picture.words)


def test_words_of_columns_are_found_though_the_file_holds_them_across() -> None:
    text, picture = pictured(document([across(lines(LEFT), lines(RIGHT, 260))]))
    found = next(word for word in picture.words if text[word.start :].startswith("newspaper"))
    assert found.left * WIDTH > 260


def test_words_of_a_cell_of_several_lines_are_found(tmp_path: Path) -> None:
    cells = "[Port],[The ferry was late],[Kellen],[The pier was shut for a year]"
    source = tmp_path / "a.typ"
    source.write_text(f"#table(columns: (2cm, 4cm), align: left + horizon, {cells})\n\n#lorem(30)", encoding="utf-8")
    text, picture = pictured(typst.compile(str(source)))
    assert "Kellen | The pier was shut for a year" in text
    assert len(picture.words) == len(text.replace("|", "").split())


@pytest.mark.parametrize("held", [0, 90, 180, 270])
@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_words_are_found_on_a_page_that_is_turned(turn: int, held: int) -> None:
    cosine, sine = round(math.cos(math.radians(turn))), round(math.sin(math.radians(turn)))
    data = document([[Put("Nobody told us of the pier.", 300, 400, matrix=(cosine, sine, -sine, cosine))]])
    data = data.replace(b"/Parent 2 0 R", f"/Parent 2 0 R /Rotate {held}".encode())
    text, picture = pictured(data)
    for word in picture.words:
        rows = range(round(word.top * picture.height), round(word.bottom * picture.height))
        columns = range(round(word.left * picture.width), round(word.right * picture.width))
        inked = sum(picture.pixels[(row * picture.width + column) * 4] < 128 for row in rows for column in columns)
        assert inked > 5, text[word.start : word.end]


def test_a_page_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="no page 2"):
        page_picture(document([lines(ONE)]), 2, 300)
    with pytest.raises(UnreadableFile, match="no sound PDF"):
        page_picture(tmp_path / "gone.pdf", 1, 300)


def test_no_picture_is_larger_than_a_screen_needs() -> None:
    data = document([lines(ONE)]).replace(b"595.0 842.0", b"20.00 14400")
    picture = page_picture(data, 1, 100_000)
    assert max(picture.width, picture.height) <= WIDEST + 1
