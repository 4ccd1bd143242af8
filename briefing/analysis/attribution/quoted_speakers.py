"""Read "Holm was quoted by the Herald as saying …" and "the Herald quoted Holm as saying …": who passes on whose."""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from briefing.analysis.attribution.attribution_rules import Attributed
from briefing.analysis.syntax.dependencies import (
    antecedent,
    auxiliaries,
    is_passive,
    outside,
    phrase,
    spans_of,
    subject,
    text_of,
    words_in,
)
from briefing.analysis.syntax.lexicon import Lexicon
from briefing.model import Block, Span, Spans, Stance

QUOTED = "relay.quoted"
"""The rule of "the paper quoted her as saying"."""

_MOST_NAMED = 12
"""Words of the longest name with its office that is taken whole."""


def with_quoted(doc: Doc, block: Block, hops: Sequence[Attributed], lexicon: Lexicon) -> list[Attributed]:
    """The hops, with what somebody is quoted as saying given to him, through who quotes him."""
    found = list(hops)
    window = doc.char_span(block.span.start, block.span.end, alignment_mode="expand")
    for verb in window or ():
        saying = _saying(verb, lexicon)
        if saying is None:
            continue
        passive = is_passive(verb)
        speaker = next((child for child in verb.children if child.dep_ == ("nsubjpass" if passive else "dobj")), None)
        if speaker is None or not (passive or subject(verb)):
            continue
        read = [hop for hop in found if any(word.i in {verb.i, saying.i} for word in words_in(doc, hop.cue))]
        source = spans_of(doc, _named(doc, speaker, verb) if passive else phrase(speaker))
        content = max((_said(doc, hop, source, verb, saying) for hop in read), key=_length, default=())
        if content:
            found = [hop for hop in found if hop not in read]
            found.append(_quoted(doc, verb, saying, source, content))
    return sorted(found, key=lambda hop: min(span.start for span in (*hop.cue, *hop.content)))


def _saying(verb: Token, lexicon: Lexicon) -> Token | None:
    """The verb of saying in "quoted as saying"."""
    if verb.lemma_.lower() not in lexicon.sources.citing:
        return None
    below = [word for child in verb.children if child.lower_ == "as" for word in child.subtree]
    return next(
        (word for word in below if word.tag_ == "VBG" and word.lemma_.lower() in lexicon.sources.quoted_as), None
    )


def _named(doc: Doc, speaker: Token, verb: Token) -> set[int]:
    """The words before the verb, back to the last mark: "“…,” | the diver Sven Holm | was quoted"."""
    end = min(auxiliaries(verb) | {verb.i})
    start = next(
        (i + 1 for i in range(end - 1, verb.sent.start - 1, -1) if doc[i].is_punct or doc[i].is_quote), verb.sent.start
    )
    words = set(range(start, end))
    return words if speaker.i in words and len(words) <= _MOST_NAMED else phrase(speaker)


def _said(doc: Doc, hop: Attributed, source: Spans, verb: Token, saying: Token) -> Spans:
    """The content without who said it and what he is, and without who quotes him "as saying that"."""
    text, kept = text_of(doc), list(hop.content)
    begins = min((span.start for span in source), default=verb.idx)
    quoting = min((doc[i].idx for i in _passing_on(verb)), default=verb.idx)
    start, end = min(begins, quoting, verb.idx), saying.idx + len(saying.text)
    if start < end:
        kept = [piece for whole in kept for piece in outside(text, whole, Span(start, end))]
    return tuple(piece for piece in kept if any(letter.isalnum() for letter in piece.of(text)))


def _length(content: Spans) -> int:
    return sum(len(piece) for piece in content)


def _passing_on(verb: Token) -> set[int]:
    """The words for who quotes: the agent of "was quoted by", the subject of "quoted"."""
    if is_passive(verb):
        agents = [word for child in verb.children if child.dep_ == "agent" for word in child.children]
        return {i for word in agents for i in phrase(word)}
    found = subject(verb)
    return phrase(antecedent(found)) if found is not None else set()


def _quoted(doc: Doc, verb: Token, saying: Token, source: Spans, content: Spans) -> Attributed:
    quoting = spans_of(doc, _passing_on(verb))
    cue = spans_of(doc, auxiliaries(verb))
    said = (Span(saying.idx, saying.idx + len(saying.text)),)
    through = Attributed(quoting, cue, content, Stance.SAYS, "relay.quoting", cue_lemma="quote") if quoting else None
    return Attributed(
        source,
        said if through else (*cue, *said),
        content,
        Stance.SAYS,
        QUOTED,
        cue_lemma="say",
        through=through,
    )
