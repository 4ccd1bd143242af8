"""A desk's library does what one of a single reader does: the same acts, the same answers, the same failures."""

import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from library_samples import FERRY, FERRY_LATER, NOW, analysis, article, keep, note, span

from briefing.library import (
    AddAnnotation,
    AddCollection,
    AddSavedSearch,
    ChangeAnnotation,
    ChangeMetadata,
    ChangeSavedSearch,
    FileArticles,
    GiveStoryWord,
    Judge,
    JudgeActors,
    KeepBrief,
    Library,
    LibraryFailure,
    MoveCollection,
    Operation,
    RemoveAnnotation,
    RemoveArticle,
    RemoveBrief,
    RemoveCollection,
    RemoveSavedSearch,
    RenameCollection,
    RestoreAnnotation,
    RestoreArticle,
    RestoreBrief,
    RestoreCollection,
    RestoreSavedSearch,
    SetReadingState,
    Several,
    TagArticles,
    UnfileArticles,
    Unmake,
    UntagArticles,
    WithdrawActors,
    WithdrawJudgement,
    WithdrawStoryWord,
    open_library,
    queries,
)
from briefing.library.kept_statements import VECTOR_SIZE, VERSION, KeptStatements
from briefing.library.queries import Query
from briefing.model import (
    ActorJudgement,
    ActorVerdict,
    Analysis,
    AnnotationFilter,
    BinnedKind,
    BriefLine,
    BriefSection,
    Collection,
    Judgement,
    LineKind,
    Metadata,
    ReadingState,
    SavedSearch,
    Shelf,
    ShelfKind,
    Sort,
    Status,
    StoredBrief,
    anchor,
)
from briefing.model.story_terms import packed_terms
from briefing.model.story_word import StoryVerdict, StoryWord

PLACES = [anchor(FERRY, span("The ferry")), anchor(FERRY, span("sail on Monday"))]
BRIDGE = " ".join(f"The bridge over the river was closed for the {number}th time." for number in range(9))

# Articles 1 and 2 are two versions of one, 3 is another, 4 says nearly what 3 does.
here = st.sampled_from([1, 2, 3, 4, 5])
some = st.lists(here, max_size=3).map(tuple)
notes = st.builds(
    note, st.sampled_from([1, 2]), st.sampled_from(["The ferry", "said"]), st.sampled_from(["", "Why?", "\0 😀"])
)
note_ids = st.sampled_from([note(1).id, note(2).id])
verdicts = st.builds(
    Judgement,
    st.sampled_from(PLACES),
    st.just(NOW),
    st.just(NOW),
    status=st.sampled_from([None, Status.CONFIRMED]),
    dismissed=st.booleans(),
)
tags = st.lists(st.sampled_from(["water", "Water", "boats", " "]), max_size=2).map(tuple)
names = st.sampled_from(["Harbour", "Ferries", ""])
shelves = st.sampled_from(["k1", "k2", "k3"])
above = st.none() | shelves
searches = st.builds(SavedSearch, st.sampled_from(["s1", "s2"]), names, st.sampled_from(["ferry", "who:quill"]))
words = st.builds(
    ActorJudgement,
    st.sampled_from(["w1", "w2"]),
    st.sampled_from(ActorVerdict),
    st.sampled_from(["Quill", ""]),
    st.sampled_from([("Ada Quill", "Port Authority"), ("Captain Ada Quill",)]),
    st.just(NOW),
)
lines = st.lists(
    st.builds(
        BriefLine, st.sampled_from(["l1", "l2"]), st.sampled_from(LineKind), here, st.sampled_from(PLACES), note_ids
    ),
    max_size=2,
).map(tuple)
briefs = st.builds(
    StoredBrief, st.just("b1"), names, st.just(NOW), sections=st.tuples(st.builds(BriefSection, names, lines))
)
sayings = st.builds(
    StoryWord,
    st.sampled_from(["y1", "y2"]),
    st.sampled_from(StoryVerdict),
    st.just((article().digest,)),
    name=names,
    created=st.just(NOW),
)
details = st.builds(Metadata, st.none() | names, outlet=st.none() | st.sampled_from(["The Harbour Post", "Reuters"]))

