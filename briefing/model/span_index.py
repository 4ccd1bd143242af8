"""An index of spans: finds those over a stretch of text without looking at each."""

from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate
from typing import Generic, TypeVar

from briefing.model.spans import Span

T = TypeVar("T")


class Laid(Generic[T]):
    """Things with their places in a text.

    Args:
        things: each with its span; several may lie at one place.
    """

    def __init__(self, things: Iterable[tuple[Span, T]]) -> None:
        self._things = sorted(things, key=lambda thing: thing[0])
        self._starts = [span.start for span, _ in self._things]
        # How far the first of them reach together: before that, none of them can lie over what comes later.
        self._reach = list(accumulate((span.end for span, _ in self._things), max))

    def over(self, span: Span) -> list[T]:
        """Those that share a code point with `span`, in text order."""
        return [thing for _, thing in self._over(span)]

    def within(self, span: Span) -> list[T]:
        """Those that lie wholly within `span`, in text order."""
        return [thing for where, thing in self._over(span) if span.contains(where)]

    def _over(self, span: Span) -> list[tuple[Span, T]]:
        found: list[tuple[Span, T]] = []
        place = bisect_left(self._starts, span.end)
        while place and self._reach[place - 1] > span.start:
            place -= 1
            if self._things[place][0].overlaps(span):
                found.append(self._things[place])
        return found[::-1]
