"""Read "contrary to what Ruiz suggested, …": what follows is not Ruiz's, and denies what Ruiz said."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from operator import itemgetter

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from briefing.analysis.attribution.attribution_rules import Attributed
from briefing.analysis.attribution.quotations import MARKS
from briefing.analysis.claims.claim_drafts import Draft, DraftLink
from briefing.analysis.comparison.claim_similarity import likeness
from briefing.analysis.syntax.dependencies import outside, spans_of, text_of
from briefing.analysis.syntax.lexicon import Lexicon
from briefing.model import Block, LinkKind, Span, Spans, overlap_length
from briefing.records import dataclass

_ALIKE, _SHARED = 0.45, 2
"""Likeness, or number of things, from which what somebody said elsewhere is taken for what is contradicted."""

_SETTING_OFF = frozenset(",;:.!?…—–-([")


@dataclass(frozen=True, slots=True)
class Contradiction:
    """One "contrary to …" in a sentence.

    Attributes:
        aside: from "contrary" to the end of what is contradicted.
        head: the word that carries what is said instead.
    """

    aside: Span
    head: Token


def contradictions(doc: Doc, block: Block, lexicon: Lexicon) -> Iterator[Contradiction]:
    """The contradictions of a block, in text order."""
    window = doc.char_span(block.span.start, block.span.end, alignment_mode="expand")
    # Most blocks hold none, and to look at each of their words takes longer than to search them.
    lowered = window.text.lower() if window is not None else ""
    phrases = [words for words in lexicon.answers.contrary if words[0] in lowered]
    if window is None or not phrases:
        return
    for token in window:
        for words in phrases:
            phrase = doc[token.i : token.i + len(words)]
            if tuple(word.lower_ for word in phrase) == words:
                found = _contradiction(doc, token, phrase[-1])
                if found is not None and _is_set_off(window, token):
                    yield found


def _is_set_off(block: Tokens, first: Token) -> bool:
    """Whether the words stand apart from the clause: "the ruling is contrary to the law" says what the ruling is."""
    before = [word for word in block if word.i < first.i and not word.is_space and word.text not in MARKS]
    if first.is_sent_start or not before or before[-1].text[-1] in _SETTING_OFF:
        return True
    # "But contrary to …" begins its sentence, and "that contrary to …" its clause.
    return before[-1].dep_ == "mark" or (before[-1].dep_ == "cc" and bool(before[-1].is_sent_start))


def _contradiction(doc: Doc, first: Token, last: Token) -> Contradiction | None:
    head = first.head
    while head.pos_ not in {"VERB", "AUX"} and head.head.i != head.i:
        head = head.head
    end = last.right_edge.i + 1
    if last.i < head.i < end:
        end = next((token.i for token in doc[last.i : head.i] if token.text == ","), head.i)
    aside = spans_of(doc, range(first.i, end))
    if head.pos_ not in {"VERB", "AUX"} or not aside or end <= last.i + 1:
        return None
    return Contradiction(Span(aside[0].start, aside[-1].end), head)


def without_contradicted(doc: Doc, block: Block, hops: Sequence[Attributed], lexicon: Lexicon) -> list[Attributed]:
    """The hops, with nothing given to whom a sentence contradicts but the words that the sentence has of him."""
    found = list(hops)
    for one in contradictions(doc, block, lexicon):
        found = [kept for hop in found for kept in _clipped(doc, hop, one.aside)]
    return found


def _clipped(doc: Doc, hop: Attributed, aside: Span) -> Iterable[Attributed]:
    contradicted = bool(hop.cue) and all(aside.contains(span) for span in hop.cue)
    if contradicted:
        content = tuple(piece for piece in hop.content if aside.contains(piece) and " " in piece.of(text_of(doc)))
    else:
        content = outside_aside(doc, hop.content, aside)
    return [replace(hop, content=content, readings=())] if content else []


def outside_aside(doc: Doc, content: Spans, aside: Span) -> Spans:
    """A content without the aside, and without the "that" which then stands alone before it; a quotation is kept."""
    if any(mark in span.of(text_of(doc)) for span in content if span.overlaps(aside) for mark in MARKS):
        return content
    kept = [piece for span in content for piece in outside(text_of(doc), span, aside)]
    whole = tuple(piece for piece in kept if piece in content or " " in piece.of(text_of(doc)))
    return tuple(piece for piece in whole if not overlap_length((piece,), (aside,)))


def link_contradictions(
    found: Iterable[Contradiction], drafts: Sequence[Draft], actors_at: Callable[[Span], tuple[str, ...]]
) -> None:
    """Let what each sentence says instead deny the claim that it contradicts, if the article has that claim."""
    for one in found:
        instead = _instead(one, drafts)
        denied = _denied(one, instead, drafts, actors_at) if instead is not None else None
        if instead is not None and denied is not None and not any(entry.to is denied for entry in instead.links):
            instead.links.append(DraftLink(LinkKind.DENIES, denied))


def _instead(one: Contradiction, drafts: Sequence[Draft]) -> Draft | None:
    """The claim that the head carries: the one nearest to the words."""
    holding = [d for d in drafts if one.head.i in d.tokens and not one.aside.contains(d.reach)]
    return min(holding, key=lambda draft: len(draft.tokens), default=None)


def _denied(
    one: Contradiction, instead: Draft, drafts: Sequence[Draft], actors_at: Callable[[Span], tuple[str, ...]]
) -> Draft | None:
    inside = next((draft for draft in drafts if draft.chain and one.aside.contains(draft.reach)), None)
    if inside is not None:
        return inside
    speakers = _speakers(one, instead.head.doc, actors_at)
    said = [d for d in drafts if d is not instead and d.origin & speakers and not d.pointing]
    best = max(((likeness(instead.keys, d.keys), d) for d in said), key=itemgetter(0), default=None)
    if best is None or (best[0] < _ALIKE and len(instead.keys.keys() & best[1].keys.keys()) < _SHARED):
        return None
    return best[1]


def _speakers(one: Contradiction, doc: Doc, actors_at: Callable[[Span], tuple[str, ...]]) -> set[str]:
    words = doc.char_span(one.aside.start, one.aside.end, alignment_mode="expand") or ()
    subjects = [word for word in words if word.dep_ in {"nsubj", "poss", "pobj"}]
    return {actor for word in subjects for actor in actors_at(Span(word.idx, word.idx + len(word.text)))}
