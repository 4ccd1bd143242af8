"""Words that Qt takes as they are: a title, a name or a note is never read as markup, which could open files."""

from PySide6.QtGui import Qt
from PySide6.QtWidgets import QLabel, QWidget

SHORT = 100
"""Characters of a tip that stand in one line; Qt wraps the longer ones only where they are set as a paragraph."""

_JOINER = "\u2060"
"""Has no width; between it and the sign before it nothing is a tag or an entity any more."""


class PlainLabel(QLabel):
    """A label that shows its words letter by letter; Qt's own guesses whether they are markup."""

    def __init__(self, words: "str | QWidget | None" = None, parent: QWidget | None = None) -> None:
        if isinstance(words, str):
            super().__init__(parent)
            self.setTextFormat(Qt.TextFormat.PlainText)
            self.setText(words)
        else:
            super().__init__(words)
            self.setTextFormat(Qt.TextFormat.PlainText)


def plain(words: str) -> str:
    """Words for a box that Qt makes itself and that would take them for markup; they show as they are."""
    if not Qt.mightBeRichText(words):
        return words
    return words.replace("<", f"<{_JOINER}").replace("&", f"&{_JOINER}")


def tip(words: str) -> str:
    """Words for a tip, shown as they are; long ones are set as a paragraph, so that they stand in several lines."""
    if len(words) <= SHORT and not Qt.mightBeRichText(words):
        return words
    return str(Qt.convertFromPlainText(words, Qt.WhiteSpaceMode.WhiteSpaceNormal))
