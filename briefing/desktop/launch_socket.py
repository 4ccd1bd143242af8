"""The socket by which a later start reaches the open window, and the line on it; without Qt, which takes long."""

import json
import os
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from briefing.desktop.launch_request import Given, given_in, said_of

VERSION = 1
"""Of the line; a start of another version is answered with a refusal and opens a window of its own."""

LONGEST = 1_000_000
"""Bytes of the longest line that is read."""

LONGEST_PATH = 100
"""Bytes of a path at which every system still lets a socket stand; macOS has room for 103."""

TAKEN, REFUSED = b"taken\n", b"refused\n"
"""What a window answers."""

_PATIENCE = 10.0
"""Seconds that an answer is waited for, before a start goes the long way."""


def handed_over(library_folder: Path, given: Given) -> bool:
    """Hand what was given to the window that has the library open; False if none hears, or it refuses.

    Then the start goes on, and decides under the lock who opens the window.
    """
    if sys.platform == "win32":
        return False
    name = name_for(library_folder)
    if not is_ours(name):
        return False
    import socket

    try:
        with socket.socket(socket.AF_UNIX) as reached:
            reached.settimeout(_PATIENCE)
            reached.connect(name)
            reached.sendall(line_of(given))
            return reached.makefile("rb").readline(LONGEST) == TAKEN
    except OSError:
        return False


def line_of(given: Given) -> bytes:
    """What was given as the line that is written."""
    return json.dumps({"version": VERSION, **said_of(given)}).encode() + b"\n"


def given_on(line: bytes) -> Given | None:
    """What a line says; None if it is of another version, or damaged."""
    try:
        said = json.loads(line)
        return given_in(said) if said["version"] == VERSION else None
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def name_for(library_folder: Path) -> str:
    """The socket's name: one for each library, in a folder of the user's own where there is one."""
    # By itself, for the package of the model brings all of it.
    digest = sha256(str(library_folder.resolve()).encode("utf-8", "surrogateescape")).hexdigest()[:24]
    name = f"briefing-{digest}"
    if sys.platform == "win32":
        return name
    path = ""
    for folder in _folders():
        if folder and Path(folder).is_dir():
            path = str(Path(folder, name))
            if len(os.fsencode(path)) <= LONGEST_PATH:
                break
    return path


def _folders() -> Iterator[str]:
    """Where the socket may stand, the best place first."""
    yield os.environ.get("XDG_RUNTIME_DIR", "")
    # Where there is such a folder, nothing else is looked for.
    import tempfile

    yield tempfile.gettempdir()
    yield "/tmp"


def is_ours(name: str) -> bool:
    """Whether the socket may be there and is the user's own: in a folder for all, another could wait for our files."""
    if sys.platform == "win32":
        return True
    try:
        return Path(name).stat().st_uid == os.getuid()
    except OSError:
        return False
