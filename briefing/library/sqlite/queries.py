"""What can be asked of a library; nothing here changes it."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

import apsw

from briefing.library import kept_statements
from briefing.library.originals import Originals
from briefing.library.paths import ORIGINALS, PICTURES
from briefing.library.picture_store import Pictures
from briefing.library.search_result import SearchCounts, SearchResult
from briefing.library.sqlite import (
    actor_index,
    actor_judgements,
    annotation_list,
    annotations,
    article_lists,
    articles,
    brief_changes,
    briefs,
    collections,
    erasure,
    metadata,
    saved_searches,
    similar_claims,
    stored_findings,
    story_members,
    story_words,
    tags,
    trash,
    versions,
)
from briefing.library.sqlite.leniency import damaged_value, question
from briefing.library.sqlite.search import counts, search
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
from briefing.model.message import Message
from briefing.model.story_word import StoryWord


class Views:
    """The questions; every one of them raises `LibraryFailure` if the library cannot be read.

    Attributes:
        damage: what the reader is to know once something that was asked could be read only in part, or None.
    """

    damage: Message | None = None

    def __init__(self, folder: Path, connection: apsw.Connection) -> None:
        self._folder = folder
        self._connection = connection
        self._originals = Originals(folder / ORIGINALS)
        self._pictures = Pictures(folder / PICTURES)
        self._seen = int(connection.pragma("data_version"))

    @question
    def articles(
        self,
        shelf: Shelf = Shelf(),  # noqa: B008 frozen
        sort: Sort = Sort.ADDED,
        falling: bool | None = None,
        first: int = 0,
        count: int | None = None,
    ) -> list[KeptArticle]:
        """`count` articles of a shelf from number `first` on; a page costs the same in a large library.

        Args:
            shelf: which articles; all that are not in the bin, if not said.
            sort: by what; newest first, if not said.
            falling: from high to low or not; None is what is usual for `sort` (dates fall, names rise).
            first: how many to leave out.
            count: how many to give; None gives all.
        """
        try:
            return article_lists.listed(self._connection, shelf, sort, falling, first, count)
        except apsw.CorruptError:
            if shelf != Shelf():
                raise
            self.damage = damaged_value(self._folder)
            return article_lists.readable(self._connection)[first : None if count is None else first + count]

    @question
    def count(self, shelf: Shelf = Shelf()) -> int:  # noqa: B008 frozen
        """How many articles lie on a shelf."""
        return article_lists.number_on(self._connection, shelf)

    @question
    def search(self, typed: str, first: int = 0, count: int = 50) -> SearchResult:
        """`count` articles from number `first` on that fit what the reader typed, best first; see `query`."""
        return search(self._connection, typed, first, count)

    @question
    def search_counts(self, typed: str) -> SearchCounts:
        """In how many articles the words that were typed stand in texts, claims, notes and names of actors."""
        return counts(self._connection, typed)

    @question
    def find(self, digest: str) -> KeptArticle | None:
        """The article that was read from the bytes with this digest, or None."""
        found = articles.find(self._connection, digest)
        return None if found is None else article_lists.kept(self._connection, found)

    @question
    def addresses_kept(self, addresses: Iterable[str]) -> frozenset[str]:
        """Those of the web addresses from which an article is kept and does not lie in the bin."""
        rows = self._connection.execute(
            "SELECT value FROM json_each(?) WHERE EXISTS (SELECT 1 FROM article "
            "WHERE address = value AND address <> '' AND removed IS NULL)",
            (json.dumps(list(addresses)),),
        )
        return frozenset(str(row[0]) for row in rows)

    @question
    def kept(self, article_id: int) -> KeptArticle:
        """What the list shows of one article.

        Raises:
            LibraryFailure: if there is none with this number.
        """
        return article_lists.kept(self._connection, article_id)

    @question
    def article(self, article_id: int) -> Article:
        """A whole article.

        Raises:
            LibraryFailure: if there is none with this number.
        """
        return articles.read(self._connection, article_id)

    def original(self, digest: str) -> bytes:
        """The bytes an article was read from.

        Raises:
            LibraryFailure: if they are not there any more, or damaged.
        """
        return self._originals.read(digest)

    def picture(self, article: str, digest: str) -> bytes:
        """A picture in the article with that digest; empty if it is not there any more, or damaged."""
        return self._pictures.read(article, digest)

    @question
    def found_metadata(self, article_id: int) -> Metadata:
        """Title, byline, outlet, dates, address and language as they were found, before the reader corrected them."""
        return metadata.found(self._connection, article_id)

    @question
    def versions(self, article_id: int) -> list[KeptArticle]:
        """All versions of an article, the first one first; the article alone if it has no other."""
        return article_lists.versions(self._connection, article_id)

    @question
    def duplicates(self, article_id: int) -> list[KeptArticle]:
        """The other articles with the same or nearly the same words, oldest first."""
        return article_lists.duplicates(self._connection, article_id)

    @question
    def analysis(self, article_id: int) -> Analysis | None:
        """The newest analysis of an article as the machine made it, or None."""
        return stored_findings.read(self._connection, article_id)

    @question
    def annotations(self, article_id: int) -> list[Annotation]:
        """The reader's annotations on an article, placed in the text of this version, in text order."""
        text = articles.text_of(self._connection, article_id)
        return annotations.annotations(self._connection, article_id, text)

    @question
    def annotation_anywhere(self, annotation_id: str) -> Annotation | None:
        """The annotation of that identity on whatever article, be it in the bin, as it was kept; None if nowhere."""
        known = annotations.stored(self._connection, annotation_id)
        return known[0] if known else None

    @question
    def knows(self, kind: BinnedKind, name: str) -> bool:
        """Whether something is in the library, be it in the bin: an article by its digest, all else by its identity."""
        return erasure.is_there(self._connection, kind, name)

    @question
    def actor_judgement_anywhere(self, judgement_id: str) -> ActorJudgement | None:
        """The reader's word on actors of that identity, on whatever article; None if there is none."""
        return actor_judgements.anywhere(self._connection, judgement_id)

    @question
    def all_annotations(
        self,
        wanted: AnnotationFilter = AnnotationFilter(),  # noqa: B008 frozen
        first: int = 0,
        count: int | None = None,
    ) -> list[ListedAnnotation]:
        """`count` annotations of the whole library from number `first` on, the last changed first."""
        return annotation_list.listed(self._connection, wanted, first, count)

    @question
    def count_annotations(self, wanted: AnnotationFilter = AnnotationFilter()) -> int:  # noqa: B008 frozen
        """How many annotations of the whole library are such."""
        return annotation_list.number(self._connection, wanted)

    @question
    def judgements(self, article_id: int) -> list[Judgement]:
        """The reader's judgements on the claims of an article, in text order."""
        return annotations.judgements(self._connection, article_id)

    @question
    def actor_judgements(self, article_id: int) -> tuple[ActorJudgement, ...]:
        """The reader's word on who is who in an article; `with_actor_judgements` applies it to an analysis."""
        return actor_judgements.of_article(self._connection, article_id)

    @question
    def story_words(self) -> tuple[StoryWord, ...]:
        """The reader's word on stories, in the order in which it was given."""
        return story_words.all_words(self._connection)

    @question
    def stories(self, least: int = 2, first: int = 0, count: int = 100) -> list[tuple[int, int]]:
        """Stories of at least so many articles, the one that grew last first: number, and number of articles."""
        return story_members.stories(self._connection, least, first, count)

    @question
    def story_of(self, article_id: int) -> int | None:
        """The number of the story in which an article was placed, or None."""
        return story_members.story_of(self._connection, article_id)

    @question
    def story_articles(self, story_id: int) -> tuple[int, ...]:
        """The articles of a story, in the order in which they came."""
        return story_members.members(self._connection, story_id)

    @question
    def story_told(self, story_id: int) -> bytes | None:
        """What a story tells, if that was worked out since its statements or the reader's word changed."""
        return story_members.told(self._connection, story_id)

    @question
    def statements(self, article_ids: Sequence[int]) -> dict[int, tuple[bytes, bytes]]:
        """What articles say and its vectors, as kept; those of which that is not kept are left out."""
        return story_members.read(self._connection, article_ids)

    @question
    def sketches(self, article_ids: Sequence[int]) -> dict[int, kept_statements.KeptSketch]:
        """By what articles are found and compared with new ones; those of which nothing is kept are left out."""
        return story_members.sketches(self._connection, article_ids)

    @question
    def without_statements(self, made: str) -> tuple[int, ...]:
        """Articles that are analysed, and of which nothing is kept that this version made; the newest first."""
        return story_members.unread(self._connection, made)

    @question
    def without_story(self) -> tuple[int, ...]:
        """Articles that are to be placed in a story, in the order in which they came."""
        return story_members.unplaced(self._connection)

    @question
    def gists(self) -> tuple[list[int], bytes]:
        """The placed articles and what they are about, one after the other."""
        return story_members.gists(self._connection)

    @question
    def term_counts(self, terms: Iterable[int]) -> tuple[int, Mapping[int, int]]:
        """In how many articles there are statements, and in how many of them each of the terms stands."""
        return story_members.rarity(self._connection, terms)

    @question
    def numbers_of(self, digests: Iterable[str]) -> tuple[int, ...]:
        """The newest versions of the articles with these digests; those that are not here are left out."""
        return story_members.numbers_of(self._connection, digests)

    @question
    def actors(self, beginning: str = "", count: int = 50) -> list[KnownActor]:
        """Actors of all articles of whose name a word begins so, those in most articles first."""
        return actor_index.known(self._connection, beginning, count)

    @question
    def appearances(self, name: str, first: int = 0, count: int | None = None) -> list[Appearance]:
        """Where an actor appears under this name or alias, newest article first."""
        return actor_index.appearances(self._connection, name, first, count)

    @question
    def claims_by(self, name: str, first: int = 0, count: int | None = None) -> list[KnownClaim]:
        """What an actor of this name or alias says in any article; the reader's word on sources and status counts."""
        return actor_index.claims_by(self._connection, name, first, count)

    @question
    def claims_like(self, content: str, count: int = 50) -> list[AlikeClaim]:
        """Claims of any article that say much the same as these words, the most alike first: who else said it."""
        return similar_claims.like(self._connection, content, count)

    @question
    def collections(self) -> tuple[Collection, ...]:
        """All collections, by name; `parent` says where each lies."""
        return collections.collections(self._connection)

    @question
    def collections_of(self, article_id: int) -> tuple[str, ...]:
        """The ids of the collections an article lies in."""
        return collections.of_article(self._connection, article_id)

    @question
    def tags(self) -> tuple[Tag, ...]:
        """All tags in use, by name, with how many articles and annotations carry each."""
        return tags.tags(self._connection)

    @question
    def saved_searches(self) -> tuple[SavedSearch, ...]:
        """All saved searches, by name."""
        return saved_searches.saved_searches(self._connection)

    @question
    def saved_search_anywhere(self, search_id: str) -> SavedSearch | None:
        """The saved search of that identity, be it in the bin; None if there is none."""
        return saved_searches.anywhere(self._connection, search_id)

    @question
    def briefs(self) -> tuple[StoredBrief, ...]:
        """All briefs, the last changed first."""
        return briefs.briefs(self._connection)

    @question
    def brief(self, brief_id: str) -> StoredBrief:
        """A brief.

        Raises:
            LibraryFailure: if there is none with this id.
        """
        return briefs.brief(self._connection, brief_id)

    @question
    def newest(self, article_id: int) -> int:
        """The number of the newest version of an article; its own if the library does not know it."""
        return versions.home(self._connection, article_id)

    @question
    def affected_lines(self, brief_id: str) -> tuple[AffectedLine, ...]:
        """The lines of a brief whose sources changed since it was last seen, in its order; see `see_brief`."""
        return brief_changes.affected(self._connection, brief_id)

    @question
    def bin(self) -> list[Binned]:
        """All that lies in the bin, what went there last first; it waits there for thirty days."""
        return trash.listed(self._connection)

    @question
    def changed_elsewhere(self) -> bool:
        """Whether another window or command line has written since this was last asked; own changes do not count."""
        version = int(self._connection.pragma("data_version"))
        changed, self._seen = version != self._seen, version
        return changed

    def overdue(self) -> datetime:
        """What went into the bin before this moment is deleted when the library is opened next."""
        return trash.overdue()
