"""Any sequence of the reader's acts, undone, gives back the same library, row by row."""

import shutil
import tempfile
from pathlib import Path

import apsw
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from library_samples import FERRY, FERRY_LATER, NOW, analysis, keep, note, span

from briefing.library import (
    AddAnnotation,
    AddCollection,
    AddSavedSearch,
    ChangeAnnotation,
    ChangeMetadata,
    ChangeSavedSearch,
    FileArticles,
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
    UntagArticles,
    WithdrawActors,
    WithdrawJudgement,
    open_library,
)
from briefing.library.sqlite import sql_functions
from briefing.model import (
    ActorJudgement,
    ActorVerdict,
    BriefLine,
    BriefSection,
    Collection,
    Judgement,
    LineKind,
    Metadata,
    ReadingState,
    SavedSearch,
    Status,
    StoredBrief,
    anchor,
)

TABLES = [
    *("article", "annotation", "judgement", "actor_judgement", "actor", "actor_name", "claim"),
    *("collection", "filed", "article_tag", "saved_search", "brief", "tally"),
]
PLACES = [anchor(FERRY, span("The ferry")), anchor(FERRY, span("sail on Monday"))]

# Articles 1 and 2 are two versions of one, 3 is another.
here = st.sampled_from([1, 2, 3])
some = st.lists(here, max_size=3).map(tuple)
notes = st.builds(
    note, st.sampled_from([1, 2]), st.sampled_from(["The ferry", "said"]), st.sampled_from(["", "Why?", "😀"])
)
note_ids = st.sampled_from([note(1).id, note(2).id])
verdicts = st.builds(
    Judgement, st.sampled_from(PLACES), st.just(NOW), st.just(NOW), status=st.sampled_from([None, Status.CONFIRMED])
)
shelves = st.sampled_from(["k1", "k2", "k3"])
above = st.none() | shelves
names = st.sampled_from(["Harbour", "Ferries", ""])
tags = st.lists(st.sampled_from(["water", "Water", "boats"]), max_size=2).map(tuple)
words = st.builds(
    ActorJudgement,
    st.sampled_from(["w1", "w2"]),
    st.sampled_from(ActorVerdict),
    st.sampled_from(["Quill", "Crew"]),
    st.sampled_from([("Ada Quill", "Port Authority"), ("Captain Ada Quill",)]),
    st.just(NOW),
)
searches = st.builds(SavedSearch, st.sampled_from(["s1", "s2"]), names, st.sampled_from(["ferry", "who:quill"]))
lines = st.lists(
    st.builds(
        BriefLine, st.sampled_from(["l1", "l2"]), st.sampled_from(LineKind), here, st.sampled_from(PLACES), note_ids
    )
).map(tuple)
briefs = st.builds(
    StoredBrief, st.just("b1"), names, st.just(NOW), sections=st.tuples(st.builds(BriefSection, names, lines))
)
details = st.builds(Metadata, st.none() | names, outlet=st.none() | st.sampled_from(["The Harbour Post", "Reuters"]))

single: st.SearchStrategy[Operation] = st.one_of(
    st.builds(AddAnnotation, here, notes),
    st.builds(ChangeAnnotation, here, notes),
    st.builds(RemoveAnnotation, here, note_ids),
    st.builds(RestoreAnnotation, here, note_ids),
    st.builds(Judge, here, verdicts),
    st.builds(WithdrawJudgement, here, st.sampled_from(PLACES)),
    st.builds(RemoveArticle, here),
    st.builds(RestoreArticle, here),
    st.builds(AddCollection, st.builds(Collection, shelves, names, above)),
    st.builds(RenameCollection, shelves, names),
    st.builds(MoveCollection, shelves, above),
    st.builds(RemoveCollection, shelves),
    st.builds(RestoreCollection, shelves),
    st.builds(FileArticles, some, shelves),
    st.builds(UnfileArticles, some, shelves),
    st.builds(TagArticles, some, tags),
    st.builds(UntagArticles, some, tags),
    st.builds(SetReadingState, some, st.sampled_from(ReadingState)),
    st.builds(ChangeMetadata, here, details),
    st.builds(JudgeActors, here, words),
    st.builds(WithdrawActors, here, st.sampled_from(["w1", "w2"])),
    st.builds(AddSavedSearch, searches),
    st.builds(ChangeSavedSearch, searches),
    st.builds(RemoveSavedSearch, st.sampled_from(["s1", "s2"])),
    st.builds(RestoreSavedSearch, st.sampled_from(["s1", "s2"])),
    st.builds(KeepBrief, briefs),
    st.builds(RemoveBrief, st.just("b1")),
    st.builds(RestoreBrief, st.just("b1")),
)
operations = single | st.builds(Several, st.tuples(single, single))


