"""From an article to its analysis: parse, attributions, actors, claims, links, status."""

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from typing import Any

from spacy.tokens import Doc

from briefing.analysis.attribution.appointments import without_appointments
from briefing.analysis.attribution.attribution_merge import by_block, joined, learned_in
from briefing.analysis.attribution.attribution_rules import Attributed, Grammar, headline_attribution, with_quotations
from briefing.analysis.attribution.carried_speakers import speaker_carried, speaker_told_of
from briefing.analysis.attribution.citation_clauses import with_cited
from briefing.analysis.attribution.content_ends import within_ends
from briefing.analysis.attribution.content_starts import begun
from briefing.analysis.attribution.denial_clauses import with_denials
from briefing.analysis.attribution.denied_claims import with_denied
from briefing.analysis.attribution.framing_phrases import with_frames
from briefing.analysis.attribution.hearsay import with_hearsay
from briefing.analysis.attribution.nested_attributions import nested_in
from briefing.analysis.attribution.no_comment import without_silence
from briefing.analysis.attribution.numbered_findings import findings_in, with_finding
from briefing.analysis.attribution.pleadings import with_pleadings
from briefing.analysis.attribution.quotations import Quotation, quotations
from briefing.analysis.attribution.quoted_speakers import with_quoted
from briefing.analysis.attribution.recipient_verbs import without_hearers
from briefing.analysis.attribution.relayed_speech import with_relays
from briefing.analysis.attribution.speaker_turns import turns_in, with_turn, without_labels
from briefing.analysis.attribution.unsaid_speech import without_unsaid
from briefing.analysis.claims.claim_drafts import Draft
from briefing.analysis.claims.claim_extraction import ClaimReader
from briefing.analysis.claims.claim_features import ClaimFeatures
from briefing.analysis.claims.claim_heads import ClaimHeads
from briefing.analysis.claims.claim_selection import selected
from briefing.analysis.claims.evidence import Explainer, dimensions_of
from briefing.analysis.claims.narrated_claims import Narrator
from briefing.analysis.claims.status_ladder import row_for
from briefing.analysis.comparison.answers import absorb_pointers
from briefing.analysis.comparison.claim_links import link
from briefing.analysis.comparison.claim_similarity import Likeness
from briefing.analysis.comparison.conflicting_figures import link_figures
from briefing.analysis.comparison.contradiction_phrases import contradictions, link_contradictions, without_contradicted
from briefing.analysis.comparison.counted_quantities import CountWords
from briefing.analysis.comparison.opposed_claims import link_opposed
from briefing.analysis.comparison.rival_accounts import link_rivals
from briefing.analysis.comparison.rival_words import RivalWords
from briefing.analysis.comparison.told_claims import Parties
from briefing.analysis.coreference.actors import MentionedActors, find_actors
from briefing.analysis.encoder.encoder_prefetch import ReadingAhead
from briefing.analysis.encoder.role_encoder import FoundAttribution, Reading, RoleEncoder
from briefing.analysis.encoder.word_scores import WordScores
from briefing.analysis.syntax.article_parser import blocks_of, is_no_language, known_words, parsed
from briefing.analysis.syntax.dependencies import text_of
from briefing.analysis.syntax.fast_pipeline import LanguageModel
from briefing.analysis.syntax.lexicon import Lexicon
from briefing.language_id import ENGLISH, UNDECIDED
from briefing.model import Actor, Analysis, Article, Block, Claim, LinkKind, Span, Spans, as_pairs, overlap_length
from briefing.model.markup import Turn as ShownTurn
from briefing.model.message import Message
from briefing.model.statement import Statement
from briefing.records import dataclass

_FIRST_GROUP = 4_000
"""Code points after which the first findings are shown, some 0.3 s; each further group is three times as long."""


_COLD_GROUP = 1_000
"""The same for the first article of all, whose reader has waited for the language model already."""

