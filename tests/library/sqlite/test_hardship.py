"""A full disk, a folder that may not be written to, a file that somebody holds: one sentence, and nothing lost."""

import os
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import apsw
import pytest
from library_samples import keep, note

from briefing.library import AddAnnotation, LibraryFailure, open_library, queries
from briefing.library.paths import DATABASE
from briefing.library.sqlite import connection
from briefing.library.sqlite.integrity import library_faults
from briefing.model.catalogue import in_english

FILLING = """
    import resource, signal, sys
    from pathlib import Path
    from library_samples import FERRY, keep, note
    from briefing.library import AddAnnotation, LibraryFailure, open_library
    folder = Path(sys.argv[1])
    library = open_library(folder)
    kept = keep(library)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    most = max(path.stat().st_size for path in folder.glob("library.sqlite*")) + 400_000
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))
    try:
        for number in range(10_000):
            library.perform(AddAnnotation(kept.id, note(number + 1)))
            print(number + 1, flush=True)
    except LibraryFailure as failure:
        print("refused:", failure.sentence, flush=True)
"""


def _read_only(folder: Path, read_only: bool) -> None:
    if os.geteuid() == 0:
        options = "remount,bind,ro" if read_only else "remount,bind,rw"
        subprocess.run(["mount", "-o", options, str(folder)], check=True, capture_output=True)
    else:
        folder.chmod(0o555 if read_only else 0o755)


@pytest.fixture
def closed_folder(tmp_path: Path) -> Iterator[Path]:
    """A folder that can be made read-only, for root by mounting it on itself."""
    if os.name != "posix":
        pytest.skip("needs the permissions of POSIX")
    folder = tmp_path / "library"
    folder.mkdir()
    if os.geteuid() == 0:
        mounted = subprocess.run(["mount", "--bind", str(folder), str(folder)], check=False, capture_output=True)
        if mounted.returncode:
            pytest.skip("root may write everywhere, and may mount nothing here")
    yield folder
    if os.geteuid() == 0:
        subprocess.run(["umount", str(folder)], check=True)
    else:
        folder.chmod(0o755)


def test_on_a_full_disk_what_was_shown_as_saved_stays_and_the_rest_is_refused(tmp_path: Path) -> None:
    paths = os.pathsep.join([str(Path(__file__).parents[1]), *sys.path])
    ended = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(FILLING), str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": paths},
    )
    *saved, refusal = ended.stdout.splitlines()
    assert refusal.startswith("refused: The library in "), ended.stderr
    assert "as it was" in refusal
    assert saved
    library = open_library(tmp_path)
    (kept,) = library.ask(queries.Articles())
    assert len(library.ask(queries.AnnotationsOn(kept.id))) == len(saved)
    library.close()
    assert library_faults(tmp_path) == []


def test_a_library_that_may_not_be_written_to_can_be_read_and_says_so(closed_folder: Path) -> None:
    library = open_library(closed_folder)
    kept = keep(library)
    library.perform(AddAnnotation(kept.id, note()))
    library.close()
    _read_only(closed_folder, read_only=True)
    library = open_library(closed_folder)
    assert "may not be written to" in in_english(library.read_only)
    assert [one.id for one in library.ask(queries.AnnotationsOn(kept.id))] == [note().id]
    assert library.ask(queries.Search("ferry")).total == 1
    with pytest.raises(LibraryFailure, match="may not be written to"):
        library.perform(AddAnnotation(kept.id, note(2)))
    library.close()
    _read_only(closed_folder, read_only=False)
    assert open_library(closed_folder).read_only is None


def test_no_library_is_made_where_nothing_may_be_written(closed_folder: Path) -> None:
    _read_only(closed_folder, read_only=True)
    with pytest.raises(LibraryFailure) as failed:
        open_library(closed_folder / "new")
    assert str(closed_folder) in failed.value.sentence


def test_a_file_that_somebody_holds_too_long_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "BUSY_TIMEOUT", 50)
    library = open_library(tmp_path)
    kept = keep(library)
    holder = apsw.Connection(str(tmp_path / DATABASE))
    holder.execute("BEGIN IMMEDIATE")
    with pytest.raises(LibraryFailure, match="as it was, but this could not be done: another program holds it"):
        library.perform(AddAnnotation(kept.id, note()))
    holder.execute("ROLLBACK")
    library.perform(AddAnnotation(kept.id, note()))
    assert len(library.ask(queries.AnnotationsOn(kept.id))) == 1


def test_a_file_where_the_folder_should_be_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "library").write_text("not a folder", encoding="utf-8")
    with pytest.raises(LibraryFailure, match="could not be made"):
        open_library(tmp_path / "library")


def test_ten_kills_at_random_moments_lose_nothing() -> None:
    command = Path(__file__).resolve().parents[2] / "fuzz" / "kill_library.py"
    ended = subprocess.run(
        [sys.executable, str(command), "10", "3"], capture_output=True, text=True, check=False, timeout=300
    )
    assert ended.returncode == 0, ended.stdout[-2000:] + ended.stderr[-2000:]
    assert "10 of 10 killed" in ended.stdout
