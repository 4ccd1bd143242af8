#!/usr/bin/env python3
"""Build what people install: build.py deb|rpm|wheel|folder|exe|msix|… leaves it in dist/, with digest and parts."""

from __future__ import annotations

import argparse
import hashlib
import os
import sys
import tarfile
from collections.abc import Callable
from pathlib import Path

import environment
from environment import CHECKOUT, Trouble, say

DIST = CHECKOUT / "dist"

MANIFESTS = {
    "winget/Briefing.yaml": "Briefing-{}-Setup.exe",
    "homebrew/briefing.rb": "Briefing-{}-arm64.dmg",
    "flatpak/org.briefing.Briefing.yml": "briefing-{}-linux-x86_64.tar.xz",
}
"""Each manifest, and the package that it is of."""

PLACES = {"@DOWNLOADS@": "BRIEFING_DOWNLOADS", "@HOMEPAGE@": "BRIEFING_HOMEPAGE"}
"""What a manifest says of where the program is, and the variable that holds it."""


def main(arguments: list[str]) -> int:
    """Build each of the named kinds; 0 if all went well."""
    parser = argparse.ArgumentParser(prog="build.py", description=__doc__)
    parser.add_argument("kinds", nargs="+", choices=[*KINDS, "pin-python"], metavar="KIND", help=", ".join(KINDS))
    options = parser.parse_args(arguments)
    try:
        _enter_environment()
        for kind in options.kinds:
            if kind == "pin-python":
                import inputs

                inputs.pin_python()
                continue
            say(f"Building {kind}.")
            for path in KINDS[kind]():
                say(f"{path.relative_to(CHECKOUT)}: {path.stat().st_size / 1e6:.1f} MB")
        _write_digests()
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
        return 1
    return 0


def version() -> str:
    """The version that is built."""
    from briefing import __version__

    return __version__


def _enter_environment() -> None:
    """Go on in the checkout's own environment, which has what builds the program."""
    python = environment.ensure()
    if Path(sys.prefix).resolve() != environment.VENV.resolve() and "BRIEFING_BUILD" not in os.environ:
        sys.stdout.flush()
        os.environ["BRIEFING_BUILD"] = "1"
        os.execv(python, [str(python), __file__, *sys.argv[1:]])
    sys.path.insert(0, str(CHECKOUT))


def _deb() -> list[Path]:
    import linux_packages

    package = linux_packages.deb(version(), DIST)
    return [package, _linux_bill(package)]


def _rpm() -> list[Path]:
    import linux_packages

    package = linux_packages.rpm(version(), DIST)
    return [package, _linux_bill(package)]


def _wheel() -> list[Path]:
    import folder

    return [folder.wheel(DIST)]


def _folder() -> list[Path]:
    """The program in a folder that may lie anywhere, as an archive."""
    import folder
    import linux_packages

    name = f"briefing-{version()}-linux-x86_64"
    made = folder.WORK / name
    folder.linux_folder(made)
    linux_packages.desktop_files(made / "desktop", ["briefing"])
    folder.settle(made)
    DIST.mkdir(exist_ok=True)
    packed = DIST / f"{name}.tar.xz"
    with tarfile.open(packed, "w:xz", preset=3) as archive:
        for path in sorted([made, *made.rglob("*")]):
            archive.add(path, path.relative_to(made.parent), recursive=False, filter=_nobodys)
    return [packed, _linux_bill(packed, made)]


def _exe() -> list[Path]:
    import windows_setup

    made = windows_setup.setup(version(), DIST)
    return [made, _windows_bill(made, windows_setup.STAGE)]


def _msix() -> list[Path]:
    import windows_msix

    made = windows_msix.package(version(), DIST)
    return [made, _windows_bill(made, windows_msix.STAGE)]


def _dmg() -> list[Path]:
    import macos_app

    return [macos_app.disk_image(version(), DIST)]


def _manifests() -> list[Path]:
    """Fill the manifests of winget, Homebrew and Flatpak of what lies in dist/ with its version and digest."""
    made = []
    words = {"@VERSION@": version()}
    for mark, variable in PLACES.items():
        if variable in os.environ:
            words[mark] = os.environ[variable]
    for name, package in MANIFESTS.items():
        built = DIST / package.format(version())
        if not built.is_file():
            say(f"{built.name} has not been built: {name} is left out.")
            continue
        text = (CHECKOUT / "packaging" / name).read_text(encoding="utf-8")
        for mark, word in {**words, "@SHA256@": _digest(built)}.items():
            text = text.replace(mark, word)
        for mark, variable in PLACES.items():
            if mark in text:
                raise Trouble(f"{name} says where the program is fetched from: set {variable} to that address.")
        filled = DIST / "manifests" / Path(name).name
        filled.parent.mkdir(parents=True, exist_ok=True)
        filled.write_text(text, encoding="utf-8", newline="\n")
        made.append(filled)
    return made


def _nobodys(member: tarfile.TarInfo) -> tarfile.TarInfo:
    member.uid = member.gid = 0
    member.uname = member.gname = "root"
    return member


def _linux_bill(package: Path, program: Path | None = None) -> Path:
    """What is in a package for Linux, or in the folder of the program."""
    import folder
    import inputs
    import linux_packages
    from pins import LINUX

    site = (program or linux_packages.STAGE / linux_packages.PREFIX.lstrip("/")) / "lib/python3/dist-packages"
    return _bill(package, site, LINUX, inputs.runtime()["linux-x86_64"]["version"].split("-")[0], folder.epoch())


def _windows_bill(package: Path, program: Path) -> Path:
    import folder
    import inputs
    from pins import WINDOWS

    site = program / "Lib" / "site-packages"
    return _bill(package, site, WINDOWS, inputs.runtime()["windows-x86_64"]["version"], folder.epoch())


def _bill(package: Path, site: Path, target: object, python: str, when: int) -> Path:
    from bill_of_materials import bill
    from pins import Target

    assert isinstance(target, Target)
    stated = package.with_name(package.name + ".cdx.json")
    stated.write_text(bill(site, target, version(), python, when), encoding="utf-8", newline="")
    return stated


def _write_digests() -> None:
    # What an installed program asks for, when its reader looks for a newer version.
    (DIST / "VERSION.txt").write_text(f"{version()}\n", encoding="utf-8", newline="\n")
    files = sorted(path for path in DIST.glob("*") if path.is_file() and path.name != "SHA256SUMS")
    lines = [f"{_digest(path)} *{path.name}\n" for path in files]
    (DIST / "SHA256SUMS").write_text("".join(lines), encoding="utf-8", newline="\n")


def _digest(path: Path) -> str:
    with path.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


KINDS: dict[str, Callable[[], list[Path]]] = {
    "deb": _deb,
    "rpm": _rpm,
    "wheel": _wheel,
    "folder": _folder,
    "exe": _exe,
    "msix": _msix,
    "dmg": _dmg,
    "manifests": _manifests,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
