"""Finds the place of an annotation in a text: exactly, else by its quotation and context, else by likeness, or nowhere.

The order of attempts and the weights follow the Hypothesis client; where it would guess, an annotation is an orphan
instead: rather nowhere than on words that are not its own.
"""

from collections.abc import Iterator
from dataclasses import replace

from briefing.library.fuzzy_match import Found, alike
from briefing.model import Anchor, Annotation, Placing, Span, anchor
from briefing.records import dataclass

LEAST_CONTEXT = 0.5
"""Share of the kept context that must stand around a quotation that has moved and is not alone."""

TELLING = 40
"""A quotation of so many code points that stands in a text only once is found, whatever stands around it."""

_MOST_OCCURRENCES = 1000


@dataclass(frozen=True, slots=True)
class Place:
    """Where an anchor stands in a text; `score` is from 0 (nowhere) to 1 (all of it as it was kept)."""

    placing: Placing
    anchor: Anchor
    score: float


def place(annotation: Annotation, text: str) -> Annotation:
    """The annotation with its span in `text` and how it was placed; an orphan keeps its old span."""
    found = locate(annotation.anchor, text)
    return replace(annotation, anchor=found.anchor, placing=found.placing)


def locate(kept: Anchor, text: str) -> Place:
    """Where the anchor stands; takes some hundredths of a second for a text of a million code points at most."""
    # The same words at the old position may be others of the same sound: their surroundings must be the kept ones.
    if kept.span.end <= len(text) and anchor(text, kept.span) == kept:
        return Place(Placing.PLACED, kept, 1.0)
    moved, several = _moved(kept, text)
    if moved is None and not several:  # equal words in several places say nothing of which are meant
        moved = alike(kept, text)
    if moved is None:
        return Place(Placing.ORPHAN, kept, 0.0)
    return Place(Placing.MOVED, anchor(text, moved.span), moved.score)


def _moved(kept: Anchor, text: str) -> tuple[Found | None, bool]:
    """The occurrence of the quotation with the surroundings most like the kept ones, and whether it occurs at all."""
    likeness = {start: _context_likeness(kept, text, start) for start in _occurrences(kept, text)}
    if likeness:
        best = max(likeness, key=lambda start: (likeness[start], -abs(start - kept.span.start)))
        rivals = sum(found == likeness[best] for found in likeness.values())
        if likeness[best] >= LEAST_CONTEXT:
            found = Found(Span(best, best + len(kept.exact)), _score(likeness[best])) if rivals == 1 else None
            return found, True
    first = text.find(kept.exact) if kept.exact else -1
    if first >= 0 and len(kept.exact) >= TELLING and text.find(kept.exact, first + 1) < 0:
        return Found(Span(first, first + len(kept.exact)), _score(_context_likeness(kept, text, first))), True
    return None, first >= 0


def _occurrences(kept: Anchor, text: str) -> set[int]:
    """Where the quotation stands with enough of its context to be meant.

    Of the context half must be the same, so that a quarter is the same on one side: the quotation is looked for with
    so much of it, which stands in few places even if the quotation is a single letter.
    """
    if not kept.exact:
        return set()
    least = -(-(len(kept.prefix) + len(kept.suffix)) // 4)
    found = set()
    if least <= len(kept.prefix):
        before = kept.prefix[len(kept.prefix) - least :]
        found |= {start + least for start in _all(before + kept.exact, text)}
    if least <= len(kept.suffix):
        found |= set(_all(kept.exact + kept.suffix[:least], text))
    return found


def _all(words: str, text: str) -> Iterator[int]:
    at = text.find(words)
    for _ in range(_MOST_OCCURRENCES):
        if at < 0:
            return
        yield at
        at = text.find(words, at + 1)


def _score(context: float) -> float:
    return 0.55 + 0.45 * context


def _context_likeness(kept: Anchor, text: str, start: int) -> float:
    end = start + len(kept.exact)
    before = text[max(0, start - len(kept.prefix)) : start]
    after = text[end : end + len(kept.suffix)]
    same = _same_end(kept.prefix, before) + _same_end(kept.suffix[::-1], after[::-1])
    length = len(kept.prefix) + len(kept.suffix)
    return same / length if length else 1.0


def _same_end(left: str, right: str) -> int:
    same = 0
    for a, b in zip(reversed(left), reversed(right), strict=False):
        if a != b:
            break
        same += 1
    return same
