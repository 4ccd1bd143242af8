"""What the reader does with the searches that he keeps under a name, and how it is taken back.

Wherever a library is kept, its rows are reached by `SavedSearchRows`.
"""

from typing import Protocol

from briefing.library.change import Done, now
from briefing.library.library_errors import LibraryFailure
from briefing.library.organization_operations import (
    AddSavedSearch,
    ChangeSavedSearch,
    RemoveSavedSearch,
    RestoreSavedSearch,
    Unmake,
)
from briefing.model import BinnedKind, SavedSearch
from briefing.model.message import Message


class SavedSearchRows(Protocol):
    """The rows of saved searches, within the transaction that is open."""

    def row(self, search_id: str) -> tuple[SavedSearch, str | None] | None:
        """A search, and since when it lies in the bin; None if there is none."""

    def insert(self, search: SavedSearch) -> None:
        """Insert a search."""

    def update(self, search: SavedSearch) -> None:
        """Put a search in the place of the one with the same id."""

    def delete(self, search_id: str) -> None:
        """Delete a search for good."""

    def set_removed(self, search_id: str, since: str | None) -> None:
        """Say since when a search lies in the bin; None takes it out."""


def add(rows: SavedSearchRows, operation: AddSavedSearch) -> Done:
    """Keep a search under a name; its inverse unmakes it."""
    made = operation.search
    _check_name(made.name)
    if rows.row(made.id) is not None:
        raise LibraryFailure(Message("search.there"))
    rows.insert(made)
    return Done(Unmake(BinnedKind.SAVED_SEARCH, made.id))


def unmake(rows: SavedSearchRows, search_id: str) -> Done:
    """Delete a search for good; its inverse adds it again."""
    before, removed = _there(rows, search_id)
    if removed:
        raise LibraryFailure(Message.of("search.in_bin", name=before.name))
    rows.delete(search_id)
    return Done(AddSavedSearch(before))


def change(rows: SavedSearchRows, operation: ChangeSavedSearch) -> Done:
    """Put a search in the place of the one with the same id."""
    made = operation.search
    _check_name(made.name)
    before, _ = _there(rows, made.id)
    rows.update(made)
    return Done(ChangeSavedSearch(before))


def remove(rows: SavedSearchRows, operation: RemoveSavedSearch) -> Done:
    """Put a search into the bin."""
    _move(rows, operation.search_id, operation.removed or now())
    return Done(RestoreSavedSearch(operation.search_id))


def restore(rows: SavedSearchRows, operation: RestoreSavedSearch) -> Done:
    """Take a search out of the bin."""
    since = _move(rows, operation.search_id, None)
    return Done(RemoveSavedSearch(operation.search_id, since or ""))


def _move(rows: SavedSearchRows, search_id: str, removed: str | None) -> str | None:
    search, before = _there(rows, search_id)
    if (before is None) == (removed is None):
        raise LibraryFailure(Message.of("search.moved", name=search.name))
    rows.set_removed(search_id, removed)
    return before


def _there(rows: SavedSearchRows, search_id: str) -> tuple[SavedSearch, str | None]:
    row = rows.row(search_id)
    if row is None:
        raise LibraryFailure(Message("search.gone"))
    return row


def _check_name(name: str) -> None:
    if not name.strip():
        raise LibraryFailure(Message("search.needs_name"))
