"""The shares of an article's claims by status, as one bar."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from briefing.desktop.theme import Theme
from briefing.model import Status

GAP = 1.0
"""Pixels between two shares."""


def share_places(bar: QRectF, counts: Mapping[Status, int]) -> list[tuple[Status, QRectF]]:
    """Where in a bar the share of each status lies that there is, in the order of the ladder."""
    total = sum(counts.values())
    found, left = [], bar.left()
    for status in Status:
        width = bar.width() * counts.get(status, 0) / total if total else 0.0
        if width:
            found.append((status, QRectF(left, bar.top(), max(1.0, width - GAP), bar.height())))
            left += width
    return found


def paint_shares(painter: QPainter, bar: QRectF, counts: Mapping[Status, int], theme: Theme) -> None:
    """Paint the shares of all statuses side by side."""
    painter.setPen(Qt.PenStyle.NoPen)
    for status, place in share_places(bar, counts):
        painter.setBrush(theme.status(status))
        painter.drawRect(place)
