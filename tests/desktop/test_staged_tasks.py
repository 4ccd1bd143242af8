"""Things are done in turns of the event loop, and what waits gives way to what is newer."""

from pytestqt.qtbot import QtBot

from briefing.desktop.staged_tasks import StagedTasks


def _wait_longer_than_all_others(qtbot: QtBot) -> None:
    """Let pass what is begun now: of timers that are as long, the older one is over first."""
    passed: list[bool] = []
    last = StagedTasks()
    last.do([lambda: passed.append(False), lambda: passed.append(True)])
    qtbot.waitUntil(lambda: len(passed) == 2)


def test_each_thing_has_a_turn_of_its_own(qtbot: QtBot) -> None:
    done: list[str] = []
    turns = StagedTasks()
    turns.do([lambda: done.append("first"), lambda: done.append("second")])
    assert done == []
    qtbot.waitUntil(lambda: done == ["first", "second"])


def test_newer_things_take_the_place_of_those_that_wait(qtbot: QtBot) -> None:
    done: list[str] = []
    turns = StagedTasks()
    turns.do([lambda: turns.do([lambda: done.append("newer")]), lambda: done.append("older")])
    qtbot.waitUntil(lambda: bool(done))
    _wait_longer_than_all_others(qtbot)
    assert done == ["newer"]


def test_what_is_dropped_is_not_done(qtbot: QtBot) -> None:
    done: list[str] = []
    turns = StagedTasks()
    turns.do([lambda: done.append("first")])
    turns.drop()
    _wait_longer_than_all_others(qtbot)
    assert done == []
