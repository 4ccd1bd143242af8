"""A bubble of the tour: a title, a few words, back, next and skip; and the ring around what it is about."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QTextDocumentFragment,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from briefing.desktop.measures import RADIUS
from briefing.desktop.plain_words import PlainLabel
from briefing.desktop.theme import Role, Theme
from briefing.desktop.tour.bubble_position import AWAY, Placed, Side

WIDTH = 330
TIP = 9
"""Half the width of the tip where it leaves the bubble, in pixels."""

_KEYS = (Qt.Key.Key_Escape, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Bubble(QWidget):
    """Stands in the window and blocks nothing; Right and Enter go on, Left goes back, Escape ends."""

    stepped = Signal(int)
    """1 to go on, −1 to go back."""
    skipped = Signal()
    """The reader wants no more of it."""

    def __init__(self, theme: Callable[[], Theme], window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._placed: Placed | None = None
        self.title = PlainLabel(self)
        self.title.setObjectName("paneTitle")
        # Its words are ours, with keys in bold.
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.RichText)
        self.count = PlainLabel(self)
        self.count.setObjectName("faint")
        self.skip = QPushButton(self.tr("Skip"), self)
        self.skip.setToolTip(self.tr("End the tour (Esc); it waits in the Help menu."))
        self.back = QPushButton(self.tr("Back"), self)
        self.next = QPushButton(self)
        self.next.setObjectName("primary")
        self.skip.clicked.connect(self.skipped)
        self.back.clicked.connect(lambda: self.stepped.emit(-1))
        self.next.clicked.connect(lambda: self.stepped.emit(1))
        foot = QHBoxLayout()
        foot.addWidget(self.count, 1)
        for button in (self.skip, self.back, self.next):
            button.installEventFilter(self)
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(AWAY + 16, AWAY + 12, AWAY + 16, AWAY + 12)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.words)
        column.addLayout(foot)
        self.hide()

    def show_step(self, number: int, of: int, title: str, words: str) -> None:
        """Show a step; the first is number 1, and its words are rich text."""
        self.title.setText(title)
        self.words.setText(words)
        self.count.setText(self.tr("{number} of {of}").format(number=number, of=of))
        self.back.setVisible(number > 1)
        self.skip.setVisible(number < of)
        self.next.setText(self.tr("Done") if number == of else self.tr("Next"))
        self.setAccessibleName(self.tr("Tour: {title}").format(title=title))
        spoken = QTextDocumentFragment.fromHtml(words).toPlainText()
        self.setAccessibleDescription(spoken)
        self.words.setMinimumHeight(0)
        self.words.setFixedWidth(WIDTH - 30)
        self.words.setFixedHeight(self.words.heightForWidth(WIDTH - 30))
        self.adjustSize()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, f"{title}. {spoken}"))

    def body(self) -> QRect:
        """The bubble without the room around it in which its tip is drawn."""
        return self.rect().adjusted(AWAY, AWAY, -AWAY, -AWAY)

    def stand(self, place: Placed) -> None:
        """Stand at a place of the window, of the size of `body`."""
        self._placed = place
        self.setGeometry(place.rect.adjusted(-AWAY, -AWAY, AWAY, AWAY))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bubble with its tip."""
        theme, body = self._theme(), QRectF(self.body())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme[Role.ACCENT], 1.4))
        painter.setBrush(theme[Role.CARD])
        painter.drawRoundedRect(body, RADIUS, RADIUS)
        if self._placed and self._placed.side is not Side.NOWHERE:
            self._draw_tip(painter, body, QPointF(self.mapFromParent(self._placed.tip)), self._placed.side)
        painter.end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that walk the tour before a command of the window or a button has them."""
        if isinstance(event, QKeyEvent) and event.key() in _KEYS:
            if event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() is QEvent.Type.KeyPress:
                self._press(watched, event.key())
                return True
        return super().eventFilter(watched, event)

    def _press(self, watched: QObject, key: int) -> None:
        if key == Qt.Key.Key_Escape:
            self.skipped.emit()
        elif key == Qt.Key.Key_Right:
            self.stepped.emit(1)
        elif key == Qt.Key.Key_Left:
            self.stepped.emit(-1)
        elif isinstance(watched, QPushButton):
            watched.click()

    def _draw_tip(self, painter: QPainter, body: QRectF, tip: QPointF, side: Side) -> None:
        upright = side in (Side.BELOW, Side.ABOVE)
        edge = {Side.BELOW: body.top(), Side.ABOVE: body.bottom(), Side.RIGHT: body.left(), Side.LEFT: body.right()}
        foot = _between(tip.x(), body.left() + 20, body.right() - 20) if upright else tip.y()
        if not upright:
            foot = _between(tip.y(), body.top() + 20, body.bottom() - 20)
        ends = [QPointF(foot + by, edge[side]) if upright else QPointF(edge[side], foot + by) for by in (-TIP, TIP)]
        theme = self._theme()
        painter.setPen(Qt.PenStyle.NoPen)
        inwards = {Side.BELOW: (0, 2), Side.ABOVE: (0, -2), Side.RIGHT: (2, 0), Side.LEFT: (-2, 0)}[side]
        inside = QPointF(*inwards)
        painter.drawPolygon(QPolygonF([ends[0] + inside, tip, ends[1] + inside]))
        painter.setPen(QPen(theme[Role.ACCENT], 1.4))
        painter.drawPolyline(QPolygonF([ends[0], tip, ends[1]]))


class Ring(QWidget):
    """A line around what a bubble is about; clicks go through it."""

    def __init__(self, theme: Callable[[], Theme], window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def surround(self, target: QRect) -> None:
        """Stand around a rectangle of the window."""
        self.setGeometry(target.adjusted(-3, -3, 3, 3))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme()[Role.ACCENT], 2.0))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        painter.end()


def _between(value: float, least: float, most: float) -> float:
    return max(least, min(value, most))


def in_window(widget: QWidget, rect: QRect, window: QWidget) -> QRect:
    """A part of a widget in pixels of the window that it is in."""
    return QRect(widget.mapTo(window, QPoint(rect.topLeft())), rect.size())
