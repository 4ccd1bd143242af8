"""Deeds that only look like words: "the board | appointed | her as secretary" claims nothing."""

from collections.abc import Iterable

from spacy.tokens import Doc, Token

from briefing.analysis.attribution.attribution_rules import Attributed
from briefing.analysis.names.name_lexicon import names
from briefing.analysis.syntax.dependencies import SUBJECTS, words_in
from briefing.analysis.syntax.lexicon import Lexicon
from briefing.analysis.syntax.word_classes import FINITE_TAGS


def without_appointments(doc: Doc, hops: Iterable[Attributed], lexicon: Lexicon) -> list[Attributed]:
    """The hops but for those by which somebody is given an office, and not told of."""
    return [hop for hop in hops if not _is_appointment(doc, hop, lexicon)]


def _is_appointment(doc: Doc, hop: Attributed, lexicon: Lexicon) -> bool:
    lemma = hop.cue_lemma
    if lemma not in lexicon.cues.appointing and lemma not in lexicon.cues.installing:
        return False
    words = words_in(doc, hop.content)
    if not words or any(word.tag_ in FINITE_TAGS for word in words) or words[0].tag_ == "TO":
        return False
    verb = next((word for word in words_in(doc, hop.cue) if word.lemma_.lower() == lemma), None)
    if verb is None or not any(child.dep_ in SUBJECTS or child.dep_ == "agent" for child in verb.children):
        # "The plan to elect …" and the like are read by other rules.
        return verb is not None and lemma in lexicon.cues.appointing
    return lemma in lexicon.cues.appointing or _is_given_office(words)


def _is_given_office(words: list[Token]) -> bool:
    """Whether somebody is made something ("her head of the navy", "Ruiz as minister"), and not said to be it."""
    known = names()
    offices = [word for word in words[1:] if word.lemma_.lower() in known.office or word.lemma_.lower() in _POSTS]
    return any(_follows_person(word, words) for word in offices)


_POSTS = frozenset({"head", "successor", "heir", "chief", "boss", "captain", "manager", "trainer", "person", "member"})


def _follows_person(office: Token, words: list[Token]) -> bool:
    """Whether an office stands behind whom it is given to, with "as", "to" or nothing between."""
    before = [word for word in words if word.i < office.i and word.dep_ not in {"det", "amod", "compound", "nmod"}]
    return bool(before) and (before[-1].lower_ in ("as", "to", "be") or before[-1].pos_ in ("PRON", "PROPN"))
