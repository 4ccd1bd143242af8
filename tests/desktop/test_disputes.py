"""The reader says who disputes a claim, and by which: chosen by typing, on both cards, kept, and undone."""

from dataclasses import replace
from functools import reduce
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot
from test_ledger import showing_of, with_word
from windows import PATIENCE, Opened, OpenWindow

from briefing.desktop.ledger.claim_model import ClaimModel, ClaimRole
from briefing.desktop.ledger.dispute_editor import DisputeEditor
from briefing.library import open_library
from briefing.model import Dispute, Status, anchor, words_of
from briefing.service.brief_sources import brief_of

TEXT = """Ferry stops

The ferry will stop in June, Mayor Ada Quill said on Monday.

The timetable is printed until winter, harbour master Per Lund said on Tuesday.
"""


@pytest.fixture
def editor(qtbot: QtBot) -> DisputeEditor:
    """The field on the first of six claims."""
    editor = DisputeEditor()
    qtbot.addWidget(editor)
    editor.resize(320, 120)
    editor.show()
    showing = showing_of(6)
    editor.show_claim(showing, showing.claims[0])
    editor.activateWindow()
    editor.ask()
    qtbot.waitUntil(editor.field.hasFocus, timeout=PATIENCE)
    return editor


def _typed(editor: DisputeEditor, qtbot: QtBot, words: str) -> Dispute:
    field = editor.field.lineEdit()
    assert field
    qtbot.keyClicks(field, words)
    with qtbot.waitSignal(editor.disputed, timeout=PATIENCE) as heard:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == ""
    _, dispute = heard.args
    return dispute


def test_all_other_claims_and_the_actors_can_be_chosen(editor: DisputeEditor) -> None:
    offered = [editor.field.itemText(number) for number in range(editor.field.count())]
    assert offered[0] == "2 · Ivo: claim 00001"
    assert offered[-2:] == ["Ada", "Ivo"]
    assert len(offered) == 5 + 2


def test_the_number_of_a_claim_means_that_claim(editor: DisputeEditor, qtbot: QtBot) -> None:
    dispute = _typed(editor, qtbot, "2")
    assert (dispute.source, dispute.claim and dispute.claim.exact) == ("Ivo", "claim 00001")


def test_a_claim_is_found_by_its_words_and_taken_with_the_arrows(editor: DisputeEditor, qtbot: QtBot) -> None:
    field, completer = editor.field.lineEdit(), editor.field.completer()
    assert field
    assert completer
    given: list[object] = []
    editor.disputed.connect(lambda *told: given.append(told))
    qtbot.keyClicks(field, "00003")
    popup = completer.popup()
    assert popup
    qtbot.waitUntil(popup.isVisible, timeout=PATIENCE)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    with qtbot.waitSignal(editor.disputed, timeout=PATIENCE) as heard:
        qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert heard.args[1].claim.exact == "claim 00003"
    qtbot.waitUntil(lambda: field.text() == "" and not popup.isVisible(), timeout=PATIENCE)
    assert len(given) == 1


def test_a_name_means_the_actor_that_it_begins_or_who_is_called_so(editor: DisputeEditor, qtbot: QtBot) -> None:
    assert _typed(editor, qtbot, "iv") == Dispute("Ivo")
    assert _typed(editor, qtbot, "Oda Fenwick") == Dispute("Oda Fenwick")


def test_what_was_typed_is_kept_when_the_reader_goes_to_another_claim_and_esc_leaves_it(
    editor: DisputeEditor, qtbot: QtBot
) -> None:
    field, showing = editor.field.lineEdit(), showing_of(6)
    assert field
    qtbot.keyClicks(field, "Oda")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    field.setText("Oda Fenwick")
    with qtbot.waitSignal(editor.disputed, timeout=PATIENCE) as heard:
        editor.show_claim(showing, showing.claims[1])
    assert (heard.args[0].id, heard.args[1]) == ("c0", Dispute("Oda Fenwick"))


def test_esc_closes_the_choices_first_and_then_gives_the_keys_back(editor: DisputeEditor, qtbot: QtBot) -> None:
    field, completer = editor.field.lineEdit(), editor.field.completer()
    assert field
    assert completer
    qtbot.keyClicks(field, "0000")
    popup = completer.popup()
    assert popup
    qtbot.waitUntil(popup.isVisible, timeout=PATIENCE)
    qtbot.keyClick(popup, Qt.Key.Key_Escape)
    assert not popup.isVisible()
    assert field.text() == "0000"
    # With a keyboard the keys come to the box, and not to its line.
    with qtbot.waitSignal(editor.done, timeout=PATIENCE):
        qtbot.keyClick(editor.field, Qt.Key.Key_Escape)
    assert field.text() == ""


