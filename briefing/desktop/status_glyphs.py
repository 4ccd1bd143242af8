"""The eight status glyphs: discs that fill as a claim gains ground, told apart by shape alone."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPainterPath, QPen

from briefing.desktop.icon_engine import drawn_icon
from briefing.desktop.theme import Role, Theme
from briefing.model import Status

SIDE = 13.0
"""Side of a glyph in device-independent pixels at 100 % text size."""

ICON = 16
"""Side of a glyph that stands in a menu, in device-independent pixels."""


def draw_glyph(painter: QPainter, status: Status, box: QRectF, colour: QColor, ground: QColor) -> None:
    """Draw the glyph of `status` into the square `box`; `ground` is the colour it stands on."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width = box.width() / 9
    painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    disc = box.adjusted(width * 0.8, width * 0.8, -width * 0.8, -width * 0.8)
    _DRAWINGS[status](painter, disc, colour, ground)
    painter.restore()


def stamp_glyph(painter: QPainter, status: Status, box: QRectF, colour: QColor, ground: QColor) -> None:
    """The same at whole pixels and from a copy: for what is drawn by the dozen in every frame."""
    ratio = painter.device().devicePixelRatio()
    drawn = _drawn(status, round(box.width()), colour.rgba(), ground.rgba(), ratio)
    painter.drawImage(QPointF(round(box.left()), round(box.top())), drawn)


@lru_cache(maxsize=256)
def _drawn(status: Status, side: int, rgba: int, ground: int, ratio: float) -> QImage:
    image = QImage(round(side * ratio), round(side * ratio), QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    draw_glyph(painter, status, QRectF(0, 0, side, side), QColor.fromRgba(rgba), QColor.fromRgba(ground))
    painter.end()
    return image


def glyph_icon(status: Status, theme: Theme) -> QIcon:
    """The glyph as an icon, for menus and lists of choices."""

    def draw(painter: QPainter, box: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        inset = box.width() / 16
        square = QRectF(box).adjusted(inset, inset, -inset, -inset)
        draw_glyph(painter, status, square, theme.status(status), theme[Role.CARD])

    return drawn_icon(draw, ICON * 4, fades=True)


def _confirmed(painter: QPainter, disc: QRectF, colour: QColor, ground: QColor) -> None:
    _full(painter, disc, colour)
    _check(painter, disc, ground)


def _on_record(painter: QPainter, disc: QRectF, colour: QColor, ground: QColor) -> None:
    painter.drawEllipse(disc)
    inset = disc.width() * 0.27
    _full(painter, disc.adjusted(inset, inset, -inset, -inset), colour)


def _claimed(painter: QPainter, disc: QRectF, colour: QColor, ground: QColor) -> None:
    painter.drawEllipse(disc)
    painter.setBrush(colour)
    painter.drawChord(disc, 180 * 16, 180 * 16)


def _relayed(painter: QPainter, disc: QRectF, colour: QColor, ground: QColor) -> None:
    painter.drawLine(QPointF(disc.left(), disc.center().y()), QPointF(disc.right(), disc.center().y()))
    head = disc.width() * 0.36
    tip = QPointF(disc.right(), disc.center().y())
    painter.drawLine(tip, tip + QPointF(-head, -head))
    painter.drawLine(tip, tip + QPointF(-head, head))
    inset = disc.width() * 0.36
    _full(painter, QRectF(disc.left() - 0.5, disc.top() + inset, disc.width() * 0.28, disc.width() * 0.28), colour)


def _unnamed(painter: QPainter, disc: QRectF, colour: QColor, ground: QColor) -> None:
    for start in range(0, 360, 60):
        painter.drawArc(disc, start * 16, 32 * 16)


def _unclear(painter: QPainter, disc: QRectF, colour: QColor, ground: QColor) -> None:
    middle = disc.center()
    side = disc.width()
    path = QPainterPath()
    path.moveTo(disc.left() + side * 0.2, disc.top() + side * 0.28)
    path.cubicTo(
        disc.left() + side * 0.24, disc.top() - side * 0.1, disc.right() - side * 0.08, disc.top() - side * 0.02,
        disc.right() - side * 0.2, disc.top() + side * 0.34,
    )  # fmt: skip
    path.cubicTo(
        disc.right() - side * 0.28, disc.top() + side * 0.5, middle.x(), disc.top() + side * 0.48,
        middle.x(), disc.top() + side * 0.7,
    )  # fmt: skip
    painter.drawPath(path)
    painter.drawPoint(QPointF(middle.x(), disc.bottom()))


def _disputed(painter: QPainter, disc: QRectF, colour: QColor, ground: QColor) -> None:
    third = disc.height() / 3
    painter.drawLine(QPointF(disc.left(), disc.top() + third), QPointF(disc.right(), disc.top() + third))
    painter.drawLine(QPointF(disc.left(), disc.bottom() - third), QPointF(disc.right(), disc.bottom() - third))
    painter.drawLine(
        QPointF(disc.right() - disc.width() * 0.22, disc.top()),
        QPointF(disc.left() + disc.width() * 0.22, disc.bottom()),
    )


def _unattributed(painter: QPainter, disc: QRectF, colour: QColor, ground: QColor) -> None:
    painter.drawEllipse(disc)


def _full(painter: QPainter, disc: QRectF, colour: QColor) -> None:
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(disc.adjusted(-0.4, -0.4, 0.4, 0.4))
    painter.restore()


def _check(painter: QPainter, disc: QRectF, ground: QColor) -> None:
    pen = QPen(painter.pen())
    pen.setColor(ground)
    painter.setPen(pen)
    side = disc.width()
    knee = QPointF(disc.left() + side * 0.43, disc.top() + side * 0.7)
    painter.drawLine(QPointF(disc.left() + side * 0.25, disc.top() + side * 0.52), knee)
    painter.drawLine(knee, QPointF(disc.left() + side * 0.77, disc.top() + side * 0.32))


_DRAWINGS = {
    Status.DISPUTED: _disputed,
    Status.CONFIRMED: _confirmed,
    Status.UNCLEAR: _unclear,
    Status.UNNAMED: _unnamed,
    Status.RELAYED: _relayed,
    Status.ON_RECORD: _on_record,
    Status.CLAIMED: _claimed,
    Status.UNATTRIBUTED: _unattributed,
}
