"""From a parsed article and its analysis to statements: clause by clause, the narrator's own among them."""

import re
from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc, Token

from briefing.analysis.comparison.claim_similarity import key_of, stem
from briefing.analysis.stories.clause_traits import ClauseTraits
from briefing.analysis.stories.mouths import Mouths
from briefing.analysis.stories.origin_names import FREE
from briefing.analysis.stories.quantities import figures_in
from briefing.analysis.syntax.dependencies import (
    SUBJECTS,
    antecedent,
    head_of,
    is_negated,
    own_subject,
    phrase,
    spans_of,
    subject,
    subtree,
    words_in,
)
from briefing.analysis.syntax.lexicon import Lexicon
from briefing.analysis.syntax.word_classes import VERBAL
from briefing.model import (
    Actor,
    Analysis,
    Article,
    Attribution,
    BlockKind,
    Certainty,
    Claim,
    SourceKind,
    Span,
    Stance,
    Voice,
    overlap_length,
    overlap_share,
    words_of,
)
from briefing.model.statement import Speaker, Statement
from briefing.model.story import AUTHORITIES

_ANSWERING = frozenset({Stance.CONFIRMS, Stance.DENIES, Stance.ACCUSES, Stance.OBJECTS})
"""What somebody does by saying so; "declared" and "passed" are things done, which the article tells itself."""

_WHEN = frozenset({"since", "after", "before", "when", "while", "until", "as"})
_CLAUSES = frozenset({"ROOT", "conj", "ccomp", "advcl", "relcl", "acl", "parataxis", "pcomp", "xcomp", "dep", "csubj"})
_APART = frozenset({"relcl", "advcl", "parataxis"})
"""Clauses below a clause that are statements of their own and are left out of it."""

_HEADINGS = frozenset({BlockKind.HEADING, BlockKind.BOILERPLATE, BlockKind.CAPTION})
_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "PROPN", "NUM", "ADV"})
_LEADING_TO_SOURCE = ("according",)
_CLAIMED = frozenset({"responsibility", "attack", "strike", "bombing", "killing", "shooting", "assault", "raid"})
_FIRST_PERSON = frozenset({"i", "me", "my", "we", "us", "our"})
_LONG_CLAUSE = 8
"""Words from which a clause that only tells which is meant is the article's own, and not of what is reported."""

_OWNING = frozenset({"claim", "admit", "plead", "confess"})
_HEARSAY = frozenset({"report", "rumour", "rumor", "allegation"})
_PROVING = frozenset({"proof", "evidence", "sign", "indication", "fact", "claim", "report", "belief", "suspicion"})
"""Nouns whose clause says what they are of, and does not tell which: "proof he had been poisoned"."""

_LOOSE = frozenset({"CCONJ", "PUNCT", "SPACE"})
_FEWEST = 2
_LONG_STATEMENT = 12
"""Words from which a clause is also told without what stands beside who does what to whom."""

_CORE = 0.7
"""Share of the words of a clause up to which its core is a statement of its own."""

_CORE_LEAST = 4
_ADJUNCTS = frozenset({"prep", "npadvmod", "advcl", "dep"})
_COMPLETING = frozenset({"dobj", "attr", "acomp", "oprd", "xcomp", "ccomp", "agent", "dative", "prt"})
_LONGEST = 60
"""Words of a content beyond which it is no single statement."""

_SAME = 0.6
"""Share of words in common from which a clause and a claim are one."""

_DAYS = "monday tuesday wednesday thursday friday saturday sunday"
_MONTHS = "january february march april may june july august september october november december"
_CALENDAR = frozenset(f"{_DAYS} {_MONTHS}".split(" "))
_POSSESSIVES = frozenset({"PRP$", "WP$"})
_MENTIONS = 3
"""Mentions of an actor beside which his office is looked for."""

