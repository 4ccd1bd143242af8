"""The pinned packages that the installed program needs, for any of the systems it is built for."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path

from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from environment import CHECKOUT, REQUIREMENTS

PROJECT = CHECKOUT / "pyproject.toml"
DESK = CHECKOUT / "packaging" / "requirements-desk.txt"

_MANYLINUX = tuple(f"manylinux_2_{minor}_x86_64" for minor in range(34, 4, -1))
_MACOS = ("macosx_14_0", "macosx_13_0", "macosx_12_0", "macosx_11_0", "macosx_10_15", "macosx_10_13")


@dataclass(frozen=True)
class Target:
    """A system that is built for: the Python that the program brings there, and the wheels that run on it."""

    name: str
    python: str
    platforms: tuple[str, ...]
    markers: dict[str, str] = field(hash=False)

    def environment(self) -> dict[str, str]:
        """What the markers of requirements see there, whichever system this is."""
        fixed = {"implementation_name": "cpython", "platform_python_implementation": "CPython", "extra": ""}
        return {**self.markers, **fixed, "python_version": self.python, "python_full_version": f"{self.python}.0"}


LINUX = Target(
    "linux-x86_64",
    "3.11",
    (*_MANYLINUX, "manylinux2014_x86_64", "manylinux2010_x86_64", "manylinux1_x86_64", "linux_x86_64"),
    {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix", "platform_machine": "x86_64"},
)
WINDOWS = Target(
    "windows-x86_64",
    "3.13",
    ("win_amd64",),
    {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt", "platform_machine": "AMD64"},
)
MACOS = Target(
    "macos-arm64",
    "3.13",
    tuple(f"{version}_{machine}" for version in _MACOS for machine in ("arm64", "universal2")),
    {"sys_platform": "darwin", "platform_system": "Darwin", "os_name": "posix", "platform_machine": "arm64"},
)
TARGETS = {target.name: target for target in (LINUX, WINDOWS, MACOS)}


@dataclass(frozen=True)
class Pin:
    """One package in the version that was tested, with the digests of its files, and by whom it is wanted."""

    name: str
    version: str
    marker: str
    hashes: tuple[str, ...]
    via: frozenset[str]

    def holds_for(self, target: Target) -> bool:
        """Tell whether it is wanted on that system at all."""
        return not self.marker or Marker(self.marker).evaluate(target.environment())

    def line(self) -> str:
        """As pip reads it, without the marker: pip would ask the system it runs on."""
        return " \\\n    ".join([f"{self.name}=={self.version}", *(f"--hash={digest}" for digest in self.hashes)])


def pinned(path: Path = REQUIREMENTS) -> list[Pin]:
    """Every pin of a requirements file that uv wrote."""
    entries = re.split(r"^(?=[A-Za-z0-9])", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return [_pin(entry) for entry in entries if "==" in entry.split("\n", 1)[0]]


def needed(target: Target, without: frozenset[str] = frozenset()) -> list[Pin]:
    """The pins that the program itself needs on a system: what it names, and what that wants in turn.

    What joins a desk is among them: whoever installs a package cannot add it.

    Args:
        target: the system.
        without: packages that others want and that the program never loads.
    """
    both = {pin.name: pin for file in (DESK, REQUIREMENTS) for pin in pinned(file) if pin.holds_for(target)}
    here = sorted(both.values(), key=lambda pin: pin.name)
    wanted = _direct(target)
    size = -1
    while len(wanted) > size:
        size = len(wanted)
        wanted |= {pin.name for pin in here if pin.via & wanted and pin.name not in without}
    return [pin for pin in here if pin.name in wanted]


def _direct(target: Target) -> set[str]:
    """What pyproject.toml names for a system."""
    project = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]
    asked = [Requirement(line) for line in (*project["dependencies"], *project["optional-dependencies"]["desk"])]
    there = [one for one in asked if one.marker is None or one.marker.evaluate(target.environment())]
    return {canonicalize_name(one.name) for one in there}


def _pin(entry: str) -> Pin:
    head, _, rest = entry.partition("\\\n")
    requirement, _, marker = head.partition(";")
    name, _, version = requirement.strip().partition("==")
    comments = [line.strip().lstrip("#").strip() for line in rest.splitlines() if line.strip().startswith("#")]
    via = {canonicalize_name(comment.removeprefix("via").strip()) for comment in comments}
    hashes = tuple(re.findall(r"--hash=(\S+)", rest))
    return Pin(canonicalize_name(name.split("[")[0]), version.strip(), marker.strip(), hashes, frozenset(via - {""}))
