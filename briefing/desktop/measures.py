"""The steps of room that the whole window uses, and the room within dialogs: one scale, so that edges meet."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog, QFormLayout, QLayout, QLayoutItem

STEPS = (0, 4, 8, 12, 16, 24)
"""Pixels of margins and gaps, at 100 % text size."""

TINY, SMALL, MEDIUM, LARGE, WIDE = STEPS[1:]

ANSWER = 22
"""Heights of a letter that a field in which a name is asked for is wide."""

RADIUS = 6
"""Of corners: buttons, fields, rows, cards, frames."""


def space_dialog(dialog: QDialog) -> None:
    """Give a dialog the margins and gaps that all have."""
    # Here: the window's start needs none of them.
    from PySide6.QtWidgets import (
        QColorDialog,
        QComboBox,
        QDialogButtonBox,
        QFileDialog,
        QInputDialog,
        QLineEdit,
        QTableView,
    )

    if isinstance(dialog, QInputDialog):
        # Qt makes it as wide as its question, which is less than an answer, and takes back what is said of itself.
        for field in (*dialog.findChildren(QLineEdit), *dialog.findChildren(QComboBox)):
            field.ensurePolished()
            field.setMinimumWidth(ANSWER * field.fontMetrics().height())
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
    from PySide6.QtWidgets import QFormLayout, QScrollArea

    if isinstance(layout, QFormLayout):
        _level_labels(layout)
    for place in range(layout.count()):
        item = layout.itemAt(place)
        inner = item.layout() if item is not None else None
        held = item.widget() if item is not None else None
        if isinstance(held, QScrollArea) and (form := held.widget()) is not None:
            # A form that scrolls is laid out as any other.
            inner = form.layout()
        if inner is None:
            continue
        if isinstance(inner, QFormLayout):
            inner.setHorizontalSpacing(MEDIUM)
            inner.setVerticalSpacing(SMALL)
        else:
            inner.setSpacing(SMALL)
        _space_within(inner)


def _level_labels(form: QFormLayout) -> None:
    """Set each label of a form level with the first line of what it names, whatever that is."""
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QFormLayout, QLabel

    for row in range(form.rowCount()):
        label, field = (
            form.itemAt(row, role) for role in (QFormLayout.ItemRole.LabelRole, QFormLayout.ItemRole.FieldRole)
        )
        named = label.widget() if label is not None else None
        if isinstance(named, QLabel) and field is not None:
            height = max(_first_line(field), named.sizeHint().height())
            named.setFixedHeight(height)
            named.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


def _first_line(item: QLayoutItem) -> int:
    """Pixels of the first row of controls in a part of a layout."""
    from PySide6.QtWidgets import QBoxLayout, QGridLayout, QPlainTextEdit, QTextEdit

    widget, layout = item.widget(), item.layout()
    if isinstance(widget, QPlainTextEdit | QTextEdit):
        # A line of letters, with the room that a field has above and below it.
        return widget.fontMetrics().height() + 2 * SMALL
    if widget is not None:
        layout = widget.layout()
        if layout is None:
            return max(widget.sizeHint().height(), widget.minimumHeight())
    if layout is None:
        return 0
    items = [one for place in range(layout.count()) if (one := layout.itemAt(place)) is not None]
    if isinstance(layout, QGridLayout):
        first = [
            one for place, one in enumerate(items) if cast("tuple[int, ...]", layout.getItemPosition(place))[0] == 0
        ]
    elif isinstance(layout, QBoxLayout) and layout.direction() is QBoxLayout.Direction.LeftToRight:
        first = items
    else:
        first = items[:1]
    return max((_first_line(one) for one in first), default=0)
