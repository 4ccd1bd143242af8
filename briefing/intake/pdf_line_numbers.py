"""Takes the numbers of lines out of a PDF's pages, as transcripts, pleadings and manuscripts have them at the side."""

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from briefing.intake.pdf_lines import Row

_NUMBER = re.compile(r"\d{1,4}")
_FEWEST = 4
"""Numbers that must follow one another on a page before they count as those of lines."""
_ROOM = 0.4
"""Room between a number and its line, in heights of letters."""
_SAME = 4.0
"""Points by which the sides of numbers in one row may differ."""
_SIDES = ("left", "right")
_LARGEST_STEP = 10
_EVEN = 0.8
"""Share of the steps that must be the usual one."""
_LETTERS = 15
"""Letters in most lines beside numbers of lines; the cells of a table have fewer."""


def without_line_numbers(pages: list[list[Row]]) -> list[list[Row]]:
    """The rows of each page without the numbers that count them."""
    found = [_numbers(rows) for rows in pages]
    places = [place for numbers in found for place in _series(numbers)]
    if not places:
        return pages
    return [_without(rows, numbers, places) for rows, numbers in zip(pages, found, strict=True)]


class _Number:
    """A number that stands before or behind a row, or alone."""

    __slots__ = ("at", "base", "is_alone", "is_first", "left", "right", "value")

    def __init__(self, row: Row, at: int, is_first: bool) -> None:
        word = row.words[0 if is_first else -1]
        self.at = at
        self.is_first = is_first
        self.is_alone = len(row.words) == 1
        self.base, self.left, self.right, self.value = word.base, word.left, word.right, int(word.text)


def _numbers(rows: Sequence[Row]) -> list[_Number]:
    found = []
    for at, row in enumerate(rows):
        words = row.words
        alone = len(words) == 1
        if _NUMBER.fullmatch(words[0].text) and (alone or words[1].left - words[0].right > _ROOM * row.size):
            found.append(_Number(row, at, True))
        elif not alone and _NUMBER.fullmatch(words[-1].text) and words[-1].left - words[-2].right > row.size:
            found.append(_Number(row, at, False))
    if not found:
        return []
    taken = {one.at for one in found}
    worded = [(at, row) for at, row in enumerate(rows) if len(row.words) > 1]
    if not worded or median(row.letters for _, row in worded) < _LETTERS:
        return []
    starts = sorted(row.words[1].left if at in taken else row.left for at, row in worded)
    ends = sorted(row.words[-2].right if at in taken else row.right for at, row in worded)
    # Outside of the text: left of where most lines begin, or right of where most end.
    begin, end = starts[len(starts) // 4], ends[-1 - len(ends) // 4]
    return [
        one
        for one in found
        if (one.right <= begin + 1 and one.is_first) or (one.left >= end - 1 and (one.is_alone or not one.is_first))
    ]


def _series(numbers: list[_Number]) -> list[tuple[str, float]]:
    """Sides on which numbers stand that count up by one step, row by row, and where these are."""
    by_place: dict[tuple[str, int], list[_Number]] = defaultdict(list)
    for one in numbers:
        for side in _SIDES:
            slot = int(getattr(one, side) // _SAME)
            by_place[side, slot].append(one)
            by_place[side, slot + 1].append(one)
    places = []
    for (side, _), group in by_place.items():
        ordered = sorted(group, key=lambda one: one.base)
        steps = [after.value - before.value for before, after in pairwise(ordered)]
        if len(ordered) >= _FEWEST and 0 < median(steps) <= _LARGEST_STEP:
            even = sum(step == median(steps) for step in steps)
            if even >= _EVEN * len(steps):
                places.append((side, sum(getattr(one, side) for one in ordered) / len(ordered)))
    return places


def _without(rows: list[Row], numbers: list[_Number], places: list[tuple[str, float]]) -> list[Row]:
    taken = {
        one.at: one for one in numbers if any(abs(getattr(one, side) - place) <= 2 * _SAME for side, place in places)
    }
    kept = []
    for at, row in enumerate(rows):
        number = taken.get(at)
        if number is None:
            kept.append(row)
        elif len(row.words) > 1:
            kept.append(Row(row.words[1:] if number.is_first else row.words[:-1]))
    return kept
