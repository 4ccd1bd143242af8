"""Finds claims of other articles that say much the same: what tells, and somebody or a number, must be in both."""

import itertools
import json

import apsw

from briefing.library.claim_likeness import LEAST_SHARED, WORD, likeness, told_by
from briefing.library.sqlite.actor_index import KNOWN_CLAIM, known_claims
from briefing.library.sqlite.articles import text_of
from briefing.model.cross_library import AlikeClaim

_ASKED = KNOWN_CLAIM.format(
    asked="(SELECT value ->> 0 AS article_id, value ->> 1 AS claim_id FROM json_each(?)) AS asked",
    fits="claim.id = asked.claim_id",
)
_NAMES = "SELECT DISTINCT name FROM actor_name WHERE article_id = ?"
_RAREST = 6
_MOST_ARTICLES = 200


def like(connection: apsw.Connection, content: str, count: int) -> list[AlikeClaim]:
    """`count` claims of articles that are shown, the most alike first, newer ones first among equals."""
    wanted = told_by(content)
    found: list[tuple[float, int, str]] = []
    for article_id in _articles(connection, wanted.words):
        text = text_of(connection, article_id)
        names = [WORD.findall(str(row[0])) for row in connection.execute(_NAMES, (article_id,))]
        rows = connection.execute('SELECT id, start, "end" FROM claim WHERE article_id = ?', (article_id,))
        for claim_id, start, end in rows:
            share = likeness(wanted, told_by(text[start:end]), names)
            if share:
                found.append((share, article_id, claim_id))
    best = sorted(found, key=lambda each: (-each[0], -each[1]))[:count]
    likenesses = {(article_id, claim_id): share for share, article_id, claim_id in best}
    rows = connection.execute(
        f"{_ASKED} WHERE shown AND NOT coalesce(judgement.dismissed, 0)", (json.dumps(list(likenesses)),)
    )
    claims = known_claims(connection, rows)
    alike = [AlikeClaim(claim, likenesses[claim.article_id, claim.claim_id]) for claim in claims]
    return sorted(alike, key=lambda each: (each.likeness, each.claim.published), reverse=True)


def _articles(connection: apsw.Connection, wanted: frozenset[str]) -> list[int]:
    """Articles in whose claims two of the rarest words stand; common words alone would find everything."""
    if len(wanted) < LEAST_SHARED:
        return []
    connection.execute("CREATE VIRTUAL TABLE IF NOT EXISTS temp.finding_term USING fts5vocab(main, finding_words, row)")
    known = connection.execute(
        f"SELECT term FROM finding_term WHERE term IN ({', '.join('?' * len(wanted))}) ORDER BY doc, term LIMIT ?",
        (*wanted, _RAREST),
    )
    rarest = [f'"{row[0]}"' for row in known]
    pairs = [f"({left} AND {right})" for left, right in itertools.combinations(rarest, 2)]
    if not pairs:
        return []
    rows = connection.execute(
        "SELECT rowid FROM finding_words WHERE finding_words MATCH ? ORDER BY rowid DESC LIMIT ?",
        (f"claims : ({' OR '.join(pairs)})", _MOST_ARTICLES),
    )
    return [int(row[0]) for row in rows]
