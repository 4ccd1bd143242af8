"""A `.briefing` file as it comes from anybody: every part of it is of its type and within limits, or it is refused.

It is looked through as a whole before anything is made of it, and read again part by part, so that a library as large
as a disk comes in without standing in memory.
"""

import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from briefing.library.archive_export import FORMAT, VERSION
from briefing.library.archive_parts import (
    MOST_PARTS,
    ArrangementPart,
    ArticlePart,
    CollectionPart,
    ManifestPart,
    StoryWordPart,
    digests,
    stored,
)
from briefing.library.json_size import is_crowded
from briefing.library.library_errors import LibraryFailure, prove_file
from briefing.library.portable import name_told, portable_origin, web_address
from briefing.model import (
    ActorJudgement,
    Annotation,
    Article,
    Block,
    Collection,
    Judgement,
    Locator,
    Metadata,
    Origin,
    ReadingState,
    SavedSearch,
    Span,
    StoredBrief,
)
from briefing.model.identifiers import digest_of
from briefing.model.message import Message
from briefing.model.story_word import StatementAnchor, StoryWord
from briefing.model.web_annotation import annotation_from, is_judgement, judgement_from, objects_in

LARGEST = 4 * 2**30
"""Bytes that all files of an archive may have when unpacked."""

LARGEST_RATIO = 200
"""How many times as large as the archive its files may be, beyond `SPARE`; a bomb has thousands."""

SPARE = 64 * 2**20

LARGEST_PART = 128 * 2**20
"""Bytes of one file in it: an article is read from at most 50 million."""

DEEPEST = 100
"""Collections that may lie in one another."""

_NAME = re.compile(
    r"(manifest|arrangement)\.json|articles/[0-9a-f]{64}(\.json|\.annotations\.jsonld)|originals/[0-9a-f]{64}"
)
_ARTICLE = re.compile(r"articles/[0-9a-f]{64}\.json")

T = TypeVar("T")


class ArchivedArticle(msgspec.Struct, frozen=True):
    """One article of the file with all that the reader wrote on it; what the machine found in it is not taken."""

    article: Article
    added: datetime
    state: ReadingState
    place: int
    tags: tuple[str, ...]
    corrected: Metadata
    annotations: tuple[Annotation, ...]
    judgements: tuple[Judgement, ...]
    actors: tuple[ActorJudgement, ...]


class Arrangement(msgspec.Struct, frozen=True):
    """What the file says of all articles: collections with the digests of what lies in each, searches, briefs.

    Beside a brief stands for each line of each section the digest of the article that it is about, or None.
    """

    collections: tuple[tuple[Collection, tuple[str, ...]], ...]
    searches: tuple[SavedSearch, ...]
    briefs: tuple[tuple[StoredBrief, tuple[tuple[str | None, ...], ...]], ...]
    stories: tuple[StoryWord, ...] = ()


def _story_word(found: StoryWordPart) -> StoryWord:
    statements = tuple(StatementAnchor(one.digest, one.start, one.exact) for one in found.statements)
    name = name_told(found.name) if found.name else ""
    return StoryWord(
        found.id, found.verdict, tuple(found.articles), tuple(found.others), statements, name, found.created
    )


