"""Takes a `.briefing` file into a library: proved whole first, then merged by identity, all of it or nothing.

What it says of an article's text is compared with what its original says when it is read again, here; what a machine
found in it elsewhere is not taken at all, but found anew.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from briefing.library import organization_operations
from briefing.library.archive_format import Archive, ArchivedArticle, Arrangement, opened
from briefing.library.conflict import annotating, judging
from briefing.library.library_errors import LibraryFailure
from briefing.library.operations import AddAnnotation, Judge, Operation, Several
from briefing.library.store import Library
from briefing.model import Article, BinnedKind, Collection, Metadata, Origin, ReadingState, StoredBrief
from briefing.records import dataclass


@dataclass(frozen=True, slots=True)
class Unread:
    """An original could not be read again; `sentence` says why."""

    sentence: str


Reader = Callable[[bytes, Origin], Sequence[Article] | Unread]
"""Reads an original again, in the ways in which one of such an origin may have been read; the likeliest first."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did; `left_out` says of articles why they were not taken."""

    articles: int = 0
    known: int = 0
    annotations: int = 0
    judgements: int = 0
    left_out: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """What was left out, for the reader; "" if nothing was."""
        if not self.left_out:
            return ""
        number = "1 article was" if len(self.left_out) == 1 else f"{len(self.left_out)} articles were"
        return f"{number} left out, as their originals could not be read again: {self.left_out[0]}"


def import_library(library: Library, path: Path, read: Reader) -> Imported:
    """Merge a `.briefing` file into the library; what is there already stays, and no word of the reader's is lost.

    Raises:
        LibraryFailure: if the file is none, is damaged, or cannot be read; the library is then as it was.
    """
    with opened(path) as archive:
        digests = archive.prove()
        arrangement = archive.arrangement()
        # Before the library is written to: to read all originals takes its time, and nobody else could write.
        proved: dict[str, Article] = {}
        left_out: list[str] = []
        for digest in digests:
            if library.find(digest) is None:
                told = archive.article(digest).article
                found = _read_again(told, archive.original(digest), read)
                if isinstance(found, Unread):
                    left_out.append(found.sentence)
                    continue
                proved[digest] = found
        coming = [digest for digest in digests if digest in proved or library.find(digest) is not None]
        try:
            with library.together():
                return replace(_merge(library, archive, coming, proved, arrangement), left_out=tuple(left_out))
        except LibraryFailure as failure:
            raise LibraryFailure(f"{path} could not be imported: {failure.sentence}") from failure


def _read_again(told: Article, original: bytes, read: Reader) -> Article | Unread:
    """The article as its original says it; where it came from is told by the file."""
    found = read(original, told.origin)
    if isinstance(found, Unread):
        return found
    true = next((one for one in found if (one.text, one.blocks) == (told.text, told.blocks)), found[0])
    # A file says itself which page it is one of; a page does not say where it was fetched.
    address = true.origin.address if told.origin.file else told.origin.address
    origin = replace(true.origin, address=address, file=told.origin.file, digest=told.digest)
    return replace(true, origin=origin)


def _merge(
    library: Library, archive: Archive, digests: Sequence[str], proved: dict[str, Article], arrangement: Arrangement
) -> Imported:
    numbers: dict[str, int] = {}
    fresh = annotations = judgements = 0
    for digest in digests:
        kept = archive.article(digest)
        listed, new = library.keep_article(proved.get(digest, kept.article), archive.original(digest))
        acts = list(_acts(library, listed.id, kept, new))
        if acts:
            library.perform(Several("Import", tuple(acts)))
        if new:
            library.keep_place(listed.id, kept.place)
        numbers[digest] = listed.id
        fresh += new
        annotations += sum(isinstance(act, AddAnnotation) for act in acts)
        judgements += sum(isinstance(act, Judge) for act in acts)
    acts = list(_arranging_acts(library, arrangement, numbers))
    if acts:
        library.perform(Several("Import", tuple(acts)))
    return Imported(fresh, len(digests) - fresh, annotations, judgements)


