"""Read whose word a denial names: "rejected Bell's claim that it fell" tells what Bell said, too."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from briefing.analysis.attribution.attribution_rules import Attributed, can_speak
from briefing.analysis.syntax.dependencies import auxiliaries, own_subject, phrase, spans_of, words_in
from briefing.analysis.syntax.lexicon import Lexicon
from briefing.model import Spans, Stance, overlap_length

DENIED = "noun.denied"

_OWNING = frozenset({"by", "from", "of", "in"})
_FIRST = 5
"""Words at the beginning of a content among which the noun stands: "a series of claims by …"."""

_FEWEST = 3


def with_denied(doc: Doc, hops: Sequence[Attributed], lexicon: Lexicon) -> list[Attributed]:
    """The hops, and beside each denial the claim that it denies, where it tells it with whose it is."""
    found: list[Attributed] = []
    for hop in hops:
        told = _told(doc, hop, lexicon) if hop.stance is Stance.DENIES and not hop.negated else None
        if told is None:
            found.append(hop)
            continue
        kept, denied = told
        found.append(kept)
        if not any(_is_same(denied, other) for other in hops):
            found.append(denied)
    return found


def _is_same(denied: Attributed, other: Attributed) -> bool:
    return any(span.overlaps(cue) for span in denied.cue for cue in other.cue)


def _told(doc: Doc, hop: Attributed, lexicon: Lexicon) -> tuple[Attributed, Attributed] | None:
    """The denial, and the claim with its own source that its content tells."""
    longest = max([hop.content, *(content for _, content in hop.readings)], key=lambda spans: sum(map(len, spans)))
    words = words_in(doc, longest)
    noun = next((word for word in words[:_FIRST] if _is_word_for_claim(word, lexicon)), None)
    if noun is None:
        return None
    return _relative(doc, hop, words, lexicon) or _owned(doc, hop, words, noun, lexicon)


def _is_word_for_claim(word: Token, lexicon: Lexicon) -> bool:
    return word.pos_ == "NOUN" and word.lemma_.lower() in lexicon.answers.spoken


def _owned(
    doc: Doc, hop: Attributed, words: Sequence[Token], noun: Token, lexicon: Lexicon
) -> tuple[Attributed, Attributed] | None:
    """Read "the claim by Bell that the dam would fall"."""
    that = next((word for word in words if word.lower_ == "that" and word.i > noun.i), None)
    owner = next(_owners(noun), None)
    if that is None or owner is None or owner.i > that.i:
        return None
    source = {i for i in phrase(owner) if i < that.i and doc[i].dep_ != "case"}
    clause = [word.i for word in words if word.i > that.i]
    if len(clause) < _FEWEST or not can_speak(doc, source, lexicon):
        return None
    told = spans_of(doc, source), spans_of(doc, {noun.i}), spans_of(doc, clause)
    whole = replace(hop, content=spans_of(doc, [word.i for word in words]), readings=())
    if overlap_length(hop.source, told[0]):
        # Who is denied was taken for who denies.
        whole = replace(whole, source=_denier(doc, hop))
    return whole, Attributed(*told, Stance.SAYS, DENIED, False, noun.lemma_.lower())


def _denier(doc: Doc, hop: Attributed) -> Spans:
    who = [own_subject(word) for word in words_in(doc, hop.cue)]
    return next((spans_of(doc, phrase(word)) for word in who if word is not None), ())


def _owners(noun: Token) -> Iterator[Token]:
    for child in noun.children:
        if child.dep_ == "poss":
            yield child
        elif child.dep_ in {"prep", "agent"} and child.lower_ in _OWNING - {"in"}:
            yield from (part for part in child.children if part.dep_ == "pobj")


def _relative(
    doc: Doc, hop: Attributed, words: Sequence[Token], lexicon: Lexicon
) -> tuple[Attributed, Attributed] | None:
    """Read "the claims in the suit, which alleges that the dam leaks": what it alleges is no part of the denial."""
    for which in words:
        verb = which.head
        if which.tag_ != "WDT" or which.dep_ != "nsubj" or verb.dep_ != "relcl" or which.i == words[0].i:
            continue
        owner = doc[which.i - 1] if not doc[which.i - 1].is_punct else doc[which.i - 2]
        if lexicon.cues.stance(verb.lemma_.lower()) not in {Stance.SAYS, Stance.ACCUSES}:
            continue
        source, cue = phrase(owner), auxiliaries(verb)
        clause = [word.i for word in words if word.i > max(cue)]
        if len(clause) < _FEWEST:
            continue
        kept = spans_of(doc, [word.i for word in words if word.i < which.i])
        told = spans_of(doc, source), spans_of(doc, cue), spans_of(doc, clause)
        denied = Attributed(*told, Stance.SAYS, DENIED, False, verb.lemma_.lower())
        return replace(hop, content=kept, readings=()), denied
    return None