single: st.SearchStrategy[Operation] = st.one_of(
    st.builds(AddAnnotation, here, notes),
    st.builds(ChangeAnnotation, here, notes, st.none() | notes),
    st.builds(RemoveAnnotation, here, note_ids),
    st.builds(RestoreAnnotation, here, note_ids),
    st.builds(Judge, here, verdicts),
    st.builds(WithdrawJudgement, here, st.sampled_from(PLACES)),
    st.builds(RemoveArticle, here),
    st.builds(RestoreArticle, here),
    st.builds(SetReadingState, some, st.sampled_from(ReadingState)),
    st.builds(ChangeMetadata, here, details),
    st.builds(TagArticles, some, tags),
    st.builds(AddCollection, st.builds(Collection, shelves, names, above)),
    st.builds(RenameCollection, shelves, names),
    st.builds(MoveCollection, shelves, above),
    st.builds(RemoveCollection, shelves),
    st.builds(RestoreCollection, shelves),
    st.builds(FileArticles, some, shelves),
    st.builds(UnfileArticles, some, shelves),
    st.builds(KeepBrief, briefs),
    st.builds(RemoveBrief, st.just("b1")),
    st.builds(RestoreBrief, st.just("b1")),
    st.builds(JudgeActors, here, words),
    st.builds(WithdrawActors, here, st.sampled_from(["w1", "w2"])),
    st.builds(GiveStoryWord, sayings),
    st.builds(WithdrawStoryWord, st.sampled_from(["y1", "y2"])),
    st.builds(AddSavedSearch, searches),
    st.builds(ChangeSavedSearch, searches),
    st.builds(RemoveSavedSearch, st.sampled_from(["s1", "s2"])),
    st.builds(RestoreSavedSearch, st.sampled_from(["s1", "s2"])),
    st.builds(UntagArticles, some, tags),
)
acts = st.lists(single | st.builds(Several, st.lists(single, max_size=3).map(tuple)), max_size=6)

MOMENT = re.compile(r"'20\d\d-[^']*\+00:00'|datetime\.datetime\((?!2026, 5, 1, 12)[^()]*(\([^()]*\))?[^()]*\)")


def asked() -> Iterator[Query[Any]]:
    """All that can be asked of a desk's library."""
    for kind in (ShelfKind.ALL, ShelfKind.INBOX, ShelfKind.UNREAD, ShelfKind.RECENT, ShelfKind.BIN):
        yield queries.ArticleCount(Shelf(kind))
        for sort in Sort:
            yield queries.Articles(Shelf(kind), sort)
    yield queries.Articles(Shelf(ShelfKind.TAG, "WATER"))
    yield queries.Articles(Shelf(), Sort.TITLE, True, 1, 2)
    yield from (queries.Tags(), queries.Bin(), queries.AddressesKept(("https://example.org/ferry", "https://no.org")))
    for kind, name in (
        (BinnedKind.ANNOTATION, note(1).id),
        (BinnedKind.COLLECTION, "k1"),
        (BinnedKind.SAVED_SEARCH, "s1"),
    ):
        yield queries.IsKnown(kind, name)
    yield from (queries.Briefs(), queries.BriefOf("b1"), queries.StoryWords(), queries.ActorJudgementAnywhere("w1"))
    yield queries.NumbersOf((article().digest, "0" * 64))
    yield from (queries.Collections(), queries.SavedSearches(), queries.SavedSearchAnywhere("s1"))
    yield from (query for name in ("k1", "k2") for query in _about(Shelf(ShelfKind.COLLECTION, name)))
    for number in (1, 2, 3, 4, 5):
        yield queries.ListedArticle(number)
        yield queries.WholeArticle(number)
        yield queries.FoundMetadata(number)
        yield queries.Versions(number)
        yield queries.Duplicates(number)
        yield queries.NewestAnalysis(number)
        yield queries.AnnotationsOn(number)
        yield queries.JudgementsOn(number)
        yield queries.NewestVersion(number)
        yield queries.CollectionsOf(number)
        yield queries.ActorJudgementsOn(number)
        yield queries.StoryOf(number)
    for number in (1, 2):
        yield queries.AnnotationAnywhere(note(number).id)
    yield from _across_articles()


