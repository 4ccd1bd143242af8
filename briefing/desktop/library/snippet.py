"""Draws the snippet of a search hit, with the words found in bold."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from briefing.desktop.fonts import sans
from briefing.desktop.theme import Role, Theme
from briefing.desktop.utf16 import Offsets
from briefing.library import Found

LINES = 2
MOST = 1_000
"""Characters that are laid out, of which two lines show a part."""

LEADING = 15
"""Pixels from one line to the next."""


def draw_snippet(painter: QPainter, box: QRectF, found: Found, theme: Theme) -> None:
    """Draw the first two lines of what was found into `box`."""
    layout = QTextLayout(" ".join(found.snippet[:MOST].splitlines()), sans(theme.sized(11.5)))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(_hits(found, theme))
    layout.beginLayout()
    for number in range(LINES):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(box.width())
        line.setPosition(QPointF(0, number * theme.sized(LEADING)))
    layout.endLayout()
    painter.setPen(theme[Role.INK_SOFT])
    painter.setClipRect(box)
    layout.draw(painter, box.topLeft())
    painter.setClipping(False)


def _hits(found: Found, theme: Theme) -> list[QTextLayout.FormatRange]:
    """Bold and underlined, so that no hit looks like a mark of the reader's."""
    look = QTextCharFormat()
    look.setFontWeight(QFont.Weight.Bold)
    look.setFontUnderline(True)
    look.setForeground(theme[Role.INK])
    offsets = Offsets(found.snippet)
    ranges = []
    for span in found.hits:
        if span.end > MOST:
            break
        start, end = offsets.span_to_utf16(span)
        one = QTextLayout.FormatRange()
        one.start, one.length, one.format = start, end - start, look
        ranges.append(one)
    return ranges
