"""What is to be read in bulk, in PostgreSQL: sources, what became of them, and a job of the queue for a few of them."""

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from hashlib import blake2b, sha256
from typing import Any

from psycopg.errors import InsufficientPrivilege

from briefing.desk_address import shown
from briefing.library.corpus_face import MOST_TOLD, NewSource, Progress, Source, Unreadable
from briefing.library.fingerprints import fingerprint
from briefing.library.library_errors import LibraryFailure
from briefing.library.postgres import corpus_queue, desk_roles
from briefing.library.postgres.desk_connection import Connection, in_words
from briefing.library.postgres.desk_library import DeskLibrary
from briefing.model import Article
from briefing.model.message import Message

_ADD = """
INSERT INTO corpus_source (key, place, address, typed, follows, content) VALUES (%s, %s, %s, %s, %s, %s)
ON CONFLICT (key) DO UPDATE SET state = 'waiting', content = excluded.content, place = excluded.place,
    follows = excluded.follows, typed = excluded.typed, told = '', settled = NULL
WHERE corpus_source.state = 'failed' OR (corpus_source.state = 'done' AND excluded.follows)
RETURNING id
"""
"""What failed is tried again, and a list is followed again: it may offer something else now."""


class DeskCorpus:
    """The corpus that is read into a desk's library, over the connection of that library.

    Args:
        address: of the database.
    """

    def __init__(self, address: str) -> None:
        self._address = address
        self._library = DeskLibrary(address)
        try:
            if self._library.read_only is None:
                with in_words(address):
                    self._bring_up_to_date(self._library.connection())
        except BaseException:
            self._library.close()
            raise

    @property
    def library(self) -> DeskLibrary:
        """The library that it is read into."""
        return self._library

    def close(self) -> None:
        """Close the connection."""
        self._library.close()

    def add(self, sources: Sequence[NewSource]) -> int:
        """Have these read, all or none; gives how many: what is read or waits already is left out, a failure is not."""
        with self._library.writing(durable=True) as connection:
            numbers = [(number, one.address) for one in sources if (number := self._insert(connection, one))]
            # In the transaction in which the sources are added: both are there, or neither.
            corpus_queue.defer_all(connection, numbers)
        return len(numbers)

    def waiting(self, numbers: Iterable[int]) -> list[Source]:
        """Those of the sources that are not settled yet."""
        with in_words(self._address):
            rows = self._library.connection().execute(
                "SELECT id, place, address, content, typed, follows FROM corpus_source WHERE id = ANY(%s) "
                "AND state = 'waiting' ORDER BY id",
                (list(numbers),),
            )
            return [Source(row[0], _words(row[1]), *row[2:]) for row in rows.fetchall()]

    @contextmanager
    def keeping(self, article: Article) -> Iterator[None]:
        """Within this, all changes of `library` that keep an article with its findings stay, or none."""
        place = article.origin.address or article.origin.file
        placed = int.from_bytes(blake2b(_bytes(place), digest_size=8).digest(), "big", signed=True)
        with self._library.beside_others((placed, fingerprint(article.text).wording)):
            yield

    def settle(self, number: int, articles: int, told: str = "") -> None:
        """Take note that a source is read, or why not; what was read is kept before."""
        connection = self._library.connection()
        with in_words(self._address), connection.transaction():
            # No window shows it, so none is told. It is on the disk before the job is, as is all that was told before.
            connection.execute("SET LOCAL synchronous_commit TO off")
            # The bytes of what was read are kept as an original; those of a failure, to be tried again.
            connection.execute(
                "UPDATE corpus_source SET state = %s, articles = %s, told = %s, settled = now(), "
                "content = CASE WHEN %s THEN NULL ELSE content END WHERE id = %s AND state = 'waiting'",
                ("failed" if told else "done", articles, json.dumps(told), not told, number),
            )

    def progress(self) -> Progress:
        """How far it is."""
        with in_words(self._address):
            return progress_of(self._library.connection())

    def unreadable(self) -> list[Unreadable]:
        """The last sources in which nothing could be read."""
        with in_words(self._address):
            rows = self._library.connection().execute(
                "SELECT place, address, settled, told FROM corpus_source WHERE state = 'failed' ORDER BY id DESC "
                "LIMIT %s",
                (MOST_TOLD,),
            )
            return [Unreadable(row[1] or _words(row[0]), row[2], json.loads(row[3])) for row in rows.fetchall()]

    def try_again(self) -> int:
        """Have all read again in which nothing could be read; gives how many."""
        with self._library.writing(durable=True) as connection:
            rows = connection.execute(
                "UPDATE corpus_source SET state = 'waiting', told = '', settled = NULL WHERE state = 'failed' "
                "RETURNING id, address"
            ).fetchall()
            corpus_queue.defer_all(connection, [(int(number), str(address)) for number, address in rows])
        return len(rows)

    def stop(self) -> None:
        """Let all who work now end after the article in hand; what is left stays for whoever works next."""
        with self._library.writing(durable=True) as connection:
            connection.execute("UPDATE corpus_stop SET times = times + 1")

    def _bring_up_to_date(self, connection: Connection) -> None:
        try:
            corpus_queue.bring_up_to_date(connection)
        except InsufficientPrivilege as fault:
            raise LibraryFailure(Message.of("corpus.may_not_begin", address=shown(self._address))) from fault
        desk_roles.let_in(connection)

    def _insert(self, connection: Connection, source: NewSource) -> int | None:
        row = connection.execute(
            _ADD,
            (_key(source), _bytes(source.place), source.address, source.typed, source.follows, source.content),
        ).fetchone()
        return int(row[0]) if row else None


def progress_of(connection: Connection) -> Progress:
    """How far it is, as this connection sees it."""
    counted = connection.execute("SELECT state, count(*), sum(articles) FROM corpus_source GROUP BY state")
    states: dict[str, Any] = {row[0]: row[1:] for row in counted.fetchall()}
    recent = connection.execute(
        "SELECT count(*) FROM corpus_source WHERE settled > now() - interval '1 minute'"
    ).fetchone()
    waiting, done, failed = (states.get(state, (0, 0)) for state in ("waiting", "done", "failed"))
    workers = corpus_queue.workers(connection)
    return Progress(waiting[0], done[0], failed[0], int(done[1]), workers, int(recent[0]) if recent else 0)


def _key(source: NewSource) -> str:
    """What two sources have alike that are the same: their bytes, or where they are to be fetched."""
    return source.address if source.content is None else sha256(source.content).hexdigest()


def _bytes(words: str) -> bytes:
    return words.encode("utf-8", "surrogateescape")


def _words(kept: bytes) -> str:
    return kept.decode("utf-8", "surrogateescape")
