"""A damaged database, read as far as it goes: its header and schema put right on a copy, damaged pages stepped over."""

import contextlib
from collections.abc import Generator, Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import apsw

from briefing.library.privacy import copy_file
from briefing.library.sqlite import sql_functions
from briefing.library.sqlite.damage import bytes_for_text, decoded, text
from briefing.records import dataclass

ONE_BY_ONE = 4_000
"""So many numbers behind a damaged row are tried one by one, before the steps grow."""

_KEYS = {"article": {"sqlite_autoindex_article_1": "digest"}}
"""Indexes that hold a number beside what their rows are known by."""

_ALIKE = 0.8
_HEADER = b"SQLite format 3\x00"
_PAGE_SIZES = (8192, 4096, 1024, 2048, 16384, 32768, 512)


def open_wreck(path: Path) -> apsw.Connection:
    """A connection to a damaged database, with the functions that its own schema calls.

    Raises:
        apsw.Error: if it cannot be opened.
    """
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE)
    connection.config(apsw.SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0)
    sql_functions.offer(connection)
    return connection


@dataclass(frozen=True, slots=True)
class Table:
    """A table as it is looked for: what makes it, and the names of its columns."""

    sql: str
    columns: frozenset[str]


def legible(damaged: Path, schema: dict[str, Table]) -> Path | None:
    """The damaged database, or a copy of it beside it that was put right, if these tables can be found in it.

    Args:
        damaged: the file; it stays as it is.
        schema: the tables that are looked for, by their names.
    """
    if not damaged.is_file() or damaged.stat().st_size < 512:
        return None
    sound = _sound(damaged, schema)
    if sound >= schema.keys():
        return damaged
    repaired = damaged.with_name("repaired.sqlite")
    log = damaged.with_name(f"{damaged.name}-wal")
    copy_file(damaged, repaired)
    if log.exists():
        copy_file(log, repaired.with_name(f"{repaired.name}-wal"))
    _right_header(repaired)
    with contextlib.suppress(apsw.Error):
        _right_schema(repaired, schema)
    if len(_sound(repaired, schema)) > len(sound):
        return repaired
    return damaged if sound else None


def rows_of(path: Path, table: str, columns: Sequence[str], owners: Sequence[int]) -> Iterator[tuple[Any, ...] | None]:
    """Every row of a table that can be read, some of them twice; None once for what could not be read.

    Args:
        path: of the database.
        table: its name.
        columns: to be read; a text in them that cannot be decoded is given as bytes.
        owners: numbers of the articles whose rows are looked for where the table cannot be read from end to end.
    """
    names = ", ".join(f'"{name}"' for name in columns)
    # A fresh connection for each table: one that has met damage may remember it.
    with contextlib.closing(open_wreck(path)) as source:
        (keyed,) = next(source.execute("SELECT wr FROM pragma_table_list WHERE name = ?", (table,)), (0,))
        order = "1, 2" if keyed else "rowid"
        plain = f'SELECT {names} FROM "{table}"'
        whole = yield from _read(source, f"{plain} NOT INDEXED ORDER BY {order}" if not keyed else plain)
        if whole:
            return
        yield None
        # The rows behind the damage are reached from the other end, by their numbers, and by those of their articles.
        yield from _read(source, f"{plain} ORDER BY {order.replace(',', ' DESC,')} DESC")
        if not keyed:
            yield from _stepping(source, table, columns)
        yield from _from_index(source, table, columns)
        if "article_id" in columns:
            for owner in owners:
                yield from _read(source, f"{plain} WHERE article_id = ?", (owner,))


def _read(source: apsw.Connection, query: str, values: tuple[Any, ...] = ()) -> Generator[tuple[Any, ...], None, bool]:
    """Give rows until there are no more, or one cannot be read; whether all could be."""
    try:
        for row in source.execute(bytes_for_text(source, query, values), values):
            yield decoded(row)
    except (apsw.Error, MemoryError):
        return False
    return True


def _from_index(source: apsw.Connection, table: str, columns: Sequence[str]) -> Iterator[tuple[Any, ...]]:
    """Of each row what the index behind its key holds, where the row itself may be lost: by that it is known again."""
    for index, key in _KEYS.get(table, {}).items():
        query = f'SELECT id, "{key}" FROM "{table}" INDEXED BY {index}'
        for number, value in _read(source, query):
            yield tuple({"id": number, key: value}.get(name) for name in columns)


def _stepping(source: apsw.Connection, table: str, columns: Sequence[str]) -> Iterator[tuple[Any, ...]]:
    """Give rows by their numbers, and of one that cannot be read those columns that can."""
    names = ", ".join(f'"{name}"' for name in columns)
    last, step = _least(source, table) - 1, 1
    most = _most(source, table)
    query = f'SELECT rowid, {names} FROM "{table}" NOT INDEXED WHERE rowid > ? ORDER BY rowid'
    tried = 0
    while last <= most:
        came = False
        try:
            for row in source.execute(bytes_for_text(source, query, (last,)), (last,)):
                number, *values = decoded(row)
                last, came = max(last, int(number)), True  # damaged numbers may go backwards
                yield tuple(values)
        except (apsw.Error, MemoryError):
            tried = 0 if came else tried + 1
            step = 1 if tried < ONE_BY_ONE else step * 2
            last += step
            yield from _in_part(source, table, columns, last)
            continue
        return


