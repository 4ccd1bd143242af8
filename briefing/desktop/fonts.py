"""The shipped type: Literata, Inter and Atkinson Hyperlegible; the system's own where they are missing."""

from collections.abc import Collection
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

from briefing.resources import resource

SERIF = "Literata"
SANS = "Inter"
HYPERLEGIBLE = "Atkinson Hyperlegible"

_SERIF_FALLBACKS = ("Noto Serif", "Source Serif 4", "Georgia", "DejaVu Serif", "serif")
_SANS_FALLBACKS = ("Noto Sans", "Segoe UI", "Helvetica Neue", "DejaVu Sans", "sans-serif")
FIRST_FONTS = ("inter/Inter_400Regular", "inter/Inter_600SemiBold")
"""Files of what is written before the window is complete."""

BODY_PIXELS = 18
INTERFACE_PIXELS = 13


def load_fonts(only: Collection[str] = (), but: Collection[str] = ()) -> int:
    """Make fonts known to Qt, by default all shipped ones; the application object must exist.

    Args:
        only: files that are wanted, with their folders and without their ending.
        but: those that are known already.

    Returns:
        How many there are.
    """
    try:
        folder = resource("fonts")
    except FileNotFoundError:
        return 0
    known = {_font_file(folder, name) for name in but}
    files = [_font_file(folder, name) for name in only] or sorted(folder.rglob("*.ttf"))
    return sum(QFontDatabase.addApplicationFont(str(file)) >= 0 for file in files if file not in known)


def _font_file(folder: Path, name: str) -> Path:
    return folder / f"{name}.ttf"


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
