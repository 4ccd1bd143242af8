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

_BESIDE = (f"{DATABASE}*", f"{SETTINGS}*", f"{QT_SETTINGS}*", "backups/*", "damaged-*", "damaged-*/*")
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
    inner = [folder / "backups", folder / ORIGINALS, folder / PICTURES, *_found(folder, _BESIDE)]
    closed = [path for path in inner if _closed(path)]
    if closed or _is_open(folder):
        for path in _found(folder, _ORIGINALS):
            _closed(path)
    # Last: as long as the folder is open, all of it is looked at again.
    _closed(folder)


def _found(folder: Path, patterns: tuple[str, ...]) -> Iterator[Path]:
    return (path for pattern in patterns for path in folder.glob(pattern))


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
