"""`briefing corpus …`: more than one machine can read, into a desk's library, as jobs that any number of them do."""

import argparse
import os
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing.model.message import Message
from briefing.terminal import json_of, one_line, said

if TYPE_CHECKING:
    from briefing.library import Place
    from briefing.library.corpus_face import Progress

DONE, FAILED = 0, 1

BETWEEN_WORDS = 5.0
"""Seconds between two words on how far it is."""


def describe(parser: argparse.ArgumentParser) -> None:
    """Give the parser of `briefing corpus` its commands."""
    from briefing.library_place import library_place

    parser.description = said(Message("help.corpus_all"))
    commands = parser.add_subparsers(dest="act", required=True, metavar="COMMAND")
    for name, (explained, add_options, _) in _COMMANDS.items():
        help_text = said(explained)
        command = commands.add_parser(name, help=help_text, description=help_text[:1].upper() + help_text[1:] + ".")
        # Without defaults of their own, what was said before the command stands.
        for option, kind, metavar, told in (
            ("--library", library_place, "PATH|ADDRESS", "help.library"),
            ("--language", str, "CODE", "help.language"),
        ):
            command.add_argument(
                option, type=kind, metavar=metavar, default=argparse.SUPPRESS, help=said(Message(told))
            )
        add_options(command)


def run(options: argparse.Namespace) -> int:
    """Do what was asked and return the exit code: 0 if all went well, 1 if something failed."""
    from briefing.library import LibraryFailure
    from briefing.library_place import default_place

    try:
        return _COMMANDS[options.act][2](options, options.library or default_place())
    except LibraryFailure as failure:
        print(one_line(f"briefing: {said(failure.message)}"), file=sys.stderr)
        return FAILED


def _add(options: argparse.Namespace, place: "Place") -> int:
    from briefing.intake import IntakeFailure
    from briefing.library.corpus_stores import corpus_at
    from briefing.service.corpus_sources import add_all

    code = DONE

    def fail(failure: IntakeFailure) -> None:
        nonlocal code
        code = FAILED
        print(one_line(f"briefing: {said(failure.message)}"), file=sys.stderr)

    def told(seen: int, new: int) -> None:
        print(said(Message.of("corpus.looked", n=seen, new=new)), file=sys.stderr, flush=True)

    corpus = corpus_at(place)
    try:
        seen, new = add_all(corpus, options.given, fail, told)
    finally:
        corpus.close()
    print(said(Message.of("corpus.added", n=seen, new=new)))
    return code


def _work(options: argparse.Namespace, place: "Place") -> int:
    from briefing.library.corpus_stores import corpus_at
    from briefing.service.corpus_reader import CorpusWork

    corpus = corpus_at(place)
    over = threading.Event()
    teller = threading.Thread(target=_tell, args=(corpus.progress, over), name="progress", daemon=True)
    try:
        work = CorpusWork(place, options.at_once, options.patience, options.stay)
        teller.start()
        work.run()
    finally:
        over.set()
        if teller.ident is not None:
            teller.join()
        _print_progress(corpus.progress(), sys.stdout)
        corpus.close()
    return DONE


def _tell(progress: "Callable[[], Progress]", over: threading.Event) -> None:
    from briefing.library import LibraryFailure

    pause = BETWEEN_WORDS
    while not over.wait(pause):
        begun = time.monotonic()
        try:
            _print_progress(progress(), sys.stderr)
        except LibraryFailure as failure:
            print(one_line(f"briefing: {said(failure.message)}"), file=sys.stderr, flush=True)
        # To count millions that wait takes the server seconds: a twentieth of its time at most goes to that.
        pause = max(BETWEEN_WORDS, 20 * (time.monotonic() - begun))


def _status(options: argparse.Namespace, place: "Place") -> int:
    from dataclasses import asdict

    from briefing.library.corpus_stores import corpus_at

    corpus = corpus_at(place)
    try:
        progress = corpus.progress()
        unreadable = corpus.unreadable() if options.failures else []
    finally:
        corpus.close()
    if options.json:
        told: dict[str, Any] = {"version": 1, **asdict(progress)}
        if options.failures:
            told["unreadable"] = [
                {"place": one.place, "settled": one.settled.isoformat(), "told": one.told} for one in unreadable
            ]
        print(json_of(told, 1))
        return DONE
    _print_progress(progress, sys.stdout)
    for one in unreadable:
        print(one_line(said(Message.of("corpus.unreadable", place=one.place, told=one.told))))
    return DONE


