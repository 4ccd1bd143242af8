"""What tells whether a pronoun means one of those spoken of before: place, grammar, number, salience, who speaks.

Each group of features has one value for each candidate, a small number; `GROUPS` holds how many there are. A value of
0 says that nothing is told: so all groups stand for the choice that none of the candidates is meant.
"""

from collections.abc import Callable, Sequence
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc, Token

from briefing.analysis.coreference.discourse_entities import Entity, Form
from briefing.analysis.syntax.conjuncts import first_joined
from briefing.analysis.syntax.token_layout import Layout
from briefing.model import ActorKind
from briefing.records import dataclass


class Pronoun(IntEnum):
    """Kinds of pronouns, by what they agree with."""

    HE = 0
    THEY = 1
    IT = 2


# Of the pronoun alone: these tell of the choice "none" as well.
_OF_PRONOUN = {"pronoun": 6, "role": 8, "speaking": 2, "quoted": 2, "rivals": 5, "verb": 9, "start": 4}
# Of the candidate, and of both together; each joined with the kind of pronoun.
_OF_PAIR = {
    "sentences": 9,
    "between": 7,
    "last role": 11,
    "both roles": 88,
    "form": 5,
    "count": 6,
    "most": 4,
    "gender": 4,
    "kind": 21,
    "quotes": 6,
    "speaker": 6,
    "subject": 3,
    "binding": 8,
    "salience rank": 6,
    "salience": 7,
    "ahead": 7,
    "block": 5,
    "clause": 9,
    "sentence start": 3,
    "tokens": 8,
    "chain": 4,
    "depth": 6,
    "plural": 5,
    "name": 4,
    "first": 3,
    "own": 4,
    "spoke": 4,
    "joined": 4,
}
PRONOUNS = len(Pronoun)
GROUPS: dict[str, int] = {**_OF_PRONOUN, **{name: size * PRONOUNS for name, size in _OF_PAIR.items()}}
_OFFSETS = dict(zip(GROUPS, np.cumsum([0, *GROUPS.values()])[:-1].tolist(), strict=True))
VALUES = sum(GROUPS.values())
"""Number of all values of all groups."""

_PRONOUN_OFFSETS = np.array([_OFFSETS[name] for name in _OF_PRONOUN])
_PAIR_OFFSETS = np.array([_OFFSETS[name] for name in _OF_PAIR])
_PAIR_SIZES = np.array([_OF_PAIR[name] for name in _OF_PAIR])

Rows = NDArray[np.int64]

_ROLES = {
    "nsubj": 1, "nsubjpass": 2, "csubj": 1, "dobj": 3, "dative": 5, "attr": 3, "oprd": 3,
    "pobj": 5, "poss": 6, "appos": 7, "ROOT": 8, "compound": 9,
}  # fmt: skip
_CLAUSES = {"ccomp": 2, "advcl": 3, "conj": 4, "relcl": 5, "xcomp": 6, "acl": 5, "pcomp": 3, "parataxis": 2}


@dataclass(frozen=True, slots=True)
class Scene:
    """What a pronoun is read against.

    Attributes:
        doc, layout: of the article.
        sentence: number of the sentence of each token.
        speaker: who spoke last.
        subject: the person that was the subject of the last sentence.
        last: whom the last pronoun of each kind and gender meant.
        speaks: whether a token is who a verb of saying has for its subject.
        score: how present an entity is at a token; 0 if grammar forbids that the token means it.
        places: what grammar says of a token, kept for the next pronoun.
    """

    doc: Doc
    layout: Layout
    sentence: Sequence[int]
    speaker: Entity | None
    subject: Entity | None
    last: Entity | None
    speaks: Callable[[Token], bool]
    score: Callable[[Entity, Token], float]
    places: "dict[int, Place]"


@dataclass(frozen=True, slots=True)
class Place:
    """What grammar says of a token that names somebody, whatever pronoun follows."""

    role: int
    start: int
    depth: int
    speaks: int
    joined: int


