"""What the window's settings, in a file beside the database, say of articles: forgotten with them.

The window keeps under an article's digest where it is being read, and which claim of it is chosen. It reads its file
anew when that has changed.
"""

from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from briefing.library.paths import SETTINGS
from briefing.library.privacy import make_file

LARGEST = 10_000_000
"""Bytes of the largest file that the window reads."""


def forget_in_settings(folder: Path, digests: Collection[str]) -> None:
    """Take out of the settings, and of those that were put aside, what belongs to these articles, if it can be."""
    for path in folder.glob(f"{SETTINGS}*") if digests else ():
        with suppress(OSError):
            _forget(path, digests)


def _forget(path: Path, digests: Collection[str]) -> None:
    if path.is_symlink() or not path.is_file() or path.stat().st_size > LARGEST:
        return
    lines = path.read_bytes().splitlines(keepends=True)
    kept = [line for line in lines if not _names(line, digests)]
    if len(kept) == len(lines):
        return
    draft = path.with_name(f".{path.name}.new")
    try:
        make_file(draft)
        draft.write_bytes(b"".join(kept))
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def _names(line: bytes, digests: Collection[str]) -> bool:
    key, _, value = line.decode("ascii", "replace").strip().partition("=")
    return key in digests or value.strip('"').partition(" ")[0] in digests
