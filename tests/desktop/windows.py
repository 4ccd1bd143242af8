"""A real window on a real desk with a real library, without a screen."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefing.desk import Desk
from briefing.desktop.bridge import Bridge
from briefing.desktop.fonts import load_fonts
from briefing.desktop.session import Session
from briefing.desktop.settings import Settings
from briefing.desktop.window import Window
from briefing.desktop.windows import Windows

PATIENCE = 120_000
"""Milliseconds that a busy machine may take to load the language model."""

CLOSING = 10.0
"""Seconds that a window may take to close."""


@dataclass
class Opened:
    """A window with what stands behind it."""

    window: Window
    session: Session
    desk: Desk
    bridge: Bridge
    told: list[str]
    closed: bool = False

    def close(self) -> None:
        """End it as the reader would."""
        if self.closed:
            return
        self.closed = True
        self.window.close()
        _wait_until_closed(self.window)
        self.bridge.close()
        self.desk.close()


def _wait_until_closed(*windows: Window) -> None:
    """Let windows go that wait until what was written in them is on the disk."""
    end = time.monotonic() + CLOSING
    while any(window.isVisible() for window in windows) and time.monotonic() < end:
        QTest.qWait(5)


OpenWindow = Callable[[Path], Opened]


@pytest.fixture
def open_window(qtbot: QtBot, qapp: QApplication) -> Iterator[OpenWindow]:
    opened: list[Opened] = []

    def make(folder: Path) -> Opened:
        load_fonts()
        bridge = Bridge()
        desk = Desk(folder, bridge.deliver)
        session = Session(desk)
        bridge.eventArrived.connect(session.hear)
        window = Window(session, Settings(folder))
        window.show()
        found = Opened(window, session, desk, bridge, [])
        session.messageGiven.connect(lambda message: found.told.append(message.sentence))
        opened.append(found)
        return found

    yield make
    for found in opened:
        found.close()
        # A window that stays costs every later one the polish of all its widgets.
        found.window.deleteLater()
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def opened_windows(folder: Path, qapp: QApplication) -> Iterator[list[Windows]]:
    load_fonts()
    made: list[Windows] = []
    yield made
    for windows in made:
        last = windows.front
        windows.quit()
        _wait_until_closed(*(one.window for one in windows._open))
        windows.end()
        last.deleteLater()
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
