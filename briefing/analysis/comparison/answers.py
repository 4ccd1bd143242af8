"""Answers: which claim a denial, a plea or an affirmation answers."""

from collections.abc import Mapping, Sequence
from operator import itemgetter

from briefing.analysis.attribution.attribution_rules import PLEA
from briefing.analysis.claims.claim_drafts import Draft, DraftLink
from briefing.analysis.comparison.claim_index import Index
from briefing.analysis.comparison.claim_similarity import ALIKE, likeness, tells_most
from briefing.analysis.comparison.independence import independent, is_somebody, speaks_of
from briefing.analysis.syntax.dependencies import root_of
from briefing.model import Actor, LinkKind, Polarity, Stance

_SHARED = 2
_COMPARED = 200
"""Claims that speak of the same, the nearest ones, that an answer is compared with."""

_NEAR = 6
"""Claims back within which an answer with words of its own looks for what it answers."""

_NEXT = 2
"""The same for a denial that only points ("denied the report"): further back, it is as often that of another claim."""

_CHARGED = 15
"""Claims back within which the accused answers what was said of him."""

_DENIABLE = frozenset({Stance.SAYS, Stance.ACCUSES, Stance.DENIES, Stance.KNOWS, Stance.BELIEVES, Stance.OBJECTS})
"""What can be denied; a demand or an offer is turned down."""

_TOLD = 3
"""Words from which a denial tells what it denies ("accusations of brutality"), and is a claim of its own."""

_NOUNS = frozenset({"NOUN", "PROPN"})


def answer_links(
    draft: Draft, drafts: Sequence[Draft], number: int, by_key: Index, actors: Mapping[str, Actor]
) -> list[DraftLink]:
    """The links from a claim to those that it answers, if it answers any; `number` is its place among the drafts."""
    answered = _answered(draft, drafts, number, by_key, actors) if draft.answer is not None else None
    charges = _charges(draft, drafts, number, actors)
    is_other_charge = answered is not None and answered.stance is Stance.ACCUSES and answered not in charges
    if charges and (answered is None or draft.pointing or is_other_charge):
        answered = charges[-1]
    if answered is None or draft.answer is None:
        return []
    kind = LinkKind.DENIES if draft.answer is Stance.DENIES else LinkKind.CONFIRMS
    held = [other for other in drafts if _is_answerers_own(draft, answered, other)]
    return [DraftLink(kind, other) for other in dict.fromkeys((answered, *held, *charges))]


def _answered(
    draft: Draft, drafts: Sequence[Draft], number: int, by_key: Index, actors: Mapping[str, Actor]
) -> Draft | None:
    """The claim that an answer answers: the most alike, else the nearest before it that somebody else made."""
    sharing = sorted(by_key.sharing(draft.keys, _SHARED), key=lambda at: abs(at - number))[:_COMPARED]
    others = [other for other in (drafts[at] for at in sorted(sharing)) if _is_other(draft, other, actors)]
    best = max(((likeness(draft.keys, other.keys), other) for other in others), key=itemgetter(0), default=(0.0, None))
    if best[1] is not None and best[0] >= ALIKE and not draft.pointing:
        return best[1] if draft.answer is Stance.DENIES or tells_most(draft.keys, best[1].keys) else None
    if not draft.pointing and draft.chain[-1].rule == "verb.clause" and draft.stance is Stance.CONFIRMS:
        return None
    if not draft.pointing and draft.chain[-1].stance is Stance.DENIES and len(draft.keys) > 3:
        return None
    before = drafts[max(0, number - _reach(draft)) : number]
    near = [other for other in before if _is_other(draft, other, actors) and _may_answer(draft, other, actors)]
    top = [other for other in near if not other.is_nested or other.chain[-1].rule.startswith("verb.charge")]
    return _nearest(draft, top or near)


def _reach(draft: Draft) -> int:
    """Claims back within which what an answer answers is looked for."""
    return _NEXT if draft.pointing and draft.answer is Stance.DENIES else _NEAR


