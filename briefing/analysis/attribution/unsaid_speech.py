"""Leave out speech that did not happen: "has never said that …", "might argue that …", "if he says that …"."""

from collections.abc import Iterable

from spacy.tokens import Doc, Token

from briefing.analysis.attribution.attribution_rules import Attributed
from briefing.analysis.attribution.quotations import MARKS
from briefing.analysis.syntax.dependencies import (
    AUXILIARIES,
    base_form,
    head_of,
    is_passive,
    own_subject,
    root_of,
    words_in,
)
from briefing.analysis.syntax.lexicon import Lexicon
from briefing.analysis.syntax.word_classes import FINITE_TAGS, FIRST_PERSON
from briefing.model import Stance

_KEPT = frozenset({Stance.DENIES, Stance.BELIEVES})
"""Stances that a negation does not undo: who "did not deny" it has answered, who "does not believe" it believes not."""

_LEADING = frozenset({"xcomp", "pcomp", "prep", "acomp", "advmod", "ccomp"})
_PRESENT = frozenset({"VBP", "VBZ"})
_INVERTED = frozenset({"had", "should", "were"})
_ONTO = frozenset({"to", "on", "upon"})
_RISE = 4


def without_unsaid(doc: Doc, hops: Iterable[Attributed], lexicon: Lexicon) -> list[Attributed]:
    """The hops in which somebody said something; what nobody said is nobody's claim."""
    return [hop for hop in hops if not _is_unsaid(doc, hop, lexicon)]


def _is_unsaid(doc: Doc, hop: Attributed, lexicon: Lexicon) -> bool:
    if any(_is_conditional(word, lexicon) or _is_asked(word) for word in words_in(doc, hop.cue) if word.pos_ == "VERB"):
        return True
    if _is_act(doc, hop, lexicon) or _is_done_to_source(doc, hop, lexicon) or _is_topic(doc, hop, lexicon):
        return True
    return hop.stance not in _KEPT and any(_is_not_said(word, lexicon) for word in _told(doc, hop, lexicon))


def _is_act(doc: Doc, hop: Attributed, lexicon: Lexicon) -> bool:
    """Whether the cue says that something was settled or done, and not that it was said: "agreed to open a factory"."""
    verb = head_of(words_in(doc, hop.cue))
    if verb is None or verb.lemma_.lower() not in lexicon.unsaid.acts:
        return False
    words = words_in(doc, hop.content)
    last = max(words_in(doc, hop.cue), key=lambda word: word.i)
    return last.lower_ in _ONTO or bool(words and words[0].i == last.i + 1 and words[0].lower_ in _ONTO)


def _is_done_to_source(doc: Doc, hop: Attributed, lexicon: Lexicon) -> bool:
    """Whether something is done to the source, which says nothing by it: "the firm was fined for misleading …"."""
    verb = head_of(words_in(doc, hop.cue))
    if verb is None or base_form(verb, lexicon.unsaid.done_to) not in lexicon.unsaid.done_to or not is_passive(verb):
        return False
    who = own_subject(verb)
    return who is not None and any(word.i == who.i for word in words_in(doc, hop.source))


def _is_topic(doc: Doc, hop: Attributed, lexicon: Lexicon) -> bool:
    """Whether it is but told of what somebody spoke: "spoke about the budget for an hour"."""
    verb, words = head_of(words_in(doc, hop.cue)), words_in(doc, hop.content)
    if verb is None or verb.lemma_.lower() not in lexicon.unsaid.topics or not words:
        return False
    if any(word.tag_ in FINITE_TAGS or word.text in MARKS for word in words):
        return False
    head = head_of(words)
    return verb.i < words[0].i and head is not None and head.tag_ != "VBG"


def _told(doc: Doc, hop: Attributed, lexicon: Lexicon) -> list[Token]:
    """The words of a cue that stand for speech."""
    words = lexicon.unsaid
    return [
        word
        for word in words_in(doc, hop.cue)
        if word.lemma_.lower() in (words.nouns if word.pos_ == "NOUN" else words.speech)
    ]


