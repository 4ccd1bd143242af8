"""Takes a `.briefing` file into a library: read and proved whole first, then merged by identity."""

import json
import re
import zipfile
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from briefing.library import arranging
from briefing.library.actor_judgements import judgement_from_object as actor_word
from briefing.library.briefs import brief_from_object
from briefing.library.exchange import FORMAT, VERSION, with_numbers
from briefing.library.failures import LibraryFailure
from briefing.library.operations import AddAnnotation, ChangeAnnotation, Judge, Operation, Several
from briefing.library.store import Library
from briefing.model import (
    ActorJudgement,
    Analysis,
    Annotation,
    Article,
    Collection,
    Judgement,
    Metadata,
    Origin,
    ReadingState,
    SavedSearch,
)
from briefing.model.analysis_json import analysis_from_object, article_from_object
from briefing.model.identifiers import digest_of
from briefing.model.web_annotation import annotation_from, is_judgement, judgement_from, objects_in
from briefing.records import dataclass

LARGEST = 4 * 2**30
"""Bytes that all files of an archive may have when unpacked."""

LARGEST_RATIO = 200
"""How many times as large as the archive its files may be, beyond `SPARE`; a bomb has thousands."""

SPARE = 64 * 2**20
_NAME = re.compile(
    r"(manifest|arrangement)\.json|articles/[0-9a-f]{64}(\.json|\.annotations\.jsonld)|originals/[0-9a-f]{64}"
)

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did."""

    articles: int = 0
    known: int = 0
    annotations: int = 0
    judgements: int = 0


@dataclass(frozen=True, slots=True)
class _Kept:
    """One article of the file with all that belongs to it."""

    article: Article
    added: str
    state: ReadingState
    place: int
    tags: tuple[str, ...]
    corrected: Metadata
    analysis: Analysis | None
    annotations: tuple[Annotation, ...]
    judgements: tuple[Judgement, ...]
    actors: tuple[ActorJudgement, ...]


def import_library(library: Library, path: Path) -> Imported:
    """Merge a `.briefing` file into the library; what is there already stays, and of two notes the newer one.

    Raises:
        LibraryFailure: if the file is none, is damaged, or cannot be read; the library is then as it was.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            _prove(archive, path)
            kept = [_kept(archive, name) for name in sorted(archive.namelist()) if _is_article(name)]
            arrangement = _read_json(archive, "arrangement.json")
            collections = [Collection(one["id"], one["name"], one["parent"]) for one in arrangement["collections"]]
            searches = [SavedSearch(**one) for one in arrangement["searches"]]
            # All of it is read before anything is written: what cannot be read must leave the library as it was.
            filed = [(str(one["id"]), tuple(map(str, one["articles"]))) for one in arrangement["collections"]]
            for one in arrangement["briefs"]:
                brief_from_object(one)
            kept.sort(key=lambda one: one.added)
    except OSError as fault:
        raise LibraryFailure(f"{path} could not be read: {fault.strerror}; the library is as it was.") from fault
    except (zipfile.BadZipFile, EOFError, RuntimeError, NotImplementedError) as fault:
        raise LibraryFailure(f"{path} is no whole .briefing file; the library is as it was.") from fault
    except (KeyError, TypeError, ValueError, AttributeError) as fault:
        raise LibraryFailure(f"{path} holds what Briefing cannot read ({fault}); the library is as it was.") from fault
    try:
        # Opened again: originals are read one at a time, as all of them may not fit into memory.
        with zipfile.ZipFile(path) as archive:
            return _merge(library, archive, kept, collections, searches, filed, arrangement["briefs"])
    except OSError as fault:
        raise LibraryFailure(
            f"{path} was imported only in part: {fault.strerror}; import it again to go on."
        ) from fault
    except LibraryFailure as failure:
        raise LibraryFailure(
            f"{path} was imported only in part, and what came in stays; import it again to go on. {failure.sentence}"
        ) from failure


def _prove(archive: zipfile.ZipFile, path: Path) -> None:
    """See that the archive holds what its manifest says, and no more than a library can be."""
    entries = archive.infolist()
    packed, unpacked = path.stat().st_size, sum(entry.file_size for entry in entries)
    if unpacked > min(LARGEST, LARGEST_RATIO * packed + SPARE):
        raise LibraryFailure(f"{path} would unpack to {unpacked // 2**20} MB; it was not opened.")
    if any(entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for entry in entries):
        # Python unpacks what is packed otherwise without a limit: 4 KB may become gigabytes.
        raise LibraryFailure(f"{path} is packed as no .briefing file is; it was not opened.")
    strange = next((entry.filename for entry in entries if not _NAME.fullmatch(entry.filename)), None)
    if strange is not None:
        raise LibraryFailure(f"{path} holds {strange!r}, which no .briefing file does; it was not opened.")
    manifest = _read_json(archive, "manifest.json")
    if manifest.get("format") != FORMAT:
        raise LibraryFailure(f"{path} is no .briefing file; the library is as it was.")
    if manifest.get("version", 0) > VERSION:
        raise LibraryFailure(f"{path} was written by a newer version of Briefing; update Briefing to import it.")
    names = {entry.filename for entry in entries} - {"manifest.json"}
    if names != set(manifest["files"]):
        raise LibraryFailure(f"{path} is not whole: files are missing or too many; the library is as it was.")
    for name, digest in manifest["files"].items():
        if digest_of(archive.read(name)) != digest:
            raise LibraryFailure(f"{path} is damaged at {name}; the library is as it was.")
        if name.startswith("originals/") and name != f"originals/{digest}":
            raise LibraryFailure(f"{path} is damaged at {name}; the library is as it was.")


