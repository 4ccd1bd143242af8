"""The paragraphs of a PDF document: its lines parted by the room between them, by indents, by the size of letters."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from briefing.intake.block_assembly import Passage
from briefing.intake.line_hyphens import LineJoiner
from briefing.intake.passage_markup import PassageMarkup
from briefing.intake.pdf_captions import is_caption
from briefing.intake.pdf_lines import Line
from briefing.intake.pdf_margins import usual_distance, usual_size
from briefing.intake.pictures import Picture
from briefing.intake.plain_text import looks_like_heading
from briefing.intake.table_rows import row_passage
from briefing.model import BlockKind, Cell, Locator, Span

_GAP = 1.3
"""How many times the usual distance of two lines begins a new paragraph."""
_ENDED = re.compile(r"[.!?…:][\"”'’»)\]]*[⁰¹²³⁴⁵⁶⁷⁸⁹]*$")
_ITEM = re.compile(r"(?:[-*•–▪]|\d{1,2}[.)])\s+\S")
_SPEAKER = re.compile(r"(?:[A-ZÀ-Þ][A-ZÀ-Þ.'’\- ]{1,40}|[QA][.:]?\s?):\s?\S|[QA][.:]?\s+[\"“A-ZÀ-Þ]")
_LARGE = 1.1
"""How many times the usual size letters have from which on they are a heading's."""
_SMALL = 0.97
"""How many times the usual size letters have up to which they may be a caption's."""
_LONGEST_HEADING = 250
_SHORT = 0.8
"""Share of the usual line below which a line that ends a sentence ends its paragraph."""
_INDENT = 0.6
"""Heights of letters by which a line begins further in, or further out, than those around it."""
_FEW = 6
_LEAST_ROOM = 0.9
"""Heights of letters from one base to the next below which one of two lines is raised."""
_SEVERAL = 14
"""Lines of a text up to which the room between most of them may be that between paragraphs."""
_WIDE = 1.9
"""Heights of letters from one base to the next that part paragraphs of a line each."""
_SAME_SIDE = 1.5
_SOME = 0.1
"""Share of a column's lines that tell where its side is."""
_DEEPEST = 7.0
"""Heights of letters from which on a line is no longer indented but set in the middle."""

PageOf = Callable[[int], Locator]


def passages(lines: list[Line], joiner: LineJoiner, locator: PageOf) -> Iterator[Passage]:
    """The passages that lines make.

    Args:
        lines: of the text, in reading order.
        joiner: that joins lines of this document.
        locator: gives for the number of a page, from 0, how the page is called.
    """
    tables = _TableRows(joiner, locator)
    plain = [line for line in lines if not line.cells]
    letters = usual_size(plain)
    sizes = sorted({line.size for line in plain if line.size > letters * _LARGE}, reverse=True)
    waiting: tuple[Picture, ...] = ()
    for held, is_heading in _parted(lines, plain, letters, sizes):
        if held[0].cells:
            passage = tables.passage(held[0])
        else:
            kind = BlockKind.HEADING if is_heading else BlockKind.CAPTION if _is_caption(held[0], letters) else None
            passage = _passage(held, sizes, joiner, locator, kind)
        pictures, waiting = (*waiting, *held[0].pictures), tuple(one for line in held[1:] for one in line.pictures)
        yield replace(passage, markup=replace(passage.markup, pictures=pictures)) if pictures else passage
    if waiting:
        yield Passage(BlockKind.PARAGRAPH, "", markup=PassageMarkup(pictures=waiting))


