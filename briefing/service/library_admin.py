"""What is done with a library as a whole: backed up, restored, salvaged, written to one file, and taken in from one."""

import itertools
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.library import Library, LibraryFailure
from briefing.library.backup import backups, restore
from briefing.model import Article, Binned, Origin
from briefing.records import dataclass
from briefing.service.events import BackupsTold, Event, LibraryDone, LibraryRestored, OperationFailed
from briefing.service.write_queue import Enqueue

if TYPE_CHECKING:
    from briefing.library.archive_import import Reader as ReadAgain
    from briefing.library.archive_import import Unread

CLOSING = 5.0
"""Seconds that closing waits for what is done beside the library's thread."""


@dataclass(frozen=True, slots=True)
class Repair:
    """Something done to a library's files while the service has the library closed.

    Attributes:
        job: number under which it is answered.
        act: does it, in the library's folder; gives the event that tells what was done.
    """

    job: int
    act: Callable[[Path], LibraryRestored]


class WholeLibrary:
    """The acts on a whole library, on the library's thread, or beside it if they take long.

    Args:
        folder: of the library.
        numbers: gives numbers of jobs.
        enqueue: has something done with the open library.
        repair: has something done while the library is closed, whether it could be opened or not.
        import_files: imports files in the background.
        analyse_waiting: has articles analysed in the background that are not yet.
        tell: gets the answers.
    """

    def __init__(
        self,
        folder: Path,
        numbers: "itertools.count[int]",
        enqueue: Enqueue,
        repair: Callable[[Repair], None],
        import_files: Callable[[Iterable[Path]], int],
        analyse_waiting: Callable[[], None],
        tell: Callable[[Event], None],
    ) -> None:
        self._folder = folder
        self._numbers = numbers
        self._enqueue = enqueue
        self._repair = repair
        self._import = import_files
        self._analyse_waiting = analyse_waiting
        self._emit = tell
        self._running: list[threading.Thread] = []
        self._closing = False

    def close(self) -> None:
        """Give up what takes long; what can only be finished is, or is undone when the library is opened next."""
        self._closing = True
        self._wait(CLOSING)

    def backups(self) -> int:
        """Ask which backups there are; answered by `BackupsTold`, the newest first."""

        def act(library: Library) -> None:
            del library
            self._emit(BackupsTold(job, tuple(backups(self._folder))))

        job = next(self._numbers)
        return self._do(job, act)

    def back_up(self) -> int:
        """Make a backup now; answered by `LibraryDone`."""

        def act(library: Library) -> None:
            self._emit(LibraryDone(job, f"A backup was made: {library.back_up().path}.", None))

        job = next(self._numbers)
        return self._do(job, act)

    def empty_bin(self, chosen: Sequence[Binned]) -> int:
        """Delete for good these of the bin, from backups, too; answered by `LibraryDone`."""

        def act(library: Library) -> Event:
            erased = library.empty_bin(chosen)
            told = erased.sentence or "What was deleted is in no backup any more, either."
            lying = len(library.bin())
            stays = f"{lying} put there meanwhile stay in the bin." if lying else "The bin is empty."
            return LibraryDone(job, f"{stays} {told}", None, changed=True, gone=erased.articles)

        job = next(self._numbers)
        return self._beside(job, act)

    def restore(self, backup: Path) -> int:
        """Put a backup back, also of a library that could not be opened; answered by `LibraryRestored`.

        What the library was before is kept as a backup, or set aside if it is damaged.
        """

        def act(folder: Path) -> LibraryRestored:
            self._wait()
            before = restore(folder, backup)
            sentence = f"The library is as it was in {backup.name}. What it was before is kept in {before}."
            return LibraryRestored(job, sentence)

        job = next(self._numbers)
        self._repair(Repair(job, act))
        return job

    def salvage(self) -> int:
        """Save what can be read of a damaged library into a new one; answered by `LibraryRestored`.

        Originals of which it holds no article any more are imported again.
        """

        def act(folder: Path) -> LibraryRestored:
            from briefing.library.salvage import forgotten_originals, salvage

            self._wait()
            saved = salvage(folder)
            originals = forgotten_originals(folder)
            there = tuple(backups(folder))
            sentence = " ".join((saved.sentence, *_what_is_left(len(originals), len(there))))
            importing = self._import(originals) if originals else 0
            return LibraryRestored(job, sentence, bool(saved.lost) or not saved.complete, there, importing)

        job = next(self._numbers)
        self._repair(Repair(job, act))
        return job

    def export(self, path: Path, article_ids: Sequence[int] = ()) -> int:
        """Write all of the library, or some articles of it, to a `.briefing` file; answered by `LibraryDone`."""

        def act(library: Library) -> None:
            from briefing.library.archive_export import export_library

            number = export_library(library, path, article_ids)
            self._emit(LibraryDone(job, f"“{path.name}” is written: {number} articles with all that you wrote.", path))

        job = next(self._numbers)
        return self._do(job, act)

    def take_in(self, path: Path) -> int:
        """Merge a `.briefing` file, or a file of annotations, into the library; answered by `LibraryDone`."""

        def act(library: Library) -> Event:
            from briefing.library.annotation_import import holds_annotations, import_annotations
            from briefing.library.archive_import import import_library

            if holds_annotations(path):
                sentence = f"“{path.name}”: {import_annotations(library, path).sentence}."
            else:
                from briefing.service.reader import Reader

                with Reader() as reader:
                    done = import_library(library, path, self._unless_closing(reader.again))
                sentence = (
                    f"“{path.name}”: {done.articles} articles new, {done.known} known, {done.annotations} annotations "
                    f"and {done.judgements} judgements taken in."
                )
                sentence = f"{sentence} {done.sentence}".strip()
                self._analyse_waiting()
            return LibraryDone(job, sentence, path, changed=True)

        job = next(self._numbers)
        return self._beside(job, act)

    def _beside(self, job: int, act: Callable[[Library], Event]) -> int:
        """Do what takes long on a thread and a connection of its own: what the reader writes meanwhile is kept."""
        thread = threading.Thread(target=self._done_beside, args=(job, act), name="briefing whole library", daemon=True)
        self._running = [*(one for one in self._running if one.is_alive()), thread]
        thread.start()
        return job

    def _done_beside(self, job: int, act: Callable[[Library], Event]) -> None:
        try:
            library = Library.open(self._folder)
            try:
                event = act(library)
            finally:
                library.close()
        except LibraryFailure as failure:
            event = OperationFailed(job, failure.sentence)
        except Exception as fault:  # noqa: BLE001 the gate: whatever went wrong, the reader is told
            event = OperationFailed(job, f"Briefing made a mistake ({type(fault).__name__}: {fault}).")
        if not self._closing:
            self._emit(event)

    def _unless_closing(self, read: "ReadAgain") -> "ReadAgain":
        def reading(original: bytes, origin: Origin) -> "Sequence[Article] | Unread":
            if self._closing:
                raise LibraryFailure("Briefing was closed before it was done.")
            return read(original, origin)

        return reading

    def _wait(self, seconds: float | None = None) -> None:
        """Wait until nothing is done beside the library's thread."""
        for thread in self._running:
            thread.join(seconds)

    def _do(self, job: int, act: Callable[[Library], None]) -> int:
        return self._enqueue(job, act, lambda sentence: OperationFailed(job, sentence))


def repaired(repair: Repair, folder: Path, tell: Callable[[Event], None]) -> None:
    """Do a repair, while nobody of this service has the library open, and tell what became of it."""
    try:
        tell(repair.act(folder))
    except LibraryFailure as failure:
        tell(OperationFailed(repair.job, failure.sentence))
    except Exception as fault:  # noqa: BLE001 the gate: a repair that failed must not end the library's thread
        sentence = f"Briefing made a mistake ({type(fault).__name__}: {fault}); the library is opened as it is now."
        tell(OperationFailed(repair.job, sentence))


def _what_is_left(originals: int, there: int) -> Iterator[str]:
    if originals:
        files = "1 original file is" if originals == 1 else f"{originals} original files are"
        yield f"{files} beside it and read again as articles, without what you wrote on them."
    if there:
        yield f"Backups are still there ({there}): one of them may hold more than this."
