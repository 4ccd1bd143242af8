"""The garbage collector is paused and turned on again for all threads together, and is never left off by accident."""

import ast
import gc
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

import briefing
from briefing import garbage_collection

BLOCKED = 0.3
"""Seconds after which a thread that has not gone on is taken to wait for a lock."""


@pytest.fixture(autouse=True)
def collector() -> Iterator[None]:
    yield
    gc.enable()
    gc.unfreeze()


def test_a_pause_that_ends_while_another_looks_whether_the_collector_is_on_leaves_it_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first = ExitStack()
    first.enter_context(garbage_collection.paused())
    isenabled = gc.isenabled
    leaving = threading.Thread(target=first.close)

    def look_and_let_the_first_go() -> bool:
        found = isenabled()
        leaving.start()
        leaving.join(BLOCKED)
        return found

    monkeypatch.setattr(gc, "isenabled", look_and_let_the_first_go)
    with garbage_collection.paused():
        pass
    if not leaving.ident:
        leaving.start()
    leaving.join()
    assert isenabled()


@pytest.mark.parametrize("first_to_end", [0, 1])
def test_nothing_is_collected_until_the_last_of_several_pauses_ends(first_to_end: int) -> None:
    pauses = [ExitStack(), ExitStack()]
    for pause in pauses:
        pause.enter_context(garbage_collection.paused())
    pauses.pop(first_to_end).close()
    assert not gc.isenabled()
    pauses.pop().close()
    assert gc.isenabled()


def test_a_collector_that_is_turned_on_during_a_pause_is_on_from_its_end() -> None:
    garbage_collection.turn_off()
    with garbage_collection.paused():
        garbage_collection.turn_on()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_a_collector_that_is_turned_off_during_a_pause_stays_off() -> None:
    with garbage_collection.paused():
        garbage_collection.turn_off()
    assert not gc.isenabled()


def test_many_threads_that_pause_at_once_leave_it_on() -> None:
    def pause_often() -> None:
        for _ in range(500):
            with garbage_collection.paused():
                assert not gc.isenabled()

    threads = [threading.Thread(target=pause_often) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert gc.isenabled()


def test_no_other_module_touches_the_collector() -> None:
    (package,) = briefing.__path__
    touching = [
        path.name
        for path in Path(package).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Import) and any(one.name == "gc" for one in node.names)
    ]
    assert touching == ["garbage_collection.py"]
