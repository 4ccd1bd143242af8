"""The house style is a form: what is chosen holds at once, and what could not be printed is told and not taken."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from briefing.desktop.briefs.house_style_dialog import LARGEST, HouseStyleDialog
from briefing.export import kept_style
from briefing.export.user_templates import VARIABLE
from briefing.model.house_style import HouseStyle


@pytest.fixture
def dialog(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> HouseStyleDialog:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "templates"))
    made = HouseStyleDialog()
    qtbot.addWidget(made)
    made.show()
    return made


def _problem(dialog: HouseStyleDialog) -> str:
    return dialog._problem.text() if dialog._problem.isVisible() else ""


def test_a_name_is_kept_as_it_is_typed(dialog: HouseStyleDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.changed):
        qtbot.keyClicks(dialog.name, "Courier")
    assert kept_style().name == "Courier"


def test_colours_and_face_hold_at_once_and_the_shipped_ones_are_none(dialog: HouseStyleDialog) -> None:
    dialog.set_colour("accent", "#7a1f3d")
    dialog.face.setCurrentIndex(dialog.face.findData("Inter"))
    dialog.face.activated.emit(dialog.face.currentIndex())
    assert kept_style() == HouseStyle(accent="#7a1f3d", face="Inter")
    assert dialog.accent.text().strip() == "#7a1f3d"
    dialog.set_colour("accent", "#2b5c8f")
    assert kept_style().accent == ""


def test_a_colour_that_nobody_could_read_on_paper_is_told_and_not_taken(dialog: HouseStyleDialog) -> None:
    dialog.set_colour("heading", "#ffee88")
    assert "too light" in _problem(dialog)
    assert kept_style() == HouseStyle()


def test_a_large_logo_is_made_smaller_and_one_that_is_no_picture_told(dialog: HouseStyleDialog, tmp_path: Path) -> None:
    picture = QImage(4000, 1000, QImage.Format.Format_RGB32)
    picture.fill(0x7A1F3D)
    picture.save(str(tmp_path / "logo.bmp"))
    dialog.set_logo(str(tmp_path / "logo.bmp"))
    kept = QImage.fromData(kept_style().logo)
    assert (kept.width(), kept.height()) == (LARGEST.width(), 300)
    (tmp_path / "notes.txt").write_text("no picture", encoding="utf-8")
    dialog.set_logo(str(tmp_path / "notes.txt"))
    assert "no picture" in _problem(dialog)
    assert kept_style().logo
    dialog.remove.click()
    assert kept_style() == HouseStyle()


def test_as_shipped_takes_all_of_it_back(dialog: HouseStyleDialog) -> None:
    assert not dialog.reset.isEnabled()
    dialog.set_colour("accent", "#7a1f3d")
    dialog.reset.click()
    assert kept_style() == HouseStyle()


def test_a_folder_that_cannot_be_written_to_is_told(
    dialog: HouseStyleDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv(VARIABLE, str(tmp_path / "file" / "templates"))
    dialog.set_colour("accent", "#7a1f3d")
    assert "could not be kept" in _problem(dialog)
    assert dialog.accent.text().strip() == "#2b5c8f"
