"""Briefs that the reader is making, as rows: what they hold they refer to, and do not copy."""

import json

import apsw

from briefing.library.brief_acts import there
from briefing.library.reader_objects import brief_from_object, brief_object
from briefing.model import StoredBrief


def briefs(connection: apsw.Connection) -> tuple[StoredBrief, ...]:
    """All briefs that are not in the bin, the last changed first."""
    rows = connection.execute("SELECT content FROM brief WHERE removed IS NULL ORDER BY modified DESC, id")
    return tuple(brief_from_object(json.loads(row[0])) for row in rows)


def brief(connection: apsw.Connection, brief_id: str) -> StoredBrief:
    """A brief, in the bin or not.

    Raises:
        LibraryFailure: if there is none with this id.
    """
    return there(Briefs(connection), brief_id)[0]


class Briefs:
    """The rows of briefs, for `brief_acts`."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection

    def row(self, brief_id: str) -> tuple[StoredBrief, str | None] | None:
        """A brief, and since when it lies in the bin; None if there is none."""
        row = self._connection.execute("SELECT content, removed FROM brief WHERE id = ?", (brief_id,)).fetchone()
        return None if row is None else (brief_from_object(json.loads(row[0])), row[1])

    def put(self, brief: StoredBrief) -> None:
        """Insert a brief, or put it in the place of the one with the same id."""
        self._connection.execute(
            "INSERT INTO brief (id, title, modified, content) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
            "title = excluded.title, modified = excluded.modified, content = excluded.content",
            (brief.id, brief.title, brief.modified.isoformat(), json.dumps(brief_object(brief), ensure_ascii=False)),
        )

    def delete(self, brief_id: str) -> None:
        """Delete a brief for good."""
        self._connection.execute("DELETE FROM brief WHERE id = ?", (brief_id,))

    def set_removed(self, brief_id: str, since: str | None) -> None:
        """Say since when a brief lies in the bin; None takes it out."""
        self._connection.execute("UPDATE brief SET removed = ? WHERE id = ?", (since, brief_id))
