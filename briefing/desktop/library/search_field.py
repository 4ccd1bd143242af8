"""The field in which one types what to look for; Escape empties it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit


class SearchField(QLineEdit):
    """A line that keeps Escape for itself, whatever else the window does on that key."""

    left = Signal()
    """Escape was pressed while nothing stood in it."""

    def hear_keys(self) -> None:
        """Take Escape, from now on."""
        from briefing.desktop.escape_filter import Escape

        Escape(self).pressed.connect(self._escape)

    def _escape(self) -> None:
        if self.text():
            self.clear()
        else:
            self.left.emit()
