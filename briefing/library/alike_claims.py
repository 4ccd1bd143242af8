"""Finds claims of other articles that say much the same: by their rare words first, then by all they share."""

import itertools
import re

import apsw

from briefing.library.actors import KNOWN_CLAIM, known_claim
from briefing.library.folding import plain
from briefing.model.across import AlikeClaim

LEAST_SHARED = 3
"""Words that two claims must have in common at least."""

LEAST_ALIKE = 0.25
"""Share of words in common (Jaccard) from which on claims are alike."""

_RAREST = 6
_MOST_ARTICLES = 200
_WORD = re.compile(r"\w{3,}")


def like(connection: apsw.Connection, content: str, count: int) -> list[AlikeClaim]:
    """`count` claims of articles that are shown, the most alike first, newer ones first among equals."""
    wanted = words_of_claim(content)
    articles = _articles(connection, wanted)
    rows = connection.execute(
        f"{KNOWN_CLAIM} WHERE shown AND claim.article_id IN ({', '.join('?' * len(articles))}) "
        "ORDER BY published DESC, claim.article_id DESC, claim.start",
        tuple(articles),
    )
    found = [AlikeClaim(claim, _likeness(wanted, words_of_claim(claim.content))) for claim in map(known_claim, rows)]
    return sorted((each for each in found if each.likeness >= LEAST_ALIKE), key=lambda each: -each.likeness)[:count]


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
