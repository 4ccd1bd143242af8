"""A day of work by the keyboard alone: open, read, question, highlight, write, correct, search, undo, export."""

from pathlib import Path

import pypdfium2
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from windows import PATIENCE, Opened, OpenWindow

from briefing.desktop.briefs.export_dialog import ExportDialog
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

    def type(self, words: str) -> None:
        """Type words, a key each."""
        QTest.keyClicks(self.focus, words)
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

    # Walk the claims, ask why.
    hands.press("j")
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
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=PATIENCE)

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
