"""The search finds what was read and written, and no typed text breaks it."""

from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.library import (
    AddAnnotation,
    AddCollection,
    ChangeAnnotation,
    FileArticles,
    Judge,
    Library,
    RemoveAnnotation,
    RemoveArticle,
    open_library,
    queries,
)
from briefing.library.search_query import All, AnyOf, Not, Term, parse
from briefing.model import (
    Actor,
    ActorKind,
    Analysis,
    Annotation,
    Article,
    Block,
    BlockKind,
    Certainty,
    Claim,
    Collection,
    Evidence,
    Judgement,
    Origin,
    Polarity,
    Span,
    Status,
    Voice,
    anchor,
)

NOW = datetime(2026, 5, 1, 12, 0, tzinfo=UTC)
TEXTS = {
    "River": "The café by the river floods each spring, the mayor said.",
    "Bridge": "The new bridge over the river opens in June. The mayor was absent.",
    "Budget": "The treasurer found a hole in the budget.",
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    library = open_library(tmp_path_factory.mktemp("library"))
    for number, (title, text) in enumerate(TEXTS.items(), 1):
        digest = sha256(text.encode()).hexdigest()
        origin = Origin(title=title, outlet=f"Post {number}", published=f"2026-0{number}-01", digest=digest)
        article = Article(text, (Block(BlockKind.PARAGRAPH, Span(0, len(text))),), origin)
        library.keep_article(article, text.encode())
    library.keep_analysis(3, _analysis())
    library.perform(AddAnnotation(1, _note("Ask the hydrologist")))
    return library


def _analysis() -> Analysis:
    actor = Actor("a1", "Ada Quill", ActorKind.PERSON, ("Ada Quill", "the treasurer"), (Span(0, 13),))
    evidence = (Evidence((Span(0, 3),), "test", "Because."),)
    claim = Claim(
        "c1", (Span(0, 10),), (), Voice.NARRATED, Certainty.CERTAIN, Polarity.POSITIVE, Status.UNATTRIBUTED, evidence
    )
    return Analysis("test 1", "en", (actor,), (claim,))


def _note(text: str) -> Annotation:
    where = anchor(TEXTS["River"], Span(4, 8))
    return Annotation("00000000-0000-4000-8000-000000000001", where, NOW, NOW, note=text, tags=("water",))


def titles(library: Library, typed: str) -> set[str]:
    return {found.article.origin.title for found in library.ask(queries.Search(typed)).found}


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("river", {"River", "Bridge"}),
        ("river mayor", {"River", "Bridge"}),
        ("river AND floods", {"River"}),
        ("floods OR budget", {"River", "Budget"}),
        ("river NOT bridge", {"River"}),
        ("river -bridge", {"River"}),
        ("(floods OR budget) mayor", {"River"}),
        ('"the mayor said"', {"River"}),
        ('"said mayor"', set()),
        ("treas*", {"Budget"}),
        ("CAFE", {"River"}),
        ("who:quill", {"Budget"}),
        ('who:"ada quill"', {"Budget"}),
        ("status:unattributed", {"Budget"}),
        ("tag:water", {"River"}),
        ("in:notes hydrologist", {"River"}),
        ("in:notes river", set()),
        ("in:title bridge", {"Bridge"}),
        ("in:who quill", {"Budget"}),
        ("in:who budget", set()),
        ('outlet:"post 2"', {"Bridge"}),
        ("after:2026-02-01", {"Bridge", "Budget"}),
        ("before:2026-02", {"River"}),
        ("", {"River", "Bridge", "Budget"}),
        ("river floods hydrologist", {"River"}),
    ],
)
def test_it_finds(library: Library, typed: str, expected: set[str]) -> None:
    assert titles(library, typed) == expected


def test_a_word_in_the_title_ranks_first(library: Library) -> None:
    assert library.ask(queries.Search("bridge OR floods")).found[0].article.origin.title == "Bridge"


def test_the_hits_are_spans_of_the_snippet(library: Library) -> None:
    found = library.ask(queries.Search("floods")).found[0]
    assert [hit.of(found.snippet) for hit in found.hits] == ["floods"]


def test_a_changed_note_is_found_by_its_new_words_only(tmp_path: Path) -> None:
    library = open_library(tmp_path)
    text = TEXTS["River"]
    origin = Origin(title="River", digest=sha256(text.encode()).hexdigest())
    library.keep_article(Article(text, (), origin), text.encode())
    library.perform(AddAnnotation(1, _note("early")))
    library.perform(ChangeAnnotation(1, _note("late")))
    assert not titles(library, "early")
    assert titles(library, "late") == {"River"}
    library.perform(RemoveAnnotation(1, _note("").id))
    assert not titles(library, "late")


