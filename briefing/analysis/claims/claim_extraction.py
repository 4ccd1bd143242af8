"""From attributions to claims: chains of hops, voice, certainty, polarity and whether a source speaks for itself."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from briefing.analysis.attribution.attribution_rules import PLEA, Attributed
from briefing.analysis.attribution.denial_clauses import CLEARED, DENIAL
from briefing.analysis.attribution.denied_claims import DENIED
from briefing.analysis.attribution.document_authors import author_of, pollster_of
from briefing.analysis.attribution.nameless_speakers import NamelessSpeakers, is_many, root_of
from briefing.analysis.attribution.quotations import Quotation
from briefing.analysis.attribution.source_description import cue_of, described, name_of, without
from briefing.analysis.attribution.source_kinds import is_nameless, kind_of_source
from briefing.analysis.attribution.speaker_turns import TURN, names_speaker
from briefing.analysis.attribution.withheld_names import KeptBack, ToldBefore, kept_back
from briefing.analysis.certainty.certainty_rules import CertaintyRules, degree
from briefing.analysis.claims.answer_kinds import AnswerReader
from briefing.analysis.claims.claim_drafts import Draft
from briefing.analysis.claims.clause_subjects import clause_subjects
from briefing.analysis.claims.content_variants import completed, variants
from briefing.analysis.comparison.claim_similarity import Likeness, core
from briefing.analysis.syntax.dependencies import SUBJECTS, is_negated, is_passive, spans_of, text_of, words_in
from briefing.analysis.syntax.dependencies import root_of as root_of_sentence
from briefing.analysis.syntax.lexicon import Lexicon
from briefing.analysis.syntax.word_classes import (
    FIRST_PERSON,
    POSSESSIVES,
    VERBAL,
)
from briefing.model import (
    Actor,
    Attribution,
    Block,
    BlockKind,
    Certainty,
    Polarity,
    SourceKind,
    Span,
    Spans,
    Stance,
    Time,
    Voice,
    overlap_length,
    words_of,
)

_OWN = frozenset(
    {Stance.PROMISES, Stance.HOPES, Stance.FEARS, Stance.OBJECTS, Stance.PLANS, Stance.ASKS, Stance.DEMANDS}
)
_FIRST = frozenset({"i", "we", "me", "us", "my", "our", "mine", "ours"})
_PRONOUNS = frozenset({"he", "she", "it", "they"})
_BODIES = frozenset({SourceKind.ORGANIZATION, SourceKind.GOVERNMENT, SourceKind.OUTLET})
_PEOPLE = frozenset({SourceKind.PERSON, SourceKind.GROUP})
_MOSTLY = 0.9
_LONGEST_ASIDE = 120
_DIRECT_SHARE = 0.8
_OPPOSITE = {Polarity.POSITIVE: Polarity.NEGATIVE, Polarity.NEGATIVE: Polarity.POSITIVE}


class ClaimReader:
    """Makes the claims of one article from the hops that were read in it.

    Args:
        doc: the parsed article.
        lexicon: the words.
        actors: by id.
        actor_at: ids of the actors that a span refers to.
        likeness: gives contents their keys.
        brought_in: the noun that brought in who has no name and is meant by a pronoun.
    """

    def __init__(
        self,
        doc: Doc,
        lexicon: Lexicon,
        actors: dict[str, Actor],
        likeness: Likeness,
        brought_in: Callable[[Span], Token | None] = lambda _: None,
    ) -> None:
        self._doc = doc
        self._lexicon = lexicon
        self._actors = actors
        self._likeness = likeness
        self._actor_at = likeness.actors
        self._rules = CertaintyRules(lexicon)
        self._nameless = NamelessSpeakers(doc, lexicon, brought_in)
        self._answers = AnswerReader(doc, lexicon)
        self._kept_back: list[KeptBack] | None = None
        self._told_before = ToldBefore()

    def drafts(self, hops: Sequence[Attributed], block: Block, quoted: Sequence[Quotation]) -> list[Draft]:
        """A claim for each hop of a block, with the hops around it as its chain."""
        if self._kept_back is None:
            self._kept_back = kept_back(self._doc, self._lexicon)
        hops = described(self._doc, self._with_nameless(hops), self._lexicon, self._kept_back)
        hops = self._told_before.again(self._doc, [completed(self._doc, hop) for hop in hops])
        hops = [hop for hop in hops if not self._is_denied_by_oneself(hop, hops)]
        drafts = (self.draft(_chain(hop, hops), hop.content, block, quoted) for hop in hops)
        return [draft for draft in drafts if draft is not None]

    def with_variants(self, drafts: Sequence[Draft], block: Block, quoted: Sequence[Quotation]) -> Iterator[Draft]:
        """The drafts of a block, each followed by drafts of other extents that its content may have."""
        for draft in drafts:
            yield draft
            *outer, hop = draft.chain
            for name, content in variants(self._doc, hop):
                said = without(text_of(self._doc), content, hop.anonymity)
                other = self.draft((*outer, replace(hop, content=said)), said, block, quoted) if said else None
                if other is not None:
                    other.variant, other.variant_of = name, draft
                    yield other

    def draft(
        self, chain: tuple[Attributed, ...], content: Spans, block: Block, quoted: Sequence[Quotation]
    ) -> Draft | None:
        """One claim; None if its content covers no word."""
        content = tuple(sorted(content))
        tokens = self._tokens(content)
        if not tokens:
            return None
        head = self._head(tokens)
        chain = self._without_repeats(chain) if len(chain) > 1 else chain
        attributions = tuple(self._attribution(hop) for hop in chain)
        draft = Draft(
            content=content,
            chain=chain,
            attributions=attributions,
            head=head,
            tokens=tokens,
            voice=_voice(content, quoted) if chain else Voice.NARRATED,
            heading=block.kind is BlockKind.HEADING,
        )
        self._judge(draft)
        return draft

    def _tokens(self, content: Spans) -> frozenset[int]:
        found: set[int] = set()
        for piece in content:
            window = self._doc.char_span(piece.start, piece.end, alignment_mode="contract")
            found.update(token.i for token in window or () if not token.is_space)
        return frozenset(found)

    def _head(self, tokens: frozenset[int]) -> Token:
        tops = [self._doc[i] for i in sorted(tokens) if self._is_top(self._doc[i], tokens)]
        words = [token for token in tops if not token.is_punct] or [self._doc[min(tokens)]]
        return max(words, key=lambda token: (token.pos_ in VERBAL, sum(1 for t in token.subtree if t.i in tokens)))

    @staticmethod
    def _is_top(token: Token, tokens: frozenset[int]) -> bool:
        return token.head.i == token.i or token.head.i not in tokens

    def _attribution(self, hop: Attributed) -> Attribution:
        ids, kind = self._source(hop.source)
        actors = tuple(self._actors[i] for i in ids if i in self._actors)
        if (
            kind is SourceKind.UNNAMED
            and hop.rule == TURN
            and names_speaker(words_of(hop.source, text_of(self._doc)), self._lexicon.turns)
        ):
            kind = SourceKind.PERSON
        if hop.anonymity and not actors and kind in _PEOPLE:
            kind = SourceKind.UNNAMED
        text = text_of(self._doc)
        beside = hop.knowledge, hop.anonymity
        return Attribution(name_of(text, hop), cue_of(text, hop), ids, kind, hop.stance, *beside)

    def _source(self, source: Spans) -> tuple[tuple[str, ...], SourceKind]:
        """The actors behind a source, and its kind; what somebody states or posts is told by himself."""
        ids = self._ids(source)
        actors = tuple(self._actors[i] for i in ids if i in self._actors)
        kind = kind_of_source(self._doc, source, actors, self._lexicon.sources)
        author, uttered = ((), False) if ids else author_of(self._doc, source, self._lexicon.sources)
        asking = pollster_of(self._doc, source) if not ids and not author else ()
        if asking:
            return self._ids(asking), kind
        if not author:
            return ids, kind
        behind, speaker = self._source(author)
        return behind, speaker if uttered else kind

    def _without_repeats(self, chain: tuple[Attributed, ...]) -> tuple[Attributed, ...]:
        """The chain without hops that only pass on what their own source says: "she said that she hopes"."""
        kept = list(chain[:1])
        for hop in chain[1:]:
            if not self._is_same(kept[-1], hop):
                kept.append(hop)
            else:
                # A pronoun says less of who it was than what it stands for.
                kept[-1] = replace(hop, source=kept[-1].source)
        return tuple(kept)

    def _with_nameless(self, hops: Sequence[Attributed]) -> list[Attributed]:
        """The hops, where a pronoun stands for somebody without a name: "a source said … He added …"."""
        return [
            self._nameless.told(hop, named=bool(self._ids(hop.source))) if self._is_outermost(hop, hops) else hop
            for hop in hops
        ]

    @staticmethod
    def _is_outermost(hop: Attributed, hops: Sequence[Attributed]) -> bool:
        return not _around(hop, hops) and all(other.through is not hop for other in hops)

    def _is_denied_by_oneself(self, hop: Attributed, hops: Sequence[Attributed]) -> bool:
        """Whether a hop is but what its own source denies: "he denied a report that he | offered | to resign"."""
        denied = [other for other in _around(hop, hops) if other.stance is Stance.DENIES and not other.negated]
        return any(self._is_same(other, hop) for other in denied)

    def _is_same(self, outer: Attributed, inner: Attributed) -> bool:
        """Whether two hops have one and the same source: the same actors, or "he" for who says what begins with it."""
        said = words_of(inner.source, text_of(self._doc), " ").lower()
        if said in FIRST_PERSON:
            return True
        ids = self._ids(outer.source), self._ids(inner.source)
        if ids[0] or ids[1]:
            return ids[0] == ids[1]
        if not outer.source or len(inner.source) != 1:
            return False
        before = text_of(self._doc)[outer.content[0].start : inner.source[0].start]
        if said not in _PRONOUNS or before.strip().lower() not in ("", "that"):
            return False
        return is_many(root_of(self._doc, outer.source)) == (said == "they")

    def _ids(self, spans: Spans) -> tuple[str, ...]:
        return tuple(dict.fromkeys(actor for span in spans for actor in self._actor_at(span)))

    # What the words of the content say ---------------------------------------------------------------------------

    def _judge(self, draft: Draft) -> None:
        inner = draft.chain[-1] if draft.chain else None
        value = self._value(draft)
        draft.polarity = Polarity.NEGATIVE if value < 0 else Polarity.POSITIVE
        draft.certainty = degree(value)
        if inner is not None:
            self._judge_by_cue(draft, inner)
        draft.time = self._time(draft)
        draft.unknown = self.unknown_words(draft.tokens)
        draft.hedges = self._hedges(draft)
        if draft.unknown:
            draft.certainty = Certainty.UNKNOWN
        draft.own = self._is_own(draft)
        draft.mutual = self._is_mutual(draft)
        self._answers.read(draft)
        draft.shielded = inner is not None and self._is_shielded(inner)
        draft.nameless = bool(draft.attributions) and self._has_no_name(draft.attributions[-1])
        draft.retracted = inner is not None and self._answers.takes_back(inner)
        words = core(self._doc, draft.head, draft.tokens)
        if draft.answer is Stance.DENIES and not draft.pointing:
            # "No sign of a leak" is about a leak.
            words = [word for word in words if word.lower_ not in self._lexicon.answers.grounds]
        draft.keys = self._likeness.keys_of(words)
        draft.side, draft.doers = self._side(draft), self._doers(draft)
        draft.clauses = clause_subjects(self._doc, draft.tokens, draft.voice, draft.origin, draft.side, self._actor_at)
        if draft.pointing:
            draft.telling = frozenset(self._likeness.keys_of(list(self._answers.telling(draft))))
        elif draft.innocence:
            draft.telling = frozenset(self._likeness.keys_of(list(self._answers.part_denied(draft))))
        if draft.against:
            draft.telling = draft.doers
        draft.events = self._likeness.events_of(draft.head, draft.tokens)

    def _judge_by_cue(self, draft: Draft, inner: Attributed) -> None:
        """What the cue says of the content: denied, doubted, or left open."""
        if inner.rule == PLEA:
            draft.polarity = Polarity.NEGATIVE
            return
        doubting = inner.cue_lemma in self._lexicon.cues.doubting
        if doubting or (
            inner.negated and inner.cue_lemma in self._lexicon.cues.raising | self._lexicon.answers.finding
        ):
            if doubting and inner.negated:
                return
            draft.polarity = _OPPOSITE[draft.polarity]
            draft.certainty = Certainty.PROBABLE if draft.certainty is Certainty.CERTAIN else draft.certainty
        elif inner.stance is Stance.DENIES and not inner.negated:
            draft.polarity = _OPPOSITE[draft.polarity]
        elif inner.negated and inner.stance not in _OWN | {Stance.DENIES, Stance.CONFIRMS}:
            draft.certainty = Certainty.UNKNOWN

    def _value(self, draft: Draft) -> float:
        head = draft.head
        if head.pos_ not in VERBAL:
            predicates = [t for t in (self._doc[i] for i in sorted(draft.tokens)) if self._carries(t, head)]
            values = [self._rules.value(self._doc, t.i, draft.tokens) for t in predicates]
            return min(values, key=abs, default=3.0) if values and min(map(abs, values)) < 1.25 else 3.0
        return self._rules.value(self._doc, head.i, draft.tokens)

    @staticmethod
    def _carries(token: Token, head: Token) -> bool:
        """Whether a verb below a noun says what the noun is a sign of: "a sign that he may agree"."""
        return token.dep_ in {"acl", "ccomp"} and token.pos_ in VERBAL and token.i > head.i and token.tag_ != "VBN"

    def _time(self, draft: Draft) -> Time:
        head = draft.head
        auxiliary = {child.lower_ for child in head.children if child.dep_ in {"aux", "auxpass"}}
        if auxiliary & {"will", "shall", "’ll", "'ll", "to", "would", "wo"}:
            return Time.PLANNED
        past = head.tag_ in {"VBD", "VBN"} and not auxiliary & {"is", "are", "am"}
        return Time.PAST if past else Time.PRESENT

    def _hedges(self, draft: Draft) -> Spans:
        hedges = self._lexicon.hedges
        found: list[int] = []
        for index in sorted(draft.tokens):
            token = self._doc[index]
            word, lemma = token.lower_, token.lemma_.lower()
            modal = token.tag_ == "MD" and hedges.modals.get(word, 3) < 2
            adverb = token.pos_ == "ADV" and abs(hedges.adverbs.get(word, 3)) < 2
            verb = token.pos_ == "VERB" and lemma in hedges.seeming
            adjective = token.pos_ == "ADJ" and abs(hedges.adjectives.get(word, 3)) < 1.25
            condition = token.dep_ == "mark" and word in {"if", "whether", "unless"}
            if modal or adverb or verb or adjective or condition or word == "?":
                found.append(index)
        return spans_of(self._doc, found)

    def unknown_words(self, tokens: frozenset[int]) -> Spans:
        """The words among the tokens that say that something is not known; empty if none do."""
        hedges = self._lexicon.hedges
        text = text_of(self._doc)
        found: list[Span] = []
        for index in sorted(tokens):
            token = self._doc[index]
            if token.lower_ not in hedges.unknown and token.lower_ not in hedges.known:
                continue
            denied_known = token.lower_ in hedges.known and (
                is_negated(token, hedges.negators) or is_negated(token.head, hedges.negators)
            )
            passive = is_passive(token)
            predicate = passive or (token.pos_ == "ADJ" and token.dep_ != "amod") or token.dep_ in {"acomp", "oprd"}
            if predicate and (token.lower_ in hedges.unknown or denied_known):
                denials = [c for c in (*token.children, *token.head.children) if c.lower_ in hedges.negators]
                first = min((c for c in denials if denied_known and c.i < token.i), default=token)
                found.append(Span(first.idx, token.idx + len(token.text)))
        start, end = min((self._doc[i].idx for i in tokens), default=0), 0
        end = max((self._doc[i].idx + len(self._doc[i].text) for i in tokens), default=0)
        lowered = text[start:end].lower()
        for phrase in hedges.unknown_phrases:
            at = lowered.find(phrase)
            if at >= 0:
                found.append(Span(start + at, start + at + len(phrase)))
        return tuple(sorted(set(found)))

    def _side(self, draft: Draft) -> frozenset[str]:
        """The actors whose side is told: who speaks, for whom he speaks, and whom he says to be innocent."""
        if not draft.chain:
            return frozenset()
        source = words_in(self._doc, draft.chain[-1].source)
        side = draft.origin.union(*(self._actor_at(_span_of(word)) for word in self._answers.speaks_for(source)))
        if draft.innocence:
            meant = self._doers(draft)
            draft.accused = draft.chain[-1].rule != CLEARED and (not meant or bool(meant & side))
            side = side.union(draft.keys.keys() & self._actors.keys())
        return side

    def _doers(self, draft: Draft) -> frozenset[str]:
        """The actors that the content says something of."""
        # "Wills made claims that the firm disputes" tells of Wills.
        names_the_speaker = draft.pointing and bool(draft.chain) and draft.chain[-1].rule == DENIAL
        verb = root_of_sentence(draft.head) if names_the_speaker else draft.head
        who = [c for c in verb.children if c.dep_ in SUBJECTS and (verb != draft.head or c.i in draft.tokens)]
        return frozenset(actor for word in who for actor in self._actor_at(_span_of(word)))

    # Source and content ------------------------------------------------------------------------------------------

    def _is_own(self, draft: Draft) -> bool:
        inner = draft.innermost
        if inner is None or inner.stance is Stance.ACCUSES:
            return False
        if inner.stance in _OWN:
            return True
        head = draft.head
        if any(part.tag_ == "TO" for part in head.children) and draft.chain[-1].rule == "verb.infinitive":
            return True
        who = next((child for child in head.children if child.dep_ in SUBJECTS and child.i in draft.tokens), None)
        if who is None:
            return False
        if draft.voice is not Voice.INDIRECT and who.lower_ in _FIRST:
            return True
        if draft.origin & set(self._actor_at(Span(who.idx, who.idx + len(who.text)))):
            return True
        if who.lower_ == "it" and inner.source_kind in _BODIES and not self._actor_at(_span_of(who)):
            return True
        if who.lower_ == "it":
            return any(self._is_owner(t, draft) for t in head.subtree if t.i in draft.tokens)
        if any(child.pos_ == "PROPN" and child.dep_ in {"appos", "compound"} for child in who.children):
            return False
        owner = next((child for child in who.children if child.dep_ == "poss"), None)
        return owner is not None and self._is_owner(owner, draft)

    def _is_owner(self, token: Token, draft: Draft) -> bool:
        if token.dep_ != "poss" or token.lower_ not in POSSESSIVES:
            return False
        if draft.voice is not Voice.INDIRECT and token.lower_ in _FIRST:
            return True
        return bool(draft.origin & set(self._actor_at(Span(token.idx, token.idx + len(token.text)))))

    def _is_mutual(self, draft: Draft) -> bool:
        if draft.stance is not Stance.ACCUSES:
            return False
        text = text_of(self._doc)
        # "Chides the media for pitting them against one another": they are not the ones who are chided.
        content = " ".join(piece.of(text).lower() for piece in draft.content)
        cue = " ".join(piece.of(text).lower() for piece in draft.chain[-1].cue)
        return any(content.startswith(phrase) or phrase in cue for phrase in self._lexicon.answers.reciprocal)

    def _is_shielded(self, hop: Attributed) -> bool:
        if not hop.source:
            return False
        start, end = hop.source[0].start, hop.source[-1].end
        # "a diplomat, who asked not to be named, said": the clause stands between source and cue.
        cue = min((span.start for span in hop.cue), default=end)
        words = text_of(self._doc)[start : cue if end < cue <= end + _LONGEST_ASIDE else end].lower()
        return any(phrase in words for phrase in self._lexicon.sources.shields)

    def _has_no_name(self, hop: Attribution) -> bool:
        unnamed = hop.source_kind is SourceKind.UNNAMED and not hop.actors
        return unnamed and is_nameless(self._doc, hop.source, self._actors.values(), self._lexicon.sources)


def _span_of(token: Token) -> Span:
    return Span(token.idx, token.idx + len(token.text))


def _chain(hop: Attributed, hops: Sequence[Attributed]) -> tuple[Attributed, ...]:
    """The hops around this one, outermost first, and itself; each behind the one that passes it on."""
    return tuple(link for one in (*_around(hop, hops), hop) for link in _passed_on(one))


def _passed_on(hop: Attributed) -> tuple[Attributed, ...]:
    return (*_passed_on(hop.through), hop) if hop.through is not None else (hop,)


def _around(hop: Attributed, hops: Sequence[Attributed]) -> tuple[Attributed, ...]:
    """The hops whose content holds this hop's cue and content, outermost first."""
    holders = [other for other in hops if other is not hop and _passes_on(other, hop) and _holds(other, hop)]
    return tuple(sorted(holders, key=lambda other: -sum(map(len, other.content))))


def _passes_on(outer: Attributed, inner: Attributed) -> bool:
    """Whether what stands within a content comes through its source: not where that one but denies it."""
    return outer.rule != DENIAL and (outer.stance is not Stance.DENIES or inner.rule != DENIED)


def _holds(outer: Attributed, inner: Attributed) -> bool:
    cue = inner.cue or inner.source
    size = sum(map(len, inner.content))
    return (
        bool(cue)
        and overlap_length(outer.content, cue) == sum(map(len, cue))
        and overlap_length(outer.content, inner.content) >= _MOSTLY * size
        and sum(map(len, outer.content)) > size
    )


def _voice(content: Spans, quoted: Sequence[Quotation]) -> Voice:
    size = sum(map(len, content))
    inside = overlap_length(content, [quotation.span for quotation in quoted])
    if inside >= _DIRECT_SHARE * size:
        return Voice.DIRECT
    return Voice.MIXED if inside else Voice.INDIRECT
