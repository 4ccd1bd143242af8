"""Sets file permissions so that other users of the machine cannot read the library.

On POSIX only; on Windows, what lies in the reader's own folders is closed to others already.
"""

import contextlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from briefing.library.paths import DATABASE, ORIGINALS, PICTURES, QT_SETTINGS, SETTINGS

FOLDER_MODE, FILE_MODE = 0o700, 0o600

_SET_ASIDE = "damaged-"
_BESIDE = (DATABASE, SETTINGS, QT_SETTINGS, _SET_ASIDE)
_ORIGINALS = (f"{ORIGINALS}/??", f"{ORIGINALS}/??/*")


def make_folder(path: Path) -> None:
    """Make a folder, if there is none, that is closed to others; those that it lies in are made as usual.

    Raises:
        OSError: if it cannot be made.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    path.mkdir(mode=FOLDER_MODE, exist_ok=True)


def make_file(path: Path) -> None:
    """Make an empty file that is closed to others, in the place of what stands there; what writes to it keeps it so.

    Raises:
        OSError: if it cannot be made.
    """
    path.unlink(missing_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, FILE_MODE))


def copy_file(source: Path, target: Path) -> None:
    """Copy a file to one that is closed to others.

    Raises:
        OSError: if it cannot be copied.
    """
    make_file(target)
    shutil.copyfile(source, target)


def make_database(path: Path) -> None:
    """Make an empty database file that is closed to others, unless there is one; its log will be as it is.

    Raises:
        OSError: if it cannot be made.
    """
    with contextlib.suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, FILE_MODE))


def close_to_others(folder: Path) -> None:
    """Close a library that an earlier version, or another program, left open; what belongs to somebody else stays.

    The originals, of which there may be many, are looked at only if something else was open.
    """
    if os.name != "posix":
        return
    inner = [folder / "backups", folder / ORIGINALS, folder / PICTURES, *_beside(folder)]
    closed = [path for path in inner if _closed(path)]
    if closed or _is_open(folder):
        for path in (path for pattern in _ORIGINALS for path in folder.glob(pattern)):
            _closed(path)
    # Last: as long as the folder is open, all of it is looked at again.
    _closed(folder)


def _beside(folder: Path) -> Iterator[Path]:
    """What is the library's in its folder, with the backups and what was set aside; each start looks at all of it."""
    for path in _within(folder):
        if path.name.startswith(_BESIDE):
            yield path
        if path.name == "backups" or path.name.startswith(_SET_ASIDE):
            yield from _within(path)


def _within(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError:
        return []


def _is_open(path: Path) -> bool:
    try:
        return bool(path.stat().st_mode & 0o077)
    except OSError:
        return False


def _closed(path: Path) -> bool:
    """Close a file or folder; whether it had been open. Links lead elsewhere and are left alone."""
    if path.is_symlink() or not _is_open(path):
        return False
    with contextlib.suppress(OSError):
        path.chmod(path.stat().st_mode & 0o700)
    return True
