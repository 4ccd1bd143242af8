"""Statements and vectors as bytes and back."""

from collections.abc import Callable

import numpy as np

from briefing.analysis.stories.clusters import gist_of, terms_of
from briefing.analysis.stories.kept_reading import (
    packed_gist,
    packed_passages,
    packed_reading,
    packed_terms_of,
    unpacked_passages,
    unpacked_reading,
    unpacked_sketch,
)
from briefing.analysis.stories.story_article import StoryArticle
from briefing.analysis.stories.vector_codes import WIDTH, packed, packed_signs, products, unpacked, unpacked_signs

Read = Callable[..., StoryArticle]

TEXT = (
    "Mayor Ines Prado denied that twelve people were hurt on the bridge on Monday. Police said the mayor, who lives by "
    "the river, had seen it fall. She had not.\nThe bridge was built in 1962."
)


def test_statements_come_back_as_they_were(read: Read) -> None:
    article = read(TEXT)
    found = unpacked_reading(packed_reading(article), article.text)
    assert (found.statements, found.denials) == (article.statements, article.denials)


def test_a_sketch_tells_what_an_article_is_about_and_where_its_claims_stand(read: Read) -> None:
    article = read(TEXT, published="2030-05-07")
    sketch = unpacked_sketch("2030-05-07", packed_gist(article), packed_terms_of(article), packed_passages(article))
    assert sketch.terms == terms_of(article)
    assert float(sketch.gist @ gist_of(article)) > 0.98
    spans, vectors = unpacked_passages(packed_passages(article))
    assert len(spans) == len(vectors)
    assert any("twelve people were hurt" in span.of(article.text) for span in spans)


def test_nothing_is_kept_of_an_article_that_says_nothing(read: Read) -> None:
    spans, vectors = unpacked_passages(packed_passages(read("No.")))
    assert (spans, vectors.shape) == ((), (0, WIDTH))


def directions(number: int) -> np.ndarray:
    vectors = np.random.default_rng(1).normal(size=(number, WIDTH)).astype(np.float32)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def test_vectors_come_back_nearly_as_they_were_in_half_a_byte_a_number() -> None:
    vectors = directions(50)
    kept = packed(vectors)
    assert len(kept) == 50 * WIDTH // 2
    assert np.abs((unpacked(kept) * vectors).sum(1) - 1).max() < 0.01


def test_products_of_what_comes_back_are_neither_too_small_nor_too_large() -> None:
    vectors = directions(300)
    vectors[150:] = vectors[:150] + 0.02 * np.random.default_rng(2).normal(size=(150, WIDTH))
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    true = (vectors[:150] * vectors[150:]).sum(1).mean()
    whole = unpacked(packed(vectors))
    assert abs((whole[:150] * whole[150:]).sum(1).mean() - true) < 0.01
    signs = unpacked_signs(packed_signs(vectors))
    assert abs((vectors[:150] * signs[150:]).sum(1).mean() - true) < 0.02


def test_products_are_taken_without_unpacking() -> None:
    vectors = directions(20)
    found = products(packed(vectors), vectors[3])
    assert np.abs(found - unpacked(packed(vectors)) @ vectors[3]).max() < 0.02
    assert products(b"", vectors[3]).shape == (0,)
    assert products(packed(np.zeros((1, WIDTH), dtype=np.float32)), vectors[3]) == 0


def test_signs_take_a_bit_a_number() -> None:
    assert len(packed_signs(directions(4))) == 4 * WIDTH // 8


def test_no_statement_has_no_vector() -> None:
    assert unpacked(packed(np.zeros((0, WIDTH), dtype=np.float32))).shape == (0, WIDTH)


def test_a_vector_of_nothing_is_near_to_nothing() -> None:
    assert not unpacked(packed(np.zeros((1, WIDTH), dtype=np.float32))).any()
