"""Takes W3C Web Annotations, Briefing's own or those that Hypothesis exports, into a library: placed by their words."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from briefing.library import queries
from briefing.library.anchoring import locate, standing, standing_disputes
from briefing.library.conflict import AnnotationMerge, judging, said_in_words
from briefing.library.face import Library
from briefing.library.json_size import is_crowded
from briefing.library.library_errors import LibraryFailure, prove_file
from briefing.library.operations import Operation, Several
from briefing.model import Judgement, KeptArticle, Placing
from briefing.model.catalogue import WRITTEN, in_english
from briefing.model.message import Message
from briefing.model.web_annotation import (
    NotAnAnnotation,
    TooLong,
    annotation_from,
    is_judgement,
    judgement_from,
    objects_in,
    source_of,
)
from briefing.records import dataclass

SUFFIXES = (".jsonld", ".json")
LARGEST = 64 * 2**20
"""Bytes of a file of annotations; a hundred thousand notes are less than half of it."""

_MARK = (b'"target"', b'"annotations"', b'"items"')


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of the annotations of a file.

    Attributes:
        annotations: that are new, or newer than the library's.
        judgements: likewise.
        known: that the library had as new or newer.
        orphans: of the new annotations, those whose words stand nowhere in their article; they are kept and listed.
        elsewhere: whose article is not in the library, or that are about no passage; they were left out.
    """

    annotations: int = 0
    judgements: int = 0
    known: int = 0
    orphans: int = 0
    elsewhere: int = 0

    @property
    def message(self) -> Message:
        """All of it in words, without a full stop."""
        told = [Message.of("archive.annotations_taken", annotations=self.annotations, judgements=self.judgements)]
        for code, number in (("orphans", self.orphans), ("known", self.known), ("elsewhere", self.elsewhere)):
            if number:
                told.append(Message.of(f"archive.annotations_{code}", n=number))
        return Message.of("list.clauses", parts=tuple(told))

    @property
    def sentence(self) -> str:
        """The same in English."""
        return in_english(self.message)


def holds_annotations(path: Path) -> bool:
    """Whether a file is one of annotations, by its suffix and its first object; a file that cannot be read is none."""
    if path.suffix.lower() not in SUFFIXES:
        return False
    try:
        return bool(_objects(path)) or path.suffix.lower() == ".jsonld"
    except (LibraryFailure, NotAnAnnotation):
        return path.suffix.lower() == ".jsonld"


def import_annotations(library: Library, path: Path, language: str = WRITTEN) -> Taken:
    """Add the annotations and judgements of a file to the articles that they name, as one step that can be undone.

    An article is known by its address or its digest. An annotation with the identity of a known one is put in its place
    if it is newer, and what it does not say of the other is kept beside it; a judgement adds to that on the same words.

    Args:
        library: that it is added to.
        path: of the file.
        language: code of the language of what has to be said in the reader's notes.

    Raises:
        LibraryFailure: if the file cannot be read or holds no annotations; the library is as it was.
    """
    try:
        found = _objects(path)
    except NotAnAnnotation as fault:
        raise LibraryFailure(Message.of("file.no_annotations", path=str(path), fault=fault.message)) from fault
    try:
        taken, operations = _gone_through(library, found, language)
    except TooLong as fault:
        raise LibraryFailure(Message.of("file.not_taken_in", path=str(path), fault=fault.message)) from fault
    if operations:
        library.perform(Several(tuple(operations)))
    return taken


def _gone_through(library: Library, found: Sequence[dict[str, Any]], language: str) -> tuple[Taken, list[Operation]]:
    """What becomes of the annotations, and what is to be done for that."""
    articles = articles_by_source(library)
    operations: list[Operation] = []
    merge = AnnotationMerge(library, language)
    counts = dict.fromkeys(("annotations", "judgements", "known", "orphans", "elsewhere"), 0)
    by_source: dict[str, list[dict[str, Any]]] = {}
    for one in found:
        by_source.setdefault(plain_address(source_of(one)), []).append(one)
    for source, mine in by_source.items():
        kept = _most_fitting(library, articles.get(source, []), mine)
        if kept is None:
            counts["elsewhere"] += len(mine)
            continue
        for kind, operation in _acts(library, merge, kept, mine):
            counts[kind] += 1
            operations += [operation] if operation else []
    return Taken(**counts), operations