class Archive:
    """A `.briefing` file that was opened.

    Args:
        path: of the file.
        zipped: the file.
    """

    def __init__(self, path: Path, zipped: zipfile.ZipFile) -> None:
        self._path = path
        self._zipped = zipped

    def prove(self) -> list[str]:
        """Look through all of it; gives the digests of its articles, in the order in which they were kept.

        Raises:
            LibraryFailure: if it is not what it says, or no such file at all.
        """
        entries = self._zipped.infolist()
        packed, unpacked = self._path.stat().st_size, sum(entry.file_size for entry in entries)
        if unpacked > min(LARGEST, LARGEST_RATIO * packed + SPARE):
            raise LibraryFailure(Message.of("archive.would_unpack", path=str(self._path), unpacked=unpacked // 2**20))
        if len(entries) > MOST_PARTS or any(entry.file_size > LARGEST_PART for entry in entries):
            raise LibraryFailure(Message.of("archive.too_much", path=str(self._path)))
        if any(entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for entry in entries):
            # Python unpacks what is packed otherwise without a limit: 4 KB may become gigabytes.
            raise LibraryFailure(Message.of("archive.packing", path=str(self._path)))
        strange = next((entry.filename for entry in entries if not _NAME.fullmatch(entry.filename)), None)
        if strange is not None:
            raise LibraryFailure(Message.of("archive.strange", path=str(self._path), strange=strange[:80]))
        self._prove_manifest([entry.filename for entry in entries])
        self.arrangement()
        added = {}
        for name in filter(_ARTICLE.fullmatch, self._zipped.namelist()):
            one = self.article(name.removeprefix("articles/").removesuffix(".json"))
            added[one.article.digest] = one.added
        return sorted(added, key=lambda digest: (added[digest], digest))

    def _prove_manifest(self, names: list[str]) -> None:
        manifest = self._read("manifest.json", ManifestPart)
        if manifest.format != FORMAT:
            raise LibraryFailure(Message.of("archive.none", path=str(self._path)))
        if manifest.version > VERSION:
            raise LibraryFailure(Message.of("archive.newer", path=str(self._path)))
        rest = set(names) - {"manifest.json"}
        needed = {f"{one[:-5]}.annotations.jsonld" for one in rest if _ARTICLE.fullmatch(one)}
        needed |= {f"originals/{one[9:-5]}" for one in rest if _ARTICLE.fullmatch(one)} | {"arrangement.json"}
        if len(set(names)) < len(names) or rest != set(manifest.files) or not needed <= rest:
            raise LibraryFailure(Message.of("archive.not_whole", path=str(self._path)))
        for name, digest in manifest.files.items():
            named = name.removeprefix("originals/")
            if digest_of(self._zipped.read(name)) != digest or (named != name and named != digest):
                raise LibraryFailure(Message.of("archive.damaged_at", path=str(self._path), name=name))

    def original(self, digest: str) -> bytes:
        """The bytes that an article was read from."""
        return self._zipped.read(f"originals/{digest}")

    def article(self, digest: str) -> ArchivedArticle:
        """One article.

        Raises:
            ValueError: if it is none.
        """
        found = self._read(f"articles/{digest}.json", ArticlePart)
        if found.origin.digest != digest:
            raise ValueError(f"articles/{digest}.json tells of another article")
        blocks = tuple(Block(one.kind, Span(one.start, one.end), one.level) for one in found.blocks)
        ends = (0, *(block.span.end for block in blocks))
        if any(block.span.start < end for block, end in zip(blocks, ends, strict=False)) or ends[-1] > len(found.text):
            raise ValueError("its blocks do not lie within its text")
        locators = tuple(Locator(one.start, one.number, one.label, one.kind) for one in found.locators)
        told = msgspec.structs.asdict(found.origin)
        before = {name: value for name, value in msgspec.structs.asdict(found.found).items() if value is not None}
        corrected = {name: name_told(told[name]) for name, value in before.items() if told[name] != value}
        if "address" in corrected:
            corrected["address"] = web_address(corrected["address"])
        origin = Origin(**{**told, **before})
        notes = objects_in(self._read(f"articles/{digest}.annotations.jsonld", Any))
        return ArchivedArticle(
            Article(found.text, blocks, portable_origin(origin), locators),
            found.added,
            found.state,
            found.place,
            tuple(map(name_told, found.tags)),
            Metadata(**corrected),
            tuple(annotation_from(note) for note in notes if not is_judgement(note)),
            tuple(judgement_from(note) for note in notes if is_judgement(note)),
            tuple(
                ActorJudgement(w.id, w.verdict, name_told(w.name), tuple(w.names), w.created)
                for w in found.actors_judged
            ),
        )

    def arrangement(self) -> Arrangement:
        """Collections, searches and briefs.

        Raises:
            ValueError: if they are none.
        """
        found = self._read("arrangement.json", ArrangementPart)
        _prove_nesting(found.collections)
        return Arrangement(
            tuple(
                (Collection(one.id, name_told(one.name), one.parent), tuple(one.articles)) for one in found.collections
            ),
            tuple(SavedSearch(one.id, name_told(one.name), name_told(one.typed)) for one in found.searches),
            tuple((stored(one), digests(one)) for one in found.briefs),
            tuple(map(_story_word, found.stories)),
        )

    def _read(self, name: str, kind: type[T]) -> T:
        # What is too deep for msgspec raises RecursionError; it takes no Infinity, no half surrogate, no second type.
        data = self._zipped.read(name)
        if kind is Any and is_crowded(data):
            raise ValueError(f"{name} holds more than any such file does")
        return msgspec.json.decode(data, type=kind)


@contextmanager
def opened(path: Path) -> Iterator[Archive]:
    """Open a `.briefing` file; whatever is wrong with it is told in one sentence that names it.

    Raises:
        LibraryFailure: if it cannot be read.
    """
    prove_file(path)
    try:
        with zipfile.ZipFile(path) as zipped:
            yield Archive(path, zipped)
    except OSError as fault:
        told = fault.strerror or Message("archive.no_whole")
        raise LibraryFailure(Message.of("file.unreadable", path=str(path), fault=told)) from fault
    except (zipfile.BadZipFile, zlib.error, struct.error, EOFError, RuntimeError, NotImplementedError) as fault:
        if isinstance(fault, RecursionError):
            raise LibraryFailure(Message.of("archive.nested", path=str(path))) from fault
        raise LibraryFailure(Message.of("archive.incomplete", path=str(path))) from fault
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError, MemoryError) as fault:
        what = " ".join(str(fault).split())[:200]
        raise LibraryFailure(Message.of("archive.unknown", path=str(path), what=what)) from fault


def _prove_nesting(collections: list[CollectionPart]) -> None:
    """See that each collection is told once and lies at the top in the end."""
    parents = {one.id: one.parent for one in collections}
    if len(parents) < len(collections):
        raise ValueError("a collection is told twice")
    depths: dict[str | None, int] = {None: 0}
    for start in parents:
        way: list[str] = []
        at: str | None = start
        while at not in depths and at in parents:
            if at in way[-DEEPEST:] or len(way) >= DEEPEST:
                raise ValueError("its collections lie in one another without end")
            way.append(at)
            at = parents[at]
        depth = depths.get(at, 0)
        for one in reversed(way):
            depth += 1
            depths[one] = depth
        if depth > DEEPEST:
            raise ValueError("its collections lie too deep in one another")
