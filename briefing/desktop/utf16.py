"""Converts between code points, which our spans count, and UTF-16 units, which Qt counts; nothing else does."""

import re
from bisect import bisect_left

from briefing.model import Span

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class Offsets:
    """The two ways of counting in one text; each answer takes logarithmic time in its astral characters."""

    def __init__(self, text: str) -> None:
        self._astral = [match.start() for match in _ASTRAL.finditer(text)]
        self._units = [place + number for number, place in enumerate(self._astral)]

    def to_utf16(self, code_point: int) -> int:
        """The UTF-16 offset of the character at `code_point`."""
        return code_point + bisect_left(self._astral, code_point)

    def to_code_point(self, unit: int) -> int:
        """The code point at UTF-16 offset `unit`; in the middle of a pair, the character that the pair is."""
        return unit - bisect_left(self._units, unit)

    def span_to_utf16(self, span: Span) -> tuple[int, int]:
        """Start and end of `span` in UTF-16 units."""
        return self.to_utf16(span.start), self.to_utf16(span.end)
