"""Finds the passages of an article again on the pages of the PDF that it was read from; in doubt, nowhere."""

from collections.abc import Iterator

from briefing.export.pdf_text_map import Box, Letters, PrintedLetters, letters_of
from briefing.model import Span

ENOUGH = 24
"""Letters of a passage that say by themselves that it is the one that is meant."""
LEAST_AROUND = 8
"""Letters before and after a shorter passage that must be the same."""
AROUND = 400
"""Letters before and after that are compared where a passage stands in several places."""
BETWEEN = 2500
"""Letters of feet, heads and footnotes that may stand between two parts of a passage on two pages."""
LEAST_PART = 6
"""Letters of a part of a passage that goes on elsewhere."""
MOST_PARTS = 4

Range = tuple[int, int]


class Passages:
    """Where the passages of an article's text are printed."""

    def __init__(self, text: str, printed: PrintedLetters) -> None:
        self._letters: Letters = letters_of(text)
        self._printed = printed

    def lines(self, span: Span) -> tuple[tuple[int, Box], ...]:
        """Page number, from 0, and box of each line of a passage; nothing if it is not certain where it stands."""
        start, end = self._letters.within(span.start, span.end)
        words = self._letters.folded[start:end]
        found = self._place(words, start, end) if words else ()
        return tuple(line for place in found for line in self._printed.lines(*place))

    def _place(self, words: str, start: int, end: int) -> tuple[Range, ...]:
        whole = {at: self._likeness(at, at + len(words), start, end) for at in self._all(words)}
        if whole:
            best = max(whole.values())
            chosen = [at for at, likeness in whole.items() if likeness == best]
            if len(chosen) == 1 and (best >= LEAST_AROUND or len(words) >= ENOUGH or best >= self._most(start, end)):
                return ((chosen[0], chosen[0] + len(words)),)
            return ()
        return self._parted(words, start)

    def _all(self, words: str) -> Iterator[int]:
        at = self._printed.folded.find(words)
        while at >= 0:
            yield at
            at = self._printed.folded.find(words, at + 1)

    def _likeness(self, at: int, to: int, start: int, end: int) -> int:
        """How many letters around a place in print are those around the passage in the text."""
        printed, text = self._printed.folded, self._letters.folded
        before = _alike(reversed(printed[max(0, at - AROUND) : at]), reversed(text[max(0, start - AROUND) : start]))
        return before + _alike(printed[to : to + AROUND], text[end : end + AROUND])

    def _most(self, start: int, end: int) -> int:
        """The likeness that a short text could have at all."""
        return min(AROUND, start) + min(AROUND, len(self._letters.folded) - end)

    def _parted(self, words: str, start: int) -> tuple[Range, ...]:
        """The parts of a passage between which the foot of a page or a footnote is printed."""
        first = self._longest(words)
        for length in range(first, max(LEAST_PART, first - 3) - 1, -1):
            places = list(self._all(words[:length]))
            likely = [self._likeness(at, at + length, start, start + length) for at in places]
            if not places or likely.count(max(likely)) > 1 or length + max(likely) < ENOUGH:
                continue
            at = places[likely.index(max(likely))]
            rest = self._rest(words[length:], at + length, MOST_PARTS - 1)
            if rest:
                return ((at, at + length), *rest)
        return ()

    def _rest(self, words: str, after: int, parts: int) -> tuple[Range, ...]:
        """The rest of a passage, shortly after where its begin ended; nothing if that is not certain."""
        room = self._printed.folded[after : after + BETWEEN + len(words)]
        if len(words) < LEAST_PART:
            return ()
        at = room.find(words)
        if at >= 0:
            again = room.find(words, at + 1) >= 0
            return () if again and len(words) < ENOUGH else ((after + at, after + at + len(words)),)
        length = _longest_within(words, room)
        if parts <= 1 or length < ENOUGH or room.count(words[:length]) != 1:
            return ()
        here = after + room.find(words[:length])
        rest = self._rest(words[length:], here + length, parts - 1)
        return ((here, here + length), *rest) if rest else ()

    def _longest(self, words: str) -> int:
        return _longest_within(words, self._printed.folded)


def _longest_within(words: str, room: str) -> int:
    """Length of the longest begin of `words` that stands somewhere in `room`."""
    low, high = 0, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if words[:middle] in room else (low, middle - 1)
    return low


def _alike(one: Iterator[str] | str, other: Iterator[str] | str) -> int:
    """How many characters are the same until the first that differs."""
    count = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        count += 1
    return count
