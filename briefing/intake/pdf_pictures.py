"""Pictures on the pages of a PDF document: where they stand, and how they look there, whatever they are made of."""

import ctypes
import io
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from briefing.intake.pdf_drawings import drawings_on
from briefing.intake.pdf_lines import Line
from briefing.intake.pdf_words import PageWords, page_of
from briefing.intake.pictures import Picture
from briefing.records import dataclass

MOST = 60
"""Pictures of a document that are shown."""
MOST_POINTS = 30_000_000
"""Points of all of them together, for drawing them takes time."""
_DOTS = 2.0
"""To a point of the page, of which an inch has 72."""
_LONGEST_SIDE = 1200
_LEAST = 40.0
"""Points of the page below which a picture is an icon or a line."""
_WHOLE_PAGE = 0.75
"""Share of a page from which on a picture is its ground, or the scan of which it holds the words."""
_SCANNED = 0.6
"""Share of a page with hardly a word on it from which on a picture is a scan."""
_FEW_LETTERS = 200
_TOUCHING = 2.0
_WRITTEN_ON = 15
"""Words from which on a picture is the ground on which they stand."""
_REPEATED = 3
"""Pages from which on what stands at one place on all of them belongs to none."""
_MOST_OBJECTS = 4000
_MOST_ON_A_PAGE = 8
_MOST_CLIPS = 100

_Box = tuple[float, float, float, float]
"""Left, bottom, right and top, in points of the file."""
_Place = tuple[_Box, int]
"""Where something stands, with the bytes of the images there, by which one is told from another."""


@dataclass(frozen=True, slots=True)
class PlacedPicture:
    """A picture where it stands: how far down its page it ends, and from where to where it reaches from the left."""

    picture: Picture
    bottom: float
    left: float
    right: float


def is_scan(page: Any, words: PageWords) -> bool:
    """Whether a page is a picture, perhaps with a line or two that were stamped on it."""
    letters = sum(len(word.text) for word in words.words)
    if letters >= _FEW_LETTERS:
        return False
    boxes = [box for box, _ in _images(page)]
    return bool(boxes) and (not letters or any(_share(box, words.bounds) >= _SCANNED for box in boxes))


def places_on(page: Any, words: PageWords) -> tuple[_Place, ...]:
    """Where pictures stand on a page that are neither its ground nor its ornaments."""
    if words.turn or page.get_rotation():
        return ()
    images = _images(page)
    found: list[_Place] = [(box, 0) for box in drawings_on(page, words)]
    drawn = [box for box, _ in found]
    for box in _joined([box for box, _ in images]):
        left, bottom, right, top = _within(box, words.bounds)
        is_large = right - left >= _LEAST and top - bottom >= _LEAST
        is_part = any(_touch(box, one) for one in drawn)
        if is_large and not is_part and _share(box, words.bounds) < _WHOLE_PAGE and not _is_ground(box, words):
            length = sum(held for one, held in images if _touch(one, box))
            found.append(((left, bottom, right, top), length))
    return tuple(found) if len(found) <= _MOST_ON_A_PAGE else ()


def without_repeated(places: Sequence[tuple[_Place, ...]]) -> list[tuple[_Box, ...]]:
    """The places of each page, without those at which the same stands on page after page."""
    times = Counter(_rounded(place) for held in places for place in set(held))
    return [tuple(place[0] for place in held if times[_rounded(place)] < _REPEATED) for held in places]


def _drawn(page: Any, words: PageWords, boxes: Sequence[_Box]) -> Iterator[tuple[PlacedPicture, int]]:
    """The pictures at some places of a page, each with the number of its points."""
    left, bottom, right, top = words.bounds
    for box in boxes:
        longest = max(box[2] - box[0], box[3] - box[1])
        crop = (box[0] - left, box[1] - bottom, right - box[2], top - box[3])
        bitmap = page.render(scale=min(_DOTS, _LONGEST_SIDE / longest), crop=crop, may_draw_forms=False)
        file = io.BytesIO()
        bitmap.to_pil().convert("RGB").save(file, "PNG", compress_level=1)
        points = bitmap.width * bitmap.height
        bitmap.close()
        yield PlacedPicture(Picture(file.getvalue()), top - box[1], box[0] - left, box[2] - left), points


def shown_on(
    document: Any, pages: Sequence[PageWords], places: Sequence[Sequence[_Box]]
) -> tuple[list[list[PlacedPicture]], list[int]]:
    """The pictures of each page, and the numbers, from 1, of pages with more of them than are shown."""
    found: list[list[PlacedPicture]] = [[] for _ in pages]
    unshown: list[int] = []
    points = number = 0
    for at, boxes in enumerate(places):
        if boxes and (number + len(boxes) > MOST or points > MOST_POINTS):
            unshown.append(at + 1)
        elif boxes:
            page = page_of(document, at)
            for placed, size in _drawn(page, pages[at], boxes):
                found[at].append(placed)
                points, number = points + size, number + 1
            page.close()
    return found, unshown


