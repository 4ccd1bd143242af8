"""Where the library is kept; alone, so that a start that only hands over loads nothing more."""

import os
from pathlib import Path

VARIABLE = "BRIEFING_LIBRARY"
"""Environment variable that names another place."""

_OF_AN_ADDRESS = "://"


def library_place(told: str) -> Path | str:
    """The place that was told: the address of a desk's database, else a folder.

    What is written like an address is one, even if no desk can be there: nobody means a folder named “http:”.
    """
    return told if _OF_AN_ADDRESS in told else Path(told)


def default_place() -> Path | str:
    """The place that `BRIEFING_LIBRARY` names, else the system's folder for application data."""
    chosen = os.environ.get(VARIABLE)
    if chosen:
        place = library_place(chosen)
        return place.expanduser() if isinstance(place, Path) else place
    from platformdirs import user_data_path

    return user_data_path("Briefing", appauthor=False)
