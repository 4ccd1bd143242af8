"""Of whom the clauses of a content tell: of who speaks, of his side, of another, or of a thing."""

from collections.abc import Callable, Iterable
from enum import StrEnum

from spacy.tokens import Doc, Token

from briefing.analysis.syntax.dependencies import SUBJECTS
from briefing.analysis.syntax.word_classes import FIRST_PERSON
from briefing.model import Span, Voice

_FIRST_OWNERS = frozenset({"my", "our"})
_MOST_CLAUSES = 8

ActorsAt = Callable[[Span], Iterable[str]]


class Subject(StrEnum):
    """Of whom a clause tells."""

    SPEAKER = "speaker"
    SIDE = "side"
    ANOTHER = "another"
    PERSON = "person"
    THING = "thing"


def clause_subjects(
    doc: Doc, tokens: Iterable[int], voice: Voice, origin: frozenset[str], side: frozenset[str], actors_at: ActorsAt
) -> tuple[tuple[Token, Subject], ...]:
    """The verb of each clause among the tokens that has a subject there, and of whom it tells; in text order.

    Args:
        doc: the parsed article.
        tokens: indices of the content's words.
        voice: how the content is given; "I" is the speaker where it is not reported speech.
        origin: ids of the actors who say it.
        side: ids of those for whom they speak.
        actors_at: ids of the actors whose mention a place is.
    """
    found = []
    for index in sorted(tokens):
        token = doc[index]
        if token.dep_ in SUBJECTS and token.head.pos_ in {"VERB", "AUX"}:
            found.append((token.head, _of_whom(token, voice, origin, side, actors_at)))
            if len(found) == _MOST_CLAUSES:
                break
    return tuple(found)


def _of_whom(word: Token, voice: Voice, origin: frozenset[str], side: frozenset[str], actors_at: ActorsAt) -> Subject:
    if voice is not Voice.INDIRECT and word.lower_ in FIRST_PERSON:
        return Subject.SPEAKER
    actors = set(actors_at(Span(word.idx, word.idx + len(word.text))))
    owner = next((child for child in word.children if child.dep_ == "poss"), None)
    if not actors and owner is not None:
        if voice is not Voice.INDIRECT and owner.lower_ in _FIRST_OWNERS:
            return Subject.SIDE
        if origin & set(actors_at(Span(owner.idx, owner.idx + len(owner.text)))):
            return Subject.SIDE
    if actors & origin:
        return Subject.SPEAKER
    if actors & side:
        return Subject.SIDE
    if actors:
        return Subject.ANOTHER
    return Subject.PERSON if word.pos_ == "PRON" and word.lower_ in {"he", "she", "they", "you"} else Subject.THING
