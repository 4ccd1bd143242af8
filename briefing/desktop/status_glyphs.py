"""The status glyphs: discs that fill as a claim gains ground, told apart by shape alone."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from briefing.desktop.icon_engine import drawn_icon
from briefing.desktop.theme import Role, Theme
from briefing.model import Status
from briefing.model.status_looks import status_looks

SIDE = 13.0
"""Side of a glyph in device-independent pixels at 100 % text size."""

ICON = 16
"""Side of a glyph that stands in a menu, in device-independent pixels."""


def draw_glyph(painter: QPainter, status: Status, box: QRectF, colour: QColor, ground: QColor) -> None:
    """Draw the glyph of `status` into the square `box`; `ground` is the colour it stands on."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _renderer(status, colour.name(), ground.name()).render(painter, box)
    painter.restore()


@lru_cache(maxsize=64)
def _renderer(status: Status, colour: str, ground: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(status_looks()[status].glyph_svg(colour, ground).encode()))


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
