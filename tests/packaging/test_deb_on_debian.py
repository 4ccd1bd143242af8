"""The .deb is installed by apt on a bare Debian, starts by its desktop entry, works, goes, and leaves the library.

It needs root, the network and some minutes, so it is run by naming what it tries:

    python3 packaging/build.py deb && BRIEFING_PACKAGE=dist/briefing_0.1.0_amd64.deb \\
        python3 packaging/dev.py test tests/packaging/test_deb_on_debian.py

The screen is an Xvfb outside, so that nothing but the package brings what its window needs. Pictures of it are left in
the folder that BRIEFING_PICTURES names.
"""

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = os.environ.get("BRIEFING_PACKAGE")
PICTURES = os.environ.get("BRIEFING_PICTURES")
NEEDED = ("mmdebstrap", "Xvfb", "xdotool", "unshare")

pytestmark = [
    pytest.mark.skipif(not PACKAGE, reason="run by hand: BRIEFING_PACKAGE names the .deb"),
    pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() != 0, reason="makes systems, as root"),
    pytest.mark.skipif(not all(map(shutil.which, NEEDED)), reason=f"needs {', '.join(NEEDED)}"),
]

READER = "1000:1000"
HOME = "/home/reader"
ENTRY = "/usr/share/applications/org.briefing.Briefing.desktop"
ARTICLE = "The ministry said on Monday that it would close the bridge. “We had no choice,” minister Anna Berg said.\n"
WITHIN = 120.0
"""Seconds in which a window shows, on a machine with much to do."""

_ENTER = """
mount --rbind /dev "$0/dev" && mount -t proc proc "$0/proc" || exit 99
chroot --userspec="$1" "$0" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME="$2" LANG=C.UTF-8 \
    DEBIAN_FRONTEND=noninteractive DISPLAY="$3" sh -c "$4"
exit $?
"""
"""A change of user takes the wish to be killed with the parent away, so the shell stays above what it runs."""


