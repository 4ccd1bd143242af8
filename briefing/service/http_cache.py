"""Remembers, beside the library, what web servers gave to ask later whether a page has changed."""

import json
from pathlib import Path

from briefing.library.privacy import make_file, make_folder
from briefing.library.visit_records import visit_file
from briefing.records import dataclass


@dataclass(frozen=True, slots=True)
class Visit:
    """One fetch of a page.

    Attributes:
        digest: SHA-256 of the bytes that came, in hexadecimal.
        etag: the server's mark of this state of the page, or empty.
        modified: when the server says it was changed, in its own writing, or empty.
        typed: whether the reader gave the address himself, and it lay in a network of his own.
    """

    digest: str
    etag: str = ""
    modified: str = ""
    typed: bool = False


class Visits:
    """The last visit to each address."""

    def __init__(self, library_folder: Path) -> None:
        self._folder = library_folder

    def last(self, address: str) -> Visit | None:
        """The last visit to an address, or None; what cannot be read counts as none."""
        try:
            found = json.loads(self._place(address).read_text("utf-8"))
            visit = Visit(**found)
        except (OSError, ValueError, TypeError, RecursionError):
            return None
        is_sound = all(isinstance(part, str) for part in (visit.digest, visit.etag, visit.modified))
        return visit if is_sound else None

    def remember(self, address: str, visit: Visit) -> None:
        """Put a visit in the place of the one before; a full disk costs no more than a second download."""
        place = self._place(address)
        found = {"digest": visit.digest, "etag": visit.etag, "modified": visit.modified, "typed": visit.typed}
        try:
            make_folder(place.parent)
            draft = place.with_suffix(".new")
            make_file(draft)
            draft.write_text(json.dumps(found), "utf-8")
            draft.replace(place)
        except OSError:
            return

    def _place(self, address: str) -> Path:
        return visit_file(self._folder, address)
