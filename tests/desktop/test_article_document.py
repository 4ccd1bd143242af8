"""A long article is set a piece at a time, and stands in the end as if it had been set at once."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot
from shiboken6 import isValid
from windows import PATIENCE, Opened, OpenWindow

from briefing.analysis.analyser import ENGINE
from briefing.desktop.fonts import sans
from briefing.desktop.reader.article_document import Page
from briefing.desktop.reader.article_view import GUTTER
from briefing.desktop.reader.mark_layer import GLYPH_LEFT, NUMBER_LEFT, NUMBER_PIXELS, NUMBER_WIDTH
from briefing.desktop.reader.second_pane import BesidePane
from briefing.desktop.theme import load_theme
from briefing.intake import read_bytes
from briefing.library import open_library
from briefing.model import Analysis, Article, Block, BlockKind, Span

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
    opened.session.openings.open_files([file])
    qtbot.waitUntil(lambda: bool(reader.article_text), timeout=PATIENCE)
    assert reader.document().toPlainText().count("old bridge") == 4000
    assert reader.verticalScrollBar().value() > 0.9 * reader.verticalScrollBar().maximum()
    # With Shift all from where it is read is selected.
    qtbot.keyClick(reader, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert reader.textCursor().atEnd()


def test_numbers_of_four_digits_stand_whole_in_the_gutter(qapp: QApplication) -> None:
    widest = max(QFontMetricsF(sans(NUMBER_PIXELS)).horizontalAdvance(digit * 4) for digit in "0123456789")
    assert widest <= NUMBER_WIDTH <= NUMBER_LEFT <= GUTTER - GLYPH_LEFT


@pytest.fixture
def two_articles(open_window: OpenWindow, tmp_path: Path, qtbot: QtBot) -> tuple[Opened, list[int]]:
    """A window on a library of two articles in which nothing is to be found any more, and their numbers."""
    library = open_library(tmp_path / "library")
    numbers = []
    for town in ("Arden", "Brill"):
        found = read_bytes(f"{town} waits\n\n{TEXT}".encode(), name=f"{town}.txt")
        kept, _ = library.keep_article(found.article, found.original)
        library.keep_analysis(kept.id, Analysis(ENGINE, "en", (), ()))
        numbers.append(kept.id)
    library.close()
    return open_window(tmp_path / "library"), numbers


def test_what_was_shown_before_is_given_back_whatever_takes_its_place(
    two_articles: tuple[Opened, list[int]], qtbot: QtBot
) -> None:
    opened, numbers = two_articles
    window, session, gone = opened.window, opened.session, []

    def show(number: int) -> None:
        session.openings.open_kept(number)
        qtbot.waitUntil(lambda: bool(session.showing and session.showing.kept.id == number), timeout=PATIENCE)
        window.reader.grab()

    show(numbers[0])
    changes = (
        lambda: show(numbers[1]),
        lambda: show(numbers[0]),
        lambda: window.reader.set_zoom(1.4),
        lambda: window.reader.set_folded(True),
        lambda: window.reader.set_theme(load_theme("dark")),
    )
    for number, change in enumerate(changes, 1):
        window.reader.document().destroyed.connect(lambda: gone.append(1))
        change()
        qtbot.waitUntil(lambda number=number: len(gone) == number, timeout=PATIENCE)
    window.reader.grab()
    assert window.reader.document().toPlainText().startswith("Arden waits")


def test_what_was_shown_beside_is_given_back_when_it_is_closed(
    two_articles: tuple[Opened, list[int]], qtbot: QtBot
) -> None:
    opened, numbers = two_articles
    beside, gone = BesidePane(load_theme("light")), []
    qtbot.addWidget(beside)
    opened.session.openings.open_kept(numbers[0])
    qtbot.waitUntil(lambda: opened.session.showing is not None, timeout=PATIENCE)
    beside.show_article(opened.session.showing)
    beside.reader.document().destroyed.connect(lambda: gone.append(1))
    beside.clear()
    qtbot.waitUntil(lambda: bool(gone), timeout=PATIENCE)
    assert not beside.reader.toPlainText()


def test_a_dialog_that_is_closed_is_given_back(two_articles: tuple[Opened, list[int]], qtbot: QtBot) -> None:
    opened, numbers = two_articles
    session, actions = opened.session, opened.window.actions_by_name
    session.openings.open_kept(numbers[0])
    qtbot.waitUntil(lambda: session.showing is not None, timeout=PATIENCE)
    qtbot.waitUntil(lambda: opened.window.library.model.rowCount() == 2, timeout=PATIENCE)
    for name in ("palette", "keys", "search_form", "outline", "preferences", "export", "tag_articles"):
        actions[name].trigger()
        shown = [dialog for dialog in opened.window.findChildren(QDialog) if dialog.isVisible()]
        assert len(shown) == 1, name
        shown[0].reject()
        qtbot.waitUntil(lambda shown=shown: not isValid(shown[0]), timeout=PATIENCE)
