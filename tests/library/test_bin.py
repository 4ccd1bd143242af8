"""What was deleted waits thirty days in the bin, and goes for good only then or when the reader empties it."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import apsw
import pytest
from library_samples import FERRY, FERRY_LATER, NOW, analysis, keep, note

from briefing.library import (
    AddAnnotation,
    AddCollection,
    AddSavedSearch,
    FileArticles,
    KeepBrief,
    Library,
    LibraryFailure,
    RemoveAnnotation,
    RemoveArticle,
    RemoveBrief,
    RemoveCollection,
    RemoveSavedSearch,
    RestoreAnnotation,
    RestoreBrief,
    RestoreCollection,
    RestoreSavedSearch,
    Several,
    TagArticles,
    open_library,
    queries,
)
from briefing.library.restorations import restorations
from briefing.library.sqlite import sql_functions
from briefing.model import BinnedKind, Collection, SavedSearch, Shelf, ShelfKind, StoredBrief

LONG_AGO = (datetime.now(UTC) - timedelta(days=31)).isoformat(timespec="microseconds")
LATELY = (datetime.now(UTC) - timedelta(days=29)).isoformat(timespec="microseconds")


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """A library with one of everything."""
    library = open_library(tmp_path)
    kept = keep(library)
    library.keep_analysis(kept.id, analysis())
    for act in (
        AddAnnotation(kept.id, note()),
        AddCollection(Collection("k1", "Harbour")),
        AddCollection(Collection("k2", "Ferries", "k1")),
        FileArticles((kept.id,), "k2"),
        TagArticles((kept.id,), ("boats",)),
        AddSavedSearch(SavedSearch("s1", "Denials", "status:disputed")),
        KeepBrief(StoredBrief("b1", "The ferry", NOW)),
    ):
        library.perform(act)
    return library


def test_what_is_deleted_lies_in_the_bin_the_last_first(library: Library) -> None:
    for act in (RemoveAnnotation(1, note().id), RemoveBrief("b1"), RemoveSavedSearch("s1"), RemoveArticle(1)):
        library.perform(act)
    assert [(each.kind, each.title) for each in library.ask(queries.Bin())] == [
        (BinnedKind.ARTICLE, "The ferry"),
        (BinnedKind.SAVED_SEARCH, "Denials"),
        (BinnedKind.BRIEF, "The ferry"),
        (BinnedKind.ANNOTATION, "Says who?"),
    ]
    assert (library.ask(queries.Briefs()), library.ask(queries.SavedSearches()), library.ask(queries.Articles())) == (
        (),
        (),
        [],
    )


def test_a_deleted_note_is_not_found_any_more_and_comes_back_whole(library: Library) -> None:
    library.perform(RemoveAnnotation(1, note().id))
    assert (
        library.ask(queries.AnnotationsOn(1)),
        library.ask(queries.ListedArticle(1)).annotations,
        library.ask(queries.Search("in:notes says")).total,
    ) == ([], 0, 0)
    library.perform(RestoreAnnotation(1, note().id))
    assert (library.ask(queries.AnnotationsOn(1)), library.ask(queries.ListedArticle(1)).annotations) == ([note()], 1)
    assert library.ask(queries.Search("in:notes says")).total == 1


def test_a_deleted_collection_takes_those_below_it_along_and_brings_them_back(library: Library) -> None:
    library.perform(RemoveCollection("k1"))
    assert library.ask(queries.Collections()) == ()
    assert library.ask(queries.ArticleCount(Shelf(ShelfKind.INBOX))) == 1
    library.perform(RestoreCollection("k1"))
    assert [(found.name, found.articles) for found in library.ask(queries.Collections())] == [
        ("Ferries", 1),
        ("Harbour", 0),
    ]
    assert library.ask(queries.ArticleCount(Shelf(ShelfKind.INBOX))) == 0


def test_a_collection_taken_out_of_the_bin_without_its_parent_stands_at_the_top(library: Library) -> None:
    library.perform(RemoveCollection("k2"))
    library.perform(RemoveCollection("k1"))
    library.perform(RestoreCollection("k2"))
    assert library.ask(queries.Collections()) == (Collection("k2", "Ferries", None, 1),)
    library.empty_bin()
    assert library.ask(queries.Collections()) == (Collection("k2", "Ferries", None, 1),)


def test_all_that_lies_in_the_bin_is_taken_out_and_that_is_undone(library: Library) -> None:
    def state() -> tuple[object, ...]:
        notes = library.ask(queries.AnnotationsOn(1))
        return (
            library.ask(queries.Articles()),
            notes,
            library.ask(queries.Collections()),
            library.ask(queries.SavedSearches()),
            library.ask(queries.Briefs()),
        )

    before = state()
    for act in (RemoveAnnotation(1, note().id), RemoveBrief("b1"), RemoveSavedSearch("s1"), RemoveArticle(1)):
        library.perform(act)
    library.perform(RemoveCollection("k1"))
    lying = library.ask(queries.Bin())
    assert [each.kind for each in lying] == [
        BinnedKind.COLLECTION,
        BinnedKind.ARTICLE,
        BinnedKind.SAVED_SEARCH,
        BinnedKind.BRIEF,
        BinnedKind.ANNOTATION,
    ]
    done = library.perform(Several(restorations(lying, lying)))
    assert (state(), library.ask(queries.Bin())) == (before, [])
    library.perform(done.inverse)
    assert library.ask(queries.Bin()) == lying


def test_a_collection_that_went_into_the_bin_with_another_is_not_listed_beside_it(library: Library) -> None:
    library.perform(RemoveCollection("k1"))
    assert [each.title for each in library.ask(queries.Bin())] == ["Harbour"]
    library.perform(RestoreCollection("k1"))
    library.perform(RemoveCollection("k2"))
    library.perform(RemoveCollection("k1"))
    assert [each.title for each in library.ask(queries.Bin())] == ["Harbour", "Ferries"]


def test_a_note_is_taken_out_with_its_article(library: Library) -> None:
    library.perform(RemoveAnnotation(1, note().id))
    library.perform(RemoveArticle(1))
    lying = library.ask(queries.Bin())
    library.perform(Several(restorations(lying[1:], lying)))
    assert library.ask(queries.Bin()) == []
    assert [each.note for each in library.ask(queries.AnnotationsOn(1))] == ["Says who?"]


def test_after_thirty_days_it_goes_when_the_library_is_opened(library: Library, tmp_path: Path) -> None:
    later = keep(library, FERRY_LATER)
    library.perform(RemoveArticle(1, LONG_AGO))
    library.perform(RemoveArticle(later.id, LATELY))
    library.perform(RemoveSavedSearch("s1", LONG_AGO))
    digest = library.ask(queries.ListedArticle(1)).origin.digest
    library.close()
    library = open_library(tmp_path)
    assert [(each.kind, each.id) for each in library.ask(queries.Bin())] == [(BinnedKind.ARTICLE, str(later.id))]
    with pytest.raises(LibraryFailure):
        library.ask(queries.WholeArticle(1))
    with pytest.raises(LibraryFailure):
        library.ask(queries.OriginalBytes(digest))
    assert library.ask(queries.OriginalBytes(later.origin.digest)) == FERRY_LATER.encode()


def test_what_a_wrong_clock_threw_away_long_ago_is_not_overdue(library: Library, tmp_path: Path) -> None:
    library.perform(RemoveArticle(1, "1970-01-01T00:00:09.000000+00:00"))
    library.close()
    library = open_library(tmp_path)
    assert [each.kind for each in library.ask(queries.Bin())] == [BinnedKind.ARTICLE]
    library.empty_bin()
    assert library.ask(queries.Bin()) == []


def test_the_emptied_bin_leaves_no_row_behind(library: Library, tmp_path: Path) -> None:
    for act in (RemoveArticle(1), RemoveCollection("k1"), RemoveSavedSearch("s1"), RemoveBrief("b1")):
        library.perform(act)
    library.empty_bin()
    connection = apsw.Connection(str(tmp_path / "library.sqlite"))
    for table in ("article", "body", "analysis", "actor", "actor_name", "claim", "annotation", "likeness", "filed",
                  "article_tag", "collection", "saved_search", "brief"):  # fmt: skip
        assert connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,), table
    assert list(connection.execute("SELECT * FROM tally WHERE number <> 0")) == []
    sql_functions.offer(connection)
    connection.execute("INSERT INTO article_words (article_words, rank) VALUES ('integrity-check', 1)")
    assert library.ask(queries.Search("ferry")).total == 0


def test_emptying_the_bin_takes_no_original_of_what_is_kept(tmp_path: Path) -> None:
    library = open_library(tmp_path)
    keep(library, FERRY, address="https://a.example")
    keep(library, FERRY_LATER, address="https://a.example")
    library.empty_bin()
    assert library.ask(queries.OriginalBytes(library.ask(queries.ListedArticle(1)).origin.digest)).startswith(
        FERRY.encode()
    )


def test_only_what_was_listed_is_deleted_for_good_with_all_that_went_there_with_it(tmp_path: Path) -> None:
    library, other = open_library(tmp_path), open_library(tmp_path)
    older = keep(library, address="https://example.org/ferry")
    newer = keep(library, FERRY_LATER, address="https://example.org/ferry")
    library.perform(AddAnnotation(newer.id, note(text=FERRY_LATER)))
    for act in (
        AddCollection(Collection("k1", "Harbour")),
        AddCollection(Collection("k2", "Ferries", "k1")),
        AddSavedSearch(SavedSearch("s1", "Denials", "status:disputed")),
        KeepBrief(StoredBrief("b1", "The ferry", NOW)),
        KeepBrief(StoredBrief("b2", "The bridge", NOW)),
        RemoveArticle(newer.id),
        RemoveCollection("k1"),
        RemoveSavedSearch("s1"),
        RemoveBrief("b1"),
    ):
        library.perform(act)
    shown = library.ask(queries.Bin())
    other.perform(RestoreSavedSearch("s1"))
    other.perform(RemoveSavedSearch("s1"))  # since another moment than that which was shown
    other.perform(RestoreBrief("b1"))
    other.perform(RemoveBrief("b2"))
    library.empty_bin(shown)
    assert [one.title for one in library.ask(queries.Bin())] == ["The bridge", "Denials"]
    assert [one.title for one in library.ask(queries.Briefs())] == ["The ferry"]
    assert not library.ask(queries.IsKnown(BinnedKind.COLLECTION, "k2"))
    assert not library.ask(queries.IsKnown(BinnedKind.ANNOTATION, note().id))
    assert not library.ask(queries.IsKnown(BinnedKind.ARTICLE, older.origin.digest))
    library.empty_bin()
    assert library.ask(queries.Bin()) == []
