"""Where articles lie in PostgreSQL: the bin, the reading state, the place in the text, tags."""

import json
from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from briefing.library import organization_operations
from briefing.library.change import Done, now
from briefing.library.library_errors import LibraryFailure
from briefing.library.operations import Operation, RemoveArticle, RestoreArticle, Several
from briefing.library.postgres import desk_stories
from briefing.library.postgres.desk_articles import home
from briefing.library.postgres.desk_connection import Connection
from briefing.library.reader_rows import annotation_of
from briefing.model import Binned, BinnedKind, ReadingState, Tag
from briefing.model.message import Message

PLACES = {
    BinnedKind.ARTICLE: ("article", "digest"),
    BinnedKind.ANNOTATION: ("annotation", "id"),
    BinnedKind.COLLECTION: ("collection", "id"),
    BinnedKind.SAVED_SEARCH: ("saved_search", "id"),
    BinnedKind.BRIEF: ("brief", "id"),
}
"""The tables of what is kept here that can lie in the bin, with the column that names it."""


def remove(connection: Connection, operation: RemoveArticle) -> Done:
    """Put an article into the bin, with all its versions."""
    _move(connection, operation.article_id, operation.removed or now())
    return Done(RestoreArticle(operation.article_id), (operation.article_id,))


def restore(connection: Connection, operation: RestoreArticle) -> Done:
    """Take an article out of the bin, with all its versions."""
    since = _move(connection, operation.article_id, None)
    return Done(RemoveArticle(operation.article_id, since or ""), (operation.article_id,))


def _move(connection: Connection, article_id: int, removed: str | None) -> str | None:
    """Put an article into the bin or take it out; gives since when it lay there."""
    row = connection.execute("SELECT work, removed FROM article WHERE id = %s", (article_id,)).fetchone()
    if row is None or (row[1] is None) == (removed is None):
        raise LibraryFailure(Message("article.moved"))
    connection.execute("UPDATE article SET removed = %s WHERE work = %s", (removed, row[0]))
    desk_stories.untell(connection, (article_id,))
    before: str | None = row[1]
    return before


def set_state(connection: Connection, operation: organization_operations.SetReadingState) -> Done:
    """Say of articles how far the reader is with them."""
    numbers = list(dict.fromkeys(home(connection, number) for number in operation.article_ids))
    rows = connection.execute(
        "SELECT state, array_agg(id ORDER BY array_position(%(ids)s::bigint[], id)) FROM article "
        "WHERE id = ANY(%(ids)s) AND state <> %(state)s GROUP BY state "
        "ORDER BY min(array_position(%(ids)s::bigint[], id))",
        {"ids": numbers, "state": operation.state.value},
    )
    before: dict[str, list[int]] = dict(rows.fetchall())
    connection.execute("UPDATE article SET state = %s WHERE id = ANY(%s)", (operation.state.value, numbers))
    back: list[Operation] = [
        organization_operations.SetReadingState(tuple(ids), ReadingState(state)) for state, ids in before.items()
    ]
    inverse = back[0] if len(back) == 1 else Several(tuple(back))
    return Done(inverse, tuple(number for ids in before.values() for number in ids))


def mark_opened(connection: Connection, article_id: int) -> None:
    """Remember that an article was opened now."""
    connection.execute(
        "UPDATE article SET opened = %s, state = CASE state WHEN 'unread' THEN 'opened' ELSE state END WHERE id = %s",
        (now(), article_id),
    )


def keep_place(connection: Connection, article_id: int, place: int) -> None:
    """Remember where in its text (code points) the reader left an article."""
    connection.execute("UPDATE article SET place = greatest(0, least(%s, length)) WHERE id = %s", (place, article_id))