def rows(scene: Scene, token: Token, pronoun: Pronoun, gender: str, candidates: Sequence[Entity]) -> Rows:
    """A row of values for each candidate, the latest first, and one more for none; shape (candidates + 1, groups)."""
    speaks = scene.speaks(token)
    scores = [scene.score(entity, token) for entity in candidates]
    own = _of_pronoun(scene, token, pronoun, speaks, scores, gender)
    table = np.zeros((len(candidates) + 1, len(_OF_PAIR)), dtype=np.int64)
    best = sorted(scores, reverse=True)
    counts = sorted((entity.count for entity in candidates), reverse=True)
    spine = _spine(token)
    between = 0
    for number, entity in enumerate(candidates):
        score = scores[number]
        rival = next((other for other in best if other != score), 0.0)
        table[number] = _of_pair(
            scene, token, pronoun, gender, entity, speaks, between, score, rival, best.index(score), counts, spine
        )
        between += _agrees(entity, gender)
    pairs = table + int(pronoun) * _PAIR_SIZES + _PAIR_OFFSETS
    return np.concatenate([np.tile(own + _PRONOUN_OFFSETS, (len(table), 1)), pairs], axis=1)


def column(table: Rows, group: str) -> Rows:
    """The value of one group of features in each row."""
    size = _OF_PAIR.get(group) or _OF_PRONOUN[group]
    value: Rows = (table[:, list(GROUPS).index(group)] - _OFFSETS[group]) % size
    return value


def _of_pronoun(
    scene: Scene, token: Token, pronoun: Pronoun, speaks: bool, scores: Sequence[float], gender: str
) -> Rows:
    present = sum(score >= 1.0 for score in scores)
    verb = token.head
    told = 0
    if pronoun is Pronoun.IT:
        clause = any(child.dep_ in ("ccomp", "xcomp", "csubj", "advcl", "acl") for child in verb.children)
        told = (1 + clause if verb.lemma_ == "be" else 3 + clause) if token.dep_ == "nsubj" else 5
    elif verb.pos_ in ("VERB", "AUX"):
        told = 6 + (verb.dep_ == "ROOT") + (verb.dep_ == "ccomp") * 2
    start = 0 if token.is_sent_start else 1 if token.i == token.sent.start + 1 else 2
    return np.array(
        [
            int(pronoun) * 2 + (gender == "female"),
            min(_ROLES.get(token.dep_, 7), 7),
            int(speaks),
            int(scene.layout.quoted[token.i] >= 0),
            min(present, 4),
            told,
            start,
        ]
    )


def _of_pair(
    scene: Scene,
    token: Token,
    pronoun: Pronoun,
    gender: str,
    entity: Entity,
    speaks: bool,
    between: int,
    score: float,
    rival: float,
    rank: int,
    counts: Sequence[int],
    spine: dict[int, int],
) -> tuple[int, ...]:
    last = entity.traces[-1]
    there = scene.doc[last.token]
    place = scene.places.get(last.token)
    if place is None:
        place = scene.places[last.token] = _place(scene, there)
    apart = scene.sentence[token.i] - last.sentence
    role, own = place.role, min(_ROLES.get(token.dep_, 7), 7)
    block = scene.layout.block
    blocks = block[token.i] - block[last.token]
    quote, quoted = scene.layout.quoted[token.i], last.quote
    ahead = score / rival if rival else 9.0
    return (
        min(apart, 7) + 1,
        min(between, 5) + 1,
        role,
        role * 8 + own,
        int(last.form),
        _bucket(entity.count, (1, 2, 3, 6)) + 1,
        3 if entity.count < counts[0] else 2 if len(counts) > 1 and counts[1] == counts[0] else 1,
        (1 if entity.gender == gender else 2 if not entity.gender else 3) if pronoun is Pronoun.HE else 0,
        _kind(entity),
        (1 if quoted < 0 else 2) if quote < 0 else 3 if quoted < 0 else 4 if quote == quoted else 5,
        (1 if speaks else 2) if entity is scene.speaker else (3 if scene.speaker else 4) if speaks else 5,
        1 if entity is scene.subject else 2,
        _binding(there, token, apart, score),
        1 + min(rank, 4),
        1 + _bucket(score, (0.0, 1.0, 3.0, 7.0, 15.0)),
        1 + _bucket(ahead, (0.5, 0.8, 1.0, 1.5, 3.0)),
        1 + min(max(blocks, 0), 3),
        _clause(there, spine) if apart == 0 else 0,
        place.start,
        1 + _bucket(token.i - last.token, (3, 6, 10, 18, 30, 50)),
        (1 if scene.last is entity else 2) if scene.last is not None else 3,
        place.depth,
        (1 if entity.plural else 2) if entity.clusters else 3 if entity.plural else 4,
        (1 if " " in entity.clusters[0].name else 2) if entity.clusters else 3,
        1 if entity.named and scene.sentence[entity.named[0]] == 0 else 2,
        _own(there, token),
        place.speaks if last.form is not Form.PRONOUN else 3,
        place.joined,
    )


