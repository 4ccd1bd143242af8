"""Is a library sound: its database, what the search knows, and the originals beside it."""

from collections.abc import Iterator
from pathlib import Path

import apsw

from briefing.library import collation, compression
from briefing.library.damage import UNREADABLE, damaged_rows, same_words
from briefing.library.paths import DATABASE, ORIGINALS
from briefing.library.shape import guard, schema_fault
from briefing.model.identifiers import digest_of

_PATIENCE = 10_000
"""Milliseconds to wait for a window that writes."""

_MOST = 5
"""Complaints of one kind that are told; more of them help nobody."""


def database_faults(path: Path, thorough: bool = True) -> list[str]:
    """What is wrong with a database file, in sentences; empty if it is sound.

    Args:
        path: of the file; it is only read.
        thorough: whether indexes are compared with their tables too, which takes some seconds a gigabyte.
    """
    try:
        connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
    except apsw.Error as fault:
        return [f"{path} cannot be opened: {fault}."]
    try:
        guard(connection)
        collation.offer(connection)
        compression.offer(connection)
        strange = schema_fault(connection)
        if strange:
            return [f"{path} is none that Briefing made: {strange}."]
        return [*_pages(connection, path, thorough), *_references(connection, path)]
    except (apsw.CorruptError, apsw.NotADBError, apsw.IOError, *UNREADABLE) as fault:
        return [f"{path} is damaged: {fault}."]
    except apsw.Error as fault:
        return [f"{path} cannot be read: {fault}."]
    finally:
        connection.close()


def library_faults(folder: Path) -> list[str]:
    """What is wrong with the library in `folder`: its database, its search and its originals; empty if it is sound."""
    faults = database_faults(folder / DATABASE)
    if faults:
        return faults
    connection = apsw.Connection(str(folder / DATABASE), flags=apsw.SQLITE_OPEN_READONLY)
    try:
        compression.offer(connection)
        digests = [str(row[0]) for row in connection.execute("SELECT digest FROM article ORDER BY id")]
        faults += _unreadable(connection, folder)
        faults += _unsearchable(connection)
        faults += _unlisted(connection)
    except (apsw.Error, *UNREADABLE) as fault:
        return [f"{folder / DATABASE} cannot be read: {fault}."]
    finally:
        connection.close()
    return [*faults, *_altered(folder), *_originals(folder / ORIGINALS, digests)]


def _pages(connection: apsw.Connection, path: Path, thorough: bool) -> Iterator[str]:
    check = "integrity_check" if thorough else "quick_check"
    for (complaint,) in connection.execute(f"PRAGMA {check}({_MOST})"):
        if complaint != "ok":
            yield f"{path}: {' '.join(complaint.split())}."


def _references(connection: apsw.Connection, path: Path) -> Iterator[str]:
    broken: dict[tuple[str, str], int] = {}
    for table, _, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        broken[str(table), str(parent)] = broken.get((str(table), str(parent)), 0) + 1
    for (table, parent), number in broken.items():
        yield f"{path}: {number} rows of {table} belong to no {parent}."


def _unreadable(connection: apsw.Connection, folder: Path) -> Iterator[str]:
    """Values that no page of the database is damaged by: each is decoded, and texts are compared with their marks."""
    tables = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%'"
    for (table,) in list(connection.execute(tables)):
        number = damaged_rows(connection, table)
        if number:
            words = "1 row" if number == 1 else f"{number} rows"
            yield f"{folder / DATABASE}: {words} of {table} cannot be read, or only in part."
    altered = 0
    for text, wording in connection.execute("SELECT text, wording FROM body JOIN article ON id = article_id"):
        try:
            altered += not same_words(compression.unpack(text), wording)
        except ValueError:
            continue  # counted above
    if altered:
        yield f"{folder / DATABASE}: the words of {altered} articles are not those that were kept."


def _altered(folder: Path) -> Iterator[str]:
    """Titles and texts in which a word is another one than when they were indexed; nothing is written."""
    try:
        connection = apsw.Connection(str(folder / DATABASE), flags=apsw.SQLITE_OPEN_READWRITE)
    except apsw.Error:  # it may only be read
        return
    try:
        guard(connection)
        compression.offer(connection)
        connection.set_busy_timeout(_PATIENCE)
        connection.execute("INSERT INTO article_words (article_words, rank) VALUES ('integrity-check', 1)")
    except apsw.CorruptError:
        yield f"{folder / DATABASE}: words of titles or texts are not those that the search was told."
    except (apsw.ReadOnlyError, apsw.BusyError):
        return
    finally:
        connection.close()


def _unlisted(connection: apsw.Connection) -> Iterator[str]:
    """Articles of which no version is the newest, so that no list shows them, and lists that count otherwise."""
    query = "SELECT count(*) FROM (SELECT 1 FROM article GROUP BY work HAVING sum(newest) <> 1)"
    (number,) = next(connection.execute(query))
    if number:
        yield f"{number} articles are listed nowhere, or twice."


def _unsearchable(connection: apsw.Connection) -> Iterator[str]:
    """Articles that the search does not know."""
    query = "SELECT count(*) FROM article WHERE id NOT IN (SELECT id FROM article_words_docsize)"
    (number,) = next(connection.execute(query))
    if number:
        yield f"{number} articles cannot be found by searching."


def _originals(folder: Path, digests: list[str]) -> Iterator[str]:
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
        yield f"The original {digest[:12]} is missing from {folder}."
    for digest in damaged[:_MOST]:
        yield f"The original {digest[:12]} in {folder} is damaged."
    for words, found in (("missing", missing), ("damaged", damaged)):
        if len(found) > _MOST:
            yield f"{len(found)} originals are {words} in all."
