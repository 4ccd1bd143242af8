"""Articles with much of the same text: rewrites of one another, or of one agency's."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations

from briefing.analysis.stories.story_article import StoryArticle
from briefing.model.story import CopiedText

_RUN = 6
"""Words in a row that two articles hardly share by chance."""

_LEAST = 0.2
"""Share of the shorter article's runs from which the other is told as a copy or rewrite."""

_WORD = re.compile(r"\w+")
_AGENCY = re.compile(
    r"\b(Associated Press|AP|Reuters|AFP|Agence France-Presse|dpa|Xinhua|TASS|EFE|ANSA|PTI|Press Association|UPI)\b"
)
_HEAD = 300
"""Code points at the beginning, and at the end, in which an agency names itself."""


def copied_texts(articles: Sequence[StoryArticle]) -> tuple[CopiedText, ...]:
    """Pairs of articles that share much of their text, the earlier first."""
    runs = [_runs_of(article.text) for article in articles]
    found = []
    for (left, one), (right, other) in combinations(zip(articles, runs, strict=True), 2):
        smaller = min(len(one), len(other))
        share = len(one & other) / smaller if smaller else 0.0
        if share >= _LEAST:
            found.append(CopiedText(left.key, right.key, round(share, 3), _agency(left) or _agency(right)))
    return tuple(found)


@lru_cache(maxsize=128)
def _runs_of(text: str) -> frozenset[int]:
    """The runs of a text, kept while its story grows."""
    return frozenset(_runs(text))


def _runs(text: str) -> Iterator[int]:
    words = [match.group().lower() for match in _WORD.finditer(text)]
    return (hash(tuple(words[at : at + _RUN])) for at in range(len(words) - _RUN + 1))


def _agency(article: StoryArticle) -> str:
    found = _AGENCY.search(article.text[:_HEAD]) or _AGENCY.search(article.text[-_HEAD:])
    return found.group() if found else ""
