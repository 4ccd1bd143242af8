"""Finds the store of a library by where it is kept: in a folder, or in the database of a desk."""

from pathlib import Path

from briefing.library.face import Library, Store
from briefing.library.library_errors import LibraryFailure
from briefing.model.message import Message

Place = Path | str
"""A folder of this machine, or the address of a desk's database."""


def store_at(place: Place) -> Store:
    """The store at a place.

    Raises:
        LibraryFailure: if what it needs is not installed.
    """
    if isinstance(place, str):
        return _desk_at(place)
    from briefing.library.sqlite.folder_store import FolderStore

    return FolderStore(place)


def open_library(place: Place) -> Library:
    """Open the library at a place, made if there is none.

    Raises:
        LibraryDamaged: if it is damaged, or gone while backups are left; it is as it was.
        LibraryFailure: if it cannot be opened.
    """
    return store_at(place).open()


def _desk_at(address: str) -> Store:
    try:
        from briefing.library.postgres.desk_store import DeskStore
    except ImportError as fault:  # psycopg is not there, or finds no client library
        raise LibraryFailure(Message.of("desk.no_driver", fault=str(fault))) from fault
    return DeskStore(address)
