"""Read "“…,” Holt said, according to the Gazette": one claim of Holt's, which the Gazette passes on."""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from briefing.analysis.attribution.attribution_rules import Attributed, can_speak
from briefing.analysis.attribution.quotations import Quotation
from briefing.analysis.syntax.dependencies import spans_of, words_in
from briefing.analysis.syntax.lexicon import Lexicon
from briefing.analysis.syntax.word_classes import BREAKS
from briefing.model import Span, Stance, covering, overlap_length

_PASSING_ON = frozenset({Stance.SAYS, Stance.KNOWS})
_SPEECH = frozenset({Stance.SAYS, Stance.ACCUSES})
_MOST_REST = 1
"""Words of what is passed on beside who spoke and what he said."""

_MOST_BESIDE = 6
"""Words between who spoke and who passes it on, of the day or of who was told: "said *on Friday*, according to"."""


def with_relays(
    doc: Doc, hops: Sequence[Attributed], quoted: Sequence[Quotation], lexicon: Lexicon
) -> list[Attributed]:
    """The hops, with what somebody said given to him alone where another one is told of behind it to pass it on."""
    relayed: dict[int, Attributed] = {}
    passing: set[int] = set()
    marked = [quotation.span for quotation in quoted]
    hops = _parted(doc, hops)
    for inner in hops:
        if not _speaks(doc, inner, lexicon):
            continue
        found = next((pair for outer in hops if (pair := _relay(doc, inner, outer, marked))), None)
        if found is not None:
            relayed[id(inner)] = found[1]
            passing.add(id(found[0]))
    return [relayed.get(id(hop), hop) for hop in hops if id(hop) not in passing]


def _parted(doc: Doc, hops: Sequence[Attributed]) -> list[Attributed]:
    """The hops, each content within its clause where somebody else spoke in the one before: "A said …; …, B said"."""
    found = list(hops)
    for at, outer in enumerate(hops):
        for number, inner in enumerate(hops):
            if inner is outer or not inner.cue or not inner.source or not _passes_on(inner, outer):
                continue
            told_by = min(span.start for span in (*outer.cue, *outer.source))
            words = words_in(doc, outer.content)
            marks = [word for word in words if word.text in BREAKS and inner.cue[-1].end <= word.idx < told_by]
            if not marks or _is_paired(words, marks[-1]):
                continue
            behind = spans_of(doc, {word.i for word in words if word.i > marks[-1].i})
            before = spans_of(doc, {word.i for word in words_in(doc, inner.content) if word.i < marks[-1].i})
            if behind and before:
                found[at] = replace(found[at], content=behind, readings=())
                found[number] = replace(found[number], content=before, readings=())
    return found


def _is_paired(words: Sequence[Token], mark: Token) -> bool:
    """Whether a dash has another one: what stands between two is an aside."""
    return mark.text != ";" and sum(word.text == mark.text for word in words) > 1


def _relay(
    doc: Doc, inner: Attributed, outer: Attributed, quoted: Sequence[Span]
) -> tuple[Attributed, Attributed] | None:
    """The outer hop, and the inner one as it passes it on; None if it does not."""
    if outer is inner or not _passes_on(inner, outer):
        return None
    spoken = words_in(doc, (*inner.source, *inner.cue))
    if any(_is_within(doc, word.i, quoted) for word in spoken):
        # Who is quoted with it says it himself.
        return None
    aside = words_in(doc, (*outer.source, *outer.cue))
    last, first = max(word.i for word in spoken), min(word.i for word in aside)
    said = {word.i for word in words_in(doc, inner.content)} - {word.i for word in aside}
    passed_on = {word.i for word in words_in(doc, outer.content)} - {word.i for word in (*spoken, *aside)}
    beside = {i for i in passed_on if last < i < first} if said and min(said) < last else set()
    if len(beside) > _MOST_BESIDE or BREAKS & {doc[i].text for i in passed_on if last < i < first}:
        return None
    known = {i for i in passed_on if doc[i].is_punct or i in said or _is_within(doc, i, quoted)}
    whole = spans_of(doc, known - beside)
    if len(passed_on - known - beside) > _MOST_REST or not whole:
        return None
    return outer, replace(inner, content=whole, readings=(), through=replace(outer, content=whole))


def _speaks(doc: Doc, hop: Attributed, lexicon: Lexicon) -> bool:
    if not hop.cue or not hop.source or hop.through is not None or hop.stance not in _SPEECH or hop.negated:
        return False
    return can_speak(doc, [word.i for word in words_in(doc, hop.source)], lexicon)


def _passes_on(inner: Attributed, outer: Attributed) -> bool:
    """Whether the outer hop stands behind the inner one's words, and holds them all."""
    if not outer.cue or not outer.source or outer.through is not None or outer.stance not in _PASSING_ON:
        return False
    spoken = (*inner.source, *inner.cue)
    behind = min(span.start for span in (*outer.cue, *outer.source)) >= max(span.end for span in spoken)
    if not behind or outer.negated:
        return False
    holds = overlap_length(outer.content, spoken) == sum(map(len, spoken))
    # "Prosecutors said | Cole forged it, | according to the file": what was read as theirs ends with who passes it on.
    ends = outer.rule.startswith("relay") and covering(inner.content).end <= max(span.end for span in outer.source)
    return holds or (ends and overlap_length(inner.content, outer.cue) > 0)


def _is_within(doc: Doc, at: int, quoted: Sequence[Span]) -> bool:
    return any(span.start <= doc[at].idx < span.end for span in quoted)
