"""Deletes for good: what is deleted so is in no byte of the database, of its log and of its backups any more.

The rows go first, in one transaction that also notes what is to be erased. Erasing then writes the search indexes, the
database and each backup anew without what stood in their free space, which may take a while; it is taken up again
until it is done. A backup keeps all else that it holds, and its own schema.
"""

import contextlib
import json
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path

import apsw

from briefing.library.erasure_outcome import Erased
from briefing.library.originals import sync
from briefing.library.privacy import copy_file
from briefing.library.sqlite import articles, reader_words_index, sql_functions, story_members
from briefing.library.sqlite.backup import backups, discard, discard_unfinished
from briefing.library.sqlite.integrity import database_faults
from briefing.library.sqlite.shape import guard
from briefing.library.sqlite.sqlite_errors import failure_of
from briefing.model import BinnedKind
from briefing.model.message import Message

_DUE = "erase "
"""Begins the notes, among the work that is due, of what has still to be erased."""

TABLES = {
    BinnedKind.ANNOTATION: "annotation",
    BinnedKind.COLLECTION: "collection",
    BinnedKind.SAVED_SEARCH: "saved_search",
    BinnedKind.BRIEF: "brief",
}
"""The tables of what is known by an identity of its own."""

CLEANING = ".cleaning"
"""Ends the names of copies of backups that are being written anew."""

_one_at_a_time = threading.Lock()
"""Each window may set to it; two that clean one backup would put back what the other has taken out."""

Gone = dict[BinnedKind, list[str]]
"""What is deleted for good, by kind: articles by their digests, all else by identity."""


def delete(connection: apsw.Connection, gone: Gone) -> None:
    """Delete rows for good, in a library or a backup of whatever version, with all that belongs to them."""
    tables = {table: _columns(connection, table) for table in _ordinary(connection)}
    digests = json.dumps(gone.get(BinnedKind.ARTICLE, []))
    chosen = "SELECT id FROM article WHERE digest IN (SELECT value FROM json_each(?))"
    numbers = [int(row[0]) for row in connection.execute(chosen, (digests,))]
    notes = gone.get(BinnedKind.ANNOTATION, [])
    if "brief" in tables:
        _quote_no_more(connection, frozenset(numbers), frozenset(notes))
    if "sketch" in tables.get("body", ()):
        _take_bands(connection, numbers)
    if "article_statements" in tables:
        story_members.erase(connection, numbers, has_told="story_told" in tables)
    # The reader's own goes first, so that the counts are taken from rows that are still there.
    own = [table for table in ("annotation", "filed", "article_tag") if table in tables]
    derived = [table for table, columns in tables.items() if "article_id" in columns and table != "likeness"]
    for table in (*own, "article", *derived):
        column = "id" if table == "article" else "article_id"
        connection.execute(
            f'DELETE FROM "{table}" WHERE {column} IN (SELECT value FROM json_each(?))', (json.dumps(numbers),)
        )
    if "story_word" in tables:
        # It quotes the articles of which it speaks.
        connection.execute(
            "DELETE FROM story_word WHERE EXISTS (SELECT 1 FROM json_each(content, '$.statements') AS said "
            "WHERE said.value ->> '$.digest' IN (SELECT value FROM json_each(?)))",
            (digests,),
        )
    for kind, table in TABLES.items():
        if gone.get(kind) and table in tables:
            connection.execute(
                f"DELETE FROM {table} WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(gone[kind]),)
            )


def note(connection: apsw.Connection, gone: Gone) -> None:
    """Note what is to be erased, in the transaction in which its rows are deleted."""
    connection.executemany(
        "INSERT OR IGNORE INTO due (work) VALUES (?)",
        [(f"{_DUE}{kind.value} {name}",) for kind, names in gone.items() for name in names],
    )


def noted(connection: apsw.Connection) -> Gone:
    """What has still to be erased and has not come back into the library meanwhile."""
    gone: Gone = {}
    for work in _works(connection):
        kind = next(one for one in sorted(BinnedKind, key=len, reverse=True) if work.startswith(f"{_DUE}{one.value} "))
        name = work.removeprefix(f"{_DUE}{kind.value} ")
        if not is_there(connection, kind, name):
            gone.setdefault(kind, []).append(name)
    return gone


def _works(connection: apsw.Connection) -> list[str]:
    return [str(row[0]) for row in connection.execute("SELECT work FROM due WHERE work GLOB ?", (f"{_DUE}*",))]


def is_due(connection: apsw.Connection) -> bool:
    """Whether something has still to be erased."""
    return connection.execute("SELECT 1 FROM due WHERE work GLOB ? LIMIT 1", (f"{_DUE}*",)).fetchone() is not None


