"""Keys that lead from a field in which one types what to look for into the list of what was found."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QAbstractItemView, QLineEdit

from briefing.desktop.key_filter import KeyFilter


class HitKeys(QObject):
    """Down goes to the first hit, and Enter does too, or opens it.

    Args:
        field: in which one types.
        hits: the list of what was found.
        opening: whether Enter opens the first hit.
    """

    def __init__(self, field: QLineEdit, hits: QAbstractItemView, *, opening: bool = False) -> None:
        super().__init__(field)
        self._hits = hits
        KeyFilter(field, Qt.Key.Key_Down).pressed.connect(self._enter)
        enter = KeyFilter(field, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        enter.pressed.connect(self._open if opening else self._enter)

    def _enter(self) -> None:
        model = self._hits.model()
        if not model.rowCount():
            return
        if not self._hits.currentIndex().isValid():
            self._hits.setCurrentIndex(model.index(0, 0))
        self._hits.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _open(self) -> None:
        model = self._hits.model()
        if model.rowCount():
            self._hits.activated.emit(model.index(0, 0))
