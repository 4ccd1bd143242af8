"""The bytes that articles were read from, and their pictures, in PostgreSQL."""

from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from briefing.library.library_errors import LibraryFailure
from briefing.library.originals import Originals
from briefing.library.postgres.desk_connection import Connection
from briefing.model import Article
from briefing.model.identifiers import digest_of
from briefing.model.message import Message


class Copies:
    """Originals as files of this machine, for as long as the library is open: pages are pictured from files."""

    def __init__(self) -> None:
        self._folder: TemporaryDirectory[str] | None = None

    def path(self, digest: str, read_original: Callable[[], bytes]) -> Path:
        """The file with the bytes of this digest, read if they are not there yet.

        Raises:
            LibraryFailure: if they cannot be read or written.
        """
        if self._folder is None:
            self._folder = TemporaryDirectory(prefix="briefing-", ignore_cleanup_errors=True)
        copies = Originals(Path(self._folder.name))
        if not copies.holds(digest):
            copies.keep(read_original())
        return copies.path(digest)

    def close(self) -> None:
        """Delete them."""
        if self._folder is not None:
            self._folder.cleanup()


def keep(connection: Connection, article: Article, original: bytes) -> None:
    """Keep the bytes of an article and its pictures; what is kept already stays as it is."""
    connection.execute(
        "INSERT INTO original (digest, content) VALUES (%s, %s) ON CONFLICT DO NOTHING", (digest_of(original), original)
    )
    for picture in article.pictures:
        connection.execute(
            "INSERT INTO picture (article, digest, content) VALUES (%s, %s, %s) ON CONFLICT DO NOTHING",
            (article.digest, digest_of(picture), picture),
        )


def discard(connection: Connection, digests: Iterable[str]) -> None:
    """Delete the bytes and pictures of articles that are gone."""
    connection.execute("DELETE FROM original WHERE digest = ANY(%s)", (list(digests),))


def read(connection: Connection, digest: str) -> bytes:
    """The bytes an article was read from.

    Raises:
        LibraryFailure: if they are not there any more, or damaged.
    """
    row = connection.execute("SELECT content FROM original WHERE digest = %s", (digest,)).fetchone()
    if row is None:
        raise LibraryFailure(Message.of("desk.original_gone", digest=digest[:12]))
    content = bytes(row[0])
    if digest_of(content) != digest:
        raise LibraryFailure(Message.of("original.damaged", digest=digest[:12]))
    return content


def picture(connection: Connection, article: str, digest: str) -> bytes:
    """A picture in the article with that digest; empty if it is not there any more, or damaged."""
    row = connection.execute(
        "SELECT content FROM picture WHERE article = %s AND digest = %s", (article, digest)
    ).fetchone()
    content = bytes(row[0]) if row else b""
    return content if digest_of(content) == digest else b""
