"""Receives the files and `briefing:` addresses that macOS asks the running program to open."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QFileOpenEvent

from briefing.desktop.launch_request import Given


class SystemOpens(QObject):
    """Filters the application's events."""

    came = Signal(object)
    """What was `Given`."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what is to be opened."""
        if isinstance(event, QFileOpenEvent):
            local = event.url().isLocalFile() or not event.url().scheme()
            self.came.emit(Given((Path(event.file()),)) if local else Given((), (event.url().toString(),)))
            return True
        return super().eventFilter(watched, event)
