"""Whether something was lawful, by the word of somebody: "the treaty is null and void", "the treaty is legitimate"."""

import re

from briefing.analysis.comparison.rival_words import Terms
from briefing.analysis.comparison.told_claims import ToldClaim, other_source
from briefing.model import Certainty, Stance
from briefing.records import dataclass

_NOT = re.compile(r"(?:\bnot|\bnever|n['’]t|\bno longer|\bno|\bnothing)\W+(?:\w+\W+){0,2}$")
_OPEN = frozenset({"whether", "if", "would"})
_UNTOLD = frozenset({Stance.DENIES, Stance.PLANS, Stance.DEMANDS, Stance.ASKS, Stance.HOPES})
_POINTING = frozenset({"it", "this", "that", "they", "these"})
_NEXT = 2
"""Claims back within which what is only pointed at is what was spoken of."""


@dataclass(frozen=True, slots=True)
class Legality:
    """What a claim says of the lawfulness of something.

    Attributes:
        lawful: whether it was.
        things: nouns, by lemma, for what; empty if the claim only points at it.
    """

    lawful: bool
    things: frozenset[str]


def legality_of(said: ToldClaim, terms: Terms) -> Legality | None:
    """What a claim says of the lawfulness of something; None if nothing, or both."""
    if said.draft.stance in _UNTOLD or said.draft.certainty is Certainty.UNKNOWN or said.bag & _OPEN:
        return None
    # "With a constitutional amendment" says nothing of the kind.
    found = [(match, said.at(match.start())) for match in terms.matches(said.words, said.bag)]
    matches = [match for match, token in found if token is not None and token.dep_ != "amod"]
    told = {("lawful" in terms.groups[m[0]]) != bool(_NOT.search(said.words[: m.start()])) for m in matches}
    if len(told) != 1:
        return None
    end = said.place(matches[0].start())
    before = [token for token in said.tokens if token.idx < end]
    things = {token.lemma_.lower() for token in before if token.pos_ == "NOUN" and token.lower_ not in terms.groups}
    pointing = any(token.lower_ in _POINTING for token in before)
    return Legality(told.pop(), frozenset(things)) if things or pointing else None


def rival_legality(said: ToldClaim, legality: Legality, other: ToldClaim, told: Legality) -> bool:
    """Whether one says that a thing was lawful, and the other that it was not."""
    if legality.lawful == told.lawful or not other_source(said, other):
        return False
    if legality.things and told.things:
        return bool(legality.things & told.things)
    # What only points does so at what was told before it.
    return bool(told.things) and said.number - other.number <= _NEXT
