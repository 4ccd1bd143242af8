"""Actors and claims across the articles of a desk's library."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from briefing.library.collation import plain_name
from briefing.library.finding_rows import CERTAINTIES, claims_alone
from briefing.library.postgres import desk_annotations
from briefing.library.postgres.desk_annotations import HELD
from briefing.library.postgres.desk_articles import text_of
from briefing.library.postgres.desk_connection import Connection
from briefing.library.postgres.desk_finding_rows import storable
from briefing.model import ActorKind, Appearance, Judgement, KnownActor, KnownClaim, Origin, Span, Status
from briefing.model.judged_claims import judgements_by_claim

_SHOWN = "article.removed IS NULL AND article.newest"

KNOWN_CLAIM = f"""
SELECT article.id, article.origin, claim.id, claim.start, claim.finish,
    coalesce(nullif(claim.source, ''), (SELECT string_agg(name, ' and ') FROM actor
        WHERE actor.article_id = claim.article_id AND strpos(speakers, ' ' || actor.id || ' ') > 0), ''),
    claim.status, claim.certainty
FROM claim JOIN article ON article.id = claim.article_id LEFT JOIN judgement AS word
    ON word.article_id = claim.article_id AND word.start = claim.start AND word.finish = claim.finish AND {HELD}
WHERE {_SHOWN} AND NOT coalesce(word.dismissed, false) AND (claim.article_id, claim.id)
"""
"""To be followed by which: a list of pairs, or a query that gives them."""

_BY_NAME = f"""IN (
    SELECT said.article_id, said.id FROM actor_name JOIN claim AS said ON said.article_id = actor_name.article_id
        AND strpos(said.speakers, ' ' || actor_id || ' ') > 0 WHERE actor_name.name = %(name)s
        AND NOT EXISTS (SELECT 1 FROM judgement AS word WHERE word.article_id = said.article_id
            AND word.start = said.start AND word.finish = said.finish AND word.source <> %(name)s AND {HELD})
    UNION SELECT said.article_id, said.id FROM judgement AS word JOIN claim AS said
        ON said.article_id = word.article_id AND said.start = word.start AND said.finish = word.finish
        WHERE word.source = %(name)s AND {HELD}
) ORDER BY article.published DESC, article.id DESC, claim.start LIMIT %(count)s OFFSET %(first)s"""

_MOST_FORMS = 200
_LATEST = 2000
_BEGINNING = (
    "SELECT name FROM actor_name WHERE name >= %s AND name < %s GROUP BY name ORDER BY count(*) DESC, name LIMIT %s"
)
_INSIDE = "SELECT name FROM actor_name WHERE name LIKE %s GROUP BY name ORDER BY count(*) DESC, name LIMIT %s"
_LATELY = (
    "SELECT min(name) FROM actor WHERE article_id > (SELECT max(id) FROM article) - %s "
    "GROUP BY lower(name) ORDER BY count(*) DESC, 1 LIMIT %s"
)


def known(connection: Connection, beginning: str, count: int) -> list[KnownActor]:
    """Names of actors of which a word begins with `beginning`, those in most articles first; "" is those of lately."""
    typed = storable(plain_name(beginning))
    if typed:
        forms = _forms(connection, typed, count)
    else:
        rows = connection.execute(_LATELY, (_LATEST, count))
        forms = [storable(plain_name(str(row[0]))) for row in rows.fetchall()]
    rows = connection.execute(
        "SELECT min(actor.name), min(actor.kind), count(DISTINCT actor.article_id) AS number FROM actor_name "
        "JOIN actor ON actor.article_id = actor_name.article_id AND actor.id = actor_id "
        f"JOIN article ON article.id = actor.article_id WHERE {_SHOWN} AND actor_name.name = ANY(%s) "
        "GROUP BY lower(actor.name) ORDER BY number DESC, 1 LIMIT %s",
        (forms, count),
    )
    return [KnownActor(name, ActorKind(kind), number) for name, kind, number in rows.fetchall()]


def _forms(connection: Connection, typed: str, count: int) -> list[str]:
    rows = connection.execute(_BEGINNING, (typed, typed + "\U0010ffff", _MOST_FORMS))
    forms = [str(row[0]) for row in rows.fetchall()]
    if len(forms) < count:
        escaped = typed.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        forms += [str(row[0]) for row in connection.execute(_INSIDE, (f"% {escaped}%", _MOST_FORMS)).fetchall()]
    return list(dict.fromkeys(forms))


def appearances(connection: Connection, name: str, first: int = 0, count: int | None = None) -> list[Appearance]:
    """Where an actor appears under this name or alias, newest article first."""
    rows = connection.execute(
        "SELECT article.id, article.origin, actor.id, actor.name, actor.kind, (SELECT count(*) FROM claim "
        "WHERE claim.article_id = article.id AND strpos(speakers, ' ' || actor.id || ' ') > 0) "
        "FROM actor_name JOIN actor ON actor.article_id = actor_name.article_id AND actor.id = actor_id "
        f"JOIN article ON article.id = actor_name.article_id WHERE actor_name.name = %s AND {_SHOWN} "
        "ORDER BY article.published DESC, article.id DESC, actor.id LIMIT %s OFFSET %s",
        (storable(plain_name(name)), count, first),
    )
    return [
        Appearance(number, *_told(origin), actor_id, found, ActorKind(kind), claims)
        for number, origin, actor_id, found, kind, claims in rows.fetchall()
    ]


def claims_by(connection: Connection, name: str, first: int = 0, count: int | None = None) -> list[KnownClaim]:
    """What an actor of this name or alias says, in any article that is shown; the reader's word on the source counts.

    Newest article first, in text order.
    """
    asked = {"name": storable(plain_name(name)), "count": count, "first": first}
    return known_claims(connection, connection.execute(f"{KNOWN_CLAIM} {_BY_NAME}", asked).fetchall())


def known_claims(connection: Connection, rows: Iterable[Sequence[Any]]) -> list[KnownClaim]:
    """The claims in rows of KNOWN_CLAIM, with the reader's word on their statuses and sources."""
    texts: dict[int, str] = {}
    words: dict[int, dict[str, Judgement]] = {}
    found = []
    for number, origin, claim_id, start, finish, source, status, certainty in rows:
        if number not in texts:
            texts[number] = text_of(connection, number)
            words[number] = _judged(connection, number)
        word = words[number].get(claim_id)
        told = (word.source, word.own_status) if word else (None, None)
        found.append(
            KnownClaim(
                number,
                *_told(origin),
                claim_id,
                Span(start, finish),
                texts[number][start:finish],
                told[0] or source,
                told[1] or Status(status),
                CERTAINTIES[certainty],
            )
        )
    return found


def _judged(connection: Connection, article_id: int) -> dict[str, Judgement]:
    """The reader's word on the claims of an article, by their ids."""
    words = desk_annotations.judgements(connection, article_id)
    if not words:
        return {}
    rows = connection.execute(
        "SELECT id, status, start, finish FROM claim WHERE article_id = %s ORDER BY start", (article_id,)
    )
    return judgements_by_claim(claims_alone(rows.fetchall()), words)


def _told(origin: str) -> tuple[str, str, str]:
    told = Origin(*json.loads(origin))
    return told.title, told.outlet, told.published
