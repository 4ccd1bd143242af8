"""Actors and claims are asked across articles, and the reader's word on who is who counts."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from library_samples import FERRY, FERRY_LATER, NOW, analysis, keep, span

from briefing.library import (
    Judge,
    JudgeActors,
    Library,
    LibraryFailure,
    RemoveArticle,
    WithdrawActors,
    open_library,
    queries,
)
from briefing.model import (
    ActorJudgement,
    ActorVerdict,
    Judgement,
    Status,
    anchor,
    with_actor_judgements,
)

CLAIM = anchor(FERRY, span("The ferry will sail on Monday"))
SAME = ActorJudgement("w1", ActorVerdict.SAME, "Harbour officials", ("Ada Quill", "Port Authority"), NOW)
APART = ActorJudgement("w2", ActorVerdict.APART, "Captain A. Quill", ("Captain Ada Quill", "Ada Quill"), NOW)


@pytest.fixture
def library(place: Path | str) -> Iterator[Library]:
    """Two articles in which the same two actors appear."""
    library = open_library(place)
    first, second = keep(library), keep(library, FERRY_LATER, published="2026-05-02")
    library.keep_analysis(first.id, analysis())
    library.keep_analysis(second.id, analysis(FERRY_LATER, Status.CONFIRMED))
    yield library
    library.close()


@pytest.mark.parametrize("name", ["Ada Quill", "ada  quill", "Captain Ada Quill", "The Captain Ada Quill"])
def test_an_actor_is_found_under_any_of_his_names_in_every_article(library: Library, name: str) -> None:
    assert [(each.article_id, each.name, each.claims) for each in library.ask(queries.Appearances(name))] == [
        (2, "Ada Quill", 1),
        (1, "Ada Quill", 1),
    ]


def test_what_he_says_is_listed_newest_first_with_its_status(library: Library) -> None:
    claims = library.ask(queries.ClaimsBy("Ada Quill"))
    assert [(each.article_id, each.content, each.status) for each in claims] == [
        (2, "The ferry will sail on Monday", Status.CONFIRMED),
        (1, "The ferry will sail on Monday", Status.CLAIMED),
    ]
    assert library.ask(queries.ClaimsBy("Port Authority")) == []
    library.perform(RemoveArticle(2))
    assert [each.article_id for each in library.ask(queries.ClaimsBy("Ada Quill"))] == [1]


def test_names_are_offered_by_how_any_of_their_words_begins(library: Library) -> None:
    assert [(each.name, each.articles) for each in library.ask(queries.Actors("qui"))] == [("Ada Quill", 2)]
    assert [each.name for each in library.ask(queries.Actors())] == ["Ada Quill", "Port Authority"]
    assert library.ask(queries.Actors("100%")) == []


def test_a_corrected_source_and_status_count(library: Library) -> None:
    library.perform(Judge(1, Judgement(CLAIM, NOW, NOW, status=Status.UNCLEAR, source="Mia Stone")))
    (claim,) = library.ask(queries.ClaimsBy("mia stone"))
    assert (claim.article_id, claim.source, claim.status) == (1, "Mia Stone", Status.UNCLEAR)
    assert [each.article_id for each in library.ask(queries.ClaimsBy("Ada Quill"))] == [2]


def test_merged_actors_are_one_until_the_word_is_taken_back(library: Library) -> None:
    library.perform(JudgeActors(1, SAME))
    assert [each.article_id for each in library.ask(queries.ClaimsBy("Harbour officials"))] == [1]
    assert [each.name for each in library.ask(queries.Appearances("Port Authority"))] == [
        "Port Authority",
        "Harbour officials",
    ]
    assert library.ask(queries.Search('who:"Harbour officials"')).total == 1
    library.perform(WithdrawActors(1, "w1"))
    assert library.ask(queries.ClaimsBy("Harbour officials")) == []


def test_the_readers_word_on_actors_outlives_a_newer_analysis(library: Library) -> None:
    library.perform(JudgeActors(1, SAME))
    library.keep_analysis(1, analysis(engine="test 2"))
    assert library.ask(queries.ActorJudgementsOn(1)) == (SAME,)
    assert [each.article_id for each in library.ask(queries.ClaimsBy("Harbour officials"))] == [1]
    assert library.ask(queries.NewestAnalysis(1)) == analysis(engine="test 2")


def test_merging_joins_names_mentions_and_sources() -> None:
    found = with_actor_judgements(analysis(), (SAME,), FERRY)
    (one,) = found.actors
    assert one.name == "Harbour officials"
    assert {"Ada Quill", "Port Authority"} <= set(one.aliases)
    assert one.mentions == (span("Ada Quill"), span("The port"))
    assert found.source_names(found.claims[0]) == ("Harbour officials",)


def test_splitting_gives_the_other_his_mentions_and_what_he_says() -> None:
    merged = with_actor_judgements(analysis(), (SAME,), FERRY)
    found = with_actor_judgements(merged, (APART,), FERRY)
    assert [actor.name for actor in found.actors] == ["Harbour officials", "Captain A. Quill"]
    assert found.source_names(found.claims[0]) == ("Captain A. Quill",)
    assert [actor.mentions for actor in found.actors] == [(span("The port"),), (span("Ada Quill"),)]


def test_a_word_on_actors_that_are_not_there_changes_nothing() -> None:
    other = ActorJudgement("w3", ActorVerdict.SAME, "Nobody", ("Mia Stone",), NOW)
    assert with_actor_judgements(analysis(), (other,), FERRY) == analysis()


def test_an_actor_needs_a_name(library: Library) -> None:
    with pytest.raises(LibraryFailure, match="needs a name"):
        library.perform(JudgeActors(1, ActorJudgement("w1", ActorVerdict.SAME, " ", ("Ada Quill",), NOW)))


def test_who_else_said_it_is_found_by_what_claims_share(library: Library) -> None:
    other = keep(library, FERRY.replace("will sail on Monday", "will sail on that Monday, not Tuesday"))
    library.keep_analysis(other.id, analysis())
    alike = library.ask(queries.ClaimsLike("On Monday the FERRY will sail."))
    # The third tells of no day, and of nobody.
    assert [(each.claim.article_id, round(each.likeness, 2)) for each in alike] == [(2, 1.0), (1, 1.0)]
    assert library.ask(queries.ClaimsLike("The dam will hold.")) == []
    assert library.ask(queries.ClaimsLike('"" AND *')) == []
