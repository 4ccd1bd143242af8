"""Findings as rows that can be asked across articles: actors, their names, claims, counts, words to search.

They are handed to SQLite as JSON, which it takes apart by itself: the window's process, in which the library is kept,
has no Python to run for each of the thousands of claims of a long article.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

import apsw

from briefing.library.collation import plain_name
from briefing.model import Analysis, Certainty, Status, covering, words_of
from briefing.model.standing import counts_by_status
from briefing.records import dataclass

CERTAINTIES = (Certainty.CERTAIN, Certainty.PROBABLE, Certainty.POSSIBLE, Certainty.UNKNOWN)
"""Certainty as it is kept in the rows of claims: by its place in this."""


@dataclass(frozen=True, slots=True)
class FindingRows:
    """What is derived from the findings of one article, ready to be written.

    Attributes:
        actors: JSON list of id, name and kind of each.
        names: JSON list of plain name and actor id, of each name of each actor.
        claims: JSON list of id, status, certainty, start, end, source and speakers of each.
        statuses: JSON object of how many claims have each status.
        count: how many claims there are.
        who: names and sources, to be searched.
        said: contents of the claims, to be searched.
    """

    actors: str
    names: str
    claims: str
    statuses: str
    count: int
    who: str
    said: str


def rows_of(analysis: Analysis, text: str) -> FindingRows:
    """The rows of the findings in an article with this `text`."""
    names = {(plain_name(name), actor.id) for actor in analysis.actors for name in (actor.name, *actor.aliases)}
    return FindingRows(
        actors=_json([(actor.id, actor.name, actor.kind.value) for actor in analysis.actors]),
        names=_json(sorted(names)),
        claims=_json(list(_claim_rows(analysis, text))),
        statuses=statuses_json(counts_by_status(analysis.claims, {})),
        count=len(analysis.claims),
        who=_joined(
            [name for actor in analysis.actors for name in (actor.name, *actor.aliases)]
            + [
                words_of((*hop.source, *hop.knowledge, *hop.anonymity), text, " ")
                for claim in analysis.claims
                for hop in claim.attributions
            ]
        ),
        said=_joined(words_of(claim.content, text) for claim in analysis.claims),
    )


def statuses_json(counts: Mapping[Status, int]) -> str:
    """How many claims have each status, as it is kept."""
    return _json({status.value: count for status, count in counts.items()})


def write(connection: apsw.Connection, article_id: int, rows: FindingRows) -> None:
    """Write the rows of an article that has none."""
    connection.execute(
        "INSERT INTO actor (article_id, id, name, kind) "
        "SELECT ?1, value ->> 0, value ->> 1, value ->> 2 FROM json_each(?2)",
        (article_id, rows.actors),
    )
    connection.execute(
        "INSERT OR IGNORE INTO actor_name (name, article_id, actor_id) "
        "SELECT value ->> 0, ?1, value ->> 1 FROM json_each(?2)",
        (article_id, rows.names),
    )
    connection.execute(
        'INSERT INTO claim (article_id, id, status, certainty, start, "end", source, speakers) '
        "SELECT ?1, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6 "
        "FROM json_each(?2)",
        (article_id, rows.claims),
    )
    connection.execute(
        "UPDATE article SET claims = ?, statuses = ? WHERE id = ?", (rows.count, rows.statuses, article_id)
    )
    connection.execute(
        "INSERT INTO finding_words (rowid, who, claims) VALUES (?, ?, ?)", (article_id, rows.who, rows.said)
    )


def remove(connection: apsw.Connection, article_id: int) -> None:
    """Remove the rows of an article."""
    connection.execute("DELETE FROM claim WHERE article_id = ?", (article_id,))
    connection.execute("DELETE FROM actor_name WHERE article_id = ?", (article_id,))
    connection.execute("DELETE FROM actor WHERE article_id = ?", (article_id,))
    connection.execute("DELETE FROM finding_words WHERE rowid = ?", (article_id,))


def _claim_rows(analysis: Analysis, text: str) -> Iterable[tuple[Any, ...]]:
    for claim in analysis.claims:
        hop, span = claim.innermost, covering(claim.content)
        yield (
            claim.id,
            claim.status.value,
            CERTAINTIES.index(claim.certainty),
            span.start,
            span.end,
            words_of(hop.source, text) if hop and not analysis.source_names(claim) else "",
            f" {' '.join(hop.actors)} " if hop and hop.actors else "",
        )


def _json(entries: Any) -> str:
    return json.dumps(entries, ensure_ascii=False, separators=(",", ":"))


def _joined(words: Iterable[str]) -> str:
    return " | ".join(words)
