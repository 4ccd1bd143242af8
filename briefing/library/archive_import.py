"""Takes a `.briefing` file into a library: proved whole first, then merged by identity, all of it or nothing.

What it says of an article's text is compared with what its original says when it is read again, here; what a machine
found in it elsewhere is not taken at all, but found anew.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import field, fields, replace
from pathlib import Path

import msgspec

from briefing.library import organization_operations, queries
from briefing.library.archive_format import Archive, ArchivedArticle, Arrangement, opened
from briefing.library.conflict import AnnotationMerge, judging, judging_later, kept_actors, kept_brief, kept_search
from briefing.library.face import Library
from briefing.library.library_errors import LibraryFailure
from briefing.library.merge_ancestor import MergeBase, base_of, is_written_on, said_in_brief, said_in_search
from briefing.library.merge_deletions import Deletions
from briefing.library.operations import AddAnnotation, Judge, Operation, Several
from briefing.library.portable import harmless
from briefing.library.written_remarks import with_remarks_in_text
from briefing.model import (
    Article,
    BinnedKind,
    BriefLine,
    Collection,
    LineKind,
    Metadata,
    Origin,
    ReadingState,
    SavedSearch,
    StoredBrief,
)
from briefing.model.catalogue import WRITTEN, catalogue, in_english
from briefing.model.message import Message, together
from briefing.records import dataclass


@dataclass(frozen=True, slots=True)
class Unread:
    """An original could not be read again; `message` says why."""

    message: Message


Reader = Callable[[bytes, Origin], Sequence[Article] | Unread]
"""Reads an original again, in the ways in which one of such an origin may have been read; the likeliest first."""


UNVERIFIED = Message("archive.unverified_tag")
"""The tag of an article whose text is as a file tells it, as its original could not be read again here; it is given in
the language of the reader who imports it, and from then on is one of his tags."""

MOST_NAMED = 50
"""Articles that are named in one sentence; the tag finds all."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did.

    Attributes:
        articles: that are new.
        known: that were here.
        annotations: that are new, or newer.
        judgements: that are new, or say more.
        unverified: of articles of which the text is as the file tells it: title, and why it could not be read again.
        kept_here: what is called otherwise here and keeps that name, with both names.
        deleted: what was deleted in the copy, and is here, too.
        not_deleted: what was deleted in the copy, and was changed here or is a colleague's, by name.
        base: what the file and the library have alike now, if one is a copy of the other.
    """

    articles: int = 0
    known: int = 0
    annotations: int = 0
    judgements: int = 0
    unverified: tuple[Message, ...] = ()
    kept_here: tuple[Message, ...] = ()
    deleted: int = 0
    not_deleted: tuple[Message, ...] = ()
    base: MergeBase = MergeBase()

    @property
    def message(self) -> Message:
        """How much was taken in."""
        return Message.of(
            "archive.taken_in",
            articles=self.articles,
            known=self.known,
            annotations=self.annotations,
            judgements=self.judgements,
        )

    @property
    def messages(self) -> tuple[Message, ...]:
        """What the reader has to know of it besides; nothing if there is nothing."""
        told = []
        if self.unverified:
            names, number = _listed(self.unverified), len(self.unverified)
            told.append(Message.of("archive.unverified", n=number, tag=UNVERIFIED, names=names))
        if self.kept_here:
            told.append(Message.of("archive.kept_here", names=_listed(self.kept_here)))
        if self.deleted:
            told.append(Message.of("archive.deleted", n=self.deleted))
        if self.not_deleted:
            told.append(Message.of("archive.not_deleted", names=_listed(self.not_deleted)))
        return tuple(told)

    @property
    def sentence(self) -> str:
        """The same in English; "" if there is nothing."""
        return in_english(together(self.messages))


def _listed(named: Sequence[Message]) -> tuple[Message, ...]:
    more = len(named) - MOST_NAMED
    return (*named[:MOST_NAMED], *([Message.of("list.and_more", number=more)] if more > 0 else []))


@dataclass(frozen=True, slots=True)
class _Proof:
    """What reading the originals again has shown: the articles, and what could not be read."""

    articles: dict[str, Article] = field(default_factory=dict)
    unread: dict[str, Message] = field(default_factory=dict)


def import_library(
    library: Library,
    path: Path,
    read: Reader,
    language: str = WRITTEN,
    base: MergeBase | None = None,
    is_whole: bool = False,
) -> Imported:
    """Merge a `.briefing` file into the library; what is there already stays, and no word of the reader's is lost.

    Args:
        library: that it is merged into.
        path: of the file.
        read: reads an original again.
        language: code of the language of what has to be said in the reader's notes and tags.
        base: what the library and the file last had alike, if one is a working copy of the other: what was deleted in
            the file since is deleted here, what was deleted here since does not come back, and of the reader's words
            on a claim the later holds.
        is_whole: whether what the file does not hold is deleted there.

    Raises:
        LibraryFailure: if the file is none, is damaged, or cannot be read; the library is then as it was.
    """
    with opened(path) as archive:
        digests = archive.prove()
        arrangement = archive.arrangement()
        # Before the library is written to: to read all originals takes its time, and nobody else could write.
        proof = _Proof()
        for digest in digests:
            if library.ask(queries.ArticleByDigest(digest)) is None:
                told = archive.article(digest).article
                found = _read_again(told, archive.original(digest), read)
                if isinstance(found, Unread):
                    name = told.origin.title or told.origin.file or told.origin.address or digest[:12]
                    proof.unread[digest] = Message.of("archive.unread", name=name, why=found.message)
                    found = harmless(told)
                proof.articles[digest] = found
        try:
            with library.together():
                merge = _Merge(library, archive, proof, language, base)
                done = merge.done(digests, arrangement)
                return done if base is None else _deleted(library, base, done, is_whole)
        except LibraryFailure as failure:
            raise LibraryFailure(Message.of("archive.failed", path=str(path), why=failure.message)) from failure


def _without_text(kept: ArchivedArticle) -> ArchivedArticle:
    """An article of which the texts of all that are merged need not stand in memory."""
    return msgspec.structs.replace(kept, article=replace(kept.article, text="", blocks=(), locators=()))


def _deleted(library: Library, base: MergeBase, done: Imported, is_whole: bool) -> Imported:
    deletions = Deletions(library, base, done.base, is_whole)
    deletions.perform()
    return replace(done, deleted=deletions.done, not_deleted=tuple(deletions.kept))


def _read_again(told: Article, original: bytes, read: Reader) -> Article | Unread:
    """The article as its original says it; where it came from is told by the file."""
    found = read(original, told.origin)
    if isinstance(found, Unread):
        return found
    true = next((one for one in found if _is_text_of(one, told)), None)
    if true is None and any(_is_text_of(with_remarks_in_text(one), told) for one in found if one.markup.remarks):
        return harmless(told)
    true = true or found[0]
    # A file says itself which page it is one of; a page does not say where it was fetched.
    address = true.origin.address if told.origin.file else told.origin.address
    origin = replace(true.origin, address=address, file=told.origin.file, digest=told.digest)
    return replace(true, origin=origin)


def _is_text_of(one: Article, told: Article) -> bool:
    return (one.text, one.blocks) == (told.text, told.blocks)


class _Merge:
    """One file on its way into a library."""

    def __init__(
        self, library: Library, archive: Archive, proof: _Proof, language: str, base: MergeBase | None
    ) -> None:
        self._judging = judging if base is None else judging_later
        self._base, self._is_copy = base or MergeBase(), base is not None
        self._library = library
        self._archive = archive
        self._proof = proof
        self._annotations = AnnotationMerge(library, language)
        self._unverified = catalogue(language).words(UNVERIFIED)
        self._kept_here: list[Message] = []

    def done(self, digests: Sequence[str], arrangement: Arrangement) -> Imported:
        """Take all of it in; gives what was done."""
        numbers: dict[str, int] = {}
        told: list[ArchivedArticle] = []
        fresh = annotations = judgements = 0
        for digest in digests:
            kept = self._archive.article(digest)
            if self._is_copy:
                told.append(_without_text(kept))
            kept = self._base.written_since(kept)
            if self._was_deleted_here(kept):
                continue
            article = self._proof.articles.get(digest, kept.article)
            listed, new = self._library.keep_article(article, self._archive.original(digest))
            acts = list(self._acts(listed.id, kept, new))
            if new and digest in self._proof.unread:
                acts.append(organization_operations.TagArticles((listed.id,), (self._unverified,)))
            if acts:
                self._library.perform(Several(tuple(acts)))
            if new:
                self._library.keep_place(listed.id, kept.place)
            numbers[digest] = listed.id
            fresh += new
            annotations += sum(isinstance(act, AddAnnotation) for act in acts)
            judgements += sum(isinstance(act, Judge) for act in acts)
        acts = list(self._arranging_acts(arrangement, numbers))
        if acts:
            self._library.perform(Several(tuple(acts)))
        unread = tuple(self._proof.unread.values())
        known = len(digests) - fresh
        return Imported(
            fresh,
            known,
            annotations,
            judgements,
            unread,
            tuple(self._kept_here),
            base=base_of(told, arrangement) if self._is_copy else MergeBase(),
        )

    def _was_deleted_here(self, kept: ArchivedArticle) -> bool:
        """Whether both had an article that is gone or in the bin here, and on which nothing was written since."""
        if kept.article.digest not in self._base.articles or is_written_on(kept):
            return False
        here = self._library.ask(queries.ArticleByDigest(kept.article.digest))
        return here is None or here.removed is not None

    def _acts(self, article_id: int, kept: ArchivedArticle, new: bool) -> Iterator[Operation]:
        for annotation in kept.annotations:
            yield from self._annotations.acts(article_id, annotation)
        # What a colleague at a desk says is not the reader's: his word begins beside it.
        own = (one for one in self._library.ask(queries.JudgementsOn(article_id)) if not one.writer)
        words = {judgement.claim.span: judgement for judgement in own}
        for judgement in kept.judgements:
            known = words.get(judgement.claim.span)
            judged = self._judging(article_id, judgement, known, language=self._annotations.language)
            if judged:
                words[judgement.claim.span] = judged.judgement
                yield judged
        said = {word.id: word for word in self._library.ask(queries.ActorJudgementsOn(article_id))}
        for word in kept.actors:
            coming = kept_actors(word, said.get(word.id) or self._library.ask(queries.ActorJudgementAnywhere(word.id)))
            if coming and coming.id not in said and not self._library.ask(queries.ActorJudgementAnywhere(coming.id)):
                said[coming.id] = coming
                yield organization_operations.JudgeActors(article_id, coming)
        if kept.tags:
            yield organization_operations.TagArticles((article_id,), kept.tags)
        corrected = self._corrected(article_id, kept.corrected, new)
        if corrected != Metadata():
            yield organization_operations.ChangeMetadata(article_id, corrected)
        if new and kept.state is not ReadingState.UNREAD:
            yield organization_operations.SetReadingState((article_id,), kept.state)

    def _corrected(self, article_id: int, coming: Metadata, new: bool) -> Metadata:
        """The details that the file corrects, without those that the reader corrected here."""
        if new:
            return coming
        here = self._library.ask(queries.ListedArticle(article_id))
        taken = {}
        for name in (one.name for one in fields(Metadata)):
            theirs, mine = getattr(coming, name), getattr(here.origin, name)
            if theirs is None or theirs == mine:
                continue
            if name not in here.edited:
                taken[name] = theirs
            elif theirs:
                field = Message(f"field.{name}")
                self._kept_here.append(Message.of("archive.named", mine=str(mine), field=field, theirs=str(theirs)))
        return Metadata(**taken)

    def _arranging_acts(self, arrangement: Arrangement, numbers: dict[str, int]) -> Iterator[Operation]:
        yield from self._collecting_acts(arrangement, numbers)
        base = self._base
        searches: dict[str, SavedSearch] = {}
        for search in arrangement.searches:
            found = kept_search(
                search, searches.get(search.id) or self._library.ask(queries.SavedSearchAnywhere(search.id))
            )
            if (
                found
                and found.id not in searches
                and base.searches.get(search.id) != said_in_search(search)
                and not self._library.ask(queries.IsKnown(BinnedKind.SAVED_SEARCH, found.id))
            ):
                searches[found.id] = found
                yield organization_operations.AddSavedSearch(found)
        said = {word.id for word in self._library.ask(queries.StoryWords())} | base.stories.keys()
        for word in arrangement.stories:
            if word.id not in said:
                said.add(word.id)
                yield organization_operations.GiveStoryWord(word)
        briefs: dict[str, StoredBrief] = {}
        for brief, about in arrangement.briefs:
            if base.briefs.get(brief.id) == said_in_brief(brief):
                continue
            made = kept_brief(
                _with_numbers(brief, about, numbers), briefs.get(brief.id) or self._brief_anywhere(brief.id)
            )
            if made and made.id not in briefs and not self._library.ask(queries.IsKnown(BinnedKind.BRIEF, made.id)):
                briefs[made.id] = made
                yield organization_operations.KeepBrief(made)

    def _collecting_acts(self, arrangement: Arrangement, numbers: dict[str, int]) -> Iterator[Operation]:
        known = {one.id: one for one in self._library.ask(queries.Collections())}
        # What the reader threw away here is not brought back.
        coming = [
            one
            for one, _ in arrangement.collections
            if one.id not in self._base.collections
            and not self._library.ask(queries.IsKnown(BinnedKind.COLLECTION, one.id))
        ]
        for one in _in_order(coming, set(known)):
            yield organization_operations.AddCollection(one)
        there = known.keys() | {one.id for one in coming}
        for one, digests in arrangement.collections:
            before = self._base.collections.get(one.id)
            if one.id in known:
                yield from self._naming_acts(known[one.id], one, before.name if before else None)
            filed = before.articles if before else ()
            members = tuple(numbers[digest] for digest in digests if digest in numbers and digest not in filed)
            if members and one.id in there:
                yield organization_operations.FileArticles(members, one.id)

    def _naming_acts(self, mine: Collection, theirs: Collection, before: str | None) -> Iterator[Operation]:
        """Call a collection what it was called in the copy since, if it has its old name here."""
        if theirs.name in (mine.name, before):
            return
        if mine.name == before:
            yield organization_operations.RenameCollection(mine.id, theirs.name)
        else:
            field = Message("field.collection")
            self._kept_here.append(Message.of("archive.named", mine=mine.name, field=field, theirs=theirs.name))

    def _brief_anywhere(self, brief_id: str) -> StoredBrief | None:
        return (
            self._library.ask(queries.BriefOf(brief_id))
            if self._library.ask(queries.IsKnown(BinnedKind.BRIEF, brief_id))
            else None
        )


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
    """A brief with the numbers of this library; of lines on articles that are not here, the reader's comment stays."""
    sections = tuple(
        replace(
            section,
            lines=tuple(
                found
                for line, digest in zip(section.lines, digests, strict=True)
                if (found := _with_number(line, digest, numbers)) is not None
            ),
        )
        for section, digests in zip(brief.sections, about, strict=True)
    )
    return replace(brief, sections=sections)


def _with_number(line: BriefLine, digest: str | None, numbers: dict[str, int]) -> BriefLine | None:
    if digest is None:
        return line
    if digest in numbers:
        return replace(line, article_id=numbers[digest])
    return BriefLine(line.id, LineKind.TEXT, text=line.text) if line.text.strip() else None
