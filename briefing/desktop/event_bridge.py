"""Passes each event of the service's threads on to the main thread, as a Qt signal."""

from PySide6.QtCore import QObject, Qt, Signal, Slot

from briefing.service import Event


class Bridge(QObject):
    """Hands the service's events over, in their order; `deliver` may be called from any thread."""

    eventArrived = Signal(object)
    """An `Event` of the service, on the main thread."""

    _posted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open = True
        self._posted.connect(self._pass_on, Qt.ConnectionType.QueuedConnection)

    def deliver(self, event: Event) -> None:
        """Send `event` to the main thread; does nothing once the bridge is closed."""
        if self._open:
            self._posted.emit(event)

    def close(self) -> None:
        """Let nothing through any more: the views that would hear it are going."""
        self._open = False

    @Slot(object)
    def _pass_on(self, event: Event) -> None:
        if self._open:
            self.eventArrived.emit(event)
