"""The tables of a PDF page: rows whose words stand in columns, told by ruled lines and by the room between words."""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median

from briefing.intake.pdf_captions import is_caption
from briefing.intake.pdf_lines import Line, Row
from briefing.intake.pdf_rules import Rule
from briefing.intake.pdf_table_rows import (
    FLUSH,
    PLAIN_LETTERS,
    PLAIN_ROWS,
    Gutter,
    Lattice,
    heads_of,
    line_of,
    middle,
)
from briefing.intake.pdf_words import Word
from briefing.records import dataclass

_APART = 1.0
"""Room between two words, in heights of letters, from which on they may stand in two columns."""
_ROOM = 0.5
"""Room between two columns in all rows of a table, in heights of letters."""
_NEAR = 3.0
"""Heights of letters from the base of one row to that of the next within a table without lines."""
_CLOSE = 1.5
"""Heights of letters from the base of a line to that of the one with which it shares a cell."""
_FEWEST_ROWS, _FEWEST_COLUMNS = 2, 2
_PLAIN_COLUMNS = 3
"""Columns of a table without ruled lines."""
_FORM = 0.7
"""Share of the rows of a form that have a label and an entry."""
_MARK = re.compile(r"[A-Za-z]{1,4}[.)]")
"""What an item of a list begins with, which is no label."""
_LABEL, _ENTRY = 20, 40
"""Letters in the label and in the entry in the middle, by length, of a form."""
_HEADS = 2
"""Rows at the top of a table whose cells may reach over several of its columns."""
_SPANNING = 0.15
"""Share of the rows of a table whose cells may reach over several columns."""
_WIDE = 0.6
"""Share of the width between two lines that a line of prose takes up."""
_INSET = 12.0
"""Points by which the words of the first column stand in from the ends of the lines at most."""


@dataclass(frozen=True, slots=True)
class PageTable:
    """A table as it is printed.

    Attributes:
        start, end: of the rows of its page that it takes up, in reading order.
        lines: one for each row of the table, with its cells.
        pieces: what the cells hold, line by line, cell after cell.
    """

    start: int
    end: int
    lines: tuple[Line, ...]
    pieces: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class _Frame:
    """The level lines of a table, from the top: how far down each stands, and where all of them begin and end."""

    downs: tuple[float, ...]
    left: float
    right: float

    def holds(self, row: Row) -> bool:
        """Whether a row stands between its outermost lines."""
        is_beside = row.left < self.left - FLUSH or row.right > self.right + FLUSH
        return not is_beside and self.downs[0] < middle(row) < self.downs[-1]


def tables_in(rows: Sequence[Row], rules: Sequence[Rule], page: int, height: float) -> Iterator[PageTable]:
    """The tables of a page, top down.

    Args:
        rows: in reading order.
        rules: the lines drawn on the page.
        page: its number, from 0.
        height: of the page, in points.
    """
    reached = 0
    for start, end, frame in sorted(_regions(rows, rules), key=lambda region: region[:2]):
        held = rows[start:end]
        gutters = _gutters(held, rules, frame)
        if start < reached or len(gutters) + 1 < _FEWEST_COLUMNS:
            continue
        pieces = [_parted(row, gutters, rules) for row in held]
        is_form = frame is None and _reads_as_form(pieces, gutters)
        if frame is None and not is_form and not _reads_as_table(pieces, gutters):
            continue
        lattice = Lattice(gutters, frame.downs if frame is not None else (), rules)
        groups = list(lattice.grouped(held, pieces))
        cells = [lattice.cells(group, groups[at + 1 :][:1]) for at, group in enumerate(groups)]
        if len(cells) >= _FEWEST_ROWS:
            reached = end
            heads = 0 if is_form else heads_of(cells)
            lines = (line_of(row, page, height, is_head=at < heads) for at, row in enumerate(cells))
            inner = (piece for row in cells for cell in row for piece in cell.pieces)
            yield PageTable(start, end, tuple(lines), tuple(inner))


