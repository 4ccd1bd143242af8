"""What stands in an empty field, in as many words as the field has room for."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QLineEdit

from briefing.desktop.measures import MEDIUM


class FittingHint(QObject):
    """Shows in an empty field the first of some hints that is not cut; the last where none is whole.

    Args:
        field: a line.
        hints: the same in ever fewer words.
    """

    def __init__(self, field: QLineEdit, *hints: str) -> None:
        super().__init__(field)
        self._field, self._hints = field, hints
        field.installEventFilter(self)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look again when the field has another width or other letters."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        room, metrics = self._field.width() - 2 * MEDIUM, self._field.fontMetrics()
        shown = next((hint for hint in self._hints if metrics.horizontalAdvance(hint) <= room), self._hints[-1])
        if shown != self._field.placeholderText():
            self._field.setPlaceholderText(shown)
