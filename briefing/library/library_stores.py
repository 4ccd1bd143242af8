"""Finds the store of a library by where it is kept: in a folder, or in the database of a desk."""

from pathlib import Path

from briefing.library.face import Library, Store
from briefing.model.message import Message

Place = Path | str
"""A folder of this machine, or the address of a desk's database."""


def store_at(place: Place) -> Store:
    """The store at a place; nothing is looked for there yet."""
    if isinstance(place, str):
        from briefing.library.postgres.desk_store import DeskStore

        return DeskStore(place)
    from briefing.library.sqlite.folder_store import FolderStore

    return FolderStore(place)


def open_library(place: Place) -> Library:
    """Open the library at a place, made if there is none.

    Raises:
        LibraryDamaged: if it is damaged, or gone while backups are left; it is as it was.
        LibraryFailure: if it cannot be opened.
    """
    return store_at(place).open()


def can_keep_passwords() -> bool:
    """Whether the password of a desk can be kept in the keyring of the system."""
    from briefing.library.postgres import desk_passwords

    return desk_passwords.is_possible()


def keep_password(address: str) -> bool:
    """Keep the password in the address of a desk in the keyring of the system, from where it is taken when needed."""
    from briefing.library.postgres import desk_passwords

    return desk_passwords.keep(address)


def look_at_desk(address: str) -> Message:
    """What a reader finds at the address of a desk; nothing is changed there, and it takes as long as the server does.

    Raises:
        LibraryFailure: if he cannot work there, with the reason.
    """
    from briefing.library.postgres.desk_store import needing_driver

    with needing_driver():
        from briefing.library.postgres.desk_visit import look_at
    return look_at(address)
