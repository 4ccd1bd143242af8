"""The grammar of attribution: who said what by which words, read from a dependency parse."""

# More than 500 lines: the grammar of attribution, rule by rule: parted, each would need the others' helpers.

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from briefing.analysis.attribution.quotations import Quotation
from briefing.analysis.syntax.dependencies import (
    SUBJECTS,
    antecedent,
    auxiliaries,
    base_form,
    clause_of_adverb,
    is_negated,
    is_passive,
    phrase,
    root_of,
    spans_of,
    subject,
    subtree,
    text_of,
)
from briefing.analysis.syntax.lexicon import Lexicon
from briefing.analysis.syntax.word_classes import SPEAKER_ENTITIES
from briefing.model import Block, BlockKind, Span, Spans, Stance, covering
from briefing.records import dataclass

_LEADING_TO = frozenset({"that", "to", "about", "over", "of", "for", "on", "against", "with", "at", "as"})
_OPEN_PROCLAIMS = frozenset({"go", "continue", "seem", "appear", "be", "add"})
THINGS_SAY = frozenset({"show", "find", "read", "indicate", "suggest", "demonstrate", "imply", "signal"})
"""Verbs by which things tell: "the study shows"."""

PLEA = "verb.plea"
ACCORDING = "relay.according"
ADVERB = "hearsay.adverb"
HEARSAY = "verb.passive"
COUNT = "verb.count"
TAKEN = "verb.taken"
_AHEAD = frozenset({"will", "would", "may", "might", "could", "should", "to", "’ll", "'ll", "’d", "'d"})
"""Auxiliaries of what is not yet done: "would plead not guilty"."""

_LONGEST_PLEA = 8
"""Words of a plea, with what it is a plea to."""

_ATTITUDES = frozenset({Stance.HOPES, Stance.FEARS, Stance.OBJECTS})
_REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})
_GENERIC = frozenset({"it", "there", "what", "that", "this"})


@dataclass(frozen=True, slots=True)
class Attributed:
    """One hop as the grammar or the encoder reads it.

    Attributes:
        source, cue, content: spans in code points of the article; source and cue may be empty.
        stance: what the cue does with the content.
        rule: the name of the rule that read it.
        negated: whether the cue is denied ("did not say").
        cue_lemma: the lemma of the word that carries the cue; may be empty.
        through: the hop around this one that has the same content: who cites the source.
        learned: whether the encoder read it, too.
        parsed: whether the grammar read it, too.
        knowledge: what is told of how the source knows ("who was at the meeting").
        anonymity: what is told of its missing name ("who asked not to be named").
        readings: what each reader took for the content, where that is not all the same, by the reader's name.
    """

    source: Spans
    cue: Spans
    content: Spans
    stance: Stance = Stance.SAYS
    rule: str = ""
    negated: bool = False
    cue_lemma: str = ""
    through: "Attributed | None" = None
    learned: bool = False
    parsed: bool = True
    knowledge: Spans = ()
    anonymity: Spans = ()
    readings: tuple[tuple[str, Spans], ...] = ()

    @property
    def reach(self) -> Span:
        """The shortest span that holds the content."""
        return covering(self.content)


_TAKING_BACK = frozenset({"withdraw", "drop", "reverse"})


@dataclass(frozen=True, slots=True)
class _Found:
    """A hop in token indices."""

    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]
    stance: Stance
    rule: str
    negated: bool = False
    cue_lemma: str = ""


