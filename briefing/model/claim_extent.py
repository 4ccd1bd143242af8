"""The words of a claim as the reader corrected them: longer, shorter or others than the analysis found."""

import re
from collections.abc import Mapping
from dataclasses import replace
from enum import Enum, auto

from briefing.model.annotation import Judgement
from briefing.model.findings import Analysis, Claim
from briefing.model.spans import Span, covering

_WORD = r"\w+(?:[’'\-]\w+)*"
_NEXT = rf"\s*(?:{_WORD}|[^\w\s])"
_LAST = rf"(?:{_WORD}|[^\w\s])\s*$"
"""Compiled when they are first needed, and not at each start."""

_FARTHEST = 400


class Edge(Enum):
    """An end of a claim's words."""

    START = auto()
    END = auto()


def as_found(analysis: Analysis) -> Analysis:
    """The findings with all claims in the words that the analysis found."""
    if all(claim.found is None for claim in analysis.claims):
        return analysis
    return _in_order(analysis, tuple(_restored(claim) for claim in analysis.claims))


def with_own_words(analysis: Analysis, judged: Mapping[str, Judgement]) -> Analysis:
    """The findings with each claim in the reader's words, if he gave any; `judged` is by claim id."""
    given = {claim_id: word.words.span for claim_id, word in judged.items() if word.words}
    if not given:
        return analysis
    claims = tuple(
        replace(claim, content=(given[claim.id],), found=claim.content) if claim.id in given else claim
        for claim in analysis.claims
    )
    return _in_order(analysis, claims)


def stepped(text: str, span: Span, edge: Edge, way: int) -> Span:
    """The span with one end a word or sign further to the right (1) or to the left (-1); at least one stays within."""
    if edge is Edge.END:
        end = _after(text, span.end) if way > 0 else _before(text, span.end)
        return Span(span.start, end) if end > span.start and text[span.start : end].strip() else span
    start = _begin(text, span.start, way)
    return Span(start, span.end) if start < span.end and text[start : span.end].strip() else span


def _after(text: str, end: int) -> int:
    found = re.compile(_NEXT).match(text, end)
    return found.end() if found else end


def _before(text: str, end: int) -> int:
    held = text[max(0, end - _FARTHEST) : end]
    found = re.search(_LAST, held)
    return end - len(held) + len(held[: found.start()].rstrip()) if found else end


def _begin(text: str, start: int, way: int) -> int:
    if way < 0:
        held = text[max(0, start - _FARTHEST) : start]
        found = re.search(_LAST, held)
        return start - len(held) + found.start() if found else start
    after = _after(text, start)
    return after + len(text[after:]) - len(text[after:].lstrip())


def _restored(claim: Claim) -> Claim:
    return claim if claim.found is None else replace(claim, content=claim.found, found=None)


def _in_order(analysis: Analysis, claims: tuple[Claim, ...]) -> Analysis:
    ordered = sorted(claims, key=lambda claim: (claim.start, -covering(claim.content).end))
    return replace(analysis, claims=tuple(ordered))
