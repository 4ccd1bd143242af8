"""All themes can be read: WCAG AA for everything that is written or drawn with a meaning."""

from collections import Counter

import pytest
from PySide6.QtCore import QStringListModel
from PySide6.QtGui import QColor, QImage, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QStyle,
    QStyleOptionButton,
    QStyleOptionViewItem,
    QTableView,
    QToolButton,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from briefing.desktop.theme import (
    GRAPHIC_CONTRAST,
    GRAPHIC_PAIRS,
    TEXT_CONTRAST,
    TEXT_PAIRS,
    Role,
    contrast,
    load_theme,
    style_sheet_of,
)
from briefing.model import Status
from briefing.resources import resource


@pytest.mark.parametrize("name", ["light", "dark", "contrast", "contrast-dark"])
@pytest.mark.parametrize(("pairs", "least"), [(TEXT_PAIRS, TEXT_CONTRAST), (GRAPHIC_PAIRS, GRAPHIC_CONTRAST)])
def test_contrast(name: str, pairs: tuple[tuple[Role | Status, Role], ...], least: float) -> None:
    theme = load_theme(name)
    weak = {f"{ink} on {ground}": round(contrast(theme[ink], theme[ground]), 2) for ink, ground in pairs
            if contrast(theme[ink], theme[ground]) < least}  # fmt: skip
    assert weak == {}


@pytest.mark.parametrize("name", ["contrast", "contrast-dark"])
def test_the_themes_of_strong_contrast_reach_the_highest_level(name: str) -> None:
    """WCAG 2.1, 1.4.6 (AAA): 7 to 1 for text."""
    theme = load_theme(name)
    weak = {f"{ink} on {ground}" for ink, ground in TEXT_PAIRS if contrast(theme[ink], theme[ground]) < 7}
    assert weak == set()


@pytest.mark.parametrize("name", ["light", "dark", "contrast", "contrast-dark"])
def test_arrows_are_drawn_in_the_soft_ink_of_their_theme(name: str) -> None:
    theme = load_theme(name)
    for arrow in ("down", "right", "up"):
        file = resource("themes", "arrows", f"{name}-{arrow}.svg")
        assert f'stroke="{theme[Role.INK_SOFT].name()}"' in file.read_text(encoding="utf-8")
        assert f'"{file.as_posix()}"' in style_sheet_of(theme)
    tick = resource("themes", "arrows", f"{name}-check.svg")
    assert f'stroke="{theme[Role.ON_ACCENT].name()}"' in tick.read_text(encoding="utf-8")
    assert f'"{tick.as_posix()}"' in style_sheet_of(theme)


@pytest.mark.parametrize("name", ["light", "dark", "contrast", "contrast-dark"])
@pytest.mark.parametrize("ticked", [False, True])
def test_a_box_can_be_seen_whether_it_is_ticked_or_not(name: str, ticked: bool, qtbot: QtBot) -> None:
    theme = load_theme(name)
    box = QCheckBox()
    qtbot.addWidget(box)
    box.setStyleSheet(f"QCheckBox {{ background: {theme[Role.PANEL].name()}; }}\n{style_sheet_of(theme)}")
    box.setChecked(ticked)
    box.resize(box.sizeHint())
    told = QStyleOptionButton()
    box.initStyleOption(told)
    place = box.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, told, box)
    drawn = box.grab().toImage()
    edge = drawn.pixelColor(place.left(), place.center().y())
    assert contrast(edge, theme[Role.PANEL]) >= GRAPHIC_CONTRAST


def test_a_number_stands_where_words_stand_in_a_field(qtbot: QtBot) -> None:
    number, words = QSpinBox(), QLineEdit()
    for field in (number, words):
        qtbot.addWidget(field)
        field.setStyleSheet(style_sheet_of(load_theme("dark")))
        field.resize(200, field.sizeHint().height())
    assert abs(number.height() - words.height()) <= 1


def test_a_button_that_does_nothing_yet_does_not_call_for_a_click(qtbot: QtBot) -> None:
    theme = load_theme("light")
    button = QPushButton("Take 0 into the library")
    button.setObjectName("primary")
    button.setStyleSheet(style_sheet_of(theme))
    qtbot.addWidget(button)
    button.resize(200, 40)
    corner = (20, 4)
    assert button.grab().toImage().pixelColor(*corner) == theme[Role.ACCENT]
    button.setEnabled(False)
    assert button.grab().toImage().pixelColor(*corner) == theme[Role.CARD]


