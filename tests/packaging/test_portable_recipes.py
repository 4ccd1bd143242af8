"""The recipes of AppImage, Flatpak, winget and Homebrew do what they say, as far as no tool of theirs is needed."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import folder
import linux_packages
from environment import CHECKOUT

IDENTITY = "org.briefing.Briefing"

pytestmark = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="recipes for Linux")


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A folder laid out as `build.py folder` does, whose Python tells what it was asked for."""
    made = tmp_path / "briefing-folder"
    (made / "bin").mkdir(parents=True)
    for name, text in (("briefing", folder._starter(None)), (folder.PYTHON, '#!/bin/sh\necho "$0" "$@"\n')):
        (made / "bin" / name).write_text(text, encoding="utf-8")
        (made / "bin" / name).chmod(0o755)
    linux_packages.desktop_files(made / "desktop", ["briefing"])
    return made


@pytest.fixture
def image(program: Path, tmp_path: Path) -> Path:
    """What is handed to appimagetool, which here keeps it as it is."""
    tool = tmp_path / "tool"
    tool.write_text('#!/bin/sh\ntest "$ARCH" = x86_64 && cp -a "$1" "$2"\n', encoding="utf-8")
    tool.chmod(0o755)
    made = tmp_path / "image"
    script = str(CHECKOUT / "packaging/appimage/build.sh")
    env = {"PATH": "/usr/bin:/bin", "APPIMAGETOOL": str(tool)}
    subprocess.run(["sh", script, str(program), str(made)], env=env, check=True)
    return made


def test_the_image_starts_the_program_from_wherever_it_is_mounted(image: Path, tmp_path: Path) -> None:
    elsewhere = image.rename(tmp_path / "mounted here")
    told = subprocess.run([str(elsewhere / "AppRun"), "a b.txt"], capture_output=True, text=True, check=True).stdout
    assert told == f"{elsewhere}/bin/{folder.PYTHON} -I -m briefing a b.txt\n"


def test_the_image_has_its_entry_its_icon_and_its_description_where_they_are_looked_for(image: Path) -> None:
    entry = (image / f"{IDENTITY}.desktop").read_text(encoding="utf-8")
    assert "\nExec=briefing %U\n" in entry
    assert "TryExec" not in entry
    assert f"\nIcon={IDENTITY}\n" in entry
    assert (image / f"{IDENTITY}.png").read_bytes().startswith(b"\x89PNG")
    assert (image / f"usr/share/metainfo/{IDENTITY}.metainfo.xml").is_file()


def test_the_entry_of_the_image_is_valid(image: Path) -> None:
    if shutil.which("desktop-file-validate") is None:
        pytest.skip("desktop-file-utils brings desktop-file-validate")
    told = subprocess.run(
        ["desktop-file-validate", str(image / f"{IDENTITY}.desktop")], capture_output=True, text=True, check=False
    )
    assert (told.returncode, told.stdout) == (0, "")


def _flatpak() -> str:
    return (CHECKOUT / "packaging/flatpak/org.briefing.Briefing.yml").read_text(encoding="utf-8")


def test_what_flatpak_builds_has_its_command_and_what_desktops_export(program: Path, tmp_path: Path) -> None:
    app = tmp_path / "app"
    app.mkdir()
    commands = re.search(r"build-commands:\n((?: +- .+\n)+)", _flatpak())
    assert commands
    for command in re.findall(r"- (.+)", commands[1]):
        subprocess.run(["sh", "-c", command.replace("/app/", f"{app}/")], cwd=program, check=True)
    told = subprocess.run([str(app / "bin/briefing"), "--version"], capture_output=True, text=True, check=True).stdout
    assert told == f"{app}/lib/briefing/bin/{folder.PYTHON} -I -m briefing --version\n"
    # Flatpak exports what carries the identity of the program, and no other name.
    for kind in ("applications", "metainfo", "icons", "mime"):
        exported = [path for path in (app / "share" / kind).rglob("*") if path.is_file()]
        assert exported, kind
        assert all(path.name.startswith(IDENTITY) for path in exported)


def test_flatpak_lets_the_program_do_no_more_than_it_needs() -> None:
    granted = set(re.findall(r"^  - (--\S+)$", _flatpak(), re.MULTILINE))
    assert granted == {
        "--share=ipc", "--socket=wayland", "--socket=fallback-x11", "--device=dri", "--share=network",
        "--filesystem=xdg-documents", "--filesystem=xdg-download",
    }  # fmt: skip


def test_winget_and_homebrew_name_what_the_build_makes() -> None:
    winget = (CHECKOUT / "packaging/winget/Briefing.yaml").read_text(encoding="utf-8")
    for needed in (
        "PackageIdentifier",
        "PackageVersion",
        "InstallerType",
        "InstallerUrl",
        "InstallerSha256",
        "ManifestVersion",
    ):
        assert re.search(rf"^[ -]*{needed}: ", winget, re.MULTILINE), needed
    cask = (CHECKOUT / "packaging/homebrew/briefing.rb").read_text(encoding="utf-8")
    assert cask.count(" do\n") == len(re.findall(r"^\s*end$", cask, re.MULTILINE))
    assert 'app "Briefing.app"' in cask
