"""What a migration leaves to the program: rows that SQL alone cannot derive are made before the library is used."""

import apsw

from briefing.library import fingerprints
from briefing.library.sqlite import articles, standings, stored_findings


def settle(connection: apsw.Connection) -> None:
    """Do what is due, each piece of work in one transaction; nothing is lost if the program ends in the middle.

    Raises:
        apsw.Error: if the library cannot be written.
    """
    for work, act in (("sketches", _add_sketches), ("findings", _derive), ("standings", _count)):
        if _is_due(connection, work):
            connection.execute("BEGIN IMMEDIATE")
            try:
                if _is_due(connection, work):  # another process may have done it at this moment
                    act(connection)
                    connection.execute("DELETE FROM due WHERE work = ?", (work,))
                connection.execute("COMMIT")
            except BaseException:
                connection.execute("ROLLBACK")
                raise


def _is_due(connection: apsw.Connection, work: str) -> bool:
    return connection.execute("SELECT 1 FROM due WHERE work = ?", (work,)).fetchone() is not None


def _add_sketches(connection: apsw.Connection) -> None:
    for (article_id,) in list(connection.execute("SELECT id FROM article")):
        text = articles.text_of(connection, article_id)
        found = fingerprints.fingerprint(text)
        connection.execute("UPDATE body SET sketch = ? WHERE article_id = ?", (found.sketch, article_id))
        connection.execute("UPDATE article SET wording = ? WHERE id = ?", (found.wording, article_id))
        articles.put_bands(connection, article_id, found.sketch)


def _derive(connection: apsw.Connection) -> None:
    for (article_id,) in list(connection.execute("SELECT article_id FROM analysis")):
        if stored_findings.read(connection, article_id):
            stored_findings.derive_again(connection, article_id)
        else:
            # Findings can be found again: what cannot be read is left out, and the article is analysed anew.
            connection.execute("DELETE FROM analysis WHERE article_id = ?", (article_id,))
            connection.execute("UPDATE article SET claims = NULL, statuses = '{}' WHERE id = ?", (article_id,))


def _count(connection: apsw.Connection) -> None:
    for (article_id,) in list(connection.execute("SELECT DISTINCT article_id FROM judgement")):
        standings.recount(connection, article_id)
