"""Remembers, beside the library, what web servers gave to ask later whether a page has changed."""

import json
from dataclasses import asdict
from pathlib import Path

from briefing.library.privacy import make_file, make_folder
from briefing.library.visit_records import FOLDER, visit_file
from briefing.records import dataclass


@dataclass(frozen=True, slots=True)
class Visit:
    """One fetch of a page.

    Attributes:
        digest: SHA-256 of the bytes that came, in hexadecimal.
        etag: the server's mark of this state of the page, or empty.
        modified: when the server says it was changed, in its own writing, or empty.
        typed: whether the reader gave the address himself, and it lay in a network of his own.
        watched: whether the page is fetched again from time to time, to tell when it changes.
        checked: when that was done last (UTC, ISO 8601), or empty.
        lost: whether the reader was told that the page is no longer there.
        moved: the address to which it leads, once the reader was told of it, or empty.
        walled: how many times in a row a watched page showed no article but a wall.
    """

    digest: str
    etag: str = ""
    modified: str = ""
    typed: bool = False
    watched: bool = False
    checked: str = ""
    lost: bool = False
    moved: str = ""
    walled: int = 0


class Visits:
    """The last visit to each address."""

    def __init__(self, library_folder: Path) -> None:
        self._folder = library_folder

    def last(self, address: str) -> Visit | None:
        """The last visit to an address, or None; what cannot be read counts as none."""
        return _visit_in(self._place(address))

    def remember(self, address: str, visit: Visit) -> None:
        """Put a visit in the place of the one before; a full disk costs no more than a second download."""
        place = self._place(address)
        found = asdict(visit)
        try:
            make_folder(place.parent)
            draft = place.with_suffix(".new")
            make_file(draft)
            draft.write_text(json.dumps(found), "utf-8")
            draft.replace(place)
        except OSError:
            return

    def watched(self) -> frozenset[str]:
        """Keys of the addresses that are watched; see `key_of`."""
        try:
            places = sorted((self._folder / FOLDER).glob("*.json"))
        except OSError:
            return frozenset()
        return frozenset(place.stem for place in places if (visit := _visit_in(place)) and visit.watched)

    def _place(self, address: str) -> Path:
        return visit_file(self._folder, address)


def _visit_in(place: Path) -> Visit | None:
    try:
        visit = Visit(**json.loads(place.read_text("utf-8")))
    except (OSError, ValueError, TypeError, RecursionError):
        return None
    texts = (visit.digest, visit.etag, visit.modified, visit.checked, visit.moved)
    is_sound = all(isinstance(part, str) for part in texts)
    return visit if is_sound and isinstance(visit.walled, int) else None


def key_of(address: str) -> str:
    """What an address is remembered under: it must not outlive its article."""
    return visit_file(Path(), address).stem
