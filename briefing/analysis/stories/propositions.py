"""Statements of one story's articles that say the same, joined into propositions, and which contradict which."""

from collections.abc import Sequence
from itertools import accumulate, pairwise

import numpy as np
from numpy.typing import NDArray

from briefing.analysis.stories.comparable_pairs import Pair
from briefing.analysis.stories.comparisons import Compared, Comparisons, print_of
from briefing.analysis.stories.contradictions import denies_it
from briefing.analysis.stories.figure_likeness import figures_differ
from briefing.analysis.stories.relations import Kind, Relation
from briefing.analysis.stories.story_article import Floats, ReadersWord, SaidOfTwo, StoryArticle, Told
from briefing.model import covering
from briefing.records import dataclass

SURE = 9.0
"""Score of what the reader says is the same."""

_WITHIN = 0.55
"""Score below which two statements of one article are never one: an article seldom says a thing twice."""

_LINKAGE = 0.64
"""Mean score between two groups of statements from which they are one proposition."""


@dataclass(frozen=True)
class Group:
    """Statements that say the same, with the numbers of the groups that contradict them."""

    members: tuple[Told, ...]
    contradicted_by: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Grouped:
    """All statements of some articles in groups, and the pairs that say the same but for their figures."""

    groups: tuple[Group, ...]
    figures: tuple[tuple[Told, Told], ...] = ()


def grouped(
    articles: Sequence[StoryArticle], words: Sequence[ReadersWord] = (), known: Comparisons | None = None
) -> Grouped:
    """All statements of the articles in groups that say the same; most stand alone.

    Args:
        articles: tell one story.
        words: the reader's, which come first.
        known: what was compared before.
    """
    told = [
        Told(article, statement, row)
        for row, (article, statement) in enumerate((a, s) for a in articles for s in a.statements)
    ]
    if not told:
        return Grouped(())
    near = _nearness(articles)
    article = np.repeat(np.arange(len(articles)), [len(one.statements) for one in articles])
    found = _Found.of(articles, told, near, known or Comparisons())
    found.heed(words, told)
    groups = _joined(found, near, article)
    number = {row: at for at, rows in enumerate(groups) for row in rows}
    against: dict[int, set[int]] = {}
    for one_row, other_row in found.contrary | _denials(articles, told):
        one_group, other_group = number[one_row], number[other_row]
        if one_group != other_group:
            against.setdefault(one_group, set()).add(other_group)
            against.setdefault(other_group, set()).add(one_group)
    made = (Group(tuple(told[row] for row in rows), frozenset(against.get(at, ()))) for at, rows in enumerate(groups))
    return Grouped(tuple(made), tuple(found.figures))


def _nearness(articles: Sequence[StoryArticle]) -> Floats:
    vectors = np.concatenate([article.vectors for article in articles])
    near: Floats = vectors @ vectors.T
    return near


@dataclass(frozen=True)
class _Found:
    """What was found of pairs of statements, the lower row first.

    Attributes:
        same: pairs that say the same, and how surely.
        contrary: pairs that contradict one another.
        never: for each two rows whether they must not be joined.
        figures: statements that say the same but for their figures.
    """

    same: dict[Pair, float]
    contrary: set[Pair]
    never: NDArray[np.bool_]
    figures: list[tuple[Told, Told]]

    @classmethod
    def of(cls, articles: Sequence[StoryArticle], told: Sequence[Told], near: Floats, known: Comparisons) -> "_Found":
        """Compare the statements of each two articles, but those that are known."""
        found = cls({}, set(), np.zeros(near.shape, dtype=np.bool_), [])
        starts = list(accumulate((len(article.statements) for article in articles), initial=0))
        reach = [slice(*pair) for pair in pairwise(starts)]
        prints = [print_of(article) for article in articles]
        for later, right in enumerate(reach):
            found._compare_own(
                told[right], known.of(told[right], told[right], near[right, right], (prints[later],) * 2)
            )
            for earlier, left in enumerate(reach[:later]):
                both = (prints[earlier], prints[later])
                for (row, column), relation in known.of(told[left], told[right], near[left, right], both).relations:
                    found.take(told[left.start + row], told[right.start + column], relation)
        return found

    def _compare_own(self, told: Sequence[Told], compared: Compared) -> None:
        """Take the statements of one article: an article seldom says a thing twice."""
        if not told:
            return
        first, end = told[0].at, told[-1].at + 1
        never = self.never[first:end, first:end]
        never[:] = ~_overlapping(told)
        for pair, most in compared.most:
            if most >= _WITHIN:
                never[pair] = never[pair[::-1]] = False
        for (row, column), relation in compared.relations:
            self.take(told[row], told[column], relation)

    def take(self, one: Told, other: Told, found: Relation) -> None:
        """Note what was found of two statements."""
        pair, is_own = (one.at, other.at), one.article is other.article
        # What one speaker says in one breath is a distinction, and no contradiction.
        if found.kind is Kind.CONTRADICTS and not _is_one_breath(one, other):
            self.contrary.add(pair)
        if found.kind in (Kind.CONTRADICTS, Kind.APART) or (is_own and found.score < _WITHIN):
            self._part(pair)
        elif found.kind is Kind.SAME:
            self.same[pair] = found.score
        if found.kind is Kind.APART and not is_own and figures_differ(one, other):
            self.figures.append((one, other))

    def heed(self, words: Sequence[ReadersWord], told: Sequence[Told]) -> None:
        """Put the reader's word in the place of what was found."""
        for word in words:
            left, right = (_row_at(told, *place) for place in (word.left, word.right))
            if left is None or right is None or left == right:
                continue
            pair = (min(left, right), max(left, right))
            self.contrary.discard(pair)
            self.same.pop(pair, None)
            if word.said is SaidOfTwo.SAME:
                self.same[pair] = SURE
                self.never[pair] = self.never[pair[::-1]] = False
                continue
            self._part(pair)
            if word.said is SaidOfTwo.DENIES:
                self.contrary.add(pair)

    def _part(self, pair: Pair) -> None:
        self.never[pair] = self.never[pair[::-1]] = True


