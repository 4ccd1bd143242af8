"""Analyses in PostgreSQL: whole and packed, and how many claims of each status the list shows."""

from collections.abc import Sequence

from briefing.library.change import now
from briefing.library.finding_rows import statuses_json
from briefing.library.packed_findings import PreparedFindings, unpack
from briefing.library.postgres import desk_stories
from briefing.library.postgres.desk_connection import Connection
from briefing.model import Analysis, Judgement
from briefing.model.judged_claims import judgements_by_claim
from briefing.model.reader_claim import with_own_claims
from briefing.model.standing import counts_by_status


def keep(connection: Connection, article_id: int, made: PreparedFindings, words: Sequence[Judgement]) -> None:
    """Put findings in the place of older ones; what the reader wrote, his words on claims among it, is not touched."""
    connection.execute(
        "INSERT INTO analysis (article_id, engine, made, findings) VALUES (%s, %s, %s, %s) ON CONFLICT (article_id) "
        "DO UPDATE SET engine = excluded.engine, made = excluded.made, findings = excluded.findings",
        (article_id, made.engine, now(), made.packed),
    )
    desk_stories.forget(connection, article_id)
    if words:
        recount(connection, article_id, words)
    else:
        _count(connection, article_id, made.rows.count, made.rows.statuses)


def read(connection: Connection, article_id: int) -> Analysis | None:
    """The newest analysis of an article, or None."""
    row = connection.execute("SELECT findings FROM analysis WHERE article_id = %s", (article_id,)).fetchone()
    return None if row is None else unpack(row[0])


def after(connection: Connection, number: int, count: int, part: int = 0, parts: int = 1) -> tuple[int, ...]:
    """The next `count` articles behind a number that are shown and analysed, of one part of all."""
    rows = connection.execute(
        "SELECT id FROM article WHERE removed IS NULL AND newest AND claims IS NOT NULL AND id > %s "
        "AND mod(id, %s) = %s ORDER BY id LIMIT %s",
        (number, parts, part, count),
    )
    return tuple(int(row[0]) for row in rows.fetchall())


def recount(connection: Connection, article_id: int, words: Sequence[Judgement]) -> None:
    """Count the claims of an article anew, with the reader's words; of one that is not analysed, nothing is counted."""
    analysis = read(connection, article_id)
    if analysis is not None:
        seen = with_own_claims(analysis, words)
        counts = counts_by_status(seen.claims, judgements_by_claim(seen, words))
        _count(connection, article_id, sum(counts.values()), statuses_json(counts))


def _count(connection: Connection, article_id: int, claims: int, statuses: str) -> None:
    connection.execute("UPDATE article SET claims = %s, statuses = %s WHERE id = %s", (claims, statuses, article_id))
