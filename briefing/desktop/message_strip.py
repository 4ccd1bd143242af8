"""The strip in which messages appear; it never blocks, and goes away by itself."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from briefing.desktop.messages import Message, Tone
from briefing.desktop.plain_words import PlainLabel

SECONDS = {Tone.DONE: 5.0, Tone.NOTE: 8.0, Tone.ERROR: 0.0}
"""How long a message stays; 0 means until it is closed or replaced."""


class MessageStrip(QFrame):
    """Floats at the bottom of its parent, shows the newest message, and never takes the focus."""

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
        """Stay at the bottom when the parent changes its size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _act(self) -> None:
        if self._message and self._message.act:
            self._message.act()
        self.hide()

    def _place(self) -> None:
        parent = self.parentWidget()
        if parent is None:
            return
        width = min(560, parent.width() - 32)
        self.setFixedWidth(max(width, 120))
        self.adjustSize()
        self.move((parent.width() - self.width()) // 2, parent.height() - self.height() - 20)


def _announce(strip: QFrame, sentence: str) -> None:
    """Let a screen reader say a sentence, whatever has the focus."""
    # Here: their many constants are set up when they are imported, and a start has nothing to say.
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(strip, sentence))