def _overlapping(told: Sequence[Told]) -> NDArray[np.bool_]:
    """For each two statements of one article whether they share words."""
    reach = [covering(one.statement.content) for one in told]
    starts, ends = np.array([one.start for one in reach]), np.array([one.end for one in reach])
    meeting: NDArray[np.bool_] = (starts[:, None] < ends[None, :]) & (starts[None, :] < ends[:, None])
    return meeting


def _row_at(told: Sequence[Told], key: str, start: int) -> int | None:
    """The statement of an article that begins there, or the shortest one that covers the place."""
    own = [one for one in told if one.article.key == key]
    there = [one for one in own if one.statement.start == start] or [
        one for one in own if any(piece.start <= start < piece.end for piece in one.statement.content)
    ]
    return min(there, key=lambda one: sum(map(len, one.statement.content))).at if there else None


def _is_one_breath(left: Told, right: Told) -> bool:
    return left.article is right.article and set(left.origins) == set(right.origins)


def _joined(found: _Found, near: Floats, article: NDArray[np.int64]) -> list[list[int]]:
    """Groups by mean linkage, the surest pairs first; what must not be joined never is, but by the reader."""
    scores = near.copy()
    for (left, right), score in found.same.items():
        scores[left, right] = scores[right, left] = score
    group = list(range(len(near)))
    members = {row: [row] for row in group}
    never = found.never.copy()  # of a group, its first row holds for all
    for (left, right), score in sorted(found.same.items(), key=lambda item: -item[1]):
        one, other = group[left], group[right]
        if one == other:
            continue
        if score < SURE and (
            never[one, members[other]].any()
            or _linkage(scores[np.ix_(members[one], members[other])], article, members[one], members[other]) < _LINKAGE
        ):
            continue
        members[one] = sorted(members[one] + members.pop(other))
        never[one] |= never[other]
        for row in members[one]:
            group[row] = one
    return list(members.values())


def _linkage(scores: Floats, article: NDArray[np.int64], left: Sequence[int], right: Sequence[int]) -> float:
    """The mean over pairs of articles of the best score of their statements: clauses within clauses count once.

    The rows on both sides are in order, so that those of an article stand side by side.
    """
    if scores.size == 1:
        return float(scores[0, 0])
    best = np.maximum.reduceat(scores, _begins(article[left]), axis=0)
    return float(np.maximum.reduceat(best, _begins(article[right]), axis=1).astype(np.float64).mean())


def _begins(articles: NDArray[np.int64]) -> NDArray[np.int64]:
    """Where the rows of each article begin."""
    return np.flatnonzero(np.concatenate(([True], articles[1:] != articles[:-1])))


def _denials(articles: Sequence[StoryArticle], told: Sequence[Told]) -> set[tuple[int, int]]:
    """Pairs of statements of one article of which its own analysis says that one denies the other."""
    found: set[tuple[int, int]] = set()
    by_claim: dict[tuple[str, str], list[int]] = {}
    for one in told:
        if one.statement.claim:
            by_claim.setdefault((one.article.key, one.statement.claim), []).append(one.at)
    for article in articles:
        for denying, denied in article.denials:
            for left in by_claim.get((article.key, denying), ())[:1]:
                for right in by_claim.get((article.key, denied), ())[:1]:
                    if denies_it(told[left], told[right]):
                        found.add((left, right))
    return found
