"""Articles as rows: what is written when one is kept, and the whole article read back."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import apsw

from briefing.library import compression, fingerprints
from briefing.library.collation import sorted_as
from briefing.library.library_errors import LibraryFailure
from briefing.library.sqlite.article_lists import ORIGIN
from briefing.library.sqlite.article_lists import kept as kept
from briefing.model import Article, Block, BlockKind, Locator, LocatorKind, Locators, Markup, Origin, Span
from briefing.model.markup import NO_MARKUP
from briefing.model.markup_json import markup_from_object, markup_object
from briefing.model.message import Message


def add(connection: apsw.Connection, article: Article) -> int:
    """Insert an article as the first version of itself and return its number."""
    origin = article.origin
    row = connection.execute("UPDATE numbering SET last_article = last_article + 1 RETURNING last_article").fetchone()
    number = int(row[0]) if row else 1
    fingerprint = fingerprints.fingerprint(article.text)
    connection.execute(
        f"INSERT INTO article (id, work, sorting, {ORIGIN}, words, length, added, wording) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            number,
            number,
            sorted_as(article.title),
            article.title,
            origin.byline,
            origin.outlet,
            origin.published,
            origin.language,
            origin.address,
            origin.file,
            origin.digest,
            origin.media_type,
            origin.modified,
            origin.sources,
            len(article.text.split()),
            len(article.text),
            now(),
            fingerprint.wording,
        ),
    )
    _put_body(connection, number, article, fingerprint.sketch)
    put_bands(connection, number, fingerprint.sketch)
    return number


def mend(connection: apsw.Connection, number: int, article: Article) -> None:
    """Give an article whose text is lost, or damaged on the disk, its text again; one that has it stays as it is.

    One that was kept before the pages of its original were, or what it shows beside its words, is told them.
    """
    try:
        words = text_of(connection, number)
    except LibraryFailure:
        words = ""
    if words and words == article.text and article.locators:
        connection.execute(
            "UPDATE body SET locators = ? WHERE article_id = ? AND locators IS NULL",
            (_locators_written(article), number),
        )
    if words and words == article.text and article.markup:
        connection.execute(
            "UPDATE body SET markup = ? WHERE article_id = ? AND markup IS NULL", (_markup_written(article), number)
        )
    if words or not article.text:
        return
    fingerprint = fingerprints.fingerprint(article.text)
    connection.execute("DELETE FROM body WHERE article_id = ?", (number,))
    _put_body(connection, number, article, fingerprint.sketch)
    connection.execute(
        "UPDATE article SET words = ?, length = ?, wording = ? WHERE id = ?",
        (len(article.text.split()), len(article.text), fingerprint.wording, number),
    )
    put_bands(connection, number, fingerprint.sketch)
    # What the index held of it cannot be taken out word by word any more.
    connection.execute("INSERT INTO article_words (article_words) VALUES ('rebuild')")


def _put_body(connection: apsw.Connection, number: int, article: Article, sketch: bytes | None) -> None:
    connection.execute(
        "INSERT INTO body (article_id, sketch, blocks, text, locators, markup) VALUES (?, ?, ?, ?, ?, ?)",
        (
            number,
            sketch,
            compression.pack(_blocks_written(article)),
            compression.pack(article.text),
            _locators_written(article),
            _markup_written(article),
        ),
    )


def put_bands(connection: apsw.Connection, article_id: int, sketch: bytes | None) -> None:
    """Write the numbers by which an article's sketch is looked up."""
    connection.executemany(
        "INSERT OR IGNORE INTO likeness (band, article_id) VALUES (?, ?)",
        [(band, article_id) for band in fingerprints.bands(sketch)] if sketch else [],
    )


def take_bands(connection: apsw.Connection, article_id: int, sketch: bytes | None) -> None:
    """Delete the numbers by which an article's sketch is looked up."""
    connection.executemany(
        "DELETE FROM likeness WHERE band = ? AND article_id = ?",
        [(band, article_id) for band in fingerprints.bands(sketch)] if sketch else [],
    )


def find(connection: apsw.Connection, digest: str) -> int | None:
    """The number of the article with this digest, in the bin or not."""
    row = connection.execute("SELECT id FROM article WHERE digest = ?", (digest,)).fetchone()
    return None if row is None else int(row[0])


