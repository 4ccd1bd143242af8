"""What the disk refuses stays where it was typed, is told as not saved, and is saved as soon as it can be."""

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import apsw
import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot
from windows import Opened, OpenWindow, is_gone

from briefing.desktop import unsaved_dialog
from briefing.desktop.briefs.composer import Composer
from briefing.intake import read_bytes
from briefing.library import RemoveAnnotation, open_library, queries
from briefing.library.paths import DATABASE
from briefing.library.sqlite import connection
from briefing.model import Brief, Span, StoredBrief
from briefing.service import BriefTold, write_queue

BRIDGE = "Bridge closed\n\nThe bridge will stay closed until May, Mayor Ada Reed said on Monday.\n"
FERRY = "The ferry\n\nThe ferry will sail again in June, Captain Ivo Marin said on Tuesday.\n"
PATIENCE = 120_000
WAITING, SAVED = "Not saved yet; trying again", "Everything is saved"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library with two articles, the bridge first."""
    monkeypatch.setattr(connection, "BUSY_TIMEOUT", 20)
    monkeypatch.setattr(write_queue, "PAUSE", 0.1)
    folder = tmp_path / "library"
    library = open_library(folder)
    for text in (BRIDGE, FERRY):
        read = read_bytes(text.encode(), name=f"{text[:5]}.txt")
        library.keep_article(read.article, read.original)
    library.close()
    return folder


@pytest.fixture
def opened(open_window: OpenWindow, folder: Path, qtbot: QtBot) -> Opened:
    opened = open_window(folder)
    show(opened, qtbot, 1)
    return opened


@pytest.fixture
def holder(opened: Opened, folder: Path) -> Iterator[apsw.Connection]:
    """Another program that holds the library."""
    connection = apsw.Connection(str(folder / DATABASE))
    connection.set_busy_timeout(10_000)
    connection.execute("BEGIN IMMEDIATE")
    yield connection
    connection.close()


def show(opened: Opened, qtbot: QtBot, number: int) -> None:
    opened.window.open_kept(number)
    qtbot.waitUntil(partial(_analysed, opened, number), timeout=PATIENCE)


def _analysed(opened: Opened, number: int) -> bool:
    showing = opened.session.showing
    return bool(showing and showing.kept.id == number and showing.analysis and showing.analysis.complete)


def write_note(opened: Opened, qtbot: QtBot, words: str) -> None:
    start = opened.session.showing.article.text.index("until May")
    opened.window.reader.select_span(Span(start, start + 9))
    opened.window.actions_by_name["note"].trigger()
    qtbot.keyClicks(opened.window.notes.note, words)


def says(opened: Opened, qtbot: QtBot, words: str) -> None:
    qtbot.waitUntil(lambda: opened.window.saved.text() == words, timeout=PATIENCE)


def notes(folder: Path) -> list[str]:
    library = open_library(folder)
    found = [one.note for one in library.ask(queries.AnnotationsOn(1))]
    library.close()
    return found


def test_the_words_stay_and_are_saved_when_it_works_again(opened, holder, folder, qtbot) -> None:
    write_note(opened, qtbot, "Which May?")
    says(opened, qtbot, WAITING)
    assert opened.window.notes.note.toPlainText() == "Which May?"
    assert any("is not saved yet" in told for told in opened.told)
    qtbot.keyClicks(opened.window.notes.note, " Ask.")
    opened.window.notes.flush()
    assert opened.window.saved.text() == WAITING
    holder.execute("ROLLBACK")
    says(opened, qtbot, SAVED)
    assert notes(folder) == ["Which May? Ask."]
    assert opened.session.history.stack.canUndo()


def test_what_waits_is_shown_though_another_article_was_read_meanwhile(opened, holder, folder, qtbot) -> None:
    write_note(opened, qtbot, "Which May?")
    opened.window.flush()
    says(opened, qtbot, WAITING)
    show(opened, qtbot, 2)
    show(opened, qtbot, 1)
    (shown,) = opened.session.showing.annotations
    assert shown.note == "Which May?"
    opened.window.reader.annotationClicked.emit(shown.id)
    assert opened.window.notes.note.toPlainText() == "Which May?"
    opened.window.ledger.detail.note.setPlainText("Says who?")
    opened.window.ledger.detail.flush()
    qtbot.waitUntil(lambda: len(opened.session.showing.judgements) == 1, timeout=PATIENCE)
    assert opened.window.saved.text() == WAITING
    holder.execute("ROLLBACK")
    says(opened, qtbot, SAVED)
    assert notes(folder) == ["Which May?"]
    library = open_library(folder)
    assert [one.note for one in library.ask(queries.JudgementsOn(1))] == ["Says who?"]
    library.close()


def test_a_window_with_words_that_wait_asks_before_it_goes(opened, holder, folder, qtbot, monkeypatch) -> None:
    asked = _stays(monkeypatch)
    write_note(opened, qtbot, "Which May?")
    says(opened, qtbot, WAITING)
    assert not opened.window.close()
    opened.window.quit()
    assert opened.window.isVisible()
    assert len(asked) == 2
    opened.session.copy_unsaved()
    assert QGuiApplication.clipboard().text() == "“until May”\nWhich May?"
    holder.execute("ROLLBACK")
    says(opened, qtbot, SAVED)
    assert opened.window.close()
    assert len(asked) == 2


def _stays(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Let the reader answer that he stays; what he is asked comes into the list."""
    asked: list[str] = []

    def stay(why: str, copy: object, parent: object) -> bool:
        asked.append(why)
        return False

    monkeypatch.setattr(unsaved_dialog, "asked_to_give_up", stay)
    return asked


