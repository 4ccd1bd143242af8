"""A field for a note that saves while one types."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from briefing.desktop.draft import Draft, Drafted, change
from briefing.desktop.line_breaks import fit

_LINE_ENDS = str.maketrans({"\u2028": "\n", "\u2029": "\n"})


class NoteField(Drafted, QPlainTextEdit):
    """Markdown as the reader types it."""

    written = Signal(str, str, str)
    """On what was written, the whole note on its way to the disk, and the one that it takes the place of."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self._draft = Draft(self, self._words, self._put)
        self._draft.written.connect(self.written)
        self.textChanged.connect(self._draft.type)
        self.textChanged.connect(self._fit)

    def tell(self, subject: str, note: str) -> None:
        """Show what the store says is written on `subject`; what is newer in the field stays."""
        self._draft.tell(subject, note)

    def _words(self) -> str:
        # Not `toPlainText`, which makes a space of every no-break space.
        return self.document().toRawText().translate(_LINE_ENDS)

    def _fit(self) -> None:
        fit(self, self._words())

    def _put(self, note: str, same: bool) -> None:
        fit(self, note)
        with QSignalBlocker(self):
            if not same:
                self.setPlainText(note)
                self.moveCursor(QTextCursor.MoveOperation.End)
                return
            start, end, words = change(self._words(), note)
            cursor = QTextCursor(self.document())
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(words)
