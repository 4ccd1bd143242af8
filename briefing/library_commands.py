"""`briefing library …`: what the library holds, in and out, backups, without a window."""

# More than 500 lines: the command line of the library: a description and an act for each command, side by side.

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing.model.catalogue import in_english
from briefing.model.message import Message, together
from briefing.terminal import json_of, language, listed, one_line, said

if TYPE_CHECKING:
    from briefing.library import Library, Place
    from briefing.model import Binned, KeptArticle
    from briefing.service.reader import Reader

DONE, FAILED = 0, 1


def describe(parser: argparse.ArgumentParser) -> None:
    """Give the parser of `briefing library` its commands."""
    from briefing.library_place import library_place

    parser.description = said(Message("help.library_all"))
    parser.add_argument("--json", action="store_true", help=said(Message("help.json")))
    commands = parser.add_subparsers(dest="act", required=True, metavar="COMMAND")
    for name, (explained, add_options, _) in _COMMANDS.items():
        help_text = said(explained)
        command = commands.add_parser(name, help=help_text, description=help_text[:1].upper() + help_text[1:] + ".")
        # Without defaults of their own, what was said before the command stands.
        command.add_argument(
            "--library",
            type=library_place,
            metavar="PATH|ADDRESS",
            default=argparse.SUPPRESS,
            help=said(Message("help.library")),
        )
        command.add_argument(
            "--language", metavar="CODE", default=argparse.SUPPRESS, help=said(Message("help.language"))
        )
        command.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help=said(Message("help.json")))
        add_options(command)


def acts() -> tuple[str, ...]:
    """The words behind `briefing library`."""
    return tuple(_COMMANDS)


def run(options: argparse.Namespace) -> int:
    """Do what was asked and return the exit code: 0 if all went well, 1 if something failed."""
    from briefing.library import LibraryFailure
    from briefing.library_place import default_place

    place = options.library or default_place()
    try:
        return _COMMANDS[options.act][2](options, place)
    except LibraryFailure as failure:
        return _fail(failure.message)


# What the commands do -------------------------------------------------------------------------------------------------


def _list(options: argparse.Namespace, place: "Place") -> int:
    from briefing.library import queries

    with _open(place) as library:
        _print_articles(library.ask(queries.Articles()), options.json)
    return DONE


def _show(options: argparse.Namespace, place: "Place") -> int:
    from briefing.library import queries
    from briefing.library.archive_export import annotations_page
    from briefing.model.analysis_json import article_object, findings_object
    from briefing.model.judged_claims import judgements_by_claim
    from briefing.service.judgements import judged_analysis
    from briefing.service.summary import clean_text, summary

    with _open(place) as library:
        kept = library.ask(queries.ListedArticle(options.number))
        article, analysis = library.ask(queries.WholeArticle(kept.id)), judged_analysis(library, kept.id)
        judged = judgements_by_claim(analysis, library.ask(queries.JudgementsOn(kept.id)))
        if options.json:
            found = article_object(article) | (findings_object(analysis, judged) if analysis else {})
            told = {**_article_object(kept), "article_version": kept.version, **found}
            _print_json({**told, "reader": annotations_page(library, kept)["items"]})
        else:
            print(summary(article, analysis, judged, language()) if analysis else clean_text(article))
            for annotation in library.ask(queries.AnnotationsOn(kept.id)):
                print(f"\n“{annotation.anchor.exact}”\n   {annotation.note}".rstrip())
    return DONE


def _search(options: argparse.Namespace, place: "Place") -> int:
    from briefing.library import queries

    with _open(place) as library:
        result = library.ask(queries.Search(" ".join(options.words), 0, options.most))
        if options.json:
            _print_json([{**_article_object(one.article), "snippet": one.snippet} for one in result.found])
        else:
            for one in result.found:
                print(f"{one.article.id:6}  {_title(one.article)}\n        {' '.join(one.snippet.split())}")
            told = Message.of("command.found", n=result.total) if result.found else Message("command.nothing_found")
            print(said(told), file=sys.stderr)
    return DONE


