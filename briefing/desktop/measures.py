"""The steps of room that the whole window uses, and the room within dialogs: one scale, so that edges meet."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog, QLayout

STEPS = (0, 4, 8, 12, 16, 24)
"""Pixels of margins and gaps, at 100 % text size."""

TINY, SMALL, MEDIUM, LARGE, WIDE = STEPS[1:]

RADIUS = 6
"""Of corners: buttons, fields, rows, cards, frames."""


def space_dialog(dialog: QDialog) -> None:
    """Give a dialog the margins and gaps that all have."""
    # Here: the window's start needs none of them.
    from PySide6.QtWidgets import QColorDialog, QDialogButtonBox, QFileDialog, QTableView

    layout = dialog.layout()
    # Those of Qt's own that hold a lot are laid out closely.
    if layout is None or isinstance(dialog, QFileDialog | QColorDialog):
        return
    layout.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
    layout.setSpacing(MEDIUM)
    _space_within(layout)
    for table in dialog.findChildren(QTableView):
        # Of all views these alone give their rows a height that does not go with the letters.
        table.ensurePolished()
        table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + MEDIUM + TINY)
    for buttons in dialog.findChildren(QDialogButtonBox):
        within = buttons.layout()
        if within is not None:
            within.setSpacing(SMALL)


def _space_within(layout: QLayout) -> None:
    from PySide6.QtWidgets import QFormLayout

    for place in range(layout.count()):
        item = layout.itemAt(place)
        inner = item.layout() if item is not None else None
        if inner is None:
            continue
        if isinstance(inner, QFormLayout):
            inner.setHorizontalSpacing(MEDIUM)
            inner.setVerticalSpacing(SMALL)
        else:
            inner.setSpacing(SMALL)
        _space_within(inner)
