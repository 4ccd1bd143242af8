"""What the numbers of two statements tell of whether they say the same."""

from functools import cache

from briefing.analysis.stories.story_article import Told
from briefing.analysis.syntax.lexicon import lexicon_table
from briefing.model.statement import Figure

SHARED = 2
"""Fewest words in common that tell anything."""

FIGURE_WEIGHT = 0.24
"""For the same number of something that both speak of: "left seven dead", "killing seven riders"."""

MANY_WEIGHT = 0.3
"""For the same large number of the same."""

_ANY_FIGURE_WEIGHT = 0.06
_FEW = 2
"""Numbers up to which two that are equal tell little."""

_MANY = 12
"""Numbers above which two that are equal hardly are so by chance."""

_FIGURES_NEAR = 0.02
_ANYBODY = frozenset({"people", "person", "victim", "life", "casualty", "soul", "body", "resident", "citizen", "other"})
"""Nouns for people of whom no more is said: "40 people" may be "40 passengers", and not the other way round."""


def figures_differ(left: Told, right: Told) -> bool:
    """Whether they give different numbers of one thing."""
    return any(differ(one, other) for one in left.statement.figures for other in right.statement.figures) and not any(
        meet(one, other) for one in left.statement.figures for other in right.statement.figures
    )


def any_figure_meets(left: Told, right: Told) -> bool:
    """Whether they give one number of one thing."""
    return any(
        meet(one, other) and one.unit == other.unit
        for one in left.statement.figures
        for other in right.statement.figures
    )


def of_figures(left: Told, right: Told) -> float:
    """What figures that agree add to a score."""
    pairs = [(one, other) for one in left.statement.figures for other in right.statement.figures if meet(one, other)]
    shared = {key for key in left.keys & right.keys if not key[:1].isdigit() and key not in _measures()}
    if any(one.value > _MANY and _counts_alike(one, other) for one, other in pairs):
        return MANY_WEIGHT
    if any(_tells(one, len(shared)) for one, _ in pairs):
        return FIGURE_WEIGHT
    return _ANY_FIGURE_WEIGHT if pairs else 0.0


def _tells(figure: Figure, shared: int) -> bool:
    """Whether the same figure tells that two speak of one thing, so many words of which they share."""
    return figure.value > _FEW and shared >= (1 if figure.value > _MANY else SHARED)


def counts_alike(left: Told, right: Told) -> bool:
    """Whether both give one number that two hardly give by chance."""
    return any(
        one.value > _MANY and meet(one, other) for one in left.statement.figures for other in right.statement.figures
    )


def _counts_alike(one: Figure, other: Figure) -> bool:
    """Whether two count the same: "40 people", "40 passengers", but not "40 officers" and "40 protesters"."""
    if one.unit in _measures():
        return False
    both = {one.unit, other.unit}
    return bool(one.unit) and (len(both) == 1 or (both <= _persons() and bool(both & _ANYBODY)))


def counts_apart(left: Told, right: Told) -> bool:
    """Whether both count people, and no two of the numbers agree."""
    counts = [[one for one in told.statement.figures if one.unit in _persons()] for told in (left, right)]
    return all(counts) and not any(meet(one, other) for one in counts[0] for other in counts[1])


def differ(one: Figure, other: Figure) -> bool:
    """Whether two figures count the same thing and do not agree."""
    return (one.unit == other.unit or not (one.unit and other.unit)) and not meet(one, other)


def meet(one: Figure, other: Figure) -> bool:
    """Whether two figures agree; 120 miles and 120 kilometres do not."""
    measures = _measures()
    if one.unit != other.unit and one.unit in measures and other.unit in measures:
        return False
    return abs(one.value - other.value) <= _FIGURES_NEAR * max(abs(one.value), abs(other.value))


@cache
def _persons() -> frozenset[str]:
    return frozenset(lexicon_table("groups")["one"]) | _ANYBODY | {"rider", "inhabitant", "civilian"}


@cache
def _measures() -> frozenset[str]:
    return frozenset(lexicon_table("counts")["measures"]["units"])
