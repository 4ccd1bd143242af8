"""JSON of no known shape takes many times its size in memory: how much it holds is counted before it is read."""

MOST = 8_000_000
"""Values in one file; a hundred thousand notes have three million."""


def is_crowded(data: bytes) -> bool:
    """Whether JSON may hold more values than there is memory for."""
    return sum(data.count(mark) for mark in (b"[", b"{", b",")) > MOST
