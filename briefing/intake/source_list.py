"""Lists what a folder or a zip holds, to be opened one by one; archives are read in place, never unpacked to disk."""

import os
import re
import stat
from collections.abc import Callable, Iterable, Iterator
from dataclasses import field, replace
from functools import partial
from pathlib import Path, PurePosixPath

from briefing.intake.bundle import Piece, pieces_in
from briefing.intake.format_signs import is_highlights
from briefing.intake.intake_errors import IntakeFailure, TooLarge, UnreadableFile, legible
from briefing.intake.intake_formats import is_export
from briefing.intake.open_document import Opened, bytes_of, read_bytes, read_file, read_list
from briefing.intake.text_decoder import name_of
from briefing.intake.text_metadata import with_facts
from briefing.intake.zip_archive import Archive, is_archive
from briefing.model import Origin
from briefing.model.message import Message
from briefing.records import dataclass

MOST_SOURCES = 50_000
"""Files that are listed of everything given at once."""

MOST_SKIPPED = 1_000
"""Files passed over that are listed."""

DEEPEST = 3
"""How many archives may lie within one another."""

MOST_UNPACKED = 4_000_000_000
"""Bytes that all archives given at once may unpack to; no more than one file's are ever held in memory."""

_COMPANIONS = re.compile(
    r"\.(css|m?js|map|json|png|jpe?g|gif|svg|webp|avif|ico|bmp|tiff?|woff2?|[ot]tf|mp[34]|webm|ogg|m4a|wav|mov|avi|db|ini"
    r"|lnk|download|part|crdownload|tmp)$",
    re.IGNORECASE,
)
"""Endings of what lies beside articles in a folder and is passed over there; given alone, it is tried."""

_DATA = re.compile(r"\.(js|json)$", re.IGNORECASE)
_HIGHLIGHTS = re.compile(r"\.(?:json|csv)$|clipping.*\.txt$", re.IGNORECASE)
HEAD = 65_536
"""Bytes at the top of a script or a file of data by which it is told whether there is something to read in it."""


def outside(name: str) -> Message:
    """What is said of a file of which `leads_out` is so."""
    return Message.of("listing.outside", name=legible(name))


_PAGE_FOLDERS = ("_files", "-files", ".files", "_Dateien", "-Dateien", "_fichiers", "_archivos", "_file", "_bestanden")
"""What browsers append to a saved page's name for the folder of its pictures and styles."""


@dataclass(frozen=True, slots=True)
class Source:
    """One file to be opened.

    Attributes:
        path: the file on disk, or the archive that holds it.
        parts: where it lies within archives: the entry of the outermost first; empty for a file on disk.
        piece: which article in the file, if it holds several, counted from 0.
        title: of that article.
        facts: what a list of references tells of it, or None.
        tags: that the list has for it.
        is_list: whether it is a list of links that is to be kept as such.
    """

    path: Path
    parts: tuple[str, ...] = ()
    piece: int | None = None
    title: str = ""
    facts: Origin | None = None
    tags: tuple[str, ...] = ()
    is_list: bool = False

    @property
    def name(self) -> str:
        """The file's own name, or the title of the article in it."""
        return self.title or self.file_name

    @property
    def file_name(self) -> str:
        """The file's own name."""
        return PurePosixPath(_harmless(self.parts[-1])).name if self.parts else self.path.name

    @property
    def place(self) -> str:
        """Path and place within archives, to be kept as the article's file; never leads out of the archive."""
        return "/".join((name_of(self.path), *(_harmless(part) for part in self.parts)))


@dataclass(slots=True)
class Listing:
    """What was found: files to be opened, why others were not, and what was passed over as no article."""

    sources: list[Source] = field(default_factory=list)
    failures: list[IntakeFailure] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)

    def skip(self, place: str) -> None:
        """Take note that something is passed over; of very much, of the first of it."""
        if len(self.skipped) < MOST_SKIPPED:
            self.skipped.append(place)


def is_collection(path: Path) -> bool:
    """Whether a path is a folder or a zip of several files, and not a document that is packed as a zip."""
    try:
        return path.is_dir() or (path.is_file() and is_archive(path))
    except OSError:
        return False


