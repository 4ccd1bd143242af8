"""A working copy of collections of a desk's library on this machine, and what was written in it brought back."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.library import Library, LibraryFailure, queries, store_at
from briefing.library.paths import DATABASE
from briefing.library.privacy import make_folder
from briefing.model import Shelf, ShelfKind
from briefing.model.message import Message, together
from briefing.service.events import Event, LibraryDone

if TYPE_CHECKING:
    from briefing.library.archive_import import Imported
    from briefing.library.merge_ancestor import MergeBase

FOLDER = "offline"
"""Name of the folder, in that of the desk on this machine, in which the copy is a library like any other."""

_NAME, _BROUGHT_BACK, _BASE = "desk.txt", "brought-back.txt", "base.json"


def copy_at(folder: Path) -> Path | None:
    """Where the working copy of a desk is, whose folder on this machine this is; None if there is none."""
    copy = folder / FOLDER
    return copy if (copy / DATABASE).is_file() else None


def copied_desk(folder: Path) -> str:
    """What the desk is called of which the library in this folder is a copy; nothing if of none."""
    try:
        return (folder / _NAME).read_text(encoding="utf-8").strip() if folder.name == FOLDER else ""
    except (OSError, UnicodeDecodeError):
        return ""


class OfflineCopy:
    """The working copy of one desk; both ways go by the rules by which `.briefing` files are merged.

    Args:
        folder: of the desk on this machine.
        desk: what it is called.
        beside: does something with the desk's library on a thread of its own; gives the number of the job.
        language: tells the code of the reader's language.
    """

    def __init__(
        self,
        folder: Path,
        desk: str,
        beside: Callable[[Callable[[int, Library], Event]], int],
        language: Callable[[], str],
    ) -> None:
        self._language = language
        self._folder = folder / FOLDER
        self._desk = desk
        self._beside = beside

    def take_along(self, collection_id: str) -> int:
        """Copy the articles of a collection, with what the reader sees on them; answered by `LibraryDone`."""

        def act(job: int, library: Library) -> Event:
            shelf = Shelf(ShelfKind.COLLECTION, collection_id)
            numbers = [kept.id for kept in library.ask(queries.Articles(shelf))]
            self._make_folder()
            copy = store_at(self._folder).open()
            try:
                told: tuple[Message, ...] = ()
                if numbers:
                    done = self._merge(library, copy, numbers)
                    told = (done.message, *done.messages)
                    self._keep_base(self._base().joined(done.base))
                _copy_findings(library, copy, numbers)
            finally:
                copy.close()
            self._note(_BROUGHT_BACK, self._state())
            return LibraryDone(job, together((Message.of("desk.taken_along", n=len(numbers)), *told)))

        return self._beside(act)

    def bring_back(self) -> int:
        """Merge what was written in the copy since into the desk's library; 0 if there is nothing to be brought."""
        if not (self._folder / DATABASE).is_file() or self._noted(_BROUGHT_BACK) == self._state():
            return 0

        def act(job: int, library: Library) -> Event:
            if library.read_only:
                raise LibraryFailure(library.read_only)
            copy = store_at(self._folder).open()
            try:
                done = self._merge(copy, library)
            finally:
                copy.close()
            self._keep_base(done.base)
            self._note(_BROUGHT_BACK, self._state())
            return LibraryDone(
                job, together((Message("desk.brought_back"), done.message, *done.messages)), changed=True
            )

        return self._beside(act)

    def _make_folder(self) -> None:
        try:
            make_folder(self._folder)
        except OSError as fault:
            told = Message.of("library.no_folder", folder=str(self._folder), fault=str(fault.strerror))
            raise LibraryFailure(told) from fault
        self._note(_NAME, self._desk)

    def _merge(self, source: Library, target: Library, numbers: Sequence[int] = ()) -> Imported:
        """Merge articles of the one, or all of it, into the other, by what both last had alike."""
        from briefing.library.archive_export import export_library
        from briefing.library.archive_import import import_library
        from briefing.service.reader import Reader

        with tempfile.TemporaryDirectory(prefix="briefing-") as folder, Reader() as reader:
            path = Path(folder, "copy.briefing")
            export_library(source, path, numbers)
            return import_library(target, path, reader.again, self._language(), self._base(), is_whole=not numbers)

    def _base(self) -> MergeBase:
        from briefing.library.merge_ancestor import MergeBase, read_base

        return read_base(self._folder / _BASE) or MergeBase()

    def _keep_base(self, base: MergeBase) -> None:
        from briefing.library.merge_ancestor import write_base

        try:
            write_base(self._folder / _BASE, base)
        except OSError as fault:
            raise self._not_written(_BASE, fault) from fault

    def _state(self) -> str:
        """What is another one once something was written in the copy."""
        files = (self._folder / f"{DATABASE}{end}" for end in ("", "-wal"))
        return " ".join(f"{path.stat().st_mtime_ns} {path.stat().st_size}" for path in files if path.exists())

    def _noted(self, name: str) -> str:
        try:
            return (self._folder / name).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            return ""

    def _note(self, name: str, words: str) -> None:
        try:
            (self._folder / name).write_text(words, encoding="utf-8")
        except OSError as fault:
            raise self._not_written(name, fault) from fault

    def _not_written(self, name: str, fault: OSError) -> LibraryFailure:
        return LibraryFailure(Message.of("file.not_written", path=str(self._folder / name), fault=str(fault.strerror)))


def _copy_findings(source: Library, target: Library, numbers: list[int]) -> None:
    """Copy what was found in the articles, so that nothing is analysed twice."""
    for number in numbers:
        analysis = source.ask(queries.NewestAnalysis(number))
        there = target.ask(queries.ArticleByDigest(source.ask(queries.ListedArticle(number)).origin.digest))
        same = there is not None and (
            target.ask(queries.WholeArticle(there.id)).text == source.ask(queries.WholeArticle(number)).text
        )
        if analysis is not None and there is not None and same:
            target.keep_analysis(there.id, analysis)
