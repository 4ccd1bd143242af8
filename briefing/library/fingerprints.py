"""Fingerprints of texts: the same words, and nearly the same words, are noticed without reading every article.

Near duplicates are found by one-permutation MinHash over runs of three words (Li, Owen, Zhang 2012) with the empty
bins filled from the next full one (Shrivastava, Li 2014); bands of the sketch are looked up (Indyk, Motwani 1998).
"""

import re
import struct
from zlib import crc32

from briefing.records import dataclass

RUN = 3
BINS = 36
BAND = 3

LEAST_RUNS = 20
"""Shorter texts have no sketch: a headline or a single sentence may be the same in articles that are not."""

MOST_WORDS = 20_000
"""Words from the beginning that a sketch looks at."""

_WORD = re.compile(r"\w+")
_GAPS_BLANK = bytes(code if chr(code).isalnum() or code == ord("_") else ord(" ") for code in range(128)) + bytes(128)
_EMPTY = 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What is kept of a text's words: `wording` tells the same, `sketch` nearly the same; None if it is too short."""

    wording: int
    sketch: bytes | None


def fingerprint(text: str) -> Fingerprint:
    """The fingerprint of a text; the same for texts with the same words, whatever case, space and punctuation."""
    from hashlib import blake2b

    words = _encoded_words(text)
    digest = blake2b(b" ".join(words), digest_size=8).digest()
    return Fingerprint(int.from_bytes(digest, "big", signed=True), _sketch(words[:MOST_WORDS]))


def _sketch(words: list[bytes]) -> bytes | None:
    """The sketch of words, 2 bytes for each of 36 bins."""
    runs = _runs(struct.pack(f">{len(words)}I", *map(crc32, words)))
    if len(runs) < LEAST_RUNS:
        return None
    lowest = [_EMPTY] * BINS
    for run in runs:
        place, rest = run % BINS, run // BINS
        if rest < lowest[place]:
            lowest[place] = rest
    return struct.pack(f">{BINS}H", *(value & 0xFFFF for value in _filled(lowest)))


def _runs(codes: bytes) -> set[int]:
    """The numbers of all runs of words; from each of their first words on, every third run is cut off in one go."""
    width = 4 * RUN
    shifted = (codes[at : len(codes) - (len(codes) - at) % width] for at in range(0, min(width, len(codes)), 4))
    return {crc32(run) for piece in shifted for (run,) in struct.iter_unpack(f"{width}s", piece)}


def bands(sketch: bytes) -> list[int]:
    """Numbers by which sketches are looked up: texts that are alike share at least one, nearly always."""
    width = BAND * 2
    return [(number << 32) | crc32(sketch[at : at + width]) for number, at in enumerate(range(0, len(sketch), width))]


def likeness(left: bytes, right: bytes) -> float:
    """Estimated share of runs that two texts have in common (Jaccard), 0 to 1, from their sketches."""
    pairs = zip(struct.unpack(f">{BINS}H", left), struct.unpack(f">{BINS}H", right), strict=True)
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


def _encoded_words(text: str) -> list[bytes]:
    """The words of `_words` in UTF-8; where all letters are plain, they are told apart many times faster."""
    if text.isascii():
        return text.encode("ascii").lower().translate(_GAPS_BLANK).split()
    return [word.encode("utf-8", "surrogatepass") for word in _words(text)]


def _words(text: str) -> list[str]:
    # A line at a time: one call for all of a long text would keep the window waiting.
    return [word for line in text.casefold().split("\n") for word in _WORD.findall(line)]


def _filled(bins: list[int]) -> list[int]:
    filled = list(bins)
    following = next(value for value in bins if value != _EMPTY)
    for place in range(BINS - 1, -1, -1):
        if filled[place] == _EMPTY:
            filled[place] = (following + 1) & 0xFFFFFFFE
        following = filled[place]
    return filled
