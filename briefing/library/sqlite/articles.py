"""Articles as rows: what is written when one is kept, and the whole article read back."""

import apsw

from briefing.library import compression, fingerprints
from briefing.library.article_content import Content, article_of, packed
from briefing.library.change import now as now
from briefing.library.collation import sorted_as
from briefing.library.library_errors import LibraryFailure
from briefing.library.sqlite.article_lists import ORIGIN
from briefing.library.sqlite.article_lists import kept as kept
from briefing.model import Article, Origin
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
            (packed(article).locators, number),
        )
    if words and words == article.text and article.markup:
        connection.execute(
            "UPDATE body SET markup = ? WHERE article_id = ? AND markup IS NULL", (packed(article).markup, number)
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
    content = packed(article)
    connection.execute(
        "INSERT INTO body (article_id, sketch, blocks, text, locators, markup) VALUES (?, ?, ?, ?, ?, ?)",
        (number, sketch, content.blocks, content.text, content.locators, content.markup),
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
    return article_of(Origin(*origin), Content(text, blocks, locators, markup))


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
