"""What is told of a source beside its name: how it knows, and that and why it has no name."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from briefing.analysis.attribution.attribution_rules import Attributed
from briefing.analysis.attribution.source_clauses import SourceClauses
from briefing.analysis.attribution.withheld_names import KeptBack, with_told_apart
from briefing.analysis.syntax.dependencies import outside, text_of
from briefing.analysis.syntax.lexicon import Lexicon
from briefing.model import Span, Spans, overlap_length

_LEFT_OVER = frozenset({",", ";", "and", "but", "or"})


def described(
    doc: Doc, hops: Sequence[Attributed], lexicon: Lexicon, told_apart: Sequence[KeptBack] = ()
) -> list[Attributed]:
    """The hops, each with what is told of how its source knows and why it has no name, and contents without that.

    Args:
        doc: the parsed article.
        hops: those of one block.
        lexicon: the words.
        told_apart: the sentences that speak of nothing else, as `kept_back` finds them.
    """
    clauses = SourceClauses(doc, lexicon, hops)
    found = [with_told_apart(doc, hop, clauses.parts(hop), told_apart) for hop in hops]
    asides = tuple(dict.fromkeys(span for parts in found for span in parts.anonymity))
    text = text_of(doc)
    told: list[Attributed] = []
    for hop, parts in zip(hops, found, strict=True):
        content = without(text, hop.content, asides)
        if content:
            told.append(replace(hop, content=content, knowledge=parts.knowledge, anonymity=parts.anonymity))
    return told


def name_of(text: str, hop: Attributed) -> Spans:
    """The words of a hop's source without what is told of how it knows and why it has no name."""
    kept = without(text, hop.source, (*hop.knowledge, *hop.anonymity))
    return tuple(piece for piece in kept if piece.of(text).strip().lower() not in _LEFT_OVER) or hop.source


def cue_of(text: str, hop: Attributed) -> Spans:
    """The words of a hop's cue without what is told of its source: "said | on condition of anonymity"."""
    return without(text, hop.cue, hop.anonymity) or hop.cue


def without(text: str, spans: Spans, holes: Iterable[Span]) -> Spans:
    """What of some spans lies outside the holes."""
    for hole in holes:
        if overlap_length(spans, (hole,)):
            spans = tuple(kept for span in spans for kept in outside(text, span, hole))
    return spans