def _stop(options: argparse.Namespace, place: "Place") -> int:
    from briefing.library.corpus_stores import corpus_at

    del options
    corpus = corpus_at(place)
    try:
        corpus.stop()
    finally:
        corpus.close()
    print(said(Message("corpus.stopped")))
    return DONE


def _again(options: argparse.Namespace, place: "Place") -> int:
    from briefing.library.corpus_stores import corpus_at

    del options
    corpus = corpus_at(place)
    try:
        number = corpus.try_again()
    finally:
        corpus.close()
    print(said(Message.of("corpus.again", n=number)))
    return DONE


def _export(options: argparse.Namespace, place: "Place") -> int:
    from briefing.export import ExportFailure
    from briefing.service.claim_export import export_claims

    chosen, parts = options.part
    try:
        number = export_claims(place, options.parquet, chosen - 1, parts)
    except ExportFailure as failure:
        print(one_line(f"briefing: {said(failure.message)}"), file=sys.stderr)
        return FAILED
    print(said(Message.of("corpus.claims_written", path=str(options.parquet), n=number)))
    return DONE


def part(told: str) -> tuple[int, int]:
    """The part that was told as `3/8`."""
    number, slash, parts = told.partition("/")
    if not (slash and number.isdecimal() and parts.isdecimal() and 1 <= int(number) <= int(parts)):
        raise ValueError(told)
    return int(number), int(parts)


def count(told: str) -> int:
    """At least one, as it was told; argparse names the kind of what is wrong by the name of this."""
    number = int(told)
    if number < 1:
        raise ValueError(told)
    return number


def seconds(told: str) -> float:
    """A time that can be waited for."""
    number = float(told)
    if not 0.1 <= number < 1e6:
        raise ValueError(told)
    return number


def _print_progress(progress: "Progress", where: Any) -> None:
    told = Message.of(
        "corpus.told",
        done=progress.done,
        failed=progress.failed,
        waiting=progress.waiting,
        articles=progress.articles,
        workers=progress.workers,
        rate=progress.per_minute,
    )
    if progress.waiting and progress.per_minute:
        minutes = max(1, round(progress.waiting / progress.per_minute))
        told = Message.of("corpus.remaining", told=told, time=f"{minutes // 60}:{minutes % 60:02} h")
    print(said(told), file=where, flush=True)


def _add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "given", nargs="+", metavar="FOLDER|WARC|FEEDLIST|ADDRESS", help=said(Message("help.corpus_given"))
    )


def _work_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--at-once", type=count, default=os.cpu_count() or 1, metavar="N", help=said(Message("help.at_once"))
    )
    parser.add_argument(
        "--patience", type=seconds, default=30.0, metavar="SECONDS", help=said(Message("help.patience"))
    )
    parser.add_argument("--stay", action="store_true", help=said(Message("help.stays")))


def _status_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help=said(Message("help.json")))
    parser.add_argument("--failures", action="store_true", help=said(Message("help.failures")))


def _export_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--parquet", type=Path, required=True, metavar="FILE", help=said(Message("help.parquet")))
    parser.add_argument("--part", type=part, default=(1, 1), metavar="N/OF", help=said(Message("help.part")))


def _no_options(parser: argparse.ArgumentParser) -> None:
    del parser


_COMMANDS: dict[
    str,
    tuple[Message, Callable[[argparse.ArgumentParser], None], Callable[[argparse.Namespace, "Place"], int]],
] = {
    "add": (Message("help.act_corpus_add"), _add_options, _add),
    "work": (Message("help.act_corpus_work"), _work_options, _work),
    "status": (Message("help.act_corpus_status"), _status_options, _status),
    "stop": (Message("help.act_corpus_stop"), _no_options, _stop),
    "again": (Message("help.act_corpus_again"), _no_options, _again),
    "export": (Message("help.act_corpus_export"), _export_options, _export),
}
