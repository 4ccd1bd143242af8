"""Decompresses HTTP bodies in chunks and within limits: a few bytes may expand to gigabytes."""

import zlib
from collections.abc import Iterable, Iterator
from functools import reduce
from itertools import chain

PIECE = 64 * 1024
"""Bytes that are unpacked at a time."""

MOST_LAYERS = 2
"""How often a page may be packed. Once is usual; a proxy that packs what is packed makes it two."""

_GZIP, _RAW = zlib.MAX_WBITS | 16, -zlib.MAX_WBITS


class CannotUnpack(Exception):
    """What came is damaged, or packed in a way, or so often, that no page for us is."""


class UnpacksToTooMuch(Exception):
    """What came would be larger than is allowed."""


def unpacked(parts: Iterable[bytes], encodings: str, most: int) -> Iterator[bytes]:
    """The bytes of a body as its sender had them, a piece at a time.

    Args:
        parts: of the body as it comes.
        encodings: the header Content-Encoding.
        most: bytes that it may have, packed or at any step of unpacking.

    Raises:
        CannotUnpack: if it is damaged, or packed otherwise than by gzip or deflate, or more than twice.
        UnpacksToTooMuch: if there are more than `most` bytes.
    """
    layers = [name for part in encodings.split(",") if (name := part.strip().lower()) not in ("", "identity")]
    if len(layers) > MOST_LAYERS or not set(layers) <= _LAYERS.keys():
        raise CannotUnpack(", ".join(layers))
    # The last one named was put on last.
    yield from reduce(lambda inner, name: _limited(_LAYERS[name](inner), most), reversed(layers), _limited(parts, most))


def _limited(parts: Iterable[bytes], most: int) -> Iterator[bytes]:
    length = 0
    for part in parts:
        length += len(part)
        if length > most:
            raise UnpacksToTooMuch
        yield part


def _gunzipped(parts: Iterable[bytes]) -> Iterator[bytes]:
    return _inflated(parts, zlib.decompressobj(_GZIP))


def _undeflated(parts: Iterable[bytes]) -> Iterator[bytes]:
    """The standard means zlib's format; some servers send its content alone."""
    coming = iter(parts)
    first = b""
    while len(first) < 2 and (part := next(coming, None)) is not None:
        first += part
    # Only zlib's format begins so (RFC 1950): method 8, and both bytes a multiple of 31.
    wrapped = first[:1] != b"" and first[0] & 15 == 8 and int.from_bytes(first[:2], "big") % 31 == 0
    yield from _inflated(chain((first,), coming), zlib.decompressobj(zlib.MAX_WBITS if wrapped else _RAW))


def _inflated(parts: Iterable[bytes], inflater: "zlib._Decompress") -> Iterator[bytes]:
    try:
        for part in parts:
            waiting = part
            while waiting and not inflater.eof:
                found = inflater.decompress(waiting, PIECE)
                waiting = inflater.unconsumed_tail
                if found:
                    yield found
        # A few bytes that did not fit into the last piece, also where a body ends too early.
        yield inflater.flush()
    except zlib.error as fault:
        raise CannotUnpack(str(fault)) from fault


_LAYERS = {"gzip": _gunzipped, "x-gzip": _gunzipped, "deflate": _undeflated}
