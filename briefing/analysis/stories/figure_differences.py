"""Different figures for one thing: which conflict, and which only bring an earlier one up to date."""

from collections.abc import Iterable, Iterator

from briefing.analysis.stories.corroborations import subjects_meet
from briefing.analysis.stories.figure_likeness import differ
from briefing.analysis.stories.origins import origins_in
from briefing.analysis.stories.story_article import Told
from briefing.model.statement import Figure
from briefing.model.story import FigureChange, FigureDifference, FigureGiven

_ALIKE = 0.5
"""Share of their words that two have in common, to tell the same but for a figure."""

_COUNTED = frozenset({"dead", "hurt", "missing"})
"""Fates whose number is told anew from hour to hour."""


def figure_differences(pairs: Iterable[tuple[Told, Told]]) -> tuple[FigureDifference, ...]:
    """What the figures of statements are that say the same but for these, each difference once."""
    found: dict[tuple[str, float, float], FigureDifference] = {}
    for left, right in pairs:
        for one, other in _differing(left, right):
            key = (one.unit, min(one.value, other.value), max(one.value, other.value))
            found.setdefault(key, _difference(left, one, right, other))
    return tuple(found.values())


def _differing(left: Told, right: Told) -> Iterator[tuple[Figure, Figure]]:
    if not _is_of_one_thing(left, right):
        return
    for unit in dict.fromkeys(figure.unit for figure in left.statement.figures if figure.unit):
        ours, theirs = ([f for f in told.statement.figures if f.unit == unit] for told in (left, right))
        # "led by 48 percent to 42" stands beside "led by 50 percent to 40": the first to the first.
        if len(ours) == len(theirs):
            yield from ((one, other) for one, other in zip(ours, theirs, strict=True) if differ(one, other))


def _is_of_one_thing(left: Told, right: Told) -> bool:
    """Whether both tell the same of one subject but for the figure; those who met one fate are counted by it."""
    if left.statement.mood is not right.statement.mood or left.is_negated != right.is_negated:
        return False
    if set(left.statement.fates) & set(right.statement.fates):
        return True
    if left.head != right.head or not subjects_meet(left, right):
        return False
    told = [{key for key in one.keys if not key[:1].isdigit()} for one in (left, right)]
    return len(told[0] & told[1]) >= _ALIKE * len(told[0] | told[1])


def _difference(left: Told, one: Figure, right: Told, other: Figure) -> FigureDifference:
    earlier, later = _given(left, one), _given(right, other)
    known = bool(earlier.published and later.published)
    counted = bool(_COUNTED & set(left.statement.fates) & set(right.statement.fates))
    if (known and later.published < earlier.published) or (counted and not known and later.value < earlier.value):
        earlier, later = later, earlier
    # On one day, or from one who is contradicted, two figures cannot both hold; a later one may only be newer.
    # A count of the dead without its day is no conflict: the larger one is only newer.
    is_later = earlier.published[:10] < later.published[:10] if known else counted
    return FigureDifference(earlier, later, FigureChange.UPDATE if is_later else FigureChange.CONFLICT)


def _given(told: Told, figure: Figure) -> FigureGiven:
    return FigureGiven(
        value=figure.value,
        unit=figure.unit,
        words=figure.span.of(told.article.text),
        article=told.article.key,
        statement=told.statement.id,
        published=told.article.published,
        origin=", ".join(origins_in(told)),
    )
