"""A library as one `.briefing` file: a zip of originals, articles with findings, W3C annotations and a manifest."""

import json
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from briefing.library import queries, reader_objects
from briefing.library.face import Library
from briefing.library.library_errors import LibraryFailure
from briefing.library.originals import sync, sync_folder
from briefing.library.portable import portable_origin, template_name
from briefing.library.privacy import make_file
from briefing.library.reader_objects import actor_word_object, story_word_object
from briefing.model import KeptArticle, Shelf, ShelfKind, StoredBrief
from briefing.model.analysis_json import article_object, findings_object
from briefing.model.identifiers import digest_of
from briefing.model.message import Message
from briefing.model.web_annotation import annotation_object, judgement_object, page

SUFFIX = ".briefing"
FORMAT = "briefing library"
VERSION = 1

Json = dict[str, Any]


def export_library(library: Library, path: Path, article_ids: Sequence[int] = ()) -> int:
    """Write the library, or only some articles of it, to `path`; returns how many articles. The bin stays behind.

    Raises:
        LibraryFailure: if something cannot be read or the file not be written; what stood at `path` is as it was.
    """
    chosen = _chosen(library, article_ids)
    with _written_whole(path) as unfinished, zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED) as archive:
        digests: dict[str, str] = {}
        for kept in chosen:
            for name, content in _files_of(library, kept):
                _put(archive, digests, name, content)
        _put(archive, digests, "arrangement.json", _json(_arrangement(library, chosen, whole=not article_ids)))
        manifest = {"format": FORMAT, "version": VERSION, "made": datetime.now(UTC).isoformat(), "files": digests}
        archive.writestr("manifest.json", _json(manifest))
    return len(chosen)


def export_annotations(library: Library, path: Path, article_ids: Sequence[int] = ()) -> int:
    """Write annotations and judgements, all or those on some articles, as one W3C page; returns how many.

    Raises:
        LibraryFailure: if something cannot be read or the file not be written; what stood at `path` is as it was.
    """
    chosen = [library.ask(queries.ListedArticle(number)) for number in article_ids] or library.ask(queries.Articles())
    items = [item for kept in chosen for item in annotations_page(library, kept)["items"]]
    with _written_whole(path) as unfinished:
        unfinished.write_bytes(_json(page(items)))
    return len(items)


@contextmanager
def _written_whole(path: Path) -> Iterator[Path]:
    """A file beside `path` that takes its place once it is whole and on the disk."""
    unfinished = path.with_name(f".{path.name}.new")
    try:
        make_file(unfinished)
        yield unfinished
        sync(unfinished)
        unfinished.replace(path)
        sync_folder(path.parent)
    except OSError as fault:
        raise LibraryFailure(Message.of("file.not_written", path=str(path), fault=str(fault.strerror))) from fault
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)


def iri_of(kept: KeptArticle) -> str:
    """What annotations of an article name as their source: its address, else its digest."""
    return kept.origin.address or f"urn:sha256:{kept.origin.digest}"


def annotations_page(library: Library, kept: KeptArticle) -> Json:
    """What the reader wrote on an article, as a W3C `AnnotationPage`."""
    source = iri_of(kept)
    notes = [annotation_object(annotation, source) for annotation in library.ask(queries.AnnotationsOn(kept.id))]
    own = (judgement for judgement in library.ask(queries.JudgementsOn(kept.id)) if not judgement.writer)
    words = [judgement_object(judgement, source) for judgement in own]
    return page([*notes, *words])


def _chosen(library: Library, article_ids: Sequence[int]) -> list[KeptArticle]:
    """The articles with all their versions, in the order in which they were kept."""
    newest = (
        [library.ask(queries.ListedArticle(number)) for number in article_ids]
        if article_ids
        else library.ask(queries.Articles())
    )
    found = {version.id: version for kept in newest for version in library.ask(queries.Versions(kept.id)) or [kept]}
    return [found[number] for number in sorted(found)]


def _files_of(library: Library, kept: KeptArticle) -> Iterable[tuple[str, bytes]]:
    digest = kept.origin.digest
    yield f"articles/{digest}.json", _json(_article(library, kept))
    yield f"articles/{digest}.annotations.jsonld", _json(annotations_page(library, kept))
    yield f"originals/{digest}", library.ask(queries.OriginalBytes(digest))


def _article(library: Library, kept: KeptArticle) -> Json:
    analysis = library.ask(queries.NewestAnalysis(kept.id))
    return {
        **article_object(library.ask(queries.WholeArticle(kept.id))),
        "origin": asdict(portable_origin(kept.origin)),
        "found": asdict(library.ask(queries.FoundMetadata(kept.id))),
        "added": kept.added.isoformat(),
        "state": kept.state.value,
        "place": kept.place,
        "tags": list(kept.tags),
        "findings": findings_object(analysis) if analysis else None,
        "actors_judged": [actor_word_object(word) for word in library.ask(queries.ActorJudgementsOn(kept.id))],
    }


def _arrangement(library: Library, chosen: Sequence[KeptArticle], whole: bool) -> Json:
    """Collections, searches and briefs; of some articles only the collections that they lie in."""
    digests = {kept.id: kept.origin.digest for kept in chosen}
    collections = [
        {
            "id": one.id,
            "name": one.name,
            "parent": one.parent,
            "articles": sorted(
                digests[kept.id]
                for kept in library.ask(queries.Articles(Shelf(ShelfKind.COLLECTION, one.id)))
                if kept.id in digests
            ),
        }
        for one in library.ask(queries.Collections())
    ]
    if not whole:
        return {"collections": _with_parents(collections), "searches": [], "briefs": [], "stories": []}
    return {
        "collections": collections,
        "searches": [asdict(one) for one in library.ask(queries.SavedSearches())],
        "briefs": [_brief(one, digests) for one in library.ask(queries.Briefs())],
        "stories": [story_word_object(word) for word in library.ask(queries.StoryWords())],
    }


def _with_parents(collections: Sequence[Json]) -> list[Json]:
    by_id = {one["id"]: one for one in collections}
    wanted: set[str] = set()
    for one in collections:
        at: Json | None = one if one["articles"] else None
        while at is not None and at["id"] not in wanted:
            wanted.add(at["id"])
            at = by_id.get(at["parent"])
    return [one for one in collections if one["id"] in wanted]


def _brief(kept: StoredBrief, digests: dict[int, str]) -> Json:
    """A brief whose lines name articles by their digests: numbers differ from library to library."""
    found = reader_objects.brief_object(kept) | {"template": template_name(kept.template)}
    for section in found["sections"]:
        for line in section["lines"]:
            if "article" in line:
                line["article"] = digests.get(line["article"])
    return found


def _put(archive: zipfile.ZipFile, digests: dict[str, str], name: str, content: bytes) -> None:
    if name not in digests:
        digests[name] = digest_of(content)
        archive.writestr(name, content)


def _json(found: Any) -> bytes:
    return json.dumps(found, ensure_ascii=False, sort_keys=True, indent=1).encode("utf-8", "surrogatepass")
