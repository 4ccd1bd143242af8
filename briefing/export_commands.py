"""`briefing export …`: briefs of articles, in any format and template, without a window."""

import argparse
import signal
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing.model.message import Message
from briefing.terminal import language, said

if TYPE_CHECKING:
    from briefing.model import Brief, Shown

DONE, FAILED, MISUSED = 0, 1, 2

SHOWN = ("boilerplate", "reasons", "notes", "dismissed", "legend")
"""What can be left out, as `briefing.model.Shown` calls it."""


class Target:
    """Where briefs go: one file, or files in a folder, no two of them by one name.

    Args:
        given: as `-o` names it; empty for the folder that one stands in.
        many: whether there are several to write.
    """

    def __init__(self, given: str, many: bool) -> None:
        from briefing.export.atomic_write import is_folder

        self._given, self._is_folder = given, is_folder(given)
        self._folder = Path(given or ".") if many or not given or self._is_folder else None
        self._taken: set[Path] = set()

    @property
    def is_one_file(self) -> bool:
        """Whether what is named is a file, by its suffix."""
        return bool(self._given and Path(self._given).suffix and not self._is_folder)

    def path_of(self, name: str) -> Path:
        """Where the file that would have this name in a folder is to go; the folder is made.

        Raises:
            OSError: if it cannot be.
        """
        if self._folder is None:
            return Path(self._given)
        if self._given:
            self._folder.mkdir(parents=True, exist_ok=True)
        stem, suffixes = name.partition(".")[0], name[len(name.partition(".")[0]) :]
        path, number = self._folder / name, 2
        while path in self._taken:
            path, number = self._folder / f"{stem} {number}{suffixes}", number + 1
        self._taken.add(path)
        return path


def describe(parser: argparse.ArgumentParser) -> None:
    """Give the parser of `briefing export` its options."""
    parser.description = said(Message("help.export"))
    parser.add_argument("files", nargs="*", metavar="FILE|ADDRESS")
    parser.add_argument("--brief", default="", metavar="TITLE", help=said(Message("help.export_brief")))
    parser.add_argument(
        "-o",
        "--output",
        default="",
        metavar="BRIEF|FOLDER/",
        help=said(Message("help.export_output")),
    )
    parser.add_argument(
        "--to",
        metavar="FORMAT[,FORMAT ...]",
        help=said(Message("help.export_to")),
    )
    parser.add_argument(
        "--template",
        default="",
        metavar="NAME|FILE",
        help=said(Message("help.export_template")),
    )
    parser.add_argument("--new-template", default="", metavar="NAME", help=said(Message("help.export_new_template")))
    parser.add_argument(
        "--without",
        default="",
        metavar="PART[,PART ...]",
        help=said(Message.of("help.export_without", parts=", ".join(SHOWN))),
    )
    parser.add_argument(
        "--with",
        dest="wanted",
        default="",
        metavar="PART[,PART ...]",
        help=said(Message("help.export_with")),
    )
    parser.add_argument("--paper", choices=("a4", "letter"), default="", help=said(Message("help.export_paper")))
    parser.add_argument("--together", action="store_true", help=said(Message("help.export_together")))
    parser.add_argument("--title", default="", help=said(Message("help.export_title")))
    parser.add_argument("--author", default="", help=said(Message("help.export_author")))
    parser.add_argument("--classification", default="", help=said(Message("help.export_classification")))


def run(options: argparse.Namespace) -> int:
    """Write the briefs and return the exit code: 0 if all went well, 1 if something failed, 2 if misused."""
    from briefing.export import COPIES, FORMATS

    if options.new_template:
        return _begin_template(options.new_template)
    names = _formats(options)
    known = {**FORMATS, **COPIES}
    unknown = [name for name in names if name not in known]
    if unknown:
        return _fail(Message.of("command.no_format", format=unknown[0], formats=", ".join(sorted(known))), MISUSED)
    if not _finds_template(options):
        return MISUSED
    strange = [part for part in (*_parts(options.without), *_parts(options.wanted)) if part not in SHOWN]
    if strange:
        return _fail(Message.of("command.no_part", part=strange[0], parts=", ".join(SHOWN)), MISUSED)
    if bool(options.files) == bool(options.brief):
        return _fail(Message("command.either"), MISUSED)
    if options.brief:
        options.files = [options.brief]
    files = list(dict.fromkeys(options.files))
    many = len(names) > 1 or (len(files) > 1 and not options.together)
    target = Target(options.output, many)
    if target.is_one_file and many:
        return _fail(Message.of("command.one_file", output=options.output), MISUSED)
    groups = [files] if options.together else [[given] for given in files]
    left_out = [name for group in groups for name in _write(group, names, options, target)]
    if left_out and many:
        print(f"briefing: {said(Message.of('command.not_written', names=', '.join(left_out)))}", file=sys.stderr)
    return FAILED if left_out else DONE


def _begin_template(name: str) -> int:
    from briefing.export import ExportFailure, start_template

    try:
        print(start_template(name))
    except ExportFailure as failure:
        return _fail(failure.message)
    return DONE


def _finds_template(options: argparse.Namespace) -> bool:
    """Put what a brief holds of its template in the place of its name; tell what there is if it names none."""
    from briefing.export import own_folder, template_named, templates

    if not options.template:
        return True
    found = template_named(options.template)
    if found is None:
        names = ", ".join(Path(name).stem for name in templates())
        _fail(Message.of("command.no_template", template=options.template, names=names, folder=str(own_folder())))
        return False
    options.template = found
    return True


