"""Words that run from right to left, from where their signs are printed: files hold them in whatever order."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import NamedTuple

_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LETTER = re.compile(r"[^\W\d_]")
_GAP = 0.18
"""Room between two signs, in heights of their letters, from which on they belong to two words."""
_ROW = 0.55
"""Heights of letters by which signs of a row may stand above one another: marks above letters stand high."""
_MIRRORED = dict(zip("()[]{}«»‹›", ")(][}{»«›‹", strict=True))
_OPENING = frozenset("([{«‹")
_WITHIN_NUMBER = frozenset(".,:/٫٬")
_DASHES = frozenset("-+")
_MOST_PAIRS = 200_000
"""Pairs of a mark and a letter in a row that are looked at; no row that can be read has as many."""
_NO_JOINER = "\u200c"
_ALEFS = frozenset("اأإآٱ")


class Glyph(NamedTuple):
    """A sign where it is printed.

    Attributes:
        sign: its letter, or one of several letters of one glyph.
        origin: from where it is drawn, in points from the left.
        left: side of the room that it takes.
        right: side of that room.
        up: its base, in points from the bottom.
        size: of its letters.
        owner: what it belongs to in the file.
    """

    sign: str
    origin: float
    left: float
    right: float
    up: float
    size: float
    owner: int


class _Cluster(NamedTuple):
    """The letters of one glyph."""

    text: str
    left: float
    right: float
    up: float
    size: float
    owner: int


Placed = tuple[str, float, float, float, float]
"""A word with its left, its right, its base (from the bottom) and its size."""


def is_right_to_left(text: str) -> bool:
    """Whether most letters are of a script that runs from right to left."""
    turned = len(_RIGHT_TO_LEFT.findall(text))
    return turned > 0 and turned * 2 > len(_LETTER.findall(text))


def rows_of(glyphs: list[Glyph]) -> Iterator[list[Placed]]:
    """The rows of a page from top to bottom, the words of each as they are read."""
    clusters = sorted(_clusters(glyphs), key=lambda one: -one.up)
    rows: list[list[_Cluster]] = []
    for one in clusters:
        if rows and rows[-1][0].up - one.up <= _ROW * max(one.size, rows[-1][0].size):
            rows[-1].append(one)
        else:
            rows.append([one])
    read = [_read(_with_marks(row)) for row in rows]
    turned = _brackets_are_turned(["".join(one.text if one else " " for one in row) for row in read])
    for row in read:
        yield list(_words(_paired(row, turned)))


def _clusters(glyphs: list[Glyph]) -> Iterator[_Cluster]:
    by_glyph: dict[tuple[int, float, float], list[Glyph]] = defaultdict(list)
    for one in glyphs:
        by_glyph[one.owner, round(one.origin, 2), round(one.up, 2)].append(one)
    for found in by_glyph.values():
        signs = [one.sign for one in found]
        if len(signs) > 1 and any(map(_RIGHT_TO_LEFT.match, signs)):
            # pdfium turns the letters of an object round, and with them those of one glyph.
            signs = signs[::-1]
            bases = [sign for sign in signs if not unicodedata.combining(sign)]
            if set(bases) & _ALEFS and "ل" in bases and len(bases) == 2:
                bases.sort(key=lambda sign: sign != "ل")
            # What parts two letters without a blank is told with the second of them.
            bases.sort(key=lambda sign: sign != _NO_JOINER)
            signs = bases + [sign for sign in signs if unicodedata.combining(sign)]
        left = min(one.left for one in found)
        right = max(one.right for one in found)
        yield _Cluster("".join(signs), left, right, found[0].up, found[0].size, found[0].owner)


def _with_marks(row: list[_Cluster]) -> list[_Cluster]:
    """Letters from right to left, each with the marks that stand over it."""
    found: list[_Cluster] = []
    for one in sorted((one for one in row if not _is_mark(one)), key=lambda one: -(one.left + one.right)):
        again = next((at for at in range(max(0, len(found) - 2), len(found)) if _is_same(one, found[at])), None)
        if again is None:
            found.append(one)
        else:
            both = one.left, one.right, found[again].left, found[again].right
            found[again] = found[again]._replace(left=min(both), right=max(both))
    marks = [one for one in row if _is_mark(one)]
    if len(marks) * len(found) > _MOST_PAIRS:
        return sorted(row, key=lambda one: -one.right)
    for mark in marks:
        if not found:
            return sorted(row, key=lambda one: -one.right)
        middle = (mark.left + mark.right) / 2
        # A glyph of letter and marks may be told as several signs, side by side.
        own = [at for at, letter in enumerate(found) if letter.owner == mark.owner and letter.up == mark.up]
        nearest = min(own or range(len(found)), key=lambda at: _distance(found[at], middle))
        letter = found[nearest]
        found[nearest] = letter._replace(text=letter.text + mark.text)
    return found


def _is_same(one: _Cluster, other: _Cluster) -> bool:
    """Whether a letter and the mark above it are two glyphs, each of which is told as both."""
    both = len(one.text) > 1 and sorted(one.text) == sorted(other.text)
    over = min(one.right, other.right) - max(one.left, other.left)
    return both and any(map(unicodedata.combining, one.text)) and over > 0.5 * min(_width(one), _width(other))


def _width(one: _Cluster) -> float:
    return one.right - one.left


def _is_mark(one: _Cluster) -> bool:
    return all(unicodedata.combining(sign) for sign in one.text)


def _distance(letter: _Cluster, place: float) -> float:
    if letter.left <= place <= letter.right:
        return 0.0
    return min(abs(letter.left - place), abs(letter.right - place))


def _read(row: list[_Cluster]) -> list[_Cluster | None]:
    """The signs of a row as they are read, None for each blank: what runs from left to right among them is turned."""
    signs: list[_Cluster | None] = [*row[:1]]
    for before, after in pairwise(row):
        if before.left - after.right > _GAP * max(before.size, after.size):
            signs.append(None)
        signs.append(after)
    if not any(_way(one.text) == "right" for one in row):
        return signs[::-1]
    ways = _ways(["" if one is None else one.text for one in signs])
    found: list[_Cluster | None] = []
    for way, group in groupby(zip(ways, signs, strict=True), key=lambda pair: pair[0]):
        run = [sign for _, sign in group]
        found += run[::-1] if way == "left" else run
    return found


def _ways(signs: list[str]) -> list[str]:
    """For each sign which way it runs; what stands between two that run from left to right does too."""
    ways = [_way(sign) for sign in signs]
    at = 0
    while at < len(ways):
        if ways[at]:
            at += 1
            continue
        end = at
        while end < len(ways) and not ways[end]:
            end += 1
        before = ways[at - 1] if at else "right"
        after = ways[end] if end < len(ways) else "right"
        between = "left" if before == after == "left" else "right"
        if between == "left" and signs[at - 1][-1:].isdigit() and signs[end][-1:].isdigit():
            # Figures apart are told one after the other, from right to left; the signs within a number are part of it.
            # Behind Arabic letters a dash parts numbers, behind others it does not (UAX 9, W2 and W4).
            within = _WITHIN_NUMBER if _strong_before(signs, at) == "AL" else _WITHIN_NUMBER | _DASHES
            between = "left" if end - at == 1 and signs[at] in within else "right"
        ways[at:end] = [between] * (end - at)
        at = end
    return ways


def _strong_before(signs: list[str], at: int) -> str:
    """Of which kind the last letter before a place is, as Unicode tells the ways of scripts."""
    kinds = (unicodedata.bidirectional(sign[0]) for sign in signs[:at][::-1] if sign)
    return next((kind for kind in kinds if kind in ("L", "R", "AL")), "")


def _way(sign: str) -> str:
    if not sign:
        return ""
    kind = unicodedata.bidirectional(sign[0])
    if kind in ("R", "AL"):
        return "right"
    return "left" if kind in ("L", "EN", "AN") else ""


def _brackets_are_turned(rows: list[str]) -> bool:
    """Whether the file calls brackets by what they look like, so that what closes is read first."""
    votes = Counter[bool]()
    for row in rows:
        signs = [sign for sign in row if sign in _MIRRORED]
        for before, after in pairwise(signs):
            if _MIRRORED[before] == after:
                votes[before not in _OPENING] += 1
    return votes[True] > votes[False]


def _paired(row: list[_Cluster | None], turned: bool) -> list[_Cluster | None]:
    """The signs with brackets that open before they close."""
    found = [one._replace(text=_MIRRORED.get(one.text, one.text)) if one and turned else one for one in row]
    last: dict[frozenset[str], int] = {}
    for at, one in enumerate(found):
        if one is None or one.text not in _MIRRORED:
            continue
        pair = frozenset((one.text, _MIRRORED[one.text]))
        before = found[last[pair]] if pair in last else None
        if before is not None and before.text == one.text:
            # Some are turned with the words around them, and others are not.
            opening, closing = sorted(pair, key=lambda sign: sign not in _OPENING)
            found[last[pair]], found[at] = before._replace(text=opening), one._replace(text=closing)
            del last[pair]
        elif before is not None:
            del last[pair]
        else:
            last[pair] = at
    return found


def _words(row: list[_Cluster | None]) -> Iterator[Placed]:
    for is_blank, group in groupby(row, key=lambda one: one is None):
        if is_blank:
            continue
        word = [one for one in group if one is not None]
        text = "".join(one.text for one in word)
        yield (
            text,
            min(one.left for one in word),
            max(one.right for one in word),
            min(one.up for one in word),
            max(one.size for one in word),
        )
