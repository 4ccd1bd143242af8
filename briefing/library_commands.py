"""`briefing library …`: what the library holds, in and out, backups, without a window."""

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing.model.catalogue import in_english
from briefing.model.message import together
from briefing.terminal import json_of, listed, one_line, said

if TYPE_CHECKING:
    from briefing.library import Library
    from briefing.model import Binned, KeptArticle
    from briefing.service.reader import Reader

DONE, FAILED = 0, 1


def describe(parser: argparse.ArgumentParser) -> None:
    """Give the parser of `briefing library` its commands."""
    parser.description = (
        "List, search, import, export, back up, restore and check the library, and take things out of its bin."
    )
    parser.add_argument("--json", action="store_true", help="print JSON")
    commands = parser.add_subparsers(dest="act", required=True, metavar="COMMAND")
    for name, (help_text, add_options, _) in _COMMANDS.items():
        command = commands.add_parser(name, help=help_text, description=help_text[:1].upper() + help_text[1:] + ".")
        # Without defaults of their own, what was said before the command stands.
        command.add_argument(
            "--library", type=Path, metavar="PATH", default=argparse.SUPPRESS, help="folder of the library to use"
        )
        command.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help="print JSON")
        add_options(command)


def run(options: argparse.Namespace) -> int:
    """Do what was asked and return the exit code: 0 if all went well, 1 if something failed."""
    from briefing.library import LibraryFailure, default_folder

    folder = options.library or default_folder()
    try:
        return _COMMANDS[options.act][2](options, folder)
    except LibraryFailure as failure:
        return _fail(said(failure.message))


# What the commands do -------------------------------------------------------------------------------------------------


def _list(options: argparse.Namespace, folder: Path) -> int:
    with _open(folder) as library:
        _print_articles(library.articles(), options.json)
    return DONE


def _show(options: argparse.Namespace, folder: Path) -> int:
    from briefing.library.archive_export import annotations_page
    from briefing.model.analysis_json import article_object, findings_object
    from briefing.model.judged_claims import judgements_by_claim
    from briefing.service.judgements import judged_analysis
    from briefing.service.summary import clean_text, summary

    with _open(folder) as library:
        kept = library.kept(options.number)
        article, analysis = library.article(kept.id), judged_analysis(library, kept.id)
        judged = judgements_by_claim(analysis, library.judgements(kept.id))
        if options.json:
            found = article_object(article) | (findings_object(analysis, judged) if analysis else {})
            told = {**_article_object(kept), "article_version": kept.version, **found}
            _print_json({**told, "reader": annotations_page(library, kept)["items"]})
        else:
            print(summary(article, analysis, judged) if analysis else clean_text(article))
            for annotation in library.annotations(kept.id):
                print(f"\n“{annotation.anchor.exact}”\n   {annotation.note}".rstrip())
    return DONE


def _search(options: argparse.Namespace, folder: Path) -> int:
    with _open(folder) as library:
        result = library.search(" ".join(options.words), 0, options.most)
        if options.json:
            _print_json([{**_article_object(one.article), "snippet": one.snippet} for one in result.found])
        else:
            for one in result.found:
                print(f"{one.article.id:6}  {_title(one.article)}\n        {' '.join(one.snippet.split())}")
            print(f"{result.total} found" if result.found else "Nothing found.", file=sys.stderr)
    return DONE


