"""The .deb and the .rpm: the folder of the program, and what desktops, shells and `man` want to know of it."""

from __future__ import annotations

import gzip
import json
import os
import shutil
from datetime import UTC, datetime
from email.parser import HeaderParser
from pathlib import Path
from typing import Any

import folder
import inputs
import system_libraries
from bill_of_materials import licence
from environment import CHECKOUT, say

NAME = "briefing"
PREFIX = "/usr/lib/briefing"
STAGE = folder.WORK / "linux"
ICONS = (16, 22, 24, 32, 48, 64, 96, 128, 256, 512)

ABOUT = """\
reader that shows who said what, and how confirmed it is
Briefing opens an article clean, marks its actors, claims and attributions,
and gives each claim a status that can be questioned: a click shows the very
words that led to it. Highlights, notes and judgements are kept in a library
on this machine; annotated briefs are exported. Nothing leaves the machine.

The package brings its own Python, Qt and language model."""

# What the Python inside is linked to, beside the libraries that Qt needs.
_DEBIAN_LIBRARIES = (
    "libc6 (>= 2.36)",
    "libexpat1",
    "libffi8",
    "liblzma5",
    "libbz2-1.0",
    "libssl3",
    "libuuid1",
    "zlib1g",
)
_DEBIAN_ALSO = ("libstdc++6", "libgcc-s1", "libzstd1", "shared-mime-info", "desktop-file-utils", "hicolor-icon-theme")
# Fedora and openSUSE call the same packages by other names; what a package provides, they call alike.
_RPM_LIBRARIES = (
    "libexpat.so.1", "libffi.so.8", "liblzma.so.5", "libcrypto.so.3", "libssl.so.3", "libuuid.so.1", "libz.so.1",
    "libstdc++.so.6", "libgcc_s.so.1", "libzstd.so.1", "libbrotlicommon.so.1",
)  # fmt: skip
_RPM_ALSO = ("shared-mime-info", "hicolor-icon-theme", "desktop-file-utils")


def deb(version: str, into: Path) -> Path:
    """Build the package for Debian, Ubuntu and their kin."""
    made = _stage()
    qt = (*system_libraries.OFFSCREEN, *system_libraries.X, *system_libraries.WAYLAND)
    fonts = f"{system_libraries.A_FONT.debian} | fonts-freefont-ttf | fonts-liberation"
    depends = dict.fromkeys([*_DEBIAN_LIBRARIES, *_DEBIAN_ALSO, *(one.debian for one in qt), fonts])
    overrides = made / "usr/share/lintian/overrides" / NAME
    _write(overrides, (CHECKOUT / "packaging/debian/lintian-overrides").read_text(encoding="utf-8"))
    _write(made / "usr/share/doc" / NAME / "copyright", _copyright())
    _gzip(made / "usr/share/doc" / NAME / "changelog.gz", _debian_changelog(version))
    folder.settle(made)
    into.mkdir(parents=True, exist_ok=True)
    package = into / f"{NAME}_{version}_amd64.deb"
    _pack(
        version, made, package, {"deb": {"compression": "zstd"}, "depends": list(depends), "recommends": ["xdg-utils"]}
    )
    return package


def rpm(version: str, into: Path) -> Path:
    """Build the package for Fedora, openSUSE and their kin."""
    made = _stage()
    bundled = made / PREFIX.lstrip("/") / "lib" / folder.PYTHON / "lib-dynload"
    # Debian's Python wants this library by a name that these systems do not have.
    _bring_bz2(bundled)
    _write(made / "usr/share/licenses" / NAME / "LICENSE", (CHECKOUT / "LICENSE").read_text(encoding="utf-8"))
    _write(made / "usr/share/licenses" / NAME / "THIRD-PARTY", _copyright())
    completion = made / "usr/share/zsh"
    (completion / "vendor-completions").rename(completion / "site-functions")
    folder.settle(made)
    into.mkdir(parents=True, exist_ok=True)
    package = into / f"{NAME}-{version}-1.x86_64.rpm"
    # Else it would carry the name of the machine that built it.
    settings = {"compression": "zstd", "group": "Applications/Publishing", "buildhost": "localhost"}
    fonts = [system_libraries.A_FONT.fedora, system_libraries.A_FONT.suse]
    _pack(version, made, package, {"rpm": settings, "depends": rpm_requirements(), "recommends": fonts})
    return package


def rpm_requirements() -> list[str]:
    """What the .rpm needs of the system."""
    qt = (*system_libraries.OFFSCREEN, *system_libraries.X, *system_libraries.WAYLAND)
    libraries = dict.fromkeys([*_RPM_LIBRARIES, *(one.soname for one in qt)])
    return ["libc.so.6(GLIBC_2.36)(64bit)", *(f"{name}()(64bit)" for name in libraries), *_RPM_ALSO]


def icons(into: Path) -> None:
    """Draw the icon in every size that menus ask for."""
    for pixels in ICONS:
        path = into / f"{pixels}x{pixels}" / "apps" / "org.briefing.Briefing.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(drawn(pixels))


