"""The MSIX for Windows: the folder that the set-up installs, as a package that the system itself installs and removes.

It is not signed: whoever publishes it signs it with the certificate whose subject BRIEFING_PUBLISHER names.
"""

from __future__ import annotations

import os
import shutil
import sys
import zipfile
from pathlib import Path, PurePosixPath
from urllib.parse import quote

import file_types
import folder
import inputs
import windows_setup
from environment import CHECKOUT, Trouble, say

SOURCE = CHECKOUT / "packaging" / "msix" / "AppxManifest.xml"
STAGE = folder.WORK / "msix"
_CONTENT_TYPES, _BLOCK_MAP = "[Content_Types].xml", "AppxBlockMap.xml"
PICTURES = {"StoreLogo": 50, "Square150x150Logo": 150, "Square44x44Logo": 44}

_TYPES = """\
        <uap:Extension Category="windows.fileTypeAssociation">
          <uap:FileTypeAssociation Name="@NAME@">
            <uap:DisplayName>@WORDS@</uap:DisplayName>
            <uap:SupportedFileTypes>
@SUFFIXES@
            </uap:SupportedFileTypes>
          </uap:FileTypeAssociation>
        </uap:Extension>"""


def package(version: str, into: Path) -> Path:
    """Build the package of what `windows_setup` lays out."""
    windows_setup.stage(version)
    shutil.rmtree(STAGE, ignore_errors=True)
    shutil.copytree(windows_setup.STAGE, STAGE, copy_function=os.link)
    lay_out(STAGE, version)
    into.mkdir(parents=True, exist_ok=True)
    made = into / f"Briefing-{version}-x64.msix"
    made.unlink(missing_ok=True)
    run = "import runpy, sys; sys.path.insert(0, sys.argv.pop(1)); runpy.run_module('openappx', run_name='__main__')"
    command = [sys.executable, "-c", run, str(inputs.openappx()), "pack", "--root", str(STAGE), "--out", str(made)]
    inputs.run_tool(command, STAGE, folder.environment())
    type_all(made)
    say("  It is not signed yet: signtool sign /fd SHA256 /f CERTIFICATE " + made.name)
    return made


def type_all(package: Path) -> None:
    """Give a content type to parts without an end of their name, too: Windows refuses a package that has others.

    The list of types is the last part but one; what stands before it stays as it is, byte for byte.
    """
    with zipfile.ZipFile(package, "a") as packed:
        listed = packed.infolist()
        last = [one for one in listed if one.filename in (_CONTENT_TYPES, _BLOCK_MAP)]
        if listed[-len(last) :] != last:
            raise Trouble(f"{package.name} does not end with the list of its parts: another packer made it.")
        kept = [(one, packed.read(one)) for one in last]
        for one in last:
            packed.filelist.remove(one)
            del packed.NameToInfo[one.filename]
        packed.start_dir = min(one.header_offset for one in last)
        packed.fp.seek(packed.start_dir)
        packed.fp.truncate()
        for one, data in kept:
            fresh = zipfile.ZipInfo(one.filename, one.date_time)
            fresh.compress_type = zipfile.ZIP_STORED
            packed.writestr(fresh, typed(data, packed.namelist()) if one.filename == _CONTENT_TYPES else data)


def typed(types: bytes, names: list[str]) -> bytes:
    """The list of content types with an entry for every part that has no end of its name."""
    bare = [
        quote(name, safe="/!$&'()+,;=:@") for name in names if not PurePosixPath(name).suffix and name != _CONTENT_TYPES
    ]
    lines = "".join(f'  <Override PartName="/{name}" ContentType="application/octet-stream"/>\n' for name in bare)
    return types.replace(b"</Types>", lines.encode() + b"</Types>")


def lay_out(root: Path, version: str) -> None:
    """Put the manifest and its pictures beside the program."""
    from linux_packages import drawn

    (root / "AppxManifest.xml").write_text(manifest(version), encoding="utf-8", newline="\n")
    (root / "Assets").mkdir()
    for name, pixels in PICTURES.items():
        (root / "Assets" / f"{name}.png").write_bytes(drawn(pixels))


def manifest(version: str) -> str:
    """What Windows reads of the package: its name, what it opens, what it may."""
    catalogues = sorted((CHECKOUT / "resources" / "translations").glob("briefing_*.ts"))
    languages = sorted((path.stem.removeprefix("briefing_") for path in catalogues), key=lambda code: code != "en")
    kinds = {**file_types.OPENED, "a library of Briefing": (file_types.OWN,)}
    words = {
        "@PUBLISHER@": os.environ.get("BRIEFING_PUBLISHER", "CN=Briefing"),
        "@QUAD@": ".".join([*version.split("."), "0", "0", "0"][:4]),
        "@SCHEME@": file_types.SCHEME,
        "@LANGUAGES@": "\n".join(f'    <Resource Language="{code}"/>' for code in languages),
        "@TYPES@": "\n".join(_kind(name, suffixes) for name, suffixes in kinds.items()),
    }
    text = SOURCE.read_text(encoding="utf-8")
    for mark, word in words.items():
        text = text.replace(mark, word)
    return text


def _kind(words: str, suffixes: tuple[str, ...]) -> str:
    lines = "\n".join(f"              <uap:FileType>.{suffix}</uap:FileType>" for suffix in suffixes)
    name = "".join(one for one in words if one.isalpha())
    return _TYPES.replace("@NAME@", name).replace("@WORDS@", words.capitalize()).replace("@SUFFIXES@", lines)
