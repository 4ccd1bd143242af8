"""An open library in PostgreSQL, which a desk shares: articles, annotations and judgements, with undo."""

import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import fields
from pathlib import Path
from typing import TypeVar, cast
from uuid import uuid4

from psycopg.errors import InsufficientPrivilege

from briefing.desk_address import shown
from briefing.library import queries
from briefing.library.backup_record import Backup
from briefing.library.erasure_outcome import Erased
from briefing.library.kept_statements import KeptStatements
from briefing.library.library_errors import LibraryFailure, LibraryUnreachable
from briefing.library.operations import Operation, Performed
from briefing.library.packed_findings import PreparedFindings, prepared
from briefing.library.postgres import (
    desk_acts,
    desk_annotations,
    desk_articles,
    desk_bin,
    desk_brief_changes,
    desk_briefs,
    desk_findings,
    desk_nearness,
    desk_originals,
    desk_roles,
    desk_shelves,
    desk_stories,
    desk_versions,
    desk_words,
)
from briefing.library.postgres.desk_acts import Doubtful
from briefing.library.postgres.desk_answers import DESK_ANSWERS
from briefing.library.postgres.desk_connection import WRITING, Connection, connect, in_words
from briefing.library.postgres.desk_listener import CHANNEL, DeskListener
from briefing.library.postgres.desk_operations import perform
from briefing.library.postgres.desk_schema import bring_up_to_date, newest_version, version_of
from briefing.library.queries import Query
from briefing.model import Analysis, Article, Binned, KeptArticle
from briefing.model.message import Message

A = TypeVar("A")


