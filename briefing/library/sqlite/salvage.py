"""Saves what can still be read of a damaged library into a new one; the damaged one is set aside as it is."""

import contextlib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import apsw

from briefing.library import compression
from briefing.library.collation import sorted_as
from briefing.library.library_errors import LibraryFailure
from briefing.library.originals import originals_in
from briefing.library.paths import DATABASE, ORIGINALS
from briefing.library.privacy import make_file
from briefing.library.salvage_outcome import Salvaged
from briefing.library.sqlite import data_migrations, reader_words_index
from briefing.library.sqlite.backup import put_back, set_aside
from briefing.library.sqlite.connection import connect
from briefing.library.sqlite.damage import UNKNOWN, UNREADABLE, mended_row
from briefing.library.sqlite.damaged_database import Table, legible, open_wreck, rows_of
from briefing.library.sqlite.sqlite_errors import failure_of
from briefing.model.message import Message
from briefing.records import dataclass

NOTES = "notes.txt"
"""File beside the damaged database for notes that have no article any more."""

_TABLES = (
    "article",
    "body",
    "analysis",
    "annotation",
    "judgement",
    "actor_judgement",
    "collection",
    "filed",
    "article_tag",
    "saved_search",
    "brief",
    "brief_seen",
    "story_word",
)
"""What cannot be derived from anything else, owners before what belongs to them."""

_DIGEST, _MOST_DIFFERING = 64, 8
"""Characters of a digest, and how many of them may be damaged: no two originals are as near as that."""

_LONGEST_TITLE = 120

_REFUSED = (apsw.ConstraintError, apsw.MismatchError, apsw.SQLError, apsw.TooBigError, *UNREADABLE)
"""What says that a row is none that a library can hold; all else is told."""

_WITH_TEXT = "SELECT digest FROM article JOIN body ON article_id = id WHERE length = 0 OR unpacked(text) <> ''"

_OWNERS = {"article_id": "article", "collection_id": "collection", "brief_id": "brief"}


def salvage(folder: Path, now: datetime | None = None) -> Salvaged:
    """Set the damaged database in `folder` aside and fill a new one with every row that can still be read.

    Raises:
        LibraryFailure: if the files cannot be moved or the new database not be written; all is where it was then.
    """
    try:
        aside = set_aside(folder, now or datetime.now(UTC))
    except OSError as fault:
        raise LibraryFailure(Message.of("salvage.not_aside", folder=str(folder), fault=str(fault.strerror))) from fault
    try:
        with _fresh(folder) as fresh:
            return _filled(fresh, aside)
    except BaseException as fault:
        # Whatever it is: a library must not be replaced by an empty one.
        put_back(folder, aside)
        if isinstance(fault, apsw.Error):
            raise failure_of(fault, folder) from fault
        if isinstance(fault, (OSError, MemoryError, *UNREADABLE)):
            raise LibraryFailure(Message.of("salvage.not_saved", folder=str(folder), fault=str(fault))) from fault
        raise


@contextlib.contextmanager
def _fresh(folder: Path) -> Iterator[apsw.Connection]:
    connection, _ = connect(folder)
    try:
        yield connection
    finally:
        connection.close()


