"""Keeps an article in PostgreSQL: the same again, a new version of one, or a new one that may be a duplicate."""

from briefing.library import actor_word_acts, fingerprints, likeness
from briefing.library.postgres import desk_annotations, desk_articles, desk_metadata, desk_stories
from briefing.library.postgres.desk_briefs import ActorWords
from briefing.library.postgres.desk_connection import Connection
from briefing.model import Article

_MOST_LOOKED_UP = 200


def keep(connection: Connection, article: Article) -> tuple[int, bool]:
    """Keep an article; gives its number and whether it is new. One that lay in the bin is taken out."""
    former = _former(connection, article)
    held = desk_articles.find(connection, article.digest)
    if held is None and former is not None and _wording(connection, former) == _fingerprint(article):
        held = former
    if held is not None:
        _bring_back(connection, held)
        return held, False
    if former is not None:
        _bring_back(connection, former)
    number = desk_articles.add(connection, article)
    if former is not None:
        _follow(connection, number, former)
        desk_annotations.carry_judgements(connection, former, number, article.text)
        actor_word_acts.carry(ActorWords(connection), former, number, article.digest)
        desk_metadata.carry(connection, former, number)
    duplicate = _near_duplicate(connection, number)
    if duplicate is not None:
        connection.execute("UPDATE article SET duplicate_of = %s WHERE id = %s", (duplicate, number))
    return number, True


def _former(connection: Connection, article: Article) -> int | None:
    """The newest version of what was kept from the same address or the same file, if it is alike; or None."""
    origin = article.origin
    column, place = ("address", origin.address) if origin.address else ("file", origin.file)
    if not place:
        return None
    rows = connection.execute(
        f"SELECT id FROM article WHERE {column} = %s AND {column} <> '' ORDER BY newest DESC, id DESC LIMIT %s",
        (place.replace("\0", ""), likeness.MOST_COMPARED),
    )
    candidates = list(dict.fromkeys(desk_articles.home(connection, int(row[0])) for row in rows.fetchall()))
    words, runs = _fingerprint(article), fingerprints.runs_of(article.text)
    alike = {
        one: 1.0
        if _wording(connection, one) == words
        else likeness.share_kept(desk_articles.text_of(connection, one), runs)
        for one in candidates
    }
    best = max(candidates, key=lambda one: alike[one], default=None)
    return best if best is not None and alike[best] >= likeness.LEAST_ALIKE else None


def _fingerprint(article: Article) -> int:
    return fingerprints.fingerprint(article.text).wording


def _wording(connection: Connection, article_id: int) -> int:
    row = connection.execute("SELECT wording FROM article WHERE id = %s", (article_id,)).fetchone()
    return int(row[0]) if row else 0


def _bring_back(connection: Connection, article_id: int) -> None:
    taken_out = connection.execute(
        "UPDATE article SET removed = NULL WHERE removed IS NOT NULL "
        "AND work = (SELECT work FROM article WHERE id = %s)",
        (article_id,),
    )
    if taken_out.rowcount:
        desk_stories.untell(connection, (article_id,))


def _follow(connection: Connection, newer: int, older: int) -> None:
    """Make `newer` the newest version of what `older` is one of, and let it have what the reader wrote on that."""
    before = desk_articles.home(connection, older)
    connection.execute(
        "UPDATE article SET work = kept.work, version = kept.latest + 1 FROM "
        "(SELECT work, max(version) AS latest FROM article "
        "WHERE work = (SELECT work FROM article WHERE id = %s) GROUP BY work) AS kept WHERE id = %s",
        (older, newer),
    )
    connection.execute("UPDATE article SET newest = false WHERE id = %s", (before,))
    # Where notes lie is moved, and the foreign key takes them along: those, too, that nobody sees but their writer.
    for table in ("noted", "article_tag", "filed"):
        connection.execute(f"UPDATE {table} SET article_id = %s WHERE article_id = %s", (newer, before))


def _near_duplicate(connection: Connection, article_id: int) -> int | None:
    """The most alike of the other articles that are shown, if it says (nearly) the same; the oldest of equals."""
    same = connection.execute(
        "SELECT other.id FROM article JOIN article AS other ON other.wording = article.wording WHERE article.id = %s "
        "AND other.removed IS NULL AND other.newest AND other.work <> article.work ORDER BY other.id LIMIT 1",
        (article_id,),
    ).fetchone()
    if same:
        return int(same[0])
    row = connection.execute("SELECT sketch FROM body WHERE article_id = %s", (article_id,)).fetchone()
    if row is None or row[0] is None:
        return None
    others = {other: desk_articles.text_of(connection, other) for other in _alike(connection, article_id, row[0])}
    return likeness.nearest(desk_articles.text_of(connection, article_id), others) if others else None


def _alike(connection: Connection, article_id: int, sketch: bytes) -> list[int]:
    found: set[int] = set()
    for band in fingerprints.bands(sketch):
        rows = connection.execute(
            "SELECT article_id FROM likeness WHERE band = %s AND article_id <> %s LIMIT %s",
            (band, article_id, _MOST_LOOKED_UP),
        )
        found.update(int(row[0]) for row in rows.fetchall())
    rows = connection.execute(
        "SELECT id, sketch FROM article JOIN body ON article_id = id WHERE id = ANY(%s) AND removed IS NULL AND newest "
        "AND work <> (SELECT work FROM article WHERE id = %s) AND sketch IS NOT NULL",
        (sorted(found), article_id),
    )
    return likeness.seeming(sketch, {int(row[0]): bytes(row[1]) for row in rows.fetchall()})
