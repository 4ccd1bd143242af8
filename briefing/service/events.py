"""The events of the service: frozen dataclasses, each with the number of the job it answers."""

from pathlib import Path
from typing import TYPE_CHECKING

from briefing.library import Performed
from briefing.library.backup_record import Backup
from briefing.model import (
    Analysis,
    Annotation,
    Article,
    Judgement,
    KeptArticle,
    PagePicture,
)
from briefing.model.catalogue import in_english
from briefing.model.message import Message
from briefing.records import dataclass
from briefing.service.import_outcomes import ImportOutcome

if TYPE_CHECKING:
    from briefing.intake import Feed


class Telling:
    """What tells the reader something by its `message`."""

    __slots__ = ()
    message: Message

    @property
    def sentence(self) -> str:
        """The message in English, for logs and reports."""
        return in_english(self.message)


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened; `job` is the number that the call returned, 0 where nobody asked."""

    job: int


@dataclass(frozen=True, slots=True)
class PagePictured(Event):
    """A page of an article's original is to be shown.

    Attributes:
        digest: of the original.
        picture: of the page.
    """

    digest: str
    picture: PagePicture


@dataclass(frozen=True, slots=True)
class PagePictureFailed(Telling, Event):
    """A page of an original cannot be shown; `message` says why."""

    digest: str
    message: Message


@dataclass(frozen=True, slots=True)
class ArticleChanged(Event):
    """What the library lists about one article is new: it was kept, analysed or annotated."""

    kept: KeptArticle


@dataclass(frozen=True, slots=True)
class ArticleOpened(Event):
    """An article is kept and can be read; `analysis` is None if it still has to be made."""

    kept: KeptArticle
    article: Article
    analysis: Analysis | None
    annotations: tuple[Annotation, ...]
    judgements: tuple[Judgement, ...]
    newly_kept: bool


@dataclass(frozen=True, slots=True)
class OpeningFailed(Telling, Event):
    """A file, text or article could not be opened; `message` tells the reader why and what is unharmed."""

    name: str
    message: Message


@dataclass(frozen=True, slots=True)
class FeedOffered(Event):
    """What was opened is a feed, or a list of feeds: the reader chooses from its entries; nothing was kept.

    `typed` tells whether the reader gave its address himself: what lies on the same machine counts as given, too.
    `kept` are the addresses of entries that the library has. `path` is the file that was opened, if it was one.
    """

    feed: "Feed"
    typed: bool = False
    kept: frozenset[str] = frozenset()
    path: Path | None = None


@dataclass(frozen=True, slots=True)
class ArticleUnchanged(Telling, Event):
    """A page fetched again says what the kept article says; `message` tells so."""

    article_id: int
    message: Message


@dataclass(frozen=True, slots=True)
class PageWatched(Telling, Event):
    """The page of an article is watched from now on, or no more; `message` tells so."""

    article_id: int
    watched: bool
    message: Message


@dataclass(frozen=True, slots=True)
class PageChanged(Telling, Event):
    """A watched page says something else; what it says now is kept as the next version, `kept`."""

    kept: KeptArticle
    message: Message


@dataclass(frozen=True, slots=True)
class PageMoved(Telling, Event):
    """A watched page is now at another address; what it says of the article is told apart."""

    article_id: int
    message: Message


@dataclass(frozen=True, slots=True)
class PageLost(Telling, Event):
    """A watched page is no longer there, or no longer to be read; the article is as it was."""

    article_id: int
    message: Message


@dataclass(frozen=True, slots=True)
class ImportProgressed(Event):
    """Of an import, `done` files `of` so many are settled, the last with this outcome.

    `remaining` is the time in seconds that the others will take, or None if that cannot be told yet.
    """

    done: int
    of: int
    remaining: float | None
    outcome: ImportOutcome


@dataclass(frozen=True, slots=True)
class ImportFinished(Telling, Event):
    """An import is over or was cancelled; `message` tells in one line what became of its files."""

    outcomes: tuple[ImportOutcome, ...]
    of: int
    cancelled: bool
    message: Message


@dataclass(frozen=True, slots=True)
class AnalysisProgressed(Event):
    """Findings in the part of the article read so far; `share` of the text is 0 to 1."""

    article_id: int
    analysis: Analysis
    share: float


@dataclass(frozen=True, slots=True)
class AnalysisFinished(Event):
    """The whole article is analysed and kept, or the reader sorted out its actors; these are its findings now."""

    article_id: int
    analysis: Analysis


@dataclass(frozen=True, slots=True)
class BackgroundAnalysisProgressed(Event):
    """Of the imported articles, `done` of `of` are analysed; the others take `remaining` seconds, if that is known."""

    done: int
    of: int
    remaining: float | None


@dataclass(frozen=True, slots=True)
class StoriesChanged(Event):
    """Articles were placed in stories, or the reader changed these."""

    article_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class AnalysisFailed(Telling, Event):
    """The article stays readable but was not analysed."""

    article_id: int
    message: Message


@dataclass(frozen=True, slots=True)
class OperationPerformed(Event):
    """The reader's change is on disk; annotations and judgements of its article as they are now."""

    performed: Performed
    annotations: tuple[Annotation, ...]
    judgements: tuple[Judgement, ...]


