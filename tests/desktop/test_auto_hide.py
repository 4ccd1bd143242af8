"""Side panes give way to the article where the window is narrow."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from windows import OpenWindow, settle


def test_the_library_folds_first_and_both_come_back(open_window: OpenWindow, tmp_path: Path, qtbot: QtBot) -> None:
    window = open_window(tmp_path / "library").window
    window.resize(1400, 900)
    qtbot.waitUntil(window.library.isVisible)
    window.resize(1000, 900)
    qtbot.waitUntil(lambda: not window.library.isVisible())
    assert window.ledger.isVisible()
    window.resize(1400, 900)
    qtbot.waitUntil(window.library.isVisible)


def test_a_pane_that_the_reader_opened_in_a_narrow_window_stays(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_window(tmp_path / "library").window
    window.resize(1000, 900)
    qtbot.waitUntil(lambda: not window.library.isVisible())
    window.actions_by_name["library_pane"].trigger()
    assert window.library.isVisible()
    window.resize(980, 900)
    settle()
    window.resize(1400, 900)
    settle()
    assert window.library.isVisible()


@pytest.mark.parametrize("width", [650, 700, 780, 900, 1050])
def test_the_article_has_most_of_a_narrow_window(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot, width: int
) -> None:
    window = open_window(tmp_path / "library").window
    window.resize(width, 700)
    qtbot.waitUntil(lambda: window.width() == width)
    settle()
    assert window.articles.width() >= 0.57 * width


def test_a_pane_called_in_a_narrow_window_leaves_most_of_it_to_the_article(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_window(tmp_path / "library").window
    window.resize(700, 700)
    qtbot.waitUntil(lambda: not window.ledger.isVisible())
    window.actions_by_name["ledger_pane"].trigger()
    qtbot.waitUntil(lambda: 0 < window.ledger.width() <= 280)


def test_panes_are_as_wide_as_before_when_there_is_room_again(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_window(tmp_path / "library").window
    window.resize(1400, 700)
    settle()
    before = window.panes.sizes()
    for width in (1050, 900, 600, 1400):
        window.resize(width, 700)
        settle()
    assert window.panes.sizes() == before
