"""Articles in PostgreSQL: what is written when one is kept, what the lists show, and the whole article read back."""

import json
from collections.abc import Sequence
from dataclasses import astuple
from typing import Any

from briefing.library import fingerprints
from briefing.library.article_content import Content, article_of, packed
from briefing.library.change import now
from briefing.library.collation import sorted_as
from briefing.library.compression import unpack
from briefing.library.library_errors import LibraryFailure
from briefing.library.listed_rows import listed_article
from briefing.library.postgres.desk_connection import Connection
from briefing.model import Article, KeptArticle, Origin, Shelf, ShelfKind, Sort
from briefing.model.message import Message

SHOWN = "removed IS NULL AND newest"

_LISTED = """
SELECT id, origin, added, opened, words, state, place, length, version,
    (SELECT former.id FROM article AS former WHERE former.work = article.work AND former.version < article.version
        ORDER BY former.version DESC LIMIT 1) AS before,
    newest,
    (SELECT other.id FROM article AS other WHERE other.id = article.duplicate_of AND other.removed IS NULL) AS alike,
    removed, found, claims, statuses,
    (SELECT count(*) FROM annotation WHERE article_id = article.id AND annotation.removed IS NULL
        AND (NOT private OR writer = current_user)),
    (SELECT count(*) FROM annotation WHERE article_id = article.id AND annotation.removed IS NULL AND has_note
        AND (NOT private OR writer = current_user)),
    (SELECT coalesce(json_agg(tag ORDER BY lower(tag)), '[]') FROM article_tag WHERE article_id = article.id)
FROM article"""

_CONDITIONS = {
    ShelfKind.ALL: SHOWN,
    ShelfKind.INBOX: f"{SHOWN} AND state <> 'read' AND NOT EXISTS (SELECT 1 FROM filed "
    "JOIN collection ON collection.id = collection_id WHERE article_id = article.id AND collection.removed IS NULL)",
    ShelfKind.UNREAD: f"{SHOWN} AND state = 'unread'",
    ShelfKind.RECENT: f"{SHOWN} AND opened > ''",
    ShelfKind.COLLECTION: f"{SHOWN} AND id IN (SELECT article_id FROM filed WHERE collection_id = %(name)s)",
    ShelfKind.TAG: f"{SHOWN} AND id IN "
    '(SELECT article_id FROM article_tag WHERE lower(tag) = lower(%(name)s COLLATE "C"))',
    ShelfKind.BIN: "removed IS NOT NULL AND newest",
}

_COLUMNS = {
    Sort.ADDED: ("id",),
    Sort.OPENED: ("opened", "id"),
    Sort.PUBLISHED: ("published", "id"),
    Sort.TITLE: ("sorting", "id"),
    Sort.OUTLET: ("lower(outlet)", "id"),
    Sort.WORDS: ("words", "id"),
}

_WITHOUT_A_MOMENT = {True: " NULLS LAST", False: " NULLS FIRST"}
"""What was never opened counts as opened before all else."""


def add(connection: Connection, article: Article) -> int:
    """Insert an article as the first version of itself and return its number."""
    fingerprint = fingerprints.fingerprint(article.text)
    content = packed(article)
    row = connection.execute("SELECT nextval(pg_get_serial_sequence('article', 'id'))").fetchone()
    number = int(row[0]) if row else 0
    connection.execute(
        "INSERT INTO article (id, work, digest, address, file, sorting, outlet, published, origin, words, length, "
        "added, wording) VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)",
        (number, number, article.digest, *_looked_up(article.origin), *_counted(article), now(), fingerprint.wording),
    )
    connection.execute(
        "INSERT INTO body (article_id, text, blocks, locators, markup, sketch) VALUES (%s, %s, %s, %s, %s, %s)",
        (number, content.text, content.blocks, content.locators, content.markup, fingerprint.sketch),
    )
    for band in fingerprints.bands(fingerprint.sketch) if fingerprint.sketch else ():
        connection.execute("INSERT INTO likeness VALUES (%s, %s) ON CONFLICT DO NOTHING", (band, number))
    return number


def _counted(article: Article) -> tuple[str, int, int]:
    return _written(article.origin), len(article.text.split()), len(article.text)


def _written(origin: Origin) -> str:
    return json.dumps(astuple(origin), ensure_ascii=False)


def _looked_up(origin: Origin) -> tuple[str, ...]:
    """What is compared and sorted in the database, whose texts hold no zeros: address, file, title, outlet, date."""
    values = (origin.address, origin.file, sorted_as(origin.title), origin.outlet, origin.published)
    return tuple(value.replace("\0", "") for value in values)


def rewrite(connection: Connection, article_id: int, origin: Origin, found: dict[str, str]) -> None:
    """Write what is told of an article's origin, and what was found before the reader corrected it."""
    connection.execute(
        "UPDATE article SET address = %s, file = %s, sorting = %s, outlet = %s, published = %s, origin = %s, "
        "found = %s WHERE id = %s",
        (*_looked_up(origin), _written(origin), json.dumps(found, ensure_ascii=False), article_id),
    )


def origin_of(connection: Connection, article_id: int) -> tuple[Origin, dict[str, str]]:
    """Where an article is from, as corrected, and what was found before that.

    Raises:
        LibraryFailure: if there is none with this number.
    """
    row = connection.execute("SELECT origin, found FROM article WHERE id = %s", (article_id,)).fetchone()
    if row is None:
        raise LibraryFailure(Message("article.gone_unchanged"))
    return Origin(*json.loads(row[0])), json.loads(row[1])


