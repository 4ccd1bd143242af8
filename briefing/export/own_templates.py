"""Templates of the reader's own: `.typ` files in a folder, to be chosen beside the shipped ones."""

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from briefing.export.arranged import TEMPLATES
from briefing.export.failures import ExportFailure, TemplateFault
from briefing.export.writing import file_name_for, write_whole
from briefing.resources import resource

VARIABLE = "BRIEFING_TEMPLATES"
"""Environment variable that names another folder."""

PACKAGE = "1.0.0"
"""Version under which own templates import what the shipped ones are made of: `@local/briefing:1.0.0`."""

_FETCHED = re.compile(r"@preview/[\w.:-]*")
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
    return {**TEMPLATES, **{str(path): _title(path) for path in _own(folder or own_folder())}}


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
        raise ExportFailure(path, f"There is a template “{path.name}” in “{place}” already; choose another name.")
    try:
        place.mkdir(parents=True, exist_ok=True)
        write_whole(path, resource("templates", "example", "starter.typ").read_bytes())
        write_whole(place / "README.md", resource("templates", "README.md").read_bytes())
    except OSError as fault:
        raise ExportFailure(path, f"The template “{path.name}” could not be written: {fault.strerror}.") from fault
    return path


def template_title(template: str) -> str:
    """The title of what `Brief.template` holds."""
    return TEMPLATES.get(template) or (_title(Path(template)) if is_own(template) else "")


def is_own(template: str) -> bool:
    """Whether this is the path of a template of the reader's own."""
    return template not in TEMPLATES and template.endswith(".typ")


def checked(template: str) -> Path:
    """The file of an own template.

    Raises:
        TemplateFault: if it is not there, or asks for packages, which would have to be fetched from the network.
    """
    path = Path(template)
    try:
        fetched = _FETCHED.search(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as fault:
        raise TemplateFault(f"the template “{path.name}” cannot be read from “{path.parent}”") from fault
    if fetched:
        raise TemplateFault(
            f"the template “{path.name}” asks for {fetched.group()} from the network, which Briefing does not use; "
            "put the files of the package beside the template"
        )
    return path


@contextmanager
def shipped_parts() -> Iterator[Path]:
    """A folder of packages that holds the parts of the shipped templates, while it is needed."""
    with TemporaryDirectory(prefix="briefing-") as place:
        package = Path(place) / "local" / "briefing" / PACKAGE
        package.mkdir(parents=True)
        for file in resource("templates").glob("*.typ"):
            shutil.copyfile(file, package / file.name)
        (package / "typst.toml").write_text(
            f'[package]\nname = "briefing"\nversion = "{PACKAGE}"\nentrypoint = "parts.typ"\n', encoding="utf-8"
        )
        yield Path(place)


def fault_in(path: Path, message: str, diagnostic: str) -> TemplateFault:
    """A fault of an own template in words: the file and the line, and what Typst says of it."""
    places = [(file, line) for file, line in _PLACE.findall(diagnostic) if not file.startswith("@")]
    file, line = places[0] if places else (path.name, "")
    where = f" in line {line}" if line else ""
    return TemplateFault(f"the template “{Path(file).name}” has a fault{where}: {' '.join(message.split())}")


def _own(folder: Path) -> list[Path]:
    try:
        found = [path for path in folder.glob("*.typ") if path.is_file() and not path.name.startswith("_")]
    except OSError:
        return []
    return sorted((path.resolve() for path in found), key=lambda path: _title(path).casefold())


def _title(path: Path) -> str:
    words = path.stem.replace("_", " ").replace("-", " ").strip() or path.stem
    return words[:1].upper() + words[1:]
