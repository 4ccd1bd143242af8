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
        make, size = {Face.SERIF: (serif, 1.0), Face.SANS: (sans, 0.95), Face.HYPERLEGIBLE: (hyperlegible, 1.0)}[self]
        return make(pixels * size, weight, italic)

    @property
    def leading(self) -> float:
        """How much higher its lines are to be than the font itself would have them, against those of the serif."""
        return {Face.SERIF: 1.0, Face.SANS: 1.16, Face.HYPERLEGIBLE: 1.08}[self]


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