def _formats(options: argparse.Namespace) -> list[str]:
    if options.to:
        return [name.strip().lower() for name in options.to.split(",") if name.strip()]
    from briefing.export.atomic_write import is_folder

    suffix = "" if is_folder(options.output) else Path(options.output).suffix.lstrip(".").lower()
    return [suffix or "pdf"]


def _write(group: Sequence[str], names: Sequence[str], options: argparse.Namespace, target: Target) -> list[str]:
    """Write the brief of a group in all formats; what was not written, each of it told why."""
    from briefing.analysis import DamagedWeights
    from briefing.export import ExportFailure
    from briefing.intake import IntakeFailure
    from briefing.library import LibraryFailure

    try:
        brief = _composed(options, names) if options.brief else _brief(group, options)
        brief = replace(brief, language=language())
    except (IntakeFailure, LibraryFailure, DamagedWeights) as failure:
        _fail(failure.message)
        return [_own_name(group[0], name, options) for name in names]
    left_out = []
    for name in names:
        try:
            path = target.path_of(_own_name(group[0], name, options))
            for warning in _exported(brief, path, name):
                print(f"briefing: {said(warning)}", file=sys.stderr)
            print(path)
        except ExportFailure as failure:
            _fail(failure.message)
            left_out.append(_own_name(group[0], name, options))
        except OSError as fault:
            _fail(Message.of("command.not_made", output=options.output, fault=str(fault.strerror)))
            left_out.append(_own_name(group[0], name, options))
    return left_out


def _exported(brief: "Brief", path: Path, name: str) -> list["Message"]:
    """Write a brief; of a long one it is told how long it takes, and Ctrl+C stops it at once."""
    from briefing.export import export_brief
    from briefing.service.exporter import Exporter, is_long

    if not is_long(brief):
        return export_brief(brief, path, name)
    with (
        Interruption() as interruption,
        Exporter() as exporter,
        Telling(said(Message.of("command.writing", name=path.name))) as telling,
    ):

        def tick(seconds: float) -> None:
            interruption.check()
            telling.tell(seconds)

        return exporter.export(brief, path, name, tick)


class Interruption:
    """Holds Ctrl+C until it is asked for: amid the start of a process, Python may swallow it, or end in an error."""

    def __init__(self) -> None:
        self._came = False
        self._before: Any = None

    def __enter__(self) -> "Interruption":
        self._before = signal.signal(signal.SIGINT, self._note)
        return self

    def __exit__(self, *ending: object) -> None:
        signal.signal(signal.SIGINT, self._before)

    def check(self) -> None:
        """Raise `KeyboardInterrupt` if it came."""
        if self._came:
            raise KeyboardInterrupt

    def _note(self, number: int, frame: object) -> None:
        self._came = True


class Telling:
    """Tells on standard error that something takes its time: a line that changes on a terminal, else one now and then.

    Args:
        words: what is being done.
    """

    EVERY = 30.0
    """Seconds between two lines where there is no terminal."""

    def __init__(self, words: str) -> None:
        self._words = words
        self._terminal = sys.stderr.isatty()
        self._next = 0.0

    def __enter__(self) -> "Telling":
        return self

    def __exit__(self, *ending: object) -> None:
        if self._terminal:
            print("\r\033[K", end="", file=sys.stderr, flush=True)

    def tell(self, seconds: float) -> None:
        """Tell how many seconds have passed."""
        passed = f" {seconds:.0f} s" if seconds >= 1 else ""
        if self._terminal:
            print(f"\r\033[Kbriefing: {self._words}{passed}", end="", file=sys.stderr, flush=True)
        elif seconds >= self._next:
            self._next += self.EVERY
            print(f"briefing: {self._words}{passed}", file=sys.stderr, flush=True)


def _parts(listed: str) -> list[str]:
    return [part.strip().lower() for part in listed.split(",") if part.strip()]


def _left_out(options: argparse.Namespace) -> "frozenset[Shown]":
    from briefing.model import LEFT_OUT, Shown

    wanted = {Shown(part) for part in _parts(options.wanted)}
    return LEFT_OUT - wanted | {Shown(part) for part in _parts(options.without)}


def _composed(options: argparse.Namespace, names: Sequence[str]) -> "Brief":
    from briefing.library_place import default_place
    from briefing.service.in_process import kept_brief

    brief = kept_brief(options.brief, options.library or default_place(), *names)
    return replace(
        brief,
        title=options.title or brief.title,
        author=options.author or brief.author,
        classification=options.classification or brief.classification,
        template=options.template or brief.template,
        paper=options.paper or brief.paper,
        without=_left_out(options),
    )


def _brief(group: Sequence[str], options: argparse.Namespace) -> "Brief":
    from briefing.library_place import default_place
    from briefing.service.in_process import brief_of_file

    briefs = [brief_of_file(given, options.library or default_place()) for given in group]
    first = briefs[0]
    return replace(
        first,
        title=options.title or first.title,
        articles=tuple(entry for brief in briefs for entry in brief.articles),
        author=options.author or first.author,
        template=options.template or first.template,
        classification=options.classification,
        paper=options.paper or first.paper,
        without=_left_out(options),
    )


def _own_name(given: str, name: str, options: argparse.Namespace) -> str:
    """The file's name in a folder, by that of the article or the brief and the format."""
    from briefing.export import COPIES, FORMATS, file_name_for
    from briefing.service.command_inputs import name_for

    return f"{file_name_for(given) if options.brief else name_for(given)}{({**FORMATS, **COPIES})[name].suffix}"


def _fail(message: Message, code: int = FAILED) -> int:
    print(f"briefing: {said(message)}", file=sys.stderr)
    return code
