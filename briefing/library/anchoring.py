"""Finds the place of an annotation in a text: exactly, else by its quotation and context, else by likeness, or nowhere.

The order of attempts and the weights follow the Hypothesis client; where it would guess, an annotation is an orphan
instead: rather nowhere than on words that are not its own.
"""

import math
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from briefing.library.fuzzy_match import Found, alike
from briefing.model import (
    Anchor,
    Annotation,
    Dispute,
    Judgement,
    Placing,
    Span,
    anchor,
)
from briefing.records import dataclass

LEAST_CONTEXT = 0.5
"""Share of the kept context that must stand around a quotation that has moved and is not alone."""

TELLING = 40
"""A quotation of so many code points that stands in a text only once is found, whatever stands around it."""

_MOST_OCCURRENCES = 200
"""A quotation that stands in more places with as much of its context says nothing of which is meant."""

_STEPS = 8
"""In so many steps less of the context is asked for: with the most of it, a quotation stands in the fewest places."""

_SPLITS = 4
"""In so many ways is what is asked for split between the two sides of the quotation."""


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
    first = text.find(kept.exact) if kept.exact else -1
    if first < 0:
        return None, False
    with_all = list(islice(_all(kept.prefix + kept.exact + kept.suffix, text), 2))
    if with_all:
        start = with_all[0] + len(kept.prefix)
        return (_found(kept, start, 1.0) if len(with_all) == 1 else None), True
    length = len(kept.prefix) + len(kept.suffix)
    for least in _shares(length, is_rare=not _many(kept.exact, text)):
        starts = _occurrences(kept, text, least)
        if len(starts) > _MOST_OCCURRENCES:
            return None, True
        same = {start: _same_context(kept, text, start) for start in starts}
        if same and (most := max(same.values())) >= least:
            best = [start for start in starts if same[start] == most]
            return (_found(kept, best[0], most / length) if len(best) == 1 else None), True
    if len(kept.exact) >= TELLING and text.find(kept.exact, first + 1) < 0:
        return _found(kept, first, _same_context(kept, text, first) / length if length else 1.0), True
    return None, True


def _found(kept: Anchor, start: int, context: float) -> Found:
    return Found(Span(start, start + len(kept.exact)), 0.55 + 0.45 * context)


def _shares(length: int, is_rare: bool) -> Iterator[int]:
    """How many of so many code points of context have to be the same; of a rare quotation at once the least."""
    for step in range(_STEPS if is_rare else 1, _STEPS + 1):
        yield math.ceil(length * (1 - (1 - LEAST_CONTEXT) * step / _STEPS))


def _occurrences(kept: Anchor, text: str, least: int) -> set[int]:
    """Where the quotation stands with so many code points of its context, and where not with quite so many.

    What one side has too few of, the other has. So the quotation is looked for with all but a few of them, with which
    it stands in few places even if it is a single letter. Ends where there are too many.
    """
    found: set[int] = set()
    lefts = range(max(0, least - len(kept.suffix)), min(least, len(kept.prefix)) + 1)
    width = -(-len(lefts) // _SPLITS)
    for left in lefts[::width]:
        words = kept.prefix[len(kept.prefix) - left :] + kept.exact + kept.suffix[: max(0, least - left - width + 1)]
        found.update(start + left for start in islice(_all(words, text), _MOST_OCCURRENCES + 1))
    return found


def _many(words: str, text: str) -> bool:
    return len(list(islice(_all(words, text), _MOST_OCCURRENCES + 1))) > _MOST_OCCURRENCES


def _all(words: str, text: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _same_context(kept: Anchor, text: str, start: int) -> int:
    """How many code points around an occurrence of the quotation are as they were, on both sides."""
    end = start + len(kept.exact)
    before = text[max(0, start - len(kept.prefix)) : start]
    after = text[end : end + len(kept.suffix)]
    return _same_end(kept.prefix, before) + _same_end(kept.suffix[::-1], after[::-1])


def _same_end(left: str, right: str) -> int:
    if left == right:
        return len(left)
    same = 0
    for a, b in zip(reversed(left), reversed(right), strict=False):
        if a != b:
            break
        same += 1
    return same


def standing(kept: Anchor, text: str) -> Anchor | None:
    """Where an anchor stands in a text, or None."""
    found = locate(kept, text)
    return None if found.placing is Placing.ORPHAN else found.anchor


def standing_disputes(judgement: Judgement, text: str) -> tuple[Dispute, ...]:
    """The disputes of a claim as they stand in a text; of those whose words are not in it, who and what stays."""
    found = []
    for dispute in judgement.disputed_by:
        stands = standing(dispute.claim, text) if dispute.claim else None
        quoted = f"“{dispute.claim.exact}”" if dispute.claim and not stands else ""
        found.append(Dispute(": ".join(part for part in (dispute.source, quoted) if part), stands))
    return tuple(dict.fromkeys(found))
