"""The narrator's own claims that matter: what is said to be unknown, and what lost its attribution."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from briefing.analysis.claims import ClaimReader, narrated_clause
from briefing.analysis.drafts import Draft, DraftLink
from briefing.analysis.lexicon import Lexicon
from briefing.analysis.likeness import Likeness, core, likeness
from briefing.analysis.trees import SUBJECTS, subtree
from briefing.model import Block, Certainty, LinkKind, Polarity, Span, Spans, Stance

_ALIKE = 0.75
_SHARED = 3
_CARRIED = 0.6
_ASSERTING = frozenset({Stance.SAYS, Stance.CONFIRMS, Stance.ACCUSES, Stance.KNOWS, Stance.BELIEVES})


def _roots(window: Tokens | None) -> Iterator[Token]:
    """The heads of the sentences in a stretch of the text."""
    return (token for token in window or () if token.head.i == token.i)


class Narrator:
    """Finds the narrator's claims in one article."""

    def __init__(self, doc: Doc, lexicon: Lexicon, reader: ClaimReader, measure: Likeness) -> None:
        self._doc = doc
        self._lexicon = lexicon
        self._reader = reader
        self._measure = measure

    def claims(self, block: Block, attributed: Sequence[Draft]) -> Iterator[Draft]:
        """The narrator's claims in a block, given all attributed claims of the article."""
        window = self._doc.char_span(block.span.start, block.span.end, alignment_mode="expand")
        held = {i for draft in attributed for i in draft.tokens}
        for head in _roots(window):
            if head.i in held or head.is_space or self._is_cue(head, attributed):
                continue
            draft = self._unknown(head, block) or self._bare(head, block, attributed)
            if draft is not None:
                yield draft

    @staticmethod
    def _is_cue(head: Token, attributed: Sequence[Draft]) -> bool:
        return any(span.start <= head.idx < span.end for draft in attributed for hop in draft.chain for span in hop.cue)

    def _unknown(self, head: Token, block: Block) -> Draft | None:
        """Read "… remains unclear": the clause itself says that nobody knows."""
        tokens = frozenset(subtree(head))
        if not self._reader.unknown_words(tokens):
            return None
        return self._reader.draft((), self._clause(head), block, ())

    def _bare(self, head: Token, block: Block, attributed: Sequence[Draft]) -> Draft | None:
        """What the narrator states as fact though the article knows it only from somebody."""
        said = [other for other in attributed if other.stance in _ASSERTING and not other.pointing]
        told = frozenset(event for other in said for event in other.events)
        if not any(self._events(word) & told for word in (head, *head.children)):
            return None
        draft = self._reader.draft((), self._clause(head), block, ())
        if draft is None or draft.certainty is not Certainty.CERTAIN or draft.polarity is not Polarity.POSITIVE:
            return None
        alike = [(self._shared(draft, other), other) for other in said if other.certainty is Certainty.CERTAIN]
        best = max(alike, key=lambda pair: (pair[0], not pair[1].heading, -pair[1].reach.start), default=(0.0, None))
        if best[1] is None or best[0] < _ALIKE:
            return None
        draft.links.append(DraftLink(LinkKind.DROPS_ATTRIBUTION_OF, best[1]))
        return draft

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
        found = [likeness(keys, other.keys) for keys in phrases if len(keys.keys() & other.keys.keys()) >= _SHARED]
        return max(found, default=0.0)

    def _clause(self, head: Token) -> Spans:
        found = narrated_clause(self._doc, head)
        return found or (Span(head.idx, head.idx + len(head.text)),)
