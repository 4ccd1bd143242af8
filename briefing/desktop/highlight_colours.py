"""The eight colours of highlights: their names, their commands and their swatches, each with its number on it."""

from PySide6.QtCore import QCoreApplication, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QIcon, QPainter

from briefing.desktop.command import Command, translated
from briefing.desktop.fonts import sans
from briefing.desktop.icon_engine import drawn_icon
from briefing.desktop.theme import Role, Theme

SWATCH = 22
"""Pixels on a side."""


def colour_label(number: int) -> str:
    """The name of the colour of that number, 1 to 8."""
    named = QCoreApplication.translate
    names = (
        named("colours", "Yellow"),
        named("colours", "Green"),
        named("colours", "Blue"),
        named("colours", "Pink"),
        named("colours", "Orange"),
        named("colours", "Violet"),
        named("colours", "Teal"),
        named("colours", "Grey"),
    )
    return names[(number - 1) % len(names)]


def colour_commands() -> tuple[Command, ...]:
    """A command for each colour, on the key of its number."""
    texts = (
        translated("Highlight in yellow"),
        translated("Highlight in green"),
        translated("Highlight in blue"),
        translated("Highlight in pink"),
        translated("Highlight in orange"),
        translated("Highlight in violet"),
        translated("Highlight in teal"),
        translated("Highlight in grey"),
    )
    tip = translated("Highlight the selected words in this colour, or give it to the chosen highlight.")
    return tuple(
        Command(colour_command(number), "Mark", text, tip, str(number), writes=True)
        for number, text in enumerate(texts, 1)
    )


def colour_command(number: int) -> str:
    """Name of the command that highlights in the colour of that number."""
    return f"colour_{number}"


def swatch(number: int, theme: Theme) -> QIcon:
    """A colour's fill, edge and number, so that it is not told by its colour alone."""

    def draw(painter: QPainter, box: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(box.topLeft())
        painter.scale(box.width() / SWATCH, box.height() / SWATCH)
        inside = QRectF(1, 1, SWATCH - 2, SWATCH - 2)
        painter.setBrush(theme.highlight(number))
        painter.setPen(theme.highlight_edge(number))
        painter.drawRoundedRect(inside, 5, 5)
        painter.setPen(theme[Role.INK])
        painter.setFont(sans(11, QFont.Weight.Medium))
        painter.drawText(inside, Qt.AlignmentFlag.AlignCenter, str(number))

    return drawn_icon(draw, SWATCH * 4, fades=True)
