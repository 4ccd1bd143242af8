"""What the heads over a draft look at: the words, the grammar and the neighbours of a claim, as named features."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from briefing.analysis.attribution.attribution_rules import Attributed
from briefing.analysis.attribution.quotations import MARKS
from briefing.analysis.claims.claim_drafts import Draft
from briefing.analysis.claims.evidence import dimensions_of
from briefing.analysis.claims.status_ladder import row_for
from briefing.analysis.syntax.dependencies import SUBJECTS, head_of, text_of, words_in
from briefing.analysis.syntax.lexicon import Lexicon
from briefing.analysis.syntax.word_classes import FINITE_TAGS
from briefing.model import overlap_length, words_of

_LENGTHS = (1, 2, 3, 4, 6, 8, 11, 15, 20, 30, 50)
_CONDITIONS = frozenset({"if", "whether", "unless", "would", "could", "might", "should", "may", "can", "will", "to"})
_PERSONS = {
    "first person": frozenset({"i", "me", "my", "we", "us", "our", "mine", "ours"}),
    "third person": frozenset({"he", "she", "his", "her", "they", "their", "him", "them"}),
    "it": frozenset({"it", "its"}),
    "you": frozenset({"you", "your"}),
}
_RISE = 4
_CELL = 2_000
"""Code points of a stretch of the text by which neighbours are looked up."""

_HALF = 0.5
_MOST = 0.85


class ClaimFeatures:
    """Names what is so of each draft of one article.

    Args:
        doc: the parsed article.
        drafts: all attributed drafts, in text order.
        lexicon: the words.
    """

    def __init__(self, doc: Doc, drafts: Sequence[Draft], lexicon: Lexicon) -> None:
        self._doc = doc
        self._text = text_of(doc)
        self._near: dict[int, list[Draft]] = {}
        for draft in drafts:
            if draft.variant_of is None and draft.chain:
                for cell in _cells(draft):
                    self._near.setdefault(cell, []).append(draft)
        self._varied = {id(draft.variant_of) for draft in drafts if draft.variant_of is not None}
        self._lexicon = lexicon

    def of(self, draft: Draft) -> list[str]:
        """The names of the features that hold, each once."""
        hop = draft.chain[-1]
        cue = words_in(self._doc, hop.cue)
        verb = head_of(cue)
        found = [
            *self._of_hop(hop, cue, verb),
            *self._of_content(draft),
            *self._of_clauses(draft),
            *self._of_source(draft, hop, verb),
            *self._of_place(draft, hop),
            *self._of_neighbours(draft, hop),
        ]
        return list(dict.fromkeys(found))

    def _of_hop(self, hop: Attributed, cue: list[Token], verb: Token | None) -> Iterator[str]:
        yield f"rule={hop.rule}"
        yield f"reader={'both' if hop.learned and hop.parsed else 'encoder' if hop.learned else 'grammar'}"
        yield f"stance={hop.stance}"
        yield f"lemma={hop.cue_lemma}"
        yield f"stance&reader={hop.stance}&{hop.learned}{hop.parsed}"
        yield f"rule&reader={hop.rule}&{hop.learned}"
        yield f"negated={hop.negated}"
        yield f"cue words={_length(len(cue))}"
        yield f"through={hop.through is not None}"
        if verb is None:
            return
        yield f"cue tag={verb.tag_}"
        yield f"cue dep={verb.dep_}"
        yield f"lemma&dep={hop.cue_lemma}&{verb.dep_}"
        yield f"lemma&tag={hop.cue_lemma}&{verb.tag_}"
        for child in verb.children:
            if child.dep_ in {"aux", "neg", "mark", "auxpass", "advmod"}:
                yield f"cue {child.dep_}={child.lower_}"
        above = verb
        for _ in range(_RISE):
            if above.head.i == above.i:
                break
            if above.dep_ in {"relcl", "acl", "advcl", "ccomp", "xcomp", "pcomp"}:
                yield f"cue under={above.dep_}&{above.head.lemma_.lower()}"
            above = above.head
            if any(child.lower_ in _CONDITIONS and child.dep_ in {"mark", "aux"} for child in above.children):
                yield "cue under condition"
        yield f"cue under root={above.tag_}"

    def _of_content(self, draft: Draft) -> Iterator[str]:
        head, tokens = draft.head, draft.tokens
        first = self._doc[min(tokens)]
        words = words_of(draft.content, self._text, " ").strip()
        yield f"content words={_length(len(tokens))}"
        yield f"pieces={min(3, len(draft.content))}"
        yield f"first={first.lower_ if first.pos_ not in {'NOUN', 'PROPN', 'VERB', 'ADJ', 'NUM'} else first.tag_}"
        yield f"head tag={head.tag_}"
        yield f"head dep={head.dep_}"
        yield f"voice={draft.voice}"
        inside = [self._doc[i] for i in sorted(tokens)]
        subjects = [child for child in head.children if child.dep_ in SUBJECTS and child.i in tokens]
        finite = any(token.tag_ in FINITE_TAGS for token in inside)
        subject = bool(subjects)
        yield f"finite={finite}"
        yield f"clause={head.pos_ in {'VERB', 'AUX'}}&{subject}&{finite}"
        yield f"infinitive={any(c.tag_ == 'TO' for c in head.children)}"
        yield f"opening mark={words[:1] in MARKS}"
        yield f"ends={words[-1:] if words[-1:] in '.?!,;' + MARKS else 'word'}"
        yield f"time={draft.time}"
        yield f"certainty={draft.certainty}&{draft.polarity}"
        yield f"own={draft.own}"
        yield f"unknown={bool(draft.unknown)}"
        yield f"answer={draft.answer}"
        yield f"pointing={draft.pointing}"
        yield f"voice&clause={draft.voice}&{subject and finite}"
        yield f"stance&clause={draft.stance}&{subject and finite}"
        yield f"lemma&clause={draft.chain[-1].cue_lemma}&{subject and finite}"
        yield f"content lemma={head.lemma_.lower()}"
        yield f"content&cue={head.tag_}&{draft.stance}"
        lowered = {token.lower_ for token in inside}
        for kind, group in _PERSONS.items():
            if lowered & group:
                yield f"content has {kind}"
        for auxiliary in (c.lower_ for c in head.children if c.dep_ in {"aux", "neg"}):
            yield f"content aux={auxiliary}"
        if any(token.tag_ == "MD" for token in inside):
            yield "content has modal"
        yield f"content names={min(2, sum(token.ent_type_ in {'PERSON', 'ORG', 'GPE'} for token in inside))}"
        yield f"content numbers={any(token.like_num for token in inside)}"
        if subjects:
            yield f"subject={subjects[0].lower_ if subjects[0].pos_ == 'PRON' else subjects[0].pos_}"

    def _of_clauses(self, draft: Draft) -> Iterator[str]:
        whose = [subject.value for _verb, subject in draft.clauses]
        yield f"clauses={min(4, len(whose))}"
        for kind in set(whose):
            yield f"tells of {kind}"
        if whose:
            yield f"tells of only={whose[0] if len(set(whose)) == 1 else 'several'}"
            yield f"tells of first={whose[0]}&{draft.stance}"
        head = next((subject.value for verb, subject in draft.clauses if verb.i == draft.head.i), "nobody")
        yield f"head tells of={head}"
        yield f"head tells of&tag={head}&{draft.head.tag_}"
        yield f"head tells of&time={head}&{draft.time}"
        yield f"head tells of&kind={head}&{draft.attributions[-1].source_kind}"
        yield f"head tells of&voice={head}&{draft.voice}"
        passive = any(child.dep_ in {"nsubjpass", "auxpass"} for child in draft.head.children)
        yield f"passive&time={passive}&{draft.time}&{draft.attributions[-1].source_kind}"
        for index in draft.tokens:
            token = self._doc[index]
            if token.tag_ == "MD":
                yield f"modal={token.lower_}"
            elif token.pos_ in {"VERB", "ADJ", "NOUN", "ADV"}:
                yield f"says {token.lemma_.lower()}"

    def _of_source(self, draft: Draft, hop: Attributed, verb: Token | None) -> Iterator[str]:
        inner = draft.attributions[-1]
        source = words_in(self._doc, hop.source)
        yield f"source words={_length(len(source))}"
        yield f"source kind={inner.source_kind}"
        yield f"resolved={min(2, len(inner.actors))}"
        row = row_for(dimensions_of(draft, denied=False, confirmed=False))
        yield f"status={row.status}"
        yield f"row={row.rule}"
        yield f"outer kind={draft.attributions[0].source_kind}"
        head = head_of(source)
        if head is None:
            yield "no source"
            return
        yield f"source tag={head.tag_}"
        yield f"source ent={head.ent_type_}"
        yield f"source dep={head.dep_}"
        if head.pos_ not in {"PROPN"}:
            yield f"source lemma={head.lemma_.lower()}"
        yield f"source first={source[0].lower_ if source[0].pos_ not in {'PROPN', 'NUM'} else source[0].pos_}"
        for token in source:
            if token.pos_ not in {"PROPN", "PUNCT", "SPACE", "NUM"}:
                yield f"source word={token.lemma_.lower()}"
        named = any(token.pos_ == "PROPN" for token in source)
        yield f"source named={named}&{len(inner.actors) > 0}"
        yield f"source named&first={named}&{source[0].lower_ if source[0].pos_ == 'DET' else source[0].pos_}"
        behind = self._doc[source[-1].i + 1 : source[-1].i + 3].text.lower()
        yield f"source followed by who={behind.startswith(', who') or behind.startswith('who')}"
        yield f"source kind&stance={inner.source_kind}&{draft.stance}"
        yield f"source is subject={verb is not None and head.head.i == verb.i and head.dep_ in SUBJECTS}"
        if verb is not None:
            yield f"source side={'before' if head.i < verb.i else 'behind'}"
            yield f"source far={_length(abs(head.i - verb.i))}"

    def _of_place(self, draft: Draft, hop: Attributed) -> Iterator[str]:
        yield f"heading={draft.heading}"
        cue = hop.cue or draft.content[:1]
        before = self._text[max(0, cue[0].start - 400) : cue[0].start].rsplit("\n", 1)[-1]
        opened = before.count("“") > before.count("”") or before.count('"') % 2 == 1
        yield f"cue in quotation={opened}"
        paragraph = self._text.rfind("\n", 0, cue[0].start) + 1
        yield f"paragraph start={cue[0].start - paragraph < 40}"

    def _of_neighbours(self, draft: Draft, hop: Attributed) -> Iterator[str]:
        size = sum(map(len, draft.content))
        own = draft.variant_of or draft
        yield f"variant={draft.variant}"
        yield f"varied={id(own) in self._varied}"
        if own is not draft:
            share = _share(overlap_length(draft.content, own.content), sum(map(len, own.content)))
            yield f"variant&share={draft.variant}&{share}&{hop.rule}"
        depth, inside, holds = len(draft.chain), 0, 0
        nearby = {id(other): other for cell in _cells(draft) for other in self._near.get(cell, ()) if other is not own}
        for other in nearby.values():
            shared = overlap_length(draft.content, other.content)
            if not shared:
                continue
            theirs = sum(map(len, other.content))
            same = bool(draft.origin) and draft.origin == other.origin
            cue_inside = overlap_length(other.content, hop.cue or hop.source) > 0
            cue_holds = overlap_length(draft.content, other.chain[-1].cue) > 0
            if cue_inside:
                inside += 1
                yield f"within&stance={other.stance}&{draft.stance}"
                yield f"within lemma={other.chain[-1].cue_lemma}"
                yield f"within same={same}&{bool(other.origin)}"
                yield f"share of outer={_share(shared, theirs)}"
            if cue_holds:
                holds += 1
                yield f"holds&stance={draft.stance}&{other.stance}"
                yield f"share of inner={_share(shared, size)}"
            if not cue_inside and not cue_holds:
                yield f"beside={_share(shared, size)}&{'longer' if theirs > size else 'shorter'}&{same}"
                yield f"beside reader={other.chain[-1].learned}{hop.learned}"
        yield f"depth={depth}"
        yield f"inside={min(2, inside)}"
        yield f"holds={min(2, holds)}"


def _cells(draft: Draft) -> range:
    """Stretches of the text that a content reaches into: only what shares one can share words."""
    return range(draft.reach.start // _CELL, draft.reach.end // _CELL + 1)


def _length(number: int) -> str:
    return str(sum(number >= bound for bound in _LENGTHS))


def _share(shared: int, whole: int) -> str:
    part = shared / whole if whole else 0.0
    return "most" if part >= _MOST else "half" if part >= _HALF else "part"
