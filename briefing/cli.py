"""The command line: opens the window, or does the same work without one."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from briefing import __version__, garbage_collection

if TYPE_CHECKING:
    from briefing.intake import Feed
    from briefing.model.message import Message

DONE, FAILED, MISUSED, INTERRUPTED = 0, 1, 2, 130
"""Exit codes: all done; something failed and was said on standard error; wrong arguments; Ctrl+C."""

LIBRARY = "--library"
"""The option that stands before a command or behind it, whichever it is."""

LANGUAGE = "--language"
"""The option that stands where `LIBRARY` stands: the language in which commands answer, else that of the system."""

_BEFORE = (LIBRARY, LANGUAGE)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `briefing` with the given arguments (the process's own by default) and return its exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    # Products of small matrices: several threads for each would wait for one another while other processes work.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        place = _after_options(given)
        word = given[place] if place < len(given) else ""
        if _SPELLINGS.get(word, word) in _COMMANDS:
            return _run_command([*given[:place], _SPELLINGS.get(word, word), *given[place + 1 :]])
        return _open_window(given)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of our output has gone ("| head"); further writes at exit must not complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE


def _after_options(given: Sequence[str]) -> int:
    """Where the first word stands that is neither an option for all commands nor its value."""
    place = 0
    while place < len(given) and given[place].startswith("--"):
        name, _, value = given[place].partition("=")
        if not (len(name) > len("--l") and any(option.startswith(name) for option in _BEFORE)):
            break
        place += 1 if value else 2
    return place


def _run_command(given: list[str]) -> int:
    from briefing.terminal import only_words

    with only_words():
        return _run_parsed(given)


def _run_parsed(given: list[str]) -> int:
    from briefing.terminal import speak

    # Before the parser is made, which tells of itself in that language.
    speak(_language_among(given))
    options = command_parser().parse_args(given)
    if getattr(options, "json", False):
        # What programs read is the same whoever runs them.
        from briefing.model.catalogue import WRITTEN

        speak(WRITTEN)
    return _COMMANDS[options.command][1](options)


def _language_among(given: Sequence[str]) -> str:
    """The language that the arguments name; nothing if they name none."""
    for place, one in enumerate(given):
        name, _, value = one.partition("=")
        if len(name) > len("--l") and LANGUAGE.startswith(name):
            return value or "".join(given[place + 1 : place + 2])
    return ""


def command_parser() -> argparse.ArgumentParser:
    """What reads the arguments of all commands; the manual page and the shell's completions are made from it."""
    from briefing.argument_words import translate_argparse

    translate_argparse()
    parser = argparse.ArgumentParser(prog="briefing", description=_help("description"))
    _add_options(parser, _help)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, (describe, _) in _COMMANDS.items():
        command = commands.add_parser(name)
        # Without a default of its own, what was said before the command stands.
        _add_options(command, _help, default=argparse.SUPPRESS)
        describe(command)
    return parser


class _Parser(argparse.ArgumentParser):
    """Tells in words alone what is wrong with the arguments, before anything that prints is loaded."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong, and end."""
        from briefing.terminal import harmless

        super().error(harmless(message))


class _Misused(Exception):
    """The arguments are wrong; whoever asks again with an explained parser hears how."""


class _SilentParser(argparse.ArgumentParser):
    """Tells nobody what is wrong with the arguments, as it has no words: those of a start are hardly ever wrong."""

    def error(self, message: str) -> NoReturn:
        """Hand on that something is wrong."""
        raise _Misused(message)


