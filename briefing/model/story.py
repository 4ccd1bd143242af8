"""A story: articles on one event, with what they say alike, from how many origins, and what contradicts what."""

from enum import StrEnum

from briefing.model.findings import Certainty, Status
from briefing.model.message import Message, verbatim
from briefing.model.spans import Spans
from briefing.records import dataclass

UNNAMED, AUTHORITIES = "unnamed", "authorities"
"""Origins without a name: somebody, and whoever investigates or rules where that happened."""


def origin_told(origin: str) -> Message:
    """An origin as it is told to the reader."""
    return Message(f"story_origin.{origin}") if origin in (UNNAMED, AUTHORITIES) else verbatim(origin)


@dataclass(frozen=True, slots=True)
class Telling:
    """One statement of one article, as a proposition holds it.

    Attributes:
        article: the key of its article.
        statement: its id there.
        claim: id of the claim that it belongs to; empty if the narrator says it.
        content: its words, in the article's text.
        said: the same with names for pronouns.
        sources: names of who is behind it, innermost last; empty for the narrator.
        origin: whom it comes from, as the story knows him; empty if nobody is given.
        certainty: how sure it is said to be.
        published: when its article was, ISO 8601; empty if unknown.
        begins: the words of the first piece, as they stand there.
        denied: whether who is behind it says that it is not so.
    """

    article: str
    statement: str
    claim: str
    content: Spans
    said: str
    sources: tuple[str, ...] = ()
    origin: str = ""
    certainty: Certainty = Certainty.CERTAIN
    published: str = ""
    begins: str = ""
    denied: bool = False


@dataclass(frozen=True, slots=True)
class FigureGiven:
    """A figure that a telling of a proposition gives: how much of what, in which article, as of when, by whom."""

    value: float
    unit: str
    words: str
    article: str
    statement: str
    published: str
    origin: str


class FigureChange(StrEnum):
    """Why two figures for one thing differ."""

    CONFLICT = "conflict"
    UPDATE = "update"


@dataclass(frozen=True, slots=True)
class FigureDifference:
    """Two figures given for one thing, the earlier first, and whether they conflict or the later only updates."""

    earlier: FigureGiven
    later: FigureGiven
    change: FigureChange


@dataclass(frozen=True, slots=True)
class Proposition:
    """What statements of one or several articles say alike.

    Attributes:
        id: unique within the story ("p1").
        says: the sentence that stands for it.
        tellings: who says it where, in order of time.
        origins: independent ones; empty if nobody is given anywhere, whose agreement corroborates nothing.
        contradicted_by: ids of propositions that cannot be so as well; always mutual.
        loses_source_in: keys of articles that tell as fact what others know only from somebody.
        status: how confirmed it is over the whole story.
        disputed_by: who disputes it in the reader's word, with the words where he names them.
    """

    id: str
    says: str
    tellings: tuple[Telling, ...]
    origins: tuple[str, ...] = ()
    contradicted_by: tuple[str, ...] = ()
    loses_source_in: tuple[str, ...] = ()
    status: Status = Status.UNATTRIBUTED
    disputed_by: tuple[str, ...] = ()

    @property
    def articles(self) -> tuple[str, ...]:
        """The keys of the articles that tell it, each once, in order of time."""
        return tuple(dict.fromkeys(telling.article for telling in self.tellings))

    @property
    def is_denial(self) -> bool:
        """Whether all who tell of it say that it is not so: what it says are then the words that they deny."""
        return bool(self.tellings) and all(telling.denied for telling in self.tellings)


@dataclass(frozen=True, slots=True)
class CopiedText:
    """Text that one article has from another, or both from an agency: pairs of spans, and the share of the shorter."""

    earlier: str
    later: str
    share: float
    agency: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    """Articles on one event.

    Attributes:
        id: unique among the stories found together ("t1").
        name: what to call it.
        articles: their keys, in order of time.
        propositions: those that several articles tell or that are disputed, in order of first telling.
        figures: figures for one thing that differ.
        copies: articles with much of the same text.
    """

    id: str
    name: str
    articles: tuple[str, ...]
    propositions: tuple[Proposition, ...]
    figures: tuple[FigureDifference, ...] = ()
    copies: tuple[CopiedText, ...] = ()

    def proposition(self, proposition_id: str) -> Proposition | None:
        """The proposition of that id, if there is one."""
        return next((one for one in self.propositions if one.id == proposition_id), None)
