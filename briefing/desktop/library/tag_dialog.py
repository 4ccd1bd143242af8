"""The dialog that gives tags to several articles or annotations at once."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from briefing.desktop.plain_words import PlainLabel
from briefing.desktop.tag_edit import TagLine


class TagDialog(QDialog):
    """One line of tags, each typed ahead over the `known` ones."""

    tagsChosen = Signal(object)
    """A tuple of the tags, at least one, once the reader agreed."""

    def __init__(self, title: str, known: Iterable[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.resize(380, 0)
        self.line = TagLine(self)
        self.line.tell("", (), known)
        self.line.textChanged.connect(self._update)
        label = PlainLabel(self.tr("Tags, with a comma between two"), self)
        label.setBuddy(self.line)
        self.line.setAccessibleName(label.text())
        standard = QDialogButtonBox.StandardButton
        self._buttons = QDialogButtonBox(standard.Ok | standard.Cancel, self)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(label)
        column.addWidget(self.line)
        column.addWidget(self._buttons)
        self.accepted.connect(lambda: self.tagsChosen.emit(self.line.tags))
        self._update()

    def _update(self) -> None:
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(bool(self.line.tags))
