"""What the lists show of articles: a page of a shelf costs the same however many articles the library holds."""

import json
from contextlib import suppress
from typing import Any

import apsw

from briefing.library.library_errors import LibraryFailure
from briefing.library.listed_rows import listed_article
from briefing.model import KeptArticle, Origin, Shelf, ShelfKind, Sort
from briefing.model.message import Message

ORIGIN = "title, byline, outlet, published, language, address, file, digest, media_type, modified, sources"

_SHOWN = f"""article.id, {ORIGIN}, added, opened, words, state, place, length, version,
(SELECT former.id FROM article AS former WHERE former.work = article.work AND former.version < article.version
    ORDER BY former.version DESC LIMIT 1),
newest, (SELECT other.id FROM article AS other WHERE other.id = article.duplicate_of AND other.removed IS NULL),
removed, found, claims, statuses, annotations,
CASE WHEN annotations THEN
    (SELECT count(*) FROM annotation WHERE article_id = article.id AND annotation.removed IS NULL AND note <> '')
    ELSE 0 END,
(SELECT json_group_array(tag) FROM article_tag WHERE article_id = article.id)"""

_CONDITIONS = {
    ShelfKind.ALL: "shown",
    ShelfKind.INBOX: "inbox",
    ShelfKind.UNREAD: "unread",
    ShelfKind.RECENT: "shown AND opened > ''",
    ShelfKind.COLLECTION: "shown AND article.id IN (SELECT article_id FROM filed WHERE collection_id = ?)",
    ShelfKind.TAG: "shown AND article.id IN (SELECT article_id FROM article_tag WHERE tag = ?)",
    ShelfKind.BIN: "removed IS NOT NULL AND newest",
}

# The same by when articles came: their numbers stand in that order wherever they are kept.
_IN_ORDER = {
    ShelfKind.ALL: "article NOT INDEXED WHERE shown",
    ShelfKind.COLLECTION: "filed CROSS JOIN article ON article.id = article_id WHERE collection_id = ? AND shown",
    ShelfKind.TAG: "article_tag CROSS JOIN article ON article.id = article_id WHERE tag = ? AND shown",
}

# The same for a shelf that holds much of the library: walked in the order asked for, each article looked up.
_WALKED = {
    ShelfKind.ALL: "shown",
    ShelfKind.INBOX: "shown AND inbox",
    ShelfKind.UNREAD: "shown AND unread",
    ShelfKind.COLLECTION: "shown AND (SELECT count(*) FROM filed WHERE collection_id = ? AND article_id = article.id)",
    ShelfKind.TAG: "shown AND (SELECT count(*) FROM article_tag WHERE tag = ? AND article_id = article.id)",
}

_SHARE_WALKED = 8
"""A shelf with at least one in so many articles of the library is walked; a smaller one is gathered and sorted."""

_COLUMNS = {
    Sort.ADDED: ("article.id",),
    Sort.OPENED: ("opened", "article.id"),
    Sort.PUBLISHED: ("published", "article.id"),
    Sort.TITLE: ("sorting", "article.id"),
    Sort.OUTLET: ("outlet COLLATE NOCASE", "article.id"),
    Sort.WORDS: ("words", "article.id"),
}

# The bin is looked through by when things went there.
_ADDED = {
    ShelfKind.COLLECTION: ("filed.article_id",),
    ShelfKind.TAG: ("article_tag.article_id",),
    ShelfKind.BIN: ("removed", "article.id"),
}


def listed(
    connection: apsw.Connection,
    shelf: Shelf,
    sort: Sort = Sort.ADDED,
    falling: bool | None = None,
    first: int = 0,
    count: int | None = None,
) -> list[KeptArticle]:
    """`count` articles of a shelf from number `first` on; `falling` turns the order that is usual for `sort`."""
    values: list[Any] = [shelf.name] if shelf.kind in (ShelfKind.COLLECTION, ShelfKind.TAG) else []
    down = sort.usually_falls if falling is None else falling
    columns = _ADDED.get(shelf.kind, _COLUMNS[sort]) if sort is Sort.ADDED else _COLUMNS[sort]
    order = ", ".join(f"{column} {'DESC' if down else 'ASC'}" for column in columns)
    rows = connection.execute(
        f"SELECT {_SHOWN} FROM {_source(connection, shelf, sort)} ORDER BY {order} LIMIT ? OFFSET ?",
        (*values, -1 if count is None else count, first),
    )
    return [_kept(row) for row in rows]


