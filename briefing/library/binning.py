"""The bin: what was deleted waits there for thirty days and can be taken out again."""

from datetime import UTC, datetime, timedelta

import apsw

from briefing.library.erasing import TABLES, Gone
from briefing.model import Binned, BinnedKind

WAITING = timedelta(days=30)
"""So long does the bin keep what was deleted."""

_ALL = """
SELECT 'article' AS kind, id, title, removed, NULL AS article_id FROM article WHERE removed IS NOT NULL AND newest
UNION ALL SELECT 'annotation', annotation.id, coalesce(nullif(note, ''), exact), annotation.removed, article_id
    FROM annotation JOIN article ON article.id = article_id WHERE annotation.removed IS NOT NULL
UNION ALL SELECT 'collection', id, name, removed, NULL FROM collection WHERE removed IS NOT NULL
UNION ALL SELECT 'saved search', id, name, removed, NULL FROM saved_search WHERE removed IS NOT NULL
UNION ALL SELECT 'brief', id, title, removed, NULL FROM brief WHERE removed IS NOT NULL
"""


def listed(connection: apsw.Connection) -> list[Binned]:
    """All that lies in the bin, what went there last first."""
    rows = connection.execute(f"SELECT * FROM ({_ALL}) ORDER BY removed DESC, kind, id")
    return [
        Binned(BinnedKind(kind), str(number), title, datetime.fromisoformat(removed), article_id)
        for kind, number, title, removed, article_id in rows
    ]


def anything_over(connection: apsw.Connection, moment: datetime) -> bool:
    """Whether something lies in the bin since before `moment`."""
    return (
        connection.execute(f"SELECT 1 FROM ({_ALL}) WHERE removed < ? LIMIT 1", (_stored(moment),)).fetchone()
        is not None
    )


def lying_since_before(connection: apsw.Connection, moment: datetime) -> Gone:
    """What lies in the bin since before `moment`, by the names that it has in backups, too; older versions with it."""
    before = (_stored(moment),)
    chosen = {kind: f"SELECT id FROM {table} WHERE removed < ?" for kind, table in TABLES.items()}
    chosen[BinnedKind.ARTICLE] = "SELECT digest FROM article WHERE removed < ?"
    # What is on an article goes with it, and has to go from backups that hold the article under another digest.
    chosen[BinnedKind.ANNOTATION] += " OR article_id IN (SELECT id FROM article WHERE removed < ?1)"
    return {kind: [str(row[0]) for row in connection.execute(query, before)] for kind, query in chosen.items()}


def overdue() -> datetime:
    """What went into the bin before this moment need not be kept any longer."""
    return datetime.now(UTC) - WAITING


def _stored(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="microseconds")
