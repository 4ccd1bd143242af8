"""Who speaks in a transcript is named once, and undone like all that the reader says."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot
from windows import Opened, OpenWindow

from briefing.desktop.ledger.claim_order import speaker, speakers
from briefing.desktop.reader.speaker_dialog import SpeakerDialog
from briefing.library import open_library, queries

TALK = (
    "Hearing on the wall\n\nQ: Did the board know of the leak in the wall?\n\n"
    "A: The board was told of the leak in May. The contractor hid the report.\n\n"
    "Q: Who paid for the repairs of the wall?\n\n"
    "A: The city paid four million euros for them.\n"
)


def _open(opened: Opened, path: Path, text: str, qtbot: QtBot) -> None:
    path.write_text(text, encoding="utf-8")
    opened.session.openings.open_files([path])
    qtbot.waitUntil(
        lambda: bool(
            opened.session.showing
            and opened.session.showing.article.text.startswith(text[:10])
            and opened.session.showing.analysis
            and not opened.session.analysing_job
        )
    )


@pytest.fixture
def opened(open_window: OpenWindow, tmp_path: Path, qtbot: QtBot) -> Opened:
    """A window with an analysed transcript."""
    opened = open_window(tmp_path / "library")
    _open(opened, tmp_path / "hearing.txt", TALK, qtbot)
    return opened


def _said_by(opened: Opened) -> set[str]:
    showing = opened.session.showing
    assert showing
    return {speaker(showing, claim) for claim in showing.claims}


def _dialog(opened: Opened) -> SpeakerDialog:
    opened.window.actions_by_name["name_speaker"].trigger()
    (dialog,) = opened.window.findChildren(SpeakerDialog)
    return dialog


def _name(opened: Opened, label: str, name: str, qtbot: QtBot) -> None:
    dialog = _dialog(opened)
    dialog.choose(label)
    dialog.name.setEditText(name)
    with qtbot.waitSignal(dialog.destroyed):
        dialog.buttons.accepted.emit()


def test_a_name_given_once_holds_on_all_cards_and_in_the_library(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    assert _said_by(opened) == {"A"}
    dialog = _dialog(opened)
    assert dialog.label.currentText() == "A"
    dialog.name.setEditText(" Mayor  Ana Ruiz ")
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: _said_by(opened) == {"Mayor Ana Ruiz"})
    showing = opened.session.showing
    assert showing
    assert speakers(showing) == ("Mayor Ana Ruiz",)
    library = open_library(tmp_path / "library")
    assert len(library.ask(queries.ClaimsBy("Mayor Ana Ruiz"))) == len(showing.claims)
    assert library.ask(queries.WholeArticle(1)).text.count("A: ") == 2
    library.close()
    opened.session.history.stack.undo()
    qtbot.waitUntil(lambda: _said_by(opened) == {"A"})


def test_another_name_takes_the_place_of_the_first_and_an_empty_one_takes_it_back(opened: Opened, qtbot: QtBot) -> None:
    _name(opened, "A", "Tom Veil", qtbot)
    qtbot.waitUntil(lambda: _said_by(opened) == {"Tom Veil"})
    _name(opened, "A", "Ana Ruiz", qtbot)
    qtbot.waitUntil(lambda: _said_by(opened) == {"Ana Ruiz"})
    dialog = _dialog(opened)
    dialog.choose("A")
    assert dialog.name.currentText() == "Ana Ruiz"
    dialog.name.setEditText("")
    dialog.buttons.accepted.emit()
    qtbot.waitUntil(lambda: _said_by(opened) == {"A"})


def test_the_menu_at_a_turn_names_who_speaks_there_and_none_does_elsewhere(opened: Opened, qtbot: QtBot) -> None:
    def menu_at(words: str) -> list[str]:
        position = reader.document().find(words)
        at = reader.cursorRect(position).center()
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, reader.viewport().mapToGlobal(at))
        reader.contextMenuEvent(event)
        (menu,) = (menu for menu in reader.findChildren(QMenu) if menu.isVisible())
        names = [action.objectName() for action in menu.actions()]
        with qtbot.waitSignal(menu.destroyed):
            menu.close()
        return names

    reader = opened.window.reader
    assert "name_speaker" in menu_at("Who paid")
    dialog = _dialog(opened)
    assert dialog.label.currentText() == "Q"
    dialog.reject()
    assert "name_speaker" not in menu_at("Hearing")


def test_the_label_under_the_pointer_tells_the_name(opened: Opened, qtbot: QtBot) -> None:
    _name(opened, "A", "Mayor Ana Ruiz", qtbot)
    qtbot.waitUntil(lambda: _said_by(opened) == {"Mayor Ana Ruiz"})
    reader = opened.window.reader
    cursor = reader.document().find("A:")
    cursor.setPosition(cursor.selectionStart())
    place = reader.cursorRect(cursor).center() + QPoint(3, 0)
    with qtbot.waitSignal(reader.pointedAt) as told:
        qtbot.mouseMove(reader.viewport(), place)
    assert told.args == ["“A” is Mayor Ana Ruiz."]


def test_an_article_in_which_nobody_speaks_in_turns_says_so(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    _open(opened, tmp_path / "news.txt", "The ferry\n\nThe ferry will sail, Ada Quill said.\n", qtbot)
    opened.window.actions_by_name["name_speaker"].trigger()
    assert opened.window.findChildren(SpeakerDialog) == []
    assert "Nobody speaks in turns" in opened.window.messages.message.sentence