def _import(options: argparse.Namespace, folder: Path) -> int:
    from briefing.service.reader import Reader

    outcomes = []
    skipped: list[Path] = []
    with _open(folder) as library, Reader() as reader:
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
        print(one_line(f"skipped, as hidden: {listed([str(path) for path in skipped])}"), file=sys.stderr)
    if not outcomes:
        return _fail(f"There are no files in {', '.join(map(str, options.paths))}; the library is as it was.")
    failed = sum(bool(outcome["failed"]) for outcome in outcomes)
    if not options.json and len(outcomes) > 1:
        new = sum(outcome["outcome"] == "new" for outcome in outcomes)
        print(f"{len(outcomes)} files: {new} new, {failed} could not be imported")
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
            told["outcome"] = said(import_annotations(library, path).message)
        elif path.suffix == SUFFIX:
            done = import_library(library, path, reader.again)
            told_more = said(together(done.messages))
            told["outcome"] = (
                f"{done.articles} articles new, {done.known} known, {done.annotations} annotations, "
                f"{done.judgements} judgements{f'; {told_more}' if told_more else ''}"
            )
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
        same = f", much the same as {kept.duplicate_of}" if new and kept.duplicate_of is not None else ""
        told = [f"new{same}" if new else "already there"]
    else:
        told = [f"{number} {words}" for number, words in ((new, "new"), (known, "already there")) if number]
    return {
        "outcome": "; ".join([*told, *failures]),
        "articles": [kept.id for kept in kept_now],
        "failed": bool(failures),
    }


def _export(options: argparse.Namespace, folder: Path) -> int:
    from briefing.export.atomic_write import is_folder
    from briefing.library.archive_export import SUFFIX, export_annotations, export_library

    own = f"library-{datetime.now().astimezone():%Y-%m-%d}{SUFFIX}"
    if is_folder(options.output):
        try:
            Path(options.output).mkdir(parents=True, exist_ok=True)
        except OSError as fault:
            return _fail(f"{options.output} could not be made: {fault.strerror}.")
        path = Path(options.output) / own
    else:
        path = Path(options.output or own)
    with _open(folder) as library:
        if path.suffix == ".jsonld":
            written = export_annotations(library, path, options.numbers)
            _print_result(options.json, {"file": str(path), "annotations": written}, f"{path}: {written} annotations")
            return DONE
        number = export_library(library, path, options.numbers)
    _print_result(options.json, {"file": str(path), "articles": number}, f"{path}: {number} articles")
    return DONE


def _back_up(options: argparse.Namespace, folder: Path) -> int:
    with _open(folder) as library:
        made = library.back_up()
    _print_result(options.json, _backup_object(made), str(made.path))
    return DONE


def _restore(options: argparse.Namespace, folder: Path) -> int:
    from briefing.library.backup import backups, newest_sound, restore

    if options.backup is None and options.list:
        known = backups(folder)
        if options.json:
            _print_json([_backup_object(one) for one in known])
        else:
            print("\n".join(f"{one.made:%Y-%m-%d %H:%M}  {one.reason.value:14}  {one.path}" for one in known))
        return DONE
    chosen: Path | None = options.backup
    if chosen is None and (newest := newest_sound(folder)):
        chosen = newest.path
    if chosen is None:
        return _fail(f"There is no backup in {folder} that is sound; the library is as it was.")
    before = restore(folder, chosen)
    _print_result(
        options.json,
        {"restored": str(chosen), "before": str(before)},
        f"The library is as it was in {chosen}. What it was before is kept in {before}.",
    )
    return DONE


def _bin(options: argparse.Namespace, folder: Path) -> int:
    if options.empty:
        return _empty_bin(options, folder)
    if options.take_out:
        return _take_out(options, folder)
    with _open(folder) as library:
        lying = library.bin()
    if options.json:
        _print_json([_binned_object(one) for one in lying])
    else:
        for one in lying:
            print(
                f"{one.id:36}  {one.kind.value:12}  {one.removed.astimezone():%Y-%m-%d}  {' '.join(one.title.split())}"
            )
        if not lying:
            print("The bin is empty.", file=sys.stderr)
    return DONE


