"""Collections, nested, and what is filed in them, as rows."""

from collections.abc import Sequence

import apsw

from briefing.library.collection_acts import Row
from briefing.library.sqlite.versions import home
from briefing.model import Collection


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


def gone_with(connection: apsw.Connection, collection_id: str) -> list[str]:
    """A collection in the bin, with those below it that went there at the same moment."""
    rows = Collections(connection)
    found = rows.row(collection_id)
    return rows.below(collection_id, found[2]) if found else []


class Collections:
    """The rows of collections, for `collection_acts`."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection

    def row(self, collection_id: str) -> Row | None:
        """A collection, be it in the bin; None if there is none."""
        row = self._connection.execute(
            "SELECT parent, name, removed FROM collection WHERE id = ?", (collection_id,)
        ).fetchone()
        return None if row is None else (row[0], row[1], row[2])

    def insert(self, collection: Collection) -> None:
        """Insert a collection."""
        self._connection.execute(
            "INSERT INTO collection (id, parent, name) VALUES (?, ?, ?)",
            (collection.id, collection.parent, collection.name),
        )

    def delete(self, collection_id: str) -> None:
        """Delete a collection for good."""
        self._connection.execute("DELETE FROM collection WHERE id = ?", (collection_id,))

    def holds_anything(self, collection_id: str) -> bool:
        """Whether an article or a collection lies in it."""
        held = self._connection.execute(
            "SELECT 1 FROM filed WHERE collection_id = ?1 UNION ALL SELECT 1 FROM collection WHERE parent = ?1",
            (collection_id,),
        )
        return held.fetchone() is not None

    def set_name(self, collection_id: str, name: str) -> None:
        """Give a collection another name."""
        self._connection.execute("UPDATE collection SET name = ? WHERE id = ?", (name, collection_id))

    def set_parent(self, collection_id: str, parent: str | None) -> None:
        """Put a collection into another one, or to the top."""
        self._connection.execute("UPDATE collection SET parent = ? WHERE id = ?", (parent, collection_id))

    def set_removed(self, collection_ids: Sequence[str], since: str | None) -> None:
        """Say since when collections lie in the bin; None takes them out."""
        self._connection.executemany(
            "UPDATE collection SET removed = ? WHERE id = ?", [(since, one) for one in collection_ids]
        )

    def below(self, collection_id: str, removed: str | None) -> list[str]:
        """A collection and all below it of which `removed` is the same, reached through such as these."""
        rows = self._connection.execute(
            "WITH RECURSIVE below (id) AS (SELECT ?1 UNION SELECT collection.id FROM collection "
            "JOIN below ON collection.parent = below.id WHERE collection.removed IS ?2) SELECT id FROM below",
            (collection_id, removed),
        )
        return [str(row[0]) for row in rows]

    def file(self, article_ids: Sequence[int], collection_id: str) -> list[int]:
        """Put articles into a collection; gives those that did not lie in it, by their newest versions."""
        filed = []
        for article_id in self._newest(article_ids):
            self._connection.execute(
                "INSERT INTO filed (collection_id, article_id) SELECT ?1, id FROM article WHERE id = ?2 "
                "AND NOT EXISTS (SELECT 1 FROM filed WHERE collection_id = ?1 AND article_id = ?2)",
                (collection_id, article_id),
            )
            filed += [article_id] if self._connection.changes() else []
        return filed

    def unfile(self, article_ids: Sequence[int], collection_id: str) -> list[int]:
        """Take articles out of a collection; gives those that lay in it, by their newest versions."""
        taken = []
        for article_id in self._newest(article_ids):
            self._connection.execute(
                "DELETE FROM filed WHERE collection_id = ? AND article_id = ?", (collection_id, article_id)
            )
            taken += [article_id] if self._connection.changes() else []
        return taken

    def _newest(self, article_ids: Sequence[int]) -> dict[int, None]:
        return dict.fromkeys(home(self._connection, number) for number in article_ids)
