"""Draws the line under a claim: each status has a shape of its own, so that nothing is told by colour alone."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

from briefing.model import Status
from briefing.model.status_looks import status_looks

_WAVE = 6.0
"""Pixels from one crest of the wave to the next."""


_LONGEST = 800
"""Pixels of a line that are drawn beforehand; longer ones are put together."""

_ABOVE, _HEIGHT = 5, 14
"""Pixels that a line needs above its level, and in all."""


def paint_status_line(
    painter: QPainter, status: Status, colour: QColor, left: float, right: float, level: float, strong: bool = False
) -> None:
    """Draw the line of `status` from `left` to `right` at the height `level`, in pixels; `strong` if chosen.

    It is copied from one that was drawn before: a frame of a crowded article has some two hundred, and to draw a
    dashed or a wavy one takes twenty times as long.
    """
    ratio = painter.device().devicePixelRatio()
    drawn = _drawn(status, colour.rgba(), strong, ratio)
    at, end, top = float(round(left)), float(round(right)), float(round(level) - _ABOVE)
    while at < end:
        width = min(end - at, _LONGEST)
        painter.drawImage(QRectF(at, top, width, _HEIGHT), drawn, QRectF(0, 0, width * ratio, _HEIGHT * ratio))
        at += width


@lru_cache(maxsize=128)
def _drawn(status: Status, rgba: int, strong: bool, ratio: float) -> QImage:
    """The longest line of `status`, from the left edge on, for a screen with so many of its pixels to one of ours."""
    image = QImage(round(_LONGEST * ratio), round(_HEIGHT * ratio), QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _draw(painter, status, QColor.fromRgba(rgba), strong)
    painter.end()
    return image


def _draw(painter: QPainter, status: Status, colour: QColor, strong: bool) -> None:
    width, level, look = 2.1 if strong else 1.5, float(_ABOVE), status_looks()[status]
    pen = QPen(colour, width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if look.dashes:
        # Qt counts dashes in widths of the pen: the shape must not change when a claim is chosen.
        pen.setDashPattern([length / width for length in look.dashes])
    if look.line == "thick":
        pen.setWidthF(width + 1.3)
    painter.setPen(pen)
    if look.line == "wave":
        painter.drawPath(_wave().translated(0, level))
        return
    painter.drawLine(QPointF(0, level), QPointF(_LONGEST, level))
    if look.line == "double":
        below = level + width + 1.5
        painter.drawLine(QPointF(0, below), QPointF(_LONGEST, below))


def _wave() -> QPainterPath:
    path = QPainterPath(QPointF(0, 0))
    place, height = 0.0, -_WAVE / 2
    while place < _LONGEST:
        path.quadTo(QPointF(place + _WAVE / 4, height), QPointF(place + _WAVE / 2, 0))
        place, height = place + _WAVE / 2, -height
    return path
