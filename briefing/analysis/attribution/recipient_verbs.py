"""Tell who hears from who says: "residents learned of the plan" is nothing that the residents said."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from briefing.analysis.attribution.attribution_rules import Attributed, can_speak
from briefing.analysis.names.name_lexicon import names
from briefing.analysis.syntax.dependencies import (
    AUXILIARIES,
    SUBJECTS,
    head_of,
    is_negated,
    is_passive,
    phrase,
    spans_of,
    subject,
    subtree,
    words_in,
)
from briefing.analysis.syntax.lexicon import Lexicon
from briefing.analysis.syntax.word_classes import FINITE_TAGS
from briefing.model import Spans, overlap_length

_ASKING = frozenset({"ask", "question", "press", "quiz"})


def without_hearers(doc: Doc, hops: Iterable[Attributed], lexicon: Lexicon) -> Iterator[Attributed]:
    """The hops, with those of hearing given to whom it was heard from, or to nobody.

    Those that only tell of what somebody heard ("heard about the cuts") are left out.
    """
    for hop in hops:
        if any(map(_is_asked, words_in(doc, hop.cue))):
            continue
        verb = next((token for token in words_in(doc, hop.cue) if _receives(token, lexicon)), None)
        if verb is None or not _is_hearer(doc, verb, hop) or _is_outlet(doc, verb, lexicon):
            yield hop
            continue
        content = _without_hearer(doc, verb, hop.content)
        giver = _giver(doc, verb, lexicon)
        if content and not _is_denied(verb, hop, lexicon) and _is_told(doc, verb, content, giver):
            yield replace(hop, source=giver, content=content, rule="hearing")


def _is_asked(verb: Token) -> bool:
    """Whether a participle says that the one who speaks next was asked: "asked whether it was true, she …"."""
    alone = not any(child.dep_ in AUXILIARIES or child.dep_ in SUBJECTS for child in verb.children)
    return verb.lemma_.lower() in _ASKING and verb.tag_ in {"VBN", "VBD"} and alone and verb.is_sent_start is True


def _receives(verb: Token, lexicon: Lexicon) -> bool:
    """Whether the subject of a verb is told what its clause says: "learned", "found out", "was informed"."""
    lemma = verb.lemma_.lower()
    if verb.pos_ != "VERB":
        return False
    if is_passive(verb):
        return lemma in lexicon.cues.told
    particle = next((child.lower_ for child in verb.children if child.dep_ == "prt"), "")
    return f"{lemma} {particle}".strip() in lexicon.cues.hearing


def _is_hearer(doc: Doc, verb: Token, hop: Attributed) -> bool:
    """Whether the hop does not name a source already that is another than the verb's subject."""
    who = subject(verb)
    if not hop.source or who is None:
        return True
    agents = [child for child in verb.children if child.dep_ == "agent"]
    named = spans_of(doc, {i for agent in agents for part in agent.children for i in phrase(part)})
    return bool(overlap_length(hop.source, spans_of(doc, phrase(who))) or overlap_length(hop.source, named))


def _is_denied(verb: Token, hop: Attributed, lexicon: Lexicon) -> bool:
    return hop.negated or is_negated(verb, lexicon.hedges.negators)


def _is_outlet(doc: Doc, verb: Token, lexicon: Lexicon) -> bool:
    """Whether an outlet tells its own readers: "the Herald has learned that …"."""
    who = subject(verb)
    if who is None or is_passive(verb):
        return False
    words = [doc[i] for i in sorted(phrase(who))]
    name = " ".join(word.text for word in words)
    media = lexicon.sources.media
    return name.lower() in lexicon.sources.outlets or names().is_outlet(name) or who.lemma_.lower() in media


def _without_hearer(doc: Doc, verb: Token, content: Spans) -> Spans:
    who = [child for child in verb.children if child.dep_ in SUBJECTS]
    hearer = spans_of(doc, {i for word in who for i in phrase(word)})
    return tuple(piece for piece in content if not overlap_length((piece,), hearer))


def _is_told(doc: Doc, verb: Token, content: Spans, giver: Spans) -> bool:
    """Whether a content is what the subject of a verb was told: "how to fight" and "a bang" are not."""
    head = head_of(words_in(doc, content))
    if head is None:
        return False
    # An order is a claim of who gave it: "residents were told by police to leave".
    if head.dep_ == "xcomp" and head.head.i == verb.i:
        return bool(giver) and is_passive(verb)
    return _is_clause_of(verb, head) and _is_finite(head)


def _is_clause_of(verb: Token, head: Token) -> bool:
    """Whether a clause hangs on the verb, or has the verb in its midst ("the mine, she learned, would close")."""
    if head.dep_ == "ccomp":
        return bool(head.head.i == verb.i)
    # The parser takes it for a clause of the noun before it: "learned from the hospital that it would close".
    if head.dep_ in {"relcl", "acl"}:
        return head.left_edge.lower_ == "that" and head.head.i in subtree(verb)
    return verb.dep_ == "parataxis" and bool(verb.head.i == head.i)


def _is_finite(verb: Token) -> bool:
    """Whether a verb has a time of its own; after "that" it does, whatever the tagger sees."""
    return verb.tag_ in FINITE_TAGS or any(
        child.dep_ == "mark" or (child.dep_ in AUXILIARIES and child.tag_ in FINITE_TAGS) for child in verb.children
    )


def _giver(doc: Doc, verb: Token, lexicon: Lexicon) -> Spans:
    """Whom it was heard from; a way that it took ("by letter") is nobody."""
    leading = [c for c in verb.children if c.dep_ == "agent" or (c.dep_ == "prep" and c.lower_ == "from")]
    for word in (part for child in leading for part in child.children if part.dep_ == "pobj"):
        bare = word.pos_ == "NOUN" and not any(child.dep_ in {"det", "poss", "amod"} for child in word.children)
        source = phrase(word)
        if not (bare and word.lemma_.lower() in lexicon.sources.channels) and can_speak(doc, source, lexicon):
            return spans_of(doc, source)
    return ()
