"""Articles as rows: what is written when one is kept, and the whole article read back."""

import json
from datetime import UTC, datetime

import apsw

from briefing.library import fingerprints, packing
from briefing.library.failures import LibraryFailure
from briefing.library.folding import sorted_as
from briefing.library.listing import ORIGIN
from briefing.library.listing import kept as kept
from briefing.model import Article, Block, BlockKind, Origin, Span

DAMAGED = "The text of the article “{title}” is damaged on the disk; your notes are kept. Open its original again."


def add(connection: apsw.Connection, article: Article) -> int:
    """Insert an article as the first version of itself and return its number."""
    origin = article.origin
    blocks = json.dumps([_row(block) for block in article.blocks], separators=(",", ":"))
    row = connection.execute("UPDATE numbering SET last_article = last_article + 1 RETURNING last_article").fetchone()
    number = int(row[0]) if row else 1
    fingerprint = fingerprints.fingerprint(article.text)
    connection.execute(
        f"INSERT INTO article (id, work, sorting, {ORIGIN}, words, length, added, wording) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
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
            len(article.text.split()),
            len(article.text),
            now(),
            fingerprint.wording,
        ),
    )
    connection.execute(
        "INSERT INTO body (article_id, sketch, blocks, text) VALUES (?, ?, ?, ?)",
        (number, fingerprint.sketch, packing.pack(blocks), packing.pack(article.text)),
    )
    put_bands(connection, number, fingerprint.sketch)
    return number


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
        f"SELECT {ORIGIN}, text, blocks FROM article JOIN body ON body.article_id = article.id WHERE id = ?",
        (article_id,),
    ).fetchone()
    if row is None:
        raise LibraryFailure("This article is not in the library any more.")
    *origin, text, blocks = row
    try:
        known = json.loads(packing.unpack(blocks))
        return Article(packing.unpack(text), tuple(_block(*block) for block in known), Origin(*origin))
    except ValueError as fault:
        raise LibraryFailure(DAMAGED.format(title=origin[0])) from fault


def _row(block: Block) -> tuple[str, int, int, int]:
    return block.kind.value, block.span.start, block.span.end, block.level


def _block(kind: str, start: int, end: int, level: int) -> Block:
    return Block(BlockKind(kind), Span(start, end), level)


def text_of(connection: apsw.Connection, article_id: int) -> str:
    """The canonical text of an article.

    Raises:
        LibraryFailure: if there is none with this number, or it is damaged.
    """
    row = connection.execute("SELECT text FROM body WHERE article_id = ?", (article_id,)).fetchone()
    if row is None:
        raise LibraryFailure("This article is not in the library any more.")
    try:
        return packing.unpack(row[0])
    except ValueError as fault:
        raise LibraryFailure(DAMAGED.format(title=f"number {article_id}")) from fault


def now() -> str:
    """This moment (UTC) as it is stored: ISO 8601 to the microsecond."""
    return datetime.now(UTC).isoformat(timespec="microseconds")
