"""Estimates how long the rest of some work takes, by how long the part that is done took."""

import time

ENOUGH = 3
"""Pieces of work after which the time that remains can be told."""


def remaining_seconds(began: float, done: int, left: int) -> float | None:
    """How many seconds the pieces that are left take, or None if that cannot be told yet.

    Args:
        began: when the work began, by `time.monotonic`.
        done: how many pieces are done.
        left: how many are not.
    """
    return (time.monotonic() - began) / done * left if done >= ENOUGH else None
