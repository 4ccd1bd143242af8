"""A day of work by the keyboard alone: open, read, question, highlight, write, correct, search, undo, export."""

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from windows import PATIENCE, Opened, OpenWindow, settle

from briefing.desktop.briefs.composer import Composer
from briefing.desktop.briefs.export_dialog import ExportDialog
from briefing.desktop.command_palette import CommandPalette
from briefing.desktop.interface_language import install_language, remove_language
from briefing.desktop.ledger.claim_model import ClaimRole
from briefing.desktop.settings import Look, settings_of
from briefing.library import open_library, queries
from briefing.model import Span, Status

STORY = """Ferry talks stall

The harbour master, Ana Ruiz, said the ferry would open in May. The mayor, Per Lund, denied it.

According to the water board, the bridge may close for a year. Officials said the money has run out.
"""
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class Hands:
    """Presses keys where the focus is, as a reader does."""

    def __init__(self, opened: Opened, qtbot: QtBot) -> None:
        self._window = opened.window
        self._qtbot = qtbot

    @property
    def focus(self) -> QWidget:
        """Where a key goes."""
        return QApplication.focusWidget() or self._window

    def press(self, key: Qt.Key | str, how: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press one key."""
        QTest.keyClick(self.focus, key, how)
        QApplication.processEvents()

    def come_to_front(self) -> None:
        """Make the window the active one again: without a screen, a list that closes does not give that back."""
        self._window.activateWindow()
        self._qtbot.waitUntil(self._window.isActiveWindow, timeout=PATIENCE)

    def type(self, words: str, pause: int = -1) -> None:
        """Type words, a key each, with so many milliseconds between them."""
        QTest.keyClicks(self.focus, words, Qt.KeyboardModifier.NoModifier, pause)
        QApplication.processEvents()


def test_a_day_of_work_by_the_keyboard(open_window: OpenWindow, tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "ferry.txt"
    file.write_text(STORY, encoding="utf-8")
    opened = open_window(tmp_path / "library")
    window, session, hands = opened.window, opened.session, Hands(opened, qtbot)
    window.activateWindow()
    window.start([file])
    qtbot.waitUntil(lambda: bool(session.showing and session.showing.analysis), timeout=PATIENCE)
    qtbot.waitUntil(lambda: bool(session.showing and session.showing.analysis.complete), timeout=PATIENCE)
    assert session.showing is not None
    text = session.showing.article.text

    # Read: the head tells what it is, the marks are calm until all are asked for, and all grows with the text.
    assert sum(window.reader.head.counts.values()) == len(session.showing.claims)
    assert window.reader.lit.calm
    window.reader.setFocus()
    hands.press("v")
    assert not window.reader.lit.calm
    hands.press("v")
    hands.press("+", CONTROL)
    qtbot.waitUntil(lambda: window.theme.scale > 1.05, timeout=PATIENCE)
    hands.press("0", CONTROL)
    qtbot.waitUntil(lambda: window.theme.scale == 1.0, timeout=PATIENCE)

    # Go from pane to pane, and back to the article.
    hands.press(Qt.Key.Key_F6)
    assert window.ledger.list.hasFocus()
    hands.press(Qt.Key.Key_F6, SHIFT)
    assert window.reader.hasFocus()

    # Walk the claims from the first, which is chosen when it is found, and ask why.
    first = window.ledger.chosen
    assert first is not None
    hands.press("j")
    assert window.ledger.chosen is not None
    assert window.ledger.chosen.id != first.id
    hands.press("k")
    hands.press("e")
    assert window.reader.lit.evidence

    # Correct: the reader's own status, by key and list.
    claim = window.ledger.chosen
    assert claim is not None
    window.reader.setFocus()
    session.edits.judge_status(claim, Status.UNCLEAR)
    qtbot.waitUntil(lambda: session.showing.status(claim) is Status.UNCLEAR, timeout=PATIENCE)

    # Words typed at the cards by mistake are words: they filter, and change nothing.
    before = session.history.stack.count()
    window.ledger.list.setFocus()
    for letter in "may":
        hands.press(letter)
    assert window.ledger.search.text() == "may"
    assert session.history.stack.count() == before
    hands.press(Qt.Key.Key_Escape)
    assert window.ledger.filter.rowCount() == len(session.showing.claims)

    # Find words, which selects them; highlight and write a note.
    window.reader.setFocus()
    hands.press("f", CONTROL)
    hands.type("water board")
    hands.press(Qt.Key.Key_Escape)
    assert window.reader.selected_span() == Span(text.index("water board"), text.index("water board") + 11)
    hands.press("n")
    qtbot.waitUntil(lambda: len(session.showing.annotations) == 1, timeout=PATIENCE)
    hands.type("Which board member?")
    qtbot.waitUntil(
        lambda: [one.note for one in session.showing.annotations] == ["Which board member?"],
        timeout=PATIENCE,
    )

    # Undo and redo by key leave what was meant.
    window.reader.setFocus()
    hands.press("z", CONTROL)
    qtbot.waitUntil(lambda: session.showing.annotations[0].note == "", timeout=PATIENCE)
    hands.press("z", CONTROL | SHIFT)
    qtbot.waitUntil(lambda: session.showing.annotations[0].note != "", timeout=PATIENCE)

    # Search the library for the note.
    hands.press("f", CONTROL | SHIFT)
    hands.type("member")
    qtbot.waitUntil(lambda: window.library.found.rowCount() == 1, timeout=PATIENCE)
    assert not window.library.shelves.isVisible()
    hands.press(Qt.Key.Key_Escape)
    assert window.library.shelves.isVisible()

    # Read with other eyes: a look of strong contrast, another face, a command by its name.
    window.reader.setFocus()
    for _ in range(5):
        hands.press("l", CONTROL | SHIFT)
    hands.press("k", CONTROL)
    hands.type("all marks")
    hands.press(Qt.Key.Key_Return)
    assert not window.reader.lit.calm
    hands.come_to_front()

    # Export: the brief holds the reader's word.
    window.reader.setFocus()
    hands.press("e", CONTROL)
    dialog = window.findChild(ExportDialog)
    assert isinstance(dialog, ExportDialog)
    dialog.folder.setText(str(tmp_path))
    dialog.name.setText("brief")
    dialog._export()
    brief = tmp_path / "brief.pdf"
    qtbot.waitUntil(brief.exists, timeout=PATIENCE)
    document = pypdfium2.PdfDocument(brief)
    printed = " ".join(document[number].get_textpage().get_text_bounded() for number in range(len(document)))
    document.close()
    assert "Which board member?" in " ".join(printed.split())
    opened.close()

    library = open_library(tmp_path / "library")
    (kept,) = library.ask(queries.Articles())
    assert [one.note for one in library.ask(queries.AnnotationsOn(kept.id))] == ["Which board member?"]
    assert [one.status for one in library.ask(queries.JudgementsOn(kept.id))] == [Status.UNCLEAR]
    library.close()


BRIDGE = """Bridge to close

The bridge is safe, Mayor Ada Reed said on Monday.

The bridge will close for a year, engineer Ivo Marsh said on Tuesday.
"""

BETWEEN_KEYS = 60
"""Milliseconds between two keys of somebody who types fast: what is typed is kept on the way, and must not move."""


def opened_with_two(open_window: OpenWindow, tmp_path: Path, qtbot: QtBot) -> Opened:
    """A window with two articles in its library."""
    files = [tmp_path / "ferry.txt", tmp_path / "bridge.txt"]
    for file, words in zip(files, (STORY, BRIDGE), strict=True):
        file.write_text(words, encoding="utf-8")
    opened = open_window(tmp_path / "library")
    opened.window.activateWindow()
    opened.window.start(files)
    qtbot.waitUntil(lambda: opened.window.library.model.rowCount() == 2, timeout=PATIENCE)
    return opened


def test_an_afternoon_of_disputes_two_articles_and_a_brief(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    opened = opened_with_two(open_window, tmp_path, qtbot)
    window, session, hands = opened.window, opened.session, Hands(opened, qtbot)
    window.open_kept(2)
    qtbot.waitUntil(lambda: bool(session.showing and session.showing.kept.id == 2), timeout=PATIENCE)
    qtbot.waitUntil(lambda: bool(session.showing.analysis and session.showing.analysis.complete), timeout=PATIENCE)
    assert session.showing is not None

    # Who disputes it: a name, typed as fast as a hand does, and a claim; undo takes the last one back.
    window.reader.setFocus()
    safe = window.ledger.chosen
    assert safe is not None
    hands.press("x")
    hands.type("Oda Fenwick", BETWEEN_KEYS)
    hands.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: session.showing.status(safe) is Status.DISPUTED, timeout=PATIENCE)
    hands.come_to_front()
    window.reader.setFocus()
    hands.press("x")
    hands.type("2")
    hands.press(Qt.Key.Key_Return)
    hands.come_to_front()
    card = window.ledger.list.currentIndex
    qtbot.waitUntil(lambda: "Denied by 2, Ivo Marsh: “" in str(card().data(ClaimRole.AGAINST)), timeout=PATIENCE)
    assert "Disputed by Oda Fenwick" in str(card().data(ClaimRole.DETAIL))
    qtbot.waitUntil(lambda: not session.history.busy, timeout=PATIENCE)
    window.reader.setFocus()
    hands.press("z", CONTROL)
    qtbot.waitUntil(lambda: "Denied" not in str(card().data(ClaimRole.AGAINST)), timeout=PATIENCE)
    hands.press("z", CONTROL | SHIFT)
    qtbot.waitUntil(lambda: "Denied" in str(card().data(ClaimRole.AGAINST)), timeout=PATIENCE)

    # A note on the claim, written while it is being kept; Esc leaves the field, and the words stay.
    window.ledger.list.setFocus()
    window.reader.setFocus()
    hands.press("m")
    hands.type("Paid by whom?", BETWEEN_KEYS)
    hands.press(Qt.Key.Key_Escape)
    assert not window.ledger.detail.note.hasFocus()
    qtbot.waitUntil(
        lambda: [one.note for one in session.showing.judgements] == ["Paid by whom?"],
        timeout=PATIENCE,
    )

    # The menus are reached by a key.
    window.reader.setFocus()
    hands.press(Qt.Key.Key_F10)
    qtbot.waitUntil(lambda: window.menuBar().activeAction() is not None, timeout=PATIENCE)
    if (popup := QApplication.activePopupWidget()) is not None:
        popup.close()

    # Side by side: each article has half of the room.
    model = window.library.model
    row = next(row for row in range(2) if "Ferry" in str(model.index(row, 0).data()))
    window.library.list.setCurrentIndex(model.index(row, 0))
    hands.press(Qt.Key.Key_F7)
    qtbot.waitUntil(lambda: len([size for size in window.articles.sizes() if size]) == 2, timeout=PATIENCE)
    left, right = window.articles.sizes()
    assert abs(left - right) <= window.articles.handleWidth() + 2
    hands.press(Qt.Key.Key_F7)
    qtbot.waitUntil(lambda: window.articles.sizes()[1] == 0, timeout=PATIENCE)

    # A brief of it: its title stays where it is typed, however slowly, and the claim brings its dispute along.
    window.reader.setFocus()
    hands.press("b", CONTROL)
    hands.press("b", CONTROL | SHIFT)
    (composer,) = window.findChildren(Composer)
    editor = composer.editor
    qtbot.waitUntil(lambda: editor.lines.rowCount() == 1 and editor.title.isVisible(), timeout=PATIENCE)
    editor.title.setFocus()
    hands.press("a", CONTROL)
    hands.type("What of the bridge", BETWEEN_KEYS)
    assert editor.title.text() == "What of the bridge"
    editor.tree.setCurrentIndex(editor.lines.index(0, 0))
    editor.heading.setFocus()
    hands.type("Disputed")
    hands.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: editor.lines.index(0, 0).data() == "Disputed", timeout=PATIENCE)
    assert editor.title.text() == "What of the bridge"
    editor.flush()
    qtbot.waitUntil(lambda: not session.history.busy, timeout=PATIENCE)
    opened.close()

    library = open_library(tmp_path / "library")
    (word,) = library.ask(queries.JudgementsOn(2))
    (brief,) = library.ask(queries.Briefs())
    library.close()
    assert [one.source for one in word.disputed_by] == ["Oda Fenwick", "Ivo Marsh"]
    assert brief.title == "What of the bridge"


def test_an_evening_of_search_and_a_brief_in_four_formats(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    opened = opened_with_two(open_window, tmp_path, qtbot)
    window, session, hands = opened.window, opened.session, Hands(opened, qtbot)
    qtbot.waitUntil(lambda: bool(session.showing and session.showing.analysis), timeout=PATIENCE)

    # From the words that are looked for into the article, and on to its claims, without a hand on the mouse.
    hands.press("f", CONTROL | SHIFT)
    hands.type("engineer", BETWEEN_KEYS)
    qtbot.waitUntil(lambda: window.library.found.rowCount() == 1, timeout=PATIENCE)
    hands.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(session.showing and "Bridge" in session.showing.article.title), timeout=PATIENCE)
    qtbot.waitUntil(lambda: bool(session.showing.analysis and session.showing.analysis.complete), timeout=PATIENCE)
    assert not window.first_steps.isVisible()
    hands.press(Qt.Key.Key_Escape)
    hands.press("f", CONTROL | Qt.KeyboardModifier.AltModifier)
    hands.type("close", BETWEEN_KEYS)
    hands.press(Qt.Key.Key_Down)
    assert window.ledger.list.hasFocus()
    chosen = window.ledger.chosen
    assert chosen is not None
    assert "close" in str(window.ledger.list.currentIndex().data(ClaimRole.WORDS))

    # A note on the words below stays open while it is read, and goes when the next claim is.
    window.reader.setFocus()
    start = session.showing.article.text.index("Tuesday")
    window.reader.select_span(Span(start, start + 7))
    hands.press("n")
    hands.type("Which one?", BETWEEN_KEYS)
    hands.press(Qt.Key.Key_Escape)
    assert window.notes.isVisible()
    window.ledger.search.clear()
    hands.press("k" if window.ledger.list.currentIndex().row() else "j")
    assert window.ledger.chosen is not chosen
    assert not window.notes.isVisible()

    # What is added is the claim; the brief that is exported says the same in each format.
    qtbot.waitUntil(lambda: not session.history.busy, timeout=PATIENCE)
    hands.press("b", CONTROL)
    hands.press("e", CONTROL)
    dialog = window.findChild(ExportDialog)
    assert isinstance(dialog, ExportDialog)
    dialog.folder.setText(str(tmp_path))
    dialog.name.setText("brief")
    for name in ("html", "md", "docx"):
        dialog.kinds[name].setChecked(True)
    dialog._export()
    written = [tmp_path / f"brief.{name}" for name in ("pdf", "html", "md", "docx")]
    qtbot.waitUntil(lambda: all(file.exists() for file in written), timeout=PATIENCE)
    assert "Which one?" in written[2].read_text(encoding="utf-8")
    opened.close()


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    """Let windows speak German for one test."""
    installed = install_language(qapp, "de")
    yield
    remove_language(qapp, installed)


def test_a_night_in_a_small_window_in_german_and_strong_contrast(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot, german: None
) -> None:
    file = tmp_path / "ferry.txt"
    file.write_text(STORY + "\nThe ferry is old, and so are all who wait for it.\n" * 20, encoding="utf-8")
    settings_of(tmp_path / "library").look = Look.DARK
    opened = open_window(tmp_path / "library")
    window, session, hands = opened.window, opened.session, Hands(opened, qtbot)
    window.resize(800, 600)
    window.activateWindow()
    window.start([file])
    qtbot.waitUntil(lambda: bool(session.showing and session.showing.analysis and session.showing.analysis.complete))
    settle()

    # The first claim is chosen: a whole card of it is seen, and the article is at its top.
    cards = window.ledger.list
    assert window.ledger.chosen_id == session.showing.claims[0].id
    assert cards.viewport().rect().contains(cards.visualRect(cards.currentIndex()))
    assert window.ledger.detail.reasons.isVisible()
    assert window.reader.verticalScrollBar().value() == 0

    # From pane to pane: the keys are seen to be where they are.
    window.reader.setFocus()
    ring = next(area for area in window._areas if hasattr(area, "ring")).ring
    seen = []
    for _ in range(2):
        hands.press(Qt.Key.Key_F6)
        assert ring.pane is hands.focus
        seen.append(ring.pane)
    assert seen == [cards, window.reader]

    # Each menu by its letter, as its name shows it; Esc gives the keys back.
    for menu in window.menus.values():
        letter = menu.title()[menu.title().index("&") + 1]
        hands.press(letter.lower(), Qt.KeyboardModifier.AltModifier)
        qtbot.waitUntil(menu.isVisible)
        QTest.keyClick(menu, Qt.Key.Key_Escape)
        QTest.keyClick(window.menuBar(), Qt.Key.Key_Escape)
        assert not menu.isVisible()
        hands.come_to_front()
        window.reader.setFocus()

    # Words at the cards, as fast as hands are: they filter, and nothing is dismissed, noted or focused by them.
    window.ledger.list.setFocus()
    for letter in "money":
        QTest.keyClick(hands.focus, letter, Qt.KeyboardModifier.NoModifier, BETWEEN_KEYS)
    assert window.ledger.search.text() == "money"
    assert session.history.stack.count() == 0
    assert window.reader.lit.focus is None
    hands.press(Qt.Key.Key_Escape)
    assert cards.hasFocus()

    # A command by its German name, found among aligned rows.
    window.reader.setFocus()
    hands.press("k", CONTROL)
    hands.type("alle mark", BETWEEN_KEYS)
    (palette,) = window.findChildren(CommandPalette)
    assert {palette.list.visualRect(palette.model.index(row, 1)).left() for row in range(palette.model.rowCount())}
    hands.press(Qt.Key.Key_Return)
    assert not window.reader.lit.calm
    hands.come_to_front()

    # Larger, in both looks of strong contrast, at another width: what is read stays where it is.
    window.resize(1024, 700)
    window.reader.scroll_to(session.showing.article.text.index("the bridge may close"))
    settle()
    at = window.reader.top_code_point()
    window.reader.setFocus()
    hands.press("+", CONTROL)
    looks = []
    for _ in range(2):
        hands.press("l", CONTROL | SHIFT)
        looks.append(window._settings.look)
    assert looks == [Look.CONTRAST, Look.CONTRAST_DARK]
    settle()
    assert window.reader.top_code_point() == at

    # A note is left by Esc, with its words; the next letter walks on.
    hands.press("m")
    hands.type("Wer zahlt?", BETWEEN_KEYS)
    hands.press(Qt.Key.Key_Escape)
    first = window.ledger.chosen_id
    window.reader.setFocus()
    hands.press("j")
    assert window.ledger.chosen_id != first
    qtbot.waitUntil(lambda: [one.note for one in session.showing.judgements] == ["Wer zahlt?"])
