"""Files, addresses and texts that a window opens or imports: what is asked for, and what is still under way."""

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from briefing.desktop.launch_request import Given, together
from briefing.service import ArticleOpened, ImportFinished, ImportProgressed, OpeningFailed, PageSource, Service
from briefing.service.import_outcomes import printable

if TYPE_CHECKING:
    from briefing.intake.source_list import Source

FEW = 10
"""Files given at once up to which the reader wants to read them, and not only to have them."""

LONGEST_NAME = 80
"""Characters that are shown of the name or address of what is being opened."""


class OpenJobs(QObject):
    """Asks the service to open and import, and knows which of it has not come yet."""

    openingStarted = Signal(str)
    """Name of what is being opened."""
    openingEnded = Signal()
    """Nothing is being opened any more."""
    underWayChanged = Signal()
    """What is `under_way` is more, or less."""
    importStarted = Signal(int, bool)
    """Job of an import, and whether its first article is to be shown."""

    def __init__(self, service: Service, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._service = service
        self._aside: set[int] = set()
        self._opening_job = 0
        self._opening: set[int] = set()
        self._under_way: dict[int, Given] = {}
        self._asked: dict[int, float] = {}
        self.writing_since: Callable[[float], bool] = lambda _: False
        """Whether the reader has typed since a moment of `time.monotonic`, and still has the keys where he types."""

    @property
    def under_way(self) -> Given:
        """The files and addresses that are being opened or imported, and are not in the library yet."""
        return together(self._under_way.values())

    def open_files(self, paths: Sequence[Path]) -> None:
        """Open files; the last one is shown."""
        for path in paths:
            job = self._service.open_file(path)
            self._begin(job, Given((path.absolute(),)))
            self.expect(job, printable(path.name))

    def open_paths(self, paths: Sequence[Path]) -> None:
        """Open a single file; import several, or folders and zips; merge libraries into this one."""
        for library in [path for path in paths if path.suffix.lower() == ".briefing"]:
            self._service.whole.take_in(library)
        paths = [path for path in paths if path.suffix.lower() != ".briefing"]
        if not paths:
            return
        if len(paths) == 1 and not _holds_many(paths[0]):
            self.open_files(paths)
        else:
            self.import_paths(paths)

    def import_paths(self, paths: Sequence[Path]) -> None:
        """Import files, folders and zips in the background; of a few files, the first is shown."""
        is_few = len(paths) <= FEW and not any(_holds_many(path) for path in paths)
        job = self._service.import_files(paths)
        self._begin(job, Given(tuple(path.absolute() for path in paths)))
        self._asked[job] = time.monotonic()
        self.importStarted.emit(job, is_few)

    def import_pages(self, pages: "Sequence[PageSource | Source]") -> None:
        """Import pages of a feed, or articles of a file, in the background; of a few, the first is shown."""
        job = self._service.import_pages(pages)
        self._asked[job] = time.monotonic()
        self.importStarted.emit(job, len(pages) <= FEW)

    def open_text(self, text: str, html: str = "") -> None:
        """Open what was pasted or dropped."""
        self.expect(self._service.open_text(text, html), self.tr("the pasted text"))

    def open_address(self, given: str, typed: bool = True) -> None:
        """Fetch a web page and open it; `typed` tells whether the reader gave the address himself."""
        job = self._service.open_address(given, typed)
        # Written so, it does not count as typed at the next start either.
        self._begin(job, Given((), (given if typed else f"briefing:{given}",)))
        self.expect(job, given)

    def open_kept(self, article_id: int) -> None:
        """Open an article of the library."""
        self.expect(self._service.open_kept(article_id), "")

    def open_aside(self, article_id: int) -> int:
        """Have an article told that is not to take the place of the open one; gives the number of the job."""
        job = self._service.open_kept(article_id)
        self._aside.add(job)
        return job

    def was_asked_before_writing(self, job: int) -> bool:
        """Whether the reader went on to write after he asked for what `job` brings."""
        return job in self._asked and self.writing_since(self._asked[job])

    def expect(self, job: int, name: str) -> None:
        """Wait for what a job brings, called `name` while it lasts."""
        self._opening_job = job
        if name:
            # What lies in the library is there at once.
            self._asked[job] = time.monotonic()
        self._opening.add(job)
        self.openingStarted.emit(name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…")

    def _begin(self, job: int, given: Given) -> None:
        self._under_way[job] = given
        self.underWayChanged.emit()

    def end(self, job: int) -> None:
        """Note that a job brings nothing more."""
        if self._under_way.pop(job, None) is not None:
            self.underWayChanged.emit()

    def opened(self, job: int) -> None:
        """Note that what was being opened has come, or will not."""
        self._opening.discard(job)
        if not self._opening:
            self.openingEnded.emit()

    def cancel(self) -> None:
        """Give up what is being opened."""
        for job in tuple(self._opening):
            self._service.cancel(job)

    def is_overtaken(self, job: int) -> bool:
        """Whether the reader has asked for another article since."""
        return job < self._opening_job

    def was_aside(self, event: ArticleOpened | OpeningFailed) -> bool:
        """Whether this is not to take the place of the open article; it is waited for no longer."""
        was_aside = event.job in self._aside
        self._aside.discard(event.job)
        return was_aside

    def on_import(self, event: ImportProgressed | ImportFinished) -> None:
        """Show as an import what was opened and turned out to hold many articles."""
        if event.job in self._opening:
            self.importStarted.emit(event.job, False)
            self.opened(event.job)


def _holds_many(path: Path) -> bool:
    return path.suffix.lower() == ".zip" or path.is_dir()
