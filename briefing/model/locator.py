"""Locators: on which page, at which time or in which message of the original the text of an article stands."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from enum import StrEnum
from operator import attrgetter

from briefing.model.spans import Span
from briefing.records import dataclass


class LocatorKind(StrEnum):
    """What a locator counts; the values are those of CSL's locator labels where it has one.

    A location is a place in a book for a reading device, which knows no pages.
    """

    PAGE = "page"
    TIME = "timestamp"
    MESSAGE = "message"
    LOCATION = "location"


@dataclass(frozen=True, slots=True)
class Locator:
    """Where the text from `start` up to the next locator stands in the original.

    The text of an article need not follow the pages: notes are put behind it, and name their page anew.

    Attributes:
        start: first code point of the article's text for which it holds.
        number: which page, cue, message or location of the original, from 1.
        label: as the original itself calls it ("iv", "00:12:03"); empty if it gives no name of its own.
        kind: what is counted.
    """

    start: int
    number: int
    label: str = ""
    kind: LocatorKind = LocatorKind.PAGE

    @property
    def name(self) -> str:
        """What a citation calls it."""
        return self.label or str(self.number)


Locators = tuple[Locator, ...]


def locators_over(locators: Sequence[Locator], span: Span) -> Locators:
    """Those that hold for some of `span`, in text order; `locators` are ordered by their starts."""
    begins = attrgetter("start")
    first = max(0, bisect_right(locators, span.start, key=begins) - 1)
    last = bisect_right(locators, max(span.start, span.end - 1), key=begins)
    return tuple(locator for locator in locators[first:last] if locator.start < max(span.end, span.start + 1))


def located_by_kind(locators: Sequence[Locator], spans: Sequence[Span]) -> dict[LocatorKind, str]:
    """The places of `spans` by their kind as a citation names them, without the word for them: "3", "3–4", "3, 7"."""
    found: dict[LocatorKind, set[tuple[int, str]]] = {}
    for span in spans:
        for held in locators_over(locators, span):
            found.setdefault(held.kind, set()).add((held.number, held.name))
    return {kind: named_runs(places) for kind, places in found.items()}


def named_runs(found: Iterable[tuple[int, str]]) -> str:
    """Places, each with its number and its name, as a citation names them; those that follow one another as a range."""
    runs: list[list[tuple[int, str]]] = []
    for number, name in sorted(found):
        if runs and number <= runs[-1][-1][0] + 1:
            runs[-1].append((number, name))
        else:
            runs.append([(number, name)])
    return ", ".join(run[0][1] if run[0][1] == run[-1][1] else f"{run[0][1]}–{run[-1][1]}" for run in runs)
