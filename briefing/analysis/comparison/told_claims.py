"""A claim as it is compared with rivals: its words, and who stands behind it, by name or by the words of a source."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cached_property

from spacy.tokens import Doc, Token

from briefing.analysis.claims.claim_drafts import Draft
from briefing.analysis.comparison.claim_similarity import key_of
from briefing.analysis.comparison.rival_words import UndoneWords
from briefing.analysis.syntax.conjuncts import first_joined
from briefing.analysis.syntax.dependencies import AUXILIARIES, is_negated, subject, text_of, words_in
from briefing.analysis.syntax.word_classes import NEGATIONS, VERBAL
from briefing.model import Actor, SourceKind, Span, Spans
from briefing.records import dataclass

_NAMING = frozenset({"NOUN", "PROPN", "ADJ"})
_LIKE = 4
"""Letters that two words share at least if they name the same: "Armenia", "Armenian"."""

_NAMELESS = frozenset({"official", "authority", "source", "people", "person", "report", "medium", "other", "expert"})
"""Nouns of sources that may be the same people whatever else they are called."""

_BELOW = frozenset({"xcomp", "ccomp", "pcomp", "pobj", "prep", "dobj", "acl", "advmod"})
_FROM = frozenset({"stop", "keep", "bar", "prevent", "prohibit"})

ActorsAt = Callable[[Span], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Party:
    """Who is meant.

    Attributes:
        actors: ids.
        words: lemmas of the nouns and names, in lower case.
    """

    actors: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()

    def meets(self, other: "Party") -> bool:
        """Whether they may be the same, or one a part of the other."""
        return bool(self.actors & other.actors) or any(_alike(a, b) for a in self.words for b in other.words)

    @property
    def known(self) -> bool:
        """Whether it is told who it is."""
        return bool(self.actors or self.words)


def _alike(word: str, other: str) -> bool:
    return word == other or (len(word) >= _LIKE and len(other) >= _LIKE and word[:_LIKE] == other[:_LIKE])


class Parties:
    """Tells who is meant by words of one article."""

    def __init__(
        self,
        doc: Doc,
        actor_at: ActorsAt,
        actors: Mapping[str, Actor],
        generic: Collection[str],
        families: Mapping[str, int],
    ) -> None:
        self.doc = doc
        self._families = families
        self._actor_at = actor_at
        self._actors = actors
        self._generic = generic

    def at(self, token: Token) -> tuple[str, ...]:
        """Ids of the actors that a word refers to."""
        return self._actor_at(Span(token.idx, token.idx + len(token.text)))

    def key(self, word: Token) -> str:
        """What all words share that say the same as this one: "the deal", "the agreement"."""
        return key_of(word.lemma_.lower(), self._families)

    def is_actor(self, key: str) -> bool:
        """Whether a key of what a claim is about stands for an actor."""
        return key in self._actors

    def of(self, tokens: Iterable[Token], known: Iterable[str] = ()) -> Party:
        """Who is meant by some words; `known` are ids of actors that are meant anyway."""
        ids = set(known)
        words: set[str] = set()
        for token in tokens:
            if token.pos_ in _NAMING or token.pos_ == "PRON":
                ids.update(self.at(token))
            if token.pos_ in _NAMING and token.is_alpha:
                words.add(token.lemma_.lower())
        names = (self._actors[actor].name for actor in ids if actor in self._actors)
        words.update(word for name in names for word in name.lower().split() if len(word) >= _LIKE)
        telling = {word for word in words if word not in self._generic}
        return Party(frozenset(ids), frozenset(telling or words))

    def source(self, draft: Draft) -> Party:
        """Who says a claim, at the inner end of its chain."""
        spoken = words_in(self.doc, draft.chain[-1].source)
        # "His rival, Sara Diop," is not he.
        named = [token for token in spoken if token.pos_ != "PRON" and not (draft.origin and token.dep_ == "poss")]
        found = self.of(named, draft.origin)
        return Party(draft.origin or found.actors, found.words)


class ToldClaim:
    """One claim that somebody made, with its words at hand.

    Attributes:
        draft: the claim.
        number: its place among all drafts.
        words: its content in lower case.
        bag: the words of it.
    """

    def __init__(self, draft: Draft, number: int, parties: Parties) -> None:
        self.draft = draft
        self.number = number
        self.words = " ".join(span.of(text_of(parties.doc)) for span in draft.content).lower()
        self.bag = frozenset(self.words.replace("-", " ").replace(",", " ").replace(".", " ").strip("\"'“”‘’").split())
        self._parties = parties

    @cached_property
    def tokens(self) -> Sequence[Token]:
        """The words of the content, parsed."""
        return words_in(self._parties.doc, self.draft.content)

    @cached_property
    def source(self) -> Party:
        """Who says it."""
        return self._parties.source(self.draft)

    @property
    def cue(self) -> str:
        """The lemma of the innermost cue."""
        return self.draft.chain[-1].cue_lemma.lower()

    @property
    def cue_words(self) -> Sequence[str]:
        """The words of the innermost cue, in lower case."""
        return self._words(self.draft.chain[-1].cue)

    @property
    def source_words(self) -> Sequence[str]:
        """The words of who says it, in lower case."""
        return self._words(self.draft.chain[-1].source)

    def _words(self, spans: Spans) -> Sequence[str]:
        text = text_of(self._parties.doc)
        return [word for span in spans for word in span.of(text).lower().split()]

    def place(self, offset: int) -> int:
        """The place in the text of an offset in `words`."""
        left = offset
        for span in self.draft.content:
            if left <= len(span):
                return span.start + left
            left -= len(span) + 1
        return self.draft.reach.end

    def at(self, offset: int) -> Token | None:
        """The word of the content that stands at an offset in `words`."""
        place = self.place(offset)
        return next((token for token in self.tokens if token.idx + len(token.text) > place), None)

    def subject_at(self, offset: int) -> Token | None:
        """The subject of the verb at an offset in `words`, or above the word there."""
        token = self.at(offset)
        if token is None:
            return None
        return subject(token.head if token.pos_ not in {"VERB", "AUX"} or token.dep_ in AUXILIARIES else token)


def happened(deed: Token, words: UndoneWords) -> bool:
    """Whether a verb or a noun says what was done, and not what was refused, prevented or only threatened.

    "Refused to admit the attack" tells of one that was made, and "failed to prevent it" undoes it twice.
    """
    if is_negated(deed, NEGATIONS):
        return False
    done, above = True, first_joined(deed)
    while above.dep_ in _BELOW and above.head.i != above.i:
        below, above = above, above.head
        if below.dep_ == "prep" and below.lower_ not in words.prepositions:
            break
        if _undoes(above, below, words):
            done = done != (not is_negated(above, NEGATIONS))
        elif above.pos_ in VERBAL and above.lemma_.lower() not in words.through:
            break
    return done


def _undoes(above: Token, below: Token, words: UndoneWords) -> bool:
    """Whether by a word what stands below it was not done: "refused to", "kept from", "his refusal to"."""
    lemma = above.lemma_.lower()
    if above.pos_ == "NOUN":
        return below.dep_ in {"acl", "xcomp", "ccomp"} and lemma in words.nouns
    if above.pos_ not in VERBAL or lemma not in words.verbs:
        return False
    # "Stopped shelling", "kept shelling": only "from" says that it was not done.
    return lemma not in _FROM or below.lower_ in {"from", "short"} or (lemma == "prevent" and below.dep_ == "dobj")


def other_source(said: ToldClaim, other: ToldClaim) -> bool:
    """Whether two claims are of two who are told apart, if not by name then by what they are called."""
    if said.source.meets(other.source) or not said.source.known or not other.source.known:
        return False
    unnamed = [
        one for one in (said, other) if not one.source.actors and one.draft.attributions[-1].source_kind is _UNNAMED
    ]
    return len(unnamed) < 2 or not any(one.source.words <= _NAMELESS for one in unnamed)


_UNNAMED = SourceKind.UNNAMED
