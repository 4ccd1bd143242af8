"""Reads a damaged library as far as possible: after one failure, everything else can still be read."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import apsw

from briefing.library.library_errors import LibraryDamaged
from briefing.library.sqlite.damage import UNREADABLE, bytes_for_text, decoded, mended, origins
from briefing.library.sqlite.sqlite_errors import in_words
from briefing.model.message import Message

T = TypeVar("T")


def damaged_value(folder: Path) -> Message:
    """That something in a library can be read only in part."""
    return Message.of("library.damaged_value", folder=str(folder))


class LenientCursor(apsw.Cursor):
    """Gives rows in which what cannot be read is mended: texts with marks in the place of what is lost."""

    def execute(self, statements: str, bindings: Any = None, **how: Any) -> apsw.Cursor:
        """Execute a question leniently; all else as usual."""
        asked = statements.lstrip()
        if not asked.startswith(("SELECT", "WITH", "VALUES")):
            return super().execute(statements, bindings, **how)
        columns = origins(self.connection, statements, bindings)

        def legible(cursor: apsw.Cursor, row: Any) -> tuple[Any, ...]:
            del cursor
            values = decoded(row)
            return tuple(mended(*origin, value) for origin, value in zip(columns, values, strict=True))

        self.row_trace = legible
        return super().execute(bytes_for_text(self.connection, statements, bindings), bindings, **how)


def answered(connection: apsw.Connection, folder: Path, answer: Callable[[], T], tell: Callable[[Message], None]) -> T:
    """An answer in words if the library cannot be read, and leniently if only a value is damaged.

    Args:
        connection: by which it is answered; it reads leniently from the first damaged value on.
        folder: of the library.
        answer: gives the answer.
        tell: gets what the reader is to know of the damage.

    Raises:
        LibraryFailure: if it cannot be answered.
    """
    with in_words(folder):
        try:
            return answer()
        except UnicodeEncodeError:  # of what was asked
            raise
        except UNREADABLE:
            connection.cursor_factory = LenientCursor
            tell(damaged_value(folder))
        try:
            return answer()
        except UNREADABLE as fault:
            raise LibraryDamaged(Message.of("library.unread", folder=str(folder))) from fault
