"""A narrow box shortens its text and keeps the whole of it as a tip."""

from PySide6.QtGui import QColor, QIcon, QImage, QPixmap
from pytestqt.qtbot import QtBot

from briefing.desktop.eliding_combo import ChoiceBox


def _drawn(qtbot: QtBot, text: str, width: int, icon: QIcon | None = None) -> QImage:
    box = ChoiceBox()
    qtbot.addWidget(box)
    box.addItem(icon or QIcon(), text)
    box.resize(width, 32)
    return box.grab().toImage()


def test_what_has_no_room_is_not_drawn_at_all(qtbot: QtBot) -> None:
    beginning = "Source: not"
    same = _drawn(qtbot, f"{beginning} rated by anybody so far", 140) == _drawn(qtbot, f"{beginning} rated by me", 140)
    assert same
    assert _drawn(qtbot, f"{beginning} rated by anybody", 600) != _drawn(qtbot, f"{beginning} rated by me", 600)


def test_beside_an_icon_there_is_less_room(qtbot: QtBot) -> None:
    pixmap = QPixmap(16, 16)
    pixmap.fill(QColor("teal"))
    # As wide as the text needs alone, so that it must be shortened beside the icon.
    for width in range(60, 200):
        if _drawn(qtbot, "Unnamed source", width) == _drawn(qtbot, "Unnamed sourly", width):
            continue
        assert _drawn(qtbot, "Unnamed source", width, QIcon(pixmap)) == _drawn(
            qtbot, "Unnamed sourly", width, QIcon(pixmap)
        )
        break


def test_the_whole_text_is_the_tip(qtbot: QtBot) -> None:
    box = ChoiceBox()
    qtbot.addWidget(box)
    box.addItems(["Source: not rated", "A: completely reliable"])
    box.setCurrentIndex(1)
    assert box.toolTip() == "A: completely reliable"