def _parted(
    lines: list[Line], plain: list[Line], letters: float, sizes: list[float]
) -> Iterator[tuple[list[Line], bool]]:
    """The lines of each passage, and whether it is a heading by standing alone."""
    width = median(len(line.words) for line in plain) if plain else 0.0
    starts = _Starts(plain, usual_distance(plain))
    gathered: list[Line] = []
    for number, line in enumerate(lines):
        if line.cells:
            if gathered:
                yield gathered, False
                gathered = []
            yield [line], False
            continue
        large = line.size in sizes
        before = gathered[-1] if gathered else None
        if before and (
            _ITEM.match(line.words)
            or large != (before.size in sizes)
            or (large and line.size != before.size)
            or (not large and starts.begins(gathered[0], before, line))
            or _parts_caption(gathered[0], before, line, letters)
        ):
            yield gathered, False
            gathered = []
        if not large and not gathered and not _is_caption(line, letters) and _stands_alone(lines, number, width):
            yield [line], True
            continue
        gathered.append(line)
        if not large and _ENDED.search(line.words) and len(line.words) < width * _SHORT:
            yield gathered, False
            gathered = []
    if gathered:
        yield gathered, False


def _is_caption(line: Line, letters: float) -> bool:
    """Whether a line begins to tell what is seen: with the number of a table or a figure, or in small letters below."""
    return is_caption(line.words) or (bool(line.pictures) and line.size < letters * _SMALL)


def _parts_caption(first: Line, before: Line, line: Line, letters: float) -> bool:
    """Whether a caption begins with a line, or ends before it."""
    if _is_caption(line, letters) and (line.pictures or _ENDED.search(before.words) or line.size != before.size):
        return True
    if line.pictures and _ENDED.search(before.words):
        return True
    return _is_caption(first, letters) and line.size != before.size


class _TableRows:
    """Makes passages of the rows of tables, the tables numbered as they come."""

    def __init__(self, joiner: LineJoiner, locator: PageOf) -> None:
        self._joiner = joiner
        self._locator = locator
        self._number = 0
        self._row = 0
        self._place: tuple[int, int] | None = None

    def passage(self, line: Line) -> Passage:
        """The passage of the next row."""
        if (line.page, line.table) != self._place:
            self._number += self._place is not None
            self._place, self._row = (line.page, line.table), 0
        filled: list[list[Passage]] = []
        places: list[Cell | None] = []
        for cell in line.cells:
            while len(filled) < cell.column:
                filled.append([])
                places.append(None)
            words, _ = self._joiner.joined(cell.lines)
            filled.append([Passage(BlockKind.PARAGRAPH, words)])
            places.append(Cell(Span(0, 0), self._row, cell.column, 1, cell.columns, cell.header))
        self._row += 1
        place = self._locator(line.page)
        return replace(row_passage(filled, places, self._number), locators=(place,))


def joined_passage(
    kind: BlockKind, lines: Sequence[Line], joiner: LineJoiner, locator: PageOf, level: int = 0
) -> Passage:
    """Lines as one passage that tells on which pages it stands."""
    words, starts = joiner.joined([line.words for line in lines])
    locators: list[Locator] = []
    for start, line in zip(starts, lines, strict=True):
        place = locator(line.page)
        if not locators or locators[-1].number != place.number:
            locators.append(Locator(start, place.number, place.label))
    return Passage(kind, words, level, tuple(locators))


