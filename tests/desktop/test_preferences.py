"""What is set holds at once, is found by words, and can be set back."""

from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QSpinBox
from pytestqt.qtbot import QtBot
from windows import OpenWindow

from briefing.desktop.preferences import PreferencesDialog, all_preferences, value_of
from briefing.desktop.settings import Look, Settings


def test_every_preference_has_its_default_until_it_is_set(qtbot: QtBot, tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    for preference in all_preferences():
        assert value_of(settings, preference) == preference.default, preference.name
        assert preference.tip.endswith(".")


def test_what_is_set_holds_at_once_and_after_the_next_start(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_window(tmp_path).window
    window.actions_by_name["preferences"].trigger()
    dialog = window.findChild(PreferencesDialog)
    assert isinstance(dialog, PreferencesDialog)
    look, zoom, fold = dialog.fields["look"], dialog.fields["zoom"], dialog.fields["fold_boilerplate"]
    assert isinstance(look, QComboBox)
    assert isinstance(zoom, QSpinBox)
    assert isinstance(fold, QCheckBox)
    look.setCurrentIndex(look.findData("contrast"))
    assert window.theme.name == "contrast"
    zoom.setValue(150)
    assert window.reader.zoom == 1.5
    fold.setChecked(True)
    assert window.actions_by_name["fold"].isChecked()
    author = dialog.fields["author"]
    assert isinstance(author, QLineEdit)
    author.setText("Ina Holt")
    kept = Settings(tmp_path)
    assert (kept.look, kept.zoom, kept.fold_boilerplate, kept.author) == (Look.CONTRAST, 1.5, True, "Ina Holt")
    dialog.restore_defaults()
    assert (window.reader.zoom, Settings(tmp_path).look) == (1.0, Look.SYSTEM)
    dialog.reject()


def test_a_preference_is_found_by_words(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = PreferencesDialog(Settings(tmp_path))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.search.setText("per cent")
    assert [name for name, field in dialog.fields.items() if field.isVisible()] == ["zoom"]
