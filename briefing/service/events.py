"""The events of the service: frozen dataclasses, each with the number of the job it answers."""

from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.library import Performed, SearchCounts, SearchResult
from briefing.library.backup import Backup
from briefing.model import (
    AffectedLine,
    Analysis,
    Annotation,
    Article,
    Binned,
    Brief,
    Collection,
    Judgement,
    KeptArticle,
    ListedAnnotation,
    Metadata,
    PagePicture,
    SavedSearch,
    Shelf,
    ShelfKind,
    StoredBrief,
    Tag,
)
from briefing.model.cross_library import AlikeClaim, KnownActor
from briefing.records import dataclass
from briefing.service.import_outcomes import ImportOutcome

if TYPE_CHECKING:
    from briefing.intake import Feed
    from briefing.model.story import Story
    from briefing.service.actor_record import ActorRecord
    from briefing.service.story_library import ListedStory
    from briefing.service.version_changes import ChangedVersion


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
class PagePictureFailed(Event):
    """A page of an original cannot be shown; `sentence` says why."""

    digest: str
    sentence: str


@dataclass(frozen=True, slots=True)
class ArticlesListed(Event):
    """Articles of one shelf.

    Attributes:
        articles: in the order that was asked for.
        shelf: on which they lie.
        first: how many of the shelf were left out before them.
        total: how many lie on the shelf.
    """

    articles: tuple[KeptArticle, ...]
    shelf: Shelf = field(default_factory=Shelf)
    first: int = 0
    total: int = 0


@dataclass(frozen=True, slots=True)
class ShelvesListed(Event):
    """How the library is arranged now.

    Attributes:
        counts: articles on each shelf that needs no name.
        collections: all of them.
        tags: all that something carries.
        searches: those that were saved.
    """

    counts: tuple[tuple[ShelfKind, int], ...]
    collections: tuple[Collection, ...]
    tags: tuple[Tag, ...]
    searches: tuple[SavedSearch, ...]


@dataclass(frozen=True, slots=True)
class BinListed(Event):
    """All that lies in the bin, what went there last first."""

    binned: tuple[Binned, ...]


@dataclass(frozen=True, slots=True)
class AnnotationsListed(Event):
    """Annotations of the whole library.

    Attributes:
        annotations: the last changed first.
        total: how many fit.
        orphans: how many of the whole library stand on no words any more.
    """

    annotations: tuple[ListedAnnotation, ...]
    total: int
    orphans: int


@dataclass(frozen=True, slots=True)
class ArticlesFound(Event):
    """What fits the words that were typed, best first."""

    typed: str
    result: SearchResult


@dataclass(frozen=True, slots=True)
class SearchCounted(Event):
    """In how many articles the words that were typed stand, by kind of place; comes after `ArticlesFound`."""

    typed: str
    counts: SearchCounts


@dataclass(frozen=True, slots=True)
class SearchFailed(Event):
    """The library could not be searched."""

    sentence: str


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
class OpeningFailed(Event):
    """A file, text or article could not be opened; `sentence` tells the reader why and what is unharmed."""

    name: str
    sentence: str


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
class DetailsTold(Event):
    """What is known of an article, and what was found before the reader corrected it."""

    kept: KeptArticle
    found: Metadata


@dataclass(frozen=True, slots=True)
class ArticleUnchanged(Event):
    """A page fetched again says what the kept article says; `sentence` tells so."""

    article_id: int
    sentence: str


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
class ImportFinished(Event):
    """An import is over or was cancelled; `sentence` tells in one line what became of its files."""

    outcomes: tuple[ImportOutcome, ...]
    of: int
    cancelled: bool
    sentence: str


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
class StoriesListed(Event):
    """Stories of several articles, the one that grew last first."""

    stories: "tuple[ListedStory, ...]"


@dataclass(frozen=True, slots=True)
class StoryTold(Event):
    """What the articles of a story say together.

    Attributes:
        story_id: its number; None if the article that was asked for is in no story yet.
        story: what is told, its articles by their numbers; None if there is none.
        articles: these articles.
    """

    story_id: int | None
    story: "Story | None"
    articles: tuple[KeptArticle, ...]


@dataclass(frozen=True, slots=True)
class ActorRecordTold(Event):
    """All that an actor says in the library; `titles` are those of the articles, by number."""

    record: "ActorRecord"
    titles: dict[str, str]


@dataclass(frozen=True, slots=True)
class VersionsCompared(Event):
    """What changed from version to version of an article."""

    article_id: int
    versions: "tuple[ChangedVersion, ...]"


