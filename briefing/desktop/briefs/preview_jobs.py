"""Has the pages of a brief made while the reader describes it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTemporaryDir

from briefing.desktop.briefs.pdf_preview import PreviewPane
from briefing.desktop.interface_language import said
from briefing.desktop.session import Session
from briefing.service import BriefExported, Event, ExportFailed


class Previewing(QObject):
    """Has pages made and shown; of several wishes only the last one's are shown.

    Args:
        session: through which they are made.
        pane: that shows them.
        parent: with which all this goes.
    """

    def __init__(self, session: Session, pane: PreviewPane, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._pane = pane
        self._folder = QTemporaryDir()
        self._job = self._first = 0
        self._ended = False
        session.eventHeard.connect(self._on_event)

    def draw(self, make: Callable[[Path], int], begin: Callable[[Path], int] | None = None) -> None:
        """Show what `make` writes to the path that it is given, as a PDF; it gives the number of the job.

        `begin` does the same with the first pages, which are shown until all of them are there.
        """
        for job in (self._job, self._first):
            if job:
                self._session.service.cancel(job)
        self._first = begin(Path(self._folder.filePath("beginning.pdf"))) if begin else 0
        self._job = make(Path(self._folder.filePath("preview.pdf")))

    def end(self) -> None:
        """Nobody looks any more: give up what is being made, and leave nothing behind."""
        if self._ended:
            return
        self._ended = True
        self._session.eventHeard.disconnect(self._on_event)
        self._session.service.cancel(self._first)
        self._session.service.cancel(self._job)
        self._pane.release()
        self._folder.remove()

    def _on_event(self, event: Event) -> None:
        if self._first and event.job == self._first and isinstance(event, BriefExported):
            self._pane.show_beginning(event.path)
        if event.job != self._job or not self._job:
            return
        match event:
            case BriefExported(path=path):
                self._pane.show_file(path)
            case ExportFailed(message=message):
                self._pane.say(said(message))
