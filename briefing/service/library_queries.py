"""What is asked of the library and changes nothing: searches, of which only the newest is worth an answer; details."""

import itertools
from collections.abc import Callable

from briefing.library import Library
from briefing.model import AnnotationFilter, Shelf, ShelfKind, Sort
from briefing.model.cross_library import AlikeClaim
from briefing.service.events import (
    ActorRecordTold,
    ActorsTold,
    AnnotationsListed,
    ArticlesFound,
    ArticlesListed,
    BinListed,
    ClaimsTold,
    DetailsTold,
    Event,
    OperationFailed,
    OwnTold,
    PictureTold,
    SearchCounted,
    SearchFailed,
    ShelvesListed,
    StoriesListed,
    StoryTold,
    VersionsCompared,
)
from briefing.service.judgements import judged_analysis

Enqueue = Callable[[int, Callable[[Library], None], Callable[[str], Event]], int]

MOST_STORIES = 500
"""Stories that a list shows."""

PAGE = 100
"""How many articles a search shows."""

COUNTED = (ShelfKind.ALL, ShelfKind.INBOX, ShelfKind.UNREAD, ShelfKind.BIN)
"""Shelves whose number the library keeps and need not count."""


class LibraryQueries:
    """Searches on the library's thread.

    Args:
        numbers: gives numbers of jobs.
        enqueue: has something done with the library.
        tell: gets the answers.
    """

    def __init__(self, numbers: "itertools.count[int]", enqueue: Enqueue, tell: Callable[[Event], None]) -> None:
        self._numbers = numbers
        self._enqueue = enqueue
        self._emit = tell
        self._newest = 0

    def articles(self, shelf: Shelf, sort: Sort, first: int, count: int | None) -> int:
        """List `count` articles of a shelf from number `first` on; answered by `ArticlesListed`."""
        job = next(self._numbers)

        def act(library: Library) -> None:
            found = tuple(library.articles(shelf, sort, None, first, count))
            self._emit(ArticlesListed(job, found, shelf, first, library.count(shelf)))

        return self._enqueue(job, act, lambda sentence: OperationFailed(job, sentence))

    def shelves(self) -> int:
        """Tell how the library is arranged; answered by `ShelvesListed`."""
        job = next(self._numbers)

        def act(library: Library) -> None:
            counts = tuple((kind, library.count(Shelf(kind))) for kind in COUNTED)
            arranged = library.collections(), library.tags(), library.saved_searches()
            self._emit(ShelvesListed(job, counts, *arranged))

        return self._enqueue(job, act, lambda sentence: OperationFailed(job, sentence))

    def annotations(self, wanted: AnnotationFilter, count: int) -> int:
        """List annotations of the whole library; answered by `AnnotationsListed`."""
        job = next(self._numbers)

        def act(library: Library) -> None:
            found = tuple(library.all_annotations(wanted, 0, count))
            orphans = library.count_annotations(AnnotationFilter(orphans_only=True))
            self._emit(AnnotationsListed(job, found, library.count_annotations(wanted), orphans))

        return self._enqueue(job, act, lambda sentence: OperationFailed(job, sentence))

    def bin(self) -> int:
        """List what lies in the bin; answered by `BinListed`."""
        job = next(self._numbers)

        def act(library: Library) -> None:
            self._emit(BinListed(job, tuple(library.bin())))

        return self._enqueue(job, act, lambda sentence: OperationFailed(job, sentence))

    def search(self, typed: str) -> int:
        """Search for what was typed; a search that a newer one overtook before it began is not answered."""
        job = self._newest = next(self._numbers)

        def act(library: Library) -> None:
            if job == self._newest:
                self._emit(ArticlesFound(job, typed, library.search(typed, count=PAGE)))
            if job == self._newest:
                self._emit(SearchCounted(job, typed, library.search_counts(typed)))

        return self._enqueue(job, act, lambda sentence: SearchFailed(job, sentence))

    def claims_like(self, content: str, count: int) -> int:
        """Find claims of any article that say much the same; answered by `ClaimsTold`."""
        job = next(self._numbers)

        def act(library: Library) -> None:
            self._emit(ClaimsTold(job, tuple(library.claims_like(content, count))))

        return self._enqueue(job, act, lambda sentence: OperationFailed(job, sentence))

    def claims_by(self, name: str, count: int) -> int:
        """Find what an actor says in any article; answered by `ClaimsTold`."""
        job = next(self._numbers)

        def act(library: Library) -> None:
            self._emit(ClaimsTold(job, tuple(AlikeClaim(claim, 1.0) for claim in library.claims_by(name, 0, count))))

        return self._enqueue(job, act, lambda sentence: OperationFailed(job, sentence))

    def stories(self) -> int:
        """List the stories of several articles; answered by `StoriesListed`."""
        job = next(self._numbers)

        def act(library: Library) -> None:
            from briefing.service.story_library import listed_stories

            self._emit(StoriesListed(job, tuple(listed_stories(library, count=MOST_STORIES))))

        return self._enqueue(job, act, lambda sentence: OperationFailed(job, sentence))

    def story(self, article_id: int) -> int:
        """Tell the story of an article; answered by `StoryTold`."""
        job = next(self._numbers)

        def act(library: Library) -> None:
            from briefing.service.story_library import told_story

            story_id = library.story_of(article_id)
            if story_id is None:
                self._emit(StoryTold(job, None, None, ()))
                return
            story = told_story(library, story_id)
            self._emit(StoryTold(job, story_id, story, tuple(library.kept(int(key)) for key in story.articles)))

        return self._enqueue(job, act, lambda sentence: OperationFailed(job, sentence))

    def actor_record(self, name: str) -> int:
        """Tell all that an actor says in the library; answered by `ActorRecordTold`."""
        job = next(self._numbers)

        def act(library: Library) -> None:
            from briefing.service.actor_record import actor_record

            record = actor_record(library, name)
            numbers = {one for c in record.contradictions for one in (c.article, c.against_article)}
            titles = {number: library.kept(int(number)).origin.title for number in numbers}
            self._emit(ActorRecordTold(job, record, titles))

        return self._enqueue(job, act, lambda sentence: OperationFailed(job, sentence))

    def compared_versions(self, article_id: int) -> int:
        """Tell what changed from version to version of an article, of those that were read; `VersionsCompared`."""
        job = next(self._numbers)

        def act(library: Library) -> None:
            from briefing.service.version_changes import known_changes

            self._emit(VersionsCompared(job, article_id, tuple(known_changes(library, article_id))))

        return self._enqueue(job, act, lambda sentence: OperationFailed(job, sentence))

    def actors(self, beginning: str, count: int) -> int:
        """Find actors of whose names a word begins so; answered by `ActorsTold`."""
        job = next(self._numbers)

        def act(library: Library) -> None:
            self._emit(ActorsTold(job, beginning, tuple(library.actors(beginning, count))))

        return self._enqueue(job, act, lambda sentence: OperationFailed(job, sentence))

    def own(self, article_id: int) -> int:
        """Tell what the reader wrote on an article and what is found in it; answered by `OwnTold`."""
        job = next(self._numbers)

        def act(library: Library) -> None:
            annotations, judgements = tuple(library.annotations(article_id)), tuple(library.judgements(article_id))
            self._emit(OwnTold(job, article_id, judged_analysis(library, article_id), annotations, judgements))

        return self._enqueue(job, act, lambda sentence: OperationFailed(job, sentence))

    def picture(self, article: str, digest: str) -> int:
        """Tell a picture of the article with that digest; answered by `PictureTold`."""
        job = next(self._numbers)

        def act(library: Library) -> None:
            self._emit(PictureTold(job, article, digest, library.picture(article, digest)))

        return self._enqueue(job, act, lambda _: PictureTold(job, article, digest, b""))

    def details(self, article_id: int) -> int:
        """Tell what is known of an article, and what was found before the reader corrected it."""
        job = next(self._numbers)

        def act(library: Library) -> None:
            self._emit(DetailsTold(job, library.kept(article_id), library.found_metadata(article_id)))

        return self._enqueue(job, act, lambda sentence: OperationFailed(job, sentence))