class Grammar:
    """Reads attributions from parsed text, by the words of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._cues = lexicon.cues

    def attributions(self, doc: Doc, start: int, end: int) -> list[Attributed]:
        """The attributions of the sentences between the token indices `start` and `end`, in order of their cues."""
        found: list[_Found] = []
        for token in doc[start:end]:
            if token.pos_ in {"VERB", "AUX"}:
                found.extend(self._of_verb(token))
            elif token.pos_ in {"NOUN", "PROPN"}:
                found.extend(self._of_noun(token))
            elif token.pos_ == "ADJ":
                found.extend(self._of_adjective(token))
            if token.lower_ in self._lexicon.sources.relays:
                found.extend(self._of_relay(token))
        found.extend(self._hearsay(doc[start:end], found))
        spoken = [entry for entry in found if self._may_speak(doc, entry)]
        return [hop for hop in (_as_spans(doc, entry) for entry in _unique(spoken)) if hop.content]

    def _may_speak(self, doc: Doc, found: _Found) -> bool:
        """Whether the source can say something; what stands before "according to which" does, whatever it is."""
        after = max(found.cue, default=len(doc)) + 1
        holds = found.rule == ACCORDING and after < len(doc) and doc[after].tag_ == "WDT"
        return holds or found.rule == PLEA or can_speak(doc, found.source, self._lexicon)

    # Verbs -------------------------------------------------------------------------------------------------------

    def _of_verb(self, verb: Token) -> Iterator[_Found]:
        lemma = base_form(verb, self._cues.verbs)
        frames = self._cues.verbs.get(lemma, {})
        if verb.dep_ in {"amod", "compound"} or self._is_unsaid(verb) or _is_bare_participle(verb):
            return
        passive = is_passive(verb)
        if passive:
            yield from self._of_passive(verb, lemma)
            return
        plea = self._plea(verb)
        if plea is not None:
            yield self._hop(verb, plea, Stance.DENIES, PLEA)
            return
        yield from self._governed(verb, lemma)
        count = self._count_put(verb)
        if count is not None:
            yield self._hop(verb, count, Stance.SAYS, COUNT)
            return
        value = self._value_put(verb)
        if value is not None:
            yield self._hop(verb, value, Stance.SAYS, "verb.value")
            return
        named = self._named(verb, lemma)
        if named:
            yield named
            return
        clause = self._clause(verb) if "clause" in frames else None
        if clause is not None:
            yield self._hop(verb, clause, frames["clause"], "verb.clause")
            return
        infinitive = self._infinitive(verb) if "infinitive" in frames else None
        if infinitive is not None:
            yield self._hop(verb, infinitive, frames["infinitive"], "verb.infinitive")
            return
        noun = self._carried_noun(verb, lemma)
        if noun is not None:
            yield noun
            return
        if "complement" in frames:
            content = self._labelled(verb)
            if content is not None:
                yield self._hop(verb, content, frames["complement"], "verb.complement")
            return
        if "object" in frames and not any(child.tag_ == "TO" for child in verb.children):
            answers = frames["object"] in {Stance.DENIES, Stance.CONFIRMS}
            content = self._object(verb, answers)
            taken = self._taken(verb)
            if content is not None:
                yield self._hop(verb, taken or content, frames["object"], TAKEN if taken else "verb.object")

    def _taken(self, verb: Token) -> set[int]:
        """Read "claimed victory in the vote, which …": what one claims, without what is told of the vote."""
        noun = next((child for child in verb.children if child.lower_ in self._lexicon.answers.taken), None)
        if noun is None or noun.dep_ != "dobj":
            return set()
        clauses = {word.i for word in noun.subtree if word.dep_ == "relcl"}
        return subtree(noun, clauses) - clauses

    def _count_put(self, verb: Token) -> set[int] | None:
        """Read "put the death toll at 40": whose count it is."""
        if verb.lemma_.lower() not in self._lexicon.counts.verbs:
            return None
        counted = next((child for child in verb.children if child.dep_ in {"dobj", "obj"}), None)
        if counted is None or counted.lemma_.lower() not in self._lexicon.counts.nouns:
            return None
        at = next((word for word in (*verb.children, *counted.children) if word.lower_ == "at"), None)
        if at is None or not any(word.like_num for word in at.subtree):
            return None
        return subtree(counted) | subtree(at)

    def _value_put(self, verb: Token) -> set[int] | None:
        """Read "placed the value of the picture between 4 and 5 million": a measure that somebody gives."""
        if verb.lemma_.lower() not in self._lexicon.counts.verbs:
            return None
        measured = next((child for child in verb.children if child.dep_ in {"dobj", "obj"}), None)
        if measured is None or measured.lemma_.lower() not in self._lexicon.counts.measures:
            return None
        behind = [child for child in verb.children if child.i > measured.i and child.dep_ not in {"punct", "advcl"}]
        return subtree(measured).union(*(subtree(child) for child in behind))

    def _plea(self, verb: Token) -> set[int] | None:
        """Read "pleaded not guilty": the accused denies what he is charged with."""
        answers = self._lexicon.answers
        if verb.lower_ not in answers.pleading and verb.lemma_.lower() not in answers.pleading:
            return None
        if any(child.dep_ == "aux" and child.lower_ in _AHEAD for child in verb.children):
            return None
        behind = verb.doc[verb.i + 1 : verb.i + 1 + _LONGEST_PLEA]
        if not behind.text.lower().startswith(answers.pleas):
            return None
        words = next(len(phrase.split()) for phrase in answers.pleas if behind.text.lower().startswith(phrase))
        charge = next((token for token in behind if token.lower_ == "to"), None)
        return {token.i for token in behind[:words]} | (subtree(charge) if charge is not None else set())

    def _is_unsaid(self, verb: Token) -> bool:
        """Whether the verb is an unrealised infinitive: "to say that …" under a word that is no cue itself."""
        if verb.tag_ != "VB" or not any(child.tag_ == "TO" for child in verb.children):
            return False
        above = verb.head.lemma_.lower()
        return above not in _OPEN_PROCLAIMS and self._cues.stance(above) is None

    def _hop(self, verb: Token, content: set[int], stance: Stance, rule: str) -> _Found:
        source = self._source(verb, content)
        cue = auxiliaries(verb)
        return _Found(
            frozenset(source),
            frozenset(cue),
            frozenset(content - source - cue),
            stance,
            rule,
            is_negated(verb, self._lexicon.hedges.negators),
            verb.lemma_.lower(),
        )

    def _source(self, verb: Token, content: set[int]) -> set[int]:
        found = subject(verb)
        if found is None:
            return set()
        found = antecedent(found)
        if found.i in content or (found.lower_ in {"it", "there"} and found.dep_ == "expl"):
            return set()
        return phrase(found) - {verb.i}

    def _clause(self, verb: Token) -> set[int] | None:
        complements = [child for child in verb.children if child.dep_ == "ccomp" and not _is_apart(child, verb)]
        if complements:
            complement = max(complements, key=lambda child: len(list(child.subtree)))
            if verb.lemma_ in THINGS_SAY and complement.i < verb.i:
                return None
            return subtree(complement, {verb.i})
        if verb.dep_ == "parataxis" or (verb.dep_ == "ccomp" and verb.head.i > verb.i and subject(verb) is not None):
            above = subtree(verb.head, {verb.i})
            planned = self._takes_infinitive(verb) and self._infinitive(verb) is not None
            return above if len(above) > 2 and not planned else None
        pieces = [child for child in verb.children if child.dep_ == "xcomp" and child.pos_ in {"VERB", "AUX"}]
        return subtree(pieces[0]) if pieces and not self._takes_infinitive(verb) else None

    def _takes_infinitive(self, verb: Token) -> bool:
        return "infinitive" in self._cues.verbs.get(verb.lemma_, {})

    def _infinitive(self, verb: Token) -> set[int] | None:
        for child in verb.children:
            if child.dep_ in {"xcomp", "ccomp", "advcl"} and any(part.tag_ == "TO" for part in child.children):
                return subtree(child)
        return None

    def _labelled(self, verb: Token) -> set[int] | None:
        """Read the object with what it is called: "called the report false"."""
        behind = [child for child in verb.children if child.i > verb.i]
        small = [c for c in behind if c.dep_ in {"ccomp", "oprd"} or (c.dep_ == "prep" and c.lower_ == "as")]
        target = [c for c in verb.children if c.dep_ == "dobj"]
        if not small:
            return None
        return {i for word in [*target, *small] for i in subtree(word)}

    def _object(self, verb: Token, may_point: bool) -> set[int] | None:
        target = next((child for child in verb.children if child.dep_ in {"dobj", "oprd"}), None)
        if target is None or target.tag_ in {"WP", "WDT", "CD"} or target.ent_type_ in {"DATE", "TIME"}:
            return None
        if target.tag_ == "DT" and not may_point:
            return None
        oneself = target.lower_ in _REFLEXIVE and any(child.lower_ == "as" for child in verb.children)
        if target.tag_ == "PRP" and not oneself and not (may_point and target.lower_ in {"it", "them"}):
            return None
        # An offer is withdrawn more often than a word.
        if target.tag_ == "PRP" and verb.lemma_ in _TAKING_BACK:
            return None
        content = subtree(target)
        for child in verb.children:
            if child.i > target.i and (child.dep_ in {"oprd", "acomp"} or child.lower_ == "as"):
                content |= subtree(child)
        return content

    def _named(self, verb: Token, lemma: str) -> _Found | None:
        if lemma not in self._cues.named:
            return None
        prepositions, stance = self._cues.named[lemma]
        target = next((child for child in verb.children if child.dep_ == "dobj"), None)
        if target is None:
            return None
        reach = [child for child in [*verb.children, *target.subtree] if child.lower_ in prepositions]
        charges = [word for word in reach if word.i > target.i and word.dep_ == "prep"]
        if not charges:
            return None
        content = subtree(target) | subtree(charges[0])
        return self._hop(verb, content, stance, "verb.charge")

    def _governed(self, verb: Token, lemma: str) -> Iterator[_Found]:
        for child in verb.children:
            if child.dep_ != "prep" or (lemma, child.lower_) not in self._cues.governed:
                continue
            objects = [part for part in child.children if part.dep_ in {"pobj", "pcomp"}]
            if not objects:
                continue
            content = subtree(child) - {child.i}
            hop = self._hop(verb, content, self._cues.governed[lemma, child.lower_], "verb.preposition")
            yield replace(hop, cue=hop.cue | {child.i})

    def _of_passive(self, verb: Token, lemma: str) -> Iterator[_Found]:
        """Read "is believed to …", "was accused of …", "was described as …", by somebody or by nobody named."""
        agent = next((child for child in verb.children if child.dep_ == "agent"), None)
        stance = self._cues.stance(lemma)
        spoken = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
        if stance is None or spoken is None:
            return
        clause = next((child for child in verb.children if child.dep_ in {"ccomp", "xcomp", "oprd"}), None)
        told_of = self._told_of(verb, lemma, agent)
        if agent is None and told_of is not None:
            # "described as a threat by the governor": the parser hangs the agent on the nearest noun.
            agent = next(
                (word for word in told_of.subtree if word.i > told_of.i + 1 and self._leads_to_speaker(word)), None
            )
        if agent is None and told_of is None and (clause is None or lemma not in self._lexicon.hedges.hearsay_passives):
            return
        what = clause or told_of
        content = subtree(what) if what is not None else set()
        if agent is not None:
            content -= subtree(agent, {told_of.i} if told_of is not None else ())
        source = {i for child in agent.children for i in phrase(child)} - content if agent is not None else set()
        cue = auxiliaries(verb) | ({agent.i} if agent is not None else set())
        if what is told_of or spoken.lower_ != "it":
            content |= phrase(antecedent(spoken)) if spoken.tag_ in {"WP", "WDT"} else subtree(spoken)
        if content <= {spoken.i} and spoken.tag_ in {"PRP", "WP", "WDT"}:
            return
        if agent is None and what is told_of and stance in _ATTITUDES:
            return
        yield _Found(
            frozenset(source),
            frozenset(cue),
            frozenset(content - source - cue),
            stance,
            HEARSAY,
            is_negated(verb, self._lexicon.hedges.negators),
            lemma,
        )

    def _leads_to_speaker(self, word: Token) -> bool:
        """Whether somebody who can speak stands behind a "by": no "by night"."""
        behind = [child for child in word.children if child.dep_ == "pobj"] if word.lower_ == "by" else []
        return bool(behind) and can_speak(word.doc, phrase(behind[0]), self._lexicon)

    def _told_of(self, verb: Token, lemma: str, agent: Token | None) -> Token | None:
        """What is said of the subject of a passive: the charge ("of lying"), or what it is called ("as a threat")."""
        frames = self._cues.verbs.get(lemma, {})
        leading = self._cues.named[lemma][0] if lemma in self._cues.named else frozenset()
        if {"complement", "object"} & frames.keys():
            leading |= {"as"}
        # The parser hangs "of hiding it" on the nearest noun, which is the agent where one stands between.
        nouns = agent.children if agent is not None else ()
        holders = (verb, *nouns)
        told = (child for holder in holders for child in holder.children if child.dep_ == "prep" and child.i > verb.i)
        return next((child for child in told if child.lower_ in leading), None)

    # Nouns and adjectives ----------------------------------------------------------------------------------------

    def _carried_noun(self, verb: Token, lemma: str) -> _Found | None:
        """Read "voiced concerns about …": a light verb with a cue noun and what the noun governs."""
        if lemma not in self._cues.light:
            return None
        noun = next((child for child in verb.children if child.dep_ == "dobj"), None)
        stance = self._cues.nouns.get(noun.lemma_.lower()) if noun is not None else None
        if noun is None or stance is None:
            return None
        content = self._governed_by(noun) or self._governed_by(verb, after=noun.i)
        if content is None:
            return None
        between = {i for i in phrase(noun) if i <= noun.i}
        hop = self._hop(verb, content, stance, "noun.light")
        return replace(
            hop, cue=(hop.cue | between) - content, content=hop.content - between, cue_lemma=noun.lemma_.lower()
        )

    def _governed_by(self, word: Token, after: int = -1) -> set[int] | None:
        for child in word.children:
            if child.i <= max(word.i, after):
                continue
            if child.dep_ in {"acl", "ccomp", "xcomp", "advcl"} and (
                any(part.tag_ == "TO" or part.dep_ == "mark" for part in child.children) or child.dep_ == "ccomp"
            ):
                return subtree(child)
            if child.dep_ == "relcl" and any(part.lower_ == "that" and part.i > word.i for part in child.children):
                return subtree(child)
            if child.dep_ == "prep" and child.lower_ in _LEADING_TO - {"that"}:
                return subtree(child)
        return None

    def _of_noun(self, noun: Token) -> Iterator[_Found]:
        """Read "his refusal to sign", "the ministry's claim that …": a cue noun with an owner and a content."""
        stance = self._cues.nouns.get(noun.lemma_.lower())
        owner = next((child for child in noun.children if child.dep_ == "poss"), None)
        if stance is None or owner is None or noun.dep_ == "compound":
            return
        content = self._governed_by(noun)
        if content is None:
            return
        yield _Found(
            frozenset(phrase(owner) - {child.i for child in owner.children if child.dep_ == "case"}),
            frozenset({noun.i}),
            frozenset(content),
            stance,
            "noun.owned",
            False,
            noun.lemma_.lower(),
        )

    def _of_adjective(self, adjective: Token) -> Iterator[_Found]:
        stance = self._cues.adjectives.get(adjective.lemma_.lower())
        if stance is None or (adjective.dep_ == "amod" and not list(adjective.children)):
            return
        content = self._governed_by(adjective)
        if content is None:
            return
        holder = adjective.head if adjective.dep_ in {"acomp", "xcomp", "oprd"} else adjective
        found = subject(adjective)
        if found is None or found.lower_ in _GENERIC:
            return
        found = antecedent(found)
        cue = {adjective.i} | (auxiliaries(holder) if holder.pos_ in {"AUX", "VERB"} else set())
        source = phrase(found) - cue
        yield _Found(
            frozenset(source),
            frozenset(cue),
            frozenset(content - source - cue),
            stance,
            "adjective",
            is_negated(holder, self._lexicon.hedges.negators),
            adjective.lemma_.lower(),
        )

    # Relays and hearsay ------------------------------------------------------------------------------------------

    def _of_relay(self, word: Token) -> Iterator[_Found]:
        """Read "according to Reuters": the source below, the content around it."""
        second = self._lexicon.sources.relays[word.lower_]
        cue = {word.i}
        leading = word
        if second:
            following = next((child for child in word.children if child.lower_ in second), None)
            if following is None and word.i + 1 < len(word.doc) and word.nbor().lower_ in second:
                following = word.nbor()
            if following is None:
                return
            cue.add(following.i)
            leading = following
        words = self._lexicon.sources
        if second and leading.i + 1 < len(word.doc) and leading.nbor().tag_ == "WDT":
            yield from self._of_relative_relay(word, cue, leading.nbor())
            return
        objects = [child for child in leading.children if child.dep_ in {"pobj", "pcomp"}]
        if not objects or (not second and _is_first_name(word, objects[0])):
            return
        if not (second or objects[0].ent_type_ or objects[0].lemma_.lower() in words.documents):
            return
        source = phrase(objects[0])
        clause = self._attributed_clause(word)
        content = subtree(clause, {word.i}) - source - cue
        if len(content) > 1:
            yield _according_to(source, cue, content)

    def _of_relative_relay(self, word: Token, cue: set[int], which: Token) -> Iterator[_Found]:
        """Read "a treaty, according to which no troops may enter": the noun before the comma is the source."""
        doc, at = word.doc, word.i - 1
        while at >= 0 and doc[at].text == ",":
            at -= 1
        source = {i for i in subtree(doc[at]) if i <= at} if at >= 0 and doc[at].pos_ in {"NOUN", "PROPN"} else set()
        content: set[int] = set()
        for token in doc[which.i + 1 :]:
            if token.is_sent_start or token.text in {",", ".", ";"}:
                break
            content.add(token.i)
        if source and len(content) > 2:
            yield _according_to(source, cue, content)

    def _attributed_clause(self, word: Token) -> Token:
        """The clause that "according to" speaks of: the one with a hearsay word before it, else the one it hangs on."""
        for token in reversed(word.doc[root_of(word).left_edge.i : word.i]):
            if token.lower_ in self._lexicon.hedges.hearsay and token.head.pos_ in {"VERB", "AUX"}:
                return token.head
        head = word.head
        while head.pos_ not in {"VERB", "AUX"} and head.head.i != head.i:
            head = head.head
        return head

    def _hearsay(self, sentence: Iterable[Token], found: list[_Found]) -> Iterator[_Found]:
        """Read "reportedly": somebody said so, and the text names nobody, here or around it."""
        for token in sentence:
            if token.lower_ not in self._lexicon.hedges.hearsay:
                continue
            if any(token.i in hop.content and hop.source for hop in found):
                continue
            yield _Found(
                frozenset(),
                frozenset({token.i}),
                frozenset(clause_of_adverb(token)),
                Stance.SAYS,
                ADVERB,
                False,
                token.lower_,
            )


_AGENTS = (
    "er",
    "or",
    "ers",
    "ors",
    "ist",
    "ists",
    "ian",
    "ians",
    "man",
    "men",
    "woman",
    "women",
    "ant",
    "ants",
    "ee",
    "ees",
)
_NO_AGENTS = frozenset({"number", "paper", "matter", "order", "error", "factor", "weather", "power", "member"})


def can_speak(doc: Doc, source: Iterable[int], lexicon: Lexicon) -> bool:
    """Whether a source is somebody or something that can say: a name, a pronoun, people, a body or a document."""
    tokens = [doc[i] for i in sorted(source)]
    if not tokens:
        return True
    indices = {token.i for token in tokens}
    head = next((token for token in tokens if token.head.i not in indices or token.head.i == token.i), tokens[-1])
    lemma, words = head.lemma_.lower(), lexicon.sources
    if head.pos_ in {"PROPN", "PRON"} or head.tag_ in {"PRP", "WP", "PRP$"} or any(t.ent_type_ for t in tokens):
        return head.ent_type_ not in {"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "QUANTITY"} and lemma != "there"
    if head.pos_ in {"VERB", "AUX"}:
        return False
    bare = head.text[:1].isupper() and head.tag_ == "NN" and not list(head.lefts)
    known = (
        bare or lemma in words.unnamed or lemma in words.grouped or lemma in words.documents or lemma in words.offices
    )
    agent = head.lower_.endswith(_AGENTS) and lemma not in _NO_AGENTS
    return known or agent or head.pos_ in {"ADJ", "DET", "NUM"} or any(t.pos_ == "PROPN" for t in tokens)


def _is_first_name(word: Token, following: Token) -> bool:
    """Whether a capital makes a name of a word that else leads to a source: "Per Lund", but "Per the filing, …"."""
    begins = word.is_sent_start or word.i == 0
    return word.text[:1].isupper() and (not begins or following.ent_type_ == "PERSON")


def _according_to(source: Iterable[int], cue: Iterable[int], content: Iterable[int]) -> _Found:
    words = frozenset(source), frozenset(cue), frozenset(content)
    return _Found(*words, Stance.SAYS, ACCORDING, cue_lemma="according")


def _is_apart(clause: Token, verb: Token) -> bool:
    """Whether a semicolon stands between a clause and the verb behind it: each is a sentence of its own."""
    return clause.i < verb.i and any(token.text == ";" for token in verb.doc[clause.i : verb.i])


def _is_bare_participle(verb: Token) -> bool:
    """Whether the verb is done to its subject without an auxiliary: "Asked whether he would run, …"."""
    return verb.tag_ == "VBN" and verb.dep_ in {"advcl", "acl"} and not any(c.dep_ == "aux" for c in verb.children)


def _as_spans(doc: Doc, found: _Found) -> Attributed:
    source, cue = spans_of(doc, found.source), spans_of(doc, found.cue)
    content = spans_of(doc, found.content)
    return Attributed(source, cue, content, found.stance, found.rule, found.negated, found.cue_lemma)


def _unique(found: list[_Found]) -> list[_Found]:
    """Drop a reading whose cue another one has with more content; order by cue."""
    kept: list[_Found] = []
    for hop in sorted(found, key=lambda entry: -len(entry.content)):
        if not any(hop.cue & other.cue and hop.content & other.content for other in kept):
            kept.append(hop)
    return sorted(kept, key=lambda entry: min(entry.cue, default=0))


def headline_attribution(doc: Doc, block: Block, text: str, lexicon: Lexicon) -> Attributed | None:
    """Read "Minister: we will win" in a heading: the name before the colon speaks."""
    if block.kind is not BlockKind.HEADING:
        return None
    heading = block.span.of(text)
    colon = heading.find(": ")
    if not 0 < colon <= 60:
        return None
    before = Span(block.span.start, block.span.start + colon)
    named = doc.char_span(before.start, before.end, alignment_mode="expand")
    content = Span(before.end + 2, block.span.end)
    if named is None or len(named) > 5 or not len(content) or not _names_speaker(named, lexicon):
        return None
    cue = Span(before.end, before.end + 1)
    return Attributed((before,), (cue,), (content,), Stance.SAYS, "headline.colon", False, ":")


def _names_speaker(words: Tokens, lexicon: Lexicon) -> bool:
    known = lexicon.sources.unnamed | lexicon.sources.offices | lexicon.sources.grouped
    return any(token.ent_type_ in SPEAKER_ENTITIES for token in words) or words.root.lemma_.lower() in known


def with_quotations(
    doc: Doc, block: Block, found: list[Attributed], quoted: list[Quotation], lexicon: Lexicon, carried: Spans
) -> list[Attributed]:
    """Add the quotations of a block that no attribution holds yet.

    Each goes to the attribution that it continues, else to a cue verb beside it, else to the speaker of the
    block, else to the speaker `carried` over from the block before. What is left belongs to nobody.
    """
    told = [quotation for quotation in quoted if not quotation.is_scare(text_of(doc))]
    whole = (_with_whole_quotations(hop, told) for hop in found if not _speaks_of_itself(doc, hop, told))
    # Whom a quotation quotes says nothing outside of it.
    hops = [hop for hop in whole if hop.content]
    for quotation in told:
        if any(_covers(hop, quotation) for hop in hops):
            continue
        cue = _cue_beside(doc, block, quotation, lexicon)
        speaker = _speaker_before(hops, quotation)
        if cue is not None:
            hops = [hop for hop in hops if not _same_cue(hop, cue)] + [_speech(doc, cue, quotation, hops)]
        elif speaker is not None:
            hops[hops.index(speaker)] = replace(speaker, content=(*speaker.content, quotation.span))
        elif carried and quotation.span.start - block.span.start < 3 and quotation.span.of(text_of(doc))[0] != "'":
            hops.append(Attributed(carried, (), (quotation.span,), Stance.SAYS, "quotation.carried"))
    return sorted(hops, key=lambda hop: min(span.start for span in (*hop.cue, *hop.content)))


def _speaks_of_itself(doc: Doc, hop: Attributed, quoted: Sequence[Quotation]) -> bool:
    """Whether the hop is the speaker's own "I think" or "you know" within a quotation; it adds no one to the chain."""
    if not hop.source or not any(hop.source[0].overlaps(quotation.inner) for quotation in quoted):
        return False
    return text_of(doc)[hop.source[0].start : hop.source[-1].end].lower() in _SELVES


