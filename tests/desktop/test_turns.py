"""Things are done in turns of the event loop, and what waits gives way to what is newer."""

from pytestqt.qtbot import QtBot

from briefing.desktop.turns import Turns


def test_each_thing_has_a_turn_of_its_own(qtbot: QtBot) -> None:
    done: list[str] = []
    turns = Turns()
    turns.do([lambda: done.append("first"), lambda: done.append("second")])
    assert done == []
    qtbot.waitUntil(lambda: done == ["first", "second"])


def test_newer_things_take_the_place_of_those_that_wait(qtbot: QtBot) -> None:
    done: list[str] = []
    turns = Turns()
    turns.do([lambda: turns.do([lambda: done.append("newer")]), lambda: done.append("older")])
    qtbot.waitUntil(lambda: bool(done))
    qtbot.wait(20)
    assert done == ["newer"]


def test_what_is_dropped_is_not_done(qtbot: QtBot) -> None:
    done: list[str] = []
    turns = Turns()
    turns.do([lambda: done.append("first")])
    turns.drop()
    qtbot.wait(20)
    assert done == []
