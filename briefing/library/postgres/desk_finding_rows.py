"""Findings as rows of PostgreSQL that can be asked across articles: actors, their names, claims."""

import json
from typing import Any

from briefing.library.finding_rows import FindingRows
from briefing.library.postgres.desk_connection import Connection


def write(connection: Connection, article_id: int, rows: FindingRows) -> None:
    """Write the rows of an article in the place of older ones."""
    for table in ("claim", "actor_name", "actor"):
        connection.execute(f"DELETE FROM {table} WHERE article_id = %s", (article_id,))
    actors = json.loads(rows.actors)
    connection.execute(
        "INSERT INTO actor (article_id, id, name, kind) SELECT %s, * FROM unnest(%s::text[], %s::text[], %s::text[])",
        (article_id, *_columns(actors, 3)),
    )
    connection.execute(
        "INSERT INTO actor_name (article_id, name, actor_id) SELECT %s, * FROM unnest(%s::text[], %s::text[]) "
        "ON CONFLICT DO NOTHING",
        (article_id, *_columns(json.loads(rows.names), 2)),
    )
    connection.execute(
        "INSERT INTO claim (article_id, id, status, certainty, start, finish, source, speakers) SELECT %s, * FROM "
        "unnest(%s::text[], %s::text[], %s::smallint[], %s::integer[], %s::integer[], %s::text[], %s::text[])",
        (article_id, *_columns(json.loads(rows.claims), 7)),
    )


def storable(words: str) -> str:
    """Words as a text of PostgreSQL, which holds no zeros and no halves of characters."""
    return words.replace("\0", "").encode("utf-8", "replace").decode("utf-8")


def _columns(rows: list[list[Any]], width: int) -> list[list[Any]]:
    return [[storable(row[at]) if isinstance(row[at], str) else row[at] for row in rows] for at in range(width)]