def _with_whole_quotations(hop: Attributed, quoted: Sequence[Quotation]) -> Attributed:
    """The hop with all of each quotation that its content begins or holds, where its cue stands outside of it."""
    pieces = list(hop.content)
    for quotation in quoted:
        if any(span.overlaps(quotation.span) for span in hop.cue):
            pieces = _clipped(pieces, quotation.inner)
            continue
        touched = [piece for piece in pieces if piece.overlaps(quotation.inner)]
        if not touched:
            continue
        kept = [piece for piece in pieces if piece not in touched]
        start = min(quotation.span.start, *(piece.start for piece in touched))
        inside = any(span.start >= quotation.span.end for span in hop.cue)
        end = quotation.span.end if inside else max(quotation.span.end, *(piece.end for piece in touched))
        pieces = [*kept, Span(start, end)]
    return replace(hop, content=tuple(sorted(pieces)))


def _clipped(pieces: Iterable[Span], limits: Span) -> list[Span]:
    """What of the pieces lies within the limits: who is quoted inside a quotation says nothing outside of it."""
    cut = [(max(piece.start, limits.start), min(piece.end, limits.end)) for piece in pieces]
    return [Span(start, end) for start, end in cut if start < end]


_SELVES = frozenset({"i", "we", "you", "me", "us"})


