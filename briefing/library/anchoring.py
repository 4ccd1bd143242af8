"""Finds the place of an annotation in a text: exactly, else by its quotation and context, else nowhere.

The order of attempts follows the Hypothesis client; where it would guess, an annotation is an orphan instead.
"""

from dataclasses import replace

from briefing.model import Anchor, Annotation, Placing, Span, anchor

LEAST_CONTEXT = 0.5
"""Share of the kept context that must stand around a quotation that has moved and is not alone."""


def place(annotation: Annotation, text: str) -> Annotation:
    """The annotation with its span in `text` and how it was placed; an orphan keeps its old span."""
    kept = annotation.anchor
    # The same words at the old position may be others of the same sound: their surroundings must be the kept ones.
    if kept.span.end <= len(text) and anchor(text, kept.span) == kept:
        return replace(annotation, placing=Placing.PLACED)
    moved = _moved(kept, text)
    if moved is None:
        return replace(annotation, placing=Placing.ORPHAN)
    return replace(annotation, anchor=anchor(text, moved), placing=Placing.MOVED)


def _moved(kept: Anchor, text: str) -> Span | None:
    """The occurrence of the quotation whose surroundings are most like the kept ones, if they are like enough."""
    starts = _occurrences(kept.exact, text)
    if not starts:
        return None
    likeness = {start: _context_likeness(kept, text, start) for start in starts}
    best = max(starts, key=lambda start: (likeness[start], -abs(start - kept.span.start)))
    rivals = sum(likeness[start] == likeness[best] for start in starts)
    if likeness[best] < LEAST_CONTEXT or rivals > 1:
        return None
    return Span(best, best + len(kept.exact))


def _occurrences(words: str, text: str) -> list[int]:
    found: list[int] = []
    at = text.find(words) if words else -1
    while at >= 0:
        found.append(at)
        at = text.find(words, at + 1)
    return found


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
