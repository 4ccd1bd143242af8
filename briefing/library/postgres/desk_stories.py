"""What the articles of a desk say, and in which story each was placed; all of it is derived."""

from collections.abc import Iterable, Mapping, Sequence

from briefing.library.kept_statements import VECTOR_SIZE, VERSION, KeptSketch, KeptStatements, kept_alone, kept_whole
from briefing.library.postgres.desk_connection import Connection
from briefing.model.story_terms import unpacked_terms

_DUE = f"{VERSION}, analysed anew"
"""What was made of an earlier analysis, and holds until it is made anew."""

_SHOWN = "article.removed IS NULL AND article.newest"
_OTHERS = "story_member AS own JOIN story_member AS other USING (story_id) WHERE own.article_id = %(article)s"
_ALONE = f"NOT EXISTS (SELECT 1 FROM {_OTHERS} AND other.article_id <> %(article)s)"
_SETTLED = (
    f"({_ALONE} OR EXISTS (SELECT 1 FROM story_told "
    "JOIN story_member USING (story_id) WHERE article_id = %(article)s)) AND NOT EXISTS (SELECT 1 FROM article_sketch "
    f"WHERE made = %(due)s AND article_id IN (SELECT other.article_id FROM {_OTHERS})) AND NOT EXISTS (SELECT 1 "
    "FROM article AS own JOIN article AS other ON other.work = own.work AND other.id <> own.id "
    "WHERE own.id = %(article)s)"
)
"""Whether what an article says is compared with nothing now: it is alone in its story or that is told, and there is no
other version of it."""

PLACED = (
    "FROM article_sketch AS said JOIN story_member AS member ON member.article_id = said.article_id "
    f"JOIN article ON article.id = said.article_id WHERE {_SHOWN} AND said.made IN ('{VERSION}', '{_DUE}')"
)
"""The articles that are placed in stories, and of which is kept what they are about."""

_THIN = (
    f"SELECT article_id FROM story_member JOIN article ON article.id = article_id WHERE story_id = %s AND {_SHOWN} "
    "AND article_id NOT IN (SELECT article_id FROM article_statements)"
)
"""Articles of a story of which is not kept what they say."""


def keep(connection: Connection, article_id: int, kept: KeptStatements) -> None:
    """Keep what an article says in the place of what was kept before; it is to be placed anew."""
    _uncount(connection, article_id)
    connection.execute(
        "INSERT INTO article_sketch (article_id, made, gist, terms, passages) VALUES (%s, %s, %s, %s, %s) "
        "ON CONFLICT (article_id) DO UPDATE SET made = excluded.made, gist = excluded.gist, terms = excluded.terms, "
        "passages = excluded.passages",
        (article_id, kept.made, kept.gist, kept.terms, kept.passages),
    )
    connection.execute(
        "INSERT INTO article_statements (article_id, reading, vectors) VALUES (%s, %s, %s) "
        "ON CONFLICT (article_id) DO UPDATE SET reading = excluded.reading, vectors = excluded.vectors",
        (article_id, kept.reading, kept.vectors),
    )
    connection.execute(
        "INSERT INTO story_term (term, articles) SELECT unnest(%s::bigint[]), 1 "
        "ON CONFLICT (term) DO UPDATE SET articles = story_term.articles + 1",
        (sorted(set(unpacked_terms(kept.terms))),),
    )
    story_id = story_of(connection, article_id)
    was_told = story_id is not None and told(connection, story_id) is not None
    untell(connection, (article_id,))
    if not was_told:  # else it is told anew first
        _thin_earlier(connection, (article_id,))


def erase(connection: Connection, article_ids: Sequence[int]) -> None:
    """Leave nothing of what articles say that are deleted for good: in no story that quotes them, in no count."""
    untell(connection, article_ids)
    _drop_told(connection, article_ids)
    for number in article_ids:
        _uncount(connection, number)


def _uncount(connection: Connection, article_id: int) -> None:
    """Count the terms of an article no more; what stands in no other is forgotten."""
    row = connection.execute("SELECT terms FROM article_sketch WHERE article_id = %s", (article_id,)).fetchone()
    held = sorted(set(unpacked_terms(row[0]))) if row else []
    connection.execute("UPDATE story_term SET articles = articles - 1 WHERE term = ANY(%s)", (held,))
    connection.execute("DELETE FROM story_term WHERE term = ANY(%s) AND articles <= 0", (held,))


