"""Writes a note on a highlight, below the article; it is saved as it is typed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from briefing.desktop.note_field import NoteField
from briefing.model import Annotation


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
        self.note = NoteField(self)
        self.note.setAccessibleName(self.tr("Note on the highlight"))
        self.note.setPlaceholderText(self.tr("Write a note; it is saved as you type"))
        self.note.setMaximumHeight(110)
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
        self.note.written.connect(self._written)
        self.hide()

    def edit(self, annotation: Annotation) -> None:
        """Show the note on `annotation`, ready to be written."""
        self.flush()
        self.annotation_id = annotation.id
        words = " ".join(annotation.anchor.exact.split())
        self._words.setText(f"“{words[:90]}{'…' if len(words) > 90 else ''}”")
        self.note.show_note(annotation.note)
        self.show()
        self.note.setFocus()

    def flush(self) -> None:
        """Send what was typed on its way to the disk now."""
        self.note.flush()

    def _written(self, note: str) -> None:
        if self.annotation_id:
            self.noteWritten.emit(self.annotation_id, note)

    def close_note(self) -> None:
        """Save and go away."""
        self.flush()
        self.annotation_id = ""
        self.hide()
