"""What articles say, in which story each was placed, and how rare the terms are by which that is found; all derived."""

import contextlib
from collections.abc import Iterable, Mapping, Sequence

import apsw

from briefing.library.kept_statements import VECTOR_SIZE, VERSION, KeptSketch, KeptStatements, kept_alone, kept_whole
from briefing.model.story_terms import unpacked_terms

_DUE = f"{VERSION}, analysed anew"
"""What was made of an earlier analysis, and holds until it is made anew."""

_OTHERS = "story_member AS own JOIN story_member AS other USING (story_id) WHERE own.article_id = ?1"
_ALONE = f"NOT EXISTS (SELECT 1 FROM {_OTHERS} AND other.article_id <> ?1)"
_SETTLED = (
    f"({_ALONE} OR EXISTS (SELECT 1 FROM story_told "
    "JOIN story_member USING (story_id) WHERE article_id = ?1)) AND NOT EXISTS (SELECT 1 FROM article_sketch "
    f"WHERE made = ?2 AND article_id IN (SELECT other.article_id FROM {_OTHERS})) AND NOT EXISTS (SELECT 1 "
    "FROM article AS own JOIN article AS other ON other.work = own.work AND other.id <> own.id WHERE own.id = ?1 "
    "AND own.work <> 0)"
)
"""Whether what an article says is compared with nothing now: it is alone in its story or that is told, and there is no
other version of it."""

_THIN = (
    "SELECT article_id FROM story_member JOIN article ON article.id = article_id WHERE story_id = ? AND article.shown "
    "AND article_id NOT IN (SELECT article_id FROM article_statements)"
)
"""Articles of a story of which is not kept what they say."""


def keep(connection: apsw.Connection, article_id: int, kept: KeptStatements) -> None:
    """Keep what an article says in the place of what was kept before; it is to be placed anew."""
    _uncount(connection, article_id)
    connection.execute(
        "INSERT OR REPLACE INTO article_sketch (article_id, made, gist, terms, passages) VALUES (?, ?, ?, ?, ?)",
        (article_id, kept.made, kept.gist, kept.terms, kept.passages),
    )
    connection.execute(
        "INSERT OR REPLACE INTO article_statements (article_id, reading, vectors) VALUES (?, ?, ?)",
        (article_id, kept.reading, kept.vectors),
    )
    connection.executemany(
        "INSERT INTO story_term (term, articles) VALUES (?, 1) ON CONFLICT DO UPDATE SET articles = articles + 1",
        [(term,) for term in unpacked_terms(kept.terms)],
    )
    story_id = story_of(connection, article_id)
    was_told = story_id is not None and told(connection, story_id) is not None
    untell(connection, (article_id,))
    if not was_told:  # else it is told anew first
        _thin_earlier(connection, (article_id,))


def erase(connection: apsw.Connection, article_ids: Sequence[int], has_told: bool = True) -> None:
    """Leave nothing of what articles say that are deleted for good: in no story that quotes them, in no count.

    Args:
        connection: to a library or to a backup of it.
        article_ids: the articles, whose statements are still there.
        has_told: whether the database is new enough to keep what stories tell.
    """
    if has_told:
        with contextlib.suppress(apsw.SQLError):  # a backup of an earlier version keeps all that they say
            untell(connection, article_ids)
        _drop_told(connection, article_ids)
    for number in article_ids:
        _uncount(connection, number)


def _uncount(connection: apsw.Connection, article_id: int) -> None:
    """Count the terms of an article no more; what stands in no other is forgotten."""
    try:
        query = "SELECT terms FROM article_sketch WHERE article_id = ?"
        row = connection.execute(query, (article_id,)).fetchone()
        held = [(term,) for term in unpacked_terms(row[0])] if row else []
    except (ValueError, TypeError, apsw.SQLError):  # damaged, or older: the counts serve to compare only
        connection.execute("DELETE FROM story_term")
        return
    connection.executemany("UPDATE story_term SET articles = articles - 1 WHERE term = ?", held)
    connection.executemany("DELETE FROM story_term WHERE term = ? AND articles <= 0", held)


def keep_told(connection: apsw.Connection, story_id: int, content: bytes) -> None:
    """Keep what a story tells."""
    connection.execute("INSERT OR REPLACE INTO story_told VALUES (?, ?)", (story_id, content))
    _thin_earlier(connection, members(connection, story_id))


def told(connection: apsw.Connection, story_id: int) -> bytes | None:
    """What a story tells, if that was worked out since its statements or the reader's word changed.

    While it is read anew what its articles say, it is what the story told before.
    """
    row = connection.execute("SELECT content FROM story_told WHERE story_id = ?", (story_id,)).fetchone()
    return row[0] if row else None