@pytest.mark.parametrize("name", ["light", "dark", "contrast", "contrast-dark"])
@pytest.mark.parametrize("kind", [QListView, QTreeView, QTableView])
@pytest.mark.parametrize("holder", [QWidget, QDialog])
def test_a_selected_row_looks_so_under_the_pointer_too(
    name: str, kind: type[QAbstractItemView], holder: type[QWidget], qtbot: QtBot, qapp: QApplication
) -> None:
    theme, around = load_theme(name), holder()
    qtbot.addWidget(around)
    # As the window does it: what another test has left there is no part of this one.
    qapp.setStyleSheet(style_sheet_of(theme))
    view, model = kind(around), QStringListModel(["HHH"])
    view.setModel(model)
    view.ensurePolished()
    option, drawn = QStyleOptionViewItem(), QImage(200, 40, QImage.Format.Format_RGB32)
    view.initViewItemOption(option)
    option.rect = drawn.rect()
    option.state |= QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Enabled
    painter = QPainter(drawn)
    view.itemDelegate().paint(painter, option, model.index(0))
    painter.end()
    assert drawn.pixelColor(190, 20) == theme[Role.CARD_SELECTED]


def worded(kind: type[QWidget]) -> QWidget:
    """Something of that kind with a word in it."""
    made = kind()
    if isinstance(made, QComboBox):
        made.addItem("HHH")
    elif isinstance(made, QSpinBox):
        made.setPrefix("HHH")
    elif isinstance(made, QPlainTextEdit):
        made.setPlainText("HHH")
    else:
        made.setText("HHH")
    return made


def colours_of(widget: QWidget) -> Counter[str]:
    """How many pixels of it are drawn in each colour."""
    picture = widget.grab().toImage()
    places = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
    return Counter(QColor(picture.pixel(x, y)).name() for x, y in places)


@pytest.mark.parametrize("name", ["light", "dark", "contrast", "contrast-dark"])
@pytest.mark.parametrize("kind", [QPushButton, QToolButton, QCheckBox, QLineEdit, QPlainTextEdit, QComboBox, QSpinBox])
def test_what_cannot_be_used_now_looks_so(name: str, kind: type[QWidget], qtbot: QtBot) -> None:
    theme = load_theme(name)
    shown = worded(kind)
    qtbot.addWidget(shown)
    # Letters so large that some of their pixels are of their very colour.
    shown.setStyleSheet(f"{style_sheet_of(theme)}\nQWidget {{ font-size: 40px; }}")
    shown.resize(160, 70)
    ink, faint = theme[Role.INK].name(), theme[Role.INK_FAINT].name()
    before = colours_of(shown)
    shown.setEnabled(False)
    after = colours_of(shown)
    # What is left in ink are edges, in the themes of strong contrast.
    assert after[ink] < before[ink]
    assert after[faint] > before[faint]


@pytest.mark.parametrize("name", ["light", "dark", "contrast", "contrast-dark"])
def test_what_stands_in_empty_fields_can_be_read_in_boxes_too(qapp, qtbot, name):
    theme = load_theme(name)
    for field in (QComboBox(), QLineEdit(), QPlainTextEdit()):
        qtbot.addWidget(field)
        field.setStyleSheet(style_sheet_of(theme))
        field.ensurePolished()
        shown = field.palette().color(QPalette.ColorRole.PlaceholderText)
        assert shown.alpha() == 255
        assert contrast(shown, theme[Role.FIELD]) >= TEXT_CONTRAST


def test_what_is_chosen_is_told_by_lines_where_little_contrast_is_seen():
    told = {name: style_sheet_of(load_theme(name)) for name in ("light", "dark", "contrast", "contrast-dark")}
    assert {name: "QListView::item:selected { border: 1px solid" in sheet for name, sheet in told.items()} == {
        "light": False,
        "dark": False,
        "contrast": True,
        "contrast-dark": True,
    }


def test_buttons_and_fields_beside_each_other_are_of_one_height(qtbot):
    holder = QWidget()
    qtbot.addWidget(holder)
    row = QHBoxLayout(holder)
    parts = [QLineEdit(), QComboBox(), QPushButton("Choose"), QSpinBox()]
    for part in parts:
        row.addWidget(part)
    holder.setStyleSheet(style_sheet_of(load_theme("light")))
    holder.show()
    heights = [part.sizeHint().height() for part in parts]
    assert max(heights) - min(heights) <= 1, heights
