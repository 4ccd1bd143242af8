"""Writes a note on a highlight, below the article, with its colour and tags; it is saved as it is typed."""

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from briefing.desktop.escape_filter import Escape
from briefing.desktop.fitting_hint import FittingHint
from briefing.desktop.highlight_colours import colour_label, swatch
from briefing.desktop.note_field import NoteField
from briefing.desktop.note_preview import SetNote
from briefing.desktop.plain_words import PlainLabel, tip
from briefing.desktop.tag_edit import TagLine
from briefing.desktop.theme import HIGHLIGHT_COLOURS, Theme
from briefing.model import Annotation

SHOWN_WORDS = 90
"""Characters of the highlighted words that stand above the note."""


class NoteEditor(QFrame):
    """One highlight's words, and the reader's note, colour and tags for them."""

    noteWritten = Signal(str, str, str)
    """Id of the annotation, the whole note, and the one that it takes the place of."""
    tagsWritten = Signal(str, object, object)
    """Id of the annotation, a tuple of all its tags, and one of those before."""
    colourChosen = Signal(str, int)
    """Id of the annotation and the colour that it is to have, 1 to 8."""
    privacyChosen = Signal(str, bool)
    """Id of the annotation, and whether nobody else at the desk is to see it."""
    removalWished = Signal(str)
    """Id of the annotation that the reader wants to be rid of."""
    left = Signal()
    """The reader is done with writing: the keys are the article's again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("detail")
        self.annotation_id = ""
        self.at_desk = False
        self._words = PlainLabel(self)
        self._words.setObjectName("faint")
        self.note = NoteField(self)
        self.note.setAccessibleName(self.tr("Note on the highlight"))
        self.note.setMaximumHeight(110)
        self.set_note = SetNote(self.note, self)
        self.tags = TagLine(self)
        self.tags.setAccessibleName(self.tr("Tags of the highlight"))
        FittingHint(self.tags, self.tr("Tags, parted by commas"), self.tr("Tags"))
        self.private = QCheckBox(self.tr("Only I see this"), self)
        self.private.setToolTip(tip(self.tr("Colleagues at the desk neither see this note nor find it.")))
        self.private.clicked.connect(lambda on: self.privacyChosen.emit(self.annotation_id, on))
        self._remove = QToolButton(self)
        self._remove.setText(self.tr("Remove highlight"))
        self._remove.clicked.connect(lambda: self.removalWished.emit(self.annotation_id))
        close = QToolButton(self)
        close.setText(self.tr("Close"))
        close.clicked.connect(self.close_note)
        self.colours = self._colour_buttons()
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self._words, 1)
        head.addWidget(self.private)
        head.addWidget(self._remove)
        head.addWidget(close)
        foot.setSpacing(4)
        for button in self.colours:
            foot.addWidget(button)
        foot.addSpacing(8)
        foot.addWidget(self.tags, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 8, 24, 12)
        column.addLayout(head)
        column.addWidget(self.note)
        column.addWidget(self.set_note)
        column.addLayout(foot)
        self.note.written.connect(self.noteWritten)
        self.tags.tagsWritten.connect(self.tagsWritten)
        for field in (self.note, self.tags):
            Escape(field).pressed.connect(self._leave)
        self.set_writable(True)
        self.hide()

    def edit(self, annotation: Annotation, known_tags: Iterable[str] = ()) -> None:
        """Show the note on `annotation`, ready to be written."""
        self.flush()
        self.annotation_id = annotation.id
        words = " ".join(annotation.anchor.exact.split())
        quoted = f"“{words[:SHOWN_WORDS]}{'…' if len(words) > SHOWN_WORDS else ''}”"
        self._words.setText(f"{annotation.writer}: {quoted}" if annotation.writer else quoted)
        self._show_annotation(annotation, known_tags)
        self.show()
        self.set_note.write()

    def show_changed(self, annotation: Annotation, known_tags: Iterable[str]) -> None:
        """Show what has become of the annotation that is shown, for instance by an undo."""
        self._show_annotation(annotation, known_tags)
        self.set_note.look()

    def settle(self) -> None:
        """Take note that all that was written is on the disk."""
        self.note.settle()
        self.tags.settle()

    def set_writable(self, writable: bool) -> None:
        """Take words only where they can be kept."""
        kept, refused = (
            self.tr("Write a note; it is saved as you type"),
            self.tr("No note: the library can only be read"),
        )
        self.note.setPlaceholderText(kept if writable else refused)
        self.note.setReadOnly(not writable)
        self.tags.setReadOnly(not writable)
        for button in (self._remove, self.private, *self.colours):
            button.setEnabled(writable)

    def set_theme(self, theme: Theme) -> None:
        """Show the colours as they are in this theme."""
        for number, button in enumerate(self.colours, 1):
            button.setIcon(swatch(number, theme))

    def flush(self) -> None:
        """Send what was typed on its way to the disk now."""
        self.note.flush()
        self.tags.flush()

    def close_note(self) -> None:
        """Save and go away."""
        self.flush()
        self.annotation_id = ""
        self.hide()

    def _colour_buttons(self) -> Sequence[QToolButton]:
        group = QButtonGroup(self)
        made = []
        for number in range(1, HIGHLIGHT_COLOURS + 1):
            button = QToolButton(self)
            button.setCheckable(True)
            button.setObjectName("swatch")
            button.setAccessibleName(colour_label(number))
            button.setToolTip(colour_label(number))
            button.clicked.connect(partial(self._coloured, number))
            group.addButton(button)
            made.append(button)
        return made

    def _show_annotation(self, annotation: Annotation, known_tags: Iterable[str]) -> None:
        self.note.tell(annotation.id, annotation.note)
        self.tags.tell(annotation.id, annotation.tags, known_tags)
        self.private.setVisible(self.at_desk and not annotation.writer)
        self.private.setChecked(annotation.private)
        self.colours[(annotation.colour - 1) % HIGHLIGHT_COLOURS].setChecked(True)

    def _leave(self) -> None:
        self.flush()
        self.left.emit()

    def _coloured(self, number: int) -> None:
        if self.annotation_id:
            self.colourChosen.emit(self.annotation_id, number)