@dataclass(frozen=True, slots=True)
class OperationFailed(Telling, Event):
    """The reader's change was not made and the library is as it was."""

    message: Message


@dataclass(frozen=True, slots=True)
class BriefExported(Event):
    """The brief is written to `path`."""

    path: Path
    warnings: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class ExportFailed(Telling, Event):
    """The brief was not written; a file that stood at `path` is as it was."""

    path: Path
    message: Message


@dataclass(frozen=True, slots=True)
class JobCancelled(Event):
    """The job was given up at the reader's wish."""


@dataclass(frozen=True, slots=True)
class WorkerRestarted(Telling, Event):
    """A worker process had died and a new one has taken its place."""

    message: Message


@dataclass(frozen=True, slots=True)
class OperationHeld(Telling, Event):
    """The reader's change could not be written yet; it waits and is tried again, and is answered when it is on disk."""

    message: Message


@dataclass(frozen=True, slots=True)
class LibraryUnavailable(Telling, Event):
    """The library could not be opened; nothing will be kept.

    Attributes:
        message: for the reader.
        damaged: whether its database is damaged: it can be restored or salvaged, and is as it was until then.
        backups: that could be put back, the newest first.
    """

    message: Message
    damaged: bool = False
    backups: tuple[Backup, ...] = ()


@dataclass(frozen=True, slots=True)
class WritingSettled(Event):
    """Whether anything can be written to the library; told each time it was opened, or could not be.

    Attributes:
        refusal: why nothing can be written, or None if it can.
    """

    refusal: Message | None


@dataclass(frozen=True, slots=True)
class LibraryRestored(Telling, Event):
    """The library is another one than before: a backup was put back, or a damaged one salvaged.

    Attributes:
        message: says what was done.
        lost: whether something of it is lost.
        backups: that could be put back in its place, the newest first; none if one was.
        importing: job of the import that reads its originals again, or 0.
    """

    message: Message
    lost: bool = False
    backups: tuple[Backup, ...] = ()
    importing: int = 0


@dataclass(frozen=True, slots=True)
class LibraryChanged(Event):
    """Another window or program wrote to the library."""


@dataclass(frozen=True, slots=True)
class LibraryLost(Telling, Event):
    """The server of a desk's library is not to be reached any more; what is written waits until it is."""

    message: Message


@dataclass(frozen=True, slots=True)
class LibraryFound(Event):
    """The server of a desk's library is there again."""


@dataclass(frozen=True, slots=True)
class DeskVisited(Telling, Event):
    """What a reader would find at the address of a desk.

    Attributes:
        address: that was looked at.
        message: what is there, or why he cannot work there.
        can_join: whether he can.
    """

    address: str
    message: Message
    can_join: bool


@dataclass(frozen=True, slots=True)
class NewestTold(Telling, Event):
    """Which version was published last, as the reader wished to know; or why that cannot be told."""

    message: Message

    @property
    def is_newer(self) -> bool:
        """Whether there is a newer one than this."""
        return self.message.code == "version.newer"


@dataclass(frozen=True, slots=True)
class LibraryDone(Telling, Event):
    """Something was done with the whole library.

    Attributes:
        message: says what.
        path: file it was written to or read from.
        changed: whether the library holds something else now.
        gone: digests of the articles that were deleted for good.
    """

    message: Message
    path: Path | None = None
    changed: bool = False
    gone: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BackupsTold(Event):
    """The backups that there are, the newest first."""

    backups: tuple[Backup, ...]


@dataclass(frozen=True, slots=True)
class LibraryWarned(Telling, Event):
    """The library is open, but something about it has to be known, for instance that no backup could be made."""

    message: Message
