"""The ruled lines of a PDF page: those that are drawn level or upright, by which its tables are told."""

import ctypes
from collections.abc import Iterator
from typing import Any, NamedTuple

_THIN = 2.0
"""Points up to which a surface is drawn as a line."""
_LEVEL = 0.5
"""Points by which the ends of a level or upright line may differ."""
_SHORTEST = 4.0
_MOST_OBJECTS = 4000
"""Things on a page among which lines are looked for; maps and diagrams have more."""
_MOST_SEGMENTS = 4000


class Rule(NamedTuple):
    """A line, in points from the left and the top of its page; level if `top` is `bottom`, else upright."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def is_level(self) -> bool:
        """Whether it runs from left to right."""
        return self.bottom - self.top < self.right - self.left


def rules_of(page: Any) -> tuple[Rule, ...]:
    """The lines drawn on a `PdfPage` of pypdfium2 whose words run level; none of a page that holds too many things."""
    from pypdfium2 import raw

    left, _, _, top = page.get_bbox()
    number = raw.FPDFPage_CountObjects(page.raw)
    if number > _MOST_OBJECTS:
        return ()
    found: list[Rule] = []
    for at in range(number):
        drawn = raw.FPDFPage_GetObject(page.raw, at)
        if drawn and raw.FPDFPageObj_GetType(drawn) == raw.FPDF_PAGEOBJ_PATH:
            found += _lines_of(drawn)
            if len(found) > _MOST_SEGMENTS:
                return ()
    return tuple(Rule(one.left - left, top - one.bottom, one.right - left, top - one.top) for one in found)


def _lines_of(drawn: Any) -> Iterator[Rule]:
    """The lines of a path in the coordinates of the file, `top` below `bottom`."""
    from pypdfium2 import raw

    sides = [ctypes.c_float() for _ in range(4)]
    if not raw.FPDFPageObj_GetBounds(drawn, *map(ctypes.byref, sides)):
        return
    left, bottom, right, top = (side.value for side in sides)
    if min(right - left, top - bottom) <= _THIN:
        if max(right - left, top - bottom) >= _SHORTEST:
            yield _straightened(left, bottom, right, top)
        return
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(drawn, ctypes.byref(fill), ctypes.byref(stroke))
    if stroke.value:
        yield from _segments_of(drawn)


def _straightened(left: float, bottom: float, right: float, top: float) -> Rule:
    if right - left > top - bottom:
        return Rule(left, (bottom + top) / 2, right, (bottom + top) / 2)
    return Rule((left + right) / 2, bottom, (left + right) / 2, top)


def _segments_of(drawn: Any) -> Iterator[Rule]:
    """The straight pieces of a path that is drawn as a line."""
    from pypdfium2 import raw

    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(drawn, ctypes.byref(matrix))
    start = last = None
    for at in range(min(_MOST_SEGMENTS, raw.FPDFPath_CountSegments(drawn))):
        segment = raw.FPDFPath_GetPathSegment(drawn, at)
        across, up = ctypes.c_float(), ctypes.c_float()
        raw.FPDFPathSegment_GetPoint(segment, ctypes.byref(across), ctypes.byref(up))
        here = (
            matrix.a * across.value + matrix.c * up.value + matrix.e,
            matrix.b * across.value + matrix.d * up.value + matrix.f,
        )
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            start = here
        elif kind == raw.FPDF_SEGMENT_LINETO and last is not None:
            yield from _between(last, here)
        if raw.FPDFPathSegment_GetClose(segment) and start is not None:
            yield from _between(here, start)
        last = here


def _between(one: tuple[float, float], other: tuple[float, float]) -> Iterator[Rule]:
    left, right = sorted((one[0], other[0]))
    bottom, top = sorted((one[1], other[1]))
    if min(right - left, top - bottom) <= _LEVEL and max(right - left, top - bottom) >= _SHORTEST:
        yield _straightened(left, bottom, right, top)
