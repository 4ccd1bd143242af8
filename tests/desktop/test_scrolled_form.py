"""Large forms fit a small screen: the form scrolls, and the buttons below it stay in sight."""

from datetime import UTC, datetime
from itertools import combinations
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QApplication, QDialog, QFormLayout, QLineEdit, QPushButton, QVBoxLayout
from pytestqt.qtbot import QtBot
from windows import settle

from briefing.desktop.briefs.composer import Composer
from briefing.desktop.briefs.export_dialog import ExportDialog
from briefing.desktop.dialog_size import EDGE, fit_dialog
from briefing.desktop.scrolled_form import ScrolledForm
from briefing.desktop.stories.story_dialog import StoryDialog
from briefing.desktop.theme import load_theme, style_sheet_of
from briefing.model import KeptArticle, Origin

SMALL_SCREEN = QSize(800 - EDGE, 600 - EDGE)


def test_what_is_composed_and_exported_fits_a_screen_of_800_by_600(qtbot: QtBot, qapp: QApplication) -> None:
    theme = load_theme("light")
    kept = KeptArticle(1, Origin("Ferry"), datetime(2026, 5, 1, tzinfo=UTC))
    for dialog in (ExportDialog([kept], Path("/")), Composer(theme, str)):
        qtbot.addWidget(dialog)
        dialog.setStyleSheet(style_sheet_of(theme))
        fit_dialog(dialog, 1.0)
        dialog.show()
        dialog.resize(SMALL_SCREEN)
        settle()
        assert dialog.width() <= SMALL_SCREEN.width()
        assert dialog.height() <= SMALL_SCREEN.height()


def test_a_form_is_shown_whole_where_there_is_room_and_follows_the_keyboard_where_there_is_none(qtbot: QtBot) -> None:
    dialog, form = QDialog(), QFormLayout()
    qtbot.addWidget(dialog)
    lines = [QLineEdit() for _ in range(16)]
    for number, line in enumerate(lines):
        form.addRow(str(number), line)
    column, scrolled = QVBoxLayout(dialog), ScrolledForm(form)
    column.addWidget(scrolled)
    column.addStretch(1)
    dialog.resize(400, 900)
    dialog.show()
    settle()
    assert not scrolled.verticalScrollBar().isVisible()
    dialog.resize(400, 240)
    settle()
    assert scrolled.verticalScrollBar().isVisible()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    lines[-2].setFocus()
    scrolled.focusNextPrevChild(True)
    assert lines[-1].hasFocus()
    assert not lines[-1].visibleRegion().isEmpty()


def test_what_can_be_done_with_a_story_has_two_lines_where_one_is_too_narrow(qtbot: QtBot) -> None:
    dialog = StoryDialog(load_theme("light"))
    qtbot.addWidget(dialog)
    fit_dialog(dialog, 1.0)
    dialog.show()
    dialog.resize(460, 400)
    settle()
    assert dialog.width() == 460
    buttons = [one for one in dialog.findChildren(QPushButton) if one.isVisible()]
    places = [QRect(one.mapTo(dialog, QPoint(0, 0)), one.size()) for one in buttons]
    assert all(dialog.rect().contains(place) for place in places)
    assert not any(one.intersects(other) for one, other in combinations(places, 2))
    assert all(one.width() >= one.minimumSizeHint().width() for one in buttons)
