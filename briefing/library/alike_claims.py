"""Finds claims of other articles that say much the same: by their rare words first, then by all they share."""

import itertools
import json
import re

import apsw

from briefing.library.actors import KNOWN_CLAIM, known_claims
from briefing.library.articles import text_of
from briefing.library.folding import plain
from briefing.model.across import AlikeClaim

LEAST_SHARED = 3
"""Words that two claims must have in common at least."""

LEAST_ALIKE = 0.25
"""Share of words in common (Jaccard) from which on claims are alike."""

_ASKED = KNOWN_CLAIM.format(
    asked="(SELECT value ->> 0 AS article_id, value ->> 1 AS claim_id FROM json_each(?)) AS asked",
    fits="claim.id = asked.claim_id",
)
_RAREST = 6
_MOST_ARTICLES = 200
_WORD = re.compile(r"\w{3,}")


def like(connection: apsw.Connection, content: str, count: int) -> list[AlikeClaim]:
    """`count` claims of articles that are shown, the most alike first, newer ones first among equals."""
    wanted = words_of_claim(content)
    articles = _articles(connection, wanted)
    found: list[tuple[float, int, str]] = []
    for article_id in articles:
        text = text_of(connection, article_id)
        rows = connection.execute('SELECT id, start, "end" FROM claim WHERE article_id = ?', (article_id,))
        for claim_id, start, end in rows:
            likeness = _likeness(wanted, words_of_claim(text[start:end]))
            if likeness >= LEAST_ALIKE:
                found.append((likeness, article_id, claim_id))
    best = sorted(found, key=lambda each: (-each[0], -each[1]))[:count]
    likenesses = {(article_id, claim_id): likeness for likeness, article_id, claim_id in best}
    rows = connection.execute(
        f"{_ASKED} WHERE shown AND NOT coalesce(judgement.dismissed, 0)", (json.dumps(list(likenesses)),)
    )
    claims = known_claims(connection, rows)
    alike = [AlikeClaim(claim, likenesses[claim.article_id, claim.claim_id]) for claim in claims]
    return sorted(alike, key=lambda each: (each.likeness, each.claim.published), reverse=True)


def words_of_claim(content: str) -> frozenset[str]:
    """The words that count when claims are compared: three letters and more, without case and accents."""
    return frozenset(_WORD.findall(plain(content)))


def _articles(connection: apsw.Connection, wanted: frozenset[str]) -> list[int]:
    """Articles in whose claims two of the rarest words stand; common words alone would find everything."""
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


def _likeness(left: frozenset[str], right: frozenset[str]) -> float:
    shared = len(left & right)
    return shared / len(left | right) if shared >= LEAST_SHARED else 0.0
