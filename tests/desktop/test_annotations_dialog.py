"""All annotations of the library in one list: found, changed together, orphans placed again by hand."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QApplication, QInputDialog
from pytestqt.qtbot import QtBot
from windows import PATIENCE, Opened, OpenWindow

from briefing.desktop.interface_language import install_language, remove_language
from briefing.desktop.library.annotations_dialog import AnnotationsDialog, Column
from briefing.intake import read_bytes
from briefing.library import AddAnnotation, Judge, open_library, queries
from briefing.model import Anchor, Annotation, Judgement, Placing, SourceRating, Span, anchor

NOW = datetime(2026, 5, 1, tzinfo=UTC)


@pytest.fixture
def opened(open_window: OpenWindow, tmp_path: Path, qtbot: QtBot) -> Opened:
    """A window on a library of two articles with a note each, and an orphan."""
    library = open_library(tmp_path / "library")
    for number, town in enumerate(("Arden", "Brill")):
        found = read_bytes(f"{town} waits\n\nThe mayor of {town} said so twice.".encode(), name=f"{town}.txt")
        kept, _ = library.keep_article(found.article, found.original)
        where = anchor(found.article.text, Span(0, 5))
        library.perform(AddAnnotation(kept.id, Annotation(f"n{number}", where, NOW, NOW, 1 + number, f"On {town}?")))
    lost = Anchor(Span(3, 40), "words that stood in an earlier version", "", "")
    library.perform(AddAnnotation(kept.id, Annotation("lost", lost, NOW, NOW, 1)))
    library.close()
    opened = open_window(tmp_path / "library")
    opened.session.list_articles()
    opened.window.actions_by_name["annotations"].trigger()
    qtbot.waitUntil(lambda: _dialog(opened).model.rowCount() == 3, timeout=PATIENCE)
    return opened


def _dialog(opened: Opened) -> AnnotationsDialog:
    found = opened.window.findChild(AnnotationsDialog)
    assert isinstance(found, AnnotationsDialog)
    return found


def _select(opened: Opened, *ids: str) -> None:
    dialog = _dialog(opened)
    dialog.table.clearSelection()
    flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    for row in range(dialog.model.rowCount()):
        if dialog.model.at(row).annotation.id in ids:
            dialog.table.selectionModel().select(dialog.model.index(row, 0), flags)


def _kept(opened: Opened) -> dict[str, Annotation]:
    model = _dialog(opened).model
    return {model.at(row).annotation.id: model.at(row).annotation for row in range(model.rowCount())}


def test_the_name_of_each_column_can_be_read_in_a_language_of_long_words(
    open_window: OpenWindow, tmp_path: Path, qapp: QApplication
) -> None:
    installed = install_language(qapp, "de")
    try:
        opened = open_window(tmp_path / "library")
        opened.window.actions_by_name["annotations"].trigger()
        header = _dialog(opened).table.horizontalHeader()
        cut = [column for column in Column if header.sectionSize(column) < header.sectionSizeHint(column)]
    finally:
        remove_language(qapp, installed)
    assert cut == []


def test_the_list_is_filtered_as_one_types_and_counts_orphans(opened: Opened, qtbot: QtBot) -> None:
    dialog = _dialog(opened)
    assert dialog.count.text() == "3 annotation(s) · 1 in the library whose words are not in the text any more"
    qtbot.keyClicks(dialog.words, "arden")
    qtbot.waitUntil(lambda: set(_kept(opened)) == {"n0"}, timeout=PATIENCE)
    dialog.words.setText("nowhere")
    qtbot.waitUntil(lambda: dialog.count.text().startswith("0") or "No annotation" in dialog.count.text())
    dialog.words.clear()
    dialog.orphans.setChecked(True)
    qtbot.waitUntil(lambda: set(_kept(opened)) == {"lost"}, timeout=PATIENCE)
    words = dialog.model.index(0, Column.WORDS).data()
    assert words == "not in the text any more: words that stood in an earlier version"


def test_the_list_is_filtered_by_article_tag_and_time(opened: Opened, qtbot: QtBot) -> None:
    dialog = _dialog(opened)
    further = dialog.further
    number = dialog.model.at(0).article_id
    opened.window.open_kept(number)
    qtbot.waitUntil(lambda: dialog.open_article == number, timeout=PATIENCE)
    here = {dialog.model.at(row).annotation.id for row in range(3) if dialog.model.at(row).article_id == number}
    further.place.setCurrentIndex(further.place.findText("In the open article"))
    further.place.activated.emit(further.place.currentIndex())
    qtbot.waitUntil(lambda: set(_kept(opened)) == here, timeout=PATIENCE)
    further.place.setCurrentIndex(0)
    further.since.setCurrentIndex(further.since.findText("In a week"))
    further.since.activated.emit(further.since.currentIndex())
    qtbot.waitUntil(lambda: _kept(opened) == {}, timeout=PATIENCE)
    further.since.setCurrentIndex(0)
    further.since.activated.emit(0)
    qtbot.waitUntil(lambda: len(_kept(opened)) == 3, timeout=PATIENCE)


def test_several_get_a_colour_and_a_tag_as_one_step_each(
    opened: Opened, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QInputDialog, "getItem", staticmethod(lambda *args, **_: (args[3][4], True)))
    monkeypatch.setattr(QInputDialog, "getText", staticmethod(lambda *_, **__: ("urgent", True)))
    _select(opened, "n0", "n1")
    _dialog(opened)._buttons["colour"].click()
    qtbot.waitUntil(lambda: _kept(opened)["n0"].colour == _kept(opened)["n1"].colour == 5, timeout=PATIENCE)
    _select(opened, "n0", "n1")
    _dialog(opened)._buttons["tag"].click()
    qtbot.waitUntil(lambda: _kept(opened)["n1"].tags == ("urgent",), timeout=PATIENCE)
    opened.window.actions_by_name["undo"].trigger()
    qtbot.waitUntil(lambda: _kept(opened)["n0"].tags == _kept(opened)["n1"].tags == (), timeout=PATIENCE)
    assert _kept(opened)["n0"].colour == 5


def test_all_that_were_selected_stay_so_when_the_list_comes_anew(
    opened: Opened, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QInputDialog, "getItem", staticmethod(lambda *args, **_: (args[3][4], True)))
    _select(opened, "n0", "n1")
    _dialog(opened)._buttons["colour"].click()
    qtbot.waitUntil(lambda: _kept(opened)["n0"].colour == _kept(opened)["n1"].colour == 5, timeout=PATIENCE)
    assert {one.annotation.id for one in _dialog(opened).selected} == {"n0", "n1"}


def test_removed_annotations_come_back_by_undo(opened: Opened, qtbot: QtBot) -> None:
    _select(opened, "n0", "n1")
    _dialog(opened)._buttons["remove"].click()
    qtbot.waitUntil(lambda: set(_kept(opened)) == {"lost"}, timeout=PATIENCE)
    opened.window.actions_by_name["undo"].trigger()
    qtbot.waitUntil(lambda: len(_kept(opened)) == 3, timeout=PATIENCE)


def test_the_delete_key_removes_what_is_selected(opened: Opened, qtbot: QtBot) -> None:
    before = set(_kept(opened))
    _select(opened, "n1")
    qtbot.keyClick(_dialog(opened).table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: set(_kept(opened)) == before - {"n1"})


def test_an_annotation_is_shown_in_its_article(opened: Opened, qtbot: QtBot) -> None:
    _select(opened, "n0")
    _dialog(opened)._buttons["open"].click()
    qtbot.waitUntil(lambda: opened.window.notes.annotation_id == "n0", timeout=PATIENCE)
    assert opened.session.showing is not None
    assert opened.session.showing.article.title == "Arden waits"


def test_an_orphan_is_placed_on_the_words_that_are_selected(opened: Opened, qtbot: QtBot) -> None:
    dialog = _dialog(opened)
    _select(opened, "n0")
    assert not dialog._buttons["place"].isEnabled()
    _select(opened, "lost")
    dialog._buttons["place"].click()
    qtbot.waitUntil(lambda: opened.session.showing is not None, timeout=PATIENCE)
    assert opened.session.showing is not None
    text = opened.session.showing.article.text
    at = text.index("said so")
    opened.window.reader.select_span(Span(at, at + 7))
    _select(opened, "lost")
    dialog._buttons["place"].click()
    qtbot.waitUntil(lambda: _kept(opened)["lost"].placing is not Placing.ORPHAN, timeout=PATIENCE)
    assert _kept(opened)["lost"].anchor.exact == "said so"


@pytest.fixture
def on_claim(opened: Opened, tmp_path: Path, qtbot: QtBot) -> Judgement:
    """A note on a claim of a third article, and another word on the same claim."""
    text = "Corby waits\n\nThe bridge will stay closed until May, Mayor Ada Reed said on Monday."
    library = open_library(tmp_path / "library")
    found = read_bytes(text.encode(), name="corby.txt")
    kept, _ = library.keep_article(found.article, found.original)
    start = found.article.text.index("The bridge")
    where = anchor(found.article.text, Span(start, found.article.text.index(", Mayor")))
    word = Judgement(where, NOW, NOW, note="Ask the mayor.", source_rating=SourceRating.B)
    library.perform(Judge(kept.id, word))
    library.close()
    qtbot.waitUntil(lambda: len(_kept(opened)) == 4, timeout=PATIENCE)
    return word


def _notes(opened: Opened) -> list[str]:
    return [one.note for one in _kept(opened).values()]


def test_notes_on_claims_are_listed_and_removed_with_what_else_was_said_left(
    opened: Opened, on_claim: Judgement, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = _dialog(opened)
    row = next(row for row in range(4) if dialog.model.at(row).judgement)
    assert dialog.model.index(row, Column.WORDS).data() == "Claim: The bridge will stay closed until May"
    assert dialog.model.index(row, Column.NOTE).data() == "Ask the mayor."
    dialog.table.selectRow(row)
    assert not dialog._buttons["colour"].isEnabled()
    assert not dialog._buttons["place"].isEnabled()
    dialog._buttons["remove"].click()
    qtbot.waitUntil(lambda: "Ask the mayor." not in _notes(opened), timeout=PATIENCE)
    library = open_library(tmp_path / "library")
    (word,) = library.ask(queries.JudgementsOn(3))
    library.close()
    assert (word.note, word.source_rating) == ("", SourceRating.B)
    opened.window.actions_by_name["undo"].trigger()
    qtbot.waitUntil(lambda: "Ask the mayor." in _notes(opened), timeout=PATIENCE)


def test_the_claim_of_a_note_is_chosen_in_its_article(opened: Opened, on_claim: Judgement, qtbot: QtBot) -> None:
    dialog = _dialog(opened)
    row = next(row for row in range(4) if dialog.model.at(row).judgement)
    dialog.table.selectRow(row)
    dialog._buttons["open"].click()
    qtbot.waitUntil(lambda: opened.window.ledger.chosen is not None, timeout=PATIENCE)
    assert opened.session.showing is not None
    assert opened.session.showing.article.title == "Corby waits"
    assert opened.window.ledger.detail.note.toPlainText() == "Ask the mayor."
