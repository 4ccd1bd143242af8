"""The narrator's own claims that matter: what is said to be unknown, and what lost its attribution."""

import sys
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from briefing.analysis.claims.claim_drafts import Draft, DraftLink
from briefing.analysis.claims.claim_extraction import ClaimReader
from briefing.analysis.comparison.claim_similarity import Likeness, core, likeness
from briefing.analysis.comparison.contradiction_phrases import Contradiction, outside_aside
from briefing.analysis.syntax.dependencies import SUBJECTS, spans_of, subtree
from briefing.model import Block, Certainty, LinkKind, Polarity, Span, Spans, Stance

_ALIKE = 0.75
_SHARED = 3
_FEWEST = 2
_COMPARED = 200
"""Claims, the nearest ones, that one of the narrator's is compared with."""

_OVERLAPPING = 8
"""Cues that may begin before a word and still hold it."""

_ASSERTING = frozenset({Stance.SAYS, Stance.CONFIRMS, Stance.ACCUSES, Stance.KNOWS, Stance.BELIEVES})


def _roots(window: Tokens | None) -> Iterator[Token]:
    """The heads of the sentences in a stretch of the text."""
    return (token for token in window or () if token.head.i == token.i)


class Narrator:
    """Finds the narrator's claims in one article.

    Args:
        doc: the parsed article.
        reader: makes the claims.
        measure: tells what words are about.
        attributed: all attributed claims of the article, in text order.
        contrary: where sentences contradict somebody.
        read: all that was read as said by somebody, also what is no claim; `attributed` if that is not given.
    """

    def __init__(
        self,
        doc: Doc,
        reader: ClaimReader,
        measure: Likeness,
        attributed: Sequence[Draft],
        contrary: Sequence[Contradiction] = (),
        read: Sequence[Draft] | None = None,
    ) -> None:
        self._doc = doc
        self._reader = reader
        self._measure = measure
        self._contrary = {one.head.i: one for one in contrary}
        read = attributed if read is None else read
        self._held = {i for draft in attributed for i in draft.tokens}
        self._cues = sorted({span for draft in read for hop in draft.chain for span in hop.cue})
        said = [draft for draft in attributed if draft.stance in _ASSERTING and not draft.pointing]
        self._told: dict[str, list[Draft]] = {}
        for draft in said:
            for event in draft.events:
                self._told.setdefault(event, []).append(draft)

    def claims(self, block: Block) -> Iterator[Draft]:
        """The narrator's claims in a block."""
        window = self._doc.char_span(block.span.start, block.span.end, alignment_mode="expand")
        for head in _roots(window):
            if head.i in self._held or head.is_space or self._is_cue(head):
                continue
            draft = self._unknown(head, block) or self._instead(head, block) or self._bare(head, block)
            if draft is not None:
                yield draft

    def _is_cue(self, head: Token) -> bool:
        nearby = self._cues[: bisect_right(self._cues, Span(head.idx, sys.maxsize))][-_OVERLAPPING:]
        return any(span.start <= head.idx < span.end for span in nearby)

    def _unknown(self, head: Token, block: Block) -> Draft | None:
        """Read "… remains unclear": the clause itself says that nobody knows."""
        tokens = frozenset(subtree(head))
        if not self._reader.unknown_words(tokens):
            return None
        return self._reader.draft((), self._clause(head), block, ())

    def _instead(self, head: Token, block: Block) -> Draft | None:
        """What the narrator says "contrary to" somebody."""
        one = self._contrary.get(head.i)
        if one is None:
            return None
        return self._reader.draft((), outside_aside(self._doc, self._clause(head), one.aside), block, ())

    def _bare(self, head: Token, block: Block) -> Draft | None:
        """What the narrator states as fact though the article knows it only from somebody."""
        events = {event for word in (head, *head.children) for event in self._events(word)}
        told = {id(other): other for event in events for other in self._told.get(event, ())}
        if not told:
            return None
        draft = self._reader.draft((), self._clause(head), block, ())
        if draft is None or draft.certainty is not Certainty.CERTAIN or draft.polarity is not Polarity.POSITIVE:
            return None
        if draft.heading or self._attributes(draft.reach):
            return None
        sure = [
            other
            for other in told.values()
            if other.certainty is Certainty.CERTAIN and not draft.reach.overlaps(other.reach)
        ]
        nearest = sorted(sure, key=lambda other: abs(other.reach.start - draft.reach.start))[:_COMPARED]
        alike = [(self._shared(draft, other), other) for other in nearest]
        best = max(alike, key=lambda pair: (pair[0], not pair[1].heading, -pair[1].reach.start), default=(0.0, None))
        if best[1] is None or best[0] < _ALIKE:
            return None
        draft.links.append(DraftLink(LinkKind.DROPS_ATTRIBUTION_OF, best[1]))
        return draft

    def _attributes(self, clause: Span) -> bool:
        """Whether the clause itself says who says something."""
        behind = bisect_right(self._cues, Span(clause.end, clause.end))
        near = self._cues[max(0, behind - _OVERLAPPING) : behind]
        return any(span.overlaps(clause) for span in near)

    def _events(self, word: Token) -> frozenset[str]:
        return self._measure.events_of(word, frozenset(part.i for part in word.subtree))

    def _shared(self, draft: Draft, other: Draft) -> float:
        """How much of `other` the narrator's clause, or a noun phrase that names the event, states."""
        phrases = [draft.keys] if draft.events & other.events else []
        for child in draft.head.children:
            if child.dep_ in SUBJECTS | {"dobj"} and child.pos_ == "NOUN":
                words = core(self._doc, child, subtree(child))
                keys = self._measure.keys_of(words)
                if self._measure.events_of(child, frozenset()) & other.events:
                    phrases.append(keys)
        found = [likeness(keys, other.keys) for keys in phrases if _speaks_of(keys, other.keys)]
        return max(found, default=0.0)

    def _clause(self, head: Token) -> Spans:
        found = _narrated_clause(self._doc, head)
        return found or (Span(head.idx, head.idx + len(head.text)),)


def _speaks_of(keys: Mapping[str, float], other: Mapping[str, float]) -> bool:
    """Whether two contents share enough: three things, or all that a short one is about."""
    shared = len(keys.keys() & other.keys())
    return shared >= _SHARED or (shared >= _FEWEST and keys.keys() == other.keys())


def _narrated_clause(doc: Doc, head: Token) -> Spans:
    """The clause of `head` without the adverbs and conjunctions that lead into it."""
    leave = {
        child.i
        for child in head.children
        if child.i < head.i and child.dep_ in {"advmod", "cc", "mark"} and not list(child.children)
    }
    return spans_of(doc, {i for i in subtree(head) if i not in leave and not _is_aside(doc, i, leave)})


def _is_aside(doc: Doc, index: int, left_out: set[int]) -> bool:
    return doc[index].is_punct and index - 1 in left_out