def sources_in(paths: Iterable[Path]) -> Listing:
    """All files to be opened in files, folders and zips, in the order of their names; each once.

    Pictures, styles and the like in folders, hidden files and the folders of saved pages are passed over. What cannot
    be listed is among the failures.
    """
    collecting = _Collecting()
    for path in paths:
        collecting.add(path)
    # What was noted on other files comes behind these: it goes to them.
    collecting.listing.sources.sort(key=lambda source: not source.parts and is_about_others(source.path))
    return collecting.listing


def is_about_others(path: Path) -> bool:
    """Whether a file holds highlights on works that lie elsewhere; only those are looked into that may."""
    return bool(_HIGHLIGHTS.search(path.name)) and is_highlights(_head(path))


class Sources:
    """Opens sources one after another; the archive of the last one stays open for the next."""

    def __init__(self) -> None:
        self._archive: tuple[tuple[Path, tuple[str, ...]], Archive] | None = None
        self._pieces: tuple[tuple[Path, tuple[str, ...]], tuple[Piece, ...]] | None = None

    def read(self, source: Source) -> Opened:
        """The article in a source.

        Raises:
            OffersArticles: if it is a feed.
            IntakeFailure: if it cannot be opened or holds no article.
        """
        opened = self._opened(source)
        return replace(opened, article=with_facts(opened.article, source.facts)) if source.facts else opened

    def _opened(self, source: Source) -> Opened:
        if source.piece is not None:
            return read_bytes(self._piece(source, source.piece), source.place)
        self._pieces = None
        if source.is_list:
            return read_list(self.bytes_of(source), source.place)
        if not source.parts:
            return read_file(source.path)
        return read_bytes(self.bytes_of(source), source.place)

    def bytes_of(self, source: Source) -> bytes:
        """The bytes of the file that a source is, or is in.

        Raises:
            IntakeFailure: if they cannot be had.
        """
        if not source.parts:
            return bytes_of(source.path)
        return self._open(source.path, source.parts[:-1]).read(source.parts[-1])

    def _piece(self, source: Source, number: int) -> bytes:
        """The bytes of one of the articles in a file, which is taken apart once for all of them."""
        place = (source.path, source.parts)
        if self._pieces is None or self._pieces[0] != place:
            self._pieces = place, pieces_in(self.bytes_of(source), source.file_name)
        pieces = self._pieces[1]
        if number >= len(pieces):
            raise UnreadableFile(source.file_name, Message.of("intake.changed", name=legible(source.file_name)))
        return pieces[number].data

    def close(self) -> None:
        """Close the archive that is open."""
        self._pieces = None
        if self._archive:
            self._archive[1].close()
        self._archive = None

    def _open(self, path: Path, parts: tuple[str, ...]) -> Archive:
        if self._archive is None or self._archive[0] != (path, parts):
            self.close()
            archive = Archive.open(path)
            for part in parts:
                archive = archive.inner(part)
            self._archive = ((path, parts), archive)
        return self._archive[1]


class _Collecting:
    """A listing on its way, with what it has cost so far."""

    def __init__(self) -> None:
        self.listing = Listing()
        self._seen: set[Path] = set()
        self._unpacked = 0
        self._given_up = False

    def add(self, path: Path) -> None:
        """List a path that the reader gave."""
        try:
            if path.is_dir():
                self._add_folder(path)
            elif is_archive(path):
                self._add_archive(Archive.open(path), path, ())
            else:
                self._add_file(path)
        except OSError as fault:
            reason = fault.strerror or Message("listing.silent")
            self._fail(
                UnreadableFile(name_of(path), Message.of("listing.failed", name=legible(path.name), reason=reason))
            )
        except IntakeFailure as failure:
            self._fail(failure)

    def _add_folder(self, folder: Path) -> None:
        for path in files_in(folder, self._fail, self.listing.skip):
            if self._given_up:
                return
            self.add(path)

    def _add_file(self, path: Path) -> None:
        if path.absolute() in self._seen or self._is_full(path):
            return
        self._seen.add(path.absolute())
        self.listing.sources.append(Source(path))

    def _add_archive(self, archive: Archive, path: Path, parts: tuple[str, ...]) -> None:
        if path.absolute() in self._seen and not parts:
            return
        self._seen.add(path.absolute())
        with archive:
            self._unpacked += archive.unpacked_size
            if self._unpacked > MOST_UNPACKED:
                raise TooLarge(name_of(path), Message.of("listing.too_large", name=legible(path.name)))
            for part in archive.names():
                if self._is_full(path):
                    return
                if _is_hidden(part) or _is_companion(part, partial(archive.head, part)):
                    self.listing.skip(Source(path, (*parts, part)).place)
                else:
                    self._add_part(archive, path, (*parts, part))

    def _add_part(self, archive: Archive, path: Path, parts: tuple[str, ...]) -> None:
        source = Source(path, parts)
        if not archive.may_hold_more(parts[-1]):
            self.listing.sources.append(source)
            return
        try:
            if not archive.is_inner(parts[-1]):
                self.listing.sources.append(source)
            elif len(parts) >= DEEPEST:
                words = Message.of("listing.too_deep", name=legible(source.name))
                self._fail(TooLarge(source.place, words))
            else:
                self._add_archive(archive.inner(parts[-1]), path, parts)
        except IntakeFailure as failure:
            self._fail(failure)

    def _is_full(self, path: Path) -> bool:
        if len(self.listing.sources) < MOST_SOURCES:
            return False
        if not self._given_up:
            self._given_up = True
            self._fail(
                TooLarge(
                    name_of(path),
                    Message.of("listing.too_many", name=legible(path.name), most=MOST_SOURCES),
                )
            )
        return True

    def _fail(self, failure: IntakeFailure) -> None:
        self.listing.failures.append(failure)


