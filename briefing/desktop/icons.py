"""Icons: monochrome SVG from `resources/icons`, tinted in a colour of the theme when they are first painted."""

from PySide6.QtCore import QByteArray, QRect, QRectF
from PySide6.QtGui import QColor, QIcon, QPainter
from PySide6.QtSvg import QSvgRenderer

from briefing.desktop.icon_engine import drawn_icon
from briefing.desktop.theme import Role, Theme
from briefing.resources import resource

SIZE = 18
"""Side of an icon in the interface, in device-independent pixels."""


def icon(name: str, theme: Theme) -> QIcon:
    """The icon of that file name: in the soft ink of the theme, in the accent when checked, faint when disabled."""

    def draw(painter: QPainter, box: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        _render(painter, name, theme[_role(mode, state)], QRectF(box))

    return drawn_icon(draw, SIZE * 4)


def _role(mode: QIcon.Mode, state: QIcon.State) -> Role:
    if mode is QIcon.Mode.Disabled:
        return Role.BORDER
    if state is QIcon.State.On:
        return Role.ACCENT
    return Role.INK if mode is QIcon.Mode.Active else Role.INK_SOFT


def _render(painter: QPainter, name: str, colour: QColor, place: QRectF) -> None:
    source = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    QSvgRenderer(QByteArray(source.replace("currentColor", colour.name()).encode())).render(painter, place)
