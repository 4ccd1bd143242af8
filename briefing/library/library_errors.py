"""What can go wrong with a library, in sentences for the reader."""

from pathlib import Path

from briefing.model.failure import Failure
from briefing.model.message import Message


class LibraryFailure(Failure):
    """Something could not be read from or written to the library."""


class LibraryBlocked(LibraryFailure):
    """The disk or another program was in the way; the same may well be done later."""


class LibraryUnreachable(LibraryBlocked):
    """The server of a desk's library is not there, or the way to it is cut; it may come back by itself."""


class LibraryDamaged(LibraryFailure):
    """The database is damaged; nothing in it was changed."""


def prove_file(path: Path) -> None:
    """See that what is there at a path, if anything is, is a file: whoever opens a pipe waits for its other end.

    Raises:
        LibraryFailure: if it is none.
    """
    if path.exists() and not path.is_file():
        raise LibraryFailure(Message.of("file.no_file", path=str(path)))