def untell(connection: apsw.Connection, article_ids: Iterable[int]) -> None:
    """Let what the stories of these articles tell be worked out anew, once all that they say was read anew."""
    for story_id in {story for number in article_ids if (story := story_of(connection, number)) is not None}:
        connection.execute(
            f"UPDATE article_sketch SET made = ? WHERE made = ? AND article_id IN ({_THIN})", (_DUE, VERSION, story_id)
        )
        if connection.execute(_THIN, (story_id,)).fetchone() is None:
            connection.execute("DELETE FROM story_told WHERE story_id = ?", (story_id,))


def _drop_told(connection: apsw.Connection, article_ids: Iterable[int]) -> None:
    """Keep nothing of what the stories of these articles told."""
    for number in article_ids:
        connection.execute(
            "DELETE FROM story_told WHERE story_id IN (SELECT story_id FROM story_member WHERE article_id = ?)",
            (number,),
        )


def forget(connection: apsw.Connection, article_id: int) -> None:
    """Let what an article says be read anew, as its analysis is a new one; until then, what is kept holds."""
    connection.execute(
        "UPDATE article_sketch SET made = ? WHERE article_id = ? AND made = ?", (_DUE, article_id, VERSION)
    )


def read(connection: apsw.Connection, article_ids: Sequence[int]) -> dict[int, tuple[bytes, bytes]]:
    """Statements and vectors of articles, packed; those of which they are not kept are left out."""
    marks = ",".join("?" * len(article_ids))
    rows = connection.execute(
        "SELECT article_id, reading, vectors FROM article_statements JOIN article_sketch USING (article_id) "
        f"WHERE article_id IN ({marks}) AND made IN (?, ?)",
        (*article_ids, VERSION, _DUE),
    )
    return {number: (reading, vectors) for number, reading, vectors in rows}


def sketches(connection: apsw.Connection, article_ids: Sequence[int]) -> dict[int, KeptSketch]:
    """By what articles are found; those of which nothing is kept are left out."""
    marks = ",".join("?" * len(article_ids))
    rows = connection.execute(
        f"SELECT article_id, gist, terms, passages FROM article_sketch WHERE article_id IN ({marks}) "
        "AND made IN (?, ?)",
        (*article_ids, VERSION, _DUE),
    )
    return {number: (gist, terms, passages) for number, gist, terms, passages in rows}


def unread(connection: apsw.Connection, made: str, among: Sequence[int] | None = None) -> tuple[int, ...]:
    """Articles, of these or of all, that are analysed, and of which nothing is kept that this version made.

    The newest first.
    """
    marks = "" if among is None else f"AND article.id IN ({','.join('?' * len(among))}) "
    rows = connection.execute(
        "SELECT article.id FROM article JOIN analysis ON analysis.article_id = article.id "
        "LEFT JOIN article_sketch AS said ON said.article_id = article.id "
        f"WHERE article.shown AND said.made IS NOT ? {marks}ORDER BY article.id DESC",
        (made, *(among or ())),
    )
    return tuple(row[0] for row in rows)


def unplaced(connection: apsw.Connection) -> tuple[int, ...]:
    """Articles of which is kept what they say, and which are in no story; in the order in which they came.

    It is asked for each article that comes: only an index and the small table of stories are looked through.
    """
    rows = connection.execute(
        "SELECT article.id FROM article INDEXED BY article_by_words WHERE article.shown "
        "AND NOT EXISTS (SELECT 1 FROM story_member AS member WHERE member.article_id = article.id) "
        "AND EXISTS (SELECT 1 FROM article_sketch AS said WHERE said.article_id = article.id)"
    )
    return tuple(sorted(int(str(row[0])) for row in rows))


def gists(connection: apsw.Connection, after: int = 0) -> tuple[list[int], bytes]:
    """The placed articles behind this number and what they are about, one after the other."""
    rows = connection.execute(
        "SELECT said.article_id, said.gist FROM article_sketch AS said WHERE said.article_id > ? "
        "AND EXISTS (SELECT 1 FROM story_member AS member WHERE member.article_id = said.article_id) "
        "AND said.article_id NOT IN (SELECT id FROM article WHERE NOT shown) AND said.made IN (?, ?) "
        "AND length(said.gist) = ?",
        (after, VERSION, _DUE, VECTOR_SIZE),
    ).fetchall()
    return [int(str(row[0])) for row in rows], b"".join(bytes(row[1]) for row in rows if isinstance(row[1], bytes))


def placed(connection: apsw.Connection) -> tuple[int, int]:
    """How many articles are placed in stories, and how many of the library are not shown."""
    query = "SELECT (SELECT count(*) FROM story_member), (SELECT count(*) FROM article WHERE NOT shown)"
    in_stories, hidden = next(connection.execute(query))
    return int(str(in_stories)), int(str(hidden))


