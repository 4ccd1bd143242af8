"""When the reader last typed in the field that has the keys: what comes late must not take them away from him."""

import time

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget
from shiboken6 import isValid

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
            self._begin_with(QApplication.focusWidget())

    def typed_since(self, moment: float) -> bool:
        """Whether something was typed, after a moment of `time.monotonic`, in the field that has the keys."""
        field = self._field
        # Also while another program is in front: he comes back to where he was.
        return self._at > moment and field is not None and isValid(field) and field.window().focusWidget() is field

    @property
    def field(self) -> QWidget | None:
        """The field in which somebody is typing."""
        return self._field if self.typed_since(time.monotonic() - LATELY) else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take note of each key that writes."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.text().strip():
            self._at = time.monotonic()
        return False

    def _begin_with(self, focused: QWidget | None) -> None:
        self._follow(None, focused)
        # What stands in it already was typed while the window came.
        if self._field is not None and self._field.property("text"):
            self._at = time.monotonic()

    def _follow(self, _: QWidget | None, now: QWidget | None) -> None:
        if now is None or now is self._field:
            return
        if self._field is not None and isValid(self._field):
            self._field.removeEventFilter(self)
        self._field, self._at = None, float("-inf")
        if _is_written_in(now):
            self._field = now
            now.installEventFilter(self)


def _is_written_in(widget: QWidget) -> bool:
    if isinstance(widget, QComboBox):
        return widget.isEditable()
    if isinstance(widget, QLineEdit):
        return not widget.isReadOnly()
    # By their names: a start shows neither, and need not load what Python knows of them.
    return (widget.inherits("QPlainTextEdit") or widget.inherits("QTextEdit")) and not widget.property("readOnly")
