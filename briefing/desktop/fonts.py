"""The shipped type: Literata for reading, Inter for the interface; the system's own where they are missing."""

from PySide6.QtGui import QFont, QFontDatabase

from briefing.resources import resource

SERIF = "Literata"
SANS = "Inter"

_SERIF_FALLBACKS = ("Noto Serif", "Source Serif 4", "Georgia", "DejaVu Serif", "serif")
_SANS_FALLBACKS = ("Noto Sans", "Segoe UI", "Helvetica Neue", "DejaVu Sans", "sans-serif")
INTERFACE_FONTS, READING_FONTS = "inter", "literata"
"""Folders of the two faces."""

BODY_PIXELS = 18
INTERFACE_PIXELS = 13


def load_fonts(*folders: str) -> int:
    """Make the fonts in these folders known to Qt, by default all shipped ones; the application object must exist.

    Returns:
        How many there are.
    """
    try:
        places = [resource("fonts", folder) for folder in folders] or [resource("fonts")]
    except FileNotFoundError:
        return 0
    files = sorted(file for place in places for file in place.rglob("*.ttf"))
    return sum(QFontDatabase.addApplicationFont(str(file)) >= 0 for file in files)


def serif(pixels: float, weight: QFont.Weight = QFont.Weight.Normal, italic: bool = False) -> QFont:
    """The reading face at a size in device-independent pixels."""
    return _font((SERIF, *_SERIF_FALLBACKS), pixels, weight, italic)


def sans(pixels: float = INTERFACE_PIXELS, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The interface face at a size in device-independent pixels."""
    return _font((SANS, *_SANS_FALLBACKS), pixels, weight, False)


def _font(families: tuple[str, ...], pixels: float, weight: QFont.Weight, italic: bool) -> QFont:
    font = QFont()
    font.setFamilies(list(families))
    font.setPixelSize(max(1, round(pixels)))
    font.setWeight(weight)
    font.setItalic(italic)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
