"""The set-up for Windows is run by wine: the program exports a brief, opens its sample, goes, and leaves the library.

It needs root and a Debian 13 with wine 10, for 64 and for 32 bits (the set-up has 32), made once by (one line)

    mmdebstrap --variant=minbase --architectures=amd64,i386 --include=wine,wine64,wine32:i386
        trixie FOLDER "deb http://deb.debian.org/debian trixie main"

so it is run by naming what it tries (one line):

    BRIEFING_SETUP=dist/Briefing-0.1.0-Setup.exe BRIEFING_WINE_ROOT=FOLDER
        python3 packaging/dev.py test tests/packaging/test_setup_under_wine.py -s

What wine lacks of Windows, `wine_gaps` stands in for. The screen is an Xvfb outside; pictures of it are left in the
folder that BRIEFING_PICTURES names.
"""

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import wine_gaps
from environment import CHECKOUT

SETUP = os.environ.get("BRIEFING_SETUP")
ROOT = os.environ.get("BRIEFING_WINE_ROOT")
PICTURES = os.environ.get("BRIEFING_PICTURES")
NEEDED = ("Xvfb", "xdotool", "unshare", wine_gaps.COMPILER, wine_gaps.SHOWN)

pytestmark = [
    pytest.mark.skipif(not (SETUP and ROOT), reason="run by hand: BRIEFING_SETUP and BRIEFING_WINE_ROOT name both"),
    pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() != 0, reason="enters a system, as root"),
    pytest.mark.skipif(not all(map(shutil.which, NEEDED)), reason=f"needs {', '.join(NEEDED)}"),
]

READER = 1000
HOME = "/home/wine"
PROGRAM = "C:\\users\\reader\\AppData\\Local\\Programs\\Briefing"
WITHIN = 600.0
"""Seconds for what takes the longest, the compiling of all modules by wine."""

_ENTER = """
mount --rbind /dev "$0/dev" && mount -t proc proc "$0/proc" && mkdir -p "$0/tmp/.X11-unix" || exit 99
mount --bind /tmp/.X11-unix "$0/tmp/.X11-unix" || exit 99
chroot --userspec=1000:1000 "$0" /usr/bin/env -i HOME=/home/wine USER=reader PATH=/usr/bin:/bin LANG=C.UTF-8 \
    DISPLAY="$1" WINEDEBUG=-all WINEDLLOVERRIDES="mscoree=;mshtml=;winedbg.exe=d$2" sh -c "$3"
exit $?
"""


class Windows:
    """A Windows as wine makes it, in a folder."""

    def __init__(self, root: Path, display: str) -> None:
        self._root = root
        self._display = display
        self._stand_ins = ""

    @property
    def drive(self) -> Path:
        """Its drive C."""
        return self._root / HOME.lstrip("/") / ".wine" / "drive_c"

    @property
    def local(self) -> Path:
        """Where programs of one user and what they keep lie."""
        return self.drive / "users" / "reader" / "AppData" / "Local"

    def command(self, words: str) -> list[str]:
        """What runs words of a shell beside it."""
        enter = ["unshare", "--mount", "--pid", "--fork", "--kill-child", "sh", "-c", _ENTER]
        return [*enter, str(self._root), self._display, self._stand_ins, words]

    def run(self, words: str) -> str:
        """Run words and give what they print."""
        done = subprocess.run(
            self.command(words), capture_output=True, encoding="utf-8", errors="replace", check=False, timeout=WITHIN
        )
        assert done.returncode == 0, f"{words}\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}"
        return done.stdout

    def fill_gaps(self, work: Path) -> None:
        """Bring what this wine lacks."""
        wine_gaps.lay_out(self.drive / "windows" / "system32", work)
        self._stand_ins = ";ucrtbase=n,b;icuuc=n"


