"""The program in one folder with its own Python and Qt, pruned and compiled: what every package holds."""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import inputs
from environment import CHECKOUT, Trouble
from pins import LINUX, WINDOWS, Target, needed

PRUNING = CHECKOUT / "packaging" / "pruning.toml"
PYTHON = f"python{LINUX.python}"

WORK = CHECKOUT / "build"


def epoch() -> int:
    """The time that everything built carries: SOURCE_DATE_EPOCH, or when the last change was committed."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given:
        return int(given)
    told = subprocess.run(
        ["git", "log", "-1", "--format=%ct"], cwd=CHECKOUT, capture_output=True, text=True, check=False
    ).stdout.strip()
    return int(told) if told else int((CHECKOUT / "CHANGELOG.md").stat().st_mtime)


def environment() -> dict[str, str]:
    """What makes the tools that are run give the same bytes each time."""
    return {"SOURCE_DATE_EPOCH": str(epoch()), "PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C.UTF-8"}


def pruning() -> dict[str, Any]:
    """The rules for what is left out."""
    return tomllib.loads(PRUNING.read_text(encoding="utf-8"))


def without() -> frozenset[str]:
    """Packages that others ask for and that the program never loads."""
    return frozenset(pruning()["packages"]["without"])


def wheel(into: Path) -> Path:
    """Build the program's own wheel."""
    into.mkdir(parents=True, exist_ok=True)
    for old in into.glob("briefing-*.whl"):
        old.unlink()
    inputs.run_tool(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(into)], CHECKOUT, environment()
    )
    return next(into.glob("briefing-*.whl"))


def linux_folder(into: Path, prefix: str | None = None) -> dict[str, int]:
    """Make the folder for Linux.

    Args:
        into: the folder, which is made anew.
        prefix: where it will lie, if that is known; else it may be moved.

    Returns:
        what was left out, in bytes, by the reason.
    """
    shutil.rmtree(into, ignore_errors=True)
    library = into / "lib" / PYTHON
    site = into / "lib" / "python3" / "dist-packages"
    _debian_python(into)
    saved = fill(site, LINUX)
    saved |= _drop(library, pruning()["python"])
    saved["debugging symbols of compiled parts"] = _strip(site)
    _records(site)
    command = into / "bin" / "briefing"
    command.write_text(_starter(prefix), encoding="utf-8")
    command.chmod(0o755)
    compile_all(into, into / "bin" / PYTHON, prefix or "")
    settle(into)
    return saved


def windows_folder(into: Path) -> dict[str, int]:
    """Make the folder for Windows, without its starter, not compiled; returns what was left out."""
    shutil.rmtree(into, ignore_errors=True)
    site = into / "Lib" / "site-packages"
    site.mkdir(parents=True)
    inputs.windows_python(into)
    for name in ("python.cat", "winsound.pyd", "_sqlite3.pyd", "sqlite3.dll"):
        (into / name).unlink(missing_ok=True)
    short = WINDOWS.python.replace(".", "")
    # This file alone says where Python looks; no variable of the environment is heard.
    (into / f"python{short}._pth").write_text(
        f"python{short}.zip\r\n.\r\nLib\\site-packages\r\nimport site\r\n", encoding="ascii", newline=""
    )
    saved = fill(site, WINDOWS)
    _records(site)
    settle(into)
    return saved


def compile_all(folder: Path, python: Path, prefix: str) -> None:
    """Compile every module; a start then reads no source, nor asks whether it changed."""
    mode = ["--invalidation-mode", "unchecked-hash", "-q", "-j", "1"]
    # A few files are templates or for another Python, and no modules: they stay as they are.
    subprocess.run(
        [str(python), "-I", "-m", "compileall", *mode, "-s", str(folder), "-p", prefix or "/", str(folder / "lib")],
        env={**os.environ, **environment()},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
    )


def settle(folder: Path) -> None:
    """Give all files the same time and plain permissions."""
    when = epoch()
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_symlink():
            os.utime(path, (when, when), follow_symlinks=False)
            continue
        runs = path.is_dir() or (path.parent.name == "bin" and path.suffix != ".pyc") or path.suffix == ".exe"
        path.chmod(0o755 if runs else 0o644)
        os.utime(path, (when, when))
    os.utime(folder, (when, when))


def size(folder: Path) -> int:
    """Bytes of all files below a folder."""
    return sum(path.stat().st_size for path in _files(folder))


def fill(site: Path, target: Target) -> dict[str, int]:
    """Install what the program needs and the program itself, without what it never loads."""
    packages = inputs.site_packages(target, needed(target, without()))
    shutil.copytree(packages, site, symlinks=True, dirs_exist_ok=True)
    _install_program(site)
    saved = _keep_only(site) | _drop(site, pruning()["drop"])
    for rule in pruning()["stand_in"]:
        path = site / rule["path"]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(rule["text"], encoding="utf-8", newline="\n")
    return saved


