"""Templates of the reader's own: `.typ` files in a folder, to be chosen beside the shipped ones."""

import os
import re
import shutil
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from briefing.export.atomic_write import file_name_for, write_whole
from briefing.export.export_errors import ExportFailure, TemplateFault
from briefing.export.template_sections import TEMPLATES
from briefing.model.catalogue import in_english
from briefing.model.message import Argument, Message
from briefing.records import dataclass
from briefing.resources import resource

VARIABLE = "BRIEFING_TEMPLATES"
"""Environment variable that names another folder."""

LOGO_FILE = "house-logo.png"
"""Name of the file in which the logo of the house style lies for a template, beside it."""

PACKAGE = "1.0.0"
"""Version under which own templates import what the shipped ones are made of: `@local/briefing:1.0.0`."""

LARGEST_PART, MOST_BYTES = 50_000_000, 100_000_000
"""Bytes of one file that belongs to a template, and of all of them."""

MOST_PARTS, MOST_LOOKED_AT, DEEPEST = 400, 20_000, 6
"""Files of a template, files that are looked at to find them, and folders below one another."""

_KINDS = {
    ".typ", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".pdf", ".csv", ".json", ".toml", ".yaml", ".yml", ".xml",
    ".txt", ".bib", ".csl",
}  # fmt: skip
_FONTS = {".ttf", ".otf", ".ttc", ".otc"}

_FETCHED = re.compile(r"@preview/[\w.:-]*")
_DOWNLOADED = re.compile(r"failed to download package(?:.*/preview/([\w-]+)-(\d[\d.]*)\.tar)?", re.DOTALL)
_PLACE = re.compile(r"┌─ (.+?):(\d+):\d+")


def own_folder() -> Path:
    """The folder that `BRIEFING_TEMPLATES` names, else one in the system's place for application data."""
    chosen = os.environ.get(VARIABLE)
    if chosen:
        return Path(chosen).expanduser()
    from platformdirs import user_data_path

    return user_data_path("Briefing", appauthor=False) / "templates"


def templates(folder: Path | None = None) -> dict[str, str]:
    """All templates by what `Brief.template` holds, with their titles: the shipped, then the reader's own by name.

    A file whose name begins with a low line is a part of others and not listed.
    """
    return {
        **{name: in_english(_shipped(name)) for name in TEMPLATES},
        **{str(path): _title(path) for path in _own(folder or own_folder())},
    }


def template_named(given: str, folder: Path | None = None) -> str | None:
    """What `Brief.template` holds for a template that is named, or whose file is; None if there is none.

    `given` is a shipped name, the name or title of an own template, or the path of a `.typ` file anywhere.
    """
    if given in TEMPLATES:
        return given
    for path in _own(folder or own_folder()):
        if given in (path.stem, path.name, _title(path)):
            return str(path)
    path = Path(given).expanduser()
    return str(path.resolve()) if path.suffix == ".typ" and path.is_file() else None


def start_template(name: str, folder: Path | None = None) -> Path:
    """Write a template to begin with, and beside it the description of what it is given; give its path.

    Raises:
        ExportFailure: if there is one of that name, or the folder cannot be written to.
    """
    place = folder or own_folder()
    path = place / f"{file_name_for(name)}.typ"
    if path.exists():
        raise ExportFailure(path, Message.of("template.exists", name=path.name, place=str(place)))
    try:
        place.mkdir(parents=True, exist_ok=True)
        write_whole(path, resource("templates", "example", "starter.typ").read_bytes())
        write_whole(place / "README.md", resource("templates", "README.md").read_bytes())
    except OSError as fault:
        raise ExportFailure(
            path, Message.of("template.not_written", name=path.name, strerror=str(fault.strerror))
        ) from fault
    return path


def template_title(template: str, said: Callable[[Message], str] = in_english) -> str:
    """The title of what `Brief.template` holds, of a shipped one as `said` has it."""
    if template in TEMPLATES:
        return said(_shipped(template))
    return _title(Path(template)) if is_own(template) else ""


def _shipped(name: str) -> Message:
    return Message(f"template_title.{name}")


def is_own(template: str) -> bool:
    """Whether this is the path of a template of the reader's own."""
    return template not in TEMPLATES and template.endswith(".typ")


@dataclass(frozen=True, slots=True)
class Staged:
    """A template in a folder of its own: copies of what belongs to it, and nothing else.

    Attributes:
        main: the copy of its file.
        packages: folder of the packages that it may import: the parts of the shipped templates.
        fonts: folder of its fonts, which may be empty.
    """

    main: Path
    packages: Path
    fonts: Path


