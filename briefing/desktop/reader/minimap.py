"""The minimap beside the scroll bar: where in the article claims stand, each status in a lane of its own."""

import math

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QToolTip, QWidget

from briefing.desktop.model_labels import status_label
from briefing.desktop.open_article import OpenArticle
from briefing.desktop.theme import Role, Theme
from briefing.model import Status

LANE = 3
"""Pixels between two lanes."""

_EDGE = 4
_LENGTH, _HEIGHT = 9.0, 3.2
_REACH = 6
"""How many pixels beside a tick the mouse may be."""


class Minimap(QWidget):
    """A column of ticks, a tick for each claim; a click leads to the nearest."""

    claimClicked = Signal(str)
    """Id of the claim nearest to the click."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Map of the claims"))
        self.setFixedWidth(self.sizeHint().width())
        self._theme = theme
        self._showing: OpenArticle | None = None
        self._shares: list[tuple[float, str]] = []
        self._selected = ""
        self._drawn: QPixmap | None = None

    def sizeHint(self) -> QSize:
        """Room for all lanes."""
        return QSize(round(2 * _EDGE + LANE * (len(Status) - 1) + _LENGTH), 100)

    def show_article(self, showing: OpenArticle) -> None:
        """Show the claims of an article by their place in the text; those that were dismissed are left out."""
        self._showing = showing
        length = max(1, len(showing.article.text))
        self._shares = sorted((claim.start / length, claim.id) for claim in showing.kept_claims)
        self._draw_anew()

    def clear(self) -> None:
        """Show no claims any more."""
        self._showing, self._shares, self._selected = None, [], ""
        self._draw_anew()

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._theme = theme
        self._draw_anew()

    def select_claim(self, claim_id: str) -> None:
        """Bring out the tick of a claim."""
        self._selected = claim_id
        self.update()

    def tick(self, claim_id: str) -> QRectF | None:
        """Where the tick of a claim is painted, in pixels of the widget; None if it has none."""
        share = next((share for share, found in self._shares if found == claim_id), None)
        return None if share is None else self._tick(share, claim_id)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be clicked; loading the hand at the start would cost more than many an import."""
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        super().enterEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Spread the ticks over the new height."""
        super().resizeEvent(event)
        self._draw_anew()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint all ticks, the chosen one across all lanes."""
        if self._drawn is None or self._drawn.devicePixelRatio() != self.devicePixelRatioF():
            self._drawn = self._draw()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._drawn)
        chosen = self.tick(self._selected) if self._selected else None
        if chosen is not None:
            painter.fillRect(QRectF(0, chosen.top() - 1, self.width(), _HEIGHT + 2), self._theme[Role.CLAIM_EDGE])
            painter.fillRect(chosen, self._colour(self._selected))

    def _draw(self) -> QPixmap:
        """All ticks; with a thousand of them, drawing takes longer than a frame may."""
        drawn = QPixmap((QSizeF(self.size()) * self.devicePixelRatioF()).toSize())
        drawn.setDevicePixelRatio(self.devicePixelRatioF())
        drawn.fill(self._theme[Role.PAPER])
        if self._showing is not None:
            inks = {status: self._theme.status(status) for status in Status}
            left = {status: _EDGE + lane * LANE for lane, status in enumerate(Status)}
            height = max(1, self.height() - 2 * _EDGE)
            painter = QPainter(drawn)
            for share, claim_id in self._shares:
                status = self._showing.status(self._showing.by_id[claim_id])
                y = _EDGE + share * height - _HEIGHT / 2
                painter.fillRect(QRectF(left[status], y, _LENGTH, _HEIGHT), inks[status])
            painter.end()
        return drawn

    def _draw_anew(self) -> None:
        self._drawn = None
        self.update()

    def _colour(self, claim_id: str) -> QColor:
        assert self._showing is not None
        return self._theme.status(self._showing.status(self._showing.by_id[claim_id]))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Lead to the nearest claim."""
        if event.button() is Qt.MouseButton.LeftButton and (found := self._nearest(event.position())):
            self.claimClicked.emit(found)

    def event(self, event: QEvent) -> bool:
        """Tell number and status of the tick under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            found = self._nearest(event.pos().toPointF())
            box = self.tick(found) if found else None
            near = box is not None and abs(box.center().y() - event.pos().y()) <= _REACH
            QToolTip.showText(event.globalPos(), self._words(found) if near else "", self)
            return True
        return super().event(event)

    def _words(self, claim_id: str) -> str:
        if self._showing is None:
            return ""
        status = status_label(self._showing.status(self._showing.by_id[claim_id]))
        return self.tr("Claim {number}: {status}").format(number=self._showing.numbers[claim_id], status=status)

    def _nearest(self, place: QPointF) -> str:
        def distance(entry: tuple[float, str]) -> float:
            away = self._tick(*entry).center() - place
            return math.hypot(away.x(), away.y())

        return min(self._shares, key=distance)[1] if self._shares else ""

    def _tick(self, share: float, claim_id: str) -> QRectF:
        assert self._showing is not None
        lane = list(Status).index(self._showing.status(self._showing.by_id[claim_id]))
        y = _EDGE + share * max(1, self.height() - 2 * _EDGE)
        return QRectF(_EDGE + lane * LANE, y - _HEIGHT / 2, _LENGTH, _HEIGHT)
