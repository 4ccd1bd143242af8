"""An event filter that takes Esc in a field before a command of the window does."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from briefing.desktop.key_filter import KeyFilter


class Escape(KeyFilter):
    """Tells when Esc is pressed in a field, which nobody else hears of then."""

    def __init__(self, field: QWidget) -> None:
        super().__init__(field, Qt.Key.Key_Escape)
