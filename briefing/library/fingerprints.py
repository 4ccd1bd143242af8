"""Fingerprints of texts: the same words, and nearly the same words, are noticed without reading every article.

Near duplicates are found by one-permutation MinHash over runs of three words (Li, Owen, Zhang 2012) with the empty
bins filled from the next full one (Shrivastava, Li 2014); bands of the sketch are looked up (Indyk, Motwani 1998).
"""

import re
import struct
from hashlib import blake2b
from zlib import crc32

RUN = 3
BINS = 36
BAND = 3

LEAST_RUNS = 20
"""Shorter texts have no sketch: a headline or a single sentence may be the same in articles that are not."""

MOST_WORDS = 20_000
"""Words from the beginning that a sketch looks at."""

_WORD = re.compile(r"\w+")
_EMPTY = 0xFFFFFFFF


def wording(text: str) -> int:
    """A signed 64-bit number that is the same for texts with the same words, whatever case, space and punctuation."""
    digest = blake2b(" ".join(_words(text)).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def sketch(text: str) -> bytes | None:
    """The sketch of a text, 4 bytes for each of 36 bins; None if it is too short to be compared."""
    runs = runs_of(text)
    if len(runs) < LEAST_RUNS:
        return None
    bins = [_EMPTY] * BINS
    for run in runs:
        # A CRC alone is linear; the multiplication (Knuth) spreads neighbouring values.
        value = (crc32(run.encode("utf-8", "surrogatepass")) * 2654435761) & 0xFFFFFFFF
        place, rest = value % BINS, value // BINS
        if rest < bins[place]:
            bins[place] = rest
    return struct.pack(f">{BINS}I", *_filled(bins))


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
