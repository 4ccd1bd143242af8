"""File managers learn of Briefing from files in the reader's data folder, and forget it when they are taken back."""

import configparser
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from briefing.cli import main
from briefing.desktop_integration import IDENTITY, LIBRARY_TYPE, SCHEME
from briefing.intake.intake_formats import FORMATS

pytestmark = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="for freedesktop systems")


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of one's own, with a file of somebody else's."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data home"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    folder = tmp_path / "data home"
    (folder / "applications").mkdir(parents=True)
    (folder / "applications" / "other.desktop").write_text("[Desktop Entry]\n", encoding="utf-8")
    return folder


def _entry(data: Path) -> configparser.SectionProxy:
    found = configparser.ConfigParser(interpolation=None, delimiters=("=",))
    found.optionxform = str  # type: ignore[assignment,method-assign]
    found.read(data / "applications" / f"{IDENTITY}.desktop", encoding="utf-8")
    return found["Desktop Entry"]


def test_the_entry_starts_this_program_and_names_all_it_opens(data: Path) -> None:
    assert main(["desktop-install"]) == 0
    entry = _entry(data)
    *command, files = shlex.split(entry["Exec"])
    assert files == "%U"
    told = subprocess.run([*command, "--version"], capture_output=True, text=True, check=True)
    assert told.stdout.startswith("briefing ")
    assert Path(entry["TryExec"]).is_file()
    kinds = set(entry["MimeType"].split(";"))
    assert {LIBRARY_TYPE, SCHEME, *(known.media_type for known in FORMATS)} <= kinds
    assert (data / "icons/hicolor/scalable/apps" / f"{entry['Icon']}.svg").is_file()


def test_all_that_is_written_is_whole_and_filled_in(data: Path) -> None:
    main(["desktop-install"])
    written = [path for path in data.rglob(f"{IDENTITY}*") if path.is_file()]
    assert len(written) == 4
    for path in written:
        assert "@" not in path.read_text(encoding="utf-8").replace("@gmail", "")
        if path.suffix in (".xml", ".svg"):
            ElementTree.parse(path)
    metainfo = ElementTree.parse(data / "metainfo" / f"{IDENTITY}.metainfo.xml").getroot()
    assert metainfo.findtext("launchable") == f"{IDENTITY}.desktop"


def test_the_entry_is_valid_by_the_desktops_own_check(data: Path) -> None:
    if not shutil.which("desktop-file-validate"):
        pytest.skip("desktop-file-validate is not installed")
    main(["desktop-install"])
    entry = data / "applications" / f"{IDENTITY}.desktop"
    checked = subprocess.run(["desktop-file-validate", entry], capture_output=True, text=True, check=False)
    assert (checked.returncode, checked.stdout) == (0, "")


def test_what_was_written_is_taken_back_and_nothing_else(data: Path) -> None:
    main(["desktop-install"])
    assert main(["desktop-uninstall"]) == 0
    left = [path for path in data.rglob("*") if path.is_file() and "cache" not in path.name]
    assert data / "applications" / "other.desktop" in left
    assert not [path for path in left if IDENTITY in path.name]
    assert main(["desktop-uninstall"]) == 0


def test_a_folder_that_cannot_be_written_to_is_one_sentence(
    data: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", os.devnull)
    assert main(["desktop-install"]) == 1
    assert "could not be written" in capsys.readouterr().err


GLOBS = Path("/usr/share/mime/globs2")
READ = ["txt", "md", "html", "htm", "xhtml", "mht", "mhtml", "pdf", "docx", "odt", "rtf", "epub", "eml", "mbox"]
READ += ["pptx", "xlsx", "vtt", "srt", "json"]
"""Ends of names of files that are read."""


@pytest.mark.skipif(not GLOBS.is_file(), reason="needs the desktops' table of types")
@pytest.mark.parametrize("suffix", READ)
def test_it_is_offered_for_every_file_that_it_reads_by_the_type_that_desktops_see(data: Path, suffix: str) -> None:
    main(["desktop-install"])
    lines = [line.split(":") for line in GLOBS.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    seen = {kind for _, kind, pattern, *_ in lines if pattern == f"*.{suffix}"}
    assert seen & set(_entry(data)["MimeType"].split(";")), seen


def test_what_desktops_have_no_type_for_is_given_one(data: Path) -> None:
    main(["desktop-install"])
    types = ElementTree.parse(data / "mime" / "packages" / f"{IDENTITY}.xml").getroot()
    space = "{http://www.freedesktop.org/standards/shared-mime-info}"
    ends = {glob.get("pattern"): kind.get("type") for kind in types for glob in kind.iter(f"{space}glob")}
    assert ends.keys() == {"*.briefing", "*.webarchive", "*.msg"}
    assert set(ends.values()) <= set(_entry(data)["MimeType"].split(";"))
