"""Actors and claims across articles, and the reader's word on who is who."""

from typing import Any

import apsw

from briefing.library import actor_judgements, arranging, findings
from briefing.library.done import Done
from briefing.library.failures import LibraryFailure
from briefing.library.folding import plain_name
from briefing.model import (
    ActorKind,
    Appearance,
    Certainty,
    KnownActor,
    KnownClaim,
    Span,
    Status,
)

_WHERE_NAMED = (
    "FROM actor_name JOIN actor ON actor.article_id = actor_name.article_id AND actor.id = actor_name.actor_id "
    "JOIN article ON article.id = actor_name.article_id WHERE actor_name.name = ? AND shown"
)


_CLAIM = """
SELECT article.id, title, outlet, published, claim.id, claim.start, claim."end",
    substr(text, claim.start + 1, claim."end" - claim.start), claim.source, claim.status,
    certainty, judgement.source, judgement.status
FROM claim JOIN article ON article.id = claim.article_id JOIN body ON body.article_id = claim.article_id
LEFT JOIN judgement
    ON judgement.article_id = claim.article_id AND judgement.start = claim.start AND judgement."end" = claim."end"
"""

_SPOKEN_BY = """
SELECT claim.article_id, claim.id FROM actor_name JOIN claim ON claim.article_id = actor_name.article_id
    AND instr(speakers, ' ' || actor_id || ' ') > 0 WHERE actor_name.name = ?
"""

_JUDGED = """
SELECT claim.article_id, claim.id FROM judgement JOIN claim ON claim.article_id = judgement.article_id
    AND claim.start = judgement.start AND claim."end" = judgement."end" WHERE judgement.source IS NOT NULL
"""


def known(connection: apsw.Connection, beginning: str, count: int) -> list[KnownActor]:
    """Names of actors of which a word begins with `beginning`, those in most articles first."""
    typed = plain_name(beginning)
    rows = connection.execute(
        "SELECT min(actor.name), min(actor.kind), count(DISTINCT actor.article_id) AS number "
        "FROM actor_name JOIN actor ON actor.article_id = actor_name.article_id AND actor.id = actor_name.actor_id "
        "JOIN article ON article.id = actor.article_id "
        "WHERE shown AND (actor_name.name >= ?1 AND actor_name.name < ?1 || char(0x10ffff) "
        "OR instr(actor_name.name, ' ' || ?1) > 0) "
        "GROUP BY actor.name COLLATE NOCASE ORDER BY number DESC, 1 LIMIT ?2",
        (typed, count),
    )
    return [KnownActor(name, ActorKind(kind), number) for name, kind, number in rows]


def appearances(connection: apsw.Connection, name: str) -> list[Appearance]:
    """Where an actor appears under this name or alias, newest article first."""
    rows = connection.execute(
        "SELECT article.id, title, outlet, published, actor.id, actor.name, actor.kind, (SELECT count(*) FROM claim "
        "WHERE claim.article_id = article.id AND instr(speakers, ' ' || actor.id || ' ') > 0) "
        f"{_WHERE_NAMED} ORDER BY published DESC, article.id DESC, actor.id",
        (plain_name(name),),
    )
    return [
        Appearance(article_id, title, outlet, published, actor_id, found, ActorKind(kind), number)
        for article_id, title, outlet, published, actor_id, found, kind, number in rows
    ]


def claims_by(connection: apsw.Connection, name: str) -> list[KnownClaim]:
    """What an actor of this name or alias says, in any article that is shown; the reader's word on the source counts.

    Newest article first, in text order.
    """
    rows = connection.execute(
        f"{_CLAIM} WHERE shown AND (claim.article_id, claim.id) IN ({_SPOKEN_BY} UNION {_JUDGED}) "
        "ORDER BY published DESC, article.id DESC, claim.start",
        (plain_name(name),),
    )
    return [claim for row in rows if (claim := _claim(row, name)) is not None]


def judge(connection: apsw.Connection, operation: arranging.JudgeActors) -> Done:
    """Keep the reader's word on actors, and let the rows say it."""
    made = operation.judgement
    if not made.name.strip() or not made.names:
        raise LibraryFailure("An actor needs a name; nothing was changed.")
    if actor_judgements.is_there(connection, made.id):
        raise LibraryFailure("This was said of the actors already; nothing was changed.")
    actor_judgements.put(connection, operation.article_id, made)
    findings.derive_again(connection, operation.article_id)
    return Done(arranging.WithdrawActors(operation.article_id, made.id), (operation.article_id,))


def withdraw(connection: apsw.Connection, operation: arranging.WithdrawActors) -> Done:
    """Take the reader's word on actors back."""
    given = actor_judgements.of_article(connection, operation.article_id)
    before = [each for each in given if each.id == operation.judgement_id]
    if not before:
        raise LibraryFailure("This was not said of the actors any more; nothing was changed.")
    actor_judgements.delete(connection, operation.judgement_id)
    findings.derive_again(connection, operation.article_id)
    return Done(arranging.JudgeActors(operation.article_id, before[0]), (operation.article_id,))


def _claim(row: tuple[Any, ...], name: str) -> KnownClaim | None:
    article_id, title, outlet, published, claim_id, start, end, content, *rest = row
    source, status, certainty, judged_source, judged_status = rest
    if judged_source is not None and plain_name(judged_source) != plain_name(name):
        return None
    return KnownClaim(
        article_id,
        title,
        outlet,
        published,
        claim_id,
        Span(start, end),
        content,
        judged_source or source,
        Status(judged_status or status),
        Certainty(certainty),
    )
