"""Read "reportedly": a cue without a source, which leaves nameless also what somebody reportedly said."""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from briefing.analysis.attribution.attribution_rules import Attributed
from briefing.analysis.syntax.dependencies import clause_of_adverb, outside, spans_of, text_of
from briefing.analysis.syntax.lexicon import Lexicon
from briefing.model import Block, Span, Spans, Stance


def with_hearsay(doc: Doc, block: Block, hops: Sequence[Attributed], lexicon: Lexicon) -> list[Attributed]:
    """The hops, with each adverb of hearsay in them as a hop of its own that has no source."""
    found = list(hops)
    window = doc.char_span(block.span.start, block.span.end, alignment_mode="expand")
    for adverb in window or ():
        if adverb.lower_ in lexicon.hedges.hearsay:
            found = _with_adverb(doc, adverb, found)
    return found


def _with_adverb(doc: Doc, adverb: Token, found: list[Attributed]) -> list[Attributed]:
    """The hops, with those that the adverb speaks of known from nobody."""
    described = [hop for hop in found if _describes(adverb, hop)]
    return described + _known_from_nobody(doc, adverb, [hop for hop in found if hop not in described])


def _describes(adverb: Token, hop: Attributed) -> bool:
    """Whether the adverb only says of the source what it is like: "the reportedly wealthy owner said …"."""
    return adverb.i < adverb.head.i and _is_in(adverb, hop.source) and _is_in(adverb.head, hop.source)


def _known_from_nobody(doc: Doc, adverb: Token, hops: list[Attributed]) -> list[Attributed]:
    touched = [hop for hop in hops if _is_in(adverb, (*hop.source, *hop.cue))]
    named = [_without(doc, adverb, hop) for hop in hops if hop in touched or _is_in(adverb.head, hop.cue)]
    told = [hop for hop in named if hop.source and hop.cue]
    if not told and not touched:
        return hops
    others = [hop for hop in hops if hop not in touched and not _is_in(adverb.head, hop.cue)]
    if told:
        return others + [replace(hop, through=_nobody(adverb, hop.content)) for hop in told]
    content = spans_of(doc, clause_of_adverb(adverb))
    return others + ([_nobody(adverb, content)] if content else [])


def _is_in(word: Token, spans: Spans) -> bool:
    return any(span.start <= word.idx < span.end for span in spans)


def _without(doc: Doc, adverb: Token, hop: Attributed) -> Attributed:
    """The hop without the adverb among its words."""
    own = Span(adverb.idx, adverb.idx + len(adverb.text))

    def rest(spans: Spans) -> Spans:
        return tuple(kept for span in spans for kept in outside(text_of(doc), span, own))

    return replace(hop, source=rest(hop.source), cue=rest(hop.cue))


def _nobody(adverb: Token, content: Spans) -> Attributed:
    own = Span(adverb.idx, adverb.idx + len(adverb.text))
    return Attributed((), (own,), content, Stance.SAYS, "hearsay.adverb", False, adverb.lower_)
