"""Searches that the reader keeps under a name, as rows."""

import apsw

from briefing.model import SavedSearch


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


class SavedSearches:
    """The rows of saved searches, for `saved_search_acts`."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection

    def row(self, search_id: str) -> tuple[SavedSearch, str | None] | None:
        """A search, and since when it lies in the bin; None if there is none."""
        row = self._connection.execute(
            "SELECT id, name, typed, removed FROM saved_search WHERE id = ?", (search_id,)
        ).fetchone()
        return None if row is None else (SavedSearch(*row[:3]), row[3])

    def insert(self, search: SavedSearch) -> None:
        """Insert a search."""
        self._connection.execute(
            "INSERT INTO saved_search (id, name, typed) VALUES (?, ?, ?)", (search.id, search.name, search.typed)
        )

    def update(self, search: SavedSearch) -> None:
        """Put a search in the place of the one with the same id."""
        self._connection.execute(
            "UPDATE saved_search SET name = ?, typed = ? WHERE id = ?", (search.name, search.typed, search.id)
        )

    def delete(self, search_id: str) -> None:
        """Delete a search for good."""
        self._connection.execute("DELETE FROM saved_search WHERE id = ?", (search_id,))

    def set_removed(self, search_id: str, since: str | None) -> None:
        """Say since when a search lies in the bin; None takes it out."""
        self._connection.execute("UPDATE saved_search SET removed = ? WHERE id = ?", (since, search_id))
