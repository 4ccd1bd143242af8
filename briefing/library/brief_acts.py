"""What the reader does with briefs: merged with what changed elsewhere meanwhile, and told how it is taken back.

Wherever a library is kept, its rows are reached by `BriefRows`.
"""

from typing import Protocol

from briefing.library.change import Done, now
from briefing.library.library_errors import LibraryFailure
from briefing.library.organization_operations import KeepBrief, RemoveBrief, RestoreBrief, Unmake
from briefing.model import BinnedKind, StoredBrief
from briefing.model.merge import merged_brief
from briefing.model.message import Message


class BriefRows(Protocol):
    """The rows of briefs, within the transaction that is open."""

    def row(self, brief_id: str) -> tuple[StoredBrief, str | None] | None:
        """A brief, and since when it lies in the bin; None if there is none."""

    def put(self, brief: StoredBrief) -> None:
        """Insert a brief, or put it in the place of the one with the same id."""

    def delete(self, brief_id: str) -> None:
        """Delete a brief for good."""

    def set_removed(self, brief_id: str, since: str | None) -> None:
        """Say since when a brief lies in the bin; None takes it out."""


def keep(rows: BriefRows, operation: KeepBrief) -> Done:
    """Keep a new brief, or put one in the place of that with the same id, with what changed elsewhere meanwhile."""
    made = operation.brief
    before, removed = rows.row(made.id) or (None, None)
    if removed:
        raise LibraryFailure(Message.of("brief.in_bin", title=made.title))
    if before is not None and operation.base is not None:
        made = merged_brief(operation.base, made, before)
    rows.put(made)
    return Done(Unmake(BinnedKind.BRIEF, made.id) if before is None else KeepBrief(before, made))


def unmake(rows: BriefRows, brief_id: str) -> Done:
    """Delete a brief for good; its inverse keeps it again."""
    before, removed = there(rows, brief_id)
    if removed:
        raise LibraryFailure(Message.of("brief.in_bin", title=before.title))
    rows.delete(brief_id)
    return Done(KeepBrief(before))


def remove(rows: BriefRows, operation: RemoveBrief) -> Done:
    """Put a brief into the bin."""
    _move(rows, operation.brief_id, operation.removed or now())
    return Done(RestoreBrief(operation.brief_id))


def restore(rows: BriefRows, operation: RestoreBrief) -> Done:
    """Take a brief out of the bin."""
    since = _move(rows, operation.brief_id, None)
    return Done(RemoveBrief(operation.brief_id, since or ""))


def there(rows: BriefRows, brief_id: str) -> tuple[StoredBrief, str | None]:
    """A brief, and since when it lies in the bin.

    Raises:
        LibraryFailure: if there is none with this id.
    """
    row = rows.row(brief_id)
    if row is None:
        raise LibraryFailure(Message("brief.gone"))
    return row


def _move(rows: BriefRows, brief_id: str, removed: str | None) -> str | None:
    kept, before = there(rows, brief_id)
    if (before is None) == (removed is None):
        raise LibraryFailure(Message.of("brief.moved", title=kept.title))
    rows.set_removed(brief_id, removed)
    return before
