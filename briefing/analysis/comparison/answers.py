"""Answers: which claim a denial, a plea or an affirmation answers."""

from collections.abc import Mapping, Sequence
from itertools import islice
from operator import itemgetter

from briefing.analysis.attribution.attribution_rules import PLEA
from briefing.analysis.attribution.denial_clauses import CLEARED, DENIAL
from briefing.analysis.attribution.denied_claims import DENIED
from briefing.analysis.claims.claim_drafts import Draft, DraftLink
from briefing.analysis.comparison.claim_index import Index
from briefing.analysis.comparison.claim_similarity import ALIKE, likeness, stem, tells_most
from briefing.analysis.comparison.independence import independent, is_somebody, speaks_of
from briefing.analysis.syntax.dependencies import root_of, text_of
from briefing.analysis.syntax.word_classes import PROOFS, VERBAL
from briefing.model import Actor, Certainty, LinkKind, Polarity, Stance, Time, overlap_length, overlap_share, words_of

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

_OWNERS = frozenset({"his", "her", "their", "its"})
_ASSERTING = frozenset({Stance.SAYS, Stance.KNOWS, Stance.BELIEVES, Stance.ACCUSES})
_FIRST = frozenset({"after", "when", "which", "who", "once"})
"""Words behind which stands what was said before."""

_VIEWS = frozenset({"criticism", "critique"})
_REPORTS = frozenset({"story", "report", "article"})
_ALTHOUGH = frozenset({"although", "though", "while"})
_ALL_OF_IT = frozenset({"them", "these", "those", "all"})

_NEXT_CLAUSE = 12
"""Code points from the end of a denial to the verb of a clause that tells what is denied: ", which | alleges"."""

JOINED, APART = "joined", "apart"
"""Whether what is answered stands in the sentence of the answer, or in a later one."""

_AHEAD = 3
"""Claims after a denial within which it may find what it answers."""

_NEXT_SENTENCE = 300
"""Code points from a claim to a denial that only points at it."""

_COVERED = 0.5
"""Share of what a denial tells that a claim must tell."""

_SAME = 0.5
"""Share of their words from which a denial and a claim have the same content."""


def answer_links(
    draft: Draft, drafts: Sequence[Draft], number: int, by_key: Index, actors: Mapping[str, Actor]
) -> list[DraftLink]:
    """The links from a claim to those that it answers, if it answers any; `number` is its place among the drafts."""
    if draft.answer is None:
        return []
    if draft.answer is Stance.DENIES:
        return [DraftLink(LinkKind.DENIES, other) for other in _denied(draft, drafts, number, by_key, actors)]
    answered = _answered(draft, drafts, number, by_key, actors)
    if answered is not None and not draft.pointing and draft.polarity is not answered.polarity:
        # Who concedes that he did it does not confirm that he never did.
        return []
    held = [other for other in drafts if answered is not None and _is_answerers_own(draft, answered, other)]
    met = [answered, *held] if answered is not None else []
    return [DraftLink(LinkKind.CONFIRMS, other) for other in dict.fromkeys(met)]


def _denied(
    draft: Draft, drafts: Sequence[Draft], number: int, by_key: Index, actors: Mapping[str, Actor]
) -> list[Draft]:
    """All that a denial meets, each once."""
    if draft.innocence and not draft.accused and draft.chain[-1].rule != CLEARED:
        # What others think of somebody's innocence is no answer of his.
        return []
    named = _named(draft, drafts, number)
    beside: Draft | None = None
    charges: list[Draft] = []
    if draft.against and not draft.telling:
        return []
    if named is not None and independent(draft, named, actors):
        answered: Draft | None = named
    elif draft.chain[-1].rule == DENIAL and not draft.pointing:
        beside = _beside(draft, drafts, number)
        answered = beside if beside is not None and independent(draft, beside, actors) else None
    else:
        charges = _charges(draft, drafts, number, actors) if not draft.against else []
        answered = _told_after(draft, drafts, number, actors, JOINED) if draft.pointing else None
        answered = answered or _answered(draft, drafts, number, by_key, actors)
        is_other_charge = answered is not None and answered.stance is Stance.ACCUSES and answered not in charges
        if charges and (answered is None or (draft.pointing and not draft.whole) or is_other_charge):
            answered = charges[-1]
    if answered is None and draft.pointing and not draft.innocence:
        answered = _told_after(draft, drafts, number, actors, APART)
    if answered is None or (_is_beside_its_claim(draft) and root_of(answered.head).i != root_of(draft.head).i):
        return []
    if answered is not named and answered is not beside and not _is_surely_met(draft, answered, drafts, actors):
        charges = [other for other in charges if _is_surely_met(draft, other, drafts, actors)]
        if not charges:
            return []
        answered = charges[-1]
    held = [other for other in drafts if _is_answerers_own(draft, answered, other)]
    with_it = _told_with(draft, answered, drafts, actors) if draft.pointing else []
    return list(dict.fromkeys((answered, *held, *charges, *with_it)))


