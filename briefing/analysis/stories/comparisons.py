"""Statements of two articles compared, kept in memory: of a growing story only what is new is compared."""

from collections.abc import Sequence

from briefing.analysis.stories.comparable_pairs import Pair, near_pairs
from briefing.analysis.stories.relations import Relation, relation
from briefing.analysis.stories.story_article import Floats, StoryArticle, Told
from briefing.model import overlap_length
from briefing.records import dataclass

_MOST = 40_000
"""Pairs of articles that are kept: those of some thirty stories of fifty."""

_Print = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Compared:
    """Two articles compared, or one with itself; rows are those of their statements.

    Attributes:
        relations: of pairs that bear on one another.
        most: of pairs of one article that are near, the score that they cannot exceed.
    """

    relations: tuple[tuple[Pair, Relation], ...]
    most: tuple[tuple[Pair, float], ...] = ()


class Comparisons:
    """Articles that were compared; the oldest are forgotten once there are many."""

    def __init__(self) -> None:
        self._known: dict[tuple[_Print, _Print], Compared] = {}

    def of(self, left: Sequence[Told], right: Sequence[Told], near: Floats, prints: tuple[_Print, _Print]) -> Compared:
        """The statements of two articles compared, the earlier first; `near` holds their cosines.

        Args:
            left, right: all statements of each; of one article, the same.
            prints: what tells these articles, as they are read now, from others.
        """
        found = self._known.get(prints)
        if found is None:
            found = _compared(left, right, near, prints[0] == prints[1])
            while len(self._known) >= _MOST:
                self._known.pop(next(iter(self._known)))
            self._known[prints] = found
        return found


def print_of(article: StoryArticle) -> _Print:
    """What tells an article, as it is read now, from others and from other readings of it."""
    said = ((s.said, s.claim, s.denied, tuple((p.name, p.body) for p in s.chain)) for s in article.statements)
    return article.key, hash((article.text, article.published, tuple(said)))


def _compared(left: Sequence[Told], right: Sequence[Told], near: Floats, is_own: bool) -> Compared:
    relations: list[tuple[Pair, Relation]] = []
    bounds: list[tuple[Pair, float]] = []
    for (row, column), most, is_worth in near_pairs(left, right, near, is_own):
        one, other = left[row], right[column]
        if is_own:
            bounds.append(((row, column), most))
        if is_worth and not (is_own and overlap_length(one.statement.content, other.statement.content) > 0):
            relations.append(((row, column), relation(one, other, float(near[row, column]))))
    return Compared(tuple(relations), tuple(bounds))