def _source(connection: apsw.Connection, shelf: Shelf, sort: Sort) -> str:
    """Where the articles of a shelf are read from, so that as few as can be are read besides those shown."""
    if sort is Sort.ADDED and shelf.kind in _IN_ORDER:
        return _IN_ORDER[shelf.kind]
    if sort is not Sort.ADDED and shelf.kind in _WALKED and _holds_much(connection, shelf):
        return f"article INDEXED BY article_by_{sort.value} WHERE {_WALKED[shelf.kind]}"
    index = "INDEXED BY article_by_opened" if shelf.kind is ShelfKind.RECENT else ""
    return f"article {index} WHERE {_CONDITIONS[shelf.kind]}"


def _holds_much(connection: apsw.Connection, shelf: Shelf) -> bool:
    return _SHARE_WALKED * number_on(connection, shelf) >= number_on(connection, Shelf())


def number_on(connection: apsw.Connection, shelf: Shelf) -> int:
    """How many articles lie on a shelf; kept, not counted, but for what was opened."""
    if shelf.kind is ShelfKind.RECENT:
        row = connection.execute(f"SELECT count(*) FROM article WHERE {_CONDITIONS[shelf.kind]}").fetchone()
    else:
        row = connection.execute(
            "SELECT number FROM tally WHERE shelf = ? AND name = ?", (shelf.kind.value, shelf.name)
        ).fetchone()
    return int(row[0]) if row else 0


def kept(connection: apsw.Connection, article_id: int) -> KeptArticle:
    """What the list shows of one article.

    Raises:
        LibraryFailure: if there is none with this number.
    """
    row = connection.execute(f"SELECT {_SHOWN} FROM article WHERE id = ?", (article_id,)).fetchone()
    if row is None:
        raise LibraryFailure(Message("article.gone"))
    return _kept(row)


def readable(connection: apsw.Connection) -> list[KeptArticle]:
    """The articles that are shown and can be read, the last kept first, of a library with damaged pages."""
    numbers: set[int] = set()
    for source in ("INDEXED BY article_by_work", "NOT INDEXED ORDER BY id", "NOT INDEXED ORDER BY id DESC"):
        with suppress(apsw.CorruptError):
            for (number,) in connection.execute(f"SELECT id FROM article {source}"):
                numbers.add(int(number))
    found = []
    for number in sorted(numbers, reverse=True):
        with suppress(apsw.CorruptError, LibraryFailure):
            one = kept(connection, number)
            found += [one] if one.newest and one.removed is None else []
    return found


def versions(connection: apsw.Connection, article_id: int) -> list[KeptArticle]:
    """All versions of an article, the first one first; the article alone if it has no other."""
    rows = connection.execute(
        f"SELECT {_SHOWN} FROM article WHERE work = (SELECT work FROM article WHERE id = ?) ORDER BY version",
        (article_id,),
    )
    return [_kept(row) for row in rows]


def duplicates(connection: apsw.Connection, article_id: int) -> list[KeptArticle]:
    """The other articles with the same or nearly the same words that are shown, each in its newest version."""
    rows = connection.execute(
        "WITH mine AS (SELECT id, duplicate_of FROM article WHERE work = (SELECT work FROM article WHERE id = ?)), "
        "alike AS (SELECT duplicate_of AS id FROM mine UNION SELECT article.id FROM mine CROSS JOIN article "
        "ON article.duplicate_of IN (mine.id, mine.duplicate_of)) "
        f"SELECT {_SHOWN} FROM article WHERE shown AND work IN (SELECT work FROM article WHERE id IN alike) "
        "AND id NOT IN (SELECT id FROM mine) ORDER BY id",
        (article_id,),
    )
    return [_kept(row) for row in rows]


def _kept(row: tuple[Any, ...]) -> KeptArticle:
    article_id, *origin = row[:12]
    if set(map(type, origin)) != {str}:
        raise TypeError("a damaged disk made something else of a text")
    return listed_article(article_id, Origin(*origin), row[12:-1], json.loads(row[-1]))
