"""In a library that may only be read, the window says so all the time, and nothing can be typed that would be lost."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import apsw
import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot
from windows import PATIENCE, Opened, OpenWindow

from briefing.desktop.actions import all_commands
from briefing.desktop.briefs.composer import Composer
from briefing.desktop.intake_dialogs.metadata_dialog import DetailsDialog
from briefing.desktop.library.annotations_dialog import AnnotationsDialog
from briefing.desktop.note_field import NoteField
from briefing.intake import read_bytes
from briefing.library import AddAnnotation, KeepBrief, open_library
from briefing.library.paths import DATABASE
from briefing.model import Annotation, Span, StoredBrief, anchor
from briefing.service import DetailsTold

BRIDGE = "Bridge closed\n\nThe bridge will stay closed until May, Mayor Ada Reed said on Monday.\n"
WRITING = {command.name for command in all_commands() if command.writes}


@pytest.fixture
def newer(tmp_path: Path) -> Path:
    """A library with an article, a note and a brief, of a version of the program that is still to come."""
    library = open_library(tmp_path / "library")
    read = read_bytes(BRIDGE.encode(), name="bridge.txt")
    kept, _ = library.keep_article(read.article, read.original)
    where = anchor(read.article.text, Span(read.article.text.index("until"), read.article.text.index("May") + 3))
    library.perform(AddAnnotation(kept.id, Annotation("n1", where, kept.added, kept.added, note="Which May?")))
    library.perform(KeepBrief(StoredBrief("b1", "Crossings", kept.added)))
    library.close()
    connection = apsw.Connection(str(tmp_path / "library" / DATABASE))
    connection.pragma("user_version", 9999)
    connection.close()
    return tmp_path / "library"


@pytest.fixture
def opened(open_window: OpenWindow, newer: Path, qtbot: QtBot) -> Opened:
    """Its article, read and analysed."""
    opened = open_window(newer)
    opened.session.openings.open_kept(1)
    qtbot.waitUntil(partial(_analysed, opened), timeout=PATIENCE)
    return opened


def _analysed(opened: Opened) -> bool:
    showing = opened.session.showing
    return bool(showing and showing.analysis and showing.analysis.complete)


def _waited(opened: Opened, qtbot: QtBot, kind: type, act: Callable[[], object]) -> object:
    act()
    qtbot.waitUntil(lambda: opened.window.findChild(kind) is not None, timeout=PATIENCE)
    return opened.window.findChild(kind)


def test_the_window_says_so_and_never_that_everything_is_saved(opened: Opened) -> None:
    window = opened.window
    assert window.read_only.isVisible()
    assert "Nothing that you write here can be saved" in window.read_only.words
    assert "newer version" in window.read_only.words
    assert window.saved.text() == "Read-only: nothing can be saved"
    window._history_moved()
    opened.session.saved.emit()
    assert window.saved.text() == "Read-only: nothing can be saved"


def test_what_would_write_cannot_be_chosen_and_says_why(opened: Opened) -> None:
    actions = opened.window.actions_by_name
    assert {name for name in WRITING if actions[name].isEnabled()} == set()
    assert all("can only be read" in actions[name].toolTip() for name in WRITING)
    assert actions["export"].isEnabled()
    assert actions["restore"].isEnabled()
    assert "can only be read" not in actions["export"].toolTip()


def test_nothing_can_be_typed_into_a_note(opened: Opened, qtbot: QtBot) -> None:
    window = opened.window
    window.reader.annotationClicked.emit("n1")
    assert window.notes.note.toPlainText() == "Which May?"
    for field in (window.notes.note, window.ledger.detail.note, window.notes.tags):
        before = field.text() if isinstance(field, QLineEdit) else field.toPlainText()
        qtbot.keyClicks(field, "lost")
        assert (field.text() if isinstance(field, QLineEdit) else field.toPlainText()) == before
    assert not window.ledger.detail.status_box.isEnabled()
    assert not window.ledger.detail.judging.isEnabled()
    assert not window.library.shelves.acceptDrops()


def test_details_briefs_and_annotations_can_be_seen_but_not_changed(opened: Opened, qtbot: QtBot) -> None:
    actions = opened.window.actions_by_name
    with qtbot.waitSignal(
        opened.session.eventHeard, timeout=PATIENCE, check_params_cb=lambda event: isinstance(event, DetailsTold)
    ):
        actions["details"].trigger()
    details = _waited(opened, qtbot, DetailsDialog, lambda: None)
    assert all(line.isReadOnly() for line in details.lines.values())
    details.reject()
    composer = _waited(opened, qtbot, Composer, actions["briefs"].trigger)
    qtbot.waitUntil(lambda: composer.editor.kept is not None, timeout=PATIENCE)
    assert all(field.isReadOnly() for field in composer.findChildren(NoteField))
    assert composer.editor.title.isReadOnly()
    offered = {button.text() for button in composer.findChildren(QPushButton) if button.isEnabled() and button.text()}
    assert not offered & {"New brief", "Move to bin", "Section", "Text", "Up", "Down", "Remove", "I have seen it"}
    assert "Export…" in offered
    composer.close()
    listed = _waited(opened, qtbot, AnnotationsDialog, actions["annotations"].trigger)
    qtbot.waitUntil(lambda: listed.model.rowCount() == 1, timeout=PATIENCE)
    listed.table.selectRow(0)
    assert {name for name, button in listed._buttons.items() if button.isEnabled()} == {"open"}
    listed.close()


def test_a_library_that_can_be_written_to_says_nothing_of_it(open_window: OpenWindow, tmp_path: Path, qtbot) -> None:
    opened = open_window(tmp_path / "library")
    qtbot.waitUntil(lambda: opened.window.saved.text() == "Everything is saved", timeout=PATIENCE)
    assert not opened.window.read_only.isVisible()
    assert opened.window.actions_by_name["open"].isEnabled()
    assert opened.window.actions_by_name["open"].toolTip() == "Open articles from files. (Ctrl+O)"
