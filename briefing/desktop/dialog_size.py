"""How large a dialog is: as what it holds, and never larger than the screen."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog

from briefing.desktop.measures import space_dialog

EDGE = 48
"""Pixels of the screen that a dialog leaves free, for its frame and for what stands behind it."""


def fit_dialog(dialog: QDialog, scale: float) -> None:
    """Give a dialog the room within that all have, and the size that it asks for, times `scale`, as far as it fits."""
    space_dialog(dialog)
    room = dialog.screen().availableGeometry().size() - QSize(EDGE, EDGE)
    least = (dialog.minimumSize() * scale).boundedTo(room)
    wanted = (dialog.size() * scale).boundedTo(room)
    if least != dialog.minimumSize():
        dialog.setMinimumSize(least)
    if wanted != dialog.size():
        dialog.resize(wanted)
