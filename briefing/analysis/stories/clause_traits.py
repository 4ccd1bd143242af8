"""What a clause tells of itself: whether it is denied, whether it happened, on which side of opposites it stands."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache

from spacy.tokens import Doc, Token

from briefing.analysis.comparison.claim_similarity import key_of
from briefing.analysis.comparison.opposites import opposites
from briefing.analysis.syntax.dependencies import antecedent, head_of, is_negated, own_subject, subject
from briefing.analysis.syntax.lexicon import Lexicon, lexicon_table
from briefing.analysis.syntax.word_classes import COMPLEMENTS, FINITE_TAGS, PROOFS, WOULD
from briefing.model.statement import Mood

_THERE = frozenset({"attr", "dobj", "nsubj"})
_OPEN = frozenset({"will", "may", "might", "could", "can", "'ll", "’ll", "shall"})
_DONE = frozenset({"was", "were", "has", "had", "have", "did", "been"})
_MODAL_REACH = 3
_PLANNING = frozenset({"hope", "hop", "plan", "intend", "want", "aim", "expect", "propose", "mean"})
"""Verbs whose clause is still to come: "hoped to reopen the plant"; the tagger takes "hoped" for a hop."""

_TRYING = frozenset({"try", "attempt", "seek", "manage", "begin", "start", "continue", "agree", "decide"})
"""Verbs that leave it to the one below them what is told: "tried to pressure"."""

_WINNING = frozenset({"win", "triumph", "prevail"})
_WINNERS = frozenset({"winner", "victor"})
_CONTESTS = frozenset(
    {"election", "vote", "presidency", "race", "runoff", "ballot", "poll", "contest", "referendum", "seat"}
)
_OUTER = frozenset({"amod", "compound"})


class ClauseTraits:
    """Reads the clauses of one article.

    Args:
        doc: the article's parse.
        lexicon: the words that the analysis knows.
    """

    def __init__(self, doc: Doc, lexicon: Lexicon) -> None:
        self._doc = doc
        self._lexicon = lexicon
        self._negators = lexicon.hedges.negators - {"without"}

    def is_denied(self, head: Token) -> bool:
        """Whether the clause is negated, at its verb or at what stands behind "is"."""
        if is_negated(head, self._negators):
            return True
        given = (child for child in head.children if child.dep_ in COMPLEMENTS)
        return any(c.dep_ == "neg" or c.lower_ == "no" for child in given for c in child.children)

    def mood(self, head: Token, to_come: bool, reported: bool) -> Mood:
        """Whether it happened.

        Args:
            to_come: whether somebody says it without being certain.
            reported: whether somebody says it, so that "would" stands for "will".
        """
        verb = head
        modals = self._modals(verb)
        while not modals and verb.tag_ == "VB" and verb.dep_ in {"xcomp", "ccomp"} and verb.head.i != verb.i:
            verb = verb.head
            modals = self._modals(verb)
        planned = any(_is_planned(word) for word in {head, verb})
        if to_come or planned or modals & _OPEN or (reported and modals & WOULD):
            return Mood.OPEN
        if modals:
            return Mood.PLAIN
        helpers = {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}
        if verb.tag_ in FINITE_TAGS or helpers & _DONE:
            return Mood.ACTUAL
        return Mood.PLAIN

    def _modals(self, verb: Token) -> set[str]:
        near = (verb, *verb.children, *self._doc[max(0, verb.i - _MODAL_REACH) : verb.i])
        return {child.lower_ for child in near if child.tag_ == "MD"}

    def carrier(self, head: Token, words: Sequence[Token]) -> str:
        """The stem of what a clause says, and denies if it is negated: its verb, or the noun of "there is no …"."""
        below = next((c for c in head.children if c.dep_ == "xcomp" and c.pos_ == "VERB"), None)
        if head.lemma_.lower() in _TRYING and below is not None and below in words:
            head = below
        if head.lemma_.lower() not in self._lexicon.light and head.lemma_ != "be":
            return self._key(head)
        inside = head.i in {w.i for w in words}
        top = head if inside else head_of(words)
        nouns = [w for w in words if w.head.i == head.i and w.dep_ in {"attr", "dobj", "nsubj", "acomp"}]
        nouns = nouns if inside or top is None else [top]
        return self._key(nouns[-1]) if nouns else ""

    def lacking(self, words: Sequence[Token]) -> str:
        """What there is no trace of: "no evidence of fraud", "no traces of poison"."""
        for noun in words:
            if noun.lemma_.lower() in PROOFS and any(child.lower_ == "no" for child in noun.children):
                of = [g for c in noun.children if c.dep_ == "prep" for g in c.children if g.dep_ == "pobj"]
                return self._key(of[0]) if of else ""
        return ""

    def sides(self, head: Token, words: Sequence[Token]) -> tuple[str, ...]:
        """The axes on which what is said stands, each with its side: "danger 1" of "was toxic"."""
        inside = {word.i for word in words}
        found = {
            f"{axis} {side}"
            for word in _carrying(head)
            if word.i in inside
            for axis, side in opposites().axes.get(word.lower_) or opposites().axes.get(word.lemma_.lower()) or ()
        }
        return tuple(sorted(found))

    def about(self, head: Token, named: Callable[[Token], Iterable[str]]) -> tuple[str, ...]:
        """Of what a clause tells: the names of its subject, each behind an @, else the stem of it."""
        if any(child.dep_ == "expl" for child in head.children):
            # "there is no crisis" is of the crisis.
            return tuple(self._key(child) for child in head.children if child.dep_ in _THERE)[:1]
        doer = subject(head)
        if doer is None:
            return ()
        names = tuple(f"@{name}" for name in sorted(named(doer)))
        shown = antecedent(doer)
        return names or ((self._key(shown),) if shown.pos_ in {"NOUN", "PROPN"} else ())

    def winner(self, head: Token, named: Callable[[Token], Iterable[str]]) -> tuple[str, ...]:
        """Who is said to have won, by name: "Ramos won", "Ramos was the winner"; `named` tells whom a word names."""
        given = next((child for child in head.children if child.dep_ == "attr"), None)
        if head.lemma_.lower() not in _WINNING and (given is None or given.lemma_.lower() not in _WINNERS):
            return ()
        objects = {c.lemma_.lower() for c in head.children if c.dep_ == "dobj"}
        doer = own_subject(head)
        if doer is None or doer.dep_ != "nsubj" or (objects and not objects & _CONTESTS):
            return ()
        return tuple(sorted(named(doer)))

    def fates(self, words: Sequence[Token]) -> tuple[str, ...]:
        """What became of those who are counted: "dead", "hurt", "missing"."""
        known = _fates()
        return tuple(sorted({known[w] for word in words for w in (word.lower_, word.lemma_.lower()) if w in known}))

    def _key(self, token: Token) -> str:
        return key_of(token.lemma_.lower(), self._lexicon.families)


def _is_planned(verb: Token) -> bool:
    """Whether a verb only plans what is told below it, or is what is planned."""
    above = verb.head if verb.dep_ == "xcomp" else None
    if above is not None and above.lemma_.lower() in _PLANNING:
        return True
    return verb.lemma_.lower() in _PLANNING and any(c.dep_ == "xcomp" and c.pos_ == "VERB" for c in verb.children)


def _carrying(head: Token) -> Iterator[Token]:
    """The words that say what a clause says of its subject: the verb, or what stands behind "is".

    A verb that does something to an object is left out: "secured delegates" is not "was secure".
    """
    if not any(child.dep_ == "dobj" for child in head.children):
        yield head
    for child in head.children:
        if child.dep_ in COMPLEMENTS:
            yield child
            yield from (part for part in child.children if part.dep_ in _OUTER or part.dep_ == "conj")


@cache
def _fates() -> dict[str, str]:
    kinds = lexicon_table("counts")["kinds"]
    return {word: kind for kind, entries in kinds.items() for word in entries if " " not in word}
