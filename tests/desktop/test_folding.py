"""Side panes give way to the article where the window is narrow."""

from pathlib import Path

from pytestqt.qtbot import QtBot
from windows import OpenWindow


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
    qtbot.wait(50)
    window.resize(1400, 900)
    qtbot.wait(50)
    assert window.library.isVisible()
