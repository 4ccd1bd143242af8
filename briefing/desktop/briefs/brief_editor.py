"""The middle of the composer: the fields of a brief, its sections and lines, and what is done with them."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from briefing.desktop.act_button import act_button
from briefing.desktop.briefs import brief_edits
from briefing.desktop.briefs.brief_model import LineModel
from briefing.desktop.briefs.line_delegate import LineDelegate
from briefing.desktop.briefs.template_box import TemplateBox
from briefing.desktop.escape_filter import Escape
from briefing.desktop.fitting_hint import FittingHint
from briefing.desktop.line_field import LineField
from briefing.desktop.model_labels import format_label
from briefing.desktop.note_field import NoteField
from briefing.desktop.plain_words import PlainLabel
from briefing.desktop.scrolled_form import ScrolledForm
from briefing.desktop.theme import Theme
from briefing.export import FORMATS, file_name_for
from briefing.model import BriefLine, LineKind, StoredBrief
from briefing.model.identifiers import new_identifier
from briefing.model.merge import merged_words
from briefing.service import BriefTold

LEAST_LINES = 120
"""Pixels of the lines that are in sight at least."""


class BriefEditor(QWidget):
    """Edits one brief."""

    changed = Signal(object, object, str)
    """The `StoredBrief` as the reader changed it, the one that it was before, and a name for the step."""
    seen = Signal(str)
    """Id of a brief of whose changed sources the reader took note."""
    lookChanged = Signal()
    """All briefs look otherwise: the pages are to be shown anew."""
    exportWished = Signal(str, object, str)
    """Id of a brief, the path to write, and the name of the format."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = LineModel(theme, self)
        self.lines.moveWished.connect(self._take_moved)
        self._rows = LineDelegate(theme, self)
        self.folder: Callable[[], Path] = Path.home
        """Where files went last."""
        self.kept: StoredBrief | None = None
        self._changing: list[QPushButton | QAction | QComboBox] = []
        self._lay_out()
        self._show_fields()

    def show_brief(self, told: BriefTold | None) -> None:
        """Show a brief as it is kept now, or none; what is typed and not sent yet stays where it is typed."""
        another = told is None or self.kept is None or told.kept.id != self.kept.id
        if another:
            self.flush()
        if told is None:
            self.kept = None
            self._show_fields()
            return
        if self.heading.typing and not another and self.lines.has_other_rows(told.kept):
            # What is typed over a section has to be sent while it is known which one that is; then all is told anew.
            self.flush()
            return
        self.kept = told.kept
        self._show_rows(lambda: self.lines.show_brief(told.kept, told.brief, told.affected))
        self._news.setVisible(bool(told.affected))
        self._news_words.setText(self.tr("%n line(s) are not what they were.", "", len(told.affected)))
        self._show_fields()

    def set_theme(self, theme: Theme) -> None:
        """Draw the lines in another theme."""
        self._rows.set_theme(theme)
        self.lines.set_theme(theme)

    def flush(self) -> None:
        """Send what was typed on its way to the disk."""
        for field in self._written:
            field.flush()

    def settle(self) -> None:
        """Take note that all that was typed is on the disk."""
        for field in self._written:
            field.settle()

    @property
    def _written(self) -> tuple[NoteField | LineField, ...]:
        """All fields that are saved while one types."""
        return (self.heading, self.words, self.purpose, *self._fields.values())

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
        column.setContentsMargins(12, 0, 12, 0)
        column.setSpacing(8)
        column.addWidget(ScrolledForm(self._form(), self))
        column.addWidget(self._news_strip())
        column.addWidget(self._lines_tree(), 1)
        self.tree.setMinimumHeight(LEAST_LINES)
        column.addLayout(self._line_acts())
        column.addWidget(self._own_words())
        export = self._button(self.tr("Export…"), self.tr("Write the brief to a file."), self.export)
        export.setObjectName("primary")
        told = self.tr("Logo, colours and face of all briefs")
        row = QHBoxLayout()
        row.addWidget(self._button(self.tr("House style…"), told, self._open_house_style))
        row.addStretch(1)
        row.addWidget(export)
        column.addLayout(row)

    def _open_house_style(self) -> None:
        from briefing.desktop.briefs.house_style_dialog import HouseStyleDialog

        dialog = HouseStyleDialog(self)
        dialog.changed.connect(self.lookChanged)
        dialog.open()

    def _own_words(self) -> QWidget:
        """The field for what is chosen; its room is kept where nothing is, so that nothing below it jumps."""
        self.heading = LineField(self)
        self.heading.setPlaceholderText(self.tr("Heading of the section"))
        self.heading.setAccessibleName(self.tr("Heading of the section"))
        self.heading.written.connect(self._write_heading)
        self.words = NoteField(self)
        self.words.setPlaceholderText(self.tr("Your own words, in Markdown"))
        self.words.setAccessibleName(self.tr("Your own words on the line"))
        self.words.written.connect(self._write_words)
        self._of_section = QWidget(self)
        self._of_none = PlainLabel(self.tr("Choose a section to name it, or a line to write on it."), self)
        self._of_none.setObjectName("faint")
        self._of_none.setWordWrap(True)
        self._of_none.setAlignment(Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self._of_section)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.heading)
        column.addStretch(1)
        self._own = QStackedWidget(self)
        self._own.setFixedHeight(110)
        for page in (self._of_none, self._of_section, self.words):
            self._own.addWidget(page)
        for field in (self.heading, self.words):
            Escape(field).pressed.connect(self._leave_field)
        return self._own

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        self._fields: dict[str, LineField] = {}
        for name, label, *hints in (
            ("title", self.tr("Title")),
            ("author", self.tr("Author")),
            ("date", self.tr("Date"), self.tr("that of the export; or for instance 2026-03-01"), "2026-03-01"),
            ("classification", self.tr("Classification"), self.tr("e.g. For internal use")),
        ):
            field = LineField(self)
            if hints:
                FittingHint(field, *hints)
            field.setAccessibleName(label)
            field.written.connect(partial(self._write_typed, name))
            Escape(field).pressed.connect(self._leave_field)
            self._fields[name] = field
            form.addRow(label, field)
        self.title = self._fields["title"]
        self.purpose = NoteField(self)
        self.purpose.setPlaceholderText(self.tr("Why and for whom, in Markdown"))
        self.purpose.setAccessibleName(self.tr("Purpose"))
        self.purpose.setMaximumHeight(62)
        self.purpose.written.connect(partial(self._write_typed, "purpose"))
        Escape(self.purpose).pressed.connect(self._leave_field)
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
        self.tree.setItemDelegate(self._rows)
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.tree.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.tree.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.tree.selectionModel().currentChanged.connect(lambda: self._show_chosen())
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
        button = act_button(words, tip, self)
        button.clicked.connect(lambda: act())
        return button

    # What the reader does

    def _change(self, kept: StoredBrief, step: str, wanted: str | int | None = None) -> None:
        """Keep the brief as the reader made it, and show it so at once; `wanted` is what is to be chosen then."""
        before = self.kept
        if before is None or kept == before:
            return
        self.kept = kept
        self._show_rows(lambda: self.lines.show_kept(kept), wanted)
        self.changed.emit(kept, before, step)

    def _write_field(self, name: str, value: str) -> None:
        if self.kept:
            self._change(brief_edits.with_fields(self.kept, **{name: value}), self.tr("Edit brief"))

    def _write_typed(self, name: str, subject: str, words: str, was: str) -> None:
        if self.kept and self.kept.id == subject:
            self._write_field(name, merged_words(was, words, getattr(self.kept, name)))

    def _take_moved(self, kept: StoredBrief) -> None:
        self._change(kept, self.tr("Move in brief"))

    def _leave_field(self) -> None:
        """The reader is done with a field: the keys are those of the lines."""
        self.flush()
        self.tree.setFocus()

    def export(self) -> None:
        """Ask for a file, and have the brief written to it."""
        if self.kept is None:
            return
        self.flush()
        kinds = {f"{format_label(kind.title)} (*{kind.suffix})": name for name, kind in FORMATS.items()}
        name = str(self.folder() / f"{file_name_for(self.kept.title)}.pdf")
        chosen, kind = QFileDialog.getSaveFileName(self, self.tr("Export brief"), name, ";;".join(kinds))
        if chosen:
            format_name = kinds.get(kind, "pdf")
            path, suffix = Path(chosen), FORMATS[format_name].suffix
            path = path if path.name.endswith(suffix) else path.with_suffix(suffix)
            self.exportWished.emit(self.kept.id, path, format_name)

    def _add_section(self) -> None:
        """Begin a section, and let the reader name it."""
        self.flush()
        if self.kept:
            place = self.lines.section_of(self.tree.currentIndex()) + 1 or len(self.kept.sections)
            made = brief_edits.with_section(self.kept, place, self.tr("Section"))
            self._change(made, self.tr("New section"), place)
            self.heading.setFocus()
            self.heading.selectAll()

    def add_text(self) -> None:
        """Begin words of the reader's own below the chosen line."""
        if self.kept is None:
            return
        self.flush()
        line = BriefLine(new_identifier(), LineKind.TEXT)
        chosen = self._chosen_line()
        place = brief_edits.place_of(self.kept, chosen) if chosen else None
        section = self.lines.section_of(self.tree.currentIndex())
        if place:
            kept = brief_edits.with_lines(self.kept, [line], place[0], place[1] + 1)
        elif section >= 0:
            kept = brief_edits.with_lines(self.kept, [line], section, 0)
        else:
            kept = brief_edits.with_lines_at_the_end(self.kept, [line])
        self._change(kept, self.tr("Write in brief"), line.id)
        self.words.setFocus()

    def _move(self, way: int) -> None:
        self.flush()
        index = self.tree.currentIndex()
        if self.kept is None or not index.isValid():
            return
        line, section = self.lines.line_of(index), self.lines.section_of(index)
        if line is None:
            place = section + (2 if way > 0 else -1)
            if 0 <= place <= len(self.kept.sections):
                moved = brief_edits.with_section_moved(self.kept, section, place)
                self._change(moved, self.tr("Move in brief"), section + way)
            return
        moved = brief_edits.with_line_stepped(self.kept, line.id, way)
        self._change(moved, self.tr("Move in brief"))

    def _remove_lines(self) -> None:
        self.flush()
        chosen = self.tree.selectionModel().selectedRows()
        if self.kept is None or not chosen:
            return
        lines = [line.id for index in chosen if (line := self.lines.line_of(index)) is not None]
        sections = [self.lines.section_of(index) for index in chosen if self.lines.line_of(index) is None]
        self._change(brief_edits.without(self.kept, lines, sections), self.tr("Remove from brief"))

    def _write_heading(self, subject: str, words: str, was: str) -> None:
        section = int(subject.rpartition(" ")[2] or -1)
        if self.kept and 0 <= section < len(self.kept.sections):
            heading = merged_words(was, words, self.kept.sections[section].heading)
            self._change(brief_edits.with_heading(self.kept, section, heading), self.tr("Edit heading"))

    def _write_words(self, subject: str, words: str, was: str) -> None:
        if self.kept is None:
            return
        line_id = subject.rpartition(" ")[2]
        line = brief_edits.line_of(self.kept, line_id)
        if line is None:
            # It was taken out in another window: the words are the reader's all the same.
            kept = brief_edits.with_lines_at_the_end(
                self.kept, [BriefLine(new_identifier(), LineKind.TEXT, text=words)]
            )
        else:
            kept = brief_edits.with_text(self.kept, line_id, merged_words(was, words, line.text))
        self._change(kept, self.tr("Write in brief"))

    # The fields

    def _chosen_line(self) -> str:
        line = self.lines.line_of(self.tree.currentIndex())
        return line.id if line else ""

    def _show_rows(self, show: Callable[[], bool], wanted: str | int | None = None) -> None:
        """Let the tree show other rows; what is chosen stays chosen, unless something else is wanted."""
        chosen = (
            wanted if wanted is not None else self._chosen_line() or self.lines.section_of(self.tree.currentIndex())
        )
        bar = self.tree.verticalScrollBar()
        at = bar.value()
        if show():
            self.tree.expandAll()
            bar.setValue(at)
            place = self.lines.index_of(chosen) if isinstance(chosen, str) else self.lines.index(chosen, 0)
            if place.isValid():
                self.tree.setCurrentIndex(place)
            self._show_chosen()

    def _show_fields(self) -> None:
        kept = self.kept
        self.setEnabled(kept is not None)
        subject = kept.id if kept else ""
        for name, field in self._fields.items():
            field.tell(subject, str(getattr(kept, name)) if kept else "")
        self.purpose.tell(subject, kept.purpose if kept else "")
        for box, value in ((self.template, kept.template if kept else ""), (self.paper, kept.paper if kept else "")):
            box.setCurrentIndex(max(0, box.findData(value)))
        self._show_chosen()

    def _show_chosen(self) -> None:
        """Let the reader name the section that is chosen, or write on the line."""
        index = self.tree.currentIndex()
        line, section = self.lines.line_of(index), self.lines.section_of(index)
        if self.kept is None or section < 0:
            self._own.setCurrentWidget(self._of_none)
        elif line is not None:
            self._own.setCurrentWidget(self.words)
            self.words.tell(f"{self.kept.id} {line.id}", line.text)
        else:
            self._own.setCurrentWidget(self._of_section)
            self.heading.tell(f"{self.kept.id} {section}", self.kept.sections[section].heading)
