"""Finds a quotation in a text in which a few of its letters have changed, by likeness and within a strict budget."""

from collections import Counter
from collections.abc import Iterator

from briefing.model import Anchor, Span
from briefing.records import dataclass

SHORTEST, LONGEST = 16, 4000
"""Code points of a quotation that is looked for: a shorter one is like too much, a longer one takes too long."""

LEAST_LIKE = 0.8
"""Share of the quotation that must have stayed (1 less edits by length, Levenshtein)."""

LEAST_SCORE = 0.75
"""Of quotation, prefix, suffix and position together, by the weights of the Hypothesis client."""

LEAST_AHEAD = 0.1
"""By so much the best place must be better than any other."""

_QUOTE, _PREFIX, _SUFFIX, _POSITION = 50, 20, 20, 2
_PIECES = 12
_SHORTEST_PIECE = 5
_MOST_OCCURRENCES = 40
_MOST_PLACES = 12
_MOST_EDGES = 9


@dataclass(frozen=True, slots=True)
class Found:
    """A place and how like it is, from 0 to 1."""

    span: Span
    score: float


def alike(kept: Anchor, text: str) -> Found | None:
    """The one place where words stand that the quotation has become, or None if none or several may be meant."""
    if not SHORTEST <= len(kept.exact) <= LONGEST:
        return None
    found = [best for start in _places(kept, text) if (best := _best_near(kept, text, start))]
    found.sort(key=lambda one: -one.score)
    if not found or found[0].score < LEAST_SCORE:
        return None
    rivals = [one for one in found[1:] if one.span.end <= found[0].span.start or found[0].span.end <= one.span.start]
    return None if rivals and rivals[0].score > found[0].score - LEAST_AHEAD else found[0]


def _places(kept: Anchor, text: str) -> list[int]:
    """Where the quotation may begin: beside its context, and by pieces that stand as they were, the likeliest first."""
    quotation = kept.exact
    length = max(_SHORTEST_PIECE, len(quotation) // _PIECES)
    beside = [at + len(kept.prefix) for at in _some(kept.prefix, text)] if kept.prefix else []
    beside += [max(0, at - len(quotation)) for at in _some(kept.suffix, text)] if kept.suffix else []
    # Starts a few letters apart mean the same place: what was put in or left out shifts what follows.
    width = max(8, len(quotation) // 5)
    votes: Counter[int] = Counter()
    first: dict[int, int] = {}
    for offset in range(0, len(quotation) - length + 1, length):
        for at in _some(quotation[offset : offset + length], text):
            start = max(0, at - offset)
            for place in (start // width, start // width + 1):
                votes[place] += 1
                first.setdefault(place, start)
    likely = [first[place] for place, _ in votes.most_common(_MOST_PLACES)]
    return list(dict.fromkeys([*beside[:_MOST_PLACES], *likely]))


def _some(piece: str, text: str) -> Iterator[int]:
    """Where a piece stands, unless it stands in so many places that it says nothing."""
    found: list[int] = []
    at = text.find(piece)
    while at >= 0 and len(found) <= _MOST_OCCURRENCES:
        found.append(at)
        at = text.find(piece, at + 1)
    yield from found if len(found) <= _MOST_OCCURRENCES else ()


def _best_near(kept: Anchor, text: str, start: int) -> Found | None:
    """The span near `start` that is most like the quotation, with its score; None if it is not like enough."""
    from rapidfuzz.distance import Levenshtein

    slack = len(kept.exact) // 5 + 4
    best: tuple[float, Span] | None = None
    ends = _edges(text, start + len(kept.exact), slack)
    for begin in _edges(text, start, slack):
        for end in ends:
            if begin < end:
                like = Levenshtein.normalized_similarity(kept.exact, text[begin:end], score_cutoff=LEAST_LIKE)
                if like >= LEAST_LIKE and (best is None or like > best[0]):
                    best = like, Span(begin, end)
    if best is None:
        return None
    like, span = best
    before = Levenshtein.normalized_similarity(kept.prefix, text[max(0, span.start - len(kept.prefix)) : span.start])
    after = Levenshtein.normalized_similarity(kept.suffix, text[span.end : span.end + len(kept.suffix)])
    near = 1 - min(1.0, abs(span.start - kept.span.start) / max(len(text), 1))
    weighed = like * _QUOTE + before * _PREFIX + after * _SUFFIX + near * _POSITION
    return Found(span, weighed / (_QUOTE + _PREFIX + _SUFFIX + _POSITION))


def _edges(text: str, around: int, slack: int) -> list[int]:
    """Where words begin and end near a place, and the place itself, the nearest first."""
    low, high = max(0, around - slack), min(len(text), around + slack)
    edges = {min(around, len(text))} | {
        at for at in range(low, high + 1) if at in (0, len(text)) or text[at - 1].isalnum() != text[at].isalnum()
    }
    return sorted(edges, key=lambda at: abs(at - around))[: 2 * _MOST_EDGES]
