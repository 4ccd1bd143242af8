"""Shelves, collections, tags and reading state."""

from pathlib import Path
from typing import Any

import apsw
import pytest
from library_samples import FERRY, FERRY_LATER, keep, note

from briefing.library import (
    AddAnnotation,
    AddCollection,
    AddSavedSearch,
    ChangeMetadata,
    ChangeSavedSearch,
    FileArticles,
    Kind,
    Library,
    LibraryFailure,
    MoveCollection,
    RemoveArticle,
    RemoveCollection,
    RenameCollection,
    RestoreCollection,
    SetReadingState,
    Several,
    TagArticles,
    UnfileArticles,
    UntagArticles,
    open_library,
    queries,
)
from briefing.library.sqlite import article_lists
from briefing.model import (
    Collection,
    KeptArticle,
    Metadata,
    ReadingState,
    SavedSearch,
    Shelf,
    ShelfKind,
    Sort,
    Tag,
)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return open_library(tmp_path / "library")


def three(library: Library) -> list[int]:
    """Three articles that differ in all a list can be sorted by."""
    told = [
        ("Bridges open", "Valley Post", "2026-03-01", "One two."),
        ("apples fall", "Harbour Post", "2026-04-01", "One two three."),
        ("Cranes return", "agency", "", "One."),
    ]
    return [keep(library, text, title=t, outlet=o, published=p).id for t, o, p, text in told]


def ids(articles: list[KeptArticle]) -> list[int]:
    return [kept.id for kept in articles]


def titles(articles: list[KeptArticle]) -> list[str]:
    return [kept.origin.title for kept in articles]


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        (Sort.ADDED, [3, 2, 1]),
        (Sort.TITLE, [2, 1, 3]),
        (Sort.OUTLET, [3, 2, 1]),
        (Sort.PUBLISHED, [2, 1, 3]),
        (Sort.WORDS, [2, 1, 3]),
    ],
)
def test_a_shelf_is_sorted_and_turned_round(library: Library, sort: Sort, order: list[int]) -> None:
    three(library)
    falling = sort not in (Sort.TITLE, Sort.OUTLET)
    assert ids(library.ask(queries.Articles(sort=sort))) == order
    assert ids(library.ask(queries.Articles(sort=sort, falling=not falling))) == order[::-1]


def test_titles_are_sorted_without_case_accents_and_quotation_marks(library: Library) -> None:
    for title in ("zebra", "“Bees” return", "Élan", "apples", "Eve", "… and then"):
        keep(library, f"A story of {title}.", title=title)
    library.perform(ChangeMetadata(1, Metadata(title="Cranes")))
    expected = ["… and then", "apples", "“Bees” return", "Cranes", "Élan", "Eve"]
    assert titles(library.ask(queries.Articles(sort=Sort.TITLE))) == expected


def test_pages_of_a_shelf_follow_one_another(library: Library) -> None:
    for number in range(7):
        keep(library, f"Story number {number}.")
    pages = [library.ask(queries.Articles(first=first, count=3)) for first in (0, 3, 6)]
    assert [number for page in pages for number in ids(page)] == ids(library.ask(queries.Articles()))


def test_the_inbox_holds_what_is_neither_filed_nor_read(library: Library) -> None:
    filed, read, left = three(library)
    library.perform(AddCollection(Collection("k", "Work")))
    library.perform(FileArticles((filed,), "k"))
    library.perform(SetReadingState((read,), ReadingState.READ))
    assert ids(library.ask(queries.Articles(Shelf(ShelfKind.INBOX)))) == [left]
    assert library.ask(queries.ArticleCount(Shelf(ShelfKind.INBOX))) == 1
    library.perform(RemoveCollection("k"))
    assert ids(library.ask(queries.Articles(Shelf(ShelfKind.INBOX)))) == [left, filed]


def test_what_was_opened_is_recent_and_no_longer_unread(library: Library) -> None:
    first, second, third = three(library)
    library.mark_opened(second)
    library.mark_opened(first)
    assert ids(library.ask(queries.Articles(Shelf(ShelfKind.RECENT), Sort.OPENED))) == [first, second]
    assert ids(library.ask(queries.Articles(Shelf(ShelfKind.UNREAD)))) == [third]
    assert library.ask(queries.ListedArticle(first)).state is ReadingState.OPENED


def test_the_place_where_the_reader_left_is_kept_within_the_text(library: Library) -> None:
    kept = keep(library)
    library.keep_place(kept.id, 21)
    assert library.ask(queries.ListedArticle(kept.id)).place == 21
    library.keep_place(kept.id, 10**9)
    assert library.ask(queries.ListedArticle(kept.id)).place == len(FERRY)


