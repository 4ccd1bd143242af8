"""Numbers and bullets of lists, which hang beside the words: they are none of them, and are painted like marks."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QTextBlock

from briefing.desktop.reader.article_document import Page
from briefing.desktop.theme import Role, Theme

_BULLETS = ("•", "◦", "▪")
"""By the depth of the list."""

_GAP = 9
"""Pixels between a marker and the words, at 100 % text size."""


def paint_markers(painter: QPainter, page: Page, blocks: Iterable[QTextBlock], theme: Theme) -> None:
    """Paint what stands before the items of lists among some blocks, in pixels of the document."""
    for block in blocks:
        marker, item = page.marker(block.blockNumber()), page.block(block.blockNumber())
        if marker is None or item is None or not block.layout().lineCount():
            continue
        level = max(1, item.level)
        text = marker.text or _BULLETS[min(level, len(_BULLETS)) - 1]
        line = block.layout().lineAt(0)
        place = page.document.documentLayout().blockBoundingRect(block)
        baseline = place.top() + line.y() + line.ascent() + (line.height() - line.ascent() - line.descent())
        font = block.charFormat().font()
        painter.setFont(font)
        painter.setPen(theme[Role.INK_SOFT])
        width = QFontMetricsF(font).horizontalAdvance(text)
        if block.textDirection() is Qt.LayoutDirection.RightToLeft:
            left = place.left() + line.x() + line.width() + _GAP * page.zoom
        else:
            left = place.left() + line.x() - _GAP * page.zoom - width
        painter.drawText(QPointF(left, baseline), text)
