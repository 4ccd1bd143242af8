"""Certainty learned from judged events: a linear model over what the parse says around an event word."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from spacy.tokens import Doc, Token

from briefing.analysis.encoder.weights import weights
from briefing.analysis.syntax.dependencies import root_of
from briefing.records import dataclass
from briefing.resources import resource

_TELLING = frozenset({"aux", "auxpass", "neg", "advmod", "mark", "det", "cc", "cop"})
_CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "acl", "relcl", "pcomp"})
_LONGEST_WALK = 6


@dataclass(frozen=True)
class CertaintyModel:
    """Weights by scale ("UW", "UDS_IH2") and feature; see the card beside them."""

    weights: Mapping[str, Mapping[str, float]]

    @classmethod
    def load(cls, folder: Path) -> "CertaintyModel":
        """Read `weights.json` in the folder.

        Raises:
            OSError: if there is none.
            DamagedWeights: if it is not what was shipped.
            ValueError: if it is no JSON.
        """
        found = json.loads(weights(folder / "weights.json"))
        names = found["features"]
        return cls({scale: dict(zip(names, row, strict=True)) for scale, row in found["weights"].items()})

    def value(self, doc: Doc, index: int, ruled: float, scale: str = "UW") -> float:
        """The certainty of the event at `index`, −3 to +3; `ruled` is what the rules say of it."""
        weights = self.weights.get(scale) or self.weights["UW"]
        return max(-3.0, min(3.0, sum(weights.get(name, 0.0) for name in set(features(doc, index, ruled)))))


def shipped_model() -> CertaintyModel | None:
    """The model that the program ships; None if it came without weights."""
    try:
        return CertaintyModel.load(resource("models", "certainty"))
    except FileNotFoundError:
        return None


def features(doc: Doc, index: int, ruled: float) -> Iterator[str]:
    """The names of what holds for the event word: the rules' value, its words, its governors and its clause."""
    token = doc[index]
    above, grand = token.head, token.head.head
    yield from ("bias", f"rule {round(ruled * 2) / 2}", f"tag {token.tag_}", f"dep {token.dep_}")
    yield from (f"tag dep {token.tag_} {token.dep_}", f"lemma {token.lemma_.lower()}")
    yield from (f"head {token.dep_} {above.lemma_.lower()}", f"head tag {token.dep_} {above.tag_}")
    yield f"grand {above.dep_} {grand.lemma_.lower()}"
    yield from _below(token)
    yield from _beside(token, above, grand)
    yield from _clauses(token)
    yield from (f"before{k} {doc[index - k].lower_}" for k in (1, 2) if index >= k)


def _below(token: Token) -> Iterator[str]:
    for child in token.children:
        if child.dep_ in _TELLING:
            yield f"{child.dep_} {child.lower_}"
        if child.dep_ == "aux":
            yield f"aux tag {child.lower_} {token.tag_} {token.dep_}"
        if child.dep_ in {"nsubj", "nsubjpass"}:
            yield f"subj {child.lower_ if child.tag_ == 'PRP' else child.tag_}"
        if child.dep_ in {"dobj", "attr", "acomp", "prep"}:
            yield f"has {child.dep_}"


def _beside(token: Token, above: Token, grand: Token) -> Iterator[str]:
    for child in above.children:
        if child.i != token.i and child.dep_ in {"aux", "neg", "advmod", "mark"}:
            yield f"up {token.dep_} {child.dep_} {child.lower_}"
    if above.i != token.i and grand.i != above.i:
        for child in grand.children:
            if child.dep_ in {"aux", "neg", "mark"}:
                yield f"upup {child.dep_} {child.lower_}"


def _clauses(token: Token) -> Iterator[str]:
    top = root_of(token)
    if any(part.text == "?" for part in top.children):
        yield from ("question", f"question {token.dep_}")
    yield f"root {top.tag_}"
    word = token
    for _ in range(_LONGEST_WALK):
        if word.head.i == word.i:
            return
        if word.dep_ in _CLAUSES:
            yield from (f"under {word.dep_}", f"path {word.dep_} {word.head.lemma_.lower()}")
            yield from (f"mark {child.lower_}" for child in word.children if child.dep_ == "mark")
        word = word.head