def _filled(fresh: apsw.Connection, aside: Path) -> Salvaged:
    rows = dict.fromkeys(_TABLES, 0)
    lost = dict.fromkeys(_TABLES, 0)
    mended = 0
    wreck = legible(aside / DATABASE, _schema(fresh))
    complete = wreck is not None
    # References are mended at the end: an owner may be among what is lost.
    fresh.pragma("foreign_keys", False)
    with fresh:
        for table in _TABLES if wreck else ():
            saved = _save(fresh, wreck, table) if wreck else _Saved()
            rows[table], lost[table], complete = saved.rows, saved.lost, complete and saved.whole
            mended += saved.mended
        notes = _written(_notes_without_articles(fresh), aside / NOTES)
        for table, number in _without_owners(fresh).items():
            rows[table] -= number
            lost[table] += number
        lost["body"] += _give_bodies(fresh)
        _give_titles(fresh)
        # Saved with the rows and then counted again while what they count was saved.
        fresh.execute(
            "UPDATE article SET filings = (SELECT count(*) FROM filed WHERE article_id = id), "
            "annotations = (SELECT count(*) FROM annotation WHERE article_id = article.id AND removed IS NULL)"
        )
        # Of each article one version is the newest, or it would be listed nowhere, or twice.
        fresh.execute(
            "UPDATE article SET newest = (id = (SELECT other.id FROM article AS other WHERE other.work = article.work "
            "ORDER BY other.newest DESC, other.version DESC, other.id DESC LIMIT 1))"
        )
        reader_words_index.settle(fresh)
        _mend_digests(fresh, aside.parent / ORIGINALS)
        fresh.execute("INSERT OR IGNORE INTO due (work) VALUES ('findings'), ('sketches')")
        fresh.execute("UPDATE numbering SET last_article = (SELECT coalesce(max(id), 0) FROM article)")
    fresh.pragma("foreign_keys", True)
    data_migrations.settle(fresh)
    for left in aside.glob("repaired.sqlite*"):
        left.unlink(missing_ok=True)
    return Salvaged(aside, rows, {table: number for table, number in lost.items() if number}, complete, notes, mended)


def _mend_digests(fresh: apsw.Connection, folder: Path) -> None:
    """Let an article whose digest is damaged have the original that is named almost so, and nobody else's."""
    names = {path.name for path in folder.glob("??/*") if len(path.name) == _DIGEST}
    known = {str(row[0]): int(row[1]) for row in fresh.execute("SELECT digest, id FROM article")}
    for digest in known.keys() - names:
        near = [name for name in names - known.keys() if _differing(digest, name) <= _MOST_DIFFERING]
        if len(near) == 1 and len(digest) == _DIGEST:
            fresh.execute("UPDATE article SET digest = ? WHERE id = ?", (near[0], known[digest]))


def _differing(one: str, other: str) -> int:
    return sum(a != b for a, b in zip(one, other, strict=False))


def _give_titles(fresh: apsw.Connection) -> None:
    """An article of which little more than its number is left is called by its first words, and is an only version."""
    fresh.execute("UPDATE article SET work = id WHERE work = 0")
    nameless = "SELECT id, text FROM article JOIN body ON article_id = id WHERE title = '' AND added = ?"
    for number, packed in list(fresh.execute(nameless, (UNKNOWN,))):
        text = compression.unpack(packed)
        title = " ".join(text[:_LONGEST_TITLE].partition("\n")[0].split())
        fresh.execute(
            "UPDATE article SET title = ?, sorting = ?, length = ?, words = ? WHERE id = ?",
            (title, sorted_as(title), len(text), len(text.split()), number),
        )


