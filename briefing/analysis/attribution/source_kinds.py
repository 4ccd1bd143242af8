"""Tell what kind of source somebody is: a person, an outlet, a document, or somebody without a name."""

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from briefing.analysis.syntax.lexicon import Sources
from briefing.model import Actor, ActorKind, SourceKind, Spans

_KINDS = {
    ActorKind.PERSON: SourceKind.PERSON,
    ActorKind.ORGANIZATION: SourceKind.ORGANIZATION,
    ActorKind.GOVERNMENT: SourceKind.GOVERNMENT,
    ActorKind.COUNTRY: SourceKind.GOVERNMENT,
    ActorKind.MEDIA: SourceKind.OUTLET,
    ActorKind.DOCUMENT: SourceKind.DOCUMENT,
    ActorKind.GROUP: SourceKind.GROUP,
}
_ENTITIES = {
    "PERSON": SourceKind.PERSON,
    "ORG": SourceKind.ORGANIZATION,
    "GPE": SourceKind.GOVERNMENT,
    "NORP": SourceKind.GROUP,
    "FAC": SourceKind.ORGANIZATION,
    "WORK_OF_ART": SourceKind.DOCUMENT,
    "LAW": SourceKind.DOCUMENT,
}
_SPEAKERS_FOR = frozenset({"spokesman", "spokeswoman", "spokesperson", "representative"})
_QUANTIFIERS = frozenset({"some", "many", "several", "few", "other", "most", "numerous", "various", "certain"})


def kind_of_source(doc: Doc, source: Spans, actors: tuple[Actor, ...], words: Sources) -> SourceKind:
    """What the source is, by its actors if it resolves to some, else by its own words."""
    if not source:
        return SourceKind.UNNAMED
    tokens = doc.char_span(source[0].start, source[-1].end, alignment_mode="expand")
    if tokens is None:
        return SourceKind.UNNAMED
    text = tokens.text.lower()
    head = tokens.root
    if any(phrase in text for phrase in words.shields):
        return SourceKind.UNNAMED
    if text in words.outlets or (text.startswith("the ") and text[4:] in words.outlets):
        return SourceKind.OUTLET
    if actors and actors[0].kind is not ActorKind.GROUP:
        return _KINDS[actors[0].kind]
    return _by_words(tokens, head, actors, words)


def _by_words(tokens: Tokens, head: Token, actors: tuple[Actor, ...], words: Sources) -> SourceKind:
    lemma = head.lemma_.lower()
    definite = any(child.lower_ in {"the", "this", "that"} or child.dep_ == "poss" for child in head.children)
    if lemma in words.media:
        return SourceKind.OUTLET
    if lemma in words.offices and definite and head.tag_ == "NN":
        return SourceKind.PERSON
    if lemma in _SPEAKERS_FOR:
        named = any(
            token.ent_type_ in {"ORG", "GPE", "PERSON"}
            or token.pos_ == "PROPN"
            or token.lemma_ in words.grouped | words.offices
            for token in tokens
        )
        return SourceKind.ORGANIZATION if named else SourceKind.UNNAMED
    if any(token.lower_ in _QUANTIFIERS for token in tokens) or (lemma in words.unnamed and head.pos_ != "PROPN"):
        named_after = any(token.dep_ == "appos" and token.pos_ == "PROPN" for token in tokens)
        return SourceKind.PERSON if named_after else SourceKind.UNNAMED
    if lemma in words.documents:
        return SourceKind.DOCUMENT
    if actors:
        return SourceKind.GROUP
    if head.tag_ in {"PRP", "PRP$", "WP"}:
        return SourceKind.GROUP if head.lower_ in {"they", "we", "their"} else SourceKind.PERSON
    if head.ent_type_ in _ENTITIES:
        return _ENTITIES[head.ent_type_]
    if head.pos_ == "PROPN":
        return SourceKind.PERSON
    if lemma in words.grouped:
        return SourceKind.ORGANIZATION
    return SourceKind.PERSON if definite and head.tag_ == "NN" else SourceKind.UNNAMED