def files_in(
    folder: Path, fail: Callable[[IntakeFailure], None], skip: Callable[[str], None] | None = None
) -> Iterator[Path]:
    """Files of a folder and its folders, by name, none of them opened.

    Without hidden ones, pictures and the like, and the folders of saved pages, of which `skip` hears; `fail` hears of
    folders that refuse, and of links to files elsewhere: whoever may put a file here must not choose from all that the
    reader may read.
    """

    def refused(fault: OSError) -> None:
        name = name_of(Path(fault.filename or folder))
        words = Message.of("listing.folder", name=legible(Path(name).name), reason=str(fault.strerror))
        fail(UnreadableFile(name, words))

    root = folder.resolve()
    # Links to folders are not followed: they may lead in a circle, and out.
    for place, folders, files in os.walk(folder, onerror=refused):
        inside = sorted(folders)
        folders[:] = [
            name
            for name in inside
            if not _is_hidden(name) and not _is_of_page(name, files) and not _is_junction(Path(place, name))
        ]
        over = [f"{name_of(Path(place, name))}{os.sep}" for name in inside if name not in folders]
        for name in sorted(files):
            path = Path(place, name)
            if _is_hidden(name) or not path.is_file() or _is_companion(name, partial(_head, path)):
                over.append(name_of(path))
            elif leads_out(path, root):
                fail(UnreadableFile(name_of(path), outside(name)))
            else:
                yield path
        if skip is not None:
            for passed in over:
                skip(passed)


def _is_companion(name: str, head: Callable[[], bytes]) -> bool:
    """Whether a file is what lies beside articles; of scripts and data, those with messages or the like are none."""
    return bool(_COMPANIONS.search(name)) and not (_DATA.search(name) and is_export(head()))


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(HEAD)
    except OSError:
        return b""


def leads_out(path: Path, folder: Path) -> bool:
    """Whether what lies in a folder, whose own path is resolved, is a link to a file elsewhere."""
    return path.is_symlink() and not path.resolve().is_relative_to(folder)


def _is_junction(folder: Path) -> bool:
    """Whether a folder is what Windows has for a link to another one."""
    try:
        return getattr(folder.lstat(), "st_reparse_tag", 0) == getattr(stat, "IO_REPARSE_TAG_MOUNT_POINT", -1)
    except OSError:
        return False


def _is_of_page(folder: str, files: list[str]) -> bool:
    stems = {name.rpartition(".")[0] for name in files if name.lower().endswith((".html", ".htm", ".xhtml"))}
    return any(folder.endswith(ending) and folder[: -len(ending)] in stems for ending in _PAGE_FOLDERS)


def _is_hidden(name: str) -> bool:
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return any(part == "__MACOSX" or (part.startswith((".", "~$")) and part not in (".", "..")) for part in parts)


def _harmless(part: str) -> str:
    """The name of an archive's entry without what leads up, to a drive or to the root."""
    parts = PurePosixPath(part.replace("\\", "/")).parts
    return "/".join(p.replace(":", "_") for p in parts if p not in ("/", "//", "..", ".")) or "_"
