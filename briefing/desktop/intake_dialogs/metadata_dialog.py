"""What is known of an article, where each fact was found, and the reader's corrections."""

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefing.desktop.intake_dialogs.metadata_validation import FIELDS, WrongDetail, language_label, place_label, tidied
from briefing.desktop.model_labels import day_label
from briefing.desktop.plain_words import PlainLabel
from briefing.model import KeptArticle, Metadata


class DetailsDialog(QDialog):
    """A line for each fact; what was found stands under what the reader made of it, and can be taken back.

    Args:
        kept: the article as the library lists it.
        found: the facts as they were found.
        parent: the window.
        writable: whether corrections can be kept; else the facts are only shown.
    """

    corrected = Signal(int, object)
    """Number of the article, and the `Metadata` that the reader changed."""

    def __init__(
        self, kept: KeptArticle, found: Metadata, parent: QWidget | None = None, writable: bool = True
    ) -> None:
        super().__init__(parent)
        self._kept = kept
        self._writable = writable
        self._found = {field: getattr(found, field) or "" for field in FIELDS}
        self.setWindowTitle(self.tr("Article details"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(600)
        self.lines: dict[str, QLineEdit] = {}
        self.places: dict[str, PlainLabel] = {}
        self.back: dict[str, QToolButton] = {}
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.setVerticalSpacing(8)
        for field, label in self._labels().items():
            form.addRow(label, self._line(field, label))
        self.fault = PlainLabel(self)
        self.fault.setObjectName("error")
        self.fault.setWordWrap(True)
        self.fault.hide()
        self.facts = PlainLabel(self._facts(), self)
        self.facts.setObjectName("faint")
        self.facts.setWordWrap(True)
        self.facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel, self
        )
        save = self.buttons.button(QDialogButtonBox.StandardButton.Save)
        save.setText(self.tr("Keep changes"))
        save.setVisible(writable)
        self.buttons.accepted.connect(self._keep)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addLayout(form)
        column.addWidget(self.fault)
        column.addWidget(self.facts)
        column.addWidget(self.buttons)
        for field in FIELDS:
            self._update(field)

    def _labels(self) -> dict[str, str]:
        words = (
            self.tr("Title"),
            self.tr("Byline"),
            self.tr("Outlet"),
            self.tr("Published"),
            self.tr("Last changed"),
            self.tr("Address"),
            self.tr("Language"),
        )
        return dict(zip(FIELDS, words, strict=True))

    def _line(self, field: str, label: str) -> QWidget:
        holder = QWidget(self)
        line = QLineEdit(getattr(self._kept.origin, field), holder)
        line.setCursorPosition(0)
        line.setReadOnly(not self._writable)
        line.setAccessibleName(label)
        place = PlainLabel(holder)
        place.setObjectName("faint")
        place.setWordWrap(True)
        back = QToolButton(holder)
        words = self.tr("As found: “{words}”") if self._found[field] else self.tr("As found: nothing")
        back.setText(words.format(words=_cut(self._found[field])))
        back.setToolTip(self.tr("Take your correction back."))
        back.clicked.connect(lambda: line.setText(self._found[field]))
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (line, place, back):
            column.addWidget(widget)
        self.lines[field], self.places[field], self.back[field] = line, place, back
        line.textChanged.connect(lambda _: self._update(field))
        return holder

    def _update(self, field: str) -> None:
        self.fault.hide()
        typed = " ".join(self.lines[field].text().split())
        own = typed != self._found[field]
        where = self.tr("corrected by you") if own else place_label(self._kept.origin, field)
        named = language_label(typed) if field == "language" else ""
        told = " · ".join(part for part in (named, where) if part)
        # What was not found is told within the empty field: a line below each of them would be noise.
        empty = not typed and not own
        self.lines[field].setPlaceholderText(told if empty else "")
        self.places[field].setText("" if empty else told)
        self.places[field].setVisible(bool(told) and not empty)
        self.back[field].setVisible(own and self._writable)

    def _keep(self) -> None:
        wanted: dict[str, str] = {}
        for field, line in self.lines.items():
            now = getattr(self._kept.origin, field)
            if line.text() == now:
                # What the analysis of a file found is left as it is, even if nobody could type it.
                continue
            try:
                tidy = tidied(field, line.text())
            except WrongDetail as wrong:
                self.fault.setText(wrong.sentence)
                self.fault.show()
                line.setFocus()
                return
            if tidy != now:
                wanted[field] = tidy
        if wanted:
            self.corrected.emit(self._kept.id, Metadata(**wanted))
        self.accept()

    def _facts(self) -> str:
        kept = self._kept
        words = QLocale().toString(kept.words)
        parts = [
            self.tr("{words} words").format(words=words),
            kept.origin.media_type,
            self.tr("in the library since {day}").format(day=day_label(kept.added)),
        ]
        if kept.version > 1:
            parts.append(self.tr("version {n}").format(n=kept.version))
        lines = [" · ".join(parts)]
        if kept.origin.file:
            lines.append(self.tr("Opened from {file}").format(file=_printable(kept.origin.file)))
        return "\n".join(lines)


def _printable(words: str) -> str:
    from briefing.service.import_outcomes import printable

    return printable(words)


def _cut(words: str) -> str:
    return words if len(words) <= 60 else f"{words[:59]}…"
