"""What is done with a library as a whole: backed up, restored, salvaged, written to one file, and taken in from one."""

import itertools
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.library import Library, LibraryFailure, Store, queries
from briefing.model import Article, Binned, Origin
from briefing.model.message import Message, together
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
    """Something done to a library while the service has it closed.

    Attributes:
        job: number under which it is answered.
        act: does it; gives the event that tells what was done.
    """

    job: int
    act: Callable[[], LibraryRestored]


class WholeLibrary:
    """The acts on a whole library, on the library's thread, or beside it if they take long.

    Args:
        store: where the library is kept.
        numbers: gives numbers of jobs.
        enqueue: has something done with the open library.
        repair: has something done while the library is closed, whether it could be opened or not.
        import_files: imports files in the background.
        analyse_waiting: has articles analysed in the background that are not yet.
        language: tells the code of the reader's language.
        tell: gets the answers.
    """

    def __init__(
        self,
        store: Store,
        numbers: "itertools.count[int]",
        enqueue: Enqueue,
        repair: Callable[[Repair], None],
        import_files: Callable[[Iterable[Path]], int],
        analyse_waiting: Callable[[], None],
        language: Callable[[], str],
        tell: Callable[[Event], None],
    ) -> None:
        self._store = store
        self._numbers = numbers
        self._enqueue = enqueue
        self._repair = repair
        self._import = import_files
        self._analyse_waiting = analyse_waiting
        self._language = language
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
            self._emit(BackupsTold(job, tuple(self._store.backups())))

        job = next(self._numbers)
        return self._do(job, act)

    def back_up(self) -> int:
        """Make a backup now; answered by `LibraryDone`."""

        def act(library: Library) -> None:
            self._emit(LibraryDone(job, Message.of("backup.made", path=str(library.back_up().path)), None))

        job = next(self._numbers)
        return self._do(job, act)

    def empty_bin(self, chosen: Sequence[Binned]) -> int:
        """Delete for good these of the bin, from backups, too; answered by `LibraryDone`."""

        def act(library: Library) -> Event:
            erased = library.empty_bin(chosen)
            told = erased.messages or (Message("bin.gone_everywhere"),)
            lying = len(library.ask(queries.Bin()))
            stays = Message.of("bin.stays", n=lying) if lying else Message("bin.empty")
            return LibraryDone(job, together((stays, *told)), None, changed=True, gone=erased.articles)

        job = next(self._numbers)
        return self._beside(job, act)

    def restore(self, backup: Path) -> int:
        """Put a backup back, also of a library that could not be opened; answered by `LibraryRestored`.

        What the library was before is kept as a backup, or set aside if it is damaged.
        """

        def act() -> LibraryRestored:
            self._wait()
            before = self._store.restore(backup)
            message = Message.of("backup.restored", name=backup.name, before=str(before))
            return LibraryRestored(job, message)

        job = next(self._numbers)
        self._repair(Repair(job, act))
        return job

    def salvage(self) -> int:
        """Save what can be read of a damaged library into a new one; answered by `LibraryRestored`.

        Originals of which it holds no article any more are imported again.
        """

        def act() -> LibraryRestored:
            self._wait()
            saved = self._store.salvage()
            originals = self._store.forgotten_originals()
            there = tuple(self._store.backups())
            message = together((saved.message, *_what_is_left(len(originals), len(there))))
            importing = self._import(originals) if originals else 0
            return LibraryRestored(job, message, bool(saved.lost) or not saved.complete, there, importing)

        job = next(self._numbers)
        self._repair(Repair(job, act))
        return job

    def export(self, path: Path, article_ids: Sequence[int] = ()) -> int:
        """Write all of the library, or some articles of it, to a `.briefing` file; answered by `LibraryDone`."""

        def act(library: Library) -> None:
            from briefing.library.archive_export import export_library

            number = export_library(library, path, article_ids)
            self._emit(LibraryDone(job, Message.of("archive.written", name=path.name, n=number), path))

        job = next(self._numbers)
        return self._do(job, act)

    def take_in(self, path: Path) -> int:
        """Merge a `.briefing` file, or a file of annotations, into the library; answered by `LibraryDone`."""

        def act(library: Library) -> Event:
            from briefing.library.annotation_import import holds_annotations, import_annotations
            from briefing.library.archive_import import import_library

            more: tuple[Message, ...] = ()
            if holds_annotations(path):
                told = import_annotations(library, path, self._language()).message
            else:
                from briefing.service.reader import Reader

                with Reader() as reader:
                    done = import_library(library, path, self._unless_closing(reader.again), self._language())
                told, more = done.message, done.messages
                self._analyse_waiting()
            message = together((Message.of("archive.imported", name=path.name, told=told), *more))
            return LibraryDone(job, message, path, changed=True)

        job = next(self._numbers)
        return self._beside(job, act)

    def beside(self, act: Callable[[int, Library], Event]) -> int:
        """Do what takes long with the library, on a thread and a connection of its own; gives the number of the job."""
        job = next(self._numbers)
        return self._beside(job, lambda library: act(job, library))

    def _beside(self, job: int, act: Callable[[Library], Event]) -> int:
        """Do what takes long on a thread and a connection of its own: what the reader writes meanwhile is kept."""
        thread = threading.Thread(target=self._done_beside, args=(job, act), name="briefing whole library", daemon=True)
        self._running = [*(one for one in self._running if one.is_alive()), thread]
        thread.start()
        return job

    def _done_beside(self, job: int, act: Callable[[Library], Event]) -> None:
        try:
            library = self._store.open()
            try:
                event = act(library)
            finally:
                library.close()
        except LibraryFailure as failure:
            event = OperationFailed(job, failure.message)
        except Exception as fault:  # noqa: BLE001 the gate: whatever went wrong, the reader is told
            event = OperationFailed(job, Message.of("mistake.library", kind=type(fault).__name__, fault=str(fault)))
        if not self._closing:
            self._emit(event)

    def _unless_closing(self, read: "ReadAgain") -> "ReadAgain":
        def reading(original: bytes, origin: Origin) -> "Sequence[Article] | Unread":
            if self._closing:
                raise LibraryFailure(Message("library.closed_before"))
            return read(original, origin)

        return reading

    def _wait(self, seconds: float | None = None) -> None:
        """Wait until nothing is done beside the library's thread."""
        for thread in self._running:
            thread.join(seconds)

    def _do(self, job: int, act: Callable[[Library], None]) -> int:
        return self._enqueue(job, act, lambda message: OperationFailed(job, message))


def repaired(repair: Repair, tell: Callable[[Event], None]) -> None:
    """Do a repair, while nobody of this service has the library open, and tell what became of it."""
    try:
        tell(repair.act())
    except LibraryFailure as failure:
        tell(OperationFailed(repair.job, failure.message))
    except Exception as fault:  # noqa: BLE001 the gate: a repair that failed must not end the library's thread
        message = Message.of("mistake.repair", kind=type(fault).__name__, fault=str(fault))
        tell(OperationFailed(repair.job, message))


def _what_is_left(originals: int, there: int) -> Iterator[Message]:
    if originals:
        yield Message.of("salvage.originals", n=originals)
    if there:
        yield Message.of("salvage.backups", number=there)