def _install_program(site: Path) -> None:
    import zipfile

    with zipfile.ZipFile(wheel(WORK / "wheel")) as packed:
        packed.extractall(site)
    home = os.environ.get("BRIEFING_HOMEPAGE", "").rstrip("/")
    if home:
        told = f'newest = "{home}/releases/latest/download/VERSION.txt"\npage = "{home}/releases/latest"\n'
        (site / "briefing/_resources/desktop/releases.toml").write_text(told, encoding="utf-8", newline="\n")


def _keep_only(site: Path) -> dict[str, int]:
    saved: dict[str, int] = {}
    for rule in pruning()["keep"]:
        top = site / rule["within"]
        kept = spelled_out(rule["only"])
        gone = [path for path in _files(top) if not _fits(path, top, kept)]
        saved[rule["why"]] = _delete(gone, top)
    return saved


def spelled_out(patterns: list[str]) -> list[str]:
    """Patterns; one with `<language>` once for each language that the window speaks."""
    catalogues = sorted((CHECKOUT / "resources" / "translations").glob("briefing_*.ts"))
    languages = [path.stem.removeprefix("briefing_") for path in catalogues]
    return list(dict.fromkeys(one.replace("<language>", code) for one in patterns for code in languages))


def _drop(top: Path, rules: list[dict[str, Any]]) -> dict[str, int]:
    saved: dict[str, int] = {}
    for rule in rules:
        gone = [path for path in _files(top) if _fits(path, top, rule["paths"])]
        saved[rule["why"]] = _delete(gone, top)
    return saved


def _fits(path: Path, top: Path, patterns: list[str]) -> bool:
    name = path.relative_to(top).as_posix()
    return any(fnmatchcase(name, pattern) for pattern in patterns)


def _delete(paths: list[Path], top: Path) -> int:
    saved = 0
    for path in paths:
        saved += 0 if path.is_symlink() else path.stat().st_size
        path.unlink()
    for emptied in sorted({path.parent for path in paths}, reverse=True):
        folder = emptied
        while folder.is_dir() and folder != top and not any(folder.iterdir()):
            folder.rmdir()
            folder = folder.parent
    return saved


def _strip(site: Path) -> int:
    """Take debugging symbols out of compiled parts; returns the bytes saved."""
    if shutil.which("strip") is None:
        raise Trouble("The program is made smaller by `strip`. Run: apt-get install binutils")
    saved = 0
    for path in _files(site):
        # What auditwheel patched lies in *.libs: stripping can shift its parts off their pages.
        if ".so" not in path.name or path.is_symlink() or path.parent.name.endswith(".libs"):
            continue
        before = path.stat().st_size
        path.chmod(0o644)
        inputs.run_tool(["strip", "--strip-unneeded", "--enable-deterministic-archives", str(path)])
        saved += before - path.stat().st_size
    return saved


def _records(site: Path) -> None:
    """Write the lists of files of all packages anew, after what was left out and stripped."""
    for record in sorted(site.glob("*.dist-info/RECORD")):
        for name in ("direct_url.json", "REQUESTED", "INSTALLER"):
            (record.parent / name).unlink(missing_ok=True)
        rows = csv.reader(io.StringIO(record.read_text(encoding="utf-8")))
        names = sorted({row[0] for row in rows if row})
        out = io.StringIO()
        written = csv.writer(out, lineterminator="\n")
        for name in names:
            path = site / name
            if path == record:
                written.writerow([name, "", ""])
            elif path.is_file() and "__pycache__" not in path.parts:
                digest = base64.urlsafe_b64encode(hashlib.sha256(path.read_bytes()).digest()).rstrip(b"=")
                written.writerow([name, f"sha256={digest.decode()}", path.stat().st_size])
        record.write_text(out.getvalue(), encoding="utf-8", newline="")


def _debian_python(into: Path) -> None:
    unpacked = WORK / "python"
    shutil.rmtree(unpacked, ignore_errors=True)
    for package in inputs.debian_packages():
        inputs.unpack_debian(package, unpacked)
    (into / "bin").mkdir(parents=True)
    shutil.copy2(unpacked / "usr" / "bin" / PYTHON, into / "bin" / PYTHON)
    library = into / "lib" / PYTHON
    # What points out of the folder (Debian's own settings) stays behind.
    shutil.copytree(unpacked / "usr" / "lib" / PYTHON, library, symlinks=True)
    for path in list(library.rglob("*")):
        if path.is_symlink():
            path.unlink()
    notices = into / "share" / "doc"
    notices.mkdir(parents=True)
    shutil.copy2(unpacked / "usr/share/doc/libpython3.11-minimal/copyright", notices / "python-copyright")


def _starter(prefix: str | None) -> str:
    if prefix:
        return f'#!/bin/sh\nexec {prefix}/bin/{PYTHON} -I -m briefing "$@"\n'
    return f'#!/bin/sh\nexec "$(dirname "$(readlink -f "$0")")/{PYTHON}" -I -m briefing "$@"\n'


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file() or path.is_symlink())
