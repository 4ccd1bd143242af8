"""Letters typed at the cards: a single one is a command, several filter the claims."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QWidget

IN_A_ROW = 180
"""Milliseconds within which the next letter of a word is typed; who types a command rests longer after it."""

AT_ONCE = frozenset("jk")
"""Letters that walk the claims: nothing is changed by them, and they are pressed fast."""


class LetterKeys(QObject):
    """Holds a letter back until it is known whether it begins a word.

    Nobody who types what he thinks is a note or a search must dismiss claims by it. The same letter twice is a command
    given twice, and a letter that walks is done at once.

    Args:
        cards: the list that has the keys.
        command: the action on a letter, if it has one that can be done.
    """

    wordBegun = Signal(str)
    """Letters in a row: the beginning of a word."""

    def __init__(self, cards: QWidget, command: Callable[[str], QAction | None]) -> None:
        super().__init__(cards)
        self._command = command
        self._held = ""
        self._timer = QTimer(self, singleShot=True, interval=IN_A_ROW)
        self._timer.timeout.connect(self._act)
        cards.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take letters that are pressed alone."""
        if not isinstance(event, QKeyEvent) or event.modifiers() != Qt.KeyboardModifier.NoModifier:
            return False
        letter = event.text().casefold()
        if not (len(letter) == 1 and letter.isalpha()):
            if event.type() is QEvent.Type.KeyPress:
                self._act()
            return False
        if event.type() is QEvent.Type.ShortcutOverride:
            # The window's own shortcut would do it at once.
            event.accept()
            return True
        if event.type() is QEvent.Type.KeyPress:
            self._take(letter, event.isAutoRepeat())
            return True
        return False

    def _take(self, letter: str, repeated: bool) -> None:
        if self._held and letter != self._held and letter not in AT_ONCE:
            word, self._held = self._held + letter, ""
            self._timer.stop()
            self.wordBegun.emit(word)
            return
        self._act()
        if letter in AT_ONCE or repeated:
            self._held = letter
            self._act()
        elif self._command(letter) is not None:
            self._held = letter
            self._timer.start()

    def _act(self) -> None:
        """Do what is held back."""
        letter, self._held = self._held, ""
        self._timer.stop()
        action = self._command(letter) if letter else None
        if action is not None:
            action.trigger()
