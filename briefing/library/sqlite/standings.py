"""Counts of an article's claims by status, with the reader's judgements, for the list."""

import apsw

from briefing.library.finding_rows import claims_alone, statuses_json
from briefing.library.sqlite import annotations
from briefing.model import Analysis, Judgement
from briefing.model.judged_claims import judgements_by_claim
from briefing.model.reader_claim import with_own_claims
from briefing.model.standing import counts_by_status


def recount(connection: apsw.Connection, article_id: int) -> None:
    """Count the claims of an article anew; of one that is not analysed yet, nothing is counted."""
    row = connection.execute("SELECT claims FROM article WHERE id = ?", (article_id,)).fetchone()
    if row is None or row[0] is None:
        return
    words = annotations.judgements(connection, article_id)
    seen = with_own_claims(_findings(connection, article_id), words)
    counts = counts_by_status(seen.claims, judgements_by_claim(seen, words))
    connection.execute(
        "UPDATE article SET claims = ?, statuses = ? WHERE id = ?",
        (sum(counts.values()), statuses_json(counts), article_id),
    )


def judged(connection: apsw.Connection, article_id: int) -> dict[str, Judgement]:
    """The reader's word on the claims of an article, by their ids."""
    words = annotations.judgements(connection, article_id)
    return judgements_by_claim(_findings(connection, article_id), words) if words else {}


def is_judged(connection: apsw.Connection, article_id: int) -> bool:
    """Whether the reader has given his word on a claim of an article."""
    row = connection.execute("SELECT 1 FROM judgement WHERE article_id = ? LIMIT 1", (article_id,)).fetchone()
    return row is not None


def _findings(connection: apsw.Connection, article_id: int) -> Analysis:
    """As much of the findings as counting needs, from their rows: the whole of them takes long to unpack."""
    rows = connection.execute(
        'SELECT id, status, start, "end" FROM claim WHERE article_id = ? ORDER BY start', (article_id,)
    )
    return claims_alone(rows)
