"""Labels and tool tips that show titles, names and notes as plain text, never as markup."""

from PySide6.QtCore import QSize
from PySide6.QtGui import Qt
from PySide6.QtWidgets import QLabel, QWidget

from briefing.desktop.line_breaks import breakable, short

SHORT = 100
"""Characters of a tip that stand in one line; Qt wraps the longer ones only where they are set as a paragraph."""

MOST_OF_TIP = 1_500
"""Characters that a tip shows."""

WIDEST = 900
"""Pixels that a label asks for at most."""

_ANY = 1 << 20
_JOINER = "\u2060"
"""Has no width; between it and the sign before it nothing is a tag or an entity any more."""


class PlainLabel(QLabel):
    """A label that shows its words letter by letter; Qt's own guesses whether they are markup."""

    def __init__(self, words: "str | QWidget | None" = None, parent: QWidget | None = None) -> None:
        super().__init__(parent if isinstance(words, str) else words)
        self._told = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        if isinstance(words, str) and words:
            self.setText(words)

    def setText(self, words: str) -> None:
        """Show words; of endless ones, as many as a label has ever room for, in lines that are no wider than it is."""
        self._told = short(words)
        super().setText(breakable(self._told) if self.wordWrap() else self._told)

    def text(self) -> str:
        """The words that are shown."""
        return self._told

    def setWordWrap(self, on: bool) -> None:
        """Break the words into lines, or not."""
        super().setWordWrap(on)
        self.setText(self._told)

    def minimumSizeHint(self) -> QSize:
        """No wider than a line is: one long word must not make a window wider than the screen."""
        return self._bounded(super().minimumSizeHint())

    def sizeHint(self) -> QSize:
        """As `minimumSizeHint`."""
        return self._bounded(super().sizeHint())

    def _bounded(self, size: QSize) -> QSize:
        # A picture, as a page of a brief, is as wide as it is.
        return size.boundedTo(QSize(WIDEST, _ANY)) if self._told else size


def plain(words: str) -> str:
    """Words for a box that Qt makes itself and that would take them for markup; they show as they are."""
    words = short(words)
    if not Qt.mightBeRichText(words):
        return words
    return words.replace("<", f"<{_JOINER}").replace("&", f"&{_JOINER}")


def tip(words: str) -> str:
    """Words for a tip, shown as they are; long ones are set as a paragraph, so that they stand in several lines."""
    words = short(words, MOST_OF_TIP)
    if len(words) <= SHORT and not Qt.mightBeRichText(words):
        return words
    return str(Qt.convertFromPlainText(words, Qt.WhiteSpaceMode.WhiteSpaceNormal))
