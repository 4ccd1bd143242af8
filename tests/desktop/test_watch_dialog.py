"""A folder is watched once it is chosen, after the next start too, until the reader ends it."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from windows import PATIENCE, Opened, OpenWindow

from briefing.desktop.intake_dialogs.watch_dialog import WatchedDialog
from briefing.desktop.settings import Settings
from tests.service.test_import_jobs import articles

pytestmark = pytest.mark.usefixtures("quick_watch")


def dialog_of(opened: Opened) -> WatchedDialog:
    opened.window.actions_by_name["watch"].trigger()
    dialog = opened.window.findChild(WatchedDialog)
    assert dialog is not None
    return dialog


def said(opened: Opened) -> str:
    message = opened.window.messages.message
    return message.sentence if message else ""


def listed(opened: Opened) -> int:
    return opened.window.library.model.rowCount()


def test_what_comes_into_a_chosen_folder_is_imported_and_told(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = articles(tmp_path / "in", 1)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *given: str(folder))
    opened = open_window(tmp_path / "library")
    dialog = dialog_of(opened)
    assert dialog.folder.text() == "No folder is watched."
    dialog.choose.click()
    qtbot.waitUntil(lambda: listed(opened) == 1, timeout=PATIENCE)
    articles(folder, 1, first=1)
    qtbot.waitUntil(lambda: listed(opened) == 2, timeout=PATIENCE)
    message = opened.window.messages.message
    assert message is not None
    qtbot.waitUntil(
        lambda: opened.window.messages.message.sentence == "From the watched folder: 1 new article.", timeout=PATIENCE
    )
    assert Settings(tmp_path / "library").watched_folder == folder


def test_the_watch_goes_on_at_the_next_start_and_ends_at_the_readers_word(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = articles(tmp_path / "in", 2)
    settings = Settings(tmp_path / "library")
    settings.watched_folder = folder
    settings.sync()
    opened = open_window(tmp_path / "library")
    opened.window.start([])
    qtbot.waitUntil(lambda: listed(opened) >= 2, timeout=PATIENCE)
    dialog = dialog_of(opened)
    assert dialog.folder.text() == str(folder)
    dialog.stop.click()
    assert Settings(tmp_path / "library").watched_folder is None


def test_a_folder_that_is_gone_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = WatchedDialog(tmp_path / "stick")
    qtbot.addWidget(dialog)
    assert dialog.folder.text().endswith("is not there at the moment.")
    assert dialog.stop.isEnabled()
