"""A field of one line that saves while one types, and when it is left."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from briefing.desktop.draft import Draft, Drafted, moved


class LineField(Drafted, QLineEdit):
    """A line of words as the reader types it; white space at its ends does not count."""

    written = Signal(str, str, str)
    """On what was written, the words on their way to the disk, and those that they take the place of."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = Draft(self, self._words, self._put)
        self._draft.written.connect(self.written)
        self.textChanged.connect(self._draft.type)
        self.editingFinished.connect(self._draft.flush)

    def tell(self, subject: str, words: str) -> None:
        """Show what the store says is written on `subject`; what is newer in the field stays."""
        self._draft.tell(subject, words)

    def _words(self) -> str:
        return self.text().strip()

    def _put(self, words: str, same: bool) -> None:
        before, caret = self.text(), self.cursorPosition()
        with QSignalBlocker(self):
            self.setText(words)
        if same:
            self.setCursorPosition(moved(caret, before, words))
