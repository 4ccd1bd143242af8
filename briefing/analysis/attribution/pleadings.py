"""Read what somebody pleads by a noun: "the claimant's submission that …", "the evidence of the surveyor that …"."""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from briefing.analysis.attribution.attribution_rules import Attributed, can_speak
from briefing.analysis.syntax.dependencies import phrase, spans_of, subtree, text_of
from briefing.analysis.syntax.lexicon import Lexicon
from briefing.analysis.syntax.word_classes import FINITE_TAGS
from briefing.model import Block, Stance, overlap_length

PLEADED = "noun.pleaded"
"""The rule that reads it."""

_CLAUSES = frozenset({"acl", "ccomp", "relcl"})
_OWNING = frozenset({"of", "by", "from"})


def with_pleadings(doc: Doc, block: Block, hops: Sequence[Attributed], lexicon: Lexicon) -> list[Attributed]:
    """The hops, with what is put forward by each owned noun of a court: whoever accepts or rejects it, it is his."""
    found = list(hops)
    nouns = lexicon.framing.pleadings
    if not any(noun in block.span.of(text_of(doc)) for noun in nouns):
        return found
    for noun in doc.char_span(block.span.start, block.span.end, alignment_mode="expand") or ():
        read = _pleaded(doc, noun, lexicon) if noun.lower_ in nouns and noun.pos_ == "NOUN" else None
        if read is not None and not any(overlap_length(hop.cue, read.cue) for hop in found):
            found.append(read)
    return sorted(found, key=lambda hop: min(span.start for span in (*hop.cue, *hop.content)))


def _pleaded(doc: Doc, noun: Token, lexicon: Lexicon) -> Attributed | None:
    behind = [word for child in noun.children if child.lower_ in _OWNING for word in child.children]
    owner = next((word for word in (*noun.children, *behind) if word.dep_ in {"poss", "pobj"}), None)
    if owner is None or not can_speak(doc, phrase(owner), lexicon):
        return None
    clause = next((child for word in (noun, owner) for child in word.children if _is_told(child, noun)), None)
    if clause is None:
        return None
    source = {i for i in phrase(owner) if doc[i].dep_ != "case"}
    # "the evidence of the surveyor, Mr Pike, that": the name behind the comma is his.
    source |= {i for child in owner.children if child.dep_ == "appos" for i in phrase(child)}
    content = spans_of(doc, subtree(clause))
    return Attributed(spans_of(doc, source), spans_of(doc, {noun.i}), content, Stance.SAYS, PLEADED, cue_lemma="argue")


def _is_told(clause: Token, noun: Token) -> bool:
    """Whether a whole clause behind the noun tells what is pleaded, and no relative one what the noun is."""
    if clause.dep_ not in _CLAUSES or clause.i < noun.i:
        return False
    marked = any(child.lower_ == "that" and child.dep_ == "mark" for child in clause.children)
    return marked and any(token.tag_ in FINITE_TAGS for token in (clause, *clause.children))
