"""Shows which pane has the keyboard, once the keyboard took it there; a click hides it again."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from briefing.desktop.theme import Role, Theme

WIDTH = 2
"""Pixels of the ring; it lies within the pane, so that nothing moves when it comes."""

BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class FocusRing(QWidget):
    """A frame that lies over a pane and lets everything through.

    Args:
        window: in which the panes are.
        theme: tells the look of the window.
    """

    def __init__(self, window: QWidget, theme: Callable[[], Theme]) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._theme = theme
        self._pane: QWidget | None = None
        self.hide()

    @property
    def pane(self) -> QWidget | None:
        """The pane around which it is shown, if it is."""
        return self._pane if self.isVisible() else None

    def watch(self, pane: QWidget) -> None:
        """Show where the keyboard is when it comes to this pane."""
        pane.installEventFilter(self)
        if isinstance(pane, QAbstractScrollArea):
            pane.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Come with the keyboard, follow the pane's size, and go with the focus or a click."""
        kind = event.type()
        if kind is QEvent.Type.FocusIn and isinstance(event, QFocusEvent) and isinstance(watched, QWidget):
            if event.reason() in BY_KEYBOARD:
                self._pane = watched
                self._place()
        elif kind in (QEvent.Type.FocusOut, QEvent.Type.Hide) and watched is self._pane:
            self._pane = None
            self.hide()
        elif kind is QEvent.Type.MouseButtonPress:
            self.hide()
        elif kind in (QEvent.Type.Resize, QEvent.Type.Move) and watched is self._pane and self.isVisible():
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame."""
        painter = QPainter(self)
        painter.setPen(QPen(self._theme()[Role.ACCENT], WIDTH))
        painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    def _place(self) -> None:
        window = self.parentWidget()
        if self._pane is not None and window is not None:
            self.setGeometry(QRect(self._pane.mapTo(window, QPoint(0, 0)), self._pane.size()))
            self.show()
            self.raise_()