def _in_part(source: apsw.Connection, table: str, columns: Sequence[str], number: int) -> Iterator[tuple[Any, ...]]:
    """The row with this number, with None in the place of what cannot be read; none if that is all of it."""
    found: list[Any] = []
    for name in columns:
        query = f'SELECT "{name}" FROM "{table}" NOT INDEXED WHERE rowid = ?'
        try:
            rows = list(source.execute(bytes_for_text(source, query, (number,)), (number,)))
        except (apsw.Error, MemoryError):
            found.append(None)
            continue
        if not rows:
            return
        found.append(decoded(rows[0])[0])
    if any(value is not None for value in found):
        yield tuple(found)


def _least(source: apsw.Connection, table: str) -> int:
    with contextlib.suppress(apsw.Error, StopIteration):
        return int(next(source.execute(f'SELECT min(rowid) FROM "{table}" NOT INDEXED'))[0] or 0)
    return 0


def _most(source: apsw.Connection, table: str) -> int:
    with contextlib.suppress(apsw.Error, StopIteration):
        return int(next(source.execute(f'SELECT max(rowid) FROM "{table}" NOT INDEXED'))[0] or 0)
    return 2**40


def _sound(path: Path, schema: dict[str, Table]) -> set[str]:
    """The tables that are in a database with no column but those that are looked for; older ones may have fewer."""
    query = (
        "SELECT tables.name, columns.name FROM pragma_table_list AS tables, pragma_table_info(tables.name) AS columns "
        "WHERE tables.schema = 'main' AND tables.type = 'table'"
    )
    found: dict[str, set[str]] = {}
    try:
        with contextlib.closing(open_wreck(path)) as connection:
            for table, column in connection.execute(query):
                found.setdefault(str(table), set()).add(str(column))
            return {table for table, columns in found.items() if table in schema and columns <= schema[table].columns}
    except (apsw.Error, UnicodeDecodeError):
        return set()


def _right_header(path: Path) -> None:
    """Write into the first hundred bytes what they say in every library; only the size of pages is to be guessed."""
    size = path.stat().st_size
    with path.open("rb+") as file:
        head = bytearray(file.read(108))
        told = int.from_bytes(head[16:18], "big")
        if told not in _PAGE_SIZES or size % told:
            told = next(one for one in _PAGE_SIZES if size % one == 0 or one == 512)
        head[0:16] = _HEADER
        head[16:18] = told.to_bytes(2, "big")
        head[18], head[19] = (1, 1) if head[18] == 1 and head[19] == 1 else (2, 2)
        head[20:24] = bytes((0, 64, 32, 32))
        head[28:32] = (size // told).to_bytes(4, "big")
        head[92:96] = head[24:28]
        head[44:48] = (4).to_bytes(4, "big")
        head[52:56] = head[64:68] = bytes(4)
        head[56:60] = (1).to_bytes(4, "big")
        file.seek(0)
        file.write(head[:100])


def _right_schema(path: Path, schema: dict[str, Table]) -> None:
    """Let each of the tables be made by what makes it, where that is damaged; nothing but tables is needed."""
    with contextlib.closing(open_wreck(path)) as connection:
        connection.pragma("writable_schema", True)
        query = "SELECT rowid, type, name, tbl_name, rootpage, sql FROM sqlite_schema"
        found = [decoded(row) for row in connection.execute(bytes_for_text(connection, query, ()))]
        whole = _sound(path, schema)
        sound = {row[0]: row[2] for row in found if row[2] in whole and row[1] == "table"}
        for name, table in schema.items():
            if name in sound.values():
                continue
            alike = {
                row[0]: 1.0
                if row[2] == name
                else SequenceMatcher(None, text(row[5]), table.sql, autojunk=False).ratio()
                for row in found
                if row[0] not in sound and row[4]
            }
            best = max(alike, key=lambda one: alike[one], default=None)
            if best is not None and alike[best] >= _ALIKE:
                connection.execute(
                    "UPDATE sqlite_schema SET type = 'table', name = ?1, tbl_name = ?1, sql = ?2 WHERE rowid = ?3",
                    (name, table.sql, best),
                )
                sound[best] = name
        kept = ", ".join(map(str, sound))
        known = ", ".join("?" * len(sound))
        connection.execute(
            f"DELETE FROM sqlite_schema WHERE rowid NOT IN ({kept}) AND NOT (type = 'index' AND sql IS NULL "
            f"AND tbl_name IN ({known}))",
            tuple(sound.values()),
        )