def find(connection: Connection, digest: str) -> int | None:
    """The number of the article with this digest, in the bin or not."""
    row = connection.execute("SELECT id FROM article WHERE digest = %s", (digest,)).fetchone()
    return None if row is None else int(row[0])


def by_digest(connection: Connection, digest: str) -> KeptArticle | None:
    """What the list shows of the article with this digest, or None."""
    found = find(connection, digest)
    return None if found is None else kept(connection, found)


def read(connection: Connection, article_id: int) -> Article:
    """A whole article.

    Raises:
        LibraryFailure: if there is none with this number, or it is damaged.
    """
    row = connection.execute(
        "SELECT origin, text, blocks, locators, markup FROM article JOIN body ON article_id = id WHERE id = %s",
        (article_id,),
    ).fetchone()
    if row is None:
        raise LibraryFailure(Message("article.gone"))
    return article_of(Origin(*json.loads(row[0])), Content(*row[1:]))


def text_of(connection: Connection, article_id: int) -> str:
    """The canonical text of an article.

    Raises:
        LibraryFailure: if there is none with this number.
    """
    row = connection.execute("SELECT text FROM body WHERE article_id = %s", (article_id,)).fetchone()
    if row is None:
        raise LibraryFailure(Message("article.gone"))
    return unpack(row[0])


def home(connection: Connection, article_id: int) -> int:
    """The number of the newest version of an article; its own if there is none."""
    row = connection.execute(
        "SELECT id FROM article WHERE work = (SELECT work FROM article WHERE id = %s) AND newest", (article_id,)
    ).fetchone()
    return int(row[0]) if row else article_id


def addresses_kept(connection: Connection, addresses: Sequence[str]) -> frozenset[str]:
    """Those of the web addresses from which an article is kept and does not lie in the bin."""
    rows = connection.execute(
        "SELECT DISTINCT address FROM article WHERE address = ANY(%s) AND address <> '' AND removed IS NULL",
        ([address.replace("\0", "") for address in addresses],),
    )
    return frozenset(str(row[0]) for row in rows)


def listed(
    connection: Connection,
    shelf: Shelf,
    sort: Sort = Sort.ADDED,
    falling: bool | None = None,
    first: int = 0,
    count: int | None = None,
) -> list[KeptArticle]:
    """`count` articles of a shelf from number `first` on; `falling` turns the order that is usual for `sort`."""
    down = sort.usually_falls if falling is None else falling
    columns = ("removed", "id") if sort is Sort.ADDED and shelf.kind is ShelfKind.BIN else _COLUMNS[sort]
    way = "DESC" if down else "ASC"
    order = ", ".join(f"{column} {way}{_WITHOUT_A_MOMENT[down] if column == 'opened' else ''}" for column in columns)
    rows = connection.execute(
        f"{_LISTED} WHERE {_CONDITIONS[shelf.kind]} ORDER BY {order} LIMIT %(count)s OFFSET %(first)s",
        {"name": shelf.name, "count": count, "first": first},
    )
    return [_kept(row) for row in rows]


def number_on(connection: Connection, shelf: Shelf) -> int:
    """How many articles lie on a shelf."""
    row = connection.execute(
        f"SELECT count(*) FROM article WHERE {_CONDITIONS[shelf.kind]}", {"name": shelf.name}
    ).fetchone()
    return int(row[0]) if row else 0


def kept(connection: Connection, article_id: int) -> KeptArticle:
    """What the list shows of one article.

    Raises:
        LibraryFailure: if there is none with this number.
    """
    row = connection.execute(f"{_LISTED} WHERE id = %s", (article_id,)).fetchone()
    if row is None:
        raise LibraryFailure(Message("article.gone"))
    return _kept(row)


def kept_of(connection: Connection, article_ids: Sequence[int]) -> dict[int, KeptArticle]:
    """What the list shows of these articles, by their numbers; asked for at once."""
    rows = connection.execute(f"{_LISTED} WHERE id = ANY(%s)", (list(article_ids),))
    return {one.id: one for one in map(_kept, rows.fetchall())}


def texts_of(connection: Connection, article_ids: Sequence[int]) -> dict[int, str]:
    """The canonical texts of these articles, by their numbers; asked for at once."""
    rows = connection.execute("SELECT article_id, text FROM body WHERE article_id = ANY(%s)", (list(article_ids),))
    return {int(number): unpack(text) for number, text in rows.fetchall()}


def versions(connection: Connection, article_id: int) -> list[KeptArticle]:
    """All versions of an article, the first one first; the article alone if it has no other."""
    rows = connection.execute(
        f"{_LISTED} WHERE work = (SELECT work FROM article WHERE id = %s) ORDER BY version", (article_id,)
    )
    return [_kept(row) for row in rows]


def duplicates(connection: Connection, article_id: int) -> list[KeptArticle]:
    """The other articles with the same or nearly the same words that are shown, each in its newest version."""
    rows = connection.execute(
        "WITH mine AS (SELECT id, duplicate_of FROM article WHERE work = (SELECT work FROM article WHERE id = %s)), "
        "alike AS (SELECT duplicate_of AS id FROM mine UNION SELECT article.id FROM mine JOIN article "
        "ON article.duplicate_of IN (mine.id, mine.duplicate_of)) "
        f"{_LISTED} WHERE {SHOWN} AND work IN (SELECT work FROM article WHERE id IN (SELECT id FROM alike)) "
        "AND id NOT IN (SELECT id FROM mine) ORDER BY id",
        (article_id,),
    )
    return [_kept(row) for row in rows]


def _kept(row: Sequence[Any]) -> KeptArticle:
    article_id, origin, *told, tags = row
    return listed_article(article_id, Origin(*json.loads(origin)), told, tags)