def _schema(fresh: apsw.Connection) -> dict[str, Table]:
    """The tables that are saved, as they should be."""
    made = dict(fresh.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'table'"))
    return {table: Table(str(made[table]), frozenset(_columns(fresh, table))) for table in _TABLES}


@dataclass(frozen=True, slots=True)
class _Saved:
    rows: int = 0
    lost: int = 0
    mended: int = 0
    whole: bool = True


def _save(fresh: apsw.Connection, damaged: Path, table: str) -> _Saved:
    """Save the rows of a table that can be read; what is damaged within one is mended."""
    columns = _columns(fresh, table)
    with contextlib.closing(open_wreck(damaged)) as source:
        known = set(_columns(source, table))
        held = 0
        with contextlib.suppress(apsw.Error, StopIteration):
            held = int(next(source.execute(f'SELECT count(*) FROM "{table}"'))[0])
    shared = [name for name in columns if name in known]
    if not shared:
        # A library of an older version has no such table.
        return _Saved()
    names = ", ".join(f'"{name}"' for name in shared)
    insert = f'INSERT OR IGNORE INTO "{table}" ({names}) VALUES ({", ".join("?" * len(shared))})'
    whole, mended = True, 0
    owners = [int(row[0]) for row in fresh.execute("SELECT id FROM article")]
    for row in rows_of(damaged, table, shared, owners):
        if row is None:
            whole = False
            continue
        kept = mended_row(table, shared, row)
        if kept is None:
            continue
        with contextlib.suppress(*_REFUSED):
            fresh.execute(insert, kept)
            mended += kept != row and fresh.changes() > 0
    saved = int(next(fresh.execute(f'SELECT count(*) FROM "{table}"'))[0])
    return _Saved(saved, max(0, held - saved), mended, whole)


def _columns(connection: apsw.Connection, table: str) -> list[str]:
    try:
        # Generated columns are hidden from table_info, and follow by themselves.
        return [str(row[1]) for row in connection.execute(f'PRAGMA table_info("{table}")')]
    except (apsw.Error, UnicodeDecodeError):
        return []


def _notes_without_articles(fresh: apsw.Connection) -> str:
    """The reader's notes on articles that are lost, each under the words that it is about."""
    found = [
        f"“{exact}”\n{note}\n"
        for table in ("annotation", "judgement")
        for exact, note in fresh.execute(
            f"SELECT exact, note FROM {table} WHERE note <> '' AND article_id NOT IN (SELECT id FROM article)"
        )
    ]
    return "\n".join(found)


def _written(words: str, path: Path) -> Path | None:
    """Write words to a file, if there are any; gives its path then.

    Raises:
        LibraryFailure: if they cannot be written.
    """
    if not words:
        return None
    try:
        make_file(path)
        path.write_text(words, encoding="utf-8")
    except OSError as fault:
        path.unlink(missing_ok=True)
        raise LibraryFailure(Message.of("file.not_written", path=str(path), fault=str(fault.strerror))) from fault
    return path


def _without_owners(fresh: apsw.Connection) -> dict[str, int]:
    """Delete rows whose article, collection or brief is lost; how many of each table."""
    found: dict[str, int] = {}
    for table in _TABLES:
        for column in _OWNERS.keys() & set(_columns(fresh, table)):
            fresh.execute(f'DELETE FROM "{table}" WHERE "{column}" NOT IN (SELECT id FROM "{_OWNERS[column]}")')
            found[table] = found.get(table, 0) + fresh.changes()
    fresh.execute("UPDATE article SET duplicate_of = NULL WHERE duplicate_of NOT IN (SELECT id FROM article)")
    fresh.execute("UPDATE collection SET parent = NULL WHERE parent NOT IN (SELECT id FROM collection)")
    return {table: number for table, number in found.items() if number}


def _give_bodies(fresh: apsw.Connection) -> int:
    """An article without its text keeps what the reader wrote on it; how many there are."""
    fresh.execute(
        "INSERT INTO body (article_id, blocks, text) SELECT id, packed('[]'), packed('') FROM article "
        "WHERE id NOT IN (SELECT article_id FROM body)"
    )
    number = fresh.changes()
    fresh.execute(
        "UPDATE article SET wording = NULL WHERE id IN (SELECT article_id FROM body WHERE unpacked(text) = '')"
    )
    return number


def forgotten_originals(folder: Path) -> list[Path]:
    """The sound originals in the library's folder that no article of it was read from, or one whose text is lost.

    Raises:
        LibraryFailure: if the library cannot be read.
    """
    try:
        with contextlib.closing(open_wreck(folder / DATABASE)) as connection:
            known = {str(digest) for (digest,) in connection.execute(_WITH_TEXT)}
    except apsw.Error as fault:
        raise failure_of(fault, folder) from fault
    return [path for path in originals_in(folder / ORIGINALS) if path.name not in known]
