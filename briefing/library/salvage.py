"""Saves what can still be read of a damaged library into a new one; the damaged one is set aside as it is."""

import contextlib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import apsw

from briefing.library import folding, packing
from briefing.library.backup import put_back, set_aside
from briefing.library.connecting import connect
from briefing.library.failures import LibraryFailure, failure_of
from briefing.library.originals import originals_in
from briefing.library.place import DATABASE, ORIGINALS
from briefing.library.privacy import make_file
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
)
"""What cannot be derived from anything else, owners before what belongs to them."""

_NAMES = {
    "body": ("text of an article", "texts of articles"),
    "analysis": ("analysis", "analyses"),
    "judgement": ("word on a claim", "words on claims"),
    "actor_judgement": ("word on an actor", "words on actors"),
    "filed": ("article in a collection", "articles in collections"),
    "article_tag": ("tag on an article", "tags on articles"),
    "saved_search": ("saved search", "saved searches"),
    "brief_seen": ("look at a brief", "looks at briefs"),
}
"""What a reader calls the rows of a table, one and several, where that is not the table's name."""

_OWNERS = {"article_id": "article", "collection_id": "collection", "brief_id": "brief"}


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What was saved.

    Attributes:
        aside: folder in which the damaged files lie now.
        rows: how many rows of each table were saved.
        lost: how many rows are known to be lost, by table; what is not even known is not counted.
        complete: whether all of the damaged file could be read, so that nothing is lost but what is counted.
        notes: file with the notes whose articles are lost, if there are any.
    """

    aside: Path
    rows: dict[str, int]
    lost: dict[str, int]
    complete: bool
    notes: Path | None = None

    @property
    def articles(self) -> int:
        """How many articles were saved."""
        return self.rows.get("article", 0)

    @property
    def annotations(self) -> int:
        """How many highlights and notes were saved."""
        return self.rows.get("annotation", 0)

    @property
    def sentence(self) -> str:
        """What was read and what is lost, for the reader, and where the damaged files lie now."""
        notes = f" Notes whose articles are lost are written to {self.notes}." if self.notes else ""
        return f"{self._read} {self._lost}{notes} The damaged library lies in {self.aside}."

    @property
    def _read(self) -> str:
        if not any(self.rows.values()):
            return "Nothing could be read of the damaged library: no article and no annotation is saved from it."
        return f"{_number(self.articles, 'article')} and {_number(self.annotations, 'annotation')} could be read."

    @property
    def _lost(self) -> str:
        known = ", ".join(_number(number, *_NAMES.get(table, (table,))) for table, number in self.lost.items())
        if self.complete:
            return f"Lost: {known}." if known else "Nothing is lost."
        rest = "Part of the file cannot be read at all, and what stood there is lost."
        return f"Lost: {known}. {rest}" if known else rest


def salvage(folder: Path, now: datetime | None = None) -> Salvaged:
    """Set the damaged database in `folder` aside and fill a new one with every row that can still be read.

    Raises:
        LibraryFailure: if the files cannot be moved or the new database not be written; all is where it was then.
    """
    try:
        aside = set_aside(folder, now or datetime.now(UTC))
    except OSError as fault:
        raise LibraryFailure(f"The library in {folder} could not be set aside: {fault.strerror}.") from fault
    try:
        with _fresh(folder) as fresh:
            return _filled(fresh, aside)
    except apsw.Error as fault:
        put_back(folder, aside)
        raise failure_of(fault, folder) from fault
    except LibraryFailure:
        put_back(folder, aside)
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
    complete = readable = _is_readable(aside / DATABASE)
    # References are mended at the end: an owner may be among what is lost.
    fresh.pragma("foreign_keys", False)
    with fresh:
        for table in _TABLES if readable else ():
            rows[table], lost[table], whole = _save(fresh, aside / DATABASE, table)
            complete = complete and whole
        notes = _written(_notes_without_articles(fresh), aside / NOTES)
        for table, number in _without_owners(fresh).items():
            rows[table] -= number
            lost[table] += number
        lost["body"] += _give_bodies(fresh)
        # Saved with the rows and then counted again while what they count was saved.
        fresh.execute(
            "UPDATE article SET filings = (SELECT count(*) FROM filed WHERE article_id = id), "
            "annotations = (SELECT count(*) FROM annotation WHERE article_id = article.id AND removed IS NULL)"
        )
        fresh.execute("INSERT OR IGNORE INTO due (work) VALUES ('findings'), ('sketches')")
        fresh.execute("UPDATE numbering SET last_article = (SELECT coalesce(max(id), 0) FROM article)")
    fresh.pragma("foreign_keys", True)
    return Salvaged(aside, rows, {table: number for table, number in lost.items() if number}, complete, notes)


def _is_readable(damaged: Path) -> bool:
    """Whether the file is a library's at all: its schema can be read, and is not that of an empty file."""
    if not damaged.is_file():
        return False
    with contextlib.closing(_opened(damaged)) as source:
        try:
            return bool(next(source.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'article'"))[0])
        except (apsw.CorruptError, apsw.NotADBError):
            return False


def _save(fresh: apsw.Connection, damaged: Path, table: str) -> tuple[int, int, bool]:
    """How many rows of a table were saved, how many could not be, and whether all of it could be read."""
    saved = lost = 0
    whole = False
    columns = _columns(fresh, table)
    # A fresh connection for each table: one that has met damage may remember it.
    with contextlib.closing(_opened(damaged)) as source:
        known = set(_columns(source, table))
        shared = [name for name in columns if name in known]
        if not shared:
            # A library of an older version has no such table.
            return 0, 0, True
        names = ", ".join(f'"{name}"' for name in shared)
        insert = f'INSERT OR IGNORE INTO "{table}" ({names}) VALUES ({", ".join("?" * len(shared))})'
        for order in ("", f" ORDER BY {_backwards(source, table)}"):
            try:
                for row in source.execute(f'SELECT {names} FROM "{table}"{order}'):
                    with contextlib.suppress(apsw.ConstraintError, apsw.MismatchError):
                        fresh.execute(insert, row)
            except apsw.Error:
                # The rows behind the damage are reached from the other end.
                continue
            whole = True
            break
        saved = int(next(fresh.execute(f'SELECT count(*) FROM "{table}"'))[0])
        with contextlib.suppress(apsw.Error, StopIteration):
            lost = max(0, int(next(source.execute(f'SELECT count(*) FROM "{table}"'))[0]) - saved)
    return saved, lost, whole


def _opened(path: Path) -> apsw.Connection:
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE)
    folding.offer(connection)
    packing.offer(connection)
    return connection


def _columns(connection: apsw.Connection, table: str) -> list[str]:
    try:
        # Generated columns are hidden from table_info, and follow by themselves.
        return [str(row[1]) for row in connection.execute(f'PRAGMA table_info("{table}")')]
    except apsw.Error:
        return []


def _backwards(connection: apsw.Connection, table: str) -> str:
    """The order in which a table is read from its far end."""
    (is_keyed,) = next(connection.execute("SELECT wr FROM pragma_table_list WHERE name = ?", (table,)), (0,))
    return "1 DESC, 2 DESC" if is_keyed else "rowid DESC"


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
        raise LibraryFailure(f"{path} could not be written: {fault.strerror}; the library is as it was.") from fault
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
    return fresh.changes()


def forgotten_originals(folder: Path) -> list[Path]:
    """The sound originals in the library's folder that no article of it was read from.

    Raises:
        LibraryFailure: if the library cannot be read.
    """
    try:
        with contextlib.closing(_opened(folder / DATABASE)) as connection:
            known = {str(digest) for (digest,) in connection.execute("SELECT digest FROM article")}
    except apsw.Error as fault:
        raise failure_of(fault, folder) from fault
    return [path for path in originals_in(folder / ORIGINALS) if path.name not in known]


def _number(number: int, one: str, several: str = "") -> str:
    return f"{number} {one if number == 1 else several or f'{one}s'}"
