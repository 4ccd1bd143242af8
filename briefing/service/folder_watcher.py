"""Watches a folder by looking at it every few seconds, and hands over the files that have come and are complete."""

import json
import os
import re
import threading
from collections.abc import Callable
from pathlib import Path

from briefing.library.privacy import make_file
from briefing.model.identifiers import digest_of

EVERY = 3.0
"""Seconds between two looks."""

RECORD = "watched.json"
"""File in the library's folder that tells which files were handed over already."""

MOST_REMEMBERED = 200_000
"""Files that are remembered; a folder with more is not made for watching."""

_DIGEST = re.compile(r"[0-9a-f]{64}")

_State = tuple[int, int]
"""Size and time of the last change (nanoseconds) of a file."""


class WatchedFolder:
    """One folder, watched by a thread until it is closed.

    Args:
        folder: what to watch; it may be missing for a time, as a stick that is pulled out.
        library_folder: where to remember what was handed over.
        arrived: gets the new files of one look.
        every: seconds between two looks; by default `EVERY`.
    """

    def __init__(
        self, folder: Path, library_folder: Path, arrived: Callable[[list[Path]], object], every: float | None = None
    ) -> None:
        self._files = NewFiles(folder, library_folder)
        self._arrived = arrived
        self._every = EVERY if every is None else every
        self._closed = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="briefing watch", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Look no more."""
        self._closed.set()
        # A network drive that does not answer holds up the look, but not the end of the program.
        self._thread.join(timeout=2)

    def _watch(self) -> None:
        while not self._closed.is_set():
            arrived = self._files.look()
            if arrived and not self._closed.is_set():
                self._arrived(arrived)
                self._files.remember()
            self._closed.wait(self._every)


class NewFiles:
    """The files of a folder that have come, or changed, and are complete.

    A file counts as complete when two looks find it with the same size and time. What was handed over once is not
    handed over again unless it has changed, also after a restart: what the reader removed from the library stays away.

    Args:
        folder: where they come; it may be missing for a time.
        library_folder: where to remember what was handed over.
    """

    def __init__(self, folder: Path, library_folder: Path) -> None:
        self._folder = folder
        self._record = library_folder / RECORD
        self._handed_over = self._remembered()
        self._last: dict[Path, _State] = {}
        if not all(map(_DIGEST.fullmatch, self._handed_over)):  # once it was kept under the names themselves
            named = self._handed_over.items()
            self._handed_over = {key if _DIGEST.fullmatch(key) else _key(Path(key)): state for key, state in named}
            self.remember()

    def look(self) -> list[Path]:
        """The files that are complete since the last look."""
        from briefing.intake.source_list import files_in

        seen: dict[Path, _State] = {}
        for path in files_in(self._folder, lambda failure: None):
            try:
                state = path.stat()
            except OSError:
                continue
            if state.st_size and len(seen) < MOST_REMEMBERED:
                seen[path] = state.st_size, state.st_mtime_ns
        complete = [path for path, state in seen.items() if self._last.get(path) == state]
        arrived = [path for path in complete if self._handed_over.get(_key(path)) != seen[path]]
        self._handed_over.update({_key(path): seen[path] for path in arrived})
        self._last = seen
        return arrived

    def remember(self) -> None:
        """Write down what was handed over; on a full disk it is handed over again, and found to be there already."""
        draft = self._record.with_suffix(".new")
        try:
            make_file(draft)
            draft.write_text(json.dumps(self._handed_over), "utf-8")
            draft.replace(self._record)
        except OSError:
            return

    def _remembered(self) -> dict[str, _State]:
        try:
            found = json.loads(self._record.read_text("utf-8"))
            return {str(key): (int(size), int(time)) for key, (size, time) in found.items()}
        except (OSError, ValueError, TypeError, AttributeError, RecursionError):
            return {}


def _key(path: Path) -> str:
    """What a file is remembered under: its name must not outlive an article that is deleted for good."""
    return digest_of(os.fsencode(path))
