"""Text documents that load no picture, style or file which a note or an article names."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QWidget

_KINDS = QTextDocument.ResourceType


def nothing(kind: int) -> object:
    """What is loaded in the place of everything that is not ours.

    An answer of nothing at all would send Qt to look for the file itself.
    """
    if kind != _KINDS.ImageResource.value:
        return " "
    empty = QImage(1, 1, QImage.Format.Format_ARGB32)
    empty.fill(0)
    return empty


class HarmlessDocument(QTextDocument):
    """A document that loads nothing."""

    def loadResource(self, kind: int, name: "QUrl | str") -> object:
        """Nothing, whatever is asked for."""
        return nothing(kind)


class HarmlessBrowser(QTextBrowser):
    """Shows a text that loads nothing, and follows no link by itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)

    def loadResource(self, kind: int, name: "QUrl | str") -> object:
        """Nothing, whatever is asked for."""
        return nothing(kind)
