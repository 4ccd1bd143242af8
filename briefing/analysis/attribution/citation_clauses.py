"""Read "the Herald, citing the union, said …": who speaks only passes on what the other said."""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from briefing.analysis.attribution.attribution_rules import Attributed, can_speak
from briefing.analysis.attribution.source_kinds import may_tell
from briefing.analysis.syntax.dependencies import outside, root_of, spans_of, text_of, words_in
from briefing.analysis.syntax.lexicon import Lexicon
from briefing.model import Block, Span, Spans, Stance, overlap_length

_PASSING_ON = frozenset({Stance.SAYS, Stance.KNOWS, Stance.BELIEVES})


def with_cited(doc: Doc, block: Block, hops: Sequence[Attributed], lexicon: Lexicon) -> list[Attributed]:
    """The hops, with each one beside which a source is cited given to that source, through who cites it."""
    found = list(hops)
    window = doc.char_span(block.span.start, block.span.end, alignment_mode="expand")
    for citing in window or ():
        if not _is_aside(citing) or citing.lemma_.lower() not in lexicon.sources.citing:
            continue
        source = _cited(doc, citing, lexicon)
        outer = _nearest(doc, citing, source, found) if source else None
        if outer is not None:
            found = [hop for hop in found if hop is not outer and not _is_cue(citing, hop)]
            found.append(_passed_on(doc, citing, source, outer))
    return sorted(found, key=lambda hop: min(span.start for span in (*hop.cue, *hop.content)))


def _is_aside(citing: Token) -> bool:
    """Whether a word leads an aside: "citing the union", "which cited the union"."""
    return citing.tag_ == "VBG" or (citing.dep_ == "relcl" and citing.tag_ in {"VBD", "VBZ"})


def _cited(doc: Doc, citing: Token, lexicon: Lexicon) -> Spans:
    """Who is cited, up to the comma behind it; empty if it is a reason and nobody ("citing rising costs")."""
    head = next((child for child in citing.children if child.dep_ == "dobj"), None)
    if head is None or not may_tell(head, lexicon.sources):
        return ()
    comma = next((token.i for token in doc[head.i : head.right_edge.i + 1] if token.text == ","), head.right_edge.i + 1)
    source = {token.i for token in doc[head.left_edge.i : comma]}
    return spans_of(doc, source) if can_speak(doc, source, lexicon) else ()


def _nearest(doc: Doc, citing: Token, source: Spans, hops: Sequence[Attributed]) -> Attributed | None:
    """The hop of the sentence that stands nearest to the citing word."""

    def distance(hop: Attributed) -> int:
        return min(abs(span.start - citing.idx) for span in (*hop.source, *hop.cue))

    fitting = [
        hop
        for hop in hops
        if hop.source
        and hop.stance in _PASSING_ON
        and not _is_cue(citing, hop)
        and not overlap_length(hop.source, source)
        and any(root_of(word).i == root_of(citing).i for word in words_in(doc, hop.cue))
    ]
    return min(fitting, key=distance, default=None)


def _is_cue(word: Token, hop: Attributed) -> bool:
    return any(span.start <= word.idx < span.end for span in hop.cue)


def _passed_on(doc: Doc, citing: Token, source: Spans, outer: Attributed) -> Attributed:
    aside = Span(citing.idx, source[-1].end)
    content = tuple(kept for piece in outer.content for kept in outside(text_of(doc), piece, aside))
    outer = replace(outer, content=content or outer.content)
    cue = Span(citing.idx, citing.idx + len(citing.text))
    return Attributed(
        source, (cue,), outer.content, outer.stance, "relay.citing", outer.negated, citing.lemma_.lower(), outer
    )
