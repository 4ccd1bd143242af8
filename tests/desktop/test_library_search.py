"""Typing in the library's search field finds what articles say, at once."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from windows import PATIENCE, Opened, OpenWindow

from briefing.desktop.library.article_model import ArticleRole
from briefing.library import Found

FERRY = "The ferry\n\nThe ferry will sail again in June, Captain Ivo Marin said on Tuesday.\n"
BRIDGE = "Bridge closed\n\nThe bridge will stay closed until May, Mayor Ada Reed said on Monday.\n"


@pytest.fixture
def opened(open_window: OpenWindow, tmp_path: Path, qtbot: QtBot) -> Opened:
    opened = open_window(tmp_path / "library")
    for number, (name, text) in enumerate((("ferry.txt", FERRY), ("bridge.txt", BRIDGE)), 1):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        opened.session.openings.open_files([path])
        qtbot.waitUntil(partial(lists, opened, number), timeout=PATIENCE)
    return opened


def lists(opened: Opened, number: int) -> bool:
    return bool(opened.window.library.model.rowCount() == number)


def analysed(opened: Opened) -> bool:
    showing = opened.session.showing
    return bool(showing and showing.analysis and showing.analysis.complete)


def shown(opened: Opened) -> list[str]:
    model = opened.window.library.list.model()
    return [model.index(row, 0).data(ArticleRole.KEPT).origin.title for row in range(model.rowCount())]


def search_for(opened: Opened, qtbot: QtBot, typed: str) -> None:
    with qtbot.waitSignal(opened.session.articlesFound, timeout=PATIENCE):
        qtbot.keyClicks(opened.window.library.search, typed)


def test_words_of_the_text_are_found_and_shown_with_what_stands_around_them(opened: Opened, qtbot: QtBot) -> None:
    search_for(opened, qtbot, "captain")
    assert shown(opened) == ["The ferry"]
    found = opened.window.library.found.index(0).data(ArticleRole.FOUND)
    assert isinstance(found, Found)
    assert [found.snippet[hit.start : hit.end] for hit in found.hits] == ["Captain"]
    opened.window.library.list.grab()


def test_hits_are_counted_by_kind_and_one_kind_is_shown_alone(opened: Opened, qtbot: QtBot) -> None:
    search_for(opened, qtbot, "closed")
    bar = opened.window.library.kinds
    qtbot.waitUntil(bar.isVisible, timeout=PATIENCE)
    assert [bar.buttons[place].text() for place in ("text", "notes")] == ["Text 1", "Notes 0"]
    bar.buttons["notes"].click()
    assert opened.window.library.search.text() == "closed in:notes"
    qtbot.waitUntil(lambda: shown(opened) == [], timeout=PATIENCE)
    bar.buttons[""].click()
    qtbot.waitUntil(lambda: shown(opened) == ["Bridge closed"], timeout=PATIENCE)


def test_a_name_is_counted_among_the_names_also_where_no_claim_holds_it(opened: Opened, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: analysed(opened), timeout=PATIENCE)
    search_for(opened, qtbot, "reed")
    bar = opened.window.library.kinds
    qtbot.waitUntil(bar.isVisible, timeout=PATIENCE)
    assert [bar.buttons[place].text() for place in ("claims", "who")] == ["Claims 0", "Names 1"]
    bar.buttons["who"].click()
    assert opened.window.library.search.text() == "reed in:who"
    qtbot.waitUntil(lambda: shown(opened) == ["Bridge closed"], timeout=PATIENCE)


def test_escape_shows_all_articles_again(opened: Opened, qtbot: QtBot) -> None:
    search_for(opened, qtbot, "captain")
    opened.window.library.search.setFocus()
    qtbot.keyClick(opened.window.library.search, Qt.Key.Key_Escape)
    assert opened.window.library.search.text() == ""
    assert sorted(shown(opened)) == ["Bridge closed", "The ferry"]


def test_an_answer_to_what_is_no_longer_typed_is_not_shown(opened: Opened, qtbot: QtBot) -> None:
    search_for(opened, qtbot, "captain")
    opened.session.search("bridge")
    with qtbot.waitSignal(opened.session.articlesFound, timeout=PATIENCE):
        pass
    assert shown(opened) == ["The ferry"]


@pytest.mark.parametrize("typed", ['"', "AND", "who:", "((", "*", "in:nowhere ferry", 'ferry" OR'])
def test_no_way_of_typing_is_an_error(opened: Opened, qtbot: QtBot, typed: str) -> None:
    search_for(opened, qtbot, typed)
    assert opened.told == [] or not any("mistake" in sentence for sentence in opened.told)


def test_nothing_found_is_said(opened: Opened, qtbot: QtBot) -> None:
    search_for(opened, qtbot, "zeppelin")
    assert shown(opened) == []
    assert "Nothing was found" in opened.window.library._empty.text()


def test_down_goes_from_the_search_to_what_was_found_and_enter_opens_the_first(opened: Opened, qtbot: QtBot) -> None:
    window = opened.window
    window.activateWindow()
    search, hits = window.library.search, window.library.list
    search.setFocus()
    qtbot.keyClicks(search, "ferry")
    qtbot.waitUntil(lambda: hits.model() is window.library.found and hits.model().rowCount() > 0, timeout=PATIENCE)
    first = hits.model().index(0, 0).data(ArticleRole.KEPT).id
    qtbot.keyClick(search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: opened.session.showing.kept.id == first, timeout=PATIENCE)
    search.setFocus()
    qtbot.keyClick(search, Qt.Key.Key_Down)
    assert hits.hasFocus()
    assert hits.currentIndex().isValid()