def keep_told(connection: Connection, story_id: int, content: bytes) -> None:
    """Keep what a story tells."""
    connection.execute(
        "INSERT INTO story_told VALUES (%s, %s) ON CONFLICT (story_id) DO UPDATE SET content = excluded.content",
        (story_id, content),
    )
    _thin_earlier(connection, members(connection, story_id))


def told(connection: Connection, story_id: int) -> bytes | None:
    """What a story tells, if that was worked out since its statements or the reader's word changed.

    While it is read anew what its articles say, it is what the story told before.
    """
    row = connection.execute("SELECT content FROM story_told WHERE story_id = %s", (story_id,)).fetchone()
    return bytes(row[0]) if row else None


def untell(connection: Connection, article_ids: Iterable[int]) -> None:
    """Let what the stories of these articles tell be worked out anew, once all that they say was read anew."""
    for story_id in {story for number in article_ids if (story := story_of(connection, number)) is not None}:
        connection.execute(
            f"UPDATE article_sketch SET made = %s WHERE made = %s AND article_id IN ({_THIN})",
            (_DUE, VERSION, story_id),
        )
        if connection.execute(_THIN, (story_id,)).fetchone() is None:
            connection.execute("DELETE FROM story_told WHERE story_id = %s", (story_id,))


def _drop_told(connection: Connection, article_ids: Iterable[int]) -> None:
    """Keep nothing of what the stories of these articles told."""
    connection.execute(
        "DELETE FROM story_told WHERE story_id IN (SELECT story_id FROM story_member WHERE article_id = ANY(%s))",
        (list(article_ids),),
    )


def forget(connection: Connection, article_id: int) -> None:
    """Let what an article says be read anew, as its analysis is a new one; until then, what is kept holds."""
    connection.execute(
        "UPDATE article_sketch SET made = %s WHERE article_id = %s AND made = %s", (_DUE, article_id, VERSION)
    )


def read(connection: Connection, article_ids: Sequence[int]) -> dict[int, tuple[bytes, bytes]]:
    """Statements and vectors of articles, packed; those of which they are not kept are left out."""
    rows = connection.execute(
        "SELECT article_id, reading, vectors FROM article_statements JOIN article_sketch USING (article_id) "
        "WHERE article_id = ANY(%s) AND made IN (%s, %s)",
        (list(article_ids), VERSION, _DUE),
    )
    return {number: (bytes(reading), bytes(vectors)) for number, reading, vectors in rows.fetchall()}


def sketches(connection: Connection, article_ids: Sequence[int]) -> dict[int, KeptSketch]:
    """By what articles are found; those of which nothing is kept are left out."""
    rows = connection.execute(
        "SELECT article_id, gist, terms, passages FROM article_sketch WHERE article_id = ANY(%s) AND made IN (%s, %s)",
        (list(article_ids), VERSION, _DUE),
    )
    return {number: (bytes(gist), bytes(terms), bytes(passages)) for number, gist, terms, passages in rows.fetchall()}


def unread(connection: Connection, made: str, among: Sequence[int] | None = None) -> tuple[int, ...]:
    """Articles, of these or of all, that are analysed, and of which nothing is kept that this version made.

    The newest first.
    """
    rows = connection.execute(
        "SELECT article.id FROM article LEFT JOIN article_sketch AS said ON said.article_id = article.id "
        f"WHERE {_SHOWN} AND article.claims IS NOT NULL AND said.made IS DISTINCT FROM %(made)s "
        "AND (%(among)s::bigint[] IS NULL OR article.id = ANY(%(among)s)) ORDER BY article.id DESC",
        {"made": made, "among": None if among is None else list(among)},
    )
    return tuple(int(row[0]) for row in rows.fetchall())


def unplaced(connection: Connection) -> tuple[int, ...]:
    """Articles of which is kept what they say, and which are in no story; in the order in which they came."""
    rows = connection.execute(
        "SELECT said.article_id FROM article_sketch AS said JOIN article ON article.id = said.article_id "
        "LEFT JOIN story_member AS member ON member.article_id = said.article_id "
        f"WHERE {_SHOWN} AND member.story_id IS NULL ORDER BY said.article_id"
    )
    return tuple(int(row[0]) for row in rows.fetchall())


def gists(connection: Connection, after: int = 0) -> tuple[list[int], bytes]:
    """The placed articles behind this number and what they are about, one after the other."""
    rows = connection.execute(
        f"SELECT said.article_id, said.gist {PLACED} AND length(said.gist) = %s AND said.article_id > %s",
        (VECTOR_SIZE, after),
    ).fetchall()
    return [int(row[0]) for row in rows], b"".join(bytes(row[1]) for row in rows)


