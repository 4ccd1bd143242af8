"""A long article is set a piece at a time, and stands in the end as if it had been set at once."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from windows import PATIENCE, OpenWindow

from briefing.desktop.fonts import sans
from briefing.desktop.reader.mark_layer import GLYPH_LEFT, NUMBER_LEFT, NUMBER_PIXELS, NUMBER_WIDTH
from briefing.desktop.reader.page import Page
from briefing.desktop.reader.view import GUTTER
from briefing.desktop.theme import load_theme
from briefing.model import Article, Block, BlockKind, Span

PARAGRAPHS = [f"Paragraph {number}: the ferry \U0001f6a2 sails, said Ana Ruiz." for number in range(40)]
TEXT = "\n\n".join(PARAGRAPHS)


def _article() -> Article:
    starts = [TEXT.index(paragraph) for paragraph in PARAGRAPHS]
    blocks = (
        Block(BlockKind.PARAGRAPH, Span(start, start + len(paragraph)))
        for start, paragraph in zip(starts, PARAGRAPHS, strict=True)
    )
    return Article(TEXT, tuple(blocks))


def _pages(until: int) -> tuple[Page, Page]:
    theme = load_theme("light")
    return Page(_article(), theme), Page(_article(), theme, until=until)


def test_only_the_beginning_is_set_at_once(qtbot: QtBot) -> None:
    whole, page = _pages(200)
    assert page.document.toPlainText()
    assert page.document.blockCount() < whole.document.blockCount() / 2


def test_filled_it_is_the_same_as_set_at_once(qtbot: QtBot) -> None:
    whole, page = _pages(200)
    for until in range(400, len(TEXT) + 200, 200):
        page.fill(until)
    assert page.document.toPlainText() == whole.document.toPlainText()
    assert [page.position(at) for at in range(0, len(TEXT), 7)] == [whole.position(at) for at in range(0, len(TEXT), 7)]


def test_a_place_further_on_is_set_when_it_is_asked_for(qtbot: QtBot) -> None:
    whole, page = _pages(200)
    at = TEXT.index("Paragraph 30")
    position = page.position(at)
    assert position == whole.position(at)
    assert page.document.characterCount() > position
    assert page.document.findBlock(position).text().startswith("Paragraph 30")
    assert page.code_point(position) == at


def test_the_end_key_reaches_the_end_of_an_article_that_is_still_being_set(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path
) -> None:
    file = tmp_path / "long.txt"
    file.write_text("A long day\n\n" + "The ferry sails past the old bridge.\n\n" * 4000, encoding="utf-8")
    opened = open_window(tmp_path)
    reader = opened.window.reader
    opened.session.articleOpened.connect(
        lambda _: qtbot.keyClick(reader, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    )
    opened.session.open_files([file])
    qtbot.waitUntil(lambda: bool(reader.article_text), timeout=PATIENCE)
    assert reader.textCursor().atEnd()
    assert reader.document().toPlainText().count("old bridge") == 4000
    assert reader.verticalScrollBar().value() > 0.9 * reader.verticalScrollBar().maximum()


def test_numbers_of_four_digits_stand_whole_in_the_gutter(qapp: QApplication) -> None:
    widest = max(QFontMetricsF(sans(NUMBER_PIXELS)).horizontalAdvance(digit * 4) for digit in "0123456789")
    assert widest <= NUMBER_WIDTH <= NUMBER_LEFT <= GUTTER - GLYPH_LEFT
