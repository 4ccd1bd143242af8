"""What a database brings that Briefing did not make is not run: a library, or a backup, of another shape is refused."""

from pathlib import Path

import apsw
import pytest
from library_samples import keep, note

from briefing.library import AddAnnotation, LibraryFailure, open_library, queries
from briefing.library.paths import DATABASE
from briefing.library.sqlite import migrations, shape, sql_functions
from briefing.library.sqlite.backup import newest_sound, restore
from briefing.library.sqlite.integrity import library_faults
from briefing.library.sqlite.salvage import salvage

STRANGE = {
    "trigger": "CREATE TRIGGER evil AFTER UPDATE ON article BEGIN UPDATE annotation SET note = 'Forged.'; END",
    "trigger of a known name": "DROP TRIGGER filed_counted; CREATE TRIGGER filed_counted AFTER UPDATE ON article "
    "BEGIN UPDATE annotation SET note = 'Forged.'; END",
    "view": "ALTER TABLE annotation RENAME TO mine; CREATE VIEW annotation AS SELECT * FROM mine",
    "table": "CREATE TABLE evil (id)",
    "index on more": "CREATE INDEX evil ON annotation (upper(note))",
    "index gone": "DROP INDEX annotation_by_article",
    "virtual table": "CREATE VIRTUAL TABLE evil USING fts5 (words)",
    "column": "ALTER TABLE annotation ADD COLUMN evil TEXT DEFAULT 'x'",
    "version": "PRAGMA user_version = 3",
    "no version": "PRAGMA user_version = 0",
}


@pytest.fixture
def library(tmp_path: Path):
    library = open_library(tmp_path)
    library.perform(AddAnnotation(keep(library).id, note()))
    yield library
    library.close()


def change(path: Path, statements: str) -> None:
    connection = apsw.Connection(str(path))
    sql_functions.offer(connection)
    connection.execute(statements)
    connection.close()


@pytest.mark.parametrize("statements", STRANGE.values(), ids=STRANGE.keys())
def test_a_backup_of_another_shape_is_not_put_back(library, tmp_path, statements):
    made = library.back_up()
    change(made.path, statements)
    assert newest_sound(tmp_path) is None
    with pytest.raises(LibraryFailure, match=r"is not sound .*Briefing"):
        restore(tmp_path, made.path)
    assert library.ask(queries.AnnotationsOn(1)) == [note()]


@pytest.mark.parametrize("statements", STRANGE.values(), ids=STRANGE.keys())
def test_a_library_of_another_shape_is_not_opened_and_what_it_holds_is_saved(library, tmp_path, statements):
    library.close()
    change(tmp_path / DATABASE, statements)
    with pytest.raises(LibraryFailure, match="was not opened: "):
        open_library(tmp_path)
    assert library_faults(tmp_path) != []
    salvage(tmp_path)
    again = open_library(tmp_path)
    assert again.ask(queries.AnnotationsOn(1)) == [note()]
    again.close()


def test_what_sqlite_keeps_for_itself_is_no_other_shape(library, tmp_path):
    library.close()
    change(tmp_path / DATABASE, "ANALYZE")
    again = open_library(tmp_path)
    assert again.ask(queries.AnnotationsOn(1)) == [note()]
    again.close()


def test_a_library_of_each_version_has_the_shape_of_that():
    for version in range(1, migrations.newest_version() + 1):
        connection = apsw.Connection(":memory:")
        sql_functions.offer(connection)
        for script in migrations.files()[:version]:
            connection.execute(script.read_text(encoding="utf-8"))
        connection.pragma("user_version", version)
        assert shape.schema_fault(connection) is None
        connection.close()


def test_the_written_shape_is_that_of_the_newest_version():
    written = shape.NEWEST.read_text(encoding="utf-8").splitlines()
    assert written == shape.made_by(migrations.newest_version()), (
        "after a new migration: python tests/library/sqlite/dump_schema.py --shape"
    )


def test_no_schema_can_call_what_is_not_harmless(library):
    connection = library._connection
    assert connection.config(apsw.SQLITE_DBCONFIG_TRUSTED_SCHEMA, -1) == 0
    assert connection.config(apsw.SQLITE_DBCONFIG_DEFENSIVE, -1) == 1
