"""Quantities in a sentence: what is counted, and between which bounds its number lies."""

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from briefing.analysis.syntax.lexicon import any_of, lexicon_table
from briefing.analysis.syntax.number_words import WORTH
from briefing.records import dataclass

_YEARS = range(1800, 2101)
_SLACK = 0.15
"""Share by which a number that is called rough may be off."""

_ROUND = 0.04
"""The same for one that ends in zeros; the others may be off by a little less than one."""

_STEP = 0.15
"""By which two magnitudes of one quake may differ and be the same."""

_DAYS = re.compile(r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|(?:19|20)\d\d)\b", re.IGNORECASE)
_BEFORE = 24


@dataclass(frozen=True, slots=True)
class Quantity:
    """One number.

    Attributes:
        kind: of what it counts.
        least, most: between which it lies.
        start, end: where it stands in the words.
    """

    kind: str
    least: float
    most: float
    start: int
    end: int


@dataclass(frozen=True)
class CountWords:
    """The words that it takes to read them.

    Attributes:
        kinds: finds words for what is counted, by kind.
        number: finds a number with what multiplies it.
        scales, vague: what words for numbers stand for.
        least, most, about: words before a number that make it a bound, or rough.
        updates, parts: find what makes a count a later one, or that of a part.
        whole: nouns, by lemma, for people as such.
        total: finds a word for a count of all.
        times: seconds in a unit of time, by lemma.
    """

    kinds: Mapping[str, re.Pattern[str]]
    number: re.Pattern[str]
    scales: Mapping[str, int]
    vague: Mapping[str, tuple[float, float]]
    least: tuple[str, ...]
    most: tuple[str, ...]
    about: tuple[str, ...]
    updates: re.Pattern[str]
    parts: re.Pattern[str]
    whole: frozenset[str]
    total: re.Pattern[str]
    times: Mapping[str, int]

    @classmethod
    def load(cls) -> "CountWords":
        """Read those that the program ships.

        Raises:
            FileNotFoundError: if the file is missing.
            ValueError: if it is no TOML.
        """
        table = lexicon_table("counts")
        bounding: Mapping[str, Sequence[str]] = table["bounding"]
        return cls(
            kinds={kind: any_of(words) for kind, words in table["kinds"].items()},
            number=_number(table),
            scales=table["scales"],
            vague={word: (low, high) for word, (low, high) in table["vague"].items()},
            least=tuple(bounding["least"]),
            most=tuple(bounding["most"]),
            about=tuple(bounding["about"]),
            updates=any_of(table["updates"]["words"]),
            parts=any_of(table["parts"]["words"]),
            whole=frozenset(table["units"]["whole"]),
            total=any_of(table["units"]["total"]),
            times=table["times"],
        )

    def quantities(self, words: str) -> list[Quantity]:
        """The quantities in some words in lower case of which it is told what they count."""
        kinds = [(match.start(), kind) for kind, finds in self.kinds.items() for match in finds.finditer(words)]
        if not kinds:
            return []
        numbers = [(match, bounds) for match in self.number.finditer(words) if (bounds := self.bounds(words, match))]
        found = _joined([Quantity("", *bounds, match.start(), match.end()) for match, bounds in numbers], words)
        told: dict[int, str] = {}
        # Of "the boat carried 85 people and 12 had died" the twelve are dead.
        for place, kind in sorted(kinds) if found else ():
            _, nearest = min((abs(one.start - place), number) for number, one in enumerate(found))
            told.setdefault(nearest, kind)
        return [replace(found[number], kind=kind) for number, kind in sorted(told.items())]

    def bounds(self, words: str, match: re.Match[str]) -> tuple[float, float] | None:
        """Between which a number lies; None if it counts nothing."""
        before = words[max(0, match.start() - _BEFORE) : match.start()].rstrip()
        if match["vague"]:
            low, high = self.vague[match["vague"]]
            return (low, math.inf) if before.endswith(self.least) else (low, high)
        value = _value(match["digits"] or match["words"])
        scale = self.scales.get(match["scale"] or "", 1)
        if match["digits"] and scale == 1 and "," not in match["digits"] and value in _YEARS:
            return None
        value *= scale
        if before.endswith(self.least):
            return value, math.inf
        if before.endswith(self.most):
            return 0, value
        return self._around(value, before.endswith(self.about))

    def _around(self, value: float, rough: bool) -> tuple[float, float]:
        if value != int(value):
            return value - _STEP / 2, value + _STEP / 2
        share = _SLACK if rough else _ROUND if value >= 100 and value % 10 == 0 else 0
        return value * (1 - share), value * (1 + share)


def _number(table: Mapping[str, Any]) -> re.Pattern[str]:
    words = "|".join(sorted(WORTH, key=len, reverse=True))
    vague = "|".join(sorted(table["vague"], key=len, reverse=True))
    scales = "|".join(table["scales"])
    measured = "|".join(table["measured"]["words"])
    plain = rf"(?P<digits>\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?)|(?P<words>(?:{words})(?:-(?:{words}))?)"
    return re.compile(
        rf"(?<![\w.,$€£:/-])(?:(?P<vague>{vague})|(?:{plain})(?:[ -](?P<scale>{scales}))?)"
        rf"(?![\w%:/]|[.,]\d|[ -](?:{measured})\b)"
    )


def _value(word: str) -> float:
    if word[0].isdigit():
        return float(word.replace(",", ""))
    return float(sum(WORTH[part] for part in word.split("-")))


def _joined(found: list[Quantity], words: str) -> list[Quantity]:
    """The quantities, with "40 to 50" and "five or six" as one."""
    kept: list[Quantity] = []
    for one in found:
        before = kept[-1] if kept else None
        if before is not None:
            between = words[before.end : one.start].strip()
            if between in {"to", "or", "and", "-", "–"} and (between != "and" or "between" in words[: before.start]):
                kept[-1] = Quantity(one.kind, before.least, one.most, before.start, one.end)
                continue
        kept.append(one)
    return kept


def days_in(words: str) -> frozenset[str]:
    """The days of the week and the years that are named."""
    return frozenset(day.lower() for day in _DAYS.findall(words))


def lone(found: Iterable[Quantity]) -> dict[str, Quantity]:
    """The quantity of each kind of which there is one alone."""
    by_kind: dict[str, list[Quantity]] = {}
    for one in found:
        by_kind.setdefault(one.kind, []).append(one)
    return {kind: of[0] for kind, of in by_kind.items() if len(of) == 1}
