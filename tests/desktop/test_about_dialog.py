"""About Briefing tells the version, and looks for a newer one when its button is pressed."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from windows import PATIENCE, OpenWindow

from briefing import __version__
from briefing.desktop import about_dialog
from briefing.desktop.about_dialog import AboutDialog
from briefing.service.newest_version import VersionLook


def _shown(open_window: OpenWindow, folder: Path) -> AboutDialog:
    opened = open_window(folder)
    opened.window.actions_by_name["about"].trigger()
    found = opened.window.findChild(AboutDialog)
    assert isinstance(found, AboutDialog)
    return found


def test_it_tells_the_version_and_asks_nobody(open_window: OpenWindow, tmp_path: Path) -> None:
    dialog = _shown(open_window, tmp_path)
    assert dialog.version.text() == f"Briefing {__version__}"
    assert dialog.answer.text() == "This copy does not know where newer ones are published."
    assert not dialog.look.isEnabled()
    dialog.reject()


def test_a_newer_version_is_told_with_its_page_when_it_was_asked_for(
    open_window: OpenWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    asked: list[str] = []

    def read(address: str) -> bytes:
        asked.append(address)
        return b"99.0"

    monkeypatch.setattr(about_dialog, "published", lambda: ("https://news.example/version", "https://news.example"))
    monkeypatch.setattr(VersionLook.__init__, "__defaults__", (read,))
    dialog = _shown(open_window, tmp_path)
    assert asked == []
    assert not dialog.open_page.isVisible()
    qtbot.mouseClick(dialog.look, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.answer.text() == "Version 99.0 is there.", timeout=PATIENCE)
    assert asked == ["https://news.example/version"]
    assert dialog.open_page.isVisible()
    dialog.reject()