def _import(options: argparse.Namespace, place: "Place") -> int:
    from briefing.service.reader import Reader

    outcomes = []
    skipped: list[Path] = []
    with _open(place) as library, Reader() as reader:
        # Annotations last: the articles that they are about may be among the files.
        for path in sorted(_files_in(options.paths, skipped.append), key=_is_about_others):
            outcome = _imported(library, path, reader)
            outcomes.append(outcome)
            if not options.json:
                told = one_line(f"{outcome['file']}: {outcome['outcome']}")
                print(told, file=sys.stderr if outcome["failed"] else sys.stdout)
    if options.json:
        _print_json(outcomes)
    elif skipped:
        print(
            one_line(said(Message.of("command.skipped_hidden", names=listed([str(path) for path in skipped])))),
            file=sys.stderr,
        )
    if not outcomes:
        return _fail(Message.of("command.no_files", folders=", ".join(map(str, options.paths))))
    failed = sum(bool(outcome["failed"]) for outcome in outcomes)
    if not options.json and len(outcomes) > 1:
        new = sum(outcome["outcome"] == said(Message("command.new")) for outcome in outcomes)
        print(said(Message.of("command.imported", n=len(outcomes), new=new, failed=failed)))
    return FAILED if failed else DONE


def _holds_annotations(path: Path) -> bool:
    """Whether a file holds annotations alone; those of Hypothesis are read, as excerpts of what is not here."""
    from briefing.intake.format_signs import is_hypothesis
    from briefing.library.annotation_import import holds_annotations

    return holds_annotations(path) and not is_hypothesis(path.read_bytes())


def _is_about_others(path: Path) -> bool:
    from briefing.intake.source_list import is_about_others
    from briefing.library.annotation_import import holds_annotations

    return holds_annotations(path) or is_about_others(path)


def _imported(library: "Library", path: Path, reader: "Reader") -> dict[str, Any]:
    from briefing.intake import IntakeFailure
    from briefing.library import LibraryFailure
    from briefing.library.annotation_import import import_annotations
    from briefing.library.archive_export import SUFFIX
    from briefing.library.archive_import import import_library

    told: dict[str, Any] = {"file": str(path), "outcome": "", "articles": [], "failed": False}
    try:
        if _holds_annotations(path):
            told["outcome"] = said(import_annotations(library, path, language()).message)
        elif path.suffix == SUFFIX:
            done = import_library(library, path, reader.again, language())
            told["outcome"] = said(Message.of("list.clauses", parts=(done.message, *done.messages)))
            told["failed"] = bool(done.unverified)
        else:
            told |= _read_into(library, path, reader)
    except (IntakeFailure, LibraryFailure) as failure:
        told |= {"outcome": said(failure.message), "failed": True}
    return told


def _read_into(library: "Library", path: Path, reader: "Reader") -> dict[str, Any]:
    """Keep the article in a file, or all of several, with what the reader noted on them elsewhere."""
    from briefing.intake import Feed, IntakeFailure, OffersArticles
    from briefing.library.highlight_import import kept_with_notes
    from briefing.service.command_inputs import each_opened

    kept_now, new, failures = [], 0, list[str]()
    for found in each_opened(str(path), reader):
        if isinstance(found, IntakeFailure):
            failures.append(said(found.message))
        elif isinstance(found, Feed):
            failures.append(said(OffersArticles(path.name, found).message))
        else:
            kept, is_new = kept_with_notes(library, found.article, found.original, found.annotations)
            kept_now.append(kept)
            new += is_new
    known = len(kept_now) - new
    if len(kept_now) == 1:
        (kept,) = kept_now
        told = [_outcome(kept, bool(new))]
    else:
        counted = (("import.new", new), ("import.known", known))
        told = [Message.of(code, n=number) for code, number in counted if number]
    return {
        "outcome": "; ".join([*map(said, told), *failures]),
        "articles": [kept.id for kept in kept_now],
        "failed": bool(failures),
    }


def _outcome(kept: "KeptArticle", is_new: bool) -> Message:
    if not is_new:
        return Message("command.there_already")
    if kept.duplicate_of is not None:
        return Message.of("command.new_alike", number=kept.duplicate_of)
    return Message("command.new")