@dataclass(frozen=True, slots=True)
class AnalysisFailed(Event):
    """The article stays readable but was not analysed."""

    article_id: int
    sentence: str


@dataclass(frozen=True, slots=True)
class OperationPerformed(Event):
    """The reader's change is on disk; annotations and judgements of its article as they are now."""

    performed: Performed
    annotations: tuple[Annotation, ...]
    judgements: tuple[Judgement, ...]


@dataclass(frozen=True, slots=True)
class OperationFailed(Event):
    """The reader's change was not made and the library is as it was."""

    sentence: str


@dataclass(frozen=True, slots=True)
class BriefExported(Event):
    """The brief is written to `path`."""

    path: Path
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExportFailed(Event):
    """The brief was not written; a file that stood at `path` is as it was."""

    path: Path
    sentence: str


@dataclass(frozen=True, slots=True)
class JobCancelled(Event):
    """The job was given up at the reader's wish."""


@dataclass(frozen=True, slots=True)
class WorkerRestarted(Event):
    """A worker process had died and a new one has taken its place."""

    sentence: str


@dataclass(frozen=True, slots=True)
class OperationHeld(Event):
    """The reader's change could not be written yet; it waits and is tried again, and is answered when it is on disk."""

    sentence: str


@dataclass(frozen=True, slots=True)
class LibraryUnavailable(Event):
    """The library could not be opened; nothing will be kept.

    Attributes:
        sentence: for the reader.
        damaged: whether its database is damaged: it can be restored or salvaged, and is as it was until then.
        backups: that could be put back, the newest first.
    """

    sentence: str
    damaged: bool = False
    backups: tuple[Backup, ...] = ()


@dataclass(frozen=True, slots=True)
class WritingSettled(Event):
    """Whether anything can be written to the library; told each time it was opened, or could not be.

    Attributes:
        refusal: a sentence on why nothing can be written, or nothing if it can.
    """

    refusal: str


@dataclass(frozen=True, slots=True)
class LibraryRestored(Event):
    """The library is another one than before: a backup was put back, or a damaged one salvaged.

    Attributes:
        sentence: says what was done.
        lost: whether something of it is lost.
        backups: that could be put back in its place, the newest first; none if one was.
        importing: job of the import that reads its originals again, or 0.
    """

    sentence: str
    lost: bool = False
    backups: tuple[Backup, ...] = ()
    importing: int = 0


@dataclass(frozen=True, slots=True)
class LibraryChanged(Event):
    """Another window or program wrote to the library."""


@dataclass(frozen=True, slots=True)
class OwnTold(Event):
    """What the reader wrote on an article and what is found in it, as the library holds it now."""

    article_id: int
    analysis: Analysis | None
    annotations: tuple[Annotation, ...]
    judgements: tuple[Judgement, ...]


@dataclass(frozen=True, slots=True)
class PictureTold(Event):
    """A picture in the article with that digest; without bytes if it is not there any more, or damaged."""

    article: str
    digest: str
    data: bytes


@dataclass(frozen=True, slots=True)
class ClaimsTold(Event):
    """Claims of any article that say much the same, the most alike first, or that one actor makes."""

    claims: tuple[AlikeClaim, ...]


@dataclass(frozen=True, slots=True)
class ActorsTold(Event):
    """Actors of the library of whose names a word begins as was asked."""

    beginning: str
    actors: tuple[KnownActor, ...]


@dataclass(frozen=True, slots=True)
class LibraryDone(Event):
    """Something was done with the whole library.

    Attributes:
        sentence: says what.
        path: file it was written to or read from.
        changed: whether the library holds something else now.
    """

    sentence: str
    path: Path | None = None
    changed: bool = False


@dataclass(frozen=True, slots=True)
class BackupsTold(Event):
    """The backups that there are, the newest first."""

    backups: tuple[Backup, ...]


@dataclass(frozen=True, slots=True)
class BriefsListed(Event):
    """The briefs that the reader is making, the last changed first."""

    briefs: tuple[StoredBrief, ...]


@dataclass(frozen=True, slots=True)
class BriefTold(Event):
    """A brief that the reader is making.

    Attributes:
        kept: as it is kept.
        brief: what its lines refer to, as it is now.
        affected: its lines whose sources are not what they were when the reader last looked.
    """

    kept: StoredBrief
    brief: Brief
    affected: tuple[AffectedLine, ...]


@dataclass(frozen=True, slots=True)
class LibraryWarned(Event):
    """The library is open, but something about it has to be known, for instance that no backup could be made."""

    sentence: str
