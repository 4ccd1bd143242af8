"""A worker's message comes whole, and no collection runs while a large one is taken apart."""

import gc
from collections.abc import Iterator
from multiprocessing import Pipe
from threading import Thread
from typing import Any

import pytest

from briefing.desk.receiving import LARGE, received


@pytest.fixture
def collections() -> Iterator[list[int]]:
    """The generation of each collection that was begun, from now on."""
    begun: list[int] = []

    def note(phase: str, about: dict[str, int]) -> None:
        if phase == "start":
            begun.append(about["generation"])

    gc.callbacks.append(note)
    yield begun
    gc.callbacks.remove(note)
    gc.unfreeze()


def _sent_and_received(message: object) -> Any:
    ours, theirs = Pipe()
    sender = Thread(target=theirs.send, args=(message,))
    sender.start()
    found = received(ours)
    sender.join()
    return found


def test_a_message_comes_as_it_was_sent() -> None:
    assert _sent_and_received(("short", 1)) == ("short", 1)
    assert _sent_and_received([[number] for number in range(LARGE)]) == [[number] for number in range(LARGE)]


def test_nothing_is_collected_while_a_large_message_is_taken_apart(collections: list[int]) -> None:
    message = [[number] for number in range(LARGE)]
    collections.clear()
    assert len(_sent_and_received(message)) == LARGE
    # Without the pause a hundred and more; one may begin before or after it.
    assert len(collections) <= 2
    assert gc.isenabled()


def test_what_arrived_is_not_looked_through_by_the_next_collection() -> None:
    before = gc.get_freeze_count()
    kept = _sent_and_received([[number] for number in range(LARGE)])
    assert gc.get_freeze_count() >= before + len(kept)
    gc.unfreeze()


def test_a_collector_that_was_off_stays_off() -> None:
    gc.disable()
    try:
        _sent_and_received([[number] for number in range(LARGE)])
        assert not gc.isenabled()
    finally:
        gc.enable()
        gc.unfreeze()