def _covers(hop: Attributed, quotation: Quotation) -> bool:
    shared = sum(max(0, min(s.end, quotation.inner.end) - max(s.start, quotation.inner.start)) for s in hop.content)
    return shared * 2 >= len(quotation.inner)


def _same_cue(hop: Attributed, verb: Token) -> bool:
    return any(span.start <= verb.idx < span.end for span in hop.cue)


def _cue_beside(doc: Doc, block: Block, quotation: Quotation, lexicon: Lexicon) -> Token | None:
    """The nearest verb of saying outside the quotation, at most eight tokens before it or after it."""
    best: tuple[int, Token] | None = None
    window = doc.char_span(block.span.start, block.span.end, alignment_mode="contract")
    for token in window or ():
        inside = quotation.span.start <= token.idx < quotation.span.end
        if inside or token.pos_ not in {"VERB", "AUX"} or "clause" not in lexicon.cues.verbs.get(token.lemma_, {}):
            continue
        gap_text = (
            text_of(doc)[quotation.span.end : token.idx]
            if token.idx > quotation.span.start
            else text_of(doc)[token.idx : quotation.span.start]
        )
        gap = len(gap_text.split())
        crossed = any(mark in gap_text for mark in ".!?") and token.idx < quotation.span.start
        crossed = crossed or _has_its_own(doc, token, quotation)
        if gap <= 8 and not crossed and (best is None or gap < best[0]):
            best = (gap, token)
    return best[1] if best else None


