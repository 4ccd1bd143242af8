"""Parts of speech and lemmas as spaCy's own rules set them, in a tenth of their time: one look at each kind of word."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, cast

from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc
from spacy.tokens._retokenize import set_token_attrs
from spacy.vocab import Vocab

from briefing.records import dataclass

_SEEN: list[int | str] = ["LOWER", "TAG", "DEP"]
"""What the rules for single words may look at, beside whether a word is white space, which its letters tell."""

_MOST_KNOWN = 50_000
"""Kinds of words that are remembered at a time."""

_Word = tuple[int, int, int]
"""The values of `_SEEN`, as the vocabulary numbers them."""

_Attributes = dict[Any, Any]

_Pattern = list[dict[str, Any]]
"""What a rule wants of words in a row, an entry a word."""


@dataclass(frozen=True, slots=True)
class _Outcome:
    """The numbers of the rules that a word meets, ascending, and what they set together, later ones over earlier."""

    rules: tuple[int, ...]
    attributes: _Attributes


class AttributeRules:
    """The rules of a ruler, those for single words applied from memory.

    Raises:
        ValueError: if some rules look at more than a word's letters, tag and dependency; `suits` tells beforehand.
    """

    def __init__(self, ruler: AttributeRuler, vocab: Vocab) -> None:
        if not suits(ruler):
            raise ValueError("the rules for attributes look at more than letters, tags and dependencies")
        self._vocab = vocab
        self._attributes: list[_Attributes] = ruler.attrs
        self._places: list[int] = ruler.indices
        every = _patterns(ruler)
        self._single = self._matcher([[one for one in patterns if len(one) == 1] for patterns in every])
        self._several = self._matcher([[one for one in patterns if len(one) > 1] for patterns in every])
        self._known: dict[_Word, _Outcome] = {}

    def apply(self, doc: Doc) -> None:
        """Set the attributes of a document's words, as the ruler would."""
        beside: dict[int, list[int]] = {}
        for number, at in self._met(self._several, doc):
            beside.setdefault(at, []).append(number)
        for at, word in enumerate(map(tuple, doc.to_array(_SEEN).tolist())):
            outcome = self._known.get(word) or self._learned(word)
            attributes = outcome.attributes
            if at in beside:
                attributes = self._together({*outcome.rules, *beside[at]})
            if attributes:
                set_token_attrs(doc[at], attributes)

    def _matcher(self, every: Sequence[list[_Pattern]]) -> Matcher | None:
        """One for these patterns of each rule; None if there are none at all."""
        matcher = Matcher(self._vocab)
        for number, patterns in enumerate(every):
            if patterns:
                matcher.add(str(number), patterns)
        return matcher if any(every) else None

    def _learned(self, word: _Word) -> _Outcome:
        lower, tag, dependency = word
        doc = Doc(self._vocab, words=[self._vocab.strings[lower]])
        doc[0].tag, doc[0].dep = tag, dependency
        rules = {number for number, _ in self._met(self._single, doc)}
        if len(self._known) >= _MOST_KNOWN:
            self._known.clear()
        outcome = self._known[word] = _Outcome(tuple(sorted(rules)), self._together(rules))
        return outcome

    def _met(self, matcher: Matcher | None, doc: Doc) -> Iterator[tuple[int, int]]:
        """The number of each rule that is met, and the index of the word that it is about."""
        if matcher is None:
            return
        for key, start, end in matcher(doc, allow_missing=True):
            number = int(self._vocab.strings[key])
            place = self._places[number]
            yield number, (start if place >= 0 else end) + place

    def _together(self, rules: Iterable[int]) -> _Attributes:
        return {name: value for number in sorted(rules) for name, value in self._attributes[number].items()}


def suits(ruler: object) -> bool:
    """Whether `AttributeRules` can apply this component's rules."""
    # A subclass may do otherwise with what matches.
    if type(ruler) is not AttributeRuler or any("_" in attributes for attributes in ruler.attrs):
        return False
    return all(
        _is_plain(pattern, place)
        for place, every in zip(ruler.indices, _patterns(ruler), strict=True)
        for pattern in every
    )


def _is_plain(pattern: _Pattern, place: int) -> bool:
    """Whether a pattern for a single word looks at what is remembered of words, and its place is within it."""
    if len(pattern) > 1:
        # What a place outside of the match means, the ruler itself may tell.
        return -len(pattern) <= place < len(pattern) and not any("OP" in token for token in pattern)
    return place in (0, -1) and pattern[0].keys() <= {*_SEEN, "IS_SPACE"}


def _patterns(ruler: AttributeRuler) -> list[list[_Pattern]]:
    """The patterns of each rule."""
    return [cast(list[_Pattern], rule["patterns"]) for rule in ruler.patterns]
