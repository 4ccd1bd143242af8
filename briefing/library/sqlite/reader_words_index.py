"""Keeps the index of what the reader wrote up to date: once for each article that a transaction has touched."""

import apsw


def settle(connection: apsw.Connection) -> None:
    """Index anew what the reader wrote on the articles that were touched; the last act of a transaction."""
    if connection.execute("SELECT 1 FROM reader_words_due LIMIT 1").fetchone() is None:
        return
    connection.execute("DELETE FROM reader_words WHERE rowid IN (SELECT article_id FROM reader_words_due)")
    connection.execute(
        "INSERT INTO reader_words (rowid, notes, tags) SELECT article_id, notes, tags FROM reader_text "
        "WHERE article_id IN (SELECT article_id FROM reader_words_due)"
    )
    connection.execute("DELETE FROM reader_words_due")