def put_tags(connection: Connection, operation: organization_operations.TagArticles) -> Done:
    """Put tags on articles; an article that carries a tag already is not looked at."""
    tagged: dict[str, list[int]] = defaultdict(list)
    for number in dict.fromkeys(home(connection, one) for one in operation.article_ids):
        for tag in dict.fromkeys(tag.strip() for tag in operation.tags if tag.strip()):
            row = connection.execute(
                "INSERT INTO article_tag (article_id, tag) SELECT id, %s FROM article WHERE id = %s "
                "ON CONFLICT DO NOTHING RETURNING tag",
                (tag, number),
            ).fetchone()
            if row:
                tagged[tag].append(number)
    taking = tuple(organization_operations.UntagArticles(tuple(ids), (tag,)) for tag, ids in tagged.items())
    return Done(Several(taking), _touched(tagged.values()))


def take_tags(connection: Connection, operation: organization_operations.UntagArticles) -> Done:
    """Take tags off articles; an article that does not carry a tag is not looked at."""
    taken: dict[str, list[int]] = defaultdict(list)
    for number in dict.fromkeys(home(connection, one) for one in operation.article_ids):
        for tag in operation.tags:
            row = connection.execute(
                'DELETE FROM article_tag WHERE lower(tag) = lower(%s COLLATE "C") AND article_id = %s RETURNING tag',
                (tag.strip(), number),
            ).fetchone()
            if row:
                taken[str(row[0])].append(number)
    putting = tuple(organization_operations.TagArticles(tuple(ids), (tag,)) for tag, ids in taken.items())
    return Done(Several(putting), _touched(taken.values()))


def tags(connection: Connection) -> tuple[Tag, ...]:
    """All tags in use, on articles and on annotations, by name."""
    rows = connection.execute(
        "SELECT min(tag), count(*) FILTER (WHERE whole AND counts), count(*) FILTER (WHERE NOT whole) FROM ("
        "SELECT tag, true AS whole, removed IS NULL AND newest AS counts "
        "FROM article_tag JOIN article ON id = article_id "
        'UNION ALL SELECT tag COLLATE "C", false, true FROM annotation CROSS JOIN unnest(tags) AS tag '
        "WHERE removed IS NULL AND (NOT private OR writer = current_user)) AS used "
        "GROUP BY lower(tag) ORDER BY lower(tag)"
    )
    return tuple(Tag(*row) for row in rows.fetchall())


def bin_of(connection: Connection) -> list[Binned]:
    """All that lies in the bin, what went there last first."""
    rows = connection.execute(
        "SELECT 'article' AS kind, id::text, origin, removed, NULL AS article_id FROM article "
        "WHERE removed IS NOT NULL AND newest UNION ALL "
        "SELECT 'annotation', id, content, removed, article_id FROM annotation WHERE removed IS NOT NULL "
        "AND (NOT private OR writer = current_user) UNION ALL "
        "SELECT 'collection', id, name, removed, NULL FROM collection AS each WHERE removed IS NOT NULL "
        "AND NOT EXISTS (SELECT 1 FROM collection WHERE id = each.parent AND removed = each.removed) UNION ALL "
        "SELECT 'saved search', id, name, removed, NULL FROM saved_search WHERE removed IS NOT NULL UNION ALL "
        "SELECT 'brief', id, content, removed, NULL FROM brief WHERE removed IS NOT NULL "
        "ORDER BY removed DESC, kind, id"
    )
    return [
        Binned(BinnedKind(kind), name, _titled(kind, content), datetime.fromisoformat(removed), article_id)
        for kind, name, content, removed, article_id in rows.fetchall()
    ]


def _titled(kind: str, content: str) -> str:
    if kind == BinnedKind.ARTICLE:
        return str(json.loads(content)[0])
    if kind == BinnedKind.ANNOTATION:
        annotation = annotation_of(json.loads(content))
        return annotation.note or annotation.anchor.exact
    return str(json.loads(content)["title"]) if kind == BinnedKind.BRIEF else content


def is_known(connection: Connection, kind: BinnedKind, name: str) -> bool:
    """Whether something is in the library, be it in the bin: an article by its digest, a note by its identity."""
    table, column = PLACES[kind]
    return connection.execute(f"SELECT 1 FROM {table} WHERE {column} = %s", (name,)).fetchone() is not None


def _touched(changed: Iterable[list[int]]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(number for numbers in changed for number in numbers))