class System:
    """A Debian in a folder."""

    def __init__(self, root: Path, display: str) -> None:
        self.root = root
        self._display = display

    def command(self, words: str, user: str = READER, home: str = HOME) -> list[str]:
        """What runs words in it; all that they start ends with them or by its kill(), and its mounts go too."""
        enter = ["unshare", "--mount", "--pid", "--fork", "--kill-child"]
        return [*enter, "sh", "-c", _ENTER, str(self.root), user, home, self._display, words]

    def run(self, words: str, user: str = READER) -> str:
        """Run words in it and give what they print."""
        home = HOME if user == READER else "/root"
        done = subprocess.run(self.command(words, user, home), capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"{words}\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}"
        return done.stdout

    def as_root(self, words: str) -> str:
        """Run words in it as root."""
        return self.run(words, "0:0")


@pytest.fixture(scope="module")
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


@pytest.fixture(scope="module", params=["bookworm", "trixie"])
def system(request: pytest.FixtureRequest, display: str) -> Iterator[System]:
    """A bare Debian, with somebody who reads."""
    with tempfile.TemporaryDirectory(prefix="briefing-debian-", ignore_cleanup_errors=True) as folder:
        root = Path(folder) / request.param
        made = ["mmdebstrap", "--quiet", "--variant=minbase", request.param, str(root)]
        subprocess.run(made, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        assert PACKAGE
        shutil.copy(PACKAGE, root / "tmp" / "briefing.deb")
        (root / "tmp" / "briefing.deb").chmod(0o644)
        made_system = System(root, display)
        made_system.as_root(f"useradd --create-home --uid 1000 reader && chmod 755 {HOME}")
        (root / HOME.lstrip("/") / "story.txt").write_text(ARTICLE, encoding="utf-8")
        yield made_system


def _wait(told: str, holds: object, until: float = WITHIN) -> None:
    end = time.monotonic() + until
    while not holds():  # type: ignore[operator]
        assert time.monotonic() < end, told
        time.sleep(0.25)


def _windows(display: str) -> list[str]:
    search = ["xdotool", "search", "--onlyvisible", "--name", "."]
    env = {**os.environ, "DISPLAY": display}
    found = subprocess.run(search, env=env, capture_output=True, text=True, check=False).stdout.split()
    name = ["xdotool", "getwindowname"]
    return [subprocess.run([*name, one], env=env, capture_output=True, text=True, check=False).stdout for one in found]


def _photograph(display: str, name: str) -> None:
    if PICTURES and shutil.which("import"):
        env = {**os.environ, "DISPLAY": display}
        subprocess.run(["import", "-window", "root", str(Path(PICTURES) / f"{name}.png")], env=env, check=False)


def _holds_article(system: System) -> bool:
    told = system.run("briefing library list || true").lower()
    return "ministry" in told or "story" in told


def test_the_package_works_from_installation_to_removal(system: System, display: str) -> None:
    name = system.root.name
    report: list[str] = []
    began = time.monotonic()
    system.as_root("apt-get update -qq && apt-get install -y -qq /tmp/briefing.deb")
    report.append(f"installed by apt in {time.monotonic() - began:.0f} s")

    # Nothing but the package is there: every library that is wanted is found, but those of the two plugins that serve
    # only where their desktop or printer is.
    lacking = system.run(
        "find /usr/lib/briefing -name '*.so*' ! -name '*gtk3*' ! -name '*cups*' -exec ldd {} + 2>/dev/null"
        " | grep 'not found' | sort -u || true"
    )
    assert lacking == ""
    report.append(system.run("briefing --version").strip())
    shutil.copy(Path(__file__).with_name("imported_names.py"), system.root / "tmp")
    report.append(
        system.run("QT_QPA_PLATFORM=offscreen /usr/lib/briefing/bin/python3.11 -I /tmp/imported_names.py").strip()
    )

    began = time.monotonic()
    system.run(f"cd {HOME} && briefing export story.txt -o brief.pdf")
    assert (system.root / HOME.lstrip("/") / "brief.pdf").read_bytes().startswith(b"%PDF")
    report.append(f"a brief was exported in {time.monotonic() - began:.1f} s")

    system.as_root("apt-get install -y -qq --no-install-recommends libglib2.0-bin")
    for kind in ("text/plain", "text/html", "application/pdf", "application/x-briefing-library"):
        assert "org.briefing.Briefing.desktop" in system.run(f"gio mime {kind}")

    began = time.monotonic()
    with subprocess.Popen(system.command(f"gio launch {ENTRY}; sleep {WITHIN * 4:.0f}")) as started:
        try:
            _wait("no window came", lambda: any("Briefing" in title for title in _windows(display)))
            report.append(f"the entry showed a window in {time.monotonic() - began:.1f} s")
            _wait("the sample did not open", lambda: "Trump Says Xi" in system.run("briefing library list || true"))
            report.append("with the sample article")
            _photograph(display, f"{name}-first-start")
            # What gio starts ends with the processes that it is among, so those go on until the file is open.
            with subprocess.Popen(system.command(f"gio open {HOME}/story.txt; sleep {WITHIN:.0f}")) as opening:
                try:
                    _wait("the file was not opened", lambda: _holds_article(system))
                finally:
                    opening.kill()
            report.append("a file was opened by gio open")
            _photograph(display, f"{name}-opened")
        finally:
            started.kill()

    before = sorted(path.name for path in (system.root / "home/reader/.local/share/Briefing").rglob("*"))
    system.as_root("apt-get purge -y -qq briefing")
    assert not (system.root / "usr/lib/briefing").exists()
    assert not (system.root / "usr/bin/briefing").is_symlink()
    after = sorted(path.name for path in (system.root / "home/reader/.local/share/Briefing").rglob("*"))
    assert any(name.endswith((".db", ".sqlite", ".sqlite3")) for name in after), after
    assert after == before
    report.append(f"removed, and the library still holds its {len(after)} files")
    print(f"\nDebian {name}: " + "; ".join(report) + ".")
