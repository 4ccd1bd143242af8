"""What stories need of an article as bytes and back: statements as JSON, vectors half a byte a number."""

from collections.abc import Sequence

import msgspec
import numpy as np

from briefing.analysis.stories.clusters import gist_of
from briefing.analysis.stories.told import Floats, StoryArticle
from briefing.model.statement import Statement
from briefing.model.story import Story
from briefing.records import dataclass

_LEVELS = 7
_MIDDLE = 8
WIDTH = 384


@dataclass(frozen=True)
class Reading:
    """The statements of an article, and which of its claims deny which."""

    statements: tuple[Statement, ...]
    denials: tuple[tuple[str, str], ...]


def packed_reading(article: StoryArticle) -> str:
    """The statements as JSON."""
    return msgspec.json.encode(Reading(article.statements, article.denials)).decode("utf-8")


def unpacked_reading(found: str) -> Reading:
    """The statements of what `packed_reading` made.

    Raises:
        ValueError: if it is something else.
    """
    return msgspec.json.decode(found, type=Reading)


def packed_story(story: Story) -> str:
    """What a story tells, as JSON."""
    return msgspec.json.encode(story).decode("utf-8")


def unpacked_story(found: str) -> Story:
    """The story of what `packed_story` made.

    Raises:
        ValueError: if it is something else.
    """
    return msgspec.json.decode(found, type=Story)


def packed_vectors(vectors: Floats) -> bytes:
    """Vectors, four bits a number; their lengths are not kept."""
    largest = np.abs(vectors).max(1, keepdims=True, initial=0)
    levels = np.rint(vectors / np.where(largest > 0, largest, 1) * _LEVELS).astype(np.int8) + _MIDDLE
    halves = levels.astype(np.uint8)
    return (halves[:, ::2] << 4 | halves[:, 1::2]).tobytes()


def unpacked_vectors(found: bytes) -> Floats:
    """The vectors of what `packed_vectors` made, a row each, of length one again."""
    halves = np.frombuffer(found, dtype=np.uint8).reshape(-1, WIDTH // 2)
    rows = np.empty((len(halves), WIDTH), dtype=np.float32)
    rows[:, ::2], rows[:, 1::2] = halves >> 4, halves & 15
    rows -= _MIDDLE
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    vectors: Floats = (rows / np.where(lengths > 0, lengths, 1)).astype(np.float32)
    return vectors


def packed_gist(article: StoryArticle) -> bytes:
    """What an article is about, four bits a number."""
    return packed_vectors(gist_of(article)[None, :])


def nearest(gist: Floats, numbers: Sequence[int], gists: bytes, most: int) -> list[tuple[int, float]]:
    """The articles that are about the most alike, with their cosines."""
    if not numbers:
        return []
    alike = unpacked_vectors(gists) @ gist
    best = np.argsort(-alike)[:most]
    return [(numbers[int(at)], float(alike[at])) for at in best]
