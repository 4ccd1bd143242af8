"""What stands in an empty field is never cut where fewer words say it too."""

from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from briefing.desktop.fitting_hint import FittingHint


def test_a_field_shows_the_longest_hint_that_it_has_room_for(qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    FittingHint(field, "Tags, parted by commas", "Tags")
    field.show()
    for width, shown in ((400, "Tags, parted by commas"), (90, "Tags"), (400, "Tags, parted by commas")):
        field.resize(width, field.height())
        assert field.placeholderText() == shown
