"""Is a library sound: its database, what the search knows, and the originals beside it."""

from collections.abc import Iterator
from pathlib import Path

import apsw

from briefing.library import compression
from briefing.library.paths import DATABASE, ORIGINALS
from briefing.library.sqlite import sql_functions
from briefing.library.sqlite.damage import UNREADABLE, damaged_rows, same_words
from briefing.library.sqlite.shape import guard, schema_fault
from briefing.model.identifiers import digest_of
from briefing.model.message import Message

_PATIENCE = 10_000
"""Milliseconds to wait for a window that writes."""

_MOST = 5
"""Complaints of one kind that are told; more of them help nobody."""


def database_faults(path: Path, thorough: bool = True) -> list[Message]:
    """What is wrong with a database file, in sentences; empty if it is sound.

    Args:
        path: of the file; it is only read.
        thorough: whether indexes are compared with their tables too, which takes some seconds a gigabyte.
    """
    try:
        connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
    except apsw.Error as fault:
        return [Message.of("check.not_opened", path=str(path), fault=str(fault))]
    try:
        guard(connection)
        sql_functions.offer(connection)
        strange = schema_fault(connection)
        if strange:
            return [Message.of("check.strange", path=str(path), strange=strange)]
        return [*_pages(connection, path, thorough), *_references(connection, path)]
    except (apsw.CorruptError, apsw.NotADBError, apsw.IOError, *UNREADABLE) as fault:
        return [Message.of("check.damaged", path=str(path), fault=str(fault))]
    except apsw.Error as fault:
        return [Message.of("check.unreadable", path=str(path), fault=str(fault))]
    finally:
        connection.close()


def library_faults(folder: Path) -> list[Message]:
    """What is wrong with the library in `folder`: its database, its search and its originals; empty if it is sound."""
    faults = database_faults(folder / DATABASE)
    if faults:
        return faults
    connection = apsw.Connection(str(folder / DATABASE), flags=apsw.SQLITE_OPEN_READONLY)
    try:
        sql_functions.offer(connection)
        digests = [str(row[0]) for row in connection.execute("SELECT digest FROM article ORDER BY id")]
        faults += _unreadable(connection, folder)
        faults += _unsearchable(connection)
        faults += _unlisted(connection)
    except (apsw.Error, *UNREADABLE) as fault:
        return [Message.of("check.unreadable", path=str(folder / DATABASE), fault=str(fault))]
    finally:
        connection.close()
    return [*faults, *_altered(folder), *_originals(folder / ORIGINALS, digests)]


def _pages(connection: apsw.Connection, path: Path, thorough: bool) -> Iterator[Message]:
    check = "integrity_check" if thorough else "quick_check"
    for (complaint,) in connection.execute(f"PRAGMA {check}({_MOST})"):
        if complaint != "ok":
            yield Message.of("check.complaint", path=str(path), complaint=" ".join(complaint.split()))


def _references(connection: apsw.Connection, path: Path) -> Iterator[Message]:
    broken: dict[tuple[str, str], int] = {}
    for table, _, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        broken[str(table), str(parent)] = broken.get((str(table), str(parent)), 0) + 1
    for (table, parent), number in broken.items():
        yield Message.of("check.orphans", path=str(path), number=number, table=table, parent=str(parent))


def _unreadable(connection: apsw.Connection, folder: Path) -> Iterator[Message]:
    """Values that no page of the database is damaged by: each is decoded, and texts are compared with their marks."""
    tables = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%'"
    for (table,) in list(connection.execute(tables)):
        number = damaged_rows(connection, table)
        if number:
            yield Message.of("check.rows", path=str(folder / DATABASE), n=number, table=table)
    altered = 0
    for text, wording in connection.execute("SELECT text, wording FROM body JOIN article ON id = article_id"):
        try:
            altered += not same_words(compression.unpack(text), wording)
        except ValueError:
            continue  # counted above
    if altered:
        yield Message.of("check.other_words", path=str(folder / DATABASE), n=altered)


def _altered(folder: Path) -> Iterator[Message]:
    """Titles and texts in which a word is another one than when they were indexed; nothing is written."""
    try:
        connection = apsw.Connection(str(folder / DATABASE), flags=apsw.SQLITE_OPEN_READWRITE)
    except apsw.Error:  # it may only be read
        return
    try:
        guard(connection)
        sql_functions.offer(connection)
        connection.set_busy_timeout(_PATIENCE)
        connection.execute("INSERT INTO article_words (article_words, rank) VALUES ('integrity-check', 1)")
    except apsw.CorruptError:
        yield Message.of("check.search_words", path=str(folder / DATABASE))
    except (apsw.ReadOnlyError, apsw.BusyError):
        return
    finally:
        connection.close()


def _unlisted(connection: apsw.Connection) -> Iterator[Message]:
    """Articles of which no version is the newest, so that no list shows them, and lists that count otherwise."""
    query = "SELECT count(*) FROM (SELECT 1 FROM article GROUP BY work HAVING sum(newest) <> 1)"
    (number,) = next(connection.execute(query))
    if number:
        yield Message.of("check.unlisted", n=number)


def _unsearchable(connection: apsw.Connection) -> Iterator[Message]:
    """Articles that the search does not know."""
    query = "SELECT count(*) FROM article WHERE id NOT IN (SELECT id FROM article_words_docsize)"
    (number,) = next(connection.execute(query))
    if number:
        yield Message.of("check.unsearchable", n=number)


def _originals(folder: Path, digests: list[str]) -> Iterator[Message]:
    missing, damaged = [], []
    for digest in digests:
        path = folder / digest[:2] / digest
        try:
            sound = digest_of(path.read_bytes()) == digest
        except OSError:
            missing.append(digest)
        else:
            if not sound:
                damaged.append(digest)
    for digest in missing[:_MOST]:
        yield Message.of("check.missing_original", digest=digest[:12], folder=str(folder))
    for digest in damaged[:_MOST]:
        yield Message.of("check.damaged_original", digest=digest[:12], folder=str(folder))
    for code, found in (("check.all_missing", missing), ("check.all_damaged", damaged)):
        if len(found) > _MOST:
            yield Message.of(code, n=len(found))
