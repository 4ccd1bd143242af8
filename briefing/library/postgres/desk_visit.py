"""A look at a server before a desk is joined: whether its library can be opened, and what may be done there."""

from briefing.desk_address import parted, shown
from briefing.library.library_errors import LibraryFailure
from briefing.library.postgres.desk_connection import Connection, connect, in_words
from briefing.library.postgres.desk_schema import newest_version, version_of
from briefing.model.message import Message


def look_at(address: str) -> Message:
    """What a reader finds at an address; nothing is changed there.

    Raises:
        LibraryFailure: if he cannot work there, with the reason.
    """
    if parted(address) is None:
        raise LibraryFailure(Message("desk.no_address"))
    with in_words(address), connect(address) as connection:
        if not _may(connection, "to_regclass('schema_version') IS NOT NULL"):
            return _found_empty(connection, address)
        readable = (f"has_table_privilege('{table}', 'SELECT')" for table in ("schema_version", "article"))
        if not all(_may(connection, one) for one in readable):
            raise LibraryFailure(Message.of("desk.no_rights", address=shown(address)))
        version = version_of(connection)
        if version > newest_version():
            return Message.of("library.newer", folder=shown(address))
        may_write = _may(connection, "has_table_privilege('annotation', 'INSERT')")
        if version < newest_version() and not may_write:
            raise LibraryFailure(Message.of("desk.older", address=shown(address)))
        row = connection.execute("SELECT count(*) FROM article WHERE removed IS NULL AND newest").fetchone()
        found = Message.of("desk.found", address=shown(address), n=int(row[0]) if row else 0)
        return found if may_write else Message.of("desk.may_only_read", address=shown(address))


def _found_empty(connection: Connection, address: str) -> Message:
    if not _may(connection, "has_schema_privilege(current_schema(), 'CREATE')"):
        raise LibraryFailure(Message.of("desk.may_not_begin", address=shown(address)))
    return Message.of("desk.found_empty", address=shown(address))


def _may(connection: Connection, what: str) -> bool:
    row = connection.execute(f"SELECT {what}").fetchone()
    return bool(row and row[0])
