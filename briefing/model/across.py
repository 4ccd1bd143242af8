"""What the library knows across articles: where an actor appears, and what was said there."""

from dataclasses import dataclass

from briefing.model.findings import ActorKind, Certainty, Status
from briefing.model.spans import Span


@dataclass(frozen=True, slots=True)
class KnownActor:
    """A name that actors of several articles may share; `articles` is in how many it appears."""

    name: str
    kind: ActorKind
    articles: int


@dataclass(frozen=True, slots=True)
class Appearance:
    """An actor of one article; `actor_id` is his in its analysis, `claims` how many of its claims are his."""

    article_id: int
    title: str
    outlet: str
    published: str
    actor_id: str
    name: str
    kind: ActorKind
    claims: int


@dataclass(frozen=True, slots=True)
class KnownClaim:
    """A claim of one article.

    Attributes:
        article_id: the article it stands in.
        title: of that article, as are outlet and published.
        claim_id: unique within the article's analysis.
        span: from its first to its last word, in the article's text.
        content: its words.
        source: who is behind it: the reader's word, else the names found; empty if nobody is named.
        status: the reader's, else the one found.
    """

    article_id: int
    title: str
    outlet: str
    published: str
    claim_id: str
    span: Span
    content: str
    source: str
    status: Status
    certainty: Certainty
