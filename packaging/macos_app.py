"""Briefing.app and its disk image, built on macOS: bundle, document types, hardened runtime, notarisation.

BRIEFING_PYTHON is a folder with a Python 3.13 that may be moved (`uv python install 3.13` makes one). Signed and
notarised where BRIEFING_SIGNER (an identity in the keychain) and BRIEFING_NOTARY (a profile of notarytool) are set.
"""

from __future__ import annotations

import os
import plistlib
import shutil
import sys
from pathlib import Path
from typing import Any

import file_types
import folder
import inputs
from environment import CHECKOUT, Trouble
from pins import MACOS

SOURCES = CHECKOUT / "packaging" / "macos"
CATALOGUES = CHECKOUT / "resources" / "translations"
IDENTITY = "org.briefing.Briefing"
OLDEST = "14.0"
_UTIS = {"a library": f"{IDENTITY}.library"}


def information(version: str) -> dict[str, Any]:
    """What the system reads of the bundle: name, version, and what it opens."""
    articles = [
        {
            "CFBundleTypeName": words.capitalize(),
            "CFBundleTypeRole": "Viewer",
            "CFBundleTypeExtensions": list(suffixes),
            # One choice among others: what is opened by something else so far goes on being.
            "LSHandlerRank": "Alternate",
        }
        for words, suffixes in file_types.OPENED.items()
    ]
    library = {
        "CFBundleTypeName": "Briefing library",
        "CFBundleTypeRole": "Editor",
        "LSItemContentTypes": [_UTIS["a library"]],
        "LSHandlerRank": "Owner",
    }
    declared = {
        "UTTypeIdentifier": _UTIS["a library"],
        "UTTypeDescription": "Briefing library",
        "UTTypeConformsTo": ["public.data", "public.archive"],
        "UTTypeTagSpecification": {"public.filename-extension": [file_types.OWN]},
    }
    return {
        "CFBundleIdentifier": IDENTITY,
        "CFBundleName": "Briefing",
        "CFBundleDisplayName": "Briefing",
        "CFBundleExecutable": "briefing",
        "CFBundleIconFile": "briefing.icns",
        "CFBundlePackageType": "APPL",
        "CFBundleInfoDictionaryVersion": "6.0",
        "CFBundleShortVersionString": version,
        "CFBundleVersion": version,
        "CFBundleDevelopmentRegion": "en",
        "CFBundleLocalizations": sorted(path.stem.partition("_")[2] for path in CATALOGUES.glob("briefing_*.qm")),
        "CFBundleDocumentTypes": [*articles, library],
        "UTExportedTypeDeclarations": [declared],
        "CFBundleURLTypes": [{"CFBundleURLName": "Briefing", "CFBundleURLSchemes": [file_types.SCHEME]}],
        "LSApplicationCategoryType": "public.app-category.news",
        "LSMinimumSystemVersion": OLDEST,
        "NSHighResolutionCapable": True,
        "NSHumanReadableCopyright": "MIT licence",
    }


def disk_image(version: str, into: Path) -> Path:
    """Build the bundle, sign it, and put it on an image."""
    if sys.platform != "darwin":
        raise Trouble(
            "The app for macOS is built on macOS: it is compiled, signed and packed by the system's own tools."
        )
    app = bundle(version, folder.WORK / "macos" / "Briefing.app")
    signer = os.environ.get("BRIEFING_SIGNER", "-")
    _sign(app, signer)
    into.mkdir(parents=True, exist_ok=True)
    image = into / f"Briefing-{version}-arm64.dmg"
    image.unlink(missing_ok=True)
    if not (app.parent / "Applications").is_symlink():
        (app.parent / "Applications").symlink_to("/Applications")
    create = ["hdiutil", "create", "-volname", "Briefing", "-srcfolder", str(app.parent), "-format", "ULFO", str(image)]
    inputs.run_tool(create)
    notary = os.environ.get("BRIEFING_NOTARY")
    if notary:
        inputs.run_tool(["codesign", "--sign", signer, "--timestamp", str(image)])
        inputs.run_tool(["xcrun", "notarytool", "submit", str(image), "--keychain-profile", notary, "--wait"])
        inputs.run_tool(["xcrun", "stapler", "staple", str(image)])
    return image


def bundle(version: str, app: Path) -> Path:
    """Lay out the bundle."""
    given = os.environ.get("BRIEFING_PYTHON")
    if not given:
        raise Trouble("BRIEFING_PYTHON has to name a folder with a Python 3.13 that may be moved.")
    shutil.rmtree(app.parent, ignore_errors=True)
    contents = app / "Contents"
    python = contents / "Resources" / "python"
    (contents / "MacOS").mkdir(parents=True)
    shutil.copytree(given, python, symlinks=True)
    site = python / "lib" / f"python{MACOS.python}" / "site-packages"
    shutil.rmtree(site, ignore_errors=True)
    folder.fill(site, MACOS)
    folder.compile_all(python, python / "bin" / f"python{MACOS.python}", "")
    (contents / "Info.plist").write_bytes(plistlib.dumps(information(version)))
    (contents / "PkgInfo").write_text("APPL????", encoding="ascii")
    _icon(contents / "Resources" / "briefing.icns")
    starter = ["clang", "-Os", "-Wall", f"-mmacosx-version-min={OLDEST}", str(SOURCES / "starter.c")]
    inputs.run_tool([*starter, "-o", str(contents / "MacOS" / "briefing")])
    return app


def _icon(path: Path) -> None:
    from linux_packages import drawn

    pictures = folder.WORK / "briefing.iconset"
    pictures.mkdir(parents=True, exist_ok=True)
    for points in (16, 32, 128, 256, 512):
        (pictures / f"icon_{points}x{points}.png").write_bytes(drawn(points))
        (pictures / f"icon_{points}x{points}@2x.png").write_bytes(drawn(2 * points))
    inputs.run_tool(["iconutil", "--convert", "icns", "--output", str(path), str(pictures)])


def _sign(app: Path, signer: str) -> None:
    """Sign what is compiled from the inside out, then the bundle."""
    options = ["--force", "--options", "runtime", "--sign", signer]
    options += ["--entitlements", str(SOURCES / "entitlements.plist")]
    options += [] if signer == "-" else ["--timestamp"]
    inner = [path for path in app.rglob("*") if path.suffix in (".so", ".dylib") and not path.is_symlink()]
    frameworks = sorted(app.rglob("*.framework"))
    programs = [path for path in (app / "Contents/Resources/python/bin").glob("python*") if not path.is_symlink()]
    for path in [*inner, *frameworks, *programs, app]:
        inputs.run_tool(["codesign", *options, str(path)])