LONGEST_ARTICLE = 1_000_000
"""Code points that are searched for claims, twice a long novel; what follows them would cost too much memory."""

TOO_LONG = Message("note.too_long")


@dataclass(slots=True)
class _Seen:
    """What the encoder has read of an article so far.

    Attributes:
        attributions: in text order of their cues.
        scores: of its words, for the heads over claims.
        nested: speech within speech by block and what was found in it, so that a block that is shown early is read
            once.
    """

    attributions: tuple[FoundAttribution, ...] = ()
    scores: WordScores = field(default_factory=lambda: WordScores.of(()))
    nested: dict[tuple[Span, tuple[FoundAttribution, ...]], list[FoundAttribution]] = field(default_factory=dict)

    def update(self, reading: Reading) -> None:
        """Take in what was read of the article up to here."""
        self.attributions, self.scores = reading.attributions, reading.scores


@dataclass(frozen=True)
class Candidates:
    """All that could be a claim of one article, before it is judged.

    Attributes:
        drafts: in text order.
        features: names what is so of each.
        scores: of its words, as the encoder was told to project them.
    """

    drafts: tuple[Draft, ...]
    features: ClaimFeatures
    scores: WordScores


class Pipeline:
    """Everything that an analysis needs, loaded once."""

    def __init__(
        self,
        model: LanguageModel,
        lexicon: Lexicon,
        engine: str,
        encoder: RoleEncoder | None = None,
        heads: ClaimHeads | None = None,
    ) -> None:
        self._model = model
        self._lexicon = lexicon
        self._rivals, self._counts = RivalWords.load(), CountWords.load()
        self._grammar = Grammar(lexicon)
        self._engine = engine
        self._encoder = encoder
        self._heads = heads if encoder is not None else None
        self._known = known_words(model.nlp)
        self._warm = False

    def analyses(self, article: Article, language: str) -> Iterator[Analysis]:
        """Ever longer findings, as the article is read; the last one is complete."""
        blocks = _first_blocks(blocks_of(article))
        groups = _groups(blocks, _FIRST_GROUP if self._warm else _COLD_GROUP)
        self._warm = True
        if not groups:
            yield Analysis(self._engine, language, (), ())
            return
        if self._encoder is None:
            yield from self._read(article, language, blocks, groups, lambda: Reading((), {}, WordScores.of(())))
            return
        analysed = [list(_readable(article, group)) for group in _cut(blocks, groups)]
        with ReadingAhead(self._encoder, article.text, analysed) as ahead:
            yield from self._read(article, language, blocks, groups, ahead.following)

    def analysis_of(self, doc: Doc, article: Article, language: str) -> Analysis:
        """The findings in an article that somebody else parsed; `doc` reads like its text."""
        blocks = blocks_of(article)
        return Analysis(self._engine, language, *self._findings(doc, article, blocks, self._seen(article, blocks)))

    def candidates(self, article: Article) -> Candidates:
        """All that could be a claim of the article, as the heads over claims see it; for their training."""
        blocks = blocks_of(article)
        (doc,) = parsed(self._model, article, [len(blocks) - 1], self._known)
        seen, mentioned = self._seen(article, blocks), find_actors(doc, article)
        reader, _ = self._reader(doc, mentioned, _by_id(mentioned))
        drafts = self._attributed(
            doc, [block for block in blocks if block.analysed], article.markup.turns, reader, seen, judged=True
        )
        return Candidates(tuple(drafts), ClaimFeatures(doc, drafts, self._lexicon), seen.scores)

    def statements(self, article: Article, analysis: Analysis) -> tuple[Statement, ...]:
        """What the article says clause by clause, the narrator's own among it, with who is behind each."""
        # Only stories ask for them.
        from briefing.analysis.stories.statements import StatementReader

        blocks = blocks_of(article)
        if not blocks or analysis.language not in (ENGLISH, UNDECIDED):
            return ()
        (doc,) = parsed(self._model, article, [len(blocks) - 1], self._known)
        return StatementReader(doc, article, analysis, self._lexicon).statements()

    def _seen(self, article: Article, blocks: Sequence[Block]) -> _Seen:
        """All of an article as the encoder reads it in one go."""
        seen = _Seen()
        if self._encoder is not None:
            spans = [(block.span.start, block.span.end) for block in _readable(article, blocks)]
            seen.update(self._encoder.read(article.text, spans))
        return seen

    def _reader(self, doc: Doc, mentioned: MentionedActors, actors: dict[str, Actor]) -> tuple[ClaimReader, Likeness]:
        measure = Likeness(doc, self._lexicon.families, self._lexicon.light, mentioned.actor_at)
        return ClaimReader(doc, self._lexicon, actors, measure, mentioned.brought_in), measure

    def _read(
        self,
        article: Article,
        language: str,
        blocks: Sequence[Block],
        groups: Sequence[int],
        following: Callable[[], Reading],
    ) -> Iterator[Analysis]:
        seen = _Seen()
        for last, doc in zip(groups, parsed(self._model, article, groups, self._known), strict=True):
            seen.update(following())
            actors, claims = self._findings(doc, article, blocks[: last + 1], seen)
            complete = last == groups[-1]
            note = TOO_LONG if complete and blocks != blocks_of(article) else None
            yield Analysis(self._engine, language, actors, claims, complete, note)

    def flat(self, text: str) -> list[dict[str, Any]]:
        """The grammar's attributions in plain text as `source`, `cue` and `content`, lists of `[start, end]`."""
        article = Article(text, ())
        found: list[dict[str, Any]] = []
        blocks = blocks_of(article)
        for doc in parsed(self._model, article, [len(blocks) - 1] if blocks else [], self._known):
            carried: Spans = ()
            for block in blocks:
                quoted = quotations(text, block.span)
                hops = self._hops(doc, block, quoted, carried)
                carried = speaker_carried(hops, quoted, block)
                found.extend(
                    {"source": as_pairs(hop.source), "cue": as_pairs(hop.cue), "content": as_pairs(hop.content)}
                    for hop in map(_outermost, hops)
                )
        return found

    def _findings(
        self,
        doc: Doc,
        article: Article,
        blocks: Sequence[Block],
        seen: _Seen,
    ) -> tuple[tuple[Actor, ...], tuple[Claim, ...]]:
        mentioned = find_actors(doc, article)
        actors = _by_id(mentioned)
        drafts = self._drafts(
            doc, [block for block in blocks if block.analysed], article.markup.turns, mentioned, actors, seen
        )
        link(drafts, actors)
        families = self._lexicon.families
        parties = Parties(doc, mentioned.actor_at, actors, self._rivals.deeds.generic, families)
        link_figures(doc, drafts, parties, actors, self._counts)
        link_opposed(doc, drafts, actors, mentioned.actor_at, self._lexicon, self._counts)
        link_rivals(drafts, parties, actors, self._rivals)
        return mentioned.actors, _claims(drafts, Explainer(article.text, actors))

    def _drafts(
        self,
        doc: Doc,
        blocks: Sequence[Block],
        turns: Sequence[ShownTurn],
        mentioned: MentionedActors,
        actors: dict[str, Actor],
        seen: _Seen,
    ) -> list[Draft]:
        reader, measure = self._reader(doc, mentioned, actors)
        attributed = read = self._attributed(doc, blocks, turns, reader, seen, self._heads is not None)
        if self._heads is not None:
            attributed = selected(doc, attributed, self._heads, seen.scores, self._lexicon)
        contrary = [one for block in blocks for one in contradictions(doc, block, self._lexicon)]
        narrator = Narrator(doc, reader, measure, attributed, contrary, read)
        narrated = [draft for block in blocks for draft in narrator.claims(block)]
        drafts = sorted([*attributed, *narrated], key=lambda draft: (draft.reach.start, -draft.reach.end))
        link_contradictions(contrary, drafts, mentioned.actor_at)
        return drafts

    def _attributed(
        self,
        doc: Doc,
        blocks: Sequence[Block],
        shown: Sequence[ShownTurn],
        reader: ClaimReader,
        seen: _Seen,
        judged: bool,
    ) -> list[Draft]:
        """All that was read as said by somebody, whether it is a claim or only looks like one."""
        attributed: list[Draft] = []
        carried: Spans = ()
        before: Block | None = None
        turns = turns_in(text_of(doc), blocks, self._lexicon.turns, shown)
        findings = findings_in(text_of(doc), blocks)
        for block, read in zip(blocks, by_block(seen.attributions, blocks), strict=True):
            quoted = quotations(text_of(doc), block.span)
            key = (block.span, tuple(read))
            if self._encoder is not None and key not in seen.nested:
                seen.nested[key] = nested_in(self._encoder, doc, text_of(doc), read, self._lexicon)
            if not carried and before is not None and quoted:
                carried = speaker_told_of(doc, before, quoted, block)
            before = block
            hops = self._hops(doc, block, quoted, carried, read, seen.nested.get(key, ()))
            carried = speaker_carried(hops, quoted, block)
            if block.span in turns:
                hops = with_turn(hops, turns[block.span], text_of(doc))
            elif block.span in findings:
                hops = with_finding(hops, findings[block.span], text_of(doc), self._lexicon)
            else:
                hops = without_labels(hops, block, doc)
            read_drafts = absorb_pointers(reader.drafts(hops, block, quoted))
            attributed.extend(reader.with_variants(read_drafts, block, quoted) if judged else read_drafts)
        return attributed

    def _hops(
        self,
        doc: Doc,
        block: Block,
        quoted: Sequence[Quotation],
        carried: Spans,
        learned: Sequence[FoundAttribution] = (),
        nested: Sequence[FoundAttribution] = (),
    ) -> list[Attributed]:
        window = doc.char_span(block.span.start, block.span.end, alignment_mode="expand")
        if window is None:
            return []
        headline = headline_attribution(doc, block, text_of(doc), self._lexicon)
        found = self._grammar.attributions(doc, window.start, window.end)
        if headline is not None:
            found = [headline, *found]
        read = with_quotations(doc, block, found, list(quoted), self._lexicon, carried)
        if self._encoder is None:
            return self._told(doc, block, quoted, read)
        deeper = [
            hop
            for hop in learned_in(nested, block, doc, self._lexicon)
            # Where the grammar gives the same cue more, it saw the whole sentence and not only what was said.
            if not any(overlap_length(hop.cue, other.cue) and len(other.reach) > len(hop.reach) for other in read)
        ]
        both = joined(read, [*learned_in(learned, block, doc, self._lexicon), *deeper], doc, self._lexicon)
        return self._told(doc, block, quoted, both)

    def _told(self, doc: Doc, block: Block, quoted: Sequence[Quotation], hops: list[Attributed]) -> list[Attributed]:
        """The hops in which something was said, each given to who said it."""
        spoken = without_silence(doc, without_appointments(doc, hops, self._lexicon), self._lexicon)
        spoken = with_hearsay(doc, block, without_unsaid(doc, spoken, self._lexicon), self._lexicon)
        spoken = list(without_hearers(doc, spoken, self._lexicon))
        spoken = with_quoted(doc, block, spoken, self._lexicon)
        spoken = with_relays(doc, with_cited(doc, block, spoken, self._lexicon), quoted, self._lexicon)
        spoken = with_pleadings(doc, block, with_frames(doc, block, spoken, self._lexicon), self._lexicon)
        spoken = without_contradicted(doc, block, spoken, self._lexicon)
        spoken = with_denied(doc, with_denials(doc, block, spoken, self._lexicon), self._lexicon)
        return [begun(doc, hop) for hop in within_ends(doc, spoken, quoted, self._lexicon)]


