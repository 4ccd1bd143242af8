"""Selects rows of a table whatever keys are held down, which `QTableView.selectRow` heeds as if they were meant."""

from collections.abc import Iterable

from PySide6.QtCore import QItemSelection, QItemSelectionModel
from PySide6.QtWidgets import QTableView


def select_rows(table: QTableView, rows: Iterable[int]) -> None:
    """Select these rows, and no others."""
    model, chosen = table.model(), QItemSelection()
    for row in rows:
        index = model.index(row, 0)
        chosen.select(index, index)
    flags = QItemSelectionModel.SelectionFlag
    table.selectionModel().select(chosen, flags.ClearAndSelect | flags.Rows)
