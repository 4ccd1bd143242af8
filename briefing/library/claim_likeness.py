"""How alike two claims are by their words: what tells, and somebody or a number, must be in both."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache

from briefing.library.collation import plain
from briefing.records import dataclass
from briefing.resources import resource

LEAST_SHARED = 2
"""Telling words that two claims must have in common at least."""

LEAST_ALIKE = 0.25
"""Share of telling words in common (Jaccard) from which on claims are alike that share somebody or a number."""

LEAST_SAME = 0.8
"""Share from which on they are alike without either: they are the same words; at least `SAME_WORDS` of them."""

SAME_WORDS = 3

WORD = re.compile(r"\w{3,}")
_NUMBER = re.compile(r"\d(?:[\d.,\u00a0\u202f']*\d)?")
_PARTED = re.compile(r"(?<=\d)[.,'\u00a0\u202f](?=\d{3}(?!\d))")


@dataclass(frozen=True, slots=True)
class Told:
    """What words tell: those that count, and the numbers and days among them."""

    words: frozenset[str]
    numbers: frozenset[str]


def told_by(content: str) -> Told:
    """What the words of a claim tell: without case and accents, and without the words that every claim has."""
    function, dates = _common()
    words = _PARTED.sub("", plain(content))
    found = frozenset(WORD.findall(words)) - function
    numbers = frozenset(_NUMBER.findall(words))
    return Told(found, numbers | (found & dates))


def likeness(left: Told, right: Told, names: Iterable[list[str]]) -> float:
    """How alike two claims are, from 0 to 1; 0 of those that tell of nobody and no number that is in both."""
    both = left.words & right.words
    share = len(both) / len(left.words | right.words) if len(both) >= LEAST_SHARED else 0.0
    if share < LEAST_ALIKE:
        return 0.0
    same = share >= LEAST_SAME and len(both) >= SAME_WORDS
    return share if same or left.numbers & right.numbers or _names_one_of(names, both) else 0.0


def _names_one_of(names: Iterable[list[str]], words: frozenset[str]) -> bool:
    """Whether the telling words of a name are all among these."""
    function, _ = _common()
    return any(telling and words.issuperset(telling) for name in names if (telling := set(name) - function))


@cache
def _common() -> tuple[frozenset[str], frozenset[str]]:
    """The words that tell nothing, and those that tell a day or a month."""
    with resource("library", "common_words.toml").open("rb") as file:
        data = tomllib.load(file)
    return frozenset(plain(data["function"]).split()), frozenset(plain(data["dates"]).split())
