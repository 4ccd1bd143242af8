"""Who did it, by the word of somebody: "claimed responsibility for the blast", "blamed separatists for the raid"."""

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from briefing.analysis.comparison.rival_words import DeedWords
from briefing.analysis.comparison.told_claims import Parties, Party, ToldClaim, happened, other_source
from briefing.analysis.syntax.dependencies import base_form, own_subject, phrase
from briefing.analysis.syntax.word_classes import VERBAL
from briefing.model import Certainty, Polarity, Stance
from briefing.records import dataclass

_LEADING = {"blame": ("for", "over"), "accuse": ("of",)}
"""Between whom somebody lays a deed to and the deed."""

_REVERSED = {"blame": ("on",), "attribute": ("to",), "ascribe": ("to",), "pin": ("on",)}
"""Between the deed and whom he lays it to."""

_SELF = frozenset({"it", "they", "we", "i", "he", "she", "its", "their", "our", "my", "his", "her"})
_BEHIND_A_DEED = re.compile(r"\W+(?:it|this|that|them|these)\b")
_MEANWHILE = re.compile(r"\b(?:when|while|as|before|after)\b")
_SOON = 20
"""Code points behind "behind" within which what was done is told."""

_THE = "the "
_ORDINALS = frozenset({"second", "third", "fourth", "other", "another", "earlier", "previous", "later"})
_VIOLENCE = frozenset({"violence"})


@dataclass(frozen=True, slots=True)
class Deed:
    """What was done, and who did it.

    Attributes:
        doer: whom the claim makes the one who did it.
        kinds: of the deed, several apart from one; empty if it is of no known kind.
        things: what else the claim speaks of, by key; a deed without kind and things only points at one.
        acts: those among them that are what somebody did.
    """

    doer: Party
    kinds: frozenset[str]
    things: frozenset[str]
    acts: frozenset[str]


def deed_of(said: ToldClaim, words: DeedWords, parties: Parties) -> Deed | None:
    """The deed of which a claim says who did it; None if it does not say so."""
    draft = said.draft
    if draft.polarity is Polarity.NEGATIVE or draft.stance is Stance.DENIES or draft.chain[-1].negated:
        return None
    doer, begun = _doer(said, words, parties)
    if doer is None:
        return None
    kinds = frozenset(kind for match in _done(said, words) for kind in _kinds(said, match, words))
    things = frozenset(key for key in draft.keys if not parties.is_actor(key) and key not in doer.words)
    return Deed(doer, kinds | _VIOLENCE if begun else kinds, things, draft.events)


def _done(said: ToldClaim, words: DeedWords) -> Iterator[re.Match[str]]:
    """Where a claim has a word for a deed that it does not tell as refused or prevented."""
    for match in words.deeds.matches(said.words, said.bag):
        token = said.at(match.start())
        if token is None or happened(token, words.undone):
            yield match


def _kinds(said: ToldClaim, match: re.Match[str], words: DeedWords) -> Iterator[str]:
    """The kinds of a deed, and its name: "rocket strikes" are not "the attack", but "the attacks" may be it."""
    token = said.at(match.start())
    if token is not None and token.dep_ == "compound" and token.idx + len(token) < said.place(match.end()) + 1:
        return
    several = match[0].endswith("s") and not match[0].endswith("ss")
    yield _THE + (match[0][:-1] if several else match[0])
    yield from (f"{kind}s" if several else kind for kind in words.deeds.groups[match[0]])


def _doer(said: ToldClaim, words: DeedWords, parties: Parties) -> tuple[Party | None, bool]:
    """Who did it, and whether that is who began."""
    if said.cue in words.claiming and any(match.start() < 8 for match in words.credit.matches(said.words, said.bag)):
        return (said.source if said.source.known else None), False
    if said.cue in words.claiming and _names_deed(said, words):
        return (said.source if said.source.known else None), False
    laid = _laid_to(said) or _involved(said, words)
    if laid:
        return _named(said, laid, words, parties), False
    finders = (
        (words.answering, _after, True),
        (words.by, _after, False),
        (words.beginning, _before, True),
        (words.doing, _before, False),
    )
    for terms, found, begun in finders:
        for match in terms.matches(said.words, said.bag):
            if match[0] == "behind" and not (
                _BEHIND_A_DEED.match(said.words, match.end()) or _tells_deed(said, match, words)
            ):
                continue
            if match[0] in words.answering.groups and not any(_done(said, words)):
                # Who answers a request answers no blow.
                continue
            deed = said.at(match.start())
            if deed is not None and not happened(deed, words.undone):
                continue
            doer = _named(said, found(said, match), words, parties)
            if doer is not None:
                return doer, begun
    return _striker(said, words, parties), "first" in said.bag


def _names_deed(said: ToldClaim, words: DeedWords) -> bool:
    """Whether somebody claims a deed itself: "the blast was claimed by the Ansar brigade"."""
    head = said.draft.head
    return head.pos_ == "NOUN" and head.lower_ in words.deeds.groups and not any(t.pos_ in VERBAL for t in said.tokens)


def _involved(said: ToldClaim, words: DeedWords) -> Sequence[Token]:
    """The words of whom a claim says to have had a part in something: "alleged | Norvik's | involvement"."""
    head = said.draft.head
    if head.lower_ not in words.involving or said.cue not in words.alleging:
        return ()
    return [
        child for child in head.children if child.dep_ in {"poss", "amod", "compound"} and child.i in said.draft.tokens
    ]


