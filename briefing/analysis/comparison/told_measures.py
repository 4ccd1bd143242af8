"""What a claim measures: for how long, how far or how much something was so, in which unit."""

import math
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from briefing.analysis.comparison.counted_quantities import CountWords
from briefing.analysis.syntax.number_words import WORTH
from briefing.records import dataclass

_MEASURING = frozenset({"npadvmod", "dobj", "attr"})
_LEADING = frozenset({"for", "at", "by"})
_BEFORE = 3
"""Words before a number by which it is a bound, or rough."""

_APART = 1.25
"""The least ratio of two numbers that are not taken for one and the same, rounded."""

_SHARES = frozenset({"percent", "percentage", "point", "%"})
"""Units of what moves from day to day, and of polls, which are several."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A number with its unit.

    Attributes:
        unit: the noun that it counts, by lemma; of a time, "second"; empty if it is left out.
        least, most: between which it lies, in that unit.
    """

    unit: str
    least: float
    most: float

    def conflicts(self, other: "Measure") -> bool:
        """Whether both cannot be so at once; a number without its unit is one of what the other counts."""
        if self.unit != other.unit and (self.unit or not other.unit):
            return False
        low, high = sorted((self, other), key=lambda one: one.least)
        return high.least > low.most * _APART


def measure_of(word: Token, words: CountWords) -> Measure | None:
    """The one measure that a verb or what stands behind "is" has: "slept | nine hours", "two metres | deep"."""
    found = list(_measures(word, words))
    return found[0] if len(found) == 1 else None


def _measures(word: Token, words: CountWords) -> Iterator[Measure]:
    if word.pos_ == "NOUN":
        yield from _read(word, words)
    for child in word.children:
        if child.dep_ in _MEASURING:
            yield from _read(child, words)
        elif child.dep_ == "prep" and child.lower_ in _LEADING:
            yield from (one for part in child.children if part.dep_ == "pobj" for one in _read(part, words))


def _read(noun: Token, words: CountWords) -> Iterator[Measure]:
    number = noun if noun.pos_ == "NUM" else next((one for one in noun.children if one.dep_ == "nummod"), None)
    if number is None:
        return
    value = _value(number, words)
    unit = "" if noun is number else noun.lemma_.lower()
    if value is None or unit in _SHARES:
        return
    scale = words.times.get(unit)
    if scale is not None:
        value, unit = value * scale, "second"
    before = " ".join(word.lower_ for word in number.doc[max(0, number.i - _BEFORE) : number.i])
    if before.endswith(words.least):
        yield Measure(unit, value, math.inf)
    elif before.endswith(words.most):
        yield Measure(unit, 0, value)
    else:
        yield Measure(unit, value, value)


def _value(number: Token, words: CountWords) -> float | None:
    """What a number is worth with those that multiply it."""
    parts: Sequence[Token] = [*(one for one in number.lefts if one.pos_ == "NUM"), number]
    total = 1.0
    for part in parts:
        text = part.lower_.replace(",", "")
        if text.replace(".", "", 1).isdigit():
            total *= float(text)
        elif text in words.scales:
            total *= words.scales[text]
        elif all(word in WORTH for word in text.split("-")):
            total *= sum(WORTH[word] for word in text.split("-"))
        else:
            return None
    return total
