"""How alike two contents are: the share of what they are about, by weighted keys that ignore inflection."""

import math
from collections.abc import Callable, Collection, Mapping

from spacy.tokens import Doc, Token

from briefing.model import Span

_SUFFIXES = (
    "ization", "isation", "ational", "ations", "ation", "ption", "ition", "tions", "sions", "tion", "sion", "ments",
    "ment", "nesses", "ness", "ingly", "edly", "ings", "ing", "ances", "ance", "ences", "ence", "ities", "ity", "ives",
    "ive", "ally", "ably", "ible", "able", "ers", "ors", "er", "or", "als", "al", "ies", "ied", "ed", "es", "ly", "s",
    "y", "e",
)  # fmt: skip
_SHORTEST_STEM = 4
_CONTENT_TAGS = frozenset({"NOUN", "VERB", "ADJ", "PROPN", "NUM", "PRON", "ADV"})
_NAME_WEIGHT = 0.6
_STRANDED = frozenset({"relcl", "appos", "parataxis"})
_MOST = 0.55
"""Share of what a claim is about that another one must tell to affirm it."""

ALIKE = 0.62
"""Likeness from which two claims are taken to be of one matter."""

_CUTS = frozenset({"which", "who", "a", "an", "whose", "where"})

Actors = Callable[[Span], tuple[str, ...]]


def stem(lemma: str) -> str:
    """The lemma without its derivational endings: "resumption" and "resume" do not meet, "agreement" and "agree" do."""
    for suffix in _SUFFIXES:
        if lemma.endswith(suffix) and len(lemma) - len(suffix) >= _SHORTEST_STEM:
            return stem(lemma[: -len(suffix)]) if len(suffix) <= 2 else lemma[: -len(suffix)]
    return lemma


def key_of(lemma: str, families: Mapping[str, int]) -> str:
    """What all words share that say the same as this one: their family, else the stem."""
    root = stem(lemma)
    family = families.get(lemma, families.get(root))
    return f"family {family}" if family is not None else root


class Likeness:
    """Keys and their weights over one article.

    Args:
        doc: the parsed article; words that stand in many of its sentences weigh less.
        families: lemma to number of its family of words that say the same.
        light: lemmas that say nothing of what a sentence is about.
        actors: gives the ids of the actors that a span refers to.
    """

    def __init__(self, doc: Doc, families: Mapping[str, int], light: frozenset[str], actors: Actors) -> None:
        self._light = light
        self._families = families
        self.actors = actors
        self._keys: dict[str, str] = {}
        self._frequency: dict[str, int] = {}
        sentences = list(doc.sents)
        for sentence in sentences:
            for key in {self._key(token) for token in sentence if token.pos_ in _CONTENT_TAGS}:
                self._frequency[key] = self._frequency.get(key, 0) + 1
        self._sentences = max(2, len(sentences))

    def _key(self, token: Token) -> str:
        lemma = token.lemma_.lower()
        if lemma not in self._keys:
            self._keys[lemma] = key_of(lemma, self._families)
        return self._keys[lemma]

    def keys_of(self, tokens: Collection[Token]) -> dict[str, float]:
        """What these words are about: keys with weights between 0 and 1."""
        found: dict[str, float] = {}
        for token in tokens:
            if token.pos_ not in _CONTENT_TAGS or token.lemma_.lower() in self._light or not token.text.strip():
                continue
            if token.pos_ in {"PROPN", "PRON"}:
                for actor in self.actors(Span(token.idx, token.idx + len(token.text))):
                    found[actor] = _NAME_WEIGHT
                if token.pos_ == "PRON" or token.lower_ in found:
                    continue
                if not self.actors(Span(token.idx, token.idx + len(token.text))):
                    found[token.lower_] = _NAME_WEIGHT
                continue
            found[self._key(token)] = self._weight(self._key(token))
        return found

    def events_of(self, head: Token, tokens: Collection[int]) -> frozenset[str]:
        """The keys that say what happens: the head, and the verbs that it governs."""
        chain = [head, *(t for t in head.subtree if t.dep_ in {"xcomp", "acl"} and t.i in tokens)]
        nouns = [t for t in head.children if t.dep_ in {"dobj", "attr", "acomp"} and head.lemma_.lower() in self._light]
        return frozenset(self._key(t) for t in [*chain, *nouns] if t.lemma_.lower() not in self._light)

    def _weight(self, key: str) -> float:
        share = self._frequency.get(key, 1) / self._sentences
        return max(0.25, min(1.0, -math.log(share) / math.log(self._sentences)))


def core(doc: Doc, head: Token, tokens: Collection[int]) -> list[Token]:
    """The words of a content without what only hangs on it: relative clauses, appositions and what follows a dash."""
    left_out: set[int] = set()
    for index in tokens:
        token = doc[index]
        if token.dep_ in _STRANDED and token.i > head.i and token.i not in left_out:
            left_out.update(part.i for part in token.subtree)
        if token.text in {"—", "–", ","} and token.i > head.i and _cuts_after(doc, token):
            left_out.update(range(token.i, max(tokens) + 1))
            break
    return [doc[index] for index in sorted(tokens) if index not in left_out]


def _cuts_after(doc: Doc, token: Token) -> bool:
    return token.text != "," or (token.i + 1 < len(doc) and doc[token.i + 1].lower_ in _CUTS)


def likeness(left: Mapping[str, float], right: Mapping[str, float]) -> float:
    """The share of the lighter content that the other one holds too, 0 to 1."""
    shared = sum(min(weight, right[key]) for key, weight in left.items() if key in right)
    lighter = min(sum(left.values()), sum(right.values()))
    return shared / lighter if lighter else 0.0


def tells_most(left: Mapping[str, float], right: Mapping[str, float], share: float = _MOST) -> bool:
    """Whether one content tells most of what the other one tells, and not the half of it."""
    shared = sum(weight for key, weight in right.items() if key in left)
    return shared >= share * sum(right.values())
