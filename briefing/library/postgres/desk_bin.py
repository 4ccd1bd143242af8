"""Deletes for good what lies in the bin of a desk's library."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefing.library.brief_acts import there
from briefing.library.postgres import desk_originals, desk_shelves, desk_stories
from briefing.library.postgres.desk_briefs import Briefs, StoryWords, story_words
from briefing.library.postgres.desk_collections import Collections
from briefing.library.postgres.desk_connection import Connection
from briefing.library.postgres.desk_shelves import PLACES
from briefing.library.restorations import overdue
from briefing.model import Binned, BinnedKind

_FIRST = "2020"
"""Nothing was thrown away before: a moment that is earlier tells of a wrong clock."""


def empty(connection: Connection, chosen: Sequence[Binned] | None) -> tuple[str, ...]:
    """Delete what lies in the bin, or what of these still lies there since the same moment; gives digests."""
    lying = {(one.kind, one.id): one.removed for one in desk_shelves.bin_of(connection)}
    wanted = [(one.kind, one.id) for one in chosen if lying.get((one.kind, one.id)) == one.removed] if chosen else []
    names = list(lying) if chosen is None else wanted
    for kind in (BinnedKind.ANNOTATION, BinnedKind.COLLECTION, BinnedKind.SAVED_SEARCH, BinnedKind.BRIEF):
        gone = [name for one, name in names if one is kind]
        if kind is BinnedKind.COLLECTION:
            gone = [name for top in gone for name in _gone_with(connection, top)]
        connection.execute(f"DELETE FROM {PLACES[kind][0]} WHERE id = ANY(%s)", (gone,))
    return _delete(connection, [int(name) for kind, name in names if kind is BinnedKind.ARTICLE])


def _gone_with(connection: Connection, collection_id: str) -> list[str]:
    """A collection in the bin, with those below it that went there at the same moment."""
    rows = Collections(connection)
    found = rows.row(collection_id)
    return rows.below(collection_id, found[2]) if found else []


def is_anything_overdue(connection: Connection) -> bool:
    """Whether something lies in the bin for longer than it need be kept."""
    over = (f"SELECT 1 FROM {table} WHERE removed BETWEEN %(from)s AND %(since)s" for table, _ in PLACES.values())
    row = connection.execute(" UNION ALL ".join(over) + " LIMIT 1", {"from": _FIRST, "since": _since()}).fetchone()
    return row is not None


def empty_overdue(connection: Connection) -> None:
    """Delete what lies in the bin for longer than it need be kept."""
    for table in ("annotation", "collection", "saved_search", "brief"):
        connection.execute(f"DELETE FROM {table} WHERE removed BETWEEN %s AND %s", (_FIRST, _since()))
    rows = connection.execute("SELECT id FROM article WHERE newest AND removed BETWEEN %s AND %s", (_FIRST, _since()))
    _delete(connection, [int(row[0]) for row in rows.fetchall()])


def _delete(connection: Connection, numbers: Sequence[int]) -> tuple[str, ...]:
    """Delete articles with all their versions, and with what was written on them."""
    going = connection.execute(
        "SELECT id FROM article WHERE work IN (SELECT work FROM article WHERE id = ANY(%s))", (list(numbers),)
    )
    desk_stories.erase(connection, [int(row[0]) for row in going.fetchall()])
    rows = connection.execute(
        "DELETE FROM article WHERE work IN (SELECT work FROM article WHERE id = ANY(%s)) RETURNING id, digest",
        (list(numbers),),
    )
    gone = {int(number): str(digest) for number, digest in rows.fetchall()}
    digests = tuple(gone.values())
    desk_originals.discard(connection, digests)
    _quote_no_more(connection, gone)
    return digests


def _quote_no_more(connection: Connection, gone: Mapping[int, str]) -> None:
    """Leave no words of articles that are gone in briefs, whose lines stay, and in what was said of stories."""
    rows = Briefs(connection)
    for (name,) in connection.execute("SELECT id FROM brief").fetchall():
        brief, _ = there(rows, name)
        lines = [line.id for section in brief.sections for line in section.lines if line.article_id in gone]
        connection.execute("DELETE FROM brief_seen WHERE brief_id = %s AND line_id = ANY(%s)", (name, lines))
        sections = tuple(
            replace(
                section,
                lines=tuple(replace(line, claim=None) if line.article_id in gone else line for line in section.lines),
            )
            for section in brief.sections
        )
        if sections != brief.sections:
            rows.put(replace(brief, sections=sections))
    for word in story_words(connection):
        if any(one.digest in gone.values() for one in word.statements):
            StoryWords(connection).delete(word.id)


def _since() -> str:
    return overdue().isoformat(timespec="microseconds")