def _acts(library: Library, article_id: int, kept: ArchivedArticle, new: bool) -> Iterator[Operation]:
    known = {annotation.id: annotation for annotation in library.annotations(article_id)}
    seen: set[str] = set()
    for annotation in kept.annotations:
        is_known = annotation.id in seen or library.knows_annotation(annotation.id)
        for act in annotating(article_id, annotation, known.get(annotation.id), is_known):
            again = act.annotation.id in seen or library.knows_annotation(act.annotation.id)
            if not (isinstance(act, AddAnnotation) and again):
                yield act
            seen.add(act.annotation.id)
    words = {judgement.claim.span: judgement for judgement in library.judgements(article_id)}
    for judgement in kept.judgements:
        judged = judging(article_id, judgement, words.get(judgement.claim.span))
        if judged:
            words[judgement.claim.span] = judged.judgement
            yield judged
    said = {word.id for word in library.actor_judgements(article_id)}
    for word in kept.actors:
        if word.id not in said and not library.knows_actor_judgement(word.id):
            said.add(word.id)
            yield organization_operations.JudgeActors(article_id, word)
    if kept.tags:
        yield organization_operations.TagArticles((article_id,), kept.tags)
    if new and kept.corrected != Metadata():
        yield organization_operations.ChangeMetadata(article_id, kept.corrected)
    if new and kept.state is not ReadingState.UNREAD:
        yield organization_operations.SetReadingState((article_id,), kept.state)


def _arranging_acts(library: Library, arrangement: Arrangement, numbers: dict[str, int]) -> Iterator[Operation]:
    known = {one.id for one in library.collections()}
    # What the reader threw away here is not brought back.
    coming = [one for one, _ in arrangement.collections if not library.knows(BinnedKind.COLLECTION, one.id)]
    for one in _in_order(coming, known):
        yield organization_operations.AddCollection(one)
    there = known | {one.id for one in coming}
    for one, digests in arrangement.collections:
        members = tuple(numbers[digest] for digest in digests if digest in numbers)
        if members and one.id in there:
            yield organization_operations.FileArticles(members, one.id)
    for search in {one.id: one for one in arrangement.searches}.values():
        if not library.knows(BinnedKind.SAVED_SEARCH, search.id):
            yield organization_operations.AddSavedSearch(search)
    for brief, about in {brief.id: (brief, about) for brief, about in arrangement.briefs}.values():
        if not library.knows(BinnedKind.BRIEF, brief.id):
            yield organization_operations.KeepBrief(_with_numbers(brief, about, numbers))


def _in_order(waiting: Sequence[Collection], known: set[str]) -> Iterator[Collection]:
    """Collections, each behind the one that it lies in; what lies in none that is known comes to the top."""
    below: dict[str | None, list[Collection]] = {}
    ids = {one.id for one in waiting}
    for one in waiting:
        is_placed = one.parent in ids or one.parent in known
        at_top = one if is_placed or one.parent is None else Collection(one.id, one.name)
        below.setdefault(one.parent if one.parent in ids else None, []).append(at_top)
    ready = list(reversed(below.get(None, [])))
    while ready:
        one = ready.pop()
        yield one
        ready += reversed(below.get(one.id, []))


def _with_numbers(brief: StoredBrief, about: Sequence[Sequence[str | None]], numbers: dict[str, int]) -> StoredBrief:
    """A brief with the numbers of this library; lines on articles that are not here are left out."""
    sections = tuple(
        replace(
            section,
            lines=tuple(
                replace(line, article_id=numbers[digest]) if digest is not None else line
                for line, digest in zip(section.lines, digests, strict=True)
                if digest is None or digest in numbers
            ),
        )
        for section, digests in zip(brief.sections, about, strict=True)
    )
    return replace(brief, sections=sections)
