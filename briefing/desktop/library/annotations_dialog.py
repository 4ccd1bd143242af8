"""All annotations of the library in one list: filtered, changed together, orphans placed again by hand."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QInputDialog,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from briefing.desktop.act_button import act_button
from briefing.desktop.close_button import close_button
from briefing.desktop.highlight_colours import swatch
from briefing.desktop.hit_keys import HitKeys
from briefing.desktop.key_filter import DeleteKey
from briefing.desktop.keys import Filled
from briefing.desktop.library.annotation_filters import AnnotationFilters
from briefing.desktop.line_breaks import short
from briefing.desktop.measures import LARGE, WIDE
from briefing.desktop.model_labels import colour_label, day_label
from briefing.desktop.plain_words import PlainLabel, tip
from briefing.desktop.row_selection import select_rows
from briefing.desktop.theme import HIGHLIGHT_COLOURS, Theme
from briefing.model import AnnotationFilter, ListedAnnotation, Placing

AnyIndex = QModelIndex | QPersistentModelIndex

MOST = 2000
"""Annotations that are listed; with more the reader narrows the list."""

MOST_OF_CELL = 1_000
"""Characters of a cell."""

_PAUSE = 150


class Column(IntEnum):
    """What a row tells."""

    COLOUR = 0
    WORDS = 1
    NOTE = 2
    TAGS = 3
    ARTICLE = 4
    CHANGED = 5


class AnnotationModel(QAbstractTableModel):
    """A row for each annotation, the last changed first."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._listed: tuple[ListedAnnotation, ...] = ()

    def show_annotations(self, listed: Sequence[ListedAnnotation]) -> None:
        """Show these and no others."""
        self.beginResetModel()
        self._listed = tuple(listed)
        self.endResetModel()

    def set_theme(self, theme: Theme) -> None:
        """Show the colours in another theme."""
        self._theme = theme
        if self._listed:
            last = self.index(len(self._listed) - 1, Column.COLOUR)
            self.dataChanged.emit(self.index(0, Column.COLOUR), last, [Qt.ItemDataRole.DecorationRole])

    def at(self, row: int) -> ListedAnnotation:
        """The annotation of a row."""
        return self._listed[row]

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 Qt's own signature
        """How many there are."""
        return 0 if parent.isValid() else len(self._listed)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 Qt's own signature
        """How many columns there are."""
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The names of the columns."""
        if role != Qt.ItemDataRole.DisplayRole or way is Qt.Orientation.Vertical:
            return None
        return {
            Column.COLOUR: "",
            Column.WORDS: self.tr("Words"),
            Column.NOTE: self.tr("Note"),
            Column.TAGS: self.tr("Tags"),
            Column.ARTICLE: self.tr("Article"),
            Column.CHANGED: self.tr("Changed"),
        }[Column(section)]

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a cell tells; the colour is told in words, too."""
        if not index.isValid():
            return None
        one = self._listed[index.row()]
        column = Column(index.column())
        if column is Column.COLOUR:
            return self._colour(one, role)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            words = short(self._words(one, column), MOST_OF_CELL)
            return tip(words) if role == Qt.ItemDataRole.ToolTipRole else words
        return None

    def _colour(self, one: ListedAnnotation, role: int) -> object:
        if one.judgement is not None:
            told = role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
            return self.tr("Note on a claim") if told else None
        if role == Qt.ItemDataRole.DecorationRole:
            return swatch(one.annotation.colour, self._theme)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return colour_label(one.annotation.colour)
        return None

    def _words(self, one: ListedAnnotation, column: Column) -> str:
        annotation = one.annotation
        orphan = annotation.placing is Placing.ORPHAN
        words = " ".join(annotation.anchor.exact.split())
        if one.judgement is not None:
            words = self.tr("Claim: {words}").format(words=words)
        return {
            Column.WORDS: self.tr("not in the text any more: {words}").format(words=words) if orphan else words,
            Column.NOTE: " ".join(annotation.note.split()),
            Column.TAGS: ", ".join(annotation.tags),
            Column.ARTICLE: one.title,
            Column.CHANGED: day_label(annotation.modified),
        }[column]


