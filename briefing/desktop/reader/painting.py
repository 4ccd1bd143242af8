"""Draws the line under a claim: each status has a shape of its own, so that nothing is told by colour alone."""

from functools import lru_cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from briefing.model import Status

_DASHES: dict[Status, tuple[float, ...]] = {
    Status.CLAIMED: (9, 3),
    Status.RELAYED: (9, 2.5, 1.5, 2.5),
    Status.UNNAMED: (3, 3),
    Status.UNCLEAR: (1.5, 2.5),
    Status.UNATTRIBUTED: (1.5, 7),
}
"""Pixels of line and gap in turn; confirmed is one thick line, on record a double one, disputed a wave."""

_WAVE = 6.0
"""Pixels from one crest of the wave to the next."""


def paint_status_line(
    painter: QPainter, status: Status, colour: QColor, left: float, right: float, level: float, strong: bool = False
) -> None:
    """Draw the line of `status` from `left` to `right` at the height `level`, in pixels; `strong` if chosen."""
    width = 1.9 if strong else 1.3
    pen = QPen(colour, width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if dashes := _DASHES.get(status):
        # Qt counts dashes in widths of the pen: the shape must not change when a claim is chosen.
        pen.setDashPattern([length / width for length in dashes])
    if status is Status.CONFIRMED:
        pen.setWidthF(width + 1.3)
    painter.setPen(pen)
    if status is Status.DISPUTED:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(_wave(round(right - left)).translated(left, level))
        return
    painter.drawLine(QPointF(left, level), QPointF(right, level))
    if status is Status.ON_RECORD:
        below = level + width + 1.5
        painter.drawLine(QPointF(left, below), QPointF(right, below))


@lru_cache(maxsize=1024)
def _wave(length: int) -> QPainterPath:
    """A wave of so many pixels from the origin; building one takes longer than drawing it."""
    path = QPainterPath(QPointF(0, 0))
    place, height = 0.0, -_WAVE / 2
    while place < length:
        end = min(place + _WAVE / 2, length)
        path.quadTo(QPointF((place + end) / 2, height), QPointF(end, 0))
        place, height = end, -height
    return path
