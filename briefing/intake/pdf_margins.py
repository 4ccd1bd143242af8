"""What stands around the text of a PDF page: running heads, page numbers, footnotes."""

import re
from collections import Counter
from statistics import median

from briefing.intake.pdf_lines import Line, joined

_EDGE = 2
"""Lines at the top and the bottom of a page among which running heads and page numbers stand."""
_NUMBER = re.compile(r"[-–—|·]?\s*(?:page\s*)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?\s*[-–—|·]?", re.IGNORECASE)
_MARGIN = 0.1
"""Share of a page's height at its top and bottom where small letters are no part of the text."""
_NOTE_MARK = re.compile(r"(?:\[?\d{1,3}\]?[.)]?|[*†‡])\s*(?=[^\W\d]|[\"“‘«(])")
_SMALL = 0.93
"""How many times the usual size letters have up to which they may be a footnote's."""
_ENDED = re.compile(r"[.!?…:][\"”'’»)\]]*$")


def without_running_heads(pages: list[list[Line]]) -> list[list[Line]]:
    """The pages without page numbers, and without edge lines that most of them share."""
    shared = Counter(key for page in pages for key in {_key(line.words) for line in page[:_EDGE] + page[-_EDGE:]})
    # A line that stands amid a page too is the article's own.
    amid = {_key(line.words) for page in pages for line in page[_EDGE:-_EDGE]}
    often = {key for key, times in shared.items() if times >= max(2, len(pages) / 3)} - amid
    kept: list[list[Line]] = []
    for page in pages:
        last = len(page) - _EDGE
        kept.append(
            [
                line
                for number, line in enumerate(page)
                if not (
                    (number < _EDGE or number >= last) and (_key(line.words) in often or _NUMBER.fullmatch(line.words))
                )
            ]
        )
    return kept


def _key(line: str) -> str:
    return re.sub(r"\d+", "#", line.lower())


def without_margins(pages: list[list[Line]]) -> tuple[list[Line], list[list[Line]], list[Line]]:
    """What stands in small letters at the top of the pages, their text, and the same at their bottom.

    A head or foot that no other page repeats can only be told by its looks, and so it is kept, greyed.
    """
    usual = usual_size([line for page in pages for line in page])
    heads: list[Line] = []
    within: list[list[Line]] = []
    feet: list[Line] = []
    for page in pages:
        first, last = 0, len(page)
        while first < min(_EDGE, last) and page[first].share < _MARGIN and page[first].size <= usual * _SMALL:
            first += 1
        while last > max(first, len(page) - _EDGE) and _is_foot(page[last - 1], usual):
            last -= 1
        heads += page[:first]
        within.append(page[first:last])
        feet += page[last:]
    return heads, within, feet


def _is_foot(line: Line, usual: float) -> bool:
    small = line.size <= usual * _SMALL and line.share > 1 - _MARGIN
    # The last lines of a note look like a foot: they end as sentences do.
    return small and not _NOTE_MARK.match(line.words) and not _ENDED.search(line.words)


def usual_size(lines: list[Line]) -> float:
    """The size of most letters, in points; 0 if there are none."""
    return median(line.size for line in lines for _ in range(len(line.words))) if lines else 0.0


def without_notes(pages: list[list[Line]]) -> tuple[list[Line], list[str]]:
    """The lines of the text itself, and the footnotes, which would else stand amid sentences that go on behind them."""
    usual = usual_size([line for page in pages for line in page])
    kept: list[Line] = []
    notes: list[str] = []
    for page in pages:
        inside = False
        for line in page:
            small = line.size <= usual * _SMALL
            mark = _NOTE_MARK.match(line.words) if small else None
            inside = small and (inside or mark is not None)
            if mark:
                notes.append(f"{mark.group().strip()} {line.words[mark.end() :]}")
            elif inside:
                notes[-1] = joined(notes[-1], line.words)
            else:
                kept.append(line)
    return kept, notes