def _export(options: argparse.Namespace, place: "Place") -> int:
    from briefing.export.atomic_write import is_folder
    from briefing.library.archive_export import SUFFIX, export_annotations, export_library

    own = f"library-{datetime.now().astimezone():%Y-%m-%d}{SUFFIX}"
    if is_folder(options.output):
        try:
            Path(options.output).mkdir(parents=True, exist_ok=True)
        except OSError as fault:
            return _fail(Message.of("command.not_made", output=options.output, fault=str(fault.strerror)))
        path = Path(options.output) / own
    else:
        path = Path(options.output or own)
    with _open(place) as library:
        if path.suffix == ".jsonld":
            written = export_annotations(library, path, options.numbers)
            _print_result(
                options.json,
                {"file": str(path), "annotations": written},
                Message.of("command.annotations_written", path=str(path), n=written),
            )
            return DONE
        number = export_library(library, path, options.numbers)
    _print_result(
        options.json,
        {"file": str(path), "articles": number},
        Message.of("command.articles_written", path=str(path), n=number),
    )
    return DONE


def _back_up(options: argparse.Namespace, place: "Place") -> int:
    with _open(place) as library:
        made = library.back_up()
    _print_result(options.json, _backup_object(made), str(made.path))
    return DONE


def _restore(options: argparse.Namespace, place: "Place") -> int:
    from briefing.library import store_at

    store = store_at(place)
    if options.backup is None and options.list:
        known = store.backups()
        if options.json:
            _print_json([_backup_object(one) for one in known])
        else:
            print("\n".join(f"{one.made:%Y-%m-%d %H:%M}  {one.reason.value:14}  {one.path}" for one in known))
        return DONE
    chosen: Path | None = options.backup
    if chosen is None and (newest := store.newest_sound_backup()):
        chosen = newest.path
    if chosen is None:
        return _fail(Message.of("command.no_sound_backup", folder=store.name))
    before = store.restore(chosen)
    _print_result(
        options.json,
        {"restored": str(chosen), "before": str(before)},
        Message.of("backup.restored", name=str(chosen), before=str(before)),
    )
    return DONE


def _bin(options: argparse.Namespace, place: "Place") -> int:
    from briefing.library import queries

    if options.empty:
        return _empty_bin(options, place)
    if options.take_out:
        return _take_out(options, place)
    with _open(place) as library:
        lying = library.ask(queries.Bin())
    if options.json:
        _print_json([_binned_object(one) for one in lying])
    else:
        for one in lying:
            print(
                f"{one.id:36}  {one.kind.value:12}  {one.removed.astimezone():%Y-%m-%d}  {' '.join(one.title.split())}"
            )
        if not lying:
            print(said(Message("bin.empty")), file=sys.stderr)
    return DONE


def _take_out(options: argparse.Namespace, place: "Place") -> int:
    from briefing.library import queries
    from briefing.library.operations import Several
    from briefing.library.restorations import restorations

    with _open(place) as library:
        lying = library.ask(queries.Bin())
        chosen = [one for one in lying if one.id in options.take_out]
        missing = sorted(set(options.take_out) - {one.id for one in chosen})
        if missing:
            return _fail(Message.of("command.not_in_bin", names=tuple(missing)))
        library.perform(Several(restorations(chosen, lying)))
    _print_result(
        options.json,
        {"taken_out": [_binned_object(one) for one in chosen]},
        Message.of("command.taken_out", n=len(chosen)),
    )
    return DONE


def _empty_bin(options: argparse.Namespace, place: "Place") -> int:
    from briefing.library import queries

    with _open(place) as library:
        lying = library.ask(queries.Bin())
        number = len(lying)
        if number and not options.yes and not _agrees(Message.of("command.delete", number=number)):
            return _fail(Message("command.not_deleted"))
        left = said(together(library.empty_bin(lying).messages))
        stays = len(library.ask(queries.Bin()))
    told = Message.of("command.deleted", number=number, stays=stays) if stays else Message("bin.empty")
    _print_result(options.json, {"deleted": number, "left": left}, f"{said(told)} {left}".strip())
    return DONE