def test_articles_in_the_bin_are_not_found(tmp_path: Path) -> None:
    library = open_library(tmp_path)
    text = TEXTS["River"]
    origin = Origin(title="River", digest=sha256(text.encode()).hexdigest())
    library.keep_article(Article(text, (), origin), text.encode())
    library.perform(RemoveArticle(1))
    assert library.ask(queries.Search("river")).total == 0


def test_the_parts_of_a_query() -> None:
    floods, quay = Term("floods"), Term("quay", prefix=True)
    assert parse("floods OR -quay*").node == AnyOf((floods, Not(quay)))
    assert parse("floods AND quay*").node == All((floods, quay))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(st.sampled_from("ab\"*():-^+{}'\\ \x00ANDORTwho:in:é😀"), max_size=40) | st.text(max_size=40))
def test_no_text_breaks_it(library: Library, typed: str) -> None:
    assert library.ask(queries.Search(typed)).total >= 0
    assert library.ask(queries.SearchTotals(typed)).articles >= 0


@pytest.mark.parametrize(
    "typed",
    [
        "(" * 200 + "river",
        "(river OR " * 60,
        "-(river " * 60,
        " ".join(["announcement"] * 64),
        " OR ".join(["planned"] * 64),
        '"' * 900,
        '"' + "a " * 490,
        "NOT " * 60 + "river",
    ],
)
def test_no_length_or_depth_breaks_it(library: Library, typed: str) -> None:
    assert library.ask(queries.Search(typed)).total >= 0
    assert library.ask(queries.SearchTotals(typed)).articles >= 0


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("flooding", {"River"}),
        ('"flooding"', set()),
        ("open", {"Bridge"}),
        ("rivers -bridges", {"River"}),
        ("budget -(hydrologist OR bridge)", {"Budget"}),
        ("mayor -hydrologist", {"Bridge"}),
        ("(mayor -hydrologist) OR hole", {"Bridge", "Budget"}),
        ("in:notes who:quill", {"Budget"}),
        ("after:2026-02 before:2026-03 mayor", {"Bridge"}),
        ("who:quill budget", {"Budget"}),
    ],
)
def test_it_finds_other_forms_and_joins_places(library: Library, typed: str, expected: set[str]) -> None:
    assert titles(library, typed) == expected


def test_a_hit_in_a_note_shows_the_note(library: Library) -> None:
    found = library.ask(queries.Search("hydrologist")).found[0]
    assert (found.place, [hit.of(found.snippet) for hit in found.hits]) == ("notes", ["hydrologist"])


def test_accents_do_not_shift_the_hits(library: Library) -> None:
    found = library.ask(queries.Search("cafe river")).found[0]
    assert [hit.of(found.snippet) for hit in found.hits] == ["café", "river"]


def test_the_reader_s_own_status_goes_before_the_machine_s(tmp_path: Path) -> None:
    library = open_library(tmp_path)
    text = TEXTS["Budget"]
    origin = Origin(title="Budget", digest=sha256(text.encode()).hexdigest())
    library.keep_article(Article(text, (), origin), text.encode())
    library.keep_analysis(1, _analysis())
    claim = anchor(text, Span(0, 10))
    library.perform(Judge(1, Judgement(claim, NOW, NOW, status=Status.CONFIRMED)))
    assert not titles(library, "status:unattributed")
    assert titles(library, "status:confirmed") == {"Budget"}
    library.perform(Judge(1, Judgement(claim, NOW, NOW, dismissed=True)))
    assert not titles(library, "status:unattributed") | titles(library, "status:confirmed")


def test_a_collection_is_searched_with_all_inside_it(tmp_path: Path) -> None:
    library = open_library(tmp_path)
    text = TEXTS["Budget"]
    origin = Origin(title="Budget", digest=sha256(text.encode()).hexdigest())
    library.keep_article(Article(text, (), origin), text.encode())
    library.perform(AddCollection(Collection("c1", "Town Hall")))
    library.perform(AddCollection(Collection("c2", "Money", "c1")))
    library.perform(FileArticles((1,), "c2"))
    assert titles(library, 'collection:"town hall"') == {"Budget"}
    assert titles(library, "collection:money hole") == {"Budget"}
    assert not titles(library, "collection:other")


def test_it_is_counted_where_the_words_stand(library: Library) -> None:
    counted = library.ask(queries.SearchTotals("treasu*"))
    assert (counted.articles, counted.claims, counted.notes, counted.actors) == (1, 1, 0, 1)
    counted = library.ask(queries.SearchTotals("ask hydrologist status:disputed"))
    assert (counted.articles, counted.claims, counted.notes, counted.actors) == (0, 0, 1, 0)
    assert library.ask(queries.SearchTotals("")).articles == 0