def in_cell_order(rows: Sequence[Row], rules: Sequence[Rule]) -> list[Row]:
    """The rows of a page, those of its tables cell by cell."""
    ordered: list[Row] = []
    at = 0
    for table in tables_in(rows, rules, 0, 0.0):
        ordered += [*rows[at : table.start], *table.pieces]
        at = table.end
    return [*ordered, *rows[at:]]


# Where tables may stand ----------------------------------------------------------------------------------------------


def _regions(rows: Sequence[Row], rules: Sequence[Rule]) -> Iterator[tuple[int, int, _Frame | None]]:
    """Stretches of rows that may be tables: those between lines, and those of rows with room in them."""
    framed: set[int] = set()
    frames = [(frame, [at for at, row in enumerate(rows) if frame.holds(row)]) for frame in _frames(rules, rows)]
    held = {at for _, inside in frames for at in inside}
    for frame, inside in frames:
        if inside and inside[-1] - inside[0] + 1 == len(inside) and not framed & {*inside}:
            start, end = _with_open_ends(rows, inside[0], inside[-1] + 1, frame, held | framed)
            if end - start >= _FEWEST_ROWS:
                framed |= {*range(start, end)}
                yield start, end, frame
    start = end = -1
    for at, row in enumerate([*rows, None]):
        is_over = row is None or at in framed or (start >= 0 and not _goes_on(rows[at - 1], row))
        has_room = row is not None and at not in framed and _has_room(row)
        is_over = is_over or (row is not None and not has_room and is_caption(row.text))
        if start >= 0 and (is_over or (not has_room and at - end >= 2)):
            if end - start >= PLAIN_ROWS:
                yield start, end, None
            start = -1
        if has_room:
            start = at if start < 0 else start
            end = at + 1


def _with_open_ends(rows: Sequence[Row], start: int, end: int, frame: _Frame, taken: Container[int]) -> tuple[int, int]:
    """The rows between lines with those above and below that no line closes off, and no other table holds."""

    def belongs(at: int) -> bool:
        row = rows[at]
        if is_caption(row.text):
            return False
        bases = [held.base for held in rows[start:end]]
        is_near = min(bases) - _NEAR * row.size <= row.base <= max(bases) + _NEAR * row.size
        is_within = row.left > frame.left - FLUSH and row.right < frame.right + FLUSH
        is_cell = row.left > frame.left + 2 * FLUSH and row.right - row.left < _WIDE * (frame.right - frame.left)
        is_close = min(abs(row.base - base) for base in bases) <= _CLOSE * row.size
        is_like_those = row.column == rows[start].column and ((is_cell and is_close) or _has_room(row))
        return at not in taken and is_near and is_within and is_like_those

    while start > 0 and belongs(start - 1):
        start -= 1
    while end < len(rows) and belongs(end):
        end += 1
    return start, end


def _goes_on(before: Row, row: Row) -> bool:
    return row.column == before.column and abs(row.base - before.base) <= _NEAR * max(row.size, before.size)


def _has_room(row: Row) -> bool:
    """Whether two words of the row stand so far apart that a column may part there."""
    return any(after.left - before.right > _APART * row.size for before, after in pairwise(row.words))


def _frames(rules: Sequence[Rule], rows: Sequence[Row]) -> Iterator[_Frame]:
    """Level lines that begin and end alike, with no prose between any two that follow one another."""
    alike: list[list[tuple[float, float, float]]] = []
    for line in _levels(rules):
        group = next((held for held in alike if _is_flush(held[-1], line)), None)
        if group is None:
            alike.append([line])
        else:
            group.append(line)
    for group in alike:
        left, right = min(line[1] for line in group), max(line[2] for line in group)
        walled = _walled([line[0] for line in group], left, right, rules)
        downs = [group[0][0]]
        for (down, _, _), is_walled in zip(group[1:], walled, strict=True):
            if not is_walled or _is_prose(rows, _Frame((downs[-1], down), left, right), rules):
                if len(downs) > 1:
                    yield _Frame(tuple(downs), left, right)
                downs = []
            downs.append(down)
        if len(downs) > 1:
            yield _Frame(tuple(downs), left, right)


