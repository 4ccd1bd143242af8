"""The plain difference of two texts, sentence by sentence."""

import re
from difflib import SequenceMatcher

from briefing.model.spans import Span
from briefing.records import dataclass

_SENTENCE = re.compile(r"[^\s.!?][^\n.!?]*(?:[.!?]+(?=\w)[^\n.!?]*)*[.!?]*[”\"’')\]]*")
"""Words up to what ends a sentence or a paragraph; a point within "3.5" ends none."""

_MANY = 1000
"""Sentences from which those that come again and again are not looked for everywhere."""


@dataclass(frozen=True, slots=True)
class TextDifference:
    """Sentences of the older text that stand no more, and those in the newer one that stand in their place.

    Attributes:
        before, after: their words; empty for none.
        older, newer: where they stand; None for none.
    """

    before: str
    after: str
    older: Span | None
    newer: Span | None


def text_differences(before: str, after: str) -> tuple[TextDifference, ...]:
    """Where two texts differ, in their order."""
    older, newer = _sentences(before), _sentences(after)
    many = max(len(older), len(newer)) > _MANY
    matcher = SequenceMatcher(None, [s.of(before) for s in older], [s.of(after) for s in newer], autojunk=many)
    found = []
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind != "equal":
            gone, come = _reach(older[a:b]), _reach(newer[c:d])
            found.append(TextDifference(gone.of(before) if gone else "", come.of(after) if come else "", gone, come))
    return tuple(found)


def _sentences(text: str) -> list[Span]:
    return [Span(found.start(), found.end()) for found in _SENTENCE.finditer(text)]


def _reach(spans: list[Span]) -> Span | None:
    return Span(spans[0].start, spans[-1].end) if spans else None
