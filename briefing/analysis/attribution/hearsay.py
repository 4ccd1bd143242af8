"""Read "reportedly": a cue without a source, which leaves nameless also what somebody reportedly said."""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from briefing.analysis.attribution.attribution_rules import ADVERB, Attributed
from briefing.analysis.syntax.dependencies import clause_of_adverb, outside, spans_of, text_of
from briefing.analysis.syntax.lexicon import Lexicon
from briefing.analysis.syntax.word_classes import FINITE_TAGS, SETTING_OFF
from briefing.model import Block, Span, Spans, Stance

ASIDE = "aside.hearsay"
"""The rule that reads a phrase behind an adverb of hearsay: "…, reportedly two of them Danes, …"."""

_CLOSING = frozenset({",", ";", "—", "–", "--", ")", ".", ":"})
_LONGEST_ASIDE = 30
_FEWEST = 3


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
    aside = _told_aside(doc, adverb)
    if aside:
        others = [hop for hop in hops if hop not in touched or hop.source]
        return [*others, replace(_nobody(adverb, aside), rule=ASIDE)]
    named = [_without(doc, adverb, hop) for hop in hops if hop in touched or _is_in(adverb.head, hop.cue)]
    told = [hop for hop in named if hop.source and hop.cue]
    if not told and not touched:
        return hops
    others = [hop for hop in hops if hop not in touched and not _is_in(adverb.head, hop.cue)]
    if told:
        return others + [replace(hop, through=_nobody(adverb, hop.content)) for hop in told]
    content = spans_of(doc, _without_glosses(clause_of_adverb(adverb), adverb))
    return others + ([_nobody(adverb, content)] if content else [])


def _told_aside(doc: Doc, adverb: Token) -> Spans:
    """What an adverb behind a comma or a dash speaks of, if it is but a phrase: "…, reportedly two Danes, …"."""
    before = doc[adverb.i - 1] if adverb.i else None
    following = doc[adverb.i + 1] if adverb.i + 1 < len(doc) else None
    if before is None or following is None or before.text not in SETTING_OFF or adverb.is_sent_start:
        return ()
    if following.text in _CLOSING or following.tag_ in FINITE_TAGS or following.pos_ in {"AUX", "PRON"}:
        return ()
    words: list[int] = []
    for token in doc[following.i : following.i + _LONGEST_ASIDE]:
        if token.is_sent_start or token.text in _CLOSING - {","} or "\n" in token.text or _ends_aside(token):
            break
        if token.tag_ in FINITE_TAGS and token.dep_ not in {"relcl", "aux"} and token.head.dep_ != "relcl":
            return ()
        words.append(token.i)
    return spans_of(doc, words) if len(words) > 1 else ()


def _ends_aside(token: Token) -> bool:
    """Whether the comma at a token parts the phrase from what the narrator goes on with: ", which …", ", he said"."""
    if token.text != "," or token.i + 1 >= len(token.doc):
        return False
    following = token.nbor()
    return following.tag_ in {"WDT", "WP", "WRB", "PRP", "VBG", "CC", "IN"} | FINITE_TAGS or following.dep_ in {
        "nsubj",
        "nsubjpass",
        "det",
    }


def _without_glosses(clause: set[int], adverb: Token) -> set[int]:
    """The clause without what the narrator hangs on its end behind a comma: ", making him …", ", a kind of …"."""
    doc = adverb.doc
    kept = set(clause)
    for i in sorted(clause):
        token = doc[i]
        left = token.left_edge.i
        parted = left > adverb.i and doc[left - 1].text in {",", "—", "–"}
        if parted and (token.dep_ in {"relcl", "appos"} or (token.dep_ == "advcl" and token.tag_ == "VBG")):
            kept = {j for j in kept if j < left - 1}
    return kept if len(kept) >= _FEWEST else clause


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
    return Attributed((), (own,), content, Stance.SAYS, ADVERB, False, adverb.lower_)
