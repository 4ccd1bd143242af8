#!/usr/bin/env python3
"""Set up, run and test a checkout of Briefing; needs nothing but Python 3.11 or newer."""

from __future__ import annotations

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - this line is what tells an older Python so
    sys.exit("Briefing needs Python 3.11 or newer, and this is Python {}.{}.".format(*sys.version_info[:2]))

import argparse
import os
import shlex
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import environment
import system_libraries
from environment import CHECKOUT, Trouble, say

SAMPLE = CHECKOUT / "seeds" / "000_6061f54d4d0eabfe.txt"
CHECKED = ("briefing", "packaging", "tests")
SIDE_BY_SIDE = ("-n", "2", "--dist", "worksteal")
"""How pytest runs the whole suite: half of it in each of two processes, and who is done takes from the other.

Tests that stand together share what takes long, and neither process is idle while there is a test left.
"""

MEMORY, ROOM = Path("/dev/shm"), 4 * 2**30
"""Where Linux keeps files in memory alone, and the bytes that have to be free there for those of the tests."""

UNMEASURED = ("tests/desktop", "tests/packaging", "tests/privacy", "tests/test_import_contracts.py")
"""Tests that tell nothing of the layers below the window, or that watch a process, where the measure would be seen."""


def main(arguments: list[str]) -> int:
    """Carry out one command and give the exit code."""
    parser = argparse.ArgumentParser(prog="dev.py", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    commands.add_parser("setup", help="make .venv and see to Qt's system libraries")
    commands.add_parser("run", help="open Briefing on FILE, or on the sample article", add_help=False)
    commands.add_parser(
        "coverage", help="measure what the tests reach outside of the window; takes a quarter of an hour"
    )
    commands.add_parser("test", help="run every check, or pytest alone with the arguments given", add_help=False)
    options, rest = parser.parse_known_args(arguments)
    if rest and options.command in ("setup", "coverage"):
        parser.error(f"{options.command} takes no arguments")
    try:
        return {"setup": setup, "run": run, "test": test, "coverage": coverage}[options.command](rest)
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def setup(_: list[str]) -> int:
    """Make the environment, and see to what it needs of the system."""
    environment.ensure()
    system_libraries.ensure()
    say("Briefing is set up in .venv.")
    return 0


def run(arguments: list[str]) -> int:
    """Open the window, or say how to get a brief where there is none to open."""
    python = environment.ensure()
    if not system_libraries.has_display():
        return _explain_missing_display(arguments)
    system_libraries.ensure()
    command = [str(python), "-m", "briefing", *(arguments or [str(SAMPLE)])]
    if os.name == "posix":
        # One process, so that signals reach the program itself.
        sys.stdout.flush()
        os.execv(command[0], command)
    return subprocess.call(command)


def test(arguments: list[str]) -> int:
    """Run every check and then the tests; arguments are for pytest, which then runs alone."""
    python = environment.ensure()
    system_libraries.ensure(system_libraries.OFFSCREEN)
    system_libraries.ensure_strace()
    failed = [] if arguments else [name for name, command in _checks(python) if not _passes(name, command)]
    if failed:
        say(f"Failed: {', '.join(failed)}. The tests run all the same.")
    say("Running pytest.")
    with _quick_folder() as folder:
        code = _call([str(python), "-m", "pytest", *(arguments or SIDE_BY_SIDE)], **folder)
    return code or bool(failed)


@contextmanager
def _quick_folder() -> Iterator[dict[str, str]]:
    """Where pytest keeps files: in memory if it can, as what is written to a library waits for the disk."""
    if not _is_roomy(MEMORY):
        yield {}
        return
    # A short name: the paths of sockets have little room.
    with tempfile.TemporaryDirectory(prefix="bt-", dir=MEMORY, ignore_cleanup_errors=True) as folder:
        yield {"PYTEST_DEBUG_TEMPROOT": folder}


def _is_roomy(folder: Path) -> bool:
    """Whether files of the tests can be kept in a folder, and programs among them run there."""
    if not folder.is_dir() or not os.access(folder, os.W_OK):
        return False
    return shutil.disk_usage(folder).free >= ROOM and not os.statvfs(folder).f_flag & os.ST_NOEXEC


def coverage(_: list[str]) -> int:
    """Measure lines and branches that the tests outside of the window reach; fails where they are too few."""
    measure = [str(environment.ensure()), "-m", "coverage"]
    system_libraries.ensure(system_libraries.OFFSCREEN)
    _call([*measure, "erase"])
    code = _call([*measure, "run", "-m", "pytest", "-q", *(f"--ignore={name}" for name in UNMEASURED)])
    _call([*measure, "combine", "--quiet"])
    # What was reached is told whatever the tests say.
    return _call([*measure, "report"]) or code


def _checks(python: Path) -> list[tuple[str, list[str]]]:
    present = [name for name in CHECKED if (CHECKOUT / name).is_dir()]
    return [
        ("ruff check", [str(python), "-m", "ruff", "check", *present]),
        ("ruff format", [str(python), "-m", "ruff", "format", "--check", *present]),
        ("mypy", [str(python), "-m", "mypy", "--strict", "briefing"]),
        ("lint-imports", [str(environment.script("lint-imports"))]),
    ]


def _passes(name: str, command: list[str]) -> bool:
    say(f"Running {name}.")
    return _call(command) == 0


def _call(command: list[str], **besides: str) -> int:
    chosen = {**os.environ, "QT_QPA_PLATFORM": "offscreen", **besides}
    # Tests start the program hundreds of times: what Python compiled is kept, whatever is usual here.
    chosen.pop("PYTHONDONTWRITEBYTECODE", None)
    return subprocess.call(command, cwd=CHECKOUT, env=chosen)


def _explain_missing_display(arguments: list[str]) -> int:
    articles = [argument for argument in arguments if not argument.startswith("-")] or [_from_here(SAMPLE)]
    command = [_from_here(environment.script("briefing")), "export", *articles, "-o", "brief.pdf"]
    say("There is no display here to open a window on. This makes the brief without one:")
    print(f"  {shlex.join(command)}")
    return 1


def _from_here(path: Path) -> str:
    """Shorten the path for the reader where it lies below the current folder."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
