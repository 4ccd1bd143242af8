"""Draws one entry of a feed: its box, its title, and a line with date and first words."""

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QPen
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from briefing.desktop.fonts import sans
from briefing.desktop.intake_dialogs.feed_model import AnyIndex, EntryRole
from briefing.desktop.line_breaks import short
from briefing.desktop.theme import Role, Theme

HEIGHT = 48
"""Pixels of a line at 100 % text size."""


class FeedDelegate(QStyledItemDelegate):
    """Draws the entries, with boxes where the system's own would be."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """All lines are equally high."""
        return QSize(200, round(self._theme.sized(HEIGHT)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw the ground as any list does, and over it the box and the two lines."""
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        shown.text = ""
        style = QApplication.style()
        place = style.subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, shown, shown.widget)
        has_box = bool(shown.features & QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator)
        # The style's own box can hardly be seen in the dark.
        shown.features &= ~QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, shown, painter, shown.widget)
        if has_box:
            self._box(painter, place, shown.checkState is Qt.CheckState.Checked)
        box = option.rect.adjusted(30 if has_box else 10, 5, -10, -5)
        upper = QRect(box.left(), box.top(), box.width(), box.height() // 2)
        lower = QRect(box.left(), upper.bottom(), box.width(), box.height() // 2)
        enabled = bool(option.state & QStyle.StateFlag.State_Enabled)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        ink = shown.palette.color(QPalette.ColorRole.HighlightedText) if chosen else self._theme[Role.INK]
        soft = ink if chosen else self._theme[Role.INK_SOFT]
        _line(
            painter, upper, index.data(), sans(self._theme.sized(12.5), QFont.Weight.DemiBold), ink if enabled else soft
        )
        _line(painter, lower, index.data(EntryRole.UNDER), sans(self._theme.sized(11.5)), soft)

    def _box(self, painter: QPainter, place: QRect, checked: bool) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(self._theme[Role.ACCENT if checked else Role.BORDER], 1.2))
        painter.setBrush(self._theme[Role.ACCENT if checked else Role.FIELD])
        painter.drawRoundedRect(box, 3, 3)
        if checked:
            painter.setPen(QPen(self._theme[Role.ON_ACCENT], 1.8))
            x, y, width, height = box.left(), box.top(), box.width(), box.height()
            ends = ((0.22, 0.52), (0.42, 0.72), (0.78, 0.30))
            painter.drawPolyline([QPointF(x + width * across, y + height * down) for across, down in ends])
        painter.restore()


MOST_OF_LINE = 1_000
"""Characters of a line that are laid out."""


def _line(painter: QPainter, box: QRect, words: str, font: QFont, colour: QColor) -> None:
    painter.save()
    painter.setFont(font)
    painter.setPen(colour)
    cut = QFontMetrics(font).elidedText(short(words, MOST_OF_LINE), Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, cut)
    painter.restore()
