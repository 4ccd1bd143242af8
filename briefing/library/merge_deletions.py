"""Deletes in a library what was deleted in a copy of it, or the other way round, since both last were alike.

What is deleted goes into the bin, where there is one for it. What was changed in the library meanwhile, and what a
colleague wrote, stays, and is told.
"""

from collections.abc import Callable, Mapping

from briefing.library import organization_operations, queries
from briefing.library.face import Library
from briefing.library.merge_ancestor import (
    ArticleBase,
    CollectionBase,
    MergeBase,
    below,
    place_of,
    said_in_brief,
    said_in_note,
    said_in_search,
    said_of_actors,
    said_of_claim,
    said_of_stories,
)
from briefing.library.operations import Operation, RemoveAnnotation, RemoveArticle, WithdrawJudgement
from briefing.model import Annotation, Collection, Judgement, KeptArticle, Shelf, ShelfKind
from briefing.model.message import Message

_MOST_QUOTED = 60
"""Code points of a note by which it is told."""


class Deletions:
    """What was deleted in the one library, on its way into the other.

    Args:
        library: in which it is to be deleted, too.
        base: what both last had alike.
        now: what the one holds now; of whole libraries, or of some articles.
        is_whole: whether what it does not hold is deleted there.

    Attributes:
        done: how much was deleted.
        kept: what stayed, by name, as it says something else by now or is a colleague's.
    """

    def __init__(self, library: Library, base: MergeBase, now: MergeBase, is_whole: bool) -> None:
        self._library, self._base, self._now, self._is_whole = library, base, now, is_whole
        self.done = 0
        self.kept: list[Message] = []

    def perform(self) -> None:
        """Delete it."""
        for digest, before in self._base.articles.items():
            if (there := self._there(digest)) is None:
                continue
            if digest in self._now.articles:
                self._on_article(there, before, self._now.articles[digest])
            elif self._is_whole:
                self._article(there)
        self._unfile()
        if self._is_whole:
            self._collections()
            self._others()

    def _there(self, digest: str) -> KeptArticle | None:
        found = self._library.ask(queries.ArticleByDigest(digest))
        return None if found is None or found.removed else found

    def _act(self, operation: Operation) -> None:
        self._library.perform(operation)
        self.done += 1

    def _keep(self, words: str) -> None:
        told = " ".join(words.split())
        self.kept.append(
            Message.of("marks.quoted", words=told if len(told) <= _MOST_QUOTED else f"{told[:_MOST_QUOTED]}…")
        )

    def _on_article(self, there: KeptArticle, before: ArticleBase, now: ArticleBase) -> None:
        if gone := before.notes.keys() - now.notes.keys():
            for note in self._library.ask(queries.AnnotationsOn(there.id)):
                if note.id in gone:
                    self._note(there.id, note, before)
        if places := before.words.keys() - now.words.keys():
            for word in self._library.ask(queries.JudgementsOn(there.id)):
                if place_of(word) in places and not word.writer:
                    self._word(there.id, word, before)
        if identities := before.actors.keys() - now.actors.keys():
            for said in self._library.ask(queries.ActorJudgementsOn(there.id)):
                if said.id in identities and said_of_actors(said) == before.actors[said.id]:
                    self._act(organization_operations.WithdrawActors(there.id, said.id))
        left = {tag.lower() for tag in now.tags}
        tags = tuple(tag for tag in before.tags if tag.lower() not in left)
        if tags and {tag.lower() for tag in tags} & {tag.lower() for tag in there.tags}:
            self._act(organization_operations.UntagArticles((there.id,), tags))

    def _note(self, article_id: int, note: Annotation, before: ArticleBase) -> None:
        if note.writer or said_in_note(note) != before.notes[note.id]:
            self._keep(note.note or note.anchor.exact)
        else:
            self._act(RemoveAnnotation(article_id, note.id))

    def _word(self, article_id: int, word: Judgement, before: ArticleBase) -> None:
        if said_of_claim(word) != before.words[place_of(word)]:
            self._keep(word.note or word.claim.exact)
        else:
            self._act(WithdrawJudgement(article_id, word.claim))

    def _article(self, there: KeptArticle) -> None:
        if all(map(self._is_as_it_was, self._library.ask(queries.Versions(there.id)) or [there])):
            self._act(RemoveArticle(there.id))
        else:
            self._keep(there.origin.title or there.origin.file or there.origin.address)

    def _is_as_it_was(self, version: KeptArticle) -> bool:
        """Whether nobody has written on an article since, and no colleague before."""
        before = self._base.articles.get(version.origin.digest)
        if before is None or self._library.ask(queries.ColleaguesJudgements(version.id)):
            return False
        notes = {one.id: one for one in self._library.ask(queries.AnnotationsOn(version.id))}
        words = {place_of(one): one for one in self._library.ask(queries.JudgementsOn(version.id))}
        return (
            not any(one.writer or said_in_note(one) != before.notes.get(one.id) for one in notes.values())
            and all(said_of_claim(one) == before.words.get(place) for place, one in words.items())
            and {tag.lower() for tag in version.tags} <= {tag.lower() for tag in before.tags}
            and set(self._library.ask(queries.CollectionsOf(version.id))) <= self._base.collections.keys()
        )

    def _unfile(self) -> None:
        """Take out of collections what was taken out of them, and still lies in the library."""
        for name, before in self._base.collections.items():
            now = self._now.collections.get(name)
            if now is None:
                continue
            out = [one for one in before.articles if one not in now.articles and one in self._now.articles]
            numbers = tuple(
                found.id
                for digest in out
                if (found := self._there(digest)) and name in self._library.ask(queries.CollectionsOf(found.id))
            )
            if numbers:
                self._act(organization_operations.UnfileArticles(numbers, name))

    def _collections(self) -> None:
        gone = [name for name in self._base.collections if name not in self._now.collections]
        # From the top: what lies below goes with it.
        while gone:
            there = {one.id: one for one in self._library.ask(queries.Collections())}
            name = next((one for one in gone if one in there and there[one].parent not in gone), None)
            if name is None:
                return
            gone.remove(name)
            if self._is_collection_as_it_was(there[name], there):
                self._act(organization_operations.RemoveCollection(name))
            else:
                self._keep(there[name].name)

    def _is_collection_as_it_was(self, one: Collection, there: Mapping[str, Collection]) -> bool:
        before: CollectionBase | None = self._base.collections.get(one.id)
        if before is None or one.id in self._now.collections or before.name != one.name:
            return False
        inside = self._library.ask(queries.Articles(Shelf(ShelfKind.COLLECTION, one.id)))
        return {kept.origin.digest for kept in inside} <= set(before.articles) and all(
            self._is_collection_as_it_was(each, there) for each in below(tuple(there.values()), one.id)
        )

    def _others(self) -> None:
        """Saved searches, briefs, and words on stories."""
        ask, made = self._library.ask, organization_operations
        for search in ask(queries.SavedSearches()):
            self._other(search.id, said_in_search(search), "searches", search.name, made.RemoveSavedSearch)
        for brief in ask(queries.Briefs()):
            self._other(brief.id, said_in_brief(brief), "briefs", brief.title, made.RemoveBrief)
        for word in ask(queries.StoryWords()):
            self._other(word.id, said_of_stories(word), "stories", word.name, made.WithdrawStoryWord)

    def _other(self, identity: str, said: str, kind: str, name: str, delete: Callable[[str], Operation]) -> None:
        before: Mapping[str, str] = getattr(self._base, kind)
        if identity not in before or identity in getattr(self._now, kind):
            return
        if said == before[identity]:
            self._act(delete(identity))
        else:
            self._keep(name)
