"""Finds what articles say in other words than those that were typed: by the nearness of its meaning."""

import heapq
from collections.abc import Iterator

from briefing.analysis.encoder.sentence_encoder import SentenceEncoder
from briefing.analysis.stories.kept_reading import nearest, unpacked_reading, unpacked_vectors
from briefing.analysis.stories.told import Floats
from briefing.library import Library
from briefing.library.compression import unpack
from briefing.model import Span, covering, words_of
from briefing.records import dataclass

_ARTICLES = 400
"""Articles about the most alike in which every statement is compared."""

_LEAST = 0.3
"""Cosine from which a statement may mean what was typed."""


@dataclass(frozen=True, slots=True)
class FoundStatement:
    """What an article says that means much the same as what was typed; `nearness` is 1 for the same words."""

    article_id: int
    title: str
    published: str
    span: Span
    words: str
    sources: tuple[str, ...]
    nearness: float


def statements_meaning(library: Library, encoder: SentenceEncoder, typed: str, count: int = 20) -> list[FoundStatement]:
    """What articles of the library say that means what was typed, the nearest first.

    Raises:
        LibraryFailure: if the library cannot be read.
    """
    (wanted,) = encoder.vectors([typed])
    numbers, gists = library.gists()
    kept = library.statements([number for number, _ in nearest(wanted, numbers, gists, _ARTICLES)])
    best = heapq.nlargest(count, _alike(kept, wanted))
    return [_found(library, number, kept[number][0], row, alike) for alike, number, row in best]


def _alike(kept: dict[int, tuple[bytes, bytes]], wanted: Floats) -> Iterator[tuple[float, int, int]]:
    for number, (_, vectors) in kept.items():
        for row, alike in enumerate((unpacked_vectors(vectors) @ wanted).tolist()):
            if alike >= _LEAST:
                yield alike, number, row


def _found(library: Library, number: int, reading: bytes, row: int, alike: float) -> FoundStatement:
    statement = unpacked_reading(unpack(reading)).statements[row]
    article = library.article(number)
    return FoundStatement(
        number,
        article.title,
        article.origin.published,
        covering(statement.content),
        words_of(statement.content, article.text),
        statement.sources,
        round(alike, 3),
    )
