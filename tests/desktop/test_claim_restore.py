"""The claim with which an article begins: the first, or the one that was chosen when it was left."""

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from windows import PATIENCE, Opened, OpenWindow

STORY = "The ferry may stop in June, Ada Reed said.\n\nThe mayor, Per Lund, denied it.\n\n" + "It is old.\n\n" * 60
OTHER = "The bridge is safe, engineer Ivo Marsh said.\n"


@pytest.fixture
def opened(open_window: OpenWindow, tmp_path: Path, qtbot: QtBot) -> Opened:
    """A window with an article that was just analysed."""
    opened = open_window(tmp_path / "library")
    opened.window.activateWindow()
    _open(opened, tmp_path, "ferry", STORY, qtbot)
    return opened


def test_the_first_claim_is_seen_to_be_chosen_and_the_text_stays_at_its_top(opened: Opened) -> None:
    window, showing = opened.window, opened.session.showing
    assert showing is not None
    cards = window.ledger.list
    assert window.ledger.chosen_id == showing.claims[0].id == window.reader.lit.claim
    assert cards.currentIndex().row() == 0
    assert cards.selectionModel().isSelected(cards.currentIndex())
    assert window.ledger.detail.isVisible()
    assert window.reader.verticalScrollBar().value() == 0
    assert window.reader.hasFocus()


def test_who_types_elsewhere_while_claims_are_found_goes_on(opened: Opened, tmp_path: Path, qtbot: QtBot) -> None:
    search = opened.window.library.search
    search.setFocus()
    QTest.keyClicks(search, "fer")
    _open(opened, tmp_path, "bridge", OTHER, qtbot)
    assert opened.window.ledger.chosen_id
    assert search.hasFocus()


def test_what_the_reader_chose_stays_chosen_when_the_article_is_read_anew(opened: Opened, qtbot: QtBot) -> None:
    last = opened.session.showing.claims[-1]
    opened.window.ledger.choose(last.id)
    words = opened.session.showing.place_of(last)
    opened.session.reanalyse()
    qtbot.waitUntil(lambda: not opened.session.analysing_job)
    assert opened.session.showing.place_of(opened.window.ledger.chosen) == words


def test_an_article_that_is_opened_again_begins_where_it_was_left(opened: Opened, tmp_path: Path, qtbot: QtBot) -> None:
    left = opened.session.showing
    opened.window.ledger.choose(left.claims[-1].id)
    _open(opened, tmp_path, "bridge", OTHER, qtbot)
    assert opened.window.ledger.list.currentIndex().row() == 0
    opened.window.open_kept(left.kept.id)
    qtbot.waitUntil(lambda: opened.session.showing.kept.id == left.kept.id)
    qtbot.waitUntil(lambda: bool(opened.window.ledger.chosen_id))
    assert opened.window.ledger.chosen_id == left.claims[-1].id


def _open(opened: Opened, folder: Path, name: str, words: str, qtbot: QtBot) -> None:
    file = folder / f"{name}.txt"
    file.write_text(words, encoding="utf-8")
    opened.session.openings.open_files([file])

    def is_read() -> bool:
        showing = opened.session.showing
        named = showing is not None and Path(showing.article.origin.file).stem == name
        return bool(named and showing.analysis and showing.analysis.complete)

    qtbot.waitUntil(is_read, timeout=PATIENCE)
