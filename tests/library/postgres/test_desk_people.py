"""At a desk everybody writes under a name: who wrote what is told, a word on a claim is each reader's own."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from library_samples import FERRY, FERRY_LATER, analysis, keep, note, span

from briefing.library import (
    AddAnnotation,
    ChangeAnnotation,
    Judge,
    Library,
    LibraryFailure,
    RemoveAnnotation,
    WithdrawJudgement,
    open_library,
    queries,
)
from briefing.model import AnnotationFilter, Judgement, Status, anchor

psycopg = pytest.importorskip("psycopg", reason="psycopg is not installed: pip install “briefing[desk]” brings it")

WHEN = datetime(2026, 5, 1, tzinfo=UTC)


@pytest.fixture
def readers(desk: str, server: Any) -> Iterator[tuple[Library, Library]]:
    """Ada and Bob, who both may write."""
    open_library(desk).close()
    with psycopg.connect(desk, autocommit=True) as connection:
        for role in ("ada", "bob"):
            connection.execute(f"DROP ROLE IF EXISTS {role}")
            connection.execute(f"CREATE ROLE {role} LOGIN IN ROLE desk")
        opened = tuple(open_library(desk.replace("//desk@", f"//{role}@")) for role in ("ada", "bob"))
        yield opened  # type: ignore[misc]
        for library in opened:
            library.close()
        for role in ("ada", "bob"):
            connection.execute(f"REASSIGN OWNED BY {role} TO desk")
            connection.execute(f"DROP OWNED BY {role}")
            connection.execute(f"DROP ROLE {role}")


def judgement(status: Status, when: datetime = WHEN) -> Judgement:
    return Judgement(anchor(FERRY, span("The ferry will sail on Monday")), when, when, status)


def seen(library: Library) -> list[tuple[str, str]]:
    return [(one.writer, one.note) for one in library.ask(queries.AnnotationsOn(1))]


def test_a_note_carries_the_name_of_the_colleague_who_wrote_it(readers: tuple[Library, Library]) -> None:
    ada, bob = readers
    keep(ada)
    written = note()
    ada.perform(AddAnnotation(1, written))
    assert seen(ada) == [("", written.note)]
    assert seen(bob) == [("ada", written.note)]
    assert bob.ask(queries.Colleagues()) == ("ada",)
    assert ada.ask(queries.Colleagues()) == ()


def test_a_note_stays_its_writers_though_a_colleague_writes_on_it(readers: tuple[Library, Library]) -> None:
    ada, bob = readers
    keep(ada)
    ada.perform(AddAnnotation(1, note()))
    (there,) = bob.ask(queries.AnnotationsOn(1))
    bob.perform(ChangeAnnotation(1, replace(there, note="Which ferry?", private=True), there))
    assert seen(ada) == [("", "Which ferry?")]
    assert seen(bob) == [("ada", "Which ferry?")]


def test_a_private_note_is_seen_counted_and_found_by_its_writer_alone(readers: tuple[Library, Library]) -> None:
    ada, bob = readers
    keep(ada)
    written = replace(note(), note="zebra", private=True)
    ada.perform(AddAnnotation(1, written))
    assert [one.private for one in ada.ask(queries.AnnotationsOn(1))] == [True]
    assert seen(bob) == []
    assert [library.ask(queries.ListedArticle(1)).notes for library in readers] == [1, 0]
    assert bob.ask(queries.Search("zebra")).found == ()
    ada.perform(RemoveAnnotation(1, written.id))
    assert bob.ask(queries.Bin()) == []


def test_a_note_that_is_shared_after_all_is_seen_by_all(readers: tuple[Library, Library]) -> None:
    ada, bob = readers
    keep(ada)
    written = replace(note(), note="zebra", private=True)
    ada.perform(AddAnnotation(1, written))
    shared = ada.perform(ChangeAnnotation(1, replace(written, private=False), written))
    assert seen(bob) == [("ada", "zebra")]
    assert len(bob.ask(queries.Search("zebra")).found) == 1
    ada.perform(shared.inverse)
    assert seen(bob) == []


def test_each_has_a_word_of_his_own_on_a_claim(readers: tuple[Library, Library]) -> None:
    ada, bob = readers
    keep(ada)
    ada.perform(Judge(1, judgement(Status.DISPUTED)))
    (told,) = bob.ask(queries.JudgementsOn(1))
    assert (told.writer, told.status) == ("ada", Status.DISPUTED)
    done = bob.perform(Judge(1, judgement(Status.CONFIRMED), judgement(Status.DISPUTED)))
    assert [one.status for one in ada.ask(queries.JudgementsOn(1))] == [Status.DISPUTED]
    assert [one.status for one in bob.ask(queries.JudgementsOn(1))] == [Status.CONFIRMED]
    assert [(one.writer, one.status) for one in ada.ask(queries.ColleaguesJudgements(1))] == [("bob", Status.CONFIRMED)]
    bob.perform(done.inverse)
    assert [one.writer for one in bob.ask(queries.JudgementsOn(1))] == ["ada"]
    ada.perform(WithdrawJudgement(1, judgement(Status.DISPUTED).claim))
    assert bob.ask(queries.JudgementsOn(1)) == []


def test_a_new_version_carries_the_words_of_all(readers: tuple[Library, Library]) -> None:
    ada, bob = readers
    keep(ada, address="https://harbour.example/ferry")
    ada.perform(Judge(1, judgement(Status.DISPUTED)))
    bob.perform(Judge(1, judgement(Status.CONFIRMED)))
    newer = keep(ada, FERRY_LATER, address="https://harbour.example/ferry")
    assert newer.former == 1
    assert [(one.writer, one.status) for one in ada.ask(queries.JudgementsOn(newer.id))] == [("", Status.DISPUTED)]
    assert [(one.writer, one.status) for one in bob.ask(queries.JudgementsOn(newer.id))] == [("", Status.CONFIRMED)]


def test_the_list_of_all_annotations_tells_who_wrote_and_keeps_what_is_private(
    readers: tuple[Library, Library],
) -> None:
    ada, bob = readers
    keep(ada)
    ada.perform(AddAnnotation(1, note(1)))
    ada.perform(AddAnnotation(1, replace(note(2), private=True)))
    ada.perform(Judge(1, replace(judgement(Status.DISPUTED), note="No.")))
    listed = bob.ask(queries.AnnotationList(AnnotationFilter(claims=True)))
    assert sorted((one.annotation.writer, one.annotation.note) for one in listed) == [
        ("ada", "No."),
        ("ada", note(1).note),
    ]
    assert ada.ask(queries.AnnotationCount(AnnotationFilter(claims=True))) == 3


def test_a_source_that_a_reader_corrected_counts_for_him_before_that_of_a_colleague(
    readers: tuple[Library, Library],
) -> None:
    ada, bob = readers
    keep(ada)
    ada.keep_analysis(1, analysis())
    ada.perform(Judge(1, replace(judgement(Status.DISPUTED), source="The Mayor")))
    assert [len(library.ask(queries.ClaimsBy("the mayor"))) for library in readers] == [1, 1]
    bob.perform(Judge(1, replace(judgement(Status.DISPUTED), source="The Captain")))
    assert [len(library.ask(queries.ClaimsBy("the mayor"))) for library in readers] == [1, 0]
    assert [len(library.ask(queries.ClaimsBy("the captain"))) for library in readers] == [0, 1]


@pytest.fixture
def roles(desk: str) -> Iterator[psycopg.Connection[Any]]:
    """A desk with the two roles, of which one reader and one editor are members."""
    with psycopg.connect(desk, autocommit=True) as connection:
        for role in ("briefing_reader", "briefing_editor", "rita", "ed"):
            connection.execute(f"DROP ROLE IF EXISTS {role}")
        connection.execute("CREATE ROLE briefing_reader")
        connection.execute("CREATE ROLE briefing_editor")
        connection.execute("CREATE ROLE rita LOGIN IN ROLE briefing_reader")
        connection.execute("CREATE ROLE ed LOGIN IN ROLE briefing_editor")
        yield connection
        for role in ("rita", "ed", "briefing_reader", "briefing_editor"):
            connection.execute(f"DROP OWNED BY {role}")
            connection.execute(f"DROP ROLE {role}")


def test_a_reader_reads_and_an_editor_writes(desk: str, roles: object) -> None:
    open_library(desk).close()
    editor = open_library(desk.replace("//desk@", "//ed@"))
    assert editor.read_only is None
    keep(editor)
    editor.perform(AddAnnotation(1, note()))
    editor.perform(Judge(1, judgement(Status.DISPUTED)))
    reader = open_library(desk.replace("//desk@", "//rita@"))
    assert reader.read_only is not None
    assert seen(reader) == [("ed", note().note)]
    assert reader.ask(queries.Search("ferry")).found
    with pytest.raises(LibraryFailure, match="not change it"):
        reader.perform(AddAnnotation(1, note(2)))
    reader.close()
    editor.close()


def test_an_editor_cannot_make_the_library_that_its_owner_has_to_open_first(desk: str, roles: object) -> None:
    with pytest.raises(LibraryFailure, match="opens it first"):
        open_library(desk.replace("//desk@", "//ed@"))


def test_roles_that_are_made_later_are_let_in_when_the_owner_opens_it(
    desk: str, roles: psycopg.Connection[Any]
) -> None:
    open_library(desk).close()
    roles.execute("REVOKE ALL ON ALL TABLES IN SCHEMA public FROM briefing_reader")
    open_library(desk).close()
    reader = open_library(desk.replace("//desk@", "//rita@"))
    assert reader.ask(queries.ArticleCount()) == 0
    reader.close()
