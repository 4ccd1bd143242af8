"""The shipped type: Literata, Inter and Atkinson Hyperlegible; the system's own where they are missing."""

from collections.abc import Collection

from PySide6.QtGui import QFont, QFontDatabase

from briefing.resources import resource

SERIF = "Literata"
SANS = "Inter"
HYPERLEGIBLE = "Atkinson Hyperlegible"

_SERIF_FALLBACKS = ("Noto Serif", "Source Serif 4", "Georgia", "DejaVu Serif", "serif")
_SANS_FALLBACKS = ("Noto Sans", "Segoe UI", "Helvetica Neue", "DejaVu Sans", "sans-serif")
FIRST_FONTS = ("Inter_400Regular", "Inter_500Medium", "Inter_600SemiBold")
"""Files of what is written before an article is shown."""

BODY_PIXELS = 18
INTERFACE_PIXELS = 13


def load_fonts(only: Collection[str] = (), but: Collection[str] = ()) -> int:
    """Make fonts known to Qt, by default all shipped ones; the application object must exist.

    Args:
        only: names of the files that are wanted, without their ending.
        but: names of those that are known already.

    Returns:
        How many there are.
    """
    try:
        folder = resource("fonts")
    except FileNotFoundError:
        return 0
    files = sorted(file for file in folder.rglob("*.ttf") if (not only or file.stem in only) and file.stem not in but)
    return sum(QFontDatabase.addApplicationFont(str(file)) >= 0 for file in files)


def serif(pixels: float, weight: QFont.Weight = QFont.Weight.Normal, italic: bool = False) -> QFont:
    """The reading face at a size in device-independent pixels."""
    return _font((SERIF, *_SERIF_FALLBACKS), pixels, weight, italic)


def sans(pixels: float = INTERFACE_PIXELS, weight: QFont.Weight = QFont.Weight.Normal, italic: bool = False) -> QFont:
    """The interface face at a size in device-independent pixels."""
    return _font((SANS, *_SANS_FALLBACKS), pixels, weight, italic)


def hyperlegible(pixels: float, weight: QFont.Weight = QFont.Weight.Normal, italic: bool = False) -> QFont:
    """The face whose letters are easily told apart, at a size in device-independent pixels."""
    return _font((HYPERLEGIBLE, SANS, *_SANS_FALLBACKS), pixels, weight, italic)


def _font(families: tuple[str, ...], pixels: float, weight: QFont.Weight, italic: bool) -> QFont:
    font = QFont()
    font.setFamilies(list(families))
    font.setPixelSize(max(1, round(pixels)))
    font.setWeight(weight)
    font.setItalic(italic)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
