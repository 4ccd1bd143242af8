"""Passages that the reader makes claims: attributed, shown as his, kept through another analysis, exported, undone."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from windows import PATIENCE, Opened, OpenWindow

from briefing.desktop.ledger.claim_model import ClaimRole
from briefing.export.export_formats import FORMATS
from briefing.library import open_library, queries
from briefing.model import Claim, Span, Status
from briefing.service.brief_sources import brief_of

TEXT = "Bridge closed\n\nThe bridge is safe, Mayor Ada Reed said on Monday. The old pier of the town is painted blue.\n"
WORDS = "old pier of the town"


@pytest.fixture
def opened(open_window: OpenWindow, tmp_path: Path, qtbot: QtBot) -> Opened:
    path = tmp_path / "bridge.txt"
    path.write_text(TEXT, encoding="utf-8")
    opened = open_window(tmp_path / "library")
    opened.window.start([path])
    qtbot.waitUntil(lambda: complete(opened), timeout=PATIENCE)
    opened.window.reader.setFocus()
    start = opened.session.showing.article.text.index(WORDS)
    opened.window.reader.select_span(Span(start, start + len(WORDS)))
    return opened


def complete(opened: Opened) -> bool:
    showing = opened.session.showing
    return bool(showing and showing.analysis and showing.analysis.complete)


def settled(opened: Opened, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not opened.session.history.busy, timeout=PATIENCE)


def own(opened: Opened) -> list[Claim]:
    return [claim for claim in opened.session.showing.claims if claim.id.startswith("own")]


def chosen(opened: Opened, role: ClaimRole) -> str:
    return str(opened.window.ledger.list.currentIndex().data(role))


def test_selected_words_become_a_claim_that_is_chosen_and_marked_as_mine(opened, qtbot):
    found = len(opened.session.showing.claims)
    qtbot.keyClick(opened.window, "C")
    qtbot.waitUntil(lambda: chosen(opened, ClaimRole.WORDS) == WORDS, timeout=PATIENCE)
    assert chosen(opened, ClaimRole.DETAIL) == "Mine"
    assert len(opened.session.showing.claims) == found + 1
    opened.window.actions_by_name["undo"].trigger()
    settled(opened, qtbot)
    assert own(opened) == []
    assert len(opened.session.showing.claims) == found


@pytest.mark.qt_log_ignore("grabbing the keyboard", r"raise\(\)", extend=True)
def test_it_is_attributed_by_typing_and_outlives_another_analysis(opened, qtbot, tmp_path):
    qtbot.keyClick(opened.window, "B")
    qtbot.waitUntil(lambda: chosen(opened, ClaimRole.WORDS) == WORDS, timeout=PATIENCE)
    typed = opened.window.ledger.detail.judging.source.lineEdit()
    qtbot.waitUntil(typed.hasFocus)
    qtbot.keyClicks(typed, "Ada Reed")
    qtbot.keyClick(typed, Qt.Key.Key_Return)
    settled(opened, qtbot)
    assert (chosen(opened, ClaimRole.SOURCE), own(opened)[0].status) == ("Ada Reed", Status.CLAIMED)
    opened.window.reader.setFocus()
    settled(opened, qtbot)
    with qtbot.waitSignal(opened.session.findingsChanged, timeout=PATIENCE):
        opened.session.reanalyse()
    qtbot.waitUntil(lambda: complete(opened) and not opened.session.analysing_job, timeout=PATIENCE)
    assert chosen(opened, ClaimRole.SOURCE) == "Ada Reed"
    library = open_library(tmp_path / "library")
    (word,) = library.ask(queries.JudgementsOn(opened.session.showing.kept.id))
    assert (word.made, word.source, word.claim.exact) == (True, "Ada Reed", WORDS)
    library.close()


@pytest.mark.parametrize("name", ["md", "html", "csv", "jsonld", "schema"])
def test_it_is_exported_as_the_readers_own(opened, qtbot, tmp_path, name):
    qtbot.keyClick(opened.window, "C")
    qtbot.waitUntil(lambda: chosen(opened, ClaimRole.WORDS) == WORDS, timeout=PATIENCE)
    settled(opened, qtbot)
    library = open_library(tmp_path / "library")
    told = FORMATS[name].render(brief_of(library, (opened.session.showing.kept.id,))).data.decode("utf-8")
    library.close()
    assert WORDS in told
    if name in ("md", "html", "csv"):
        assert "a claim of the reader’s own" in told


def test_a_note_that_is_erased_again_does_not_take_the_claim_with_it(opened, qtbot):
    qtbot.keyClick(opened.window, "C")
    qtbot.waitUntil(lambda: chosen(opened, ClaimRole.WORDS) == WORDS, timeout=PATIENCE)
    (claim,) = own(opened)
    opened.session.edits.judge_note(claim, "Really?")
    opened.session.edits.judge_note(claim, "")
    settled(opened, qtbot)
    assert len(own(opened)) == 1


def test_dismissing_it_takes_it_away_and_undo_brings_it_back(opened, qtbot):
    qtbot.keyClick(opened.window, "C")
    qtbot.waitUntil(lambda: chosen(opened, ClaimRole.WORDS) == WORDS, timeout=PATIENCE)
    qtbot.keyClick(opened.window, "D")
    settled(opened, qtbot)
    assert own(opened) == []
    opened.window.actions_by_name["undo"].trigger()
    settled(opened, qtbot)
    assert len(own(opened)) == 1


def test_a_status_is_accepted_with_one_key_that_goes_on_to_the_next_claim(opened, qtbot):
    opened.window.reader.clear_selection()
    claim = opened.window.ledger.chosen
    qtbot.keyClick(opened.window, "A")
    settled(opened, qtbot)
    assert opened.session.showing.judged[claim.id].status is claim.status
    row = opened.window.ledger.model.index(opened.window.ledger.model.row_of(claim.id))
    assert row.data(ClaimRole.ACCEPTED)
    opened.window.actions_by_name["undo"].trigger()
    settled(opened, qtbot)
    assert not row.data(ClaimRole.ACCEPTED)
