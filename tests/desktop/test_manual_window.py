"""The main job in a real window: open, see who said what, write, undo, come back, export."""

import os
import signal
from pathlib import Path

import pypdfium2
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot
from windows import PATIENCE, Opened, OpenWindow

from briefing.desktop.interface_language import said
from briefing.desktop.ledger.claim_model import ClaimRole
from briefing.desktop.reader.marks import Layer
from briefing.model import Span, Status


def test_the_text_can_be_read_before_it_is_analysed_and_then_the_marks_come(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot, sample_article: Path
) -> None:
    opened = open_window(tmp_path / "library")
    happened: list[str] = []
    opened.session.articleOpened.connect(lambda showing: happened.append(f"text {showing.analysis is None}"))
    opened.session.findingsChanged.connect(lambda showing: happened.append(f"findings {showing.analysis.complete}"))
    opened.window.start([sample_article])
    analysed(opened, qtbot)
    assert happened[0] == "text True"
    assert happened[-1] == "findings True"
    assert "Rare Earths Back on the Table" in opened.window.reader.toPlainText()
    assert opened.window.ledger.filter.rowCount() == len(opened.session.showing.claims)
    assert opened.window.library.model.rowCount() == 1


def test_a_note_is_kept_over_a_restart_and_can_be_undone(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot, sample_article: Path
) -> None:
    opened = start_with(open_window, tmp_path, qtbot, sample_article)
    window, session = opened.window, opened.session
    select(opened, "90-minute call")
    with qtbot.waitSignal(session.ownChanged, timeout=PATIENCE):
        window.actions_by_name["note"].trigger()
    with qtbot.waitSignal(session.ownChanged, timeout=PATIENCE):
        qtbot.keyClicks(window.notes.note, "Who else listened?")
    assert [entry.note for entry in session.showing.annotations] == ["Who else listened?"]
    opened.close()

    again = open_window(tmp_path / "library")
    with qtbot.waitSignal(again.session.articleOpened, timeout=PATIENCE):
        again.window.start([])
    (kept,) = again.session.showing.annotations
    assert (kept.note, kept.anchor.exact) == ("Who else listened?", "90-minute call")


def test_undo_takes_a_highlight_away_and_redo_brings_it_back(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot, sample_article: Path
) -> None:
    opened = start_with(open_window, tmp_path, qtbot, sample_article)
    actions, session = opened.window.actions_by_name, opened.session
    select(opened, "both sides")
    with qtbot.waitSignal(session.ownChanged, timeout=PATIENCE):
        actions["highlight"].trigger()
    assert len(session.showing.annotations) == 1
    with qtbot.waitSignal(session.ownChanged, timeout=PATIENCE):
        actions["undo"].trigger()
    assert session.showing.annotations == ()
    with qtbot.waitSignal(session.ownChanged, timeout=PATIENCE):
        actions["redo"].trigger()
    assert [entry.anchor.exact for entry in session.showing.annotations] == ["both sides"]


def test_card_and_text_follow_each_other_and_a_status_shows_its_words(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot, sample_article: Path
) -> None:
    opened = start_with(open_window, tmp_path, qtbot, sample_article)
    window = opened.window
    analysed(opened, qtbot)
    first = window.ledger.chosen
    assert first is not None
    assert first.id == opened.session.showing.claims[0].id
    with qtbot.waitSignal(window.ledger.evidenceChosen) as lit:
        window.actions_by_name["evidence"].trigger()
    assert lit.args[0] == tuple(span for reason in first.evidence for span in reason.spans)
    sentences = [label.text() for label in window.ledger.detail.findChildren(QLabel)]
    assert said(first.evidence[0].message) in sentences
    last = opened.session.showing.claims[-1]
    window.reader.claimClicked.emit(last.id)
    assert window.ledger.chosen_id == last.id


def test_the_keys_work_on_the_article_as_soon_as_it_is_open(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot, sample_article: Path
) -> None:
    opened = start_with(open_window, tmp_path, qtbot, sample_article)
    analysed(opened, qtbot)
    window = opened.window
    window.activateWindow()
    assert window.focusWidget() is window.reader
    qtbot.keyClick(window.reader, Qt.Key.Key_J)
    assert window.ledger.chosen_id == opened.session.showing.claims[1].id
    qtbot.keyClick(window.reader, Qt.Key.Key_K)
    assert window.ledger.chosen_id == opened.session.showing.claims[0].id


def test_the_next_unconfirmed_claim_is_found_past_confirmed_ones_and_from_the_top_again(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot, sample_article: Path
) -> None:
    opened = start_with(open_window, tmp_path, qtbot, sample_article)
    analysed(opened, qtbot)
    window, claims = opened.window, opened.session.showing.claims
    wanted = [claim.id for claim in claims if claim.status is not Status.CONFIRMED]
    assert 0 < len(wanted) < len(claims)
    # The first is chosen when the article opens.
    walked = [window.ledger.chosen_id] if claims[0].id in wanted else []
    for _ in range(len(wanted) + 1 - len(walked)):
        window.actions_by_name["next_unconfirmed"].trigger()
        walked.append(window.ledger.chosen_id)
    assert walked == [*wanted, wanted[0]]


