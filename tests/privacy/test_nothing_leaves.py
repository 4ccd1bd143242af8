"""In a whole day of work no process of the program connects, looks up a name, or writes where it has no business."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

DAY = Path(__file__).with_name("day_at_work.py")

NETWORK = ("connect", "sendto", "sendmsg", "sendmmsg")
FILES = (
    "open,openat,openat2,creat,mkdir,mkdirat,mknod,mknodat,rename,renameat,renameat2,link,linkat,symlink,symlinkat,"
    "unlink,unlinkat,rmdir,truncate"
)

STRACE = ("strace", "-f", "--seccomp-bpf")

ASKS = re.compile(r"(/etc/resolv\.conf|/run/systemd/resolve/|/run/avahi-daemon/)")
"""What is opened or spoken to by whoever looks up a name."""

CALL = re.compile(r"^\d+ +(?P<name>\w+)\((?P<rest>.*)$")
PLACE = re.compile(r'(?:(?:AT_FDCWD|\d+)<(?P<folder>[^>]*)>, )?"(?P<path>[^"]*)"')
READS = re.compile(r"O_RDONLY(?!.*O_CREAT)|O_PATH")

SILENCED = ("ORT_DISABLE_TELEMETRY", "ORT_RUNNING_UNIT_TESTS", "CI", "TF_BUILD", "DO_NOT_TRACK", "HF_HUB_OFFLINE")
"""What would keep a library from talking of itself, so that nothing would be proved of us."""


@dataclass(frozen=True)
class Seen:
    """What the processes did: calls of the network, and the places they changed."""

    network: list[str]
    changed: list[Path]

    def outside(self, *allowed: Path) -> list[Path]:
        """The places that lie in none of the folders, nor are on the way to them."""
        return [
            path
            for path in self.changed
            if not any(path.is_relative_to(folder) or folder.is_relative_to(path) for folder in allowed)
        ]


def watched(command: Sequence[str | Path], folder: Path) -> Seen:
    """Run the command in a home of its own in `folder`, with all that it starts, and tell what was done."""
    for name in ("home", "tmp", "run"):
        (folder / name).mkdir(mode=0o700)
    log = folder / "calls"
    homes = {"HOME": folder / "home", "TMPDIR": folder / "tmp", "XDG_RUNTIME_DIR": folder / "run"}
    own = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "BRIEFING_LIBRARY", *SILENCED)
    kept = {name: value for name, value in os.environ.items() if name not in own}
    tracing = [
        "strace",
        "-f",
        "--seccomp-bpf",
        "-y",
        "-qq",
        "-s",
        "4096",
        "-e",
        f"trace=%network,{FILES}",
        "-o",
        str(log),
    ]
    done = subprocess.run(
        [*tracing, *map(str, command)],
        env={**kept, **{name: str(path) for name, path in homes.items()}, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-4000:]
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    return Seen([line for line in lines if _is_network(line)], [path for line in lines for path in _changed(line)])


def _is_network(line: str) -> bool:
    call = CALL.match(line)
    if call is None:
        return False
    if call["name"] in NETWORK and ("AF_INET" in line or "AF_PACKET" in line):
        return True
    return ASKS.search(line) is not None


def _changed(line: str) -> Iterator[Path]:
    call = CALL.match(line)
    if call is None or call["name"] not in FILES.split(",") or "= -1 " in line:
        return
    if call["name"].startswith("open") and READS.search(line):
        return
    for found in PLACE.finditer(call["rest"]):
        place = Path(found["folder"] or "/", found["path"])
        if not place.is_relative_to("/proc") and place not in (Path("/dev/null"), Path("/dev/tty")):
            yield place


@pytest.fixture(scope="module", autouse=True)
def strace() -> None:
    if shutil.which("strace") is None:
        pytest.skip("strace is not installed, which sees what a process asks of the system (Debian: strace)")
    if subprocess.run([*STRACE, "true"], capture_output=True, check=False).returncode:
        pytest.skip("strace may watch no process here")


@pytest.fixture
def short_path() -> Iterator[Path]:
    """A folder in which a socket has room: of a longer path it would stand elsewhere."""
    with tempfile.TemporaryDirectory(prefix="day-") as folder:
        yield Path(folder)


def test_a_day_of_work_connects_to_nothing_and_writes_only_what_is_the_programs(short_path: Path) -> None:
    work = short_path / "work"
    work.mkdir()
    seen = watched([sys.executable, DAY, work], short_path)
    assert seen.network == []
    data, fonts = short_path / "home/.local/share/Briefing", short_path / "home/.cache/fontconfig"
    # The system keeps its list of fonts in the last one, if it has none of its own.
    assert seen.outside(data, work, short_path / "tmp", short_path / "run", fonts) == []
    assert list((short_path / "tmp").iterdir()) == []


TALKER = """
import socket, sys, pathlib
with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as one:
    one.sendto(b"", ("127.0.0.1", 9))
with socket.socket(socket.AF_INET6) as other:
    other.connect_ex(("::1", 9))
try:
    socket.getaddrinfo("briefing.invalid", 80)
except OSError:
    pass
pathlib.Path(sys.argv[1], "new").mkdir()
pathlib.Path(sys.argv[1], "new", "note").write_text("")
"""


def test_whoever_talks_is_seen(tmp_path: Path) -> None:
    seen = watched([sys.executable, "-c", TALKER, tmp_path], tmp_path)
    assert any("sendto" in line for line in seen.network)
    assert any("connect" in line and "AF_INET6" in line for line in seen.network)
    assert any("resolv.conf" in line for line in seen.network)
    assert seen.outside(tmp_path / "home") == [tmp_path / "new", tmp_path / "new" / "note"]
