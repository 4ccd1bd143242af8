"""Garbage in reference cycles is collected in idle moments, and never while the reader works."""

import gc
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from briefing.desktop.gc_policy import NEVER, IdleCollector


class Knot:
    """Refers to itself."""

    def __init__(self) -> None:
        self.itself = self


def _old_garbage() -> "weakref.ref[Knot]":
    knot = Knot()
    gc.collect()
    return weakref.ref(knot)


@pytest.fixture
def collector(qapp: QApplication) -> Iterator[IdleCollector]:
    found = IdleCollector(qapp)
    yield found
    found.close()


def test_python_collects_no_old_garbage_by_itself_and_does_so_again_afterwards(qapp: QApplication) -> None:
    before = gc.get_threshold()
    collector = IdleCollector(qapp)
    assert gc.get_threshold()[2] == NEVER
    collector.close()
    assert gc.get_threshold() == before


def test_nothing_is_collected_any_more_once_it_is_closed(qapp: QApplication) -> None:
    collector = IdleCollector(qapp)
    collector.close()
    knot = _old_garbage()
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    assert knot() is not None
    assert not collector._due.isActive()


def test_old_garbage_goes_once_the_reader_touches_nothing(collector: IdleCollector, qtbot: QtBot) -> None:
    knot = _old_garbage()
    collector._idle.setInterval(30)
    collector._due.setInterval(10)
    collector._due.start()
    qtbot.waitUntil(lambda: knot() is None)


def test_a_touch_puts_it_off(collector: IdleCollector, qtbot: QtBot, qapp: QApplication) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    collector._idle.setTimerType(Qt.TimerType.PreciseTimer)
    collector._idle.setInterval(60_000)
    collector._wait_for_idleness()
    qtbot.waitUntil(lambda: collector._idle.remainingTime() < 60_000 - 20)
    left = collector._idle.remainingTime()
    button, plain = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    where = QPointF(1, 1)
    qapp.sendEvent(widget, QMouseEvent(QEvent.Type.MouseMove, where, where, button, button, plain))
    assert collector._idle.remainingTime() > left


def test_what_was_left_out_of_collections_is_collected_in_an_idle_moment(collector: IdleCollector) -> None:
    knot = weakref.ref(Knot())
    gc.freeze()
    gc.collect()
    assert knot() is not None
    collector.collect()
    assert knot() is None
