"""The lines of a PDF page: the words that stand on one base, with what stands raised among them."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from briefing.intake.pdf_words import Word
from briefing.intake.pictures import Picture
from briefing.intake.superscripts import raised_behind
from briefing.intake.text_decoder import collapsed
from briefing.records import dataclass

_LINE_HYPHEN = re.compile("[\x02\ufffe\u00ad]$")
_SOFT_HYPHEN = re.compile("\u00ad(?=.)")
_BASE = 0.25
"""Heights of letters by which the bases of words in one line may differ."""
_SMALL = 0.85
"""Share of the letters' height up to which others may stand raised or lowered beside them."""
_RAISED = 0.65
"""Heights of letters by which small ones may stand above or below their base."""
_LEAST_RAISED = 0.12
_LABEL = 4
"""Words of a name that stands before what somebody says."""
_CAPITALS = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ.'’\-]*:?")
_TOUCHING = 0.2
"""Room before a raised word, in heights of letters, up to which it belongs to the word before."""
_CLOSING = ".,;:!?)]”’»"


@dataclass(frozen=True, slots=True)
class LineCell:
    """A cell of a row of a table.

    Attributes:
        column: from 0.
        columns: how many columns it reaches over.
        header: whether it names what stands below it.
        lines: its words, line by line.
    """

    column: int
    columns: int
    header: bool
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it is printed.

    Attributes:
        words: its words.
        size: of its letters, in points.
        down: how far its base lies below the top of the page, in points.
        share: the same as a share of the page's height, 0 to 1.
        page: number of its page, from 0.
        left: where it begins, in points from the left (the right on a page that is read from there).
        right: where it ends.
        column: number of its column on the page, from 0; -1 across several.
        is_labelled: whether it begins with a name in capitals, far from what follows: who speaks, in many transcripts.
        cells: of a row of a table, which such a line is as a whole; empty for all others.
        table: number of its table on the page, from 0.
        pictures: those that stand above it.
    """

    words: str
    size: float
    down: float = 0.0
    share: float = 0.5
    page: int = 0
    left: float = 0.0
    right: float = 0.0
    column: int = 0
    is_labelled: bool = False
    cells: tuple[LineCell, ...] = ()
    table: int = 0
    pictures: tuple[Picture, ...] = ()


class Row:
    """Words on one base, from left to right.

    Args:
        words: at least one.
    """

    __slots__ = ("base", "column", "left", "letters", "right", "size", "words")

    def __init__(self, words: Sequence[Word], column: int = 0) -> None:
        self.words = words
        self.column = column
        self.size, self.base = _usual(words)
        self.left = min([word.left for word in words])
        self.right = max([word.right for word in words])
        self.letters = sum([len(word.text) for word in words])

    @property
    def text(self) -> str:
        """Its words, as they stand in the file."""
        return " ".join([word.text for word in self.words])

    def line(self, page: int, height: float) -> Line:
        """The row as a line of a page of this height."""
        share = self.base / height if height > 0 else 0.5
        labelled = self._is_labelled()
        return Line(self._text(), self.size, self.base, share, page, self.left, self.right, self.column, labelled)

    def _is_labelled(self) -> bool:
        for at, word in enumerate(self.words[:_LABEL]):
            if not _CAPITALS.fullmatch(word.text):
                return False
            if at + 1 < len(self.words) and self.words[at + 1].left - word.right > self.size:
                return True
        return False

    def _text(self) -> str:
        parts: list[str] = []
        before: Word | None = None
        was_raised = False
        for word in self.words:
            text = word.text
            is_raised = word.size <= self.size * _SMALL and self.base - word.base >= self.size * _LEAST_RAISED
            is_joined = word.joined
            if is_raised:
                text = raised_behind(before.text if before is not None else "", text)
            if before is not None and is_raised:
                is_joined = is_joined or (text != word.text and word.left - before.right < self.size * _TOUCHING)
            # What closes behind a raised mark stands lower than it, and is taken for a word of its own.
            if before is not None and was_raised and text[0] in _CLOSING:
                is_joined = is_joined or word.left - before.right < self.size * _TOUCHING
            if before is not None and not is_joined:
                parts.append(" ")
            parts.append(text)
            before, was_raised = word, is_raised
        return collapsed(_SOFT_HYPHEN.sub("", _LINE_HYPHEN.sub("-", "".join(parts))))


def _usual(words: Sequence[Word]) -> tuple[float, float]:
    """The size of most letters, and the base on which they stand."""
    first = words[0]
    if all(word.size == first.size for word in words):
        return first.size, first.base
    letters = Counter[float]()
    for word in words:
        letters[word.size] += len(word.text)
    size = max(letters, key=lambda each: (letters[each], each))
    return size, next(word.base for word in words if word.size == size)


def median_size(letters: Iterable[tuple[float, int]]) -> float:
    """The size, in points, of the letter in the middle when all are ordered by size; 0 if there are none.

    Args:
        letters: sizes, each with how many letters have it.
    """
    by_size = Counter[float]()
    for size, number in letters:
        by_size[size] += number
    half, passed = by_size.total() / 2, 0
    for size in sorted(by_size):
        passed += by_size[size]
        if passed >= half:
            return size
    return 0.0


def rows_of(words: Iterable[Word], is_turned: bool = False) -> list[Row]:
    """Rows of words, in the order in which the words come.

    Args:
        words: of a page.
        is_turned: whether it is read from right to left, and what runs otherwise within a row may go back.
    """
    rows: list[Row] = []
    current: list[Word] = []
    for word in words:
        if current and not _continues(current, word, is_turned):
            rows.append(Row(current))
            current = []
        current.append(word)
    if current:
        rows.append(Row(current))
    return rows


def _continues(current: list[Word], word: Word, is_turned: bool) -> bool:
    before = current[-1]
    if is_turned:
        return abs(word.base - before.base) <= _RAISED * max(word.size, before.size)
    if word.left < before.left or word.left < before.right - max(word.size, before.size):
        return False
    if word.size == before.size and abs(word.base - before.base) <= _BASE * word.size:
        return True
    beside = max(current[-3:], key=lambda one: one.size)
    apart = abs(word.base - beside.base)
    if apart <= _BASE * max(word.size, beside.size):
        return True
    small, large = sorted((word.size, beside.size))
    return small <= large * _SMALL and apart <= _RAISED * large and word.left - before.right < large
