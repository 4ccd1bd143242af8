"""Who was spoken of so far in an article, and how present each of them is at a word of it.

Every name, pronoun and noun of a person adds to the salience of what it refers to: subjects most, and less with each
sentence since (Lappin and Leass 1994).
"""

from collections import deque
from collections.abc import Sequence

from spacy.tokens import Doc, Token

from briefing.analysis.coreference.discourse_entities import Entity, Form, Trace
from briefing.analysis.names.mentions import NamedMention
from briefing.analysis.names.name_clusters import Cluster
from briefing.analysis.names.name_lexicon import Names
from briefing.analysis.syntax.conjuncts import first_joined
from briefing.analysis.syntax.token_layout import Layout
from briefing.model import ActorKind

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_OBJECTS = frozenset({"dobj", "dative", "attr", "oprd"})

_SPEAKER_WEIGHT, _SUBJECT_WEIGHT, _OBJECT_WEIGHT, _OTHER_WEIGHT, _HEADLINE_WEIGHT = 12.0, 8.0, 4.0, 2.5, 2.0
_POSSESSIVE_WEIGHT = 1.0
_DECAY = 0.45
_SENTENCES_BACK = 5
_LEAST = 1.0
_AHEAD = 1.5
_QUOTE_WALL = 0.35
_SAME_SENTENCE = 1.8
_REMEMBERED = 48


