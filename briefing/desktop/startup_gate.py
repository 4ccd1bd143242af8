"""Lets only the library's lists through to a window of which the frame alone is shown; the rest waits for the rest."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from briefing.desktop.session import Session
from briefing.service import ArticlesListed, Event, LibraryUnavailable, ShelvesListed

LONGEST = 2000
"""Milliseconds after which the window is made whole, whatever the library is waiting for."""


class StartupGate(QObject):
    """Stands between the service and a session."""

    settled = Signal()
    """The list is filled, or will not be soon; told once."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._held: list[Event] = []
        self._released = False
        self._settling = QTimer(self, singleShot=True, interval=LONGEST)
        self._settling.timeout.connect(self.settled)
        self._settling.start()

    @Slot(object)
    def handle(self, event: Event) -> None:
        """Pass one event of the service on, or keep it."""
        if self._released:
            self._held.append(event)
            self._pass_on()
            return
        if isinstance(event, ArticlesListed | ShelvesListed):
            self._session.handle(event)
        else:
            self._held.append(event)
        if self._settling.isActive() and isinstance(event, ArticlesListed | LibraryUnavailable):
            self._settling.start(0)

    def release(self) -> None:
        """Pass on what was kept, and everything from now on as it comes."""
        self.stop()
        self._released = True
        self._pass_on()

    def stop(self) -> None:
        """Tell of nothing any more: the window is closed."""
        self._settling.stop()

    def _pass_on(self) -> None:
        # Whoever hears one may let others come meanwhile: they wait for their turn.
        while self._held:
            self._session.handle(self._held.pop(0))
