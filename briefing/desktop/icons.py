"""Icons: monochrome SVG from `resources/icons`, tinted in a colour of the theme."""

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from briefing.desktop.theme import Role, Theme
from briefing.resources import resource

SIZE = 18
"""Side of an icon in the interface, in device-independent pixels."""

_SCALES = (1, 2, 3)


def icon(name: str, theme: Theme) -> QIcon:
    """The icon of that file name, in the soft ink of the theme, in the accent when checked, faint when disabled."""
    drawn = QIcon()
    states = (
        (QIcon.Mode.Normal, QIcon.State.Off, Role.INK_SOFT),
        (QIcon.Mode.Active, QIcon.State.Off, Role.INK),
        (QIcon.Mode.Normal, QIcon.State.On, Role.ACCENT),
        (QIcon.Mode.Active, QIcon.State.On, Role.ACCENT),
        (QIcon.Mode.Disabled, QIcon.State.Off, Role.BORDER),
        (QIcon.Mode.Disabled, QIcon.State.On, Role.BORDER),
    )
    source = _source(name)
    for mode, state, role in states:
        for scale in _SCALES:
            drawn.addPixmap(_pixmap(source, theme[role], SIZE, scale), mode, state)
    return drawn


def tinted(name: str, colour: QColor, side: int, ratio: float = 1.0) -> QPixmap:
    """The icon as a pixmap of `side` pixels in one colour, for screens of the given pixel ratio."""
    return _pixmap(_source(name), colour, side, ratio)


def _source(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")


def _pixmap(source: str, colour: QColor, side: int, ratio: float) -> QPixmap:
    renderer = QSvgRenderer(QByteArray(source.replace("currentColor", colour.name()).encode()))
    pixmap = QPixmap(QSize(round(side * ratio), round(side * ratio)))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, side * ratio, side * ratio))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