def _charges(draft: Draft, drafts: Sequence[Draft], number: int, actors: Mapping[str, Actor]) -> list[Draft]:
    """What others accuse the one of who denies: he answers all of it, or that of which his own words tell."""
    if draft.answer is not Stance.DENIES or not draft.origin:
        return []
    charges = [
        other
        for other in drafts[max(0, number - _CHARGED) : number]
        if other.stance is Stance.ACCUSES
        and draft.origin & other.keys.keys()
        and not draft.origin & other.origin
        and _is_answerable(draft, other, actors)
    ]
    told = draft.keys.keys() - draft.origin
    return [other for other in charges if told & other.keys.keys()] or charges


def _is_other(draft: Draft, other: Draft, actors: Mapping[str, Actor]) -> bool:
    if not other.chain or not _is_answerable(draft, other, actors):
        return False
    accused = speaks_of(other, draft)
    return is_somebody(draft) and (is_somebody(other) or draft.answer is Stance.CONFIRMS or accused)


def _may_answer(draft: Draft, other: Draft, actors: Mapping[str, Actor]) -> bool:
    """Whether an answer with words of its own speaks of anything that the other claim speaks of.

    Who affirms something must speak of more than the same people: "accepted his resignation" affirms nothing he said.
    """
    if draft.pointing and draft.answer is Stance.DENIES and _tells_whose(draft):
        return bool((draft.keys.keys() | draft.origin) & (other.keys.keys() | other.origin))
    if draft.pointing or not draft.keys:
        return True
    if draft.stance is Stance.CONFIRMS:
        return tells_most(draft.keys, other.keys) and bool((draft.keys.keys() & other.keys.keys()) - actors.keys())
    shared = (draft.keys.keys() | draft.origin) & other.keys.keys()
    if draft.answer is Stance.DENIES and other.polarity is draft.polarity is Polarity.NEGATIVE:
        # Who says that the accused did not do it is on his side, whatever else the accused denies.
        return bool(shared - actors.keys())
    return bool(shared)


def _tells_whose(draft: Draft) -> bool:
    """Whether it says whose word it points at, or of what: "the minister's claim", "accusations of brutality"."""
    return any(token.i in draft.tokens and token.pos_ in _NOUNS for token in draft.head.subtree if token != draft.head)


def _is_answerers_own(draft: Draft, answered: Draft, other: Draft) -> bool:
    """Whether `other` is what the answered claim makes the answerer say: "the ministry said that he offered …"."""
    return (
        len(other.chain) > len(answered.chain)
        and all(hop.cue == said.cue for hop, said in zip(other.chain, answered.chain, strict=False))
        and bool(other.origin)
        and other.origin == draft.origin
    )


def _nearest(draft: Draft, near: Sequence[Draft]) -> Draft | None:
    """The nearest before; a charge, or a claim about the one who answers, goes first."""
    about = [other for other in near if other.stance is Stance.ACCUSES or draft.origin & other.keys.keys()]
    if draft.chain[-1].rule == PLEA:
        return next((other for other in reversed(near) if speaks_of(other, draft)), None)
    return next(reversed(about or list(near)), None)


def _is_answerable(draft: Draft, other: Draft, actors: Mapping[str, Actor]) -> bool:
    return (
        other is not draft
        and not other.pointing
        and other.answer is None
        and not draft.reach.overlaps(other.reach)
        and (draft.answer is not Stance.DENIES or other.stance in _DENIABLE)
        and (draft.answer is not Stance.CONFIRMS or not other.heading)
        and independent(draft, other, actors)
    )


def absorb_pointers(drafts: list[Draft]) -> list[Draft]:
    """Join "confirmed the sentiment, saying …": the words after "saying" answer what "the sentiment" points at."""
    kept: list[Draft] = []
    for draft in drafts:
        host = _host(draft, drafts) if draft.pointing and draft.answer is not None else None
        if host is None or (draft.answer is Stance.DENIES and len(draft.tokens) >= _TOLD):
            kept.append(draft)
        else:
            host.answer = draft.answer
    return kept


def _host(pointer: Draft, drafts: Sequence[Draft]) -> Draft | None:
    verb_end = max((span.end for span in pointer.chain[-1].cue), default=0)
    for draft in drafts:
        if draft is pointer or not draft.chain or draft.pointing or draft.answer is not None:
            continue
        same = draft.chain[-1].source == pointer.chain[-1].source
        if same and root_of(draft.head).i == root_of(pointer.head).i and draft.reach.start > verb_end:
            return draft
    return None
