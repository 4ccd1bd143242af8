"""What a server packed is unpacked piece by piece, within limits, however it was packed and cut."""

import gzip
import tracemalloc
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as some

from briefing.intake.content_encoding import MOST_LAYERS, CannotUnpack, UnpacksToTooMuch, unpacked

PLENTY = 50_000_000
WORDS = b"The bridge stays closed until spring. " * 5_000


def raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "": bytes,
    "identity": bytes,
    "gzip": gzip.compress,
    "X-Gzip": gzip.compress,
    "deflate": zlib.compress,
    " deflate ,": raw_deflate,
    "deflate, gzip": lambda data: gzip.compress(zlib.compress(data)),
}


def pieces(data: bytes, size: int) -> Iterator[bytes]:
    return (data[start : start + size] for start in range(0, len(data), size))


def plain(data: bytes, encodings: str, most: int = PLENTY, size: int = 1000) -> bytes:
    return b"".join(unpacked(pieces(data, size), encodings, most))


@pytest.mark.parametrize("encodings", PACKERS)
@pytest.mark.parametrize("size", [1, 7, 100_000])
def test_what_was_packed_is_as_it_was(encodings: str, size: int) -> None:
    assert plain(PACKERS[encodings](WORDS), encodings, size=size) == WORDS
    assert plain(PACKERS[encodings](b""), encodings, size=size) == b""


@given(some.binary(), some.sampled_from(sorted(PACKERS)), some.integers(1, 50))
def test_any_bytes_come_through(data: bytes, encodings: str, size: int) -> None:
    assert plain(PACKERS[encodings](data), encodings, size=size) == data


@given(some.binary(), some.sampled_from(sorted(PACKERS)), some.integers(1, 50))
def test_any_bytes_that_were_not_packed_are_told(data: bytes, encodings: str, size: int) -> None:
    with suppress(CannotUnpack):
        plain(data, encodings, size=size)


@pytest.mark.parametrize("encodings", ["gzip, gzip, gzip", "br", "zstd, gzip", "gzip;q=1", "compress"])
def test_what_was_packed_otherwise_or_again_and_again_is_refused(encodings: str) -> None:
    with pytest.raises(CannotUnpack):
        plain(WORDS, encodings)


def test_identity_counts_for_nothing() -> None:
    assert plain(WORDS, ", ".join(["identity"] * (MOST_LAYERS + 1))) == WORDS


@pytest.mark.parametrize("layers", [1, 2])
def test_a_bomb_is_stopped_before_it_takes_memory(layers: int) -> None:
    bomb = bytes(100_000_000)
    for _ in range(layers):
        bomb = gzip.compress(bomb, 1)
    tracemalloc.start()
    try:
        with pytest.raises(UnpacksToTooMuch):
            max(map(len, unpacked([bomb], ", ".join(["gzip"] * layers), 20_000_000)))
        assert tracemalloc.get_traced_memory()[1] < 2_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("encodings", ["", "gzip", "deflate"])
def test_the_limit_is_of_what_comes_of_it(encodings: str) -> None:
    data = PACKERS[encodings](WORDS)
    assert plain(data, encodings, most=len(WORDS)) == WORDS
    with pytest.raises(UnpacksToTooMuch):
        plain(data, encodings, most=len(WORDS) - 1)
