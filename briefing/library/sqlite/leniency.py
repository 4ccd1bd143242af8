"""Reads a damaged library as far as possible: after one failure, everything else can still be read."""

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

import apsw

from briefing.library.library_errors import LibraryDamaged
from briefing.library.sqlite.damage import UNREADABLE, bytes_for_text, decoded, mended, origins
from briefing.library.sqlite.sqlite_errors import in_words
from briefing.model.message import Message

P = ParamSpec("P")
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


class _Asked(Protocol):
    """What of a library is needed to read it leniently."""

    damage: Message | None

    @property
    def _folder(self) -> Path: ...

    @property
    def _connection(self) -> apsw.Connection: ...


A = TypeVar("A", bound=_Asked)


def question(method: Callable[Concatenate[A, P], T]) -> Callable[Concatenate[A, P], T]:
    """Let a method answer in words if the library cannot be read, and leniently if only a value is damaged.

    Raises:
        LibraryFailure: if it cannot be answered.
    """

    @wraps(method)
    def asked(self: A, /, *arguments: P.args, **named: P.kwargs) -> T:
        with in_words(self._folder):
            try:
                return method(self, *arguments, **named)
            except UnicodeEncodeError:  # of what was asked
                raise
            except UNREADABLE:
                self._connection.cursor_factory = LenientCursor
                self.damage = damaged_value(self._folder)
            try:
                return method(self, *arguments, **named)
            except UNREADABLE as fault:
                raise LibraryDamaged(Message.of("library.unread", folder=str(self._folder))) from fault

    return asked