def test_each_is_listed_leads_to_its_claim_and_can_be_taken_back(editor: DisputeEditor, qtbot: QtBot) -> None:
    plain = showing_of(6)
    by_claim = Dispute("Ivo", anchor(plain.article.text, plain.claims[1].content[0]))
    showing = with_word(plain, 0, disputed_by=(by_claim, Dispute("Oda Fenwick")))
    editor.show_claim(showing, showing.claims[0])
    (leads,) = (one for one in editor.findChildren(QPushButton) if one.text() == "Ivo, claim 2")
    with qtbot.waitSignal(editor.linkWalked, timeout=PATIENCE) as heard:
        leads.click()
    assert heard.args == ["c1"]
    removes = [one for one in editor.findChildren(QToolButton) if "Oda Fenwick" in one.toolTip()]
    with qtbot.waitSignal(editor.withdrawn, timeout=PATIENCE) as heard:
        removes[0].click()
    assert heard.args[1] == Dispute("Oda Fenwick")


def test_the_readers_word_stays_whole_where_the_disputing_claim_is_gone(editor: DisputeEditor) -> None:
    plain = showing_of(6)
    by_claim = Dispute("Ivo", anchor(plain.article.text, plain.claims[1].content[0]))
    showing = with_word(plain, 0, disputed_by=(by_claim,))
    claims = tuple(claim for claim in showing.claims if claim.id != "c1")
    assert showing.analysis
    gone = replace(showing, analysis=replace(showing.analysis, claims=claims))
    editor.show_claim(gone, gone.claims[0])
    assert "Ivo: “claim 00001”" in [one.text() for one in editor.findChildren(QLabel)]
    model = ClaimModel()
    model.show(gone)
    assert "Disputed by Ivo: “claim 00001”" in str(model.index(0).data(ClaimRole.DETAIL))


@pytest.mark.parametrize(
    ("command", "field"),
    [("disputed", "disputes.field"), ("source", "judging.source"), ("claim_note", "note")],
)
def test_where_none_was_chosen_yet_what_is_typed_is_on_the_first_claim_and_gives_no_command(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot, command: str, field: str
) -> None:
    opened = _analysed(open_window, tmp_path, qtbot)
    opened.window.activateWindow()
    opened.window.actions_by_name[command].trigger()
    asked = reduce(getattr, field.split("."), opened.window.ledger.detail)
    qtbot.waitUntil(asked.hasFocus, timeout=PATIENCE)
    assert opened.window.ledger.list.currentIndex().row() == 0


def _analysed(open_window: OpenWindow, tmp_path: Path, qtbot: QtBot) -> Opened:
    file = tmp_path / "ferry.txt"
    file.write_text(TEXT, encoding="utf-8")
    opened = open_window(tmp_path / "library")
    opened.session.openings.open_files([file])
    qtbot.waitUntil(lambda: bool(opened.session.showing and len(opened.session.showing.claims) > 1), timeout=PATIENCE)
    qtbot.waitUntil(lambda: not opened.session.analysing_job, timeout=PATIENCE)
    return opened


def _card(opened: Opened, words: str, role: ClaimRole) -> object:
    cards = opened.window.ledger.filter
    (card,) = (
        cards.index(row, 0) for row in range(cards.rowCount()) if words in cards.index(row, 0).data(ClaimRole.WORDS)
    )
    return card.data(role)


def test_in_the_window_both_cards_tell_it_undo_takes_it_back_and_it_outlives_the_analysis(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    opened = _analysed(open_window, tmp_path, qtbot)
    showing = opened.session.showing
    assert showing
    text = showing.article.text
    first, second = (
        next(one for one in showing.claims if words in words_of(one.content, text)) for words in ("June", "winter")
    )
    opened.window.ledger.choose(first.id)
    opened.window.actions_by_name["disputed"].trigger()
    field = opened.window.ledger.detail.disputes.field.lineEdit()
    assert field
    field.setText(str(showing.numbers[second.id]))
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: _card(opened, "June", ClaimRole.STATUS) == Status.DISPUTED, timeout=PATIENCE)
    assert f"Denied by {showing.numbers[second.id]}" in str(_card(opened, "June", ClaimRole.AGAINST))
    assert f"Denies {showing.numbers[first.id]}" in str(_card(opened, "winter", ClaimRole.AGAINST))
    qtbot.waitUntil(lambda: not opened.session.history.busy, timeout=PATIENCE)
    opened.window.actions_by_name["undo"].trigger()
    qtbot.waitUntil(lambda: _card(opened, "June", ClaimRole.STATUS) != Status.DISPUTED, timeout=PATIENCE)
    assert "Denies" not in str(_card(opened, "winter", ClaimRole.AGAINST))
    opened.window.actions_by_name["redo"].trigger()
    qtbot.waitUntil(lambda: _card(opened, "June", ClaimRole.STATUS) == Status.DISPUTED, timeout=PATIENCE)
    opened.session.reanalyse()
    qtbot.waitUntil(lambda: not opened.session.analysing_job and not opened.session.history.busy, timeout=PATIENCE)
    assert "Denies" in str(_card(opened, "winter", ClaimRole.AGAINST))
    opened.close()
    library = open_library(tmp_path / "library")
    (entry,) = brief_of(library, (showing.kept.id,)).articles
    library.close()
    assert [word.disputed_by[0].source for _, word in entry.judgements] == ["Per Lund"]
