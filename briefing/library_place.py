"""Where the library is kept; alone, so that a start that only hands over loads nothing more."""

import os
from pathlib import Path

VARIABLE = "BRIEFING_LIBRARY"
"""Environment variable that names another place."""

DESKS = "desks"
"""Name of the folder in that of the reader's own library that holds one for each desk."""

_OF_AN_ADDRESS = "://"


def library_place(told: str) -> Path | str:
    """The place that was told: the address of a desk's database, else a folder.

    What is written like an address is one, even if no desk can be there: nobody means a folder named “http:”.
    """
    return told if _OF_AN_ADDRESS in told else Path(told)


def default_place() -> Path | str:
    """The place that `BRIEFING_LIBRARY` names, else the system's folder for application data."""
    chosen = os.environ.get(VARIABLE)
    if not chosen:
        return _data_folder()
    place = library_place(chosen)
    return place.expanduser() if isinstance(place, Path) else place


def own_folder() -> Path:
    """The folder of the reader's own library, whatever desk he has joined."""
    place = default_place()
    return place if isinstance(place, Path) else _data_folder()


def local_folder(place: Path | str) -> Path:
    """Where this machine keeps what is its own about a library: in its folder, or in one for the desk.

    That is how the screen was left, what was fetched when, and the like; nothing of what was read or written.
    """
    if isinstance(place, Path):
        return place
    from hashlib import sha256

    from briefing.desk_address import parted, without_password

    parts = parted(place)
    digest = sha256((without_password(place) or place).encode("utf-8", "surrogateescape")).hexdigest()[:12]
    name = "".join(sign for sign in parts.database if sign.isalnum()) if parts else ""
    return own_folder() / DESKS / "-".join(filter(None, (name[:40], digest)))


def _data_folder() -> Path:
    from platformdirs import user_data_path

    return user_data_path("Briefing", appauthor=False)