_NAME_WORD = re.compile(r"[^\W_]+")
_SPACE_BEFORE = re.compile(r"\s+([,.;:!?%)\]]|['’]\w|n['’]t)")
_COMMAS = re.compile(r",(\s*,)+")
"""What is left where a clause between commas was cut out."""

_SPACE_WITHIN = re.compile(r"(?<=\w) (-) (?=\w)")


class StatementReader:
    """Reads the statements of one article.

    Args:
        doc: the article's parse; it reads like its text.
        article: what is read.
        analysis: its actors and claims.
        lexicon: the words that the analysis knows.
    """

    def __init__(self, doc: Doc, article: Article, analysis: Analysis, lexicon: Lexicon) -> None:
        self._doc = doc
        self._text = article.text
        self._analysis = analysis
        self._lexicon = lexicon
        self._mouths = Mouths.load()
        self._traits = ClauseTraits(doc, lexicon)
        self._actors = {actor.id: actor for actor in analysis.actors}
        self._cues = sorted({span for claim in analysis.claims for hop in claim.attributions for span in hop.cue})
        self._sources = sorted({s for claim in analysis.claims for hop in claim.attributions for s in hop.source})
        self._at: list[tuple[Span, Actor]] = sorted(
            ((span, actor) for actor in analysis.actors for span in actor.mentions), key=lambda pair: pair[0]
        )
        self._said_by = {
            token.i
            for claim in analysis.claims
            for hop in claim.attributions
            for token in words_in(self._doc, (*hop.cue, *hop.source))
            if hop.cue and hop.cue[0].of(self._text).lower().startswith(_LEADING_TO_SOURCE)
        }
        self._headings = [b.span for b in article.blocks if b.kind in _HEADINGS]

    def statements(self) -> tuple[Statement, ...]:
        """All statements, in text order."""
        found: list[Statement] = []
        taken: list[tuple[frozenset[int], Claim | None]] = []
        for head, tokens in self._units():
            claim = self._claim_of(head)
            performed = self._is_cue(head)
            if performed:
                claim = self._performed(head)
                if claim is None:
                    continue
                if not self._answers(claim):
                    claim = None
            elif claim is not None and self._is_background(head, claim):
                claim = None
            found_already = any(tokens == other for other, _ in taken)
            if found_already:
                continue
            taken.append((tokens, claim))
            made = self._statement(head, tokens, claim, len(found) + 1)
            if made is not None:
                found.append(made)
        return tuple(found)

    def _units(self) -> Iterator[tuple[Token, frozenset[int]]]:
        """The heads of clauses with the words that are theirs."""
        for token in self._doc:
            if token.dep_ in _CLAUSES and token.pos_ in VERBAL and self._asserts(token):
                yield from ((token, frozenset(words)) for words in self._extents(token))
        for claim in self._analysis.claims:
            words = words_in(self._doc, claim.content)
            if words and len(words) <= _LONGEST and not self._in_heading(words[0]):
                top = head_of(words)
                if top is not None and not (top.pos_ in VERBAL and any(t.dep_ in SUBJECTS for t in top.children)):
                    apart = {
                        i for word in words if _stands_apart(word, True) and word.i != top.i for i in subtree(word)
                    }
                    yield top, frozenset(token.i for token in words if token.i not in apart)

    def _asserts(self, head: Token) -> bool:
        """Whether the clause says that something is so: "no evidence that …" and "to …" do not."""
        if self._in_heading(head):
            return False
        if head.dep_ in {"ccomp", "acl", "xcomp", "pcomp", "relcl"}:
            above = head.head
            if head.dep_ != "relcl" and is_negated(above, self._lexicon.hedges.negators):
                return False
            if any(child.lower_ == "no" for child in above.children):
                return False
        if any(c.dep_ in {"mark", "advmod"} and c.lower_ in self._lexicon.hedges.conditional for c in head.children):
            return False
        return not (head.tag_ == "VB" and own_subject(head) is None and any(c.tag_ == "TO" for c in head.children))

    def _extents(self, head: Token) -> Iterator[set[int]]:
        reported = self._claim_of(head) is not None
        below = [
            child
            for child in head.children
            if _stands_apart(child, reported) or (child.pos_ in VERBAL and child.dep_ == "conj")
        ]
        leading = {child.i for child in head.children if child.dep_ in {"mark", "cc", "punct"} and child.i < head.i}
        words = subtree(head, {child.i for child in below}) - {child.i for child in below} - leading - self._said_by
        words -= _preposed(head)
        cut = set(words)
        for i in words:
            if i != head.i and _stands_apart(self._doc[i], reported):
                cut -= subtree(self._doc[i])
        cut = self._trimmed(cut)
        if _FEWEST < len(cut) <= _LONGEST:
            yield cut
            core = self._trimmed(cut - _beside(head)) if len(cut) >= _LONG_STATEMENT else cut
            if _CORE_LEAST <= len(core) <= _CORE * len(cut):
                yield core

    def _trimmed(self, words: set[int]) -> set[int]:
        """Without the "and", the commas and the spaces at both ends."""
        kept = sorted(words)
        while kept and self._doc[kept[-1]].pos_ in _LOOSE:
            kept.pop()
        while kept and self._doc[kept[0]].pos_ in _LOOSE:
            kept.pop(0)
        return set(kept)

    def _claim_of(self, head: Token) -> Claim | None:
        """The claim with the shortest content that holds the head and most of the words."""
        place = Span(head.idx, head.idx + len(head.text))
        holding = [c for c in self._analysis.claims if any(piece.overlaps(place) for piece in c.content)]
        return min(holding, key=lambda claim: sum(map(len, claim.content)), default=None)

    def _is_cue(self, head: Token) -> bool:
        place = Span(head.idx, head.idx + len(head.text))
        return any(cue.overlaps(place) for cue in self._cues)

    def _answers(self, claim: Claim) -> bool:
        """Whether the clause with the cue is itself what is said; "denied funding" and "declared" are things done."""
        hop = claim.innermost
        if hop is None or (hop.stance not in _ANSWERING and not _claims_act(words_in(self._doc, hop.cue))):
            return False
        words = {w.lemma_.lower() for w in words_in(self._doc, claim.content)}
        return hop.stance is not Stance.DENIES or bool(words & self._lexicon.answers.pointers)

    def _is_background(self, head: Token, claim: Claim) -> bool:
        """Whether a clause within what is reported is the article's own: "the bill, which would allow …", "since …"."""
        if claim.voice is Voice.DIRECT:
            return False
        token = head
        while token.head.i != token.i and any(piece.start <= token.head.idx < piece.end for piece in claim.content):
            if token.dep_ == "relcl" and token.head.lemma_.lower() not in _PROVING:
                return True
            if token.dep_ == "advcl" and any(
                c.dep_ in {"mark", "advmod"} and c.lower_ in _WHEN for c in token.children
            ):
                return True
            token = token.head
        return False

    def _performed(self, head: Token) -> Claim | None:
        """The claim that a clause with a cue makes by itself: "claimed responsibility", "declared an emergency"."""
        place = Span(head.idx, head.idx + len(head.text))
        for claim in self._analysis.claims:
            hop = claim.innermost
            if hop is not None and any(cue.overlaps(place) for cue in hop.cue):
                top = head_of(words_in(self._doc, claim.content))
                return claim if top is not None and top.pos_ not in VERBAL else None
        return None

    def _statement(self, head: Token, tokens: frozenset[int], claim: Claim | None, number: int) -> Statement | None:
        words = [self._doc[i] for i in sorted(tokens)]
        content = spans_of(self._doc, tokens)
        if not content or sum(map(self._tells, words)) < _FEWEST:
            return None
        hops = claim.attributions if claim is not None else ()
        chain = tuple(self._speaker(hop, one, at) for at, hop in enumerate(hops) for one in (hop.actors or ("",)))
        if not chain:
            chain = self._reports(head)
            words = _reported(head, words) if chain else words
        whole = claim is not None and overlap_share(content, claim.content) >= _SAME
        return Statement(
            id=f"s{number}",
            content=content,
            said=self._said(head, words, chain),
            claim=claim.id if claim is not None else "",
            chain=chain,
            denied=bool(hops) and hops[-1].stance is Stance.DENIES,
            negated=self._traits.is_denied(head),
            certainty=claim.certainty if claim is not None and whole else Certainty.CERTAIN,
            mood=self._traits.mood(
                head, whole and claim is not None and claim.certainty is not Certainty.CERTAIN, whole
            ),
            words=tuple(self._keys(words)),
            names=tuple(sorted(self._names(head, words, chain))),
            figures=tuple(figures_in(words)),
            head=self._traits.carrier(head, words),
            lacks=self._traits.lacking(words),
            clause=head.pos_ in VERBAL and subject(head) is not None,
            blames=tuple(sorted(self._blamed(head, words, claim))),
            dates=tuple(sorted({w.lower_ for w in words if w.lower_ in _CALENDAR and w.pos_ == "PROPN"})),
            sides=self._traits.sides(head, words),
            fates=self._traits.fates(words),
            winners=self._traits.winner(head, lambda doer: self._called(doer, chain)),
            about=self._traits.about(head, lambda doer: self._called(doer, chain)),
        )

    def _reports(self, head: Token) -> tuple[Speaker, ...]:
        """The reports, rumours or allegations of which the narrator speaks: "the initial reports were of drones"."""
        doer = subject(head)
        if doer is None or doer.lemma_.lower() not in _HEARSAY or doer.tag_ != "NNS":
            return ()
        words = " ".join(self._doc[i].text for i in sorted(phrase(doer)))
        return (Speaker("", SourceKind.UNNAMED, "", words),)

    def _tells(self, word: Token) -> bool:
        if word.pos_ != "PRON":
            return word.pos_ in _CONTENT
        return bool(self._actor_at(word)) or (word.dep_ in SUBJECTS and word.lower_ in self._lexicon.hedges.negators)

    def _speaker(self, hop: Attribution, actor_id: str, number: int) -> Speaker:
        words = words_of(hop.source, self._text, " ")
        actor = self._actors.get(actor_id)
        if actor is None:
            body = self._mouths.body_of(words) or self._mouths.spoken_for_in(words)
            return Speaker("", hop.source_kind, body, words, number)
        body = next((b for name in (actor.name, *actor.aliases, words) if (b := self._mouths.body_of(name))), "")
        if not body or body == AUTHORITIES:
            beside = (self._mouths.body_beside(self._text, mention) for mention in actor.mentions[:_MENTIONS])
            body = next((found for found in beside if found), body)
        if not body:
            served = (self._mouths.spoken_for(self._text, mention) for mention in actor.mentions[:_MENTIONS])
            body = next((found for found in served if found), "") or self._mouths.spoken_for_in(words)
        return Speaker(actor.name, hop.source_kind, body, words, number)

    def _blamed(self, head: Token, words: Sequence[Token], claim: Claim | None) -> set[str]:
        """Whom the words make responsible for an event, by name; the claimant himself where he claims it."""
        cues = [w for hop in (claim.attributions if claim is not None else ()) for w in words_in(self._doc, hop.cue)]
        told = self._mouths.responsibility
        if any(w.lemma_ == "claim" for w in (head, *cues)):
            event = next((c for c in head.children if c.dep_ in {"dobj", "nsubjpass"}), None)
            if head.lemma_ != "claim" or event is None or event.lemma_.lower() not in _CLAIMED:
                return set()
            agent = next((g for c in head.children if c.dep_ == "agent" for g in c.children), None)
            doer = agent if event.dep_ == "nsubjpass" else subject(head)
            return self._named([self._doc[i] for i in phrase(doer)]) if doer is not None else set()
        laying = [w for w in words if w.lower_ in told or w.lemma_.lower() in told]
        if not laying:
            # The cue lays what is said to somebody's charge: "blamed | Iran for the attacks".
            return self._named(words) if any(w.lemma_.lower() in told for w in cues) else set()
        return self._named([w for word in laying for w in self._charged(word)])

    def _charged(self, word: Token) -> list[Token]:
        """Who is meant by a word that lays an event to somebody: "blamed Iran", "Iranian involvement", "was behind"."""
        inside = [self._doc[i] for i in phrase(word)] if word.pos_ == "NOUN" else []
        if word.pos_ == "VERB":
            charged = next((c for c in word.children if c.dep_ in {"dobj", "nsubjpass"}), None)
        else:
            charged = subject(word.head) if word.head.pos_ in VERBAL and word.pos_ != "NOUN" else None
        return [*inside, *(self._doc[i] for i in (phrase(charged) if charged is not None else ()))]

    def _named(self, words: Iterable[Token]) -> set[str]:
        """Names among the words; a country by its name, whatever form stands there."""
        found = {w.lower_ for w in words if w.pos_ == "PROPN" or w.lower_ in self._mouths.countries}
        return {self._mouths.countries.get(word, word).lower() for word in found}

    def _keys(self, words: Iterable[Token]) -> Iterator[tuple[str, float]]:
        seen: set[str] = set()
        for token in words:
            lemma = token.lemma_.lower()
            if token.pos_ not in _CONTENT or lemma in self._lexicon.light or not token.text.strip() or token.is_stop:
                continue
            if token.lower_ in _CALENDAR:
                continue
            key = self._key(token)
            if key not in seen:
                seen.add(key)
                yield key, 1.0

    def _key(self, token: Token) -> str:
        return key_of(token.lemma_.lower(), self._lexicon.families)

    def _names(self, head: Token, words: Sequence[Token], chain: Sequence[Speaker]) -> set[str]:
        spans = spans_of(self._doc, [w.i for w in words])
        found = {name_key(actor.name) for span, actor in self._near(words) if overlap_length((span,), spans)}
        if chain and any(w.lower_ in _FIRST_PERSON for w in words):
            found.add(name_key(chain[-1].name))
        doer = subject(head)
        if doer is not None and doer.i not in {w.i for w in words}:
            found.update(name_key(actor.name) for actor in self._actor_at(antecedent(doer)))
        found.update(stem(w.lemma_.lower()) for w in words if w.pos_ == "PROPN" and w.lower_ not in _CALENDAR)
        return {name for name in found if name}

    def _called(self, doer: Token, chain: Sequence[Speaker]) -> set[str]:
        """Whom a subject names; who speaks, where it is "we"."""
        if doer.lower_ in _FIRST_PERSON:
            return {name_key(chain[-1].name)} - {""} if chain else set()
        return {name_key(actor.name) for actor in self._actor_at(antecedent(doer))}

    def _near(self, words: Sequence[Token]) -> list[tuple[Span, Actor]]:
        start, end = words[0].idx, words[-1].idx + len(words[-1].text)
        return [(span, actor) for span, actor in self._at if span.start < end and start < span.end]

    def _actor_at(self, token: Token) -> list[Actor]:
        place = Span(token.idx, token.idx + len(token.text))
        return [actor for span, actor in self._at if span.overlaps(place)]

    def _said(self, head: Token, words: Sequence[Token], chain: Sequence[Speaker]) -> str:
        """The words in a sentence that stands alone: a subject in front, names for pronouns."""
        parts: list[str] = []
        inside = {w.i for w in words}
        doer = subject(head)
        there = any(child.dep_ == "expl" for child in head.children)
        if doer is not None and doer.i not in inside and head.dep_ != "ROOT" and not there:
            shown = antecedent(doer)
            parts.append(" ".join(self._doc[i].text for i in sorted(phrase(shown)) if not self._doc[i].is_space))
        for word in words:
            if word.is_space:
                continue
            if word.pos_ == "PRON" and word.tag_ not in {"WDT", "WP", "EX"}:
                named = [actor.name for actor in self._actor_at(word)]
                if not named and word.lower_ in _FIRST_PERSON and chain and chain[-1].name:
                    named = [chain[-1].name]
                if named:
                    own = "'s" if word.tag_ in _POSSESSIVES else ""
                    parts.append(" and ".join(named[:2]) + own)
                    continue
            if word.tag_ in {"WDT", "WP"} and word.dep_ in SUBJECTS and head.dep_ == "relcl":
                noun = head.head
                parts.append(" ".join(self._doc[i].text for i in sorted(phrase(noun)) if not self._doc[i].is_space))
                continue
            parts.append(word.text)
        return _joined(parts)

    def _in_heading(self, token: Token) -> bool:
        return any(span.start <= token.idx < span.end for span in self._headings)


