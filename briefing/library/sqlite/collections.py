"""Collections, nested, and what is filed in them, as rows."""

import apsw

from briefing.library import organization_operations
from briefing.library.change import Done
from briefing.library.library_errors import LibraryFailure
from briefing.library.sqlite.articles import now
from briefing.library.sqlite.versions import home
from briefing.model import BinnedKind, Collection
from briefing.model.message import Message


def collections(connection: apsw.Connection) -> tuple[Collection, ...]:
    """All collections that are not in the bin, by name; one whose parent lies in the bin stands at the top."""
    rows = connection.execute(
        "SELECT collection.id, collection.name, parent.id, coalesce(number, 0) FROM collection "
        "LEFT JOIN collection AS parent ON parent.id = collection.parent AND parent.removed IS NULL "
        "LEFT JOIN tally ON shelf = 'collection' AND tally.name = collection.id "
        "WHERE collection.removed IS NULL ORDER BY collection.name COLLATE NOCASE, collection.id"
    )
    return tuple(Collection(*row) for row in rows)


def of_article(connection: apsw.Connection, article_id: int) -> tuple[str, ...]:
    """The ids of the collections an article lies in that are not in the bin."""
    rows = connection.execute(
        "SELECT id FROM filed JOIN collection ON id = collection_id "
        "WHERE article_id = ? AND removed IS NULL ORDER BY id",
        (home(connection, article_id),),
    )
    return tuple(str(row[0]) for row in rows)


def add(connection: apsw.Connection, operation: organization_operations.AddCollection) -> Done:
    """Insert a collection; its inverse unmakes it."""
    made = operation.collection
    _check_name(made.name)
    if connection.execute("SELECT 1 FROM collection WHERE id = ?", (made.id,)).fetchone():
        raise LibraryFailure(Message("collection.there"))
    if made.parent is not None:
        _present(connection, made.parent)
    connection.execute(
        "INSERT INTO collection (id, parent, name) VALUES (?, ?, ?)", (made.id, made.parent, made.name.strip())
    )
    return Done(organization_operations.Unmake(BinnedKind.COLLECTION, made.id))


def delete(connection: apsw.Connection, collection_id: str) -> Done:
    """Delete a collection that nothing lies in."""
    parent, name = _present(connection, collection_id)
    held = connection.execute(
        "SELECT 1 FROM filed WHERE collection_id = ?1 UNION ALL SELECT 1 FROM collection WHERE parent = ?1",
        (collection_id,),
    ).fetchone()
    if held:
        raise LibraryFailure(Message.of("collection.not_empty", name=name))
    connection.execute("DELETE FROM collection WHERE id = ?", (collection_id,))
    return Done(organization_operations.AddCollection(Collection(collection_id, name, parent)))


def rename(connection: apsw.Connection, operation: organization_operations.RenameCollection) -> Done:
    """Give a collection another name."""
    _check_name(operation.name)
    _, name, _ = _row(connection, operation.collection_id)
    connection.execute("UPDATE collection SET name = ? WHERE id = ?", (operation.name.strip(), operation.collection_id))
    return Done(organization_operations.RenameCollection(operation.collection_id, name))


def move(connection: apsw.Connection, operation: organization_operations.MoveCollection) -> Done:
    """Put a collection into another one, or to the top."""
    before, name = _present(connection, operation.collection_id)
    above = operation.parent
    if above is not None:
        _present(connection, above)
    while above is not None:
        if above == operation.collection_id:
            raise LibraryFailure(Message.of("collection.in_itself", name=name))
        above, _, _ = _row(connection, above)
    connection.execute("UPDATE collection SET parent = ? WHERE id = ?", (operation.parent, operation.collection_id))
    return Done(organization_operations.MoveCollection(operation.collection_id, before))


def remove(connection: apsw.Connection, operation: organization_operations.RemoveCollection) -> Done:
    """Put a collection and those below it into the bin."""
    _present(connection, operation.collection_id)
    members = operation.members or tuple(_below(connection, operation.collection_id, None))
    since = operation.removed or now()
    connection.executemany("UPDATE collection SET removed = ? WHERE id = ?", [(since, member) for member in members])
    return Done(organization_operations.RestoreCollection(operation.collection_id))


def restore(connection: apsw.Connection, operation: organization_operations.RestoreCollection) -> Done:
    """Take a collection out of the bin, with those below it that went there at the same moment."""
    _, name, removed = _row(connection, operation.collection_id)
    if not removed:
        raise LibraryFailure(Message.of("collection.not_in_bin", name=name))
    members = tuple(_below(connection, operation.collection_id, removed))
    connection.executemany("UPDATE collection SET removed = NULL WHERE id = ?", [(member,) for member in members])
    return Done(organization_operations.RemoveCollection(operation.collection_id, removed, members))


def gone_with(connection: apsw.Connection, collection_id: str) -> list[str]:
    """A collection in the bin, with those below it that went there at the same moment."""
    return _below(connection, collection_id, _row(connection, collection_id)[2])


def file(connection: apsw.Connection, operation: organization_operations.FileArticles) -> Done:
    """Put articles into a collection; those that lie in it already are not looked at."""
    _present(connection, operation.collection_id)
    filed = []
    for article_id in dict.fromkeys(home(connection, number) for number in operation.article_ids):
        connection.execute(
            "INSERT INTO filed (collection_id, article_id) SELECT ?1, id FROM article WHERE id = ?2 "
            "AND NOT EXISTS (SELECT 1 FROM filed WHERE collection_id = ?1 AND article_id = ?2)",
            (operation.collection_id, article_id),
        )
        filed += [article_id] if connection.changes() else []
    return Done(organization_operations.UnfileArticles(tuple(filed), operation.collection_id), tuple(filed))


def unfile(connection: apsw.Connection, operation: organization_operations.UnfileArticles) -> Done:
    """Take articles out of a collection; those that do not lie in it are not looked at."""
    _present(connection, operation.collection_id)
    taken = []
    for article_id in dict.fromkeys(home(connection, number) for number in operation.article_ids):
        connection.execute(
            "DELETE FROM filed WHERE collection_id = ? AND article_id = ?", (operation.collection_id, article_id)
        )
        taken += [article_id] if connection.changes() else []
    return Done(organization_operations.FileArticles(tuple(taken), operation.collection_id), tuple(taken))


def _below(connection: apsw.Connection, collection_id: str, removed: str | None) -> list[str]:
    """A collection and all below it of which `removed` is the same, reached through such as these."""
    rows = connection.execute(
        "WITH RECURSIVE below (id) AS (SELECT ?1 UNION SELECT collection.id FROM collection "
        "JOIN below ON collection.parent = below.id WHERE collection.removed IS ?2) SELECT id FROM below",
        (collection_id, removed),
    )
    return [str(row[0]) for row in rows]


def _row(connection: apsw.Connection, collection_id: str) -> tuple[str | None, str, str | None]:
    row = connection.execute("SELECT parent, name, removed FROM collection WHERE id = ?", (collection_id,)).fetchone()
    if row is None:
        raise LibraryFailure(Message("collection.gone"))
    return row[0], row[1], row[2]


def _present(connection: apsw.Connection, collection_id: str) -> tuple[str | None, str]:
    parent, name, removed = _row(connection, collection_id)
    if removed:
        raise LibraryFailure(Message.of("collection.in_bin", name=name))
    return parent, name


def _check_name(name: str) -> None:
    if not name.strip():
        raise LibraryFailure(Message("collection.needs_name"))