@pytest.fixture
def display() -> Iterator[str]:
    """A screen that nothing else uses."""
    reading, writing = os.pipe()
    screen = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1400x900x24", "-ac", "-nolisten", "tcp"]
    with subprocess.Popen(screen, pass_fds=[writing], stderr=subprocess.DEVNULL) as process:
        os.close(writing)
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        yield f":{number}"
        process.terminate()


@pytest.fixture
def windows(display: str, tmp_path: Path) -> Windows:
    """A fresh Windows, with the set-up and an article on its drive."""
    assert ROOT
    assert SETUP
    home = Path(ROOT) / HOME.lstrip("/")
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir(parents=True)
    os.chown(home, READER, READER)
    made = Windows(Path(ROOT), display)
    made.run("wineboot --init; wineserver --wait")
    made.fill_gaps(tmp_path)
    shutil.copy(SETUP, made.drive / "setup.exe")
    shutil.copy(next((CHECKOUT / "seeds").glob("*.txt")), made.drive / "story.txt")
    (made.drive / "out").mkdir()
    os.chown(made.drive / "out", READER, READER)
    return made


def _wait(told: str, holds: Callable[[], bool]) -> None:
    end = time.monotonic() + WITHIN
    while not holds():
        assert time.monotonic() < end, told
        time.sleep(2)


def _photograph(display: str, name: str) -> None:
    if PICTURES and shutil.which("import"):
        env = {**os.environ, "DISPLAY": display}
        subprocess.run(["import", "-window", "root", str(Path(PICTURES) / f"{name}.png")], env=env, check=False)


def _claims(library: Path, seen: Path) -> int:
    """The claims of the article in a library that is open elsewhere, as far as they are on disk."""
    shutil.rmtree(seen, ignore_errors=True)
    shutil.copytree(library, seen)
    command = [sys.executable, "-m", "briefing", "--library", str(seen), "library", "list"]
    told = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, check=False).stdout
    found = re.search(r"\((\d+) claims", told)
    return int(found[1]) if found else 0


def _entries(windows: Windows) -> list[Path]:
    """The entries of the program in the start menu."""
    return list((windows.drive / "users" / "reader").rglob("Briefing.lnk"))


def test_the_set_up_installs_a_program_that_works_and_goes(windows: Windows, display: str, tmp_path: Path) -> None:
    report = [windows.run("wine --version").strip()]
    installed = windows.local / "Programs" / "Briefing"
    windows.run("wine C:\\\\setup.exe /S; wineserver --wait")
    files = [path for path in installed.rglob("*") if path.is_file()]
    report.append(f"set up: {len(files)} files, {sum(path.stat().st_size for path in files) / 1e6:.0f} MB")
    assert (installed / "uninstall.exe").is_file()
    assert _entries(windows)

    told = windows.run(f"wine '{PROGRAM}\\briefing.com' --version")
    assert told.startswith("briefing ")
    windows.run(f"wine '{PROGRAM}\\briefing.com' export 'C:\\story.txt' -o 'C:\\out\\brief.pdf'")
    assert (windows.drive / "out" / "brief.pdf").read_bytes().startswith(b"%PDF")
    report.append("a brief was exported")

    library = windows.local / "Briefing" / "library.sqlite"
    with subprocess.Popen(windows.command(f"wine '{PROGRAM}\\briefing.exe'; wineserver --wait")) as started:
        try:
            _wait("no library came", library.is_file)
            _wait("no claims came", lambda: _claims(library.parent, tmp_path / "seen") > 0)
            report.append("the window showed the sample and its claims")
            _photograph(display, "wine-start")
        finally:
            started.kill()

    windows.run("wine reg query 'HKCU\\Software\\Classes\\.briefing'")
    windows.run(f"wine '{PROGRAM}\\uninstall.exe' /S; wineserver --wait")
    assert not (installed / "Lib").exists()
    assert not _entries(windows)
    assert library.is_file()
    report.append("removed, and the library is still there")
    print("\n" + "; ".join(report) + ".")
