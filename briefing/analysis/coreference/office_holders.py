"""Learn from the sentences who holds which office: "Ruiz, the speaker", "the speaker, Ruiz", "Ruiz is a senator"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from briefing.analysis.names.mentions import NamedMention
from briefing.analysis.names.name_clusters import Cluster
from briefing.analysis.names.name_lexicon import Names, plain
from briefing.analysis.syntax.conjuncts import all_joined
from briefing.model import ActorKind

_OF_BODIES = frozenset({"customer", "partner", "member", "supporter", "victim", "friend", "executive", "source"})
"""Nouns for one of many that bodies are called by, too: "Acme, a customer of the port"."""

_SETTING_OFF = frozenset({",", ".", ";"})
_SAID_OF = frozenset({"det", "amod", "compound", "nmod", "poss"})


def learn_offices(doc: Doc, actors: list[Cluster], names: Names) -> None:
    """Add the offices, and the gender that they tell, to the persons among `actors`."""
    for cluster in actors:
        if cluster.kind is not ActorKind.PERSON and _is_called_somebody(doc, cluster, names):
            cluster.kind = ActorKind.PERSON
        if cluster.kind is not ActorKind.PERSON:
            continue
        for mention in cluster.mentions:
            for noun in _nouns_of(doc[mention.head], mention.start):
                _learn(cluster, noun, names)


def _nouns_of(head: Token, start: int) -> Iterator[Token]:
    for child in head.children:
        if child.dep_ == "appos" and child.pos_ in ("NOUN", "PROPN"):
            yield from _with_joined(child)
    if head.dep_ == "appos" and head.head.i < start and head.head.pos_ in ("NOUN", "PROPN"):
        yield head.head
    if head.dep_ == "nsubj" and head.head.lemma_ in ("be", "become"):
        for child in head.head.children:
            if child.dep_ == "attr" and child.pos_ == "NOUN" and not _negated(head.head):
                yield from _with_joined(child)


def _is_called_somebody(doc: Doc, cluster: Cluster, names: Names) -> bool:
    """Whether a name that was taken for a body is followed by what only a person can be ("Ruiz, legal director")."""
    if any(mention.sure for mention in cluster.mentions):
        return False
    appositions = [
        plain(noun.lemma_)
        for mention in cluster.mentions
        for noun in (*_beside(doc[mention.head], mention.start), *_before_comma(doc, mention))
    ]
    return any(
        (word in names.office and word not in names.of_bodies)
        or (word in names.person_nouns and word not in names.office and word not in _OF_BODIES)
        for word in appositions
    )


def _beside(head: Token, start: int) -> Iterator[Token]:
    """The nouns in apposition to a name, before and behind it: "the drummer, Ruiz", "Ruiz, legal director"."""
    yield from (child for child in head.children if child.dep_ == "appos" and child.pos_ in ("NOUN", "PROPN"))
    if head.dep_ == "appos" and head.head.i < start and head.head.pos_ == "NOUN":
        yield head.head


def _before_comma(doc: Doc, mention: NamedMention) -> Iterator[Token]:
    """The noun before a name that is set off by commas, where the parser does not see that they are one."""
    before = mention.start - 2
    set_off = before >= 0 and doc[mention.start - 1].text == "," and mention.end < len(doc)
    if set_off and doc[mention.end].text in _SETTING_OFF and doc[before].tag_ == "NN":
        yield doc[before]


def _with_joined(noun: Token) -> Iterator[Token]:
    yield noun
    yield from (other for other in all_joined(noun) if other.pos_ == "NOUN" and other != noun)


def _negated(verb: Token) -> bool:
    return any(child.dep_ == "neg" for child in verb.children)


def _learn(cluster: Cluster, noun: Token, names: Names) -> None:
    word = plain(noun.lemma_)
    if noun.pos_ == "PROPN" and word not in names.office and word not in names.person_nouns:
        # A name that the parser takes to stand beside another is nothing that one is called.
        return
    cluster.called.add(names.role(word))
    gender = names.office.get(word) or names.person_nouns.get(word)
    if gender:
        cluster.genders[gender] += 1
    if word not in names.office:
        return
    cluster.roles.add(names.role(word))
    for child in noun.lefts:
        if child.dep_ in _SAID_OF:
            cluster.title_words.update(plain(part.text) for part in child.subtree if part.is_alpha)
