"""Backups: made in use, checked, rotated, put back; and what was there before is never lost."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import apsw
import pytest
from library_samples import NOW, keep, note

from briefing.library import AddAnnotation, LibraryDamaged, LibraryFailure, open_library, queries
from briefing.library.backup_record import Backup, Reason
from briefing.library.paths import DATABASE
from briefing.library.sqlite.backup import FOLDER, back_up, backups, is_due, newest_sound, restore, superfluous
from briefing.library.sqlite.integrity import database_faults
from briefing.library.sqlite.migrations import newest_version


@pytest.fixture
def library(tmp_path: Path):
    library = open_library(tmp_path)
    yield library
    library.close()


def test_a_backup_of_a_library_in_use_is_a_sound_database(library, tmp_path):
    kept = keep(library)
    made = library.back_up()
    library.perform(AddAnnotation(kept.id, note()))
    assert database_faults(made.path) == []
    assert [one.path for one in backups(tmp_path)] == [made.path]
    assert made.reason is Reason.BY_HAND


def test_restoring_brings_back_what_was_and_keeps_what_is(library, tmp_path):
    kept = keep(library)
    made = library.back_up()
    library.perform(AddAnnotation(kept.id, note()))
    before = restore(tmp_path, made.path)
    assert library.ask(queries.AnnotationsOn(kept.id)) == []
    restore(tmp_path, before)
    assert library.ask(queries.AnnotationsOn(kept.id)) == [note()]


def test_a_damaged_library_is_set_aside_and_never_overwritten(tmp_path):
    library = open_library(tmp_path)
    kept = keep(library)
    made = library.back_up()
    library.close()
    damage = b"\x00" * 4096
    (tmp_path / DATABASE).write_bytes(damage)
    aside = restore(tmp_path, made.path)
    assert (aside / DATABASE).read_bytes() == damage
    again = open_library(tmp_path)
    assert again.ask(queries.ListedArticle(kept.id)).id == kept.id
    again.close()


def test_a_backup_that_is_not_sound_is_refused(library, tmp_path):
    keep(library)
    broken = tmp_path / "broken.sqlite"
    broken.write_bytes(b"no database at all")
    with pytest.raises(LibraryFailure, match=r"broken\.sqlite is not sound"):
        restore(tmp_path, broken)
    with pytest.raises(LibraryFailure, match="There is no backup"):
        restore(tmp_path, tmp_path / "gone.sqlite")
    assert len(library.ask(queries.Articles())) == 1


def test_a_backup_is_due_when_a_day_has_passed_and_something_changed(library, tmp_path):
    keep(library)
    assert library.back_up_if_due() is not None
    assert library.back_up_if_due() is None
    tomorrow = datetime.now(UTC) + timedelta(days=1, minutes=1)
    assert not is_due(tmp_path, tomorrow)
    keep(library, "Another text altogether, about a bridge.")
    assert is_due(tmp_path, tomorrow)


def test_a_backup_from_the_future_ends_no_backups_and_drives_out_none(library, tmp_path):
    keep(library)
    ahead = [
        back_up(library._connection, tmp_path, Reason.DAILY, datetime(2099, 1, day, tzinfo=UTC)) for day in range(1, 8)
    ]
    made = library.back_up_if_due()
    assert made is not None
    assert backups(tmp_path)[0] == made
    assert newest_sound(tmp_path) == made
    tomorrow = datetime.now(UTC) + timedelta(days=1, minutes=1)
    keep(library, "Another text altogether, about a bridge.")
    assert is_due(tmp_path, tomorrow)
    back_up(library._connection, tmp_path, Reason.DAILY, tomorrow)
    assert {one.path for one in backups(tmp_path)} >= {made.path, *(one.path for one in ahead)}


def test_a_change_that_a_wrong_clock_dated_long_ago_is_a_change(library, tmp_path):
    keep(library)
    library.back_up_if_due()
    keep(library, "Another text altogether, about a bridge.")
    for name in (DATABASE, f"{DATABASE}-wal"):
        os.utime(tmp_path / name, (0, 0))
    assert is_due(tmp_path, datetime.now(UTC) + timedelta(days=1, minutes=1))


def test_unfinished_backups_are_deleted_once_nobody_makes_them_any_more(library, tmp_path):
    library.back_up()
    old, young, strange = (tmp_path / FOLDER / name for name in ("a-daily.new", "b-daily.new", "mine.txt"))
    for path in (old, young, strange):
        path.write_bytes(b"half")
    os.utime(old, (0, 0))
    os.utime(strange, (0, 0))
    library.back_up()
    assert (old.exists(), young.exists(), strange.exists()) == (False, True, True)


def test_seven_days_and_four_weeks_are_kept(tmp_path):
    daily = [
        Backup(tmp_path / str(day), NOW - timedelta(days=day, hours=hour), Reason.DAILY)
        for day in range(60)
        for hour in (0, 3)
    ]
    by_hand = Backup(tmp_path / "hand", NOW - timedelta(days=400), Reason.BY_HAND)
    gone = superfluous([*daily, by_hand])
    left = [one for one in daily if one not in gone]
    assert by_hand not in gone
    assert len(left) in range(9, 12)
    assert {one.made for one in left} >= {NOW - timedelta(days=day) for day in range(7)}
    assert min(one.made for one in left) >= NOW - timedelta(weeks=4, days=1)


def test_a_backup_that_cannot_be_written_leaves_the_older_ones(library, tmp_path):
    first = library.back_up()
    (tmp_path / FOLDER / "in the way").mkdir()
    blocked = tmp_path / "elsewhere"
    blocked.write_text("a file where a folder should be", encoding="utf-8")
    with pytest.raises(LibraryFailure):
        back_up(library._connection, blocked, Reason.DAILY)
    assert [one.path for one in backups(tmp_path)] == [first.path]


def test_other_files_among_the_backups_are_left_alone(library, tmp_path):
    library.back_up()
    stranger = tmp_path / FOLDER / "my-own-copy.sqlite"
    stranger.write_bytes(b"mine")
    assert stranger not in [one.path for one in backups(tmp_path)]
    for _ in range(12):
        library.back_up(Reason.DAILY)
    assert stranger.exists()


def test_before_the_schema_is_brought_up_to_date_there_is_a_backup(tmp_path):
    schema = Path(__file__).parent / "schemas"
    oldest = sorted(schema.glob("*.sql"))[0]
    connection = apsw.Connection(str(tmp_path / DATABASE))
    connection.execute(oldest.read_text(encoding="utf-8"))
    version = int(connection.pragma("user_version"))
    connection.close()
    assert 0 < version < newest_version()
    open_library(tmp_path).close()
    (made,) = backups(tmp_path)
    assert made.reason is Reason.BEFORE_UPDATE
    copy = apsw.Connection(str(made.path), flags=apsw.SQLITE_OPEN_READONLY)
    assert copy.pragma("user_version") == version
    copy.close()


@pytest.mark.parametrize("left", [None, b""])
def test_a_database_that_is_gone_is_not_replaced_by_an_empty_one_while_there_are_backups(tmp_path, left):
    library = open_library(tmp_path)
    kept = keep(library)
    made = library.back_up()
    library.close()
    (tmp_path / DATABASE).unlink()
    if left is not None:
        (tmp_path / DATABASE).write_bytes(left)
    with pytest.raises(LibraryDamaged, match=r"gone from .*, but backups of it are there"):
        open_library(tmp_path)
    restore(tmp_path, made.path)
    again = open_library(tmp_path)
    assert again.ask(queries.ListedArticle(kept.id)).id == kept.id
    again.close()


def test_the_newest_backup_that_is_sound_is_offered(library, tmp_path):
    keep(library)
    sound, broken = library.back_up(), library.back_up()
    broken.path.write_bytes(broken.path.read_bytes()[:5000])
    assert newest_sound(tmp_path) == sound


def test_a_backup_with_pages_of_another_size_is_put_back(tmp_path):
    library = open_library(tmp_path / "older")
    kept = keep(library)
    made = library.back_up()
    library.close()
    backup = apsw.Connection(str(made.path))
    backup.pragma("page_size", 4096)
    backup.execute("VACUUM")
    backup.close()
    present = open_library(tmp_path / "present")
    restore(tmp_path / "present", made.path)
    assert [one.id for one in present.ask(queries.Articles())] == [kept.id]
    present.close()
