"""A combo box that elides its text where it is narrow, and shows all of it as a tool tip."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

from briefing.desktop.plain_words import tip

ICON_GAP = 4
"""Pixels that Qt leaves between the icon of a choice and its text."""


class ChoiceBox(QComboBox):
    """A `QComboBox` of which no letter is cut through."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.currentTextChanged.connect(self._update_tip)

    def whole_width(self) -> int:
        """Pixels at which all of the text is shown."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        return self.fontMetrics().horizontalAdvance(self.currentText()) + self.width() - self._room(option)

    def _update_tip(self, words: str) -> None:
        self.setToolTip(tip(words))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw as Qt does, with as much of the text as there is room for."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = self.fontMetrics().elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, self._room(option)
        )
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def _room(self, option: QStyleOptionComboBox) -> int:
        field = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, self).width()
        return room if option.currentIcon.isNull() else room - option.iconSize.width() - ICON_GAP
