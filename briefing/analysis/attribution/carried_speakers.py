"""Who speaks in a paragraph that is but a quotation: who spoke at the end of the one before, or is told of there."""

from collections.abc import Sequence

from spacy.tokens import Doc

from briefing.analysis.attribution.attribution_rules import Attributed
from briefing.analysis.attribution.quotations import Quotation
from briefing.analysis.syntax.dependencies import is_passive, own_subject, phrase, root_of, spans_of, text_of
from briefing.analysis.syntax.word_classes import HE_SHE
from briefing.model import Block, BlockKind, Spans

_REST = 60
"""Code points behind the last quotation of a block from which it is no longer the speaker's."""

_PERSONS = frozenset({"PERSON", ""})
_FEWEST_WORDS = 4


def speaker_carried(hops: Sequence[Attributed], quoted: Sequence[Quotation], block: Block) -> Spans:
    """The speaker whose quotation runs to the end of the block, or makes most of it."""
    if not quoted or quoted[-1].span.end < block.span.end - _REST:
        return ()
    speakers = [hop for hop in hops if hop.source and any(p.overlaps(quoted[-1].span) for p in hop.content)]
    return speakers[-1].source if speakers else ()


def speaker_told_of(doc: Doc, before: Block, quoted: Sequence[Quotation], block: Block) -> Spans:
    """The one person of whom the last sentence of the block before tells, if this one is but a quotation.

    "Osei defended the plan for an hour." / "“It is the only way to save the hospital.”"
    """
    text = text_of(doc)
    whole = bool(quoted) and quoted[0].span.start == block.span.start and quoted[0].span.end >= block.span.end - 1
    if not whole or before.kind is not BlockKind.PARAGRAPH or len(quoted[0].inner.of(text).split()) < _FEWEST_WORDS:
        return ()
    words = doc.char_span(before.span.start, before.span.end, alignment_mode="contract")
    if words is None or words[-1].text not in {".", ":"} or any(mark in words[-1].text for mark in '”"'):
        return ()
    verb = root_of(words[-1])
    who = own_subject(verb)
    if who is None or is_passive(verb) or verb.tag_ not in {"VBD", "VBZ", "VBP"}:
        return ()
    person = (who.pos_ == "PROPN" and who.ent_type_ in _PERSONS) or who.lower_ in HE_SHE
    return spans_of(doc, phrase(who)) if person and before.span.start <= who.idx else ()
