"""Statements of one story's articles that say the same, joined into propositions, and which contradict which."""

from collections.abc import Mapping, Sequence

import numpy as np

from briefing.analysis.stories.origins import origins_in
from briefing.analysis.stories.relations import Kind, figures_differ, relation
from briefing.analysis.stories.told import Floats, ReadersWord, SaidOfTwo, StoryArticle, Told
from briefing.model import overlap_length
from briefing.records import dataclass

_CANDIDATE = 0.35
"""Cosine from which two statements are compared at all."""

SURE = 9.0
"""Score of what the reader says is the same."""

_WITHIN = 0.55
"""Score below which two statements of one article are never one: an article seldom says a thing twice."""

_LINKAGE = 0.6
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


def grouped(articles: Sequence[StoryArticle], words: Sequence[ReadersWord] = ()) -> Grouped:
    """All statements of the articles in groups that say the same; most stand alone. The reader's words come first."""
    told = [
        Told(article, statement, row)
        for row, (article, statement) in enumerate((a, s) for a in articles for s in a.statements)
    ]
    if not told:
        return Grouped(())
    vectors = np.concatenate([article.vectors for article in articles])
    near = vectors @ vectors.T
    same: dict[tuple[int, int], float] = {}
    apart: set[tuple[int, int]] = set()
    contrary: set[tuple[int, int]] = set()
    figures: list[tuple[Told, Told]] = []
    for left, right in zip(*np.where(np.triu(near, 1) >= _CANDIDATE), strict=True):
        pair = (int(left), int(right))
        one, other = told[pair[0]], told[pair[1]]
        if one.article is other.article and overlap_length(one.statement.content, other.statement.content):
            continue
        found = relation(one, other, float(near[pair]))
        if one.article is other.article and found.score < _WITHIN and found.kind is not Kind.CONTRADICTS:
            apart.add(pair)
        elif found.kind is Kind.SAME:
            same[pair] = found.score
        elif found.kind is Kind.APART:
            apart.add(pair)
            if one.article is not other.article and figures_differ(one, other):
                figures.append((one, other))
        elif found.kind is Kind.CONTRADICTS:
            # What one speaker says in one breath is a distinction, and no contradiction.
            (apart if _is_one_breath(one, other) else contrary).add(pair)
    _heed(words, told, same, apart, contrary)
    groups = _joined(len(told), same, apart | contrary, near, [one.article.key for one in told])
    number = {row: at for at, rows in enumerate(groups) for row in rows}
    contrary |= _denials(articles, told)
    against: dict[int, set[int]] = {}
    for one_row, other_row in contrary:
        one_group, other_group = number[one_row], number[other_row]
        if one_group != other_group:
            against.setdefault(one_group, set()).add(other_group)
            against.setdefault(other_group, set()).add(one_group)
    made = (Group(tuple(told[row] for row in rows), frozenset(against.get(at, ()))) for at, rows in enumerate(groups))
    return Grouped(tuple(made), tuple(figures))


def _heed(
    words: Sequence[ReadersWord],
    told: Sequence[Told],
    same: dict[tuple[int, int], float],
    apart: set[tuple[int, int]],
    contrary: set[tuple[int, int]],
) -> None:
    """Put the reader's word in the place of what was found."""
    for word in words:
        left, right = (_row_at(told, *place) for place in (word.left, word.right))
        if left is None or right is None or left == right:
            continue
        pair = (min(left, right), max(left, right))
        for found in (apart, contrary):
            found.discard(pair)
        same.pop(pair, None)
        if word.said is SaidOfTwo.SAME:
            same[pair] = SURE
        else:
            (contrary if word.said is SaidOfTwo.DENIES else apart).add(pair)


def _row_at(told: Sequence[Told], key: str, start: int) -> int | None:
    """The statement of an article that begins there, or the shortest one that covers the place."""
    own = [one for one in told if one.article.key == key]
    there = [one for one in own if one.statement.start == start] or [
        one for one in own if any(piece.start <= start < piece.end for piece in one.statement.content)
    ]
    return min(there, key=lambda one: sum(map(len, one.statement.content))).at if there else None


def _is_one_breath(left: Told, right: Told) -> bool:
    return left.article is right.article and set(origins_in(left)) == set(origins_in(right))


def _joined(
    size: int, same: Mapping[tuple[int, int], float], never: set[tuple[int, int]], near: Floats, article: Sequence[str]
) -> list[list[int]]:
    """Groups by mean linkage, the surest pairs first; what must not be joined never is."""
    group = list(range(size))
    members: dict[int, list[int]] = {row: [row] for row in range(size)}
    for (left, right), score in sorted(same.items(), key=lambda item: -item[1]):
        one, other = group[left], group[right]
        if one == other:
            continue
        if score < SURE and any((min(a, b), max(a, b)) in never for a in members[one] for b in members[other]):
            continue
        if score < SURE and _linkage(members[one], members[other], same, near, article) < _LINKAGE:
            continue
        members[one] += members.pop(other)
        for row in members[one]:
            group[row] = one
    return [sorted(rows) for rows in members.values()]


def _linkage(
    left: Sequence[int],
    right: Sequence[int],
    same: Mapping[tuple[int, int], float],
    near: Floats,
    article: Sequence[str],
) -> float:
    """The mean over pairs of articles of the best score of their statements: clauses within clauses count once."""
    best: dict[tuple[str, str], float] = {}
    for a in left:
        for b in right:
            score = same.get((min(a, b), max(a, b)), float(near[a, b]))
            pair = (article[a], article[b])
            best[pair] = max(best.get(pair, -1.0), score)
    return sum(best.values()) / len(best)


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
                    found.add((left, right))
    return found
