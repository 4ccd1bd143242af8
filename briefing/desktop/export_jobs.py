"""The briefs that a window has written: to files that the reader asked for, and to be looked at."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from briefing.desktop.interface_language import said
from briefing.desktop.messages import Message, Tone
from briefing.desktop.open_article import OpenArticle
from briefing.model import BriefWish
from briefing.service import BriefExported, ExportFailed, JobCancelled, Service


class ExportJobs(QObject):
    """Asks the service for briefs and tells the reader what became of them.

    Args:
        service: writes them.
        showing: gives the open article, if there is one.
        give: shows the reader a message.
    """

    exported = Signal(object)
    """Path of a brief that was written."""

    def __init__(
        self,
        service: Service,
        showing: Callable[[], OpenArticle | None],
        give: Callable[[Message], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._service = service
        self._showing = showing
        self._give = give
        self._previewing: set[int] = set()
        self._exporting: set[int] = set()

    def export(self, path: Path, format_name: str = "pdf") -> None:
        """Write the brief of the open article."""
        showing = self._showing()
        if showing:
            self._exporting.add(self._service.export(showing.kept.id, path, format_name))
            self._give(Message(self.tr("Writing “{name}”…").format(name=path.name)))

    def export_as(self, article_ids: Sequence[int], wish: BriefWish, targets: Sequence[tuple[Path, str]]) -> list[int]:
        """Write a brief to each path in the format beside it; gives the numbers of the jobs."""
        jobs = [self._service.export_brief(article_ids, wish, path, format_name) for path, format_name in targets]
        self._exporting.update(jobs)
        return jobs

    def export_kept_brief(self, brief_id: str, path: Path, format_name: str) -> int:
        """Write a brief that the reader composes; gives the number of the job."""
        job = self._service.briefs.export(brief_id, path, format_name)
        self._exporting.add(job)
        return job

    @property
    def exports_left(self) -> int:
        """How many files are still to be written."""
        return len(self._exporting)

    def stop_exports(self) -> None:
        """Write no further brief; a file that is half made is not written."""
        for job in tuple(self._exporting):
            self._service.cancel(job)

    def preview(self, article_ids: Sequence[int], wish: BriefWish, path: Path) -> int:
        """Write a brief as a PDF to be looked at; nothing is said of it, whoever asked hears the event."""
        job = self._service.export_brief(article_ids, wish, path, "pdf")
        self._previewing.add(job)
        return job

    def preview_beginning(self, article_ids: Sequence[int], wish: BriefWish, path: Path) -> int:
        """Write the first pages of a long brief, which are soon there; a short one is not written."""
        job = self._service.preview_beginning(article_ids, wish, path)
        self._previewing.add(job)
        return job

    def preview_beginning_of_brief(self, brief_id: str, path: Path) -> int:
        """The same for a brief that the reader composes."""
        job = self._service.briefs.begin(brief_id, path)
        self._previewing.add(job)
        return job

    def preview_brief(self, brief_id: str, path: Path) -> int:
        """The same for a brief that the reader composes, as it is with all that was changed before."""
        job = self._service.briefs.export(brief_id, path, "pdf")
        self._previewing.add(job)
        return job

    def on_exported(self, event: BriefExported) -> None:
        """Tell that a brief is written, with a way to its folder; of one that is only looked at, nothing is said."""
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        if self._was_preview(event.job):
            return
        self._exporting.discard(event.job)
        path = event.path
        self.exported.emit(path)
        sentence = self.tr("“{name}” is written.").format(name=path.name)
        show = partial(QDesktopServices.openUrl, QUrl.fromLocalFile(str(path.absolute().parent)))
        words = " ".join((sentence, *map(said, event.warnings)))
        self._give(Message(words, Tone.DONE, self.tr("Open folder"), show))

    def on_failed(self, event: ExportFailed) -> None:
        """Tell why a brief was not written."""
        if not self._was_preview(event.job):
            self._exporting.discard(event.job)
            self._give(Message(said(event.message), Tone.ERROR))

    def on_cancelled(self, event: JobCancelled) -> bool:
        """Forget a brief that was given up; whether it was one that is only looked at."""
        if self._was_preview(event.job):
            return True
        if event.job in self._exporting:
            self._exporting.discard(event.job)
            self._give(Message(self.tr("The export was stopped; what was written before stays.")))
        return False

    def _was_preview(self, job: int) -> bool:
        was_preview = job in self._previewing
        self._previewing.discard(job)
        return was_preview