def _is_not_said(word: Token, lexicon: Lexicon) -> bool:
    if word.pos_ == "NOUN":
        return any(child.lower_ in lexicon.unsaid.nobody for child in word.children)
    return (
        _is_denied(word, lexicon)
        or _is_held_back(word, lexicon)
        or _has_no_speaker(word, lexicon)
        or _is_possible(word, lexicon)
    )


def _is_denied(verb: Token, lexicon: Lexicon) -> bool:
    """Whether "not" or "never" stands with the verb, and not "not only"."""
    for child in verb.children:
        if child.dep_ == "neg" and child.i < verb.i:
            following = verb.doc[child.i + 1].lower_ if child.i + 1 < len(verb.doc) else ""
            return following not in lexicon.unsaid.more
    if verb.dep_ == "conj" and own_subject(verb) is None and verb.head.lemma_.lower() in lexicon.unsaid.speech:
        # "did not confirm or deny": the one denial is of both, unless "but" turns it.
        turned = any(child.lower_ in {"but", "and"} for child in verb.head.children if child.dep_ == "cc")
        return not turned and _is_denied(verb.head, lexicon)
    return False


def _is_held_back(verb: Token, lexicon: Lexicon) -> bool:
    """Whether somebody refuses, avoids or has yet to say it."""
    before = verb.i - 2
    if before >= 0 and verb.doc[before].lower_ == "yet" and verb.doc[before + 1].lower_ == "to":
        return True
    above = verb
    for _ in range(_RISE):
        if above.dep_ not in _LEADING or above.head.i == above.i or above.head.i > above.i:
            return False
        above = above.head
        if above.lemma_.lower() in lexicon.unsaid.holding and above.pos_ == "VERB":
            return not any(child.dep_ == "neg" for child in above.children)
    return False


def _has_no_speaker(verb: Token, lexicon: Lexicon) -> bool:
    """Whether nobody is said to have said it: "no one claimed", "neither man said", "few officials will say"."""
    who = own_subject(verb)
    if who is None:
        return False
    nobody = lexicon.unsaid.nobody
    return who.lower_ in nobody or any(child.lower_ in nobody and child.i < who.i for child in who.children)


def _is_possible(verb: Token, lexicon: Lexicon) -> bool:
    """Whether it only may, could or should be said, by somebody else than who writes or speaks."""
    who = own_subject(verb)
    if who is not None and who.lower_ in FIRST_PERSON:
        return False
    aids = [child for child in verb.children if child.dep_ in AUXILIARIES]
    return any(aid.lower_ in lexicon.unsaid.perhaps and aid.tag_ == "MD" for aid in aids)


def _is_conditional(verb: Token, lexicon: Lexicon) -> bool:
    """Whether it is said in a condition: "if he says", "unless she says", "until they say", "had he said"."""
    marks = {child.lower_ for child in verb.children if child.dep_ == "mark" and child.i < verb.i}
    if verb.dep_ == "advcl" and marks & lexicon.unsaid.conditions:
        return True
    if verb.dep_ == "advcl" and "until" in marks and verb.tag_ in _PRESENT:
        return True
    first = verb.left_edge
    return first.lower_ in _INVERTED and first.head.i == verb.i and first.dep_ in AUXILIARIES and _follows(first, verb)


def _is_asked(verb: Token) -> bool:
    """Whether it stands in a question: "Why did he say that …?"."""
    aids = [child for child in verb.children if child.dep_ in {"aux", "auxpass"}]
    if not any(_follows(aid, verb) for aid in aids):
        return False
    root = root_of(verb)
    last = root.right_edge
    return last.text == "?" or (last.i + 1 < len(verb.doc) and verb.doc[last.i + 1].text == "?")


def _follows(auxiliary: Token, verb: Token) -> bool:
    """Whether the subject of a verb stands behind its auxiliary."""
    who = own_subject(verb)
    return who is not None and auxiliary.i < who.i < verb.i
