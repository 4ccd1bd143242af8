"""What the library knows across articles: where an actor appears, what was said there, what the reader wrote."""

from datetime import datetime

from briefing.model.annotation import Annotation, Judgement
from briefing.model.findings import ActorKind, Certainty, Status
from briefing.model.spans import Span
from briefing.records import dataclass


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


@dataclass(frozen=True, slots=True)
class AlikeClaim:
    """A claim that says much the same as another; `likeness` is the share of words in common, 0 to 1."""

    claim: KnownClaim
    likeness: float


@dataclass(frozen=True, slots=True)
class AnnotationFilter:
    """Which annotations of the whole library are listed; all of it must hold.

    Attributes:
        words: these words, in this order, in the note, in the quoted words or in a tag; case is ignored.
        tag: one of the annotation's tags; "" for any.
        colour: 1 to 8; None for any.
        article_id: the article they stand on; None for any.
        collection_id: a collection that the article lies in; "" for any.
        notes_only: only those with a note.
        orphans_only: only those whose words do not stand in the newest version of the article.
        since: changed at or after this moment (with a time zone); None for any.
        claims: whether notes on claims are among them, which have neither tags nor colours.
    """

    words: str = ""
    tag: str = ""
    colour: int | None = None
    article_id: int | None = None
    collection_id: str = ""
    notes_only: bool = False
    orphans_only: bool = False
    since: datetime | None = None
    claims: bool = False


@dataclass(frozen=True, slots=True)
class ListedAnnotation:
    """An annotation with the article it stands on, as a list of all shows it.

    The annotation is as it is kept; `placing` says whether its words stand in the newest version of the article. Of a
    note on a claim, `judgement` is what is kept, and the annotation only tells its words, its note and its dates.
    """

    annotation: Annotation
    article_id: int
    title: str
    outlet: str
    published: str
    judgement: Judgement | None = None
