"""A desk's library finds what one of a single reader finds, whatever is typed."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from library_samples import FERRY, FERRY_LATER, analysis, keep, note

from briefing.library import (
    AddAnnotation,
    AddCollection,
    ChangeMetadata,
    FileArticles,
    Library,
    RemoveAnnotation,
    RemoveArticle,
    TagArticles,
    open_library,
    queries,
)
from briefing.model import Collection, Metadata

pytest.importorskip("psycopg", reason="psycopg is not installed: pip install “briefing[desk]” brings it")

TYPED = (
    "ferry",
    "FERRY Monday",
    "ferry -bridge",
    "ferry OR bridge",
    "(ferry OR bridge) -monday",
    '"sail on monday"',
    '"monday sail"',
    "sailing",
    "deny",
    "brid*",
    "fér*",
    "café",
    "cafe",
    "12 1",
    "who:quill",
    "who:nobody",
    "status:claimed",
    "status:on-record",
    "tag:harbour",
    "tag:ferry",
    "outlet:courier",
    "collection:harbours",
    "collection:Ferries",
    "after:2026-04-30",
    "before:2026",
    "says",
    "in:title ferry",
    "in:notes says",
    "in:claims sail",
    "in:who quill",
    "in:tags water",
    "in:text ferry",
    "NOT ferry",
    "the",
    "-(ferry OR bridge)",
    "bridge percent",
    "says ferry",
    "water closed bridge",
    "water says",
    "bridge -water",
    "(bridge OR sailing) denied",
    'says "captain ada" tag:ferry',
    "ferry !!!",
    "it's",
    "a_b",
    "!!!",
    "",
)


def fill(library: Library) -> None:
    ferry = keep(library)
    library.keep_analysis(ferry.id, analysis())
    library.perform(AddAnnotation(ferry.id, note()))
    library.perform(AddAnnotation(ferry.id, note(2, note="A word that goes")))
    library.perform(RemoveAnnotation(ferry.id, note(2).id))
    bridge = keep(
        library, "The bridges were closed. 12.1 percent said it's café a_b.", title="A bridge", outlet="the Courier"
    )
    keep(library, FERRY_LATER, address="https://example.org/ferry", title="Denied: sailing", published="")
    gone = keep(library, FERRY + " Gone.", title="Gone")
    library.perform(RemoveArticle(gone.id))
    library.perform(AddCollection(Collection("k1", "Harbours")))
    library.perform(AddCollection(Collection("k2", "ferries", "k1")))
    library.perform(FileArticles((ferry.id,), "k2"))
    library.perform(TagArticles((bridge.id,), ("Water", "harbour")))
    library.perform(ChangeMetadata(bridge.id, Metadata(title="Bridge closed")))


@pytest.fixture
def both(desk: str) -> Iterator[tuple[Library, Library]]:
    with tempfile.TemporaryDirectory() as folder:
        own, shared = open_library(Path(folder)), open_library(desk)
        fill(own)
        fill(shared)
        yield own, shared
        own.close()
        shared.close()


def test_whatever_is_typed_the_same_is_found_with_the_same_words_around_it(both: tuple[Library, Library]) -> None:
    for typed in TYPED:
        results = [library.ask(queries.Search(typed)) for library in both]
        found = [{(one.article.id, one.snippet, one.hits, one.place) for one in result.found} for result in results]
        assert found[1] == found[0], typed
        assert (results[1].total, results[1].more) == (results[0].total, results[0].more), typed
        assert both[1].ask(queries.SearchTotals(typed)) == both[0].ask(queries.SearchTotals(typed)), typed


def test_a_hit_in_the_title_stands_before_hits_in_texts(both: tuple[Library, Library]) -> None:
    for library in both:
        first, *_ = library.ask(queries.Search("closed OR monday")).found
        assert first.article.origin.title == "Bridge closed"


def test_a_page_begins_where_the_one_before_it_ended(both: tuple[Library, Library]) -> None:
    _, shared = both
    whole = shared.ask(queries.Search("ferry OR bridge")).found
    pages = [shared.ask(queries.Search("ferry OR bridge", first, 1)).found for first in range(len(whole))]
    assert [one for page in pages for one in page] == list(whole)


def test_long_texts_are_found_to_their_end_and_phrases_across_pieces(desk: str) -> None:
    library = open_library(desk)
    text = " ".join(f"word{number}" for number in range(25_000)) + " the last word"
    kept = keep(library, text, title="Long")
    for typed in (
        "word24999",
        "word1 word24999",
        "long word24999",
        '"word9998 word9999 word10000 word10001"',
        '"the last word"',
    ):
        assert [one.article.id for one in library.ask(queries.Search(typed)).found] == [kept.id], typed
    library.close()