class Discourse:
    """What one reading of a doc, from its first token to its last, has met up to now.

    Attributes:
        actors: those of the article; a reading adds those whom only a description names.
        entities: the actors as entities, by the identity of their clusters.
        unlisted: the same of names that alone make no actor.
        recent: the entities last spoken of, the latest at the end.
        meant: whom the tokens read so far refer to, by their numbers.
        at_head: the actor that a mention is of, with the mention, by its head.
        starting: the same by its first token.
        speaker: who said the last thing that was said.
        subject: the person of whom the last whole sentence told.
    """

    def __init__(
        self,
        doc: Doc,
        layout: Layout,
        actors: list[Cluster],
        names: Names,
        unlisted: Sequence[Cluster],
        sentence: Sequence[int],
    ) -> None:
        self.doc = doc
        self.layout = layout
        self.actors = actors
        self.names = names
        self.sentence = sentence
        self.order = {id(cluster): number for number, cluster in enumerate(actors)}
        self.entities = {id(c): Entity((c,), c.kind, c.kind is ActorKind.GROUP, c.gender) for c in actors}
        self.unlisted = {
            id(c): Entity((c,), c.kind, c.kind is ActorKind.GROUP, c.gender, listed=False) for c in unlisted
        }
        self.recent: deque[Entity] = deque(maxlen=_REMEMBERED)
        self.at_head: dict[int, tuple[Cluster, NamedMention]] = {
            m.head: (c, m) for c in (*unlisted, *actors) for m in c.mentions
        }
        self.starting: dict[int, list[tuple[Cluster, NamedMention]]] = {}
        for cluster, mention in self.at_head.values():
            self.starting.setdefault(mention.start, []).append((cluster, mention))
        self.meant: dict[int, Entity] = {}
        self.speaker: Entity | None = None
        self.subject: Entity | None = None

    def trace(self, entity: Entity, token: Token, form: Form, share: float = 1.0) -> None:
        """Take in that a token refers to an entity."""
        weight = share * self._weight(token)
        entity.add(Trace(token.i, self.sentence[token.i], weight, self.layout.quoted[token.i], form))
        if entity.kind is ActorKind.PERSON and self._leads(token):
            self.subject = entity
        if self.speaks(token):
            self.speaker = entity
        elif entity is not self.speaker and self._leads(token) and entity.kind is ActorKind.PERSON:
            self.speaker = None
        if entity in self.recent:
            self.recent.remove(entity)
        self.recent.append(entity)

    def speaks(self, token: Token) -> bool:
        """Whether `token` is the subject of a verb of speaking, outside quotations."""
        token = _apposed_to(token)
        agent = token.dep_ == "pobj" and token.head.dep_ == "agent"
        above = token.head.head if agent else token.head
        verb = above.lemma_ in self.names.grammar["speaking"] and (agent or token.dep_ in SUBJECTS)
        return (verb or self._is_relayed(token)) and self.layout.quoted[token.i] < 0

    def score(self, entity: Entity, token: Token) -> float:
        """How present `entity` is at `token`; 0 if grammar forbids that the token means it."""
        here, quote = self.sentence[token.i], self.layout.quoted[token.i]
        total = 0.0
        for trace in entity.traces:
            apart = here - trace.sentence
            if apart > _SENTENCES_BACK:
                continue
            if apart == 0 and _arguments_of_one_verb(self.doc[trace.token], token):
                return 0.0
            wall = _QUOTE_WALL if trace.quote != quote and (trace.quote >= 0 or quote >= 0) else 1.0
            near = _SAME_SENTENCE if apart == 0 and token.dep_ == "poss" else 1.0
            total += trace.weight * _DECAY**apart * wall * near
        return total

    def distance(self, entity: Entity, token: Token) -> int:
        """How many sentences before the token the entity was spoken of last."""
        return self.sentence[token.i] - entity.traces[-1].sentence

    @staticmethod
    def clear(scored: list[tuple[float, Entity]], ahead: float = _AHEAD) -> Entity | None:
        """The entity with the highest score, if it is high and clearly ahead of the next; None leaves it open."""
        scored.sort(key=lambda entry: -entry[0])
        if not scored or scored[0][0] < _LEAST:
            return None
        if len(scored) > 1 and scored[0][0] < ahead * scored[1][0]:
            return None
        return scored[0][1]

    def _weight(self, token: Token) -> float:
        if self.layout.headline[token.i]:
            return _HEADLINE_WEIGHT
        head = _apposed_to(first_joined(token))
        if self._is_relayed(head):
            return _SPEAKER_WEIGHT
        if head.dep_ in SUBJECTS or (head.dep_ == "pobj" and head.head.dep_ == "agent"):
            return _SPEAKER_WEIGHT if self.speaks(head) else _SUBJECT_WEIGHT
        if token.dep_ == "poss" and token.pos_ == "PRON":
            return _POSSESSIVE_WEIGHT
        return _OBJECT_WEIGHT if head.dep_ in _OBJECTS else _OTHER_WEIGHT

    def _is_relayed(self, token: Token) -> bool:
        """Whether `token` is the source in "according to Ruiz"."""
        if token.dep_ != "pobj":
            return False
        return f"{token.head.head.lower_} {token.head.lower_}" in self.names.grammar["relaying"]

    def _leads(self, token: Token) -> bool:
        """Whether `token` is the subject of a whole sentence outside quotations."""
        return token.dep_ in SUBJECTS and token.head.dep_ == "ROOT" and self.layout.quoted[token.i] < 0


def _arguments_of_one_verb(other: Token, token: Token) -> bool:
    """Whether both are arguments of one verb ("Ruiz criticised him"), so that they cannot be the same."""
    if token.dep_ == "poss" or other.dep_ == "poss":
        return False
    mine, theirs = _verb_of(token), _verb_of(other)
    return mine is not None and theirs is not None and mine == theirs and not token.lower_.endswith("self")


def _verb_of(token: Token) -> int | None:
    head = token
    if head.dep_ == "conj":
        return None
    if head.dep_ == "pobj":
        head = head.head
    if head.dep_ in ("nsubj", "nsubjpass", "dobj", "dative", "prep", "agent") and head.head.pos_ in ("VERB", "AUX"):
        return int(head.head.i)
    return None


def _apposed_to(token: Token) -> Token:
    """What a name beside a noun stands for: in "Kovac's deputy, Eva Sand, said" the deputy is the subject."""
    named = token.dep_ == "appos" and token.pos_ == "PROPN" and token.head.pos_ == "NOUN"
    return token.head if named else token
