"""The manual page and the completions of shells, made from what reads the arguments."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import UTC, datetime

from briefing import __version__
from briefing.cli import command_parser, window_parser
from briefing.terminal import speak


def _in_english() -> None:
    """Whoever builds the program may speak another language; its manual page is English."""
    speak("en")


def manual_page(when: int) -> str:
    """The page of `man briefing`.

    Args:
        when: seconds since 1970 of this version.
    """
    _in_english()
    day = datetime.fromtimestamp(when, UTC).date().isoformat()
    lines = [
        f'.TH BRIEFING 1 "{day}" "Briefing {__version__}" "User Commands"',
        ".SH NAME",
        "briefing \\- read articles, and see who said what and how confirmed it is",
        ".SH SYNOPSIS",
        ".B briefing\n[\\fB\\-\\-library\\fR \\fIPATH\\fR] [\\fIFILE\\fR|\\fIADDRESS\\fR ...]",
        ".br",
        ".B briefing\n\\fICOMMAND\\fR [\\fIOPTION\\fR ...]",
        ".SH DESCRIPTION",
        _text(
            "Without a command, the window opens, with the files and web addresses that are given. A second start "
            "hands its files to the window that is open. What is kept lies in one folder, the library."
        ),
        ".SH OPTIONS",
        *_options(window_parser()),
        ".SH COMMANDS",
    ]
    for name, parser in _commands(command_parser()):
        lines += [f".SS briefing {_text(name)}", _text(parser.description or ""), *_options(parser)]
        for inner, inner_parser in _commands(parser):
            lines += [".TP", f".B {_text(inner)}", _text(inner_parser.description or "")]
    lines += [
        ".SH ENVIRONMENT",
        ".TP",
        ".B BRIEFING_LIBRARY",
        "Folder of the library, where \\-\\-library does not name one.",
        ".TP",
        ".B HTTPS_PROXY, HTTP_PROXY, ALL_PROXY, NO_PROXY",
        "The proxy through which web pages are fetched.",
        ".SH FILES",
        ".TP",
        ".I ~/.local/share/Briefing",
        "The library. Removing the program leaves it where it is.",
        ".SH EXIT STATUS",
        "0 if all was done, 1 if something failed and was said on standard error, 2 for wrong arguments.",
    ]
    return "\n".join(line for line in lines if line) + "\n"


def bash_completion() -> str:
    """What bash offers after `briefing`."""
    cases = "\n".join(
        f'        {name}) words="{" ".join([*_flags(parser), *(inner for inner, _ in _commands(parser))])}" ;;'
        for name, parser in _commands(command_parser())
    )
    first = " ".join([*(name for name, _ in _commands(command_parser())), *_flags(window_parser())])
    return f"""\
# bash completion for briefing
_briefing() {{
    local word=${{COMP_WORDS[COMP_CWORD]}} command= words= one
    for one in "${{COMP_WORDS[@]:1:COMP_CWORD-1}}"; do
        case $one in -*) ;; *) command=$one; break ;; esac
    done
    case $command in
        "") words="{first}" ;;
{cases}
    esac
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word"; compgen -f -- "$word")
}}
complete -o filenames -F _briefing briefing
"""


def zsh_completion() -> str:
    """What zsh offers after `briefing`."""
    commands = "\n".join(
        f"        '{name}:{(parser.description or '').replace(':', ' ').replace(chr(39), '’')}'"
        for name, parser in _commands(command_parser())
    )
    cases = "\n".join(
        f"            {name}) compadd -- {' '.join([*_flags(parser), *(inner for inner, _ in _commands(parser))])} ;;"
        for name, parser in _commands(command_parser())
    )
    return f"""\
#compdef briefing
_briefing() {{
    local -a commands
    commands=(
{commands}
    )
    if (( CURRENT == 2 )); then
        _describe command commands
        compadd -- {" ".join(_flags(window_parser()))}
    else
        case $words[2] in
{cases}
        esac
    fi
    _files
}}
_briefing "$@"
"""


def fish_completion() -> str:
    """What fish offers after `briefing`."""
    lines = ["# fish completion for briefing"]
    for name, parser in _commands(command_parser()):
        told = (parser.description or "").replace("'", "\\'")
        lines.append(f"complete -c briefing -n __fish_use_subcommand -a {name} -d '{told}'")
        inside = f"-n '__fish_seen_subcommand_from {name}'"
        lines += [f"complete -c briefing {inside} -l {flag.removeprefix('--')}" for flag in _flags(parser)]
        lines += [f"complete -c briefing {inside} -a {inner}" for inner, _ in _commands(parser)]
    lines += [f"complete -c briefing -l {flag.removeprefix('--')}" for flag in _flags(window_parser())]
    return "\n".join(lines) + "\n"


def _commands(parser: argparse.ArgumentParser) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            yield from action.choices.items()


def _flags(parser: argparse.ArgumentParser) -> list[str]:
    return [flag for action in parser._actions for flag in action.option_strings if flag.startswith("--")]


def _options(parser: argparse.ArgumentParser) -> list[str]:
    lines = []
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction) or action.help == argparse.SUPPRESS:
            continue
        named = ", ".join(action.option_strings)
        value = "" if named and action.nargs == 0 else str(action.metavar or action.dest.upper())
        head = f".B {_text(named)}" if named else f".I {_text(value)}"
        lines += [".TP", f"{head} {_text(value)}".rstrip() if named else head]
        lines.append(_text((action.help or "").replace("%(default)s", str(action.default))) or ".")
    return lines


def _text(plain: str) -> str:
    """Plain text as troff has it."""
    escaped = plain.replace("\\", "\\e").replace("-", "\\-").replace("“", "\\(lq").replace("”", "\\(rq")
    return escaped.replace("’", "\\(aq") if not escaped.startswith((".", "'")) else f"\\&{escaped}"