def with_pictures(
    lines: Sequence[Line], pictures: Sequence[Sequence[PlacedPicture]], turned: Sequence[bool]
) -> tuple[list[Line], tuple[Picture, ...]]:
    """The lines of a text, pictures above those below which they stand, and the pictures behind all of them.

    Args:
        lines: in reading order.
        pictures: on each page.
        turned: for each page whether it is read from right to left.
    """
    above: dict[int, list[Picture]] = {}
    for page, placed in enumerate(pictures):
        held = [(at, line) for at, line in enumerate(lines) if line.page == page] if placed else []
        following = next((at for at, line in enumerate(lines) if line.page > page), len(lines)) if placed else 0
        for one in sorted(placed, key=lambda each: each.bottom):
            beside = [
                (at, line) for at, line in held if turned[page] or (line.left < one.right and line.right > one.left)
            ]
            below = [(line.down, at) for at, line in beside if line.down - line.size * 0.3 > one.bottom]
            last = max((at for at, line in beside), default=None)
            place = min(below)[1] if below else last + 1 if last is not None else held[0][0] if held else following
            above.setdefault(place, []).append(one.picture)
    shown = [replace(line, pictures=tuple(above[at])) if at in above else line for at, line in enumerate(lines)]
    return shown, tuple(above.get(len(lines), ()))


def _images(page: Any) -> list[_Place]:
    """Where the images of a page stand, and the groups that hold one."""
    from pypdfium2 import raw

    if raw.FPDFPage_CountObjects(page.raw) > _MOST_OBJECTS:
        return []
    found: list[_Place] = []
    for part in page.get_objects(max_depth=1):
        if part.type == raw.FPDF_PAGEOBJ_IMAGE or (part.type == raw.FPDF_PAGEOBJ_FORM and _holds_image(part.raw, 3)):
            left, bottom, right, top = part.get_bounds()
            is_image = part.type == raw.FPDF_PAGEOBJ_IMAGE
            length = raw.FPDFImageObj_GetImageDataRaw(part.raw, None, 0) if is_image else 0
            found.append((_clipped((left, bottom, right, top), part.raw), length))
    return found


def _clipped(box: _Box, part: Any) -> _Box:
    """What is seen of a box: a picture may be cut to a part of it."""
    from pypdfium2 import raw

    clip = raw.FPDFPageObj_GetClipPath(part)
    for path in range(min(max(0, raw.FPDFClipPath_CountPaths(clip)), _MOST_CLIPS) if clip else 0):
        points = []
        for at in range(min(raw.FPDFClipPath_CountPathSegments(clip, path), _MOST_CLIPS)):
            across, up = ctypes.c_float(), ctypes.c_float()
            segment = raw.FPDFClipPath_GetPathSegment(clip, path, at)
            raw.FPDFPathSegment_GetPoint(segment, ctypes.byref(across), ctypes.byref(up))
            points.append((across.value, up.value))
        if points:
            acrosses, ups = zip(*points, strict=True)
            box = _within(box, (min(acrosses), min(ups), max(acrosses), max(ups)))
    return box


def _holds_image(form: Any, depth: int) -> bool:
    from pypdfium2 import raw

    for at in range(min(raw.FPDFFormObj_CountObjects(form), _MOST_OBJECTS)):
        part = raw.FPDFFormObj_GetObject(form, at)
        kind = raw.FPDFPageObj_GetType(part)
        if kind == raw.FPDF_PAGEOBJ_IMAGE or (
            kind == raw.FPDF_PAGEOBJ_FORM and depth and _holds_image(part, depth - 1)
        ):
            return True
    return False


def _joined(boxes: list[_Box]) -> list[_Box]:
    """The boxes, those that touch as one: many programs cut pictures into strips."""
    found: list[_Box] = []
    for box in boxes:
        near = [one for one in found if _touch(one, box)]
        while near:
            found = [one for one in found if one not in near]
            box = (
                min(box[0], *(one[0] for one in near)),
                min(box[1], *(one[1] for one in near)),
                max(box[2], *(one[2] for one in near)),
                max(box[3], *(one[3] for one in near)),
            )
            near = [one for one in found if _touch(one, box)]
        found.append(box)
        if len(found) > 4 * _MOST_ON_A_PAGE:
            return []
    return found


def _touch(one: _Box, other: _Box) -> bool:
    is_beside = one[0] - _TOUCHING <= other[2] and other[0] - _TOUCHING <= one[2]
    return is_beside and one[1] - _TOUCHING <= other[3] and other[1] - _TOUCHING <= one[3]


def _within(box: _Box, bounds: _Box) -> _Box:
    return max(box[0], bounds[0]), max(box[1], bounds[1]), min(box[2], bounds[2]), min(box[3], bounds[3])


def _share(box: _Box, bounds: _Box) -> float:
    left, bottom, right, top = _within(box, bounds)
    whole = (bounds[2] - bounds[0]) * (bounds[3] - bounds[1])
    return max(0.0, right - left) * max(0.0, top - bottom) / whole if whole > 0 else 0.0


def _is_ground(box: _Box, words: PageWords) -> bool:
    inside = 0
    for word in words.words:
        left, bottom, right, top = words.box_of(word)
        across, up = (left + right) / 2, (bottom + top) / 2
        inside += box[0] <= across <= box[2] and box[1] <= up <= box[3]
        if inside >= _WRITTEN_ON:
            return True
    return False


def _rounded(place: _Place) -> tuple[int, ...]:
    return (*(round(side / 4) for side in place[0]), place[1])
