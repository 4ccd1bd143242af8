"""What an article names and speaks of, as numbers that are quickly compared and kept in few bytes."""

import zlib
from collections.abc import Iterable, Iterator, Mapping

_BITS = 23
"""Bits of the number of a term: two of one article's terms hardly ever share one."""

MOST_TERMS = 1 << (_BITS + 1)
"""How many numbers there are for terms."""

_LARGEST_SHIFT = 28
"""Bits before the last byte of a number: some 34 thousand million is far more than any text is long."""

_MOST = 8
"""Times that a term is counted in one article."""


def name_number(name: str) -> int:
    """The number of a name; even, as those of words are odd."""
    return _number(name) << 1


def word_number(word: str) -> int:
    """The number of a word."""
    return _number(word) << 1 | 1


def is_name(number: int) -> bool:
    """Whether a number is that of a name."""
    return not number & 1


def packed_terms(counted: Mapping[int, int]) -> bytes:
    """Numbers of terms and how often each stands in the article, in some three bytes a term."""
    found = bytearray()
    last = 0
    for number, count in sorted(counted.items()):
        found += _varint((number - last) * _MOST + min(count, _MOST) - 1)
        last = number
    return bytes(found)


def unpacked_terms(kept: bytes) -> dict[int, int]:
    """The terms of what `packed_terms` made.

    Raises:
        ValueError: if it is something else.
    """
    found: dict[int, int] = {}
    last = 0
    for value in _values(kept):
        last += value // _MOST
        found[last] = value % _MOST + 1
    return found


def packed_numbers(numbers: Iterable[int]) -> bytes:
    """Numbers from 0 on, small ones in few bytes."""
    return b"".join(map(_varint, numbers))


def unpacked_numbers(kept: bytes) -> tuple[int, ...]:
    """The numbers of what `packed_numbers` made.

    Raises:
        ValueError: if it is something else.
    """
    return tuple(_values(kept))


def _number(term: str) -> int:
    return zlib.crc32(term.encode("utf-8", "surrogatepass")) >> (32 - _BITS)


def _varint(value: int) -> bytes:
    found = bytearray()
    while value > 127:
        found.append(value & 127 | 128)
        value >>= 7
    found.append(value)
    return bytes(found)


def _values(kept: bytes) -> Iterator[int]:
    value = shift = 0
    for byte in kept:
        if shift > _LARGEST_SHIFT:
            raise ValueError("no number is as large as that")
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            yield value
            value = shift = 0
    if shift:
        raise ValueError("the last number is not whole")