def _across_articles() -> Iterator[Query[Any]]:
    for wanted in (
        AnnotationFilter(claims=True),
        AnnotationFilter(words="says WHO", claims=True),
        AnnotationFilter(tag="WATER"),
        AnnotationFilter(colour=1),
        AnnotationFilter(article_id=1, notes_only=True),
        AnnotationFilter(collection_id="k2"),
        AnnotationFilter(orphans_only=True),
        AnnotationFilter(since=NOW),
    ):
        yield queries.AnnotationList(wanted)
        yield queries.AnnotationCount(wanted)
    yield queries.AnnotationList(AnnotationFilter(), 1, 1)
    for beginning in ("", "qui", "Captain", "100%"):
        yield queries.Actors(beginning)
    for name in ("ada quill", "Quill", "Port Authority", "Harbour officials"):
        yield queries.Appearances(name)
        yield queries.ClaimsBy(name)
    yield queries.Appearances("Ada Quill", 1, 1)
    yield queries.ClaimsLike("The ferry will sail on Monday, Captain Ada Quill said")
    yield from (queries.AnalysedAfter(0, 10), queries.AnalysedAfter(0, 1, 1, 2), queries.WithoutStatements(VERSION))
    yield from (queries.Stories(1, 0, 10), queries.Stories(2, 0, -1), queries.WithoutStory(), queries.Gists())
    yield from (queries.Gists(1), queries.PlacedCount(), queries.WithoutStatements(VERSION, (1, 2)))
    yield from (queries.StoryArticles(1), queries.StoryTold(1), queries.TermCounts((3, 4, 5, 6)))
    yield from (queries.Statements((1, 2, 3)), queries.Sketches((1, 2, 3)))


def _about(shelf: Shelf) -> Iterator[Query[Any]]:
    yield queries.ArticleCount(shelf)
    yield queries.Articles(shelf)
    yield queries.Articles(shelf, Sort.WORDS)


def answer(library: Library, query: Query[Any]) -> str:
    try:
        return MOMENT.sub("moment", repr(library.ask(query)))
    except LibraryFailure as failure:
        return failure.message.code


def _different(own: Library, shared: Library) -> list[tuple[str, str, str]]:
    """The first question that both answer in two ways, with both answers."""
    told = ((repr(query), answer(own, query), answer(shared, query)) for query in asked())
    return [one for one in told if one[1] != one[2]][:1]


def fill(library: Library) -> None:
    first = keep(library, address="https://example.org/ferry")
    library.keep_analysis(first.id, analysis())
    library.perform(ChangeMetadata(first.id, Metadata(byline="Ada Quill")))
    keep(library, FERRY_LATER, address="https://example.org/ferry", title="The Ferry, later")
    library.keep_analysis(
        keep(library, BRIDGE, title="\0 A bridge", outlet="the Courier").id, Analysis("test 1", "en", (), ())
    )
    keep(library, BRIDGE.replace("8th", "last"), title="“A bridge”", published="")
    library.perform(AddCollection(Collection("k1", "harbour")))
    library.perform(AddCollection(Collection("k2", "Ferries", "k1")))
    library.perform(FileArticles((1, 3), "k2"))
    library.perform(AddSavedSearch(SavedSearch("s1", "Ferries", "ferry")))
    for number, terms in ((2, (3, 4)), (3, (4, 5))):
        library.keep_statements(
            number,
            KeptStatements(
                VERSION, bytes(VECTOR_SIZE), packed_terms(dict.fromkeys(terms, 1)), b"passages", b"reading", b"vectors"
            ),
        )
        library.place_in_story(number, 1)
    library.keep_story_told(1, b"told")
    library.mark_opened(3)
    library.keep_place(3, 10_000)


