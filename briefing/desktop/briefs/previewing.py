"""Has the pages of a brief made while the reader describes it."""

from pathlib import Path

from PySide6.QtCore import QObject, QTemporaryDir

from briefing.desk import BriefExported, Event, ExportFailed
from briefing.desktop.briefs.export_dialog import ExportDialog
from briefing.desktop.session import Session
from briefing.model import BriefWish


class Previewing(QObject):
    """Has the pages of a brief made while it is described; of several wishes only the last one's are shown."""

    def __init__(self, session: Session, articles: tuple[int, ...], dialog: ExportDialog) -> None:
        super().__init__(dialog)
        self._session = session
        self._articles = articles
        self._folder = QTemporaryDir()
        self._dialog = dialog
        self._job = 0
        self._ended = False
        session.eventHeard.connect(self._hear)

    def draw(self, wish: BriefWish) -> None:
        """Ask for the pages of a brief as it is wished for now."""
        if self._job:
            self._session.desk.cancel(self._job)
        self._job = self._session.preview(self._articles, wish, Path(self._folder.filePath("preview.pdf")))

    def end(self) -> None:
        """Nobody looks any more: give up what is being made, and leave nothing behind."""
        if self._ended:
            return
        self._ended = True
        self._session.eventHeard.disconnect(self._hear)
        self._session.desk.cancel(self._job)
        self._dialog.preview.release()
        self._folder.remove()

    def _hear(self, event: Event) -> None:
        if event.job != self._job or not self._job:
            return
        match event:
            case BriefExported(path=path):
                self._dialog.preview.show_file(path)
            case ExportFailed(sentence=sentence):
                self._dialog.preview.say(sentence)
