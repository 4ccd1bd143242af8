"""What can go wrong with a library, in sentences for the reader."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import apsw

from briefing.model.failure import Failure


class LibraryFailure(Failure):
    """Something could not be read from or written to the library."""


class LibraryBlocked(LibraryFailure):
    """The disk or another program was in the way; the same may well be done later."""


class LibraryDamaged(LibraryFailure):
    """The database is damaged; nothing in it was changed."""


def prove_file(path: Path) -> None:
    """See that what is there at a path, if anything is, is a file: whoever opens a pipe waits for its other end.

    Raises:
        LibraryFailure: if it is none.
    """
    if path.exists() and not path.is_file():
        raise LibraryFailure(f"{path} is not a file; the library is as it was.")


def failure_of(fault: apsw.Error, folder: Path) -> LibraryFailure:
    """The failure that tells the reader what SQLite complained about."""
    reasons: dict[type[Exception], str] = {
        apsw.FullError: "the disk is full",
        apsw.ReadOnlyError: "it may not be written to",
        apsw.CantOpenError: "it cannot be opened",
        apsw.BusyError: "another program holds it",
        apsw.IOError: "the disk reported an error",
        apsw.PermissionsError: "it may not be written to",
    }
    # A file whose first page is lost is no database at all to SQLite.
    if isinstance(fault, apsw.CorruptError | apsw.NotADBError):
        what = "is damaged" if isinstance(fault, apsw.CorruptError) else "is no database, or its beginning is lost"
        return LibraryDamaged(
            f"The library in {folder} {what}; nothing in it was changed. “briefing library restore” puts its "
            "newest backup back, “briefing library check --salvage” saves what can still be read."
        )
    reason = next((text for kind, text in reasons.items() if isinstance(fault, kind)), "")
    sentence = f"The library in {folder} is as it was, but this could not be done: {reason or fault}."
    return LibraryBlocked(sentence) if reason else LibraryFailure(sentence)


@contextmanager
def in_words(folder: Path) -> Iterator[None]:
    """Turn what SQLite complains about into a sentence for the reader."""
    try:
        yield
    except apsw.Error as fault:
        raise failure_of(fault, folder) from fault
    except UnicodeDecodeError as fault:
        raise LibraryDamaged(
            f"A text in the library in {folder} is damaged on the disk; nothing in it was changed. “briefing library "
            "restore” puts its newest backup back, “briefing library check --salvage” saves what can still be read."
        ) from fault
    except UnicodeEncodeError as fault:
        raise LibraryFailure(
            f"The text holds half a character (U+{ord(fault.object[fault.start]):04X}) and could not be kept; "
            "nothing was changed."
        ) from fault
