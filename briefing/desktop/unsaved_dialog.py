"""Asks before a window is closed while what the reader wrote is not on disk: that cannot be undone."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from briefing.desktop.plain_words import plain


def asked_to_give_up(why: str, copy: Callable[[], None], parent: QWidget) -> bool:
    """Whether the reader wants to close the window all the same.

    Args:
        why: a sentence on why nothing could be saved.
        copy: puts the words that are not saved on the clipboard, if the reader wants them there.
        parent: the window.
    """
    box = QMessageBox(QMessageBox.Icon.Warning, _tr("Not saved yet"), "", parent=parent)
    box.setText(_tr("What you did last is not saved yet, and is lost when the window is closed now."))
    box.setInformativeText(plain(why))
    stay = box.addButton(_tr("Stay"), QMessageBox.ButtonRole.RejectRole)
    copying = box.addButton(_tr("Copy the words and close"), QMessageBox.ButtonRole.AcceptRole)
    close = box.addButton(_tr("Close and lose it"), QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    box.exec()
    if box.clickedButton() is copying:
        copy()
    return box.clickedButton() in (copying, close)


def _tr(words: str) -> str:
    return QCoreApplication.translate("GivingUp", words)
