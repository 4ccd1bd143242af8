"""Claims are found across the library, and shown in their articles."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog
from pytestqt.qtbot import QtBot
from windows import PATIENCE, Opened, OpenWindow

from briefing.desktop.library.cross_library_dialog import AcrossDialog
from briefing.library import open_library, queries

FIRST = "Ferry stops\n\nThe ferry will stop in June, Mayor Ada Quill said on Monday.\n"
SECOND = "No ferry\n\nThe ferry will stop in June, Tom Reed said on Friday. The bridge stays open, Ada Quill said.\n"


@pytest.fixture
def opened(open_window: OpenWindow, tmp_path: Path, qtbot: QtBot) -> Opened:
    """A window with two analysed articles, the first claim of the second chosen."""
    opened = open_window(tmp_path / "library")
    for name, text in (("first.txt", FIRST), ("second.txt", SECOND)):
        (tmp_path / name).write_text(text, encoding="utf-8")
        opened.session.openings.open_files([tmp_path / name])
        title = text.partition("\n")[0]
        qtbot.waitUntil(
            lambda title=title: bool(
                opened.session.showing
                and opened.session.showing.article.title == title
                and opened.session.showing.claims
                and not opened.session.analysing_job
            ),
            timeout=PATIENCE,
        )
    return opened


def _find(opened: Opened, command: str) -> AcrossDialog:
    opened.window.actions_by_name[command].trigger()
    (dialog,) = opened.window.findChildren(AcrossDialog)
    return dialog


def test_who_else_said_it_is_found_and_shown_in_its_article(opened: Opened, qtbot: QtBot) -> None:
    while "June" not in _words(opened):
        opened.window.ledger.step(1)
    dialog = _find(opened, "who_else")
    qtbot.waitUntil(lambda: dialog.model.rowCount() >= 2, timeout=PATIENCE)
    titles = [dialog.model.at(row).claim.title for row in range(dialog.model.rowCount())]
    assert {"Ferry stops", "No ferry"} <= set(titles)
    dialog.list.activated.emit(dialog.model.index(titles.index("Ferry stops")))
    qtbot.waitUntil(
        lambda: bool(opened.session.showing and opened.session.showing.article.title == "Ferry stops"), timeout=PATIENCE
    )
    qtbot.waitUntil(lambda: opened.window.ledger.chosen is not None and "June" in _words(opened), timeout=PATIENCE)


def test_what_means_the_same_is_found_by_other_words_and_shown_in_its_article(
    opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    library = open_library(tmp_path / "library")
    qtbot.waitUntil(lambda: len(library.ask(queries.Gists())[0]) == 2, timeout=PATIENCE)
    library.close()
    dialog = _find(opened, "find_meaning")
    dialog.line.setText("no boat will carry passengers after spring")
    with qtbot.waitSignal(dialog.model.modelReset, timeout=PATIENCE):
        qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    first = dialog.model.at(0).claim
    assert "ferry will stop" in first.content.lower()
    assert "near in meaning" in dialog.model.index(0).data()
    dialog.list.activated.emit(dialog.model.index(0))
    qtbot.waitUntil(
        lambda: bool(opened.session.showing and opened.session.showing.kept.id == first.article_id), timeout=PATIENCE
    )
    qtbot.waitUntil(lambda: opened.window.ledger.chosen is not None and "June" in _words(opened), timeout=PATIENCE)


def test_all_that_an_actor_says_is_found_by_a_typed_name(opened: Opened, qtbot: QtBot) -> None:
    dialog = _find(opened, "said_anywhere")
    dialog.line.clear()
    qtbot.keyClicks(dialog.line, "Ada Quill")
    qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    qtbot.waitUntil(
        lambda: (
            {dialog.model.at(row).claim.title for row in range(dialog.model.rowCount())} == {"Ferry stops", "No ferry"}
        ),
        timeout=PATIENCE,
    )


def test_the_source_of_a_claim_is_merged_with_another_actor_by_one_key(
    opened: Opened, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    showing = opened.session.showing
    assert showing
    assert showing.analysis
    speaking = next(claim for claim in showing.claims if claim.attributions and claim.attributions[-1].actors)
    opened.window.ledger.choose(speaking.id)
    before = len(showing.analysis.actors)
    monkeypatch.setattr(QInputDialog, "getItem", staticmethod(lambda *args: (args[3][0], True)))
    opened.window.actions_by_name["merge_actor"].trigger()
    qtbot.waitUntil(
        lambda: bool(
            opened.session.showing
            and opened.session.showing.analysis
            and len(opened.session.showing.analysis.actors) == before - 1
        ),
        timeout=PATIENCE,
    )


def _words(opened: Opened) -> str:
    claim, showing = opened.window.ledger.chosen, opened.session.showing
    return " ".join(span.of(showing.article.text) for span in claim.content) if claim and showing else ""
