"""Joins lines to paragraphs: words parted at line ends are joined, hyphens of compounds kept."""

import re
import tomllib
from collections.abc import Iterable, Sequence
from functools import cache

from briefing.resources import resource

_HYPHEN = re.compile(r"([^\W\d_][\w'’]*(?:-[\w'’]+)*)-$")
_DASH_AT_END = re.compile(r"\S[—]$")
_FIGURE_HYPHEN = re.compile(r"\d[-–]$")
_FIRST = re.compile(r"[\w'’]+(?:-[\w'’]+)*")
_LONGEST_WORD = 300
"""Signs at the end of a line among which the word is looked for that may be parted."""

_COMPOUND = re.compile(r"(?<!\w)(?<!\w['’])[^\W\d_][\w'’]*(?:-[\w'’]+)+")
_PLAIN = re.compile(r"[^\W\d_]{3,}")
_INFLECTIONS = ("s", "es", "ed", "d", "ing", "er", "ers", "ly", "’s", "'s", "ment", "ness")
_WIDE = re.compile(r"[\u3000-\u9fff\uf900-\ufaff\uff00-\uffef]")


class LineJoiner:
    """Joins the lines of one document, which tells itself how it writes its words.

    Args:
        lines: all lines of the document.
    """

    def __init__(self, lines: Iterable[str]) -> None:
        self._compounds: set[str] = set()
        self._words: set[str] = set()
        for line in lines:
            lower = line.lower()
            self._words.update(_PLAIN.findall(lower))
            if "-" in lower:
                self._compounds.update(found for found in _COMPOUND.findall(lower))

    def joined(self, lines: Sequence[str]) -> tuple[str, list[int]]:
        """The running words of lines, and where in them each line begins."""
        parts: list[str] = []
        starts: list[int] = []
        length = 0
        for line in lines:
            if parts:
                before, between = self._join(parts[-1], line)
                length += len(before) + len(between) - len(parts[-1])
                parts[-1] = before + between
            starts.append(length)
            parts.append(line)
            length += len(line)
        return "".join(parts), starts

    def _join(self, before: str, after: str) -> tuple[str, str]:
        """The line before, and what stands between it and the next."""
        broken = _HYPHEN.search(before[-_LONGEST_WORD:])
        first = _FIRST.match(after)
        if broken and first:
            if first.group().lower() in _halves("suspended"):
                return before, " "
            if self._is_parted(broken.group(1), first.group()):
                return before[:-1], ""
            return before, ""
        if _DASH_AT_END.search(before) or (_FIGURE_HYPHEN.search(before) and after[:1].isdigit()):
            return before, ""
        if _WIDE.match(before[-1:]) and _WIDE.match(after[:1]):
            return before, ""
        return before, " "

    def _is_parted(self, first: str, second: str) -> bool:
        """Whether a hyphen at the end of a line is only there to part a word."""
        if not second[0].islower() or "-" in first or "-" in second:
            return False
        one, other = first.lower(), second.lower()
        whole, compound = one + other, f"{one}-{other}"
        if compound in self._compounds:
            return False
        if whole in self._words or _is_english(whole):
            return True
        if other in _halves("own_second"):
            return False
        stands_before = one in _halves("short_first") or (len(one) > 3 and _is_english(one))
        stands_behind = len(other) > 2 and other not in _halves("endings") and _is_english(other)
        return not (stands_before and stands_behind)


def _is_english(word: str) -> bool:
    words = _english()
    if word in words:
        return True
    for ending in _INFLECTIONS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 3 and (stem in words or f"{stem}e" in words):
            return True
    return word.endswith("ies") and f"{word[:-3]}y" in words


@cache
def _halves(kind: str) -> frozenset[str]:
    with resource("intake", "line_hyphens.toml").open("rb") as file:
        return frozenset(tomllib.load(file)[kind].split())


@cache
def _english() -> frozenset[str]:
    lines = resource("intake", "english_words.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))
