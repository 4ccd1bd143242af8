"""How large a dialog is: as what it holds, and never larger than the screen."""

from PySide6.QtCore import QChildEvent, QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QDialog, QWidget

from briefing.desktop.measures import space_dialog

EDGE = 48
"""Pixels of the screen that a dialog leaves free, for its frame and for what stands behind it."""


class DialogFitting(QObject):
    """Tells of the dialogs of a window that are about to be shown for the first time."""

    came = Signal(QDialog)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear of what the window was given, once it is polished."""
        if isinstance(event, QChildEvent) and event.polished() and isinstance(dialog := event.child(), QDialog):
            self.came.emit(dialog)
        return False


def room_on(screen: QScreen) -> QSize:
    """The most that a window of ours takes of a screen."""
    return screen.availableGeometry().size() - QSize(EDGE, EDGE)


def fit_dialog(dialog: QDialog, scale: float) -> None:
    """Give a dialog the room within that all have, and the size that it asks for, times `scale`, as far as it fits."""
    sized = dialog.testAttribute(Qt.WidgetAttribute.WA_Resized)
    space_dialog(dialog)
    room = room_on(dialog.screen())
    least = (dialog.minimumSize() * scale).boundedTo(room)
    wanted = (dialog.size() * scale).boundedTo(room)
    if least != dialog.minimumSize():
        dialog.setMinimumSize(least)
    if wanted != dialog.size():
        dialog.resize(wanted)
    layout = dialog.layout()
    if not sized and layout is not None and layout.hasHeightForWidth():
        # Qt thinks of labels that wrap as narrow, and makes room for lines that they do not have.
        width = max(dialog.width(), dialog.minimumWidth())
        dialog.resize(QSize(width, layout.totalHeightForWidth(width)).boundedTo(room))
