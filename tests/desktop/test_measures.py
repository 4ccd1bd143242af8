"""One scale of room and one radius in the whole window."""

import ast
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
)
from pytestqt.qtbot import QtBot

import briefing.desktop
from briefing.desktop.dialog_size import fit_dialog
from briefing.desktop.measures import ANSWER, LARGE, MEDIUM, SMALL, STEPS

CALLS = ("setContentsMargins", "setSpacing", "setHorizontalSpacing", "setVerticalSpacing", "addSpacing")
MODULES = sorted(Path(briefing.desktop.__file__).parent.rglob("*.py"))


def numbers_in(path: Path) -> Iterator[tuple[int, object]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") in CALLS:
            for given in node.args:
                if isinstance(given, ast.Constant):
                    yield node.lineno, given.value


def test_margins_and_gaps_are_steps_of_one_scale() -> None:
    strange = [
        f"{path.name}:{line}: {number}" for path in MODULES for line, number in numbers_in(path) if number not in STEPS
    ]
    assert strange == []


def test_rows_of_tables_grow_with_their_letters(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    column, table = QVBoxLayout(dialog), QTableView(dialog)
    column.addWidget(table)
    dialog.setStyleSheet("QTableView { font-size: 40px; }")
    dialog.ensurePolished()
    table.ensurePolished()
    fit_dialog(dialog, 2.0)
    assert table.verticalHeader().defaultSectionSize() > 40 + SMALL


def test_all_dialogs_have_the_same_room_within(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    column, form, row = QVBoxLayout(dialog), QFormLayout(), QHBoxLayout()
    form.addRow("Title", QLineEdit())
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    column.addLayout(form)
    column.addLayout(row)
    column.addWidget(buttons)
    fit_dialog(dialog, 1.0)
    margins = column.contentsMargins()
    assert (margins.left(), margins.top(), margins.right(), margins.bottom()) == (LARGE,) * 4
    assert (column.spacing(), row.spacing()) == (MEDIUM, SMALL)
    assert (form.horizontalSpacing(), form.verticalSpacing()) == (MEDIUM, SMALL)
    within = buttons.layout()
    assert within is not None
    assert within.spacing() == SMALL


def test_each_label_of_a_form_stands_level_with_the_first_line_of_what_it_names(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    column, form, grid, row = QVBoxLayout(dialog), QFormLayout(), QGridLayout(), QHBoxLayout()
    boxes = [QCheckBox(str(number)) for number in range(4)]
    for place, box in enumerate(boxes):
        grid.addWidget(box, *divmod(place, 2))
    buttons = [QLabel("None"), QPushButton("Choose")]
    for button in buttons:
        row.addWidget(button)
    line, text = QLineEdit(), QPlainTextEdit()
    fields = {"Title": line, "Only in": grid, "Logo": row, "Purpose": text}
    for name, field in fields.items():
        form.addRow(name, field)  # type: ignore[call-overload]
    column.addLayout(form)
    fit_dialog(dialog, 1.0)
    dialog.show()
    qtbot.waitExposed(dialog)
    firsts = {"Title": line, "Only in": boxes[0], "Logo": buttons[1]}
    for name, first in firsts.items():
        label = form.labelForField(fields[name])  # type: ignore[call-overload]
        assert abs(label.geometry().center().y() - first.geometry().center().y()) <= 2
    purpose = form.labelForField(text)
    assert purpose.geometry().bottom() <= text.geometry().top() + 2 * text.fontMetrics().height() + SMALL


def test_a_dialog_that_asks_for_a_name_has_room_for_one(qtbot: QtBot) -> None:
    dialog = QInputDialog()
    qtbot.addWidget(dialog)
    dialog.setLabelText("Name")
    dialog.setTextValue("")
    fit_dialog(dialog, 1.0)
    dialog.show()
    qtbot.waitExposed(dialog)
    assert dialog.width() >= ANSWER * dialog.fontMetrics().height()


def test_labels_that_wrap_leave_no_empty_lines_below_them(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    dialog.setMinimumWidth(520)
    column, label, line = QVBoxLayout(dialog), QLabel("Only this page is fetched. " * 4), QLineEdit()
    label.setWordWrap(True)
    column.addWidget(label)
    column.addWidget(line)
    fit_dialog(dialog, 1.0)
    dialog.show()
    qtbot.waitExposed(dialog)
    assert label.height() <= label.heightForWidth(label.width()) + 1
    assert line.y() - label.geometry().bottom() <= MEDIUM + 1