class DeskLibrary:
    """One connection to a library, to be used from one thread at a time; it is made anew when it was lost.

    Args:
        address: of the database, as `postgresql://…`.
    """

    damage: Message | None = None
    ended_uncleanly = False

    def __init__(self, address: str) -> None:
        self._address = address
        self._together = False
        self._doubtful: Doubtful | None = None
        self._copies = desk_originals.Copies()
        self._token, self._told = uuid4().hex, threading.Event()
        with in_words(address):
            self._link = connect(address)
            try:
                self.read_only = self._prepare()
                self._seen = self._acts()
            except BaseException:
                self._link.close()
                raise
        if self.read_only is None:
            self._catch_up()

    def close(self) -> None:
        """Close the connection; everything is on the server's disk already."""
        self._link.close()
        self._copies.close()

    def ask(self, query: Query[A]) -> A:
        """Answer a question.

        Raises:
            LibraryFailure: if it cannot be answered, or a desk's library cannot be asked that yet.
        """
        answer = DESK_ANSWERS.get(type(query))
        if answer is None:
            raise LibraryFailure(Message("desk.not_yet"))
        values = [getattr(query, each.name) for each in fields(query)]  # type: ignore[arg-type]
        with in_words(self._address):
            return cast(A, answer(self.connection(), *values))

    def perform(self, operation: Operation) -> Performed:
        """Make the reader's change: in one transaction, and on the server's disk when this returns.

        Raises:
            LibraryUnreachable: if the way to the server was cut. It may be made all the same; whoever asks again with
                the same operation has it made once.
            LibraryFailure: if it cannot be made; the library is then as it was.
        """
        doubtful = self._doubtful
        if doubtful and doubtful.operation is operation and self._was_done(doubtful):
            self._doubtful = None
            return doubtful.performed
        attempted: Doubtful | None = None
        try:
            with self.writing(durable=True) as connection:
                performed = perform(connection, operation)
                attempted = Doubtful(operation, desk_acts.note(connection), performed)
        except LibraryUnreachable:
            self._doubtful = attempted
            raise
        self._doubtful = None
        return performed

    def _was_done(self, doubtful: Doubtful) -> bool:
        with in_words(self._address):
            return desk_acts.was_done(self.connection(), doubtful)

    @contextmanager
    def together(self) -> Iterator[None]:
        """Make all changes that follow in one transaction: all of them stay, or none."""
        with self.writing(durable=True), self._as_one():
            yield

    @contextmanager
    def beside_others(self, keys: Sequence[int]) -> Iterator[None]:
        """Make all changes that follow in one transaction, while others do the same with other keys.

        Whoever changes anything else waits for them, and they for him. It is on the disk with what is written next.

        Args:
            keys: of what must not be changed by two at once.
        """
        with self.writing(durable=False, keys=keys), self._as_one():
            yield

    def changed_elsewhere(self) -> bool:
        """Whether another window or program has written since this was last asked; own changes do not count."""
        with in_words(self._address):
            acts = self._acts()
        # The count runs ahead of what can be read already: whoever is told looks again.
        changed, self._seen = acts != self._seen or self._told.is_set(), acts
        self._told.clear()
        return changed

    def listen(self, heard: Callable[[], object]) -> Callable[[], None]:
        """Have `heard` called, from another thread, as soon as others changed something; gives what ends that."""

        def tell(tokens: frozenset[str]) -> None:
            if tokens == {self._token}:
                return
            if tokens:
                self._told.set()
            heard()

        return DeskListener(self._address, tell).close

    def keep_article(self, article: Article, original: bytes) -> tuple[KeptArticle, bool]:
        """Keep an article and the bytes it was read from; the same bytes opened again are the same article.

        Other bytes from the same address (or, if the text is alike, the same file) are the same article if the words
        are the same, else its next version.

        Returns:
            The article as listed, and whether it was not in the library before.

        Raises:
            LibraryFailure: if it cannot be kept; nothing is changed then.
        """
        # Others may write on it at once: it must not be gone when the server has crashed.
        with self.writing(durable=True) as connection:
            number, new = desk_versions.keep(connection, article)
            if new or desk_articles.find(connection, article.digest) == number:
                desk_originals.keep(connection, article, original)
            return desk_articles.kept(connection, number), new

    def original_path(self, digest: str) -> Path:
        """A file with the bytes that an article was read from, to be read only; it goes when this is closed."""
        return self._copies.path(digest, lambda: self.ask(queries.OriginalBytes(digest)))

    def mark_opened(self, article_id: int) -> None:
        """Remember that the article was opened now."""
        with self.writing(durable=False) as connection:
            desk_shelves.mark_opened(connection, article_id)

    def keep_place(self, article_id: int, place: int) -> None:
        """Remember where in its text (code points) the reader left an article; no step of its own to undo."""
        with self.writing(durable=False) as connection:
            desk_shelves.keep_place(connection, article_id, place)

    def keep_analysis(self, article_id: int, analysis: Analysis, made: PreparedFindings | None = None) -> None:
        """Put `analysis` in the place of an older one; annotations and judgements stay as they are.

        Args:
            article_id: of the article.
            analysis: its findings.
            made: the same, made ready elsewhere.

        Raises:
            LibraryFailure: if the article is not there.
        """
        with self.writing(durable=False) as connection:
            text = desk_articles.text_of(connection, article_id)
            words = desk_annotations.judgements(connection, article_id)
            made = made or prepared(analysis, text)
            desk_findings.keep(connection, article_id, made, words)
            desk_words.write_findings(connection, article_id, made.rows)
            desk_briefs.ActorWords(connection).follow(article_id)

    def keep_statements(self, article_id: int, kept: KeptStatements) -> None:
        """Keep what an article says clause by clause; derived, and made again where it is lost."""
        with self.writing(durable=False) as connection:
            desk_stories.keep(connection, article_id, kept)

    def keep_story_told(self, story_id: int, content: bytes) -> None:
        """Keep what a story tells; derived, and worked out again where it is lost."""
        with self.writing(durable=False) as connection:
            desk_stories.keep_told(connection, story_id, content)

    def place_in_story(self, article_id: int, story_id: int) -> None:
        """Put an article into a story."""
        with self.writing(durable=False) as connection:
            desk_stories.place(connection, article_id, story_id)

    def see_brief(self, brief_id: str) -> None:
        """Take note that the reader has seen what became of the sources of a brief: from now on, changes since now."""
        with self.writing(durable=False) as connection:
            desk_brief_changes.see(connection, brief_id)

    def empty_bin(self, chosen: Iterable[Binned] | None = None) -> Erased:
        """Delete for good what lies in the bin, all or these; backups are the server's, and stay as they are."""
        with self.writing(durable=True) as connection:
            gone = desk_bin.empty(connection, None if chosen is None else tuple(chosen))
        return Erased(beside=Message("desk.backups_hold"), articles=gone)

    def erase_if_due(self) -> Erased | None:
        """Nothing: the server overwrites what was deleted by itself, when it takes the room for something else."""
        return None

    def back_up(self) -> Backup:
        """Refused: backups of a desk's library are made where its server runs.

        Raises:
            LibraryFailure: always.
        """
        raise LibraryFailure(Message.of("desk.kept_by_server", address=shown(self._address)))

    def back_up_if_due(self) -> Backup | None:
        """Nothing: see `back_up`."""
        return None

    def _prepare(self) -> Message | None:
        """Bring the schema up to date; gives why nothing can be changed, or None."""
        version = version_of(self._link)
        if version > newest_version():
            return Message.of("library.newer", folder=shown(self._address))
        if version < newest_version():
            self._bring_up_to_date(version)
        desk_nearness.prepare(self._link)
        desk_roles.let_in(self._link)
        row = self._link.execute("SELECT has_table_privilege('annotation', 'INSERT')").fetchone()
        if row and row[0]:
            return None
        return Message.of("desk.may_only_read", address=shown(self._address))

    def _bring_up_to_date(self, version: int) -> None:
        try:
            bring_up_to_date(self._link)
        except InsufficientPrivilege as fault:
            code = "desk.older" if version else "desk.may_not_begin"
            raise LibraryFailure(Message.of(code, address=shown(self._address))) from fault

    def _catch_up(self) -> None:
        """Delete what lies in the bin for too long, and write the words of what was kept by an earlier version."""
        with in_words(self._address):
            is_due = desk_bin.is_anything_overdue(self._link) or desk_words.is_due(self._link)
        if is_due:
            with self.writing(durable=True) as connection:
                desk_bin.empty_overdue(connection)

    def connection(self) -> Connection:
        """The connection, made anew if it was lost."""
        if self._link.closed:
            self._link = connect(self._address)
        return self._link

    def _acts(self) -> int:
        row = self.connection().execute("SELECT last_value FROM acts").fetchone()
        return int(row[0]) if row else 0

    @contextmanager
    def _as_one(self) -> Iterator[None]:
        self._together = True
        try:
            yield
        finally:
            self._together = False

    @contextmanager
    def writing(self, durable: bool, keys: Sequence[int] | None = None) -> Iterator[Connection]:
        """A transaction that nobody else writes beside; what is derived need not be on the disk when it ends.

        With keys, others who have keys may write beside it, but for those who have one of them.
        """
        if self.read_only:
            raise LibraryFailure(self.read_only)
        if self._together:
            yield self._link
            return
        with in_words(self._address), self.connection().transaction():
            lock = "pg_advisory_xact_lock" if keys is None else "pg_advisory_xact_lock_shared"
            begun = f"SELECT set_config('synchronous_commit', %s, true), {lock}(%s)"
            self._link.execute(begun, ("on" if durable else "off", WRITING))
            # All take theirs in one order: so no two wait for each other.
            for key in sorted(set(keys or ())):
                self._link.execute("SELECT pg_advisory_xact_lock(%s)", (key,))
            yield self._link
            desk_words.settle(self._link)
            told = "SELECT nextval('acts'), pg_notify(%s, %s)"
            row = self._link.execute(told, (CHANNEL, self._token)).fetchone()
        if row and int(row[0]) == self._seen + 1:
            self._seen += 1