def _tells_deed(said: ToldClaim, match: re.Match[str], words: DeedWords) -> bool:
    """Whether a deed follows soon: who is behind the bar has done nothing."""
    following = [said.words[match.end() : one.start()] for one in words.deeds.matches(said.words, said.bag)]
    return any(0 < len(between) < _SOON and not _MEANWHILE.search(between) for between in following)


def _striker(said: ToldClaim, words: DeedWords, parties: Parties) -> Party | None:
    """Who did what a verb of violence says: "Russian troops had shelled the power station"."""
    verbs = (t for t in said.tokens if t.pos_ == "VERB" and base_form(t, words.striking) in words.striking)
    verb = next((verb for verb in verbs if happened(verb, words.undone) and not _is_dismissal(verb)), None)
    one = own_subject(verb) if verb is not None else None
    if verb is None or one is None or not any(child.dep_ == "dobj" for child in verb.children):
        return None
    within = phrase(one)
    return _named(said, [token for token in said.tokens if token.i in within], words, parties)


def _is_dismissal(verb: Token) -> bool:
    """Whether somebody loses his post: "fired him", "fired | Bell | for lying"."""
    return verb.lemma_.lower() == "fire" and any(
        child.dep_ == "dobj" and (child.pos_ in {"PRON", "PROPN"} or child.ent_type_ == "PERSON")
        for child in verb.children
    )


def _laid_to(said: ToldClaim) -> Sequence[Token]:
    """The words of whom a cue lays something to: "blamed | Iran | for the attack", "attributed it to | rebels"."""
    tokens = said.tokens
    lead = next((t for t in tokens if t.lower_ in _LEADING.get(said.cue, ())), None)
    if lead is not None:
        return [token for token in tokens if token.i < lead.i]
    turn = next((t for t in tokens if t.lower_ in _REVERSED.get(said.cue, ())), None)
    if turn is not None:
        return [token for token in tokens if token.i > turn.i]
    return tokens if said.cue in _LEADING else ()


def _after(said: ToldClaim, match: re.Match[str]) -> Sequence[Token]:
    """The noun phrase behind some words."""
    token = said.at(match.end() + 1)
    if token is None or token.pos_ in {"ADP", "PUNCT", "SCONJ"}:
        # "Was retaliated against | for lying": nobody is named.
        return ()
    while token.head.i > token.i and token.head.pos_ in {"NOUN", "PROPN"}:
        token = token.head
    within = phrase(token)
    return [one for one in said.tokens if one.i in within]


def _before(said: ToldClaim, match: re.Match[str]) -> Sequence[Token]:
    """The subject of some words: of the verb among them, or above them."""
    one = said.subject_at(match.start())
    if one is None or one.dep_ == "nsubjpass" or one.idx >= said.place(match.start()):
        return ()
    within = phrase(one)
    return [part for part in said.tokens if part.i in within]


def _named(said: ToldClaim, tokens: Sequence[Token], words: DeedWords, parties: Parties) -> Party | None:
    """Whom some words name, where that is somebody who can do such a thing."""
    if not tokens:
        return None
    pronoun = next((token for token in tokens if token.lower_ in _SELF), None)
    if pronoun is not None and pronoun.dep_ == "poss" and not _is_one_of(pronoun.head, words):
        return None
    if pronoun is not None:
        meant = frozenset(parties.at(pronoun))
        if not said.source.known or (meant and said.source.actors and not meant & said.source.actors):
            return parties.of(tokens) if meant else None
        return said.source
    doer = parties.of(tokens)
    if not doer.actors and not any(_can_do(token, words) for token in tokens):
        return None
    return doer


def _can_do(word: Token, words: DeedWords) -> bool:
    return word.lemma_.lower() in words.doers or word.pos_ == "PROPN" or word.ent_type_ == "NORP"


def _is_one_of(noun: Token, words: DeedWords) -> bool:
    """Whether what is somebody's acts for him: "its fighters", not "our house"."""
    return noun.lemma_.lower() in words.doers or noun.lemma_.lower() in words.generic


def rival_deeds(said: ToldClaim, deed: Deed, other: ToldClaim, told: Deed, near: int) -> bool:
    """Whether two lay one deed to two who are not the same.

    Args:
        near: claims between them up to which they are taken to speak of one deed that they do not call the same.
    """
    if not deed.doer.known or not told.doer.known or deed.doer.meets(told.doer):
        return False
    if Certainty.UNKNOWN in (said.draft.certainty, other.draft.certainty):
        return False
    numbered = said.bag & _ORDINALS, other.bag & _ORDINALS
    if numbered[0] != numbered[1]:
        return False
    close = said.number - other.number <= near or any(kind in told.kinds for kind in deed.kinds if kind[:4] == _THE)
    each_other = deed.doer.meets(other.source) and told.doer.meets(said.source)
    began = each_other and bool((deed.kinds | told.kinds) & _VIOLENCE)
    return close and other_source(said, other) and (began or _is_one(deed, told))


def _is_one(deed: Deed, told: Deed) -> bool:
    """Whether two deeds may be one: of a kind, or one of them only points at it, or they are about the same things."""
    if deed.kinds & told.kinds:
        return True
    if deed.kinds and told.kinds:
        return False
    if not (deed.kinds or deed.things) or not (told.kinds or told.things):
        return True
    if not (deed.kinds or told.kinds):
        return False
    shared = deed.things & told.things
    # Who fights shells and kills on both sides: only what it befell tells one deed from another.
    return bool(shared - deed.acts if deed.acts and told.acts else shared)
