"""Whether something was lawful, by the word of somebody: "the treaty is null and void", "the treaty is legitimate"."""

import re

from spacy.tokens import Token

from briefing.analysis.comparison.rival_words import Terms
from briefing.analysis.comparison.told_claims import Parties, ToldClaim, other_source
from briefing.model import Certainty, Stance
from briefing.records import dataclass

_NOT = re.compile(r"(?:\bnot|\bnever|n['’]t|\bno longer|\bno|\bnothing)\W+(?:\w+\W+){0,2}$")
_OPEN = frozenset({"whether", "if", "would"})
_UNTOLD = frozenset({Stance.DENIES, Stance.PLANS, Stance.DEMANDS, Stance.ASKS, Stance.HOPES})
_POINTING = frozenset({"it", "this", "that", "they", "these"})
_LIKE = 6
"""Letters that two words share at least if they name the same."""

_NEXT = 2
"""Claims back within which what is only pointed at is what was spoken of."""


@dataclass(frozen=True, slots=True)
class Legality:
    """What a claim says of the lawfulness of something.

    Attributes:
        lawful: whether it was.
        things: keys of what it is said of; empty if the claim only points at it.
    """

    lawful: bool
    things: frozenset[str]


def legality_of(said: ToldClaim, terms: Terms, parties: Parties) -> Legality | None:
    """What a claim says of the lawfulness of something; None if nothing, or both."""
    if said.draft.stance in _UNTOLD or said.draft.certainty is Certainty.UNKNOWN or said.bag & _OPEN:
        return None
    found = [(match, said.at(match.start())) for match in terms.matches(said.words, said.bag)]
    matches = [match for match, token in found if token is not None and _is_told(token)]
    told = {("lawful" in terms.groups[m[0]]) != bool(_NOT.search(said.words[: m.start()])) for m in matches}
    if len(told) != 1:
        return None
    start, end = said.place(matches[0].start()), said.place(matches[0].end())
    words = [token for token in said.tokens if token.lower_ not in terms.groups]
    before = [token for token in words if token.idx < start]
    behind = [token for token in words if token.idx >= end]
    right = matches[0][0].endswith(" to")
    # "There was no justification for it", "had every right to search": what it is of stands behind.
    for side in (behind,) if right else (before, behind):
        things = frozenset(parties.key(token) for token in side if token.pos_ == "NOUN" or _is_act(token))
        if right and side is behind:
            things |= {parties.key(token) for token in side if token.pos_ == "VERB"}
        if things or any(token.lower_ in _POINTING for token in side):
            return Legality(told.pop(), things)
    return None


def _is_told(word: Token) -> bool:
    """Whether a word says what something is: "with a constitutional amendment" says nothing of the kind."""
    return word.dep_ != "amod" or word.head.dep_ == "attr"


def _is_act(word: Token) -> bool:
    """Whether a word tells what is done, whatever the parser takes it for: "proroguing parliament is lawful"."""
    return word.lower_.endswith("ing") and word.pos_ in {"VERB", "PROPN"} and word.tag_ != "VBD"


def rival_legality(said: ToldClaim, legality: Legality, other: ToldClaim, told: Legality) -> bool:
    """Whether one says that a thing was lawful, and the other that it was not."""
    if legality.lawful == told.lawful or not other_source(said, other):
        return False
    if legality.things and told.things:
        return any(_alike(one, two) for one in legality.things for two in told.things)
    # What only points does so at what was told before it.
    return bool(told.things) and said.number - other.number <= _NEXT


def _alike(one: str, two: str) -> bool:
    """Whether two keys are of one thing: "proroguing", "the prorogation"."""
    return one == two or (len(one) >= _LIKE and one[:_LIKE] == two[:_LIKE] and not one.startswith("family"))
