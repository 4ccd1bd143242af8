"""Read denials that hang on what they deny: "…, which he denies", "…, a charge the bank called baseless"."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from briefing.analysis.attribution.attribution_rules import PLEA, Attributed, can_speak
from briefing.analysis.attribution.quotations import MARKS
from briefing.analysis.syntax.dependencies import (
    auxiliaries,
    is_negated,
    is_passive,
    outside,
    own_subject,
    phrase,
    spans_of,
    subtree,
    text_of,
)
from briefing.analysis.syntax.lexicon import Lexicon
from briefing.analysis.syntax.word_classes import NOMINAL, RELATIVE_TAGS, SUBJECT_RELATIVES, UNREAL_MODALS
from briefing.model import Block, Span, Spans, Stance, covering, overlap_length
from briefing.records import dataclass

DENIAL = "denial.clause"
CLEARED = "verb.charge"
OBJECT = "verb.object"

_PARTING = frozenset({",", "—", "–", "--", "-", "(", ";"})
_RELATIVE = frozenset({"which", "that"})
_SOMETHING = frozenset({"something"})
_DENIABLE = frozenset({Stance.SAYS, Stance.ACCUSES, Stance.CONFIRMS, Stance.KNOWS, Stance.BELIEVES, Stance.OBJECTS})
_BESIDE = frozenset({"ROOT", "advcl", "conj"})
"""What the clause of a denial is to the sentence, where it is not what somebody says."""

_ALL_OF = frozenset({"both", "all", "each", "some", "most", "none", "one"})
_CALLING = frozenset({"call", "label", "brand", "dismiss"})
_BEFORE_NOUN = frozenset({"DET", "ADJ", "NUM", "ADV"})
_FAR = 14
"""Words from the noun or pronoun that stands for what is denied to the verb that denies it."""

_VERDICT = 5
"""Words from "calls" to "baseless"."""


@dataclass(frozen=True, slots=True)
class Denial:
    """One denial that hangs on what it denies.

    Attributes:
        source: who denies.
        cue: the words by which.
        start: where the words begin that hang on what is denied.
        end: where they end.
        pointer: the words that stand for what is denied; empty for a bare "which".
        parted: whether a comma or a dash stands before them.
    """

    source: Spans
    cue: Spans
    start: int
    end: int
    pointer: Spans
    parted: bool


def with_denials(doc: Doc, block: Block, hops: Sequence[Attributed], lexicon: Lexicon) -> list[Attributed]:
    """The hops of a block, with each denial that hangs on a content as a hop of its own beside it."""
    found = list(hops)
    # Most blocks hold none, and to look at each of their words takes longer than to search them.
    if not lexicon.answers.denials.search(block.span.of(text_of(doc))):
        return found
    window = doc.char_span(block.span.start, block.span.end, alignment_mode="expand")
    for verb in window or ():
        if verb.pos_ not in {"VERB", "AUX"} and verb.tag_ not in {"VBN", "VBD", "NNS"}:
            continue
        cleared = _cleared(doc, verb, lexicon)
        if cleared is not None:
            found = [cleared, *(hop for hop in found if not overlap_length(hop.cue, cleared.cue))]
            continue
        denial = _denial(verb, lexicon)
        if denial is not None:
            found = _with(doc, denial, verb, found)
            continue
        pointed = _pointed(doc, verb, found, lexicon)
        if pointed is not None:
            found = pointed
    return _without_answers(doc, found, lexicon)


# Where a denial stands ------------------------------------------------------------------------------------------


def _denial(verb: Token, lexicon: Lexicon) -> Denial | None:
    """The denial that a verb carries, if it hangs on what it denies."""
    lemma = verb.lemma_.lower()
    verdict = _verdict(verb, lexicon) if lemma in lexicon.answers.naming else None
    if lemma not in lexicon.answers.denying and verdict is None:
        return None
    if is_negated(verb, lexicon.hedges.negators) or any(child.lower_ in UNREAL_MODALS for child in verb.children):
        return None
    agent = next((child for child in verb.children if child.dep_ == "agent"), None)
    last = verdict or verb
    if agent is not None and verb.tag_ == "VBN":
        source = {i for child in agent.children for i in phrase(child)}
        first = verb.i - 1
        while first > 0 and verb.doc[first].dep_ in {"auxpass", "aux", "advmod"} and verb.doc[first].head == verb:
            first -= 1
    else:
        named = _subject(verb, lexicon) or _subject_between(verb, lexicon)
        if named is None:
            return None
        source, first = named
    # Who denies can speak, whatever he is called; a verdict is also what things show.
    if not source or (verdict is not None and not (lemma in _CALLING or can_speak(verb.doc, source, lexicon))):
        return None
    return _introduced(verb, first, source, agent, last, lexicon)


def _verdict(verb: Token, lexicon: Lexicon) -> Token | None:
    """The word behind the verb by which it denies: "calls | baseless"."""
    for token in verb.doc[verb.i + 1 : verb.i + 1 + _VERDICT]:
        if token.text in _PARTING or token.is_sent_start:
            return None
        if token.lower_ in lexicon.answers.false:
            return token
    return None


def _subject(verb: Token, lexicon: Lexicon) -> tuple[set[int], int] | None:
    """The subject right before a verb, and the index of the word before it."""
    found = own_subject(verb)
    if found is None or found.i > verb.i or found.tag_ in RELATIVE_TAGS:
        return None
    words = phrase(found)
    if found.dep_ == "nsubj" and any(child.dep_ == "appos" for child in found.children):
        # "a claim minister Ivo Hart calls baseless": the name stands behind the title.
        words |= {i for child in found.children if child.dep_ == "appos" and child.i < verb.i for i in phrase(child)}
    words = {i for i in words if i < verb.i}
    # "a claim minister Hart calls baseless": the parser takes it all for the subject.
    inner = [i for i in sorted(words) if _stands_for_claim(verb.doc[i], lexicon) and i < max(words)]
    if inner and verb.doc[inner[0]].head.i in words:
        words = {i for i in words if i > inner[0]}
    return words, min(words) - 1


def _subject_between(verb: Token, lexicon: Lexicon) -> tuple[set[int], int] | None:
    """The words between ", a charge" or ", which" and a verb whose subject the parser has not found."""
    doc = verb.doc
    if own_subject(verb) is not None:
        return None
    for i in range(verb.i - 1, max(1, verb.i - _FAR), -1):
        word = doc[i]
        if word.is_sent_start:
            return None
        if word.lower_ not in _RELATIVE and not _stands_for_claim(word, lexicon):
            continue
        before = doc[i - 1] if doc[i - 1].pos_ not in _BEFORE_NOUN else doc[i - 2]
        words = [j for j in range(i + 1, verb.i) if doc[j].pos_ not in {"AUX", "ADV"}]
        named = any(doc[j].pos_ in NOMINAL for j in words)
        relative = doc[i - 1].text if word.lower_ not in _RELATIVE else ","
        return (set(words), i) if named and (before.text in _PARTING or relative in _PARTING) else None
    return None


def _stands_for_claim(word: Token, lexicon: Lexicon) -> bool:
    if word.lower_ in _SOMETHING:
        return True
    spoken = lexicon.answers.spoken
    if word.lemma_.lower() in spoken and word.pos_ in {"NOUN", "PROPN"}:
        return True
    # In ", allegations the firm denies" the parser may take the first word for a verb.
    return word.lower_.removesuffix("s") in spoken and word.i > 0 and word.nbor(-1).text in _PARTING


def _introduced(
    verb: Token, before: int, source: set[int], agent: Token | None, last: Token, lexicon: Lexicon
) -> Denial | None:
    """The denial whose clause is led in by the word at `before`: "which", "a charge", "claims that"."""
    doc = verb.doc
    at, pointer = before, None
    if at >= 0 and doc[at].lower_ in _RELATIVE:
        relative = doc[at]
        at -= 1
        if at >= 0 and _stands_for_claim(doc[at], lexicon):
            pointer = doc[at]
        elif relative.lower_ == "that":
            return None
    elif at >= 0 and _stands_for_claim(doc[at], lexicon):
        pointer = doc[at]
    else:
        return None
    first = at + 1
    if pointer is not None:
        first = at
        while first > 0 and doc[first - 1].pos_ in _BEFORE_NOUN and not doc[first - 1].is_sent_start:
            first -= 1
        if first > 0 and doc[first - 1].pos_ in _BEFORE_NOUN:
            first -= 1
    if doc[first].is_sent_start or first == 0 or verb.i - first > _FAR:
        return None
    parted = doc[first - 1].text in _PARTING
    if not parted and pointer is None:
        return None
    cue = {i for i in auxiliaries(verb) if i not in source}
    if agent is not None:
        cue.add(agent.i)
    if last.i != verb.i:
        cue.add(last.i)
    end = _end(verb, last, source)
    start = doc[first].idx
    told = spans_of(doc, range(first, pointer.i + 1)) if pointer is not None else ()
    return Denial(spans_of(doc, source), spans_of(doc, cue), start, end, told, parted)


def _end(verb: Token, last: Token, source: Collection[int]) -> int:
    """Where the clause of a denial ends: behind the verb, its adverbs and its time."""
    doc = verb.doc
    until = max([last.i, verb.i, *(i for i in source if i > verb.i)])
    for token in doc[until + 1 :]:
        if token.is_sent_start or token.text in _PARTING or token.text in {".", "!", "?", ":"} or "\n" in token.text:
            break
        if token.dep_ in {"cc", "mark"} or token.text in MARKS or token.pos_ == "CCONJ":
            break
        until = token.i
    return doc[until].idx + len(doc[until].text)


def _cleared(doc: Doc, verb: Token, lexicon: Lexicon) -> Attributed | None:
    """Read "an inquiry cleared him of theft": who says that he did not do it."""
    if verb.lemma_.lower() not in lexicon.answers.clearing or is_negated(verb, lexicon.hedges.negators):
        return None
    passive = is_passive(verb)
    by = next((child for child in verb.children if child.dep_ == ("agent" if passive else "nsubj")), None)
    whom = next((child for child in verb.children if child.dep_ == ("nsubjpass" if passive else "dobj")), None)
    if by is None or whom is None or whom.tag_ in RELATIVE_TAGS:
        return None
    held = [*verb.children, *whom.children]
    charge = next((word for word in held if word.lower_ == "of" and word.i > max(verb.i, whom.i)), None)
    source = {i for child in by.children for i in phrase(child)} if passive else phrase(by)
    if (
        charge is None
        or charge.head.lower_ in _ALL_OF
        or by.tag_ in RELATIVE_TAGS
        or not can_speak(doc, source, lexicon)
    ):
        return None
    cue = auxiliaries(verb) | ({by.i} if passive else set())
    content = (subtree(whom) | subtree(charge)) - source - cue
    told = spans_of(doc, source), spans_of(doc, cue), spans_of(doc, content)
    return Attributed(*told, Stance.DENIES, CLEARED, False, verb.lemma_.lower())


def _pointed(doc: Doc, verb: Token, hops: Sequence[Attributed], lexicon: Lexicon) -> list[Attributed] | None:
    """Read "…, though his family disputes this": what only points is no part of what it points at."""
    if verb.lemma_.lower() not in lexicon.answers.denying or verb.dep_ not in _BESIDE:
        return None
    if is_negated(verb, lexicon.hedges.negators) or any(child.lower_ in UNREAL_MODALS for child in verb.children):
        return None
    who, what = own_subject(verb), next((child for child in verb.children if child.dep_ == "dobj"), None)
    if who is None or what is None or who.tag_ in RELATIVE_TAGS or is_passive(verb) or what.i < verb.i:
        return None
    if what.lower_ not in lexicon.answers.pronouns and not _stands_for_claim(what, lexicon):
        return None
    edge = min(child.left_edge.i for child in verb.children if child.dep_ in {"cc", "mark"} or child == who)
    joined = verb.dep_ == "conj" and edge > 0 and doc[edge - 1].dep_ == "cc"
    clause = spans_of(doc, range(edge - 1 if joined else edge, what.right_edge.i + 1))
    own = Span(verb.idx, verb.idx + len(verb.text))
    mine = [hop for hop in hops if any(span.overlaps(own) for span in hop.cue)]
    others = [cut for hop in hops if hop not in mine for cut in _cut(doc, hop, covering(clause), True)]
    cue = spans_of(doc, auxiliaries(verb))
    told = Attributed(spans_of(doc, phrase(who)), cue, spans_of(doc, subtree(what)), Stance.DENIES, OBJECT)
    return [*others, *(mine or [replace(told, cue_lemma=verb.lemma_.lower())])]


# What it denies -------------------------------------------------------------------------------------------------


def _with(doc: Doc, denial: Denial, verb: Token, hops: Sequence[Attributed]) -> list[Attributed]:
    """The hops with the denial cut out of the contents that held it, and as a hop of its own."""
    hole = Span(denial.start, denial.end)
    own = Span(verb.idx, verb.idx + len(verb.text))
    kept = [cut for hop in hops if not _is_of(hop, own, hole) for cut in _cut(doc, hop, hole, denial.parted)]
    # Who denies it accuses nobody: "was accused of theft, which he denied".
    kept = [hop if not overlap_length(hop.source, (hole,)) else replace(hop, source=()) for hop in kept]
    accusing = _accusing(doc, kept, denial) if denial.parted else None
    if accusing is not None:
        content = accusing.content
    elif denial.parted:
        content = () if denial.pointer == () else _clause_before(doc, denial)
    else:
        content = denial.pointer
    if not content:
        return list(hops)
    hop = Attributed(denial.source, denial.cue, content, Stance.DENIES, DENIAL, False, verb.lemma_.lower())
    return sorted([*kept, hop], key=lambda one: min(span.start for span in (*one.cue, *one.content)))


def _is_of(hop: Attributed, verb: Span, hole: Span) -> bool:
    """Whether a hop is another reading of the denial, or what it took for said within the denial."""
    if any(span.overlaps(verb) for span in hop.cue):
        return True
    return bool(hop.content) and hole.contains(covering(hop.content))


def _cut(doc: Doc, hop: Attributed, hole: Span, parted: bool) -> Iterator[Attributed]:
    if not overlap_length(hop.content, (hole,)):
        yield hop
        return
    if not parted:
        yield hop
        return
    text = text_of(doc)
    pieces = (kept for span in hop.content for kept in outside(text, span, hole))
    content = tuple(piece for piece in pieces if any(letter.isalnum() for letter in piece.of(text)))
    if content:
        yield replace(hop, content=content, readings=())


def _accusing(doc: Doc, hops: Iterable[Attributed], denial: Denial) -> Attributed | None:
    """The hop that ends where the denial begins; of several, the one with the shortest content."""
    near = [hop for hop in hops if hop.stance in _DENIABLE and _ends_before(doc, hop, denial.start)]
    return min(near, key=lambda hop: sum(map(len, hop.content)), default=None)


def _ends_before(doc: Doc, hop: Attributed, start: int) -> bool:
    """Whether the words of a hop end right before a place, with no more than whom it was told to between."""
    if max(span.end for span in hop.content) > start:
        return False
    end = max(span.end for span in (*hop.source, *hop.cue, *hop.content) if span.end <= start)
    between = text_of(doc)[end:start]
    return len(between) <= _GAP and not any(mark in between for mark in ".!?;\n")


_GAP = 16
"""Code points between what is denied and the denial: "… said | in court, | which he denies"."""


def _clause_before(doc: Doc, denial: Denial) -> Spans:
    """The sentence up to the denial, where nobody is said to have said it."""
    word = doc.char_span(denial.start, denial.start + 1, alignment_mode="expand")
    if word is None:
        return ()
    first = word[0].i
    while first > 0 and not doc[first].is_sent_start:
        first -= 1
    return spans_of(doc, range(first, word[0].i))


# Who denies it, beside his name ---------------------------------------------------------------------------------


def _without_answers(doc: Doc, hops: Sequence[Attributed], lexicon: Lexicon) -> list[Attributed]:
    """The hops, and none with a clause in it by which its subject denies it: "Odd, who pleaded not guilty, …"."""
    asides = [span for hop in hops for span in _aside(doc, hop)]
    if not asides:
        return list(hops)
    text = text_of(doc)
    found: list[Attributed] = []
    for hop in hops:
        held = [aside for aside in asides if not any(aside.overlaps(span) for span in hop.cue)]
        content = hop.content
        for aside in held:
            content = tuple(kept for span in content for kept in outside(text, span, aside))
        if content:
            found.append(hop if content == hop.content else replace(hop, content=content, readings=()))
    return found


def _aside(doc: Doc, hop: Attributed) -> Iterator[Span]:
    """The relative clause that a hop is, if its source denies there what is said around it."""
    if (hop.rule != PLEA and hop.stance is not Stance.DENIES) or not hop.cue or hop.rule == DENIAL:
        return
    words = doc.char_span(hop.cue[0].start, hop.cue[-1].end, alignment_mode="expand")
    verb = words.root if words is not None else None
    if verb is None or verb.dep_ != "relcl":
        return
    who = own_subject(verb)
    if who is None or who.lower_ not in SUBJECT_RELATIVES or who.i == 0 or doc[who.i - 1].text not in _PARTING:
        return
    end = max(span.end for span in (*hop.cue, *hop.content))
    yield Span(who.idx, end)