def _by_id(mentioned: MentionedActors) -> dict[str, Actor]:
    return {actor.id: actor for actor in mentioned.actors}


def _outermost(hop: Attributed) -> Attributed:
    while hop.through is not None and hop.through.source:
        hop = hop.through
    return hop


def _first_blocks(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks up to the longest article that is analysed, the last one cut short."""
    kept: list[Block] = []
    left = LONGEST_ARTICLE
    for block in blocks:
        if left <= 0:
            return tuple(kept)
        if block.analysed:
            kept.append(replace(block, span=Span(block.span.start, min(block.span.end, block.span.start + left))))
            left -= len(block.span)
        else:
            kept.append(block)
    return tuple(kept)


def _readable(article: Article, blocks: Iterable[Block]) -> Iterator[Block]:
    return (block for block in blocks if block.analysed and not is_no_language(block.span.of(article.text)))


def _groups(blocks: Sequence[Block], first: int) -> list[int]:
    """Numbers of the blocks after which findings are shown; never when less is left than was just read."""
    found: list[int] = []
    left = sum(len(block.span) for block in blocks if block.analysed)
    size, wanted = 0, first
    for number, block in enumerate(blocks):
        new = len(block.span) if block.analysed else 0
        size, left = size + new, left - new
        if size >= wanted and left > size:
            found.append(number)
            wanted = size * 3
    return [*found, len(blocks) - 1] if blocks else []


def _cut(blocks: Sequence[Block], groups: Sequence[int]) -> list[Sequence[Block]]:
    starts = [0, *(last + 1 for last in groups)]
    return [blocks[start:end] for start, end in itertools.pairwise(starts)]


def _claims(drafts: Sequence[Draft], explainer: Explainer) -> tuple[Claim, ...]:
    ids = {id(draft): f"c{number}" for number, draft in enumerate(drafts, 1)}
    linking: dict[tuple[int, LinkKind], Draft] = {}
    for draft in drafts:
        for entry in draft.links:
            linking.setdefault((id(entry.to), entry.kind), draft)
    return tuple(_claim(draft, linking, ids, explainer) for draft in drafts)


def _claim(
    draft: Draft, linking: Mapping[tuple[int, LinkKind], Draft], ids: dict[int, str], explainer: Explainer
) -> Claim:
    denier = _decider(draft, linking, LinkKind.DENIES)
    affirmer = _decider(draft, linking, LinkKind.CONFIRMS)
    counted = denier is not None and _counts_otherwise(draft, denier)
    dimensions = dimensions_of(draft, denier is not None, affirmer is not None, counted, draft.answering)
    row = row_for(dimensions, draft.judged)
    other = denier or affirmer or next((entry.to for entry in draft.links), None)
    return Claim(
        id=ids[id(draft)],
        content=draft.content,
        attributions=draft.attributions,
        voice=draft.voice,
        certainty=draft.certainty,
        polarity=draft.polarity,
        status=row.status,
        evidence=explainer.evidence(draft, row, other),
        links=tuple(explainer.link(draft, entry.kind, entry.to, ids[id(entry.to)]) for entry in draft.links),
        time=draft.time,
    )


def _counts_otherwise(draft: Draft, denier: Draft) -> bool:
    """Whether one of two claims denies the other by its number alone."""
    links = [entry for entry in draft.links if entry.to is denier] + [x for x in denier.links if x.to is draft]
    return all(entry.figures for entry in links if entry.kind is LinkKind.DENIES)


def _decider(draft: Draft, linking: Mapping[tuple[int, LinkKind], Draft], kind: LinkKind) -> Draft | None:
    """The claim that denies or confirms this one; of two that deny, or affirm the same, each decides the other."""
    first = linking.get((id(draft), kind))
    if first is not None:
        return first
    for entry in draft.links:
        if entry.kind is kind and (kind is LinkKind.DENIES or draft.answer is None):
            return entry.to
    return None
