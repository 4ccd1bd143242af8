"""The order in which the rows of a PDF page are read: column by column, where the file holds them across."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from briefing.intake.pdf_lines import Row
from briefing.intake.pdf_words import Word

_GAP = 0.8
"""Room between two words, in heights of letters, that may be the one between two columns."""
_MOST_SIDES = 60
"""Places at which most rows begin that are looked at."""
_FEWEST = 3
"""Rows on either side of a gutter."""
_CROSSING = 0.25
"""Share of the rows beside a gutter that may run across it."""
_LETTERS = 14
"""Letters in most pieces of a column of text; the cells of a table have fewer."""
_JUMPS = 0.2
"""Share of rows behind which reading goes on elsewhere, up to which the order of the file is followed."""


def in_reading_order(rows: list[Row]) -> list[Row]:
    """The rows of a page as they are read; those that lie across two columns are parted."""
    pieces = [piece for row in rows for piece in _pieces(row)]
    jumps = _jumps(rows)
    if len(pieces) == len(rows) and jumps <= max(2, len(rows) * _JUMPS):
        gutters = _gutters(pieces) if jumps else []
        for row in rows if gutters else ():
            row.column = _column(row, gutters)
        return rows
    gutters = _gutters(pieces)
    if not gutters:
        return _downwards(rows) if jumps > max(3, len(rows) * 0.5) and _is_single(rows) else rows
    parted = [part for row in rows for part in _parted(row, gutters)]
    if _jumps(parted) <= max(3, len(parted) * _JUMPS):
        return parted
    ordered = _by_column(parted)
    return ordered if _jumps(ordered) < _jumps(parted) else parted


def _pieces(row: Row) -> list[Row]:
    """The row in pieces, parted where there is room enough for a gutter."""
    cuts = [
        at for at, (before, after) in enumerate(pairwise(row.words), 1) if after.left - before.right > _GAP * row.size
    ]
    if not cuts:
        return [row]
    return [Row(row.words[start:end]) for start, end in pairwise([0, *cuts, len(row.words)])]


def _jumps(rows: Sequence[Row]) -> int:
    """How often reading does not go on below, in the same column."""
    return sum(
        not (after.base > before.base - before.size * 0.3 and after.left < before.right and after.right > before.left)
        for before, after in pairwise(rows)
    )


def _gutters(pieces: list[Row]) -> list[float]:
    """Where a new column begins, from the left; none if the page has one only."""
    sides = Counter(round(piece.left / 3) for piece in pieces)
    found: list[float] = []
    # Of pages that nobody laid out, not every side is looked at.
    for side in sorted(side for side, _ in sides.most_common(_MOST_SIDES)):
        together = sides[side] + sides[side + 1]
        place = side * 3 - 2.0
        if together >= _FEWEST and (not found or place - found[-1] > 40) and _is_gutter(pieces, place):
            found.append(place)
    return found


def _is_gutter(pieces: list[Row], place: float) -> bool:
    before = [piece for piece in pieces if piece.right <= place]
    after = [piece for piece in pieces if piece.left >= place]
    if len(before) < _FEWEST or len(after) < _FEWEST:
        return False
    top = max(min(piece.base for piece in side) for side in (before, after))
    bottom = min(max(piece.base for piece in side) for side in (before, after))
    beside = [[piece for piece in side if top <= piece.base <= bottom] for side in (before, after)]
    if min(map(len, beside)) < _FEWEST:
        return False
    across = sum(top <= piece.base <= bottom for piece in pieces if piece.left < place < piece.right)
    if across > _CROSSING * sum(map(len, beside)):
        return False
    return all(_reads_as_text(side) for side in beside)


def _reads_as_text(pieces: list[Row]) -> bool:
    figures = sum(any(sign.isdigit() for sign in word.text) for piece in pieces for word in piece.words)
    words = sum(len(piece.words) for piece in pieces)
    return median(piece.letters for piece in pieces) >= _LETTERS and figures <= words * 0.4


def _parted(row: Row, gutters: list[float]) -> list[Row]:
    """The row in the parts that lie in different columns; what runs across stays whole, in column -1."""
    parts: list[Row] = []
    words: list[Word] = []
    column = 0
    for piece in _pieces(row):
        here = _column(piece, gutters)
        if words and here != column:
            parts.append(Row(words, column))
            words = []
        column = here
        words = [*words, *piece.words]
    parts.append(Row(words, column))
    return parts


def _column(row: Row, gutters: list[float]) -> int:
    """Number of the column in which a row lies, from 0; -1 if it runs across."""
    first, last = (bisect_right(gutters, place) for place in (row.left + 0.5, row.right - 0.5))
    return first if first == last else -1


def _by_column(rows: list[Row]) -> list[Row]:
    """Column by column, in each band between rows that run across all of them."""
    ordered: list[Row] = []
    band: list[Row] = []
    for row in sorted(rows, key=lambda each: each.base):
        if row.column == -1:
            ordered += sorted(band, key=lambda each: each.column)
            band = []
            ordered.append(row)
        else:
            band.append(row)
    return ordered + sorted(band, key=lambda each: each.column)


def _is_single(rows: list[Row]) -> bool:
    """Whether no two rows stand beside one another."""
    ordered = _downwards(rows)
    return all(after.base - before.base > 0.5 * min(before.size, after.size) for before, after in pairwise(ordered))


def _downwards(rows: list[Row]) -> list[Row]:
    return sorted(rows, key=lambda each: each.base)
