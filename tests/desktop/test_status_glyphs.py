"""Statuses are told apart by the shape of their glyph, whatever its colour, in the size in which text has them."""

from itertools import combinations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from briefing.desktop.status_glyphs import SIDE, draw_glyph
from briefing.model import Status


def _ink(status: Status) -> list[bool]:
    image = QImage(16, 16, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    draw_glyph(painter, status, QRectF(1, 1, SIDE, SIDE), QColor("black"), QColor("white"))
    painter.end()
    return [image.pixelColor(x, y).lightness() < 160 for y in range(16) for x in range(16)]


def test_every_status_has_a_glyph_of_its_own_shape_in_one_ink(qapp: QApplication) -> None:
    inks = {status: _ink(status) for status in Status}
    for one, other in combinations(Status, 2):
        differing = sum(a is not b for a, b in zip(inks[one], inks[other], strict=True))
        assert differing >= 6, f"{one} and {other} look alike"
