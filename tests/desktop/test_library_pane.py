"""The library pane gives its room to what is looked at."""

from pathlib import Path

from pytestqt.qtbot import QtBot
from windows import Opened, OpenWindow, settle


def _opened(open_window: OpenWindow, folder: Path, qtbot: QtBot) -> Opened:
    opened = open_window(folder / "library")
    opened.session.openings.open_text("Ferry talks stall\n\nThe mayor, Per Lund, said the ferry would open in May.\n")
    qtbot.waitUntil(lambda: opened.window.library.model.rowCount() == 1)
    settle()
    return opened


def test_shelves_take_the_room_that_they_fill(open_window: OpenWindow, tmp_path: Path, qtbot: QtBot) -> None:
    pane = _opened(open_window, tmp_path, qtbot).window.library
    assert abs(pane.shelves.height() - pane.shelves.content_height()) <= 2
    assert pane.list.height() > pane.shelves.height()


def test_what_is_found_has_all_the_room(open_window: OpenWindow, tmp_path: Path, qtbot: QtBot) -> None:
    pane = _opened(open_window, tmp_path, qtbot).window.library
    before = pane.list.height()
    pane.search.setText("ferry")
    qtbot.waitUntil(lambda: pane.searching and pane.found.rowCount() == 1)
    settle()
    assert not pane.shelves.isVisible()
    assert pane.list.height() > before
    pane.search.clear()
    assert pane.shelves.isVisible()


def test_shelves_fold_and_stay_so(open_window: OpenWindow, tmp_path: Path, qtbot: QtBot) -> None:
    opened = _opened(open_window, tmp_path, qtbot)
    opened.window.library.fold.click()
    assert not opened.window.library.shelves.isVisible()
    opened.close()
    window = open_window(tmp_path / "library").window
    window.resize(1380, 860)
    again = window.library
    assert not again.shelves.isVisible()
    again.fold.click()
    assert again.shelves.isVisible()
