"""Deletes for good what lies in the bin of a desk's library."""

from collections.abc import Sequence

from briefing.library.postgres import desk_originals, desk_shelves
from briefing.library.postgres.desk_connection import Connection
from briefing.library.restorations import overdue
from briefing.model import Binned, BinnedKind

_FIRST = "2020"
"""Nothing was thrown away before: a moment that is earlier tells of a wrong clock."""


def empty(connection: Connection, chosen: Sequence[Binned] | None) -> tuple[str, ...]:
    """Delete what lies in the bin, or what of these still lies there since the same moment; gives digests."""
    lying = {(one.kind, one.id): one.removed for one in desk_shelves.bin_of(connection)}
    wanted = [(one.kind, one.id) for one in chosen if lying.get((one.kind, one.id)) == one.removed] if chosen else []
    names = list(lying) if chosen is None else wanted
    notes = [name for kind, name in names if kind is BinnedKind.ANNOTATION]
    connection.execute("DELETE FROM annotation WHERE id = ANY(%s)", (notes,))
    return _delete(connection, [int(name) for kind, name in names if kind is BinnedKind.ARTICLE])


def is_anything_overdue(connection: Connection) -> bool:
    """Whether something lies in the bin for longer than it need be kept."""
    row = connection.execute(
        "SELECT EXISTS (SELECT 1 FROM article WHERE removed BETWEEN %(from)s AND %(since)s) "
        "OR EXISTS (SELECT 1 FROM annotation WHERE removed BETWEEN %(from)s AND %(since)s)",
        {"from": _FIRST, "since": _since()},
    ).fetchone()
    return bool(row and row[0])


def empty_overdue(connection: Connection) -> None:
    """Delete what lies in the bin for longer than it need be kept."""
    connection.execute("DELETE FROM annotation WHERE removed BETWEEN %s AND %s", (_FIRST, _since()))
    rows = connection.execute("SELECT id FROM article WHERE newest AND removed BETWEEN %s AND %s", (_FIRST, _since()))
    _delete(connection, [int(row[0]) for row in rows.fetchall()])


def _delete(connection: Connection, numbers: Sequence[int]) -> tuple[str, ...]:
    """Delete articles with all their versions, and with what was written on them."""
    rows = connection.execute(
        "DELETE FROM article WHERE work IN (SELECT work FROM article WHERE id = ANY(%s)) RETURNING digest",
        (list(numbers),),
    )
    digests = tuple(str(row[0]) for row in rows.fetchall())
    desk_originals.discard(connection, digests)
    return digests


def _since() -> str:
    return overdue().isoformat(timespec="microseconds")
