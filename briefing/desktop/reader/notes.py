"""Writes a note on a highlight, below the article; it is saved as it is typed."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPlainTextEdit, QToolButton, QVBoxLayout, QWidget

from briefing.model import Annotation

SAVING = 400
"""Milliseconds without a key after which what was typed is sent to the disk."""


class NoteEditor(QFrame):
    """One highlight's words and the note on them."""

    noteWritten = Signal(str, str)
    """Id of the annotation and the whole note."""
    removalWished = Signal(str)
    """Id of the annotation that the reader wants to be rid of."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("detail")
        self.annotation_id = ""
        self._words = QLabel(self)
        self._words.setObjectName("faint")
        self.note = QPlainTextEdit(self)
        self.note.setAccessibleName(self.tr("Note on the highlight"))
        self.note.setPlaceholderText(self.tr("Write a note; it is saved as you type"))
        self.note.setMaximumHeight(110)
        self.note.setTabChangesFocus(True)
        remove = QToolButton(self)
        remove.setText(self.tr("Remove highlight"))
        remove.clicked.connect(lambda: self.removalWished.emit(self.annotation_id))
        close = QToolButton(self)
        close.setText(self.tr("Close"))
        close.clicked.connect(self.close_note)
        row = QHBoxLayout()
        row.addWidget(self._words, 1)
        row.addWidget(remove)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 8, 20, 14)
        column.addLayout(row)
        column.addWidget(self.note)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVING)
        self._timer.timeout.connect(self.flush)
        self.note.textChanged.connect(self._timer.start)
        self.hide()

    def edit(self, annotation: Annotation) -> None:
        """Show the note on `annotation`, ready to be written."""
        self.flush()
        self.annotation_id = annotation.id
        words = " ".join(annotation.anchor.exact.split())
        self._words.setText(f"“{words[:90]}{'…' if len(words) > 90 else ''}”")
        self.note.blockSignals(True)
        self.note.setPlainText(annotation.note)
        self.note.blockSignals(False)
        self.show()
        self.note.setFocus()

    def flush(self) -> None:
        """Send what was typed on its way to the disk now."""
        if self._timer.isActive():
            self._timer.stop()
        elif self.isHidden() or not self.annotation_id:
            return
        if self.annotation_id:
            self.noteWritten.emit(self.annotation_id, self.note.toPlainText())

    def close_note(self) -> None:
        """Save and go away."""
        self.flush()
        self.annotation_id = ""
        self.hide()