@pytest.fixture
def shared(desk: str) -> Iterator[Library]:
    library = open_library(desk)
    yield library
    library.close()


def emptied(address: str) -> None:
    import psycopg

    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(
            "TRUNCATE article, original, collection, saved_search, brief, story_word, story_term, story_told "
            "RESTART IDENTITY CASCADE"
        )


EVERYTHING: list[Operation] = [
    AddAnnotation(1, note(1)),
    ChangeAnnotation(1, note(1, note="She says."), note(1)),
    RemoveAnnotation(2, note(1).id),
    RestoreAnnotation(2, note(1).id),
    Judge(2, Judgement(anchor(FERRY_LATER, span("The ferry", FERRY_LATER)), NOW, NOW, Status.CONFIRMED)),
    WithdrawJudgement(2, anchor(FERRY_LATER, span("The ferry", FERRY_LATER))),
    RemoveArticle(2),
    RestoreArticle(2),
    SetReadingState((2, 3, 4), ReadingState.READ),
    ChangeMetadata(2, Metadata(title="Ferries", outlet="Reuters")),
    TagArticles((1, 3), ("water", "boats")),
    UntagArticles((2,), ("WATER",)),
    AddCollection(Collection("k3", "Boats", "k2")),
    RenameCollection("k3", "Ships"),
    MoveCollection("k3", "k1"),
    FileArticles((2, 4), "k3"),
    UnfileArticles((4,), "k3"),
    RemoveCollection("k1"),
    RestoreCollection("k1"),
    AddSavedSearch(SavedSearch("s2", "Boats", "boat")),
    ChangeSavedSearch(SavedSearch("s2", "Ships", "ship")),
    RemoveSavedSearch("s2"),
    RestoreSavedSearch("s2"),
    KeepBrief(StoredBrief("b1", "Monday", NOW)),
    RemoveBrief("b1"),
    RestoreBrief("b1"),
    JudgeActors(1, ActorJudgement("w1", ActorVerdict.SAME, "Quill", ("Ada Quill",), NOW)),
    WithdrawActors(1, "w1"),
    GiveStoryWord(StoryWord("y1", StoryVerdict.NAME, (article().digest,), name="Ferries", created=NOW)),
    WithdrawStoryWord("y1"),
]
"""One of each, and each can be done."""


def test_all_that_can_be_done_is_done_by_both_and_undone(desk: str, shared: Library) -> None:
    assert {type(act) for act in EVERYTHING} | {Several, Unmake} == set(get_args(Operation))
    assert not any(
        isinstance(told, str) for both in _done_by_both(desk, shared, EVERYTHING, each=True) for told in both
    )


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=acts)
def test_the_same_acts_have_the_same_answers_and_are_undone_alike(
    desk: str, shared: Library, acts: list[Operation]
) -> None:
    _done_by_both(desk, shared, acts)


def _done_by_both(desk: str, shared: Library, acts: list[Operation], each: bool = False) -> list[list[Any]]:
    """What both tell of these acts, which are undone then; both have to answer alike, with `each` after each act."""
    emptied(desk)
    with tempfile.TemporaryDirectory() as folder:
        own = open_library(Path(folder))
        both = (own, shared)
        for library in both:
            fill(library)
        assert _different(own, shared) == []
        done = []
        for act in acts:
            told = [performed(library, act) for library in both]
            assert MOMENT.sub("moment", repr(told[0])) == MOMENT.sub("moment", repr(told[1]))
            done.append(told)
            assert not each or _different(own, shared) == [], act
        assert _different(own, shared) == []
        for told in reversed(done):
            for library, one in zip(both, told, strict=True):
                if not isinstance(one, str):
                    library.perform(one.inverse)
        assert _different(own, shared) == []
        own.close()
        return done


def performed(library: Library, act: Operation) -> Any:
    try:
        return library.perform(act)
    except LibraryFailure as failure:
        return failure.message.code
