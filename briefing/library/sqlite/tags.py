"""The reader's tags on articles, as rows; tags that differ in case only are the same."""

from collections import defaultdict

import apsw

from briefing.library import organization_operations
from briefing.library.change import Done
from briefing.library.operations import Several
from briefing.library.sqlite.versions import home
from briefing.model import Tag


def tags(connection: apsw.Connection) -> tuple[Tag, ...]:
    """All tags in use, on articles and on annotations, by name."""
    rows = connection.execute(
        "SELECT min(name), sum(iif(shelf = 'tag', number, 0)), sum(iif(shelf = 'note tag', number, 0)) "
        "FROM tally WHERE shelf IN ('tag', 'note tag') GROUP BY name COLLATE NOCASE ORDER BY name COLLATE NOCASE"
    )
    return tuple(Tag(*row) for row in rows)


def put(connection: apsw.Connection, operation: organization_operations.TagArticles) -> Done:
    """Put tags on articles; an article that carries a tag already is not looked at."""
    tagged: dict[str, list[int]] = defaultdict(list)
    for article_id in dict.fromkeys(home(connection, number) for number in operation.article_ids):
        for tag in dict.fromkeys(tag.strip() for tag in operation.tags if tag.strip()):
            connection.execute(
                "INSERT INTO article_tag (tag, article_id) SELECT ?1, id FROM article WHERE id = ?2 "
                "AND NOT EXISTS (SELECT 1 FROM article_tag WHERE tag = ?1 AND article_id = ?2)",
                (tag, article_id),
            )
            if connection.changes():
                tagged[tag].append(article_id)
    taking = tuple(organization_operations.UntagArticles(tuple(numbers), (tag,)) for tag, numbers in tagged.items())
    return Done(Several(taking), _touched(tagged))


def take(connection: apsw.Connection, operation: organization_operations.UntagArticles) -> Done:
    """Take tags off articles; an article that does not carry a tag is not looked at."""
    taken: dict[str, list[int]] = defaultdict(list)
    for article_id in dict.fromkeys(home(connection, number) for number in operation.article_ids):
        for tag in operation.tags:
            rows = connection.execute(
                "DELETE FROM article_tag WHERE tag = ? AND article_id = ? RETURNING tag", (tag.strip(), article_id)
            )
            for row in list(rows):
                taken[str(row[0])].append(article_id)
    putting = tuple(organization_operations.TagArticles(tuple(numbers), (tag,)) for tag, numbers in taken.items())
    return Done(Several(putting), _touched(taken))


def _touched(changed: dict[str, list[int]]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(number for numbers in changed.values() for number in numbers))
