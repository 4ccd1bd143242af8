"""No word that the reader writes is lost or goes to another place, however quickly he moves on."""

from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from windows import PATIENCE, Opened, OpenWindow

from briefing.desktop.note_field import NoteField
from briefing.library import open_library, queries
from briefing.model import Span, Status

BRIDGE = "Bridge closed\n\nThe bridge will stay closed until May, Mayor Ada Reed said on Monday.\n"
FERRY_ID = 1
"""The ferry is kept first."""

FERRY = "The ferry\n\nThe ferry will sail again in June, Captain Ivo Marin said on Tuesday.\n"


@pytest.fixture
def opened(open_window: OpenWindow, tmp_path: Path, qtbot: QtBot) -> Opened:
    """Two articles, read and analysed; the bridge is on the screen."""
    opened = open_window(tmp_path / "library")
    for name, text in (("ferry.txt", FERRY), ("bridge.txt", BRIDGE)):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        opened.session.openings.open_files([path])
        title, *_ = text.splitlines()
        qtbot.waitUntil(partial(shows, opened, title), timeout=PATIENCE)
    return opened


def shows(opened: Opened, title: str) -> bool:
    showing = opened.session.showing
    return bool(showing and showing.article.title == title and showing.analysis and showing.analysis.complete)


def settled(opened: Opened, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not opened.session.history.busy, timeout=PATIENCE)


def note_on(opened: Opened, words: str) -> None:
    start = opened.session.showing.article.text.index(words)
    opened.window.reader.select_span(Span(start, start + len(words)))
    opened.window.actions_by_name["note"].trigger()


def test_a_note_is_kept_on_its_article_though_another_one_is_opened_at_once(opened, qtbot, tmp_path):
    bridge = opened.session.showing.kept.id
    note_on(opened, "until May")
    qtbot.keyClicks(opened.window.notes.note, "Which May?")
    opened.session.openings.open_kept(FERRY_ID)
    qtbot.waitUntil(lambda: shows(opened, "The ferry"), timeout=PATIENCE)
    settled(opened, qtbot)
    library = open_library(tmp_path / "library")
    assert [note.note for note in library.ask(queries.AnnotationsOn(bridge))] == ["Which May?"]
    assert library.ask(queries.AnnotationsOn(FERRY_ID)) == []
    library.close()


def test_a_note_on_a_claim_stays_with_its_claim_though_another_article_is_opened_at_once(opened, qtbot, tmp_path):
    bridge = opened.session.showing.kept.id
    qtbot.keyClicks(opened.window.ledger.detail.note, "Ask the mayor.")
    opened.session.openings.open_kept(FERRY_ID)
    qtbot.waitUntil(lambda: shows(opened, "The ferry"), timeout=PATIENCE)
    settled(opened, qtbot)
    library = open_library(tmp_path / "library")
    (word,) = library.ask(queries.JudgementsOn(bridge))
    assert word.note == "Ask the mayor."
    assert "closed until May" in word.claim.exact
    assert library.ask(queries.JudgementsOn(FERRY_ID)) == []
    library.close()


def test_two_words_on_one_claim_at_once_are_both_kept(opened, qtbot):
    session = opened.session
    claim = session.showing.claims[0]
    session.edits.judge_status(claim, Status.CONFIRMED)
    session.edits.judge_note(claim, "Seen with my own eyes.")
    session.edits.judge_source(claim, "Ada Reed, mayor")
    settled(opened, qtbot)
    word = session.showing.judged[claim.id]
    assert (word.status, word.note, word.source) == (Status.CONFIRMED, "Seen with my own eyes.", "Ada Reed, mayor")


def test_each_of_them_is_undone_by_itself(opened, qtbot):
    session = opened.session
    claim = session.showing.claims[0]
    session.edits.judge_status(claim, Status.CONFIRMED)
    session.edits.judge_note(claim, "Seen.")
    opened.window.actions_by_name["undo"].trigger()
    settled(opened, qtbot)
    word = session.showing.judged[claim.id]
    assert (word.status, word.note) == (Status.CONFIRMED, "")


def test_an_undo_on_an_article_that_is_not_shown_is_told(opened, qtbot):
    note_on(opened, "until May")
    settled(opened, qtbot)
    opened.session.openings.open_kept(FERRY_ID)
    qtbot.waitUntil(lambda: shows(opened, "The ferry"), timeout=PATIENCE)
    opened.window.actions_by_name["undo"].trigger()
    qtbot.waitUntil(lambda: any("another article" in sentence for sentence in opened.told), timeout=PATIENCE)


def test_who_types_without_a_pause_is_saved_meanwhile(qtbot):
    field = NoteField()
    qtbot.addWidget(field)
    written: list[str] = []
    field.written.connect(lambda subject, words, was: written.append(words))

    def is_saved_while_typing() -> bool:
        qtbot.keyClicks(field, "a")
        return bool(written)

    qtbot.waitUntil(is_saved_while_typing)
    field.flush()
    assert written[-1] == field.toPlainText()


def test_what_was_sent_is_not_sent_again(qtbot):
    field = NoteField()
    qtbot.addWidget(field)
    written: list[str] = []
    field.written.connect(lambda subject, words, was: written.append(words))
    field.tell("a note", "Kept.")
    field.flush()
    assert written == []
    field.setPlainText("Kept and more.")
    field.flush()
    field.flush()
    assert written == ["Kept and more."]