def _has_its_own(doc: Doc, verb: Token, quotation: Quotation) -> bool:
    """Whether a verb behind a quotation that is closed by a full stop says something else: "“… .” She said that …"."""
    if verb.idx < quotation.span.end or not quotation.inner.of(text_of(doc)).endswith((".", "!", "?")):
        return False
    return any(child.dep_ == "ccomp" and child.i > verb.i for child in verb.children)


def _speech(doc: Doc, verb: Token, quotation: Quotation, hops: list[Attributed]) -> Attributed:
    held = [hop for hop in hops if _same_cue(hop, verb)]
    pieces = [piece for hop in held for piece in hop.content if not piece.overlaps(quotation.span)]
    who = subject(verb)
    source = spans_of(doc, phrase(antecedent(who))) if who is not None else ()
    if who is not None and any(mark in text_of(doc)[who.idx : verb.idx] for mark in '”"'):
        # "… Hale said “the law is old”, also calling it …": nobody whom a closed quotation tells of.
        around = (hop.source for hop in hops if hop.source and any(p.start <= who.idx < p.end for p in hop.content))
        source = next(around, source)
    cue = spans_of(doc, auxiliaries(verb))
    content = tuple(sorted([*pieces, quotation.span]))
    kept = tuple(span for span in source if not any(span.overlaps(piece) for piece in content))
    return Attributed(kept, cue, content, Stance.SAYS, "quotation.cue", False, verb.lemma_)


def _speaker_before(hops: list[Attributed], quotation: Quotation) -> Attributed | None:
    earlier = [
        hop
        for hop in hops
        if hop.source
        and hop.rule.startswith(("quotation", "verb.clause"))
        and min(span.start for span in hop.content) < quotation.span.start
    ]
    return earlier[-1] if earlier else None
