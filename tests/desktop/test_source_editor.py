"""The reader's word on who said it: corrected, rated, merged, split, each shown beside what was found and undone."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from pytestqt.qtbot import QtBot
from windows import PATIENCE, Opened, OpenWindow

from briefing.desktop.ledger.actors_dialog import ActorsDialog
from briefing.desktop.ledger.claim_model import ClaimRole
from briefing.desktop.ledger.source_editor import SourceJudging
from briefing.desktop.ledger.sourcing_dialog import SourcingDialog
from briefing.model import SourceRating, Status

TEXT = "Bridge closed\n\nThe bridge is safe, Mayor Ada Reed said on Monday. Tolls will fall, Ina Holt said.\n"


@pytest.fixture
def opened(open_window: OpenWindow, tmp_path: Path, qtbot: QtBot) -> Opened:
    path = tmp_path / "bridge.txt"
    path.write_text(TEXT, encoding="utf-8")
    opened = open_window(tmp_path / "library")
    opened.window.start([path])
    qtbot.waitUntil(lambda: complete(opened), timeout=PATIENCE)
    return opened


def complete(opened: Opened) -> bool:
    showing = opened.session.showing
    return bool(showing and showing.analysis and showing.analysis.complete)


def settled(opened: Opened, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not opened.session.history.busy, timeout=PATIENCE)


def card(opened: Opened, role: ClaimRole) -> str:
    return str(opened.window.ledger.list.currentIndex().data(role))


def test_a_corrected_source_wins_and_what_was_found_stands_beside_it(opened, qtbot):
    judging = opened.window.ledger.detail.judging
    assert judging.source.currentText() == "Ada Reed"
    judging.source.lineEdit().selectAll()
    qtbot.keyClicks(judging.source.lineEdit(), "City council")
    qtbot.keyClick(judging.source.lineEdit(), Qt.Key.Key_Return)
    settled(opened, qtbot)
    assert card(opened, ClaimRole.SOURCE) == "City council"
    assert "Briefing found: Ada Reed" in card(opened, ClaimRole.DETAIL)
    opened.window.actions_by_name["undo"].trigger()
    settled(opened, qtbot)
    assert card(opened, ClaimRole.SOURCE) == "Ada Reed"


OFFERING = pytest.mark.qt_log_ignore("grabbing the keyboard", "does not support raise", "propagateSizeHints")
"""What is typed is offered in a list of its own, which a platform without a screen does not quite know."""


@OFFERING
def test_enter_takes_the_actor_whose_name_goes_on_and_gives_the_keys_back(opened, qtbot):
    ledger = opened.window.ledger
    opened.window.actions_by_name["source"].trigger()
    qtbot.keyClicks(ledger.detail.judging.source.lineEdit(), "hol")
    qtbot.keyClick(ledger.detail.judging.source.lineEdit(), Qt.Key.Key_Return)
    settled(opened, qtbot)
    assert card(opened, ClaimRole.SOURCE) == "Ina Holt"
    assert len(opened.session.showing.judgements) == 1
    assert ledger.list.hasFocus()


@OFFERING
def test_escape_leaves_the_source_as_it_was(opened, qtbot):
    ledger = opened.window.ledger
    opened.window.actions_by_name["source"].trigger()
    typed = ledger.detail.judging.source.lineEdit()
    qtbot.keyClicks(typed, "somebody else")
    popup = ledger.detail.judging.source.completer().popup()
    qtbot.keyClick(popup, Qt.Key.Key_Escape)
    assert not popup.isVisible()
    # With a keyboard the keys come to the box, and not to its line.
    qtbot.keyClick(ledger.detail.judging.source, Qt.Key.Key_Escape)
    assert (typed.text(), ledger.list.hasFocus()) == ("Ada Reed", True)
    assert not opened.session.history.busy
    assert not opened.session.history.stack.canUndo()


def test_typing_the_name_that_was_found_is_no_correction(opened, qtbot):
    judging = opened.window.ledger.detail.judging
    qtbot.keyClick(judging.source.lineEdit(), Qt.Key.Key_Return)
    assert not opened.session.history.busy
    assert not opened.session.history.stack.canUndo()


def test_a_rating_of_source_and_information_stands_on_the_card(opened, qtbot):
    judging = opened.window.ledger.detail.judging
    judging.source_rating.setCurrentIndex(2)
    judging.source_rating.activated.emit(2)
    judging.information_rating.setCurrentIndex(3)
    judging.information_rating.activated.emit(3)
    settled(opened, qtbot)
    (word,) = opened.session.showing.judgements
    assert (word.source_rating, word.information_rating) == (SourceRating.B, 3)
    assert card(opened, ClaimRole.DETAIL).startswith("B3")


def test_the_programs_status_stands_beside_the_readers(opened, qtbot):
    claim = opened.window.ledger.chosen
    assert claim is not None
    opened.session.edits.judge_status(claim, Status.DISPUTED)
    settled(opened, qtbot)
    assert "Briefing found" in card(opened, ClaimRole.DETAIL)


def test_actors_are_merged_and_the_merging_is_undone(opened, qtbot):
    session = opened.session
    dialog = ActorsDialog(session.showing.analysis, opened.window)
    dialog.mergeWished.connect(session.edits.merge_actors)
    assert dialog.actors.wordWrap()
    assert dialog.names.wordWrap()
    dialog.actors.selectAll()
    assert dialog.merge.isEnabled()
    dialog.merge.click()
    qtbot.waitUntil(lambda: len(session.showing.analysis.actors) == 1, timeout=PATIENCE)
    assert len({session.showing.analysis.source_names(claim) for claim in session.showing.claims}) == 1
    opened.window.actions_by_name["undo"].trigger()
    qtbot.waitUntil(lambda: len(session.showing.analysis.actors) == 2, timeout=PATIENCE)


def test_an_actor_is_renamed_and_the_renaming_is_undone(opened, qtbot):
    session = opened.session
    dialog = ActorsDialog(session.showing.analysis, opened.window)
    dialog.mergeWished.connect(session.edits.merge_actors)
    dialog.actors.setCurrentRow(0)
    assert not dialog.rename.isEnabled()
    before = {actor.name for actor in session.showing.analysis.actors}
    dialog.name.setText("Dr Ada Reed-Holt")
    dialog.rename.click()
    qtbot.waitUntil(lambda: "Dr Ada Reed-Holt" in {actor.name for actor in session.showing.analysis.actors})
    assert len(session.showing.analysis.actors) == len(before)
    assert card(opened, ClaimRole.SOURCE) == "Dr Ada Reed-Holt"
    opened.window.actions_by_name["undo"].trigger()
    qtbot.waitUntil(lambda: {actor.name for actor in session.showing.analysis.actors} == before, timeout=PATIENCE)


def test_a_name_is_split_off(opened, qtbot):
    session = opened.session
    dialog = ActorsDialog(session.showing.analysis, opened.window)
    dialog.splitWished.connect(session.edits.split_actor)
    assert not dialog.split.isEnabled()
    dialog.actors.setCurrentRow(0)
    names = [dialog.names.item(row).text() for row in range(dialog.names.count())]
    assert "Ada Reed" in names
    dialog.names.item(names.index("Mayor Ada Reed")).setSelected(True)
    dialog.name.setText("The other Ada Reed")
    dialog.split.click()
    qtbot.waitUntil(lambda: len(session.showing.analysis.actors) == 3, timeout=PATIENCE)
    assert "The other Ada Reed" in {actor.name for actor in session.showing.analysis.actors}


def test_a_claim_is_copied_with_its_citation(opened, qapp):
    opened.window.actions_by_name["cite"].trigger()
    copied = qapp.clipboard().text()
    assert copied.startswith("“The bridge is safe” (Ada Reed; ")
    assert "“Bridge closed”" in copied


def test_the_sourcing_profile_leads_to_its_claims(opened, qtbot):
    dialog = SourcingDialog(opened.session.showing, opened.window)
    qtbot.addWidget(dialog)
    dialog.claimChosen.connect(opened.window.ledger.choose)
    text = dialog.page.toPlainText()
    assert "Independent origins" in text
    assert "Ina Holt" in text
    dialog.page.anchorClicked.emit(QUrl("claim:c2"))
    assert opened.window.ledger.chosen_id == "c2"


def test_ratings_stand_below_one_another_where_they_cannot_be_read_side_by_side(qtbot: QtBot) -> None:
    judging = SourceJudging()
    qtbot.addWidget(judging)
    judging.resize(600, 200)
    judging.show()
    boxes = (judging.source_rating, judging.information_rating)
    assert boxes[0].y() == boxes[1].y()
    judging.resize(180, 200)
    qtbot.waitUntil(lambda: boxes[0].y() < boxes[1].y(), timeout=PATIENCE)
    assert all(box.whole_width() <= box.width() for box in boxes)
