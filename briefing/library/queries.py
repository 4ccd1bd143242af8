"""What can be asked of a library, as data: each question is a class, and says of which type its answer is.

Every library answers them by `ask`; see `face`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import Generic, TypeVar

from briefing.library.kept_statements import KeptSketch
from briefing.library.search_result import SearchCounts, SearchResult
from briefing.model import (
    ActorJudgement,
    AffectedLine,
    Analysis,
    Annotation,
    AnnotationFilter,
    Appearance,
    Article,
    Binned,
    BinnedKind,
    Collection,
    Judgement,
    KeptArticle,
    KnownActor,
    KnownClaim,
    ListedAnnotation,
    Metadata,
    SavedSearch,
    Shelf,
    Sort,
    StoredBrief,
    Tag,
)
from briefing.model.cross_library import AlikeClaim
from briefing.model.story_word import StoryWord
from briefing.records import dataclass

A = TypeVar("A", covariant=True)


class Query(Generic[A]):
    """A question that changes nothing, with an answer of type `A`.

    Whoever answers raises `LibraryFailure` if the library cannot be read.
    """

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Articles(Query[list[KeptArticle]]):
    """`count` articles of a shelf from number `first` on; a page costs the same in a large library.

    Attributes:
        shelf: which articles; all that are not in the bin, if not said.
        sort: by what; newest first, if not said.
        falling: from high to low or not; None is what is usual for `sort` (dates fall, names rise).
        first: how many to leave out.
        count: how many to give; None gives all.
    """

    shelf: Shelf = field(default_factory=Shelf)
    sort: Sort = Sort.ADDED
    falling: bool | None = None
    first: int = 0
    count: int | None = None


@dataclass(frozen=True, slots=True)
class ArticleCount(Query[int]):
    """How many articles lie on a shelf."""

    shelf: Shelf = field(default_factory=Shelf)


@dataclass(frozen=True, slots=True)
class Search(Query[SearchResult]):
    """`count` articles from number `first` on that fit what the reader typed, best first; see `search_query`."""

    typed: str
    first: int = 0
    count: int = 50


@dataclass(frozen=True, slots=True)
class SearchTotals(Query[SearchCounts]):
    """In how many articles the words that were typed stand in texts, claims, notes and names of actors."""

    typed: str


@dataclass(frozen=True, slots=True)
class ArticleByDigest(Query[KeptArticle | None]):
    """The article that was read from the bytes with this digest, or None."""

    digest: str


@dataclass(frozen=True, slots=True)
class AddressesKept(Query[frozenset[str]]):
    """Those of the web addresses from which an article is kept and does not lie in the bin."""

    addresses: Sequence[str]


@dataclass(frozen=True, slots=True)
class ListedArticle(Query[KeptArticle]):
    """What the list shows of one article.

    Raises:
        LibraryFailure: if there is none with this number.
    """

    article_id: int


@dataclass(frozen=True, slots=True)
class WholeArticle(Query[Article]):
    """A whole article.

    Raises:
        LibraryFailure: if there is none with this number.
    """

    article_id: int


@dataclass(frozen=True, slots=True)
class OriginalBytes(Query[bytes]):
    """The bytes an article was read from.

    Raises:
        LibraryFailure: if they are not there any more, or damaged.
    """

    digest: str


@dataclass(frozen=True, slots=True)
class PictureBytes(Query[bytes]):
    """A picture in the article with that digest; empty if it is not there any more, or damaged."""

    article: str
    digest: str


@dataclass(frozen=True, slots=True)
class FoundMetadata(Query[Metadata]):
    """Title, byline, outlet, dates, address and language as they were found, before the reader corrected them."""

    article_id: int


@dataclass(frozen=True, slots=True)
class Versions(Query[list[KeptArticle]]):
    """All versions of an article, the first one first; the article alone if it has no other."""

    article_id: int


@dataclass(frozen=True, slots=True)
class Duplicates(Query[list[KeptArticle]]):
    """The other articles with the same or nearly the same words, oldest first."""

    article_id: int


@dataclass(frozen=True, slots=True)
class NewestAnalysis(Query[Analysis | None]):
    """The newest analysis of an article as the machine made it, or None."""

    article_id: int


@dataclass(frozen=True, slots=True)
class AnnotationsOn(Query[list[Annotation]]):
    """The reader's annotations on an article, placed in the text of this version, in text order."""

    article_id: int