def _place(scene: Scene, there: Token) -> Place:
    return Place(
        role=_role(scene, there),
        start=1 if there.i - there.sent.start < 2 else 2,
        depth=1 + min(_depth(there), 4),
        speaks=1 if scene.speaks(there) else 2,
        joined=2 if there.dep_ == "conj" else 3 if any(child.dep_ == "conj" for child in there.children) else 1,
    )


def _agrees(entity: Entity, gender: str) -> bool:
    return not gender or (entity.kind is ActorKind.PERSON and entity.gender in ("", gender))


def _bucket(value: float, edges: Sequence[float]) -> int:
    return sum(value > edge for edge in edges)


def _role(scene: Scene, token: Token) -> int:
    if scene.layout.headline[token.i]:
        return 10
    head = first_joined(token)
    if head.dep_ == "appos" and head.pos_ == "PROPN" and head.head.pos_ == "NOUN":
        head = head.head
    if head.dep_ == "pobj" and head.head.dep_ == "agent":
        return 4
    return _ROLES.get(head.dep_, 9)


def _kind(entity: Entity) -> int:
    kind = entity.kind
    if not entity.clusters:
        if kind is ActorKind.PERSON:
            return 10 if entity.plural else 11
        if kind is ActorKind.GROUP:
            return 12
        return 13 if kind is ActorKind.ORGANIZATION else 14 if kind is ActorKind.DOCUMENT and entity.called else 15
    if len(entity.clusters) > 1:
        return 16 if kind is ActorKind.PERSON else 17
    sure = any(mention.sure for mention in entity.clusters[0].mentions)
    if not entity.listed:
        place = any(mention.place for mention in entity.clusters[0].mentions)
        return 18 if place else 19 if kind is ActorKind.PERSON else 20
    if kind is ActorKind.PERSON:
        return 1 if sure else 2
    known = {
        ActorKind.ORGANIZATION: 3 + sure,
        ActorKind.GOVERNMENT: 5,
        ActorKind.MEDIA: 6,
        ActorKind.DOCUMENT: 7,
        ActorKind.COUNTRY: 8,
    }
    return known.get(kind, 9)


def _binding(there: Token, token: Token, apart: int, score: float) -> int:
    """What grammar says of two places in one sentence."""
    if apart:
        return 0
    if token.dep_ == "poss":
        if token.head == there or (there.head == token.head and there.dep_ in ("appos", "poss")):
            return 2
        return 3 if there.head == token.head.head else 4
    if score == 0.0:
        return 1
    return 6 if there.dep_ == "poss" else 5


def _own(there: Token, token: Token) -> int:
    """Whether the pronoun says whose the other is: "his brother Sam"; or stands beside it: "Jane and her brother"."""
    if token.dep_ != "poss":
        return 0
    if is_owned(there, token):
        return 1
    return 2 if token.head.head == there else 3


def is_owned(there: Token, token: Token) -> bool:
    """Whether the noun that a possessive stands before is the other itself: "his brother Sam", "Sam, his brother"."""
    noun = token.head
    if token.dep_ != "poss":
        return False
    named = there.dep_ in ("appos", "compound") and there.head == noun
    return there == noun or named or (noun.dep_ == "appos" and noun.head == there)


def _spine(token: Token) -> dict[int, int]:
    """What leads from a token up to the root, each with the dependency by which the last clause hangs there."""
    found: dict[int, int] = {}
    kind, steps = 1, 0
    while steps < 30:
        found[token.i] = kind
        if token.head == token:
            break
        if token.dep_ in _CLAUSES:
            kind = _CLAUSES[token.dep_]
        token = token.head
        steps += 1
    return found


def _clause(there: Token, spine: dict[int, int]) -> int:
    """Of a candidate in the same sentence: how the pronoun's clause hangs on the verb that has it for subject."""
    head = first_joined(there)
    if head.head.i in spine:
        if head.dep_ in ("nsubj", "nsubjpass"):
            return spine[head.head.i]
        return 7
    return 8


def _depth(token: Token) -> int:
    depth = 0
    while token.head != token and depth < 8:
        depth += token.dep_ in _CLAUSES or token.dep_ == "prep"
        token = token.head
    return depth
