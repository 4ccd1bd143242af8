"""Fingerprints of texts: the same words, and nearly the same words, are noticed without reading every article.

Near duplicates are found by one-permutation MinHash over runs of three words (Li, Owen, Zhang 2012) with the empty
bins filled from the next full one (Shrivastava, Li 2014); bands of the sketch are looked up (Indyk, Motwani 1998).
"""

import re
import struct
from dataclasses import dataclass
from hashlib import blake2b
from zlib import crc32

RUN = 3
BINS = 36
BAND = 3

LEAST_RUNS = 20
"""Shorter texts have no sketch: a headline or a single sentence may be the same in articles that are not."""

MOST_WORDS = 20_000
"""Words from the beginning that a sketch looks at."""

_MASK = (1 << 64) - 1
_FIRST, _SECOND, _THIRD = 0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9
_WORD = re.compile(r"\w+")
_EMPTY = 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What is kept of a text's words: `wording` tells the same, `sketch` nearly the same; None if it is too short."""

    wording: int
    sketch: bytes | None


def fingerprint(text: str) -> Fingerprint:
    """The fingerprint of a text; the same for texts with the same words, whatever case, space and punctuation."""
    words = _words(text)
    digest = blake2b(" ".join(words).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return Fingerprint(int.from_bytes(digest, "big", signed=True), _sketch(words[:MOST_WORDS]))


def _sketch(words: list[str]) -> bytes | None:
    """The sketch of words, 4 bytes for each of 36 bins."""
    codes = [crc32(word.encode("utf-8", "surrogatepass")) for word in words]
    # A sum of products by odd numbers tells the order of the three; its high bits depend on all bits of each.
    runs = {
        ((first * _FIRST + second * _SECOND + third * _THIRD) & _MASK) >> 24
        for first, second, third in zip(codes, codes[1:], codes[2:], strict=False)
    }
    if len(runs) < LEAST_RUNS:
        return None
    # The lowest comes last and stays.
    lowest = {run % BINS: run // BINS & 0xFFFFFFFF for run in sorted(runs, reverse=True)}
    return struct.pack(f">{BINS}I", *_filled([lowest.get(place, _EMPTY) for place in range(BINS)]))


def bands(sketch: bytes) -> list[int]:
    """Numbers by which sketches are looked up: texts that are alike share at least one, nearly always."""
    width = BAND * 4
    return [(number << 32) | crc32(sketch[at : at + width]) for number, at in enumerate(range(0, len(sketch), width))]


def likeness(left: bytes, right: bytes) -> float:
    """Estimated share of runs that two texts have in common (Jaccard), 0 to 1, from their sketches."""
    pairs = zip(struct.unpack(f">{BINS}I", left), struct.unpack(f">{BINS}I", right), strict=True)
    same: int = sum(a == b for a, b in pairs)
    return same / BINS


def likeness_of_runs(left: set[str], right: set[str]) -> float:
    """Share of runs that two texts have in common (Jaccard), 0 to 1."""
    union = len(left | right)
    return len(left & right) / union if union else 1.0


def runs_of(text: str) -> set[str]:
    """All runs of three words of a text, up to a bound."""
    words = _words(text)[:MOST_WORDS]
    return {" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _filled(bins: list[int]) -> list[int]:
    filled = list(bins)
    following = next(value for value in bins if value != _EMPTY)
    for place in range(BINS - 1, -1, -1):
        if filled[place] == _EMPTY:
            filled[place] = (following + 1) & 0xFFFFFFFE
        following = filled[place]
    return filled
