"""Keeps the bytes of opened files beside the database, named by their digest and never changed."""

import contextlib
import os
import re
import tempfile
from pathlib import Path

from briefing.library.library_errors import LibraryFailure
from briefing.library.paths import ORIGINALS
from briefing.library.privacy import make_folder
from briefing.model.identifiers import digest_of
from briefing.model.message import Message

_NAME = re.compile("[0-9a-f]{64}")


class Originals:
    """A folder of files by SHA-256: `ab/abcdef…`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, original: bytes) -> str:
        """Write the bytes, unless they are there already and as long, and return their digest.

        Raises:
            LibraryFailure: if they cannot be written.
        """
        digest = digest_of(original)
        path = self.path(digest)
        try:
            if not path.exists() or path.stat().st_size != len(original):
                _write_whole(path, original)
        except OSError as fault:
            raise LibraryFailure(
                Message.of("original.not_kept", folder=str(self._folder), fault=str(fault.strerror))
            ) from fault
        return digest

    def read(self, digest: str) -> bytes:
        """The bytes with this digest.

        Raises:
            LibraryFailure: if they are not there or are not what they were.
        """
        try:
            original = self.path(digest).read_bytes()
        except OSError as fault:
            raise LibraryFailure(
                Message.of("original.unreadable", digest=digest[:12], fault=str(fault.strerror))
            ) from fault
        if digest_of(original) != digest:
            raise LibraryFailure(Message.of("original.damaged", digest=digest[:12]))
        return original

    def holds(self, digest: str) -> bool:
        """Whether there are bytes with this digest, be they damaged."""
        return self.path(digest).exists()

    def discard(self, digest: str) -> None:
        """Delete the bytes with this digest; what cannot be deleted stays, which does no harm."""
        with contextlib.suppress(OSError):
            self.path(digest).unlink(missing_ok=True)

    def path(self, digest: str) -> Path:
        """Where the bytes with this digest lie, if they are there."""
        return self._folder / digest[:2] / digest


def original_path(library_folder: Path, digest: str) -> Path:
    """Where the original with this digest lies in a library, if it is there."""
    return Originals(library_folder / ORIGINALS).path(digest)


def originals_in(folder: Path) -> list[Path]:
    """The files in a folder of originals that are still what their names say, in the order in which they came."""
    found = [path for path in folder.glob("??/*") if _NAME.fullmatch(path.name) and path.is_file()]
    sound = [path for path in found if _is_sound(path)]
    return sorted(sound, key=lambda path: (path.stat().st_mtime, path.name))


def _is_sound(path: Path) -> bool:
    try:
        return digest_of(path.read_bytes()) == path.name
    except OSError:
        return False


def _write_whole(path: Path, content: bytes) -> None:
    make_folder(path.parent.parent)
    make_folder(path.parent)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".new-")
    unfinished = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
        sync_folder(path.parent)
    finally:
        unfinished.unlink(missing_ok=True)


def sync(path: Path) -> None:
    """Put what a file holds on the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Put the new name on the disk, too, so that a power cut cannot take it; Windows does so by itself."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
