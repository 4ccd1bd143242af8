"""A byte that the disk changed is noticed, costs no more than what it stood in, and never ends in a traceback."""

import contextlib
import hashlib
import random
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import apsw
import pytest
from library_samples import FERRY, NOW, analysis, keep, note, span

from briefing.library import (
    AddAnnotation,
    AddCollection,
    AddSavedSearch,
    FileArticles,
    Judge,
    KeepBrief,
    Library,
    LibraryFailure,
    TagArticles,
    open_library,
    queries,
)
from briefing.library.paths import DATABASE
from briefing.library.sqlite import sql_functions
from briefing.library.sqlite.damage import mended
from briefing.library.sqlite.integrity import library_faults
from briefing.library.sqlite.salvage import forgotten_originals, salvage
from briefing.model import (
    Annotation,
    BriefLine,
    BriefSection,
    Collection,
    Judgement,
    LineKind,
    SavedSearch,
    Status,
    StoredBrief,
    anchor,
)
from briefing.model.catalogue import in_english

BRIDGES = 30


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with all that a reader makes, closed."""
    folder = tmp_path_factory.mktemp("sound")
    library = open_library(folder)
    kept = keep(library, title="The ferry at dawn")
    library.keep_analysis(kept.id, analysis())
    for number in range(BRIDGES):
        one = keep(library, f"Article {number} tells of bridge {number} at length. " * 40, title=f"Bridge {number}")
        library.perform(AddAnnotation(one.id, told(number)))
    where = anchor(FERRY, span("The ferry will sail on Monday"))
    lines = (BriefLine("l1", LineKind.TEXT, text="My own words"),)
    for act in (
        AddAnnotation(kept.id, note()),
        Judge(kept.id, Judgement(where, NOW, NOW, status=Status.CONFIRMED, note="She told me so")),
        AddCollection(Collection("c1", "Harbours")),
        FileArticles((kept.id,), "c1"),
        TagArticles((kept.id,), ("boats",)),
        AddSavedSearch(SavedSearch("s1", "Ferries", "ferry")),
        KeepBrief(StoredBrief("b1", "The brief", NOW, sections=(BriefSection("", lines),))),
    ):
        library.perform(act)
    library.close()
    return folder


def told(number: int) -> Annotation:
    text = f"Article {number} tells of bridge {number} at length. " * 40
    return note(100 + number, "bridge", f"Note on bridge {number}", text)


@pytest.fixture
def folder(sound: Path, tmp_path: Path) -> Path:
    shutil.copytree(sound, tmp_path / "library")
    return tmp_path / "library"


def change(folder: Path, old: bytes, new: bytes) -> None:
    """Change bytes in the database, wherever they stand."""
    path = folder / DATABASE
    content = path.read_bytes()
    assert old in content
    path.write_bytes(content.replace(old, new))


def write(folder: Path, *statements: str) -> None:
    """Change the database as a damaged disk would, past what the library allows."""
    connection = apsw.Connection(str(folder / DATABASE))
    sql_functions.offer(connection)
    connection.pragma("foreign_keys", False)
    for statement in statements:
        connection.execute(statement)
    connection.close()


def questions(library: Library) -> Iterator[Callable[[], object]]:
    """All that a window asks."""
    numbers = range(1, BRIDGES + 2)
    for query in (
        queries.Articles(),
        queries.Briefs(),
        queries.Collections(),
        queries.SavedSearches(),
        queries.Tags(),
        queries.Bin(),
        queries.AnnotationList(),
        queries.Search("ferry"),
        queries.Actors(),
    ):
        yield partial(library.ask, query)
    for number in numbers:
        for about in (
            queries.ListedArticle,
            queries.WholeArticle,
            queries.AnnotationsOn,
            queries.JudgementsOn,
            queries.NewestAnalysis,
            queries.FoundMetadata,
            queries.ActorJudgementsOn,
            queries.Versions,
        ):
            yield partial(library.ask, about(number))


def test_a_flipped_byte_in_a_title_is_noticed_and_the_list_is_still_shown(folder):
    change(folder, b"The ferry at dawn", b"The f\xe5rry at dawn")
    assert "article cannot be read, or only in part" in " ".join(map(in_english, library_faults(folder)))
    library = open_library(folder)
    titles = {kept.origin.title for kept in library.ask(queries.Articles())}
    assert titles == {"The f\ufffdrry at dawn", *(f"Bridge {number}" for number in range(BRIDGES))}
    assert "“briefing library check” says more" in in_english(library.damage)
    assert library.ask(queries.ListedArticle(1)).origin.title == "The f\ufffdrry at dawn"
    library.close()


def test_a_letter_of_a_title_that_became_another_one_is_noticed(folder):
    change(folder, b"The ferry at dawn", b"The fesry at dawn")
    (fault,) = library_faults(folder)
    assert "not those that the search was told" in in_english(fault)
    salvage(folder)
    assert library_faults(folder) == []


def test_a_sound_library_is_not_told_to_be_damaged(folder):
    library = open_library(folder)
    for ask in questions(library):
        ask()
    assert library.damage is None
    library.close()


DAMAGE = {
    "title": "UPDATE article SET title = CAST(x'ff41' AS TEXT) WHERE id = 1",
    "moment": "UPDATE article SET added = 'yesterday' WHERE id = 1",
    "moment of no zone": "UPDATE article SET opened = '2026-05-01T12:00:00' WHERE id = 1",
    "far moment": "UPDATE annotation SET modified = '9999-12-31T23:59:59+00:00'",
    "state": "UPDATE article SET state = 'unreae' WHERE id = 1",
    "counts": "UPDATE article SET statuses = '{' WHERE id = 1",
    "counts of texts": "UPDATE article SET statuses = '{\"claimed\": \"many\"}' WHERE id = 1",
    "found": "UPDATE article SET found = '[]' WHERE id = 1",
    "note": "UPDATE annotation SET note = CAST(x'4e6f7465ff' AS TEXT) WHERE article_id = 1",
    "span": "UPDATE annotation SET start = 90 WHERE article_id = 1",
    "colour": "UPDATE annotation SET colour = 77 WHERE article_id = 1",
    "status": "UPDATE judgement SET status = 'confirmee'",
    "rating": "UPDATE judgement SET information_rating = 70",
    "words": "UPDATE judgement SET words = '[1, 2'",
    "disputes": "UPDATE judgement SET disputed_by = '[1, 2'",
    "text": "UPDATE body SET text = x'01ffff' WHERE article_id = 1",
    "blocks": "UPDATE body SET blocks = packed('[[\"paragraph\", 0, 100000]]') WHERE article_id = 1",
    "collection": "UPDATE collection SET name = CAST(x'48ff' AS TEXT)",
    "search": "UPDATE saved_search SET typed = CAST(x'48ff' AS TEXT)",
    "brief": "UPDATE brief SET content = replace(content, '\"id\"', '\"ie\"')",
    "brief of bytes": "UPDATE brief SET content = CAST(x'7b22ff' AS TEXT)",
    "findings": "UPDATE analysis SET findings = x'01ff'",
}  # fmt: skip


@pytest.mark.parametrize("statement", DAMAGE.values(), ids=DAMAGE.keys())
def test_each_damaged_value_is_noticed_survived_and_mended(folder, statement):
    write(folder, statement)
    assert library_faults(folder) != []
    library = open_library(folder)
    assert len(library.ask(queries.Articles())) == BRIDGES + 1
    for ask in questions(library):
        try:
            ask()
        except LibraryFailure as failure:
            assert "damaged" in failure.sentence  # noqa: PT017
    library.close()
    salvaged = salvage(folder)
    assert salvaged.articles == BRIDGES + 1
    assert salvaged.annotations == BRIDGES + 1
    assert library_faults(folder) == []


def test_the_words_of_a_brief_that_cannot_be_read_are_kept_as_words(folder):
    write(folder, DAMAGE["brief"])
    salvage(folder)
    library = open_library(folder)
    (brief,) = library.ask(queries.Briefs())
    assert "My own words" in brief.sections[0].lines[0].text
    library.close()


def test_what_seems_to_lie_in_the_bin_is_not_deleted_for_good(folder):
    write(folder, "UPDATE article SET removed = '002\x01-05-01' WHERE id = 1")
    open_library(folder).close()
    assert salvage(folder).articles == BRIDGES + 1


def test_an_article_whose_text_is_lost_has_it_again_once_it_is_opened(folder):
    write(folder, DAMAGE["text"])
    salvage(folder)
    (original,) = forgotten_originals(folder)
    assert original.read_bytes() == FERRY.encode()
    library = open_library(folder)
    kept = keep(library, title="The ferry at dawn")
    assert (kept.id, library.ask(queries.WholeArticle(1)).text, len(library.ask(queries.AnnotationsOn(1)))) == (
        1,
        FERRY,
        1,
    )
    assert [found.article.id for found in library.ask(queries.Search("sail")).found] == [1]
    library.close()
    assert library_faults(folder) == []


def test_a_damaged_digest_finds_its_original_again(folder):
    digest = hashlib.sha256(FERRY.encode()).hexdigest()
    write(folder, f"UPDATE article SET digest = CAST(x'ff' AS TEXT) || substr(digest, 2) WHERE digest = '{digest}'")
    salvage(folder)
    assert (library_faults(folder), forgotten_originals(folder)) == ([], [])


def test_where_salvaging_fails_in_the_middle_all_is_where_it_was(folder, monkeypatch):
    change(folder, b"The ferry at dawn", b"The f\xe5rry at dawn")
    before = (folder / DATABASE).read_bytes()
    monkeypatch.setattr("briefing.library.sqlite.salvage._give_bodies", lambda fresh: 1 // 0)
    with pytest.raises(LibraryFailure, match="it is as it was"):
        salvage(folder)
    assert (folder / DATABASE).read_bytes() == before
    assert not list(folder.glob("damaged-*"))


@pytest.mark.parametrize("at", [0, 16, 17, 18, 20, 21, 45, 47, 59, 63, 70])
def test_a_damaged_header_costs_nothing(folder, at):
    content = bytearray((folder / DATABASE).read_bytes())
    content[at] ^= 0x15
    (folder / DATABASE).write_bytes(content)
    library_faults(folder)
    assert salvage(folder).articles == BRIDGES + 1
    assert library_faults(folder) == []


@pytest.mark.parametrize(
    "words",
    [b"CREATE TABLE article", b"CREATE TABLE annotation", b"digest TEXT NOT NULL", b"exact TEXT NOT NULL"],
)
def test_a_damaged_schema_costs_nothing(folder, words):
    change(
        folder,
        words,
        words.replace(b"TABLE", b"TABLF").replace(b"digest T", b"digest \x00").replace(b"exact", b"exacu"),
    )
    salvaged = salvage(folder)
    assert (salvaged.articles, salvaged.annotations) == (BRIDGES + 1, BRIDGES + 1)
    assert library_faults(folder) == []


def leaves(content: bytes, root: int, page: int = 8192) -> list[int]:
    """The pages below the root of a table's tree, of two levels (https://www.sqlite.org/fileformat2.html)."""
    top = content[(root - 1) * page : root * page]
    assert top[0] == 5
    cells = [int.from_bytes(top[12 + 2 * n : 14 + 2 * n], "big") for n in range(int.from_bytes(top[3:5], "big"))]
    return [int.from_bytes(top[at : at + 4], "big") for at in cells]