def _take_out(options: argparse.Namespace, folder: Path) -> int:
    from briefing.library.operations import Several
    from briefing.library.trash import restorations

    with _open(folder) as library:
        lying = library.bin()
        chosen = [one for one in lying if one.id in options.take_out]
        missing = sorted(set(options.take_out) - {one.id for one in chosen})
        if missing:
            return _fail(f"In the bin there is no {', no '.join(missing)}; the library is as it was.")
        library.perform(Several("Take out of bin", restorations(chosen, lying)))
    _print_result(
        options.json, {"taken_out": [_binned_object(one) for one in chosen]}, f"{len(chosen)} taken out of the bin."
    )
    return DONE


def _empty_bin(options: argparse.Namespace, folder: Path) -> int:
    with _open(folder) as library:
        lying = library.bin()
        number = len(lying)
        if number and not options.yes and not _agrees(f"Delete {number} for good, from every backup, too?"):
            return _fail("Nothing was deleted; --yes deletes it without asking.")
        left = said(together(library.empty_bin(lying).messages))
        stays = len(library.bin())
    told = f"{number} deleted for good, {stays} put there meanwhile stay." if stays else "The bin is empty."
    _print_result(options.json, {"deleted": number, "left": left}, f"{told} {left}".strip())
    return DONE


def _agrees(question: str) -> bool:
    """Ask whoever sits at the terminal; nobody there is a no."""
    if not sys.stdin.isatty():
        return False
    print(f"{question} [y/N] ", end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().lower() in ("y", "yes")


def _stories(options: argparse.Namespace, folder: Path) -> int:
    from briefing.story_commands import print_library_stories

    with _open(folder) as library:
        return print_library_stories(library, options.story, options.json)


def _actor(options: argparse.Namespace, folder: Path) -> int:
    from briefing.story_commands import print_actor

    with _open(folder) as library:
        return print_actor(library, options.name, options.json)


def _meaning(options: argparse.Namespace, folder: Path) -> int:
    from briefing.story_commands import print_meaning

    with _open(folder) as library:
        return print_meaning(library, " ".join(options.words), options.most, options.json)


def _compare(options: argparse.Namespace, folder: Path) -> int:
    from briefing.story_commands import print_comparison

    with _open(folder) as library:
        return print_comparison(library, options.number, options.json)


def _check(options: argparse.Namespace, folder: Path) -> int:
    from briefing.library import Library
    from briefing.library.backup import is_lost
    from briefing.library.integrity import library_faults

    if options.salvage and is_lost(folder):
        return _salvage(folder, options.json)
    if not Library.exists(folder):
        return _fail(f"There is no library in {folder}.")
    faults = library_faults(folder)
    if options.json:
        _print_json({"library": str(folder), "faults": list(map(in_english, faults))})
    elif faults:
        print("\n".join(map(said, faults)), file=sys.stderr)
    else:
        print(f"The library in {folder} is sound.")
    if faults and options.salvage:
        return _salvage(folder, options.json)
    return FAILED if faults else DONE


def _salvage(folder: Path, as_json: bool) -> int:
    """Save what can be read, and import again the originals of which no article could be."""
    from briefing.library.backup import backups
    from briefing.library.salvage import forgotten_originals, salvage
    from briefing.service.reader import Reader

    saved = salvage(folder)
    originals = forgotten_originals(folder)
    with _open(folder) as library, Reader() as reader:
        outcomes = [_imported(library, path, reader) for path in originals]
    # What is said of the check is all that goes to standard output as JSON.
    where = sys.stderr if as_json else sys.stdout
    print(said(saved.message), file=where)
    if originals:
        again = sum(not outcome["failed"] for outcome in outcomes)
        words = f"{again} of {len(originals)} original files beside it are read again as articles"
        print(f"{words}, without what you wrote on them.", file=where)
    for outcome in outcomes:
        if outcome["failed"]:
            print(one_line(f"{outcome['file']}: {outcome['outcome']}"), file=sys.stderr)
    if there := len(backups(folder)):
        print(f"Backups are still there ({there}): “briefing library restore --list” tells which.", file=where)
    return DONE


# Options --------------------------------------------------------------------------------------------------------------


def _no_options(parser: argparse.ArgumentParser) -> None:
    del parser


def _stories_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--story", type=int, metavar="NUMBER", help="this story alone")


def _meaning_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("words", nargs="+", metavar="WORD")
    parser.add_argument("--most", type=int, default=20, metavar="N", help="statements to print (20)")


def _actor_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME")


def _show_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("number", type=int, metavar="NUMBER", help="of the article, as `list` tells it")


def _search_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("words", nargs="+", metavar="WORD", help='words, "phrases", who:, status:, tag:, after: …')
    parser.add_argument("--most", type=int, default=50, metavar="N", help="articles to print (50)")


def _import_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths",
        nargs="+",
        type=Path,
        metavar="PATH",
        help="articles, folders, .briefing files, W3C or Hypothesis annotations as JSON",
    )


