"""A field for a note: what is typed is sent to the disk while it is typed, and never waits for a pause."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

SAVING = 400
"""Milliseconds after which what was typed is sent on, at the latest."""


class NoteField(QPlainTextEdit):
    """Markdown as the reader types it."""

    written = Signal(str)
    """The whole note, on its way to the disk."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self._sent = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVING)
        self._timer.timeout.connect(self.flush)
        self.textChanged.connect(self._typed)

    def show_note(self, note: str) -> None:
        """Show a note; whatever was typed before has to be flushed first."""
        self._timer.stop()
        self._sent = note
        if self.toPlainText() != note:
            self.blockSignals(True)
            self.setPlainText(note)
            self.blockSignals(False)

    def flush(self) -> None:
        """Send what was typed on its way to the disk now, if there is anything new."""
        self._timer.stop()
        words = self.toPlainText()
        if words != self._sent:
            self._sent = words
            self.written.emit(words)

    @property
    def typing(self) -> bool:
        """Whether something was typed that is not on its way yet."""
        return self._timer.isActive()

    def _typed(self) -> None:
        # A timer that began anew with each key would never end while somebody types on.
        if not self._timer.isActive():
            self._timer.start()
