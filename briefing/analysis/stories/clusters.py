"""Which articles tell one story: by meaning, by who and what they name, by rare words, and by time."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from briefing.analysis.stories.told import Floats, StoryArticle

_JOINED = 0.46
"""Mean score from which two groups of articles tell one story."""

_MEANING_WEIGHT = 0.4

_TWIN = 0.85
"""Cosine of two statements that say as good as the same."""

_TWINS_WEIGHT = 0.15
_FAR = 200
"""Days between two articles from which they hardly tell one story."""

_FAR_COST = 0.1


def clusters(articles: Sequence[StoryArticle]) -> list[list[int]]:
    """Numbers of the articles of each story, in the order given; an article that stands alone is a story of its own."""
    means = [_mean(article) for article in articles]
    names = _weighted([Counter(n for s in a.statements for n in set(s.names)) for a in articles])
    words = _weighted([Counter(w for s in a.statements for w, _ in s.words) for a in articles])
    scores = np.full((len(articles), len(articles)), -1.0)
    for left in range(len(articles)):
        for right in range(left):
            score = _MEANING_WEIGHT * float(means[left] @ means[right])
            score += _dot(names[left], names[right]) + _dot(words[left], words[right])
            score += _TWINS_WEIGHT * _has_twins(articles[left], articles[right])
            score -= _FAR_COST * (_days(articles[left], articles[right]) > _FAR)
            scores[left, right] = scores[right, left] = score
    return _linked(scores)


def _linked(scores: NDArray[np.float64]) -> list[list[int]]:
    """Groups by mean linkage, the nearest first."""
    groups = {number: [number] for number in range(len(scores))}
    near = scores.copy()
    while len(groups) > 1:
        best, one, other = max((float(near[a, b]), a, b) for a in groups for b in groups if a < b)
        if best < _JOINED:
            break
        size, added = len(groups[one]), len(groups[other])
        near[one] = (near[one] * size + near[other] * added) / (size + added)
        near[:, one] = near[one]
        groups[one] += groups.pop(other)
    return [sorted(numbers) for _, numbers in sorted(groups.items())]


def _mean(article: StoryArticle) -> Floats:
    if not len(article.vectors):
        return np.zeros(article.vectors.shape[1], dtype=np.float32)
    mean: Floats = article.vectors.mean(0)
    mean /= np.linalg.norm(mean) + 1e-9
    return mean


def _weighted(counts: Sequence[Counter[str]]) -> list[dict[str, float]]:
    among = Counter(word for counted in counts for word in counted)
    size = len(counts)
    found = []
    for counted in counts:
        weights = {w: (1 + math.log(n)) * math.log((size + 1) / among[w]) for w, n in counted.items()}
        length = math.sqrt(sum(value * value for value in weights.values())) or 1.0
        found.append({word: value / length for word, value in weights.items()})
    return found


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
