"""`briefing export …`: briefs of articles, in any format and template, without a window."""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.model import Brief, Shown

DONE, FAILED, MISUSED = 0, 1, 2

SHOWN = ("boilerplate", "reasons", "notes", "dismissed", "legend")
"""What can be left out, as `briefing.model.Shown` calls it."""


def describe(parser: argparse.ArgumentParser) -> None:
    """Give the parser of `briefing export` its options."""
    parser.description = "Write the brief of articles, with your notes if the library holds them."
    parser.add_argument("files", nargs="*", metavar="FILE|ADDRESS")
    parser.add_argument("--brief", default="", metavar="TITLE", help="a brief that you composed in the window, instead")
    parser.add_argument(
        "-o", "--output", type=Path, metavar="BRIEF|FOLDER", help="default: the article's name with the format's suffix"
    )
    parser.add_argument(
        "--to",
        metavar="FORMAT[,FORMAT ...]",
        help="pdf and others; annotated-pdf draws on a copy of a PDF; default: by the output's suffix",
    )
    parser.add_argument(
        "--template",
        default="",
        metavar="NAME|FILE",
        help="annotated, ledger, who, audit, timeline, or one of your own: its name, or a .typ file; "
        "default: that of the brief, else annotated",
    )
    parser.add_argument(
        "--new-template", default="", metavar="NAME", help="begin a template of your own (Typst), and do nothing else"
    )
    parser.add_argument(
        "--without",
        default="",
        metavar="PART[,PART ...]",
        help=f"leave out: {', '.join(SHOWN)}",
    )
    parser.add_argument(
        "--with",
        dest="wanted",
        default="",
        metavar="PART[,PART ...]",
        help="put in what is else left out: dismissed, the claims that you dismissed",
    )
    parser.add_argument("--paper", choices=("a4", "letter"), default="", help="size of the pages of a PDF")
    parser.add_argument("--together", action="store_true", help="one brief of all articles")
    parser.add_argument("--title", default="", help="of the brief; default: the article's")
    parser.add_argument("--author", default="", help="who made the brief")
    parser.add_argument("--classification", default="", help="line at the head of each page")
    parser.add_argument("--library", type=Path, metavar="PATH", help="folder of the library to use")


def run(options: argparse.Namespace) -> int:
    """Write the briefs and return the exit code: 0 if all went well, 1 if something failed, 2 if misused."""
    from briefing.export import COPIES, FORMATS

    if options.new_template:
        return _begin_template(options.new_template)
    names = _formats(options)
    known = {**FORMATS, **COPIES}
    unknown = [name for name in names if name not in known]
    if unknown:
        return _fail(f"there is no format “{unknown[0]}”; there are {', '.join(sorted(known))}.", MISUSED)
    if not _finds_template(options):
        return MISUSED
    strange = [part for part in (*_parts(options.without), *_parts(options.wanted)) if part not in SHOWN]
    if strange:
        return _fail(f"there is no part “{strange[0]}” of a brief; there are {', '.join(SHOWN)}.", MISUSED)
    if bool(options.files) == bool(options.brief):
        return _fail("name either files and addresses, or a brief with --brief.", MISUSED)
    if options.brief:
        options.files = [options.brief]
    many = len(names) > 1 or (len(options.files) > 1 and not options.together)
    if many and options.output is not None and options.output.suffix and not options.output.is_dir():
        return _fail(f"{options.output} is one file, and several are to be written; name a folder with -o.", MISUSED)
    groups = [options.files] if options.together else [[given] for given in options.files]
    codes = [_write(group, names, options, many) for group in groups]
    return max(codes, default=DONE)


def _begin_template(name: str) -> int:
    from briefing.export import ExportFailure, start_template

    try:
        print(start_template(name))
    except ExportFailure as failure:
        return _fail(failure.sentence)
    return DONE


def _finds_template(options: argparse.Namespace) -> bool:
    """Put what a brief holds of its template in the place of its name; tell what there is if it names none."""
    from briefing.export import own_folder, template_named, templates

    if not options.template:
        return True
    found = template_named(options.template)
    if found is None:
        names = ", ".join(Path(name).stem for name in templates())
        _fail(f"there is no template “{options.template}”; there are {names}; your own go to {own_folder()}.")
        return False
    options.template = found
    return True


def _formats(options: argparse.Namespace) -> list[str]:
    if options.to:
        return [name.strip().lower() for name in options.to.split(",") if name.strip()]
    suffix = options.output.suffix.lstrip(".").lower() if options.output else ""
    return [suffix or "pdf"]


def _write(group: Sequence[str], names: Sequence[str], options: argparse.Namespace, many: bool) -> int:
    from briefing.export import ExportFailure, export_brief
    from briefing.intake import IntakeFailure
    from briefing.library import LibraryFailure

    try:
        brief = _composed(options) if options.brief else _brief(group, options)
        for name in names:
            path = _path(group[0], name, options, many)
            for warning in export_brief(brief, path, name):
                print(f"briefing: {warning}", file=sys.stderr)
            print(path)
    except (IntakeFailure, LibraryFailure, ExportFailure) as failure:
        return _fail(failure.sentence)
    except OSError as fault:
        return _fail(f"{options.output} could not be made: {fault.strerror}.")
    return DONE


def _parts(listed: str) -> list[str]:
    return [part.strip().lower() for part in listed.split(",") if part.strip()]


def _left_out(options: argparse.Namespace) -> "frozenset[Shown]":
    from briefing.model import LEFT_OUT, Shown

    wanted = {Shown(part) for part in _parts(options.wanted)}
    return LEFT_OUT - wanted | {Shown(part) for part in _parts(options.without)}


def _composed(options: argparse.Namespace) -> "Brief":
    from briefing.desk.direct import kept_brief
    from briefing.library import default_folder

    brief = kept_brief(options.brief, options.library or default_folder())
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
    from briefing.desk.direct import brief_of_file
    from briefing.library import default_folder

    briefs = [brief_of_file(given, options.library or default_folder()) for given in group]
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


def _path(given: str, name: str, options: argparse.Namespace, many: bool) -> Path:
    from briefing.desk.given import name_for
    from briefing.export import COPIES, FORMATS, file_name_for

    own = f"{file_name_for(given) if options.brief else name_for(given)}{({**FORMATS, **COPIES})[name].suffix}"
    output: Path | None = options.output
    if output is None:
        return Path(own)
    if many or output.is_dir():
        output.mkdir(parents=True, exist_ok=True)
        return output / own
    return output


def _fail(sentence: str, code: int = FAILED) -> int:
    print(f"briefing: {sentence}", file=sys.stderr)
    return code
