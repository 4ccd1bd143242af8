"""The library: one folder with a SQLite database and the original files."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import apsw

from briefing.library import annotations, articles
from briefing.library.failures import LibraryFailure, failure_of
from briefing.library.migrations import migrate, newest_version, version_of
from briefing.library.operations import Operation, Performed
from briefing.library.originals import Originals
from briefing.library.performing import perform
from briefing.library.search import SearchResult, search
from briefing.model import Analysis, Annotation, Article, Judgement, KeptArticle

DATABASE = "library.sqlite"

BUSY_TIMEOUT = 10_000
"""Milliseconds to wait for another window or command line that writes at this moment."""


class Library:
    """One connection to a library; to be used from one thread at a time. Several may be open on one folder."""

    def __init__(self, folder: Path, connection: apsw.Connection) -> None:
        self._folder = folder
        self._connection = connection
        self._originals = Originals(folder / "originals")

    @classmethod
    def exists(cls, folder: Path) -> bool:
        """Whether there is a library in this folder."""
        return (folder / DATABASE).is_file()

    @classmethod
    def open(cls, folder: Path) -> "Library":
        """Open the library in `folder`, made if there is none, its schema brought up to date.

        Raises:
            LibraryFailure: if it cannot be opened, or was written by a newer version of Briefing.
        """
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as fault:
            raise LibraryFailure(f"The library's folder {folder} could not be made: {fault.strerror}.") from fault
        with _in_words(folder):
            return cls(folder, _connect(folder))

    def close(self) -> None:
        """Close the connection; everything is on the disk already."""
        self._connection.close()

    def keep_article(self, article: Article, original: bytes) -> tuple[KeptArticle, bool]:
        """Keep an article and the bytes it was read from; the same bytes opened again are the same article.

        Returns:
            The article as listed, and whether it was not in the library before.

        Raises:
            LibraryFailure: if it cannot be kept; nothing is changed then.
        """
        self._originals.keep(original)
        with self._transaction(durable=False):
            known = articles.find(self._connection, article.digest)
            article_id = articles.add(self._connection, article) if known is None else known
            if known is not None:
                self._connection.execute("UPDATE article SET removed = NULL WHERE id = ?", (known,))
            return articles.kept(self._connection, article_id), known is None

    def articles(self) -> list[KeptArticle]:
        """All articles, newest first; those in the bin are left out."""
        with _in_words(self._folder):
            return articles.listed(self._connection)

    def search(self, typed: str, first: int = 0, count: int = 50) -> SearchResult:
        """`count` articles from number `first` on that fit what the reader typed, best first; see `query`."""
        with _in_words(self._folder):
            return search(self._connection, typed, first, count)

    def find(self, digest: str) -> KeptArticle | None:
        """The article that was read from the bytes with this digest, or None."""
        with _in_words(self._folder):
            found = articles.find(self._connection, digest)
            return None if found is None else articles.kept(self._connection, found)

    def kept(self, article_id: int) -> KeptArticle:
        """What the list shows of one article.

        Raises:
            LibraryFailure: if there is none with this number.
        """
        with _in_words(self._folder):
            return articles.kept(self._connection, article_id)

    def article(self, article_id: int) -> Article:
        """A whole article.

        Raises:
            LibraryFailure: if there is none with this number.
        """
        with _in_words(self._folder):
            return articles.read(self._connection, article_id)

    def original(self, digest: str) -> bytes:
        """The bytes an article was read from.

        Raises:
            LibraryFailure: if they are not there any more, or damaged.
        """
        return self._originals.read(digest)

    def mark_opened(self, article_id: int) -> None:
        """Remember that the article was opened now."""
        with self._transaction(durable=False):
            self._connection.execute("UPDATE article SET opened = ? WHERE id = ?", (articles.now(), article_id))

    def keep_analysis(self, article_id: int, analysis: Analysis) -> None:
        """Put `analysis` in the place of an older one; annotations and judgements stay as they are.

        Raises:
            LibraryFailure: if the article is not there.
        """
        with self._transaction(durable=False):
            text = articles.read(self._connection, article_id).text
            articles.keep_analysis(self._connection, article_id, analysis, text)

    def analysis(self, article_id: int) -> Analysis | None:
        """The newest analysis of an article, or None."""
        with _in_words(self._folder):
            return articles.analysis(self._connection, article_id)

    def annotations(self, article_id: int) -> list[Annotation]:
        """The reader's annotations on an article, placed in its text, in text order."""
        with _in_words(self._folder):
            text = articles.read(self._connection, article_id).text
            return annotations.annotations(self._connection, article_id, text)

    def judgements(self, article_id: int) -> list[Judgement]:
        """The reader's judgements on the claims of an article, in text order."""
        with _in_words(self._folder):
            return annotations.judgements(self._connection, article_id)

    def perform(self, operation: Operation) -> Performed:
        """Make the reader's change: in one transaction, and on the disk when this returns.

        Raises:
            LibraryFailure: if it cannot be made; the library is then as it was.
        """
        with self._transaction(durable=True):
            return perform(self._connection, operation)

    @contextmanager
    def _transaction(self, durable: bool) -> Iterator[None]:
        with _in_words(self._folder):
            # FULL has the commit on the disk before it returns; what was only imported can be imported again.
            self._connection.pragma("synchronous", "FULL" if durable else "NORMAL")
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise


def _connect(folder: Path) -> apsw.Connection:
    connection = apsw.Connection(str(folder / DATABASE))
    try:
        connection.set_busy_timeout(BUSY_TIMEOUT)
        connection.pragma("foreign_keys", True)
        connection.pragma("journal_mode", "WAL")
        if version_of(connection) > newest_version():
            raise LibraryFailure(
                f"The library in {folder} was written by a newer version of Briefing; it is as it was. "
                "Update Briefing to open it."
            )
        migrate(connection)
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def _in_words(folder: Path) -> Iterator[None]:
    try:
        yield
    except apsw.Error as fault:
        raise failure_of(fault, folder) from fault
