"""Checks and repairs the values of a row that a damaged disk may have changed.

SQLite notices a damaged page only if its structure suffers; a byte within a text is for us to notice.
"""

import json
import re
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

import apsw

from briefing.library import (
    compression,
    fingerprints,
    packed_findings,
    reader_objects,
)
from briefing.model import (
    Anchor,
    BlockKind,
    BriefLine,
    BriefSection,
    LineKind,
    ReadingState,
    SourceRating,
    Span,
    Status,
    StoredBrief,
)

UNKNOWN = "1970-01-01T00:00:00.000000+00:00"
"""A moment in the place of one that cannot be read: older than all that is dated."""

LARGEST = 2**31
"""No number that is kept, but for fingerprints, is as large; Qt could not hold one either."""

UNREADABLE = (ValueError, TypeError, LookupError, AttributeError, ArithmeticError, RecursionError)
"""What decoding a damaged value may raise."""

Mender = Callable[[Any], Any]
"""Gives a value as it is if it is whole, else what can be made of it."""


def mended(table: str, column: str, value: Any) -> Any:
    """The value of a column as it is, if it is whole, else what can be made of it.

    A text that cannot be decoded comes as bytes.
    """
    mender = _MENDERS.get((table, column))
    if mender is not None:
        return mender(value)
    return text(value) if isinstance(value, bytes) and (table, column) not in _BYTES else value


def mended_row(table: str, names: Sequence[str], row: Sequence[Any]) -> tuple[Any, ...] | None:
    """A row as it is, if it is whole, else what can be made of it; None if that is nothing."""
    values = {name: mended(table, name, value) for name, value in zip(names, row, strict=True)}
    whole = _ROWS.get(table)
    try:
        values = whole(values) if whole else values
    except UNREADABLE:
        return None
    return tuple(values[name] for name in names)


def bytes_for_text(connection: apsw.Connection, query: str, values: Any) -> str:
    """The query with its texts as bytes: each column twice, whether it is a text, and its value."""
    count = len(origins(connection, query, values))
    names = [f"c{number}" for number in range(count)]
    taken = ", ".join(f"typeof({c}) = 'text', iif(typeof({c}) = 'text', CAST({c} AS BLOB), {c})" for c in names)
    return f"WITH asked ({', '.join(names)}) AS ({query.rstrip(' ;')}) SELECT {taken} FROM asked"


def decoded(row: Sequence[Any]) -> tuple[Any, ...]:
    """A row of `bytes_for_text` with its texts decoded where that can be done."""
    return tuple(_decoded(value) if is_text else value for is_text, value in zip(row[::2], row[1::2], strict=True))


def origins(connection: apsw.Connection, query: str, values: Any) -> list[tuple[str, str]]:
    """Table and column that each column of a query is taken from; "" where it is worked out. Nothing is executed."""
    found: list[tuple[str, str]] = []

    def looked_at(cursor: apsw.Cursor, statement: str, bindings: Any) -> bool:
        del statement, bindings
        found.extend((str(one[3] or ""), str(one[4] or "")) for one in cursor.description_full)
        return False

    cursor = apsw.Cursor(connection)
    cursor.exec_trace = looked_at
    try:
        cursor.execute(query, values)
    except apsw.ExecTraceAbort:
        pass
    finally:
        cursor.close()
    return found


def text(value: Any) -> str:
    """A text, with marks in the place of what cannot be decoded."""
    if isinstance(value, str):
        return value
    return "" if value is None else bytes(value).decode("utf-8", "replace") if isinstance(value, bytes) else str(value)


def is_moment(told: Any) -> bool:
    """Whether this is a date and time with its zone, in a year that can be shown anywhere in the world."""
    try:
        found = datetime.fromisoformat(told)
    except (TypeError, ValueError):
        return False
    return found.tzinfo is not None and 1 < found.year < 9999


def _decoded(value: bytes) -> str | bytes:
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value


def _moment(value: Any) -> Any:
    return value if is_moment(value) else UNKNOWN


def _moment_or_none(value: Any) -> Any:
    """What cannot be read is not said: what may lie in the bin does not, so that it is not deleted for good."""
    return value if is_moment(value) else None


