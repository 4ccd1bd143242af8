"""Which articles tell one story: by meaning, by who and what they name, by rare words, and by time."""

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from briefing.analysis.stories.story_article import Floats, StoryArticle
from briefing.model.story_terms import is_name, name_number, word_number
from briefing.records import dataclass

JOINED = 0.46
"""Mean score from which two groups of articles tell one story."""

_MEANING_WEIGHT = 0.4

_TWIN = 0.85
"""Cosine of two statements that say as good as the same."""

_TWINS_WEIGHT = 0.15
_FAR = 200
"""Days between two articles from which they hardly tell one story."""

_FAR_COST = 0.1


@dataclass(frozen=True)
class Sketch:
    """What of an article is needed to find which others tell its story; little, so that it is kept of all.

    Attributes:
        published: when, ISO 8601; empty if unknown.
        gist: the mean of its vectors, of length one.
        terms: what it names and speaks of, as numbers, and how often.
        vectors: of what it says, or of the more important of it, perhaps rounded.
    """

    published: str
    gist: Floats
    terms: Mapping[int, int]
    vectors: Floats

    @classmethod
    def of(cls, article: StoryArticle) -> "Sketch":
        """The sketch of an article."""
        return cls(article.published, gist_of(article), terms_of(article), article.vectors)


@dataclass(frozen=True)
class Facets:
    """By what articles are found to tell one story.

    Attributes:
        sketch: of the article.
        names: what it names, with weights; of length one.
        words: what it speaks of, with weights; of length one.
    """

    sketch: Sketch
    names: Mapping[int, float]
    words: Mapping[int, float]

    @classmethod
    def of(cls, sketch: Sketch, size: int, articles: Mapping[int, int]) -> "Facets":
        """The facets of an article among `size` articles, of which so many hold each term."""

        def rarity(term: int) -> float:
            return math.log((size + 1) / articles.get(term, 1))

        names = {term: count for term, count in sketch.terms.items() if is_name(term)}
        words = {term: count for term, count in sketch.terms.items() if not is_name(term)}
        return cls(sketch, _weighted(names, rarity), _weighted(words, rarity))


def terms_of(article: StoryArticle) -> Counter[int]:
    """What an article names and speaks of, as numbers, and in how many of its statements."""
    counted = Counter(name_number(name) for statement in article.statements for name in set(statement.names))
    counted.update(word_number(word) for statement in article.statements for word, _ in statement.words)
    return counted


def gist_of(article: StoryArticle) -> Floats:
    """What an article is about: the mean of its vectors, of length one."""
    if not len(article.vectors):
        return np.zeros(article.vectors.shape[1], dtype=np.float32)
    mean: Floats = article.vectors.mean(0)
    mean /= np.linalg.norm(mean) + 1e-9
    return mean


def nearness(left: Facets, right: Facets) -> float:
    """How likely two articles tell one story; `JOINED` is enough."""
    score = _MEANING_WEIGHT * float(left.sketch.gist @ right.sketch.gist)
    score += _dot(left.names, right.names) + _dot(left.words, right.words)
    score += _TWINS_WEIGHT * _has_twins(left.sketch, right.sketch)
    return score - _FAR_COST * (_days(left.sketch, right.sketch) > _FAR)


def clusters(articles: Sequence[StoryArticle]) -> list[list[int]]:
    """Numbers of the articles of each story, in the order given; an article that stands alone is a story of its own."""
    sketches = [Sketch.of(article) for article in articles]
    counts = Counter(term for sketch in sketches for term in sketch.terms)
    facets = [Facets.of(sketch, len(articles), counts) for sketch in sketches]
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


def _weighted(counted: Mapping[int, int], rarity: Callable[[int], float]) -> dict[int, float]:
    weights = {term: (1 + math.log(number)) * rarity(term) for term, number in counted.items()}
    length = math.sqrt(sum(value * value for value in weights.values())) or 1.0
    return {term: value / length for term, value in weights.items()}


def _dot(left: Mapping[int, float], right: Mapping[int, float]) -> float:
    return sum(value * right[word] for word, value in left.items() if word in right)


def _has_twins(left: Sketch, right: Sketch) -> bool:
    if not (len(left.vectors) and len(right.vectors)):
        return False
    return bool((left.vectors @ right.vectors.T).max() >= _TWIN)


def _days(left: Sketch, right: Sketch) -> int:
    try:
        return abs((date.fromisoformat(left.published[:10]) - date.fromisoformat(right.published[:10])).days)
    except ValueError:
        return 0
