"""What SQLite complains about, in sentences for the reader."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import apsw

from briefing.library.library_errors import LibraryBlocked, LibraryDamaged, LibraryFailure
from briefing.model.message import Argument, Message


def failure_of(fault: apsw.Error, folder: Path) -> LibraryFailure:
    """The failure that tells the reader what SQLite complained about."""
    reasons: dict[type[Exception], str] = {
        apsw.FullError: "disk_full",
        apsw.ReadOnlyError: "forbidden",
        apsw.CantOpenError: "not_opened",
        apsw.BusyError: "busy",
        apsw.IOError: "disk_error",
        apsw.PermissionsError: "forbidden",
    }
    # A file whose first page is lost is no database at all to SQLite.
    if isinstance(fault, apsw.CorruptError | apsw.NotADBError):
        code = "library.damaged" if isinstance(fault, apsw.CorruptError) else "library.no_database"
        return LibraryDamaged(Message.of(code, folder=str(folder)))
    reason = next((code for kind, code in reasons.items() if isinstance(fault, kind)), "")
    why: Argument = Message(f"hindrance.{reason}") if reason else str(fault)
    message = Message.of("library.not_done", folder=str(folder), why=why)
    return LibraryBlocked(message) if reason else LibraryFailure(message)


@contextmanager
def in_words(folder: Path) -> Iterator[None]:
    """Turn what SQLite complains about into a sentence for the reader."""
    try:
        yield
    except apsw.Error as fault:
        raise failure_of(fault, folder) from fault
    except UnicodeDecodeError as fault:
        raise LibraryDamaged(Message.of("library.damaged_text", folder=str(folder))) from fault
    except UnicodeEncodeError as fault:
        raise LibraryFailure(
            Message.of("library.half_character", code=f"{ord(fault.object[fault.start]):04X}")
        ) from fault
