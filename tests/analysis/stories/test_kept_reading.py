"""Statements and vectors as bytes and back."""

from collections.abc import Callable

import numpy as np

from briefing.analysis.stories.kept_reading import (
    WIDTH,
    packed_reading,
    packed_vectors,
    unpacked_reading,
    unpacked_vectors,
)
from briefing.analysis.stories.told import StoryArticle


def test_statements_come_back_as_they_were(read: Callable[..., StoryArticle]) -> None:
    article = read("Mayor Ines Prado denied that twelve people were hurt on the bridge on Monday.")
    found = unpacked_reading(packed_reading(article))
    assert (found.statements, found.denials) == (article.statements, article.denials)


def test_vectors_come_back_nearly_as_they_were_in_half_a_byte_a_number() -> None:
    vectors = np.random.default_rng(1).normal(size=(50, WIDTH)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    packed = packed_vectors(vectors)
    assert len(packed) == 50 * WIDTH // 2
    assert (unpacked_vectors(packed) * vectors).sum(1).min() > 0.98


def test_no_statement_has_no_vector() -> None:
    assert unpacked_vectors(packed_vectors(np.zeros((0, WIDTH), dtype=np.float32))).shape == (0, WIDTH)


def test_a_vector_of_nothing_is_near_to_nothing() -> None:
    assert not unpacked_vectors(packed_vectors(np.zeros((1, WIDTH), dtype=np.float32))).any()