def rows(folder: Path) -> list[tuple[object, ...]]:
    connection = apsw.Connection(str(folder / "library.sqlite"))
    found = [
        # A tag that is counted may be written with the capitals of another article that carries it.
        (table, *(value.casefold() if table == "tally" and isinstance(value, str) else value for value in row))
        for table in TABLES
        for row in connection.execute(f"SELECT * FROM {table}")
    ]
    connection.close()
    return sorted(found, key=repr)


def arranged(folder: Path) -> Library:
    """A library with two versions of one article and another, nested collections, and something in the bin."""
    library = open_library(folder)
    for text, address in ((FERRY, "https://a.example/1"), (FERRY_LATER, "https://a.example/1"), (FERRY, "")):
        kept = keep(library, text, address=address)
        library.keep_analysis(kept.id, analysis(text))
    claim = BriefLine("l1", LineKind.CLAIM, 1, PLACES[0])
    for act in (
        AddAnnotation(1, note(1)),
        AddAnnotation(3, note(2)),
        RemoveAnnotation(3, note(2).id),
        AddCollection(Collection("k1", "Harbour")),
        AddCollection(Collection("k2", "Ferries", "k1")),
        AddCollection(Collection("k3", "Old", "k2")),
        FileArticles((2, 3), "k2"),
        FileArticles((3,), "k3"),
        RemoveCollection("k3"),
        AddSavedSearch(SavedSearch("s1", "Ferries", "ferry")),
        RemoveSavedSearch("s1"),
        JudgeActors(1, ActorJudgement("w1", ActorVerdict.SAME, "Quill", ("Ada Quill", "Port Authority"), NOW)),
        KeepBrief(StoredBrief("b1", "Ferries", NOW, sections=(BriefSection("", (claim,)),))),
        Judge(1, Judgement(PLACES[1], NOW, NOW, status=Status.CONFIRMED)),
    ):
        library.perform(act)
    return library


@pytest.fixture(scope="module")
def arranged_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of that library, closed, to be copied: to fill it takes longer than to act on it."""
    folder = tmp_path_factory.mktemp("arranged")
    arranged(folder).close()
    return folder


@settings(max_examples=100, deadline=None)
@given(acts=st.lists(operations, max_size=12))
def test_undone_in_turn_each_step_gives_back_what_was_before_it(arranged_folder: Path, acts: list[Operation]) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place, "library")
        shutil.copytree(arranged_folder, folder)
        library = open_library(folder)
        states, inverses = [rows(folder)], []
        for act in acts:
            try:
                inverses.append(library.perform(act).inverse)
            except LibraryFailure:
                assert rows(folder) == states[-1]
            else:
                states.append(rows(folder))
                assert counted(library, folder)
        for inverse in reversed(inverses):
            states.pop()
            library.perform(inverse)
            assert rows(folder) == states[-1]
        library.close()


def counted(library: Library, folder: Path) -> bool:
    """Whether what is kept of counts is what counting gives, and the index of words fits the texts."""
    connection = apsw.Connection(str(folder / "library.sqlite"))
    sql_functions.offer(connection)
    connection.execute("INSERT INTO article_words (article_words, rank) VALUES ('integrity-check', 1)")
    expected: dict[tuple[str, str], int] = {}
    for shelf, counting in (
        ("all", "SELECT '', count(*) FROM article WHERE shown"),
        ("inbox", "SELECT '', count(*) FROM article WHERE inbox"),
        ("unread", "SELECT '', count(*) FROM article WHERE unread"),
        ("bin", "SELECT '', count(*) FROM article WHERE binned"),
        (
            "collection",
            "SELECT collection.id, coalesce(sum(shown), 0) FROM collection LEFT JOIN filed ON collection_id = "
            "collection.id LEFT JOIN article ON article.id = article_id GROUP BY collection.id",
        ),
        ("tag", "SELECT tag, sum(shown) FROM article_tag JOIN article ON id = article_id GROUP BY tag"),
        (
            "note tag",
            "SELECT value, count(*) FROM annotation, json_each(tags) WHERE removed IS NULL GROUP BY value",
        ),
    ):
        expected |= {(shelf, name.casefold()): number for name, number in connection.execute(counting)}
    kept = {
        (shelf, name.casefold()): number
        for shelf, name, number in connection.execute("SELECT shelf, name, number FROM tally")
    }
    annotated = connection.execute(
        "SELECT count(*) FROM article WHERE annotations <> (SELECT count(*) FROM annotation "
        "WHERE article_id = article.id AND removed IS NULL) OR filings <> (SELECT count(*) FROM filed "
        "JOIN collection ON collection.id = collection_id WHERE article_id = article.id AND collection.removed IS NULL)"
    ).fetchone()
    for word in ("why", "says", "water", "boats", "ferry"):
        found = set(connection.execute("SELECT rowid FROM reader_words WHERE reader_words MATCH ?", (word,)))
        written = connection.execute("SELECT article_id FROM reader_text WHERE instr(lower(notes || tags), ?)", (word,))
        assert found == set(written), word
    connection.close()
    assert kept == expected
    assert annotated == (0,)
    return True
