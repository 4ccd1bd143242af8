"""The few words of a text around what was looked for, with the hits as spans."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice, takewhile

from briefing.model import Span, Spans
from briefing.records import dataclass

LENGTH = 180
"""Code points of a snippet, about."""

_LEAD = 40
_MOST_HITS = 300
_GAPS = re.compile(r"[\W_]+")
_LETTER, _NO_LETTER = r"[^\W_]", r"[\W_]+"


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of a text; `hits` are spans in it."""

    text: str
    hits: Spans = ()


class Sought:
    """Words and phrases to find; a prefix is `(word, True)`. Case and accents do not matter."""

    def __init__(self, words: Iterable[tuple[str, bool]]) -> None:
        # A pattern for each beginning: `re` looks for a literal beginning many times faster than for alternatives.
        beginnings: dict[str, list[str]] = {}
        for word, prefix in dict.fromkeys(words):
            pattern = _pattern(word, prefix)
            if pattern:
                beginnings.setdefault(pattern[:3], []).append(pattern)
        self._patterns = [_joined(patterns) for patterns in beginnings.values()]

    def hits(self, text: str) -> list[tuple[Span, str]]:
        """Where they stand, each with what was found, folded; no more than some hundreds."""
        folded = _folded(text)
        found = [hit for pattern in self._patterns for hit in islice(_found(pattern, folded), _MOST_HITS)]
        return sorted(found) if len(self._patterns) > 1 else found

    def snippet(self, text: str) -> Snippet | None:
        """The piece with the most different words in it, the first of equals; None if none stands there."""
        hits = self.hits(text)
        if not hits:
            return None
        best, most = 0, 0
        for at, (span, _) in enumerate(hits):
            inside = {word for other, word in hits[at : at + 20] if other.end <= span.start + LENGTH - _LEAD}
            if len(inside) > most:
                best, most = at, len(inside)
        start = _start(text, hits[best][0].start)
        end = _end(text, max(start + LENGTH, hits[best][0].end))
        before, after = "…" if start else "", "…" if end < len(text) else ""
        shift = len(before) - start
        spans = tuple(
            Span(span.start + shift, span.end + shift) for span, _ in hits if start <= span.start and span.end <= end
        )
        return Snippet(before + text[start:end] + after, spans)


def beginning(text: str) -> Snippet:
    """The first words of a text, where none was looked for."""
    end = _end(text, LENGTH)
    return Snippet(text[:end] + ("…" if end < len(text) else ""))


def _found(pattern: re.Pattern[str], folded: str) -> Iterator[tuple[Span, str]]:
    for match in pattern.finditer(folded):
        if not match.start() or not folded[match.start() - 1].isalnum():
            yield Span(match.start(), match.end()), match.group()


def _joined(patterns: list[str]) -> re.Pattern[str]:
    start = _beginning_of(min(patterns), max(patterns))
    rest = sorted((pattern[len(start) :] for pattern in patterns), key=len, reverse=True)
    return re.compile(rf"{start}(?:{'|'.join(rest)})(?!{_LETTER})")


def _beginning_of(left: str, right: str) -> str:
    """The letters with which both patterns begin."""
    same = "".join(a for a, _ in takewhile(lambda pair: pair[0] == pair[1], zip(left, right, strict=False)))
    return same if same.isalnum() else ""


def _pattern(word: str, prefix: bool) -> str:
    pieces = [re.escape(piece) for piece in _GAPS.split(_folded(word)) if piece]
    return _NO_LETTER.join(pieces) + (f"{_LETTER}*" if prefix else "") if pieces else ""


def _start(text: str, hit: int) -> int:
    start = max(0, hit - _LEAD)
    while 0 < start < hit and not text[start - 1].isspace():
        start += 1
    return start


def _end(text: str, end: int) -> int:
    end = min(end, len(text))
    longest = end - _LEAD
    while longest < end < len(text) and not text[end].isspace():
        end -= 1
    return end


def _folded(text: str) -> str:
    """The text without case and accents, each code point in its place."""
    return text.lower() if text.isascii() else "".join(map(_folded_letter, text))


@lru_cache(maxsize=4096)
def _folded_letter(letter: str) -> str:
    plain = unicodedata.normalize("NFD", letter)[0].lower()
    return plain if len(plain) == 1 else letter
