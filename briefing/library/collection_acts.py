"""What the reader does with collections and with what is filed in them, and how it is taken back.

Wherever a library is kept, its rows are reached by `CollectionRows`.
"""

from collections.abc import Sequence
from typing import Protocol

from briefing.library.change import Done, now
from briefing.library.library_errors import LibraryFailure
from briefing.library.organization_operations import (
    AddCollection,
    FileArticles,
    MoveCollection,
    RemoveCollection,
    RenameCollection,
    RestoreCollection,
    UnfileArticles,
    Unmake,
)
from briefing.model import BinnedKind, Collection
from briefing.model.message import Message

Row = tuple[str | None, str, str | None]
"""The collection above, the name, and since when it lies in the bin."""


class CollectionRows(Protocol):
    """The rows of collections, within the transaction that is open."""

    def row(self, collection_id: str) -> Row | None:
        """A collection, be it in the bin; None if there is none."""

    def insert(self, collection: Collection) -> None:
        """Insert a collection."""

    def delete(self, collection_id: str) -> None:
        """Delete a collection for good."""

    def holds_anything(self, collection_id: str) -> bool:
        """Whether an article or a collection lies in it."""

    def set_name(self, collection_id: str, name: str) -> None:
        """Give a collection another name."""

    def set_parent(self, collection_id: str, parent: str | None) -> None:
        """Put a collection into another one, or to the top."""

    def set_removed(self, collection_ids: Sequence[str], since: str | None) -> None:
        """Say since when collections lie in the bin; None takes them out."""

    def below(self, collection_id: str, removed: str | None) -> Sequence[str]:
        """A collection and all below it of which `removed` is the same, reached through such as these."""

    def file(self, article_ids: Sequence[int], collection_id: str) -> Sequence[int]:
        """Put articles into a collection; gives those that did not lie in it, by their newest versions."""

    def unfile(self, article_ids: Sequence[int], collection_id: str) -> Sequence[int]:
        """Take articles out of a collection; gives those that lay in it, by their newest versions."""


def add(rows: CollectionRows, operation: AddCollection) -> Done:
    """Insert a collection; its inverse unmakes it."""
    made = operation.collection
    _check_name(made.name)
    if rows.row(made.id) is not None:
        raise LibraryFailure(Message("collection.there"))
    if made.parent is not None:
        _present(rows, made.parent)
    rows.insert(Collection(made.id, made.name.strip(), made.parent))
    return Done(Unmake(BinnedKind.COLLECTION, made.id))


def unmake(rows: CollectionRows, collection_id: str) -> Done:
    """Delete a collection that nothing lies in."""
    parent, name = _present(rows, collection_id)
    if rows.holds_anything(collection_id):
        raise LibraryFailure(Message.of("collection.not_empty", name=name))
    rows.delete(collection_id)
    return Done(AddCollection(Collection(collection_id, name, parent)))


def rename(rows: CollectionRows, operation: RenameCollection) -> Done:
    """Give a collection another name."""
    _check_name(operation.name)
    _, name, _ = _there(rows, operation.collection_id)
    rows.set_name(operation.collection_id, operation.name.strip())
    return Done(RenameCollection(operation.collection_id, name))


def move(rows: CollectionRows, operation: MoveCollection) -> Done:
    """Put a collection into another one, or to the top."""
    before, name = _present(rows, operation.collection_id)
    above = operation.parent
    if above is not None and not operation.back:
        _present(rows, above)
    while above is not None:
        if above == operation.collection_id:
            raise LibraryFailure(Message.of("collection.in_itself", name=name))
        above, _, _ = _there(rows, above)
    rows.set_parent(operation.collection_id, operation.parent)
    lay_in_bin = before is not None and bool(_there(rows, before)[2])
    return Done(MoveCollection(operation.collection_id, before, lay_in_bin))


def remove(rows: CollectionRows, operation: RemoveCollection) -> Done:
    """Put a collection and those below it into the bin."""
    _present(rows, operation.collection_id)
    rows.set_removed(operation.members or rows.below(operation.collection_id, None), operation.removed or now())
    return Done(RestoreCollection(operation.collection_id))


def restore(rows: CollectionRows, operation: RestoreCollection) -> Done:
    """Take a collection out of the bin, with those below it that went there at the same moment."""
    _, name, removed = _there(rows, operation.collection_id)
    if not removed:
        raise LibraryFailure(Message.of("collection.not_in_bin", name=name))
    members = tuple(rows.below(operation.collection_id, removed))
    rows.set_removed(members, None)
    return Done(RemoveCollection(operation.collection_id, removed, members))


def file(rows: CollectionRows, operation: FileArticles) -> Done:
    """Put articles into a collection; those that lie in it already are not looked at."""
    _present(rows, operation.collection_id)
    filed = tuple(rows.file(operation.article_ids, operation.collection_id))
    return Done(UnfileArticles(filed, operation.collection_id), filed)


def unfile(rows: CollectionRows, operation: UnfileArticles) -> Done:
    """Take articles out of a collection; those that do not lie in it are not looked at."""
    _present(rows, operation.collection_id)
    taken = tuple(rows.unfile(operation.article_ids, operation.collection_id))
    return Done(FileArticles(taken, operation.collection_id), taken)


def _there(rows: CollectionRows, collection_id: str) -> Row:
    row = rows.row(collection_id)
    if row is None:
        raise LibraryFailure(Message("collection.gone"))
    return row


def _present(rows: CollectionRows, collection_id: str) -> tuple[str | None, str]:
    parent, name, removed = _there(rows, collection_id)
    if removed:
        raise LibraryFailure(Message.of("collection.in_bin", name=name))
    return parent, name


def _check_name(name: str) -> None:
    if not name.strip():
        raise LibraryFailure(Message("collection.needs_name"))
