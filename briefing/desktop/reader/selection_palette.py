"""A small palette at the selected words: colours, note, tag, claim and citation, without ever taking the keyboard."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTextEdit, QToolButton, QVBoxLayout

from briefing.desktop.highlight_colours import swatch
from briefing.desktop.theme import Theme

PAUSE = 160
"""Milliseconds without a change of the selection after which the palette comes."""

ROOM = 8
"""Pixels between the palette and the words, and between the palette and the edge of the pane."""


class SelectionPalette(QFrame):
    """What can be done with the selected words, beside them; the same stands in the menu, each on a key.

    Args:
        reader: in which the words are selected; it keeps the focus.
        colours: one action for each highlight colour, in their order.
        others: what else can be done.
        theme: tells the look of the window.
    """

    def __init__(
        self, reader: QTextEdit, colours: Sequence[QAction], others: Sequence[QAction], theme: Callable[[], Theme]
    ) -> None:
        super().__init__(reader.viewport())
        self.setObjectName("palette")
        self.setAccessibleName(self.tr("What to do with the selected words"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._reader = reader
        self._theme = theme
        self._rows = rows = QVBoxLayout(self)
        rows.setContentsMargins(4, 4, 4, 4)
        rows.setSpacing(4)
        row, below = QHBoxLayout(), QHBoxLayout()
        for line in (row, below):
            line.setSpacing(4)
            rows.addLayout(line)
        self.swatches = [self._button(action) for action in colours]
        for button in self.swatches:
            button.setObjectName("swatch")
            row.addWidget(button)
        row.addStretch(1)
        self.others = [self._button(action) for action in others]
        for button in self.others:
            below.addWidget(button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._come)
        reader.selectionChanged.connect(self._selected)
        reader.verticalScrollBar().valueChanged.connect(self._follow)
        reader.installEventFilter(self)
        reader.viewport().installEventFilter(self)
        self.hide()

    def changeEvent(self, event: QEvent) -> None:
        """Show the colours as they are in the theme that the window has now."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            for number, button in enumerate(self.swatches, 1):
                button.defaultAction().setIcon(swatch(number, self._theme()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape closes the palette, whatever else that key does; a pane of another size moves it."""
        if event.type() is QEvent.Type.Resize and watched is self._reader.viewport():
            self._follow()
        if isinstance(event, QKeyEvent) and self.isVisible() and event.key() == Qt.Key.Key_Escape:
            if event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() is QEvent.Type.KeyPress:
                self.hide()
                return True
        return False

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setAccessibleName(action.text())
        button.clicked.connect(self.hide)
        return button

    def _selected(self) -> None:
        if self._reader.textCursor().hasSelection():
            self._timer.start()
        else:
            self._timer.stop()
            self.hide()

    def _come(self) -> None:
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            # The reader is still dragging: where the selection ends is not known yet.
            self._timer.start()
            return
        if self._reader.textCursor().hasSelection() and self._place():
            self.show()
            self.raise_()

    def _follow(self) -> None:
        if self.isVisible() and not self._place():
            self.hide()

    def _place(self) -> bool:
        """Stand above the selected words, or below them; False if there is room in neither place."""
        words, sight = self._words(), self._reader.viewport().rect()
        self._label(sight.width() - 2 * ROOM)
        size = self.sizeHint()
        above, below = words.top() - ROOM - size.height(), words.bottom() + ROOM
        if words.bottom() < 0 or words.top() > sight.height():
            return False
        if above >= ROOM:
            top = above
        elif below + size.height() <= sight.height() - ROOM:
            top = below
        else:
            return False
        middle = words.center().x() - size.width() // 2
        left = max(ROOM, min(middle, sight.width() - size.width() - ROOM))
        self.setGeometry(QRect(QPoint(left, top), size))
        return True

    def _label(self, room: int) -> None:
        """Name all that can be done; where there is no room for that, the signs stand alone."""
        for style in (Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly):
            for button in self.others:
                button.setToolButtonStyle(style)
            self._rows.invalidate()
            self._rows.activate()
            if self.sizeHint().width() <= room:
                return

    def _words(self) -> QRect:
        """All lines on which words are selected, in pixels of the pane."""
        cursor = self._reader.textCursor()
        first, last = QTextCursor(cursor), QTextCursor(cursor)
        first.setPosition(cursor.selectionStart())
        last.setPosition(cursor.selectionEnd())
        return self._reader.cursorRect(first).united(self._reader.cursorRect(last))
