"""Questions about articles: what lies on a shelf or in the bin, what a search finds, what is known of one."""

from collections.abc import Iterator
from dataclasses import field
from typing import TYPE_CHECKING, ClassVar

from briefing.library import Library, SearchCounts, SearchResult, queries
from briefing.model import Binned, Collection, KeptArticle, Metadata, SavedSearch, Shelf, ShelfKind, Sort, Tag
from briefing.model.message import Message
from briefing.records import dataclass
from briefing.service.events import Event, Telling
from briefing.service.library_query import LibraryQuery

if TYPE_CHECKING:
    from briefing.service.version_changes import ChangedVersion

PAGE = 100
"""How many articles a search shows."""

COUNTED = (ShelfKind.ALL, ShelfKind.INBOX, ShelfKind.UNREAD, ShelfKind.BIN)
"""Shelves whose number the library keeps and need not count."""


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
class ListArticles(LibraryQuery):
    """Articles of a shelf, by default all of the library; answered by `ArticlesListed`."""

    shelf: Shelf = field(default_factory=Shelf)
    sort: Sort = Sort.ADDED
    first: int = 0
    count: int | None = None

    def answers(self, job: int, library: Library) -> Iterator[Event]:
        """The answer."""
        found = tuple(library.ask(queries.Articles(self.shelf, self.sort, None, self.first, self.count)))
        yield ArticlesListed(job, found, self.shelf, self.first, library.ask(queries.ArticleCount(self.shelf)))


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
class ListShelves(LibraryQuery):
    """How the library is arranged; answered by `ShelvesListed`."""

    def answers(self, job: int, library: Library) -> Iterator[Event]:
        """The answer."""
        counts = tuple((kind, library.ask(queries.ArticleCount(Shelf(kind)))) for kind in COUNTED)
        yield ShelvesListed(
            job,
            counts,
            library.ask(queries.Collections()),
            library.ask(queries.Tags()),
            library.ask(queries.SavedSearches()),
        )


@dataclass(frozen=True, slots=True)
class BinListed(Event):
    """All that lies in the bin, what went there last first."""

    binned: tuple[Binned, ...]


@dataclass(frozen=True, slots=True)
class ListBin(LibraryQuery):
    """All that was deleted and can be taken back; answered by `BinListed`."""

    def answers(self, job: int, library: Library) -> Iterator[Event]:
        """The answer."""
        yield BinListed(job, tuple(library.ask(queries.Bin())))


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
class SearchFailed(Telling, Event):
    """The library could not be searched."""

    message: Message


@dataclass(frozen=True, slots=True)
class SearchArticles(LibraryQuery):
    """What fits the words that were typed; answered by `ArticlesFound` and `SearchCounted`, or by `SearchFailed`."""

    typed: str
    newest_only: ClassVar[bool] = True

    def answers(self, job: int, library: Library) -> Iterator[Event]:
        """The answer."""
        yield ArticlesFound(job, self.typed, library.ask(queries.Search(self.typed, count=PAGE)))
        yield SearchCounted(job, self.typed, library.ask(queries.SearchTotals(self.typed)))

    def failed(self, job: int, message: Message) -> Event:
        """That the library could not be searched."""
        return SearchFailed(job, message)


@dataclass(frozen=True, slots=True)
class DetailsTold(Event):
    """What is known of an article, and what was found before the reader corrected it."""

    kept: KeptArticle
    found: Metadata


@dataclass(frozen=True, slots=True)
class TellDetails(LibraryQuery):
    """What is known of an article; answered by `DetailsTold`."""

    article_id: int

    def answers(self, job: int, library: Library) -> Iterator[Event]:
        """The answer."""
        yield DetailsTold(
            job,
            library.ask(queries.ListedArticle(self.article_id)),
            library.ask(queries.FoundMetadata(self.article_id)),
        )


@dataclass(frozen=True, slots=True)
class PictureTold(Event):
    """A picture in the article with that digest; without bytes if it is not there any more, or damaged."""

    article: str
    digest: str
    data: bytes


@dataclass(frozen=True, slots=True)
class TellPicture(LibraryQuery):
    """A picture of the article with that digest; answered by `PictureTold`."""

    article: str
    digest: str

    def answers(self, job: int, library: Library) -> Iterator[Event]:
        """The answer."""
        yield PictureTold(job, self.article, self.digest, library.ask(queries.PictureBytes(self.article, self.digest)))

    def failed(self, job: int, message: Message) -> Event:
        """That there is no picture."""
        return PictureTold(job, self.article, self.digest, b"")


@dataclass(frozen=True, slots=True)
class VersionsCompared(Event):
    """What changed from version to version of an article."""

    article_id: int
    versions: "tuple[ChangedVersion, ...]"


@dataclass(frozen=True, slots=True)
class CompareVersions(LibraryQuery):
    """What changed from version to version of an article, of those that were read; answered by `VersionsCompared`."""

    article_id: int

    def answers(self, job: int, library: Library) -> Iterator[Event]:
        """The answer."""
        from briefing.service.version_changes import known_changes

        yield VersionsCompared(job, self.article_id, tuple(known_changes(library, self.article_id)))