def _is_surely_met(draft: Draft, other: Draft, drafts: Sequence[Draft], actors: Mapping[str, Actor]) -> bool:
    """Whether a denial and a claim speak of one thing beyond doubt, and not only stand near one another."""
    if root_of(draft.head).i == root_of(other.head).i:
        return True
    if draft.innocence:
        named = draft.telling and not draft.pointing and other.stance is not Stance.ACCUSES
        if named and not draft.telling & other.keys.keys():
            # "He was not involved in the planning" answers nothing that is told of another thing.
            return False
        tried = draft.chain[-1].rule == PLEA and other.polarity is Polarity.POSITIVE and speaks_of(other, draft)
        return other.stance is Stance.ACCUSES or _accuses(other, draft) or tried
    if not draft.pointing:
        return _is_of_the_same(draft, other, actors)
    unproven = any(draft.head.doc[at].lemma_.lower() in PROOFS for at in draft.tokens)
    if unproven and other.polarity is Polarity.NEGATIVE:
        # Who finds no sign that it was sent agrees with who says that he would not have sent it.
        return False
    if draft.telling or other.stance is Stance.ACCUSES or speaks_of(other, draft):
        return True
    if other.reach.start > draft.reach.start:
        return True
    between = [one for one in drafts if draft.reach.start > one.reach.start > other.reach.start and one.chain]
    return not between and 0 <= draft.reach.start - other.reach.end <= _NEXT_SENTENCE


def _is_of_the_same(draft: Draft, other: Draft, actors: Mapping[str, Actor]) -> bool:
    """Whether most of what a denial tells is told by a claim that says it is so."""
    if other.polarity is Polarity.NEGATIVE or other.certainty in (Certainty.POSSIBLE, Certainty.UNKNOWN):
        return False
    if draft.stance is Stance.DENIES and draft.head.lower_ in _VIEWS:
        # Who dismisses critique of his speech does not deny what was told of the speech.
        return False
    if likeness(draft.keys, other.keys) >= ALIKE:
        return True
    doc = draft.head.doc
    if any(doc[at].dep_ == "neg" or doc[at].lower_ == "never" for at in other.tokens):
        return False
    is_act = not any(doc[at].pos_ in VERBAL for at in draft.tokens)
    if is_act or (draft.stance is not Stance.DENIES and not draft.chain[-1].source):
        # "Dismissed critique of his debate" turns down somebody's view, and need not be of what was told of the debate.
        return False
    shared = (draft.keys.keys() & other.keys.keys()) - actors.keys()
    told = sum(weight for key, weight in draft.keys.items() if key in shared)
    own = sum(weight for key, weight in draft.keys.items() if key not in actors)
    accused = other.stance is Stance.ACCUSES and speaks_of(other, draft)
    return len(shared) >= (1 if accused else _SHARED) and told >= _COVERED * own


def _is_beside_its_claim(draft: Draft) -> bool:
    """Whether what it points at stands in its own sentence: "…, although Israel disputes this"."""
    verb = draft.head.head
    joined = any(child.dep_ == "mark" and child.lower_ in _ALTHOUGH for child in verb.children)
    return draft.pointing and draft.head.tag_ in {"DT", "PRP"} and verb.dep_ == "advcl" and joined


def _named(draft: Draft, drafts: Sequence[Draft], number: int) -> Draft | None:
    """The claim that the denial itself names with whose it is: "rejected Bell's claim that it fell"."""
    ends = draft.chain[-1].content[-1].end
    for other in drafts[number + 1 : number + 1 + _AHEAD]:
        if other.chain and other.chain[-1].rule == DENIED:
            start = other.chain[-1].cue[0].start
            if draft.reach.start <= start <= max(ends, draft.reach.end) + _NEXT_CLAUSE:
                return other
    return None


def _beside(draft: Draft, drafts: Sequence[Draft], number: int) -> Draft | None:
    """The claim with the same words, on which a denial hangs: "accused him of theft, which he denies"."""
    near = [other for other in drafts[max(0, number - _NEAR) : number + _NEAR] if other is not draft and other.chain]
    shares = [(overlap_share(draft.content, other.content), other) for other in near if other.answer is None]
    best = max(shares, key=itemgetter(0), default=(0.0, None))
    return best[1] if best[0] >= _SAME else None


def _told_after(
    draft: Draft, drafts: Sequence[Draft], number: int, actors: Mapping[str, Actor], where: str
) -> Draft | None:
    """What a denial answers that stands before it: "denied it after Moll said …", "denied it. Moll had said …"."""
    for other in drafts[number + 1 : number + 1 + _AHEAD]:
        if not other.chain or not _is_other(draft, other, actors) or _is_by_answerer(draft, other):
            continue
        same = root_of(other.head).i == root_of(draft.head).i
        if where == JOINED and same and _is_joined(draft, other):
            return other
        if where == APART and not same and (_was_said_before(other) or draft.doers & other.origin):
            return other
    return None