def placed(connection: Connection) -> tuple[int, int]:
    """How many articles are placed in stories, and how many of the library are not shown."""
    query = f"SELECT (SELECT count(*) FROM story_member), (SELECT count(*) FROM article WHERE NOT ({_SHOWN}))"
    row = connection.execute(query).fetchone()
    return (int(row[0]), int(row[1])) if row else (0, 0)


def place(connection: Connection, article_id: int, story_id: int) -> None:
    """Put an article into a story; what its other articles say is to be read anew where it is not kept."""
    connection.execute(
        "INSERT INTO story_member VALUES (%s, %s) ON CONFLICT (article_id) DO UPDATE SET story_id = excluded.story_id",
        (article_id, story_id),
    )
    untell(connection, (article_id,))
    _thin_earlier(connection, (article_id,))


def _thin_earlier(connection: Connection, article_ids: Iterable[int]) -> None:
    """Keep no more of articles than by what they are found and what their story tells, once many came after them."""
    row = connection.execute("SELECT max(article_id) FROM story_member").fetchone()
    newest = int(row[0]) if row and row[0] is not None else 0
    touched = tuple(article_ids)
    alone = _edge(connection, "story_member", kept_alone(newest))
    whole = _edge(connection, "article_statements JOIN story_member USING (article_id)", kept_whole(newest))
    for edge, holds in ((alone, f"{_SETTLED} AND {_ALONE}"), (whole, _SETTLED)):
        for number in {edge, *(min(number, edge) for number in touched)} - {0}:
            connection.execute(
                f"DELETE FROM article_statements WHERE article_id = %(article)s AND {holds}",
                {"article": number, "due": _DUE},
            )


def _edge(connection: Connection, rows: str, kept: int) -> int:
    """The newest article behind so many rows, or 0 if there are no more."""
    row = connection.execute(f"SELECT article_id FROM {rows} ORDER BY article_id DESC LIMIT 1 OFFSET %s", (kept,))
    found = row.fetchone()
    return int(found[0]) if found else 0


def story_of(connection: Connection, article_id: int) -> int | None:
    """The story in which an article was placed."""
    row = connection.execute("SELECT story_id FROM story_member WHERE article_id = %s", (article_id,)).fetchone()
    return None if row is None else int(row[0])


def members(connection: Connection, story_id: int) -> tuple[int, ...]:
    """The articles of a story that are shown, in the order in which they came."""
    rows = connection.execute(
        "SELECT article_id FROM story_member JOIN article ON article.id = article_id "
        f"WHERE story_id = %s AND {_SHOWN} ORDER BY article_id",
        (story_id,),
    )
    return tuple(int(row[0]) for row in rows.fetchall())


def stories(connection: Connection, least: int, first: int, count: int) -> list[tuple[int, int]]:
    """Stories of at least so many articles with their numbers of articles, the one that grew last first."""
    rows = connection.execute(
        f"SELECT story_id, count(*) FROM story_member JOIN article ON article.id = article_id WHERE {_SHOWN} "
        "GROUP BY story_id HAVING count(*) >= %s ORDER BY max(article_id) DESC LIMIT %s OFFSET %s",
        (least, None if count < 0 else count, first),
    )
    return [(int(row[0]), int(row[1])) for row in rows.fetchall()]


def take_apart(connection: Connection, article_ids: Sequence[int]) -> tuple[int, ...]:
    """Take all articles of the stories of these out of their stories, to be placed anew; returns which."""
    _drop_told(connection, article_ids)
    rows = connection.execute(
        "DELETE FROM story_member WHERE story_id IN (SELECT story_id FROM story_member WHERE article_id = ANY(%s)) "
        "RETURNING article_id",
        (list(article_ids),),
    )
    return tuple(sorted({*(int(row[0]) for row in rows.fetchall()), *article_ids}))


def rarity(connection: Connection, terms: Iterable[int]) -> tuple[int, Mapping[int, int]]:
    """In how many articles there are statements, and in how many of them each term stands."""
    size = connection.execute("SELECT count(*) FROM article_sketch").fetchone()
    rows = connection.execute(
        "SELECT term, articles FROM story_term WHERE term = ANY(%s)", (list(dict.fromkeys(terms)),)
    )
    return int(size[0]) if size else 0, {int(term): int(number) for term, number in rows.fetchall()}
