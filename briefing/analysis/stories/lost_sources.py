"""Where a claim lost its source: told as fact in one article, known only from somebody in another."""

from collections.abc import Sequence

from briefing.analysis.stories.origins import origins_in, words_of_name
from briefing.analysis.stories.relations import Kind, meet, relation
from briefing.analysis.stories.told import Told

_NEAR = 0.9
"""Cosine from which two statements say the same whatever verbs they have."""


def loses_source_in(group: Sequence[Told]) -> tuple[str, ...]:
    """The articles that tell as fact what another one knows only from somebody else than who does it.

    They name nobody for any of it; the other tells none of it by itself.
    """
    narrated = [told for told in group if not told.statement.chain and told.statement.clause]
    attributing = {told.article.key for told in group if told.statement.chain}
    attributed = [told for told in group if told.statement.chain and told.statement.clause]
    lost = [
        told
        for told in narrated
        if told.article.key not in attributing
        and any(_is_known_from(told, other) and not _tells_itself(other, told, narrated) for other in attributed)
        and not any(_acts_in(name, told) for other in attributed for name in origins_in(other))
    ]
    return tuple(dict.fromkeys(told.article.key for told in lost))


def _tells_itself(attributed: Told, told: Told, narrated: Sequence[Told]) -> bool:
    """Whether the article with the source tells the same without it."""
    own = [other for other in narrated if other.article is attributed.article]
    return any(_is_known_from(other, attributed) or _is_known_from(other, told) for other in own)


def _is_known_from(told: Told, other: Told) -> bool:
    """Whether a statement tells what somebody says in another article, and not only of the same things."""
    nearness = float(told.vector @ other.vector)
    if relation(told, other, nearness).kind is not Kind.SAME or _count_apart(told, other):
        return False
    return nearness >= _NEAR or told.head in other.keys or other.head in told.keys


def _count_apart(told: Told, other: Told) -> bool:
    """Whether both give numbers and none is the same: "12 tanks" and "four trucks" are two tellings."""
    figures = told.statement.figures, other.statement.figures
    return all(figures) and not any(meet(one, another) for one in figures[0] for another in figures[1])


def _acts_in(name: str, told: Told) -> bool:
    """Whether somebody appears in a statement: what he says of himself, an article may tell as it sees it."""
    words = words_of_name(name)
    inside = words_of_name(told.statement.said)
    return bool(words & inside) or any(words & words_of_name(other) for other in told.statement.names)