def _number(least: int = 0, most: int = LARGEST) -> Mender:
    def mend(value: Any) -> Any:
        return value if isinstance(value, int) and least <= value <= most else least

    return mend


def _one_of(kinds: type, otherwise: Any) -> Mender:
    def mend(value: Any) -> Any:
        return value if value in {kind.value for kind in kinds} else otherwise  # type: ignore[attr-defined]

    return mend


def _json(kind: type, inner: type, otherwise: str) -> Mender:
    """Mends a list or an object of texts or numbers."""

    def mend(value: Any) -> Any:
        try:
            found = json.loads(value)
        except (TypeError, ValueError, RecursionError):
            return otherwise
        values = found.values() if isinstance(found, dict) else found if isinstance(found, list) else ()
        return value if isinstance(found, kind) and all(isinstance(one, inner) for one in values) else otherwise

    return mend


def _tags(value: Any) -> Any:
    """Tags that are no list any more are kept as the words that they were."""
    if _json(list, str, "")(value):
        return value
    return json.dumps([word for word in (one.strip() for one in re.split(r'[\[\]",]+', text(value))) if word])


def _or_none(mender: Mender) -> Mender:
    def mend(value: Any) -> Any:
        return None if value is None or mender(value) != value else value

    return mend


def _anchor(value: Any) -> Any:
    try:
        start, end, *words = json.loads(value)
        Anchor(Span(start, end), *words)
    except UNREADABLE:
        return None
    return value if all(isinstance(word, str) for word in words) else None


def _disputes(value: Any) -> Any:
    """Disputes whose claim cannot be read keep who disputes it; what is no list any more is kept as its words."""
    if value is None:
        return None
    try:
        listed = [(str(source), claim) for source, claim in json.loads(value)]
    except UNREADABLE:
        return json.dumps([[text(value), None]], ensure_ascii=False)
    kept = [(source, claim if claim is None or _anchor(json.dumps(claim)) else None) for source, claim in listed]
    held = [[source, claim] for source, claim in kept if source or claim]
    return value if held == json.loads(value) else json.dumps(held, ensure_ascii=False)


def _brief(values: dict[str, Any]) -> dict[str, Any]:
    """A brief that cannot be read as one is kept as its words."""
    try:
        reader_objects.brief_from_object(json.loads(values["content"]))
    except UNREADABLE:
        words = BriefLine("salvaged", LineKind.TEXT, text=text(values["content"]))
        modified = datetime.fromisoformat(values["modified"])
        kept = StoredBrief(values["id"], values["title"], modified, sections=(BriefSection("", (words,)),))
        return {**values, "content": json.dumps(reader_objects.brief_object(kept), ensure_ascii=False)}
    return values


def _body(values: dict[str, Any]) -> dict[str, Any]:
    """Text that cannot be read is lost; blocks that cannot are one paragraph."""
    words = compression.unpack(values["text"])
    if not _are_blocks(values["blocks"], len(words)):
        return {**values, "blocks": compression.pack(json.dumps([[BlockKind.PARAGRAPH.value, 0, len(words)]]))}
    return values


def _are_blocks(packed: Any, length: int) -> bool:
    try:
        found = json.loads(compression.unpack(packed))
        end = 0
        for kind, distance, size, *level in found:
            BlockKind(kind)
            Span(end + distance, end + distance + size)
            end += distance + size
            if any(not isinstance(one, int) for one in level):
                return False
    except UNREADABLE:
        return False
    return 0 <= end <= length


def _analysis(values: dict[str, Any]) -> dict[str, Any]:

    packed_findings.unpack(values["findings"])
    return values


def _actor_judgement(values: dict[str, Any]) -> dict[str, Any]:
    reader_objects.actor_word_from_object(json.loads(values["content"]))
    return values


def _story_word(values: dict[str, Any]) -> dict[str, Any]:
    reader_objects.story_word_from_object(json.loads(values["content"]))
    return values


def _placed(values: dict[str, Any]) -> dict[str, Any]:
    """Where a passage stands is found again by its words."""
    if values["start"] > values["end"]:
        return {**values, "start": 0, "end": len(values["exact"])}
    return values


