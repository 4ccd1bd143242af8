"""Actors and claims across articles, and the reader's word on who is who."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import apsw

from briefing.library.collation import plain_name
from briefing.library.finding_rows import CERTAINTIES
from briefing.library.sqlite import actor_judgements, standings, stored_findings
from briefing.model import (
    ActorJudgement,
    ActorKind,
    Appearance,
    Judgement,
    KnownActor,
    KnownClaim,
    Span,
    Status,
)

# CROSS JOIN is SQLite's way to say in which order tables are read: here always from the few rows that are asked for.
KNOWN_CLAIM = """
SELECT article.id, title, outlet, published, claim.id, claim.start, claim."end",
    substr(unpacked(text), claim.start + 1, claim."end" - claim.start), coalesce(nullif(claim.source, ''),
        (SELECT group_concat(name, ' and ') FROM actor
        WHERE actor.article_id = claim.article_id AND instr(speakers, ' ' || actor.id || ' ') > 0), ''),
    claim.status, certainty
FROM {asked} CROSS JOIN claim ON claim.article_id = asked.article_id AND {fits}
CROSS JOIN article ON article.id = claim.article_id
CROSS JOIN body ON body.article_id = claim.article_id
LEFT JOIN judgement
    ON judgement.article_id = claim.article_id AND judgement.start = claim.start AND judgement."end" = claim."end"
