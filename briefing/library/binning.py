"""The bin: what was deleted waits there for thirty days and can be taken out again."""

from datetime import UTC, datetime, timedelta

import apsw

from briefing.library import articles
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


def empty(connection: apsw.Connection, moment: datetime) -> list[str]:
    """Delete for good what lies in the bin since before `moment`; gives the digests of originals nothing needs now."""
    before = (_stored(moment),)
    digests = [str(row[0]) for row in connection.execute("SELECT digest FROM article WHERE removed < ?", before)]
    for article_id, sketch in list(
        connection.execute("SELECT id, sketch FROM article JOIN body ON article_id = id WHERE removed < ?", before)
    ):
        articles.take_bands(connection, article_id, sketch)
    # The reader's own goes first, so that the counts are taken from rows that are still there.
    for table in ("annotation", "filed", "article_tag"):
        connection.execute(
            f"DELETE FROM {table} WHERE article_id IN (SELECT id FROM article WHERE removed < ?)", before
        )
    for table in ("article", "annotation", "collection", "saved_search", "brief"):
        connection.execute(f"DELETE FROM {table} WHERE removed < ?", before)
    return digests


def overdue() -> datetime:
    """What went into the bin before this moment need not be kept any longer."""
    return datetime.now(UTC) - WAITING


def _stored(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="microseconds")
