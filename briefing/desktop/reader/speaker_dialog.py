"""The dialog that names a speaker of a transcript, once for all that stands under his label."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QVBoxLayout, QWidget

from briefing.desktop.completion import completer_anywhere
from briefing.desktop.eliding_combo import ChoiceBox
from briefing.desktop.plain_words import PlainLabel


class SpeakerDialog(QDialog):
    """Asks who speaks under a label.

    Args:
        speakers: the labels of the article, with the name that the reader gave each, or "".
        names: of those of whom the article tells.
    """

    nameGiven = Signal(str, str)
    """A label, and who speaks under it; no name takes one back."""

    def __init__(self, speakers: Mapping[str, str], names: Iterable[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Name speaker"))
        self._given = dict(speakers)
        self.label = ChoiceBox(self)
        self.label.setAccessibleName(self.tr("Label in the article"))
        for label in speakers:
            self.label.addItem(label, label)
        self.name = QComboBox(self)
        self.name.setEditable(True)
        self.name.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.name.addItems(list(names))
        self.name.setCompleter(completer_anywhere(self.name.model(), self.name))
        self.name.setAccessibleName(self.tr("Who speaks"))
        self.name.setMinimumContentsLength(24)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self.buttons.accepted.connect(self._give)
        self.buttons.rejected.connect(self.reject)
        explanation = PlainLabel(
            self.tr(
                "The name holds for all that stands under the label, and the text stays as it is. "
                "An empty name takes it back."
            ),
            self,
        )
        explanation.setWordWrap(True)
        form = QFormLayout()
        form.addRow(self.tr("Label in the article"), self.label)
        form.addRow(self.tr("Who speaks"), self.name)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(explanation)
        column.addWidget(self.buttons)
        self.label.currentIndexChanged.connect(lambda _: self._show_name())
        self._show_name()
        self.name.setFocus()

    def choose(self, label: str) -> None:
        """Ask about this label first."""
        found = self.label.findText(label, Qt.MatchFlag.MatchFixedString)
        self.label.setCurrentIndex(max(0, found))

    def _show_name(self) -> None:
        self.name.setEditText(self._given.get(self.label.currentText(), ""))
        field = self.name.lineEdit()
        if field is not None:
            field.selectAll()

    def _give(self) -> None:
        label, name = self.label.currentText(), " ".join(self.name.currentText().split())
        if name != self._given.get(label, ""):
            self.nameGiven.emit(label, name)
        self.accept()
