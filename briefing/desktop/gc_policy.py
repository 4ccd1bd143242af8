"""Runs full garbage collections while the window is idle: one among the findings of a long article takes 200 ms.

Young garbage is still collected as it comes, within a few ms. Old garbage, which only reference cycles make, waits
until the reader has gone to another program or has touched nothing for a while.
"""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from briefing import garbage_collection

YOUNG, MIDDLE = 5_000, 5
"""Objects, and collections of the youngest, after which the two younger generations are collected."""

NEVER = 1_000_000
"""Collections of the middle generation before the old one is collected: it is never reached."""

EVERY = 300_000
"""Milliseconds after which an idle moment is waited for."""

IDLE = 4_000
"""Milliseconds without a touch that count as an idle moment."""


class IdleCollector(QObject):
    """Takes full collections over from Python for as long as the application runs."""

    def __init__(self, application: QGuiApplication) -> None:
        super().__init__(application)
        self._application = application
        self._before = garbage_collection.thresholds()
        garbage_collection.set_thresholds(YOUNG, MIDDLE, NEVER)
        garbage_collection.turn_on()
        self._due = QTimer(self, singleShot=True, interval=EVERY)
        self._due.timeout.connect(self._wait_for_idleness)
        self._due.start()
        self._idle = QTimer(self, singleShot=True, interval=IDLE)
        self._idle.timeout.connect(self.collect)
        application.applicationStateChanged.connect(self._state_changed)

    def collect(self) -> None:
        """Collect all garbage now, and again after a while."""
        self._idle.stop()
        self._application.removeEventFilter(self)
        # What arrived from a worker was left out of collections until now.
        garbage_collection.collect()
        self._due.start()

    def close(self) -> None:
        """Leave collections to Python again, for good."""
        self._application.applicationStateChanged.disconnect(self._state_changed)
        self._due.stop()
        self._idle.stop()
        self._application.removeEventFilter(self)
        garbage_collection.set_thresholds(*self._before)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While an idle moment is waited for, begin to wait anew with each touch."""
        kinds = QEvent.Type
        if event.type() in (kinds.KeyPress, kinds.MouseButtonPress, kinds.MouseMove, kinds.Wheel, kinds.TouchUpdate):
            self._idle.start()
        return super().eventFilter(watched, event)

    def _wait_for_idleness(self) -> None:
        # Only for these seconds: a filter in Python on every event costs more than the garbage.
        self._application.installEventFilter(self)
        self._idle.start()

    def _state_changed(self, state: Qt.ApplicationState) -> None:
        if state is not Qt.ApplicationState.ApplicationActive and not self._due.isActive():
            self.collect()