def _walled(downs: Sequence[float], left: float, right: float, rules: Sequence[Rule]) -> list[bool]:
    """Whether upright lines stand between each two level ones; all, if they do so hardly anywhere."""
    upright = [rule for rule in rules if not rule.is_level and left - FLUSH <= rule.left <= right + FLUSH]
    found = []
    for above, below in pairwise(downs):
        place = (above + below) / 2
        found.append(any(rule.top <= place <= rule.bottom for rule in upright))
    return found if sum(found) > 1 else [True] * len(found)


def _is_flush(one: tuple[float, float, float], other: tuple[float, float, float]) -> bool:
    return abs(one[1] - other[1]) <= FLUSH and abs(one[2] - other[2]) <= FLUSH


def _levels(rules: Sequence[Rule]) -> list[tuple[float, float, float]]:
    """The level lines, pieces that touch joined: how far down each stands, where it begins and ends."""
    found: list[tuple[float, float, float]] = []
    by_down: dict[int, list[Rule]] = {}
    for rule in rules:
        if rule.is_level:
            near = next(
                (at for at in (round(rule.top) - 1, round(rule.top), round(rule.top) + 1) if at in by_down), None
            )
            by_down.setdefault(round(rule.top) if near is None else near, []).append(rule)
    for held in by_down.values():
        left = right = None
        for rule in sorted(held):
            if left is None or right is None or rule.left > right + FLUSH:
                if left is not None and right is not None:
                    found.append((held[0].top, left, right))
                left, right = rule.left, rule.right
            else:
                right = max(right, rule.right)
        if left is not None and right is not None:
            found.append((held[0].top, left, right))
    return sorted(found)


def _is_prose(rows: Sequence[Row], band: _Frame, rules: Sequence[Rule]) -> bool:
    """Whether running text stands between two lines, or something that reaches out from between them."""
    inside = [row for row in rows if band.downs[0] < middle(row) < band.downs[-1]]
    within = [row for row in inside if row.right > band.left and row.left < band.right]
    return any(
        not band.holds(row) or is_caption(row.text) or (_runs_across(row, band) and not _is_cut(row, rules))
        for row in within
    )


def _runs_across(row: Row, band: _Frame) -> bool:
    """Whether a row begins where the lines do and takes up most of their length without room for a column."""
    is_outermost = row.left - band.left < _INSET
    return is_outermost and not _has_room(row) and row.right - row.left > _WIDE * (band.right - band.left)


def _is_cut(row: Row, rules: Sequence[Rule]) -> bool:
    """Whether an upright line stands between two words of a row, however near they are."""
    beside = [
        rule.left
        for rule in rules
        if not rule.is_level and row.left < rule.left < row.right and rule.top <= middle(row) <= rule.bottom
    ]
    return any(before.right <= at <= after.left for before, after in pairwise(row.words) for at in beside)


def _reads_as_table(pieces: Sequence[Sequence[Row]], gutters: Sequence[Gutter]) -> bool:
    """Whether rows without lines around them are a table: enough of them, in enough columns, with short cells."""
    whole = [held for held in pieces if len(held) == len(gutters) + 1]
    if len(gutters) + 1 < _PLAIN_COLUMNS or len(whole) < max(PLAIN_ROWS, len(pieces) / 2):
        return False
    return median(piece.letters for held in whole for piece in held) <= PLAIN_LETTERS


def _reads_as_form(pieces: Sequence[Sequence[Row]], gutters: Sequence[Gutter]) -> bool:
    """Whether rows without lines are those of a form, or the head of a memo: a label, room, and what was filled in."""
    whole = [held for held in pieces if len(held) == 2]
    if len(gutters) != 1 or len(whole) < PLAIN_ROWS or len(whole) < len(pieces) * _FORM:
        return False
    labels, entries = [held[0] for held in whole], [held[1] for held in whole]
    if _spread(row.left for row in labels) > FLUSH:
        return False
    if _spread(row.left for row in entries) > FLUSH and _spread(row.right for row in entries) > FLUSH:
        return False
    named = sum(row.words[0].text[:1].isalpha() and not _MARK.fullmatch(row.text) for row in labels)
    told = sum(row.words[-1].text.endswith((".", "!", "?", "”", '"')) for row in entries)
    is_short = median(row.letters for row in labels) <= _LABEL and median(row.letters for row in entries) <= _ENTRY
    return is_short and named == len(labels) and told <= len(entries) / 3