def _export_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("numbers", nargs="*", type=int, metavar="NUMBER", help="only these articles")
    parser.add_argument(
        "-o",
        "--output",
        default="",
        metavar="FILE|FOLDER/",
        help=".briefing for all, .jsonld for the annotations alone",
    )


def _restore_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("backup", nargs="?", type=Path, metavar="BACKUP", help="the newest sound one, if not said")
    parser.add_argument("--list", action="store_true", help="tell which backups there are")


def _bin_options(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_mutually_exclusive_group()
    acts.add_argument("--take-out", nargs="+", metavar="ID", help="put these back where they were")
    acts.add_argument("--empty", action="store_true", help="delete for good all that lies there, once you agree")
    parser.add_argument("--yes", action="store_true", help="with --empty: do not ask")


def _check_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--salvage", action="store_true", help="save what can be read of a damaged library")


_Act = Callable[[argparse.Namespace, Path], int]
_COMMANDS: dict[str, tuple[str, Callable[[argparse.ArgumentParser], None], _Act]] = {
    "list": ("list the articles, newest first", _no_options, _list),
    "show": ("print an article with its claims and your notes", _show_options, _show),
    "search": ("search texts, titles, actors, claims, notes and tags", _search_options, _search),
    "import": ("take in articles, folders of them, .briefing files and annotations", _import_options, _import),
    "export": ("write the library, or some articles of it, to one file", _export_options, _export),
    "backup": ("make a backup now", _no_options, _back_up),
    "restore": ("put a backup back; what is there now is kept", _restore_options, _restore),
    "bin": ("list what was deleted, take it out again, or delete it for good", _bin_options, _bin),
    "stories": ("tell which articles tell one story, and what they say of one another", _stories_options, _stories),
    "actor": ("tell all that somebody says in any article, by date, and who denies it", _actor_options, _actor),
    "meaning": ("find what articles say that means what you type, in whatever words", _meaning_options, _meaning),
    "compare": ("tell how the claims of an article changed from version to version", _show_options, _compare),
    "check": ("see whether the library is sound", _check_options, _check),
}


# Printing -------------------------------------------------------------------------------------------------------------


@contextmanager
def _open(folder: Path) -> "Iterator[Library]":
    from briefing.library import Library

    library = Library.open(folder)
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
                _fail(said(outside(file.name)))
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
        claims = "not analysed" if kept.claims is None else f"{kept.claims} claims"
        print(f"{kept.id:6}  {_title(kept)}  ({claims}, {kept.annotations} notes)")


def _title(kept: "KeptArticle") -> str:
    told = ", ".join(part for part in (kept.origin.outlet, kept.origin.published[:10]) if part)
    title = kept.origin.title or "Untitled"
    return f"{title} – {told}" if told else title


def _print_result(as_json: bool, found: dict[str, Any], sentence: str) -> None:
    if as_json:
        _print_json(found)
    else:
        print(sentence)


def _print_json(found: object) -> None:
    print(json_of(found, indent=1))


def _fail(sentence: str) -> int:
    print(f"briefing: {sentence}", file=sys.stderr)
    return FAILED
