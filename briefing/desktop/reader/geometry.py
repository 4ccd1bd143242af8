"""Rectangles of words on the page, one for each line, in pixels of the document."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextBlock, QTextDocument


def rectangles(document: QTextDocument, block: QTextBlock, start: int, end: int) -> list[QRectF]:
    """The rectangles of the words between two positions of the document that stand in `block`, a line each.

    They reach from the top of the letters to their descenders, and end with the last word of a line: the space at
    which a line breaks is no part of what is seen.
    """
    layout, words = block.layout(), block.text()
    origin = document.documentLayout().blockBoundingRect(block).topLeft()
    found = []
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first = max(start - block.position(), line.textStart())
        last = min(end - block.position(), line.textStart() + line.textLength())
        while last > first and words[last - 1].isspace():
            last -= 1
        if first >= last:
            continue
        x1, x2 = _x(line.cursorToX(first)), _x(line.cursorToX(last))
        height = line.ascent() + line.descent()
        top = line.y() + line.height() - height
        found.append(QRectF(min(x1, x2), top, abs(x2 - x1), height).translated(origin))
    return found


def _x(found: object) -> float:
    """The x of `cursorToX`, which PySide6 gives with or without the position."""
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]
