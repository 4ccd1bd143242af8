"""Where a bubble stands: beside what it is about, where there is room, and never over it."""

from enum import StrEnum

from PySide6.QtCore import QPoint, QRect, QSize

from briefing.records import dataclass

AWAY = 14
"""Pixels between a bubble and what it is about; its tip fills them."""

EDGE = 10
"""Pixels that stay free at the edges of the window."""


class Side(StrEnum):
    """On which side of what it is about a bubble stands."""

    RIGHT = "right"
    LEFT = "left"
    BELOW = "below"
    ABOVE = "above"
    NOWHERE = "nowhere"


@dataclass(frozen=True, slots=True)
class Placed:
    """A bubble's rectangle, and to which point its tip leads."""

    rect: QRect
    side: Side
    tip: QPoint


def placed(size: QSize, target: QRect | None, room: QRect) -> Placed:
    """Where a bubble of `size` stands for `target` in `room`; at the foot of the room if there is no place beside it.

    Args:
        size: of the bubble.
        target: what it is about, None if that is not on the screen.
        room: of the window; all in pixels of the window.
    """
    free = room.adjusted(EDGE, EDGE, -EDGE, -EDGE)
    if target is not None:
        for side in _sides(target, room):
            rect = _beside(size, target, side, free)
            if free.contains(rect) and not rect.intersects(target):
                return Placed(rect, side, _tip(rect, target, side))
    foot = QRect(QPoint(room.center().x() - size.width() // 2, free.bottom() - size.height()), size)
    return Placed(foot, Side.NOWHERE, foot.center())


def _sides(target: QRect, room: QRect) -> tuple[Side, ...]:
    """Where to look for a place first: what stands at the right of the window shall not be covered from below."""
    if target.left() > room.center().x():
        return (Side.LEFT, Side.BELOW, Side.ABOVE, Side.RIGHT)
    return (Side.BELOW, Side.RIGHT, Side.ABOVE, Side.LEFT)


def _beside(size: QSize, target: QRect, side: Side, free: QRect) -> QRect:
    middle = target.center()
    left = max(free.left(), min(middle.x() - size.width() // 2, free.right() - size.width()))
    top = max(free.top(), min(middle.y() - size.height() // 2, free.bottom() - size.height()))
    corners = {
        Side.RIGHT: QPoint(target.right() + AWAY, top),
        Side.LEFT: QPoint(target.left() - AWAY - size.width(), top),
        Side.BELOW: QPoint(left, target.bottom() + AWAY),
        Side.ABOVE: QPoint(left, target.top() - AWAY - size.height()),
    }
    return QRect(corners[side], size)


def _tip(rect: QRect, target: QRect, side: Side) -> QPoint:
    """The middle of the edge of the target, as far as the bubble stands beside it."""
    across = (max(rect.left(), target.left()) + min(rect.right(), target.right())) // 2
    along = (max(rect.top(), target.top()) + min(rect.bottom(), target.bottom())) // 2
    return {
        Side.RIGHT: QPoint(target.right() + 3, along),
        Side.LEFT: QPoint(target.left() - 3, along),
        Side.BELOW: QPoint(across, target.bottom() + 3),
        Side.ABOVE: QPoint(across, target.top() - 3),
    }[side]