class _Starts:
    """Where paragraphs begin, told by the sides of the lines around."""

    def __init__(self, lines: Sequence[Line], leading: float) -> None:
        self._leading = leading
        # So few lines do not tell what their usual distance is.
        self._is_short = len(lines) <= _FEW
        self._closest = _closest(lines) if len(lines) <= _SEVERAL else 0.0
        by_column: dict[tuple[int, int], Counter[int]] = defaultdict(Counter)
        for line in lines:
            by_column[line.page, line.column][round(line.left)] += 1
        self._sides = {column: _side(lefts) for column, lefts in by_column.items()}
        self._hanging = self._hanging_columns(lines)

    def _hanging_columns(self, lines: Sequence[Line]) -> set[tuple[int, int]]:
        """The columns in which lines that stand further in carry on those before them, as in lists of books."""
        carried: dict[tuple[int, int], Counter[bool]] = defaultdict(Counter)
        for before, line in pairwise(lines):
            is_further = self._place(before) == "side" and self._place(line) == "in" and before.page == line.page
            if is_further and not _ITEM.match(before.words):
                carried[line.page, line.column][not _ENDED.search(before.words)] += 1
        return {column for column, votes in carried.items() if votes[True] > max(1, votes[False])}

    def begins(self, first: Line, before: Line, line: Line) -> bool:
        """Whether a new paragraph begins between two lines that follow one another.

        Args:
            first: line of the paragraph that may go on.
            before: its last line so far.
            line: the one behind that.
        """
        if line.is_labelled or _SPEAKER.match(line.words):
            return True
        is_below = before.page == line.page and before.column == line.column
        distance = line.down - before.down
        if is_below and 0 < self._leading * _GAP < distance:
            return True
        if is_below and self._is_short and distance > _WIDE * line.size and _ENDED.search(before.words):
            return True
        if is_below and 0 < self._closest * _GAP < distance and before.size == line.size and line.words[:1].isupper():
            return True
        if _ITEM.match(first.words) and is_below:
            return line.left < first.left - _INDENT * line.size
        if _ITEM.match(first.words) and self._further(line) <= self._further(first) + _INDENT * line.size:
            # An item goes on behind its sign, also on the next page.
            return bool(_ENDED.search(before.words))
        here, there = self._place(line), self._place(before)
        has_ended = bool(_ENDED.search(before.words))
        if (line.page, line.column) in self._hanging and {here, there} <= {"in", "side"}:
            return here == "side" and (there == "in" or has_ended)
        if here != there:
            return here == "in"
        return here == "in" and has_ended and abs(line.left - before.left) < _SAME_SIDE

    def _further(self, line: Line) -> float:
        return line.left - self._sides[line.page, line.column]

    def _place(self, line: Line) -> str:
        further = self._further(line)
        if further > _INDENT * line.size:
            return "in" if further < _DEEPEST * line.size else "middle"
        return "side"


def _closest(lines: Sequence[Line]) -> float:
    """The least room from one line to the next, if some have it: that within paragraphs."""
    below = [
        round(line.down - before.down, 1)
        for before, line in pairwise(lines)
        if (before.page, before.column) == (line.page, line.column)
        and line.down - before.down > line.size * _LEAST_ROOM
    ]
    return min(below, default=0.0)


def _side(lefts: Counter[int]) -> float:
    """Where lines begin that stand furthest out, if there are some of them."""
    lines = sum(lefts.values())
    some = [left for left in lefts if lefts[left] + lefts[left + 1] >= max(1, lines * _SOME)]
    return float(min(some) if some else min(lefts))


def _stands_alone(lines: list[Line], number: int, width: float) -> bool:
    """Whether a short line between a finished sentence and the begin of another reads like a heading."""
    line = lines[number].words
    before = lines[number - 1].words if number else "."
    following = lines[number + 1].words if number + 1 < len(lines) else ""
    return (
        len(line) < width * _SHORT
        and looks_like_heading(line)
        and following[:1].isupper()
        and bool(_ENDED.search(before))
    )


def _passage(
    lines: list[Line], sizes: list[float], joiner: LineJoiner, locator: PageOf, kind: BlockKind | None = None
) -> Passage:
    if kind is not None:
        return joined_passage(kind, lines, joiner, locator, 2 if kind is BlockKind.HEADING else 0)
    if lines[0].size in sizes and sum(len(line.words) + 1 for line in lines) <= _LONGEST_HEADING:
        return joined_passage(BlockKind.HEADING, lines, joiner, locator, min(6, sizes.index(lines[0].size) + 1))
    if _ITEM.match(lines[0].words):
        return joined_passage(BlockKind.ITEM, lines, joiner, locator, 1)
    return joined_passage(BlockKind.PARAGRAPH, lines, joiner, locator)
