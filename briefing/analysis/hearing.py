"""Tell who hears from who says: "residents learned of the plan" is nothing that the residents said."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from briefing.analysis.attributions import Attributed, can_speak
from briefing.analysis.lexicon import Lexicon
from briefing.analysis.names import names
from briefing.analysis.trees import SUBJECTS, head_of, is_negated, phrase, spans_of, subject, words_in
from briefing.model import Spans, overlap_length

_CLAUSES = frozenset({"ccomp", "xcomp", "relcl", "acl", "advcl", "ROOT"})


def without_hearers(doc: Doc, hops: Iterable[Attributed], lexicon: Lexicon) -> Iterator[Attributed]:
    """The hops, with those of hearing given to whom it was heard from, or to nobody.

    Those that only tell of what somebody heard ("heard about the cuts") are left out.
    """
    for hop in hops:
        verb = next((token for token in words_in(doc, hop.cue) if _receives(token, lexicon)), None)
        if verb is None or not _is_hearer(doc, verb, hop) or _is_outlet(doc, verb, lexicon):
            yield hop
            continue
        content = _without_hearer(doc, verb, hop.content)
        if content and not _is_denied(verb, hop, lexicon) and _is_clause(doc, content):
            yield replace(hop, source=_giver(doc, verb, lexicon), content=content, rule="hearing")


def _receives(verb: Token, lexicon: Lexicon) -> bool:
    """Whether the subject of a verb is told what its clause says: "learned", "found out", "was informed"."""
    lemma = verb.lemma_.lower()
    if verb.pos_ != "VERB":
        return False
    if any(child.dep_ == "auxpass" for child in verb.children):
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
    if who is None or any(child.dep_ == "auxpass" for child in verb.children):
        return False
    words = [doc[i] for i in sorted(phrase(who))]
    name = " ".join(word.text for word in words)
    media = lexicon.sources.media
    return name.lower() in lexicon.sources.outlets or names().is_outlet(name) or who.lemma_.lower() in media


def _without_hearer(doc: Doc, verb: Token, content: Spans) -> Spans:
    who = [child for child in verb.children if child.dep_ in SUBJECTS]
    hearer = spans_of(doc, {i for word in who for i in phrase(word)})
    return tuple(piece for piece in content if not overlap_length((piece,), hearer))


def _is_clause(doc: Doc, content: Spans) -> bool:
    head = head_of(words_in(doc, content))
    return head is not None and head.pos_ in {"VERB", "AUX"} and head.dep_ in _CLAUSES and head.tag_ != "VBG"


def _giver(doc: Doc, verb: Token, lexicon: Lexicon) -> Spans:
    """Whom it was heard from; a way that it took ("by letter") is nobody."""
    leading = [c for c in verb.children if c.dep_ == "agent" or (c.dep_ == "prep" and c.lower_ == "from")]
    for word in (part for child in leading for part in child.children if part.dep_ == "pobj"):
        bare = word.pos_ == "NOUN" and not any(child.dep_ in {"det", "poss", "amod"} for child in word.children)
        source = phrase(word)
        if not (bare and word.lemma_.lower() in lexicon.sources.channels) and can_speak(doc, source, lexicon):
            return spans_of(doc, source)
    return ()
