"""A zip of several files, read in place and with limits: sizes are checked before, and counted while, it unpacks."""

import io
import zipfile
import zlib
from pathlib import Path
from types import TracebackType
from typing import Self

from briefing.intake.intake_errors import IntakeFailure, TooLarge, UnreadableFile, Unsupported, legible
from briefing.intake.open_document import LARGEST
from briefing.model.message import Message

MOST_PARTS = 20_000
"""Entries that an archive may hold."""

LARGEST_INNER = 200_000_000
"""Bytes of the largest archive within an archive, which is unpacked in memory."""

_RATIO = 200
_SMALL = 1_000_000
"""An entry larger than this that was packed by more than the ratio is taken for a bomb."""

BOUNDED = frozenset((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))
"""Ways of packing that Python unpacks a limited piece at a time. Of the others, 4 KB may become gigabytes at once."""

_DOCUMENTS = frozenset(("[Content_Types].xml", "META-INF/container.xml", "mimetype", "META-INF/MANIFEST.MF"))
"""Entries by which documents and programs are told that are packed as zips but are one thing."""

_START = b"PK\x03\x04"
_FAULTS = (KeyError, ValueError, zipfile.BadZipFile, zlib.error, EOFError, OSError, OverflowError)


def is_archive(place: Path | io.BytesIO) -> bool:
    """Whether a file is a zip of several files, and not a document that is packed as one.

    Raises:
        OSError: if it cannot be read.
    """
    if isinstance(place, Path):
        if not place.is_file():
            return False
        with place.open("rb") as file:
            start = file.read(4)
    else:
        start = place.getvalue()[:4]
    if start != _START:
        return False
    try:
        with zipfile.ZipFile(place) as packed:
            names = frozenset(packed.namelist()[:MOST_PARTS])
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError):
        return False
    of_web = "datapackage.json" in names and any(name.startswith("archive/") for name in names)
    return bool(names) and not names & _DOCUMENTS and not of_web


class Archive:
    """An open zip.

    Attributes:
        unpacked_size: bytes that all entries say they unpack to.
    """

    def __init__(self, packed: zipfile.ZipFile, name: str) -> None:
        self._zip = packed
        self._name = name
        self._parts = {part.filename: part for part in packed.infolist() if not part.is_dir()}
        self.unpacked_size = sum(part.file_size for part in self._parts.values())

    @classmethod
    def open(cls, place: Path | io.BytesIO, name: str = "") -> Self:
        """Open a zip on disk or in memory.

        Raises:
            UnreadableFile: if it is damaged.
            TooLarge: if it holds more entries than may be listed.
        """
        shown = name or (place.name if isinstance(place, Path) else "")
        try:
            packed = zipfile.ZipFile(place)
        except (*_FAULTS, NotImplementedError) as fault:
            raise UnreadableFile(shown, Message.of("archive_file.damaged", name=legible(shown))) from fault
        if len(packed.infolist()) > MOST_PARTS:
            packed.close()
            raise TooLarge(shown, Message.of("archive_file.too_many", name=legible(shown), most=MOST_PARTS))
        return cls(packed, shown)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def names(self) -> list[str]:
        """Names of all entries that are files, in order."""
        return sorted(self._parts)

    def read(self, part: str, most: int = LARGEST) -> bytes:
        """The bytes of an entry.

        Raises:
            UnreadableFile: if it is damaged or encrypted.
            TooLarge: if it unpacks to more than `most` bytes, or was packed like a bomb.
            Unsupported: if it was packed in a way that is not known.
        """
        shown = part.replace("\\", "/").rpartition("/")[2]
        entry = self._parts.get(part)
        if entry and (
            entry.file_size > most
            or (entry.file_size > _SMALL and entry.file_size > _RATIO * max(1, entry.compress_size))
        ):
            raise self._too_large(shown)
        if entry and entry.compress_type not in BOUNDED:
            raise _unknown_compression(shown)
        try:
            with self._zip.open(entry or part) as file:
                data = file.read(most + 1)
        except NotImplementedError as fault:
            raise _unknown_compression(shown) from fault
        except RuntimeError as fault:
            raise UnreadableFile(
                shown, Message.of("archive_file.password", part=legible(shown), name=legible(self._name))
            ) from fault
        except _FAULTS as fault:
            raise UnreadableFile(
                shown, Message.of("archive_file.damaged_in", part=legible(shown), name=legible(self._name))
            ) from fault
        if len(data) > most:
            raise self._too_large(shown)
        return data

    def may_hold_more(self, part: str) -> bool:
        """Whether an entry starts like a zip; whatever cannot be looked at does not."""
        return self.head(part, len(_START)) == _START

    def head(self, part: str, most: int = 65_536) -> bytes:
        """The first bytes of an entry; none of what cannot be looked at."""
        entry = self._parts[part]
        if entry.compress_type not in BOUNDED:
            return b""
        try:
            with self._zip.open(entry) as file:
                return file.read(most)
        except (*_FAULTS, RuntimeError):
            return b""

    def is_inner(self, part: str) -> bool:
        """Whether an entry is an archive of its own.

        Raises:
            IntakeFailure: if it cannot be unpacked.
        """
        return is_archive(io.BytesIO(self.read(part, LARGEST_INNER)))

    def inner(self, part: str) -> "Archive":
        """An archive within this one.

        Raises:
            IntakeFailure: if it cannot be unpacked.
        """
        return Archive.open(io.BytesIO(self.read(part, LARGEST_INNER)), part.rpartition("/")[2])

    def close(self) -> None:
        """Close the file."""
        self._zip.close()

    def _too_large(self, shown: str) -> IntakeFailure:
        return TooLarge(shown, Message.of("archive_file.too_large_in", part=legible(shown), name=legible(self._name)))


def _unknown_compression(shown: str) -> Unsupported:
    return Unsupported(shown, Message.of("archive_file.packing", name=legible(shown)))
