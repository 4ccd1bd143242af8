"""Statuses are told apart by the shape of their line, whatever its colour."""

from itertools import combinations

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from briefing.desktop.reader.underlines import paint_status_line
from briefing.model import Status


def _drawn(status: Status, strong: bool) -> QImage:
    image = QImage(120, 16, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    paint_status_line(painter, status, QColor("black"), 4, 116, 6, strong)
    painter.end()
    return image


def _ink(image: QImage) -> list[bool]:
    return [image.pixelColor(x, y).lightness() < 160 for y in range(image.height()) for x in range(image.width())]


@pytest.mark.parametrize("strong", [False, True])
def test_every_status_has_a_line_of_its_own_shape_in_one_ink(qapp: QApplication, strong: bool) -> None:
    inks = {status: _ink(_drawn(status, strong)) for status in Status}
    for one, other in combinations(Status, 2):
        differing = sum(a is not b for a, b in zip(inks[one], inks[other], strict=True))
        assert differing >= 30, f"{one} and {other} look alike"


def test_a_line_stays_between_its_ends(qapp: QApplication) -> None:
    for status in Status:
        image = _drawn(status, strong=False)
        for y in range(image.height()):
            assert all(image.pixelColor(x, y) == QColor("white") for x in (*range(3), *range(117, 120))), status