def damaged_rows(connection: apsw.Connection, table: str) -> int:
    """How many rows of a table hold a value that cannot be read.

    Raises:
        apsw.Error: if the rows cannot be reached.
    """
    names = [str(row[1]) for row in connection.execute(f'PRAGMA table_info("{table}")')]
    columns = ", ".join(f'"{name}"' for name in names)
    query = f'SELECT {columns} FROM "{table}"'
    found = connection.execute(bytes_for_text(connection, query, ()))
    return sum(mended_row(table, names, row) != row for row in map(decoded, found))


def same_words(words: str, wording: int | None) -> bool:
    """Whether a text is the one of which this fingerprint was taken."""
    return wording is None or fingerprints.fingerprint(words).wording == wording


_BYTES = frozenset(
    {
        ("body", "sketch"),
        ("body", "blocks"),
        ("body", "text"),
        ("body", "locators"),
        ("body", "markup"),
        ("analysis", "findings"),
        ("article_statements", "reading"),
        ("article_statements", "vectors"),
        ("article_sketch", "gist"),
        ("article_sketch", "terms"),
        ("article_sketch", "passages"),
        ("story_told", "content"),
    }
)

_ORIGIN = ("title", "byline", "outlet", "published", "language", "address", "file", "digest", "media_type", "modified")
_PASSAGE: dict[str, Mender] = {
    "start": _number(),
    "end": _number(),
    "exact": text,
    "prefix": text,
    "suffix": text,
    "note": text,
    "created": _moment,
    "modified": _moment,
}
_MENDERS: dict[tuple[str, str], Mender] = {
    **{("article", name): text for name in (*_ORIGIN, "sources", "sorting")},
    ("article", "added"): _moment,
    ("article", "opened"): _moment_or_none,
    ("article", "removed"): _moment_or_none,
    ("article", "state"): _one_of(ReadingState, ReadingState.OPENED.value),
    ("article", "statuses"): _json(dict, int, "{}"),
    ("article", "found"): _json(dict, str, "{}"),
    **{("article", name): _number() for name in ("words", "length", "place", "annotations", "filings", "work")},
    ("article", "version"): _number(1),
    ("article", "newest"): _number(0, 1),
    ("article", "claims"): _or_none(_number()),
    ("article", "duplicate_of"): _or_none(_number()),
    **{("annotation", name): mender for name, mender in _PASSAGE.items()},
    ("annotation", "id"): text,
    ("annotation", "colour"): _number(1, 8),
    ("annotation", "tags"): _tags,
    ("annotation", "removed"): _moment_or_none,
    ("annotation", "orphan"): _number(0, 1),
    **{("judgement", name): mender for name, mender in _PASSAGE.items()},
    ("judgement", "status"): _one_of(Status, None),
    ("judgement", "source_rating"): _one_of(SourceRating, None),
    ("judgement", "information_rating"): _or_none(_number(1, 6)),
    ("judgement", "dismissed"): _number(0, 1),
    ("judgement", "source"): lambda value: None if value is None else text(value),
    ("judgement", "made"): _number(0, 1),
    ("judgement", "words"): _anchor,
    ("judgement", "disputed_by"): _disputes,
    ("actor_judgement", "id"): text,
    ("collection", "id"): text,
    ("collection", "name"): text,
    ("collection", "parent"): lambda value: None if value is None else text(value),
    ("collection", "removed"): _moment_or_none,
    ("filed", "collection_id"): text,
    ("article_tag", "tag"): text,
    ("saved_search", "id"): text,
    ("saved_search", "name"): text,
    ("saved_search", "typed"): text,
    ("saved_search", "removed"): _moment_or_none,
    ("brief", "id"): text,
    ("brief", "title"): text,
    ("brief", "modified"): _moment,
    ("brief", "removed"): _moment_or_none,
    ("story_word", "id"): text,
    ("brief_seen", "state"): _json(dict, object, "{}"),
    ("analysis", "made"): _moment,
}
_ROWS: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
    "body": _body,
    "analysis": _analysis,
    "annotation": _placed,
    "judgement": _placed,
    "actor_judgement": _actor_judgement,
    "brief": _brief,
    "story_word": _story_word,
}
