"""The bin: what was deleted waits there for thirty days and can be taken out again."""

import json
from collections.abc import Iterable
from datetime import UTC, datetime

import apsw

from briefing.library.sqlite import collections
from briefing.library.sqlite.erasure import TABLES, Gone
from briefing.model import Binned, BinnedKind

_DATED = "removed GLOB '20[2-9][0-9]-[01][0-9]-*'"
"""What no disk has damaged and no wrong clock dated: nothing is overdue since a day before there was Briefing."""

_ALL = """
SELECT 'article' AS kind, id, title, removed, NULL AS article_id FROM article WHERE removed IS NOT NULL AND newest
UNION ALL SELECT 'annotation', annotation.id, coalesce(nullif(note, ''), exact), annotation.removed, article_id
    FROM annotation JOIN article ON article.id = article_id WHERE annotation.removed IS NOT NULL
UNION ALL SELECT 'collection', id, name, removed, NULL FROM collection AS each WHERE removed IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM collection WHERE id = each.parent AND removed = each.removed)
UNION ALL SELECT 'saved search', id, name, removed, NULL FROM saved_search WHERE removed IS NOT NULL
UNION ALL SELECT 'brief', id, title, removed, NULL FROM brief WHERE removed IS NOT NULL
"""


def listed(connection: apsw.Connection) -> list[Binned]:
    """All that lies in the bin, what went there last first.

    What went there with something else is not listed beside it: it comes back with it, too.
    """
    rows = connection.execute(f"SELECT * FROM ({_ALL}) ORDER BY removed DESC, kind, id")
    return [
        Binned(BinnedKind(kind), str(number), title, datetime.fromisoformat(removed), article_id)
        for kind, number, title, removed, article_id in rows
    ]


def anything_over(connection: apsw.Connection, moment: datetime) -> bool:
    """Whether something lies in the bin since before `moment`."""
    rows = connection.execute(f"SELECT 1 FROM ({_ALL}) WHERE removed < ? AND {_DATED} LIMIT 1", (_stored(moment),))
    return rows.fetchone() is not None


def binned(connection: apsw.Connection, moment: datetime | None = None) -> Gone:
    """What lies in the bin, all or since before `moment`, by the names that it has in backups, too.

    Older versions of an article are among it, and the notes on them.
    """
    before = (_stored(moment),) if moment else ()
    lies = f"removed < ?1 AND {_DATED}" if moment else "removed IS NOT NULL"
    chosen = {kind: f"SELECT id FROM {table} WHERE {lies}" for kind, table in TABLES.items()}
    chosen[BinnedKind.ARTICLE] = f"SELECT digest FROM article WHERE {lies}"
    # What is on an article goes with it, and has to go from backups that hold the article under another digest.
    chosen[BinnedKind.ANNOTATION] += f" OR article_id IN (SELECT id FROM article WHERE {lies})"
    return {kind: [str(row[0]) for row in connection.execute(query, before)] for kind, query in chosen.items()}


def still_there(connection: apsw.Connection, chosen: Iterable[Binned]) -> Gone:
    """What of these lies in the bin since the same moment, as `binned` gives it.

    What went there with it is among it, as it is not listed beside it; what went there since then is not.
    """
    lying = {(one.kind, one.id): one.removed for one in listed(connection)}
    wanted = [one for one in chosen if lying.get((one.kind, one.id)) == one.removed]
    gone: Gone = {kind: [one.id for one in wanted if one.kind is kind] for kind in BinnedKind}
    versions = connection.execute(
        "SELECT id, digest FROM article WHERE removed IS NOT NULL "
        "AND work IN (SELECT work FROM article WHERE id IN (SELECT value FROM json_each(?)))",
        (json.dumps([int(number) for number in gone[BinnedKind.ARTICLE]]),),
    ).fetchall()
    gone[BinnedKind.ARTICLE] = [str(digest) for _, digest in versions]
    notes = "SELECT id FROM annotation WHERE article_id IN (SELECT value FROM json_each(?))"
    on_them = connection.execute(notes, (json.dumps([number for number, _ in versions]),))
    gone[BinnedKind.ANNOTATION] += [str(row[0]) for row in on_them]
    with_them = (name for top in gone[BinnedKind.COLLECTION] for name in collections.gone_with(connection, top))
    gone[BinnedKind.COLLECTION] = list(dict.fromkeys(with_them))
    return gone


def _stored(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="microseconds")