def drawn(pixels: int) -> bytes:
    """The icon as a PNG of that width."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QBuffer, Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(pixels, pixels, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(CHECKOUT / "resources/desktop/briefing.svg")).render(painter)
    painter.end()
    written = QBuffer()
    written.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(written, "PNG")
    return bytes(written.data().data())


def _stage() -> Path:
    """Lay out everything that is installed, below a folder of its own; what was left out is told."""
    shutil.rmtree(STAGE, ignore_errors=True)
    program = STAGE / PREFIX.lstrip("/")
    saved = folder.linux_folder(program, PREFIX)
    for why, gone in saved.items():
        say(f"  {gone / 1e6:6.1f} MB left out: {why}")
    say(f"  {folder.size(program) / 1e6:6.1f} MB are installed.")
    command = STAGE / "usr/bin" / NAME
    command.parent.mkdir(parents=True)
    command.symlink_to(f"../lib/{NAME}/bin/{NAME}")
    desktop_files(STAGE / "usr/share", [f"/usr/bin/{NAME}"])
    shell_files(STAGE / "usr/share")
    return STAGE


def desktop_files(share: Path, command: list[str]) -> None:
    """Write the desktop entry, the types of files, the description and the icons."""
    from briefing.desktop_integration import entry_files

    day = datetime.fromtimestamp(folder.epoch(), UTC).date()
    for path, text in entry_files(share, command, day).items():
        _write(path, text)
    icons(share / "icons/hicolor")


def shell_files(share: Path) -> None:
    """Write the manual page and the completions."""
    import command_docs

    _gzip(share / "man/man1/briefing.1.gz", command_docs.manual_page(folder.epoch()))
    _write(share / "bash-completion/completions/briefing", command_docs.bash_completion())
    _write(share / "zsh/vendor-completions/_briefing", command_docs.zsh_completion())
    _write(share / "fish/vendor_completions.d/briefing.fish", command_docs.fish_completion())


def _pack(version: str, made: Path, package: Path, more: dict[str, Any]) -> None:
    stated = {
        "name": NAME,
        "arch": "amd64",
        "platform": "linux",
        "version": version,
        "version_schema": "none",
        "release": "1" if package.suffix == ".rpm" else "",
        "section": "text",
        "priority": "optional",
        "maintainer": "The Briefing authors <briefing@localhost.localdomain>",
        "description": ABOUT,
        "license": "MIT",
        "mtime": datetime.fromtimestamp(folder.epoch(), UTC).isoformat().replace("+00:00", "Z"),
        "disable_globbing": True,
        "contents": _contents(made),
        **more,
    }
    settings = folder.WORK / f"nfpm{package.suffix}.json"
    settings.write_text(json.dumps(stated, indent=1), encoding="utf-8")
    kind = package.suffix.lstrip(".")
    command = [str(inputs.nfpm()), "package", "-f", str(settings), "-p", kind, "-t", str(package)]
    inputs.run_tool(command, CHECKOUT, folder.environment())


def _contents(made: Path) -> list[dict[str, Any]]:
    """Every file and folder of ours, one by one, so that their order and permissions are fixed."""
    found: list[dict[str, Any]] = []
    for path in sorted(made.rglob("*")):
        there = "/" + path.relative_to(made).as_posix()
        if path.is_symlink():
            found.append({"src": str(path.readlink()), "dst": there, "type": "symlink"})
        elif path.is_dir():
            if there.startswith(PREFIX) or there.endswith(f"/doc/{NAME}"):
                found.append({"dst": there, "type": "dir", "file_info": {"mode": 0o755}})
        else:
            mode = path.stat().st_mode & 0o777
            found.append({"src": str(path), "dst": there, "file_info": {"mode": mode}})
    return found


def _copyright() -> str:
    """Whose work is inside, and on which terms."""
    site = STAGE / PREFIX.lstrip("/") / "lib/python3/dist-packages"
    lines = [
        "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/",
        "Upstream-Name: Briefing",
        "Comment: The packages below lie unchanged, but for parts left out and symbols stripped, in",
        f" {PREFIX}/lib/python3/dist-packages, each with its licence in its .dist-info folder.",
        " Qt and PySide6 are used under the LGPL, version 3, as libraries of their own that can be replaced there.",
        "",
        "Files: *",
        "Copyright: The Briefing authors",
        "License: MIT",
        *(f" {line}" if line.strip() else " ." for line in (CHECKOUT / "LICENSE").read_text("utf-8").splitlines()),
        "",
        f"Files: usr/lib/briefing/bin/{folder.PYTHON} usr/lib/briefing/lib/{folder.PYTHON}/*",
        "Copyright: Python Software Foundation",
        "License: PSF-2",
        f" See {PREFIX}/share/doc/python-copyright.",
        "",
    ]
    for metadata in sorted(site.glob("*.dist-info/METADATA")):
        told = HeaderParser().parsestr(metadata.read_text(encoding="utf-8"))
        if told["Name"] == NAME:
            continue
        author = str(told["Author"] or told["Author-email"] or told["Maintainer"] or f"the authors of {told['Name']}")
        inside = metadata.parent.relative_to(STAGE)
        lines += [
            f"Files: {inside}/*",
            f"Copyright: {' '.join(author.split())}",
            f"License: {told['Name']}-licence",
            f" {licence(told) or 'see there'}",
            "",
        ]
    return "\n".join(lines)


def _debian_changelog(version: str) -> str:
    when = datetime.fromtimestamp(folder.epoch(), UTC).strftime("%a, %d %b %Y %H:%M:%S +0000")
    return (
        f"{NAME} ({version}) unstable; urgency=medium\n\n  * What is new is told under Help in the program.\n\n"
        f" -- The Briefing authors <briefing@localhost.localdomain>  {when}\n"
    )


def _bring_bz2(beside: Path) -> None:
    unpacked = folder.WORK / "libraries"
    shutil.rmtree(unpacked, ignore_errors=True)
    inputs.unpack_debian(inputs.debian_library("libbz2-1.0"), unpacked)
    found = next(path for path in unpacked.rglob("libbz2.so.1.0.*") if not path.is_symlink())
    shutil.copy2(found, beside / "libbz2.so.1.0")
    extension = next(beside.glob("_bz2.*.so"))
    inputs.run_tool(["patchelf", "--set-rpath", "$ORIGIN", str(extension)])


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")


def _gzip(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