def _agrees(question: Message) -> bool:
    """Ask whoever sits at the terminal; nobody there is a no."""
    if not sys.stdin.isatty():
        return False
    print(f"{said(question)} {said(Message('command.yes_or_no'))} ", end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().lower() in said(Message("command.yes")).split()


def _stories(options: argparse.Namespace, place: "Place") -> int:
    from briefing.story_commands import print_library_stories

    with _open(place) as library:
        return print_library_stories(library, options.story, options.json)


def _actor(options: argparse.Namespace, place: "Place") -> int:
    from briefing.story_commands import print_actor

    with _open(place) as library:
        return print_actor(library, options.name, options.json)


def _meaning(options: argparse.Namespace, place: "Place") -> int:
    from briefing.story_commands import print_meaning

    with _open(place) as library:
        return print_meaning(library, " ".join(options.words), options.most, options.json)


def _compare(options: argparse.Namespace, place: "Place") -> int:
    from briefing.story_commands import print_comparison

    with _open(place) as library:
        return print_comparison(library, options.number, options.json)


def _check(options: argparse.Namespace, place: "Place") -> int:
    from briefing.library import store_at

    store = store_at(place)
    if options.salvage and store.is_lost():
        return _salvage(place, options.json)
    if not store.exists():
        return _fail(Message.of("library.none_here", folder=store.name))
    faults = store.faults()
    if options.json:
        _print_json({"library": store.name, "faults": list(map(in_english, faults))})
    elif faults:
        print("\n".join(map(said, faults)), file=sys.stderr)
    else:
        print(said(Message.of("library.sound", folder=store.name)))
    if faults and options.salvage:
        return _salvage(place, options.json)
    return FAILED if faults else DONE


def _salvage(place: "Place", as_json: bool) -> int:
    """Save what can be read, and import again the originals of which no article could be."""
    from briefing.library import store_at
    from briefing.service.reader import Reader

    store = store_at(place)
    saved = store.salvage()
    originals = store.forgotten_originals()
    with _open(place) as library, Reader() as reader:
        outcomes = [_imported(library, path, reader) for path in originals]
    # What is said of the check is all that goes to standard output as JSON.
    where = sys.stderr if as_json else sys.stdout
    print(said(saved.message), file=where)
    if originals:
        again = sum(not outcome["failed"] for outcome in outcomes)
        print(said(Message.of("command.read_again", again=again, n=len(originals))), file=where)
    for outcome in outcomes:
        if outcome["failed"]:
            print(one_line(f"{outcome['file']}: {outcome['outcome']}"), file=sys.stderr)
    if there := len(store.backups()):
        print(said(Message.of("command.backups_there", there=there)), file=where)
    return DONE


# Options --------------------------------------------------------------------------------------------------------------


def _no_options(parser: argparse.ArgumentParser) -> None:
    del parser


def _stories_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--story", type=int, metavar="NUMBER", help=said(Message("help.story")))


def _meaning_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("words", nargs="+", metavar="WORD")
    parser.add_argument("--most", type=int, default=20, metavar="N", help=said(Message("help.most_statements")))


def _actor_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME")


def _show_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("number", type=int, metavar="NUMBER", help=said(Message("help.number")))


def _search_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("words", nargs="+", metavar="WORD", help=said(Message("help.search_words")))
    parser.add_argument("--most", type=int, default=50, metavar="N", help=said(Message("help.most_articles")))


def _import_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths",
        nargs="+",
        type=Path,
        metavar="PATH",
        help=said(Message("help.import_paths")),
    )


def _export_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("numbers", nargs="*", type=int, metavar="NUMBER", help=said(Message("help.these_articles")))
    parser.add_argument(
        "-o",
        "--output",
        default="",
        metavar="FILE|FOLDER/",
        help=said(Message("help.library_output")),
    )


def _restore_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("backup", nargs="?", type=Path, metavar="BACKUP", help=said(Message("help.backup")))
    parser.add_argument("--list", action="store_true", help=said(Message("help.list_backups")))


