"""An article as stories see it, and a statement of it with its vector."""

from enum import Enum
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from briefing.model.statement import Statement
from briefing.records import dataclass

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
    def is_telling(self) -> bool:
        """Whether it says enough to be told elsewhere: a clause, or a phrase with a name or several words."""
        statement = self.statement
        telling = statement.clause or statement.names or statement.figures or statement.blames
        return bool(telling) or len(self.keys) > 3
