"""Finds claims of other articles that say much the same: what tells, and somebody or a number, must be in both."""

import itertools
import json
import re
import tomllib
from collections.abc import Iterable
from functools import cache

import apsw

from briefing.library.collation import plain
from briefing.library.sqlite.actor_index import KNOWN_CLAIM, known_claims
from briefing.library.sqlite.articles import text_of
from briefing.model.cross_library import AlikeClaim
from briefing.records import dataclass
from briefing.resources import resource

LEAST_SHARED = 2
"""Telling words that two claims must have in common at least."""

LEAST_ALIKE = 0.25
"""Share of telling words in common (Jaccard) from which on claims are alike that share somebody or a number."""

LEAST_SAME = 0.8
"""Share from which on they are alike without either: they are the same words; at least `SAME_WORDS` of them."""

SAME_WORDS = 3

_ASKED = KNOWN_CLAIM.format(
    asked="(SELECT value ->> 0 AS article_id, value ->> 1 AS claim_id FROM json_each(?)) AS asked",
    fits="claim.id = asked.claim_id",
)
_NAMES = "SELECT DISTINCT name FROM actor_name WHERE article_id = ?"
_RAREST = 6
_MOST_ARTICLES = 200
_WORD = re.compile(r"\w{3,}")
_NUMBER = re.compile(r"\d(?:[\d.,\u00a0\u202f']*\d)?")
_PARTED = re.compile(r"(?<=\d)[.,'\u00a0\u202f](?=\d{3}(?!\d))")


@dataclass(frozen=True, slots=True)
class Told:
    """What words tell: those that count, and the numbers and days among them."""

    words: frozenset[str]
    numbers: frozenset[str]


def like(connection: apsw.Connection, content: str, count: int) -> list[AlikeClaim]:
    """`count` claims of articles that are shown, the most alike first, newer ones first among equals."""
    wanted = told_by(content)
    found: list[tuple[float, int, str]] = []
    for article_id in _articles(connection, wanted.words):
        text = text_of(connection, article_id)
        names = [_WORD.findall(str(row[0])) for row in connection.execute(_NAMES, (article_id,))]
        rows = connection.execute('SELECT id, start, "end" FROM claim WHERE article_id = ?', (article_id,))
        for claim_id, start, end in rows:
            likeness = _likeness(wanted, told_by(text[start:end]), names)
            if likeness:
                found.append((likeness, article_id, claim_id))
    best = sorted(found, key=lambda each: (-each[0], -each[1]))[:count]
    likenesses = {(article_id, claim_id): likeness for likeness, article_id, claim_id in best}
    rows = connection.execute(
        f"{_ASKED} WHERE shown AND NOT coalesce(judgement.dismissed, 0)", (json.dumps(list(likenesses)),)
    )
    claims = known_claims(connection, rows)
    alike = [AlikeClaim(claim, likenesses[claim.article_id, claim.claim_id]) for claim in claims]
    return sorted(alike, key=lambda each: (each.likeness, each.claim.published), reverse=True)


def told_by(content: str) -> Told:
    """What the words of a claim tell: without case and accents, and without the words that every claim has."""
    function, dates = _common()
    words = _PARTED.sub("", plain(content))
    found = frozenset(_WORD.findall(words)) - function
    numbers = frozenset(_NUMBER.findall(words))
    return Told(found, numbers | (found & dates))


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


def _likeness(left: Told, right: Told, names: Iterable[list[str]]) -> float:
    """How alike two claims are, from 0 to 1; 0 of those that tell of nobody and no number that is in both."""
    both = left.words & right.words
    likeness = len(both) / len(left.words | right.words) if len(both) >= LEAST_SHARED else 0.0
    if likeness < LEAST_ALIKE:
        return 0.0
    same = likeness >= LEAST_SAME and len(both) >= SAME_WORDS
    return likeness if same or left.numbers & right.numbers or _names_one_of(names, both) else 0.0


def _names_one_of(names: Iterable[list[str]], words: frozenset[str]) -> bool:
    """Whether the telling words of a name are all among these."""
    function, _ = _common()
    return any(telling and words.issuperset(telling) for name in names if (telling := set(name) - function))


@cache
def _common() -> tuple[frozenset[str], frozenset[str]]:
    """The words that tell nothing, and those that tell a day or a month."""
    with resource("library", "common_words.toml").open("rb") as file:
        data = tomllib.load(file)
    return frozenset(plain(data["function"]).split()), frozenset(plain(data["dates"]).split())
