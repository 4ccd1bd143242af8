"""Findings as rows that can be asked across articles: actors, their names, claims, counts, words to search.

They are handed to SQLite as JSON, which it takes apart by itself: the window's process, in which the library is kept,
has no Python to run for each of the thousands of claims of a long article.
"""

import apsw

from briefing.library.finding_rows import FindingRows


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
