"""A private note is its writer's alone: the server itself shows it to no colleague, by whatever SQL it is asked."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from desk_server import Server
from library_samples import FERRY_LATER, NOW, keep, note

from briefing.library import AddAnnotation, ChangeAnnotation, KeepBrief, Library, RemoveArticle, open_library, queries
from briefing.model import Annotation, BinnedKind, BriefLine, BriefSection, LineKind, StoredBrief

psycopg = pytest.importorskip("psycopg", reason="psycopg is not installed: pip install “briefing[desk]” brings it")

PAGE = "https://harbour.example/ferry"
ROLES = ("olga", "ada", "bob")


@pytest.fixture
def people(desk: str, server: Server) -> Iterator[dict[str, str]]:
    """Addresses for Olga, whose database it is, and for Ada and Bob, editors; none looks after the server."""
    name = desk.split("/")[3].split("?")[0]
    with psycopg.connect(desk, autocommit=True) as connection:
        for role in (*ROLES, "briefing_editor"):
            connection.execute(f"DROP ROLE IF EXISTS {role}")
        connection.execute("CREATE ROLE briefing_editor")
        connection.execute("CREATE ROLE olga LOGIN")
        connection.execute("CREATE ROLE ada LOGIN IN ROLE briefing_editor")
        connection.execute("CREATE ROLE bob LOGIN IN ROLE briefing_editor")
        connection.execute(f"ALTER DATABASE {name} OWNER TO olga")
        connection.execute("ALTER SCHEMA public OWNER TO olga")
        addresses = {role: desk.replace("//desk@", f"//{role}@") for role in ROLES}
        open_library(addresses["olga"]).close()
        yield addresses
        connection.execute(f"ALTER DATABASE {name} OWNER TO desk")
        for role in (*ROLES, "briefing_editor"):
            connection.execute(f"DROP OWNED BY {role} CASCADE")
            connection.execute(f"DROP ROLE {role}")


@pytest.fixture
def ada(people: dict[str, str]) -> Iterator[Library]:
    library = open_library(people["ada"])
    keep(library, address=PAGE)
    library.perform(AddAnnotation(1, private()))
    yield library
    library.close()


@pytest.fixture
def bob(people: dict[str, str]) -> Iterator[Library]:
    library = open_library(people["bob"])
    yield library
    library.close()


def private(number: int = 1) -> Annotation:
    return replace(note(number, note="zebra"), tags=("stripes",), private=True)


def brief() -> StoredBrief:
    line = BriefLine("l", LineKind.ANNOTATION, article_id=1, annotation_id=private().id)
    return StoredBrief("b", "Ferries", NOW, sections=(BriefSection("", (line,)),))


def told(address: str, statement: str) -> list[tuple[Any, ...]]:
    with psycopg.connect(address, autocommit=True) as connection:
        rows: list[tuple[Any, ...]] = connection.execute(statement).fetchall()
        return rows


def touched(address: str, statement: str) -> int:
    with psycopg.connect(address, autocommit=True) as connection:
        return int(connection.execute(statement).rowcount)


@pytest.mark.parametrize("who", ["bob", "olga"])
def test_no_sql_of_a_colleague_reads_a_private_note_nor_changes_it(
    who: str, ada: Library, people: dict[str, str]
) -> None:
    assert told(people["ada"], "SELECT writer, private FROM annotation") == [("ada", True)]
    address = people[who]
    assert told(address, "SELECT * FROM annotation") == []
    assert told(address, "SELECT count(*) FROM annotation WHERE content LIKE '%zebra%'") == [(0,)]
    assert touched(address, "UPDATE annotation SET private = false") == 0
    assert touched(address, "DELETE FROM annotation") == 0
    assert [one.note for one in ada.ask(queries.AnnotationsOn(1))] == ["zebra"]


def test_no_table_of_a_desk_holds_the_words_of_a_private_note_for_a_colleague(
    ada: Library, people: dict[str, str]
) -> None:
    ada.perform(KeepBrief(brief()))
    tables = told(
        people["bob"], "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'"
    )
    for (table,) in tables:
        for row in told(people["bob"], f"SELECT each::text FROM {table} AS each"):
            assert "zebra" not in row[0], table
            assert "stripes" not in row[0], table


def test_a_private_note_follows_its_article_to_a_version_that_a_colleague_keeps(ada: Library, bob: Library) -> None:
    newer = keep(bob, FERRY_LATER, address=PAGE)
    assert newer.former == 1
    assert [one.note for one in ada.ask(queries.AnnotationsOn(newer.id))] == ["zebra"]
    assert bob.ask(queries.AnnotationsOn(newer.id)) == []
    assert [library.ask(queries.ListedArticle(newer.id)).notes for library in (ada, bob)] == [1, 0]


def test_a_private_note_goes_for_good_with_its_article(ada: Library, bob: Library, desk: str) -> None:
    bob.perform(RemoveArticle(1))
    bob.empty_bin()
    assert told(desk, "SELECT * FROM annotation") == []


def test_a_note_of_an_identity_that_a_colleague_keeps_to_himself_comes_in_under_another(
    ada: Library, bob: Library
) -> None:
    brought = replace(note(note="My own."), id=private().id)
    for _ in range(2):
        bob.perform(AddAnnotation(1, brought))
    assert [(one.note, one.writer) for one in bob.ask(queries.AnnotationsOn(1))] == [("My own.", "")]
    assert sorted(one.note for one in ada.ask(queries.AnnotationsOn(1))) == ["My own.", "zebra"]
    assert not bob.ask(queries.IsKnown(BinnedKind.ANNOTATION, private().id))


def test_nobody_writes_a_private_note_in_a_colleagues_name(ada: Library, people: dict[str, str]) -> None:
    statement = (
        "INSERT INTO annotation (id, article_id, content, has_note, writer, private) "
        "VALUES ('forged', 1, '[]', true, 'ada', true)"
    )
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        told(people["bob"], statement)


def test_a_change_of_a_private_note_in_a_brief_is_told_to_its_writer(ada: Library, bob: Library) -> None:
    ada.perform(KeepBrief(brief()))
    assert ada.ask(queries.AffectedLines("b")) == ()
    ada.perform(ChangeAnnotation(1, replace(private(), note="Two zebras."), private()))
    assert [one.line_id for one in ada.ask(queries.AffectedLines("b"))] == ["l"]
