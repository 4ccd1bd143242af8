"""Finds the store of a library by where it lies."""

from pathlib import Path

from briefing.library.face import Library, Store


def store_at(folder: Path) -> Store:
    """The store in a folder."""
    from briefing.library.sqlite.folder_store import FolderStore

    return FolderStore(folder)


def open_library(folder: Path) -> Library:
    """Open the library in a folder, made if there is none.

    Raises:
        LibraryDamaged: if it is damaged, or gone while backups are left; it is as it was.
        LibraryFailure: if it cannot be opened.
    """
    return store_at(folder).open()