def name_key(name: str) -> str:
    """A name as it is compared: in lower case, without the words that tell no name from another."""
    words = [word.lower() for word in _NAME_WORD.findall(name) if word.lower() not in FREE]
    return " ".join(words)


def _claims_act(cue: Iterable[Token]) -> bool:
    return any(word.lemma_.lower() in _OWNING for word in cue)


def _reported(head: Token, words: list[Token]) -> list[Token]:
    """What reports are of, without that they are reports: "the initial reports were of | drone attacks"."""
    of = next((child for child in head.children if child.dep_ == "prep" and child.lower_ == "of"), None)
    told = [word for word in words if of is not None and word.i != of.i and word.i in subtree(of)]
    return told if head.lemma_ == "be" and told else words


def _joined(parts: Sequence[str]) -> str:
    said = _COMMAS.sub("", _SPACE_BEFORE.sub(r"\1", " ".join(parts)))
    return _SPACE_WITHIN.sub(r"\1", said).strip(" ,;:.—–-")


def _preposed(head: Token) -> set[int]:
    """What leads in before the subject and a comma: "On Friday, on Route 2, …"."""
    doer = own_subject(head)
    if doer is None:
        return set()
    found: set[int] = set()
    for child in head.children:
        if child.dep_ in {"prep", "npadvmod", "advmod", "punct"} and child.i < doer.left_edge.i:
            found |= subtree(child)
    before = head.doc[doer.left_edge.i - 1] if doer.left_edge.i else None
    return found if before is not None and before.text == "," else set()


def _beside(head: Token) -> set[int]:
    """What a clause tells beside who does what to whom: where, when, how, and what else there is to say of them."""
    found: set[int] = set()
    whole = any(child.dep_ in _COMPLETING for child in head.children)
    for child in head.children:
        if child.i > head.i and child.dep_ in _ADJUNCTS:
            # "began in June": what alone completes the verb is no adjunct.
            if child.dep_ == "prep" and not whole:
                whole = True
                continue
            found |= subtree(child)
        elif child.dep_ in SUBJECTS or child.dep_ in _COMPLETING or child.dep_ == "prep":
            found |= {i for part in child.subtree if part.dep_ == "appos" for i in subtree(part)}
    return found


def _stands_apart(token: Token, is_reported: bool = False) -> bool:
    """Whether a clause says something of its own; "people who were accused of crimes" does not."""
    if token.dep_ not in _APART or token.pos_ not in VERBAL:
        return False
    first, last = token.left_edge.i, token.right_edge.i
    if token.dep_ != "relcl" or (first > 0 and token.doc[first - 1].is_punct):
        return True
    return is_reported and last - first >= _LONG_CLAUSE
