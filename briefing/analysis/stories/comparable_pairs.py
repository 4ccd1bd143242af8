"""Which statements are worth comparing closely: near in meaning, so that they may be one or contradict one another."""

from collections.abc import Iterator, Sequence

import numpy as np

from briefing.analysis.stories.figure_likeness import MANY_WEIGHT, SHARED
from briefing.analysis.stories.relations import (
    BESIDE_WEIGHT,
    BLAME_WEIGHT,
    DATES_WEIGHT,
    OPPOSED,
    ORIGIN_WEIGHT,
    RESPONSIBLE,
    SAME,
    USUAL,
    WHOLE,
    WORDS_WEIGHT,
)
from briefing.analysis.stories.story_article import Floats, Told

Pair = tuple[int, int]


def near_pairs(
    left: Sequence[Told], right: Sequence[Told], near: Floats, is_own: bool
) -> Iterator[tuple[Pair, float, bool]]:
    """Pairs near enough in meaning to bear on one another; of one article with itself, the lower row first.

    Each with the score that it cannot exceed, and whether it is worth a closer look.
    """
    alike = near >= RESPONSIBLE
    rows, columns = np.nonzero(np.triu(alike, 1) if is_own else alike)
    for row, column, cosine in zip(rows.tolist(), columns.tolist(), near[rows, columns].tolist(), strict=True):
        one, other = left[row], right[column]
        shared = len(one.keys & other.keys)
        most = cosine + WORDS_WEIGHT * (_share(one, other, shared) - USUAL) + _bonus(one, other)
        yield (row, column), most, most >= SAME or _may_oppose(one, other, cosine, shared)


def _share(one: Told, other: Told, shared: int) -> float:
    """The share of their words that both have."""
    either = len(one.keys) + len(other.keys) - shared
    shorter = min(len(one.keys), len(other.keys))
    whole = shared >= SHARED and shared == shorter
    return max(shared / either, WHOLE * whole) if either else 0.0


def _bonus(one: Told, other: Told) -> float:
    """All that may be added to the score of two."""
    left, right = one.statement, other.statement
    most = MANY_WEIGHT if left.figures and right.figures else 0.0
    if left.blames and right.blames:
        most += BLAME_WEIGHT
    if one.origins and not set(one.origins).isdisjoint(other.origins):
        most += ORIGIN_WEIGHT
    if left.dates and not set(left.dates).isdisjoint(right.dates):
        most += DATES_WEIGHT
    return most + (BESIDE_WEIGHT if one.places and not one.places.keys().isdisjoint(other.places) else 0.0)


def _may_oppose(one: Told, other: Told, cosine: float, shared: int) -> bool:
    left, right = one.statement, other.statement
    if (left.blames and right.blames) or (left.winners and right.winners):
        return True
    if cosine < OPPOSED:
        return False
    turned = any(side != other.places.get(axis, side) for axis, side in one.places.items())
    return turned or (shared > 0 and one.is_negated != other.is_negated)
