"""Texts as they are kept: packed with zlib (raw deflate), which halves them; what is not packed is read as it is."""

import zlib

_PACKED = b"\x01"
"""First byte of what is packed; UTF-8 text of an article never begins with it."""

LARGEST = 500_000_000
"""Bytes that what is kept may unpack to: more than the findings of the largest file that is opened."""


def pack(text: str, dictionary: bytes = b"") -> bytes:
    """The text as it is kept."""
    packer = zlib.compressobj(level=6, wbits=-15, zdict=dictionary)
    return _PACKED + packer.compress(text.encode("utf-8", "surrogatepass")) + packer.flush()


def unpack(kept: bytes | str, dictionary: bytes = b"") -> str:
    """The text that `pack` made, or that was never packed.

    Raises:
        ValueError: if the bytes are damaged.
    """
    if isinstance(kept, str):
        return kept
    if kept[:1] != _PACKED:
        return kept.decode("utf-8", "surrogatepass")
    unpacker = zlib.decompressobj(wbits=-15, zdict=dictionary)
    try:
        plain = unpacker.decompress(memoryview(kept)[1:], LARGEST)
    except zlib.error as fault:
        raise ValueError(f"what is kept is damaged: {fault}") from fault
    if unpacker.unconsumed_tail:
        raise ValueError("what is kept is damaged: it would unpack to more than any article holds")
    return plain.decode("utf-8", "surrogatepass")
