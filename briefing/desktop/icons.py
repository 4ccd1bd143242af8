"""Icons: monochrome SVG from `resources/icons`, tinted in a colour of the theme when they are first painted."""

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from briefing.desktop.theme import Role, Theme
from briefing.resources import resource

SIZE = 18
"""Side of an icon in the interface, in device-independent pixels."""


class TintedEngine(QIconEngine):
    """Draws one SVG in the soft ink of a theme, in the accent when checked, faint when disabled.

    Drawing all sizes and states of all icons at once would cost more than the rest of the window's start.
    """

    def __init__(self, name: str, theme: Theme) -> None:
        super().__init__()
        self._name = name
        self._theme = theme

    def clone(self) -> QIconEngine:
        """The same once more, as Qt asks for it."""
        return TintedEngine(self._name, self._theme)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw the icon into `rect`."""
        _render(painter, self._name, self._theme[_role(mode, state)], QRectF(rect))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """The icon in `size`, which counts pixels of the screen."""
        drawn = QPixmap(size)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return drawn

    def actualSize(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QSize:
        """Any size can be drawn; in the interface an icon has its own."""
        return size.boundedTo(QSize(SIZE, SIZE) * 4)


def icon(name: str, theme: Theme) -> QIcon:
    """The icon of that file name."""
    return QIcon(TintedEngine(name, theme))


def tinted(name: str, colour: QColor, side: int, ratio: float = 1.0) -> QPixmap:
    """The icon as a pixmap of `side` pixels in one colour, for screens of the given pixel ratio."""
    pixmap = QPixmap(QSize(round(side * ratio), round(side * ratio)))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    _render(painter, name, colour, QRectF(0, 0, side * ratio, side * ratio))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def _role(mode: QIcon.Mode, state: QIcon.State) -> Role:
    if mode is QIcon.Mode.Disabled:
        return Role.BORDER
    if state is QIcon.State.On:
        return Role.ACCENT
    return Role.INK if mode is QIcon.Mode.Active else Role.INK_SOFT


def _render(painter: QPainter, name: str, colour: QColor, place: QRectF) -> None:
    source = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    QSvgRenderer(QByteArray(source.replace("currentColor", colour.name()).encode())).render(painter, place)
