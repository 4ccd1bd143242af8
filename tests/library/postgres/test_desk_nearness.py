"""Where the server has pgvector, what is near in its meaning is found by an index; without, all is compared as ever."""

import os
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from desk_server import NO_VECTORS, Server, programs_with_vectors, running
from library_samples import keep

from briefing.analysis.stories.kept_reading import nearest
from briefing.analysis.stories.story_article import Floats
from briefing.analysis.stories.vector_codes import WIDTH, packed, turned
from briefing.library import Library, RemoveArticle, open_library, queries
from briefing.library.kept_statements import VERSION, KeptStatements

psycopg = pytest.importorskip("psycopg", reason="psycopg is not installed: pip install “briefing[desk]” brings it")

ARTICLES = 40


@pytest.fixture(scope="module")
def with_vectors() -> Iterator[Server]:
    found = programs_with_vectors()
    if found is None or os.name != "posix":
        pytest.skip(NO_VECTORS)
    with running(found) as server:
        yield server


@pytest.fixture
def address(with_vectors: Server) -> Iterator[str]:
    address = with_vectors.new_database()
    yield address
    with_vectors.drop(address)


@pytest.fixture
def directions() -> Floats:
    drawn = np.random.default_rng(1).normal(size=(ARTICLES, WIDTH)).astype(np.float32)
    found: Floats = drawn / np.linalg.norm(drawn, axis=1, keepdims=True)
    return found


def fill(library: Library, directions: Floats, first: int = 0) -> None:
    for number, direction in enumerate(directions, first):
        kept = keep(library, f"The ferry sailed for the {number}th time.")
        gist = packed(direction[None, :])
        library.keep_statements(kept.id, KeptStatements(VERSION, gist, b"", b"", b"", b""))
        library.place_in_story(kept.id, kept.id)


def found_by_index(library: Library, direction: Floats, most: int = 5) -> list[tuple[int, float]]:
    found = library.ask(queries.Nearest(turned(direction), most))
    assert found is not None
    return found


def found_by_comparing(library: Library, direction: Floats, most: int = 5) -> list[tuple[int, float]]:
    return nearest(direction, *library.ask(queries.Gists()), most)


def test_the_index_finds_what_is_found_by_comparing_all(address: str, directions: Floats) -> None:
    library = open_library(address)
    fill(library, directions)
    for direction in directions[:5]:
        wanted = (direction + 0.3 * directions[-1]).astype(np.float32)
        wanted /= np.linalg.norm(wanted)
        by_index, by_comparing = found_by_index(library, wanted), found_by_comparing(library, wanted)
        assert [one for one, _ in by_index[:2]] == [one for one, _ in by_comparing[:2]]
        # Vectors that were packed are told to be a little longer: it is not taken back by the index.
        for (_, alike), (_, compared) in zip(by_index, by_comparing, strict=True):
            assert alike == pytest.approx(compared, abs=0.02)
    library.close()


def test_what_lies_in_the_bin_is_not_found(address: str, directions: Floats) -> None:
    library = open_library(address)
    fill(library, directions[:3])
    library.perform(RemoveArticle(2))
    assert 2 not in [one for one, _ in found_by_index(library, directions[1])]
    assert len(found_by_index(library, directions[1])) == 2
    library.close()


def test_an_article_that_is_about_nothing_is_near_to_nothing(address: str) -> None:
    library = open_library(address)
    fill(library, np.zeros((1, WIDTH), dtype=np.float32))
    wanted = np.ones(WIDTH, dtype=np.float32) / np.float32(np.sqrt(WIDTH))
    assert found_by_index(library, wanted) == []
    library.close()


def test_a_library_that_was_there_before_has_its_index_when_it_is_opened_next(address: str, directions: Floats) -> None:
    library = open_library(address)
    fill(library, directions[:3])
    # Whoever looks after the server takes pgvector away, and brings it back.
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute("DROP EXTENSION vector CASCADE")
    assert library.ask(queries.Nearest(turned(directions[0]), 1)) is None
    fill(library, directions[3:5], 3)
    library.close()
    again = open_library(address)
    for number in (1, 5):
        assert found_by_index(again, directions[number - 1])[0][0] == number
    again.close()


@pytest.fixture
def owner(address: str) -> Iterator[str]:
    """The address for one who owns the database, and may not bring pgvector about."""
    name = address.split("/")[3].split("?")[0]
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute("CREATE ROLE olga LOGIN")
        connection.execute(f"ALTER DATABASE {name} OWNER TO olga")
        connection.execute("ALTER SCHEMA public OWNER TO olga")
        yield address.replace("//desk@", "//olga@")
        connection.execute(f"ALTER DATABASE {name} OWNER TO desk")
        connection.execute("DROP OWNED BY olga CASCADE")
        connection.execute("DROP ROLE olga")


def test_an_owner_who_may_not_bring_pgvector_about_has_the_index_once_it_is_there(
    address: str, owner: str, directions: Floats
) -> None:
    library = open_library(owner)
    fill(library, directions[:2])
    assert library.ask(queries.Nearest(turned(directions[0]), 1)) is None
    library.close()
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute("CREATE EXTENSION vector")
    again = open_library(owner)
    assert found_by_index(again, directions[1])[0][0] == 2
    again.close()


def test_a_backup_that_is_taken_back_has_the_index(address: str, with_vectors: Server, directions: Floats) -> None:
    library = open_library(address)
    fill(library, directions[:2])
    library.close()
    other = with_vectors.new_database()
    with_vectors.copy(address, other)
    again = open_library(other)
    assert found_by_index(again, directions[1])[0][0] == 2
    again.close()
    with_vectors.drop(other)


def test_without_pgvector_all_are_compared(desk: str, directions: Floats, server: Any) -> None:
    with psycopg.connect(desk) as connection:
        row = connection.execute("SELECT count(*) FROM pg_available_extensions WHERE name = 'vector'").fetchone()
    if row and row[0]:
        pytest.skip("this server has pgvector")
    library = open_library(desk)
    fill(library, directions[:2])
    assert library.ask(queries.Nearest(turned(directions[0]), 1)) is None
    assert found_by_comparing(library, directions[1])[0][0] == 2
    library.close()