def _is_joined(draft: Draft, other: Draft) -> bool:
    """Whether a word between them says that the other was said first: "after", "when", "which alleges"."""
    start, end = draft.reach.end, min(span.start for span in (*other.chain[-1].source, *other.chain[-1].cue))
    words = text_of(draft.head.doc)[start:end].lower().split() if start < end else []
    own = {span.of(text_of(draft.head.doc)).lower() for span in other.chain[-1].source}
    return any(word.strip(",;") in _FIRST for word in words) or bool(own & _FIRST)


def _was_said_before(other: Draft) -> bool:
    """Whether the cue says that it was said earlier than what is told around it: "had said", "had accused"."""
    words = words_of(other.chain[-1].cue, text_of(other.head.doc), " ").lower().split()
    return "had" in words


def _told_with(draft: Draft, answered: Draft, drafts: Sequence[Draft], actors: Mapping[str, Actor]) -> list[Draft]:
    """What the one who is answered said beside it, where the answer points at all of it: "denied the allegations"."""
    at = next((number for number, other in enumerate(drafts) if other is answered), 0)
    many = draft.whole or draft.head.tag_ == "NNS" or draft.head.lower_ in _ALL_OF_IT
    if not many:
        return []
    if draft.whole and draft.telling:
        before = (other for other in drafts[max(0, at - _CHARGED) : at] if other.chain)
        return [other for other in before if _is_word_of(draft, other) and _is_other(draft, other, actors)]
    root = root_of(answered.head).i
    found: list[Draft] = []
    for other in reversed(drafts[max(0, at - _NEAR) : at]):
        if not other.chain or not _same_mouth(answered, other):
            break
        same = root_of(other.head).i == root or _tells_of(other, draft) or other.stance is Stance.ACCUSES
        if same and _is_other(draft, other, actors):
            found.append(other)
    return found


def _same_mouth(left: Draft, right: Draft) -> bool:
    if left.origin or right.origin:
        return left.origin == right.origin
    return left.chain[-1].source == right.chain[-1].source


def _tells_of(other: Draft, draft: Draft) -> bool:
    """Whether a claim says something of the one who denies it, or of whom he speaks for."""
    return bool(draft.side & other.doers) or (other.stance is Stance.ACCUSES and speaks_of(other, draft))


def _is_by_answerer(draft: Draft, other: Draft) -> bool:
    """Whether it is the word of the one for whom the answer is given; whose "her office" is, is less sure."""
    text = text_of(draft.head.doc)
    words = words_of(draft.chain[-1].source, text, " ").lower().split()
    return bool(draft.side & other.origin) and not _OWNERS.intersection(words)


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
    if draft.pointing and draft.answer is Stance.DENIES and draft.telling:
        # Further back stands what is told with whose it is: "Bell's claims", "she is wrong".
        further = [other for other in drafts[max(0, number - _CHARGED) : number] if other.chain]
        by_name = [other for other in further if _is_word_of(draft, other) and _may_answer(draft, other, actors)]
        before = by_name or [other for other in further if other in before and not draft.against]
    if not is_somebody(draft):
        before = [other for other in before if is_somebody(other)]
    near = [other for other in before if _is_other(draft, other, actors) and _may_answer(draft, other, actors)]
    top = [other for other in near if not other.is_nested or other.chain[-1].rule.startswith("verb.charge")]
    return _nearest(draft, top or near)


def _is_word_of(draft: Draft, other: Draft) -> bool:
    """Whether a claim is the word of whom a denial names, or of what: "the claims in Holt's suit"."""
    if draft.telling & other.origin:
        return True
    source = words_of(other.chain[-1].source, text_of(other.head.doc), " ").lower().split()
    return not other.origin and bool(source) and bool({source[-1], stem(source[-1])} & draft.telling)


def _reach(draft: Draft) -> int:
    """Claims back within which what an answer answers is looked for."""
    return _NEXT if draft.pointing and draft.answer is Stance.DENIES else _NEAR


