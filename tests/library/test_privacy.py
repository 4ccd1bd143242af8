"""A library belongs to the reader alone: other users of the machine can open none of its files."""

import os
import stat
from pathlib import Path

import pytest
from library_samples import keep, note

from briefing.library import AddAnnotation, Library, open_library
from briefing.library.archive_export import export_annotations, export_library
from briefing.library.paths import DATABASE, QT_SETTINGS, SETTINGS
from briefing.library.sqlite.backup import backups, restore
from briefing.library.sqlite.salvage import salvage
from briefing.service.folder_watcher import NewFiles
from briefing.service.http_cache import Visit, Visits

pytestmark = pytest.mark.skipif(os.name != "posix", reason="other systems have no such modes")


@pytest.fixture(autouse=True)
def _generous():
    """What a system with a usual umask would leave open to everybody."""
    before = os.umask(0o022)
    yield
    os.umask(before)


def open_to_others(folder: Path) -> list[str]:
    return [
        str(path.relative_to(folder.parent)) for path in (folder, *folder.rglob("*")) if path.stat().st_mode & 0o077
    ]


def filled(folder: Path) -> Library:
    library = open_library(folder)
    kept = keep(library)
    library.perform(AddAnnotation(kept.id, note()))
    library.back_up()
    return library


def test_all_that_a_library_makes_is_closed_to_others(tmp_path):
    folder = tmp_path / "far" / "library"
    library = filled(folder)
    assert {path.name for path in folder.iterdir()} >= {DATABASE, f"{DATABASE}-wal", "originals", "backups"}
    assert open_to_others(folder) == []
    restore(folder, backups(folder)[-1].path)
    library.empty_bin()
    library.close()
    (folder / DATABASE).write_bytes(b"\xa5" * 40_000)
    restore(folder, backups(folder)[-1].path)
    salvage(folder)
    assert open_to_others(folder) == []


def test_the_folders_above_it_are_made_as_usual(tmp_path):
    open_library(tmp_path / "far" / "library").close()
    assert stat.S_IMODE((tmp_path / "far").stat().st_mode) == 0o755


def test_a_library_that_was_open_to_others_is_closed_when_it_is_opened(tmp_path):
    filled(tmp_path).close()
    for path in (tmp_path, *tmp_path.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
    assert len(open_to_others(tmp_path)) > 5
    open_library(tmp_path).close()
    assert open_to_others(tmp_path) == []


def test_what_stands_beside_the_database_is_closed_to_others(tmp_path):
    folder = tmp_path / "library"
    filled(folder).close()
    Visits(folder).remember("https://a.example/", Visit(digest="0" * 64))
    (tmp_path / "in").mkdir()
    NewFiles(tmp_path / "in", folder).remember()
    for name in (SETTINGS, f"{SETTINGS}.refused", QT_SETTINGS):
        (folder / name).write_text("[General]\n", encoding="utf-8")
        (folder / name).chmod(0o644)
    open_library(folder).close()
    assert open_to_others(folder) == []


def test_a_database_alone_that_was_open_is_closed(tmp_path):
    filled(tmp_path).close()
    (tmp_path / DATABASE).chmod(0o644)
    open_library(tmp_path).close()
    assert open_to_others(tmp_path) == []


def test_what_is_linked_to_from_a_library_is_left_alone(tmp_path):
    other = tmp_path / "other.sqlite"
    other.write_bytes(b"mine")
    filled(tmp_path / "library").close()
    (tmp_path / "library" / "backups" / "link.sqlite").symlink_to(other)
    (tmp_path / "library").chmod(0o755)
    open_library(tmp_path / "library").close()
    assert stat.S_IMODE(other.stat().st_mode) == 0o644


def test_what_is_exported_of_a_library_is_closed_to_others(tmp_path):
    library = filled(tmp_path / "library")
    for act, name in ((export_library, "all.briefing"), (export_annotations, "notes.jsonld")):
        (tmp_path / name).write_bytes(b"older, and open")
        act(library, tmp_path / name)
        assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o600
    library.close()
