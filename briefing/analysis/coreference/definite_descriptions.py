"""Read a noun with its words before it as a description of somebody: definite or not, one or two, with what besides."""

from spacy.tokens import Token

from briefing.analysis.names.name_lexicon import Names, plain
from briefing.analysis.syntax.word_classes import DEFINITE
from briefing.records import dataclass


@dataclass(frozen=True, slots=True)
class Description:
    """A noun with what stands before it ("the former senator"): tokens `[start, end)`.

    Attributes:
        definite: whether it points at somebody the reader knows.
        introducing: whether it brings in somebody new ("a judge").
        two: whether it means two ("both sides", "the two leaders").
        modifiers: what stands before the noun besides article and number, lower case.
        restricted: whether a phrase or clause behind it says which one, so that it may be somebody new.
    """

    start: int
    end: int
    definite: bool
    introducing: bool
    two: bool
    modifiers: tuple[str, ...]
    restricted: bool


def description_at(token: Token) -> Description | None:
    """The description whose noun is `token`; None if it is part of a longer name or title."""
    if token.dep_ == "compound":
        return None
    if token.lower_ == "both" and token.pos_ == "DET":
        return None
    start, definite, introducing, two = token.i, False, False, False
    modifiers: list[str] = []
    for child in token.lefts:
        if child.dep_ in ("det", "predet", "nummod", "amod", "compound", "nmod", "poss", "advmod"):
            start = min(start, child.left_edge.i)
        introducing = introducing or child.lower_ in ("a", "an", "another", "one")
        if child.lower_ in DEFINITE:
            definite = True
            two = two or child.lower_ == "both"
        elif child.lower_ in ("two", "2"):
            two = True
        elif child.dep_ in ("amod", "compound", "nmod", "poss") and child.lower_ not in ("own", "same"):
            modifiers.extend(plain(part.text) for part in child.subtree if part.is_alpha)
    restricted = any(
        (child.dep_ == "prep" and child.lower_ in ("of", "for", "from", "in", "at", "with"))
        or child.dep_ in ("relcl", "acl")
        for child in token.rights
        if child.i == token.i + 1 or (child.dep_ in ("relcl", "acl") and not _is_set_off(child))
    )
    return Description(start, token.i + 1, definite, introducing, two and definite, tuple(modifiers), restricted)


def _is_set_off(clause: Token) -> bool:
    """Whether a clause behind a comma only tells more, and not which one is meant: "the senator, who lost, said"."""
    first = clause.left_edge.i
    return first > 0 and clause.doc[first - 1].text == ","


def says_whose(token: Token, names: Names) -> bool:
    """Whether a noun only says whose somebody is: "president" in "the wife of the president"."""
    if token.dep_ != "pobj":
        return False
    owner = plain(token.head.head.lemma_)
    return owner in names.office or owner in names.person_nouns
