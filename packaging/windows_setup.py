"""The set-up for Windows, built on Linux: the folder of the program, a starter with an icon, and NSIS around them."""

from __future__ import annotations

import os
import shutil
import struct
from pathlib import Path

import file_types
import folder
import inputs
from environment import CHECKOUT, Trouble, say

SOURCES = CHECKOUT / "packaging" / "nsis"
STAGE = folder.WORK / "windows"
PARTS = folder.WORK / "windows-parts"
COMPILER = "x86_64-w64-mingw32"
SIZES = (16, 24, 32, 48, 64, 128, 256)


def stage(version: str) -> dict[str, int]:
    """Make the folder that the set-up installs; returns what was left out."""
    saved = folder.windows_folder(STAGE)
    _starters(version)
    folder.settle(STAGE)
    return saved


def setup(version: str, into: Path) -> Path:
    """Build the set-up."""
    for tool, package in ((f"{COMPILER}-gcc", "gcc-mingw-w64-x86-64-win32"), ("makensis", "nsis")):
        if shutil.which(tool) is None:
            raise Trouble(f"{tool} builds the set-up for Windows. Run: apt-get install {package}")
    for why, gone in stage(version).items():
        say(f"  {gone / 1e6:6.1f} MB left out: {why}")
    size = folder.size(STAGE)
    say(f"  {size / 1e6:6.1f} MB are installed, before they are compiled there.")
    into.mkdir(parents=True, exist_ok=True)
    made = into / f"Briefing-{version}-Setup.exe"
    script = PARTS / "installer.nsi"
    words = {**_versions(version), "@OUT@": str(made), "@ICON@": str(PARTS / "briefing.ico"), "@FOLDER@": str(STAGE)}
    words |= {"@OWN@": file_types.OWN, "@SCHEME@": file_types.SCHEME, "@KILOBYTES@": str(size // 1024)}
    words |= {"@OFFER@": _each(_OFFER), "@TAKE_BACK@": _each(_TAKE_BACK)}
    script.write_text(_filled("installer.nsi", words), encoding="utf-8")
    inputs.run_tool(["makensis", "-V2", "-INPUTCHARSET", "UTF8", str(script)], PARTS, folder.environment())
    return made


_OFFER = """\
  WriteRegStr HKCU "${CLASSES}\\.@SUFFIX@\\OpenWithProgids" "Briefing.Article" ""
  WriteRegStr HKCU "${CLASSES}\\Applications\\briefing.exe\\SupportedTypes" ".@SUFFIX@" ""
"""
_TAKE_BACK = """\
  DeleteRegValue HKCU "${CLASSES}\\.@SUFFIX@\\OpenWithProgids" "Briefing.Article"
"""


def _each(line: str) -> str:
    return "".join(line.replace("@SUFFIX@", suffix) for suffix in file_types.opened()).rstrip("\n")


def _versions(version: str) -> dict[str, str]:
    numbers = [*version.split("."), "0", "0", "0"][:4]
    return {"@VERSION@": version, "@QUAD@": ".".join(numbers), "@COMMAS@": ",".join(numbers)}


def _starters(version: str) -> None:
    """Compile briefing.exe, which has no console, and briefing.com, which a console finds first."""
    shutil.rmtree(PARTS, ignore_errors=True)
    PARTS.mkdir(parents=True)
    (PARTS / "briefing.ico").write_bytes(icon())
    for name in ("starter.rc", "starter.manifest"):
        (PARTS / name).write_text(_filled(name, _versions(version)), encoding="utf-8")
    resources = PARTS / "starter.res"
    inputs.run_tool([f"{COMPILER}-windres", "starter.rc", "-O", "coff", "-o", str(resources)], PARTS)
    shared = [f"{COMPILER}-gcc", "-Os", "-s", "-static", "-Wall", "-Wextra", "-Wl,--no-insert-timestamp"]
    source = str(SOURCES / "starter.c")
    for name, kind in (("briefing.exe", ["-mwindows"]), ("briefing.com", ["-mconsole", "-DCONSOLE"])):
        inputs.run_tool([*shared, *kind, source, str(resources), "-o", str(STAGE / name)], PARTS, folder.environment())


def icon() -> bytes:
    """The icon in all sizes in one file, as Windows has it."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from linux_packages import drawn

    pictures = [drawn(pixels) for pixels in SIZES]
    head = struct.pack("<HHH", 0, 1, len(SIZES))
    at = len(head) + 16 * len(SIZES)
    entries = b""
    for pixels, picture in zip(SIZES, pictures, strict=True):
        entries += struct.pack("<BBBBHHII", pixels % 256, pixels % 256, 0, 0, 1, 32, len(picture), at)
        at += len(picture)
    return head + entries + b"".join(pictures)


def _filled(name: str, words: dict[str, str]) -> str:
    text = (SOURCES / name).read_text(encoding="utf-8")
    for mark, word in words.items():
        text = text.replace(mark, word)
    return text