def _spread(places: Iterable[float]) -> float:
    held = list(places)
    return max(held) - min(held)


# Columns -------------------------------------------------------------------------------------------------------------


def _gutters(rows: Sequence[Row], rules: Sequence[Rule], frame: _Frame | None) -> list[Gutter]:
    """Where the columns of a table part, from the left: at its upright lines, else where hardly a row has words."""
    top, bottom = min(row.base - row.size for row in rows), max(row.base for row in rows)
    left, right = min(row.left for row in rows), max(row.right for row in rows)
    upright = sorted(
        rule.left
        for rule in rules
        if not rule.is_level and rule.top < bottom and rule.bottom > top and left < rule.left < right
    )
    if frame is not None and upright:
        apart = [at for number, at in enumerate(upright) if not number or at - upright[number - 1] > FLUSH]
        return [(at, at) for at in apart]
    found = _rivers(rows)
    for heads in range(1, _HEADS + 1):
        body = rows[heads:]
        if len(body) < PLAIN_ROWS:
            break
        below = _rivers(body)
        if len(below) > len(found) and _fill(body, below):
            found = below
    return found


def _fill(rows: Sequence[Row], gutters: Sequence[Gutter]) -> bool:
    """Whether each row has words in all columns, but for one, and with little in each."""
    pieces = [_parted(row, gutters, ()) for row in rows]
    is_full = all(len(held) >= len(gutters) for held in pieces)
    return is_full and median(piece.letters for held in pieces for piece in held) <= PLAIN_LETTERS


def _rivers(rows: Sequence[Row]) -> list[Gutter]:
    """The stretches between left and right in which at most a few rows have words."""
    least = _ROOM * median(row.size for row in rows)
    most = int(len(rows) * _SPANNING)
    edges = sorted(edge for row in rows for left, right in _stretches(row, least) for edge in ((left, 1), (right, -1)))
    found: list[Gutter] = []
    covered = 0
    begun: float | None = None
    for at, step in edges:
        was_free = covered <= most
        covered += step
        if was_free and covered > most and begun is not None and at - begun >= least:
            found.append((begun, at))
        if not was_free and covered <= most:
            begun = at
    return found


def _stretches(row: Row, least: float) -> Iterator[tuple[float, float]]:
    """Where a row has words, small room between them passed over."""
    left, right = row.words[0].left, row.words[0].right
    for word in row.words[1:]:
        if word.left - right >= least:
            yield left, right
            left = word.left
        right = max(right, word.right)
    yield left, right


def _parted(row: Row, gutters: Sequence[Gutter], rules: Sequence[Rule]) -> list[Row]:
    """The row in the pieces that lie in different columns; words that run on across a gutter stay together."""
    pieces: list[list[Word]] = [[row.words[0]]]
    for before, after in pairwise(row.words):
        if any(_stands_between(gutter, before, after, row, rules) for gutter in gutters):
            pieces.append([])
        pieces[-1].append(after)
    return [Row(words, row.column) for words in pieces]


def _stands_between(gutter: Gutter, before: Word, after: Word, row: Row, rules: Sequence[Rule]) -> bool:
    left, right = gutter
    if left == right:
        return before.right <= left + 1 and after.left >= left - 1 and _is_drawn(left, row, rules)
    return min(after.left, right) - max(before.right, left) >= _ROOM * row.size


def _is_drawn(across: float, row: Row, rules: Sequence[Rule]) -> bool:
    """Whether an upright line stands there beside a row."""
    return any(
        not rule.is_level and abs(rule.left - across) <= FLUSH and rule.top <= middle(row) <= rule.bottom
        for rule in rules
    )
