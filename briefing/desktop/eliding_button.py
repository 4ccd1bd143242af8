"""A button with words of an article: elided where it is narrow, and without a mnemonic where they hold an "&"."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QWidget

LEAST = 6
"""Letters for which there is always room."""


class ElidingButton(QPushButton):
    """A `QPushButton` that never makes the pane wider; its tool tip tells the rest."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setShortcut(QKeySequence())
        # Others are at least as wide as what they say.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters."""
        whole = self.sizeHint()
        letters = self.fontMetrics().averageCharWidth() * LEAST
        return QSize(min(whole.width(), self._frame() + letters), whole.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw as Qt does, with as much of the words as there is room for."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        room = self.width() - self._frame()
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        option.text = shown.replace("&", "&&")
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_PushButton, option)

    def _frame(self) -> int:
        """Pixels beside the words."""
        mnemonics = Qt.TextFlag.TextShowMnemonic
        return self.sizeHint().width() - self.fontMetrics().size(mnemonics, self.text()).width()
