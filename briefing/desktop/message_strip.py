"""The strip in which messages appear; it never blocks, and goes away by itself."""

from PySide6.QtCore import QEvent, QObject, QSize, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QSizePolicy, QToolButton, QWidget
from shiboken6 import isValid

from briefing.desktop.messages import Message, Tone
from briefing.desktop.plain_words import PlainLabel

SECONDS = {Tone.DONE: 5.0, Tone.NOTE: 8.0, Tone.ERROR: 0.0}
"""How long a message stays; 0 means until it is closed or replaced."""


LEAST, BUTTONS = QSize(440, 320), 64
"""A dialog in which a message has room, and the pixels at its foot that are those of its buttons."""


class MessageStrip(QFrame):
    """Floats at the bottom of the window that has the keys, shows the newest message, and never takes the focus.

    Args:
        parent: where it stands unless a dialog before it is looked at.
    """

    shown = Signal(str)
    """The sentence of a message that is now visible."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("messages")
        self.setAccessibleName(self.tr("Messages"))
        self._label = PlainLabel(self)
        self._label.setWordWrap(True)
        self._label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._action = QToolButton(self)
        self._action.setObjectName("messageAction")
        self._action.setAccessibleName(self.tr("What can be done about it"))
        self._action.clicked.connect(self._act)
        close = QToolButton(self)
        close.setText("✕")
        close.setObjectName("messageClose")
        close.setAccessibleName(self.tr("Close the message"))
        close.setToolTip(self.tr("Close"))
        close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(12)
        row.addWidget(self._label, 1)
        row.addWidget(self._action)
        row.addWidget(close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self._message: Message | None = None
        self._home = parent
        parent.installEventFilter(self)
        self.hide()

    @property
    def message(self) -> Message | None:
        """The message that was shown last."""
        return self._message

    def show_message(self, message: Message) -> None:
        """Show `message` in place of what stood there."""
        self._message = message
        self._label.setText(message.sentence)
        self._action.setText(message.action)
        self._action.setAccessibleName(message.action or self.tr("What can be done about it"))
        self._action.setVisible(bool(message.action))
        self.setProperty("tone", message.tone.value)
        self.style().unpolish(self)
        self.style().polish(self)
        self._go_to(self._looked_at())
        self._place()
        self.show()
        self.raise_()
        self._timer.stop()
        if SECONDS[message.tone]:
            self._timer.start(int(SECONDS[message.tone] * 1000))
        _announce(self, message.sentence)
        self.shown.emit(message.sentence)

    def go_on(self, sentence: str, message: Message) -> bool:
        """Put `message` in the place of the one with this sentence if it is still shown; nothing is read aloud again.

        Gives whether it was.
        """
        if self._message is None or self._message.sentence != sentence or self.isHidden():
            return False
        self._message = message
        self._label.setText(message.sentence)
        self._place()
        self._timer.start(int(SECONDS[message.tone] * 1000))
        return True

    def withdraw(self, sentence: str) -> None:
        """Hide the message with this sentence, if it is still shown: it holds no more."""
        if self._message and self._message.sentence == sentence:
            self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the bottom when the parent changes its size, and come home when a dialog goes."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        elif event.type() in (QEvent.Type.Hide, QEvent.Type.Close) and watched is not self._home:
            self._come_home()
        return super().eventFilter(watched, event)

    def _act(self) -> None:
        if self._message and self._message.act:
            self._message.act()
        self.hide()

    def _looked_at(self) -> QWidget:
        """The dialog of this window that has the keys, if it is large enough; else where the strip is at home."""
        active, window = QApplication.activeWindow(), self._home.window()
        if active is None or active is window or not active.isVisible() or not _is_of(active, window):
            return self._home
        large = active.width() >= LEAST.width() and active.height() >= LEAST.height()
        return active if large else self._home

    def _go_to(self, parent: QWidget) -> None:
        before = self.parentWidget()
        if parent is before:
            return
        if before is not None and before is not self._home:
            before.removeEventFilter(self)
        if parent is not self._home:
            parent.installEventFilter(self)
        self.setParent(parent)

    def _come_home(self) -> None:
        """A dialog must not take the strip away with it; what is told goes on being told."""
        # When the window itself goes, its home may have gone before.
        if not isValid(self._home) or self.parentWidget() is self._home:
            return
        told = not self.isHidden()
        self._go_to(self._home)
        if told:
            self._place()
            self.show()
            self.raise_()

    def _place(self) -> None:
        parent = self.parentWidget()
        if parent is None:
            return
        # Below in a dialog are its buttons.
        above = 20 if parent is self._home else BUTTONS
        width = min(560, parent.width() - 32)
        self.setFixedWidth(max(width, 120))
        self.adjustSize()
        self.move((parent.width() - self.width()) // 2, parent.height() - self.height() - above)


def _is_of(dialog: QWidget, window: QWidget) -> bool:
    """Whether a dialog belongs to a window, or to a dialog of it."""
    parent = dialog.parentWidget()
    while parent is not None:
        if parent is window:
            return True
        parent = parent.parentWidget()
    return False


def _announce(strip: QFrame, sentence: str) -> None:
    """Let a screen reader say a sentence, whatever has the focus."""
    # Here: their many constants are set up when they are imported, and a start has nothing to say.
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(strip, sentence))
