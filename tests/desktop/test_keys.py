"""Every command can have another key: it holds at once, everywhere and after the next start, and never twice."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from shiboken6 import isValid
from windows import PATIENCE, OpenedWindows, OpenWindow

from briefing.desktop.actions import all_commands
from briefing.desktop.cheat_sheet import CheatSheet
from briefing.desktop.command_palette import CommandPalette
from briefing.desktop.keys import Keys, Refusal, default_key, holding_keys, refusal_of
from briefing.desktop.keys_dialog import KeysDialog
from briefing.desktop.model_labels import MENUS
from briefing.desktop.preferences import PreferencesDialog
from briefing.desktop.settings import Settings
from briefing.desktop.window import Window

CONTROL, SHIFT, NONE = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.NoModifier,
)


def press(key: Qt.Key | str, how: Qt.KeyboardModifier = NONE) -> None:
    """Press a key where the focus is."""
    target = QApplication.focusWidget() or QApplication.activeWindow()
    assert target is not None
    QTest.keyClick(target, key, how)
    QApplication.processEvents()


def change_keys(window: Window) -> KeysDialog:
    """Open the dialog by its own key."""
    window.activateWindow()
    QApplication.processEvents()
    window.ledger.list.setFocus()
    press("k", CONTROL | SHIFT)
    dialog = window.findChild(KeysDialog)
    assert isinstance(dialog, KeysDialog)
    return dialog


def give(dialog: KeysDialog, name: str, key: Qt.Key | str, how: Qt.KeyboardModifier = NONE) -> None:
    """Choose a command and press its new key in the field."""
    dialog.choose(name)
    dialog.list.setFocus()
    press(Qt.Key.Key_Return)
    press(key, how)


def spelled(window: Window, name: str) -> str:
    return window.keys.key(name).toString(QKeySequence.SequenceFormat.PortableText)


def test_a_new_key_holds_at_once_and_the_old_one_does_nothing(open_window: OpenWindow, tmp_path: Path) -> None:
    window = open_window(tmp_path).window
    dialog = change_keys(window)
    give(dialog, "find", "j", CONTROL)
    assert spelled(window, "find") == "Ctrl+J"
    dialog.reject()
    window.activateWindow()
    QApplication.processEvents()
    window.ledger.list.setFocus()
    press("f", CONTROL | SHIFT)
    assert not window.library.search.hasFocus()
    press("j", CONTROL)
    assert window.library.search.hasFocus()


def test_a_new_key_stands_in_menu_tip_palette_cheat_sheet_and_hints(open_window: OpenWindow, tmp_path: Path) -> None:
    window = open_window(tmp_path).window
    window.actions_by_name["keys"].trigger()
    sheet = window.findChild(CheatSheet)
    assert isinstance(sheet, CheatSheet)
    window.keys.give("open", QKeySequence("Ctrl+J"))
    assert window.actions_by_name["open"].shortcut() == QKeySequence("Ctrl+J")
    assert window.actions_by_name["open"].toolTip().endswith("(Ctrl+J)")
    assert "Ctrl+J" in sheet.page.toPlainText()
    assert "Ctrl+O" not in sheet.page.toPlainText()
    for part in (window.pages, window.library):
        assert any("Ctrl+J" in label.text() for label in part.findChildren(QLabel))
    sheet.reject()
    palette = CommandPalette(window.actions_by_name.values(), window)
    palette.search.setText("open…")
    assert palette.model.item(0, 1).text() == "Ctrl+J"
    palette.reject()


def test_keys_are_kept_for_the_next_start(open_window: OpenWindow, tmp_path: Path) -> None:
    first = open_window(tmp_path)
    first.window.keys.give("open", QKeySequence("Ctrl+,"))
    assert spelled(first.window, "preferences") == ""
    first.close()
    again = open_window(tmp_path).window
    assert (spelled(again, "open"), spelled(again, "preferences")) == ("Ctrl+,", "")


def test_a_key_that_another_command_has_is_taken_over_only_if_the_reader_says_so(
    open_window: OpenWindow, tmp_path: Path
) -> None:
    window = open_window(tmp_path).window
    dialog = change_keys(window)
    give(dialog, "open", "e", CONTROL)
    assert "“Export brief”" in dialog.sentence.text()
    assert (spelled(window, "open"), spelled(window, "export")) == ("Ctrl+O", "Ctrl+E")
    QTest.mouseClick(dialog.leave, Qt.MouseButton.LeftButton)
    assert dialog.field.keySequence() == QKeySequence("Ctrl+O")
    give(dialog, "open", "e", CONTROL)
    QTest.mouseClick(dialog.take_over, Qt.MouseButton.LeftButton)
    assert (spelled(window, "open"), spelled(window, "export")) == ("Ctrl+E", "")
    assert window.actions_by_name["export"].toolTip() == "Write the annotated brief."
    dialog.reject()


@pytest.mark.parametrize(
    ("key", "how", "why"),
    [
        (Qt.Key.Key_Left, NONE, "moving"),
        (Qt.Key.Key_Space, NONE, "moving"),
        (Qt.Key.Key_Backspace, NONE, "writing"),
        (Qt.Key.Key_A, CONTROL, "writing"),
        (Qt.Key.Key_V, CONTROL, "writing"),
    ],
)
def test_keys_that_writing_and_moving_need_are_refused_in_a_sentence(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot, key: Qt.Key, how: Qt.KeyboardModifier, why: str
) -> None:
    window = open_window(tmp_path).window
    dialog = change_keys(window)
    give(dialog, "open", key, how)
    qtbot.waitUntil(lambda: why in dialog.sentence.text(), timeout=PATIENCE)
    assert not dialog.take_over.isVisible()
    assert spelled(window, "open") == "Ctrl+O"
    assert dialog.field.keySequence() == QKeySequence("Ctrl+O")
    dialog.reject()


def test_shift_alone_is_no_key_and_takes_none_away(open_window: OpenWindow, tmp_path: Path, qtbot: QtBot) -> None:
    window = open_window(tmp_path).window
    dialog = change_keys(window)
    with qtbot.waitSignal(dialog.field.editingFinished, timeout=PATIENCE):
        give(dialog, "open", Qt.Key.Key_Shift, SHIFT)
    assert spelled(window, "open") == "Ctrl+O"
    assert dialog.field.keySequence() == QKeySequence("Ctrl+O")
    dialog.reject()


def test_one_key_and_all_keys_are_reset(open_window: OpenWindow, tmp_path: Path) -> None:
    window = open_window(tmp_path).window
    dialog = change_keys(window)
    give(dialog, "open", Qt.Key.Key_F2)
    give(dialog, "export", Qt.Key.Key_F4)
    dialog.choose("open")
    QTest.mouseClick(dialog.standard, Qt.MouseButton.LeftButton)
    assert (spelled(window, "open"), spelled(window, "export")) == ("Ctrl+O", "F4")
    QTest.mouseClick(dialog.none, Qt.MouseButton.LeftButton)
    assert spelled(window, "open") == ""
    QTest.mouseClick(dialog.reset_all, Qt.MouseButton.LeftButton)
    assert all(window.keys.key(command.name) == default_key(command) for command in all_commands())
    assert Settings(tmp_path).keys == {}
    dialog.reject()


def test_the_key_that_a_command_came_with_is_taken_back_from_the_one_that_has_it(
    open_window: OpenWindow, tmp_path: Path
) -> None:
    window = open_window(tmp_path).window
    window.keys.give("open", QKeySequence("Ctrl+E"))
    dialog = change_keys(window)
    dialog.choose("export")
    QTest.mouseClick(dialog.standard, Qt.MouseButton.LeftButton)
    assert "“Open”" in dialog.sentence.text()
    QTest.mouseClick(dialog.take_over, Qt.MouseButton.LeftButton)
    assert (spelled(window, "open"), spelled(window, "export")) == ("", "Ctrl+E")
    dialog.reject()


def test_commands_are_found_by_words_by_menu_and_by_key(open_window: OpenWindow, tmp_path: Path) -> None:
    window = open_window(tmp_path).window
    dialog = change_keys(window)

    def found() -> list[str]:
        branches = [dialog.filter.index(row, 0) for row in range(dialog.filter.rowCount())]
        return [
            dialog.filter.index(row, 0, branch).data()
            for branch in branches
            for row in range(dialog.filter.rowCount(branch))
        ]

    assert len(found()) == len(all_commands())
    dialog.search.setFocus()
    for letter in "ctrl+shift+z":
        press(letter)
    assert found() == ["Redo"]
    dialog.search.setText("mark highlight yellow")
    assert found() == ["Highlight in yellow"]
    assert dialog.chosen is not None
    assert dialog.chosen.name == "colour_1"
    dialog.search.setText("no such command")
    assert dialog.chosen is None
    assert not dialog.field.isEnabled()
    dialog.reject()


def test_a_key_that_is_given_in_one_window_holds_in_all(opened_windows: OpenedWindows, tmp_path: Path) -> None:
    windows = opened_windows.make(tmp_path)
    first, second = windows.open(), windows.open()
    first.keys.give("open", QKeySequence("Ctrl+J"))
    assert spelled(second, "open") == "Ctrl+J"
    second.keys.reset_all()
    assert spelled(first, "open") == "Ctrl+O"


def test_a_key_still_writes_in_a_field(open_window: OpenWindow, tmp_path: Path, qtbot: QtBot) -> None:
    window = open_window(tmp_path).window
    window.keys.give("find", QKeySequence("Y"))
    window.activateWindow()
    QApplication.processEvents()
    window.ledger.search.setFocus()
    press("y")
    assert window.ledger.search.text() == "y"
    window.ledger.list.setFocus()
    press("y")
    qtbot.waitUntil(window.library.search.hasFocus)


def test_what_the_reader_gave_wins_over_what_a_command_comes_with() -> None:
    kept = {"export": "Ctrl+O", "gone_command": "F2", "quit": "Ctrl+O", "undo": "no key at all"}
    holding = holding_keys(all_commands(), kept)
    spelling = {name: key.toString(QKeySequence.SequenceFormat.PortableText) for name, key in holding.items()}
    assert spelling["export"] == "Ctrl+O"
    assert spelling["open"] == spelling["quit"] == ""
    given = [key for key in spelling.values() if key]
    assert len(given) == len(set(given))


def test_every_command_may_have_the_key_that_it_comes_with(open_window: OpenWindow, tmp_path: Path) -> None:
    keys: Keys = open_window(tmp_path).window.keys
    assert [command.name for command in all_commands() if keys.refusal(command.name, default_key(command))] == []
    assert refusal_of(QKeySequence("Ctrl+K, Ctrl+S")) is Refusal.SEVERAL
    with pytest.raises(ValueError, match="open"):
        keys.give("open", QKeySequence("Tab"))


def test_preferences_lead_to_changing_keys(open_window: OpenWindow, tmp_path: Path) -> None:
    window = open_window(tmp_path).window
    window.actions_by_name["preferences"].trigger()
    preferences = window.findChild(PreferencesDialog)
    assert isinstance(preferences, PreferencesDialog)
    QTest.mouseClick(preferences.keys, Qt.MouseButton.LeftButton)
    (dialog,) = window.findChildren(KeysDialog)
    assert dialog.isVisible()
    dialog.close()
    preferences.reject()


def test_a_dialog_that_is_gone_hears_of_no_more_keys(open_window: OpenWindow, tmp_path: Path, qtbot: QtBot) -> None:
    window = open_window(tmp_path).window
    dialog = change_keys(window)
    dialog.reject()
    qtbot.waitUntil(lambda: not isValid(dialog), timeout=PATIENCE)
    window.keys.give("open", QKeySequence("Ctrl+J"))
    assert spelled(window, "open") == "Ctrl+J"


def test_the_cheat_sheet_leads_to_changing_keys(open_window: OpenWindow, tmp_path: Path, qtbot: QtBot) -> None:
    window = open_window(tmp_path).window
    window.actions_by_name["keys"].trigger()
    sheet = window.findChild(CheatSheet)
    assert isinstance(sheet, CheatSheet)
    QTest.mouseClick(sheet.change, Qt.MouseButton.LeftButton)
    (dialog,) = window.findChildren(KeysDialog)
    qtbot.waitUntil(dialog.isVisible, timeout=PATIENCE)
    assert set(MENUS) == set(dialog._model._menus)
    dialog.close()
    sheet.reject()
