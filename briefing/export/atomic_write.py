"""Writes a whole file or nothing: a temporary file beside the target, then one atomic replacement."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from uuid import uuid4

from briefing.export.export_errors import ExportFailure
from briefing.model.message import Message

_PART = ".part"

_LONGEST = 60
"""Characters of a file's name, which a window has room for and every system takes, also in a deep folder."""


def file_name_for(title: str) -> str:
    """A name, without a suffix, for the file of a brief with this title; every system takes it."""
    name = " ".join("".join(sign for sign in title if sign.isalnum() or sign in " -").split())
    if len(name) > _LONGEST:
        # No word is cut in two, unless there is none that could be left out whole.
        whole, _, rest = name[: _LONGEST + 1].rpartition(" ")
        name = whole or rest[:_LONGEST]
    return name.strip(" -") or "brief"


def is_folder(given: str) -> bool:
    """Whether a place that is named is a folder: it is one, or its name ends as that of one does."""
    separators = tuple(filter(None, (os.sep, os.altsep)))
    return bool(given) and (given.endswith(separators) or Path(given).is_dir())


def write_whole(path: Path, data: bytes) -> None:
    """Put `data` at `path`; a file that stood there stays whole until the new one is on disk.

    Raises:
        ExportFailure: if the folder is missing, may not be written to, or the disk is full.
    """
    with whole_file(path) as waiting, waiting.open("r+b") as file:
        file.write(data)


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """An empty file to be written; it goes to `path` once it is, and what stood there stays whole until then.

    Raises:
        ExportFailure: if the folder is missing, may not be written to, or the disk is full.
    """
    try:
        with _replacing(path) as waiting:
            yield waiting
    except OSError as fault:
        raise ExportFailure(path, _message(path, fault)) from fault


@contextmanager
def _replacing(path: Path) -> Iterator[Path]:
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, "is a folder", str(path))
    waiting = path.with_name(f"{_beginning(path)}{uuid4().hex}{_PART}")
    try:
        # Made by the system, so that a new file has the mode that the reader's own rules give it.
        waiting.open("xb").close()
        yield waiting
        with waiting.open("r+b") as file:
            os.fsync(file.fileno())
        if path.exists():
            waiting.chmod(path.stat().st_mode & 0o777)
        waiting.replace(path)
    finally:
        waiting.unlink(missing_ok=True)


def remove_halves(path: Path) -> None:
    """Remove what a process left that was ended while it wrote a file to `path`."""
    with suppress(OSError):
        for half in path.parent.iterdir():
            if half.name.startswith(_beginning(path)) and half.name.endswith(_PART):
                half.unlink(missing_ok=True)


def _beginning(path: Path) -> str:
    return f".{path.name[:40]}."


def _message(path: Path, fault: OSError) -> Message:
    place = str(path.parent)
    match fault:
        case FileNotFoundError():
            return Message.of("export.no_folder", name=path.name, place=str(place))
        case IsADirectoryError():
            return Message.of("export.is_folder", path=str(path))
        case NotADirectoryError():
            return Message.of("export.no_folder_but_file", name=path.name, place=str(place))
        case PermissionError():
            return Message.of("export.forbidden", name=path.name, place=str(place))
    if fault.errno in (errno.ENOSPC, errno.EDQUOT):
        return Message.of("export.disk_full", name=path.name, place=str(place))
    return Message.of("export.failed", name=path.name, fault=fault.strerror or str(fault))
