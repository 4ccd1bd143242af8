"""The .rpm is installed by rpm into a folder as its root: whole, asks for what it loads, works, and leaves the library.

It needs root and some minutes, so it is run by naming what it tries:

    python3 packaging/build.py rpm && BRIEFING_RPM=dist/briefing-0.1.0-1.x86_64.rpm \\
        python3 packaging/dev.py test tests/packaging/test_rpm_in_root.py -s

What the package asks for is not installed there: the libraries of the machine that tries it are loaded. So this tells
that the package is sound, and not that a Fedora or an openSUSE has all that it names.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = os.environ.get("BRIEFING_RPM")

pytestmark = [
    pytest.mark.skipif(not PACKAGE, reason="run by hand: BRIEFING_RPM names the .rpm"),
    pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() != 0, reason="installs into a root, as root"),
    pytest.mark.skipif(not all(map(shutil.which, ("rpm", "objdump"))), reason="needs rpm and binutils"),
]

ARTICLE = "The ministry said on Monday that it would close the bridge. “We had no choice,” minister Anna Berg said.\n"
GLIBC = re.compile(r"lib(c|m|dl|pthread|rt|util|resolv)\.so\.\d+|ld-linux-x86-64\.so\.2")
ELSEWHERE = ("gtk", "cups")
"""Plugins that serve only where their desktop or printer is."""


class Root:
    """A folder that rpm takes for the root of a system."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.home = folder / "home" / "reader"
        self.home.mkdir(parents=True)

    def rpm(self, *arguments: str) -> str:
        """Run rpm on it."""
        done = subprocess.run(
            ["rpm", "--root", str(self.folder), *arguments], capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, f"{arguments}\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}"
        return done.stdout

    @property
    def program(self) -> Path:
        return self.folder / "usr/lib/briefing"

    def briefing(self, *arguments: str) -> str:
        """Run the program, of which the starter names the place where it will lie."""
        env = {"HOME": str(self.home), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen"}
        command = [str(self.program / "bin/python3.11"), "-I", "-m", "briefing", *arguments]
        done = subprocess.run(command, cwd=self.home, env=env, capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"{arguments}\n{done.stderr[-2000:]}"
        return done.stdout


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Root]:
    root = Root(tmp_path_factory.mktemp("root"))
    root.rpm("--initdb")
    assert PACKAGE
    root.rpm("--install", "--nodeps", "--nosignature", str(Path(PACKAGE).resolve()))
    yield root
    shutil.rmtree(root.folder, ignore_errors=True)


def test_what_is_installed_is_what_was_packed_and_runs_nothing_of_its_own(root: Root) -> None:
    assert root.rpm("--verify", "--nodeps", "briefing") == ""
    assert root.rpm("--query", "--scripts", "briefing") == ""
    files = root.rpm("--query", "--list", "briefing").split("\n")
    allowed = ("/usr/bin/briefing", "/usr/lib/briefing", "/usr/share/")
    assert [name for name in files if name and not name.startswith(allowed)] == []


def test_every_library_that_is_loaded_is_inside_or_asked_for(root: Root) -> None:
    asked = set(re.findall(r"^(lib\S+?)\(\)\(64bit\)", root.rpm("--query", "--requires", "briefing"), re.MULTILINE))
    parts = [path for path in root.program.rglob("*") if ".so" in path.name or path.name == "python3.11"]
    inside = {path.name for path in parts}
    lacking: dict[str, str] = {}
    for path in parts:
        if any(word in path.name for word in ELSEWHERE) or path.suffix == ".pyc":
            continue
        told = subprocess.run(["objdump", "-p", str(path)], capture_output=True, text=True, check=False).stdout
        for name in re.findall(r"NEEDED\s+(\S+)", told):
            if name not in inside | asked and not GLIBC.fullmatch(name):
                lacking.setdefault(name, path.name)
    assert lacking == {}


def test_it_works_and_leaves_the_library_when_it_is_removed(root: Root) -> None:
    assert root.briefing("--version").startswith("briefing ")
    (root.home / "story.txt").write_text(ARTICLE, encoding="utf-8")
    root.briefing("export", "story.txt", "-o", "brief.pdf")
    assert (root.home / "brief.pdf").read_bytes().startswith(b"%PDF")
    root.briefing("library", "import", "story.txt")
    assert "The ministry said" in root.briefing("library", "list")
    before = sorted(path.name for path in (root.home / ".local/share").rglob("*"))
    root.rpm("--erase", "briefing")
    assert not root.program.exists()
    assert not (root.folder / "usr/bin/briefing").is_symlink()
    assert sorted(path.name for path in (root.home / ".local/share").rglob("*")) == before
