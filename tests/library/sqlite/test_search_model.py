"""A search finds what the query says, word by word, wherever a word stands: compared with sets of words."""

from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.library import AddAnnotation, Library, RemoveArticle, open_library, queries
from briefing.model import Annotation, Article, Origin, Span, anchor

NOW = datetime(2026, 5, 1, 12, 0, tzinfo=UTC)
WORDS = ("anchor", "basin", "canal", "delta", "estuary")
IN_TEXTS = ["anchor basin", "basin canal", "canal delta anchor", "delta", "estuary", "anchor basin canal delta estuary"]
IN_NOTES = ["canal", "anchor delta", "", "estuary", "basin", ""]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    library = open_library(tmp_path_factory.mktemp("library"))
    for number, (words, note) in enumerate(zip(IN_TEXTS, IN_NOTES, strict=True), 1):
        text = f"Number {number}: {words}."
        _keep(library, text)
        if note:
            where = anchor(text, Span(0, 6))
            library.perform(AddAnnotation(number, Annotation(f"{number:036}", where, NOW, NOW, note=note)))
    _keep(library, "In the bin: " + " ".join(WORDS))
    library.perform(RemoveArticle(len(IN_TEXTS) + 1))
    return library


def _keep(library: Library, text: str) -> None:
    library.keep_article(Article(text, (), Origin(digest=sha256(text.encode()).hexdigest())), text.encode())


ALL = frozenset(range(1, len(IN_TEXTS) + 1))
Meaning = tuple[str, frozenset[int]]


def word(name: str) -> Meaning:
    places = enumerate(zip(IN_TEXTS, IN_NOTES, strict=True), 1)
    return name, frozenset(number for number, said in places if name in " ".join(said).split())


def joined(parts: list[Meaning], operator: str) -> Meaning:
    numbers = [found for _, found in parts]
    meant = frozenset.intersection(*numbers) if operator != " OR " else frozenset.union(*numbers)
    return f"({operator.join(typed for typed, _ in parts)})", meant


def nested(inner: st.SearchStrategy[Meaning]) -> st.SearchStrategy[Meaning]:
    several = st.lists(inner, min_size=2, max_size=3)
    return st.one_of(
        st.builds(joined, several, st.sampled_from([" ", " AND ", " OR "])),
        inner.map(lambda part: (f"-{part[0]}" if part[0][0] != "-" else f"-({part[0]})", ALL - part[1])),
    )


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.recursive(st.sampled_from(WORDS).map(word), nested, max_leaves=6))
def test_a_query_finds_what_it_says(library: Library, query: Meaning) -> None:
    typed, meant = query
    result = library.ask(queries.Search(typed))
    assert {found.article.id for found in result.found} == meant
    assert (result.total, result.more) == (len(meant), False)


def test_pages_follow_one_another(library: Library) -> None:
    whole = [found.article.id for found in library.ask(queries.Search("anchor OR basin OR canal")).found]
    pages = [library.ask(queries.Search("anchor OR basin OR canal", first, 2)).found for first in range(0, 6, 2)]
    assert [found.article.id for page in pages for found in page] == whole


def test_of_very_many_hits_the_newest_are_given_and_there_are_said_to_be_more(tmp_path: Path) -> None:
    library = open_library(tmp_path)
    for number in range(520):
        _keep(library, f"Quay {number} of {'oak' if number % 2 else 'iron'} at {number * 7919 % 1000}.")
    for typed in ("quay", "q*", "qu*"):
        result = library.ask(queries.Search(typed, 0, 10))
        assert (result.total, result.more, len(result.found)) == (500, True, 10)
        assert all(found.hits and found.hits[0].of(found.snippet) == "Quay" for found in result.found)
    assert library.ask(queries.Search("oa*")).total == 260
