"""The words of a claim are extended and shrunk in the window, kept, undone, and exported."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from windows import PATIENCE, Opened, OpenWindow

from briefing.library import open_library
from briefing.model import Span, words_of
from briefing.service.brief_sources import brief_of

TEXT = "Ferry stops\n\nThe ferry will stop in June, Mayor Ada Quill said on Monday.\n"


@pytest.fixture
def opened(open_window: OpenWindow, tmp_path: Path, qtbot: QtBot) -> Opened:
    """A window with an analysed article, its claim chosen."""
    file = tmp_path / "ferry.txt"
    file.write_text(TEXT, encoding="utf-8")
    opened = open_window(tmp_path / "library")
    opened.session.openings.open_files([file])
    qtbot.waitUntil(lambda: bool(opened.session.showing and opened.session.showing.claims), timeout=PATIENCE)
    qtbot.waitUntil(lambda: not opened.session.analysing_job, timeout=PATIENCE)
    showing = opened.session.showing
    assert showing
    (claim,) = [one for one in showing.claims if "June" in words_of(one.content, showing.article.text)]
    opened.window.ledger.choose(claim.id)
    return opened


def _words(opened: Opened) -> str:
    claim, showing = opened.window.ledger.chosen, opened.session.showing
    return words_of(claim.content, showing.article.text) if claim and showing else ""


def test_shift_and_arrows_move_the_ends_of_the_chosen_claim(opened: Opened, qtbot: QtBot) -> None:
    opened.window.activateWindow()
    opened.window.ledger.list.setFocus()
    qtbot.waitUntil(lambda: opened.window.ledger.list.hasFocus(), timeout=PATIENCE)
    assert _words(opened) == "The ferry will stop in June"
    for _ in range(2):
        qtbot.keyClick(opened.window.ledger.list, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: _words(opened) == "The ferry will stop", timeout=PATIENCE)
    qtbot.keyClick(opened.window.ledger.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: _words(opened) == "ferry will stop", timeout=PATIENCE)
    qtbot.waitUntil(lambda: not opened.session.history.busy, timeout=PATIENCE)
    opened.window.actions_by_name["undo"].trigger()
    qtbot.waitUntil(lambda: _words(opened) == "The ferry will stop", timeout=PATIENCE)
    opened.window.actions_by_name["words_as_found"].trigger()
    qtbot.waitUntil(lambda: _words(opened) == "The ferry will stop in June", timeout=PATIENCE)


def test_the_selected_words_become_the_claims_and_outlive_the_analysis(
    opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    showing = opened.session.showing
    assert showing
    start = showing.article.text.index("ferry will stop")
    opened.window.reader.select_span(Span(start, start + len("ferry will stop")))
    opened.window.actions_by_name["claim_words"].trigger()
    qtbot.waitUntil(lambda: _words(opened) == "ferry will stop", timeout=PATIENCE)
    opened.session.reanalyse()
    qtbot.waitUntil(lambda: not opened.session.analysing_job and not opened.session.history.busy, timeout=PATIENCE)
    opened.window.actions_by_name["dismiss"].trigger()
    qtbot.waitUntil(lambda: not opened.session.history.busy, timeout=PATIENCE)
    assert _words(opened) == "ferry will stop"
    number = showing.kept.id
    opened.close()
    library = open_library(tmp_path / "library")
    (entry,) = brief_of(library, (number,)).articles
    library.close()
    assert entry.analysis
    (judgement,) = [word for _, word in entry.judgements]
    assert judgement.dismissed
    assert "ferry will stop" in [words_of(claim.content, entry.article.text) for claim in entry.analysis.claims]


def test_a_dismissed_claim_is_not_counted_in_the_status_bar(opened: Opened, qtbot: QtBot) -> None:
    showing = opened.session.showing
    assert showing
    before = len(showing.claims)
    opened.window.ledger.choose(showing.claims[0].id)
    opened.window.actions_by_name["dismiss"].trigger()
    qtbot.waitUntil(lambda: opened.window.place.text().startswith(f"{before - 1} claim"), timeout=PATIENCE)
    qtbot.waitUntil(lambda: not opened.session.history.busy, timeout=PATIENCE)
    opened.window.actions_by_name["undo"].trigger()
    qtbot.waitUntil(lambda: opened.window.place.text().startswith(f"{before} claim"), timeout=PATIENCE)
