"""What the accused says of the very act he is accused of: "the encounter was consensual", "he was at home"."""

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from briefing.analysis.comparison.rival_words import DefenceWords
from briefing.analysis.comparison.told_claims import Parties, Party, ToldClaim, happened, other_source
from briefing.analysis.syntax.dependencies import SUBJECTS, base_form, phrase, subject, words_in
from briefing.analysis.syntax.word_classes import POSSESSIVES, SUBJECT_PRONOUNS
from briefing.model import Certainty, Polarity, Stance, Time
from briefing.records import dataclass

_NOT = re.compile(r"(?:\bnothing|\bnot|\bnever|n['’]t|\bno|\bneither|\bwithout)\W+(?:\w+\W+){0,2}$")
_OWN, _ACT = "own", "act"
_OPEN = frozenset({"if", "whether"})
_LEADS = frozenset({"of", "for", "with", "over", "about"})
_NEAR = 3
"""Claims within which "the coach" is the one who was called so, and then by his name."""

_FIRST = 24
"""Code points within which what is denied is named."""

_STRONG = frozenset({"sexual", "violent"})


@dataclass(frozen=True, slots=True)
class Charge:
    """What somebody is said to have done wrong.

    Attributes:
        accused: by whose deed it is.
        kinds: of the wrong; empty for one that no verb of the lexicon tells.

    The accused is not known of what only the one to whom it was done tells ("before being raped").
    """

    accused: Party
    kinds: frozenset[str]


@dataclass(frozen=True, slots=True)
class Defence:
    """What is said for the accused.

    Attributes:
        speaker: who says it, and for whom he speaks.
        about: of whom it speaks.
        forces: whether it speaks of those who act for who says it ("his men fired only after …").
        kinds: of the wrongs that it answers.
    """

    speaker: Party
    about: Party
    kinds: frozenset[str]
    forces: bool


@dataclass(frozen=True, slots=True)
class Denial:
    """What somebody says was not so.

    Attributes:
        speaker: who says it, and for whom he speaks.
        things: what it speaks of, by key; if it is not he of whom it tells, only that of which it does.
    """

    speaker: Party
    things: frozenset[str]


def charge_of(said: ToldClaim, words: DefenceWords, parties: Parties) -> Charge | None:
    """The charge that a claim makes."""
    draft = said.draft
    if draft.stance is Stance.DENIES or draft.certainty is Certainty.UNKNOWN or draft.chain[-1].negated:
        return None
    verbs = [token for token in said.tokens if token.pos_ == "VERB" and _is_told(token, words)]
    wrongs = [(verb, kinds) for verb in verbs if (kinds := _kinds(verb, words))]
    kinds = frozenset(kind for _, of in wrongs for kind in of)
    if draft.stance is Stance.ACCUSES:
        lead = next((token.i for token in said.tokens if token.lower_ in _LEADS), None)
        named = [token for token in said.tokens if lead is None or token.i < lead]
        return Charge(parties.of(named), kinds) if named else None
    for verb, of in wrongs:
        doer = _doer(verb)
        if doer is not None:
            accused = parties.of(_named_by(doer))
            if accused.known and not accused.actors & said.source.actors:
                return Charge(accused, of)
    return Charge(Party(), kinds) if kinds else None


def _kinds(verb: Token, words: DefenceWords) -> frozenset[str]:
    """The kinds of wrong that a verb tells, itself or by its object: "took bribes"."""
    objects = [child.lemma_.lower() for child in verb.children if child.dep_ == "dobj"]
    told = words.wrongs.get(base_form(verb, words.wrongs), frozenset())
    return told.union(*(words.wrong_things.get(noun, frozenset()) for noun in objects))


def _is_told(verb: Token, words: DefenceWords) -> bool:
    """Whether a verb says that it was so."""
    supposed = any(child.lower_ in _OPEN for child in verb.children if child.dep_ == "mark")
    return not supposed and happened(verb, words.undone)


def _named_by(noun: Token) -> Iterator[Token]:
    """The words of a noun phrase and of the name behind its comma: "her coach, Ole Vik"."""
    within = phrase(noun)
    for child in noun.children:
        if child.dep_ == "appos":
            within |= phrase(child)
    return (noun.doc[i] for i in sorted(within) if noun.doc[i].dep_ != "poss")


def _doer(verb: Token) -> Token | None:
    """Who does what a verb says: its subject, or behind "by" of a passive."""
    one = subject(verb)
    if one is not None and one.dep_ in SUBJECTS and one.dep_ != "nsubjpass":
        return one
    agent = next((child for child in verb.children if child.dep_ == "agent"), None)
    return next((child for child in agent.children if child.dep_ == "pobj"), None) if agent is not None else None


