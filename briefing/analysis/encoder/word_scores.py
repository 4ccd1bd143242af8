"""Scores that the encoder gives each word, to be averaged over the words of a span."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from briefing.model import Spans
from briefing.records import dataclass

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class WordScores:
    """Scores of the words of a text, in text order.

    Attributes:
        starts, ends: of each word, in code points, shape (words,).
        values: shape (words, scores).
    """

    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    values: Floats

    @classmethod
    def of(cls, parts: Sequence["WordScores"], width: int = 0) -> "WordScores":
        """The parts as one; they follow one another in the text."""
        if not parts:
            none = np.zeros(0, dtype=np.int64)
            return cls(none, none, np.zeros((0, width), dtype=np.float32))
        return cls(
            np.concatenate([part.starts for part in parts]),
            np.concatenate([part.ends for part in parts]),
            np.concatenate([part.values for part in parts]),
        )

    def mean(self, spans: Spans) -> Floats:
        """The mean scores of the words within the spans; zeros for none."""
        rows = [self._within(span.start, span.end) for span in spans]
        found = np.concatenate([self.values[first:last] for first, last in rows]) if rows else self.values[:0]
        return found.mean(0) if len(found) else np.zeros(self.values.shape[1], dtype=np.float32)

    def first(self, spans: Spans) -> Floats:
        """The scores of the first word within the spans; zeros for none."""
        for span in spans:
            first, last = self._within(span.start, span.end)
            if first < last:
                row: Floats = self.values[first]
                return row
        return np.zeros(self.values.shape[1], dtype=np.float32)

    def _within(self, start: int, end: int) -> tuple[int, int]:
        first = int(np.searchsorted(self.starts, start))
        return first, max(first, int(np.searchsorted(self.ends, end, side="right")))