def test_the_readers_own_status_wins_and_can_be_taken_back(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot, sample_article: Path
) -> None:
    opened = start_with(open_window, tmp_path, qtbot, sample_article)
    analysed(opened, qtbot)
    window, session = opened.window, opened.session
    claim = window.ledger.chosen
    assert claim is not None
    with qtbot.waitSignal(session.ownChanged, timeout=PATIENCE):
        window.ledger.detail.statusJudged.emit(claim, Status.DISPUTED)
    assert session.showing.status(claim) is Status.DISPUTED
    assert window.ledger.list.currentIndex().data(ClaimRole.STATUS) == Status.DISPUTED.value
    with qtbot.waitSignal(session.ownChanged, timeout=PATIENCE):
        window.actions_by_name["undo"].trigger()
    assert session.showing.status(claim) is claim.status


def test_the_brief_is_written_and_reads_back(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot, sample_article: Path
) -> None:
    opened = start_with(open_window, tmp_path, qtbot, sample_article)
    analysed(opened, qtbot)
    with qtbot.waitSignal(opened.session.exports.exported, timeout=PATIENCE):
        opened.session.exports.export(tmp_path / "brief.pdf")
    with pypdfium2.PdfDocument(tmp_path / "brief.pdf") as pages:
        assert "Donald Trump" in pages[0].get_textpage().get_text_range()


def test_a_killed_worker_is_told_of_and_the_next_article_is_analysed(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot, sample_article: Path
) -> None:
    opened = start_with(open_window, tmp_path, qtbot, sample_article)
    analysed(opened, qtbot)
    with qtbot.waitSignal(opened.session.messageGiven, timeout=PATIENCE):
        os.kill(opened.service.worker_pids[1], signal.SIGKILL)
    assert "started again" in opened.told[-1]
    other = tmp_path / "bridge.txt"
    other.write_text("Bridge closed\n\nThe bridge will stay closed, Mayor Ada Reed said on Monday.\n", encoding="utf-8")
    with qtbot.waitSignal(opened.session.articleOpened, timeout=PATIENCE):
        opened.session.openings.open_files([other])
    analysed(opened, qtbot)
    assert opened.session.showing.claims


def test_a_bad_file_gets_a_message_and_leaves_the_screen_alone(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot, sample_article: Path
) -> None:
    opened = start_with(open_window, tmp_path, qtbot, sample_article)
    shown = opened.window.reader.toPlainText()
    with qtbot.waitSignal(opened.session.openings.openingEnded, timeout=PATIENCE):
        opened.session.openings.open_files([tmp_path / "gone.txt"])
    assert "gone.txt" in opened.told[-1]
    assert opened.window.reader.toPlainText() == shown


def test_layers_are_switched_without_touching_the_text(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot, sample_article: Path
) -> None:
    opened = start_with(open_window, tmp_path, qtbot, sample_article)
    window = opened.window
    before = window.reader.document().revision()
    window.actions_by_name["layer_claims"].toggle()
    assert Layer.CLAIMS not in window.reader.layers
    assert window.reader.document().revision() == before


PARTS_OF_QT = ("QComboBoxListView", "QLineEditIconButton", "QComboBoxPrivateContainer")
"""What Qt builds into its own controls, which are named as a whole."""


def test_every_control_has_a_name_for_screen_readers(open_window: OpenWindow, tmp_path: Path) -> None:
    QAccessible.setActive(True)
    window = open_window(tmp_path / "library").window
    nameless = [
        type(widget).__name__
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not widget.objectName().startswith("qt_")
        and widget.metaObject().className() not in PARTS_OF_QT
        and (found := QAccessible.queryAccessibleInterface(widget)) is not None
        and not found.text(QAccessible.Text.Name)
    ]
    assert nameless == []


def test_text_that_is_dropped_is_opened(open_window: OpenWindow, tmp_path: Path, qtbot: QtBot) -> None:
    opened = open_window(tmp_path / "library")
    with qtbot.waitSignal(opened.session.articleOpened, timeout=PATIENCE):
        opened.session.openings.open_text(
            "The river is clean again, a spokeswoman for the city said on Tuesday in a statement."
        )
    assert "river" in opened.window.reader.toPlainText()
    assert opened.window.pages.currentWidget() is opened.window.reader


def start_with(open_window: OpenWindow, folder: Path, qtbot: QtBot, article: Path) -> Opened:
    opened = open_window(folder / "library")
    with qtbot.waitSignal(opened.session.articleOpened, timeout=PATIENCE):
        opened.window.start([article])
    return opened


def analysed(opened: Opened, qtbot: QtBot) -> None:
    def done() -> bool:
        showing = opened.session.showing
        return showing is not None and showing.analysis is not None and showing.analysis.complete

    qtbot.waitUntil(done, timeout=PATIENCE)


def select(opened: Opened, words: str) -> None:
    start = opened.session.showing.article.text.index(words)
    opened.window.reader.select_span(Span(start, start + len(words)))