def test_collections_lie_in_collections_and_count_what_lies_in_them(library: Library) -> None:
    first, second, _ = three(library)
    library.perform(AddCollection(Collection("k1", "Trade")))
    library.perform(AddCollection(Collection("k2", "Rare earths", "k1")))
    filing = library.perform(FileArticles((first, second, first), "k2"))
    assert filing.article_ids == (first, second)
    assert library.ask(queries.Collections()) == (
        Collection("k2", "Rare earths", "k1", 2),
        Collection("k1", "Trade", None, 0),
    )
    assert ids(library.ask(queries.Articles(Shelf(ShelfKind.COLLECTION, "k2")))) == [second, first]
    assert library.ask(queries.CollectionsOf(first)) == ("k2",)
    library.perform(RemoveArticle(first))
    assert library.ask(queries.ArticleCount(Shelf(ShelfKind.COLLECTION, "k2"))) == 1
    library.perform(UnfileArticles((second,), "k2"))
    assert library.ask(queries.Articles(Shelf(ShelfKind.COLLECTION, "k2"))) == []


def test_a_collection_cannot_lie_in_itself_or_below_itself(library: Library) -> None:
    library.perform(AddCollection(Collection("k1", "Trade")))
    library.perform(AddCollection(Collection("k2", "Rare earths", "k1")))
    for parent in ("k1", "k2"):
        with pytest.raises(LibraryFailure, match="cannot lie in itself"):
            library.perform(MoveCollection("k1", parent))
    library.perform(MoveCollection("k2", None))
    assert [found.parent for found in library.ask(queries.Collections())] == [None, None]


def test_moving_what_lies_in_a_binned_collection_can_be_undone(library: Library) -> None:
    library.perform(AddCollection(Collection("k1", "Harbour")))
    library.perform(AddCollection(Collection("k2", "Ferries", "k1")))
    library.perform(RemoveCollection("k1"))
    library.perform(RestoreCollection("k2"))
    moved = library.perform(MoveCollection("k2", None))
    again = library.perform(moved.inverse)
    library.perform(RestoreCollection("k1"))
    assert [(one.id, one.parent) for one in library.ask(queries.Collections())] == [("k2", "k1"), ("k1", None)]
    assert again.inverse == MoveCollection("k2", None)


def test_nothing_is_put_into_a_collection_in_the_bin(library: Library) -> None:
    library.perform(AddCollection(Collection("k1", "Harbour")))
    library.perform(AddCollection(Collection("k2", "Ferries")))
    library.perform(RemoveCollection("k1"))
    with pytest.raises(LibraryFailure, match="lies in the bin"):
        library.perform(MoveCollection("k2", "k1"))


def test_a_collection_needs_a_name(library: Library) -> None:
    with pytest.raises(LibraryFailure, match="needs a name"):
        library.perform(AddCollection(Collection("k1", "  ")))
    library.perform(AddCollection(Collection("k1", "Trade")))
    with pytest.raises(LibraryFailure, match="needs a name"):
        library.perform(RenameCollection("k1", ""))


def test_tags_are_counted_on_articles_and_on_annotations(library: Library) -> None:
    first, second, _ = three(library)
    kept = keep(library)
    library.perform(TagArticles((first, second), ("Ferry", "sea")))
    library.perform(TagArticles((first,), ("FERRY",)))
    library.perform(AddAnnotation(kept.id, note()))
    assert [(tag.name.casefold(), tag.articles, tag.annotations) for tag in library.ask(queries.Tags())] == [
        ("ferry", 2, 1),
        ("sea", 2, 0),
    ]
    assert library.ask(queries.ListedArticle(first)).tags == ("Ferry", "sea")
    assert ids(library.ask(queries.Articles(Shelf(ShelfKind.TAG, "ferry")))) == [second, first]
    library.perform(UntagArticles((first, second), ("sea",)))
    assert Tag("sea", 0, 0) not in library.ask(queries.Tags())
    assert len(library.ask(queries.Tags())) == 1


def test_articles_are_found_by_their_tags_in_the_search(library: Library) -> None:
    first, *_ = three(library)
    library.perform(TagArticles((first,), ("maritime",)))
    assert [found.article.id for found in library.ask(queries.Search("tag:maritime")).found] == [first]
    library.perform(UntagArticles((first,), ("maritime",)))
    assert library.ask(queries.Search("tag:maritime")).total == 0


def test_corrected_details_are_shown_searched_and_taken_back_to_what_was_found(library: Library) -> None:
    kept = keep(library)
    library.perform(ChangeMetadata(kept.id, Metadata(title="Ferry cancelled", byline="Mia Stone")))
    changed = library.ask(queries.ListedArticle(kept.id))
    assert (changed.origin.title, changed.origin.byline, changed.edited) == (
        "Ferry cancelled",
        "Mia Stone",
        ("title", "byline"),
    )
    assert library.ask(queries.Search("in:title cancelled")).total == 1
    assert library.ask(queries.FoundMetadata(kept.id)).title == "The ferry"
    library.perform(ChangeMetadata(kept.id, library.ask(queries.FoundMetadata(kept.id))))
    assert library.ask(queries.ListedArticle(kept.id)).edited == ()
    assert library.ask(queries.ListedArticle(kept.id)).origin == kept.origin


