"""What stands around the text of PDF pages: running heads, page numbers, footnotes."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from statistics import median

from briefing.intake.pdf_lines import Line, median_size
from briefing.records import dataclass

_EDGE = 2
"""Lines at the top and the bottom of a page among which running heads and page numbers stand."""
_NUMBER = re.compile(r"[-–—|·]?\s*(?:page\s*)?(\d{1,4})(?:\s*(?:/|of)\s*\d{1,4})?\s*[-–—|·]?", re.IGNORECASE)
_ROMAN = re.compile(r"[-–—|·]?\s*[ivxlc]{1,7}\s*[-–—|·]?")
_MARGIN = 0.1
"""Share of a page's height at its top and bottom where small letters are no part of the text."""
_OUTERMOST = 0.07
"""Share of it where letters of any size are none, if they stand far from it."""
_FAR = 2.5
_APART = 1.5
"""How many times the usual distance of two lines sets a running head apart from the text."""
_NOTE_MARK = re.compile(r"(?:\[?\d{1,3}\]?[.)]?|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|\[[a-z]\]|[*†‡])\s*(?=[^\W\d]|[\"“‘«(])")
_SMALL = 0.93
"""How many times the usual size letters have up to which they may be a footnote's."""
_ENDED = re.compile(r"[.!?…:][\"”'’»)\]]*$")
_TITLE = 1.15
"""How many times as large as elsewhere letters of a running head are where they are a title."""
_LONGEST_HEAD = 14
"""Words of a running head."""
_LEAST_NUMBERED = 3
"""Pages whose printed numbers must run on before they are taken for the numbers of the pages."""


@dataclass(frozen=True, slots=True)
class Parted:
    """Pages parted into their text and what stands around it.

    Attributes:
        heads: lines above the text, each once.
        pages: the lines of the text, page by page.
        feet: lines below the text, each once.
        numbers: what the pages call themselves, by their place from 0; empty if they do not.
    """

    heads: list[Line]
    pages: list[list[Line]]
    feet: list[Line]
    numbers: dict[int, str]


def parted(pages: list[list[Line]]) -> Parted:
    """Take running heads, page numbers and what else stands in the margins out of the pages.

    A head that pages repeat is told once; one that no other page repeats can only be told by its looks. Neither is
    dropped: they are kept for the reader to see, greyed.
    """
    usual = usual_size([line for page in pages for line in page])
    leading = usual_distance([line for page in pages for line in page])
    edges = [_edges(page) for page in pages]
    shared = Counter(key for top, bottom in edges for key in {_key(line) for line in top + bottom})
    inner = {id(line) for top, bottom in edges for line in top + bottom}
    amid = {_key(line) for page in pages for line in page if id(line) not in inner}
    smallest: dict[str, float] = {}
    for top, bottom in edges:
        for line in top + bottom:
            smallest[_key(line)] = min(line.size, smallest.get(_key(line), line.size))
    offset = _offset(edges)
    often = {key for key, times in shared.items() if times >= max(2, len(pages) / 3)} - amid
    common = Counter(key for page in pages for key in {_key(line) for line in page})

    def is_common(line: Line) -> bool:
        return common[_key(line)] >= max(2, len(pages) / 3)

    heads: dict[str, Line] = {}
    feet: dict[str, Line] = {}
    kept: list[list[Line]] = []
    printed: dict[int, int] = {}
    for number, page in enumerate(pages):
        ordered = sorted(page, key=lambda line: line.down)
        gone: set[int] = set()
        for side, around in ((ordered, heads), (ordered[::-1], feet)):
            for at, line in enumerate(side[:_EDGE]):
                apart = _distance(side, at)
                told = _NUMBER.fullmatch(line.words)
                # The title of a whole document may stand above each of its pages, too.
                is_title = line.size > _TITLE * smallest.get(_key(line), line.size)
                is_shared = _key(line) in often or (offset is not None and number + offset in _numbers_at_ends(line))
                in_margin = min(line.share, 1 - line.share) < _MARGIN
                if told or (in_margin and _ROMAN.fullmatch(line.words)):
                    printed.update({number: int(told.group(1))} if told else {})
                elif is_shared and not is_title and _is_running(line, side, at, leading, is_common):
                    if offset is not None and number + offset in _numbers_at_ends(line):
                        printed[number] = number + offset
                    around.setdefault(_key(line), line)
                elif _is_margin(line, usual, apart, leading, len(page), around is feet):
                    around[f"{number} {at} {line.words}"] = line
                else:
                    break
                gone.add(id(line))
        kept.append([line for line in page if id(line) not in gone])
    return Parted(list(heads.values()), kept, list(feet.values()), _running_numbers(printed, len(pages)))


