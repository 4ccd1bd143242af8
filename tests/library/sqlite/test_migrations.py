"""A library of each released schema is brought up to date with everything in it."""

from pathlib import Path

import apsw
import pytest
from library_samples import FERRY, FERRY_LATER, analysis, article, keep, note, span

from briefing.library import LibraryFailure, RestoreArticle, open_library, queries
from briefing.library.sqlite.migrations import newest_version, version_of
from briefing.model import ReadingState, Shelf, ShelfKind, SourceRating

RELEASED = sorted((Path(__file__).parent / "schemas").glob("*.sql"))


@pytest.fixture(params=RELEASED, ids=lambda path: path.stem)
def released(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A folder with a library as that release wrote it: an article with all that was said of it, another in the bin."""
    connection = database(tmp_path)
    connection.execute(request.param.read_text(encoding="utf-8"))
    connection.close()
    return tmp_path


def database(folder: Path) -> apsw.Connection:
    return apsw.Connection(str(folder / "library.sqlite"))


def schema(folder: Path) -> set[tuple[str, ...]]:
    """All columns of all tables, and all indexes, triggers and views, of a library."""
    connection = database(folder)
    found = {
        tuple(map(str, row))
        for row in connection.execute(
            "SELECT tables.name, columns.* FROM sqlite_schema AS tables, pragma_table_xinfo(tables.name) AS columns "
            "WHERE tables.type = 'table'"
        )
    }
    found = {(table, *column[1:]) for table, *column in found}  # without numbers: added columns stand at the end
    found |= set(connection.execute("SELECT type, name, sql FROM sqlite_schema WHERE sql <> '' AND type <> 'table'"))
    connection.close()
    return found


def test_there_is_a_schema_of_the_first_release() -> None:
    assert [path.stem for path in RELEASED][:1] == ["0.1.0"]


def test_everything_in_it_is_there_afterwards(released: Path) -> None:
    library = open_library(released)
    (kept,) = library.ask(queries.Articles())
    assert library.ask(queries.WholeArticle(kept.id)) == article(address="https://harbour.example/ferry")
    assert library.ask(queries.NewestAnalysis(kept.id)) == analysis()
    assert (kept.claims, kept.statuses, kept.annotations) == (1, (("confirmed", 1),), 1)
    assert kept.state is ReadingState.OPENED
    assert library.ask(queries.AnnotationsOn(kept.id)) == [note()]
    (judgement,) = library.ask(queries.JudgementsOn(kept.id))
    assert (judgement.claim.span, judgement.source_rating) == (span("The ferry will sail on Monday"), SourceRating.B)
    (binned,) = library.ask(queries.Articles(Shelf(ShelfKind.BIN)))
    library.perform(RestoreArticle(binned.id))
    assert library.ask(queries.WholeArticle(binned.id)).text == FERRY_LATER
    assert library.ask(queries.AnnotationsOn(binned.id)) == [note(2, "confirms it", "Since when?", FERRY_LATER)]


@pytest.mark.parametrize("typed", ["monday", "who:quill", 'in:notes "says who"', "tag:ferry", "outlet:harbour"])
def test_it_is_searched(released: Path, typed: str) -> None:
    assert open_library(released).ask(queries.Search(typed)).total == 1


def test_its_findings_are_asked_across_articles(released: Path) -> None:
    library = open_library(released)
    assert [claim.content for claim in library.ask(queries.ClaimsBy("ada quill"))] == ["The ferry will sail on Monday"]


def test_its_articles_are_known_as_versions_and_duplicates_of_new_ones(released: Path) -> None:
    library = open_library(released)
    (old,) = library.ask(queries.Articles())
    assert keep(library, FERRY, address="https://copy.example").duplicate_of == old.id
    assert keep(library, FERRY_LATER, address="https://harbour.example/ferry").former == old.id


def test_its_schema_is_that_of_a_new_library(released: Path, tmp_path: Path) -> None:
    open_library(released).close()
    open_library(tmp_path / "new").close()
    assert schema(released) == schema(tmp_path / "new")


def test_foreign_keys_and_pages_are_sound_afterwards(released: Path) -> None:
    open_library(released).close()
    connection = database(released)
    assert connection.pragma("integrity_check") == "ok"
    assert list(connection.execute("PRAGMA foreign_key_check")) == []


@pytest.mark.parametrize("released", RELEASED[:1], indirect=True)
def test_a_migration_that_fails_leaves_the_library_as_it_was(released: Path) -> None:
    connection = database(released)
    before = version_of(connection)
    connection.execute("CREATE TABLE tally (unexpected)")
    held = schema(released)
    with pytest.raises(LibraryFailure):
        open_library(released)
    assert (schema(released), version_of(connection)) == (held, before)
    connection.execute("DROP TABLE tally")
    connection.close()
    assert len(open_library(released).ask(queries.Articles())) == 1


def test_what_is_left_to_the_program_is_done_when_it_was_killed_before(released: Path) -> None:
    open_library(released).close()
    connection = database(released)
    connection.execute(
        "DELETE FROM claim; UPDATE body SET sketch = NULL; INSERT INTO due VALUES ('findings'), ('sketches')"
    )
    connection.close()
    assert open_library(released).ask(queries.ClaimsBy("Ada Quill")) != []


def test_findings_that_cannot_be_read_are_left_out_and_found_again_later(released: Path) -> None:
    connection = database(released)
    connection.execute("UPDATE analysis SET findings = '{}'")
    connection.close()
    library = open_library(released)
    (kept,) = library.ask(queries.Articles())
    assert (library.ask(queries.NewestAnalysis(kept.id)), kept.claims) == (None, None)


def test_two_that_open_it_at_once_migrate_it_once(released: Path) -> None:
    first, second = open_library(released), open_library(released)
    assert first.ask(queries.Articles()) == second.ask(queries.Articles())
    assert version_of(database(released)) == newest_version()
