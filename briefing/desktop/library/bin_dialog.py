"""The bin: all that was deleted in one list, to be taken out again or deleted for good."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from briefing.desktop.act_button import act_button
from briefing.desktop.close_button import close_button
from briefing.desktop.model_labels import binned_label, day_label
from briefing.desktop.plain_words import PlainLabel, tip
from briefing.desktop.row_selection import select_rows
from briefing.model import Binned

AnyIndex = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """What a row tells."""

    KIND = 0
    NAME = 1
    DELETED = 2


class BinModel(QAbstractTableModel):
    """A row for each thing in the bin, what went there last first."""

    _binned: tuple[Binned, ...] = ()

    def show_binned(self, binned: Sequence[Binned]) -> None:
        """Show these and no others."""
        self.beginResetModel()
        self._binned = tuple(binned)
        self.endResetModel()

    def at(self, row: int) -> Binned:
        """What a row stands for."""
        return self._binned[row]

    @property
    def all(self) -> tuple[Binned, ...]:
        """All that lies in the bin."""
        return self._binned

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 Qt's own signature
        """How many things there are."""
        return 0 if parent.isValid() else len(self._binned)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 Qt's own signature
        """How many columns there are."""
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The names of the columns."""
        if role != Qt.ItemDataRole.DisplayRole or way is Qt.Orientation.Vertical:
            return None
        return {
            Column.KIND: self.tr("Kind"),
            Column.NAME: self.tr("Name or words"),
            Column.DELETED: self.tr("Deleted"),
        }[Column(section)]

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a cell tells."""
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        one = self._binned[index.row()]
        words = {
            Column.KIND: binned_label(one.kind),
            Column.NAME: " ".join(one.title.split()),
            Column.DELETED: day_label(one.removed),
        }[Column(index.column())]
        return tip(words) if role == Qt.ItemDataRole.ToolTipRole else words


class BinDialog(QDialog):
    """Lists what lies in the bin; stays open beside the article."""

    restoreWished = Signal(object, object)
    """A tuple of `Binned` to be taken out, and one of all that lies in the bin."""
    emptyWished = Signal()
    """All of it is to be deleted for good, once the reader has agreed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Bin"))
        self.resize(640, 420)
        self._writable = True
        self.model = BinModel(self)
        self.table = self._table()
        self.words = PlainLabel(self)
        self.words.setObjectName("faint")
        self.words.setWordWrap(True)
        self.take_out = act_button(self.tr("Restore"), self.tr("Put all selected back where they were."), self)
        self.take_out.clicked.connect(self._take_out)
        self.empty = act_button(self.tr("Empty bin…"), self.tr("Delete for good what lies in the bin."), self)
        self.empty.clicked.connect(self.emptyWished)
        row = QHBoxLayout()
        row.addWidget(self.words, 1)
        row.addWidget(self.take_out)
        row.addWidget(self.empty)
        row.addWidget(close_button(self))
        column = QVBoxLayout(self)
        column.addWidget(self.table, 1)
        column.addLayout(row)
        self.table.selectionModel().selectionChanged.connect(self._update_acts)
        self.show_binned(())

    @property
    def selected(self) -> tuple[Binned, ...]:
        """What the selected rows stand for."""
        return tuple(self.model.at(index.row()) for index in self.table.selectionModel().selectedRows())

    def set_writable(self, writable: bool) -> None:
        """Offer changes only where they can be kept."""
        self._writable = writable
        self._update_acts()

    def show_binned(self, binned: Sequence[Binned]) -> None:
        """Show what lies in the bin; what was selected stays so if it is still there."""
        chosen = {(one.kind, one.id) for one in self.selected}
        self.model.show_binned(binned)
        select_rows(self.table, (row for row, one in enumerate(binned) if (one.kind, one.id) in chosen))
        self.words.setText(
            self.tr("What lies here is deleted for good after 30 days.")
            if binned
            else self.tr("The bin is empty. What lies here is deleted after 30 days.")
        )
        self._update_acts()

    def _table(self) -> QTableView:
        table = QTableView(self)
        table.setAccessibleName(self.tr("What lies in the bin"))
        table.setModel(self.model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        # In any language and at any size kind and day are told whole; the name has the rest.
        for column in (Column.KIND, Column.DELETED):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)
        table.activated.connect(self._take_out)
        return table

    def _update_acts(self) -> None:
        self.take_out.setEnabled(bool(self.selected) and self._writable)
        self.empty.setEnabled(bool(self.model.all) and self._writable)

    def _take_out(self) -> None:
        if self.selected and self._writable:
            self.restoreWished.emit(self.selected, self.model.all)