def test_a_window_that_is_closed_while_words_are_on_their_way_asks_when_they_are_refused(
    opened, holder, folder, qtbot, monkeypatch
) -> None:
    asked = _stays(monkeypatch)
    write_note(opened, qtbot, "My only note")
    assert not opened.window.close()
    assert not asked
    qtbot.waitUntil(lambda: len(asked) == 1, timeout=PATIENCE)
    assert opened.window.isVisible()
    assert opened.window.saved.text() == WAITING
    holder.execute("ROLLBACK")
    says(opened, qtbot, SAVED)
    assert opened.window.isVisible()
    assert notes(folder) == ["My only note"]


def test_a_window_that_is_closed_while_words_are_on_their_way_goes_when_they_are_saved(
    opened, folder, qtbot, monkeypatch
) -> None:
    asked = _stays(monkeypatch)
    write_note(opened, qtbot, "My only note")
    opened.window.close()
    qtbot.waitUntil(lambda: is_gone(opened.window), timeout=PATIENCE)
    assert not asked
    assert notes(folder) == ["My only note"]


def test_a_window_that_is_closed_while_words_are_on_their_way_asks_when_they_fail(
    opened, folder, qtbot, monkeypatch
) -> None:
    asked = _stays(monkeypatch)
    opened.session.history.do("Remove highlight", RemoveAnnotation(1, "not there"))
    assert not opened.window.close()
    qtbot.waitUntil(lambda: len(asked) == 1, timeout=PATIENCE)
    assert opened.window.isVisible()
    assert opened.window.close()
    assert len(asked) == 1


def test_a_library_that_does_not_answer_keeps_no_window_open_for_good(opened, qtbot, monkeypatch) -> None:
    asked = _stays(monkeypatch)
    monkeypatch.setattr(opened.session.history, "_perform", lambda operation: -1)
    opened.window._leaving._patience.setInterval(50)
    opened.session.history.do("Remove highlight", RemoveAnnotation(1, "not there"))
    assert not opened.window.close()
    qtbot.waitUntil(lambda: asked == ["The library does not answer."], timeout=PATIENCE)
    monkeypatch.setattr(unsaved_dialog, "asked_to_give_up", lambda why, copy, parent: True)
    opened.window.close()
    qtbot.waitUntil(lambda: is_gone(opened.window), timeout=PATIENCE)


def test_what_is_typed_in_the_composer_is_sent_before_the_window_goes(opened, holder, qtbot, monkeypatch) -> None:
    asked = _stays(monkeypatch)
    opened.window.actions_by_name["briefs"].trigger()
    (composer,), now = opened.window.findChildren(Composer), datetime.now(UTC)
    composer.editor.show_brief(BriefTold(0, StoredBrief("b1", "Brief", now), Brief("Brief", (), now), ()))
    composer.editor.purpose.setPlainText("For Monday")
    assert not opened.window.close()
    qtbot.waitUntil(lambda: len(asked) == 1, timeout=PATIENCE)
    holder.execute("ROLLBACK")
    says(opened, qtbot, SAVED)


def test_a_change_that_is_refused_for_good_is_not_told_as_saved(opened, folder, qtbot) -> None:
    write_note(opened, qtbot, "Which May?")
    opened.window.notes.flush()
    says(opened, qtbot, SAVED)
    library = open_library(folder)
    library.perform(RemoveAnnotation(1, library.ask(queries.AnnotationsOn(1))[0].id))
    library.close()
    opened.session.edits.forget_unsaved()
    qtbot.keyClicks(opened.window.notes.note, " Ask.")
    opened.window.notes.note.flush()
    says(opened, qtbot, "The last change was not saved")
    message = opened.window.messages.message
    assert message.action == "Copy what was not saved"
    message.act()
    assert QGuiApplication.clipboard().text() == "“until May”\nWhich May? Ask."
    assert opened.window.notes.note.toPlainText() == "Which May? Ask."
