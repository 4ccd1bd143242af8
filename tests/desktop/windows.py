"""A real window on a real service with a real library, without a screen."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from briefing.desktop.event_bridge import Bridge
from briefing.desktop.fonts import load_fonts
from briefing.desktop.session import Session
from briefing.desktop.settings import settings_of
from briefing.desktop.settings_file import keep_settings_of_qt
from briefing.desktop.window import Window
from briefing.desktop.windows import Windows
from briefing.library import Place
from briefing.service import Service, SharedWorkers

PATIENCE = 120_000
"""Milliseconds that a busy machine may take to load the language model."""


@dataclass
class Opened:
    """A window with what stands behind it."""

    window: Window
    session: Session
    service: Service
    bridge: Bridge
    told: list[str]
    qtbot: QtBot
    closed: bool = False

    def close(self) -> None:
        """End it as the reader would."""
        if self.closed:
            return
        self.closed = True
        close_window(self.window, self.qtbot)
        self.bridge.close()
        self.service.close()


class PatientBot(QtBot):
    """Waits for as long as a busy machine may take, wherever a test does not say how long."""

    def waitUntil(self, callback: Callable[[], object], *, timeout: int = PATIENCE) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: object, *, timeout: int = PATIENCE, **how: object) -> object:
        return super().waitSignal(signal, timeout=timeout, **how)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    return PatientBot(request)


@pytest.fixture(scope="session", autouse=True)
def shipped_fonts(qapp: QApplication) -> None:
    """Load the fonts once: sizes are the same in every test, and Qt keeps a font for each time that it is loaded."""
    load_fonts()


@pytest.fixture(scope="session", autouse=True)
def settings_of_qt(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Let no file dialog of a test write to what the developer's own Qt programs remember."""
    keep_settings_of_qt(tmp_path_factory.mktemp("qt"))


@pytest.fixture(autouse=True)
def no_key_held(qapp: QApplication) -> None:
    """Begin each test with no key held: a click with Shift in one before counts as held until the next key or click."""
    QTest.keyClick(QWidget(), Qt.Key.Key_Shift)
    assert qapp.keyboardModifiers() == Qt.KeyboardModifier.NoModifier


def settle() -> None:
    """Do all that is due: what waits for the next turn of the event loop, and layouts that follow from one another."""
    for _ in range(10):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


def is_gone(window: QWidget) -> bool:
    """Whether a window is closed; Qt may have deleted it since, and then it must not be touched any more."""
    return not isValid(window) or not window.isVisible()


def close_window(window: Window, qtbot: QtBot) -> None:
    """Close a window as the reader would; it goes once what was written in it is on the disk."""
    window.close()
    qtbot.waitUntil(lambda: is_gone(window), timeout=PATIENCE)


OpenWindow = Callable[[Place], Opened]


@pytest.fixture
def open_window(qtbot: QtBot, qapp: QApplication, shared_workers: SharedWorkers) -> Iterator[OpenWindow]:
    opened: list[Opened] = []

    def make(folder: Place) -> Opened:
        bridge = Bridge()
        service = Service(folder, bridge.deliver, shared_workers)
        session = Session(service)
        bridge.eventArrived.connect(session.handle)
        window = Window(session, settings_of(folder))
        window.show()
        found = Opened(window, session, service, bridge, [], qtbot)
        session.messageGiven.connect(lambda message: found.told.append(message.sentence))
        opened.append(found)
        return found

    yield make
    for found in opened:
        found.close()
        # A window that stays costs every later one the polish of all its widgets.
        found.window.deleteLater()
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


class OpenedWindows(list[Windows]):
    """All `Windows` of a test, for their end."""

    def __init__(self, workers: SharedWorkers) -> None:
        super().__init__()
        self._workers = workers

    def make(self, folder: Place) -> Windows:
        """Stand for one start of the program; no window is open yet."""
        self.append(Windows(folder, self._workers))
        return self[-1]


@pytest.fixture
def opened_windows(qtbot: QtBot, qapp: QApplication, shared_workers: SharedWorkers) -> Iterator[OpenedWindows]:
    made = OpenedWindows(shared_workers)
    yield made
    for windows in made:
        shown = [one.window for one in windows._open]
        windows.quit()
        qtbot.waitUntil(lambda shown=shown: all(is_gone(window) for window in shown), timeout=PATIENCE)
        windows.end()
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
