"""`briefing desktop-install` and `desktop-uninstall`: "Open with", addresses and the icon, for file managers."""

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from xml.sax.saxutils import escape

from briefing import __version__
from briefing.model.message import Message
from briefing.resources import resource
from briefing.terminal import said

DONE, FAILED = 0, 1

IDENTITY = "org.briefing.Briefing"
"""By which desktops know the program (freedesktop Desktop Entry and AppStream specifications)."""

LIBRARY_TYPE, SCHEME = "application/x-briefing-library", "x-scheme-handler/briefing"

DESKTOPS_NAMES = (
    "application/mbox",
    "application/x-mimearchive",
    "application/x-subrip",
    "application/xhtml+xml",
    "multipart/related",
    "text/javascript",
)
"""What desktops call files of formats that go by another media type here, as they look at names before contents."""


def describe_install(parser: argparse.ArgumentParser) -> None:
    """Give the parser of `briefing desktop-install` its options."""
    parser.description = said(Message("help.install"))


def describe_uninstall(parser: argparse.ArgumentParser) -> None:
    """Give the parser of `briefing desktop-uninstall` its options."""
    parser.description = said(Message("help.uninstall"))


def install(options: argparse.Namespace) -> int:
    """Write the entry, types, metainfo and icon into the reader's data folder; 0 if all went well."""
    del options
    if not _is_known_system():
        return FAILED
    try:
        for path, text in entry_files(_data_home(), _command(), date.today()).items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            print(path)
    except OSError as fault:
        return _fail(Message.of("install.not_written", name=fault.filename, fault=str(fault.strerror)))
    _tell_desktop(_data_home())
    _run("xdg-mime", "default", f"{IDENTITY}.desktop", SCHEME, LIBRARY_TYPE)
    return DONE


def uninstall(options: argparse.Namespace) -> int:
    """Delete what `install` wrote, and nothing else; 0 if all went well, also if nothing was there."""
    del options
    if not _is_known_system():
        return FAILED
    try:
        for path in entry_files(_data_home(), _command(), date.today()):
            if path.exists():
                path.unlink()
                print(path)
    except OSError as fault:
        return _fail(Message.of("install.not_removed", name=fault.filename, fault=str(fault.strerror)))
    _tell_desktop(_data_home())
    return DONE


def entry_files(data: Path, command: Sequence[str], released: date) -> dict[Path, str]:
    """Every file by which desktops know the program, with its content.

    Args:
        data: the folder of a reader's data, or `/usr/share`.
        command: that starts the program.
        released: the day of this version.
    """
    words = {
        "@ID@": IDENTITY,
        "@VERSION@": escape(__version__),
        "@DATE@": released.isoformat(),
        "@EXEC@": " ".join(map(_quoted, command)),
        "@TRYEXEC@": command[0],
        "@MIMETYPES@": "".join(f"{kind};" for kind in _types()),
    }
    return {
        data / "applications" / f"{IDENTITY}.desktop": _filled("application.desktop", words),
        data / "metainfo" / f"{IDENTITY}.metainfo.xml": _filled("metainfo.xml", words),
        data / "mime" / "packages" / f"{IDENTITY}.xml": _filled("mime.xml", words),
        data / "icons" / "hicolor" / "scalable" / "apps" / f"{IDENTITY}.svg": _filled("briefing.svg", {}),
    }


def _types() -> list[str]:
    """What can be opened: the media types of all formats, libraries, and addresses of our own scheme."""
    from briefing.intake.intake_formats import FORMATS

    known = [known.media_type for known in FORMATS]
    return list(dict.fromkeys([*known, *DESKTOPS_NAMES, LIBRARY_TYPE, SCHEME]))


def _command() -> Sequence[str]:
    """How this very program is started."""
    beside = Path(sys.executable).with_name("briefing")
    return [str(beside)] if beside.is_file() else [sys.executable, "-m", "briefing"]


def _quoted(argument: str) -> str:
    """An argument as the Desktop Entry specification has it in `Exec`."""
    if not any(sign in argument for sign in " \t\n\"'\\><~|&;$*?#()`%"):
        return argument
    safe = "".join(f"\\{sign}" if sign in '"`$\\' else sign for sign in argument).replace("%", "%%")
    return f'"{safe}"'.replace("\\", "\\\\")


def _filled(name: str, words: dict[str, str]) -> str:
    text = resource("desktop", name).read_text(encoding="utf-8")
    for mark, word in words.items():
        text = text.replace(mark, word)
    return text


def _data_home() -> Path:
    """Where the reader's own applications lie (XDG Base Directory specification)."""
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")


def _tell_desktop(data: Path) -> None:
    _run("update-desktop-database", str(data / "applications"))
    _run("update-mime-database", str(data / "mime"))
    _run("gtk-update-icon-cache", "--ignore-theme-index", "--quiet", str(data / "icons" / "hicolor"))


def _run(*command: str) -> None:
    """Run a program of the desktop if it is there; without it, the desktop finds the files at its next start."""
    if shutil.which(command[0]):
        subprocess.run(command, check=False, capture_output=True)


def _is_known_system() -> bool:
    if sys.platform in ("win32", "darwin"):
        _fail(Message("install.not_here"))
        return False
    return True


def _fail(message: Message) -> int:
    print(f"briefing: {said(message)}", file=sys.stderr)
    return FAILED
