"""Links between the claims of one article: repeats, confirms, denies."""

from collections.abc import Mapping, Sequence

from briefing.analysis.claims.claim_drafts import Draft, DraftLink
from briefing.analysis.comparison.answers import answer_links
from briefing.analysis.comparison.claim_index import Index
from briefing.analysis.comparison.claim_similarity import ALIKE, likeness, tells_most
from briefing.analysis.comparison.independence import independent, is_somebody
from briefing.analysis.syntax.dependencies import text_of
from briefing.model import Actor, Certainty, LinkKind, SourceKind, Stance, Voice, words_of

_ALL = 0.9
"""The same where two sources say something alike and neither of them speaks of the other."""

_TELLING = 4
"""Things that such a quotation must speak of at least: "ask a bear" is said of anything."""

_MARKS = " .,;:!?\"'“”‘’"
_SHARED = 2
_COMPARED = 200
"""Claims that speak of the same, the nearest ones, that a claim is compared with."""

_ASSERTING = frozenset({Stance.SAYS, Stance.CONFIRMS, Stance.KNOWS, Stance.ACCUSES})


def link(drafts: Sequence[Draft], actors: Mapping[str, Actor]) -> None:
    """Add to each claim its links to the others; `drafts` are in text order."""
    by_key = Index.of(drafts, lambda draft: draft.keys)
    by_event = Index.of(drafts, lambda draft: draft.events)
    for number, draft in enumerate(drafts):
        if not draft.chain:
            continue
        draft.links.extend(answer_links(draft, drafts, number, by_key, actors))
        earlier = [drafts[at] for at in by_event.sharing(draft.events, 1) if at < number]
        _compare(draft, earlier[-_COMPARED:], actors)


def _compare(draft: Draft, earlier: Sequence[Draft], actors: Mapping[str, Actor]) -> None:
    alike = [other for other in earlier if other.chain and _same_matter(draft, other)]
    same = [other for other in alike if _same_source(draft, other)]
    for other in dict.fromkeys([*same[:1], *same[-1:]]):
        if draft.polarity is other.polarity:
            draft.links.append(DraftLink(LinkKind.REPEATS, other))
    for other in alike:
        if _linked(draft, other) or not independent(draft, other, actors):
            continue
        if not is_somebody(draft) or not (is_somebody(other) or draft.stance is Stance.CONFIRMS):
            continue
        if _accuse_each_other(draft, other):
            draft.links.append(DraftLink(LinkKind.DENIES, other))
            continue
        if not {draft.stance, other.stance} <= _ASSERTING | {Stance.DENIES, Stance.BELIEVES}:
            continue
        if draft.polarity is other.polarity and _affirms(draft) and _affirms(other) and _agrees(draft, other):
            draft.links.append(DraftLink(LinkKind.CONFIRMS, other))


def _agrees(draft: Draft, other: Draft) -> bool:
    """Whether two claims of two named sources say the same, neither of them more or less, and none is a heading."""
    if draft.heading or other.heading or _is_one_quotation(draft, other):
        return False
    if draft.stance is Stance.CONFIRMS:
        return tells_most(draft.keys, other.keys)
    named = draft.attributions[-1].actors and other.attributions[-1].actors
    told = draft.voice is other.voice is Voice.INDIRECT or min(len(draft.keys), len(other.keys)) >= _TELLING
    return (
        bool(named) and told and tells_most(draft.keys, other.keys, _ALL) and tells_most(other.keys, draft.keys, _ALL)
    )


def _is_one_quotation(draft: Draft, other: Draft) -> bool:
    """Whether both are the same words of one mouth, quoted twice: nobody confirms another word for word."""
    if Voice.INDIRECT in (draft.voice, other.voice):
        return False
    text = text_of(draft.head.doc)
    mine, theirs = (words_of(one.content, text, " ").lower().strip(_MARKS) for one in (draft, other))
    short, long = sorted((mine, theirs), key=len)
    return len(short.split()) > _TELLING and short in long


def _accuse_each_other(draft: Draft, other: Draft) -> bool:
    """Whether the accused answers with a charge of his own: that affirms nothing."""
    charges = draft.stance is other.stance is Stance.ACCUSES
    return charges and bool(draft.origin & other.keys.keys()) and bool(other.origin & draft.keys.keys())


def _affirms(draft: Draft) -> bool:
    return (
        draft.stance in _ASSERTING
        and draft.certainty in (Certainty.CERTAIN, Certainty.PROBABLE)
        and draft.attributions[0].source_kind is not SourceKind.UNNAMED
    )


def _same_matter(draft: Draft, other: Draft) -> bool:
    if draft.pointing or other.pointing or draft.reach.overlaps(other.reach) or not _share(draft, other):
        return False
    return bool(draft.events & other.events) and likeness(draft.keys, other.keys) >= ALIKE


def _share(draft: Draft, other: Draft) -> bool:
    return len(draft.keys.keys() & other.keys.keys()) >= _SHARED


def _linked(draft: Draft, other: Draft) -> bool:
    return any(entry.to is other for entry in draft.links) or any(entry.to is draft for entry in other.links)


def _same_source(draft: Draft, other: Draft) -> bool:
    left, right = draft.attributions, other.attributions
    return (
        bool(left[-1].actors)
        and set(left[-1].actors) == set(right[-1].actors)
        and (set(left[0].actors) == set(right[0].actors))
    )