def defence_of(said: ToldClaim, words: DefenceWords, parties: Parties) -> Defence | None:
    """The defence that a claim makes."""
    if said.draft.stance in (Stance.ACCUSES, Stance.DEMANDS, Stance.PLANS):
        return None
    if said.draft.stance is Stance.DENIES:
        return _distance(said, words, parties)
    found = [m for m in words.defences.matches(said.words, said.bag) if _stands(said.words, m)]
    kinds = {kind for match in found for kind in words.defences.groups[match[0]]}
    if not kinds or said.draft.time is Time.PLANNED:
        return None
    speaker = _speaker(said, words, parties)
    subjects = [token for token in said.tokens if token.dep_ in SUBJECTS]
    about = parties.of(subjects)
    if not about.meets(speaker) and not any(token.lower_ in SUBJECT_PRONOUNS for token in subjects):
        kinds.discard(_OWN)
    owned = [one for one in subjects if any(part.lower_ in POSSESSIVES for part in one.children)]
    return Defence(speaker, about, frozenset(kinds), any(one.lemma_.lower() in words.forces for one in owned))


def _distance(said: ToldClaim, words: DefenceWords, parties: Parties) -> Defence | None:
    """The defence of who denies to have come near somebody: "denied any contact with her"."""
    found = [match for match in words.contact.matches(said.words, said.bag) if match.start() < _FIRST]
    kinds = frozenset(kind for match in found for kind in words.contact.groups[match[0]])
    if not kinds or said.draft.chain[-1].negated:
        return None
    return Defence(_speaker(said, words, parties), Party(), kinds, False)


def _stands(words: str, match: re.Match[str]) -> bool:
    """Whether it is said to be so: "was not consensual" is a charge, "nothing happened without her consent" is none."""
    denied = _NOT.search(words[: match.start()]) is not None
    return denied if match[0].startswith(("without", "against")) else not denied


def _speaker(said: ToldClaim, words: DefenceWords, parties: Parties) -> Party:
    """Who makes a defence, and the one for whom a lawyer or a family speaks."""
    tokens: Sequence[Token] = words_in(parties.doc, said.draft.chain[-1].source)
    if any(token.lemma_.lower() in words.mouths for token in tokens):
        behind = parties.of(token for token in tokens if token.dep_ in {"poss", "pobj", "compound"})
        return Party(said.source.actors | behind.actors, said.source.words | behind.words)
    return said.source


def denial_of(said: ToldClaim, words: DefenceWords, parties: Parties) -> Denial | None:
    """What a claim says was not so."""
    draft = said.draft
    if draft.polarity is not Polarity.NEGATIVE or draft.stance is not Stance.SAYS or draft.time is Time.PLANNED:
        return None
    own = subject(draft.head)
    speaker = _speaker(said, words, parties)
    if own is None or draft.answer is not None:
        return None
    of_speaker = own.lower_ in SUBJECT_PRONOUNS or own.lemma_.lower() in words.forces
    of_speaker = of_speaker or parties.of([own]).meets(speaker)
    keys = draft.keys if of_speaker else {parties.key(own)}
    return Denial(speaker, frozenset(key for key in keys if not parties.is_actor(key)))


def meets_charge(said: ToldClaim, denial: Denial, other: ToldClaim, charge: Charge, near: int) -> bool:
    """Whether the accused says that what he is accused of was not so: "no hospital had been hit"."""
    if other.draft.stance is not Stance.ACCUSES or not 0 < said.number - other.number <= near:
        return False
    shared = denial.things & other.draft.keys.keys() - charge.accused.words
    return bool(shared) and denial.speaker.meets(charge.accused) and _are_two(said, other)


def answers(said: ToldClaim, defence: Defence, other: ToldClaim, charge: Charge) -> bool:
    """Whether a defence is that of the accused, or for him, and against such a wrong."""
    if not _are_two(said, other) or not _fits(defence, charge, abs(said.number - other.number) == 1):
        return False
    if defence.speaker.meets(charge.accused) or _is_called(defence.speaker, charge.accused, said, other):
        return True
    theirs = defence.forces and said.number - other.number == 1
    return bool(defence.kinds & charge.kinds & _STRONG) and (theirs or defence.about.meets(charge.accused))


def _are_two(said: ToldClaim, other: ToldClaim) -> bool:
    """Whether a charge is another's than who answers it: of "is accused of fraud" it is told by nobody."""
    by_nobody = other.draft.stance is Stance.ACCUSES and not other.draft.chain[-1].source
    return by_nobody or other_source(said, other)


def _is_called(speaker: Party, accused: Party, said: ToldClaim, other: ToldClaim) -> bool:
    """Whether "the bank" that speaks next is Brightbank, which was accused just now, or "the coach, Ole Vik," he."""
    if said.source_words[:1] == ["the"] and not accused.actors and accused.words:
        called = {word.strip(",.") for word in said.source_words[1:3]}
        if accused.words <= called and said.number - other.number <= _NEAR:
            return True
    definite = not speaker.actors and said.source_words[:1] == ["the"] and said.number - other.number == 1
    return definite and any(name.endswith(word) for word in speaker.words for name in accused.words)


def _fits(defence: Defence, charge: Charge, is_next: bool) -> bool:
    if defence.kinds & charge.kinds:
        return True
    # What fits any charge must be told of the accused himself, or at once of what he did.
    of_accused = defence.about.meets(charge.accused) or defence.about.meets(defence.speaker)
    if is_next and defence.kinds & {_OWN, _ACT} and not defence.about.known:
        return True
    return of_accused and (bool(defence.kinds & {_OWN, _ACT}) or not charge.kinds)
