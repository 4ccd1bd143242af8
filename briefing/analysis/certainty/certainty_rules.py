"""How certain a sentence says that an event is: rules over negation, modals, conditions, questions and hedges.

The scale is that of FactBank (Saurí and Pustejovsky 2009) as numbers: −3 certainly not, 0 unknown, +3 certainly so,
from the author's view. The rules walk from the event up the parse and let each word on the way weaken or turn it.
"""

from collections.abc import Collection

from spacy.tokens import Doc, Token

from briefing.analysis.syntax.dependencies import SUBJECTS, base_form
from briefing.analysis.syntax.lexicon import Lexicon
from briefing.analysis.syntax.word_classes import DEMONSTRATIVES, WOULD
from briefing.model import Certainty

FULL = 3.0
_PROBABLE, _POSSIBLE, _CERTAIN = 1.25, 0.5, 2.0
_SEEMING = 1.5
_STEPS = 12
_COMPLEMENTS = frozenset({"ccomp", "xcomp", "acl", "advcl", "pcomp", "csubj", "dobj", "pobj", "relcl", "oprd"})
_FUTURE = 2.3
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "attr"})
_TURNING = frozenset({"until", "only", "just", "merely", "least"})


class CertaintyRules:
    """The rules, over the hedges of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._hedges = lexicon.hedges

    def value(self, doc: Doc, index: int, within: Collection[int] | None = None) -> float:
        """The certainty of the event word at `index`, −3 to +3.

        Args:
            doc: a parsed document.
            index: of the event's token.
            within: token indices that count; None for the whole sentence, from the author's view.
        """
        token = doc[index]
        size, positive = FULL, True
        for _ in range(_STEPS):
            size = min(size, self._own(token, within))
            if self._is_denied(token, within):
                positive = not positive
            above = token.head
            if above.i == token.i or (within is not None and above.i not in within):
                break
            if self._is_taken_for_granted(token):
                break
            limit = self._under(token, above)
            if limit < 0:
                positive, limit = not positive, -limit
            size = min(size, limit)
            token = above
        return size if positive else -size

    def is_marked(self, doc: Doc, index: int) -> bool:
        """Whether the word at `index` is itself denied, asked about or supposed."""
        token = doc[index]
        return self._is_denied(token, None) or self._is_asked(token, None) or self._in_condition(token)

    def _own(self, token: Token, within: Collection[int] | None) -> float:
        """The limit that a word's own modals, adverbs and clause set."""
        hedges, size = self._hedges, FULL
        conditional = self._has_condition(token)
        for child in token.children:
            if within is not None and child.i not in within:
                continue
            word = child.lower_
            if child.dep_ in {"aux", "auxpass"} and word in hedges.modals and child.tag_ == "MD":
                reported = word in WOULD and not conditional and within is not None
                size = min(size, _FUTURE if reported else hedges.modals[word])
            elif child.dep_ in {"advmod", "npadvmod", "intj", "dep"} and word in hedges.adverbs:
                size = min(size, abs(hedges.adverbs[word]))
            elif child.dep_ in {"amod", "acomp"} and word in hedges.adjectives:
                size = min(size, abs(hedges.adjectives[word]))
        if token.pos_ == "VERB" and token.lemma_.lower() in hedges.seeming:
            size = min(size, _SEEMING)
        if token.dep_ != "acl" and self._is_asked(token, within):
            return 0.0
        return min(size, 0.4) if self._in_condition(token) else size

    def _is_denied(self, token: Token, within: Collection[int] | None) -> bool:
        negators = self._hedges.negators
        denied = False
        for child in token.children:
            if within is not None and child.i not in within:
                continue
            if _is_no_denial(child):
                continue
            if child.dep_ == "neg" or (child.lower_ in negators and child.dep_ in {"det", "advmod", "preconj"}):
                denied = not denied
            elif child.dep_ in (SUBJECTS if within is None else _ARGUMENTS) and token.pos_ in {"VERB", "AUX"}:
                negative = child.lower_ in negators or any(part.lower_ in {"no", "neither"} for part in child.children)
                denied = denied != negative
            elif child.dep_ in {"advmod", "acomp"} and child.lower_ == "unlikely":
                denied = not denied
        return denied

    def _is_taken_for_granted(self, token: Token) -> bool:
        """Whether what stands above leaves the word alone: "did not resign when the bank failed", "deny the crash"."""
        if token.dep_ in {"relcl", "parataxis"} or (token.dep_ == "conj" and _stands_for_itself(token)):
            return True
        if token.dep_ == "advcl":
            opening = (child.lower_ for child in token.children if child.dep_ in {"mark", "advmod"})
            return not self._hedges.given.isdisjoint(opening)
        return token.pos_ == "NOUN" and token.dep_ in {"dobj", "pobj", "nsubj"} and _is_definite(token)

    def _under(self, token: Token, above: Token) -> float:
        """The limit that the word above sets on what it governs; negative where it turns it round."""
        hedges = self._hedges
        if token.dep_ == "prep" and token.lower_ == "without":
            return -FULL
        if token.dep_ not in _COMPLEMENTS:
            return FULL
        lemma = base_form(above, hedges.verbs)
        if above.pos_ in {"VERB", "AUX"}:
            infinitive = token.dep_ in {"xcomp", "ccomp", "advcl"} and any(part.tag_ == "TO" for part in token.children)
            if lemma in hedges.verbs and token.dep_ not in {"relcl", "acl"}:
                return hedges.verbs[lemma]
            if token.dep_ == "advcl" and infinitive:
                return 0.8
            return FULL if not infinitive else 1.8
        if lemma in hedges.adjectives:
            return hedges.adjectives[lemma]
        if lemma in hedges.nouns and token.dep_ in {"acl", "ccomp", "pobj", "pcomp"}:
            return hedges.nouns[lemma]
        return FULL if token.dep_ != "acl" or token.tag_ != "VB" else 1.0

    def _has_condition(self, token: Token) -> bool:
        return any(
            child.dep_ == "advcl"
            and any(part.lower_ in {"if", "unless"} and part.dep_ == "mark" for part in child.children)
            for child in token.children
        )

    def _in_condition(self, token: Token) -> bool:
        return token.dep_ == "advcl" and any(
            part.lower_ in self._hedges.conditional and part.dep_ == "mark" for part in token.children
        )

    def _is_asked(self, token: Token, within: Collection[int] | None) -> bool:
        """Whether the clause is a question, direct or with "whether"."""
        if any(child.lower_ in {"whether", "if"} and child.dep_ == "mark" for child in token.children):
            return token.dep_ in {"ccomp", "pcomp", "csubj", "csubjpass"} or token.lower_ in {"whether"}
        if token.dep_ != "ROOT" and not (within is not None and token.head.i not in within):
            return False
        edge = token.right_edge
        after = edge.nbor() if edge.i + 1 < len(edge.doc) else edge
        return edge.text == "?" or after.text == "?"


