"""An open library in SQLite: one folder with a database and the original files."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import fields, replace
from functools import partial
from pathlib import Path
from typing import Any, TypeVar, cast

import apsw

from briefing.library import queries
from briefing.library.backup_record import Backup, Reason
from briefing.library.erasure_outcome import Erased
from briefing.library.kept_statements import KeptStatements
from briefing.library.library_errors import LibraryDamaged, LibraryFailure
from briefing.library.operations import Operation, Performed
from briefing.library.originals import Originals
from briefing.library.packed_findings import PreparedFindings, prepared
from briefing.library.paths import ORIGINALS, PICTURES
from briefing.library.picture_store import Pictures
from briefing.library.privacy import close_to_others, make_folder
from briefing.library.queries import Query
from briefing.library.restorations import overdue
from briefing.library.settings_traces import forget_in_settings
from briefing.library.sqlite import article_lists, articles, erasure, reader_words_index, story_members, trash
from briefing.library.sqlite.backup import back_up, is_due, is_lost
from briefing.library.sqlite.connection import connect, ended_uncleanly
from briefing.library.sqlite.erasure import Gone
from briefing.library.sqlite.first_answers import FIRST_ANSWERS
from briefing.library.sqlite.leniency import answered, damaged_value
from briefing.library.sqlite.sqlite_errors import in_words
from briefing.library.visit_records import forget_visits
from briefing.model import Analysis, Article, Binned, BinnedKind, KeptArticle, Shelf
from briefing.model.message import Message

A = TypeVar("A")


class SqliteLibrary:
    """One connection to a library; to be used from one thread at a time. Several may be open on one folder."""

    def __init__(self, folder: Path, connection: apsw.Connection, read_only: Message | None, unclean: bool) -> None:
        self.read_only = read_only
        self.damage: Message | None = None
        self.ended_uncleanly = unclean
        self._folder = folder
        self._connection = connection
        self._originals = Originals(folder / ORIGINALS)
        self._pictures = Pictures(folder / PICTURES)
        self._seen = int(connection.pragma("data_version"))
        self._together = False
        self._came: list[str] = []

    @classmethod
    def open(cls, folder: Path) -> "SqliteLibrary":
        """Open the library in `folder`, made if there is none, its schema brought up to date.

        Raises:
            LibraryDamaged: if its database is damaged, or gone while backups are left; it is as it was.
            LibraryFailure: if it cannot be opened.
        """
        try:
            make_folder(folder)
        except OSError as fault:
            raise LibraryFailure(
                Message.of("library.no_folder", folder=str(folder), fault=str(fault.strerror))
            ) from fault
        if is_lost(folder):
            raise LibraryDamaged(Message.of("library.database_gone", folder=str(folder)))
        close_to_others(folder)
        unclean = ended_uncleanly(folder)
        with in_words(folder):
            connection, refusal = connect(folder)
        library = cls(folder, connection, refusal, unclean)
        if not refusal:
            library._empty_overdue()
        return library

    def close(self) -> None:
        """Close the connection; everything is on the disk already."""
        self._connection.close()

    def ask(self, query: Query[A]) -> A:
        """Answer a question, leniently if a value is damaged.

        Raises:
            LibraryFailure: if it cannot be answered.
        """
        if isinstance(query, queries.OriginalBytes):
            return cast(A, self._originals.read(query.digest))
        if isinstance(query, queries.PictureBytes):
            return cast(A, self._pictures.read(query.article, query.digest))
        values = [getattr(query, each.name) for each in fields(query)]  # type: ignore[arg-type]

        def answer() -> A:
            try:
                return cast(A, _answerer(query)(self._connection, *values))
            except apsw.CorruptError:
                if not isinstance(query, queries.Articles) or query.shelf != Shelf():
                    raise
                self._note_damage(damaged_value(self._folder))
                readable = article_lists.readable(self._connection)
                return cast(A, readable[query.first : None if query.count is None else query.first + query.count])

        return answered(self._connection, self._folder, answer, self._note_damage)

    def changed_elsewhere(self) -> bool:
        """Whether another window or command line has written since this was last asked; own changes do not count."""
        with in_words(self._folder):
            version = int(self._connection.pragma("data_version"))
        changed, self._seen = version != self._seen, version
        return changed

    def listen(self, heard: Callable[[], object]) -> Callable[[], None]:
        """Nobody tells: other windows and programs write to the file, and to ask costs next to nothing."""
        del heard
        return lambda: None

    def keep_article(self, article: Article, original: bytes) -> tuple[KeptArticle, bool]:
        """Keep an article and the bytes it was read from; the same bytes opened again are the same article.

        Other bytes from the same address (or, if the text is alike, the same file) are the same article if the words
        are the same, else its next version: annotations, tags and collections go with it. `KeptArticle.former` names
        the version before it and `duplicate_of` an older article with nearly the same words.

        Returns:
            The article as listed, and whether it was not in the library before.

        Raises:
            LibraryFailure: if it cannot be kept; nothing is changed then.
        """
        from briefing.library.sqlite import article_intake

        with in_words(self._folder):
            held = article_intake.known(self._connection, article)
            if held is None or held == articles.find(self._connection, article.digest):
                self._keep_original(article, original)
        with self._transaction(durable=False):
            article_id, new = article_intake.keep(self._connection, article)
            if new:  # another window may have emptied its bin since: nobody else writes now
                self._keep_original(article, original)
            return article_lists.kept(self._connection, article_id), new

    def original_path(self, digest: str) -> Path:
        """The file with the bytes that an article was read from, to be read only."""
        return self._originals.path(digest)

    def mark_opened(self, article_id: int) -> None:
        """Remember that the article was opened now."""
        from briefing.library.sqlite import reading_state

        with self._transaction(durable=False):
            reading_state.mark_opened(self._connection, article_id)

    def keep_place(self, article_id: int, place: int) -> None:
        """Remember where in its text (code points) the reader left an article; no step of its own to undo."""
        from briefing.library.sqlite import reading_state

        with self._transaction(durable=False):
            reading_state.keep_place(self._connection, article_id, place)

    def keep_analysis(self, article_id: int, analysis: Analysis, made: PreparedFindings | None = None) -> None:
        """Put `analysis` in the place of an older one; annotations and judgements stay as they are.

        Args:
            article_id: of the article.
            analysis: its findings.
            made: the same, made ready elsewhere.

        Raises:
            LibraryFailure: if the article is not there.
        """
        from briefing.library.sqlite import stored_findings

        with self._transaction(durable=False):
            text = articles.text_of(self._connection, article_id)
            stored_findings.keep(self._connection, article_id, made or prepared(analysis, text))

    def keep_statements(self, article_id: int, kept: KeptStatements) -> None:
        """Keep what an article says clause by clause; derived, and made again where it is lost.

        Raises:
            LibraryFailure: if the article is not there.
        """
        with self._transaction(durable=False):
            articles.text_of(self._connection, article_id)
            story_members.keep(self._connection, article_id, kept)

    def keep_story_told(self, story_id: int, content: bytes) -> None:
        """Keep what a story tells; derived, and worked out again where it is lost."""
        with self._transaction(durable=False):
            story_members.keep_told(self._connection, story_id, content)

    def place_in_story(self, article_id: int, story_id: int) -> None:
        """Put an article into a story."""
        with self._transaction(durable=False):
            story_members.place(self._connection, article_id, story_id)

    def perform(self, operation: Operation) -> Performed:
        """Make the reader's change: in one transaction, and on the disk when this returns.

        Raises:
            LibraryFailure: if it cannot be made; the library is then as it was.
        """
        from briefing.library.sqlite.dispatch import perform

        with self._transaction(durable=True):
            return perform(self._connection, operation)

    @contextmanager
    def together(self) -> Iterator[None]:
        """Make all changes that follow in one transaction: all of them stay, or none.

        Raises:
            LibraryFailure: if they cannot be kept; the library is then as it was before the first of them.
        """
        with self._transaction(durable=True):
            self._together, self._came = True, []
            try:
                yield
            except BaseException:
                # None of the articles that they came with is there in a moment.
                for digest in self._came:
                    self._discard(digest)
                raise
            finally:
                self._together = False

    def see_brief(self, brief_id: str) -> None:
        """Take note that the reader has seen what became of the sources of a brief: from now on, changes since now."""
        from briefing.library.sqlite import brief_changes

        with self._transaction(durable=False):
            brief_changes.see(self._connection, brief_id)

    def empty_bin(self, chosen: Iterable[Binned] | None = None) -> Erased:
        """Delete for good what lies in the bin, all or these; cannot be undone.

        It is taken out of every backup, too. What was opened again meanwhile is kept; of what was chosen, also what was
        taken out or put there anew since it was listed.

        Raises:
            LibraryFailure: if it cannot be written; the bin is then as it was.
        """
        if chosen is None:
            gone = self._delete_for_good(trash.binned)
        else:
            gone = self._delete_for_good(partial(trash.still_there, chosen=tuple(chosen)))
        return replace(self.erase_if_due() or Erased(), articles=tuple(gone[BinnedKind.ARTICLE]))

    def erase_if_due(self) -> Erased | None:
        """Write database and backups anew, if something was deleted for good and traces of it may be left in them.

        Raises:
            LibraryFailure: if the library cannot be read.
        """
        if self.read_only:
            return None
        with in_words(self._folder):
            return erasure.erase(self._connection, self._folder) if erasure.is_due(self._connection) else None

    def _delete_for_good(self, choose: Callable[[apsw.Connection], Gone]) -> Gone:
        from briefing.library.sqlite import metadata

        with self._transaction(durable=True):
            gone = choose(self._connection)
            addresses = metadata.addresses(self._connection, gone[BinnedKind.ARTICLE])
            erasure.delete(self._connection, gone)
            erasure.note(self._connection, gone)
        with self._transaction(durable=False):  # what was opened again since then is kept
            for digest in gone[BinnedKind.ARTICLE]:
                if articles.find(self._connection, digest) is None:
                    self._discard(digest)
        forget_visits(self._folder, frozenset(gone[BinnedKind.ARTICLE]), addresses)
        forget_in_settings(self._folder, frozenset(gone[BinnedKind.ARTICLE]))
        return gone

    def back_up(self, reason: Reason = Reason.BY_HAND) -> Backup:
        """Make a backup of the database now; the library stays in use meanwhile.

        Raises:
            LibraryFailure: if it cannot be made.
        """
        return back_up(self._connection, self._folder, reason)

    def back_up_if_due(self) -> Backup | None:
        """Make the daily backup, if the last one is a day old and something has changed since.

        Raises:
            LibraryFailure: if it cannot be made.
        """
        return self.back_up(Reason.DAILY) if is_due(self._folder) else None

    def _note_damage(self, message: Message) -> None:
        self.damage = message

    def _keep_original(self, article: Article, original: bytes) -> None:
        if self._together and not self._originals.holds(article.digest):
            self._came.append(article.digest)
        self._originals.keep(original)
        self._pictures.keep(article.digest, article.pictures)

    def _discard(self, digest: str) -> None:
        self._originals.discard(digest)
        self._pictures.discard(digest)

    def _empty_overdue(self) -> None:
        with in_words(self._folder):
            is_due = trash.anything_over(self._connection, overdue())
        if is_due:
            self._delete_for_good(partial(trash.binned, moment=overdue()))

    @contextmanager
    def _transaction(self, durable: bool) -> Iterator[None]:
        if self.read_only:
            raise LibraryFailure(self.read_only)
        if self._together:
            yield
            return
        with in_words(self._folder):
            # FULL has the commit on the disk before it returns; what was only imported can be imported again.
            self._connection.pragma("synchronous", "FULL" if durable else "NORMAL")
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                reader_words_index.settle(self._connection)
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise


def _answerer(query: Query[Any]) -> Callable[..., Any]:
    """What answers a query; of what a start does not ask, the code is loaded when it is first asked."""
    if type(query) in FIRST_ANSWERS:
        return FIRST_ANSWERS[type(query)]
    from briefing.library.sqlite.query_answers import ANSWERS

    return ANSWERS[type(query)]