def _charges(draft: Draft, drafts: Sequence[Draft], number: int, actors: Mapping[str, Actor]) -> list[Draft]:
    """What others accuse the one of who denies: he answers all of it, or that of which his own words tell."""
    if draft.innocence and not is_somebody(draft):
        return []
    last = number + 1
    while last < min(len(drafts), number + _AHEAD) and root_of(drafts[last].head) == root_of(draft.head):
        last += 1
    before = [
        other
        for other in drafts[max(0, number - _CHARGED) : last]
        if other.chain and _is_answerable(draft, other, actors) and not _is_by_answerer(draft, other)
    ]
    charges = [other for other in before if other.stance is Stance.ACCUSES and speaks_of(other, draft)]
    if draft.innocence and not charges:
        charges = [other for other in before[-_NEAR:] if _accuses(other, draft)][-1:] or _told_later(
            draft, drafts[number + 1 : number + 1 + _NEAR], actors
        )
    told = draft.keys.keys() - draft.side
    if draft.chain[-1].rule == PLEA:
        # Somebody else's charges are another case.
        return [other for other in charges if _same_mouth(charges[-1], other)]
    if draft.innocence and draft.stance is not Stance.DENIES:
        return charges
    if draft.telling:
        of_named = [other for other in charges if _is_word_of(draft, other)]
        named = any(_is_word_of(draft, other) for other in before)
        return of_named if named else [other for other in charges if draft.telling & other.keys.keys()]
    met = [other for other in charges if told & other.keys.keys()]
    if met or draft.pointing or draft.innocence:
        return met or charges
    return [other for other in charges if other in drafts[max(0, number - _NEAR) : last]]


def _told_later(draft: Draft, following: Sequence[Draft], actors: Mapping[str, Actor]) -> list[Draft]:
    """What a plea at the head of a report answers: the first that others lay to the accused below it."""
    others = [other for other in following if other.chain and _is_answerable(draft, other, actors)]
    laid = (
        other
        for other in others
        if _accuses(other, draft) or (other.stance is Stance.ACCUSES and speaks_of(other, draft))
    )
    return list(islice(laid, 1))


def _accuses(other: Draft, draft: Draft) -> bool:
    """Whether a claim says that somebody did what he denies, without a word of accusation."""
    named = bool(draft.side & other.doers) or (not draft.side and speaks_of(other, draft))
    does = named and other.polarity is Polarity.POSITIVE
    told = bool(other.chain[-1].source) and other.stance in _ASSERTING
    done = other.time is Time.PAST or other.head.tag_ == "VBG"
    return does and told and not other.own and done


def _is_other(draft: Draft, other: Draft, actors: Mapping[str, Actor]) -> bool:
    if not other.chain or not _is_answerable(draft, other, actors):
        return False
    if draft.answer is Stance.CONFIRMS:
        return is_somebody(draft)
    if _is_by_answerer(draft, other):
        return False
    known = is_somebody(draft), is_somebody(other)
    return any(known) if draft.pointing else known[1] or (known[0] and speaks_of(other, draft))


def _may_answer(draft: Draft, other: Draft, actors: Mapping[str, Actor]) -> bool:
    """Whether an answer with words of its own speaks of anything that the other claim speaks of.

    Who affirms something must speak of more than the same people: "accepted his resignation" affirms nothing he said.
    """
    if draft.pointing and draft.answer is Stance.DENIES and draft.telling:
        return bool(draft.telling & other.keys.keys()) or _is_word_of(draft, other)
    if draft.pointing or not draft.keys:
        return True
    if draft.stance is Stance.CONFIRMS:
        return tells_most(draft.keys, other.keys) and bool((draft.keys.keys() & other.keys.keys()) - actors.keys())
    shared = (draft.keys.keys() | draft.origin) & other.keys.keys()
    if draft.answer is not Stance.DENIES:
        return bool(shared)
    # Who says that the accused did not do it is on his side, whatever else the accused denies.
    beside = other.polarity is draft.polarity is Polarity.NEGATIVE
    if beside or not (other.stance is Stance.ACCUSES or other.time is Time.PAST):
        return bool(shared - actors.keys())
    return bool(shared)


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
    about = [other for other in near if other.stance is Stance.ACCUSES or draft.side & other.keys.keys()]
    if draft.pointing and any(draft.head.doc[at].lemma_.lower() in _REPORTS for at in draft.tokens):
        # A story is what was told last, whomever it is about.
        about = []
    if draft.chain[-1].rule == PLEA:
        return next((other for other in reversed(near) if speaks_of(other, draft)), None)
    return next(reversed(about or list(near)), None)


def _is_answerable(draft: Draft, other: Draft, actors: Mapping[str, Actor]) -> bool:
    return (
        other is not draft
        and not other.pointing
        and other.answer is None
        and not overlap_length(draft.content, other.content)
        and (draft.answer is not Stance.DENIES or other.stance in _DENIABLE)
        and (draft.answer is not Stance.CONFIRMS or not other.heading)
        and independent(draft, other, actors)
    )


def absorb_pointers(drafts: list[Draft]) -> list[Draft]:
    """Join "confirmed the sentiment, saying …": the words after "saying" answer what "the sentiment" points at."""
    kept: list[Draft] = []
    for draft in drafts:
        joins = draft.pointing and draft.answer is not None and not draft.innocence
        host = _host(draft, drafts) if joins else None
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
