"""Searches that the reader keeps under a name, as rows."""

import apsw

from briefing.library import organization_operations
from briefing.library.change import Done
from briefing.library.library_errors import LibraryFailure
from briefing.library.sqlite.articles import now
from briefing.model import BinnedKind, SavedSearch
from briefing.model.message import Message


def saved_searches(connection: apsw.Connection) -> tuple[SavedSearch, ...]:
    """All saved searches that are not in the bin, by name."""
    rows = connection.execute(
        "SELECT id, name, typed FROM saved_search WHERE removed IS NULL ORDER BY name COLLATE NOCASE, id"
    )
    return tuple(SavedSearch(*row) for row in rows)


def anywhere(connection: apsw.Connection, search_id: str) -> SavedSearch | None:
    """A search, in the bin or not; None if there is none with this id."""
    row = connection.execute("SELECT id, name, typed FROM saved_search WHERE id = ?", (search_id,)).fetchone()
    return SavedSearch(*row) if row else None


def add(connection: apsw.Connection, operation: organization_operations.AddSavedSearch) -> Done:
    """Keep a search under a name; its inverse unmakes it."""
    made = operation.search
    _check_name(made.name)
    if connection.execute("SELECT 1 FROM saved_search WHERE id = ?", (made.id,)).fetchone():
        raise LibraryFailure(Message("search.there"))
    connection.execute("INSERT INTO saved_search (id, name, typed) VALUES (?, ?, ?)", (made.id, made.name, made.typed))
    return Done(organization_operations.Unmake(BinnedKind.SAVED_SEARCH, made.id))


def delete(connection: apsw.Connection, search_id: str) -> Done:
    """Delete a search for good; its inverse adds it again."""
    before, removed = _row(connection, search_id)
    if removed:
        raise LibraryFailure(Message.of("search.in_bin", name=before.name))
    connection.execute("DELETE FROM saved_search WHERE id = ?", (search_id,))
    return Done(organization_operations.AddSavedSearch(before))


def change(connection: apsw.Connection, operation: organization_operations.ChangeSavedSearch) -> Done:
    """Put a search in the place of the one with the same id."""
    made = operation.search
    _check_name(made.name)
    before, _ = _row(connection, made.id)
    connection.execute("UPDATE saved_search SET name = ?, typed = ? WHERE id = ?", (made.name, made.typed, made.id))
    return Done(organization_operations.ChangeSavedSearch(before))


def remove(connection: apsw.Connection, operation: organization_operations.RemoveSavedSearch) -> Done:
    """Put a search into the bin."""
    _set_removed(connection, operation.search_id, operation.removed or now())
    return Done(organization_operations.RestoreSavedSearch(operation.search_id))


def restore(connection: apsw.Connection, operation: organization_operations.RestoreSavedSearch) -> Done:
    """Take a search out of the bin."""
    since = _set_removed(connection, operation.search_id, None)
    return Done(organization_operations.RemoveSavedSearch(operation.search_id, since or ""))


def _set_removed(connection: apsw.Connection, search_id: str, removed: str | None) -> str | None:
    search, before = _row(connection, search_id)
    if (before is None) == (removed is None):
        raise LibraryFailure(Message.of("search.moved", name=search.name))
    connection.execute("UPDATE saved_search SET removed = ? WHERE id = ?", (removed, search_id))
    return before


def _row(connection: apsw.Connection, search_id: str) -> tuple[SavedSearch, str | None]:
    row = connection.execute("SELECT id, name, typed, removed FROM saved_search WHERE id = ?", (search_id,)).fetchone()
    if row is None:
        raise LibraryFailure(Message("search.gone"))
    return SavedSearch(*row[:3]), row[3]


def _check_name(name: str) -> None:
    if not name.strip():
        raise LibraryFailure(Message("search.needs_name"))
