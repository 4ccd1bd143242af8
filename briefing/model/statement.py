"""A statement: one clause of an article with who is behind it, small enough to be told elsewhere in other words."""

from enum import StrEnum

from briefing.model.findings import Certainty, SourceKind
from briefing.model.spans import Span, Spans
from briefing.records import dataclass


class Mood(StrEnum):
    """Whether something has happened; OPEN is what may, can or will, PLAIN what says neither."""

    ACTUAL = "actual"
    OPEN = "open"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who is behind a statement.

    Attributes:
        name: as the article gives it; empty if nobody is named.
        kind: what it is.
        body: for whom it speaks, where the words beside the name tell ("US Secretary of State": "united states").
        words: the words of the source as they stand in the article.
        hop: how far in the chain he stands, 0 the outermost; several may share one ("both sides").
    """

    name: str
    kind: SourceKind
    body: str = ""
    words: str = ""
    hop: int = 0


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that a statement gives.

    Attributes:
        value: the number itself.
        unit: what is counted, as a lemma ("people", "percent"); empty if that is not said.
        span: its words.
    """

    value: float
    unit: str
    span: Span


@dataclass(frozen=True, slots=True)
class Statement:
    """One clause of an article, and all that is needed to compare it with the clauses of others.

    Attributes:
        id: unique within the article ("s1").
        content: pieces of the content, in text order.
        said: the content with its pronouns replaced by the names that they stand for.
        claim: id of the claim that it belongs to; empty if the narrator says it.
        chain: who is behind it, outermost first; empty for the narrator.
        denied: whether who is behind it says that it is not so.
        negated: whether the clause itself is negated.
        certainty: how sure it is said to be.
        mood: whether it is told as having happened, or only as possible, planned or wanted.
        words: what it is about, by stem, with weights between 0 and 1.
        names: who and what it names, by normalized name.
        figures: the numbers in it.
        head: the stem of the word that carries it.
        lacks: what it says there is no trace of, by stem: "no traces of poison were found"; empty if nothing.
        clause: whether it is a clause with a subject, and no mere noun phrase or infinitive.
        blames: whom it makes responsible for something, by normalized name.
        dates: days and months that it names, in lower case.
        sides: axes between opposites on which it stands, each with its side: "danger 1" of "is toxic".
        about: its subject: names, each behind an @, or the stem of a noun; empty if it has none.
        winners: who is said to have won what only one can win, by normalized name.
        fates: what became of those of whom it tells: "dead", "missing".
    """

    id: str
    content: Spans
    said: str
    claim: str
    chain: tuple[Speaker, ...]
    denied: bool
    negated: bool
    certainty: Certainty
    mood: Mood
    words: tuple[tuple[str, float], ...]
    names: tuple[str, ...]
    figures: tuple[Figure, ...]
    head: str
    lacks: str = ""
    clause: bool = True
    blames: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()
    fates: tuple[str, ...] = ()
    winners: tuple[str, ...] = ()
    about: tuple[str, ...] = ()

    @property
    def sources(self) -> tuple[str, ...]:
        """Who is behind it, outermost first: each by name, else by the words that stand for him."""
        return tuple(speaker.name or speaker.words for speaker in self.chain)

    @property
    def start(self) -> int:
        """Where it begins in the text, in code points."""
        return min(self.content).start
