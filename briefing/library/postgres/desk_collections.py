"""Collections, what is filed in them, and saved searches, in PostgreSQL."""

from collections.abc import Sequence

from briefing.library.collection_acts import Row
from briefing.library.postgres.desk_articles import home
from briefing.library.postgres.desk_connection import Connection
from briefing.model import Collection, SavedSearch


class Collections:
    """The rows of collections, for `collection_acts`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def row(self, collection_id: str) -> Row | None:
        """A collection, be it in the bin; None if there is none."""
        row = self._connection.execute(
            "SELECT parent, name, removed FROM collection WHERE id = %s", (collection_id,)
        ).fetchone()
        return None if row is None else (row[0], row[1], row[2])

    def insert(self, collection: Collection) -> None:
        """Insert a collection."""
        self._connection.execute(
            "INSERT INTO collection (id, parent, name) VALUES (%s, %s, %s)",
            (collection.id, collection.parent, collection.name),
        )

    def delete(self, collection_id: str) -> None:
        """Delete a collection for good."""
        self._connection.execute("DELETE FROM collection WHERE id = %s", (collection_id,))

    def holds_anything(self, collection_id: str) -> bool:
        """Whether an article or a collection lies in it."""
        row = self._connection.execute(
            "SELECT EXISTS (SELECT 1 FROM filed WHERE collection_id = %(id)s) "
            "OR EXISTS (SELECT 1 FROM collection WHERE parent = %(id)s)",
            {"id": collection_id},
        ).fetchone()
        return bool(row and row[0])

    def set_name(self, collection_id: str, name: str) -> None:
        """Give a collection another name."""
        self._connection.execute("UPDATE collection SET name = %s WHERE id = %s", (name, collection_id))

    def set_parent(self, collection_id: str, parent: str | None) -> None:
        """Put a collection into another one, or to the top."""
        self._connection.execute("UPDATE collection SET parent = %s WHERE id = %s", (parent, collection_id))

    def set_removed(self, collection_ids: Sequence[str], since: str | None) -> None:
        """Say since when collections lie in the bin; None takes them out."""
        self._connection.execute("UPDATE collection SET removed = %s WHERE id = ANY(%s)", (since, list(collection_ids)))

    def below(self, collection_id: str, removed: str | None) -> list[str]:
        """A collection and all below it of which `removed` is the same, reached through such as these."""
        rows = self._connection.execute(
            'WITH RECURSIVE below (id) AS (SELECT %s::text COLLATE "C" UNION SELECT collection.id FROM collection '
            "JOIN below ON collection.parent = below.id WHERE collection.removed IS NOT DISTINCT FROM %s) "
            "SELECT id FROM below",
            (collection_id, removed),
        )
        return [str(row[0]) for row in rows.fetchall()]

    def file(self, article_ids: Sequence[int], collection_id: str) -> list[int]:
        """Put articles into a collection; gives those that did not lie in it, by their newest versions."""
        return self._done(
            article_ids,
            collection_id,
            "INSERT INTO filed (collection_id, article_id) SELECT %(collection)s, id FROM article "
            "WHERE id = %(article)s ON CONFLICT DO NOTHING",
        )

    def unfile(self, article_ids: Sequence[int], collection_id: str) -> list[int]:
        """Take articles out of a collection; gives those that lay in it, by their newest versions."""
        return self._done(
            article_ids,
            collection_id,
            "DELETE FROM filed WHERE collection_id = %(collection)s AND article_id = %(article)s",
        )

    def _done(self, article_ids: Sequence[int], collection_id: str, statement: str) -> list[int]:
        """The newest versions of these articles for which the statement changed anything."""
        numbers = dict.fromkeys(home(self._connection, number) for number in article_ids)
        return [
            number
            for number in numbers
            if self._connection.execute(statement, {"collection": collection_id, "article": number}).rowcount
        ]


class SavedSearches:
    """The rows of saved searches, for `saved_search_acts`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def row(self, search_id: str) -> tuple[SavedSearch, str | None] | None:
        """A search, and since when it lies in the bin; None if there is none."""
        row = self._connection.execute(
            "SELECT id, name, typed, removed FROM saved_search WHERE id = %s", (search_id,)
        ).fetchone()
        return None if row is None else (SavedSearch(*row[:3]), row[3])

    def insert(self, search: SavedSearch) -> None:
        """Insert a search."""
        self._connection.execute(
            "INSERT INTO saved_search (id, name, typed) VALUES (%s, %s, %s)", (search.id, search.name, search.typed)
        )

    def update(self, search: SavedSearch) -> None:
        """Put a search in the place of the one with the same id."""
        self._connection.execute(
            "UPDATE saved_search SET name = %s, typed = %s WHERE id = %s", (search.name, search.typed, search.id)
        )

    def delete(self, search_id: str) -> None:
        """Delete a search for good."""
        self._connection.execute("DELETE FROM saved_search WHERE id = %s", (search_id,))

    def set_removed(self, search_id: str, since: str | None) -> None:
        """Say since when a search lies in the bin; None takes it out."""
        self._connection.execute("UPDATE saved_search SET removed = %s WHERE id = %s", (since, search_id))


def collections(connection: Connection) -> tuple[Collection, ...]:
    """All collections that are not in the bin, by name; one whose parent lies in the bin stands at the top."""
    rows = connection.execute(
        "SELECT collection.id, collection.name, parent.id, (SELECT count(*) FROM filed JOIN article "
        "ON article.id = article_id WHERE collection_id = collection.id AND article.removed IS NULL AND newest) "
        "FROM collection LEFT JOIN collection AS parent ON parent.id = collection.parent AND parent.removed IS NULL "
        "WHERE collection.removed IS NULL ORDER BY lower(collection.name), collection.id"
    )
    return tuple(Collection(*row) for row in rows.fetchall())


def of_article(connection: Connection, article_id: int) -> tuple[str, ...]:
    """The ids of the collections an article lies in that are not in the bin."""
    rows = connection.execute(
        "SELECT id FROM filed JOIN collection ON id = collection_id WHERE article_id = %s AND removed IS NULL "
        "ORDER BY id",
        (home(connection, article_id),),
    )
    return tuple(str(row[0]) for row in rows.fetchall())


def saved_searches(connection: Connection) -> tuple[SavedSearch, ...]:
    """All saved searches that are not in the bin, by name."""
    rows = connection.execute("SELECT id, name, typed FROM saved_search WHERE removed IS NULL ORDER BY lower(name), id")
    return tuple(SavedSearch(*row) for row in rows.fetchall())


def saved_search(connection: Connection, search_id: str) -> SavedSearch | None:
    """A search, in the bin or not; None if there is none with this id."""
    row = SavedSearches(connection).row(search_id)
    return row[0] if row else None
