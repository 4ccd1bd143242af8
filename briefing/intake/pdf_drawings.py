"""Charts and maps that a PDF document draws with lines and areas, found by the caption that calls them a figure."""

import re
from collections import deque
from collections.abc import Iterator
from typing import Any

from briefing.intake.pdf_words import PageWords

_FIGURE = re.compile(
    r"(?:Figure|Fig\.?|Chart|Exhibit|Map|Diagram|Graph|Abbildung|Abb\.|Grafik|Schaubild|Diagramm|Karte|Graphique|Carte"
    r"|Gráfico|Figura|Mapa|Grafico|Figuur)"
)
_NUMBER = re.compile(r"(?:[A-Z]?\d{1,3}(?:[.\-–]\d{1,3})*|[IVX]{1,5})[.:|–—-]?")
_MOST_OBJECTS = 4000
"""Objects of a page from which on its lines are not looked at."""
_CELL = 9.0
"""Points of the side of a square; what stands in squares that touch is one drawing."""
_LEAST = 60.0
"""Points of the page below which a drawing is an ornament."""
_FEWEST = 4
"""Lines and areas of a drawing; a box around words has fewer."""
_NEAR = 45.0
"""Points between a drawing and its caption."""
_WIDEST = 0.75
"""Share of a page from which on what is drawn is its ground."""
_ALONE = 18.0
"""Points to the left of a caption in which no word stands."""

_Box = tuple[float, float, float, float]


def drawings_on(page: Any, words: PageWords) -> tuple[_Box, ...]:
    """Where drawings stand on a page that a caption below or above them calls a figure."""
    captions = list(_captions(words))
    if not captions:
        return ()
    found = list(_regions(_paths(page, words.bounds)))
    chosen = []
    for left, top, right, bottom in captions:
        near = [box for box in found if box[0] < right and box[2] > left and _apart(box, top, bottom) <= _NEAR]
        if near:
            box = min(near, key=lambda each: _apart(each, top, bottom))
            chosen.append(_with_labels(box, words, top, bottom))
    return tuple(dict.fromkeys(chosen))


def _apart(box: _Box, top: float, bottom: float) -> float:
    """How far above or below a line a box stands."""
    return max(box[1] - top, bottom - box[3], 0.0)


def _captions(words: PageWords) -> Iterator[_Box]:
    """The lines that begin with "Figure 3", as left, top, right and bottom; how far to the right is not looked at."""
    for word, number in zip(words.words, words.words[1:], strict=False):
        if not (_FIGURE.fullmatch(word.text) and _NUMBER.fullmatch(number.text)):
            continue
        left, bottom, _, top = words.box_of(word)
        beside = (words.box_of(other) for other in words.words if other is not word and abs(other.base - word.base) < 2)
        if not any(left - _ALONE < other[2] <= left + 1 for other in beside):
            yield left, top, left + 4 * _LEAST, bottom


def _paths(page: Any, bounds: _Box) -> list[_Box]:
    """The boxes of the lines and areas of a page."""
    from pypdfium2 import raw

    if raw.FPDFPage_CountObjects(page.raw) > _MOST_OBJECTS:
        return []
    width, height = bounds[2] - bounds[0], bounds[3] - bounds[1]
    found: list[_Box] = []
    for part in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_SHADING], max_depth=3):
        if len(found) >= _MOST_OBJECTS:
            return []
        left, bottom, right, top = part.get_bounds()
        is_rule = top - bottom < 2 and right - left > _WIDEST * width
        is_ground = (right - left) * (top - bottom) > _WIDEST * width * height
        if not (is_rule or is_ground):
            found.append((max(left, bounds[0]), max(bottom, bounds[1]), min(right, bounds[2]), min(top, bounds[3])))
    return found


def _regions(paths: list[_Box]) -> Iterator[_Box]:
    """The boxes of drawings: paths in squares that touch one another."""
    held: dict[tuple[int, int], list[_Box]] = {}
    for box in paths:
        for across in range(int(box[0] // _CELL), int(box[2] // _CELL) + 1):
            for up in range(int(box[1] // _CELL), int(box[3] // _CELL) + 1):
                held.setdefault((across, up), []).append(box)
    left = set(held)
    while left:
        waiting, inside = deque([left.pop()]), []
        while waiting:
            across, up = waiting.popleft()
            inside += held[across, up]
            beside = {(across + right, up + above) for right in (-1, 0, 1) for above in (-1, 0, 1)} & left
            left -= beside
            waiting += beside
        box = (
            min(one[0] for one in inside),
            min(one[1] for one in inside),
            max(one[2] for one in inside),
            max(one[3] for one in inside),
        )
        if box[2] - box[0] >= _LEAST and box[3] - box[1] >= _LEAST and len(set(inside)) >= _FEWEST:
            yield box


def _with_labels(box: _Box, words: PageWords, top: float, bottom: float) -> _Box:
    """The box made wide enough for the words at its axes, but never so that the caption stands in it."""
    left, low, right, high = box
    for word in words.words:
        one = words.box_of(word)
        is_beside = one[0] < box[2] + _CELL * 3 and one[2] > box[0] - _CELL * 3
        is_level = one[1] < box[3] + _CELL and one[3] > box[1] - _CELL * 1.5
        is_caption = one[1] < top and one[3] > bottom
        if is_beside and is_level and not is_caption:
            left, low, right, high = min(left, one[0]), min(low, one[1]), max(right, one[2]), max(high, one[3])
    return left, low, right, high
