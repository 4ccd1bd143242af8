"""What can be read of a damaged library is saved, and the damaged one stays as it is."""

import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import apsw
import pytest
from library_samples import FERRY, analysis, article, keep, note

from briefing.library import (
    AddAnnotation,
    AddCollection,
    AddSavedSearch,
    FileArticles,
    TagArticles,
    open_library,
    queries,
)
from briefing.library.paths import DATABASE
from briefing.library.sqlite import sql_functions
from briefing.library.sqlite.backup import backups, restore
from briefing.library.sqlite.integrity import library_faults
from briefing.library.sqlite.salvage import forgotten_originals, salvage
from briefing.model import Collection, SavedSearch, Shelf, ShelfKind

FULL = """
    import resource, signal, sys
    from pathlib import Path
    from briefing.library import LibraryFailure
    from briefing.library.sqlite.salvage import salvage
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (64 * 1024, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))
    try:
        salvage(Path(sys.argv[1]))
    except LibraryFailure as failure:
        print(failure.sentence)
"""


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with all that a reader makes, closed, to be copied."""
    folder = tmp_path_factory.mktemp("sound")
    library = open_library(folder)
    kept = keep(library)
    library.keep_analysis(kept.id, analysis())
    library.perform(AddAnnotation(kept.id, note()))
    library.perform(AddCollection(Collection("c1", "Harbours")))
    library.perform(FileArticles((kept.id,), "c1"))
    library.perform(TagArticles((kept.id,), ("ferry",)))
    library.perform(AddSavedSearch(SavedSearch("s1", "Ferries", "ferry")))
    for number in range(150):
        keep(library, f"Article number {number} tells of bridge {number} at length. " * 40, title=f"Bridge {number}")
    library.close()
    return folder


@pytest.fixture
def folder(sound: Path, tmp_path: Path) -> Path:
    """The same, to be damaged."""
    shutil.copytree(sound, tmp_path, dirs_exist_ok=True)
    return tmp_path


def dump(folder: Path) -> dict[str, list[tuple[object, ...]]]:
    connection = apsw.Connection(str(folder / DATABASE), flags=apsw.SQLITE_OPEN_READONLY)
    tables = (
        "article",
        "body",
        "analysis",
        "annotation",
        "collection",
        "filed",
        "article_tag",
        "saved_search",
        "tally",
    )
    found = {table: sorted(connection.execute(f"SELECT * FROM {table}"), key=repr) for table in tables}
    connection.close()
    return found


def test_all_of_a_sound_library_is_saved(folder):
    before = dump(folder)
    salvaged = salvage(folder)
    open_library(folder).close()
    assert dump(folder) == before
    assert salvaged.lost == {}
    assert salvaged.articles == 151
    assert library_faults(folder) == []


def test_damaged_pages_cost_only_what_stood_on_them(folder):
    path = folder / DATABASE
    content = bytearray(path.read_bytes())
    middle = len(content) * 3 // 4 // 8192 * 8192
    content[middle : middle + 3 * 8192] = b"\xa5" * (3 * 8192)
    path.write_bytes(content)
    salvaged = salvage(folder)
    assert (salvaged.aside / DATABASE).read_bytes() == bytes(content)
    library = open_library(folder)
    assert salvaged.articles > 100
    assert library_faults(folder) == []
    first = library.ask(queries.ArticleByDigest(article().digest))
    assert first is not None
    assert library.ask(queries.AnnotationsOn(first.id)) == [note()]
    assert library.ask(queries.Articles(Shelf(ShelfKind.TAG, "ferry")))[0].id == first.id
    library.close()


def test_a_note_outlives_the_text_it_stood_on(folder):
    connection = apsw.Connection(str(folder / DATABASE))
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("DELETE FROM body WHERE article_id = 1")
    connection.close()
    salvaged = salvage(folder)
    assert salvaged.lost == {"body": 1}
    library = open_library(folder)
    (left,) = library.ask(queries.AnnotationsOn(1))
    assert (left.note, left.anchor.exact) == (note().note, "sail on Monday")
    library.close()


def test_what_is_no_database_leaves_an_empty_library_and_the_file(tmp_path):
    (tmp_path / DATABASE).write_bytes(FERRY.encode() * 200)
    salvaged = salvage(tmp_path)
    assert salvaged.articles == 0
    assert (salvaged.aside / DATABASE).read_bytes() == FERRY.encode() * 200
    library = open_library(tmp_path)
    assert library.ask(queries.Articles()) == []
    library.close()


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on the size of files")
def test_where_nothing_can_be_saved_to_the_damaged_library_is_put_back(folder):
    path = folder / DATABASE
    content = path.read_bytes()[:-8192]
    path.write_bytes(content)
    before = sorted(one.name for one in folder.iterdir())
    ended = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(FULL), str(folder)], capture_output=True, text=True, check=True
    )
    assert "is as it was" in ended.stdout
    assert path.read_bytes() == content
    assert sorted(one.name for one in folder.iterdir()) == before


def test_of_garbage_nothing_is_told_to_be_saved_and_nothing_to_be_whole(folder):
    (folder / DATABASE).write_bytes(b"\xa5" * 40_000)
    salvaged = salvage(folder)
    assert not salvaged.complete
    assert "Nothing could be read" in salvaged.sentence
    assert "Nothing is lost" not in salvaged.sentence
    assert str(salvaged.aside) in salvaged.sentence


def test_an_empty_file_and_none_at_all_are_not_told_to_be_whole(folder):
    for damage in ((folder / DATABASE).unlink, lambda: (folder / DATABASE).write_bytes(b"")):
        damage()
        salvaged = salvage(folder)
        assert not salvaged.complete
        assert "Nothing could be read" in salvaged.sentence


def test_it_is_told_how_much_was_read(folder):
    assert salvage(folder).sentence.startswith("151 articles and 1 annotation could be read. Nothing is lost.")


def test_what_stood_on_a_damaged_page_is_told_to_be_lost(folder):
    path = folder / DATABASE
    content = bytearray(path.read_bytes())
    middle = len(content) * 3 // 4 // 8192 * 8192
    content[middle : middle + 3 * 8192] = b"\xa5" * (3 * 8192)
    path.write_bytes(content)
    sentence = salvage(folder).sentence
    assert "articles and 1 annotation could be read" in sentence
    assert "Nothing is lost" not in sentence


def test_the_originals_that_no_article_is_left_of_are_found(folder):
    salvage(folder)
    assert forgotten_originals(folder) == []
    (folder / DATABASE).write_bytes(b"\xa5" * 40_000)
    (damaged, *others) = sorted((folder / "originals").glob("??/*"))
    damaged.write_bytes(b"not what it was")
    (folder / "originals" / "ab" / ".new-half").parent.mkdir(exist_ok=True)
    (folder / "originals" / "ab" / ".new-half").write_bytes(b"half")
    salvage(folder)
    assert sorted(forgotten_originals(folder)) == others


def test_backups_are_listed_and_put_back_after_it(folder):
    library = open_library(folder)
    made = library.back_up()
    library.close()
    before = dump(folder)
    (folder / DATABASE).write_bytes(b"\xa5" * 40_000)
    salvage(folder)
    assert backups(folder) == [made]
    restore(folder, made.path)
    assert dump(folder) == before


def test_a_note_whose_article_is_lost_can_still_be_read(folder):
    connection = apsw.Connection(str(folder / DATABASE))
    sql_functions.offer(connection)
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("DELETE FROM article WHERE id = 1")
    connection.close()
    salvaged = salvage(folder)
    assert salvaged.lost["annotation"] == 1
    assert salvaged.notes is not None
    assert salvaged.notes.read_text(encoding="utf-8") == f"“sail on Monday”\n{note().note}\n"
    assert str(salvaged.notes) in salvaged.sentence