def _bin_options(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_mutually_exclusive_group()
    acts.add_argument("--take-out", nargs="+", metavar="ID", help=said(Message("help.take_out")))
    acts.add_argument("--empty", action="store_true", help=said(Message("help.empty_bin")))
    parser.add_argument("--yes", action="store_true", help=said(Message("help.yes")))


def _check_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--salvage", action="store_true", help=said(Message("help.salvage")))


_Act = Callable[[argparse.Namespace, "Place"], int]
_COMMANDS: dict[str, tuple[Message, Callable[[argparse.ArgumentParser], None], _Act]] = {
    "list": (Message("help.act_list"), _no_options, _list),
    "show": (Message("help.act_show"), _show_options, _show),
    "search": (Message("help.act_search"), _search_options, _search),
    "import": (Message("help.act_import"), _import_options, _import),
    "export": (Message("help.act_export"), _export_options, _export),
    "backup": (Message("help.act_backup"), _no_options, _back_up),
    "restore": (Message("help.act_restore"), _restore_options, _restore),
    "bin": (Message("help.act_bin"), _bin_options, _bin),
    "stories": (Message("help.act_stories"), _stories_options, _stories),
    "actor": (Message("help.act_actor"), _actor_options, _actor),
    "meaning": (Message("help.act_meaning"), _meaning_options, _meaning),
    "compare": (Message("help.act_compare"), _show_options, _compare),
    "check": (Message("help.act_check"), _check_options, _check),
}


# Printing -------------------------------------------------------------------------------------------------------------


@contextmanager
def _open(place: "Place") -> "Iterator[Library]":
    from briefing.library import open_library

    library = open_library(place)
    try:
        yield library
        if library.damage:
            print(f"briefing: {said(library.damage)}", file=sys.stderr)
        library.erase_if_due()
    finally:
        library.close()


def _files_in(paths: Sequence[Path], skip: Callable[[Path], object]) -> Iterator[Path]:
    """The files named, and those in the folders named, by name; without links that lead out, and hidden ones.

    `skip` hears of the hidden ones.
    """
    from briefing.intake.source_list import leads_out, outside

    for path in paths:
        if not path.is_dir():
            yield path
            continue
        for file in sorted(file for file in path.rglob("*") if file.is_file()):
            if any(part.startswith(".") for part in file.relative_to(path).parts):
                skip(file)
            elif leads_out(file, path.resolve()):
                _fail(outside(file.name))
            else:
                yield file


def _article_object(kept: "KeptArticle") -> dict[str, Any]:
    origin = kept.origin
    return {
        "id": kept.id,
        "title": origin.title,
        "byline": origin.byline,
        "outlet": origin.outlet,
        "published": origin.published,
        "address": origin.address,
        "file": origin.file,
        "language": origin.language,
        "digest": origin.digest,
        "added": kept.added.isoformat(),
        "opened": kept.opened.isoformat() if kept.opened else None,
        "state": kept.state.value,
        "words": kept.words,
        "claims": kept.claims,
        "statuses": dict(kept.statuses),
        "annotations": kept.annotations,
        "notes": kept.notes,
        "version": kept.version,
        "duplicate_of": kept.duplicate_of,
        "tags": list(kept.tags),
    }


def _binned_object(binned: "Binned") -> dict[str, Any]:
    removed = binned.removed.isoformat()
    return {
        "id": binned.id,
        "kind": binned.kind.value,
        "title": binned.title,
        "deleted": removed,
        "article": binned.article_id,
    }


def _backup_object(made: Any) -> dict[str, Any]:
    return {"file": str(made.path), "made": made.made.isoformat(), "reason": made.reason.value}


def _print_articles(articles: "Sequence[KeptArticle]", as_json: bool) -> None:
    if as_json:
        _print_json([_article_object(kept) for kept in articles])
        return
    for kept in articles:
        claims = Message("command.not_analysed") if kept.claims is None else Message.of("command.claims", n=kept.claims)
        notes = Message.of("command.notes", n=kept.notes)
        highlights = Message.of("command.highlights", n=kept.annotations - kept.notes)
        print(f"{kept.id:6}  {_title(kept)}  ({said(claims)}, {said(notes)}, {said(highlights)})")


def _title(kept: "KeptArticle") -> str:
    told = ", ".join(part for part in (kept.origin.outlet, kept.origin.published[:10]) if part)
    title = kept.origin.title or said(Message("command.untitled"))
    return f"{title} – {told}" if told else title


def _print_result(as_json: bool, found: dict[str, Any], told: Message | str) -> None:
    if as_json:
        _print_json(found)
    else:
        print(said(told) if isinstance(told, Message) else told)


def _print_json(found: object) -> None:
    print(json_of(found, indent=1))


def _fail(message: Message) -> int:
    print(f"briefing: {said(message)}", file=sys.stderr)
    return FAILED
