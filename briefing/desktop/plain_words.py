"""Words that Qt takes as they are: a title, a name or a note is never read as markup, which could open files."""

from PySide6.QtGui import Qt
from PySide6.QtWidgets import QLabel, QWidget

from briefing.desktop.unbroken import short

SHORT = 100
"""Characters of a tip that stand in one line; Qt wraps the longer ones only where they are set as a paragraph."""

MOST_OF_TIP = 1_500
"""Characters that a tip shows."""

_JOINER = "\u2060"
"""Has no width; between it and the sign before it nothing is a tag or an entity any more."""


class PlainLabel(QLabel):
    """A label that shows its words letter by letter; Qt's own guesses whether they are markup."""

    def __init__(self, words: "str | QWidget | None" = None, parent: QWidget | None = None) -> None:
        told = words if isinstance(words, str) else ""
        super().__init__(parent if isinstance(words, str) else words)
        self.setTextFormat(Qt.TextFormat.PlainText)
        if told:
            self.setText(told)

    def setText(self, words: str) -> None:
        """Show words; of endless ones, as many as a label has ever room for."""
        super().setText(short(words))


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
