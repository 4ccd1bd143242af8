"""What something came from, by the word of somebody: "a gas leak caused the blast", "it was a bomb"."""

import re

from briefing.analysis.comparison.rival_words import CauseWords
from briefing.analysis.comparison.told_claims import Parties, Party, ToldClaim, other_source
from briefing.analysis.syntax.dependencies import SUBJECTS
from briefing.model import Certainty, Stance
from briefing.records import dataclass

_EXCLUDING = frozenset({"exclude", "discount", "dismiss", "reject"})
_DEATH = frozenset({"death"})
_BEFORE = 40
"""Code points before a cause in which what denies it stands."""

_IS = re.compile(
    r"\b(?:was|were|is|are|been|be|had been|as)\s+(?:probably |likely |clearly |in fact |an? |the )*$|"
    r"\b(?:in|during) (?:an? |the )?$"
)
_CLAIMED = re.compile(
    r"(?:full |sole |that )?responsibility for\b"
    r"(?P<it> (?:it|this|the (?:incident|attack|act))\b| \w+ing (?:it|them)\b)?"
)
"""What makes a mishap the deed of who says so, behind "claimed"."""

_BREAK = re.compile(r"\bbut\b|[;,:]")


@dataclass(frozen=True, slots=True)
class Cause:
    """What a claim says that something came from.

    Attributes:
        kinds, denied: kinds of causes that it names, and that it says it was not.
        events: what had it; empty if the claim only points at it.
        subject: who died or was hurt by it.
        open: whether it is only held possible.
    """

    kinds: frozenset[str]
    denied: frozenset[str]
    events: frozenset[str]
    subject: Party
    open: bool


def cause_of(said: ToldClaim, words: CauseWords, parties: Parties) -> Cause | None:
    """The cause that a claim tells of something; None if it tells none, or several that add up."""
    found = words.causes.matches(said.words, said.bag)
    claimed = _CLAIMED.match(said.words) if said.cue == "claim" and said.source.known else None
    if not (found or claimed) or words.additive.matches(said.words, said.bag):
        return None
    framed = bool(words.framing.matches(said.words, said.bag)) or said.cue in words.cues
    kinds: set[str] = set()
    denied: set[str] = set()
    for match in found:
        of = words.causes.groups[match[0]]
        stands = (
            framed
            or not match.start()
            or match[0] in words.verbs
            or of & words.whole
            or _IS.search(said.words[: match.start()])
        )
        if stands:
            (denied if _is_denied(said, match, words) else kinds).update(of)
    # The leak of "a gas leak" is what did it.
    events = words.events.groups_in(words.causes.finds.sub("", said.words), said.bag)
    if claimed is not None and (events or claimed["it"]):
        kinds.add("attack")
    kinds -= denied
    if not kinds and not denied:
        return None
    if kinds & {"suicide", "killing", "natural", "overdose"}:
        events |= _DEATH
    open_ = said.draft.certainty in (Certainty.POSSIBLE, Certainty.UNKNOWN)
    open_ = open_ or bool(words.open.matches(said.words, said.bag))
    return Cause(frozenset(kinds), frozenset(denied), events, _subject(said, parties), open_)


def _is_denied(said: ToldClaim, match: re.Match[str], words: CauseWords) -> bool:
    before = _BREAK.split(said.words[max(0, match.start() - _BEFORE) : match.start()])[-1]
    excluded = said.draft.stance is Stance.DENIES or said.cue in _EXCLUDING or "out" in said.cue_words
    return excluded != bool(words.unproven.search(before))


def _subject(said: ToldClaim, parties: Parties) -> Party:
    """Whom it befell, where the claim names him."""
    heads = [token for token in said.tokens if token.dep_ in SUBJECTS]
    # "Her death was a suicide": it is she.
    people = [part for token in heads for part in (token, *(own for own in token.children if own.dep_ == "poss"))]
    ids = [parties.at(token) for token in people if token.dep_ != "poss" or not parties.at(token.head)]
    return Party(frozenset(actor for meant in ids for actor in meant))


def rival_causes(
    said: ToldClaim, cause: Cause, other: ToldClaim, told: Cause, opposed: frozenset[tuple[str, str]], near: int
) -> bool:
    """Whether two name causes of one thing that cannot both be so.

    Args:
        opposed: the pairs of kinds of causes of which that is so.
        near: claims between them up to which what is only pointed at is taken for what the other speaks of.
    """
    if (cause.open and told.open) or not other_source(said, other):
        return False
    if cause.events and told.events:
        if not cause.events & told.events:
            return False
    elif abs(said.number - other.number) > near:
        return False
    apart = cause.subject.actors and told.subject.actors and not cause.subject.actors & told.subject.actors
    if cause.events & told.events & _DEATH and apart:
        return False
    if cause.kinds & told.denied or told.kinds & cause.denied:
        return True
    agreeing = bool(cause.kinds & told.kinds)
    return not agreeing and any((a, b) in opposed for a in cause.kinds for b in told.kinds)
