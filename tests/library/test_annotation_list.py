"""All annotations of the library in one list, filtered; bulk acts on them are one step."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from library_samples import FERRY, FERRY_LATER, NOW, keep, note, span

from briefing.library import (
    AddAnnotation,
    AddCollection,
    ChangeAnnotation,
    FileArticles,
    Judge,
    Library,
    RemoveAnnotation,
    RemoveArticle,
    Several,
    open_library,
    queries,
)
from briefing.model import AnnotationFilter, Collection, Judgement, Placing, Status, anchor


@pytest.fixture
def library(place: Path | str) -> Iterator[Library]:
    """Two articles with three annotations, the last made changed last."""
    library = open_library(place)
    first, second = keep(library, FERRY, address="https://a.example"), keep(library, FERRY_LATER, title="Confirmed")
    for article_id, made in (
        (first.id, replace(note(1, note="Ask at the Café"), modified=NOW)),
        (first.id, replace(note(2, "denied it", note=""), colour=3, tags=(), modified=NOW + timedelta(hours=1))),
        (second.id, replace(note(3, "confirms it", "Since when?", FERRY_LATER), modified=NOW + timedelta(hours=2))),
    ):
        library.perform(AddAnnotation(article_id, made))
    yield library
    library.close()


def numbers(library: Library, **wanted: object) -> list[int]:
    chosen = AnnotationFilter(**wanted)  # type: ignore[arg-type]
    listed = library.ask(queries.AnnotationList(chosen))
    assert library.ask(queries.AnnotationCount(chosen)) == len(listed)
    return [int(each.annotation.id[-12:]) for each in listed]


def test_the_last_changed_stands_first_with_its_article(library: Library) -> None:
    first, *_ = library.ask(queries.AnnotationList(count=1))
    assert (first.annotation.note, first.title, first.annotation.placing) == (
        "Since when?",
        "Confirmed",
        Placing.PLACED,
    )
    assert numbers(library) == [3, 2, 1]
    assert [each.annotation.note for each in library.ask(queries.AnnotationList(first=2))] == ["Ask at the Café"]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"words": "CAFE"}, [1]),
        ({"words": "denied"}, [2]),
        ({"words": "100%"}, []),
        ({"tag": "Ferry"}, [3, 1]),
        ({"colour": 3}, [2]),
        ({"article_id": 1}, [2, 1]),
        ({"notes_only": True}, [3, 1]),
        ({"since": NOW + timedelta(hours=1)}, [3, 2]),
        ({"tag": "ferry", "words": "since"}, [3]),
    ],
)
def test_it_is_filtered(library: Library, wanted: dict[str, object], found: list[int]) -> None:
    assert numbers(library, **wanted) == found


def test_it_is_filtered_by_collection(library: Library) -> None:
    library.perform(AddCollection(Collection("k", "Harbour")))
    library.perform(FileArticles((2,), "k"))
    assert numbers(library, collection_id="k") == [3]


def test_orphans_are_listed_until_they_are_placed_again(library: Library) -> None:
    keep(library, FERRY_LATER, address="https://a.example")
    assert numbers(library, orphans_only=True) == [2]
    library.perform(ChangeAnnotation(1, note(2, "confirms it", text=FERRY_LATER)))
    assert numbers(library, orphans_only=True) == []


def test_what_lies_in_the_bin_is_not_listed(library: Library) -> None:
    library.perform(RemoveAnnotation(1, note(1).id))
    assert numbers(library) == [3, 2]
    library.perform(RemoveArticle(2))
    assert numbers(library) == [2]


def test_a_bulk_change_is_one_step(library: Library) -> None:
    before = library.ask(queries.AnnotationList())
    changes = tuple(ChangeAnnotation(each.article_id, replace(each.annotation, colour=5)) for each in before)
    performed = library.perform(Several(changes))
    assert numbers(library, colour=5) == [3, 2, 1]
    assert set(performed.article_ids) == {1, 2}
    library.perform(performed.inverse)
    assert library.ask(queries.AnnotationList()) == before


def claim_note(text: str = FERRY, words: str = "sail on Monday", note: str = "Says which timetable?") -> Judgement:
    later = NOW + timedelta(hours=3)
    return Judgement(anchor(text, span(words, text)), NOW, later, note=note)


def test_notes_on_claims_are_listed_where_they_are_asked_for(library: Library) -> None:
    library.perform(Judge(1, claim_note()))
    library.perform(Judge(2, replace(claim_note(FERRY_LATER), note="", status=Status.CONFIRMED)))
    assert numbers(library) == [3, 2, 1]
    wanted = AnnotationFilter(claims=True)
    first, *rest = library.ask(queries.AnnotationList(wanted))
    assert library.ask(queries.AnnotationCount(wanted)) == 4
    assert len(rest) == 3
    assert (first.annotation.note, first.annotation.anchor.exact) == ("Says which timetable?", "sail on Monday")
    assert first.judgement == claim_note()
    assert [one.judgement for one in rest] == [None, None, None]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"words": "TIMETABLE"}, 1),
        ({"words": "nowhere"}, 0),
        ({"tag": "ferry"}, 2),
        ({"colour": 3}, 1),
        ({"article_id": 2}, 1),
        ({"orphans_only": True}, 0),
        ({"since": NOW + timedelta(hours=3)}, 1),
        ({"notes_only": True}, 3),
    ],
)
def test_notes_on_claims_are_filtered(library: Library, wanted: dict[str, object], found: int) -> None:
    library.perform(Judge(1, claim_note()))
    chosen = AnnotationFilter(claims=True, **wanted)  # type: ignore[arg-type]
    assert len(library.ask(queries.AnnotationList(chosen))) == library.ask(queries.AnnotationCount(chosen)) == found


def test_a_note_on_a_claim_is_listed_once_though_a_newer_version_has_it_too(library: Library) -> None:
    library.perform(Judge(1, claim_note(words="The ferry")))
    newer = keep(library, FERRY_LATER, address="https://a.example")
    (listed,) = [one for one in library.ask(queries.AnnotationList(AnnotationFilter(claims=True))) if one.judgement]
    assert listed.article_id == newer.id
