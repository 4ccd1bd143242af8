"""What the rest of the program knows of a library, wherever it is kept: operations, queries, and what keeps them safe.

A library is opened by `store_at`. Nothing here says how it is kept: that is the subject of the folders beside this.
"""

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol, TypeVar

from briefing.library.backup_record import Backup
from briefing.library.erasure_outcome import Erased
from briefing.library.kept_statements import KeptStatements
from briefing.library.operations import Operation, Performed
from briefing.library.packed_findings import PreparedFindings
from briefing.library.queries import Query
from briefing.library.salvage_outcome import Salvaged
from briefing.model import Analysis, Article, Binned, KeptArticle
from briefing.model.message import Message

A = TypeVar("A")


class Library(Protocol):
    """An open library, to be used from one thread at a time; several may be open on one place.

    Each of the methods raises `LibraryFailure` if it cannot do what it is asked; the library is then as it was.
    """

    @property
    def read_only(self) -> Message | None:
        """Why nothing can be changed (the library is of a newer version), or None."""

    @property
    def damage(self) -> Message | None:
        """What the reader is to know once something that was asked could be read only in part, or None."""

    @property
    def ended_uncleanly(self) -> bool:
        """Whether whoever used it last did not close it, so that a check is due."""

    def close(self) -> None:
        """Let go of it; everything is on the disk already."""

    def ask(self, query: Query[A]) -> A:
        """The answer to a question; see `queries`."""

    def perform(self, operation: Operation) -> Performed:
        """Make the reader's change, whole or not at all, and have it on the disk; see `operations`."""

    def together(self) -> AbstractContextManager[None]:
        """Within this, all changes stay, or none."""

    def changed_elsewhere(self) -> bool:
        """Whether another window or program has written since this was last asked; own changes do not count."""

    def listen(self, heard: Callable[[], object]) -> Callable[[], None]:
        """Have `heard` called, from another thread, when `changed_elsewhere` is worth asking; gives what ends that.

        Where nobody tells, it is never called.
        """

    def keep_article(self, article: Article, original: bytes) -> tuple[KeptArticle, bool]:
        """Keep an article and the bytes it was read from; the same bytes opened again are the same article.

        Other bytes from the same address (or, if the text is alike, the same file) are the same article if the words
        are the same, else its next version: annotations, tags and collections go with it. `KeptArticle.former` names
        the version before it and `duplicate_of` an older article with nearly the same words.

        Returns:
            The article as listed, and whether it was not in the library before.
        """

    def original_path(self, digest: str) -> Path:
        """A file with the bytes that an article was read from, to be read only; it may go when this is closed."""

    def mark_opened(self, article_id: int) -> None:
        """Remember that the article was opened now."""

    def keep_place(self, article_id: int, place: int) -> None:
        """Remember where in its text (code points) the reader left an article; no step of its own to undo."""

    def keep_analysis(self, article_id: int, analysis: Analysis, made: PreparedFindings | None = None) -> None:
        """Put `analysis` in the place of an older one; annotations and judgements stay as they are.

        Args:
            article_id: of the article.
            analysis: its findings.
            made: the same, made ready elsewhere.
        """

    def keep_statements(self, article_id: int, kept: KeptStatements) -> None:
        """Keep what an article says clause by clause; derived, and made again where it is lost."""

    def keep_story_told(self, story_id: int, content: bytes) -> None:
        """Keep what a story tells; derived, and worked out again where it is lost."""

    def place_in_story(self, article_id: int, story_id: int) -> None:
        """Put an article into a story."""

    def see_brief(self, brief_id: str) -> None:
        """Take note that the reader has seen what became of the sources of a brief: from now on, changes since now."""

    def empty_bin(self, chosen: Iterable[Binned] | None = None) -> Erased:
        """Delete for good what lies in the bin, all or these; cannot be undone.

        It is taken out of every backup, too. What was opened again meanwhile is kept; of what was chosen, also what was
        taken out or put there anew since it was listed.
        """

    def erase_if_due(self) -> Erased | None:
        """Leave no traces of what was deleted for good, if there may be some."""

    def back_up(self) -> Backup:
        """Make a backup now; the library stays in use meanwhile."""

    def back_up_if_due(self) -> Backup | None:
        """Make the daily backup, if the last one is a day old and something has changed since."""


class Store(Protocol):
    """Where a library is kept, whether it can be opened or not."""

    @property
    def name(self) -> str:
        """Where that is, as it may be shown to anybody."""

    def exists(self) -> bool:
        """Whether there is a library."""

    def is_lost(self) -> bool:
        """Whether there is none where backups tell that there was one."""

    def open(self) -> Library:
        """Open the library, made if there is none, brought up to date.

        Raises:
            LibraryDamaged: if it is damaged, or gone while backups are left; it is as it was.
            LibraryFailure: if it cannot be opened.
        """

    def backups(self) -> list[Backup]:
        """All backups, newest first."""

    def newest_sound_backup(self) -> Backup | None:
        """The newest backup that can be put back, or None."""

    def restore(self, chosen: Path) -> Path:
        """Make the library what it was when a backup was made; what it is now becomes a backup, or is set aside.

        Returns:
            Where the library as it was before can be found.

        Raises:
            LibraryFailure: if the backup is not sound or cannot be put back; the library is then as it was.
        """

    def faults(self) -> list[Message]:
        """What is wrong with the library, all of it looked at; empty if it is sound."""

    def faults_of_rows(self) -> list[Message]:
        """What a quick look shows to be wrong; empty if that is nothing."""

    def salvage(self) -> Salvaged:
        """Set a damaged library aside and fill a new one with what can still be read.

        Raises:
            LibraryFailure: if it cannot be done; what was there is as it was.
        """

    def forgotten_originals(self) -> list[Path]:
        """Sound originals that no article was read from, or one whose text is lost."""
