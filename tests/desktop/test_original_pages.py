"""The pages of a PDF stand beside its text: what is chosen on one side is chosen on the other."""

from collections.abc import Callable
from pathlib import Path

import pytest
import typst
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot
from windows import Opened, OpenWindow

from briefing.desktop.reader.original_pane import OriginalPane, passages_of
from briefing.desktop.reader.page_canvas import KEPT
from briefing.library.originals import original_path
from briefing.model import Article, LocatorKind, PlacedWord, Span, located_by_kind

PAGES = 14
Paged = Callable[[], Opened]


def paged(folder: Path) -> Path:
    """A document of fourteen pages; on each somebody says something."""
    said = [
        f"Pier number {number} was shut on Monday, the engineer Ada Voss said. The board had not been told of it, "
        "its chairman Ivo Lund told reporters in front of the town hall. It rained."
        for number in range(1, PAGES + 1)
    ]
    source = folder / "pier.typ"
    source.write_text("#set page(height: 10cm, width: 12cm)\n= The piers\n" + "\n#pagebreak()\n".join(said))
    path = folder / "pier.pdf"
    path.write_bytes(typst.compile(str(source)))
    return path


@pytest.fixture
def opened(open_window: OpenWindow, tmp_path: Path, qtbot: QtBot) -> Opened:
    """A window with the document and its findings, and its pages beside it."""
    found = open_window(tmp_path / "library")
    found.session.openings.open_files([paged(tmp_path)])
    qtbot.waitUntil(
        lambda: (
            bool(found.session.showing and found.session.showing.analysis) and found.session.showing.analysis.complete
        )
    )
    found.window.actions_by_name["original"].trigger()
    qtbot.waitUntil(lambda: 1 in pane(found).canvas.held)
    return found


def pane(opened: Opened) -> OriginalPane:
    (found,) = opened.window.findChildren(OriginalPane)
    return found


def word_on(opened: Opened, page: int, words: str) -> PlacedWord:
    """Where the first of these words stands on a page that is shown."""
    text = opened.session.showing.article.text
    placed = pane(opened).canvas._words[page]
    return next(word for word in placed if text[word.start :].startswith(words))


def click_on(opened: Opened, page: int, word: PlacedWord, qtbot: QtBot) -> None:
    canvas = pane(opened).canvas
    box = canvas._page_box(page)
    across = box.left() + (word.left + word.right) / 2 * box.width()
    down = box.top() + (word.top + word.bottom) / 2 * box.height() - canvas.verticalScrollBar().value()
    qtbot.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(round(across), round(down)))


def test_pages_are_shown_beside_the_text_and_put_away_again(opened: Opened) -> None:
    assert pane(opened).isVisible()
    assert len(pane(opened).canvas._sizes) == PAGES
    opened.window.actions_by_name["original"].trigger()
    assert not pane(opened).isVisible()
    assert pane(opened).canvas.held == ()


def test_in_a_small_window_text_and_pages_have_the_room_of_the_claims_until_they_are_put_away(
    opened: Opened, qtbot: QtBot
) -> None:
    window = opened.window
    window.resize(800, 600)
    qtbot.waitUntil(lambda: not window.ledger.isVisible())
    qtbot.waitUntil(lambda: min(window.articles.sizes()) > 380)
    window.actions_by_name["original"].trigger()
    qtbot.waitUntil(window.ledger.isVisible)


def test_a_word_clicked_on_a_page_is_chosen_in_the_text_with_its_claim(opened: Opened, qtbot: QtBot) -> None:
    click_on(opened, 1, word_on(opened, 1, "Pier number"), qtbot)
    reader, showing = opened.window.reader, opened.session.showing
    assert reader.selected_span().of(showing.article.text) == "Pier"
    assert "Pier number 1" in showing.by_id[opened.window.ledger.chosen_id].content[0].of(showing.article.text)


def test_a_claim_chosen_in_the_text_is_framed_on_its_page(opened: Opened, qtbot: QtBot) -> None:
    showing, canvas = opened.session.showing, pane(opened).canvas
    locators = showing.article.locators
    claim = next(one for one in showing.claims if located_by_kind(locators, one.content) == {LocatorKind.PAGE: "9"})
    opened.window.ledger.choose(claim.id)
    assert [mark.span for mark in canvas._marks if mark.is_framed] == list(claim.content)
    qtbot.waitUntil(lambda: 9 in canvas.held)
    assert 9 in list(canvas._in_sight())


def test_a_highlight_is_marked_on_its_page(opened: Opened, qtbot: QtBot) -> None:
    word = word_on(opened, 1, "rained")
    opened.session.edits.annotate(Span(word.start, word.end), 2)
    qtbot.waitUntil(lambda: any(mark.span.start == word.start for mark in pane(opened).canvas._marks))
    before = pane(opened).canvas.grab().toImage()
    opened.session.history.stack.undo()
    qtbot.waitUntil(lambda: not any(mark.span.start == word.start for mark in pane(opened).canvas._marks))
    assert pane(opened).canvas.grab().toImage() != before


def test_few_pictures_are_held_however_many_pages_were_looked_at(opened: Opened, qtbot: QtBot) -> None:
    canvas = pane(opened).canvas
    for number in range(1, PAGES + 1):
        canvas.verticalScrollBar().setValue(round(canvas._page_box(number).top()))
        qtbot.waitUntil(lambda number=number: number in canvas.held)
    assert len(canvas.held) <= KEPT + 1


def test_an_original_that_is_gone_is_said_to_be(open_window: OpenWindow, tmp_path: Path, qtbot: QtBot) -> None:
    opened = open_window(tmp_path / "library")
    with qtbot.waitSignal(opened.session.articleOpened):
        opened.session.openings.open_files([paged(tmp_path)])
    original_path(tmp_path / "library", opened.session.showing.kept.origin.digest).unlink()
    opened.window.actions_by_name["original"].trigger()
    qtbot.waitUntil(lambda: "original" in pane(opened)._words.text())


def test_an_article_without_pages_has_none_to_show(open_window: OpenWindow, tmp_path: Path, qtbot: QtBot) -> None:
    opened = open_window(tmp_path / "library")
    (tmp_path / "note.txt").write_text("Ada Voss said the pier was shut.")
    with qtbot.waitSignal(opened.session.articleOpened):
        opened.session.openings.open_files([tmp_path / "note.txt"])
    assert not opened.window.actions_by_name["original"].isEnabled()


def test_a_page_is_sought_near_its_share_of_the_text_where_no_pages_are_known() -> None:
    ((start, words),) = passages_of(Article("x" * 1000, ()), 5, 10)
    assert start < 450 < start + len(words)
    assert len(words) < 400


def test_the_keyboard_goes_to_the_pages_and_scrolls_them(opened: Opened, qtbot: QtBot) -> None:
    canvas = pane(opened).canvas
    opened.window.reader.setFocus()
    opened.window.actions_by_name["next_pane"].trigger()
    assert canvas.hasFocus()
    qtbot.keyClick(canvas, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: PAGES in canvas.held)
    assert f"page {PAGES} of {PAGES}" in pane(opened)._title.text()


def test_pages_follow_the_article_and_go_where_there_are_none(opened: Opened, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "note.txt").write_text("Ada Voss said the pier was shut.")
    with qtbot.waitSignal(opened.session.articleOpened):
        opened.session.openings.open_files([tmp_path / "note.txt"])
    assert not pane(opened).isVisible()
    with qtbot.waitSignal(opened.session.articleOpened):
        opened.window.actions_by_name["back"].trigger()
    qtbot.waitUntil(lambda: pane(opened).isVisible() and bool(pane(opened).canvas.held))
