"""The library as a whole in the window: backups, another day's library, and what is done when it is damaged."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from windows import PATIENCE, Opened, OpenWindow

from briefing.desktop.library.backups_dialog import BackupsDialog
from briefing.library import open_library
from briefing.library.paths import DATABASE
from briefing.service import LibraryDone


def _open(opened: Opened, qtbot: QtBot, folder: Path, name: str) -> None:
    file = folder / f"{name}.txt"
    file.write_text(f"{name}\n\nThe mayor of {name} said the bridge is closed.", encoding="utf-8")
    with qtbot.waitSignal(opened.session.articleOpened, timeout=PATIENCE):
        opened.session.openings.open_files([file])
    qtbot.waitUntil(lambda: opened.window.library.model.rowCount() > 0, timeout=PATIENCE)


def _dialog(opened: Opened, qtbot: QtBot) -> BackupsDialog:
    qtbot.waitUntil(lambda: opened.window.findChild(BackupsDialog) is not None, timeout=PATIENCE)
    found = opened.window.findChild(BackupsDialog)
    assert isinstance(found, BackupsDialog)
    return found


def _press(dialog: BackupsDialog, qtbot: QtBot, words: str) -> None:
    (button,) = [button for button in dialog.findChildren(QPushButton) if button.text() == words]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_backup_is_put_back_from_the_menu_and_the_list_is_that_of_the_day(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    opened = open_window(tmp_path / "library")
    _open(opened, qtbot, tmp_path, "Arden")
    opened.window.actions_by_name["back_up"].trigger()
    qtbot.waitUntil(
        lambda: any("backup was made" in words for words in opened.told) or _shown(opened), timeout=PATIENCE
    )
    _open(opened, qtbot, tmp_path, "Brill")
    qtbot.waitUntil(lambda: opened.window.library.model.rowCount() == 2, timeout=PATIENCE)
    opened.window.actions_by_name["restore"].trigger()
    dialog = _dialog(opened, qtbot)
    assert dialog.list.count() == 1
    _press(dialog, qtbot, "Restore this backup")
    qtbot.waitUntil(lambda: opened.window.library.model.rowCount() == 1, timeout=PATIENCE)
    assert not opened.session.history.stack.canUndo()


def _shown(opened: Opened) -> bool:
    return "backup was made" in opened.window.messages._label.text()


def _keep_and_back_up(open_window: OpenWindow, folder: Path, tmp_path: Path, qtbot: QtBot) -> None:
    opened = open_window(folder)
    _open(opened, qtbot, tmp_path, "Arden")
    opened.close()
    library = open_library(folder)
    library.back_up()
    library.close()


def test_a_damaged_library_offers_its_backups_at_once(open_window: OpenWindow, tmp_path: Path, qtbot: QtBot) -> None:
    folder = tmp_path / "library"
    _keep_and_back_up(open_window, folder, tmp_path, qtbot)
    (folder / DATABASE).write_bytes(b"\x00" * 30_000)
    again = open_window(folder)
    dialog = _dialog(again, qtbot)
    assert dialog.windowTitle() == "The library is damaged"
    _press(dialog, qtbot, "Restore this backup")
    qtbot.waitUntil(lambda: again.window.library.model.rowCount() == 1, timeout=PATIENCE)


def test_of_a_library_that_is_garbage_the_articles_are_read_again_and_its_backups_offered(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "library"
    _keep_and_back_up(open_window, folder, tmp_path, qtbot)
    (folder / DATABASE).write_bytes(b"\xa5" * 40_000)
    again = open_window(folder)
    dialog = _dialog(again, qtbot)
    assert again.window.saved.text() == "Read-only: nothing can be saved"
    _press(dialog, qtbot, "Save what can be read")
    qtbot.waitUntil(lambda: again.window.library.model.rowCount() == 1, timeout=PATIENCE)
    message = again.window.messages.message
    assert message is not None
    assert "Nothing could be read" in message.sentence
    assert not [told for told in again.told if "watched folder" in told]
    assert again.window.saved.text() == "Everything is saved"
    assert not again.window.read_only.isVisible()
    qtbot.waitUntil(lambda: again.window.findChild(BackupsDialog) is None, timeout=PATIENCE)
    assert message.act is not None
    message.act()
    assert _dialog(again, qtbot).list.count() == 1


def test_without_a_backup_the_dialog_says_so_and_offers_to_save_what_can_be_read(qtbot: QtBot) -> None:
    dialog = BackupsDialog((), "The library is damaged.")
    qtbot.addWidget(dialog)
    dialog.show()
    buttons = {button.text(): button.isEnabled() for button in dialog.findChildren(QPushButton)}
    assert buttons == {"Leave it as it is": True, "Save what can be read": True, "Restore this backup": False}
    with qtbot.waitSignal(dialog.salvageWished):
        _press(dialog, qtbot, "Save what can be read")


def test_a_library_is_written_and_taken_in_by_another_window(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    here, there = open_window(tmp_path / "here"), open_window(tmp_path / "there")
    _open(here, qtbot, tmp_path, "Arden")
    file = tmp_path / "all.briefing"
    with qtbot.waitSignal(
        here.session.eventHeard, timeout=PATIENCE, check_params_cb=lambda event: isinstance(event, LibraryDone)
    ):
        here.session.service.whole.export(file)
    there.session.service.whole.take_in(file)
    qtbot.waitUntil(lambda: there.window.library.model.rowCount() == 1, timeout=PATIENCE)


def test_a_library_that_is_opened_like_an_article_is_taken_in(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    here, there = open_window(tmp_path / "here"), open_window(tmp_path / "there")
    _open(here, qtbot, tmp_path, "Arden")
    file = tmp_path / "all.briefing"
    here.session.service.whole.export(file)
    qtbot.waitUntil(file.exists, timeout=PATIENCE)
    there.session.openings.open_paths([file])
    qtbot.waitUntil(lambda: there.window.library.model.rowCount() == 1, timeout=PATIENCE)
