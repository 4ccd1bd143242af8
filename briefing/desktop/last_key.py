"""When the reader last typed in the field that has the keys: what comes late must not take them away from him."""

import time

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

LATELY = 2.0
"""Seconds after a key in which somebody is still typing."""


class LastKey(QObject):
    """Listens to the field that has the keys, and to no other."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._field: QWidget | None = None
        self._at = float("-inf")
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def typed_since(self, moment: float) -> bool:
        """Whether something was typed, after a moment of `time.monotonic`, in the field that has the keys."""
        return self._at > moment and self._field is not None and QApplication.focusWidget() is self._field

    @property
    def field(self) -> QWidget | None:
        """The field in which somebody is typing."""
        return self._field if self.typed_since(time.monotonic() - LATELY) else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take note of each key that writes."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.text().strip():
            self._at = time.monotonic()
        return False

    def _follow(self, before: QWidget | None, now: QWidget | None) -> None:
        if before is not None and before is self._field:
            before.removeEventFilter(self)
        self._field, self._at = None, float("-inf")
        if now is not None and _is_written_in(now):
            self._field = now
            now.installEventFilter(self)


def _is_written_in(widget: QWidget) -> bool:
    if isinstance(widget, QComboBox):
        return widget.isEditable()
    return isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit) and not widget.isReadOnly()
