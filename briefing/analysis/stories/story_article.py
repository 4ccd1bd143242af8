"""An article as stories see it, and a statement of it with its vector."""

import re
from enum import Enum
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from briefing.model import SourceKind
from briefing.model.statement import Speaker, Statement
from briefing.model.story import AUTHORITIES, UNNAMED
from briefing.records import dataclass

_ASKING = frozenset({"who", "what", "which", "whose", "whether", "how", "why", "do", "does", "did"})
_SENTENCE_END = re.compile(r"[.!?\n]")

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class StoryArticle:
    """What stories need of an article.

    Attributes:
        key: names it among the others: a file, or the library's number.
        text: its text.
        title: its headline; empty if it has none.
        outlet: who published it.
        published: when, ISO 8601; empty if unknown.
        statements: what it says, in text order.
        vectors: of these, a row each.
        denials: pairs of claims of which the first denies the second.
    """

    key: str
    text: str
    title: str
    outlet: str
    published: str
    statements: tuple[Statement, ...]
    vectors: Floats
    denials: tuple[tuple[str, str], ...] = ()


class SaidOfTwo(Enum):
    """What the reader says of two statements."""

    SAME = "same"
    DIFFERENT = "different"
    DENIES = "denies"


@dataclass(frozen=True)
class ReadersWord:
    """The reader's word on two statements, each by its article's key and where its words begin."""

    said: SaidOfTwo
    left: tuple[str, int]
    right: tuple[str, int]


@dataclass(frozen=True)
class Told:
    """One statement of one article; `at` is its row among all that are compared."""

    article: StoryArticle
    statement: Statement
    at: int

    @cached_property
    def keys(self) -> frozenset[str]:
        """What it is about, by stem."""
        return frozenset(word for word, _ in self.statement.words)

    @cached_property
    def vector(self) -> Floats:
        """Its vector."""
        vector: Floats = self.article.vectors[self.article.statements.index(self.statement)]
        return vector

    @property
    def head(self) -> str:
        """The stem of the word that carries it."""
        return self.statement.head

    @cached_property
    def is_negated(self) -> bool:
        """Whether, all in all, it is said not to be so."""
        return self.statement.negated != self.statement.denied

    @cached_property
    def speakers(self) -> tuple[Speaker, ...]:
        """Whom it comes from: the innermost sources that are no outlets; none for the narrator.

        Several are given for what two say together.
        """
        chain = self.statement.chain
        speaking = [speaker for speaker in chain if speaker.kind is not SourceKind.OUTLET or speaker.body] or list(
            chain
        )
        last = max((speaker.hop for speaker in speaking), default=0)
        return tuple(speaker for speaker in speaking if speaker.hop == last)

    @cached_property
    def origins(self) -> tuple[str, ...]:
        """The same by name, each once."""
        return tuple(dict.fromkeys(map(name_of, self.speakers)))

    @cached_property
    def places(self) -> dict[str, str]:
        """On which side of which opposites it stands, denied or not; none where it stands on both."""
        found: dict[str, set[str]] = {}
        for axis, side in (place.rsplit(" ", 1) for place in self.statement.sides):
            found.setdefault(axis, set()).add(side)
        return {axis: side for axis, (side, *more) in ((a, sorted(s)) for a, s in found.items()) if not more}

    @cached_property
    def asks(self) -> bool:
        """Whether it is a question, or a part of one."""
        first = self.statement.said.split(maxsplit=1)[:1]
        end = _SENTENCE_END.search(self.article.text, max(piece.end for piece in self.statement.content))
        return bool(_ASKING.intersection(word.lower() for word in first)) or (end is not None and end.group() == "?")

    @cached_property
    def is_telling(self) -> bool:
        """Whether it says enough to be told elsewhere: a clause, or a phrase with a name or several words."""
        statement = self.statement
        telling = statement.clause or statement.names or statement.figures or statement.blames
        return bool(telling) or len(self.keys) > 3


def name_of(speaker: Speaker) -> str:
    """The body for which somebody speaks, else his name, else the words that stand for him."""
    if speaker.body and not (speaker.name and (speaker.body == AUTHORITIES or speaker.body[:1].islower())):
        return speaker.body
    if speaker.name:
        return speaker.name
    return UNNAMED if speaker.kind is SourceKind.UNNAMED else (speaker.words or UNNAMED)
