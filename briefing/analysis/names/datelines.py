"""The place, the date and the agency that a report begins with: "BRUSSELS, Nov 12 (Nordwire) - "."""

import re

_PLACE = r"[A-Z][A-Z.'’-]{2,}(?: [A-Z][A-Z.'’-]*)*"
_DATELINE = re.compile(rf"{_PLACE}(?:, [^()\n]{{1,24}})? ?(?:\((?P<agency>[^()\n]{{2,30}})\) ?[-–—]+|[–—]+) +")


def dateline(text: str, start: int, end: int) -> re.Match[str] | None:
    """The dateline at `start`, if a line begins there with one that ends before `end`; its group is `agency`."""
    begins = start == 0 or text[start - 1] == "\n"
    found = _DATELINE.match(text, start, end) if begins else None
    return found if found and found.end() < end else None
