"""Hides a side pane while the window is too narrow for it, and shows it again when there is room."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget


class FoldsWhenNarrow(QObject):
    """Hides a pane below a width of the window; what the reader switches himself stays as he switched it.

    Args:
        window: whose width counts.
        action: shows and hides the pane.
        width: of the window in pixels, below which the pane is folded.
    """

    def __init__(self, window: QWidget, action: QAction, width: int) -> None:
        super().__init__(window)
        self._window = window
        self._action = action
        self._width = width
        self._folded = False
        window.installEventFilter(self)
        action.triggered.connect(self._switched)
        self._look()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at the width whenever it changes."""
        if watched is self._window and event.type() is QEvent.Type.Resize:
            self._look()
        return False

    def set_width(self, width: int) -> None:
        """Fold the pane below another width of the window."""
        self._width = width
        self._look()

    def _look(self) -> None:
        narrow = self._window.width() < self._width
        if narrow and not self._folded and self._action.isChecked():
            self._folded = True
            self._action.setChecked(False)
        elif not narrow and self._folded:
            self._folded = False
            self._action.setChecked(True)

    def _switched(self) -> None:
        self._folded = False