def _is_article(name: str) -> bool:
    return name.startswith("articles/") and name.endswith(".json")


def _kept(archive: zipfile.ZipFile, name: str) -> _Kept:
    found = _read_json(archive, name)
    origin = Origin(**found["origin"])
    if name != f"articles/{origin.digest}.json":
        raise ValueError(f"{name} tells of another article")
    before = {field: value for field, value in found["found"].items() if value is not None}
    corrected = {field: getattr(origin, field) for field, value in before.items() if getattr(origin, field) != value}
    as_found = Origin(**{**found["origin"], **before})
    notes = objects_in(_read_json(archive, f"articles/{origin.digest}.annotations.jsonld"))
    return _Kept(
        article_from_object(found, as_found),
        datetime.fromisoformat(found["added"]).isoformat(),
        ReadingState(found["state"]),
        int(found["place"]),
        tuple(map(str, found["tags"])),
        Metadata(**corrected),
        analysis_from_object(found["findings"]) if found["findings"] else None,
        tuple(annotation_from(note) for note in notes if not is_judgement(note)),
        tuple(judgement_from(note) for note in notes if is_judgement(note)),
        tuple(actor_word(word) for word in found["actors_judged"]),
    )


def _merge(
    library: Library,
    archive: zipfile.ZipFile,
    articles: Sequence[_Kept],
    collections: Sequence[Collection],
    searches: Sequence[SavedSearch],
    filed: Sequence[tuple[str, tuple[str, ...]]],
    briefs: Sequence[Json],
) -> Imported:
    numbers: dict[str, int] = {}
    fresh = annotations = judgements = 0
    for kept in articles:
        digest = kept.article.digest
        # An article comes in with all that is written on it, or not; between two, other windows can write.
        with library.together():
            listed, new = library.keep_article(kept.article, archive.read(f"originals/{digest}"))
            if kept.analysis is not None and (new or library.analysis(listed.id) is None):
                library.keep_analysis(listed.id, kept.analysis)
            acts = list(_acts(library, listed.id, kept, new))
            if acts:
                library.perform(Several("Import", tuple(acts)))
            if new:
                library.keep_place(listed.id, kept.place)
        numbers[digest] = listed.id
        fresh += new
        annotations += sum(isinstance(act, AddAnnotation) for act in acts)
        judgements += sum(isinstance(act, Judge) for act in acts)
    acts = [*_collection_acts(library, collections, filed, numbers), *_new_searches(library, searches)]
    acts += [
        arranging.KeepBrief(brief)
        for brief in (with_numbers(one, numbers) for one in briefs)
        if brief.id not in {known.id for known in library.briefs()}
    ]
    if acts:
        library.perform(Several("Import", tuple(acts)))
    return Imported(fresh, len(articles) - fresh, annotations, judgements)


def _acts(library: Library, article_id: int, kept: _Kept, new: bool) -> Iterator[Operation]:
    known = {annotation.id: annotation for annotation in library.annotations(article_id)}
    for annotation in kept.annotations:
        if annotation.id not in known:
            # One that the reader threw away here is not brought back.
            if not library.knows_annotation(annotation.id):
                yield AddAnnotation(article_id, annotation)
        elif annotation.modified > known[annotation.id].modified:
            yield ChangeAnnotation(article_id, annotation)
    words = {judgement.claim.span: judgement for judgement in library.judgements(article_id)}
    for judgement in kept.judgements:
        older = words.get(judgement.claim.span)
        if older is None or judgement.modified > older.modified:
            yield Judge(article_id, judgement)
    said = {word.id for word in library.actor_judgements(article_id)}
    yield from (arranging.JudgeActors(article_id, word) for word in kept.actors if word.id not in said)
    if kept.tags:
        yield arranging.TagArticles((article_id,), kept.tags)
    if new and kept.corrected != Metadata():
        yield arranging.ChangeMetadata(article_id, kept.corrected)
    if new and kept.state is not ReadingState.UNREAD:
        yield arranging.SetReadingState((article_id,), kept.state)


def _collection_acts(
    library: Library,
    collections: Sequence[Collection],
    filed: Sequence[tuple[str, tuple[str, ...]]],
    numbers: dict[str, int],
) -> Iterator[Operation]:
    known = {one.id for one in library.collections()}
    waiting = [one for one in collections if one.id not in known]
    while waiting:
        # A collection follows the one that it lies in; what lies in none that is known comes to the top.
        ready = [one for one in waiting if one.parent is None or one.parent in known]
        for one in ready or [Collection(waiting[0].id, waiting[0].name)]:
            known.add(one.id)
            yield arranging.AddCollection(one)
        waiting = [one for one in waiting if one.id not in known]
    for collection_id, digests in filed:
        members = tuple(numbers[digest] for digest in digests if digest in numbers)
        if members:
            yield arranging.FileArticles(members, collection_id)


def _new_searches(library: Library, searches: Sequence[SavedSearch]) -> Iterator[Operation]:
    known = {one.id for one in library.saved_searches()}
    return (arranging.AddSavedSearch(one) for one in searches if one.id not in known)


def _read_json(archive: zipfile.ZipFile, name: str) -> Any:
    return json.loads(archive.read(name).decode("utf-8", "surrogatepass"))
