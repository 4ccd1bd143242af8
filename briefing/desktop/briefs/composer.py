"""The brief composer: the reader's briefs, the chosen one in the middle, and its pages beside it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from briefing.desktop.act_button import act_button
from briefing.desktop.briefs.brief_editor import BriefEditor
from briefing.desktop.briefs.pdf_preview import PreviewPane
from briefing.desktop.keys import Filled
from briefing.desktop.plain_words import PlainLabel
from briefing.desktop.theme import Theme
from briefing.desktop.wrapped_rows import wrap_rows
from briefing.model import StoredBrief


class Composer(QDialog):
    """Lists briefs, edits one, and shows its pages; stays open beside the articles."""

    briefChosen = Signal(str)
    """Id of a brief that is to be shown; answered by `show_brief`."""
    briefWished = Signal()
    """A new brief is wished for."""
    removalWished = Signal(object)
    """A `StoredBrief` to be put into the bin."""

    def __init__(self, theme: Theme, filled: Filled, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Briefs"))
        self.resize(1240, 780)
        self._awaited = ""
        self._writable = True
        self.editor = BriefEditor(theme, self)
        self.preview = PreviewPane(self)
        parts = QSplitter(Qt.Orientation.Horizontal, self)
        for part in (self._list_part(filled), self.editor, self.preview):
            parts.addWidget(part)
        parts.setSizes([210, 520, 510])
        QHBoxLayout(self).addWidget(parts)

    @property
    def brief_id(self) -> str:
        """Id of the brief that is chosen in the list; empty if there is none."""
        row = self.list.currentRow()
        return str(self.list.item(row).data(Qt.ItemDataRole.UserRole)) if row >= 0 else ""

    def show_briefs(self, briefs: Sequence[StoredBrief]) -> None:
        """List the briefs; the one that was just made here is chosen, else what was stays so, else the first is."""
        chosen, wanted = self.brief_id, self._awaited
        ids = [one.id for one in briefs]
        if wanted in ids:
            self._awaited = ""
        # What comes and goes in another window takes nobody away from the brief that he writes on.
        before, chosen = chosen, next((number for number in (wanted, chosen, *ids) if number in ids), "")
        focus: QWidget | None = self.focusWidget()
        if before and before != chosen and focus is not None and self.editor.isAncestorOf(focus):
            # What is typed on was meant for the brief that is gone.
            self.list.setFocus()
        with QSignalBlocker(self.list):
            self.list.clear()
            for one in briefs:
                item = QListWidgetItem(one.title or self.tr("Brief without a title"))
                item.setData(Qt.ItemDataRole.UserRole, one.id)
                self.list.addItem(item)
            if chosen:
                self.list.setCurrentRow(ids.index(chosen))
        self._empty.setVisible(not ids)
        self._remove.setEnabled(self._writable and bool(ids))
        if not ids:
            self.editor.show_brief(None)
            self.preview.say(self.tr("The pages appear here."))

    def await_brief(self, brief_id: str) -> None:
        """Choose a brief as soon as it is listed."""
        self._awaited = brief_id

    def set_writable(self, writable: bool) -> None:
        """Take changes only where they can be kept."""
        self.editor.set_writable(writable)
        self._writable = writable
        self._new.setEnabled(writable)
        self._remove.setEnabled(writable and self.list.count() > 0)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what was typed, however the dialog goes."""
        self.editor.flush()
        super().hideEvent(event)

    def _list_part(self, filled: Filled) -> QWidget:
        part = QWidget(self)
        self.list = QListWidget(part)
        self.list.setAccessibleName(self.tr("Briefs"))
        # Else a long title goes on behind the edge, and nothing tells that it does.
        wrap_rows(self.list)
        self.list.currentItemChanged.connect(self._choose_item)
        self._empty = PlainLabel(
            filled(
                self.tr(
                    "A brief holds what you choose of one article or many. Choose a claim and press {add_to_brief}."
                )
            ),
            part,
        )
        self._empty.setObjectName("faint")
        self._empty.setWordWrap(True)
        self._new = self._button(self.tr("New brief"), self.tr("Begin a brief without lines."), self.briefWished.emit)
        self._remove = self._button(self.tr("Move to bin"), self.tr("Put the brief into the bin."), self._remove_brief)
        self._remove.setEnabled(False)
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(8)
        column.addWidget(self.list, 1)
        column.addWidget(self._empty)
        column.addWidget(self._new)
        column.addWidget(self._remove)
        return part

    def _button(self, words: str, tip: str, act: Callable[[], object]) -> QPushButton:
        button = act_button(words, tip, self)
        button.clicked.connect(lambda: act())
        return button

    def _choose_item(self, item: QListWidgetItem | None) -> None:
        self.editor.flush()
        if item is not None:
            self.briefChosen.emit(item.data(Qt.ItemDataRole.UserRole))

    def _remove_brief(self) -> None:
        if self.editor.kept:
            self.editor.flush()
            self.removalWished.emit(self.editor.kept)