@dataclass(frozen=True, slots=True)
class AnnotationAnywhere(Query[Annotation | None]):
    """The annotation of that identity on whatever article, be it in the bin, as it was kept; None if nowhere."""

    annotation_id: str


@dataclass(frozen=True, slots=True)
class IsKnown(Query[bool]):
    """Whether something is in the library, be it in the bin: an article by its digest, all else by its identity."""

    kind: BinnedKind
    name: str


@dataclass(frozen=True, slots=True)
class ActorJudgementAnywhere(Query[ActorJudgement | None]):
    """The reader's word on actors of that identity, on whatever article; None if there is none."""

    judgement_id: str


@dataclass(frozen=True, slots=True)
class AnnotationList(Query[list[ListedAnnotation]]):
    """`count` annotations of the whole library from number `first` on, the last changed first."""

    wanted: AnnotationFilter = field(default_factory=AnnotationFilter)
    first: int = 0
    count: int | None = None


@dataclass(frozen=True, slots=True)
class AnnotationCount(Query[int]):
    """How many annotations of the whole library are such."""

    wanted: AnnotationFilter = field(default_factory=AnnotationFilter)


@dataclass(frozen=True, slots=True)
class JudgementsOn(Query[list[Judgement]]):
    """The reader's judgements on the claims of an article, in text order."""

    article_id: int


@dataclass(frozen=True, slots=True)
class ColleaguesJudgements(Query[tuple[Judgement, ...]]):
    """What colleagues at the desk say of the claims of an article; nothing in a library of the reader's own."""

    article_id: int


@dataclass(frozen=True, slots=True)
class Colleagues(Query[tuple[str, ...]]):
    """Who else wrote something at the desk, by name; nobody in a library of the reader's own."""


@dataclass(frozen=True, slots=True)
class ActorJudgementsOn(Query[tuple[ActorJudgement, ...]]):
    """The reader's word on who is who in an article; `with_actor_judgements` applies it to an analysis."""

    article_id: int


@dataclass(frozen=True, slots=True)
class StoryWords(Query[tuple[StoryWord, ...]]):
    """The reader's word on stories, in the order in which it was given."""


@dataclass(frozen=True, slots=True)
class Stories(Query[list[tuple[int, int]]]):
    """Stories of at least so many articles, the one that grew last first: number, and number of articles."""

    least: int = 2
    first: int = 0
    count: int = 100


@dataclass(frozen=True, slots=True)
class StoryOf(Query[int | None]):
    """The number of the story in which an article was placed, or None."""

    article_id: int


@dataclass(frozen=True, slots=True)
class StoryArticles(Query[tuple[int, ...]]):
    """The articles of a story, in the order in which they came."""

    story_id: int


@dataclass(frozen=True, slots=True)
class StoryTold(Query[bytes | None]):
    """What a story tells, if that was worked out since its statements or the reader's word changed."""

    story_id: int


@dataclass(frozen=True, slots=True)
class Statements(Query[dict[int, tuple[bytes, bytes]]]):
    """What articles say and its vectors, as kept; those of which that is not kept are left out."""

    article_ids: Sequence[int]


@dataclass(frozen=True, slots=True)
class Sketches(Query[dict[int, KeptSketch]]):
    """By what articles are found and compared with new ones; those of which nothing is kept are left out."""

    article_ids: Sequence[int]


@dataclass(frozen=True, slots=True)
class WithoutStatements(Query[tuple[int, ...]]):
    """Articles that are analysed, and of which nothing is kept that this version made; the newest first.

    Attributes:
        made: the version.
        among: only of these; of all, if not said.
    """

    made: str
    among: Sequence[int] | None = None


