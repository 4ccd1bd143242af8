"""Governs Python's garbage collector for the whole process: every pause and every change goes through here.

The collector has one switch for all threads. Two threads that each look whether it is on, turn it off and put it back
can leave it off for good, and memory then grows without bound; so the switch is kept under a lock, and pauses counted.
"""

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_lock = threading.Lock()
_pauses = 0
_wanted = True
"""Whether the collector is to be on once nobody pauses it."""


@contextmanager
def paused() -> Iterator[None]:
    """Collect nothing meanwhile; pauses of several threads may overlap."""
    global _pauses, _wanted
    with _lock:
        if not _pauses:
            _wanted = gc.isenabled()
            gc.disable()
        _pauses += 1
    try:
        yield
    finally:
        with _lock:
            _pauses -= 1
            if _wanted and not _pauses:
                gc.enable()


def turn_on() -> None:
    """Collect from now on, or from the end of the pauses under way."""
    _want(True)


def turn_off() -> None:
    """Collect nothing until `turn_on`."""
    _want(False)


def _want(on: bool) -> None:
    global _wanted
    with _lock:
        _wanted = on
        if on and not _pauses:
            gc.enable()
        else:
            gc.disable()


def set_aside() -> None:
    """Leave all objects that there are now out of collections until `collect`."""
    gc.freeze()


def collect() -> None:
    """Look through all objects now, also through those that were set aside."""
    gc.unfreeze()
    gc.collect()


def thresholds() -> tuple[int, int, int]:
    """How much is made, of objects and then of collections of the younger generation, between two collections."""
    return gc.get_threshold()


def set_thresholds(young: int, middle: int, old: int) -> None:
    """Collect after so many new objects, and so many collections of the generation before."""
    gc.set_threshold(young, middle, old)
