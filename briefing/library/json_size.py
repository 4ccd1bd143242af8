"""Counts the values in JSON before it is parsed: in memory they take many times its size."""

MOST = 8_000_000
"""Values in one file; a hundred thousand notes have three million."""


def is_crowded(data: bytes) -> bool:
    """Whether JSON may hold more values than there is memory for."""
    return sum(data.count(mark) for mark in (b"[", b"{", b",")) > MOST
