"""Vectors in few bits: turned first, so that each number tells as much as any other, then rounded to a few levels.

What is unpacked is a little longer than what was packed, so that the products of two are right on the average.
"""

import random
from functools import cache

import numpy as np
from numpy.typing import NDArray

from briefing.analysis.stories.story_article import Floats

WIDTH = 384

_BLOCK = 128
_SEED = 5
_LEVELS = (0.1284, 0.3881, 0.6568, 0.9424, 1.256, 1.618, 2.069, 2.733)
"""Levels on either side of 0 for numbers that are spread as usual (Lloyd 1982; Max 1960), in standard deviations."""

_AT_ONCE = 8_000
"""Vectors of which the products are taken at once: what is read of them stays in the processor's cache."""

_NOTHING = 15
"""Level of all numbers of a vector without a length: no other vector has it throughout."""

_KEPT = 0.9953
"""Mean cosine of a vector and what is left of it with these levels."""

_SIGNS_KEPT = 0.7979
"""The same with signs alone: the square root of 2/π."""


def packed(vectors: Floats) -> bytes:
    """The vectors, each of length one, in half a byte a number."""
    edges = np.array([(one + other) / 2 for one, other in zip(_levels()[:-1], _levels()[1:], strict=True)])
    levels = np.searchsorted(edges, _turned(vectors) * np.sqrt(WIDTH)).astype(np.uint8)
    levels[~vectors.any(axis=1)] = _NOTHING
    halves: bytes = (levels[:, ::2] << 4 | levels[:, 1::2]).tobytes()
    return halves


def unpacked(found: bytes) -> Floats:
    """The vectors of what `packed` made, a row each."""
    halves = np.frombuffer(found, dtype=np.uint8).reshape(-1, WIDTH // 2)
    vectors: Floats = _rows_of(halves) @ _turn().T
    return vectors


def products(found: bytes, direction: Floats) -> Floats:
    """The products of the vectors of what `packed` made with one whole vector, nearly, without unpacking them.

    For each byte stands in a table what it adds; a hundred thousand vectors take a tenth of a second.
    """
    turned = (direction[None, :] @ _turn())[0] / np.sqrt(WIDTH)
    halves = np.frombuffer(found, dtype=np.uint8).reshape(-1, WIDTH // 2)
    byte = np.arange(256)
    added = np.outer(turned[::2], _levels()[byte >> 4]) + np.outer(turned[1::2], _levels()[byte & 15])
    found_products = np.zeros(len(halves), dtype=np.float32)
    for start in range(0, len(halves), _AT_ONCE):
        part = halves[start : start + _AT_ONCE]
        sums = found_products[start : start + _AT_ONCE]
        for column, codes in zip(added.astype(np.float32), np.ascontiguousarray(part.T), strict=True):
            sums += column[codes]
        sums[(part == _NOTHING << 4 | _NOTHING).all(axis=1)] = 0
    return found_products


def packed_signs(vectors: Floats) -> bytes:
    """The vectors in one bit a number."""
    bits: bytes = np.packbits(_turned(vectors) > 0, axis=1).tobytes()
    return bits


def unpacked_signs(found: bytes) -> Floats:
    """The vectors of what `packed_signs` made, a row each; good enough to find what is near to a whole one."""
    bits = np.frombuffer(found, dtype=np.uint8).reshape(-1, WIDTH // 8)
    signs = np.unpackbits(bits, axis=1).astype(np.float32) * 2 - 1
    vectors: Floats = _sized(signs, _SIGNS_KEPT) @ _turn().T
    return vectors


def turned(direction: Floats) -> list[float]:
    """A vector turned as packed ones are: for whoever compares it with these, unpacked but not turned back."""
    numbers: list[float] = _turned(direction[None, :])[0].tolist()
    return numbers


def _rows_of(halves: NDArray[np.uint8]) -> Floats:
    """The turned vectors of which these are the halves of bytes."""
    rows = np.empty((len(halves), WIDTH), dtype=np.uint8)
    rows[:, ::2], rows[:, 1::2] = halves >> 4, halves & 15
    levels = _levels()[rows]
    levels[(rows == _NOTHING).all(axis=1)] = 0
    return _sized(levels, _KEPT)


def _levels() -> NDArray[np.float32]:
    return np.array((*(-one for one in reversed(_LEVELS)), *_LEVELS), dtype=np.float32)


def _sized(rows: NDArray[np.float32], kept: float) -> Floats:
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    sized: Floats = (rows / np.where(lengths > 0, lengths * kept, 1)).astype(np.float32)
    return sized


def _turned(vectors: Floats) -> Floats:
    turned: Floats = vectors @ _turn()
    return turned


@cache
def _turn() -> Floats:
    """A rotation that is the same everywhere: twice signs, a Hadamard transform of each block, and a shuffle."""
    chosen = random.Random(_SEED)
    hadamard = np.array([[1.0]], dtype=np.float64)
    while len(hadamard) < _BLOCK:
        hadamard = np.block([[hadamard, hadamard], [hadamard, -hadamard]])
    blocks = np.kron(np.eye(WIDTH // _BLOCK), hadamard / np.sqrt(_BLOCK))
    turn = np.eye(WIDTH)
    for _ in range(2):
        signs = np.array([chosen.choice((-1.0, 1.0)) for _ in range(WIDTH)])
        order = list(range(WIDTH))
        chosen.shuffle(order)
        turn = (turn * signs) @ blocks[:, order]
    found: Floats = turn.astype(np.float32)
    return found