"""

_BY_NAME = KNOWN_CLAIM.format(
    asked="""(
        SELECT article_id, actor_id, NULL AS start FROM actor_name WHERE name = ?1
        UNION ALL SELECT article_id, NULL, start FROM judgement WHERE source IS NOT NULL AND plain_name(source) = ?1
    ) AS asked""",
    fits="(instr(speakers, ' ' || asked.actor_id || ' ') > 0 OR claim.start = asked.start)",
)


_MOST_FORMS = 200
_LATEST = 2000

_BEGINNING = "SELECT name FROM actor_name WHERE name >= ? AND name < ? GROUP BY name ORDER BY count(*) DESC LIMIT ?"
_LATELY = (
    "SELECT min(name) FROM actor WHERE article_id > (SELECT last_article FROM numbering) - ? "
    "GROUP BY name COLLATE NOCASE ORDER BY count(*) DESC LIMIT ?"
)
_INSIDE = "SELECT name FROM actor_name WHERE instr(name, ?) > 0 GROUP BY name ORDER BY count(*) DESC LIMIT ?"


def known(connection: apsw.Connection, beginning: str, count: int) -> list[KnownActor]:
    """Names of actors of which a word begins with `beginning`, those in most articles first; "" is those of lately."""
    typed = plain_name(beginning)
    # First the names alone, from their index: only what may be shown is looked up in the articles.
    if typed:
        forms = _forms(connection, typed, count)
    else:
        forms = [plain_name(str(row[0])) for row in connection.execute(_LATELY, (_LATEST, count))]
    rows = connection.execute(
        "SELECT min(actor.name), min(actor.kind), count(DISTINCT actor.article_id) AS number "
        "FROM actor_name CROSS JOIN actor ON actor.article_id = actor_name.article_id AND actor.id = actor_id "
        "CROSS JOIN article ON article.id = actor.article_id "
        f"WHERE shown AND actor_name.name IN ({', '.join('?' * len(forms))}) "
        "GROUP BY actor.name COLLATE NOCASE ORDER BY number DESC, 1 LIMIT ?",
        (*forms, count),
    )
    return [KnownActor(name, ActorKind(kind), number) for name, kind, number in rows]


def _forms(connection: apsw.Connection, typed: str, count: int) -> list[str]:
    forms = [str(row[0]) for row in connection.execute(_BEGINNING, (typed, typed + "\U0010ffff", _MOST_FORMS))]
    if len(forms) < count:
        forms += [str(row[0]) for row in connection.execute(_INSIDE, (f" {typed}", _MOST_FORMS))]
    return list(dict.fromkeys(forms))


def appearances(connection: apsw.Connection, name: str, first: int = 0, count: int | None = None) -> list[Appearance]:
    """Where an actor appears under this name or alias, newest article first."""
    rows = connection.execute(
        "SELECT article.id, title, outlet, published, actor.id, actor.name, actor.kind, (SELECT count(*) FROM claim "
        "WHERE claim.article_id = article.id AND instr(speakers, ' ' || actor.id || ' ') > 0) "
        "FROM actor_name CROSS JOIN actor ON actor.article_id = actor_name.article_id AND actor.id = actor_id "
        "CROSS JOIN article ON article.id = actor_name.article_id WHERE actor_name.name = ? AND shown "
        "ORDER BY published DESC, article.id DESC, actor.id LIMIT ? OFFSET ?",
        (plain_name(name), -1 if count is None else count, first),
    )
    return [
        Appearance(article_id, title, outlet, published, actor_id, found, ActorKind(kind), number)
        for article_id, title, outlet, published, actor_id, found, kind, number in rows
    ]


def claims_by(connection: apsw.Connection, name: str, first: int = 0, count: int | None = None) -> list[KnownClaim]:
    """What an actor of this name or alias says, in any article that is shown; the reader's word on the source counts.

    Newest article first, in text order.
    """
    rows = connection.execute(
        f"{_BY_NAME} WHERE shown AND (judgement.source IS NULL OR plain_name(judgement.source) = ?1) "
        "AND (judgement.source IS NOT NULL OR asked.start IS NULL) AND NOT coalesce(judgement.dismissed, 0) "
        "GROUP BY claim.article_id, claim.id "
        "ORDER BY published DESC, article.id DESC, claim.start LIMIT ?2 OFFSET ?3",
        (plain_name(name), -1 if count is None else count, first),
    )
    return known_claims(connection, rows)


def known_claims(connection: apsw.Connection, rows: Iterable[tuple[Any, ...]]) -> list[KnownClaim]:
    """The claims in rows of KNOWN_CLAIM, with the reader's word on their statuses and sources."""
    judged: dict[int, dict[str, Judgement]] = {}
    found = []
    for row in list(rows):
        claim = _known_claim(row)
        if claim.article_id not in judged:
            judged[claim.article_id] = standings.judged(connection, claim.article_id)
        word = judged[claim.article_id].get(claim.claim_id)
        source, status = (word.source, word.own_status) if word else (None, None)
        found.append(replace(claim, source=source or claim.source, status=status or claim.status))
    return found


def _known_claim(row: tuple[Any, ...]) -> KnownClaim:
    article_id, title, outlet, published, claim_id, start, end, content, *rest = row
    source, status, certainty = rest
    return KnownClaim(
        article_id,
        title,
        outlet,
        published,
        claim_id,
        Span(start, end),
        content,
        source,
        Status(status),
        CERTAINTIES[certainty],
    )


class ActorWords:
    """The rows of the reader's word on actors, for `actor_word_acts`."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection

    def of_article(self, article_id: int) -> tuple[ActorJudgement, ...]:
        """What was said of the actors of an article."""
        return actor_judgements.of_article(self._connection, article_id)

    def anywhere(self, judgement_id: str) -> ActorJudgement | None:
        """What was said under this identity of whatever article; None if nothing was."""
        return actor_judgements.anywhere(self._connection, judgement_id)

    def insert(self, article_id: int, judgement: ActorJudgement) -> None:
        """Insert the reader's word."""
        actor_judgements.put(self._connection, article_id, judgement)

    def delete(self, judgement_id: str) -> None:
        """Delete the reader's word."""
        actor_judgements.delete(self._connection, judgement_id)

    def derive_again(self, article_id: int) -> None:
        """Make the rows of an article's findings anew."""
        stored_findings.derive_again(self._connection, article_id)