class AnnotationsDialog(QDialog):
    """The list with its filters and what can be done with those selected; stays open beside the article."""

    listWished = Signal(object)
    """The `AnnotationFilter` that fits what the reader asks for; answered by `show_annotations`."""
    openWished = Signal(object)
    """A `ListedAnnotation` to be shown in its article."""
    changeWished = Signal(object, str, object)
    """A tuple of `ListedAnnotation`, and the name and the new value of the field to be changed in all of them."""
    removalWished = Signal(object)
    """A tuple of `ListedAnnotation` to be put into the bin."""
    placingWished = Signal(object)
    """An orphan, a `ListedAnnotation`, to be placed on the words that are selected in the article."""

    def __init__(self, theme: Theme, filled: Filled, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filled = filled
        self.setWindowTitle(self.tr("All annotations"))
        self.resize(920, 560)
        self.model = AnnotationModel(theme, self)
        self.words = QLineEdit(self)
        self.words.setPlaceholderText(self.tr("Words in notes, quotations and tags"))
        self.words.setAccessibleName(self.tr("Words in notes, quotations and tags"))
        self.words.setClearButtonEnabled(True)
        self.colour = QComboBox(self)
        self.colour.setAccessibleName(self.tr("Only one colour"))
        self.colour.addItem(self.tr("All colours"), None)
        for number in range(1, HIGHLIGHT_COLOURS + 1):
            self.colour.addItem(swatch(number, theme), colour_label(number), number)
        self.notes = QCheckBox(self.tr("with a note"), self)
        self.orphans = QCheckBox(self.tr("not in the text any more"), self)
        self.further = AnnotationFilters(self)
        self.open_article: int | None = None
        self._writable = True
        self.table = self._table()
        self.count = PlainLabel(self)
        self.count.setObjectName("faint")
        self._asking = QTimer(self, singleShot=True, interval=_PAUSE)
        self._asking.timeout.connect(self.look)
        for signal in (
            self.words.textChanged,
            self.colour.currentIndexChanged,
            self.notes.toggled,
            self.orphans.toggled,
            self.further.changed,
        ):
            signal.connect(self._asking.start)
        filters = QHBoxLayout()
        for widget in (self.words, self.colour, self.notes, self.orphans):
            filters.addWidget(widget, 1 if widget is self.words else 0)
        column_of_all = QVBoxLayout(self)
        column_of_all.addLayout(filters)
        column_of_all.addWidget(self.further)
        column_of_all.addWidget(self.table, 1)
        column_of_all.addLayout(self._acts())
        self.table.selectionModel().selectionChanged.connect(self._update_acts)
        HitKeys(self.words, self.table)
        self._update_acts()

    def _table(self) -> QTableView:
        table = QTableView(self)
        table.setAccessibleName(self.tr("Annotations"))
        table.setModel(self.model)
        DeleteKey(table).pressed.connect(lambda: self._buttons["remove"].click())
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setMinimumSectionSize(10)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in {Column.COLOUR: 40, Column.TAGS: 90}.items():
            # Other languages have longer words for the same column.
            header.resizeSection(column, max(width, header.sectionSizeHint(column)))
        # What is longer than its column is told whole by the tip; no column stands beyond the edge.
        for column in (Column.WORDS, Column.NOTE, Column.ARTICLE):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        table.activated.connect(lambda index: self.openWished.emit(self.model.at(index.row())))
        return table

    @property
    def selected(self) -> tuple[ListedAnnotation, ...]:
        """The annotations of the selected rows."""
        return tuple(self.model.at(index.row()) for index in self.table.selectionModel().selectedRows())

    def set_writable(self, writable: bool) -> None:
        """Offer changes only where they can be kept."""
        self._writable = writable
        self._update_acts()

    def look(self) -> None:
        """Ask for what the filters let through."""
        wanted = AnnotationFilter(
            words=self.words.text().strip(),
            colour=self.colour.currentData(),
            notes_only=self.notes.isChecked(),
            orphans_only=self.orphans.isChecked(),
            claims=True,
        )
        self.listWished.emit(self.further.applied(wanted, self.open_article))

    def show_annotations(self, listed: Sequence[ListedAnnotation], total: int, orphans: int) -> None:
        """Show what was asked for, and how many there are."""
        chosen = {one.annotation.id for one in self.selected}
        self.model.show_annotations(listed)
        if listed:
            # A day is never cut; it is as long in this language, and in letters of this size, as it is.
            day = self.table.fontMetrics().horizontalAdvance(day_label(listed[0].annotation.modified))
            self.table.setColumnWidth(Column.CHANGED, day + LARGE + WIDE)
        select_rows(self.table, (row for row, one in enumerate(listed) if one.annotation.id in chosen))
        told = [self.tr("%n annotation(s)", "", total)]
        if orphans:
            told.append(self.tr("{n} in the library whose words are not in the text any more").format(n=orphans))
        if total > len(listed):
            told.append(self.tr("the last {n} are listed").format(n=len(listed)))
        self.count.setText(" · ".join(told) if total or orphans else self._words_of_empty())
        self._update_acts()

    def _words_of_empty(self) -> str:
        filtered = self.words.text().strip() or self.colour.currentData() or self.further.chosen
        if filtered or self.notes.isChecked() or self.orphans.isChecked():
            return self.tr("No annotation is like this.")
        return self._filled(
            self.tr("Select words in an article and press {highlight} to highlight them, or {note} to write a note.")
        )

    def _acts(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self.count, 1)
        self._buttons: dict[str, QPushButton] = {}
        for name, words, told, act in (
            ("open", self.tr("Show in article"), self.tr("Open the article at these words."), self._open),
            (
                "place",
                self.tr("Place here"),
                self.tr("Move it to the words that are selected in its article."),
                self._place,
            ),
            ("colour", self.tr("Colour…"), self.tr("Give all selected another colour."), self._recolour),
            ("tag", self.tr("Tag…"), self.tr("Give all selected a tag."), self._tag),
            ("remove", self.tr("Remove"), self.tr("Put all selected into the bin."), self._remove),
        ):
            button = act_button(words, told, self)
            button.clicked.connect(lambda _=False, act=act: act())
            self._buttons[name] = button
            row.addWidget(button)
        row.addWidget(close_button(self))
        return row

    def _update_acts(self) -> None:
        selected = self.selected
        for button in self._buttons.values():
            button.setEnabled(bool(selected) and self._writable)
        # Notes on claims have neither colours nor tags.
        for name in ("colour", "tag"):
            self._buttons[name].setEnabled(self._writable and any(one.judgement is None for one in selected))
        self._buttons["open"].setEnabled(len(selected) == 1)
        orphan = len(selected) == 1 and selected[0].annotation.placing is Placing.ORPHAN
        self._buttons["place"].setEnabled(orphan and self._writable)

    def _open(self) -> None:
        self.openWished.emit(self.selected[0])

    def _place(self) -> None:
        self.placingWished.emit(self.selected[0])

    def _recolour(self) -> None:
        names = {colour_label(number): number for number in range(1, HIGHLIGHT_COLOURS + 1)}
        name, agreed = QInputDialog.getItem(self, self.tr("Colour"), self.tr("Colour"), list(names), 0, False)
        if agreed:
            self.changeWished.emit(self.selected, "colour", names[name])

    def _tag(self) -> None:
        tag, agreed = QInputDialog.getText(self, self.tr("Tag"), self.tr("Tag"))
        if agreed and tag.strip():
            self.changeWished.emit(self.selected, "tags", (tag.strip(),))

    def _remove(self) -> None:
        self.removalWished.emit(self.selected)