def _edges(page: list[Line]) -> tuple[list[Line], list[Line]]:
    ordered = sorted(page, key=lambda line: line.down)
    return ordered[:_EDGE], ordered[_EDGE:][-_EDGE:]


def _offset(edges: list[tuple[list[Line], list[Line]]]) -> int | None:
    """What numbers at the ends of heads and feet add to the place of their page, from 0; None if they do not run on."""
    votes = Counter[int]()
    for number, (top, bottom) in enumerate(edges):
        for found in {found - number for line in top + bottom for found in _numbers_at_ends(line)}:
            votes[found] += 1
    if not votes:
        return None
    offset, times = votes.most_common(1)[0]
    return offset if times >= max(_LEAST_NUMBERED, len(edges) / 3) else None


def _numbers_at_ends(line: Line) -> set[int]:
    words = line.words.split()
    # What ends as sentences do is a note.
    is_head = 1 < len(words) <= _LONGEST_HEAD and not _ENDED.search(line.words)
    ends = {words[0], words[-1]} if is_head else set()
    return {int(word) for word in ends if word.isascii() and word.isdigit() and len(word) <= 4}


def _key(line: Line) -> str:
    return re.sub(r"\d+", "#", line.words.lower())


def _distance(side: list[Line], at: int) -> float:
    """How far the next line on the way into the page is."""
    return abs(side[at + 1].down - side[at].down) if at + 1 < len(side) else 0.0


def _is_running(line: Line, side: list[Line], at: int, leading: float, often: Callable[[Line], bool]) -> bool:
    """Whether a line that pages share stands apart from their text, which may begin alike on each.

    Where it stands as near as the lines of the text, it does if pages share it and not the next one.
    """
    if at + 1 >= len(side) or not leading or "#" in _key(line):
        return True
    following = side[at + 1]
    is_apart = _distance(side, at) > _APART * leading or abs(following.size - line.size) > 0.07 * line.size
    return is_apart or not often(following)


def _is_margin(line: Line, usual: float, apart: float, leading: float, lines: int, below: bool) -> bool:
    """Whether a line that no other page repeats looks like one in the margin."""
    share = 1 - line.share if below else line.share
    # The last lines of a note look like a foot: they end as sentences do.
    if below and (_NOTE_MARK.match(line.words) or _ENDED.search(line.words)):
        return False
    if share < _MARGIN and line.size <= usual * _SMALL:
        return True
    far = share < _OUTERMOST and leading > 0 and apart > _FAR * leading and lines > _EDGE * 2
    return far and line.size <= usual


def _running_numbers(printed: dict[int, int], pages: int) -> dict[int, str]:
    """What pages call themselves, if their numbers run on and differ from their place in the file."""
    offsets = Counter(told - number for number, told in printed.items())
    if not offsets:
        return {}
    offset, times = offsets.most_common(1)[0]
    if times < _LEAST_NUMBERED or times * 2 < len(printed) or offset == 1:
        return {}
    return {number: str(number + offset) for number in range(pages) if number + offset > 0}


def usual_size(lines: Iterable[Line]) -> float:
    """The size of most letters, in points; 0 if there are none."""
    return median_size((line.size, len(line.words)) for line in lines)


def usual_distance(lines: Sequence[Line]) -> float:
    """The usual distance of the bases of two lines, in points; 0 if no two stand under one another."""
    below = [
        after.down - before.down
        for before, after in pairwise(lines)
        if before.page == after.page and after.size == before.size and 0 < after.down - before.down < 3 * after.size
    ]
    return median(below) if below else 0.0


def without_notes(pages: list[list[Line]]) -> tuple[list[Line], list[list[Line]]]:
    """The lines of the text itself, and the footnotes, which would else stand amid sentences that go on behind them."""
    usual = usual_size([line for page in pages for line in page])
    kept: list[Line] = []
    notes: list[list[Line]] = []
    for page in pages:
        inside = False
        for line in page:
            small = line.size <= usual * _SMALL and not line.cells
            is_mark = bool(small and _NOTE_MARK.match(line.words))
            inside = small and (inside or is_mark)
            if is_mark:
                notes.append([line])
            elif inside:
                notes[-1].append(line)
            else:
                kept.append(line)
    return kept, notes


def marked(note: str) -> str:
    """A note with a blank behind its mark."""
    mark = _NOTE_MARK.match(note)
    return f"{mark.group().strip()} {note[mark.end() :]}" if mark else note