def test_of_a_library_with_a_damaged_page_the_rest_is_still_listed(tmp_path):
    chance = random.Random(1)
    library = open_library(tmp_path)
    for number in range(200):
        keep(library, f"{chance.randrange(16**8):08x} {number}", title=f"Bridge {number} {chance.randbytes(40).hex()}")
    library.close()
    path = tmp_path / DATABASE
    connection = apsw.Connection(str(path))
    (root,) = next(connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'article'"))
    connection.close()
    content = bytearray(path.read_bytes())
    found = leaves(content, root)
    content[(found[2] - 1) * 8192 : found[2] * 8192] = b"\xa5" * 8192
    path.write_bytes(content)
    library = open_library(tmp_path)
    listed = library.ask(queries.Articles())
    assert 150 <= len(listed) < 200
    assert [kept.id for kept in listed] == sorted((kept.id for kept in listed), reverse=True)
    assert "“briefing library check” says more" in in_english(library.damage)
    library.close()


def test_an_article_whose_row_is_lost_keeps_its_text_and_notes(tmp_path):
    library = open_library(tmp_path)
    for number in range(60):
        text = f"Bridge {number}\n\nIt is said that bridge {number} will sail on Monday."
        kept = keep(library, text, title=f"Bridge {number} {'x' * 900}")
        library.perform(AddAnnotation(kept.id, note(number, "sail on Monday", f"Note {number}", text)))
    library.close()
    path = tmp_path / DATABASE
    connection = apsw.Connection(str(path))
    (root,) = next(connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'article'"))
    connection.close()
    content = bytearray(path.read_bytes())
    page = leaves(content, root)[2]
    content[(page - 1) * 8192 : page * 8192] = b"\xa5" * 8192
    path.write_bytes(content)
    salvaged = salvage(tmp_path)
    assert (salvaged.articles, salvaged.annotations, salvaged.notes) == (60, 60, None)
    library = open_library(tmp_path)
    nameless = [kept for kept in library.ask(queries.Articles()) if "x" not in kept.origin.title]
    assert nameless
    assert all(
        library.ask(queries.WholeArticle(kept.id)).text.startswith(f"{kept.origin.title}\n\nIt is said")
        for kept in nameless
    )
    library.close()
    assert library_faults(tmp_path) == []


def test_two_damaged_pages_cost_no_row_between_them(tmp_path):
    chance = random.Random(1)
    library = open_library(tmp_path)
    for _ in range(80):
        keep(library, " ".join(f"{chance.randrange(16**8):08x}" for _ in range(200)))
    library.close()
    path = tmp_path / DATABASE
    connection = apsw.Connection(str(path))
    (root,) = next(connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'body'"))
    connection.close()
    content = bytearray(path.read_bytes())
    found = leaves(content, root)
    assert len(found) > 6
    for number in (found[1], found[-2]):
        content[(number - 1) * 8192 : number * 8192] = b"\xa5" * 8192
    path.write_bytes(content)
    salvage(tmp_path)
    library = open_library(tmp_path)
    there = [bool(library.ask(queries.WholeArticle(number)).text) for number in range(1, 81)]
    library.close()
    assert sum(there) >= 80 - 2 * 8
    assert all(there[20:60])


@pytest.mark.parametrize("seed", range(12))
def test_random_flips_never_end_in_a_traceback_and_never_cost_a_row_that_could_be_read(folder, seed):
    chance = random.Random(seed)
    content = bytearray((folder / DATABASE).read_bytes())
    for _ in range(chance.choice((1, 1, 2, 4, 12))):
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    (folder / DATABASE).write_bytes(content)
    library_faults(folder)
    readable = set()
    try:
        library = open_library(folder)
    except LibraryFailure:
        pass
    else:
        for ask in questions(library):
            try:
                found = ask()
            except LibraryFailure:
                continue
            if isinstance(found, list):
                readable |= {("note", one.id) for one in found if hasattr(one, "anchor")}
        library.close()
    salvage(folder)
    library = open_library(folder)
    kept = {("note", one.annotation.id) for one in library.ask(queries.AnnotationList())}
    library.close()
    assert readable <= kept
    assert [fault for fault in library_faults(folder) if "original" not in in_english(fault)] == []


def test_bytes_are_taken_for_a_damaged_text_in_no_table(sound):
    with contextlib.closing(apsw.Connection(str(sound / DATABASE))) as connection:
        tables = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
        columns = [
            (table, str(row[1]))
            for (table,) in connection.execute(tables).fetchall()
            for row in connection.execute(f'PRAGMA table_info("{table}")')
            if row[2] == "BLOB" and not table.startswith("article_words_") and table != "sqlite_schema"
        ]
    assert ("article_statements", "vectors") in columns
    assert [place for place in columns if mended(*place, b"\x80\xff") != b"\x80\xff"] == []
