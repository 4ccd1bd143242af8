"""What is deleted for good is in no byte of any file of the library any more: database, log, originals, backups."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import apsw
import pytest
from library_samples import FERRY, NOW, article, keep, note, span

from briefing.library import (
    AddAnnotation,
    AddCollection,
    AddSavedSearch,
    ChangeMetadata,
    FileArticles,
    KeepBrief,
    Library,
    RemoveAnnotation,
    RemoveArticle,
    RemoveBrief,
    RemoveCollection,
    RemoveSavedSearch,
    TagArticles,
    compression,
    open_library,
    queries,
)
from briefing.library.backup_record import Reason
from briefing.library.paths import DATABASE, SETTINGS
from briefing.library.sqlite.backup import FOLDER, backups, restore
from briefing.library.sqlite.integrity import database_faults, library_faults
from briefing.model import (
    Actor,
    ActorKind,
    Analysis,
    BriefLine,
    BriefSection,
    Collection,
    LineKind,
    Metadata,
    SavedSearch,
    StoredBrief,
    anchor,
)
from briefing.service.http_cache import Visit, Visits

SECRET = "Zyxquorb Wvuthrap met Jjkplomb beside the harbour, Captain Zyxquorb said. The ferry will sail on Monday."
FRAGMENTS = ("zyxqu", "yxquorb", "wvuth", "vuthrap", "jjkpl", "jkplomb", "qqvvnote", "kkttag", "ppssfile", "hhtitle")
LONG_AGO = (datetime.now(UTC) - timedelta(days=31)).isoformat(timespec="microseconds")


def traces(folder: Path) -> list[str]:
    """Where something of the secret article can still be read, packed or plain, in whatever case."""
    packed = compression.pack(SECRET)[8:40]
    found = []
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        content = path.read_bytes()
        found += [f"{path.name}: {one}" for one in FRAGMENTS if one.encode() in content.lower()]
        found += [f"{path.name}: the text"] if packed in content else []
    return found


def fill(library: Library) -> int:
    """Keep other articles and the secret one with all that a reader can write on it; gives its number."""
    for number in range(40):
        keep(library, f"Article {number} tells of zebras, wharves and junks, of {number} bridges. " * 30)
    kept = keep(library, SECRET, title="Hhtitle", file="/home/ada/ppssfile.txt")
    for number in range(40, 80):
        keep(library, f"Article {number} tells of zones, widths and joints, of {number} bridges. " * 30)
    named = Actor("a1", "Zyxquorb", ActorKind.PERSON, ("Zyxquorb",), (span("Zyxquorb", SECRET),))
    library.keep_analysis(kept.id, Analysis("test 1", "en", (named,), ()))
    library.perform(AddAnnotation(kept.id, note(9, "Wvuthrap", "Qqvvnote", SECRET)))
    library.perform(TagArticles((kept.id,), ("kkttag",)))
    return kept.id


@pytest.fixture
def library(tmp_path: Path):
    library = open_library(tmp_path)
    yield library
    library.close()


def test_an_article_deleted_for_good_is_in_no_byte_of_the_library(library, tmp_path):
    number = fill(library)
    library.perform(RemoveArticle(number))
    assert traces(tmp_path)
    library.empty_bin()
    assert traces(tmp_path) == []
    assert library_faults(tmp_path) == []
    assert library.ask(queries.ArticleCount()) == 80


def test_it_is_in_no_byte_of_a_backup_either_and_all_else_is(library, tmp_path):
    keep(library)
    library.back_up()
    number = fill(library)
    for reason in Reason:
        library.back_up(reason)
    library.perform(RemoveArticle(number))
    erased = library.empty_bin()
    assert (traces(tmp_path), erased.left) == ([], ())
    assert [database_faults(one.path) for one in backups(tmp_path)] == [[]] * 5
    restore(tmp_path, backups(tmp_path)[0].path)
    assert library.ask(queries.ArticleCount()) == 81
    assert library.ask(queries.ArticleByDigest(article(SECRET).digest)) is None


def test_a_note_deleted_for_good_is_gone_and_its_article_stays(library, tmp_path):
    number = fill(library)
    library.back_up()
    library.perform(RemoveAnnotation(number, note(9).id))
    library.empty_bin()
    assert [one for one in traces(tmp_path) if "qqvvnote" in one] == []
    assert library.ask(queries.WholeArticle(number)).text == SECRET


def test_so_are_collections_searches_and_briefs(library, tmp_path):
    kept = keep(library)
    for act in (
        AddCollection(Collection("k1", "Hhtitle")),
        FileArticles((kept.id,), "k1"),
        AddSavedSearch(SavedSearch("s1", "Kkttag", "qqvvnote")),
        KeepBrief(StoredBrief("b1", "Ppssfile", NOW, purpose="Zyxquorb")),
    ):
        library.perform(act)
    library.back_up()
    for act in (RemoveCollection("k1"), RemoveSavedSearch("s1"), RemoveBrief("b1")):
        library.perform(act)
    library.empty_bin()
    assert traces(tmp_path) == []


def test_a_brief_keeps_its_line_and_comment_but_no_words_of_an_article_that_is_gone(library, tmp_path):
    number = fill(library)
    where = anchor(SECRET, span("Zyxquorb Wvuthrap", SECRET))
    lines = (
        BriefLine("l1", LineKind.CLAIM, number, where, text="My comment"),
        BriefLine("l2", LineKind.ARTICLE, number),
        BriefLine("l3", LineKind.ANNOTATION, number, annotation_id=note(9).id),
    )
    library.perform(KeepBrief(StoredBrief("b1", "The ferry", NOW, sections=(BriefSection("", lines),))))
    library.back_up()
    library.perform(RemoveArticle(number))
    library.empty_bin()
    assert traces(tmp_path) == []
    (section,) = library.ask(queries.BriefOf("b1")).sections
    assert section.lines == (BriefLine("l1", LineKind.CLAIM, number, text="My comment"), *lines[1:])
    assert len(library.ask(queries.AffectedLines("b1"))) == 3


def test_what_is_overdue_is_deleted_at_once_and_erased_when_there_is_time(library, tmp_path):
    number = fill(library)
    library.back_up()
    library.perform(RemoveArticle(number, LONG_AGO))
    library.close()
    again = open_library(tmp_path)
    assert again.ask(queries.ArticleCount()) == 80
    assert again.erase_if_due() is not None
    assert again.erase_if_due() is None
    again.close()
    assert traces(tmp_path) == []


def test_it_is_erased_while_another_window_is_open(library, tmp_path):
    number = fill(library)
    other = open_library(tmp_path)
    assert other.ask(queries.Search("zyxquorb")).total == 1
    library.perform(RemoveArticle(number))
    library.empty_bin()
    assert (traces(tmp_path), other.ask(queries.Search("zyxquorb")).total, other.ask(queries.ArticleCount())) == (
        [],
        0,
        80,
    )
    other.close()


def test_where_another_window_reads_it_is_tried_again(library, tmp_path):
    number = fill(library)
    reading = apsw.Connection(str(tmp_path / DATABASE))
    reading.execute("BEGIN; SELECT count(*) FROM article")
    library._connection.set_busy_timeout(10)
    library.perform(RemoveArticle(number))
    assert "another program holds it" in library.empty_bin().sentence
    reading.close()
    again = library.erase_if_due()
    assert again is not None
    assert (again.sentence, traces(tmp_path), library.erase_if_due()) == ("", [], None)


def test_what_another_window_deletes_meanwhile_is_erased_from_the_backups_next(library, tmp_path):
    number = fill(library)
    first = keep(library)
    library.back_up()

    def delete_elsewhere(cursor, statement, bindings):
        del cursor, bindings
        if statement == "VACUUM":
            library._connection.exec_trace = None
            other = open_library(tmp_path)
            other.perform(RemoveArticle(number, LONG_AGO))
            other.close()
            open_library(tmp_path).close()  # what is overdue is deleted
        return True

    library.perform(RemoveArticle(first.id))
    library._connection.exec_trace = delete_elsewhere
    library.empty_bin()
    assert library.ask(queries.ArticleByDigest(article(SECRET).digest)) is None
    assert traces(tmp_path)
    assert library.erase_if_due() is not None
    assert (traces(tmp_path), library.erase_if_due()) == ([], None)


def test_a_backup_that_another_program_cleans_is_left_to_it(library, tmp_path):
    number = fill(library)
    made = library.back_up()
    half = made.path.with_suffix(".cleaning")
    half.write_bytes(b"half")
    library.perform(RemoveArticle(number))
    assert "another program deletes for good" in library.empty_bin().sentence
    assert half.read_bytes() == b"half"
    half.unlink()
    assert library.erase_if_due() is not None
    assert (traces(tmp_path), library.erase_if_due()) == ([], None)


def test_a_backup_that_cannot_be_cleaned_is_named(library, tmp_path):
    number = fill(library)
    broken = library.back_up()
    broken.path.write_bytes(broken.path.read_bytes()[:40_000])
    aside = tmp_path / "damaged-2026-05-01T120000000000Z"
    aside.mkdir()
    (aside / DATABASE).write_bytes(b"anything")
    library.perform(RemoveArticle(number))
    erased = library.empty_bin()
    assert set(erased.left) == {broken.path, aside}
    assert str(broken.path) in erased.sentence
    assert [one for one in traces(tmp_path) if not one.startswith(broken.path.name)] == []


def test_what_was_opened_again_meanwhile_is_not_erased_from_backups(library, tmp_path):
    kept = keep(library)
    library.perform(RemoveArticle(kept.id, LONG_AGO))
    made = library.back_up()
    library.close()
    again = open_library(tmp_path)
    assert again.ask(queries.ArticleCount()) == 0
    keep(again, FERRY)
    again.erase_if_due()
    again.close()
    copy = apsw.Connection(str(made.path), flags=apsw.SQLITE_OPEN_READONLY)
    assert copy.execute("SELECT count(*) FROM article").fetchone() == (1,)
    copy.close()


def test_a_backup_of_an_older_schema_is_cleaned_as_it_is(tmp_path):
    schema = sorted((Path(__file__).parent / "schemas").glob("*.sql"))[0]
    old = apsw.Connection(str(tmp_path / DATABASE))
    old.execute(schema.read_text(encoding="utf-8"))
    version = old.pragma("user_version")
    old.close()
    library = open_library(tmp_path)
    (made,) = backups(tmp_path)
    library.perform(RemoveArticle(1))
    assert library.empty_bin().left == ()
    library.close()
    copy = apsw.Connection(str(made.path), flags=apsw.SQLITE_OPEN_READONLY)
    assert copy.pragma("user_version") == version
    assert copy.execute("SELECT count(*) FROM article").fetchone() == (0,)
    copy.close()
    assert b"Says who?" not in made.path.read_bytes()


def test_unfinished_copies_do_not_stay(library, tmp_path):
    number = fill(library)
    (tmp_path / FOLDER).mkdir(exist_ok=True)
    for name in ("2026-05-01T120000000000Z-daily.new", "2026-05-01T120000000000Z-daily.cleaning", "x.fitting"):
        (tmp_path / FOLDER / name).write_bytes(SECRET.encode())
        os.utime(tmp_path / FOLDER / name, (0, 0))
    half = tmp_path / "originals" / "ab" / ".new-half"
    half.parent.mkdir(exist_ok=True)
    half.write_bytes(SECRET.encode())
    os.utime(half, (0, 0))
    library.perform(RemoveArticle(number))
    library.empty_bin()
    assert traces(tmp_path) == []


def test_no_visit_tells_of_the_page_of_an_article_deleted_for_good(library, tmp_path):
    gone = keep(library, "A page on zebras, wharves and junks.", address="https://a.example/corrected")
    stays = keep(library, "A page on bridges, harbours and tolls.", address="https://b.example/")
    library.perform(ChangeMetadata(gone.id, Metadata(address="https://a.example/right")))
    visits = Visits(tmp_path)
    visits.remember("https://a.example/corrected", Visit(digest="0" * 64))
    visits.remember("https://a.example/moved", Visit(digest=gone.origin.digest))
    visits.remember("https://b.example/", Visit(digest=stays.origin.digest))
    library.perform(RemoveArticle(gone.id))
    library.empty_bin()
    assert visits.last("https://a.example/corrected") is None
    assert visits.last("https://a.example/moved") is None
    assert visits.last("https://b.example/") is not None


def test_the_settings_of_the_window_tell_nothing_of_an_article_deleted_for_good(library, tmp_path):
    gone, stays = keep(library, "A page on zebras, wharves and junks."), keep(library, "A page on bridges and tolls.")
    settings = (
        f"[General]\nlook=dark\n\n[positions]\n{gone.origin.digest}=40\n{stays.origin.digest}=7\n\n"
        f"[window]\n0={gone.origin.digest} 2 9\n1={stays.origin.digest} 3 8\ngeometry=@ByteArray(x)\n"
    )
    for name in (SETTINGS, f"{SETTINGS}.refused"):
        (tmp_path / name).write_text(settings, encoding="utf-8")
    library.perform(RemoveArticle(gone.id))
    assert library.empty_bin().articles == (gone.origin.digest,)
    kept = "".join(line for line in settings.splitlines(keepends=True) if gone.origin.digest not in line)
    for name in (SETTINGS, f"{SETTINGS}.refused"):
        assert (tmp_path / name).read_text(encoding="utf-8") == kept
    assert not list(tmp_path.glob("*.new"))
