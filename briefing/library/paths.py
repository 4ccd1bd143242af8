"""Where the library lies on this machine."""

import os
from pathlib import Path

DATABASE = "library.sqlite"
"""Name of the database file in the library's folder."""

SETTINGS, QT_SETTINGS = "desktop.ini", "QtProject.conf"
"""Names of the files beside it that hold what the window, and Qt itself, remember of the screen."""

ORIGINALS = "originals"
PICTURES = "pictures"
"""Name of the folder beside it that holds the files as they were opened."""

VARIABLE = "BRIEFING_LIBRARY"
"""Environment variable that names another folder."""


def default_folder() -> Path:
    """The folder that `BRIEFING_LIBRARY` names, else the system's place for application data."""
    chosen = os.environ.get(VARIABLE)
    if chosen:
        return Path(chosen).expanduser()
    from platformdirs import user_data_path

    return user_data_path("Briefing", appauthor=False)
