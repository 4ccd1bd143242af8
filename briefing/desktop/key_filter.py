"""An event filter that takes a key in a field or list before a command of the window does."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

_ALONE = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class KeyFilter(QObject):
    """Tells when one of some keys is pressed alone in a widget; nobody else hears of it then.

    Args:
        widget: that has the focus.
        keys: that are taken.
    """

    pressed = Signal()

    def __init__(self, widget: QWidget, *keys: Qt.Key) -> None:
        super().__init__(widget)
        self._keys = keys
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take these keys, and nothing else."""
        if not isinstance(event, QKeyEvent) or event.key() not in self._keys or event.modifiers() not in _ALONE:
            return super().eventFilter(watched, event)
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
        elif event.type() is QEvent.Type.KeyPress:
            self.pressed.emit()
        return True


class DeleteKey(KeyFilter):
    """Tells when the key is pressed with which things are deleted, as keyboards have it."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget, Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
