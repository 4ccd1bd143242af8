"""Whole words for a selection that begins or ends within one."""

from PySide6.QtCore import QTextBoundaryFinder

from briefing.desktop.utf16 import Offsets
from briefing.model import Span

FARTHEST = 80
"""Code points that are looked at on either side of an end: what is longer without a bound is no word."""

_JOINERS = "-‐‑’'"
"""Signs between two letters that part no word."""


def whole_words(text: str, span: Span) -> Span:
    """The span with each end at a bound of words; an end that is at one stays."""
    start, end = _bound(text, span.start, -1), _bound(text, span.end, 1)
    return Span(start, end)


def _bound(text: str, at: int, way: int) -> int:
    """The nearest bound of words that way."""
    while 0 < at < len(text):
        if _joined(text, at):
            at += way
            continue
        first = max(0, at - FARTHEST)
        held = text[first : at + FARTHEST]
        units = Offsets(held)
        finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Word, held)
        finder.setPosition(units.to_utf16(at - first))
        if finder.isAtBoundary():
            return at
        found = finder.toPreviousBoundary() if way < 0 else finder.toNextBoundary()
        if found < 0:
            return at
        at = first + units.to_code_point(found)
    return at


def _joined(text: str, at: int) -> bool:
    """Whether a sign that joins two letters to one word stands before or behind this place."""
    return any(
        0 < sign < len(text) - 1 and text[sign] in _JOINERS and text[sign - 1].isalnum() and text[sign + 1].isalnum()
        for sign in (at - 1, at)
    )
