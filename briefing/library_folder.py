"""Where the library lies on this machine; alone, so that a start that only hands over loads nothing more."""

import os
from pathlib import Path

VARIABLE = "BRIEFING_LIBRARY"
"""Environment variable that names another folder."""


def default_folder() -> Path:
    """The folder that `BRIEFING_LIBRARY` names, else the system's place for application data."""
    chosen = os.environ.get(VARIABLE)
    if chosen:
        return Path(chosen).expanduser()
    from platformdirs import user_data_path

    return user_data_path("Briefing", appauthor=False)
