"""Briefs that the reader is making, as rows: what they hold they refer to, and do not copy."""

import json

import apsw

from briefing.library import organization_operations
from briefing.library.change import Done
from briefing.library.library_errors import LibraryFailure
from briefing.library.reader_objects import brief_from_object, brief_object
from briefing.library.sqlite.articles import now
from briefing.model import BinnedKind, StoredBrief
from briefing.model.merge import merged_brief
from briefing.model.message import Message


def briefs(connection: apsw.Connection) -> tuple[StoredBrief, ...]:
    """All briefs that are not in the bin, the last changed first."""
    rows = connection.execute("SELECT content FROM brief WHERE removed IS NULL ORDER BY modified DESC, id")
    return tuple(brief_from_object(json.loads(row[0])) for row in rows)


def brief(connection: apsw.Connection, brief_id: str) -> StoredBrief:
    """A brief, in the bin or not.

    Raises:
        LibraryFailure: if there is none with this id.
    """
    return _row(connection, brief_id)[0]


def keep(connection: apsw.Connection, operation: organization_operations.KeepBrief) -> Done:
    """Keep a new brief, or put one in the place of that with the same id, with what changed elsewhere meanwhile."""
    made = operation.brief
    known = connection.execute("SELECT content, removed FROM brief WHERE id = ?", (made.id,)).fetchone()
    if known and known[1]:
        raise LibraryFailure(Message.of("brief.in_bin", title=made.title))
    before = brief_from_object(json.loads(known[0])) if known else None
    if before is not None and operation.base is not None:
        made = merged_brief(operation.base, made, before)
    connection.execute(
        "INSERT INTO brief (id, title, modified, content) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
        "title = excluded.title, modified = excluded.modified, content = excluded.content",
        (made.id, made.title, made.modified.isoformat(), json.dumps(brief_object(made), ensure_ascii=False)),
    )
    if before is None:
        return Done(organization_operations.Unmake(BinnedKind.BRIEF, made.id))
    return Done(organization_operations.KeepBrief(before, made))


def delete(connection: apsw.Connection, brief_id: str) -> Done:
    """Delete a brief for good; its inverse keeps it again."""
    before, removed = _row(connection, brief_id)
    if removed:
        raise LibraryFailure(Message.of("brief.in_bin", title=before.title))
    connection.execute("DELETE FROM brief WHERE id = ?", (brief_id,))
    return Done(organization_operations.KeepBrief(before))


def remove(connection: apsw.Connection, operation: organization_operations.RemoveBrief) -> Done:
    """Put a brief into the bin."""
    _set_removed(connection, operation.brief_id, operation.removed or now())
    return Done(organization_operations.RestoreBrief(operation.brief_id))


def restore(connection: apsw.Connection, operation: organization_operations.RestoreBrief) -> Done:
    """Take a brief out of the bin."""
    since = _set_removed(connection, operation.brief_id, None)
    return Done(organization_operations.RemoveBrief(operation.brief_id, since or ""))


def _set_removed(connection: apsw.Connection, brief_id: str, removed: str | None) -> str | None:
    kept, before = _row(connection, brief_id)
    if (before is None) == (removed is None):
        raise LibraryFailure(Message.of("brief.moved", title=kept.title))
    connection.execute("UPDATE brief SET removed = ? WHERE id = ?", (removed, brief_id))
    return before


def _row(connection: apsw.Connection, brief_id: str) -> tuple[StoredBrief, str | None]:
    row = connection.execute("SELECT content, removed FROM brief WHERE id = ?", (brief_id,)).fetchone()
    if row is None:
        raise LibraryFailure(Message("brief.gone"))
    return brief_from_object(json.loads(row[0])), row[1]
