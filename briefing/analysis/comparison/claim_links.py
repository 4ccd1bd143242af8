"""Links between the claims of one article: repeats, confirms, denies."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import itemgetter

from briefing.analysis.attribution.attribution_rules import PLEA
from briefing.analysis.claims.claim_drafts import Draft, DraftLink
from briefing.analysis.comparison.claim_similarity import likeness
from briefing.analysis.syntax.dependencies import root_of, text_of
from briefing.model import Actor, Certainty, LinkKind, Polarity, SourceKind, Stance, Voice, words_of
from briefing.records import dataclass

_ALIKE = 0.62
_MOST = 0.55
"""Share of what a claim is about that another one must tell to affirm it."""

_ALL = 0.9
"""The same where two sources say something alike and neither of them speaks of the other."""

_TELLING = 4
"""Things that such a quotation must speak of at least: "ask a bear" is said of anything."""

_SPOKEN_TO = frozenset({"you"})

_SHARED = 2
_COMPARED = 200
"""Claims that speak of the same, the nearest ones, that a claim is compared with."""

_NEAR = 6
"""Claims back within which an answer with words of its own looks for what it answers."""

_NEXT = 2
"""The same for a denial that only points ("denied the report"): further back, it is as often that of another claim."""

_CHARGED = 15
"""Claims back within which the accused answers what was said of him."""

_OPPOSED = 0.88
"""Likeness from which two claims of which one says not are a denial without a word of it."""

_DENIABLE = frozenset({Stance.SAYS, Stance.ACCUSES, Stance.DENIES, Stance.KNOWS, Stance.BELIEVES, Stance.OBJECTS})
"""What can be denied; a demand or an offer is turned down."""

_TOLD = 3
"""Words from which a denial tells what it denies ("accusations of brutality"), and is a claim of its own."""

_NOUNS = frozenset({"NOUN", "PROPN"})
_ARTICLES = frozenset({"the", "a", "an", "this", "that", "its", "his", "her", "their"})
_ASSERTING = frozenset({Stance.SAYS, Stance.CONFIRMS, Stance.KNOWS, Stance.ACCUSES})


def link(drafts: Sequence[Draft], actors: Mapping[str, Actor]) -> None:
    """Add to each claim its links to the others; `drafts` are in text order."""
    by_key = _Index.of(drafts, lambda draft: draft.keys)
    by_event = _Index.of(drafts, lambda draft: draft.events)
    for number, draft in enumerate(drafts):
        if not draft.chain:
            continue
        answered = _answered(draft, drafts, number, by_key, actors) if draft.answer is not None else None
        charges = _charges(draft, drafts, number, actors)
        is_other_charge = answered is not None and answered.stance is Stance.ACCUSES and answered not in charges
        if charges and (answered is None or draft.pointing or is_other_charge):
            answered = charges[-1]
        if answered is not None and draft.answer is not None:
            kind = LinkKind.DENIES if draft.answer is Stance.DENIES else LinkKind.CONFIRMS
            held = [other for other in drafts if _is_answerers_own(draft, answered, other)]
            draft.links.extend(DraftLink(kind, other) for other in dict.fromkeys((answered, *held, *charges)))
        earlier = [drafts[at] for at in by_event.sharing(draft.events, 1) if at < number]
        _compare(draft, earlier[-_COMPARED:], drafts[max(0, number - _NEAR) : number], actors)


@dataclass(frozen=True)
class _Index:
    """The numbers of the claims that speak of each thing, in text order."""

    numbers: Mapping[str, Sequence[int]]

    @classmethod
    def of(cls, drafts: Sequence[Draft], words: Callable[[Draft], Iterable[str]]) -> "_Index":
        found: dict[str, list[int]] = {}
        for number, draft in enumerate(drafts):
            for word in words(draft):
                found.setdefault(word, []).append(number)
        return cls(found)

    def sharing(self, words: Iterable[str], least: int) -> list[int]:
        """The numbers of the claims that share at least `least` of the words."""
        counts = Counter(number for word in words for number in self.numbers.get(word, ()))
        return sorted(number for number, count in counts.items() if count >= least)


def _answered(
    draft: Draft, drafts: Sequence[Draft], number: int, by_key: _Index, actors: Mapping[str, Actor]
) -> Draft | None:
    """The claim that an answer answers: the most alike, else the nearest before it that somebody else made."""
    sharing = sorted(by_key.sharing(draft.keys, _SHARED), key=lambda at: abs(at - number))[:_COMPARED]
    others = [other for other in (drafts[at] for at in sorted(sharing)) if _is_other(draft, other, actors)]
    best = max(((likeness(draft.keys, other.keys), other) for other in others), key=itemgetter(0), default=(0.0, None))
    if best[1] is not None and best[0] >= _ALIKE and not draft.pointing:
        return best[1] if draft.answer is Stance.DENIES or _tells_most_of(draft, best[1]) else None
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
    accused = _speaks_of(other, draft)
    return _is_somebody(draft) and (_is_somebody(other) or draft.answer is Stance.CONFIRMS or accused)


def _speaks_of(other: Draft, draft: Draft) -> bool:
    """Whether a claim is about the one who makes another: by the actor, or by his name in its words."""
    if draft.origin & other.keys.keys():
        return True
    text = text_of(draft.head.doc)
    name = words_of(draft.chain[-1].source, text, " ").split()[-1:]
    return bool(name) and name[0][:1].isupper() and name[0] in words_of(other.content, text, " ").split()


def _is_somebody(draft: Draft) -> bool:
    """Whether it is known whose claim it is: of two nameless ones nobody can tell whether they are two.

    What one is asked ("you say that …") is the word of who asks.
    """
    if words_of(draft.chain[-1].source, text_of(draft.head.doc), " ").lower() in _SPOKEN_TO:
        return False
    return bool(draft.attributions[-1].actors) or draft.attributions[-1].source_kind is not SourceKind.UNNAMED


def _may_answer(draft: Draft, other: Draft, actors: Mapping[str, Actor]) -> bool:
    """Whether an answer with words of its own speaks of anything that the other claim speaks of.

    Who affirms something must speak of more than the same people: "accepted his resignation" affirms nothing he said.
    """
    if draft.pointing and draft.answer is Stance.DENIES and _tells_whose(draft):
        return bool((draft.keys.keys() | draft.origin) & (other.keys.keys() | other.origin))
    if draft.pointing or not draft.keys:
        return True
    if draft.stance is Stance.CONFIRMS:
        return _tells_most_of(draft, other) and bool((draft.keys.keys() & other.keys.keys()) - actors.keys())
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
        return next((other for other in reversed(near) if _speaks_of(other, draft)), None)
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


def _compare(draft: Draft, earlier: Sequence[Draft], near: Sequence[Draft], actors: Mapping[str, Actor]) -> None:
    alike = [other for other in earlier if other.chain and _same_matter(draft, other)]
    same = [other for other in alike if _same_source(draft, other)]
    for other in dict.fromkeys([*same[:1], *same[-1:]]):
        if draft.polarity is other.polarity:
            draft.links.append(DraftLink(LinkKind.REPEATS, other))
    for other in alike:
        if _linked(draft, other) or not independent(draft, other, actors):
            continue
        if not _is_somebody(draft) or not (_is_somebody(other) or draft.stance is Stance.CONFIRMS):
            continue
        if _accuse_each_other(draft, other):
            draft.links.append(DraftLink(LinkKind.DENIES, other))
            continue
        if not {draft.stance, other.stance} <= _ASSERTING | {Stance.DENIES, Stance.BELIEVES}:
            continue
        if draft.polarity is not other.polarity:
            if other in near and draft.time is other.time and likeness(draft.keys, other.keys) >= _OPPOSED:
                draft.links.append(DraftLink(LinkKind.DENIES, other))
        elif _affirms(draft) and _affirms(other) and _agrees(draft, other):
            draft.links.append(DraftLink(LinkKind.CONFIRMS, other))


def _agrees(draft: Draft, other: Draft) -> bool:
    """Whether two claims of two named sources say the same, neither of them more or less, and none is a heading."""
    if draft.heading or other.heading:
        return False
    if draft.stance is Stance.CONFIRMS:
        return _tells_most_of(draft, other)
    named = draft.attributions[-1].actors and other.attributions[-1].actors
    told = draft.voice is other.voice is Voice.INDIRECT or min(len(draft.keys), len(other.keys)) >= _TELLING
    return bool(named) and told and _tells_most_of(draft, other, _ALL) and _tells_most_of(other, draft, _ALL)


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


def _tells_most_of(draft: Draft, other: Draft, share: float = _MOST) -> bool:
    """Whether a claim says most of what another one says, and not the half of it."""
    shared = sum(weight for key, weight in other.keys.items() if key in draft.keys)
    return shared >= share * sum(other.keys.values())


def _same_matter(draft: Draft, other: Draft) -> bool:
    if draft.pointing or other.pointing or draft.reach.overlaps(other.reach) or not _share(draft, other):
        return False
    return bool(draft.events & other.events) and likeness(draft.keys, other.keys) >= _ALIKE


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


def independent(draft: Draft, other: Draft, actors: Mapping[str, Actor]) -> bool:
    """Whether no hop of the one is a hop of the other, or part of one body: "China", "China's Foreign Ministry"."""
    left = {actor for hop in draft.attributions for actor in hop.actors}
    right = {actor for hop in other.attributions for actor in hop.actors}
    if left & right or _is_one_body(_source_words(draft), _source_words(other)):
        return False
    names = [(_name(actors, a), _name(actors, b)) for a in left for b in right]
    return not any(a and b and (a in b or b in a) for a, b in names)


def _is_one_body(left: set[str], right: set[str]) -> bool:
    """Whether a nameless source is another one, or speaks for it: "the ministry", "a ministry spokesman"."""
    bare = [[frozenset(words.split()) - _ARTICLES for words in side] for side in (left, right)]
    return any(a and b and (a <= b or b <= a) for a in bare[0] for b in bare[1])


def _source_words(draft: Draft) -> set[str]:
    """The words of sources that resolve to no actor."""
    text = text_of(draft.head.doc)
    spans = [span for hop in draft.attributions if not hop.actors for span in hop.source]
    return {span.of(text).lower() for span in spans}


def _name(actors: Mapping[str, Actor], actor_id: str) -> str:
    return actors[actor_id].name.lower() if actor_id in actors else ""


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