def _objects(path: Path) -> list[dict[str, Any]]:
    prove_file(path)
    try:
        if path.stat().st_size > LARGEST:
            raise LibraryFailure(Message.of("file.too_large", path=str(path), most=LARGEST // 2**20))
        data = path.read_bytes().removeprefix(b"\xef\xbb\xbf")
    except OSError as fault:
        raise LibraryFailure(Message.of("file.unreadable", path=str(path), fault=str(fault.strerror))) from fault
    if not any(mark in data for mark in _MARK):
        raise NotAnAnnotation(Message("file.no_such_words"))
    if is_crowded(data):
        raise LibraryFailure(Message.of("file.too_much", path=str(path)))
    # Imported here: a start imports this module, and decodes nothing.
    import msgspec

    try:
        found = msgspec.json.decode(data)
    except (ValueError, RecursionError) as fault:
        raise LibraryFailure(Message.of("file.no_json", path=str(path))) from fault
    annotations = [one for one in objects_in(found) if "target" in one]
    if not annotations and objects_in(found):
        raise NotAnAnnotation(Message("file.about_nothing"))
    return annotations


def articles_by_source(library: Library) -> dict[str, list[KeptArticle]]:
    """The articles for each address and each digest; older versions lead to the newest."""
    known: dict[str, list[KeptArticle]] = {}
    for kept in library.ask(queries.Articles()):
        versions = library.ask(queries.Versions(kept.id)) if kept.former is not None else []
        names = [
            name
            for version in versions or [kept]
            for name in (f"urn:sha256:{version.origin.digest}", plain_address(version.origin.address))
            if name
        ]
        for name in dict.fromkeys(names):
            known.setdefault(name, []).append(kept)
    return known


def _most_fitting(
    library: Library, articles: Sequence[KeptArticle], found: Sequence[dict[str, Any]]
) -> KeptArticle | None:
    """Of several articles that tell the same address, that in which most of the passages stand."""
    if len(articles) < 2:
        return articles[0] if articles else None
    passages = []
    for one in found:
        with suppress(NotAnAnnotation):
            passages.append(annotation_from(one).anchor)
    texts = {kept.id: library.ask(queries.WholeArticle(kept.id)).text for kept in articles}
    return max(articles, key=lambda kept: sum(standing(one, texts[kept.id]) is not None for one in passages))


def plain_address(source: str) -> str:
    """An address without what does not tell pages apart: its scheme, fragment, and a slash at its end."""
    try:
        parts = urlsplit(source)
    except ValueError:
        return source  # it only looks like an address
    if parts.scheme not in ("http", "https"):
        return source
    query = f"?{parts.query}" if parts.query else ""
    return f"{parts.netloc.lower().removeprefix('www.')}{parts.path.rstrip('/')}{query}"


def _acts(
    library: Library, merge: AnnotationMerge, kept: KeptArticle, found: Sequence[dict[str, Any]]
) -> Iterator[tuple[str, Operation | None]]:
    """What is to be done with each annotation of an article, and as what it counts; an orphan counts as both."""
    text = library.ask(queries.WholeArticle(kept.id)).text
    own = (judgement for judgement in library.ask(queries.JudgementsOn(kept.id)) if not judgement.writer)
    words = {judgement.claim.span: judgement for judgement in own}
    for one in found:
        try:
            thing = judgement_from(one) if is_judgement(one) and _assesses(one) else annotation_from(one)
        except NotAnAnnotation:
            yield "elsewhere", None
            continue
        place = locate(thing.claim if isinstance(thing, Judgement) else thing.anchor, text)
        if isinstance(thing, Judgement):
            if place.placing is not Placing.ORPHAN:
                claimed = standing(thing.words, text) if thing.words else None
                disputed_by = standing_disputes(thing, text)
                placed = replace(thing, claim=place.anchor, words=claimed, disputed_by=disputed_by)
                judged = judging(kept.id, placed, words.get(place.anchor.span), language=merge.language)
                if judged:
                    words[place.anchor.span] = judged.judgement
                yield ("judgements" if judged else "known"), judged
                continue
            # Of a claim that stands nowhere nothing can be said: what the reader wrote of it is kept as a note.
            thing = replace(annotation_from(one), note=said_in_words(thing, merge.language))
        acts = list(merge.acts(kept.id, thing))
        if not acts:
            yield "known", None
            continue
        if place.placing is Placing.ORPHAN:
            yield "orphans", None
        yield "annotations", Several(tuple(acts))


def _assesses(found: dict[str, Any]) -> bool:
    """Whether an assessment is one of Briefing's: that of another program is a note like any other."""
    body = found.get("body")
    return isinstance(body, dict) and body.get("purpose") == "assessing"