def place(connection: apsw.Connection, article_id: int, story_id: int) -> None:
    """Put an article into a story; what its other articles say is to be read anew where it is not kept."""
    connection.execute("INSERT OR REPLACE INTO story_member VALUES (?, ?)", (article_id, story_id))
    untell(connection, (article_id,))
    _thin_earlier(connection, (article_id,))


def _thin_earlier(connection: apsw.Connection, article_ids: Iterable[int]) -> None:
    """Keep no more of articles than by what they are found and what their story tells, once many came after them."""
    (newest,) = next(connection.execute("SELECT max(article_id) FROM story_member"))
    placed = int(str(newest or 0))
    touched = tuple(article_ids)
    alone = _edge(connection, "story_member", kept_alone(placed))
    whole_rows = "article_statements JOIN story_member USING (article_id)"
    whole = _edge(connection, whole_rows, kept_whole(placed))
    for edge, holds in ((alone, f"{_SETTLED} AND {_ALONE}"), (whole, _SETTLED)):
        for number in {edge, *(min(number, edge) for number in touched)} - {0}:
            connection.execute(f"DELETE FROM article_statements WHERE article_id = ?1 AND {holds}", (number, _DUE))


def _edge(connection: apsw.Connection, rows: str, kept: int) -> int:
    """The newest article behind so many rows, or 0 if there are no more."""
    query = f"SELECT article_id FROM {rows} ORDER BY article_id DESC LIMIT 1 OFFSET ?"
    row = connection.execute(query, (kept,)).fetchone()
    return 0 if row is None else int(row[0])


def story_of(connection: apsw.Connection, article_id: int) -> int | None:
    """The story in which an article was placed."""
    row = connection.execute("SELECT story_id FROM story_member WHERE article_id = ?", (article_id,)).fetchone()
    return None if row is None else int(row[0])


def members(connection: apsw.Connection, story_id: int) -> tuple[int, ...]:
    """The articles of a story that are shown, in the order in which they came."""
    rows = connection.execute(
        "SELECT article_id FROM story_member JOIN article ON article.id = article_id "
        "WHERE story_id = ? AND article.shown ORDER BY article_id",
        (story_id,),
    )
    return tuple(row[0] for row in rows)


def stories(connection: apsw.Connection, least: int, first: int, count: int) -> list[tuple[int, int]]:
    """Stories of at least so many articles with their numbers of articles, the one that grew last first."""
    rows = connection.execute(
        "SELECT story_id, count(*) FROM story_member JOIN article ON article.id = article_id WHERE article.shown "
        "GROUP BY story_id HAVING count(*) >= ? ORDER BY max(article_id) DESC LIMIT ? OFFSET ?",
        (least, count, first),
    )
    return [(row[0], row[1]) for row in rows]


def take_apart(connection: apsw.Connection, article_ids: Sequence[int]) -> tuple[int, ...]:
    """Take all articles of the stories of these out of their stories, to be placed anew; returns which."""
    _drop_told(connection, article_ids)
    found: list[int] = []
    for story_id in {story for number in article_ids if (story := story_of(connection, number)) is not None}:
        rows = connection.execute("SELECT article_id FROM story_member WHERE story_id = ?", (story_id,)).fetchall()
        found += [int(str(row[0])) for row in rows]
        connection.execute("DELETE FROM story_member WHERE story_id = ?", (story_id,))
    return tuple(sorted({*found, *article_ids}))


def numbers_of(connection: apsw.Connection, digests: Iterable[str]) -> tuple[int, ...]:
    """The newest versions of the articles with these digests; those that are not here are left out."""
    found = [
        row[0]
        for digest in dict.fromkeys(digests)
        for row in connection.execute(
            "SELECT newest.id FROM article JOIN article AS newest ON newest.newest AND "
            "(newest.id = article.id OR (article.work <> 0 AND newest.work = article.work)) WHERE article.digest = ?",
            (digest,),
        )
    ]
    return tuple(dict.fromkeys(found))


def rarity(connection: apsw.Connection, terms: Iterable[int]) -> tuple[int, Mapping[int, int]]:
    """In how many articles there are statements, and in how many of them each term stands."""
    # Counted in the small table of stories, besides those that came after the last one placed.
    (size,) = next(
        connection.execute(
            "SELECT (SELECT count(*) FROM story_member) + (SELECT count(*) FROM article_sketch "
            "WHERE article_id > (SELECT coalesce(max(article_id), 0) FROM story_member))"
        )
    )
    wanted = list(dict.fromkeys(terms))
    found: dict[int, int] = {}
    for start in range(0, len(wanted), 500):
        part = wanted[start : start + 500]
        marks = ",".join("?" * len(part))
        rows = connection.execute(f"SELECT term, articles FROM story_term WHERE term IN ({marks})", tuple(part))
        found.update((int(row[0]), int(row[1])) for row in rows)
    return int(str(size)), found
