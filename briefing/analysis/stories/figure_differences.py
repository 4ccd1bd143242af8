"""Different figures for one thing: which conflict, and which only bring an earlier one up to date."""

from collections.abc import Iterable, Iterator

from briefing.analysis.stories.figure_likeness import differ
from briefing.analysis.stories.origins import origins_in
from briefing.analysis.stories.story_article import Told
from briefing.model.statement import Figure
from briefing.model.story import FigureChange, FigureDifference, FigureGiven


def figure_differences(pairs: Iterable[tuple[Told, Told]]) -> tuple[FigureDifference, ...]:
    """What the figures of statements are that say the same but for these, each difference once."""
    found: dict[tuple[str, float, float], FigureDifference] = {}
    for left, right in pairs:
        for one, other in _differing(left, right):
            key = (one.unit, min(one.value, other.value), max(one.value, other.value))
            found.setdefault(key, _difference(left, one, right, other))
    return tuple(found.values())


def _differing(left: Told, right: Told) -> Iterator[tuple[Figure, Figure]]:
    for one in left.statement.figures:
        for other in right.statement.figures:
            if one.unit and differ(one, other):
                yield one, other


def _difference(left: Told, one: Figure, right: Told, other: Figure) -> FigureDifference:
    earlier, later = _given(left, one), _given(right, other)
    if later.published and later.published < earlier.published:
        earlier, later = later, earlier
    # On one day, or from one who is contradicted, two figures cannot both hold; a later one may only be newer.
    is_later = bool(earlier.published) and earlier.published[:10] < later.published[:10]
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