@contextmanager
def staged(template: str, logo: bytes = b"") -> Iterator[Staged]:
    """An own template, copied to a fresh folder with the files beside and below it, while it is needed.

    Links are not followed, and nothing is copied that is no part of a template by its kind. The logo of the house
    style, if there is one, lies beside it and beside the shipped parts: either may show it.

    Raises:
        TemplateFault: if it is not there, or asks for packages, which would have to be fetched from the network.
    """
    path = Path(template)
    with TemporaryDirectory(prefix="briefing-") as place:
        whole = Path(place).resolve()
        main, packages, fonts = whole / "root" / path.name, whole / "packages", whole / "fonts"
        for folder in (main.parent, packages, fonts):
            folder.mkdir()
        try:
            _copy(path, main)
            fetched = _FETCHED.search(main.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError) as fault:
            raise TemplateFault(Message.of("template.unreadable", name=path.name, folder=str(path.parent))) from fault
        if fetched:
            raise asks_for_package(path.name, fetched.group())
        package = _put_shipped_parts(packages)
        if logo:
            for folder in (main.parent, package):
                (folder / LOGO_FILE).write_bytes(logo)
        _copy_parts(path, main.parent, fonts)
        yield Staged(main, packages, fonts)


def asks_for_package(name: str, package: Argument) -> TemplateFault:
    """The fault of a template that needs what only the network has."""
    return TemplateFault(Message.of("template.network", name=name, package=package))


def _copy(path: Path, to: Path) -> None:
    """Copy one file.

    Raises:
        OSError: if it cannot be read, or is no plain file.
    """
    # What is opened is what was looked at: a pipe would wait for ever, a link lead elsewhere.
    shut = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, os.O_RDONLY | shut), "rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError("no plain file")
        data = file.read(LARGEST_PART + 1)
    if len(data) > LARGEST_PART:
        raise OSError("too large")
    to.parent.mkdir(parents=True, exist_ok=True)
    to.write_bytes(data)


def _copy_parts(template: Path, root: Path, fonts: Path) -> None:
    """Copy what belongs to a template; of too much, the nearest and what is named as a part come first."""
    left, room = MOST_PARTS, MOST_BYTES
    for path in _parts(template.parent):
        inside = path.relative_to(template.parent)
        of_fonts = inside.parts[0] == "fonts" and path.suffix.lower() in _FONTS
        try:
            size = path.lstat().st_size
            if path != template and size <= room:
                _copy(path, (fonts if of_fonts else root) / inside)
                left, room = left - 1, room - size
        except OSError:
            # Typst tells of a part that is missed, and in which line.
            continue
        if not left:
            return


def _parts(folder: Path) -> Iterator[Path]:
    """The files in a folder and below it that may belong to a template, folder by folder."""
    waiting, looked = [(folder, 0)], 0
    while waiting:
        place, depth = waiting.pop(0)
        try:
            found = sorted(os.scandir(place), key=lambda one: (not one.name.startswith("_"), one.name))
        except OSError:
            continue
        for one in found:
            looked += 1
            if looked > MOST_LOOKED_AT:
                return
            if one.name.startswith("."):
                continue
            path = Path(one.path)
            if one.is_dir(follow_symlinks=False) and depth < DEEPEST:
                waiting.append((path, depth + 1))
            elif one.is_file(follow_symlinks=False) and path.suffix.lower() in {*_KINDS, *_FONTS}:
                yield path


def shipped_parts() -> list[Path]:
    """The files that the shipped templates are made of: Typst's own, and the look of statuses."""
    return [*resource("templates").glob("*.typ"), resource("templates", "statuses.toml")]


def _put_shipped_parts(packages: Path) -> Path:
    package = packages / "local" / "briefing" / PACKAGE
    package.mkdir(parents=True)
    for file in shipped_parts():
        shutil.copyfile(file, package / file.name)
    (package / "typst.toml").write_text(
        f'[package]\nname = "briefing"\nversion = "{PACKAGE}"\nentrypoint = "parts.typ"\n', encoding="utf-8"
    )
    return package


_LONGEST_FAULT = 250
"""Characters that are told of what Typst says."""


def fault_in(path: Path, message: str, diagnostic: str) -> TemplateFault:
    """A fault of an own template in words: the file and the line, and what Typst says of it."""
    fetched = _DOWNLOADED.search(message)
    if fetched:
        return asks_for_package(
            path.name, f"@preview/{fetched[1]}:{fetched[2]}" if fetched[1] else Message("template.package")
        )
    message = message.replace(f"{path.parent}{os.sep}", "")
    places = [(file, line) for file, line in _PLACE.findall(diagnostic) if not file.startswith("@")]
    file, line = places[0] if places else (path.name, "")
    told = " ".join(message.split())[:_LONGEST_FAULT]
    if line:
        return TemplateFault(Message.of("template.fault_in_line", name=Path(file).name, line=line, fault=told))
    return TemplateFault(Message.of("template.fault", name=Path(file).name, fault=told))


def _own(folder: Path) -> list[Path]:
    try:
        found = [
            path
            for path in folder.resolve().glob("*.typ")
            if path.is_file() and not path.is_symlink() and not path.name.startswith("_")
        ]
    except OSError:
        return []
    return sorted(found, key=lambda path: _title(path).casefold())


def _title(path: Path) -> str:
    words = path.stem.replace("_", " ").replace("-", " ").strip() or path.stem
    return words[:1].upper() + words[1:]
