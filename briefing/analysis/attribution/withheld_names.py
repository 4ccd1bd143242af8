"""Sentences that say why a source has no name: "The officials spoke on condition of anonymity."."""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from briefing.analysis.attribution.attribution_rules import Attributed
from briefing.analysis.attribution.quotations import MARKS
from briefing.analysis.attribution.source_clauses import (
    WINDOW,
    Parts,
    SourceClauses,
    noun_phrase,
    span_of_words,
    trimmed_words,
)
from briefing.analysis.syntax.dependencies import SUBJECTS, words_in
from briefing.analysis.syntax.lexicon import Lexicon
from briefing.analysis.syntax.word_classes import DEFINITE, HE_SHE
from briefing.model import Span
from briefing.records import dataclass

_MANY = frozenset({"they", "both", "all", "neither", "none"})
_SHORT = 3
"""Words of a source that points back at one that was told of before: "the two officials"."""

_WITHOUT_NAME = frozenset({"anonymous", "unnamed", "unidentified"})

_FAR = 3_000
"""Characters behind a source within which a sentence may still say why it has no name."""


@dataclass(frozen=True, slots=True)
class KeptBack:
    """A sentence that says why somebody has no name: "The officials | spoke on condition of anonymity".

    Attributes:
        who: whom it speaks of.
        words: what it says.
        start: where the paragraph begins in which it stands.
    """

    who: Token
    words: Span
    start: int


def kept_back(doc: Doc, lexicon: Lexicon) -> list[KeptBack]:
    """The sentences that say of somebody only that, and why, he has no name."""
    clauses = SourceClauses(doc, lexicon, ())
    known = lexicon.anonymity
    telling = known.naming | known.names | known.barred | {"anonymity", "anonymous", "anonymously", "pseudonym"}
    found: list[KeptBack] = []
    last = -1
    for token in doc:
        if token.lower_ not in telling or token.i <= last or _is_of_another(token):
            continue
        words = _sentence(token)
        last = words[-1].i
        sentence = _sentence_kept_back(clauses, words)
        if sentence is not None:
            found.append(sentence)
    return found


def _is_of_another(token: Token) -> bool:
    """Whether a word tells of somebody or something in the sentence, and not why its subject has no name.

    "The paper said | an *anonymous* letter accused …", "The minister said *anonymity* was a danger".
    """
    if token.lower_ in _WITHOUT_NAME:
        return token.dep_ in {"amod", "compound"} and token.head.i > token.i
    return token.dep_ in SUBJECTS and token.lower_ in {"anonymity", "pseudonym"}


def _sentence(token: Token) -> list[Token]:
    doc, start, end = token.doc, token.i, token.i + 1
    while start > 0 and not doc[start].is_sent_start and "\n" not in doc[start - 1].text:
        start -= 1
    while end < len(doc) and not doc[end].is_sent_start and "\n" not in doc[end].text:
        end += 1
    return list(doc[start:end])


def with_told_apart(doc: Doc, hop: Attributed, parts: Parts, told_apart: Sequence[KeptBack]) -> Parts:
    """The parts, with what a later sentence says of the same nameless source."""
    if parts.anonymity or not told_apart or not hop.source:
        return parts
    base = list(noun_phrase(words_in(doc, hop.source)))
    head = next((token for token in reversed(base) if token.pos_ == "NOUN"), None)
    if head is None or any(token.pos_ == "PROPN" for token in base):
        return parts
    for one in told_apart:
        distance = one.words.start - head.idx
        if 0 < distance < _FAR and _is_same_source(one, head):
            return replace(parts, anonymity=(one.words,))
    return parts


class ToldBefore:
    """What was told of nameless sources further up in an article, for when they speak again: "the diplomat added"."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], Attributed] = {}

    def again(self, doc: Doc, hops: Sequence[Attributed]) -> list[Attributed]:
        """The hops of a block in text order, each with what was told of its source before, if nothing is told now."""
        return [self._hop(doc, hop) for hop in hops]

    def _hop(self, doc: Doc, hop: Attributed) -> Attributed:
        words = words_in(doc, hop.source)
        base = list(noun_phrase(words))
        head = next((token for token in reversed(base) if token.pos_ == "NOUN"), None)
        if head is None:
            return hop
        named = any(token.pos_ == "PROPN" for token in words)
        known = self._known.get((head.lemma_, head.tag_))
        if (hop.knowledge or hop.anonymity) and not named:
            self._known[head.lemma_, head.tag_] = hop
        elif known is not None and not named and words[0].lower_ in DEFINITE and len(words) <= _SHORT:
            if 0 <= hop.source[0].start - known.source[0].start < _FAR:
                return replace(hop, knowledge=known.knowledge, anonymity=known.anonymity)
        else:
            # Another one of the kind: who speaks next may be either.
            self._known.pop((head.lemma_, head.tag_), None)
        return hop


def _is_same_source(one: KeptBack, head: Token) -> bool:
    """Whether a sentence speaks of the source with a head: the same noun, or "they" in the same paragraph."""
    if one.who.pos_ == "NOUN":
        return one.who.lemma_ == head.lemma_ and (one.who.tag_ == head.tag_)
    pronouns = _MANY if head.tag_ == "NNS" else HE_SHE
    return one.start <= head.idx and one.who.lower_ in pronouns


def _sentence_kept_back(clauses: SourceClauses, words: Sequence[Token]) -> KeptBack | None:
    """What a whole sentence says of a missing name, if it says that of its subject and nothing else."""
    number = next((n for n, token in enumerate(words) if token.pos_ in {"VERB", "AUX"}), 0)
    who = next((t for t in reversed(words[:number]) if t.pos_ in {"NOUN", "PRON", "DET"}), None)
    if who is None or number > WINDOW or any(t.pos_ == "PROPN" or t.is_punct for t in words[:number]):
        return None
    said = words[number : number + WINDOW]
    if not clauses.is_kept_back(said) or any(token.text in MARKS for token in words):
        return None
    start = words[0].i
    while start > 0 and "\n" not in words[0].doc[start - 1].text:
        start -= 1
    return KeptBack(who, span_of_words(trimmed_words(words[number:])), words[0].doc[start].idx)