def window_parser(explained: bool = True) -> argparse.ArgumentParser:
    """What reads the arguments where there is no command, and the window opens.

    Args:
        explained: whether it can tell of itself; a start does not wait for the words that nobody asked for.
    """
    if explained:
        from briefing.argument_words import translate_argparse

        translate_argparse()
    told = _help if explained else _unexplained
    parser = (_Parser if explained else _SilentParser)(
        prog="briefing",
        description=told("description"),
        epilog=told("window"),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("files", nargs="*", metavar="FILE|ADDRESS", help=told("open"))
    _add_options(parser, told)
    parser.add_argument("--exit-after-start", action="store_true", help=told("exit"))
    parser.add_argument("--version", action="version", version=f"briefing {__version__}", help=told("version"))
    return parser


def _window_options(given: Sequence[str]) -> argparse.Namespace:
    """The arguments of a start; ends with help or with what is wrong, in the reader's words."""
    if (plain := plain_options(given)) is not None:
        return plain
    if not any(one in ("-h", "--help") for one in given):
        try:
            return window_parser(explained=False).parse_args(given)
        except _Misused:
            pass
    return window_parser().parse_args(given)


def plain_options(given: Sequence[str]) -> argparse.Namespace | None:
    """The arguments of a usual start, without what a parser is made of; None for what only that can tell."""
    from briefing.library_place import library_place

    files: list[str] = []
    rest = list(given)
    options = argparse.Namespace(files=files, library=None, language=None, exit_after_start=False)
    while rest:
        one = rest.pop(0)
        if one == "--exit-after-start":
            options.exit_after_start = True
        elif one == LIBRARY and rest and rest[0] and not rest[0].startswith("-"):
            try:
                options.library = library_place(rest.pop(0))
            except (argparse.ArgumentTypeError, ValueError):
                return None
        elif one.startswith("-") or not one:
            return None
        else:
            files.append(one)
    return options


def _open_window(given: list[str]) -> int:
    if language := _language_among(given):
        from briefing.terminal import speak

        speak(language)
    options = _window_options(given)
    named = [_without_scheme(name) for name in options.files]
    addresses = _addresses_among(named)
    if named and named[0] not in addresses and not _is_there(named[0]):
        return _fail(_neither(named[0]), MISUSED)
    place = _library_place(options)
    if not _has_display():
        return _say_no_display(named)
    files = [Path(name) for name in named if name not in addresses]
    if not options.exit_after_start and _is_taken(place, files, addresses):
        return DONE
    # What is imported stays: to look for garbage in it costs a tenth of the start. The window turns it on again.
    garbage_collection.turn_off()
    _load_what_needs_no_screen(place)
    from briefing.desktop.app import main as open_window

    return open_window(place, files, options.exit_after_start, addresses)


def _load_what_needs_no_screen(place: Path | str) -> None:
    """Import what stands behind a window before Qt: PySide reads the source of each module that comes after it."""
    import briefing.service  # noqa: F401
    from briefing.library import store_at

    store_at(place)


def _is_taken(place: Path | str, files: Sequence[Path], addresses: Sequence[str]) -> bool:
    """Whether a window that is open takes what was given: then Qt need not be loaded."""
    from briefing.desktop.launch_request import given_from
    from briefing.desktop.launch_socket import handed_over
    from briefing.library_place import local_folder

    return handed_over(local_folder(place), given_from(files, addresses))


def _without_scheme(given: str) -> str:
    """A file as a path, where a file manager names it as `file:///…`."""
    if not given.lower().startswith("file://"):
        return given
    from urllib.parse import urlsplit
    from urllib.request import url2pathname

    return url2pathname(urlsplit(given).path)


def _is_there(name: str) -> bool:
    try:
        return Path(name).exists() or Path(name).is_symlink()
    except (OSError, ValueError):
        return False


def _neither(name: str) -> "Message":
    """That a first word is nothing that can be done or opened, with the command that was perhaps meant."""
    from difflib import get_close_matches

    from briefing.library_commands import acts
    from briefing.model.message import Message

    known = {**{act: f"library {act}" for act in acts()}, **{command: command for command in _COMMANDS}}
    meant = get_close_matches(name.lower(), known, 1)
    hint = Message.of("command.did_you_mean", command=known[meant[0]]) if meant else Message("command.see_help")
    return Message.of("command.neither", name=name, hint=hint)


def _addresses_among(given: Sequence[str]) -> list[str]:
    if not given:
        return []
    from briefing.address_scheme import is_address

    return [one for one in given if is_address(one)]


def _has_display() -> bool:
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _say_no_display(files: Sequence[str]) -> int:
    from briefing.model.message import Message

    article = files[0] if files else "ARTICLE"
    return _fail(Message.of("command.no_display", article=article))


def _describe_analyze(parser: argparse.ArgumentParser) -> None:
    parser.description = _help("analyze")
    parser.add_argument("file", metavar="FILE|ADDRESS")
    parser.add_argument("--json", action="store_true", help=_help("json_object"))
    parser.add_argument("--pipeline", metavar="NAME", help=_help("pipeline"))
    parser.add_argument("--article", type=int, metavar="N", help=_help("article"))


def _analyze(options: argparse.Namespace) -> int:
    from briefing.analysis import MODEL, DamagedWeights, UnfitLanguageModel
    from briefing.intake import IntakeFailure
    from briefing.model.analysis_json import analysis_object
    from briefing.service.in_process import analysed

    try:
        article, analysis = analysed(options.file, options.pipeline or MODEL, options.article)
    except (IntakeFailure, UnfitLanguageModel, DamagedWeights) as failure:
        return _fail(failure.message)
    if options.json:
        _print_json(analysis_object(article, analysis), indent=1)
    else:
        from briefing.service.summary import summary
        from briefing.terminal import language

        print(summary(article, analysis, language=language()))
    return DONE


def _describe_export(parser: argparse.ArgumentParser) -> None:
    from briefing.export_commands import describe

    describe(parser)


def _export(options: argparse.Namespace) -> int:
    from briefing.export_commands import run

    return run(options)


def _describe_read(parser: argparse.ArgumentParser) -> None:
    parser.description = _help("read")
    parser.add_argument("files", nargs="+", metavar="FILE|ADDRESS")
    parser.add_argument("--json", action="store_true", help=_help("json_lines"))


def _read(options: argparse.Namespace) -> int:
    from briefing.intake import Feed, IntakeFailure
    from briefing.model.analysis_json import article_object
    from briefing.model.message import Message
    from briefing.service.command_inputs import each_opened
    from briefing.service.reader import Reader
    from briefing.service.summary import clean_text, feed_text
    from briefing.terminal import listed, said

    code, number = DONE, 0
    skipped: list[str] = []
    with Reader() as reader:
        for found in (found for given in options.files for found in each_opened(given, reader, skipped.append)):
            if isinstance(found, IntakeFailure):
                code = _fail(found.message)
                continue
            if options.json:
                shown = _feed_object(found) if isinstance(found, Feed) else article_object(found.article)
                alone = len(options.files) == 1 and not reader.has_listed
                _print_json(shown, indent=1 if alone else None)
            else:
                text = feed_text(found, said) if isinstance(found, Feed) else clean_text(found.article)
                print(("\n" if number else "") + text)
            number += 1
    if skipped:
        print(f"briefing: {said(Message.of('command.skipped', names=listed(skipped)))}", file=sys.stderr)
    return code


def _feed_object(feed: "Feed") -> dict[str, object]:
    from dataclasses import asdict

    from briefing.model.catalogue import in_english

    entries = [{**asdict(entry), "remark": in_english(entry.remark) if entry.remark else ""} for entry in feed.entries]
    return {"version": 1, "feed": {**asdict(feed), "entries": entries}}


def _describe_evaluate(parser: argparse.ArgumentParser) -> None:
    parser.description = _help("evaluate")
    parser.add_argument("gold", type=Path, metavar="GOLD.jsonl[.gz]")
    parser.add_argument("--predictions", type=Path, required=True, metavar="OUT.jsonl")
    parser.add_argument("--certainty", action="store_true", help=_help("certainty"))


def _evaluate(options: argparse.Namespace) -> int:
    from briefing.analysis import DamagedWeights
    from briefing.service.evaluation import EvaluationFailure, evaluate_attributions, evaluate_certainty

    run = evaluate_certainty if options.certainty else evaluate_attributions
    try:
        number = run(options.gold, options.predictions)
    except (EvaluationFailure, DamagedWeights) as failure:
        return _fail(failure.message)
    print(f"{options.predictions}: {number} {'sentences' if options.certainty else 'articles'}")
    return DONE


def _add_options(parser: argparse.ArgumentParser, told: Callable[[str], str], **how: Any) -> None:
    from briefing.library_place import library_place

    parser.add_argument(LIBRARY, type=library_place, metavar="PATH|ADDRESS", help=told("library"), **how)
    parser.add_argument(LANGUAGE, metavar="CODE", help=told("language"), **how)


def _help(name: str) -> str:
    from briefing.model.message import Message
    from briefing.terminal import said

    return said(Message(f"help.{name}"))


def _unexplained(name: str) -> str:
    del name
    return ""


def _library_place(options: argparse.Namespace) -> Path | str:
    from briefing.library_place import default_place

    return options.library if options.library else default_place()


def _print_json(found: object, indent: int | None) -> None:
    from briefing.terminal import json_of

    print(json_of(found, indent))


def _fail(message: "Message", code: int = FAILED) -> int:
    from briefing.terminal import harmless, said

    print(harmless(f"briefing: {said(message)}"), file=sys.stderr)
    return code


def _describe_library(parser: argparse.ArgumentParser) -> None:
    from briefing.library_commands import describe

    describe(parser)


def _library(options: argparse.Namespace) -> int:
    from briefing.library_commands import run

    return run(options)


def _describe_stories(parser: argparse.ArgumentParser) -> None:
    from briefing.story_commands import describe

    describe(parser)


def _stories(options: argparse.Namespace) -> int:
    from briefing.story_commands import run

    return run(options)


def _describe_corpus(parser: argparse.ArgumentParser) -> None:
    from briefing.corpus_commands import describe

    describe(parser)


def _corpus(options: argparse.Namespace) -> int:
    from briefing.corpus_commands import run

    return run(options)


def _describe_desktop_install(parser: argparse.ArgumentParser) -> None:
    from briefing.desktop_integration import describe_install

    describe_install(parser)


def _desktop_install(options: argparse.Namespace) -> int:
    from briefing.desktop_integration import install

    return install(options)


def _describe_desktop_uninstall(parser: argparse.ArgumentParser) -> None:
    from briefing.desktop_integration import describe_uninstall

    describe_uninstall(parser)


def _desktop_uninstall(options: argparse.Namespace) -> int:
    from briefing.desktop_integration import uninstall

    return uninstall(options)


_SPELLINGS = {"analyse": "analyze"}
"""Commands as they are written elsewhere."""

_COMMANDS = {
    "analyze": (_describe_analyze, _analyze),
    "export": (_describe_export, _export),
    "read": (_describe_read, _read),
    "stories": (_describe_stories, _stories),
    "evaluate": (_describe_evaluate, _evaluate),
    "library": (_describe_library, _library),
    "corpus": (_describe_corpus, _corpus),
    "desktop-install": (_describe_desktop_install, _desktop_install),
    "desktop-uninstall": (_describe_desktop_uninstall, _desktop_uninstall),
}
