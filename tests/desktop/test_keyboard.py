"""The keyboard: menus by letters, panes with a ring, cards that take commands by single letters and words as words."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot
from windows import Opened, OpenWindow

from briefing.desktop.command_palette import CommandPalette
from briefing.desktop.mnemonics import with_mnemonics
from briefing.desktop.reader.selection_palette import SelectionPalette
from briefing.model import Span

STORY = """Ferry talks stall

The harbour master, Ana Ruiz, said the ferry would open in May. The mayor, Per Lund, denied it.

According to the water board, the bridge may close for a year. Officials said the money has run out.
"""


@pytest.fixture
def opened(open_window: OpenWindow, tmp_path: Path, qtbot: QtBot) -> Opened:
    file = tmp_path / "ferry.txt"
    file.write_text(STORY, encoding="utf-8")
    found = open_window(tmp_path / "library")
    found.window.activateWindow()
    found.window.start([file])
    session = found.session
    qtbot.waitUntil(lambda: bool(session.showing and session.showing.analysis and session.showing.analysis.complete))
    return found


def test_each_menu_has_a_letter_of_its_own() -> None:
    assert with_mnemonics(["File", "Edit", "Format", "Fo"]) == ["&File", "&Edit", "F&ormat", "Fo"]


def test_the_menus_are_reached_by_a_key(opened: Opened, qtbot: QtBot) -> None:
    window = opened.window
    window.reader.setFocus()
    QTest.keyClick(window.reader, Qt.Key.Key_F10)
    qtbot.waitUntil(lambda: window.menuBar().activeAction() is window.menus["File"].menuAction())
    if (popup := QApplication.activePopupWidget()) is not None:
        popup.close()


def test_a_ring_shows_which_pane_the_keyboard_went_to(opened: Opened, qtbot: QtBot) -> None:
    window = opened.window
    ring = next(area for area in window._areas if hasattr(area, "ring")).ring
    window.reader.setFocus()
    assert ring.pane is None
    seen = []
    for _ in range(4):
        window.actions_by_name["next_pane"].trigger()
        seen.append(ring.pane)
    assert seen == [window.ledger.list, window.library.shelves, window.library.list, window.reader]
    assert ring.geometry().size() == window.reader.size()
    window.actions_by_name["previous_pane"].trigger()
    assert ring.pane is window.library.list
    QTest.mouseClick(window.reader.viewport(), Qt.MouseButton.LeftButton)
    assert ring.pane is None


def test_the_first_claim_is_seen_to_be_chosen_when_the_keyboard_comes(opened: Opened) -> None:
    cards = opened.window.ledger.list
    cards.setFocus(Qt.FocusReason.TabFocusReason)
    assert cards.currentIndex().row() == 0
    assert cards.selectionModel().isSelected(cards.currentIndex())


def test_words_typed_at_the_cards_by_mistake_change_nothing_and_filter_them(opened: Opened, qtbot: QtBot) -> None:
    window, session = opened.window, opened.session
    assert session.showing is not None
    window.ledger.list.setFocus()
    window.ledger.step(1)
    # As fast as can be: how busy the machine is must not matter.
    for letter in "damn":
        QTest.keyClick(QApplication.focusWidget(), letter)
    assert window.ledger.search.text() == "damn"
    assert window.ledger.search.hasFocus()
    assert not session.history.busy
    assert session.history.stack.count() == 0
    assert session.showing.judgements == ()


def test_a_letter_alone_is_a_command_at_the_cards(opened: Opened, qtbot: QtBot) -> None:
    window, session = opened.window, opened.session
    window.ledger.list.setFocus()
    assert window.ledger.chosen is not None
    QTest.keyClick(window.ledger.list, "d")
    qtbot.waitUntil(lambda: bool(session.showing and session.showing.judgements))
    # Twice the same is a command given twice, and one that walks is done at once.
    first = window.ledger.chosen_id
    QTest.keyClick(window.ledger.list, "j")
    assert window.ledger.chosen_id != first


def test_commands_stand_in_lines_with_their_keys_below_one_another(opened: Opened, qtbot: QtBot) -> None:
    palette = CommandPalette(opened.window.actions_by_name.values(), opened.window)
    qtbot.addWidget(palette)
    palette.show()
    keys = [palette.list.visualRect(palette.model.index(row, 1)) for row in range(6)]
    assert len({key.left() for key in keys}) == 1
    palette.search.setText("next claim")
    assert [palette.model.item(0, column).text() for column in (0, 1)] == ["Next claim", "J"]


def test_all_that_can_be_done_with_selected_words_is_named(opened: Opened, qtbot: QtBot) -> None:
    reader = opened.window.reader
    reader.select_span(Span(0, 5))
    bar = reader.findChild(SelectionPalette)
    assert isinstance(bar, SelectionPalette)
    qtbot.waitUntil(bar.isVisible)
    assert all(button.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonTextBesideIcon for button in bar.others)
    assert all(button.text() for button in bar.findChildren(QToolButton))
    assert reader.viewport().rect().contains(bar.geometry())