def test_when_an_article_was_changed_and_where_its_facts_were_found_are_kept(library: Library) -> None:
    kept = keep(library, modified="2026-05-02", address="https://harbour.example/ferry", sources="title: markup")
    assert (kept.origin.modified, kept.origin.sources) == ("2026-05-02", "title: markup")
    assert library.ask(queries.WholeArticle(kept.id)).origin == kept.origin


def test_address_and_date_of_change_can_be_corrected_and_a_later_text_there_is_the_next_version(
    library: Library,
) -> None:
    kept = keep(library)
    address = "https://harbour.example/ferry"
    performed = library.perform(ChangeMetadata(kept.id, Metadata(modified="2026-05-02", address=address)))
    changed = library.ask(queries.ListedArticle(kept.id))
    assert (changed.origin.modified, changed.origin.address) == ("2026-05-02", address)
    assert changed.edited == ("modified", "address")
    assert keep(library, FERRY_LATER, address=address).former == kept.id
    library.perform(performed.inverse)
    assert library.ask(queries.ListedArticle(kept.id)).origin == kept.origin


def test_which_addresses_are_kept_is_told(library: Library) -> None:
    kept = keep(library, address="https://harbour.example/ferry")
    asked = ["https://harbour.example/ferry", "https://harbour.example/other", ""]
    assert library.ask(queries.AddressesKept(asked)) == {"https://harbour.example/ferry"}
    library.perform(RemoveArticle(kept.id))
    assert library.ask(queries.AddressesKept(asked)) == frozenset()


def test_searches_are_kept_and_changed(library: Library) -> None:
    library.perform(AddSavedSearch(SavedSearch("s1", "Denials", "status:disputed")))
    library.perform(ChangeSavedSearch(SavedSearch("s1", "Denied", "status:disputed after:2026")))
    assert library.ask(queries.SavedSearches()) == (SavedSearch("s1", "Denied", "status:disputed after:2026"),)


@pytest.mark.parametrize(("kind", "sort"), [*((ShelfKind.ALL, sort) for sort in Sort), (ShelfKind.INBOX, Sort.ADDED)])
def test_a_page_is_read_from_an_index_and_never_sorted(tmp_path: Path, kind: ShelfKind, sort: Sort) -> None:
    open_library(tmp_path).close()
    connection = apsw.Connection(str(tmp_path / "library.sqlite"))
    asked: list[tuple[str, Any]] = []

    def hear(_: apsw.Cursor, statement: str, values: Any) -> bool:
        asked.append((statement, values))
        return True

    connection.exec_trace = hear
    article_lists.listed(connection, Shelf(kind), sort, count=10)
    connection.exec_trace = None
    statement, values = asked[-1]
    plan = [str(row[3]) for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}", values)]
    assert any("article" in step for step in plan)
    assert "USE TEMP B-TREE FOR ORDER BY" not in plan


@pytest.mark.parametrize("sort", Sort)
@pytest.mark.parametrize("held", [range(1, 31), range(1, 31, 3), range(7, 9)], ids=["all", "many", "few"])
def test_a_shelf_is_in_the_order_of_the_whole_library(library: Library, held: range, sort: Sort) -> None:
    for number in range(30):
        kept = keep(library, "word " * (number % 5) + f"{number}", title=f"Story {number % 7}", outlet=f"{number % 3}")
        if number % 2:
            library.mark_opened(kept.id)
    library.perform(AddCollection(Collection("k", "Held")))
    library.perform(FileArticles(tuple(held), "k"))
    library.perform(TagArticles(tuple(held), ("held",)))
    for falling in (None, True, False):
        expected = [
            number for number in ids(library.ask(queries.Articles(sort=sort, falling=falling))) if number in held
        ]
        for shelf in (Shelf(ShelfKind.COLLECTION, "k"), Shelf(ShelfKind.TAG, "Held")):
            assert ids(library.ask(queries.Articles(shelf, sort, falling))) == expected
            assert ids(library.ask(queries.Articles(shelf, sort, falling, first=1, count=2))) == expected[1:3]


def test_an_act_tells_what_views_have_to_look_at_again(library: Library) -> None:
    first, second, _ = three(library)
    library.perform(AddCollection(Collection("k", "Work")))
    filed = library.perform(FileArticles((first, second), "k"))
    assert (filed.changed, filed.article_id, filed.article_ids) == (
        {Kind.COLLECTIONS, Kind.ARTICLES},
        None,
        (first, second),
    )
    noted = library.perform(AddAnnotation(first, note()))
    assert (noted.changed, noted.article_id) == ({Kind.ANNOTATIONS}, first)
    both = library.perform(Several((RemoveArticle(first), TagArticles((second,), ("sea",)))))
    assert (both.changed, both.article_id, both.article_ids) == ({Kind.ARTICLES, Kind.TAGS}, None, (first, second))
