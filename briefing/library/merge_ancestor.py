"""What two libraries last had alike: the base of a three-way merge, which tells what was deleted from what is new.

Of what the reader wrote there are digests alone: they tell whether it says the same still. Moments do not count, nor
who wrote it, for a copy does not know.
"""

from collections.abc import Iterable, Sequence
from dataclasses import fields
from hashlib import blake2b
from pathlib import Path

import msgspec

from briefing.library.archive_format import ArchivedArticle, Arrangement
from briefing.library.originals import sync
from briefing.library.reader_rows import judgement_row
from briefing.model import ActorJudgement, Annotation, Collection, Judgement, Metadata, SavedSearch, StoredBrief
from briefing.model.story_word import StoryWord

_MOMENTS = 2
"""Values at the end of a row of a judgement that are moments."""


class ArticleBase(msgspec.Struct, frozen=True):
    """What was written on an article: notes and words on actors by their identities, words on claims by their spans."""

    notes: dict[str, str]
    words: dict[str, str]
    actors: dict[str, str]
    tags: tuple[str, ...]
    details: dict[str, str]


class CollectionBase(msgspec.Struct, frozen=True):
    """What a collection was called, in which it lay, and what lay in it, by digests."""

    name: str
    parent: str | None
    articles: tuple[str, ...]


class MergeBase(msgspec.Struct, frozen=True):
    """All that two libraries had alike; articles by their digests, all else by identity."""

    articles: dict[str, ArticleBase] = {}
    collections: dict[str, CollectionBase] = {}
    searches: dict[str, str] = {}
    briefs: dict[str, str] = {}
    stories: dict[str, str] = {}

    def written_since(self, kept: ArchivedArticle) -> ArchivedArticle:
        """The same article with what was written on it since, and nothing else."""
        base = self.articles.get(kept.article.digest)
        if base is None:
            return kept
        return msgspec.structs.replace(
            kept,
            annotations=tuple(one for one in kept.annotations if base.notes.get(one.id) != said_in_note(one)),
            judgements=tuple(one for one in kept.judgements if base.words.get(place_of(one)) != said_of_claim(one)),
            actors=tuple(one for one in kept.actors if base.actors.get(one.id) != said_of_actors(one)),
            tags=tuple(tag for tag in kept.tags if tag.lower() not in {one.lower() for one in base.tags}),
            corrected=Metadata(
                **{name: said for name, said in _details(kept.corrected).items() if base.details.get(name) != said}
            ),
        )

    def joined(self, later: "MergeBase") -> "MergeBase":
        """This, with what is known of some articles by now."""
        articles = {**self.articles, **later.articles}
        collections = {**self.collections}
        for name, one in later.collections.items():
            outside = [digest for digest in self._filed(name) if digest not in later.articles]
            collections[name] = msgspec.structs.replace(one, articles=(*one.articles, *outside))
        return msgspec.structs.replace(self, articles=articles, collections=collections)

    def _filed(self, collection_id: str) -> tuple[str, ...]:
        known = self.collections.get(collection_id)
        return known.articles if known else ()


def is_written_on(kept: ArchivedArticle) -> bool:
    """Whether anything was written on an article."""
    return any((kept.annotations, kept.judgements, kept.actors, kept.tags)) or kept.corrected != Metadata()


def base_of(articles: Iterable[ArchivedArticle], arrangement: Arrangement) -> MergeBase:
    """What is alike once all this has come from one library into another."""
    return MergeBase(
        {one.article.digest: _article(one) for one in articles},
        {one.id: CollectionBase(one.name, one.parent, digests) for one, digests in arrangement.collections},
        {one.id: said_in_search(one) for one in arrangement.searches},
        {one.id: said_in_brief(one) for one, _ in arrangement.briefs},
        {one.id: said_of_stories(one) for one in arrangement.stories},
    )


def read_base(path: Path) -> MergeBase | None:
    """The base that is kept in a file; None if there is none, or it is damaged."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=MergeBase)
    except (OSError, ValueError):
        return None


def write_base(path: Path, base: MergeBase) -> None:
    """Keep a base in a file, whole or not at all.

    Raises:
        OSError: if it cannot be written.
    """
    unfinished = path.with_name(f"{path.name}.new")
    unfinished.write_bytes(msgspec.json.encode(base))
    sync(unfinished)
    unfinished.replace(path)


def _article(kept: ArchivedArticle) -> ArticleBase:
    return ArticleBase(
        {one.id: said_in_note(one) for one in kept.annotations},
        {place_of(one): said_of_claim(one) for one in kept.judgements},
        {one.id: said_of_actors(one) for one in kept.actors},
        kept.tags,
        _details(kept.corrected),
    )


def _details(corrected: Metadata) -> dict[str, str]:
    told = {one.name: getattr(corrected, one.name) for one in fields(Metadata)}
    return {name: said for name, said in told.items() if said is not None}


def place_of(judgement: Judgement) -> str:
    """Where the claim stands of which a judgement speaks."""
    return f"{judgement.claim.span.start} {judgement.claim.span.end}"


def said_in_note(annotation: Annotation) -> str:
    """The digest of what an annotation says."""
    return _digest((annotation.anchor.exact, annotation.colour, annotation.note, *annotation.tags))


def said_of_claim(judgement: Judgement) -> str:
    """The digest of what a judgement says."""
    return _digest(judgement_row(judgement)[:-_MOMENTS])


def said_of_actors(word: ActorJudgement) -> str:
    """The digest of a word on who is who."""
    return _digest((word.verdict, word.name, *word.names))


def said_in_search(search: SavedSearch) -> str:
    """The digest of a saved search."""
    return _digest((search.name, search.typed))


def said_in_brief(brief: StoredBrief) -> str:
    """The digest of what somebody wrote or chose in a brief."""
    lines = [
        (line.kind, line.claim.exact if line.claim else "", line.annotation_id, line.text)
        for section in brief.sections
        for line in section.lines
    ]
    headings = [section.heading for section in brief.sections]
    return _digest((brief.title, brief.author, brief.date, brief.classification, brief.purpose, headings, lines))


def said_of_stories(word: StoryWord) -> str:
    """The digest of a word on stories."""
    return _digest((word.verdict, word.name, word.articles, word.others))


def below(collections: Sequence[Collection], collection_id: str) -> list[Collection]:
    """The collections that lie in one, and no deeper."""
    return [one for one in collections if one.parent == collection_id]


def _digest(said: Iterable[object]) -> str:
    return blake2b(repr([str(one) for one in said]).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
