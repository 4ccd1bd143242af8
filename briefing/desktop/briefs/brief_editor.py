"""The middle of the composer: the fields of a brief, its sections and lines, and what is done with them."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from briefing.desk import BriefTold
from briefing.desktop.briefs import editing
from briefing.desktop.briefs.lines import LineModel
from briefing.desktop.briefs.template_box import TemplateBox
from briefing.desktop.labels import format_label
from briefing.desktop.note_field import NoteField
from briefing.desktop.plain_words import PlainLabel
from briefing.desktop.theme import Theme
from briefing.export import FORMATS, file_name_for
from briefing.model import BriefLine, LineKind, StoredBrief
from briefing.model.identifiers import new_identifier

TYPING = 500
"""Milliseconds without a key after which what was typed in a field is kept."""


class BriefEditor(QWidget):
    """Edits one brief."""

    changed = Signal(object, str)
    """The `StoredBrief` as the reader changed it, and a name for the step."""
    seen = Signal(str)
    """Id of a brief of whose changed sources the reader took note."""
    exportWished = Signal(str, object, str)
    """Id of a brief, the path to write, and the name of the format."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = LineModel(theme, self)
        self.lines.moveWished.connect(lambda kept: self._change(kept, self.tr("Move in brief")))
        self.kept: StoredBrief | None = None
        self._written_on = self._wanted = ""
        self._changing: list[QPushButton | QAction | QComboBox] = []
        self._typing = QTimer(self, singleShot=True, interval=TYPING)
        self._typing.timeout.connect(self.flush)
        self._lay_out()
        self._show_fields()

    def show_brief(self, told: BriefTold | None) -> None:
        """Show a brief as it is kept now, or none."""
        if told is None:
            self.kept = None
            self._show_fields()
            return
        chosen = self._chosen_line()
        self.kept = told.kept
        self.lines.show_brief(told.kept, told.brief, told.affected)
        self.tree.expandAll()
        if chosen and (place := self.lines.index_of(chosen)).isValid():
            self.tree.setCurrentIndex(place)
        self._news.setVisible(bool(told.affected))
        self._news_words.setText(self.tr("%n line(s) are not what they were.", "", len(told.affected)))
        self._show_fields()

    def flush(self) -> None:
        """Keep what was typed and is not kept yet."""
        self._typing.stop()
        self.words.flush()
        self.purpose.flush()
        if self.kept is not None:
            fields = {name: field.text().strip() for name, field in self._fields.items()}
            self._change(editing.with_fields(self.kept, **fields), self.tr("Edit brief"))

    def set_writable(self, writable: bool) -> None:
        """Take changes only where they can be kept; a brief can be read and exported all the same."""
        for act in self._changing:
            act.setEnabled(writable)
        for line in (*self._fields.values(), self.heading):
            line.setReadOnly(not writable)
        for words in (self.words, self.purpose):
            words.setReadOnly(not writable)
        ways = QAbstractItemView.DragDropMode
        self.tree.setDragDropMode(ways.InternalMove if writable else ways.NoDragDrop)

    # The parts

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 0, 10, 0)
        column.addLayout(self._form())
        column.addWidget(self._news_strip())
        column.addWidget(self._lines_tree(), 1)
        column.addLayout(self._line_acts())
        self.heading = QLineEdit(self)
        self.heading.setPlaceholderText(self.tr("Heading of the section"))
        self.heading.setAccessibleName(self.tr("Heading of the section"))
        self.heading.editingFinished.connect(self._write_heading)
        self.words = NoteField(self)
        self.words.setPlaceholderText(self.tr("Your own words, in Markdown"))
        self.words.setAccessibleName(self.tr("Your own words on the line"))
        self.words.setMaximumHeight(110)
        self.words.written.connect(self._write_words)
        column.addWidget(self.heading)
        column.addWidget(self.words)
        export = self._button(self.tr("Export …"), self.tr("Write the brief to a file."), self.export)
        export.setObjectName("primary")
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(export)
        column.addLayout(row)

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        self._fields: dict[str, QLineEdit] = {}
        for name, label, hint in (
            ("title", self.tr("Title"), ""),
            ("author", self.tr("Author"), ""),
            ("date", self.tr("Date"), self.tr("that of the export; or for instance 2026-03-01")),
            ("classification", self.tr("Classification"), self.tr("e.g. For internal use")),
        ):
            field = QLineEdit(self)
            field.setPlaceholderText(hint)
            field.setAccessibleName(label)
            field.textEdited.connect(lambda _: self._typing.start())
            field.editingFinished.connect(self.flush)
            self._fields[name] = field
            form.addRow(label, field)
        self.title = self._fields["title"]
        self.purpose = NoteField(self)
        self.purpose.setPlaceholderText(self.tr("Why and for whom, in Markdown"))
        self.purpose.setAccessibleName(self.tr("Purpose"))
        self.purpose.setMaximumHeight(62)
        self.purpose.written.connect(partial(self._write_field, "purpose"))
        form.addRow(self.tr("Purpose"), self.purpose)
        self.template, self.paper = TemplateBox(self), QComboBox(self)
        self.paper.addItem("A4", "a4")
        self.paper.addItem("Letter", "letter")
        for name, label, box in (
            ("template", self.tr("Whole articles as"), self.template),
            ("paper", self.tr("Paper"), self.paper),
        ):
            box.setAccessibleName(label)
            box.activated.connect(lambda _, name=name, box=box: self._write_field(name, box.currentData()))
            self._changing.append(box)
            form.addRow(label, box)
        return form

    def _news_strip(self) -> QWidget:
        self._news = QWidget(self)
        row = QHBoxLayout(self._news)
        row.setContentsMargins(0, 0, 0, 0)
        self._news_words = PlainLabel(self._news)
        self._news_words.setObjectName("paneTitle")
        row.addWidget(self._news_words, 1)
        tip = self.tr("Take note of it: from now on only newer changes are shown.")
        seen = self._button(self.tr("I have seen it"), tip, lambda: self.seen.emit(self.kept.id if self.kept else ""))
        self._changing.append(seen)
        row.addWidget(seen)
        self._news.hide()
        return self._news

    def _lines_tree(self) -> QTreeView:
        self.tree = QTreeView(self)
        self.tree.setModel(self.lines)
        self.tree.setAccessibleName(self.tr("Lines of the brief"))
        self.tree.setHeaderHidden(True)
        self.tree.setIndentation(14)
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.tree.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.tree.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.tree.selectionModel().currentChanged.connect(lambda: self._line_chosen())
        return self.tree

    def _line_acts(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for words, tip, key, act in (
            (self.tr("Section"), self.tr("Begin a section below the chosen one."), "", self._add_section),
            (self.tr("Text"), self.tr("Write words of your own below the chosen line."), "", self.add_text),
            (self.tr("Up"), self.tr("Move the chosen line or section up."), "Alt+Up", partial(self._move, -1)),
            (self.tr("Down"), self.tr("Move the chosen line or section down."), "Alt+Down", partial(self._move, 1)),
            (self.tr("Remove"), self.tr("Take the chosen lines out of the brief."), "Delete", self._remove_lines),
        ):
            button = self._button(words, tip, act)
            self._changing.append(button)
            if key:
                action = QAction(words, self.tree)
                action.setShortcut(QKeySequence(key))
                action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
                action.triggered.connect(lambda _=False, act=act: act())
                self.tree.addAction(action)
                self._changing.append(action)
                shown = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                button.setToolTip(f"{tip} ({shown})")
            row.addWidget(button)
        return row

    def _button(self, words: str, tip: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(words, self)
        button.setToolTip(tip)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: act())
        return button

    # What the reader does

    def _change(self, kept: StoredBrief, step: str) -> None:
        if kept != self.kept:
            self.kept = kept
            self.changed.emit(kept, step)

    def _write_field(self, name: str, value: str) -> None:
        if self.kept:
            self._change(editing.with_fields(self.kept, **{name: value}), self.tr("Edit brief"))

    def export(self) -> None:
        """Ask for a file, and have the brief written to it."""
        if self.kept is None:
            return
        self.flush()
        kinds = {f"{format_label(name, kind.title)} (*{kind.suffix})": name for name, kind in FORMATS.items()}
        name = f"{file_name_for(self.kept.title)}.pdf"
        chosen, kind = QFileDialog.getSaveFileName(self, self.tr("Export brief"), name, ";;".join(kinds))
        if chosen:
            format_name = kinds.get(kind, "pdf")
            path, suffix = Path(chosen), FORMATS[format_name].suffix
            path = path if path.name.endswith(suffix) else path.with_suffix(suffix)
            self.exportWished.emit(self.kept.id, path, format_name)

    def _add_section(self) -> None:
        if self.kept:
            place = self.lines.section_of(self.tree.currentIndex()) + 1 or len(self.kept.sections)
            self._change(editing.with_section(self.kept, place, self.tr("Section")), self.tr("New section"))

    def add_text(self) -> None:
        """Begin words of the reader's own below the chosen line."""
        if self.kept is None:
            return
        self.flush()
        line = BriefLine(new_identifier(), LineKind.TEXT)
        chosen = self._chosen_line()
        place = editing.place_of(self.kept, chosen) if chosen else None
        section = self.lines.section_of(self.tree.currentIndex())
        if place:
            kept = editing.with_lines(self.kept, [line], place[0], place[1] + 1)
        elif section >= 0:
            kept = editing.with_lines(self.kept, [line], section, 0)
        else:
            kept = editing.with_lines_at_the_end(self.kept, [line])
        self._wanted = line.id
        self._change(kept, self.tr("Write in brief"))

    def _move(self, way: int) -> None:
        index = self.tree.currentIndex()
        if self.kept is None or not index.isValid():
            return
        line, section = self.lines.line_of(index), self.lines.section_of(index)
        if line is None:
            place = section + (2 if way > 0 else -1)
            if 0 <= place <= len(self.kept.sections):
                self._change(editing.with_section_moved(self.kept, section, place), self.tr("Move in brief"))
            return
        moved = editing.with_line_stepped(self.kept, line.id, way)
        self._change(moved, self.tr("Move in brief"))

    def _remove_lines(self) -> None:
        chosen = self.tree.selectionModel().selectedRows()
        if self.kept is None or not chosen:
            return
        lines = [line.id for index in chosen if (line := self.lines.line_of(index)) is not None]
        sections = [self.lines.section_of(index) for index in chosen if self.lines.line_of(index) is None]
        self._change(editing.without(self.kept, lines, sections), self.tr("Remove from brief"))

    def _write_heading(self) -> None:
        section = self.lines.section_of(self.tree.currentIndex())
        if self.kept and section >= 0:
            heading = self.heading.text().strip()
            self._change(editing.with_heading(self.kept, section, heading), self.tr("Edit heading"))

    def _write_words(self, words: str) -> None:
        if self.kept and self._written_on:
            self._change(editing.with_text(self.kept, self._written_on, words), self.tr("Write in brief"))

    # The fields

    def _chosen_line(self) -> str:
        line = self.lines.line_of(self.tree.currentIndex())
        return line.id if line else ""

    def _line_chosen(self) -> None:
        self.words.flush()
        self._show_line()

    def _show_fields(self) -> None:
        kept = self.kept
        self.setEnabled(kept is not None)
        for name, field in self._fields.items():
            if not self._typing.isActive():
                words = str(getattr(kept, name)) if kept else ""
                if field.text().strip() != words:
                    field.setText(words)
        if not self.purpose.typing:
            self.purpose.show_note(kept.purpose if kept else "")
        for box, value in ((self.template, kept.template if kept else ""), (self.paper, kept.paper if kept else "")):
            box.setCurrentIndex(max(0, box.findData(value)))
        if self._wanted and (place := self.lines.index_of(self._wanted)).isValid():
            self._wanted = ""
            self.tree.selectionModel().setCurrentIndex(place, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.words.setFocus()
        self._show_line()

    def _show_line(self) -> None:
        index = self.tree.currentIndex()
        line, section = self.lines.line_of(index), self.lines.section_of(index)
        self.heading.setVisible(line is None and section >= 0)
        self.words.setVisible(line is not None)
        if line is not None:
            if line.id != self._written_on or not self.words.typing:
                self.words.show_note(line.text)
            self._written_on = line.id
        else:
            self._written_on = ""
            if self.kept and section >= 0 and not self.heading.isModified():
                self.heading.setText(self.kept.sections[section].heading)
