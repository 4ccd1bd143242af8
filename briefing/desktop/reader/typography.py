"""How an article is set: its face, the width of its lines and the room between them."""

from enum import StrEnum

from PySide6.QtGui import QFont

from briefing.desktop.fonts import hyperlegible, sans, serif
from briefing.records import dataclass


class Face(StrEnum):
    """What the words are set in."""

    SERIF = "serif"
    SANS = "sans"
    HYPERLEGIBLE = "hyperlegible"

    def font(self, pixels: float, weight: QFont.Weight = QFont.Weight.Normal, italic: bool = False) -> QFont:
        """The face at a size in device-independent pixels."""
        return {Face.SERIF: serif, Face.SANS: sans, Face.HYPERLEGIBLE: hyperlegible}[self](pixels, weight, italic)


class LineWidth(StrEnum):
    """How long lines are."""

    NARROW = "narrow"
    MEDIUM = "medium"
    WIDE = "wide"

    @property
    def characters(self) -> int:
        """Characters to a line: typographers call 66 to 72 comfortable, some readers want fewer or more."""
        return {LineWidth.NARROW: 56, LineWidth.MEDIUM: 68, LineWidth.WIDE: 84}[self]


class Spacing(StrEnum):
    """The room between lines and paragraphs."""

    TIGHT = "tight"
    NORMAL = "normal"
    LOOSE = "loose"

    @property
    def factor(self) -> float:
        """How many times the usual room."""
        return {Spacing.TIGHT: 0.9, Spacing.NORMAL: 1.0, Spacing.LOOSE: 1.16}[self]


@dataclass(frozen=True, slots=True)
class Typography:
    """How an article is set, but for its size."""

    face: Face = Face.SERIF
    width: LineWidth = LineWidth.MEDIUM
    spacing: Spacing = Spacing.NORMAL
