"""Finds claims of other articles of a desk's library that say much the same."""

import itertools

from briefing.library.claim_likeness import LEAST_SHARED, WORD, likeness, told_by
from briefing.library.postgres.desk_actors import KNOWN_CLAIM, known_claims
from briefing.library.postgres.desk_articles import text_of
from briefing.library.postgres.desk_connection import Connection
from briefing.library.postgres.desk_words import lexemes
from briefing.model.cross_library import AlikeClaim

_NAMES = "SELECT DISTINCT name FROM actor_name WHERE article_id = %s"
_RAREST = 6
_MOST_ARTICLES = 200
_COMMON = 20_000
"""In how many articles a word stands is counted so far: of two that stand in more, none is rare."""

_HELD = "FROM words WHERE place IN ('who', 'claims') AND place = 'claims' AND words @@ %s::tsquery"


def like(connection: Connection, content: str, count: int) -> list[AlikeClaim]:
    """`count` claims of articles that are shown, the most alike first, newer ones first among equals."""
    wanted = told_by(content)
    found: list[tuple[float, int, str]] = []
    for number in _articles(connection, wanted.words):
        text = text_of(connection, number)
        names = [WORD.findall(str(row[0])) for row in connection.execute(_NAMES, (number,)).fetchall()]
        rows = connection.execute("SELECT id, start, finish FROM claim WHERE article_id = %s", (number,))
        for claim_id, start, finish in rows.fetchall():
            share = likeness(wanted, told_by(text[start:finish]), names)
            if share:
                found.append((share, number, claim_id))
    best = sorted(found, key=lambda each: (-each[0], -each[1]))[:count]
    shares = {(number, claim_id): share for share, number, claim_id in best}
    rows = connection.execute(
        f"{KNOWN_CLAIM} IN (SELECT * FROM unnest(%s::bigint[], %s::text[]))",
        ([number for number, _ in shares], [claim_id for _, claim_id in shares]),
    )
    claims = known_claims(connection, rows.fetchall())
    alike = [AlikeClaim(claim, shares[claim.article_id, claim.claim_id]) for claim in claims]
    return sorted(alike, key=lambda each: (each.likeness, each.claim.published), reverse=True)


def _articles(connection: Connection, wanted: frozenset[str]) -> list[int]:
    """Articles in whose claims two of the rarest words stand; common words alone would find everything."""
    counted: dict[str, int] = {}
    for word in {one for told in wanted for one in lexemes(told)}:
        row = connection.execute(f"SELECT count(*) FROM (SELECT 1 {_HELD} LIMIT %s) AS held", (f"'{word}'", _COMMON))
        number = row.fetchone()
        if number and number[0]:
            counted[word] = int(number[0])
    rarest = sorted(counted, key=lambda word: (counted[word], word))[:_RAREST]
    pairs = [f"('{left}' & '{right}')" for left, right in itertools.combinations(rarest, 2)]
    if len(wanted) < LEAST_SHARED or not pairs:
        return []
    rows = connection.execute(
        f"SELECT DISTINCT article_id {_HELD} ORDER BY article_id DESC LIMIT %s", (" | ".join(pairs), _MOST_ARTICLES)
    )
    return [int(row[0]) for row in rows.fetchall()]