def erase(connection: apsw.Connection, folder: Path) -> Erased:
    """Write the database and its backups anew, without what was deleted; takes a while in a large library.

    Outside of a transaction. What cannot be done now stays noted, and nothing else is changed.
    """
    with _one_at_a_time:
        works = _works(connection)
        gone = noted(connection)
        left = discard_unfinished(folder)
        if any(path.suffix == CLEANING for path in left):
            return Erased(left, Message("bin.deleting"))
        left += tuple(one.path for one in backups(folder) if not _is_cleaned(one.path, gone))
        aside = tuple(sorted(path for path in folder.glob("damaged-*") if path.is_dir() and any(path.iterdir())))
        try:
            _rewrite(connection)
            _empty_log(connection)
            # Last: where another window reads for long, the log is emptied another time. What was noted since then
            # is in the backups still.
            connection.executemany("DELETE FROM due WHERE work = ?", [(work,) for work in works])
        except apsw.Error as fault:
            return Erased(left + aside, failure_of(fault, folder).message)
        return Erased(left + aside)


def _rewrite(connection: apsw.Connection) -> None:
    """Merge the search indexes and copy the database page by page: what was deleted is in neither then."""
    for (table,) in list(connection.execute("SELECT name FROM sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL%fts5%'")):
        connection.execute(f'INSERT INTO "{table}" ("{table}") VALUES (\'optimize\')')
    connection.execute("VACUUM")


def _empty_log(connection: apsw.Connection) -> None:
    busy, _, _ = next(connection.execute("PRAGMA wal_checkpoint(TRUNCATE)"))
    if busy:
        raise apsw.BusyError("another window reads the library")


def _is_cleaned(backup: Path, gone: Gone) -> bool:
    """Whether a backup does not hold any more what is gone; it stays as it is where that cannot be had."""
    copy = backup.with_suffix(CLEANING)
    try:
        copy_file(backup, copy)
        with contextlib.closing(apsw.Connection(str(copy))) as connection:
            guard(connection)
            sql_functions.offer(connection)
            connection.pragma("foreign_keys", True)
            with connection:
                delete(connection, gone)
                if "reader_words_due" in _ordinary(connection):
                    reader_words_index.settle(connection)
            _rewrite(connection)
            connection.pragma("journal_mode", "DELETE")
        if database_faults(copy):
            return False
        sync(copy)
        copy.replace(backup)
    except (OSError, ValueError, apsw.Error):
        return False
    finally:
        discard(copy)
    return True


def _quote_no_more(connection: apsw.Connection, numbers: frozenset[int], notes: frozenset[str]) -> None:
    """Leave no words of an article or a note that is gone in a brief; its lines and the reader's comments stay."""
    for brief_id, content in list(connection.execute("SELECT id, content FROM brief")):
        try:
            found = json.loads(content)
            lines = [line for section in found["sections"] for line in section["lines"]]
        except (ValueError, KeyError, TypeError):  # damaged on the disk
            continue
        gone = [line for line in lines if line.get("article") in numbers or line.get("annotation") in notes]
        connection.executemany(
            "DELETE FROM brief_seen WHERE brief_id = ? AND line_id = ?", [(brief_id, line["id"]) for line in gone]
        )
        quoting = [line for line in gone if line.get("article") in numbers and line.pop("claim", None)]
        if quoting:
            rewritten = json.dumps(found, ensure_ascii=False)
            connection.execute("UPDATE brief SET content = ? WHERE id = ?", (rewritten, brief_id))


def _take_bands(connection: apsw.Connection, numbers: Iterable[int]) -> None:
    for number in numbers:
        row = connection.execute("SELECT sketch FROM body WHERE article_id = ?", (number,)).fetchone()
        articles.take_bands(connection, number, row[0] if row else None)


def is_there(connection: apsw.Connection, kind: BinnedKind, name: str) -> bool:
    """Whether something is in the library, be it in the bin: an article by its digest, all else by its identity."""
    if kind is BinnedKind.ARTICLE:
        return articles.find(connection, name) is not None
    return connection.execute(f"SELECT 1 FROM {TABLES[kind]} WHERE id = ?", (name,)).fetchone() is not None


def _ordinary(connection: apsw.Connection) -> Iterator[str]:
    """The tables that hold rows of their own, and not those behind a search index."""
    rows = connection.execute("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'")
    return (str(row[0]) for row in list(rows))


def _columns(connection: apsw.Connection, table: str) -> frozenset[str]:
    return frozenset(str(row[1]) for row in connection.execute(f'PRAGMA table_info("{table}")'))