@dataclass(frozen=True, slots=True)
class AnalysedAfter(Query[tuple[int, ...]]):
    """The next `count` articles behind a number that are shown and analysed, in the order of their numbers.

    Of all articles, those of one part alone, counted from 0, so that several may go through a library side by side.
    """

    number: int
    count: int
    part: int = 0
    parts: int = 1


@dataclass(frozen=True, slots=True)
class WithoutStory(Query[tuple[int, ...]]):
    """Articles that are to be placed in a story, in the order in which they came."""


@dataclass(frozen=True, slots=True)
class Gists(Query[tuple[list[int], bytes]]):
    """The placed articles with higher numbers than `after`, and what they are about, one after the other."""

    after: int = 0


@dataclass(frozen=True, slots=True)
class Nearest(Query[list[tuple[int, float]] | None]):
    """The placed articles that are about the most alike, with their cosines; None where no index tells: see `Gists`.

    Attributes:
        direction: what is looked for, turned as packed vectors are.
        most: how many.
    """

    direction: Sequence[float]
    most: int


@dataclass(frozen=True, slots=True)
class PlacedCount(Query[tuple[int, int]]):
    """How many articles are placed in stories, and how many of the library are not shown: `Gists` changes with both."""


@dataclass(frozen=True, slots=True)
class TermCounts(Query[tuple[int, Mapping[int, int]]]):
    """In how many articles there are statements, and in how many of them each of the terms stands."""

    terms: Sequence[int]


@dataclass(frozen=True, slots=True)
class NumbersOf(Query[tuple[int, ...]]):
    """The newest versions of the articles with these digests; those that are not here are left out."""

    digests: Sequence[str]


@dataclass(frozen=True, slots=True)
class Actors(Query[list[KnownActor]]):
    """Actors of all articles of whose name a word begins so, those in most articles first."""

    beginning: str = ""
    count: int = 50


@dataclass(frozen=True, slots=True)
class Appearances(Query[list[Appearance]]):
    """Where an actor appears under this name or alias, newest article first."""

    name: str
    first: int = 0
    count: int | None = None


@dataclass(frozen=True, slots=True)
class ClaimsBy(Query[list[KnownClaim]]):
    """What an actor of this name or alias says in any article; the reader's word on sources and status counts."""

    name: str
    first: int = 0
    count: int | None = None


@dataclass(frozen=True, slots=True)
class ClaimsLike(Query[list[AlikeClaim]]):
    """Claims of any article that say much the same as these words, the most alike first: who else said it."""

    content: str
    count: int = 50


@dataclass(frozen=True, slots=True)
class Collections(Query[tuple[Collection, ...]]):
    """All collections, by name; `parent` says where each lies."""


@dataclass(frozen=True, slots=True)
class CollectionsOf(Query[tuple[str, ...]]):
    """The ids of the collections an article lies in."""

    article_id: int


@dataclass(frozen=True, slots=True)
class Tags(Query[tuple[Tag, ...]]):
    """All tags in use, by name, with how many articles and annotations carry each."""


@dataclass(frozen=True, slots=True)
class SavedSearches(Query[tuple[SavedSearch, ...]]):
    """All saved searches, by name."""


@dataclass(frozen=True, slots=True)
class SavedSearchAnywhere(Query[SavedSearch | None]):
    """The saved search of that identity, be it in the bin; None if there is none."""

    search_id: str


@dataclass(frozen=True, slots=True)
class Briefs(Query[tuple[StoredBrief, ...]]):
    """All briefs, the last changed first."""


@dataclass(frozen=True, slots=True)
class BriefOf(Query[StoredBrief]):
    """A brief.

    Raises:
        LibraryFailure: if there is none with this id.
    """

    brief_id: str


@dataclass(frozen=True, slots=True)
class NewestVersion(Query[int]):
    """The number of the newest version of an article; its own if the library does not know it."""

    article_id: int


@dataclass(frozen=True, slots=True)
class AffectedLines(Query[tuple[AffectedLine, ...]]):
    """The lines of a brief whose sources changed since it was last seen, in its order; see `see_brief`."""

    brief_id: str


@dataclass(frozen=True, slots=True)
class Bin(Query[list[Binned]]):
    """All that lies in the bin, what went there last first; it waits there for thirty days."""