def _stands_for_itself(verb: Token) -> bool:
    """Whether a denial of the verb that this one is joined to leaves it alone: "did not pay but left"."""
    if verb.pos_ not in {"VERB", "AUX"}:
        return False
    joined = any(child.dep_ == "cc" and child.lower_ in {"or", "nor"} for child in verb.head.children)
    return not joined or any(child.dep_ in SUBJECTS for child in verb.children)


def _is_no_denial(negator: Token) -> bool:
    """Whether the word denies nothing where it stands: "not until", "not only", "No. 1"."""
    following = negator.nbor().lower_ if negator.i + 1 < len(negator.doc) else ""
    return (negator.lower_ == "not" and following in _TURNING) or (negator.lower_ == "no" and following == ".")


def _is_definite(noun: Token) -> bool:
    """Whether the article or an owner says that the reader knows of it."""
    return any(child.dep_ == "poss" or child.lower_ in DEMONSTRATIVES for child in noun.children)


def degree(value: float) -> Certainty:
    """FactBank's word for a number on its scale, whichever its sign."""
    size = abs(value)
    if size >= _CERTAIN:
        return Certainty.CERTAIN
    if size >= _PROBABLE:
        return Certainty.PROBABLE
    return Certainty.POSSIBLE if size >= _POSSIBLE else Certainty.UNKNOWN
