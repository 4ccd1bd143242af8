"""Has the pages of a brief made while the reader describes it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTemporaryDir

from briefing.desk import BriefExported, Event, ExportFailed
from briefing.desktop.briefs.preview import PreviewPane
from briefing.desktop.session import Session


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
        self._job = 0
        self._ended = False
        session.eventHeard.connect(self._hear)

    def draw(self, make: Callable[[Path], int]) -> None:
        """Show what `make` writes to the path that it is given, as a PDF; it gives the number of the job."""
        if self._job:
            self._session.desk.cancel(self._job)
        self._job = make(Path(self._folder.filePath("preview.pdf")))

    def end(self) -> None:
        """Nobody looks any more: give up what is being made, and leave nothing behind."""
        if self._ended:
            return
        self._ended = True
        self._session.eventHeard.disconnect(self._hear)
        self._session.desk.cancel(self._job)
        self._pane.release()
        self._folder.remove()

    def _hear(self, event: Event) -> None:
        if event.job != self._job or not self._job:
            return
        match event:
            case BriefExported(path=path):
                self._pane.show_file(path)
            case ExportFailed(sentence=sentence):
                self._pane.say(sentence)
