"""Versions of an article: what is opened again with changed text stands beside the former text, never in its place.

Annotations, tags and collections belong to the whole and lie with its newest version; each version shows the
annotations where their words stand in its own text.
"""

import apsw

from briefing.library import fingerprints, likeness
from briefing.library.sqlite import articles
from briefing.model import Article

_MOST_LOOKED_UP = 200


def home(connection: apsw.Connection, article_id: int) -> int:
    """The number of the newest version of an article, with which lies what the reader wrote on all of them."""
    row = connection.execute(
        "SELECT id FROM article WHERE work = (SELECT work FROM article WHERE id = ?) AND newest", (article_id,)
    ).fetchone()
    return int(row[0]) if row else article_id


def former(connection: apsw.Connection, article: Article) -> int | None:
    """The newest version of what was kept from the same address or the same file, if it is alike; or None.

    An address alone proves nothing: any file may name any page as the one that it is a copy of.
    """
    origin = article.origin
    column, place = ("address", origin.address) if origin.address else ("file", origin.file)
    candidates = _newest_of(connection, column, place) if place else []
    if not candidates:
        return None
    words = fingerprints.fingerprint(article.text).wording
    runs = fingerprints.runs_of(article.text)
    alike = {
        one: 1.0
        if wording_of(connection, one) == words
        else likeness.share_kept(articles.text_of(connection, one), runs)
        for one in candidates
    }
    best = max(candidates, key=lambda one: alike[one])
    return best if alike[best] >= likeness.LEAST_ALIKE else None


def wording_of(connection: apsw.Connection, article_id: int) -> int:
    """The fingerprint of an article's words."""
    row = connection.execute("SELECT wording FROM article WHERE id = ?", (article_id,)).fetchone()
    return int(row[0]) if row else 0


def follow(connection: apsw.Connection, newer: int, older: int) -> None:
    """Make `newer` the newest version of what `older` is one of, and let it have what the reader wrote on that."""
    before = home(connection, older)
    connection.execute(
        "UPDATE article SET work = kept.work, version = kept.latest + 1 FROM "
        "(SELECT work, max(version) AS latest FROM article "
        "WHERE work = (SELECT work FROM article WHERE id = ?) GROUP BY work) AS kept WHERE id = ?",
        (older, newer),
    )
    connection.execute("UPDATE article SET newest = 0 WHERE id = ?", (before,))
    connection.execute("UPDATE annotation SET article_id = ? WHERE article_id = ?", (newer, before))
    for table, column in (("filed", "collection_id"), ("article_tag", "tag")):
        connection.execute(
            f"INSERT INTO {table} ({column}, article_id) SELECT {column}, ? FROM {table} WHERE article_id = ?",
            (newer, before),
        )
        connection.execute(f"DELETE FROM {table} WHERE article_id = ?", (before,))


def near_duplicate(connection: apsw.Connection, article_id: int) -> int | None:
    """The most alike of the other articles that are shown, if it says (nearly) the same; the oldest of equals."""
    same = connection.execute(
        "SELECT other.id FROM article JOIN article AS other ON other.wording = article.wording "
        "WHERE article.id = ? AND other.shown AND other.work <> article.work ORDER BY other.id LIMIT 1",
        (article_id,),
    ).fetchone()
    if same:
        return int(same[0])
    row = connection.execute("SELECT sketch FROM body WHERE article_id = ?", (article_id,)).fetchone()
    if row is None or row[0] is None:
        return None
    others = {other: articles.text_of(connection, other) for other in _alike(connection, article_id, row[0])}
    return likeness.nearest(articles.text_of(connection, article_id), others) if others else None


def _alike(connection: apsw.Connection, article_id: int, sketch: bytes) -> list[int]:
    found: set[int] = set()
    for band in fingerprints.bands(sketch):
        rows = connection.execute(
            "SELECT article_id FROM likeness WHERE band = ? AND article_id <> ? LIMIT ?",
            (band, article_id, _MOST_LOOKED_UP),
        )
        found.update(int(row[0]) for row in rows)
    sketches = {}
    for other in found:
        row = connection.execute(
            "SELECT sketch FROM body JOIN article ON id = article_id WHERE id = ? AND shown "
            "AND work <> (SELECT work FROM article WHERE id = ?)",
            (other, article_id),
        ).fetchone()
        if row and row[0]:
            sketches[other] = row[0]
    return likeness.seeming(sketch, sketches)


def _newest_of(connection: apsw.Connection, column: str, value: str) -> list[int]:
    """The newest versions of all articles one version of which was kept from this place, the last kept first."""
    rows = connection.execute(
        f"SELECT id FROM article WHERE {column} = ? AND {column} <> '' ORDER BY newest DESC, id DESC LIMIT ?",
        (value, likeness.MOST_COMPARED),
    )
    return list(dict.fromkeys(home(connection, int(row[0])) for row in rows))
