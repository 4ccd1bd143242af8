"""Which articles tell one story: by meaning, by who and what they name, by rare words, and by time."""

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from briefing.analysis.stories.told import Floats, StoryArticle
from briefing.records import dataclass

JOINED = 0.46
"""Mean score from which two groups of articles tell one story."""

_NAME, _WORD = "name ", "word "
_MEANING_WEIGHT = 0.4

_TWIN = 0.85
"""Cosine of two statements that say as good as the same."""

_TWINS_WEIGHT = 0.15
_FAR = 200
"""Days between two articles from which they hardly tell one story."""

_FAR_COST = 0.1


@dataclass(frozen=True)
class Facets:
    """By what articles are found to tell one story.

    Attributes:
        article: the article.
        gist: the mean of its vectors, of length one.
        names: what it names, with weights; of length one.
        words: what it speaks of, with weights; of length one.
    """

    article: StoryArticle
    gist: Floats
    names: Mapping[str, float]
    words: Mapping[str, float]

    @classmethod
    def of(cls, article: StoryArticle, size: int, articles: Mapping[str, int]) -> "Facets":
        """The facets of an article among `size` articles, of which so many hold each term (see `terms_of`)."""

        def rarity(term: str) -> float:
            return math.log((size + 1) / articles.get(term, 1))

        names, words = _counted(article)
        return cls(
            article,
            gist_of(article),
            _weighted(names, lambda name: rarity(_NAME + name)),
            _weighted(words, lambda word: rarity(_WORD + word)),
        )


def terms_of(article: StoryArticle) -> tuple[str, ...]:
    """What an article names and speaks of, each once, as it is counted over many articles."""
    names, words = _counted(article)
    return (*(_NAME + name for name in names), *(_WORD + word for word in words))


def gist_of(article: StoryArticle) -> Floats:
    """What an article is about: the mean of its vectors, of length one."""
    if not len(article.vectors):
        return np.zeros(article.vectors.shape[1], dtype=np.float32)
    mean: Floats = article.vectors.mean(0)
    mean /= np.linalg.norm(mean) + 1e-9
    return mean


def nearness(left: Facets, right: Facets) -> float:
    """How likely two articles tell one story; `JOINED` is enough."""
    score = _MEANING_WEIGHT * float(left.gist @ right.gist)
    score += _dot(left.names, right.names) + _dot(left.words, right.words)
    score += _TWINS_WEIGHT * _has_twins(left.article, right.article)
    return score - _FAR_COST * (_days(left.article, right.article) > _FAR)


def clusters(articles: Sequence[StoryArticle]) -> list[list[int]]:
    """Numbers of the articles of each story, in the order given; an article that stands alone is a story of its own."""
    counts = Counter(term for article in articles for term in terms_of(article))
    facets = [Facets.of(article, len(articles), counts) for article in articles]
    scores = np.full((len(articles), len(articles)), -1.0)
    for left in range(len(articles)):
        for right in range(left):
            scores[left, right] = scores[right, left] = nearness(facets[left], facets[right])
    return _linked(scores)


def _linked(scores: NDArray[np.float64]) -> list[list[int]]:
    """Groups by mean linkage, the nearest first."""
    groups = {number: [number] for number in range(len(scores))}
    near = scores.copy()
    while len(groups) > 1:
        best, one, other = max((float(near[a, b]), a, b) for a in groups for b in groups if a < b)
        if best < JOINED:
            break
        size, added = len(groups[one]), len(groups[other])
        near[one] = (near[one] * size + near[other] * added) / (size + added)
        near[:, one] = near[one]
        groups[one] += groups.pop(other)
    return [sorted(numbers) for _, numbers in sorted(groups.items())]


def _counted(article: StoryArticle) -> tuple[Counter[str], Counter[str]]:
    names = Counter(name for statement in article.statements for name in set(statement.names))
    return names, Counter(word for statement in article.statements for word, _ in statement.words)


def _weighted(counted: Counter[str], rarity: Callable[[str], float]) -> dict[str, float]:
    weights = {term: (1 + math.log(number)) * rarity(term) for term, number in counted.items()}
    length = math.sqrt(sum(value * value for value in weights.values())) or 1.0
    return {term: value / length for term, value in weights.items()}


def _dot(left: Mapping[str, float], right: Mapping[str, float]) -> float:
    return sum(value * right[word] for word, value in left.items() if word in right)


def _has_twins(left: StoryArticle, right: StoryArticle) -> bool:
    if not (len(left.vectors) and len(right.vectors)):
        return False
    return bool((left.vectors @ right.vectors.T).max() >= _TWIN)


def _days(left: StoryArticle, right: StoryArticle) -> int:
    try:
        return abs((date.fromisoformat(left.published[:10]) - date.fromisoformat(right.published[:10])).days)
    except ValueError:
        return 0