def read(connection: apsw.Connection, article_id: int) -> Article:
    """A whole article.

    Raises:
        LibraryFailure: if there is none with this number, or it is damaged.
    """
    row = connection.execute(
        f"SELECT {ORIGIN}, text, blocks, locators, markup FROM article JOIN body ON body.article_id = article.id "
        "WHERE id = ?",
        (article_id,),
    ).fetchone()
    if row is None:
        raise LibraryFailure(Message("article.gone"))
    *origin, text, blocks, locators, markup = row
    try:
        words = compression.unpack(text)
        found = tuple(_blocks(json.loads(compression.unpack(blocks))))
    except (ValueError, TypeError, LookupError) as fault:
        raise LibraryFailure(Message.of("article.damaged", title=origin[0])) from fault
    if found and found[-1].span.end > len(words):
        raise LibraryFailure(Message.of("article.damaged", title=origin[0]))
    return Article(words, found, Origin(*origin), _locators(locators, len(words)), _markup(markup, len(words)))


def _blocks_written(article: Article) -> str:
    return json.dumps(_rows(article.blocks), separators=(",", ":"))


def _rows(blocks: tuple[Block, ...]) -> list[tuple[int | str, ...]]:
    """Blocks as they are kept: kind, distance from the end of the one before, length and, if it is not 0, level."""
    ends = (0, *(block.span.end for block in blocks))
    return [
        (block.kind.value, block.span.start - before, len(block.span), *([block.level] if block.level else []))
        for before, block in zip(ends, blocks, strict=False)
    ]


def _blocks(rows: list[list[Any]]) -> Iterator[Block]:
    end = 0
    for kind, distance, length, *level in rows:
        start, end = end + distance, end + distance + length
        yield Block(BlockKind(kind), Span(start, end), level[0] if level else 0)


def _locators_written(article: Article) -> bytes | None:
    """Locators as they are kept: distance from the start of the one before, number, label, and kind if no page's."""
    starts = (0, *(locator.start for locator in article.locators))
    rows = [
        (one.start - before, one.number, one.label, *([one.kind.value] if one.kind is not LocatorKind.PAGE else []))
        for before, one in zip(starts, article.locators, strict=False)
    ]
    return compression.pack(json.dumps(rows, separators=(",", ":"))) if rows else None


def _locators(kept: bytes | None, length: int) -> Locators:
    """What was kept of the pages; none if that is damaged, which takes nothing from the words."""
    found: list[Locator] = []
    at = 0
    try:
        for distance, number, label, *kind in json.loads(compression.unpack(kept)) if kept else ():
            at += int(distance)
            found.append(Locator(at, int(number), str(label), LocatorKind(*kind) if kind else LocatorKind.PAGE))
    except (ValueError, TypeError, LookupError):
        return ()
    return tuple(found) if at <= length else ()


def _markup_written(article: Article) -> bytes | None:
    told = markup_object(article.markup)
    return compression.pack(json.dumps(told, ensure_ascii=False, separators=(",", ":"))) if told else None


def _markup(kept: bytes | None, length: int) -> Markup:
    """What was kept of the markup; none if that is damaged, which takes nothing from the words."""
    try:
        found = markup_from_object(json.loads(compression.unpack(kept))) if kept else NO_MARKUP
        return found if found.lies_within(length) else NO_MARKUP
    except (ValueError, TypeError, LookupError, AttributeError):
        return NO_MARKUP


def text_of(connection: apsw.Connection, article_id: int) -> str:
    """The canonical text of an article.

    Raises:
        LibraryFailure: if there is none with this number, or it is damaged.
    """
    row = connection.execute("SELECT text FROM body WHERE article_id = ?", (article_id,)).fetchone()
    if row is None:
        raise LibraryFailure(Message("article.gone"))
    try:
        return compression.unpack(row[0])
    except ValueError as fault:
        raise LibraryFailure(Message.of("article.damaged", title=str(article_id))) from fault


def now() -> str:
    """This moment (UTC) as it is stored: ISO 8601 to the microsecond."""
    return datetime.now(UTC).isoformat(timespec="microseconds")
